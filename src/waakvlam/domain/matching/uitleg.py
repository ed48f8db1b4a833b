"""Why a household was chosen, why this follow-up and why this place in the list.

Pure: from the facts of a melding and the policy to sentences a consulent can
read out. The same facts are stored with the melding, so that an old month stays
explainable.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from waakvlam.domain.common.notatie import datum, geld
from waakvlam.domain.common.notatie import maand as in_woorden
from waakvlam.domain.common.termijn import werkdagen_na
from waakvlam.domain.matching.beleid import Beleid, Meervoudig, Regel, Sleutel, Telt, Volgorde
from waakvlam.domain.matching.beleid_in_woorden import (
    EENHEDEN,
    EENHEID,
    aantal,
    beschrijf_voorwaarde,
    maanden_ervoor,
    som_op,
    termijn,
)


@dataclass(frozen=True)
class SignaalFeit:
    """What one signal of the month adds to a melding; `dagen` are days of arrears."""

    partner: str
    kenmerk: str
    soort: str
    bedrag: Decimal
    dagen: int
    signaaldatum: date


@dataclass(frozen=True)
class EerderSignaal:
    """A signal on the same key that was taken up in an earlier month; `maand` is a month number."""

    partner: str
    kenmerk: str
    soort: str
    maand: int


@dataclass(frozen=True)
class MeldingFeiten:
    """The numbers by which a melding was made; `regel` counts from 1 in the policy's follow-up table."""

    rang: int
    aantal: int
    bedrag: Decimal
    dagen: int
    meervoudig: bool
    opeenvolgend: bool
    regel: int
    plek_in_regel: int
    binnen_quotum: bool
    eerste_ontvangst: date


def opvolging(beleid: Beleid, regel: int, binnen_quotum: bool) -> str:
    """Return what is to be done: `dan` of the rule, or `anders` beyond its quota."""
    gekozen = beleid.opvolging[regel - 1]
    return gekozen.dan if binnen_quotum or gekozen.anders is None else gekozen.anders


def uiterlijk(regel: Regel, eerste_ontvangst: date) -> date | None:
    """Return the day by which the follow-up must have happened; None when the rule has no term.

    Calendar days are not moved for weekends; working days count from the next day.
    A term that runs off the calendar (received in the year 9999) ends on its last day.
    Bron: contract.md 3.7.
    """
    try:
        if regel.binnen_dagen is not None:
            return eerste_ontvangst + timedelta(days=regel.binnen_dagen)
        if regel.binnen_werkdagen is not None:
            return werkdagen_na(eerste_ontvangst, regel.binnen_werkdagen)
    except OverflowError:
        return date.max
    return None


def leg_uit(
    beleid: Beleid,
    feiten: MeldingFeiten,
    signalen: Sequence[SignaalFeit],
    eerder: Sequence[EerderSignaal] = (),
) -> list[str]:
    """Explain a melding in sentences: the signals, samenloop, the rule, the term, the rank.

    `eerder`: what was taken up on the same key in earlier months, to name it; without it only its number is said.
    """
    regels = [
        f"Op {datum(s.signaaldatum)} meldde {s.partner} een achterstand van {geld(s.bedrag)} "
        f"({s.soort}, kenmerk {s.kenmerk}). Die achterstand bestond toen {aantal(s.dagen, 'dag', 'dagen')}."
        for s in signalen
    ]
    deze = max((_maand(s.signaaldatum) for s in signalen), default=0)
    regels.append(
        _samenloop(beleid.meervoudig, feiten, signalen, _vanaf(eerder, deze, beleid.meervoudig.maanden - 1))
    )
    if beleid.opeenvolgend is not None:
        regels.append(_opeenvolgend(beleid, feiten.opeenvolgend, _vanaf(eerder, deze, beleid.opeenvolgend)))
    regels.append(_regel(beleid, feiten))
    regels.append(_termijn(beleid.opvolging[feiten.regel - 1], feiten))
    regels.append(_rang(beleid, feiten))
    return regels


def _vanaf(eerder: Sequence[EerderSignaal], deze: int, terug: int) -> list[EerderSignaal]:
    """Keep what is of the `terug` months before this one."""
    return [oud for oud in eerder if deze - terug <= oud.maand < deze]


def _plek(sleutel: Sleutel) -> str:
    return "op dit adres" if sleutel is Sleutel.ADRES else "over deze persoon"


def _geteld(telt: Telt, signaal: SignaalFeit | EerderSignaal) -> str:
    """The unit that a signal counts for."""
    if telt is Telt.PARTNERS:
        return signaal.partner
    return signaal.soort if telt is Telt.SOORTEN else f"{signaal.partner} {signaal.kenmerk}"


