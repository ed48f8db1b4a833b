"""Put a proposal together: the amount, its division, and the explanation of both."""

from dataclasses import dataclass
from decimal import Decimal

from waakvlam.domain.rekenen.normen import Norm, Normen
from waakvlam.domain.rekenen.uitleg import Stap, gegeven
from waakvlam.domain.rekenen.voorstel.invoer import VoorstelInvoer
from waakvlam.domain.rekenen.voorstel.stappen import maak_opbrengst, maak_uitdeelbaar, maak_voorstel
from waakvlam.domain.rekenen.voorstel.verdeling import Verdeling, verdeel_bedrag

TERMIJN = "fw_349a_1"


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A proposal: its term in months, how the amount is divided, and the explanation (`uitleg`) of every payment."""

    maanden: int
    verdeling: Verdeling
    uitdeelbaar: Stap
    uitleg: Stap


def stel_voor(invoer: VoorstelInvoer, normen: Normen | None) -> Voorstel:
    """Make the proposal. `normen` is needed when the term is not given; raises NormOntbreekt for an unknown term."""
    maanden = get_maanden(invoer.maanden, normen)
    return stel_samen(
        invoer, int(maanden.waarde), maak_uitdeelbaar(invoer, maak_opbrengst(invoer, maanden), invoer.kosten)
    )


def stel_samen(invoer: VoorstelInvoer, maanden: int, uitdeelbaar: Stap) -> Voorstel:
    """Divide an amount over the debts of the facts."""
    verdeling = verdeel_bedrag(uitdeelbaar.waarde, [schuld.vordering for schuld in invoer.schulden])
    return Voorstel(maanden, verdeling, uitdeelbaar, maak_voorstel(invoer.schulden, verdeling, uitdeelbaar))


def get_maanden(maanden: int | None, normen: Normen | None) -> Stap | Norm:
    """The term in months that was given, or else the one of the law."""
    if maanden is not None:
        return gegeven("aantal maanden", Decimal(maanden), "maanden")
    if normen is None:
        raise ValueError("Zonder opgegeven termijn zijn de normen nodig.")
    return normen[TERMIJN]
