"""The facts that toeslagen are computed from. Bron: contract.md section 5; fields that are not there are our own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from waakvlam.domain.rekenen.eigen_normen import lees_eigen_normen
from waakvlam.domain.rekenen.invoer import Lezer
from waakvlam.domain.rekenen.normen import EigenNorm

MAX_LEEFTIJD = 120


@dataclass(frozen=True, slots=True)
class ToeslagenInvoer:
    """The facts; money in euros. None means: not given, never zero.

    `toetsingsinkomen` is of the household together, per year; `kale_huur` and `servicekosten` per month.
    `aantal_personen` counts everybody at the address; without it: the person, the partner and the children.
    `aow` says whether the person or the partner has reached the AOW-leeftijd; without it the ages decide.
    """

    peildatum: date
    partner: bool
    kinderen: tuple[date, ...]
    toetsingsinkomen: Decimal
    kale_huur: Decimal | None = None
    servicekosten: Decimal | None = None
    aantal_personen: int | None = None
    vermogen: Decimal | None = None
    leeftijd: int | None = None
    leeftijd_partner: int | None = None
    partner_verzekerd: bool = True
    aow: bool | None = None
    aangepaste_woning: bool = False
    eigen_normen: tuple[EigenNorm, ...] = ()

    @property
    def personen(self) -> int:
        """How many people live at the address."""
        return self.aantal_personen or 1 + self.partner + len(self.kinderen)


VELDEN = (
    "peildatum",
    "huishouden",
    "toetsingsinkomen",
    "kale_huur",
    "servicekosten",
    "aantal_personen",
    "vermogen",
    "leeftijd",
    "leeftijd_partner",
    "partner_verzekerd",
    "aow",
    "aangepaste_woning",
    "eigen_normen",
)
"""The fields that a file may hold."""


def lees_invoer(gegevens: Mapping[str, Any]) -> ToeslagenInvoer:
    """Read the facts of a file, form or message. Raises Invoerfout with every fault."""
    lezer = Lezer(gegevens)
    peildatum = lezer.datum("peildatum", verplicht=True) or date.max
    partner, kinderen = lees_huishouden(lezer, peildatum)
    invoer = ToeslagenInvoer(
        peildatum=peildatum,
        partner=partner,
        kinderen=kinderen,
        toetsingsinkomen=lezer.bedrag("toetsingsinkomen", verplicht=True) or Decimal(0),
        kale_huur=lezer.bedrag("kale_huur"),
        servicekosten=lezer.bedrag("servicekosten"),
        aantal_personen=lezer.heel_getal("aantal_personen", minimum=1, maximum=100),
        vermogen=lezer.bedrag("vermogen", negatief=True),
        leeftijd=lezer.heel_getal("leeftijd", maximum=MAX_LEEFTIJD),
        leeftijd_partner=lezer.heel_getal("leeftijd_partner", maximum=MAX_LEEFTIJD),
        partner_verzekerd=lees_ja_nee(lezer, "partner_verzekerd") is not False,
        aow=lees_ja_nee(lezer, "aow"),
        aangepaste_woning=lezer.ja_nee("aangepaste_woning"),
        eigen_normen=lees_eigen_normen(lezer),
    )
    _toets_samenhang(lezer, invoer)
    lezer.klaar()
    return invoer


def lees_huishouden(lezer: Lezer, peildatum: date) -> tuple[bool, tuple[date, ...]]:
    """Read `huishouden: {partner, kinderen}`; a child that is not born yet is a fault."""
    blok = lezer.blok("huishouden", verplicht=True)
    if blok is None:
        return False, ()
    partner = blok.ja_nee("partner")
    if not blok.heeft("partner"):
        blok.meld("partner", "Dit gegeven ontbreekt. Kies true of false.")
    kinderen = tuple(
        _lees_kind(blok, kind, nr, peildatum) for nr, kind in enumerate(blok.waarden("kinderen"), 1)
    )
    blok.sluit()
    return partner, kinderen


def _lees_kind(blok: Lezer, waarde: Any, nummer: int, peildatum: date) -> date:
    try:
        geboren = waarde if type(waarde) is date else date.fromisoformat(waarde)
    except (TypeError, ValueError):
        blok.meld("kinderen", f"De geboortedatum van kind {nummer} is geen datum. Schrijf JJJJ-MM-DD.")
        return date.min
    if geboren > peildatum:
        blok.meld("kinderen", f"Kind {nummer} is op de peildatum nog niet geboren. Laat dit kind weg.")
    return geboren


def lees_ja_nee(lezer: Lezer, veld: str) -> bool | None:
    """Read true or false; None when it was not given."""
    gegeven = lezer.heeft(veld)
    waarde = lezer.ja_nee(veld)
    return waarde if gegeven else None


def _toets_samenhang(lezer: Lezer, invoer: ToeslagenInvoer) -> None:
    if not invoer.partner and invoer.leeftijd_partner is not None:
        lezer.meld("leeftijd_partner", "Er is geen partner opgegeven. Laat dit leeg, of zet partner op true.")
    if not invoer.partner and not invoer.partner_verzekerd:
        lezer.meld(
            "partner_verzekerd", "Er is geen partner opgegeven. Laat dit leeg, of zet partner op true."
        )
    if invoer.aantal_personen is not None and invoer.aantal_personen < 1 + invoer.partner:
        lezer.meld("aantal_personen", "Met een partner wonen er ten minste 2 personen op het adres.")
    if invoer.servicekosten is not None and invoer.kale_huur is None:
        lezer.meld("servicekosten", "Vul ook de kale huur in, of laat de servicekosten weg.")
