"""One toeslag with its outcome, and how an amount per year becomes one per month. Bron: art. 14 Awir."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from waakvlam.domain.rekenen.afronden import rond_af_op_euros, rond_omlaag_op_euros
from waakvlam.domain.rekenen.normen import Norm, Normen
from waakvlam.domain.rekenen.uitleg import EURO_PER_JAAR, Stap

NUL = Decimal(0)


@dataclass(frozen=True, slots=True)
class Toeslag:
    """What a household gets of one toeslag, per month.

    `uitkomst` is None when it cannot be said; `reden` then says what is missing, and `ontbreekt` which fields (none
    when it is a norm). With an `uitkomst` of 0 `reden` says why there is nothing.
    """

    uitleg: Stap
    reden: str = ""
    ontbreekt: tuple[str, ...] = ()

    @property
    def uitkomst(self) -> Decimal | None:
        """Euros per month, or None when it cannot be said."""
        return self.uitleg.uitkomst

    def als_dict(self) -> dict[str, Any]:
        """Give the toeslag as in contract.md section 5."""
        return {
            "uitkomst": None if self.uitkomst is None else f"{self.uitkomst:.2f}",
            **({"reden": self.reden} if self.reden else {}),
            "uitleg": self.uitleg.als_dict(),
        }


def niet_te_zeggen(naam: str, reden: str, bron: str, *ontbreekt: str) -> Toeslag:
    """Make a toeslag whose amount is not known: never a zero."""
    return Toeslag(Stap(naam, None, "niet berekend", bron=bron, toelichting=reden), reden, ontbreekt)


def geen_toeslag(
    naam: str, reden: str, bron: str, invoer: tuple[Stap, ...] = (), normen: tuple[Norm, ...] = ()
) -> Toeslag:
    """Make a toeslag of nothing, with why; `invoer` and `normen` are what shows it."""
    return Toeslag(Stap(naam, NUL, "0", invoer, normen, bron, toelichting=reden), reden)


def maak_toeslag(naam: str, per_jaar: Stap, normen: Normen, *, reden_nul: str) -> Toeslag:
    """Round the amount of the year to whole euros, drop what is too little, and pay a twelfth of it, rounded down.

    The monthly floor is not in the law: it reproduces every published table of the zorgtoeslag.
    """
    minimum = normen["awir_14_minimum"]
    jaar = Stap(
        f"{naam} per jaar",
        rond_af_op_euros(per_jaar.waarde),
        f"afgerond op euro's ({per_jaar.naam})",
        (per_jaar,),
        bron="art. 14 Awir",
        eenheid=EURO_PER_JAAR,
    )
    if jaar.waarde == 0:
        return geen_toeslag(naam, reden_nul, "art. 14 Awir", (jaar,))
    if jaar.waarde < minimum.waarde:
        reden = f"Minder dan {minimum.waarde:f} euro per jaar wordt niet toegekend."
        return geen_toeslag(naam, reden, "art. 14 Awir", (jaar,), (minimum,))
    return Toeslag(
        Stap(
            naam,
            rond_omlaag_op_euros(jaar.waarde / 12),
            f"omlaag afgerond op euro's ({jaar.naam} / 12)",
            (jaar,),
            bron="art. 14 Awir; uitbetaling per maand",
        )
    )
