"""A calculation as a PDF that can be attached to a plan or a decision: outcome, facts, assumptions, every step, norms."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from django.utils import timezone

from waakvlam.apps.berekeningen.models import Berekening
from waakvlam.apps.berekeningen.weergave.blad import Blad
from waakvlam.domain.common.notatie import datum
from waakvlam.domain.rekenen.leesbaar import get_normen, maak_regels, schrijf
from waakvlam.foundation.documents import maak_pdf

SJABLOON = Path(__file__).with_name("berekening.typ")


def maak_berekening_pdf(
    berekening: Berekening, titel: str, blad: Blad, feiten: Sequence[tuple[str, str]]
) -> bytes:
    """Set a kept calculation as PDF/UA, as it was when it was made.

    `blad` is the result the way the page lays it out, `feiten` the facts in the words of the form. Raises DocumentFout.
    """
    uitkomst = berekening.uitkomst
    gemaakt, peildatum = timezone.localtime(berekening.moment), datum(berekening.peildatum)
    gegevens = {
        "titel": titel,
        "gemeente": berekening.gemeente.naam,
        "omschrijving": berekening.omschrijving,
        "peildatum": peildatum,
        "kop": [
            ("Gemeente", berekening.gemeente.naam),
            ("Peildatum", peildatum),
            ("Berekend op", datum(gemaakt.date())),
            ("Berekend door", berekening.gebruiker.naam),
        ],
        "uitkomst": f"{blad.titel}: {blad.kop}",
        "bedragen": [(regel.label, regel.tekst) for regel in blad.regels],
        "berichten": [(bericht.titel, bericht.tekst) for bericht in blad.berichten],
        "tabellen": [asdict(tabel) for tabel in blad.tabellen],
        "gewone_taal": list(uitkomst.get("gewone_taal", ())),
        "feiten": list(feiten),
        "aannames": [aanname["tekst"] for aanname in uitkomst["aannames"]],
        "regels": [asdict(regel) for regel in maak_regels(uitkomst["uitleg"])],
        "normen": [_schrijf_norm(norm) for norm in get_normen(uitkomst["uitleg"])],
        "kern": uitkomst["kern"],
    }
    return maak_pdf(SJABLOON, gegevens, berekening.moment)


def _schrijf_norm(norm: Mapping[str, Any]) -> dict[str, str]:
    return {
        "naam": norm["naam"],
        "waarde": schrijf(norm["waarde"], norm["eenheid"]),
        "geldig_vanaf": datum(date.fromisoformat(norm["geldig_vanaf"])),
        "status": norm["status"],
        "bron": norm["bron"],
    }