def _samenloop(
    m: Meervoudig, feiten: MeldingFeiten, signalen: Sequence[SignaalFeit], eerder: Sequence[EerderSignaal]
) -> str:
    periode = "deze maand" if m.maanden == 1 else f"deze maand en {maanden_ervoor(m.maanden - 1)}"
    if m.telt is Telt.SIGNALEN:
        wat = aantal(feiten.aantal, "signaal", "signalen")
    else:
        wat = f"{'een signaal' if len(signalen) == feiten.aantal == 1 else 'signalen'} van "
        wat += aantal(feiten.aantal, EENHEID[m.telt], EENHEDEN[m.telt])
    werkwoord = "is" if wat.startswith(("een ", "1 ")) else "zijn"
    wie = _wie(m, feiten.aantal, signalen, eerder)
    begin = f"In {periode} {werkwoord} {_plek(m.sleutel)} {wat} opgepakt{': ' if wie else ''}{wie}."
    grens = f"vanaf {aantal(m.minimaal, EENHEID[m.telt], EENHEDEN[m.telt])} is een melding meervoudig"
    if feiten.meervoudig:
        return f"{begin} {grens.capitalize()}, en dat is deze dus."
    return f"{begin} Pas {grens}, en dat is deze dus niet."


def _wie(
    m: Meervoudig, hoeveel: int, signalen: Sequence[SignaalFeit], eerder: Sequence[EerderSignaal]
) -> str:
    """Name the units that were counted, those of earlier months with their month; what has no name is counted."""
    nu = sorted({_geteld(m.telt, s) for s in signalen})
    ervoor = hoeveel - len(nu)
    if not nu or ervoor <= 0:
        return som_op(nu) if ervoor == 0 else ""
    laatst: dict[str, int] = {}
    for oud in eerder:
        if (naam := _geteld(m.telt, oud)) not in nu:
            laatst[naam] = max(oud.maand, laatst.get(naam, 0))
    delen = [f"{som_op(nu)} in deze maand"]
    if len(laatst) == ervoor:
        delen += [
            f"{som_op(sorted(naam for naam in laatst if laatst[naam] == maand))} in {in_woorden(maand)}"
            for maand in sorted(set(laatst.values()), reverse=True)
        ]
    else:
        delen.append(f"{ervoor} in {maanden_ervoor(m.maanden - 1)}")
    return f"{', '.join(delen[:-1])}, en {delen[-1]}"


def _opeenvolgend(beleid: Beleid, opeenvolgend: bool, eerder: Sequence[EerderSignaal]) -> str:
    begin = f"In {maanden_ervoor(beleid.opeenvolgend or 1)} is {_plek(beleid.meervoudig.sleutel)}"
    if not opeenvolgend:
        return f"{begin} geen signaal opgepakt. Daarom is deze melding niet opeenvolgend."
    laatst = ""
    if eerder:
        maand = max(oud.maand for oud in eerder)
        namen = som_op(sorted({oud.partner for oud in eerder if oud.maand == maand}))
        laatst = f", het laatst in {in_woorden(maand)} van {namen}"
    return f"{begin} ook al een signaal opgepakt{laatst}. Daarom is deze melding opeenvolgend."


def _regel(beleid: Beleid, feiten: MeldingFeiten) -> str:
    regel = beleid.opvolging[feiten.regel - 1]
    voorwaarde = beschrijf_voorwaarde(regel.als, beleid.meervoudig.telt)
    wanneer = f"als {voorwaarde}" if voorwaarde else "voor alle overige meldingen"
    begin = (
        f"Regel {feiten.regel} van '{beleid.naam}' is de eerste die past. Die regel geldt {wanneer}, "
        f"en de opvolging is dan {regel.dan}."
    )
    if regel.quotum is None:
        return begin
    plaatsen = f"Daarvoor {'is' if regel.quotum == 1 else 'zijn'} er {aantal(regel.quotum, 'plaats', 'plaatsen')} per maand"
    if feiten.binnen_quotum:
        return f"{begin} {plaatsen}; deze melding heeft plaats {feiten.plek_in_regel}."
    return f"{begin} {plaatsen} en deze melding is nummer {feiten.plek_in_regel}. Daarom wordt de opvolging {regel.anders}."


def _termijn(regel: Regel, feiten: MeldingFeiten) -> str:
    dag = uiterlijk(regel, feiten.eerste_ontvangst)
    if dag is None:
        return "Deze regel heeft geen termijn: er is geen dag waarop de opvolging gedaan moet zijn."
    return (
        f"De opvolging moet uiterlijk op {datum(dag)} gedaan zijn. Dat is {termijn(regel)} na "
        f"{datum(feiten.eerste_ontvangst)}, de dag waarop het eerste signaal is ontvangen."
    )


def _rang(beleid: Beleid, feiten: MeldingFeiten) -> str:
    waarden = {
        Volgorde.AANTAL: f"het aantal {EENHEDEN[beleid.meervoudig.telt]} (hier {feiten.aantal})",
        Volgorde.BEDRAG: f"het bedrag van de achterstand samen (hier {geld(feiten.bedrag)})",
        Volgorde.DAGEN: f"de langste achterstand (hier {aantal(feiten.dagen, 'dag', 'dagen')})",
    }
    return (
        f"Deze melding staat op plaats {feiten.rang} van de maand. De volgorde gaat naar "
        f"{', en daarna naar '.join(waarden[v] for v in beleid.volgorde)}; het hoogste staat bovenaan."
    )


def _maand(dag: date) -> int:
    return dag.year * 12 + dag.month - 1
