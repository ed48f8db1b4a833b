"""Norms that somebody enters himself."""

import pytest

from waakvlam.domain.rekenen.eigen_normen import lees_eigen_normen
from waakvlam.domain.rekenen.invoer import Invoerfout, Lezer
from waakvlam.domain.rekenen.normen import EigenNorm

FACTOR = {"norm": "rv_woonlandfactor", "waarde": "0.8", "bron": "Stcrt. 2026, 1"}


def lees(*normen):
    lezer = Lezer({"eigen_normen": list(normen)})
    gelezen = lees_eigen_normen(lezer)
    lezer.klaar()
    return gelezen


def test_a_norm_is_read_with_its_source():
    (norm,) = lees(FACTOR)
    assert (norm.sleutel, str(norm.waarde), norm.bron) == ("rv_woonlandfactor", "0.8", "Stcrt. 2026, 1")
    assert isinstance(norm, EigenNorm)


@pytest.mark.parametrize(
    ("normen", "veld", "zin"),
    [
        ([FACTOR, FACTOR | {"waarde": "0.9"}], "eigen_normen[2].norm", "twee keer"),
        ([FACTOR | {"norm": "verzonnen"}], "eigen_normen[1].norm", "bestaat niet"),
        ([FACTOR | {"waarde": "-1"}], "eigen_normen[1].waarde", "0 of meer"),
        ([FACTOR | {"bron": " "}], "eigen_normen[1].bron", "ontbreekt"),
    ],
)
def test_what_cannot_be_a_norm_is_told_at_its_field(normen, veld, zin):
    with pytest.raises(Invoerfout) as fout:
        lees(*normen)
    assert [(deel.veld, zin in deel.fout) for deel in fout.value.fouten] == [(veld, True)]
