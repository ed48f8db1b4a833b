"""A letter that asks a bailiff to set the beslagvrije voet again: facts and articles of law, no blame.

Bron: art. 475d Rv: lid 2 en 3 onder a (twaalf maanden), lid 3 onder b en lid 4 (wijziging, andere gegevens), lid 5
(verhoging onverwijld). Names and reference numbers are left
open for the consulent: a calculation holds none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from waakvlam.apps.berekeningen.weergave.beslagvrije_voet import STAPPEN
from waakvlam.domain.common.notatie import datum, geld

LEEFSITUATIES = {
    "alleenstaande": "alleenstaand",
    "alleenstaande_ouder": "alleenstaande ouder",
    "gehuwd_zonder_kinderen": "samenwonend of getrouwd, zonder kinderen onder de 18",
    "gehuwd_met_kinderen": "samenwonend of getrouwd, met kinderen onder de 18",
}


@dataclass(frozen=True)
class Brief:
    """The letter: subject, paragraphs, the figures as (what, amount), and what comes after them."""

    onderwerp: str
    begin: tuple[str, ...]
    cijfers: tuple[tuple[str, str], ...]
    slot: tuple[str, ...]

    def als_tekst(self) -> str:
        """Write it as plain text."""
        regels = [f"Onderwerp: {self.onderwerp}", *self.begin]
        regels.append("\n".join(f"- {wat}: {bedrag}" for wat, bedrag in self.cijfers))
        return "\n\n".join([*regels, *self.slot]).replace("\u00a0", " ") + "\n"


def maak_brief(soort: str, uitkomst: Mapping[str, Any], feiten: Mapping[str, Any]) -> Brief | None:
    """Write the letter; None when there is nothing to ask: no bailiff's amount, or one that is not too low."""
    opgelegd = uitkomst.get("opgelegd")
    if soort != "beslagvrije-voet" or not opgelegd or Decimal(opgelegd["verschil"]) <= 0:
        return None
    peildag = datum(date.fromisoformat(uitkomst["peildatum"]))
    eigen, hun = _euro(uitkomst["uitkomst"]), _euro(opgelegd["bedrag"])
    gedateerd = f" op {datum(date.fromisoformat(opgelegd['datum']))}" if opgelegd["datum"] else ""
    return Brief(
        "verzoek om de beslagvrije voet opnieuw vast te stellen (uw kenmerk: [kenmerk])",
        (
            "Geachte heer, mevrouw,",
            f"Namens [naam inwoner] vraag ik u de beslagvrije voet opnieuw vast te stellen ({_grond(uitkomst)}). U stelde "
            f"deze{gedateerd} vast op {hun} per maand. Met de gegevens hieronder komen wij per {peildag} op {eigen} per "
            f"maand. Het verschil is {_euro(opgelegd['verschil'])} per maand.",
            _feiten(feiten),
            f"Zo is {eigen} berekend (bedragen per maand, art. 475da tot en met 475e Rv):",
        ),
        tuple(_cijfers(uitkomst)),
        (
            "Bij deze brief hoort de volledige berekening. Daarin staan per stap het wetsartikel, de gebruikte normen met "
            "hun vindplaats, en de aannames.",
            "Komt u op een ander bedrag? Dan horen wij graag met welke gegevens u rekent, zodat wij samen kunnen nagaan "
            "waar het verschil zit. Kloppen onze gegevens, dan vragen wij u de verhoging meteen toe te passen (art. 475d lid 5 Rv) "
            "en de inwoner en ons de nieuwe vaststelling te sturen.",
            "Met vriendelijke groet,",
            "[naam medewerker]\n[gemeente]",
        ),
    )


def _grond(uitkomst: Mapping[str, Any]) -> str:
    grond = "art. 475d lid 3 onder b en lid 4 Rv"
    vastgesteld = uitkomst["opgelegd"]["datum"]
    if not vastgesteld or date.fromisoformat(vastgesteld) > _jaar_eerder(uitkomst["peildatum"]):
        return grond
    return f"{grond}; de vaststelling is ook ouder dan twaalf maanden, art. 475d lid 2 en lid 3 onder a Rv"


def _jaar_eerder(dag: str) -> date:
    gelezen = date.fromisoformat(dag)
    return gelezen.replace(
        year=gelezen.year - 1, day=min(gelezen.day, 28) if gelezen.month == 2 else gelezen.day
    )


def _feiten(feiten: Mapping[str, Any]) -> str:
    delen = [f"de inwoner is {LEEFSITUATIES[feiten['leefsituatie']]}"]
    delen.append(f"het belastbaar inkomen is {_euro(feiten['belastbaar_jaarinkomen'])} per jaar")
    for veld, zin in (
        ("netto_maandinkomen", "het netto inkomen onder beslag is {} per maand, met vakantiegeld"),
        ("inkomen_partner_per_maand", "de partner heeft {} per maand zonder beslag"),
        ("ander_eigen_inkomen_per_maand", "er is {} per maand ander eigen inkomen zonder beslag"),
        ("woonkosten", "de woonkosten zijn {} per maand"),
    ):
        if veld in feiten:
            delen.append(zin.format(_euro(feiten[veld])))
    return f"De gegevens waarmee is gerekend: {'; '.join(delen)}. De bewijsstukken kunnen wij u sturen."


def _cijfers(uitkomst: Mapping[str, Any]) -> list[tuple[str, str]]:
    stappen = uitkomst["tussenstappen"]
    regels = [(label, _euro(stappen[naam])) for naam, label, _ in STAPPEN if stappen.get(naam) is not None]
    return [*regels, ("Beslagvrije voet", _euro(uitkomst["uitkomst"]))]


def _euro(bedrag: Any) -> str:
    return geld(Decimal(str(bedrag)))
