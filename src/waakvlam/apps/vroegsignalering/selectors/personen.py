"""The people behind signals, each apart: an address is not a household. Pure: works on rows already read."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from waakvlam.apps.personen.service import Betrokkene, Twijfelpaar
from waakvlam.apps.vroegsignalering.models import Signaal
from waakvlam.apps.vroegsignalering.selectors.namen import TUSSENVOEGSELS, schrijf_naam

Sleutel = Any


@dataclass
class Persoonblok:
    """One person with the arrears of that person only. A BSN is never here, only whether it is known."""

    naam: str
    andere_namen: list[str] = field(default_factory=list)
    geboortedatums: list[str] = field(default_factory=list)
    leeftijd: int | None = None
    telefoons: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    adressen: list[str] = field(default_factory=list)
    bsn_bekend: bool = False
    signalen: list[Signaal] = field(default_factory=list)

    @property
    def totaal(self) -> Decimal:
        """The arrears of this person in this melding."""
        return sum((signaal.bedrag for signaal in self.signalen), Decimal(0))


@dataclass(frozen=True)
class Twijfel:
    """Two people on this page that may be one, or one that may also be elsewhere; `redenen` say why."""

    wie: str
    ander: str
    redenen: tuple[dict[str, str], ...]


def sleutel_van(wie: Betrokkene) -> Sleutel:
    """What tells people apart: the number of the linked person, else name with birth date."""
    return wie.persoon or (wie.achternaam.casefold(), wie.geboortedatum)


def adres_van(mensen: Iterable[Betrokkene]) -> tuple[str, str]:
    """Give the address line (with the street, when one partner gave it) and postcode with town; empty for nobody."""
    wie = max(mensen, key=lambda wie: (bool(wie.straat), bool(wie.woonplaats)), default=None)
    if wie is None:
        return "", ""
    postcode = f"{wie.postcode[:4]} {wie.postcode[4:]}"
    regel = f"{wie.straat or postcode} {wie.huisnummer}{wie.huistoevoeging}"
    return regel, " ".join(deel for deel in (postcode if wie.straat else "", wie.woonplaats or "") if deel)


def groepeer(signalen: Iterable[Signaal], vandaag: date) -> list[Persoonblok]:
    """Group signals by person, the largest arrears first."""
    groepen: dict[Sleutel, list[Signaal]] = {}
    for signaal in signalen:
        groepen.setdefault(sleutel_van(signaal.betrokkene), []).append(signaal)
    blokken = [_blok(groep, vandaag) for groep in groepen.values()]
    return sorted(blokken, key=lambda blok: (-blok.totaal, blok.naam))


def namen_per_sleutel(signalen: Iterable[Signaal]) -> dict[Sleutel, str]:
    """Give every person's longest name, as it is shown."""
    namen: dict[Sleutel, str] = {}
    for signaal in signalen:
        wie = signaal.betrokkene
        sleutel = sleutel_van(wie)
        if len(naam := schrijf_naam(wie)) > len(namen.get(sleutel, "")):
            namen[sleutel] = naam
    return namen


def meer_huishoudens(signalen: Iterable[Signaal]) -> bool:
    """Tell whether two people share no part of their surnames: then there may be more households here."""
    delen: dict[Sleutel, set[str]] = {}
    for signaal in signalen:
        wie = signaal.betrokkene
        delen.setdefault(sleutel_van(wie), set()).update(_naamdelen(wie.achternaam))
    namen = list(delen.values())
    return any(a.isdisjoint(b) for plek, a in enumerate(namen) for b in namen[plek + 1 :])


def _naamdelen(achternaam: str) -> set[str]:
    """Give the parts of a surname without tussenvoegsels: `Vos, de` and `de Jong` share nothing."""
    delen = set(re.split(r"[\s,-]+", achternaam.casefold())) - {""}
    return (delen - TUSSENVOEGSELS) or delen


def maak_twijfels(paren: Iterable[Twijfelpaar], namen: dict[int, str]) -> list[Twijfel]:
    """Say doubts in names of this page; somebody who is not on it stays unnamed."""
    gezien, uit = set(), []
    for paar in paren:
        links, rechts = namen.get(paar.links_id, ""), namen.get(paar.rechts_id, "")
        wie, ander = (links, rechts) if links else (rechts, links)
        redenen = tuple(reden for reden in paar.waarom if isinstance(reden, dict))
        merk = (frozenset((wie, ander)), str(redenen))
        if merk not in gezien:
            gezien.add(merk)
            uit.append(Twijfel(wie, ander, redenen))
    return uit


def _blok(groep: Sequence[Signaal], vandaag: date) -> Persoonblok:
    mensen = [signaal.betrokkene for signaal in groep]
    namen = _uniek(schrijf_naam(wie) for wie in mensen)
    naam = max(namen, key=len)
    geboren = _uniek(wie.geboortedatum for wie in mensen)
    return Persoonblok(
        naam,
        [anders for anders in namen if anders != naam],
        geboren,
        _leeftijd(geboren[0], vandaag) if len(geboren) == 1 else None,
        _uniek(wie.telefoon for wie in mensen),
        _uniek(wie.email for wie in mensen),
        _uniek(wie.adresregel for wie in mensen),
        any(wie.bsn_index is not None for wie in mensen),
        sorted(groep, key=lambda signaal: (-signaal.bedrag, signaal.pk)),
    )


def _uniek(waarden: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(waarde for waarde in waarden if waarde))


def _leeftijd(geboren: str, vandaag: date) -> int | None:
    try:
        dag = date.fromisoformat(geboren)
    except ValueError:
        return None
    return vandaag.year - dag.year - ((vandaag.month, vandaag.day) < (dag.month, dag.day))
