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
from waakvlam.domain.common.termijn import werkdagen_na
from waakvlam.domain.matching.beleid import Als, Beleid, Regel, Telt, Volgorde


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


_EENHEID = {Telt.PARTNERS: "partner", Telt.SOORTEN: "soort", Telt.SIGNALEN: "signaal"}
_MEERVOUD = {Telt.PARTNERS: "partners", Telt.SOORTEN: "soorten", Telt.SIGNALEN: "signalen"}


def leg_uit(beleid: Beleid, feiten: MeldingFeiten, signalen: Sequence[SignaalFeit]) -> list[str]:
    """Explain a melding in sentences: the signals, samenloop, the rule, the term, the rank."""
    regels = [
        f"{s.soort} van {s.partner} ({s.kenmerk}): {geld(s.bedrag)}, {s.dagen} dagen achterstand op {datum(s.signaaldatum)}."
        for s in signalen
    ]
    regels.append(_samenloop(beleid, feiten))
    if beleid.opeenvolgend is not None:
        regels.append(_opeenvolgend(beleid.opeenvolgend, feiten.opeenvolgend))
    regels.append(_regel(beleid, feiten))
    regels.append(_termijn(beleid.opvolging[feiten.regel - 1], feiten))
    regels.append(_rang(beleid, feiten))
    return regels


def _samenloop(beleid: Beleid, feiten: MeldingFeiten) -> str:
    m = beleid.meervoudig
    telt = _EENHEID[m.telt] if feiten.aantal == 1 else _MEERVOUD[m.telt]
    periode = {1: "in deze maand", 2: "in deze maand en de maand ervoor"}.get(
        m.maanden, f"in deze maand en de {m.maanden - 1} maanden ervoor"
    )
    plek = "dit adres" if m.sleutel.value == "adres" else "deze persoon"
    uitkomst = "meervoudig" if feiten.meervoudig else "enkelvoudig"
    return f"{feiten.aantal} {telt} op {plek} {periode}; meervoudig vanaf {m.minimaal}: {uitkomst}."


def _opeenvolgend(maanden: int, opeenvolgend: bool) -> str:
    periode = "de maand ervoor" if maanden == 1 else f"de {maanden} maanden ervoor"
    if opeenvolgend:
        return f"In {periode} was er al een opgenomen signaal: opeenvolgend."
    return f"In {periode} was er geen opgenomen signaal: niet opeenvolgend."


def _regel(beleid: Beleid, feiten: MeldingFeiten) -> str:
    regel = beleid.opvolging[feiten.regel - 1]
    begin = f"Regel {feiten.regel} van '{beleid.naam}' past als eerste: {beschrijf_voorwaarde(regel.als)} → {regel.dan}."
    if regel.quotum is None:
        return begin
    if feiten.binnen_quotum:
        return f"{begin} Plaats {feiten.plek_in_regel} van {regel.quotum} in deze maand."
    return f"{begin} De {regel.quotum} plaatsen zijn vol (dit is nummer {feiten.plek_in_regel}), daarom {regel.anders}."


def _termijn(regel: Regel, feiten: MeldingFeiten) -> str:
    dag = uiterlijk(regel, feiten.eerste_ontvangst)
    if dag is None:
        return "Deze regel heeft geen termijn."
    aantal, soort = (
        (regel.binnen_dagen, "dagen")
        if regel.binnen_dagen is not None
        else (regel.binnen_werkdagen, "werkdagen")
    )
    return f"Uiterlijk {datum(dag)}: {aantal} {soort} na de eerste ontvangst op {datum(feiten.eerste_ontvangst)}."


def _rang(beleid: Beleid, feiten: MeldingFeiten) -> str:
    waarden = {
        Volgorde.AANTAL: f"aantal {feiten.aantal}",
        Volgorde.BEDRAG: f"bedrag {geld(feiten.bedrag)}",
        Volgorde.DAGEN: f"{feiten.dagen} dagen achterstand",
    }
    return f"Plaats {feiten.rang} in de maand, op volgorde van {', dan '.join(waarden[v] for v in beleid.volgorde)}."


def beschrijf_voorwaarde(als: Als) -> str:
    """Say the conditions of a rule in words."""
    delen = []
    for veld, woord in (
        ("crisissignaal", "crisissignaal"),
        ("warme_overdracht", "warme overdracht"),
        ("einde_levering", "einde levering aangekondigd"),
        ("meervoudig", "meervoudig"),
        ("opeenvolgend", "opeenvolgend"),
    ):
        if (waarde := getattr(als, veld)) is not None:
            delen.append(
                woord
                if waarde
                else f"geen {woord}"
                if veld not in {"meervoudig", "opeenvolgend"}
                else f"niet {woord}"
            )
    if als.soort:
        delen.append(f"soort {' of '.join(als.soort)}")
    if als.partner:
        delen.append(f"partner {' of '.join(als.partner)}")
    if als.bedrag_vanaf is not None:
        delen.append(f"bedrag vanaf {geld(als.bedrag_vanaf)}")
    if als.bedrag_tot is not None:
        delen.append(f"bedrag onder {geld(als.bedrag_tot)}")
    if als.aantal_vanaf is not None:
        delen.append(f"aantal vanaf {als.aantal_vanaf}")
    if als.leeftijd_vanaf is not None:
        delen.append(f"iemand van {als.leeftijd_vanaf} jaar of ouder")
    if als.leeftijd_tot is not None:
        delen.append(f"iemand jonger dan {als.leeftijd_tot} jaar")
    return ", ".join(delen) or "alle overige meldingen"
