"""The policy (afwegingskader) by which a gemeente selects and routes, as data.

Bron: contract.md section 2.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum


class Sleutel(Enum):
    """On what signals are combined."""

    ADRES = "adres"
    PERSOON = "persoon"


class Telt(Enum):
    """What is counted for samenloop: distinct partner, soort, or (partner, kenmerk)."""

    PARTNERS = "partners"
    SOORTEN = "soorten"
    SIGNALEN = "signalen"


class Volgorde(Enum):
    """By what meldingen are ranked, each descending."""

    AANTAL = "aantal"
    BEDRAG = "bedrag"
    DAGEN = "dagen"


@dataclass(frozen=True)
class Venster:
    """Days of arrears within which a soort is taken up, bounds included; None = open."""

    dagen_min: int | None = None
    dagen_max: int | None = None


@dataclass(frozen=True)
class Meervoudig:
    """When signals on one key are samenloop; `maanden` 1 = the same month."""

    sleutel: Sleutel = Sleutel.ADRES
    telt: Telt = Telt.PARTNERS
    minimaal: int = 2
    maanden: int = 1


@dataclass(frozen=True)
class Als:
    """Conditions of a rule; None = not asked. All that are asked must hold."""

    crisissignaal: bool | None = None
    warme_overdracht: bool | None = None
    einde_levering: bool | None = None
    meervoudig: bool | None = None
    opeenvolgend: bool | None = None
    soort: tuple[str, ...] | None = None
    partner: tuple[str, ...] | None = None
    bedrag_vanaf: Decimal | None = None
    bedrag_tot: Decimal | None = None
    aantal_vanaf: int | None = None
    leeftijd_vanaf: int | None = None
    leeftijd_tot: int | None = None


@dataclass(frozen=True)
class Regel:
    """One line of the follow-up table: under which conditions, what, by when, how many."""

    dan: str
    als: Als = field(default_factory=Als)
    binnen_dagen: int | None = None
    binnen_werkdagen: int | None = None
    quotum: int | None = None
    anders: str | None = None


@dataclass(frozen=True)
class Beleid:
    """A dated policy of one gemeente.

    `drempelbedrag` in euros; `opeenvolgend` and `herhaald` in months back, None = not used.
    """

    naam: str
    gemeente: str
    geldig_vanaf: date
    opvolging: tuple[Regel, ...]
    venster: dict[str, Venster] = field(default_factory=dict)
    drempelbedrag: Decimal = Decimal(0)
    particulier: bool = False
    meervoudig: Meervoudig = field(default_factory=Meervoudig)
    opeenvolgend: int | None = None
    herhaald: int | None = None
    volgorde: tuple[Volgorde, ...] = (Volgorde.AANTAL, Volgorde.BEDRAG)
