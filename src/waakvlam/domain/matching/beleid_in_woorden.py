"""The policy in force in words, for the page and for whoever asks."""

from collections.abc import Sequence

from waakvlam.domain.common.notatie import datum, geld
from waakvlam.domain.matching.beleid import Als, Beleid, Regel, Sleutel, Telt, Venster, Volgorde

EENHEID = {Telt.PARTNERS: "partner", Telt.SOORTEN: "soort", Telt.SIGNALEN: "signaal"}
EENHEDEN = {Telt.PARTNERS: "partners", Telt.SOORTEN: "soorten", Telt.SIGNALEN: "signalen"}
_TELT = {
    Telt.PARTNERS: "verschillende partners",
    Telt.SOORTEN: "verschillende soorten signalen",
    Telt.SIGNALEN: "verschillende signalen",
}
_VLAGGEN = {
    "crisissignaal": ("er een crisissignaal bij is", "er geen crisissignaal bij is"),
    "warme_overdracht": ("er een warme overdracht bij is", "er geen warme overdracht bij is"),
    "einde_levering": (
        "een partner heeft aangekondigd te stoppen met leveren",
        "geen partner heeft aangekondigd te stoppen met leveren",
    ),
    "meervoudig": ("de melding meervoudig is", "de melding niet meervoudig is"),
    "opeenvolgend": ("de melding opeenvolgend is", "de melding niet opeenvolgend is"),
}


def aantal(hoeveel: int, een: str, meer: str) -> str:
    """Write a number with its noun: `1 dag`, `2 dagen`."""
    return f"{hoeveel} {een if hoeveel == 1 else meer}"


def som_op(delen: Sequence[str], laatste: str = "en") -> str:
    """Write a list as one reads it out: `a, b en c`."""
    return f" {laatste} ".join(filter(None, (", ".join(delen[:-1]), delen[-1]))) if delen else ""


def termijn(regel: Regel) -> str:
    """Write the term of a rule: `14 dagen`, `1 werkdag`; empty when it has none."""
    if regel.binnen_dagen is not None:
        return aantal(regel.binnen_dagen, "dag", "dagen")
    if regel.binnen_werkdagen is not None:
        return aantal(regel.binnen_werkdagen, "werkdag", "werkdagen")
    return ""


def maanden_ervoor(maanden: int) -> str:
    """Write how far is looked back, seen from the month of a melding."""
    return "de maand ervoor" if maanden == 1 else f"de {maanden} maanden ervoor"


def beschrijf_voorwaarde(als: Als, telt: Telt) -> str:
    """Say when a rule holds, to follow on `als`; empty when it asks nothing."""
    delen = [
        woorden[not gevraagd]
        for veld, woorden in _VLAGGEN.items()
        if (gevraagd := getattr(als, veld)) is not None
    ]
    if als.soort:
        delen.append(f"er een signaal van de soort {som_op(als.soort, 'of')} bij is")
    if als.partner:
        delen.append(f"er een signaal van {som_op(als.partner, 'of')} bij is")
    if als.bedrag_vanaf is not None:
        delen.append(f"de achterstand samen {geld(als.bedrag_vanaf)} of meer is")
    if als.bedrag_tot is not None:
        delen.append(f"de achterstand samen lager is dan {geld(als.bedrag_tot)}")
    if als.aantal_vanaf is not None:
        delen.append(f"er {als.aantal_vanaf} of meer {EENHEDEN[telt]} zijn geteld")
    delen += _leeftijd(als)
    return som_op(delen)


def _leeftijd(als: Als) -> list[str]:
    grenzen = []
    if als.leeftijd_vanaf is not None:
        grenzen.append(f"{als.leeftijd_vanaf} jaar of ouder is")
    if als.leeftijd_tot is not None:
        grenzen.append(f"jonger is dan {als.leeftijd_tot} jaar")
    return [f"er iemand bij is die {som_op(grenzen)}"] if grenzen else []


