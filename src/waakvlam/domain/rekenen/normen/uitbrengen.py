"""What was released never changes: the list of released amounts, and what is added to it.

`uitgebracht.txt` holds one line per amount (key, first day, amount, unit, status), in blocks that each end with a line
that closes the block: the number of amounts so far and a SHA-256 over them. An amount that was wrong stays in the list
with `# hersteld ` before it. Guide: `docs/beheer/normen.md`.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files

from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.rekenen.normen.tabel import Normentabel

LIJST = "uitgebracht.txt"
_SLOT = "# tot hier "
_HERSTELD = "# hersteld "
_KOP = (
    "# Bedragen die zijn uitgebracht. Een regel verandert of verdwijnt nooit; nieuwe komen erbij met\n"
    "# python -m waakvlam.config.normen --schrijf (zie docs/beheer/normen.md).\n"
)


@dataclass(frozen=True, slots=True)
class Normverschil:
    """What differs from the list: amounts that are `nieuw`, and released ones that are `weg` or changed."""

    nieuw: tuple[str, ...]
    weg: tuple[str, ...]


def vergelijk_met_uitgebracht(tabel: Normentabel, lijst: str) -> Normverschil:
    """Compare the amounts with the text of the list. Raises WaakvlamFout when somebody edited the list itself."""
    uitgebracht = set(lees_uitgebracht(lijst))
    nu = set(get_regels(tabel))
    return Normverschil(tuple(sorted(nu - uitgebracht)), tuple(sorted(uitgebracht - nu)))


def get_regels(tabel: Normentabel) -> Iterator[str]:
    """Give a line per amount. What is missing has no line, so that a gap may be filled later."""
    for reeks in tabel.reeksen.values():
        yield from (regel for regel in reeks.regels() if not regel.endswith(" ontbreekt"))


def lees_uitgebracht(lijst: str) -> list[str]:
    """Read the released lines that still stand. Raises WaakvlamFout when a block does not fit its closing line."""
    return [regel for regel in _lees(lijst) if not regel.startswith(_HERSTELD)]


def _lees(lijst: str) -> list[str]:
    regels: list[str] = []
    open_ = False
    for nummer, regel in enumerate(lijst.splitlines(), 1):
        if regel.startswith(_SLOT):
            if regel != _slotregel(regels):
                raise WaakvlamFout(
                    f"{LIJST}, regel {nummer}: de regels hierboven zijn veranderd nadat ze zijn uitgebracht. Zet ze terug."
                )
            open_ = False
        elif regel.startswith(_HERSTELD) or (regel and not regel.startswith("#")):
            regels.append(regel)
            open_ = True
    if open_:
        raise WaakvlamFout(f"{LIJST}: na de laatste bedragen ontbreekt de regel '{_SLOT}…'.")
    return regels


def voeg_toe(lijst: str, nieuw: Iterable[str]) -> str:
    """Give the text of the list with a block of new lines at the end."""
    nieuw = list(nieuw)
    if not nieuw:
        return lijst
    return (lijst or _KOP) + "\n".join([*nieuw, _slotregel([*_lees(lijst), *nieuw])]) + "\n"


def _slotregel(regels: list[str]) -> str:
    # A mended line stays in the sum as it was released: what stood in the list can always be seen.
    som = hashlib.sha256("\n".join(regel.removeprefix(_HERSTELD) for regel in regels).encode()).hexdigest()
    return f"{_SLOT}{len(regels)} bedragen, sha256 {som}"


def get_lijst() -> str:
    """Give the text of the list that comes with Waakvlam."""
    return (files(__package__) / LIJST).read_text(encoding="utf-8")
