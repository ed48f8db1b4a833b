"""From what was typed to the facts of a calculation, and from facts back to a form."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from waakvlam.apps.berekeningen.formulieren.notatie import lees_bedrag, lees_getal, toon_bedrag, toon_getal
from waakvlam.apps.berekeningen.formulieren.opzet import Feiten, Opzet, Rijen, Veld, Veldsoort

MAX_RIJEN = 150
"""Rows that can be added on screen: with more, a form would hold more fields than a request may."""
VANDAAG = "vandaag"
EIGEN = "eigen_normen"
JA = "on"


@dataclass
class Ingevuld:
    """A form with what was typed.

    `waarden` by name of the input; `rijen` the number of rows per name; `feiten` what the domain reads; `plekken`
    where in the form a path of the domain (`schulden[2].bedrag`) stands; `eigen` the keys of the norms that the user
    enters, in the order of their rows.
    """

    waarden: dict[str, str] = field(default_factory=dict)
    rijen: dict[str, int] = field(default_factory=dict)
    feiten: dict[str, Any] = field(default_factory=dict)
    plekken: dict[str, str] = field(default_factory=dict)
    eigen: list[str] = field(default_factory=list)


def begin(opzet: Opzet, vandaag: date) -> Ingevuld:
    """Give an empty form with its defaults; `vandaag` stands for today."""
    waarden = {
        veld.naam: vandaag.isoformat() if veld.standaard == VANDAAG else veld.standaard
        for veld in opzet.velden()
        if veld.standaard
    }
    ingevuld = vul(opzet, waarden)
    ingevuld.rijen = {rijen.naam: rijen.begin for rijen in opzet.rijen()}
    return ingevuld


def vul(opzet: Opzet, getypt: Mapping[str, str]) -> Ingevuld:
    """Read what was typed. A field that does not belong to the form with the other answers is not read."""
    uit = Ingevuld()
    for groep in opzet.groepen:
        for deel in groep.delen:
            if isinstance(deel, Rijen):
                _lees_rijen(deel, getypt, uit)
            elif deel.als is None or deel.als.geldt(uit.waarden):
                _lees_veld(deel, getypt, uit)
    _lees_eigen(getypt, uit)
    return uit


def uit_feiten(opzet: Opzet, feiten: Feiten) -> Ingevuld:
    """Fill in the form with facts that were kept."""
    getypt: dict[str, str] = {}
    for veld in opzet.velden():
        if waarde := _antwoord(veld, feiten):
            getypt[veld.naam] = waarde
    for rijen in opzet.rijen():
        for nummer, rij in enumerate(_haal(feiten, rijen.pad) or (), 1):
            for veld in rijen.velden:
                getypt[f"{rijen.naam}-{nummer}-{veld.naam}"] = _toon(
                    veld, rij if rijen.los else _haal(rij, veld.pad)
                )
    for nummer, norm in enumerate(feiten.get(EIGEN) or (), 1):
        getypt |= {f"{EIGEN}-{nummer}-norm": norm["norm"], f"{EIGEN}-{nummer}-bron": norm["bron"]}
        getypt[f"{EIGEN}-{nummer}-waarde"] = toon_getal(norm["waarde"])
    return vul(opzet, getypt)


def _antwoord(veld: Veld, feiten: Feiten) -> str:
    if veld.herken:
        return veld.herken(feiten)
    if veld.in_lijst:
        return JA if veld.in_lijst in (_haal(feiten, veld.pad) or ()) else ""
    # A drop-down always has an answer: what was not said is the first one, as on an empty form.
    eerste = veld.standaard or veld.keuzes[0][0] if veld.soort is Veldsoort.LIJST else ""
    return _toon(veld, _haal(feiten, veld.pad)) or eerste


def voeg_rij_toe(ingevuld: Ingevuld, naam: str) -> None:
    """Add an empty row at the end."""
    if naam in ingevuld.rijen:
        ingevuld.rijen[naam] = max(ingevuld.rijen[naam], min(ingevuld.rijen[naam] + 1, MAX_RIJEN))


def zonder_rij(getypt: Mapping[str, str], naam_en_nummer: str) -> dict[str, str]:
    """Leave out one row (`schulden-2`) of what was typed."""
    return {naam: waarde for naam, waarde in getypt.items() if not naam.startswith(f"{naam_en_nummer}-")}


def _lees_veld(veld: Veld, getypt: Mapping[str, str], uit: Ingevuld) -> None:
    tekst = str(getypt.get(veld.naam, "")).strip()
    uit.waarden[veld.naam] = tekst
    if veld.pad.startswith("_"):
        for pad, waarde in veld.zet.get(tekst, {}).items():
            _zet(uit.feiten, pad, waarde)
            uit.plekken[pad] = veld.naam
        return
    _onthoud_plek(uit, veld.pad, veld.naam)
    if tekst and veld.in_lijst:
        uit.feiten.setdefault(veld.pad, []).append(veld.in_lijst)
    elif tekst:
        _zet(uit.feiten, veld.pad, _lees(veld, tekst))


def _lees_rijen(rijen: Rijen, getypt: Mapping[str, str], uit: Ingevuld) -> None:
    patroon = re.compile(rf"{re.escape(rijen.naam)}-(\d{{1,4}})-[\w-]+")
    nummers = sorted({int(treffer[1]) for naam in getypt if (treffer := patroon.fullmatch(naam))})
    lijst: list[Any] = []
    for plek, nummer in enumerate(nummers, 1):
        rij: dict[str, Any] = {}
        for veld in rijen.velden:
            tekst = str(getypt.get(f"{rijen.naam}-{nummer}-{veld.naam}", "")).strip()
            uit.waarden[f"{rijen.naam}-{plek}-{veld.naam}"] = tekst
            if tekst:
                _zet(rij, veld.pad, _lees(veld, tekst))
        if _is_leeg(rijen, rij):
            continue
        if rijen.nummer:
            rij[rijen.nummer] = str(len(lijst) + 1)
        lijst.append(next(iter(rij.values())) if rijen.los else rij)
        for veld in rijen.velden:
            pad = f"{rijen.pad}[{len(lijst)}]" + ("" if rijen.los else f".{veld.pad}")
            uit.plekken[pad] = f"{rijen.naam}-{plek}-{veld.naam}"
    uit.rijen[rijen.naam] = max(len(nummers), rijen.begin)
    if rijen.velden:
        uit.plekken[rijen.pad] = f"{rijen.naam}-1-{rijen.velden[0].naam}"
    if lijst:
        _zet(uit.feiten, rijen.pad, lijst)


def _is_leeg(rijen: Rijen, rij: dict[str, Any]) -> bool:
    # A choice always has a value: a row in which nothing else was filled in is empty.
    gekozen = {veld.pad for veld in rijen.velden if veld.soort in (Veldsoort.LIJST, Veldsoort.JA_OF_NEE)}
    return not set(rij) - gekozen


def _lees_eigen(getypt: Mapping[str, str], uit: Ingevuld) -> None:
    patroon = re.compile(rf"{EIGEN}-(\d{{1,3}})-norm")
    normen = []
    for nummer in sorted(int(treffer[1]) for naam in getypt if (treffer := patroon.fullmatch(naam))):
        sleutel, waarde, bron = (
            str(getypt.get(f"{EIGEN}-{nummer}-{deel}", "")).strip() for deel in ("norm", "waarde", "bron")
        )
        if not sleutel or sleutel in uit.eigen:
            continue
        uit.eigen.append(sleutel)
        plek = f"{EIGEN}-{len(uit.eigen)}"
        uit.waarden |= {f"{plek}-norm": sleutel, f"{plek}-waarde": waarde, f"{plek}-bron": bron}
        if waarde or bron:
            normen.append({"norm": sleutel, "waarde": lees_getal(waarde), "bron": bron})
            for deel in ("waarde", "bron"):
                uit.plekken[f"{EIGEN}[{len(normen)}].{deel}"] = f"{plek}-{deel}"
    if normen:
        uit.feiten[EIGEN] = normen


def _onthoud_plek(uit: Ingevuld, pad: str, naam: str) -> None:
    """Remember where a fault on the fact, or on the block it is in, is shown."""
    uit.plekken[pad] = naam
    while "." in pad:
        pad = pad.rpartition(".")[0]
        uit.plekken.setdefault(pad, naam)


def _lees(veld: Veld, tekst: str) -> Any:
    if veld.soort is Veldsoort.BEDRAG:
        return lees_bedrag(tekst)
    if veld.soort is Veldsoort.GETAL:
        return lees_getal(tekst)
    if veld.soort is Veldsoort.JA_OF_NEE:
        return {"ja": True, "nee": False}.get(tekst, tekst)
    return True if veld.soort is Veldsoort.JA_NEE else tekst


def _toon(veld: Veld, waarde: Any) -> str:
    if veld.soort is Veldsoort.JA_OF_NEE and isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if waarde is None or waarde is False:
        return ""
    if veld.soort is Veldsoort.BEDRAG:
        return toon_bedrag(waarde)
    if veld.soort is Veldsoort.GETAL:
        return toon_getal(waarde)
    return JA if waarde is True else str(waarde)


def _zet(feiten: dict[str, Any], pad: str, waarde: Any) -> None:
    *blokken, laatste = pad.split(".")
    for blok in blokken:
        feiten = feiten.setdefault(blok, {})
    feiten[laatste] = waarde


def _haal(feiten: Any, pad: str) -> Any:
    for deel in pad.split("."):
        feiten = feiten.get(deel) if isinstance(feiten, Mapping) else None
    return feiten
