"""The calculations by name, for whoever offers them all: the command line, the API and the screens."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from waakvlam.domain.rekenen import (
    begroting,
    beslagvrije_voet,
    betalingsregeling,
    bijstand,
    kwijtschelding,
    toeslagen,
    voorstel,
    vtlb,
)
from waakvlam.domain.rekenen.uitkomst import Rekenuitkomst


@dataclass(frozen=True, slots=True)
class Rekensoort:
    """One calculation.

    `lees` reads the facts of a file, form or message (the second argument is today, for what needs a date and was not
    given one) and raises Invoerfout; `bereken` computes and raises Invoerfout for a norm that is not known.
    """

    naam: str
    titel: str
    lees: Callable[[Mapping[str, Any], date], Any]
    bereken: Callable[[Any], Rekenuitkomst]

    def reken(self, gegevens: Mapping[str, Any], vandaag: date) -> Rekenuitkomst:
        """Read and compute. Raises Invoerfout with every fault."""
        return self.bereken(self.lees(gegevens, vandaag))


SOORTEN: tuple[Rekensoort, ...] = (
    Rekensoort(
        "beslagvrije-voet",
        "Beslagvrije voet",
        lambda gegevens, vandaag: beslagvrije_voet.lees_invoer(gegevens),
        beslagvrije_voet.bereken_beslagvrije_voet,
    ),
    Rekensoort(
        "vtlb",
        "Vrij te laten bedrag en afloscapaciteit",
        lambda gegevens, vandaag: vtlb.lees_invoer(gegevens),
        vtlb.bereken_vtlb,
    ),
    Rekensoort(
        "toeslagen",
        "Toeslagen",
        lambda gegevens, vandaag: toeslagen.lees_invoer(gegevens),
        toeslagen.bereken_toeslagen,
    ),
    Rekensoort("voorstel", "Voorstel aan schuldeisers", voorstel.lees_invoer, voorstel.bereken_voorstel),
    Rekensoort(
        "kwijtschelding",
        "Kwijtschelding van lokale belastingen",
        lambda gegevens, vandaag: kwijtschelding.lees_invoer(gegevens),
        kwijtschelding.bereken_kwijtschelding,
    ),
    Rekensoort(
        "bijstand",
        "Bijstandsnorm",
        lambda gegevens, vandaag: bijstand.lees_invoer(gegevens),
        bijstand.bereken_bijstand,
    ),
    Rekensoort("begroting", "Begroting", begroting.lees_invoer, begroting.bereken_begroting),
    Rekensoort(
        "betalingsregeling",
        "Betalingsregeling",
        betalingsregeling.lees_invoer,
        betalingsregeling.bereken_betalingsregeling,
    ),
    Rekensoort(
        "herfinanciering",
        "Herfinanciering",
        betalingsregeling.lees_herfinanciering,
        betalingsregeling.bereken_herfinanciering,
    ),
)


def get_rekensoort(naam: str) -> Rekensoort:
    """Give the calculation of that name. Raises KeyError."""
    return {soort.naam: soort for soort in SOORTEN}[naam]
