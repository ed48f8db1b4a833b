"""The explanation of a figure: a tree of steps that a court, a consulent and a resident can each follow.

Every step says what was done in one formula, written in words and with the names of what stands below it:

    (belastbaar jaarinkomen − drempelinkomen) / 12 × percentage zorgtoeslag

A formula may use `+ − × / ( )`, numbers with a decimal point, `%`, `laagste van (a; b)`, `hoogste van (a; b)`,
`afgerond op centen (a)`, `omhoog afgerond op euro's (a)`, `omlaag afgerond op euro's (a)` and
`afgerond op euro's (a)`. Each name in it is the name of a step in `invoer` or of a norm in `normen`, so that
anybody, also a test, can do the sum again.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from waakvlam.domain.rekenen.afronden import rond_af_op_centen
from waakvlam.domain.rekenen.normen import Norm

EURO = "euro"
EURO_PER_MAAND = "euro per maand"
EURO_PER_JAAR = "euro per jaar"
PROCENT = "procent"
GEGEVEN = "opgegeven"


class Stap(NamedTuple):
    """One step of a calculation. A named tuple: one is made for every step of every household, and it is quick to make.

    `uitkomst` is None when the step could not be computed; `toelichting` then says why. A step whose `formule` is
    GEGEVEN is a fact that was handed in. `bron` is the rule that asks for the step, `toelichting` one Dutch
    sentence for the consulent where the formula does not speak for itself. Exact: nothing is rounded in a step
    that does not say so.
    """

    naam: str
    uitkomst: Decimal | None
    formule: str
    invoer: tuple["Stap", ...] = ()
    normen: tuple[Norm, ...] = ()
    bron: str = ""
    eenheid: str = EURO_PER_MAAND
    toelichting: str = ""

    @property
    def waarde(self) -> Decimal:
        """The result of a step that is known to have one. Raises ValueError when it has none."""
        if self.uitkomst is None:
            raise ValueError(f"{self.naam}: {self.toelichting}")
        return self.uitkomst

    def als_dict(self) -> dict[str, Any]:
        """Give the step and all below it in the form of contract.md section 5; amounts with two decimals.

        A step that stands in two places is one dict in both: for writing, not for changing.
        """
        return _schrijf_stap(self, {})


def _schrijf_stap(stap: Stap, geschreven: dict[int, dict[str, Any]]) -> dict[str, Any]:
    vorm = geschreven.get(id(stap))
    if vorm is not None:
        return vorm
    naam, uitkomst, formule, invoer, normen, bron, eenheid, toelichting = stap
    vorm = {
        "naam": naam,
        "formule": formule,
        "invoer": [_schrijf_stap(deel, geschreven) for deel in invoer],
        "uitkomst": None if uitkomst is None else schrijf_getal(uitkomst, eenheid),
        "eenheid": eenheid,
        "bron": bron,
        "normen": [norm.als_dict() for norm in normen],
    }
    if toelichting:
        vorm["toelichting"] = toelichting
    geschreven[id(stap)] = vorm
    return vorm


def gegeven(naam: str, waarde: Decimal, eenheid: str = EURO_PER_MAAND, toelichting: str = "") -> Stap:
    """Make a step of a fact that was handed in."""
    return Stap(naam, waarde, GEGEVEN, eenheid=eenheid, toelichting=toelichting)


def doorloop(stap: Stap) -> Iterator[Stap]:
    """Give the step and every step below it, once per place, from the outcome down."""
    yield stap
    for deel in stap.invoer:
        yield from doorloop(deel)


def get_normen(stap: Stap) -> tuple[Norm, ...]:
    """List every norm that was used anywhere in the tree, once, in order of first use."""
    return tuple(dict.fromkeys(norm for deel in doorloop(stap) for norm in deel.normen))


def schrijf_getal(waarde: Decimal, eenheid: str) -> str:
    """Write a figure for a file: euros with two decimals (half a cent up), all else as it is."""
    if eenheid.startswith("euro"):
        return str(rond_af_op_centen(waarde) + 0)  # + 0: no minus before 0.00
    return f"{waarde.normalize():f}"
