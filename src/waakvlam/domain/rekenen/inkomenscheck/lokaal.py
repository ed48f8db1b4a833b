"""A scheme of a gemeente, judged for a household: income against a percentage of the sociaal minimum, assets, for whom."""

from waakvlam.domain.rekenen.bijstand import Oordeel, bereken_bijstand
from waakvlam.domain.rekenen.inkomenscheck.invoer import InkomenscheckInvoer
from waakvlam.domain.rekenen.inkomenscheck.landelijk import maak_bijstandinvoer
from waakvlam.domain.rekenen.inkomenscheck.recht import Inkomensrecht
from waakvlam.domain.rekenen.inkomenscheck.regelingen import LokaleRegeling, Vermogensregel
from waakvlam.domain.rekenen.inkomenscheck.teksten import schrijf_tekst
from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.normen import Normen
from waakvlam.domain.rekenen.ontbrekend import bereken_met_normen
from waakvlam.domain.rekenen.uitleg import Stap, gegeven

HOE = "U vraagt het aan bij de gemeente."
EURO = "euro"


def beoordeel_regeling(regeling: LokaleRegeling, invoer: InkomenscheckInvoer) -> Inkomensrecht:
    """Judge one scheme. What rules it out for certain is said first; then what is missing; then income and assets."""
    reden = _valt_erbuiten(regeling, invoer)
    if reden:
        return _maak(regeling, Oordeel.WAARSCHIJNLIJK_NIET, reden)
    ontbreekt = _ontbreekt(regeling, invoer)
    if ontbreekt:
        reden = f"Niet te zeggen zonder: {', '.join(ontbreekt)}."
        return _maak(regeling, Oordeel.NIET_TE_ZEGGEN, reden, ontbreekt=ontbreekt)
    try:
        return _toets(regeling, invoer)
    except Invoerfout as fout:
        return _maak(regeling, Oordeel.NIET_TE_ZEGGEN, " ".join(deel.fout for deel in fout.fouten))


def _valt_erbuiten(regeling: LokaleRegeling, invoer: InkomenscheckInvoer) -> str:
    if regeling.kinderen and invoer.partner is not None and not invoer.heeft_kinderen:
        return "Dit is er voor wie kinderen onder de 18 jaar heeft."
    leeftijd = invoer.leeftijd
    if leeftijd is None:
        return ""
    if regeling.leeftijd_vanaf is not None and leeftijd < regeling.leeftijd_vanaf:
        return f"Dit is er vanaf {regeling.leeftijd_vanaf} jaar."
    if regeling.leeftijd_tot is not None and leeftijd >= regeling.leeftijd_tot:
        return f"Dit is er tot {regeling.leeftijd_tot} jaar."
    return ""


def _ontbreekt(regeling: LokaleRegeling, invoer: InkomenscheckInvoer) -> tuple[str, ...]:
    gegevens = {
        "leeftijd": invoer.leeftijd,
        "huishouden": invoer.partner,
        "leeftijd_partner": invoer.leeftijd_partner if invoer.partner else 0,
        "netto_inkomen": invoer.netto_inkomen,
        "vermogen": 0 if regeling.vermogensgrens is Vermogensregel.GEEN else invoer.vermogen,
    }
    return tuple(veld for veld, waarde in gegevens.items() if waarde is None)


def _toets(regeling: LokaleRegeling, invoer: InkomenscheckInvoer) -> Inkomensrecht:
    bijstand = bereken_bijstand(maak_bijstandinvoer(invoer, kostendelers=regeling.kostendelersnorm))
    grens = _maak_grens(regeling, bijstand.uitleg)
    assert invoer.netto_inkomen is not None  # noqa: S101 - the caller asked what was missing
    inkomen = gegeven("netto inkomen", invoer.netto_inkomen)
    ruimte = Stap(
        "ruimte onder de inkomensgrens",
        grens.waarde - inkomen.waarde,
        f"{grens.naam} − {inkomen.naam}",
        (grens, inkomen),
        bron=f"regels van de gemeente: {regeling.naam}",
    )
    if ruimte.waarde < 0:
        return _maak(regeling, Oordeel.WAARSCHIJNLIJK_NIET, "Uw inkomen is hoger dan de grens.", ruimte)
    if _is_te_rijk(regeling, invoer):
        return _maak(regeling, Oordeel.WAARSCHIJNLIJK_NIET, "Uw spaargeld is hoger dan de grens.", ruimte)
    return _maak(regeling, Oordeel.WAARSCHIJNLIJK_WEL, "Uw inkomen is niet hoger dan de grens.", ruimte)


def _maak_grens(regeling: LokaleRegeling, minimum: Stap) -> Stap:
    return Stap(
        "inkomensgrens van de regeling",
        regeling.norm_percentage / 100 * minimum.waarde,
        f"{regeling.norm_percentage:f}% × {minimum.naam}",
        (minimum,),
        bron=f"regels van de gemeente: {regeling.naam}",
    )


def _is_te_rijk(regeling: LokaleRegeling, invoer: InkomenscheckInvoer) -> bool:
    if invoer.vermogen is None or regeling.vermogensgrens is Vermogensregel.GEEN:
        return False
    samen = bool(invoer.partner) or invoer.heeft_kinderen
    if regeling.vermogensgrens is Vermogensregel.EIGEN:
        grens = regeling.vermogen_samen if samen else regeling.vermogen_alleenstaande
        return grens is not None and invoer.vermogen > grens

    def grens_bijstand(normen: Normen) -> bool:
        grens = normen["pw_34_3b" if samen else "pw_34_3a"].waarde
        return invoer.vermogen is not None and invoer.vermogen > grens

    return bereken_met_normen(invoer.peildatum, invoer.eigen_normen, grens_bijstand)


def _maak(
    regeling: LokaleRegeling,
    oordeel: Oordeel,
    reden: str,
    uitleg: Stap | None = None,
    ontbreekt: tuple[str, ...] = (),
) -> Inkomensrecht:
    wel = oordeel is Oordeel.WAARSCHIJNLIJK_WEL
    bedrag = regeling.bedrag if wel else None
    tekst = schrijf_tekst(
        regeling.naam,
        regeling.naam,
        oordeel,
        bedrag=bedrag,
        per=regeling.bedrag_per,
        reden=reden,
        ontbreekt=ontbreekt,
        wat=regeling.omschrijving,
        hoe=HOE,
    )
    return Inkomensrecht(
        regeling.naam,
        regeling.naam,
        oordeel,
        tekst,
        reden,
        bedrag,
        EURO,
        ontbreekt,
        uitleg,
        regeling.documenten,
        regeling.link,
    )
