"""A begroting before and after, per line and per group: what would change, or what changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from waakvlam.domain.common.notatie import geld
from waakvlam.domain.rekenen.afronden import rond_af_op_centen
from waakvlam.domain.rekenen.begroting.bereken import maak_saldo
from waakvlam.domain.rekenen.begroting.invoer import BegrotingInvoer, lees_velden
from waakvlam.domain.rekenen.begroting.posten import POSTEN, Groep
from waakvlam.domain.rekenen.invoer import Lezer
from waakvlam.domain.rekenen.uitleg import EURO, schrijf_getal

_Sleutel = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Begrotingsverschil:
    """One line or group before and after, euros per month; None where it was not given.

    Rounded to cents, and the difference is that of the rounded amounts: what a reader sees adds up.
    """

    naam: str
    groep: Groep
    voor: Decimal | None
    na: Decimal | None

    @property
    def verschil(self) -> Decimal:
        """After less before; what was not given is nothing on that side."""
        return (self.na or Decimal(0)) - (self.voor or Decimal(0))

    def als_dict(self) -> dict[str, str | None]:
        """Give the line as a file has it."""
        return {
            "naam": self.naam,
            "groep": self.groep.value,
            "voor": _schrijf(self.voor),
            "na": _schrijf(self.na),
            "verschil": _schrijf(self.verschil),
        }


@dataclass(frozen=True, slots=True)
class Begrotingsvergelijking:
    """Two begrotingen side by side; euros per month."""

    regels: tuple[Begrotingsverschil, ...]
    groepen: tuple[Begrotingsverschil, ...]
    saldo_voor: Decimal
    saldo_na: Decimal

    @property
    def betekenis(self) -> str:
        """Say in one Dutch sentence what the change comes to."""
        verschil = self.saldo_na - self.saldo_voor
        if not verschil:
            return f"Het saldo blijft {geld(self.saldo_na)} per maand."
        woord = "meer" if verschil > 0 else "minder"
        return f"Er blijft {geld(abs(verschil))} per maand {woord} over: {geld(self.saldo_na)} in plaats van {geld(self.saldo_voor)}."

    def als_dict(self) -> dict[str, Any]:
        """Give the comparison as a file has it."""
        return {
            "saldo": {
                "voor": _schrijf(self.saldo_voor),
                "na": _schrijf(self.saldo_na),
                "verschil": _schrijf(self.saldo_na - self.saldo_voor),
            },
            "groepen": [groep.als_dict() for groep in self.groepen],
            "regels": [regel.als_dict() for regel in self.regels],
            "betekenis": self.betekenis,
        }


def lees_vergelijking(
    gegevens: Mapping[str, Any], vandaag: date | None = None
) -> tuple[BegrotingInvoer, BegrotingInvoer]:
    """Read `{voor: {…}, na: {…}}`, each the facts of a begroting. Raises Invoerfout with every fault of both."""
    lezer = Lezer(gegevens)
    paar = []
    for veld in ("voor", "na"):
        blok = lezer.blok(veld, verplicht=True)
        if blok is not None:
            paar.append(lees_velden(blok, vandaag))
            blok.sluit()
    lezer.klaar()
    return paar[0], paar[1]


def vergelijk_begrotingen(voor: BegrotingInvoer, na: BegrotingInvoer) -> Begrotingsvergelijking:
    """Compare line by line (lines of one post with the same description are taken together) and group by group."""
    eerst, daarna = _tel_regels(voor), _tel_regels(na)
    volgorde = list(POSTEN)
    sleutels = sorted({*eerst, *daarna}, key=lambda sleutel: (volgorde.index(sleutel[0]), sleutel[1]))
    regels = tuple(
        Begrotingsverschil(
            ": ".join(deel for deel in (POSTEN[post].naam, omschrijving) if deel),
            POSTEN[post].groep,
            _rond(eerst.get((post, omschrijving))),
            _rond(daarna.get((post, omschrijving))),
        )
        for post, omschrijving in sleutels
    )
    groepen = tuple(
        Begrotingsverschil(groep.naam, groep, _rond(_tel_groep(voor, groep)), _rond(_tel_groep(na, groep)))
        for groep in Groep
    )
    return Begrotingsvergelijking(regels, groepen, maak_saldo(voor).waarde, maak_saldo(na).waarde)


def _tel_regels(invoer: BegrotingInvoer) -> dict[_Sleutel, Decimal]:
    som: dict[_Sleutel, Decimal] = {}
    for regel in invoer.regels:
        sleutel = (regel.post.sleutel, regel.omschrijving or "")
        som[sleutel] = som.get(sleutel, Decimal(0)) + regel.per_maand
    return som


def _tel_groep(invoer: BegrotingInvoer, groep: Groep) -> Decimal | None:
    regels = invoer.get_regels(groep)
    return sum((regel.per_maand for regel in regels), Decimal(0)) if regels else None


def _rond(bedrag: Decimal | None) -> Decimal | None:
    return None if bedrag is None else rond_af_op_centen(bedrag)


def _schrijf(bedrag: Decimal | None) -> str | None:
    return None if bedrag is None else schrijf_getal(bedrag, EURO)
