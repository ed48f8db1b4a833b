"""A norm on a date, and the set of norms that holds on a date."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.common.notatie import datum


class Status(Enum):
    """How sure an amount is.

    OFFICIEEL: seen in the text of the law or an official publication. AFGELEID: computed from official figures, or
    taken from somebody who repeats them. AANNAME: not confirmed. EIGEN: entered by the user, with a source.
    """

    OFFICIEEL = "officieel"
    AFGELEID = "afgeleid"
    AANNAME = "aanname"
    EIGEN = "eigen"


class NormOntbreekt(WaakvlamFout):
    """A norm is not known for the date; `sleutel` is the key under which it can be entered."""

    def __init__(self, sleutel: str, bericht: str) -> None:
        self.sleutel = sleutel
        super().__init__(bericht)


@dataclass(frozen=True, slots=True)
class Norm:
    """One amount of law as it holds on a date.

    `waarde` in `eenheid` (`procent` means: of a hundred); `bron` is the article, `vindplaats` where the amount was
    read, `status` how sure it is.
    """

    sleutel: str
    naam: str
    waarde: Decimal
    eenheid: str
    geldig_vanaf: date
    bron: str
    status: Status
    vindplaats: str = ""
    factor: Decimal = field(init=False, repr=False, compare=False)
    """The value to compute with: a percentage as a part of one, all else as it is."""
    _vorm: dict[str, Any] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Made once: a norm is read with the program and then used for every household.
        object.__setattr__(self, "factor", self.waarde / 100 if self.eenheid == "procent" else self.waarde)
        vorm = {
            "naam": self.naam,
            "sleutel": self.sleutel,
            "waarde": f"{self.waarde:f}",
            "eenheid": self.eenheid,
            "geldig_vanaf": self.geldig_vanaf.isoformat(),
            "bron": self.bron,
            "status": self.status.value,
            "vindplaats": self.vindplaats,
        }
        object.__setattr__(self, "_vorm", vorm)

    def als_dict(self) -> dict[str, Any]:
        """Give the norm as in contract.md section 5."""
        return self._vorm.copy()


@dataclass(frozen=True, slots=True)
class EigenNorm:
    """A norm that a consulent enters, with where it comes from."""

    sleutel: str
    waarde: Decimal
    bron: str


@dataclass(frozen=True, slots=True)
class OnbekendeNorm:
    """A norm that exists in law while its amount on the date is not known to this program; `reden` says why."""

    sleutel: str
    naam: str
    eenheid: str
    bron: str
    reden: str


@dataclass(frozen=True)
class Normen:
    """The norms that hold on one date; ask with `normen["pw_21a"]`.

    `reiken_tot` is the last day on which the newest official amounts hold; `eigen` are those the user entered.
    """

    peildatum: date
    bekend: Mapping[str, Norm]
    onbekend: Mapping[str, OnbekendeNorm]
    reiken_tot: date
    eigen: Mapping[str, EigenNorm] = field(default_factory=dict)

    def __getitem__(self, sleutel: str) -> Norm:
        """Give the norm. Raises NormOntbreekt that says what is missing; KeyError for a key that does not exist."""
        if sleutel in self.eigen:
            return self._get_eigen(self.eigen[sleutel])
        norm = self.bekend.get(sleutel)
        if norm is None:
            onbekend = self.onbekend[sleutel]
            raise NormOntbreekt(
                sleutel,
                f"Niet berekend: {onbekend.naam} op {datum(self.peildatum)} is niet bekend in dit programma "
                f"({onbekend.reden}). Vul de waarde zelf in, met de bron, als eigen norm '{sleutel}'.",
            )
        return norm

    def met(self, eigen: Iterable[EigenNorm]) -> "Normen":
        """Give the same norms with those that the user entered in their place."""
        eigen = tuple(eigen)
        if not eigen and not self.eigen:
            return self
        return replace(self, eigen={norm.sleutel: norm for norm in eigen})

    def bestaat(self, sleutel: str) -> bool:
        """Say whether this program has such a norm, known on this date or not."""
        return sleutel in self.bekend or sleutel in self.onbekend

    def _get_eigen(self, eigen: EigenNorm) -> Norm:
        reeks = self.bekend.get(eigen.sleutel) or self.onbekend[eigen.sleutel]
        return Norm(
            eigen.sleutel,
            reeks.naam,
            eigen.waarde,
            reeks.eenheid,
            self.peildatum,
            reeks.bron,
            Status.EIGEN,
            eigen.bron,
        )


def buiten_bereik(peildatum: date, eerste: date, laatste: date) -> str:
    """Say that no norms are known on this date, and until when they reach."""
    if peildatum < eerste:
        return f"De normen in dit programma beginnen op {datum(eerste)}; {datum(peildatum)} ligt daarvóór."
    return (
        f"De normen in dit programma reiken tot en met {datum(laatste)}; {datum(peildatum)} ligt daarna. "
        "Vraag de functioneel beheerder om de nieuwe normen, of kies een eerdere peildatum."
    )
