"""The facts of a betalingsregeling (every debt paid in full from the budget) and of a herfinanciering (one new loan)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from waakvlam.domain.rekenen.begroting import BegrotingInvoer
from waakvlam.domain.rekenen.begroting import lees_velden as lees_begroting
from waakvlam.domain.rekenen.invoer import Lezer
from waakvlam.domain.rekenen.voorstel.invoer import (
    MAX_MAANDEN,
    lees_blokken,
    lees_rente,
    lees_schuldbedrag,
)
from waakvlam.domain.rekenen.voorstel.verdeling import Kenmerk


class Betaalvolgorde(Enum):
    """Which debt gets room first when there is not enough for all."""

    OPGEGEVEN = "opgegeven"
    KLEINSTE_EERST = "kleinste_eerst"
    GROOTSTE_EERST = "grootste_eerst"


@dataclass(frozen=True, slots=True)
class Regelingschuld:
    """A debt that is paid in full; euros. `termijn` is what the creditor asks per month; None: the lowest that fits."""

    id: Kenmerk
    schuldeiser: str
    bedrag: Decimal
    termijn: Decimal | None = None

    @property
    def naam(self) -> str:
        """The debt as it is called in the explanation."""
        return f"schuld {self.id} ({self.schuldeiser})"


@dataclass(frozen=True, slots=True)
class BetalingsregelingInvoer:
    """The facts. Room per month comes from `ruimte` (euros) or from what `begroting` leaves: exactly one is given.

    `maanden` None means: the norm on `peildatum`.
    """

    peildatum: date
    schulden: tuple[Regelingschuld, ...]
    ruimte: Decimal | None = None
    begroting: BegrotingInvoer | None = None
    maanden: int | None = None
    volgorde: Betaalvolgorde = Betaalvolgorde.OPGEGEVEN


@dataclass(frozen=True, slots=True)
class Leenrente:
    """Interest in percent per year, and where it comes from."""

    procent: Decimal
    bron: str


@dataclass(frozen=True, slots=True)
class HerfinancieringInvoer:
    """The facts of one loan that pays all debts at once; euros. None means: not known.

    `ruimte` is what there is per month, to say whether the loan fits. `maanden` None means: the norm on `peildatum`.
    """

    peildatum: date
    schulden: tuple[Regelingschuld, ...]
    rente: Leenrente | None = None
    kosten: Decimal | None = None
    ruimte: Decimal | None = None
    maanden: int | None = None


VELDEN = ("peildatum", "aflosruimte_per_maand", "begroting", "maanden", "volgorde", "schulden")
"""The fields of a betalingsregeling; `schulden` is a list of `{id, schuldeiser, bedrag, termijn_per_maand?}`."""

VELDEN_HERFINANCIERING = ("peildatum", "aflosruimte_per_maand", "maanden", "schulden", "rente", "kosten")
"""The fields of a herfinanciering; `rente` is `{procent_per_jaar, bron}`."""


def lees_invoer(gegevens: Mapping[str, Any], vandaag: date | None = None) -> BetalingsregelingInvoer:
    """Read the facts of a betalingsregeling; without a peildatum `vandaag` counts. Raises Invoerfout."""
    lezer = Lezer(gegevens)
    peildatum = _lees_peildatum(lezer, vandaag)
    invoer = BetalingsregelingInvoer(
        peildatum,
        _lees_schulden(lezer, met_termijn=True),
        lezer.bedrag("aflosruimte_per_maand"),
        _lees_begroting(lezer, peildatum),
        _lees_maanden(lezer),
        lezer.keuze("volgorde", Betaalvolgorde) or Betaalvolgorde.OPGEGEVEN,
    )
    if lezer.heeft("aflosruimte_per_maand") == lezer.heeft("begroting"):
        lezer.meld(
            "aflosruimte_per_maand",
            "Geef de aflosruimte per maand of een begroting waaruit zij volgt: een van beide.",
        )
    lezer.klaar()
    return invoer


def lees_herfinanciering(gegevens: Mapping[str, Any], vandaag: date | None = None) -> HerfinancieringInvoer:
    """Read the facts of a herfinanciering; without a peildatum `vandaag` counts. Raises Invoerfout."""
    lezer = Lezer(gegevens)
    invoer = HerfinancieringInvoer(
        _lees_peildatum(lezer, vandaag),
        _lees_schulden(lezer, met_termijn=False),
        _lees_leenrente(lezer.blok("rente")),
        lezer.bedrag("kosten"),
        lezer.bedrag("aflosruimte_per_maand"),
        _lees_maanden(lezer),
    )
    lezer.klaar()
    return invoer


def _lees_peildatum(lezer: Lezer, vandaag: date | None) -> date:
    return lezer.datum("peildatum", verplicht=vandaag is None) or vandaag or date.min


def _lees_maanden(lezer: Lezer) -> int | None:
    return lezer.heel_getal("maanden", minimum=1, maximum=MAX_MAANDEN)


def _lees_begroting(lezer: Lezer, peildatum: date) -> BegrotingInvoer | None:
    blok = lezer.blok("begroting")
    if blok is None:
        return None
    begroting = lees_begroting(blok, peildatum)
    blok.sluit()
    return begroting


def _lees_schulden(lezer: Lezer, *, met_termijn: bool) -> tuple[Regelingschuld, ...]:
    return tuple(_lees_schuld(blok, id_, met_termijn) for blok, id_ in lees_blokken(lezer))


def _lees_schuld(blok: Lezer, id_: Kenmerk, met_termijn: bool) -> Regelingschuld:
    schuldeiser = blok.tekst("schuldeiser", verplicht=True) or ""
    bedrag = lees_schuldbedrag(blok)
    termijn = blok.bedrag("termijn_per_maand") if met_termijn else None
    if termijn == 0:
        blok.meld("termijn_per_maand", "Een termijn is hoger dan 0. Laat dit leeg voor de laagste die past.")
    blok.sluit()
    return Regelingschuld(id_, schuldeiser, bedrag, termijn)


def _lees_leenrente(blok: Lezer | None) -> Leenrente | None:
    if blok is None:
        return None
    rente = Leenrente(lees_rente(blok, "procent_per_jaar"), blok.tekst("bron", verplicht=True) or "")
    blok.sluit()
    return rente
