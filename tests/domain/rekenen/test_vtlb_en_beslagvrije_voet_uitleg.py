"""The words of explanations and refusals, kept in `uitleg.txt`: they change only when somebody means it.

Look at the difference, then write the file again with `.venv/bin/python -m tests.domain.rekenen.test_vtlb_en_beslagvrije_voet_uitleg`.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from waakvlam.domain.rekenen import beslagvrije_voet, vtlb
from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.uitkomst import Rekenuitkomst
from waakvlam.domain.rekenen.uitleg import Stap

BESTAND = Path(__file__).with_name("uitleg.txt")
BASIS = {"peildatum": "2026-07-01", "leefsituatie": "alleenstaande", "belastbaar_jaarinkomen": "42000"}
EIGEN_WONING = {
    "eigen_woning_of_onzelfstandige_huur": True,
    "eigen_normen": [{"norm": "rv_475da_7_verhoging", "waarde": "50", "bron": "brief van de deurwaarder"}],
}
WOONLAND = [{"norm": "rv_woonlandfactor", "waarde": "0.5", "bron": "brief van de deurwaarder"}]
VOETEN: list[dict[str, Any]] = [
    {},
    {"belastbaar_jaarinkomen": "20000", "netto_maandinkomen": "1900"},
    {"peildatum": "2025-07-01", "leefsituatie": "alleenstaande_ouder", "belastbaar_jaarinkomen": "30000"},
    {"leefsituatie": "gehuwd_zonder_kinderen", "inkomen_partner_per_maand": "600", "woonkosten": "1300"},
    {
        "leefsituatie": "gehuwd_met_kinderen",
        "netto_maandinkomen": "2000",
        "ander_eigen_inkomen_per_maand": "100",
        "bijtelling_auto_loonbelasting": "50",
        "verhoging_kantonrechter": "25",
        "instellingen": {"afronding": "euro_omhoog", "negatieve_onderdelen": "letterlijk"},
        "opgelegd": {"bedrag": "1500", "datum": "2026-08-01"},
    },
    {"uitkering_bijstand": {"norm_per_maand": "1000", "ander_inkomen_per_maand": "100"}, "opgelegd": {"bedrag": "850"}},
    {"inrichting": {"prijs_per_maand": "300"}, "leefsituatie": "gehuwd_met_kinderen", "netto_maandinkomen": "900"},
    {"zonder_woonadres": True, "woont_buiten_nederland": True, "eigen_normen": WOONLAND, "opgelegd": {"bedrag": "900"}},
    {"woont_buiten_nederland": True, "eigen_normen": WOONLAND, "woonkosten": "1300"},
    EIGEN_WONING,
    {**EIGEN_WONING, "belastbaar_jaarinkomen": "60000"},
    {"peildatum": "2022-01-01", "belastbaar_jaarinkomen": "22000", "woonkosten": "900", "eigen_normen": [
        {"norm": "wht_19_a_eenpersoons", "waarde": "0.0000005", "bron": "proef"},
        {"norm": "wht_19_b_eenpersoons", "waarde": "0.0024", "bron": "proef"},
    ]},
]  # fmt: skip
LOON = {"soort": "loon", "bedrag": "2500", "periode": "maand", "telt_mee": True}
VTLBS: list[dict[str, Any]] = [
    {"inkomen": [LOON], "termijn": {}},
    {
        "inkomen": [
            LOON,
            {"soort": "zorgtoeslag", "bedrag": "100", "periode": "vier_weken", "telt_mee": True},
        ],
        "correcties": [
            {
                "soort": "eigen_risico",
                "bedrag": "385",
                "periode": "jaar",
                "bewijs": "polis",
                "besloten_door": "consulent",
            },
            {"soort": "iets  anders", "bedrag": "-10", "periode": "week", "toelichting": "eenmalig"},
        ],
        "termijn": {"uitspraak": "2026-03-10", "langer": {"besluit": "rechter", "maanden": "24"}},
        "opgelegd": {"bedrag": "1500"},
    },
    {
        "inkomen": [],
        "correcties": [{"soort": "vervoer", "bedrag": "-9000", "periode": "kwartaal"}],
        "officieel_vtlb": {"bedrag": "1500", "bron": "vtlb-calculator", "datum": "2026-07-15"},
        "termijn": {"langer": {"besluit": "rechter_commissaris", "maanden": "60"}},
        "instellingen": {"afronding": "euro_omhoog"},
    },
]
FOUT_VOET: list[dict[str, Any]] = [
    {"peildatum": None, "leefsituatie": None, "belastbaar_jaarinkomen": None},
    {"inkomen_partner_per_maand": "1", "inrichting": {"prijs_per_maand": "300"}, "zonder_woonadres": True, "woonkosten": "1"},
    {"zonder_woonadres": True, "eigen_woning_of_onzelfstandige_huur": True},
    {"inrichting": {}, "opgelegd": {}, "uitkering_bijstand": {}, "instellingen": {"afronding": "x"}, "eigen_normen": [{}]},
    {"inrichting": {"x": 1}, "opgelegd": {"x": 1}, "uitkering_bijstand": {"x": 1}, "instellingen": {"x": 1}},
    dict.fromkeys(("netto_maandinkomen", "woonkosten", "verhoging_kantonrechter", "bijtelling_auto_loonbelasting"), "-1"),
    {"peildatum": "2020-12-31"},
    {"peildatum": "2022-01-01", "inrichting": {"prijs_per_maand": "1"}},
    {"peildatum": "2021-07-01", "leefsituatie": "gehuwd_met_kinderen"},
    {"onbekend": 1},
]  # fmt: skip
FOUT_VTLB: list[dict[str, Any]] = [
    {},
    {"inkomen": [{}], "correcties": [{}], "officieel_vtlb": {}, "termijn": {"langer": {}}},
    {"inkomen": [{"x": 1}], "correcties": [{"x": 1}], "officieel_vtlb": {"x": 1}, "termijn": {"x": 1, "langer": {"x": 1}}},
    {"inkomen": [], "termijn": {"langer": {"besluit": "rechter", "maanden": 43}}},
    {"inkomen": [], "termijn": {"uitspraak": "2020-01-01"}},
    {"inkomen": [], "termijn": {"langer": {"besluit": "rechter", "maanden": 601}}},
]  # fmt: skip


def _voet(velden: Mapping[str, Any]) -> Rekenuitkomst:
    return beslagvrije_voet.bereken_beslagvrije_voet(beslagvrije_voet.lees_invoer({**BASIS, **velden}))


def _vtlb(velden: Mapping[str, Any]) -> Rekenuitkomst:
    return vtlb.bereken_vtlb(vtlb.lees_invoer({**BASIS, **velden}))


def _boom(stap: Stap, diepte: int, gezien: set[int]) -> Iterator[str]:
    yield f"{'  ' * diepte}{stap.naam} = {stap.uitkomst:.4f} {stap.eenheid} | {stap.formule} | {stap.bron} | {stap.toelichting}"
    if id(stap) in gezien:
        return
    gezien.add(id(stap))
    for norm in stap.normen:
        yield f"{'  ' * diepte}  norm {norm.sleutel} {norm.waarde:f} {norm.status.value}"
    for deel in stap.invoer:
        yield from _boom(deel, diepte + 1, gezien)


def _vertel(reken: Callable[[Mapping[str, Any]], Rekenuitkomst], velden: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {reken.__name__[1:]} {velden}"
    try:
        uitkomst = reken(velden)
    except Invoerfout as fout:
        yield from (f"{deel.veld} [{deel.waarde}]: {deel.fout}" for deel in fout.fouten)
        return
    yield from _boom(uitkomst.uitleg, 0, set())
    yield from (f"aanname {aanname.naam} [{aanname.keuze}]: {aanname.tekst}" for aanname in uitkomst.aannames)
    yield from (f"{naam}: {waarde}" for naam, waarde in uitkomst.extra.items())


def _alles() -> str:
    gevallen = [(_voet, VOETEN), (_vtlb, VTLBS), (_voet, FOUT_VOET), (_vtlb, FOUT_VTLB)]
    regels = [regel for reken, velden in gevallen for deel in velden for regel in _vertel(reken, deel)]
    return "\n".join(regels).replace("\u00a0", " ") + "\n"


def test_the_words_are_those_that_were_agreed() -> None:
    assert _alles() == BESTAND.read_text(encoding="utf-8")


if __name__ == "__main__":
    BESTAND.write_text(_alles(), encoding="utf-8")
