"""The inkomenscheck: which rights a household probably has, which not, and what is missing to say so."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from waakvlam.domain.rekenen.bijstand import Oordeel
from waakvlam.domain.rekenen.inkomenscheck.invoer import InkomenscheckInvoer
from waakvlam.domain.rekenen.inkomenscheck.kwijtschelding import beoordeel_kwijtschelding
from waakvlam.domain.rekenen.inkomenscheck.landelijk import beoordeel_bijstand, beoordeel_toeslagen
from waakvlam.domain.rekenen.inkomenscheck.lokaal import beoordeel_regeling
from waakvlam.domain.rekenen.inkomenscheck.recht import Inkomensrecht
from waakvlam.domain.rekenen.inkomenscheck.regelingen import Gemeenteregels
from waakvlam.domain.rekenen.kern import get_kern
from waakvlam.domain.rekenen.ontbrekend import bereken_met_normen
from waakvlam.domain.rekenen.uitkomst import Aanname, Rekenuitkomst
from waakvlam.domain.rekenen.uitleg import Stap

GEEN_REGELS = Gemeenteregels()
NAAM = "wat er per maand waarschijnlijk bij kan komen"


def bereken_inkomenscheck(invoer: InkomenscheckInvoer, regels: Gemeenteregels = GEEN_REGELS) -> Rekenuitkomst:
    """Judge every right; `uitkomst` is the sum per month of toeslagen and bijstand, None while one cannot be said.

    `extra` holds `rechten` and `voorbeeldregels`. Raises Invoerfout for a date outside the norms.
    """
    rechten = beoordeel_rechten(invoer, regels)
    som = _tel_op(rechten[:4])
    extra: dict[str, Any] = {
        "rechten": [recht.als_dict() for recht in rechten],
        "voorbeeldregels": regels.voorbeeld,
    }
    return Rekenuitkomst(
        som.uitkomst, invoer.peildatum, som, tuple(_maak_aannames(invoer, regels)), get_kern(), extra
    )


def beoordeel_rechten(
    invoer: InkomenscheckInvoer, regels: Gemeenteregels = GEEN_REGELS
) -> tuple[Inkomensrecht, ...]:
    """Judge the three toeslagen, bijstand, kwijtschelding and the schemes of the gemeente, in that order. Raises Invoerfout."""
    bereken_met_normen(invoer.peildatum, invoer.eigen_normen, lambda normen: normen)
    return (
        *beoordeel_toeslagen(invoer),
        beoordeel_bijstand(invoer),
        beoordeel_kwijtschelding(invoer, regels.kwijtschelding_norm_percentage),
        *(beoordeel_regeling(regeling, invoer) for regeling in regels.regelingen),
    )


def _tel_op(rechten: tuple[Inkomensrecht, ...]) -> Stap:
    onbekend = [recht.naam for recht in rechten if recht.oordeel is Oordeel.NIET_TE_ZEGGEN]
    delen = tuple(recht.uitleg for recht in rechten if recht.uitleg)
    return Stap(
        NAAM,
        None if onbekend else sum((deel.waarde for deel in delen), Decimal(0)),
        " + ".join(deel.naam for deel in delen) or "0",
        delen,
        bron="Awir; Pw",
        toelichting=f"Nog niet te zeggen: {', '.join(onbekend)}." if onbekend else "",
    )


def _maak_aannames(invoer: InkomenscheckInvoer, regels: Gemeenteregels) -> Iterator[Aanname]:
    yield Aanname(
        "schatting",
        "waarschijnlijk",
        "De uitkomst is een schatting op wat is ingevuld. De Dienst Toeslagen, de gemeente of het waterschap beslist.",
    )
    yield Aanname(
        "heel_jaar",
        "ongewijzigd",
        "Er is gerekend alsof de situatie het hele jaar zo is, met iedereen ingeschreven.",
    )
    if invoer.vermogen is None:
        yield Aanname(
            "geen vermogen opgegeven",
            "onder de grens",
            "Er is geen spaargeld opgegeven. Bij toeslagen en bijstand is gerekend alsof het onder de grens ligt.",
        )
    yield Aanname(
        "kwijtschelding",
        f"{regels.kwijtschelding_norm_percentage}%",
        f"Voor kwijtschelding is gerekend met {regels.kwijtschelding_norm_percentage}% van de norm. Zonder het bedrag dat "
        "na huur en zorgpremie overblijft, telt het hele netto inkomen; de kwijtschelding kan dan hoger zijn.",
    )
    if regels.voorbeeld:
        yield Aanname(
            "voorbeeldregels",
            "ja",
            "De regels van de gemeente zijn een voorbeeld en geen beleid. De gemeente moet ze nog vervangen.",
        )
