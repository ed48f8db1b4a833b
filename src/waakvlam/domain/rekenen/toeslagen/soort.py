"""Which kind of household the huurtoeslag counts. Bron: art. 2 Wht."""

from enum import Enum

from waakvlam.domain.rekenen.normen import Normen
from waakvlam.domain.rekenen.toeslagen.invoer import ToeslagenInvoer

SOORTEN_2025 = 2025
"""From this year households of older people are no kind of their own. Bron: art. 2 Wht 2025."""


class Huishoudsoort(Enum):
    """Alone or together; until the end of 2024 apart for households of older people."""

    EENPERSOONS = "eenpersoons"
    MEERPERSOONS = "meerpersoons"
    EENPERSOONS_OUDEREN = "eenpersoonsouderen"
    MEERPERSOONS_OUDEREN = "meerpersoonsouderen"

    @staticmethod
    def van(invoer: ToeslagenInvoer, normen: Normen) -> "Huishoudsoort":
        """Say which kind this household is on the peildatum."""
        ouderen = invoer.peildatum.year < SOORTEN_2025 and is_aow(invoer, normen)
        if invoer.personen == 1:
            return Huishoudsoort.EENPERSOONS_OUDEREN if ouderen else Huishoudsoort.EENPERSOONS
        return Huishoudsoort.MEERPERSOONS_OUDEREN if ouderen else Huishoudsoort.MEERPERSOONS

    @property
    def ouderen(self) -> bool:
        """Whether this is a household of older people."""
        return self.value.endswith("ouderen")

    @property
    def grootte(self) -> str:
        """`eenpersoons` or `meerpersoons`."""
        return self.value.removesuffix("ouderen")


def is_aow(invoer: ToeslagenInvoer, normen: Normen) -> bool:
    """Whether the person or the partner has the AOW-leeftijd: as given, else by their ages."""
    if invoer.aow is not None:
        return invoer.aow
    grens = normen["aow_leeftijd"].waarde
    return any(
        leeftijd is not None and leeftijd >= grens for leeftijd in (invoer.leeftijd, invoer.leeftijd_partner)
    )
