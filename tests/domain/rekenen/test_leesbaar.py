"""The explanation as a person reads it."""

from waakvlam.domain.rekenen.beslagvrije_voet import bereken_beslagvrije_voet, lees_invoer
from waakvlam.domain.rekenen.leesbaar import get_normen, maak_regels, schrijf

FEITEN = {
    "peildatum": "2026-07-01",
    "leefsituatie": "gehuwd_met_kinderen",
    "belastbaar_jaarinkomen": "42000",
    "netto_maandinkomen": "2900",
    "inkomen_partner_per_maand": "600",
}
UITLEG = bereken_beslagvrije_voet(lees_invoer(FEITEN)).als_dict()["uitleg"]
REGELS = {regel.naam: regel for regel in reversed(maak_regels(UITLEG))}


def test_the_formula_is_shown_with_its_numbers():
    assert REGELS["norm"].ingevuld == "95% × €\u00a02.027,79"
    assert REGELS["zorg vóór het maximum"].ingevuld == "€\u00a012.264,00 × 13,730% / 12"
    assert REGELS["zorg"].ingevuld == "laagste van (€\u00a0140,32; €\u00a0247,17)"


def test_lines_are_numbered_from_the_outcome_down():
    assert [(r.nummer, r.naam) for r in maak_regels(UITLEG)[:3]] == [
        ("1", "beslagvrije voet"),
        ("1.1", "beslagvrije voet na de 95%-regel"),
        ("1.1.1", "beslagvrije voet na aftrek"),
    ]
    assert REGELS["norm"].uitkomst == "€\u00a01.926,40 per maand"


def test_what_stands_in_two_places_is_explained_once():
    regels = [regel for regel in maak_regels(UITLEG) if regel.naam == "beslagvrije voet volgens de formule"]
    assert [regel.zie for regel in regels] == ["", regels[0].nummer]
    assert not any(regel.nummer.startswith(f"{regels[1].nummer}.") for regel in maak_regels(UITLEG))


def test_every_norm_is_listed_once():
    sleutels = [norm["sleutel"] for norm in get_normen(UITLEG)]
    assert len(sleutels) == len(set(sleutels))
    assert {"pw_21b", "wzt_drempelinkomen", "rv_475da_1d"} <= set(sleutels)


def test_an_unknown_figure_is_no_zero():
    assert schrijf(None, "euro per maand") == "niet berekend"
    assert schrijf("0.5", "factor") == "0,5"
    assert schrijf("18", "maanden") == "18 maanden"
