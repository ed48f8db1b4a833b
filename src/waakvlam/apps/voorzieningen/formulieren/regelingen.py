"""The schemes of a gemeente as a form: rows with their rules, and back to what `lees_gemeenteregels` reads."""

from collections.abc import Mapping
from typing import Any

from waakvlam.apps.berekeningen.service import Groep, Ingevuld, Opzet, Rijen, Veld, Veldsoort, uit_feiten
from waakvlam.domain.rekenen.inkomenscheck import Gemeenteregels, LokaleRegeling, lees_gemeenteregels
from waakvlam.domain.rekenen.invoer import Invoerfout, Veldfout

VERMOGENSREGELS = (
    ("bijstand", "zoals bij de bijstand"),
    ("geen", "spaargeld telt niet mee"),
    ("eigen", "eigen bedragen"),
)
LANDELIJK = frozenset(
    {"zorgtoeslag", "huurtoeslag", "kindgebonden budget", "kindgebonden_budget", "bijstand", "kwijtschelding"}
)
LENGTES = {"naam": 80, "omschrijving": 300, "bedrag_per": 40, "link": 300}
MAX_REGELINGEN = 50

_VELDEN = (
    Veld("naam", "Naam", Veldsoort.TEKST, "Zo noemt u de regeling naar inwoners.", verplicht=True),
    Veld(
        "omschrijving",
        "Omschrijving",
        Veldsoort.TEKST,
        "Eén zin voor de inwoner: 'Dit is geld voor …'.",
        verplicht=True,
    ),
    Veld(
        "norm_percentage",
        "Inkomen tot (% van het sociaal minimum)",
        Veldsoort.GETAL,
        "Daarboven zegt de check: waarschijnlijk niet.",
        verplicht=True,
    ),
    Veld("vermogensgrens", "Vermogensgrens", Veldsoort.LIJST, keuzes=VERMOGENSREGELS),
    Veld(
        "vermogen_alleenstaande",
        "Eigen grens, alleenstaande (€)",
        Veldsoort.BEDRAG,
        "Alleen bij eigen bedragen.",
    ),
    Veld(
        "vermogen_samen",
        "Eigen grens, met partner of kinderen (€)",
        Veldsoort.BEDRAG,
        "Alleen bij eigen bedragen.",
    ),
    Veld("kostendelersnorm", "Andere volwassenen in huis verlagen de grens", Veldsoort.JA_NEE),
    Veld("voor_wie.kinderen", "Alleen met kinderen onder de 18", Veldsoort.JA_NEE),
    Veld("voor_wie.leeftijd_vanaf", "Vanaf leeftijd", Veldsoort.GETAL),
    Veld("voor_wie.leeftijd_tot", "Tot leeftijd", Veldsoort.GETAL, "Wie zo oud is, valt er net buiten."),
    Veld("bedrag", "Bedrag (€)", Veldsoort.BEDRAG, "Als het vaststaat."),
    Veld("bedrag_per", "Waarvoor is het bedrag", Veldsoort.TEKST, "Bijvoorbeeld: per kind per jaar."),
    Veld("documenten", "Papieren", Veldsoort.TEKST, "Wat neemt de inwoner mee? Zet er een puntkomma tussen."),
    Veld("link", "Link", Veldsoort.TEKST, "Waar vraagt men het aan? Begint met https://."),
)
OPZET = Opzet(
    "regelingen",
    "De regelingen van uw gemeente, waarmee de inkomenscheck rekent.",
    (
        Groep(
            "Kwijtschelding",
            (
                Veld(
                    "kwijtschelding_norm_percentage",
                    "Percentage van de norm bij kwijtschelding",
                    Veldsoort.LIJST,
                    "Staat in de verordening kwijtschelding.",
                    keuzes=(("100", "100%"), ("90", "90%")),
                ),
            ),
        ),
        Groep(
            "Regelingen",
            (
                Rijen(
                    "regelingen",
                    "Regelingen",
                    "regeling",
                    _VELDEN,
                    intro="Eén blok per regeling, in de volgorde waarin inwoners ze zien. Neem over wat in de verordening staat.",
                ),
            ),
        ),
    ),
)
_WOORDEN = {
    "leeftijd_vanaf": "'Vanaf leeftijd'",
    "vermogensgrens 'eigen'": "de vermogensgrens 'eigen bedragen'",
}


def lees_inhoud(ingevuld: Ingevuld) -> dict[str, Any]:
    """Give what a form holds as it is kept. Raises Invoerfout with every fault."""
    rijen = [_lees_rij(rij) for rij in ingevuld.feiten.get("regelingen", [])]
    inhoud = dict(ingevuld.feiten) | {"regelingen": rijen}
    fouten = list(_toets(rijen))
    try:
        lees_gemeenteregels(inhoud)
    except Invoerfout as fout:
        fouten += [Veldfout(deel.veld, deel.waarde, _in_woorden(deel.fout)) for deel in fout.fouten]
    if fouten:
        raise Invoerfout(fouten)
    return inhoud


def vul_met(regels: Gemeenteregels) -> Ingevuld:
    """Fill in the form with schemes."""
    feiten = {
        "kwijtschelding_norm_percentage": str(regels.kwijtschelding_norm_percentage),
        "regelingen": [_als_rij(regeling) for regeling in regels.regelingen],
    }
    return uit_feiten(OPZET, feiten)


def _lees_rij(rij: Mapping[str, Any]) -> dict[str, Any]:
    papieren = [deel.strip() for deel in str(rij.get("documenten", "")).split(";") if deel.strip()]
    return {veld: waarde for veld, waarde in rij.items() if veld != "documenten"} | {"documenten": papieren}


def _als_rij(regeling: LokaleRegeling) -> dict[str, Any]:
    return {
        "naam": regeling.naam,
        "omschrijving": regeling.omschrijving,
        "norm_percentage": f"{regeling.norm_percentage:f}",
        "vermogensgrens": regeling.vermogensgrens.value,
        "vermogen_alleenstaande": regeling.vermogen_alleenstaande,
        "vermogen_samen": regeling.vermogen_samen,
        "kostendelersnorm": regeling.kostendelersnorm,
        "voor_wie": {
            "kinderen": regeling.kinderen,
            "leeftijd_vanaf": regeling.leeftijd_vanaf,
            "leeftijd_tot": regeling.leeftijd_tot,
        },
        "bedrag": regeling.bedrag,
        "bedrag_per": regeling.bedrag_per,
        "documenten": "; ".join(regeling.documenten),
        "link": regeling.link,
    }


def _toets(rijen: list[dict[str, Any]]) -> list[Veldfout]:
    fouten = []
    if len(rijen) > MAX_REGELINGEN:
        fouten.append(Veldfout("regelingen", "", f"Er passen hoogstens {MAX_REGELINGEN} regelingen in."))
    for nummer, rij in enumerate(rijen, 1):
        plek, naam = f"regelingen[{nummer}]", str(rij.get("naam", ""))
        if naam.casefold() in LANDELIJK:
            fout = "Zo heet al een landelijke regeling. Kies een eigen naam."
            fouten.append(Veldfout(f"{plek}.naam", naam, fout))
        for veld, lengte in LENGTES.items():
            if len(str(rij.get(veld, ""))) > lengte:
                fouten.append(Veldfout(f"{plek}.{veld}", "", f"Schrijf hier hoogstens {lengte} tekens."))
    return fouten


def _in_woorden(tekst: str) -> str:
    for veld, woorden in _WOORDEN.items():
        tekst = tekst.replace(veld, woorden)
    return tekst
