"""The changes that a consulent asks for most: work, a child of 18, a higher rent, the next norms."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from waakvlam.domain.rekenen.normen import laad_normen

_ZONDER_KIND = {"alleenstaande_ouder": "alleenstaande", "gehuwd_met_kinderen": "gehuwd_zonder_kinderen"}


@dataclass(frozen=True, slots=True)
class Scenario:
    """A change that fits the facts: `wijzigingen` are known already, `vragen` are the fields that must be asked for."""

    naam: str
    titel: str
    wijzigingen: Mapping[str, Any] = field(default_factory=dict)
    vragen: tuple[str, ...] = ()


def get_scenarios(gegevens: Mapping[str, Any]) -> tuple[Scenario, ...]:
    """Give the changes that make sense for these facts of a beslagvrije voet or vtlb, in a fixed order."""
    return tuple(_kies(gegevens))


def _kies(gegevens: Mapping[str, Any]) -> Iterator[Scenario]:
    yield Scenario(
        "werk", "Ander inkomen of werk gevonden", vragen=("belastbaar_jaarinkomen", "netto_maandinkomen")
    )
    zonder = _ZONDER_KIND.get(str(gegevens.get("leefsituatie")))
    if zonder:
        yield Scenario("kind_18", "Het jongste kind wordt 18 of gaat uit huis", {"leefsituatie": zonder})
    if not gegevens.get("zonder_woonadres") and not gegevens.get("inrichting"):
        yield Scenario("woonkosten", "De woonkosten veranderen", vragen=("woonkosten",))
    dag = _volgend_halfjaar(gegevens.get("peildatum"))
    if dag is not None and dag <= laad_normen().laatste:
        yield Scenario("normen", f"Met de normen van {dag:%d-%m-%Y}", {"peildatum": dag.isoformat()})


def _volgend_halfjaar(peildatum: Any) -> date | None:
    try:
        dag = peildatum if isinstance(peildatum, date) else date.fromisoformat(str(peildatum))
    except ValueError:
        return None
    return date(dag.year, 7, 1) if dag.month < 7 else date(dag.year + 1, 1, 1)
