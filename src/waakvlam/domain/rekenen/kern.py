"""Which engine, with which norms: enough to do the same sum again in ten years."""

from dataclasses import dataclass
from functools import lru_cache

from waakvlam.domain.rekenen.normen import laad_normen

VERSIE = "1"
"""Raised when the same facts and norms would give another figure."""


@dataclass(frozen=True, slots=True)
class Kern:
    """The engine's version and a hash of all norms (SHA-256, hexadecimal)."""

    versie: str
    normen: str

    def als_dict(self) -> dict[str, str]:
        """Give both as in contract.md section 5."""
        return {"versie": self.versie, "normen": self.normen}


@lru_cache(maxsize=1)
def get_kern() -> Kern:
    """Say which engine and norms compute here."""
    return Kern(VERSIE, laad_normen().vingerafdruk)
