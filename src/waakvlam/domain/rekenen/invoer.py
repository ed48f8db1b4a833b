"""Read what was handed in for a calculation, and tell every fault at once.

The same reader serves a JSON file, the API and a form: all give a mapping of texts, numbers, truth values and lists.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any, TypeVar

from waakvlam.domain.common.fouten import WaakvlamFout

E = TypeVar("E", bound=Enum)

MAX_BEDRAG = Decimal("1e9")
"""No amount of a household comes near a thousand million euros; above it a typing error is certain."""


@dataclass(frozen=True, slots=True)
class Veldfout:
    """One fault: which field (`correcties[2].bedrag`), what stood there, what to do (Dutch)."""

    veld: str
    waarde: str
    fout: str

    def als_dict(self) -> dict[str, str]:
        """Give the fault as in contract.md section 5."""
        return {"veld": self.veld, "waarde": self.waarde, "fout": self.fout}


class Invoerfout(WaakvlamFout):
    """What was handed in cannot be computed with; `fouten` holds every fault, in the order of the fields."""

    def __init__(self, fouten: Iterable[Veldfout]) -> None:
        self.fouten = tuple(fouten)
        super().__init__("\n".join(f"{fout.veld}: {fout.fout}" for fout in self.fouten))


class Lezer:
    """Reads one mapping field by field; faults are kept until `klaar` raises them together.

    A field that is absent, None or an empty text is *not given*. A method that finds a fault returns None, so that
    reading goes on: never use a result before `klaar` was called.
    """

    def __init__(self, gegevens: Any, plek: str = "", fouten: list[Veldfout] | None = None) -> None:
        self._plek = plek
        self._fouten: list[Veldfout] = [] if fouten is None else fouten
        self._gezien: set[str] = set()
        self._gegevens: Mapping[str, Any] = gegevens if isinstance(gegevens, Mapping) else {}
        self._leesbaar = isinstance(gegevens, Mapping)
        if not self._leesbaar:
            self._fouten.append(
                Veldfout(plek or "invoer", _toon(gegevens), "Hier horen velden met een naam.")
            )

    def meld(self, veld: str, fout: str) -> None:
        """Add a fault of the caller's own, for example two fields that contradict each other."""
        self._fouten.append(Veldfout(self._pad(veld), _toon(self._gegevens.get(veld)), fout))

    def heeft(self, veld: str) -> bool:
        """Say whether the field was given."""
        return self._gegevens.get(veld) not in (None, "")

    def bedrag(self, veld: str, *, verplicht: bool = False, negatief: bool = False) -> Decimal | None:
        """Read euros with at most two decimals, 0 or more unless `negatief`."""
        getal = self.getal(veld, verplicht=verplicht)
        if getal is None:
            return None
        if abs(getal) >= MAX_BEDRAG:
            self._fout(veld, "Dit bedrag is te groot om te kunnen kloppen.")
            return None
        if getal < 0 and not negatief:
            self._fout(veld, "Een bedrag is hier 0 of meer.")
            return None
        if getal != getal.quantize(Decimal("0.01")):
            self._fout(veld, "Een bedrag heeft hoogstens twee cijfers achter de punt.")
            return None
        return getal

    def getal(self, veld: str, *, verplicht: bool = False) -> Decimal | None:
        """Read a number, from a number or from text with a decimal point or comma."""
        waarde = self._neem(veld, verplicht)
        if waarde is None:
            return None
        try:
            if isinstance(waarde, bool) or not isinstance(waarde, int | float | str | Decimal):
                raise InvalidOperation
            getal = Decimal(str(waarde).strip().replace(",", "."))
        except InvalidOperation:
            self._fout(veld, "Dit is geen getal. Schrijf bijvoorbeeld 1234.56.")
            return None
        if not getal.is_finite():
            self._fout(veld, "Dit is geen getal. Schrijf bijvoorbeeld 1234.56.")
            return None
        return getal

    def heel_getal(
        self, veld: str, *, verplicht: bool = False, minimum: int = 0, maximum: int = 1000
    ) -> int | None:
        """Read a whole number within bounds."""
        getal = self.getal(veld, verplicht=verplicht)
        if getal is None:
            return None
        if getal != int(getal) or not minimum <= getal <= maximum:
            self._fout(veld, f"Kies een heel getal van {minimum} tot en met {maximum}.")
            return None
        return int(getal)

    def datum(self, veld: str, *, verplicht: bool = False) -> date | None:
        """Read a date `JJJJ-MM-DD` (or a date)."""
        waarde = self._neem(veld, verplicht)
        if waarde is None or type(waarde) is date:
            return waarde
        try:
            return date.fromisoformat(waarde if isinstance(waarde, str) else "")
        except ValueError:
            self._fout(veld, "Dit is geen datum. Schrijf JJJJ-MM-DD, bijvoorbeeld 2026-07-01.")
            return None

    def ja_nee(self, veld: str) -> bool:
        """Read true or false; not given is false."""
        waarde = self._neem(veld, verplicht=False)
        if waarde is None or isinstance(waarde, bool):
            return bool(waarde)
        self._fout(veld, "Kies true of false.")
        return False

    def keuze(self, veld: str, soort: type[E], *, verplicht: bool = False) -> E | None:
        """Read one value of an enumeration."""
        waarde = self._neem(veld, verplicht)
        if waarde is None:
            return None
        try:
            return soort(waarde)
        except ValueError:
            self._fout(veld, f"Kies uit: {', '.join(str(lid.value) for lid in soort)}.")
            return None

    def tekst(self, veld: str, *, verplicht: bool = False) -> str | None:
        """Read a text."""
        waarde = self._neem(veld, verplicht)
        if waarde is None:
            return None
        if not isinstance(waarde, str):
            self._fout(veld, "Hier hoort een tekst.")
            return None
        return waarde.strip()

    def blok(self, veld: str, *, verplicht: bool = False) -> "Lezer | None":
        """Give a reader for fields within a field."""
        waarde = self._neem(veld, verplicht)
        return None if waarde is None else Lezer(waarde, self._pad(veld), self._fouten)

    def lijst(self, veld: str, *, verplicht: bool = False) -> list["Lezer"]:
        """Give a reader for each block in a list; not given is an empty list."""
        return [
            Lezer(deel, f"{self._pad(veld)}[{nummer}]", self._fouten)
            for nummer, deel in enumerate(self.waarden(veld, verplicht=verplicht), 1)
        ]

    def waarden(self, veld: str, *, verplicht: bool = False) -> list[Any]:
        """Read a list as it is; not given is an empty list."""
        waarde = self._neem(veld, verplicht)
        if waarde is None:
            return []
        if not isinstance(waarde, list | tuple):
            self._fout(veld, "Hier hoort een lijst.")
            return []
        return list(waarde)

    def sluit(self) -> None:
        """Report the fields of this block that nobody read: a typing error must not pass unseen."""
        for veld in self._gegevens:
            if veld not in self._gezien:
                bekend = ", ".join(sorted(self._gezien))
                self.meld(str(veld), f"Dit veld is onbekend. Bekend zijn: {bekend}.")

    def klaar(self) -> None:
        """Close this block and raise every fault found so far. Raises Invoerfout."""
        self.sluit()
        if self._fouten:
            raise Invoerfout(self._fouten)

    def _pad(self, veld: str) -> str:
        return f"{self._plek}.{veld}" if self._plek else veld

    def _neem(self, veld: str, verplicht: bool) -> Any:
        self._gezien.add(veld)
        waarde = self._gegevens.get(veld)
        if isinstance(waarde, str) and not waarde.strip():
            waarde = None
        if waarde is None and verplicht and self._leesbaar:
            self._fout(veld, "Dit gegeven ontbreekt en is nodig voor de berekening.")
        return waarde

    def _fout(self, veld: str, fout: str) -> None:
        self.meld(veld, fout)


def _toon(waarde: Any) -> str:
    return "" if waarde is None else str(waarde)[:80]
