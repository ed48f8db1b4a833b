"""One go at a calculation with what a form holds: a result, or every fault at its place in the form."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from waakvlam.apps.berekeningen.formulieren.invullen import EIGEN, Ingevuld
from waakvlam.apps.berekeningen.formulieren.opzet import Feiten, Opzet
from waakvlam.apps.berekeningen.formulieren.register import OPZETTEN
from waakvlam.domain.rekenen.bewoner import leg_uit_aan_bewoner
from waakvlam.domain.rekenen.invoer import Invoerfout, Veldfout
from waakvlam.domain.rekenen.normen import laad_normen, nieuwe_normen_nodig
from waakvlam.domain.rekenen.soorten import get_rekensoort


@dataclass
class Aandachtspunt:
    """One thing to do: the field it is about (empty when it is not on the form) and what to do (Dutch)."""

    naam: str
    tekst: str
    nodig: bool


@dataclass
class Poging:
    """A result in the form of contract.md section 5, or what stands in its way."""

    uitkomst: dict[str, Any] | None = None
    aandachtspunten: list[Aandachtspunt] = field(default_factory=list)
    ontbrekend: list[str] = field(default_factory=list)

    @property
    def fouten(self) -> dict[str, list[str]]:
        """The faults by name of the input."""
        per_veld: dict[str, list[str]] = {}
        for punt in self.aandachtspunten:
            per_veld.setdefault(punt.naam, []).append(punt.tekst)
        return per_veld

    @property
    def alleen_nodig(self) -> bool:
        """Whether nothing is wrong: there is only something still to fill in."""
        return all(punt.nodig for punt in self.aandachtspunten)


def probeer(soort: str, ingevuld: Ingevuld, vandaag: date) -> Poging:
    """Compute; a fault of the facts is an answer, not an error."""
    return probeer_met(OPZETTEN[soort], ingevuld, lambda feiten: reken(soort, feiten, vandaag))


def probeer_met(opzet: Opzet, ingevuld: Ingevuld, bereken: Callable[[Feiten], dict[str, Any]]) -> Poging:
    """Compute what a form holds in the caller's own way; an Invoerfout is an answer, told at its place in the form."""
    try:
        uitkomst = bereken(ingevuld.feiten)
    except Invoerfout as fout:
        return Poging(
            aandachtspunten=[_meld(deel, ingevuld, opzet) for deel in fout.fouten],
            ontbrekend=[deel.waarde for deel in fout.fouten if _is_norm(deel)],
        )
    return Poging(uitkomst)


def reken(soort: str, feiten: Mapping[str, Any], vandaag: date) -> dict[str, Any]:
    """Give the result as it is kept: the form of contract.md section 5, and `gewone_taal` for the resident.

    Raises Invoerfout when the facts cannot be computed with, KeyError for a calculation that does not exist.
    """
    uitkomst = get_rekensoort(soort).reken(feiten, vandaag)
    return uitkomst.als_dict() | {"gewone_taal": list(leg_uit_aan_bewoner(uitkomst))}


def normen_lopen_af(vandaag: date) -> str:
    """Say that new norms are due, once that is so; else nothing."""
    nodig = nieuwe_normen_nodig(vandaag)
    return nodig.bericht if nodig else ""


def _is_norm(fout: Veldfout) -> bool:
    return fout.veld == EIGEN and fout.waarde in laad_normen().reeksen


def _meld(fout: Veldfout, ingevuld: Ingevuld, opzet: Opzet) -> Aandachtspunt:
    naam = ingevuld.plekken.get(fout.veld, "")
    if _is_norm(fout):
        gevraagd = [*ingevuld.eigen, fout.waarde].index(fout.waarde) + 1
        naam = f"{EIGEN}-{gevraagd}-waarde" if fout.waarde in ingevuld.eigen else ""
    return Aandachtspunt(naam, op_scherm(fout.fout, opzet), not fout.waarde or _is_norm(fout))


# The domain speaks to whoever hands in a file; on a screen these words are said otherwise.
_WOORDEN = (
    ("Schrijf bijvoorbeeld 1234.56.", "Schrijf bijvoorbeeld 1.234,56."),
    ("achter de punt", "achter de komma"),
    ("Dit gegeven ontbreekt en is nodig voor de berekening.", "Vul dit in: het is nodig voor de berekening."),
    ("Kies 'gehuwd_…' of laat dit leeg.", "Kies samenwonend of getrouwd, of laat dit leeg."),
)
_TRUE, _FALSE = re.compile(r"\btrue\b"), re.compile(r"\bfalse\b")


def op_scherm(tekst: str, opzet: Opzet) -> str:
    """Say a fault in the words of the screen."""
    tekst, _, sleutel = tekst.partition(" Vul de waarde zelf in, met de bron, als eigen norm")
    for oud, nieuw in _WOORDEN:
        tekst = tekst.replace(oud, nieuw)
    tekst = _FALSE.sub("nee", _TRUE.sub("ja", tekst))
    for veld in opzet.velden():
        if "_" in veld.pad.strip("_"):
            tekst = re.sub(rf"\b{re.escape(veld.pad)}\b", f"'{veld.label}'", tekst)
    return f"{tekst} Vul de waarde in bij 'Eigen normen', met de bron." if sleutel else tekst
