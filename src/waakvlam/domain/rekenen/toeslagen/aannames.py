"""The assumptions that toeslagen rest on: only those that played a part, each in one Dutch sentence."""

from collections.abc import Iterator

from waakvlam.domain.rekenen.basishuur import STELSEL_2026
from waakvlam.domain.rekenen.toeslagen.invoer import ToeslagenInvoer
from waakvlam.domain.rekenen.uitkomst import Aanname


def maak_aannames(invoer: ToeslagenInvoer) -> tuple[Aanname, ...]:
    """List the assumptions that were used."""
    return (*_over_gegevens(invoer), *_over_huur(invoer), *_over_uitbetaling())


def _over_gegevens(invoer: ToeslagenInvoer) -> Iterator[Aanname]:
    yield Aanname(
        "toetsingsinkomen",
        "opgegeven",
        "Het toetsingsinkomen is zoals opgegeven, van het huishouden samen en over het hele jaar.",
    )
    if invoer.vermogen is None:
        yield Aanname(
            "geen vermogen opgegeven",
            "onder de grens",
            "Er is geen vermogen opgegeven. Er is gerekend alsof het onder de grens ligt.",
        )
    if invoer.leeftijd is None:
        yield _over_leeftijd(invoer)
    if invoer.partner:
        yield Aanname(
            "partner verzekerd",
            "ja" if invoer.partner_verzekerd else "nee",
            "De partner heeft een Nederlandse zorgverzekering."
            if invoer.partner_verzekerd
            else "De partner heeft geen Nederlandse zorgverzekering; de zorgtoeslag is dan de helft.",
        )


def _over_leeftijd(invoer: ToeslagenInvoer) -> Aanname:
    tekst = "De leeftijd is niet opgegeven. Er is gerekend met een volwassene zonder lagere huurgrens"
    if invoer.aow is None:
        return Aanname("leeftijd", "volwassen, geen AOW", f"{tekst} en zonder AOW.")
    return Aanname("leeftijd", "volwassen", f"{tekst}.")


def _over_huur(invoer: ToeslagenInvoer) -> Iterator[Aanname]:
    if invoer.kale_huur is None:
        return
    yield Aanname(
        "woning",
        "zelfstandig",
        "De woning is zelfstandig en iedereen die er woont, staat er ingeschreven.",
    )
    if invoer.servicekosten and invoer.peildatum < STELSEL_2026:
        yield Aanname(
            "servicekosten",
            "vier soorten samen",
            "De servicekosten tellen mee tot het hoogste bedrag voor de vier soorten samen. Per soort geldt ook een grens.",
        )


def _over_uitbetaling() -> Iterator[Aanname]:
    yield Aanname(
        "heel_jaar",
        "ongewijzigd",
        "De toeslag is berekend alsof de situatie het hele jaar zo is.",
    )
    yield Aanname(
        "afronding",
        "jaar op euro's, maand omlaag",
        "Het jaarbedrag is afgerond op hele euro's (art. 14 Awir). Het maandbedrag is een twaalfde daarvan, naar beneden "
        "afgerond; dat laatste staat niet in de wet maar past op de gepubliceerde tabellen van de zorgtoeslag. Bij "
        "huurtoeslag kan het bedrag van de Dienst Toeslagen 1 euro lager zijn.",
    )
