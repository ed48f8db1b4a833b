"""Norms: the amounts of every half-year, typed over a second time, and beside the tables of official figures when present.

A new half-year gets a row in HALFJAREN and one in VOORBEELDEN, typed from the publication and not from the norm files
(docs/beheer/normen.md).
"""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from waakvlam.domain.rekenen.beslagvrije_voet import bereken_beslagvrije_voet, lees_invoer
from waakvlam.domain.rekenen.normen import Normen, laad_normen

D = Decimal
CIJFERS = Path(__file__).parents[4] / "shared" / "data" / "official_figures"
met_cijfers = pytest.mark.skipif(
    not CIJFERS.is_dir(), reason="de tabellen met officiële cijfers zijn er niet"
)

# From; Pw 21a, 21b (bijstand alone, couple); Rv 475da lid 1 a to d (highest beslagvrije voet).
HALFJAREN = """
2021-01-01 1075.44 1536.34 1661.40 1779.52 2199.34 2317.45
2021-07-01 1078.70 1541.00 1664.51 1782.62 2203.77 2321.89
2022-01-01 1091.71 1559.58 1691.66 1814.73 2236.89 2262.98
2022-07-01 1101.82 1574.03 1701.27 1822.06 2250.62 2274.43
2023-01-01 1195.66 1708.08 1872.81 2015.84 2470.03 2509.97
2023-07-01 1216.62 1738.02 1892.73 2031.34 2498.47 2533.99
2024-01-01 1283.83 1834.04 1996.21 2162.60 2631.49 2747.09
2024-07-01 1308.45 1869.21 2019.60 2181.31 2664.91 2775.82
2025-01-01 1345.45 1922.07 2071.24 2242.24 2739.03 2855.96
2025-07-01 1369.06 1955.80 2093.67 2264.67 2771.07 2888.00
2026-01-01 1401.50 2002.13 2191.42 2526.69 2881.41 3155.31
2026-07-01 1419.46 2027.79 2208.48 2543.75 2905.79 3179.68
"""
SLEUTELS = ("pw_21a", "pw_21b", "rv_475da_1a", "rv_475da_1b", "rv_475da_1c", "rv_475da_1d")
RIJEN = [regel.split() for regel in HALFJAREN.split("\n") if regel]

# A household alone with 25,000 euros a year: the beslagvrije voet worked out by hand; from 2023, as before that the
# factors of the huurtoeslag are not known.
VOORBEELDEN = [
    ("2023-01-01", "1268.07"),  # 1135.877 + 0 + (296.520625 + 61.21596005 - 225.54 = 132.19658…)
    ("2023-07-01", "1287.99"),  # 1155.789 + 132.19658…
    ("2024-01-01", "1311.16"),  # 1219.6385 + (258.35625 + 59.837315075 - 226.67 = 91.52356…)
    ("2024-07-01", "1334.55"),  # 1243.0275 + 91.52356…
    ("2025-01-01", "1325.51"),  # 1278.1775 + (274.18625 + 11.159816625 - 238.01 = 47.33606…)
    ("2025-07-01", "1347.94"),  # 1300.607 + 47.33606…
    ("2026-01-01", "1366.86"),  # 1331.425 + (25000 - 23425) * 0.27 / 12 = 35.4375
    ("2026-07-01", "1383.92"),  # 1348.487 + 35.4375
]


@pytest.mark.parametrize("rij", RIJEN, ids=lambda rij: rij[0])
def test_the_amounts_of_a_half_year(rij: list[str]) -> None:
    normen = laad_normen().op(date.fromisoformat(rij[0]))
    for sleutel, bedrag in zip(SLEUTELS, rij[1:], strict=True):
        assert (normen[sleutel].waarde, normen[sleutel].geldig_vanaf.isoformat()) == (D(bedrag), rij[0]), (
            sleutel
        )


def test_every_half_year_has_a_row() -> None:
    vanaf = [norm.geldig_vanaf for norm in laad_normen().reeksen["pw_21a"].waarden]  # type: ignore[union-attr]
    assert [rij[0] for rij in RIJEN] == [dag.isoformat() for dag in vanaf]
    assert [dag for dag, _ in VOORBEELDEN] == [dag.isoformat() for dag in vanaf if dag.year >= 2023]


@pytest.mark.parametrize(("dag", "bedrag"), VOORBEELDEN)
def test_an_example_of_a_half_year(dag: str, bedrag: str) -> None:
    gegevens = {"peildatum": dag, "leefsituatie": "alleenstaande", "belastbaar_jaarinkomen": "25000"}
    assert bereken_beslagvrije_voet(lees_invoer(gegevens)).uitkomst == D(bedrag)


def _rijen(bestand: str) -> list[dict[str, str]]:
    with (CIJFERS / bestand).open(encoding="utf-8", newline="") as stroom:
        return list(csv.DictReader(stroom))


