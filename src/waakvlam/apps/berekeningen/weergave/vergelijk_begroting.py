"""Two kept begrotingen side by side: per group its lines, and what is left."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from waakvlam.apps.berekeningen.weergave.blad import zeg_verschil
from waakvlam.domain.common.notatie import geld
from waakvlam.domain.rekenen.begroting import (
    Begrotingsverschil,
    Groep,
    lees_invoer,
    vergelijk_begrotingen,
)
from waakvlam.domain.rekenen.uitleg import EURO

NIET_OPGEGEVEN = "niet opgegeven"


@dataclass(frozen=True)
class Naastregel:
    """One line: what it was, what it is, and the difference (empty when there is none)."""

    naam: str
    voor: str
    na: str
    verschil: str


@dataclass(frozen=True)
class Naastgroep:
    """The lines of a group, and their sum."""

    titel: str
    regels: list[Naastregel]
    som: Naastregel


@dataclass(frozen=True)
class Naastelkaar:
    """Everything the page shows; `betekenis` says it in a sentence."""

    betekenis: str
    groepen: list[Naastgroep]
    saldo: Naastregel


def vergelijk_feiten(voor: Mapping[str, Any], na: Mapping[str, Any], vandaag: date) -> Naastelkaar:
    """Compare the facts of two begrotingen. Raises Invoerfout when one can no longer be read."""
    uit = vergelijk_begrotingen(lees_invoer(voor, vandaag), lees_invoer(na, vandaag))
    groepen = [
        Naastgroep(
            groep.naam.capitalize(),
            [_maak_regel(regel) for regel in uit.regels if regel.groep is groep.groep],
            _maak_regel(groep),
        )
        for groep in uit.groepen
        if (groep.voor, groep.na) != (None, None)
    ]
    # Any group will do: of a balance only the amounts are shown.
    saldo = Begrotingsverschil("Over per maand", Groep.INKOMSTEN, uit.saldo_voor, uit.saldo_na)
    return Naastelkaar(uit.betekenis, groepen, _maak_regel(saldo))


def _maak_regel(regel: Begrotingsverschil) -> Naastregel:
    naam = regel.naam[:1].upper() + regel.naam[1:]
    return Naastregel(naam, _schrijf(regel.voor), _schrijf(regel.na), zeg_verschil(str(regel.verschil), EURO))


def _schrijf(bedrag: Decimal | None) -> str:
    return NIET_OPGEGEVEN if bedrag is None else geld(bedrag)
