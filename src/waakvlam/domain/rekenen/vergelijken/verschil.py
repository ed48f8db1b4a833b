"""What differs between two results of one calculation, found by walking both explanations."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from waakvlam.domain.common.notatie import datum
from waakvlam.domain.rekenen.normen import Norm
from waakvlam.domain.rekenen.uitkomst import Rekenuitkomst
from waakvlam.domain.rekenen.uitleg import GEGEVEN, Stap, get_normen, schrijf_getal
from waakvlam.domain.rekenen.vergelijken.woorden import noem, noem_verschil


@dataclass(frozen=True, slots=True)
class Stapverschil:
    """One step before and after; None on the side where it does not occur. `diepte` is its place below the outcome."""

    naam: str
    voor: Stap | None
    na: Stap | None
    diepte: int

    @property
    def stap(self) -> Stap:
        """The step as it is now, or as it was when it is gone."""
        stap = self.na or self.voor
        assert stap is not None  # noqa: S101 - one side is always there
        return stap

    @property
    def gegeven(self) -> bool:
        """Whether it is a fact that was handed in."""
        return self.stap.formule == GEGEVEN

    @property
    def anders_berekend(self) -> bool:
        """Whether both sides do another sum, as in another year of the law; other names in the same sum do not count."""
        return self.voor is not None and self.na is not None and _vorm(self.voor) != _vorm(self.na)

    @property
    def verschil(self) -> Decimal | None:
        """After minus before; None when a side has no figure."""
        if self.voor is None or self.na is None or self.voor.uitkomst is None or self.na.uitkomst is None:
            return None
        return self.na.uitkomst - self.voor.uitkomst

    def als_dict(self) -> dict[str, Any]:
        """Give the row for a file or a screen."""
        return {
            "naam": self.naam,
            "diepte": self.diepte,
            "gegeven": self.gegeven,
            "eenheid": self.stap.eenheid,
            "voor": self._schrijf(self.voor.uitkomst if self.voor else None),
            "na": self._schrijf(self.na.uitkomst if self.na else None),
            "verschil": self._schrijf(self.verschil),
            "anders_berekend": self.anders_berekend,
            "bron": self.stap.bron,
        }

    def zeg(self) -> str:
        """Say it in one Dutch sentence."""
        eenheid = self.stap.eenheid
        if self.voor is None:
            return f"{_hoofdletter(self.naam)} komt erbij: {noem(self.stap.uitkomst, eenheid)}."
        if self.na is None:
            return f"{_hoofdletter(self.naam)} vervalt: dat was {noem(self.stap.uitkomst, eenheid)}."
        zin = f"{_hoofdletter(self.naam)} gaat van {noem(self.voor.uitkomst, eenheid)} naar {noem(self.na.uitkomst, eenheid)}"
        meer = f": {noem_verschil(self.verschil, eenheid)}" if self.verschil is not None else ""
        return f"{zin}{meer}{', op een andere manier berekend' if self.anders_berekend else ''}."

    def _schrijf(self, waarde: Decimal | None) -> str | None:
        return None if waarde is None else schrijf_getal(waarde, self.stap.eenheid)


@dataclass(frozen=True, slots=True)
class Normwijziging:
    """A norm that both results used with another amount."""

    voor: Norm
    na: Norm

    def als_dict(self) -> dict[str, Any]:
        """Give both norms."""
        return {"naam": self.na.naam, "voor": self.voor.als_dict(), "na": self.na.als_dict()}

    def zeg(self) -> str:
        """Say it in one Dutch sentence."""
        eenheid = self.na.eenheid
        return (
            f"De norm '{self.na.naam}' is {noem(self.na.waarde, eenheid)} vanaf {datum(self.na.geldig_vanaf)}; "
            f"eerst was dat {noem(self.voor.waarde, eenheid)} ({self.na.bron})."
        )


@dataclass(frozen=True, slots=True)
class Rekenverschil:
    """Two results side by side. `stappen` are those that differ, from the outcome down; `normen` those that changed."""

    voor: Rekenuitkomst
    na: Rekenuitkomst
    stappen: tuple[Stapverschil, ...]
    normen: tuple[Normwijziging, ...]

    @property
    def verschil(self) -> Decimal | None:
        """After minus before; None when one of them is unknown."""
        if self.voor.uitkomst is None or self.na.uitkomst is None:
            return None
        return self.na.uitkomst - self.voor.uitkomst

    @property
    def gegevens(self) -> tuple[Stapverschil, ...]:
        """The facts that differ."""
        return tuple(stap for stap in self.stappen if stap.gegeven)

    def zinnen(self) -> Iterator[str]:
        """Tell the difference in Dutch: the outcome, the facts and norms that changed, and how that works through."""
        eenheid = self.na.eenheid
        naam = _hoofdletter(self.na.uitleg.naam)
        if self.verschil == 0:
            yield f"{naam} blijft {noem(self.na.uitkomst, eenheid)}."
        else:
            yield Stapverschil(self.na.uitleg.naam, self.voor.uitleg, self.na.uitleg, 0).zeg()
        yield from (stap.zeg() for stap in self.gegevens)
        yield from (norm.zeg() for norm in self.normen)
        yield from (stap.zeg() for stap in self.stappen if not stap.gegeven and stap.diepte)

    def als_dict(self) -> dict[str, Any]:
        """Give the comparison for a file or a screen."""
        return {
            "voor": _kort(self.voor),
            "na": _kort(self.na),
            "verschil": None if self.verschil is None else schrijf_getal(self.verschil, self.na.eenheid),
            "eenheid": self.na.eenheid,
            "stappen": [stap.als_dict() for stap in self.stappen],
            "normen": [norm.als_dict() for norm in self.normen],
            "uitleg": list(self.zinnen()),
        }


def vergelijk_uitkomsten(voor: Rekenuitkomst, na: Rekenuitkomst) -> Rekenverschil:
    """Compare two results. Raises ValueError when they are of different calculations."""
    if voor.uitleg.naam != na.uitleg.naam:
        raise ValueError(f"{voor.uitleg.naam} en {na.uitleg.naam} zijn niet te vergelijken.")
    return Rekenverschil(
        voor,
        na,
        tuple(_zoek_verschillen(voor.uitleg, na.uitleg)),
        tuple(_zoek_normen(voor.uitleg, na.uitleg)),
    )


def _zoek_verschillen(voor: Stap, na: Stap) -> Iterator[Stapverschil]:
    eerst, later = _zet_op_naam(voor), _zet_op_naam(na)
    for sleutel in _voeg_samen(list(eerst), list(later)):
        oud, nieuw = eerst.get(sleutel), later.get(sleutel)
        if oud and nieuw and oud[0].uitkomst == nieuw[0].uitkomst:
            continue
        plek = nieuw or oud
        assert plek is not None  # noqa: S101 - the key is of one of both
        yield Stapverschil(sleutel[0], oud and oud[0], nieuw and nieuw[0], plek[1])


def _zet_op_naam(uitleg: Stap) -> dict[tuple[str, int], tuple[Stap, int]]:
    """Give every step by its name, from the outcome down, with its depth.

    One step that is used in two places counts once; two steps of one name with other figures are numbered.
    """
    gevonden: dict[tuple[str, int], tuple[Stap, int]] = {}
    for stap, diepte in _doorloop(uitleg, 0):
        nummer = 0
        while (stap.naam, nummer) in gevonden:
            if gevonden[stap.naam, nummer][0] == stap:
                break
            nummer += 1
        gevonden.setdefault((stap.naam, nummer), (stap, diepte))
    return gevonden


def _doorloop(stap: Stap, diepte: int) -> Iterator[tuple[Stap, int]]:
    yield stap, diepte
    for deel in stap.invoer:
        yield from _doorloop(deel, diepte + 1)


def _voeg_samen(eerst: list[tuple[str, int]], later: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Give the keys in the order of `later`; those that are gone right after the one they stood behind."""
    samen = list(later)
    for plaats, sleutel in enumerate(eerst):
        if sleutel not in samen:
            samen.insert(samen.index(eerst[plaats - 1]) + 1 if plaats else 0, sleutel)
    return samen


def _zoek_normen(voor: Stap, na: Stap) -> Iterator[Normwijziging]:
    eerst = {norm.sleutel: norm for norm in get_normen(voor)}
    for norm in get_normen(na):
        oud = eerst.get(norm.sleutel)
        if oud is not None and oud.waarde != norm.waarde:
            yield Normwijziging(oud, norm)


def _vorm(stap: Stap) -> str:
    """The formula without the names of what stands below it."""
    vorm = stap.formule
    namen = {deel.naam for deel in stap.invoer} | {norm.naam for norm in stap.normen}
    for naam in sorted(namen, key=len, reverse=True):
        vorm = vorm.replace(naam, "…")
    return vorm


def _kort(uitkomst: Rekenuitkomst) -> dict[str, Any]:
    return {
        "uitkomst": None if uitkomst.uitkomst is None else schrijf_getal(uitkomst.uitkomst, uitkomst.eenheid),
        "peildatum": uitkomst.peildatum.isoformat(),
    }


def _hoofdletter(naam: str) -> str:
    return naam[:1].upper() + naam[1:]