def _op(dag: str) -> Normen:
    return laad_normen().op(date.fromisoformat(dag if "-" in dag else f"{dag}-01-01"))


def _vergelijk(normen: Normen, rij: dict[str, str], kolommen: dict[str, str]) -> int:
    """Compare the filled cells of a row; give how many there were."""
    gevuld = {kolom: sleutel for kolom, sleutel in kolommen.items() if rij[kolom].split("(")[0].strip()}
    for kolom, sleutel in gevuld.items():
        assert normen[sleutel].waarde == D(rij[kolom].split("(")[0]), f"{normen.peildatum} {sleutel}"
    return len(gevuld)


@met_cijfers
def test_the_maxima_are_those_of_the_table() -> None:
    letters = {
        "alleenstaande": "a",
        "alleenstaande_ouder": "b",
        "gehuwd_zonder_kinderen": "c",
        "gehuwd_met_kinderen": "d",
    }
    rijen = _rijen("bvv_maxima_475da_lid1.csv")
    assert len(rijen) == 48
    for rij in rijen:
        norm = _op(rij["valid_from"])[f"rv_475da_1{letters[rij['leefsituatie']]}"]
        assert norm.waarde == D(rij["max_eur_per_maand"]), rij


@met_cijfers
def test_the_income_limits_of_lid_7_are_those_of_the_table() -> None:
    kolommen = {"alleenstaande_eur_jaar": "rv_475da_7_alleenstaande", "overige_eur_jaar": "rv_475da_7_overig"}
    for rij in _rijen("bvv_lid7_inkomensgrens.csv"):
        assert _vergelijk(_op(rij["valid_from"]), rij, kolommen) == 2


@met_cijfers
def test_the_norms_of_the_participatiewet_are_those_of_the_table() -> None:
    kolommen = {
        "20_1a": "pw_20_1a", "20_1b": "pw_20_1b", "20_1c": "pw_20_1c", "20_2b": "pw_20_2b", "20_2c": "pw_20_2c",
        "21a": "pw_21a", "21b": "pw_21b", "22a": "pw_22a", "22bc": "pw_22b",
        "23_1a": "pw_23_1a", "23_1b": "pw_23_1b", "23_2a": "pw_23_2a", "23_2b": "pw_23_2b",
    }  # fmt: skip
    assert (
        sum(_vergelijk(_op(rij["valid_from"]), rij, kolommen) for rij in _rijen("participatiewet_normen.csv"))
        > 100
    )


@met_cijfers
@pytest.mark.parametrize(
    ("bestand", "kolommen"),
    [
        (
            "huurtoeslag_params.csv",
            {
                "maxhuur": "wht_13_1a", "kkg": "wht_20_1", "ag_1_2p": "wht_20_2a", "ag_3plus": "wht_20_2b",
                "normhuur_min_17_2": "wht_17_2", "verlaging_eigen_bijdrage": "wht_verlaging_eigen_bijdrage",
                "min_ijkpunt_eenp": "wht_17_1_eenpersoons", "min_ijkpunt_meerp": "wht_17_1_meerpersoons",
            },
        ),
        (
            "zorgtoeslag_params.csv",
            {
                "standaardpremie": "wzt_standaardpremie", "drempelinkomen": "wzt_drempelinkomen",
                "pct_drempel_partner": "wzt_percentage_partner", "pct_drempel_alleen": "wzt_percentage_alleenstaande",
                "pct_meerdere": "wzt_2_3", "vermogensgrens_alleen": "wzt_vermogen_alleenstaande",
                "vermogensgrens_partner": "wzt_vermogen_partner",
            },
        ),
        (
            "kindgebonden_budget_params.csv",
            {
                "kind1": "wkb_kind_1", "kind2": "wkb_kind_2", "kind3": "wkb_kind_3", "kind4plus_each": "wkb_kind_4",
                "extra_12_15": "wkb_12_15", "extra_16_17": "wkb_16_17", "alo_kop": "wkb_alo",
                "afbouw_pct": "wkb_2_7", "partner_verhoging_drempel": "wkb_2_8",
            },
        ),
    ],
)  # fmt: skip
def test_the_norms_of_the_toeslagen_are_those_of_the_table(bestand: str, kolommen: dict[str, str]) -> None:
    assert sum(_vergelijk(_op(rij["jaar"]), rij, kolommen) for rij in _rijen(bestand)) > 20


@met_cijfers
def test_the_factors_of_the_normhuur_are_those_of_the_table() -> None:
    for rij in _rijen("huurtoeslag_params.csv"):
        if rij["a_eenp"][:1] != "0":
            continue
        kolommen = {f"{f}_{k}": f"wht_19_{f}_{k}ersoons" for f in "ab" for k in ("eenp", "meerp")}
        assert _vergelijk(_op(rij["jaar"]), rij, kolommen) == 4