def beschrijf_venster(venster: Venster) -> str:
    """Say a window in words."""
    if venster.dagen_min is not None and venster.dagen_max is not None:
        return f"van {venster.dagen_min} tot en met {venster.dagen_max} dagen achterstand"
    if venster.dagen_min is not None:
        return f"vanaf {aantal(venster.dagen_min, 'dag', 'dagen')} achterstand"
    if venster.dagen_max is not None:
        return f"tot en met {aantal(venster.dagen_max, 'dag', 'dagen')} achterstand"
    return "elke achterstand"


def beschrijf_regel(regel: Regel, telt: Telt) -> str:
    """Say one line of the follow-up table in sentences."""
    voorwaarde = beschrijf_voorwaarde(regel.als, telt)
    begin = f"Als {voorwaarde}" if voorwaarde else "Alle overige meldingen"
    zin = f"{begin}: {regel.dan}"
    if tijd := termijn(regel):
        zin += f", binnen {tijd} na de eerste ontvangst"
    if regel.quotum is None:
        return f"{zin}."
    return (
        f"{zin}. Dat kan bij hoogstens {aantal(regel.quotum, 'melding', 'meldingen')} per maand; "
        f"bij de andere wordt het {regel.anders}."
    )


def _opgenomen(beleid: Beleid) -> list[str]:
    regels = [
        "Een signaal over een rechtspersoon wordt niet opgenomen, en een signaal waartegen bezwaar is ook niet."
    ]
    if beleid.particulier:
        regels.append("Alleen particulieren: zakelijke signalen worden niet opgenomen.")
    if beleid.drempelbedrag:
        regels.append(f"Een signaal onder {geld(beleid.drempelbedrag)} wordt niet opgenomen.")
    regels += [f"{soort}: {beschrijf_venster(venster)}." for soort, venster in beleid.venster.items()]
    regels.append(
        "Voor een crisissignaal en voor een aangekondigd einde van de levering gelden geen drempel en geen aantal dagen."
    )
    if beleid.herhaald is not None:
        regels.append(
            f"Een signaal dat in {maanden_ervoor(beleid.herhaald)} al is opgenomen, telt alleen opnieuw mee als het bedrag "
            "hoger is."
        )
    return regels


def _samen(beleid: Beleid) -> list[str]:
    m = beleid.meervoudig
    waarop = "hetzelfde adres" if m.sleutel is Sleutel.ADRES else "dezelfde persoon"
    periode = "dezelfde maand" if m.maanden == 1 else f"{m.maanden} opeenvolgende maanden"
    regels = [
        f"Signalen {'op' if m.sleutel is Sleutel.ADRES else 'over'} {waarop} in één maand zijn samen één melding."
    ]
    regels.append(f"Een melding is meervoudig bij {m.minimaal} of meer {_TELT[m.telt]} in {periode}.")
    if beleid.opeenvolgend is not None:
        regels.append(
            f"Een melding is opeenvolgend als in {maanden_ervoor(beleid.opeenvolgend)} ook al een signaal is opgenomen."
        )
    return regels


def _volgorde(beleid: Beleid) -> str:
    woorden = {
        Volgorde.AANTAL: f"het aantal {EENHEDEN[beleid.meervoudig.telt]} (meer gaat voor minder)",
        Volgorde.BEDRAG: "het bedrag van de achterstand samen (hoger gaat voor lager)",
        Volgorde.DAGEN: "de langste achterstand (langer gaat voor korter)",
    }
    return (
        f"De meldingen staan op volgorde van {', en daarna van '.join(woorden[v] for v in beleid.volgorde)}."
    )


def beschrijf(beleid: Beleid) -> dict[str, list[str]]:
    """Say a policy in words, per heading."""
    return {
        "Geldig": [f"{beleid.naam} geldt vanaf {datum(beleid.geldig_vanaf)}."],
        "Welke signalen": _opgenomen(beleid),
        "Wat hoort bij elkaar": _samen(beleid),
        "Wat er gebeurt": [
            f"{nr}. {beschrijf_regel(regel, beleid.meervoudig.telt)}"
            for nr, regel in enumerate(beleid.opvolging, 1)
        ],
        "Op welke volgorde": [_volgorde(beleid)],
    }
