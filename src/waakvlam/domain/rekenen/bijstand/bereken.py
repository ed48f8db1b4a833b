"""The bijstandsnorm of a household, and whether bijstand would add to its income. Bron: hoofdstuk 3 Pw."""

from collections.abc import Iterator

from waakvlam.domain.rekenen.bijstand.aanvulling import Aanvulling, maak_aanvulling
from waakvlam.domain.rekenen.bijstand.invoer import VOLLE_NORM, BijstandInvoer
from waakvlam.domain.rekenen.bijstand.norm import maak_norm, tel_kostendelers
from waakvlam.domain.rekenen.kern import get_kern
from waakvlam.domain.rekenen.normen import Normen
from waakvlam.domain.rekenen.ontbrekend import bereken_met_normen
from waakvlam.domain.rekenen.uitkomst import Aanname, Rekenuitkomst


def bereken_bijstand(invoer: BijstandInvoer) -> Rekenuitkomst:
    """Compute the bijstandsnorm per month with holiday allowance.

    `extra` holds `kostendelers` (how many housemates share the costs) and `aanvullende_bijstand` (probable or not,
    with the amount per month). Raises Invoerfout for a date or norm that is not known.
    """
    return bereken_met_normen(invoer.peildatum, invoer.eigen_normen, lambda normen: _bereken(invoer, normen))


def maak_bijstand(invoer: BijstandInvoer) -> Aanvulling:
    """Say whether bijstand is probable, with the amount per month. Raises Invoerfout."""
    return bereken_met_normen(
        invoer.peildatum,
        invoer.eigen_normen,
        lambda normen: maak_aanvulling(invoer, normen, maak_norm(invoer, normen)),
    )


def _bereken(invoer: BijstandInvoer, normen: Normen) -> Rekenuitkomst:
    norm = maak_norm(invoer, normen)
    extra = {
        "kostendelers": tel_kostendelers(invoer, normen),
        "aanvullende_bijstand": maak_aanvulling(invoer, normen, norm).als_dict(),
    }
    return Rekenuitkomst(
        norm.waarde, invoer.peildatum, norm, tuple(_maak_aannames(invoer)), get_kern(), extra
    )


def _maak_aannames(invoer: BijstandInvoer) -> Iterator[Aanname]:
    yield Aanname(
        "recht_op_bijstand",
        "ja",
        "Wie in het huishouden hoort, heeft recht op bijstand. Verblijf, studie en de plicht om werk te zoeken zijn niet beoordeeld.",
    )
    yield Aanname(
        "woonsituatie",
        "gewoon",
        "De norm is niet verlaagd vanwege de woonsituatie of een opleiding (art. 27 en 28 Pw).",
    )
    if min(invoer.leeftijden) < VOLLE_NORM:
        yield Aanname(
            "ouders_jongere",
            "onderhoudsplicht",
            "Voor wie 18, 19 of 20 jaar is, geldt de lage norm omdat ouders moeten bijdragen. Kan dat niet, dan kan de "
            "gemeente meer geven.",
        )
    if invoer.aow is None or (invoer.gehuwd and invoer.aow_partner is None):
        yield Aanname(
            "aow_leeftijd",
            "67 jaar",
            "Wie 67 jaar of ouder is, heeft de AOW-leeftijd. In 2021 tot en met 2023 lag die iets lager.",
        )
    if invoer.netto_inkomen is not None and invoer.vermogen is None:
        yield Aanname(
            "geen vermogen opgegeven",
            "onder de grens",
            "Er is geen vermogen opgegeven. Er is gerekend alsof het onder de grens ligt.",
        )
    if invoer.netto_inkomen is not None:
        yield Aanname(
            "netto_inkomen",
            "opgegeven",
            "Het netto inkomen is zoals opgegeven, met vakantiegeld. Welk deel van loon of giften niet meetelt, is niet beoordeeld.",
        )
