"""The facts of a begroting: lines of income and expenses, each with its own period."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from waakvlam.domain.rekenen.begroting.posten import POSTEN, Groep, Post, noem_posten, zoek_post
from waakvlam.domain.rekenen.invoer import Lezer
from waakvlam.domain.rekenen.vtlb import Periode


class Omstandigheid(Enum):
    """What a consulent saw and ticked; a table turns it into suggestions."""

    RECHTEN_NIET_BENUT = "rechten_niet_benut"
    GEEN_OVERZICHT = "geen_overzicht"
    ACHTERSTAND_VASTE_LASTEN = "achterstand_vaste_lasten"
    KAN_NIET_ZELF_BEHEREN = "kan_niet_zelf_beheren"


@dataclass(frozen=True, slots=True)
class Begrotingsregel:
    """One line: what for, how much (euros, 0 or more) and how often."""

    post: Post
    bedrag: Decimal
    periode: Periode
    omschrijving: str | None = None

    @property
    def per_maand(self) -> Decimal:
        """The amount per month, exact: 52 weeks and 13 times four weeks in a year of 12 months."""
        keer, gedeeld = self.periode.per_maand
        return self.bedrag * keer / gedeeld

    @property
    def naam(self) -> str:
        """The line as a person reads it."""
        return f"{self.post.naam}: {self.omschrijving}" if self.omschrijving else self.post.naam


@dataclass(frozen=True, slots=True)
class BegrotingInvoer:
    """The lines of a household, income and expenses in the order in which they were given."""

    peildatum: date
    regels: tuple[Begrotingsregel, ...]
    omstandigheden: tuple[Omstandigheid, ...] = ()

    def get_regels(self, groep: Groep) -> tuple[Begrotingsregel, ...]:
        """The lines of one group."""
        return tuple(regel for regel in self.regels if regel.post.groep is groep)


VELDEN = ("peildatum", "inkomsten", "uitgaven", "omstandigheden")
"""The fields that a file may hold: `inkomsten` and `uitgaven` are lists of `{post, bedrag, periode, omschrijving?}`."""


def lees_invoer(gegevens: Mapping[str, Any], vandaag: date | None = None) -> BegrotingInvoer:
    """Read the facts of a file, form or message; without a peildatum `vandaag` counts. Raises Invoerfout."""
    lezer = Lezer(gegevens)
    invoer = lees_velden(lezer, vandaag)
    lezer.klaar()
    return invoer


def lees_velden(lezer: Lezer, vandaag: date | None) -> BegrotingInvoer:
    """Read the fields with a reader that reads on; valid after its `klaar`."""
    return BegrotingInvoer(
        lezer.datum("peildatum", verplicht=vandaag is None) or vandaag or date.min,
        (*_lees_regels(lezer, "inkomsten"), *_lees_regels(lezer, "uitgaven")),
        _lees_omstandigheden(lezer),
    )


def _lees_regels(lezer: Lezer, veld: str) -> tuple[Begrotingsregel, ...]:
    blokken = lezer.lijst(veld, verplicht=True)
    if not blokken and lezer.heeft(veld):
        lezer.meld(veld, "Geef ten minste één regel. Is er niets, vul dan een regel met bedrag 0 in.")
    return tuple(_lees_regel(blok, uitgave=veld == "uitgaven") for blok in blokken)


def _lees_regel(blok: Lezer, *, uitgave: bool) -> Begrotingsregel:
    post = lees_post(blok, "post")
    if post is not None and post.groep.is_uitgave != uitgave:
        waar = "de inkomsten" if uitgave else "de uitgaven"
        blok.meld("post", f"'{post.naam}' hoort bij {waar}. Kies uit: {noem_posten(uitgave)}.")
    regel = Begrotingsregel(
        post or POSTEN["diversen"],
        blok.bedrag("bedrag", verplicht=True) or Decimal(0),
        blok.keuze("periode", Periode, verplicht=True) or Periode.MAAND,
        blok.tekst("omschrijving"),
    )
    blok.sluit()
    return regel


def lees_post(blok: Lezer, veld: str) -> Post | None:
    """Read a post by its key or name."""
    tekst = blok.tekst(veld, verplicht=True)
    post = None if tekst is None else zoek_post(tekst)
    if tekst is not None and post is None:
        blok.meld(veld, f"Deze post is onbekend. Kies uit: {', '.join(POSTEN)}.")
    return post


def _lees_omstandigheden(lezer: Lezer) -> tuple[Omstandigheid, ...]:
    gelezen = []
    for waarde in lezer.waarden("omstandigheden"):
        try:
            gelezen.append(Omstandigheid(waarde))
        except ValueError:
            namen = ", ".join(lid.value for lid in Omstandigheid)
            lezer.meld("omstandigheden", f"'{str(waarde)[:40]}' is onbekend. Kies uit: {namen}.")
    return tuple(dict.fromkeys(gelezen))
