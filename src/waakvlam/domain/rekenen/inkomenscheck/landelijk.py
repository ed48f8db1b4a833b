"""The rights that hold in the whole country, each judged for a household: toeslagen, bijstand and kwijtschelding."""

from decimal import Decimal

from waakvlam.domain.rekenen.bijstand import Aanvulling, BijstandInvoer, Oordeel, maak_bijstand
from waakvlam.domain.rekenen.bijstand.invoer import VOLWASSEN
from waakvlam.domain.rekenen.inkomenscheck.invoer import InkomenscheckInvoer
from waakvlam.domain.rekenen.inkomenscheck.recht import Inkomensrecht
from waakvlam.domain.rekenen.inkomenscheck.teksten import schrijf_tekst
from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.toeslagen import Toeslag, ToeslagenInvoer, maak_toeslagen
from waakvlam.domain.rekenen.uitleg import Stap

NAMEN = {
    "zorgtoeslag": "zorgtoeslag",
    "huurtoeslag": "huurtoeslag",
    "kindgebonden_budget": "kindgebonden budget",
    "bijstand": "bijstand",
}
STUDIE_TOT = 27
"""Under this age somebody with studiefinanciering has no bijstand. Bron: art. 13 lid 2 onder c Pw."""


def beoordeel_toeslagen(invoer: InkomenscheckInvoer) -> tuple[Inkomensrecht, ...]:
    """Judge the three toeslagen; what is already sure without an income is said without it."""
    ontbreekt = _ontbreekt(invoer, "huishouden", "toetsingsinkomen")
    zorg, huur, kind = (None, None, None) if ontbreekt else maak_toeslagen(maak_toeslageninvoer(invoer)).alle
    return (
        _van_toeslag("zorgtoeslag", zorg, ontbreekt),
        _koopwoning(invoer) or _van_toeslag("huurtoeslag", huur, ontbreekt),
        _zonder_kinderen(invoer) or _van_toeslag("kindgebonden_budget", kind, ontbreekt),
    )


def maak_toeslageninvoer(invoer: InkomenscheckInvoer) -> ToeslagenInvoer:
    """Give the profile as the toeslagen read it; household and income are known."""
    personen = 1 + bool(invoer.partner) + len(invoer.kinderen) + len(invoer.medebewoners)
    return ToeslagenInvoer(
        invoer.peildatum,
        bool(invoer.partner),
        invoer.kinderen,
        invoer.toetsingsinkomen or Decimal(0),
        invoer.kale_huur,
        invoer.servicekosten,
        personen,
        invoer.vermogen,
        invoer.leeftijd,
        invoer.leeftijd_partner,
        eigen_normen=invoer.eigen_normen,
    )


def beoordeel_bijstand(invoer: InkomenscheckInvoer) -> Inkomensrecht:
    """Judge bijstand, or a supplement to a low income."""
    if invoer.leeftijd is not None and invoer.leeftijd < VOLWASSEN:
        return _maak("bijstand", Oordeel.WAARSCHIJNLIJK_NIET, reden="Bijstand is er vanaf 18 jaar.")
    if invoer.student and (invoer.leeftijd is None or invoer.leeftijd < STUDIE_TOT):
        reden = "Met studiefinanciering is er tot 27 jaar geen bijstand."
        return _maak("bijstand", Oordeel.WAARSCHIJNLIJK_NIET, reden=reden)
    ontbreekt = _ontbreekt(invoer, "leeftijd", "huishouden", "leeftijd_partner")
    if ontbreekt:
        return _niet_te_zeggen("bijstand", *ontbreekt, *_ontbreekt(invoer, "netto_inkomen"))
    try:
        return _van_aanvulling(maak_bijstand(maak_bijstandinvoer(invoer)))
    except Invoerfout as fout:
        return _maak("bijstand", Oordeel.NIET_TE_ZEGGEN, reden=" ".join(deel.fout for deel in fout.fouten))


