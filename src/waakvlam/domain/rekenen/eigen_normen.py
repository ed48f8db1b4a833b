"""Norms that a consulent enters because this program does not know them, always with their source."""

from waakvlam.domain.rekenen.invoer import MAX_BEDRAG, Lezer
from waakvlam.domain.rekenen.normen import EigenNorm, laad_normen


def lees_eigen_normen(lezer: Lezer) -> tuple[EigenNorm, ...]:
    """Read the list `eigen_normen`: `[{norm, waarde, bron}]`. Faults are kept by the reader."""
    normen: list[EigenNorm] = []
    for deel in lezer.lijst("eigen_normen"):
        sleutel = deel.tekst("norm", verplicht=True)
        waarde = deel.getal("waarde", verplicht=True)
        bron = deel.tekst("bron", verplicht=True)
        deel.sluit()
        if sleutel and sleutel not in laad_normen().reeksen:
            deel.meld(
                "norm", "Deze norm bestaat niet. Neem de naam over uit de melding dat er een norm ontbreekt."
            )
        if sleutel in {norm.sleutel for norm in normen}:
            deel.meld("norm", "Deze norm staat er twee keer. Laat er één staan.")
        if waarde is not None and not 0 <= waarde < MAX_BEDRAG:
            deel.meld("waarde", "Een norm is 0 of meer, en niet zo groot dat hij niet kan kloppen.")
        if sleutel and waarde is not None and bron:
            normen.append(EigenNorm(sleutel, waarde, bron))
    return tuple(normen)
