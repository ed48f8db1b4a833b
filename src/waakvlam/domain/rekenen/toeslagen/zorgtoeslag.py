"""Zorgtoeslag: the standaardpremie less what the household is held to pay itself. Bron: art. 2 en 3 Wzt."""

from decimal import Decimal

from waakvlam.domain.rekenen.normen import Normen
from waakvlam.domain.rekenen.toeslagen.invoer import ToeslagenInvoer
from waakvlam.domain.rekenen.toeslagen.toeslag import Toeslag, geen_toeslag, maak_toeslag
from waakvlam.domain.rekenen.uitleg import EURO_PER_JAAR, Stap, gegeven

NAAM = "zorgtoeslag"
NUL = Decimal(0)
VOLWASSEN = 18
"""Zorgtoeslag is there from the month after the eighteenth birthday. Bron: art. 1 lid 1 onder c Wzt."""


def maak_zorgtoeslag(invoer: ToeslagenInvoer, normen: Normen) -> Toeslag:
    """Compute the zorgtoeslag per month. Raises NormOntbreekt."""
    if invoer.leeftijd is not None and invoer.leeftijd < VOLWASSEN:
        return geen_toeslag(NAAM, "Zorgtoeslag is er pas vanaf 18 jaar.", "art. 1 lid 1 onder c Wzt")
    te_rijk = toets_vermogen(NAAM, invoer, normen, "wzt_vermogen", "art. 3 Wzt")
    if te_rijk:
        return te_rijk
    aanspraak = _deel_van_verzekerde(invoer, normen, _maak_aanspraak(invoer, normen))
    return maak_toeslag(NAAM, aanspraak, normen, reden_nul="Het inkomen is te hoog voor zorgtoeslag.")


def toets_vermogen(
    naam: str, invoer: ToeslagenInvoer, normen: Normen, norm: str, bron: str
) -> Toeslag | None:
    """Say that there is nothing when the assets are above the limit; None when they are not, or were not given."""
    if invoer.vermogen is None or invoer.vermogen <= 0:
        return None
    grens = normen[f"{norm}_partner" if invoer.partner else f"{norm}_alleenstaande"]
    if invoer.vermogen <= grens.waarde:
        return None
    vermogen = gegeven("vermogen", invoer.vermogen, "euro")
    return geen_toeslag(naam, f"Het vermogen is hoger dan de grens voor {naam}.", bron, (vermogen,), (grens,))


def _maak_aanspraak(invoer: ToeslagenInvoer, normen: Normen) -> Stap:
    premie, normpremie = normen["wzt_standaardpremie"], _maak_normpremie(invoer, normen)
    aantal = 2 if invoer.partner else 1
    return Stap(
        "aanspraak op zorgtoeslag",
        max(aantal * premie.waarde - normpremie.waarde, NUL),
        f"hoogste van ({aantal} × {premie.naam} − {normpremie.naam}; 0)",
        (normpremie,),
        (premie,),
        bron="art. 2 lid 1 Wzt",
        eenheid=EURO_PER_JAAR,
    )


def _maak_normpremie(invoer: ToeslagenInvoer, normen: Normen) -> Stap:
    drempel, boven = normen["wzt_drempelinkomen"], maak_inkomen_boven_drempel(invoer, normen)
    vast = normen["wzt_percentage_partner" if invoer.partner else "wzt_percentage_alleenstaande"]
    meer = normen["wzt_2_3"]
    return Stap(
        "normpremie",
        vast.factor * drempel.waarde + meer.factor * boven.waarde,
        f"{vast.naam} × {drempel.naam} + {meer.naam} × {boven.naam}",
        (boven,),
        (vast, drempel, meer),
        bron="art. 2 lid 2 en 3 Wzt",
        eenheid=EURO_PER_JAAR,
    )


def maak_inkomen_boven_drempel(invoer: ToeslagenInvoer, normen: Normen) -> Stap:
    """The part of the income above the drempelinkomen, per year; 0 below it."""
    inkomen, drempel = maak_toetsingsinkomen(invoer), normen["wzt_drempelinkomen"]
    return Stap(
        "inkomen boven het drempelinkomen",
        max(inkomen.waarde - drempel.waarde, NUL),
        f"hoogste van ({inkomen.naam} − {drempel.naam}; 0)",
        (inkomen,),
        (drempel,),
        bron="art. 2 lid 2 Wzt",
        eenheid=EURO_PER_JAAR,
    )


def maak_toetsingsinkomen(invoer: ToeslagenInvoer) -> Stap:
    """The income of the household together, as it was given. Bron: art. 8 Awir."""
    return gegeven("toetsingsinkomen", invoer.toetsingsinkomen, EURO_PER_JAAR)


def _deel_van_verzekerde(invoer: ToeslagenInvoer, normen: Normen, aanspraak: Stap) -> Stap:
    if invoer.partner_verzekerd or not invoer.partner:
        return aanspraak
    deel = normen["wzt_2_4"]
    return Stap(
        "aanspraak met een partner die niet verzekerd is",
        deel.factor * aanspraak.waarde,
        f"{deel.naam} × {aanspraak.naam}",
        (aanspraak,),
        (deel,),
        bron="art. 2 lid 4 Wzt",
        eenheid=EURO_PER_JAAR,
    )
