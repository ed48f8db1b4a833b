"""The weights can be made again, and come out the same."""

import yaml

from waakvlam.adapters.linkage.train import train
from waakvlam.domain.matching.koppelen.gewichten import parse_gewichten


def test_the_same_seed_gives_the_same_weights() -> None:
    text = train(records=600, seed=3)
    assert train(records=600, seed=3) == text
    gewichten = parse_gewichten(yaml.safe_load(text))
    same_date = gewichten.niveaus["geboortedatum", "gelijk"]
    assert same_date.m > 0.5 > same_date.u
