"""When new norms are due, for the screens: before the amounts run out, not after."""

from dataclasses import dataclass
from datetime import date, timedelta

from waakvlam.domain.common.notatie import datum
from waakvlam.domain.rekenen.normen.tabel import Normentabel, laad_normen

RUIM_VOORAF = timedelta(weeks=6)
"""How long before the last day the screens begin to say so. Own choice."""


@dataclass(frozen=True, slots=True)
class NieuweNormenNodig:
    """Say that new norms are due: `vanaf` is the first day without amounts, `normen` the keys that stop before it.

    `verlopen` is True when that day has come: from then on nothing can be computed, or not with every norm.
    """

    vanaf: date
    normen: tuple[str, ...]
    verlopen: bool
    bericht: str


def nieuwe_normen_nodig(vandaag: date, tabel: Normentabel | None = None) -> NieuweNormenNodig | None:
    """Say which norms run out within six weeks or have run out; None when there is nothing to do.

    A norm that stops while the others go on, as after a half finished update, is found too. Series that hold until
    further notice never run out, nor does one that ended with its law: whose last entry says that it is missing.
    """
    tabel = tabel or laad_normen()
    einden = {
        sleutel: reeks.laatste
        for sleutel, reeks in tabel.reeksen.items()
        if reeks.ritme.maanden and reeks.loopt
    }
    aflopend = sorted(sleutel for sleutel, einde in einden.items() if vandaag + RUIM_VOORAF >= einde)
    if not aflopend:
        return None
    vanaf = min(einden[sleutel] for sleutel in aflopend) + timedelta(days=1)
    verlopen = vandaag >= vanaf
    return NieuweNormenNodig(vanaf, tuple(aflopend), verlopen, _zeg(vanaf, len(aflopend), verlopen))


def _zeg(vanaf: date, aantal: int, verlopen: bool) -> str:
    wat = "1 norm" if aantal == 1 else f"{aantal} normen"
    wie = "De functioneel beheerder kan ze toevoegen (handleiding: Nieuwe normen)."
    if verlopen:
        return f"Sinds {datum(vanaf)} ontbreken de bedragen van {wat}. Berekeningen vanaf die dag kunnen niet. {wie}"
    return f"Vanaf {datum(vanaf)} zijn nieuwe bedragen nodig voor {wat}. Daarna kan er niet meer worden gerekend. {wie}"
