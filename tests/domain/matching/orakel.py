"""A second opinion on matching: the contract's section 3 in plain, slow Python.

Written from the text of the contract alone, one paragraph per numbered step, over the raw data of the policy's
YAML. It shares no code with the engine, so that an equal outcome means something.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

ANDERE = "Niet opgepakt: andere reden"
ONTERECHT = "Niet opgepakt: onterecht signaal"
HERHAALD = "Niet opgepakt: herhaalde melding"

# Algemene termijnenwet art. 3, written out by hand for the years the tests use.
VRIJ = {
    date.fromisoformat(dag)
    for dag in [
        "2025-01-01",
        "2025-04-18",
        "2025-04-21",
        "2025-04-26",
        "2025-05-05",
        "2025-05-29",
        "2025-06-09",
        "2025-12-25",
        "2025-12-26",
        "2026-01-01",
        "2026-04-03",
        "2026-04-06",
        "2026-04-27",
        "2026-05-05",
        "2026-05-14",
        "2026-05-25",
        "2026-12-25",
        "2026-12-26",
        "2027-01-01",
        "2027-03-26",
        "2027-03-29",
        "2027-04-27",
        "2027-05-05",
        "2027-05-06",
        "2027-05-17",
        "2027-12-25",
        "2027-12-26",
    ]
}


@dataclass(frozen=True)
class Rij:
    """One good row of a levering; `bestand` counts the files in the order given."""

    bestand: int
    rij: int
    gemeente: str
    partner: str
    kenmerk: str
    soort: str
    signaaldatum: date
    ontstaansdatum: date
    bedrag: Decimal
    sleutel: str
    ontvangstdatum: date | None = None
    geboortedatum: str | None = None
    crisissignaal: bool = False
    warme_overdracht: bool = False
    einde_levering: bool = False
    bezwaar: bool = False
    rechtspersoon: bool = False
    zakelijk: bool = False

    @property
    def maand(self) -> int:
        """Months since year 0."""
        return self.signaaldatum.year * 12 + self.signaaldatum.month - 1

    @property
    def identiteit(self) -> tuple[str, str, str]:
        """What makes two rows the same signal."""
        return self.gemeente, self.partner, self.kenmerk

    @property
    def dagen(self) -> int:
        """Days of arrears."""
        return (self.signaaldatum - self.ontstaansdatum).days


def voorspel(rijen: Iterable[Rij], beleid: dict[str, Any], maand: int) -> dict[str, dict[str, Any]]:
    """Give per gemeente what the contract says of month `maand`: meldingen and niet_opgepakt."""
    over, vervangen = _stap_1([rij for rij in rijen if rij.maand <= maand])
    opgepakt: list[Rij] = []
    niet: list[tuple[Rij, str, str]] = [(rij, HERHAALD, "vervangen") for rij in vervangen]
    for m in sorted({rij.maand for rij in over}):
        nieuw = []
        for rij in (r for r in over if r.maand == m):
            oordeel = _stap_2(rij, opgepakt, beleid)
            if oordeel is None:
                nieuw.append(rij)
            else:
                niet.append((rij, *oordeel))
        opgepakt += nieuw
    uit = {}
    for gemeente in sorted({rij.gemeente for rij in over if rij.maand == maand}):
        uit[gemeente] = {
            "meldingen": _meldingen([r for r in opgepakt if r.gemeente == gemeente], beleid, maand),
            "niet_opgepakt": sorted(
                (r.partner, r.kenmerk, r.bestand, r.rij, status, reden)
                for r, status, reden in niet
                if r.gemeente == gemeente and r.maand == maand
            ),
        }
    return uit


def _stap_1(rijen: list[Rij]) -> tuple[list[Rij], list[Rij]]:
    """Signals with one identity in one month are one; three flags pass on."""
    over: dict[Any, Rij] = {}
    vervangen = []
    for rij in sorted(rijen, key=lambda r: (r.signaaldatum, r.bestand, r.rij)):
        vorige = over.get((rij.identiteit, rij.maand))
        if vorige is not None:
            vervangen.append(vorige)
            rij = replace(
                rij,
                crisissignaal=rij.crisissignaal or vorige.crisissignaal,
                einde_levering=rij.einde_levering or vorige.einde_levering,
                warme_overdracht=rij.warme_overdracht or vorige.warme_overdracht,
            )
        over[rij.identiteit, rij.maand] = rij
    return list(over.values()), vervangen


def _stap_2(rij: Rij, eerder: list[Rij], beleid: dict[str, Any]) -> tuple[str, str] | None:
    """Why a signal is not accepted (status, begin of the reden), or None."""
    if rij.rechtspersoon:
        return ANDERE, "rechtspersoon"
    if rij.zakelijk and beleid.get("particulier", False):
        return ANDERE, "zakelijk"
    if rij.bezwaar:
        return ANDERE, "bezwaar"
    if not (rij.crisissignaal or rij.einde_levering):
        if rij.bedrag < Decimal(str(beleid.get("drempelbedrag", 0))):
            return ONTERECHT, "drempel"
        venster = beleid.get("venster", {}).get(rij.soort, {})
        if rij.dagen < venster.get("dagen_min", rij.dagen) or rij.dagen > venster.get("dagen_max", rij.dagen):
            return ONTERECHT, "venster"
        if not rij.warme_overdracht and _is_herhaald(rij, eerder, beleid):
            return HERHAALD, "herhaald"
    return None


def _is_herhaald(rij: Rij, eerder: list[Rij], beleid: dict[str, Any]) -> bool:
    if "herhaald" not in beleid:
        return False
    n = beleid["herhaald"].get("maanden", 1)
    zelfde = [r for r in eerder if r.identiteit == rij.identiteit and rij.maand - n <= r.maand < rij.maand]
    return bool(zelfde) and max(zelfde, key=lambda r: r.maand).bedrag >= rij.bedrag


def _meldingen(opgepakt: list[Rij], beleid: dict[str, Any], maand: int) -> list[dict[str, Any]]:
    """Steps 4 to 7 for one gemeente."""
    groepen: dict[str, list[Rij]] = {}
    for rij in opgepakt:
        if rij.maand == maand:
            groepen.setdefault(rij.sleutel, []).append(rij)
    meldingen = [_stap_4_5(sleutel, groep, opgepakt, beleid, maand) for sleutel, groep in groepen.items()]
    volgorde = beleid.get("volgorde", ["aantal", "bedrag"])
    meldingen.sort(key=lambda m: (*(-m[v] for v in volgorde), m["ontstaan"], m["sleutel"]))
    gebruikt: dict[int, int] = {}
    for rang, melding in enumerate(meldingen, 1):
        melding["rang"] = rang
        nr = next(
            i for i, r in enumerate(beleid["opvolging"]) if _past(r.get("als", {}), melding, groepen, maand)
        )
        regel = beleid["opvolging"][nr]
        gebruikt[nr] = gebruikt.get(nr, 0) + 1
        vol = "quotum" in regel and gebruikt[nr] > regel["quotum"]
        melding["opvolging"] = regel["anders"] if vol else regel["dan"]
        melding["uiterlijk"] = _stap_7(regel, groepen[melding["sleutel"]])
    return meldingen


def _stap_4_5(
    sleutel: str, groep: list[Rij], opgepakt: list[Rij], beleid: dict[str, Any], maand: int
) -> dict[str, Any]:
    blok = beleid.get("meervoudig", {})
    op_sleutel = [r for r in opgepakt if r.sleutel == sleutel]
    venster = [r for r in op_sleutel if maand - (blok.get("maanden", 1) - 1) <= r.maand <= maand]
    eenheid = {
        "partners": lambda r: r.partner,
        "soorten": lambda r: r.soort,
        "signalen": lambda r: (r.partner, r.kenmerk),
    }[blok.get("telt", "partners")]
    aantal = len({eenheid(r) for r in venster})
    terug = beleid["opeenvolgend"].get("maanden", 6) if "opeenvolgend" in beleid else 0
    return {
        "sleutel": sleutel,
        "signalen": sorted((r.partner, r.kenmerk) for r in groep),
        "aantal": aantal,
        "meervoudig": aantal >= blok.get("minimaal", 2),
        "bedrag": sum((r.bedrag for r in groep), Decimal(0)),
        "dagen": max(r.dagen for r in groep),
        "ontstaan": min(r.ontstaansdatum for r in groep),
        "opeenvolgend": any(maand - terug <= r.maand < maand for r in op_sleutel),
    }


def _past(als: dict[str, Any], melding: dict[str, Any], groepen: dict[str, list[Rij]], maand: int) -> bool:
    groep = groepen[melding["sleutel"]]
    leeftijden = [leeftijd for r in groep if (leeftijd := _leeftijd(r.geboortedatum, maand)) is not None]
    vlag = {
        naam: any(getattr(r, naam) for r in groep)
        for naam in ("crisissignaal", "warme_overdracht", "einde_levering")
    } | {naam: melding[naam] for naam in ("meervoudig", "opeenvolgend")}
    eisen = [vlag[naam] == als[naam] for naam in vlag if naam in als]
    eisen += [any(r.soort in als["soort"] for r in groep)] if "soort" in als else []
    eisen += [any(r.partner in als["partner"] for r in groep)] if "partner" in als else []
    eisen += [melding["bedrag"] >= Decimal(str(als["bedrag_vanaf"]))] if "bedrag_vanaf" in als else []
    eisen += [melding["bedrag"] < Decimal(str(als["bedrag_tot"]))] if "bedrag_tot" in als else []
    eisen += [melding["aantal"] >= als["aantal_vanaf"]] if "aantal_vanaf" in als else []
    if "leeftijd_vanaf" in als or "leeftijd_tot" in als:
        van, tot = als.get("leeftijd_vanaf", -1000), als.get("leeftijd_tot", 1000)
        eisen.append(any(van <= leeftijd < tot for leeftijd in leeftijden))
    return all(eisen)


def _leeftijd(geboortedatum: str | None, maand: int) -> int | None:
    """Age on the last day of the month, of a full birth date only."""
    if geboortedatum is None or "00" in geboortedatum.split("-")[1:]:
        return None
    geboren = date.fromisoformat(geboortedatum)
    laatste = date((maand + 1) // 12, (maand + 1) % 12 + 1, 1) - timedelta(days=1)
    jarig = (laatste.month, laatste.day) >= (geboren.month, geboren.day)
    return laatste.year - geboren.year - (0 if jarig else 1)


def _stap_7(regel: dict[str, Any], groep: list[Rij]) -> str | None:
    dag = min(r.ontvangstdatum or r.signaaldatum for r in groep)
    if "binnen_dagen" in regel:
        return (dag + timedelta(days=regel["binnen_dagen"])).isoformat()
    if "binnen_werkdagen" not in regel:
        return None
    nog = regel["binnen_werkdagen"]
    while nog > 0:
        dag += timedelta(days=1)
        if dag.weekday() < 5 and dag not in VRIJ:
            nog -= 1
    return dag.isoformat()
