"""A column of the signaalbestand goes the whole way, from cell to table; what stops half-way is named here."""

from waakvlam.adapters.synthetic.columns import CANONICAL_COLUMNS
from waakvlam.apps.vroegsignalering.commands import verwerk_levering
from waakvlam.apps.vroegsignalering.models import Signaal
from waakvlam.domain.signalen.kolommen import NAMEN
from waakvlam.domain.signalen.toetsing import SIGNAALVELDEN

VELDEN = [naam for naam, _, _ in SIGNAALVELDEN]
OPGEGAAN = {
    "gemeentecode": "gemeente",
    "maanden_achterstand": "ontstaansdatum",
    "huisletter": "huistoevoeging",
    "toevoeging": "huistoevoeging",
}
"""Columns that come out under another name."""
BEREKEND = {"rij", "gemeente", "dagen", "sleutel_adres", "huistoevoeging"}
"""What comes out without being a column."""


def test_no_field_comes_out_twice():
    assert len(VELDEN) == len(set(VELDEN))


def test_every_column_comes_out_of_reading():
    assert set(VELDEN) == (set(NAMEN) - OPGEGAAN.keys()) | BEREKEND
    assert set(OPGEGAAN.values()) <= set(VELDEN)


def test_what_comes_out_is_stored_with_the_signal_or_with_the_person():
    bewaard = {*verwerk_levering._SIGNAAL, *verwerk_levering._PERSOON}
    # The BSN goes its own way: encrypted, with an index.
    assert bewaard | {"bsn"} == set(VELDEN)


def test_a_flag_that_is_never_unknown_may_be_left_out_when_it_says_no():
    nooit_onbekend = {
        veld.name
        for veld in Signaal._meta.fields
        if veld.get_internal_type() == "BooleanField" and not veld.null
    }
    assert set(verwerk_levering._JANEE) == nooit_onbekend


def test_the_invented_files_can_hold_every_column():
    assert set(CANONICAL_COLUMNS) == set(NAMEN)
