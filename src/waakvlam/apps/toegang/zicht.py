"""What one user may see for one right, now: what selectors of every context take."""

from dataclasses import dataclass

from waakvlam.apps.toegang.models import Gebruiker, Gemeente
from waakvlam.apps.toegang.permissions import Recht, gemeenten_with
from waakvlam.apps.toegang.selectors import Toegang


@dataclass(frozen=True)
class Zicht:
    """The gemeenten for which the user has the right and that are chosen now; `partner` when a partner looks."""

    gemeenten: tuple[Gemeente, ...]
    partner: str | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The CBS codes."""
        return tuple(gemeente.code for gemeente in self.gemeenten)

    @property
    def meer(self) -> bool:
        """Whether pages must say which gemeente a row is of."""
        return len(self.gemeenten) > 1

    def naam(self, code: str) -> str:
        """The name of a gemeente in view."""
        return next((gemeente.naam for gemeente in self.gemeenten if gemeente.code == code), code)


def zicht_van(user: Gebruiker, toegang: Toegang, recht: Recht) -> Zicht:
    """Work out what a user sees for a right; may be empty."""
    mag = gemeenten_with(user, recht) & set(toegang.actief)
    return Zicht(tuple(g for g in toegang.gemeenten if g.code in mag), toegang.partner)
