"""Every kind of cell, as the tables say."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.domain.signalen.lezing import lees
from tests.domain.signalen.tafels import FOUT, TAFELS


def _als_tekst(waarde: Any) -> Any:
    return str(waarde) if isinstance(waarde, date | Decimal) else waarde


@pytest.mark.parametrize("naam", TAFELS)
def test_a_cell_is_read_as_the_table_says_and_never_guessed(naam: str) -> None:
    kolom, veld, rest, gevallen = TAFELS[naam]

    gelezen = lees([rest | {kolom: cel} for cel, _ in gevallen], gemeente="9901")

    # Without ontstaansdatum and months, the error is in the first of the two.
    foutkolom = {"maanden_achterstand": {"maanden_achterstand", "ontstaansdatum"}}.get(kolom, {kolom})
    uitkomst = {
        cel: _als_tekst(rij.waarden[veld])
        if rij.waarden
        else FOUT
        if rij.kolommen <= foutkolom
        else rij.fouten
        for (cel, _), rij in zip(gevallen, gelezen, strict=True)
    }
    assert uitkomst == dict(gevallen)


@pytest.mark.parametrize("naam", TAFELS)
def test_every_refusal_says_in_one_sentence_or_more_what_to_do(naam: str) -> None:
    kolom, _, rest, gevallen = TAFELS[naam]

    teksten = [
        tekst
        for rij in lees([rest | {kolom: cel} for cel, verwacht in gevallen if verwacht is FOUT])
        for tekst in rij.fouten.values()
    ]

    assert len(teksten) >= 2
    assert all(tekst.endswith(".") and len(tekst) > 20 for tekst in teksten)
