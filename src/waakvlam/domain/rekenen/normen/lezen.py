"""Read a file of norms, strictly: an unknown key, a gap, an overlap or a doubtful number is an error.

The form of a file (guide for administrators: `docs/beheer/normen.md`):

    regeling: Participatiewet
    url: https://wetten.overheid.nl/BWBR0015703
    normen:
      pw_21a:
        naam: bijstandsnorm alleenstaande
        bron: art. 21 onder a Pw
        eenheid: euro per maand
        ritme: halfjaar            # halfjaar, jaar, of doorlopend: geldt tot er een nieuwe waarde staat
        waarden:
          - {vanaf: 2021-01-01, waarde: 1075.44, status: officieel, vindplaats: ...}
          - {vanaf: 2021-07-01, ontbreekt: waarom het bedrag niet bekend is}
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from itertools import pairwise
from typing import Any

from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.common.yaml_lezen import lees_yaml
from waakvlam.domain.rekenen.normen.model import Norm, OnbekendeNorm, Status

EENHEDEN = ("euro", "euro per maand", "euro per jaar", "procent", "factor", "jaar", "maanden")
_BESTAND = {"regeling", "url", "normen"}
_REEKS = {"naam", "bron", "eenheid", "ritme", "waarden"}
_WAARDE = {"vanaf", "waarde", "status", "vindplaats"}
_GAT = {"vanaf", "ontbreekt"}
_DATUM = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_GETAL = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


class Ritme(Enum):
    """How often an amount changes: that is how long a value holds."""

    HALFJAAR = "halfjaar"
    JAAR = "jaar"
    DOORLOPEND = "doorlopend"

    @property
    def maanden(self) -> int:
        """Months that a value holds; 0 when it holds until the next."""
        return {"halfjaar": 6, "jaar": 12, "doorlopend": 0}[self.value]


@dataclass(frozen=True)
class Reeks:
    """One norm through time, oldest first."""

    sleutel: str
    naam: str
    bron: str
    eenheid: str
    ritme: Ritme
    waarden: tuple[Norm | tuple[date, str], ...]

    @property
    def eerste(self) -> date:
        """The first day for which the file says something."""
        return _vanaf(self.waarden[0])

    @property
    def laatste(self) -> date:
        """The last day on which the newest value holds."""
        return _eind(_vanaf(self.waarden[-1]), self.ritme)

    @property
    def loopt(self) -> bool:
        """Whether the newest entry is an amount; when it says *ontbreekt*, nobody waits for the next."""
        return isinstance(self.waarden[-1], Norm)

    def op(self, peildatum: date) -> Norm | OnbekendeNorm:
        """Give the amount on a date, or why it is not known."""
        reden = "de reeks begint later"
        for waarde in reversed(self.waarden):
            if _vanaf(waarde) <= peildatum:
                if peildatum > _eind(_vanaf(waarde), self.ritme):
                    reden = f"de reeks loopt tot en met {self.laatste:%d-%m-%Y}"
                elif isinstance(waarde, Norm):
                    return waarde
                else:
                    reden = waarde[1]
                break
        return OnbekendeNorm(self.sleutel, self.naam, self.eenheid, self.bron, reden)

    def regels(self) -> Iterator[str]:
        """Give one line per amount, for the fingerprint and for the list of what was released."""
        for waarde in self.waarden:
            inhoud = "ontbreekt"
            if isinstance(waarde, Norm):
                inhoud = f"{waarde.waarde:f} {waarde.eenheid.replace(' ', '_')} {waarde.status.value}"
            yield f"{self.sleutel} {_vanaf(waarde).isoformat()} {inhoud}"


def _vanaf(waarde: Norm | tuple[date, str]) -> date:
    return waarde.geldig_vanaf if isinstance(waarde, Norm) else waarde[0]


def _eind(vanaf: date, ritme: Ritme) -> date:
    if ritme is Ritme.DOORLOPEND:
        return date.max
    return _volgende(vanaf, ritme) - timedelta(days=1)


def _volgende(vanaf: date, ritme: Ritme) -> date:
    maand = vanaf.month - 1 + ritme.maanden
    return date(vanaf.year + maand // 12, maand % 12 + 1, 1)


def lees_reeksen(bestand: str, tekst: str) -> Iterator[Reeks]:
    """Read the series of one file. Raises WaakvlamFout that names the file, the norm and what is wrong."""
    try:
        inhoud = lees_yaml(tekst, letterlijk=True)
    except WaakvlamFout as fout:
        raise WaakvlamFout(f"{bestand}: {fout}") from fout
    _toets(bestand, inhoud, _BESTAND)
    _toets_teksten(bestand, inhoud, "regeling", "url")
    if not inhoud["url"].startswith("https://"):
        raise WaakvlamFout(f"{bestand}: 'url' is geen adres dat met https:// begint.")
    if not isinstance(inhoud["normen"], dict):
        raise WaakvlamFout(f"{bestand}: onder 'normen' horen de normen met hun sleutel.")
    for sleutel, reeks in inhoud["normen"].items():
        yield _lees_reeks(f"{bestand}, {sleutel}", sleutel, reeks)


def _toets(plek: str, inhoud: Any, sleutels: set[str]) -> None:
    if not isinstance(inhoud, dict):
        raise WaakvlamFout(f"{plek}: hier hoort een blok met {', '.join(sorted(sleutels))}.")
    for sleutel in sorted(set(inhoud) ^ sleutels):
        fout = "is onbekend" if sleutel in inhoud else "ontbreekt"
        raise WaakvlamFout(f"{plek}: '{sleutel}' {fout}. Nodig zijn: {', '.join(sorted(sleutels))}.")


def _toets_teksten(plek: str, inhoud: dict[str, Any], *sleutels: str) -> None:
    for sleutel in sleutels:
        if not isinstance(inhoud[sleutel], str) or not inhoud[sleutel].strip():
            raise WaakvlamFout(f"{plek}: '{sleutel}' is leeg of geen tekst.")


def _lees_reeks(plek: str, sleutel: str, inhoud: Any) -> Reeks:
    _toets(plek, inhoud, _REEKS)
    _toets_teksten(plek, inhoud, "naam", "bron")
    if inhoud["eenheid"] not in EENHEDEN:
        raise WaakvlamFout(
            f"{plek}: eenheid '{inhoud['eenheid']}' is onbekend. Kies uit: {', '.join(EENHEDEN)}."
        )
    ritme = _keuze(plek, inhoud["ritme"], Ritme)
    if not isinstance(inhoud["waarden"], list) or not inhoud["waarden"]:
        raise WaakvlamFout(f"{plek}: onder 'waarden' hoort een lijst met ten minste één waarde.")
    waarden = tuple(_lees_waarde(plek, sleutel, inhoud, waarde) for waarde in inhoud["waarden"])
    _toets_aansluiting(plek, ritme, [_vanaf(waarde) for waarde in waarden])
    return Reeks(sleutel, inhoud["naam"], inhoud["bron"], inhoud["eenheid"], ritme, waarden)


def _lees_waarde(plek: str, sleutel: str, reeks: dict[str, str], inhoud: Any) -> Norm | tuple[date, str]:
    gat = isinstance(inhoud, dict) and "ontbreekt" in inhoud
    _toets(plek, inhoud, _GAT if gat else _WAARDE)
    vanaf = _datum(plek, inhoud["vanaf"])
    if gat:
        _toets_teksten(plek, inhoud, "ontbreekt")
        return vanaf, inhoud["ontbreekt"]
    plek = f"{plek} vanaf {vanaf}"
    _toets_teksten(plek, inhoud, "vindplaats")
    return Norm(
        sleutel,
        reeks["naam"],
        _getal(plek, inhoud["waarde"], reeks["eenheid"]),
        reeks["eenheid"],
        vanaf,
        reeks["bron"],
        _status(plek, inhoud["status"]),
        inhoud["vindplaats"],
    )


def _datum(plek: str, tekst: Any) -> date:
    # fromisoformat also reads 20260101 and 2026-W01-1: one way of writing keeps files comparable.
    if isinstance(tekst, str) and _DATUM.fullmatch(tekst):
        with suppress(ValueError):
            return date.fromisoformat(tekst)
    raise WaakvlamFout(f"{plek}: '{tekst}' is geen datum (JJJJ-MM-DD).")


def _getal(plek: str, tekst: Any, eenheid: str) -> Decimal:
    if not isinstance(tekst, str) or not _GETAL.fullmatch(tekst):
        raise WaakvlamFout(
            f"{plek}: '{tekst}' is geen getal. Schrijf het met een punt, bijvoorbeeld 1075.44."
        )
    getal = Decimal(tekst)
    if eenheid == "procent" and not 0 <= getal <= 100:
        raise WaakvlamFout(f"{plek}: {tekst} procent kan niet; kies 0 tot en met 100.")
    if eenheid.startswith("euro") and getal < 0:
        raise WaakvlamFout(f"{plek}: een bedrag is 0 of meer.")
    return getal


def _keuze(plek: str, waarde: Any, soort: type[Any]) -> Any:
    try:
        return soort(waarde)
    except ValueError:
        raise WaakvlamFout(
            f"{plek}: '{waarde}' is onbekend. Kies uit: {', '.join(lid.value for lid in soort)}."
        ) from None


def _status(plek: str, waarde: Any) -> Status:
    if waarde == Status.EIGEN.value:
        raise WaakvlamFout(
            f"{plek}: '{waarde}' is onbekend in een bestand: eigen is een norm die iemand zelf invult."
        )
    status = _keuze(plek, waarde, Status)
    assert isinstance(status, Status)  # noqa: S101 - for the type
    return status


def _toets_aansluiting(plek: str, ritme: Ritme, data: list[date]) -> None:
    if ritme is not Ritme.DOORLOPEND and data[0].day != 1:
        raise WaakvlamFout(
            f"{plek}: een {ritme.value} begint op de eerste dag van een maand, niet op {data[0]}."
        )
    for eerder, later in pairwise(data):
        if later <= eerder:
            raise WaakvlamFout(
                f"{plek}: {later} staat na {eerder}; zet de oudste waarde eerst, elke datum één keer."
            )
        if ritme is not Ritme.DOORLOPEND and later != _volgende(eerder, ritme):
            raise WaakvlamFout(
                f"{plek}: tussen {eerder} en {later} past niet precies één {ritme.value}. "
                "Vul de ontbrekende periode in, of schrijf daar 'ontbreekt' met de reden."
            )
