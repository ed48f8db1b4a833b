"""Section 5 of docs/contract.md names every calculation and every field that it reads."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from waakvlam.domain.rekenen import (
    begroting,
    beslagvrije_voet,
    betalingsregeling,
    bijstand,
    inkomenscheck,
    kwijtschelding,
    toeslagen,
    voorstel,
    vtlb,
)
from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.soorten import SOORTEN, Rekensoort

CONTRACT = Path(__file__).parents[3] / "docs" / "contract.md"
VELDEN = {
    "beslagvrije-voet": beslagvrije_voet.invoer.VELDEN,
    "vtlb": beslagvrije_voet.invoer.VELDEN + vtlb.invoer.VELDEN,
    "voorstel": voorstel.invoer.VELDEN,
    "toeslagen": toeslagen.invoer.VELDEN,
    "kwijtschelding": kwijtschelding.invoer.VELDEN,
    "bijstand": bijstand.invoer.VELDEN,
    "begroting": begroting.invoer.VELDEN,
    "betalingsregeling": betalingsregeling.invoer.VELDEN,
    "herfinanciering": betalingsregeling.invoer.VELDEN_HERFINANCIERING,
}


def _rijen() -> dict[str, str]:
    deel = CONTRACT.read_text(encoding="utf-8").split("\n## 5. ")[1].split("\n## ")[0]
    return dict(re.findall(r"^\| `([a-z-]+)` \| (.+?) \| ", deel, re.MULTILINE))


def test_the_contract_names_every_calculation() -> None:
    assert set(_rijen()) == {soort.naam for soort in SOORTEN} == set(VELDEN)


def _gelezen(lees: Callable[[Mapping[str, Any]], object]) -> set[str]:
    """The fields that a reader knows, as it says itself when it gets an unknown one."""
    with pytest.raises(Invoerfout) as gevangen:
        lees({"dit bestaat niet": 1})
    [fout] = [fout.fout for fout in gevangen.value.fouten if fout.veld == "dit bestaat niet"]
    return set(fout.partition("Bekend zijn: ")[2].rstrip(".").split(", ")) - {"dit bestaat niet"}


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.naam)
def test_the_fields_are_those_that_are_read(soort: Rekensoort) -> None:
    assert _gelezen(lambda gegevens: soort.lees(gegevens, date(2026, 7, 1))) == set(VELDEN[soort.naam])


def test_the_fields_of_the_inkomenscheck_are_those_that_are_read() -> None:
    """It is no kind of its own in the contract: the screens of a gemeente use it."""
    assert _gelezen(inkomenscheck.lees_invoer) == set(inkomenscheck.invoer.VELDEN)


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.naam)
def test_the_contract_names_every_field(soort: Rekensoort) -> None:
    rijen = _rijen()
    tekst = rijen[soort.naam] + (rijen["beslagvrije-voet"] if soort.naam == "vtlb" else "")
    genoemd = {veld.rstrip("?") for veld in re.findall(r"`([a-z_0-9]+\??)`", tekst)}
    assert set(VELDEN[soort.naam]) <= genoemd
