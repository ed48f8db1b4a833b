"""The facts that the vtlb and the afloscapaciteit are computed from. Bron: contract.md section 5."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from waakvlam.domain.rekenen.beslagvrije_voet import BeslagvrijeVoetInvoer, Instellingen
from waakvlam.domain.rekenen.beslagvrije_voet.invoer import lees_velden as lees_voetvelden
from waakvlam.domain.rekenen.invoer import Lezer
from waakvlam.domain.rekenen.vtlb.termijn import Termijn, lees_termijn


class Periode(Enum):
    """How often an amount comes or goes."""

    WEEK = "week"
    VIER_WEKEN = "vier_weken"
    MAAND = "maand"
    KWARTAAL = "kwartaal"
    JAAR = "jaar"

    @property
    def per_maand(self) -> tuple[int, int]:
        """Times how much, divided by how much, gives an amount per month: 52 weeks and 13 times four weeks in a year."""
        return {
            "week": (52, 12),
            "vier_weken": (13, 12),
            "maand": (1, 1),
            "kwartaal": (1, 3),
            "jaar": (1, 12),
        }[self.value]

    @property
    def woord(self) -> str:
        """The period as it reads after *per*."""
        return self.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Correctie:
    """One correction on the beslagvrije voet; `bedrag` in euros per `periode`, negative when it lowers the vtlb.

    `soort` is a key of `get_correctiesoorten()` or a name of one's own.
    """

    soort: str
    bedrag: Decimal
    periode: Periode
    bewijs: str | None = None
    toelichting: str | None = None
    besloten_door: str | None = None


@dataclass(frozen=True, slots=True)
class Inkomensregel:
    """One source of income, net, in euros per `periode`; `telt_mee` as the consulent decided."""

    soort: str
    bedrag: Decimal
    periode: Periode
    telt_mee: bool


@dataclass(frozen=True, slots=True)
class OfficieelVtlb:
    """A vtlb that came out of the official calculator, per month, with where and when."""

    bedrag: Decimal
    bron: str
    datum: date


@dataclass(frozen=True, slots=True)
class VtlbInvoer:
    """The facts of the beslagvrije voet and what comes on top. `termijn` is None when nobody asked for the term."""

    voet: BeslagvrijeVoetInvoer
    inkomen: tuple[Inkomensregel, ...]
    correcties: tuple[Correctie, ...] = ()
    officieel: OfficieelVtlb | None = None
    termijn: Termijn | None = None


VELDEN = ("correcties", "inkomen", "officieel_vtlb", "termijn")
"""The fields that a file may hold beside those of the beslagvrije voet."""


def lees_invoer(gegevens: Mapping[str, Any], instellingen: Instellingen | None = None) -> VtlbInvoer:
    """Read the facts of a file, form or message. Raises Invoerfout with every fault."""
    lezer = Lezer(gegevens)
    invoer = VtlbInvoer(
        voet=lees_voetvelden(lezer, instellingen or Instellingen()),
        correcties=tuple(_lees_correctie(deel) for deel in lezer.lijst("correcties")),
        inkomen=tuple(_lees_inkomen(deel) for deel in lezer.lijst("inkomen", verplicht=True)),
        officieel=_lees_officieel(lezer.blok("officieel_vtlb")),
        termijn=lees_termijn(lezer.blok("termijn")),
    )
    lezer.klaar()
    return invoer


def _lees_correctie(deel: Lezer) -> Correctie:
    correctie = Correctie(
        deel.tekst("soort", verplicht=True) or "",
        deel.bedrag("bedrag", verplicht=True, negatief=True) or Decimal(0),
        deel.keuze("periode", Periode, verplicht=True) or Periode.MAAND,
        deel.tekst("bewijs"),
        deel.tekst("toelichting"),
        deel.tekst("besloten_door"),
    )
    deel.sluit()
    return correctie


def _lees_inkomen(deel: Lezer) -> Inkomensregel:
    if not deel.heeft("telt_mee"):
        deel.meld("telt_mee", "Zeg of dit inkomen meetelt: true of false.")
    regel = Inkomensregel(
        deel.tekst("soort", verplicht=True) or "",
        deel.bedrag("bedrag", verplicht=True) or Decimal(0),
        deel.keuze("periode", Periode, verplicht=True) or Periode.MAAND,
        deel.ja_nee("telt_mee"),
    )
    deel.sluit()
    return regel


def _lees_officieel(blok: Lezer | None) -> OfficieelVtlb | None:
    if blok is None:
        return None
    officieel = OfficieelVtlb(
        blok.bedrag("bedrag", verplicht=True) or Decimal(0),
        blok.tekst("bron", verplicht=True) or "",
        blok.datum("datum", verplicht=True) or date.min,
    )
    blok.sluit()
    return officieel