def maak_bijstandinvoer(invoer: InkomenscheckInvoer, *, kostendelers: bool = True) -> BijstandInvoer:
    """Give the profile as bijstand reads it; age and household are known."""
    return BijstandInvoer(
        invoer.peildatum,
        invoer.leeftijd or VOLWASSEN,
        invoer.leeftijd_partner if invoer.partner else None,
        invoer.heeft_kinderen,
        medebewoners=invoer.medebewoners if kostendelers else (),
        netto_inkomen=invoer.netto_inkomen,
        vermogen=invoer.vermogen,
        eigen_normen=invoer.eigen_normen,
    )


def _ontbreekt(invoer: InkomenscheckInvoer, *velden: str) -> tuple[str, ...]:
    """Say which of these facts are missing; the partner's age only counts with a partner."""
    gegevens = {
        "leeftijd": invoer.leeftijd,
        "huishouden": invoer.partner,
        "leeftijd_partner": invoer.leeftijd_partner if invoer.partner else 0,
        "toetsingsinkomen": invoer.toetsingsinkomen,
        "netto_inkomen": invoer.netto_inkomen,
    }
    return tuple(veld for veld in velden if gegevens[veld] is None)


def _koopwoning(invoer: InkomenscheckInvoer) -> Inkomensrecht | None:
    if invoer.huurwoning is not False:
        return None
    return _maak(
        "huurtoeslag", Oordeel.WAARSCHIJNLIJK_NIET, reden="Huurtoeslag is er voor wie een woning huurt."
    )


def _zonder_kinderen(invoer: InkomenscheckInvoer) -> Inkomensrecht | None:
    if invoer.partner is None or invoer.kinderen:
        return None
    reden = "Kindgebonden budget is er voor wie kinderen onder de 18 jaar heeft."
    return _maak("kindgebonden_budget", Oordeel.WAARSCHIJNLIJK_NIET, reden=reden)


def _van_toeslag(sleutel: str, toeslag: Toeslag | None, ontbreekt: tuple[str, ...]) -> Inkomensrecht:
    if toeslag is None:
        return _niet_te_zeggen(sleutel, *ontbreekt)
    if toeslag.uitkomst is None:
        return _maak(sleutel, Oordeel.NIET_TE_ZEGGEN, reden=toeslag.reden, ontbreekt=toeslag.ontbreekt)
    oordeel = Oordeel.WAARSCHIJNLIJK_WEL if toeslag.uitkomst > 0 else Oordeel.WAARSCHIJNLIJK_NIET
    return _maak(sleutel, oordeel, reden=toeslag.reden, uitleg=toeslag.uitleg)


def _van_aanvulling(aanvulling: Aanvulling) -> Inkomensrecht:
    ontbreekt = () if aanvulling.stap else ("netto_inkomen",)
    return _maak(
        "bijstand", aanvulling.oordeel, reden=aanvulling.reden, ontbreekt=ontbreekt, uitleg=aanvulling.stap
    )


def _niet_te_zeggen(sleutel: str, *ontbreekt: str) -> Inkomensrecht:
    reden = f"Niet te zeggen zonder: {', '.join(ontbreekt)}."
    return _maak(sleutel, Oordeel.NIET_TE_ZEGGEN, reden=reden, ontbreekt=ontbreekt)


def _maak(
    sleutel: str,
    oordeel: Oordeel,
    *,
    reden: str,
    ontbreekt: tuple[str, ...] = (),
    uitleg: Stap | None = None,
) -> Inkomensrecht:
    naam, bedrag = NAMEN[sleutel], uitleg.uitkomst if uitleg else None
    tekst = schrijf_tekst(sleutel, naam, oordeel, bedrag=bedrag, reden=reden, ontbreekt=ontbreekt)
    return Inkomensrecht(sleutel, naam, oordeel, tekst, reden, bedrag, ontbreekt=ontbreekt, uitleg=uitleg)
