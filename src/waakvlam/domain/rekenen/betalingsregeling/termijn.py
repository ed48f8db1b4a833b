"""Within how many months everything is paid, and how many months an amount takes."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeVar

from waakvlam.domain.rekenen.normen import Norm
from waakvlam.domain.rekenen.ontbrekend import bereken_met_normen
from waakvlam.domain.rekenen.uitkomst import Aanname
from waakvlam.domain.rekenen.uitleg import Stap, gegeven
from waakvlam.domain.rekenen.voorstel.verdeling import naar_centen

NORM = "nvvk_36_maanden"

U = TypeVar("U")


def met_termijn(peildatum: date, maanden: int | None, bereken: Callable[[Stap | Norm], U]) -> U:
    """Compute with the term that was given, or else with the norm. Raises Invoerfout where the norms do not reach."""
    if maanden is not None:
        return bereken(gegeven("aantal maanden", Decimal(maanden), "maanden"))
    return bereken_met_normen(peildatum, (), lambda normen: bereken(normen[NORM]))


def maak_aanname_termijn() -> Aanname:
    """Name the norm as an assumption: no law says so."""
    return Aanname(
        "termijn",
        "norm van de NVVK",
        "De termijn is niet opgegeven. Gerekend is met 36 maanden: een schuld die dan niet is betaald, noemt de NVVK "
        "problematisch. Geen wet zegt dit; een schuldeiser kan een andere termijn willen.",
    )


def get_maanden(bedrag: Decimal, termijn: Decimal) -> int:
    """How many payments an amount takes, the last one included."""
    return -(-naar_centen(bedrag) // naar_centen(termijn))
