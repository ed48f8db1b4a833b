"""Two results side by side, line by line."""

from dataclasses import dataclass

from waakvlam.apps.berekeningen.weergave.blad import Bedragregel, Vorm, verschil, zeg_verschil
from waakvlam.apps.berekeningen.weergave.register import maak_blad
from waakvlam.domain.rekenen.leesbaar import schrijf


@dataclass(frozen=True)
class Naastregel:
    """One line of both: what it was, what it would be, and the difference (empty when there is none)."""

    label: str
    toen: str
    nu: str
    verschil: str
    sterk: bool


@dataclass(frozen=True)
class Vergelijking:
    """Both results side by side; `kop` says what changes in the outcome."""

    kop: str
    toen: str
    nu: str
    regels: list[Naastregel]


def vergelijk(soort: str, toen: Vorm, nu: Vorm) -> Vergelijking:
    """Put a kept result beside another of the same kind."""
    bladen = maak_blad(soort, toen), maak_blad(soort, nu)
    links, rechts = ({regel.label: regel for regel in blad.regels} for blad in bladen)
    regels = [
        _regel(label, links.get(label), rechts.get(label)) for label in dict.fromkeys([*links, *rechts])
    ]
    return Vergelijking(_kop(toen, nu), bladen[0].kop, bladen[1].kop, regels)


def _regel(label: str, toen: Bedragregel | None, nu: Bedragregel | None) -> Naastregel:
    eenheid = next(regel.eenheid for regel in (nu, toen) if regel)
    apart = verschil(toen.waarde if toen else None, nu.waarde if nu else None)
    return Naastregel(
        label,
        _kort(toen),
        _kort(nu),
        "" if apart is None else zeg_verschil(apart, eenheid),
        any(regel.sterk for regel in (toen, nu) if regel),
    )


def _kort(regel: Bedragregel | None) -> str:
    return "–" if regel is None or regel.waarde is None else regel.tekst


def _kop(toen: Vorm, nu: Vorm) -> str:
    apart = verschil(toen["uitkomst"], nu["uitkomst"])
    if apart is None:
        return "Van een van beide is geen uitkomst te geven"
    if not apart.strip("-0."):
        return "De uitkomst blijft gelijk"
    return f"{schrijf(apart.lstrip('-'), nu['eenheid'])} {'lager' if apart.startswith('-') else 'hoger'}"
