"""A calculation as a PDF that can be attached to a plan or a decision: outcome, facts, assumptions, every step, norms."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

from waakvlam.domain.common.notatie import datum
from waakvlam.domain.rekenen.leesbaar import get_normen, maak_regels, schrijf
from waakvlam.foundation.documents import maak_pdf

SJABLOON = Path(__file__).with_name("berekening.typ")


def maak_berekening_pdf(
    *,
    titel: str,
    gemeente: str,
    moment: datetime,
    uitkomst: Mapping[str, Any],
    feiten: Sequence[tuple[str, str]],
    bedragen: Sequence[tuple[str, str]] = (),
    zinnen: Sequence[str] = (),
    omschrijving: str = "",
) -> bytes:
    """Set a kept result as PDF/UA.

    `uitkomst` is a result in the form of contract.md section 5, `feiten` the facts and `bedragen` the steps in
    between as label and value the way a person reads them, `zinnen` what the figures mean. Raises DocumentFout.
    """
    peildatum = datum(date.fromisoformat(uitkomst["peildatum"]))
    gegevens = {
        "titel": titel,
        "gemeente": gemeente,
        "omschrijving": omschrijving,
        "peildatum": peildatum,
        "kop": [("Gemeente", gemeente), ("Peildatum", peildatum), ("Gemaakt op", datum(moment.date()))],
        "uitkomst": schrijf(uitkomst["uitkomst"], uitkomst["eenheid"]),
        "bedragen": list(bedragen),
        "zinnen": list(zinnen),
        "feiten": list(feiten),
        "aannames": [aanname["tekst"] for aanname in uitkomst["aannames"]],
        "regels": [asdict(regel) for regel in maak_regels(uitkomst["uitleg"])],
        "normen": [_schrijf_norm(norm) for norm in get_normen(uitkomst["uitleg"])],
        "kern": uitkomst["kern"],
    }
    return maak_pdf(SJABLOON, gegevens, moment)


def _schrijf_norm(norm: Mapping[str, Any]) -> dict[str, str]:
    return {
        "naam": norm["naam"],
        "waarde": schrijf(norm["waarde"], norm["eenheid"]),
        "geldig_vanaf": datum(date.fromisoformat(norm["geldig_vanaf"])),
        "status": norm["status"],
        "bron": norm["bron"],
    }
