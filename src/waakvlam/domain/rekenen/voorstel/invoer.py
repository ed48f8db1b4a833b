"""The facts of a proposal to creditors. Bron: contract.md section 5."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from waakvlam.domain.rekenen.invoer import Lezer
from waakvlam.domain.rekenen.voorstel.verdeling import Kenmerk, Vordering

MAX_MAANDEN = 120


class Herkomst(Enum):
    """Whose money a lump sum is. EIGEN would also fall in a Wsnp; DERDE is given for this proposal only."""

    EIGEN = "eigen"
    DERDE = "derde"


@dataclass(frozen=True, slots=True)
class Schuld:
    """One debt, in euros.

    `grondslag` is the ground on which the consulent decided that it is preferent. `opbrengst` is what the creditor
    ranks for on the proceeds of certain goods: the claim has priority up to that amount only (art. 349 lid 3 Fw).
    None: no such goods, the priority is general.
    """

    id: Kenmerk
    schuldeiser: str
    bedrag: Decimal
    preferent: bool
    grondslag: str | None = None
    opbrengst: Decimal | None = None

    @property
    def preferent_deel(self) -> Decimal:
        """The part with priority."""
        if not self.preferent:
            return Decimal(0)
        return self.bedrag if self.opbrengst is None else min(self.opbrengst, self.bedrag)

    @property
    def vordering(self) -> Vordering:
        """The debt as it is divided over."""
        return Vordering(self.id, self.preferent_deel, self.bedrag - self.preferent_deel)


@dataclass(frozen=True, slots=True)
class Bijdrage:
    """A lump sum for the creditors, in euros, and whose money it is."""

    omschrijving: str
    bedrag: Decimal
    herkomst: Herkomst


@dataclass(frozen=True, slots=True)
class KredietInvoer:
    """A saneringskrediet: the interest per year in percent, where that comes from, and what the credit costs (euros)."""

    rente: Decimal
    bron: str
    kosten: Decimal | None = None


@dataclass(frozen=True, slots=True)
class WsnpInvoer:
    """What is known of a Wsnp instead: all costs in euros (salary of the bewindvoerder and the like) with their source.

    None: not known. `maanden` when the term differs from the law, for example because part of it has passed.
    """

    kosten: Decimal | None = None
    bron: str | None = None
    maanden: int | None = None


@dataclass(frozen=True, slots=True)
class VoorstelInvoer:
    """The facts; money in euros. None means: not given.

    `maanden` None means: the term that the law has on `peildatum`. `al_gereserveerd` is what was already put aside
    for the creditors under an earlier calculation.
    """

    peildatum: date
    afloscapaciteit: Decimal
    schulden: tuple[Schuld, ...]
    maanden: int | None = None
    al_gereserveerd: Decimal | None = None
    vermogen: Decimal | None = None
    bijdragen: tuple[Bijdrage, ...] = ()
    kosten: Decimal | None = None
    krediet: KredietInvoer | None = None
    wsnp: WsnpInvoer | None = None


VELDEN = (
    "peildatum",
    "afloscapaciteit_per_maand",
    "maanden",
    "al_gereserveerd",
    "vermogen",
    "eenmalige_bijdragen",
    "kosten",
    "schulden",
    "saneringskrediet",
    "wsnp",
)
"""The fields that a file may hold, as in contract.md section 5."""


def lees_invoer(gegevens: Mapping[str, Any], vandaag: date | None = None) -> VoorstelInvoer:
    """Read the facts of a file, form or message; without a peildatum `vandaag` counts.

    Raises Invoerfout with every fault.
    """
    lezer = Lezer(gegevens)
    invoer = lees_velden(lezer, vandaag)
    lezer.klaar()
    return invoer


def lees_velden(lezer: Lezer, vandaag: date | None) -> VoorstelInvoer:
    """Read the fields with a reader that reads on; valid after its `klaar`."""
    return VoorstelInvoer(
        peildatum=lezer.datum("peildatum", verplicht=vandaag is None) or vandaag or date.min,
        afloscapaciteit=lezer.bedrag("afloscapaciteit_per_maand", verplicht=True) or Decimal(0),
        maanden=lezer.heel_getal("maanden", minimum=1, maximum=MAX_MAANDEN),
        al_gereserveerd=lezer.bedrag("al_gereserveerd"),
        vermogen=lezer.bedrag("vermogen"),
        bijdragen=_lees_bijdragen(lezer),
        kosten=lezer.bedrag("kosten"),
        schulden=_lees_schulden(lezer),
        krediet=_lees_krediet(lezer.blok("saneringskrediet")),
        wsnp=_lees_wsnp(lezer.blok("wsnp")),
    )


def _lees_bijdragen(lezer: Lezer) -> tuple[Bijdrage, ...]:
    bijdragen = []
    for deel in lezer.lijst("eenmalige_bijdragen"):
        omschrijving = deel.tekst("omschrijving", verplicht=True)
        bedrag = deel.bedrag("bedrag", verplicht=True)
        herkomst = deel.keuze("herkomst", Herkomst, verplicht=True)
        deel.sluit()
        bijdragen.append(Bijdrage(omschrijving or "", bedrag or Decimal(0), herkomst or Herkomst.EIGEN))
    return tuple(bijdragen)


def _lees_schulden(lezer: Lezer) -> tuple[Schuld, ...]:
    return tuple(_lees_schuld(blok, id_) for blok, id_ in lees_blokken(lezer))


def lees_blokken(lezer: Lezer) -> list[tuple[Lezer, Kenmerk]]:
    """Read the list `schulden`: a reader for each, with its id. Faults: no debts at all, an id that is absent or double."""
    blokken = lezer.lijst("schulden", verplicht=True)
    if not blokken:
        if lezer.heeft("schulden"):
            lezer.meld("schulden", "Geef ten minste één schuld.")
        return []
    gezien: set[str] = set()
    return [
        (blok, _lees_id(blok, deel.get("id") if isinstance(deel, Mapping) else None, gezien))
        for blok, deel in zip(blokken, lezer.waarden("schulden"), strict=True)
    ]


def _lees_id(blok: Lezer, ruw: object, gezien: set[str]) -> Kenmerk:
    heel = isinstance(ruw, int) and not isinstance(ruw, bool)
    gelezen = blok.getal("id") if heel else blok.tekst("id", verplicht=True)
    if gelezen is None:
        return ""
    id_ = gelezen if isinstance(gelezen, str) else int(gelezen)
    if str(id_) in gezien:
        blok.meld("id", "Dit kenmerk staat ook al bij een andere schuld. Geef elke schuld een eigen kenmerk.")
    gezien.add(str(id_))
    return id_


def lees_schuldbedrag(blok: Lezer) -> Decimal:
    """Read the amount of a debt, above zero."""
    bedrag = blok.bedrag("bedrag", verplicht=True)
    if bedrag == 0:
        blok.meld("bedrag", "Een schuld is hoger dan 0. Laat een schuld die al betaald is weg.")
    return bedrag or Decimal(0)


def _lees_schuld(blok: Lezer, id_: Kenmerk) -> Schuld:
    if not blok.heeft("preferent"):
        blok.meld("preferent", "Geef aan of deze schuld preferent is: true of false.")
    schuld = Schuld(
        id_,
        blok.tekst("schuldeiser", verplicht=True) or "",
        lees_schuldbedrag(blok),
        blok.ja_nee("preferent"),
        blok.tekst("grondslag"),
        _lees_opbrengst(blok.blok("zekerheid")),
    )
    if schuld.opbrengst is not None and blok.heeft("preferent") and not schuld.preferent:
        blok.meld(
            "zekerheid",
            "Een schuld met zekerheid heeft voorrang tot het bedrag van de opbrengst. Zet preferent op true, of laat "
            "zekerheid weg.",
        )
    blok.sluit()
    return schuld


def _lees_opbrengst(blok: Lezer | None) -> Decimal | None:
    if blok is None:
        return None
    opbrengst = blok.bedrag("opbrengst", verplicht=True)
    blok.sluit()
    return opbrengst


def _lees_krediet(blok: Lezer | None) -> KredietInvoer | None:
    if blok is None:
        return None
    rente = lees_rente(blok, "rente_procent_per_jaar")
    krediet = KredietInvoer(rente, blok.tekst("bron", verplicht=True) or "", blok.bedrag("kosten"))
    blok.sluit()
    return krediet


def lees_rente(blok: Lezer, veld: str) -> Decimal:
    """Read interest in percent per year, 0 to 100; required."""
    rente = blok.getal(veld, verplicht=True)
    if rente is not None and not 0 <= rente <= 100:
        blok.meld(veld, "Kies een percentage van 0 tot en met 100.")
    return rente or Decimal(0)


def _lees_wsnp(blok: Lezer | None) -> WsnpInvoer | None:
    if blok is None:
        return None
    kosten, bron = blok.bedrag("kosten"), blok.tekst("bron")
    if kosten is not None and not bron:
        blok.meld(
            "bron", "Noem waar de kosten van de Wsnp vandaan komen, bijvoorbeeld een beschikking of besluit."
        )
    wsnp = WsnpInvoer(kosten, bron, blok.heel_getal("maanden", minimum=1, maximum=MAX_MAANDEN))
    blok.sluit()
    return wsnp
