"""Norms that a consulent enters: what cannot be one is a fault of the field, never a failure of the sum."""

import pytest

from waakvlam.domain.rekenen import beslagvrije_voet
from waakvlam.domain.rekenen.invoer import Invoerfout

FEITEN = {
    "peildatum": "2026-07-01",
    "leefsituatie": "alleenstaande",
    "belastbaar_jaarinkomen": "20000",
    "woont_buiten_nederland": True,
}


@pytest.mark.parametrize("waarde", ["1e999", "9" * 40, "1000000000", "-1"])
def test_a_value_that_cannot_be_right_is_refused_at_its_field(waarde):
    norm = {"norm": "rv_woonlandfactor", "waarde": waarde, "bron": "Stcrt."}
    with pytest.raises(Invoerfout) as fout:
        beslagvrije_voet.lees_invoer(FEITEN | {"eigen_normen": [norm]})
    assert [deel.veld for deel in fout.value.fouten] == ["eigen_normen[1].waarde"]
