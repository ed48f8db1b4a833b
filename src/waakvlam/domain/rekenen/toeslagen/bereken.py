"""The three toeslagen of a household, each with its own outcome. Bron: Awir, Wzt, Wht, WKB."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.kern import get_kern
from waakvlam.domain.rekenen.normen import Normen
from waakvlam.domain.rekenen.ontbrekend import bereken_met_normen
from waakvlam.domain.rekenen.toeslagen import huurtoeslag, kindgebonden_budget, zorgtoeslag
from waakvlam.domain.rekenen.toeslagen.aannames import maak_aannames
from waakvlam.domain.rekenen.toeslagen.invoer import ToeslagenInvoer
from waakvlam.domain.rekenen.toeslagen.toeslag import Toeslag, niet_te_zeggen
from waakvlam.domain.rekenen.uitkomst import Rekenuitkomst
from waakvlam.domain.rekenen.uitleg import Stap


@dataclass(frozen=True, slots=True)
class Toeslagen:
    """The three toeslagen of one household."""

    zorgtoeslag: Toeslag
    huurtoeslag: Toeslag
    kindgebonden_budget: Toeslag

    @property
    def alle(self) -> tuple[Toeslag, Toeslag, Toeslag]:
        """The three in the order of the contract."""
        return self.zorgtoeslag, self.huurtoeslag, self.kindgebonden_budget


def bereken_toeslagen(invoer: ToeslagenInvoer) -> Rekenuitkomst:
    """Compute the three toeslagen per month; `uitkomst` is their sum, or None while one of them cannot be said.

    `extra` holds each of them (contract.md section 5). Raises Invoerfout for a date outside the norms.
    """
    toeslagen = maak_toeslagen(invoer)
    som = _tel_op(toeslagen)
    extra = {
        "zorgtoeslag": toeslagen.zorgtoeslag.als_dict(),
        "huurtoeslag": toeslagen.huurtoeslag.als_dict(),
        "kindgebonden_budget": toeslagen.kindgebonden_budget.als_dict(),
    }
    return Rekenuitkomst(som.uitkomst, invoer.peildatum, som, maak_aannames(invoer), get_kern(), extra)


def maak_toeslagen(invoer: ToeslagenInvoer) -> Toeslagen:
    """Compute each toeslag apart, so that a norm that is missing for one leaves the others. Raises Invoerfout."""
    bereken_met_normen(invoer.peildatum, invoer.eigen_normen, lambda normen: normen)
    return Toeslagen(
        _probeer(zorgtoeslag.NAAM, invoer, zorgtoeslag.maak_zorgtoeslag),
        _probeer(huurtoeslag.NAAM, invoer, huurtoeslag.maak_huurtoeslag),
        _probeer(kindgebonden_budget.NAAM, invoer, kindgebonden_budget.maak_kindgebonden_budget),
    )


def _probeer(
    naam: str, invoer: ToeslagenInvoer, maak: Callable[[ToeslagenInvoer, Normen], Toeslag]
) -> Toeslag:
    try:
        return bereken_met_normen(invoer.peildatum, invoer.eigen_normen, lambda normen: maak(invoer, normen))
    except Invoerfout as fout:
        return niet_te_zeggen(naam, " ".join(deel.fout for deel in fout.fouten), "norm ontbreekt")


def _tel_op(toeslagen: Toeslagen) -> Stap:
    delen = tuple(toeslag.uitleg for toeslag in toeslagen.alle)
    bedragen = [deel.uitkomst for deel in delen if deel.uitkomst is not None]
    compleet = len(bedragen) == len(delen)
    return Stap(
        "toeslagen samen",
        sum(bedragen, Decimal(0)) if compleet else None,
        " + ".join(deel.naam for deel in delen),
        delen,
        bron="Awir",
        toelichting="" if compleet else "Niet elke toeslag is te berekenen; de som is daarom niet bekend.",
    )
