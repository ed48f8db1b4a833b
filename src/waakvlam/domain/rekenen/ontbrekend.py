"""Name every norm that a calculation lacks at once, instead of one at a time."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import TypeVar

from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.rekenen.invoer import Invoerfout, Veldfout
from waakvlam.domain.rekenen.normen import EigenNorm, Normen, NormOntbreekt, laad_normen

U = TypeVar("U")


def bereken_met_normen(peildatum: date, eigen: Iterable[EigenNorm], bereken: Callable[[Normen], U]) -> U:
    """Compute with the norms of a date and those that the user entered.

    Raises Invoerfout: on the field `peildatum` when the norms do not reach that far, on `eigen_normen` once for
    every norm that is not known on that date. Nothing is ever computed with a zero in the place of an unknown.
    """
    tabel = laad_normen()
    try:
        normen = tabel.op(peildatum).met(eigen)
    except WaakvlamFout as fout:
        raise Invoerfout([Veldfout("peildatum", peildatum.isoformat(), str(fout))]) from fout
    try:
        return bereken(normen)
    except NormOntbreekt as fout:
        raise Invoerfout(_zoek_ontbrekende(normen, fout, bereken)) from fout


def _zoek_ontbrekende(
    normen: Normen, eerste: NormOntbreekt, bereken: Callable[[Normen], U]
) -> list[Veldfout]:
    # The result with a stand-in is thrown away: it only serves to reach the next norm that is missing.
    ontbrekend, invulling = [eerste], dict(normen.eigen)
    while True:
        invulling[ontbrekend[-1].sleutel] = EigenNorm(ontbrekend[-1].sleutel, Decimal(1), "")
        try:
            bereken(normen.met(invulling.values()))
        except NormOntbreekt as volgende:
            ontbrekend.append(volgende)
        else:
            return [Veldfout("eigen_normen", fout.sleutel, str(fout)) for fout in ontbrekend]
