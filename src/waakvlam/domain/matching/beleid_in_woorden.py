"""The policy in force in words, for the page and for whoever asks."""

from waakvlam.domain.common.notatie import datum, geld
from waakvlam.domain.matching.beleid import Beleid, Regel, Sleutel, Telt, Venster, Volgorde
from waakvlam.domain.matching.uitleg import beschrijf_voorwaarde

_TELT = {
    Telt.PARTNERS: "verschillende partners",
    Telt.SOORTEN: "verschillende soorten signalen",
    Telt.SIGNALEN: "verschillende signalen",
}
_VOLGORDE = {
    Volgorde.AANTAL: "het aantal (meer gaat voor minder)",
    Volgorde.BEDRAG: "het totale bedrag (hoger gaat voor lager)",
    Volgorde.DAGEN: "de langste achterstand in dagen",
}


def beschrijf_venster(venster: Venster) -> str:
    """Say a window in words."""
    if venster.dagen_min is not None and venster.dagen_max is not None:
        return f"van {venster.dagen_min} tot en met {venster.dagen_max} dagen achterstand"
    if venster.dagen_min is not None:
        return f"vanaf {venster.dagen_min} dagen achterstand"
    if venster.dagen_max is not None:
        return f"tot en met {venster.dagen_max} dagen achterstand"
    return "elke achterstand"


def beschrijf_regel(regel: Regel) -> str:
    """Say one line of the follow-up table in words."""
    tekst = f"{beschrijf_voorwaarde(regel.als)}: {regel.dan}"
    if regel.binnen_dagen is not None:
        tekst += f", binnen {regel.binnen_dagen} dagen na ontvangst"
    if regel.binnen_werkdagen is not None:
        tekst += f", binnen {regel.binnen_werkdagen} werkdagen na ontvangst"
    if regel.quotum is not None:
        tekst += f"; hoogstens {regel.quotum} per maand, de rest {regel.anders}"
    return tekst


def _ervoor(maanden: int) -> str:
    return "de maand ervoor" if maanden == 1 else f"de {maanden} maanden ervoor"


def _opgenomen(beleid: Beleid) -> list[str]:
    regels = [
        "Een signaal over een rechtspersoon wordt niet opgenomen, en een signaal waartegen bezwaar is ook niet."
    ]
    if beleid.particulier:
        regels.append("Alleen particulieren: zakelijke signalen worden niet opgenomen.")
    if beleid.drempelbedrag:
        regels.append(f"Onder {geld(beleid.drempelbedrag)} wordt een signaal niet opgenomen.")
    regels += [f"{soort}: {beschrijf_venster(venster)}." for soort, venster in beleid.venster.items()]
    regels.append("Een crisissignaal of aangekondigd einde van levering heeft geen drempel en geen venster.")
    if beleid.herhaald is not None:
        regels.append(
            f"Een signaal dat in {_ervoor(beleid.herhaald)} al is opgenomen, telt alleen opnieuw als het bedrag hoger is."
        )
    return regels


def _samen(beleid: Beleid) -> list[str]:
    m = beleid.meervoudig
    waarop = "hetzelfde adres" if m.sleutel is Sleutel.ADRES else "dezelfde persoon"
    periode = "dezelfde maand" if m.maanden == 1 else f"{m.maanden} opeenvolgende maanden"
    regels = [f"Signalen op {waarop} in één maand vormen samen één melding."]
    regels.append(f"Meervoudig: {m.minimaal} of meer {_TELT[m.telt]} in {periode}.")
    if beleid.opeenvolgend is not None:
        regels.append(f"Opeenvolgend: ook een opgenomen signaal in {_ervoor(beleid.opeenvolgend)}.")
    return regels


def beschrijf(beleid: Beleid) -> dict[str, list[str]]:
    """Say a policy in words, per heading."""
    return {
        "Geldig": [f"{beleid.naam} geldt vanaf {datum(beleid.geldig_vanaf)}."],
        "Welke signalen": _opgenomen(beleid),
        "Wat hoort bij elkaar": _samen(beleid),
        "Wat er gebeurt": [
            f"{nr}. {beschrijf_regel(regel)}." for nr, regel in enumerate(beleid.opvolging, 1)
        ],
        "Op welke volgorde": [f"Op {', dan '.join(_VOLGORDE[v] for v in beleid.volgorde)}."],
    }
