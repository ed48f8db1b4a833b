"""Why another result comes out: what each changed fact does, and the difference step by step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from waakvlam.apps.berekeningen.formulieren.opzet import Opzet
from waakvlam.apps.berekeningen.weergave.blad import Vorm, zeg_verschil
from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.leesbaar import schrijf
from waakvlam.domain.rekenen.soorten import get_rekensoort
from waakvlam.domain.rekenen.vergelijken import reken_wat_als


@dataclass(frozen=True)
class Waardoor:
    """`effecten` are (what changed, what that does); `zinnen` tell it step by step.

    `anders_dan_toen` is the outcome of the kept facts as it would be computed now, when that differs from then.
    """

    effecten: list[tuple[str, str]]
    zinnen: list[str]
    anders_dan_toen: str


def leg_verschil_uit(
    opzet: Opzet, toen: Vorm, oud: Mapping[str, Any], nieuw: Mapping[str, Any], vandaag: date
) -> Waardoor | None:
    """Explain the difference between kept facts and others; None when the kept facts cannot be computed any more.

    Norms and engine are those of now: when they give another result for the kept facts, `anders_dan_toen` says so.
    """
    soort = get_rekensoort(opzet.soort)
    wijzigingen = {
        veld: nieuw.get(veld) for veld in dict.fromkeys([*oud, *nieuw]) if oud.get(veld) != nieuw.get(veld)
    }
    try:
        wat_als = reken_wat_als(lambda gegevens: soort.reken(gegevens, vandaag), oud, wijzigingen)
    except Invoerfout:
        return None
    nu = wat_als.verschil.voor.als_dict()
    effecten = []
    for effect in wat_als.effecten:
        vorm = effect.als_dict()
        gevolg = (
            "niet te zeggen" if vorm["verschil"] is None else zeg_verschil(vorm["verschil"], effect.eenheid)
        )
        effecten.append((_noem(opzet, effect.velden), gevolg or "maakt geen verschil"))
    zelfde = nu["uitkomst"] == toen["uitkomst"]
    zinnen = list(wat_als.verschil.zinnen()) if wijzigingen else []
    return Waardoor(effecten, zinnen, "" if zelfde else schrijf(nu["uitkomst"], nu["eenheid"]))


def _noem(opzet: Opzet, velden: Iterable[str]) -> str:
    return " en ".join(dict.fromkeys(_label(opzet, veld) for veld in velden))


def _label(opzet: Opzet, feit: str) -> str:
    """Give the question that asks for a fact."""
    for veld in opzet.velden():
        if veld.pad.partition(".")[0] == feit or any(feit in gevolg for gevolg in veld.zet.values()):
            return veld.label
    for rijen in opzet.rijen():
        if rijen.pad.partition(".")[0] == feit:
            return rijen.titel
    return "Eigen normen" if feit == "eigen_normen" else feit
