"""The schemes of a gemeente as data that the gemeente edits: read strictly, every fault told at once.

The form of the file:

    voorbeeld: false
    kwijtschelding_norm_percentage: 100
    regelingen:
      - naam: Kindpakket
        omschrijving: Geld voor sport, school en zwemles.
        norm_percentage: 120          # inkomen tot zoveel procent van het sociaal minimum
        vermogensgrens: bijstand      # bijstand, geen, of eigen met vermogen_alleenstaande en vermogen_samen
        kostendelersnorm: false       # telt het dat er andere volwassenen in huis wonen?
        voor_wie: {kinderen: true, leeftijd_vanaf: 18, leeftijd_tot: 67}
        bedrag: 250
        bedrag_per: per kind per jaar
        documenten: [loonstrook]
        link: https://www.gemeente.nl/kindpakket
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from importlib.resources import files
from typing import Any

from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.common.yaml_lezen import lees_yaml
from waakvlam.domain.rekenen.bijstand.invoer import MAX_LEEFTIJD
from waakvlam.domain.rekenen.invoer import Invoerfout, Lezer, Veldfout
from waakvlam.domain.rekenen.kwijtschelding.invoer import NORMPERCENTAGES

MIN_PERCENTAGE, MAX_PERCENTAGE = Decimal(50), Decimal(300)


class Vermogensregel(Enum):
    """How a scheme looks at assets: as bijstand does, not at all, or with amounts of its own."""

    BIJSTAND = "bijstand"
    GEEN = "geen"
    EIGEN = "eigen"


@dataclass(frozen=True, slots=True)
class LokaleRegeling:
    """A scheme of a gemeente.

    `norm_percentage` is of the sociaal minimum. `vermogen_alleenstaande` and `vermogen_samen` are the most that one may
    own, in euros, when `vermogensgrens` is EIGEN. `leeftijd_tot` is exclusive. `bedrag` is what one gets, `bedrag_per`
    for what (`per kind per jaar`).
    """

    naam: str
    omschrijving: str
    norm_percentage: Decimal
    vermogensgrens: Vermogensregel = Vermogensregel.BIJSTAND
    vermogen_alleenstaande: Decimal | None = None
    vermogen_samen: Decimal | None = None
    kostendelersnorm: bool = False
    kinderen: bool = False
    leeftijd_vanaf: int | None = None
    leeftijd_tot: int | None = None
    bedrag: Decimal | None = None
    bedrag_per: str = ""
    documenten: tuple[str, ...] = ()
    link: str = ""


@dataclass(frozen=True, slots=True)
class Gemeenteregels:
    """What a gemeente chose for the inkomenscheck; `voorbeeld` marks what no gemeente has confirmed."""

    regelingen: tuple[LokaleRegeling, ...] = ()
    kwijtschelding_norm_percentage: int = 100
    voorbeeld: bool = False


def lees_gemeenteregels(inhoud: str | Mapping[str, Any]) -> Gemeenteregels:
    """Read the rules of a gemeente from YAML or from data. Raises Invoerfout with every fault."""
    lezer = Lezer(_lees_tekst(inhoud) if isinstance(inhoud, str) else inhoud)
    percentage = lezer.heel_getal("kwijtschelding_norm_percentage", verplicht=True)
    if percentage is not None and percentage not in NORMPERCENTAGES:
        lezer.meld("kwijtschelding_norm_percentage", "Kies 90 of 100; zie de verordening.")
    regels = Gemeenteregels(
        tuple(_lees_regeling(deel) for deel in lezer.lijst("regelingen")),
        percentage or NORMPERCENTAGES[-1],
        lezer.ja_nee("voorbeeld"),
    )
    namen = [regeling.naam for regeling in regels.regelingen]
    for naam in sorted({naam for naam in namen if naam and namen.count(naam) > 1}):
        lezer.meld("regelingen", f"De naam '{naam}' staat er twee keer. Geef elke regeling een eigen naam.")
    lezer.klaar()
    return regels


def laad_voorbeeld() -> Gemeenteregels:
    """Give the example that comes with Waakvlam: assumptions, to be replaced by the gemeente's own rules."""
    return lees_gemeenteregels((files(__package__) / "voorbeeld_regelingen.yaml").read_text(encoding="utf-8"))


def _lees_tekst(tekst: str) -> Any:
    try:
        return lees_yaml(tekst)
    except WaakvlamFout as fout:
        raise Invoerfout([Veldfout("bestand", "", str(fout))]) from fout


def _lees_regeling(lezer: Lezer) -> LokaleRegeling:
    voor_wie = lezer.blok("voor_wie")
    kinderen, vanaf, tot = _lees_voor_wie(voor_wie) if voor_wie else (False, None, None)
    regeling = LokaleRegeling(
        naam=lezer.tekst("naam", verplicht=True) or "",
        omschrijving=lezer.tekst("omschrijving", verplicht=True) or "",
        norm_percentage=_lees_percentage(lezer),
        vermogensgrens=lezer.keuze("vermogensgrens", Vermogensregel, verplicht=True)
        or Vermogensregel.BIJSTAND,
        vermogen_alleenstaande=lezer.bedrag("vermogen_alleenstaande"),
        vermogen_samen=lezer.bedrag("vermogen_samen"),
        kostendelersnorm=lezer.ja_nee("kostendelersnorm"),
        kinderen=kinderen,
        leeftijd_vanaf=vanaf,
        leeftijd_tot=tot,
        bedrag=lezer.bedrag("bedrag"),
        bedrag_per=lezer.tekst("bedrag_per") or "",
        documenten=_lees_documenten(lezer),
        link=_lees_link(lezer),
    )
    if regeling.bedrag is not None and not regeling.bedrag_per:
        lezer.meld("bedrag_per", "Zeg waarvoor het bedrag is, bijvoorbeeld 'per kind per jaar'.")
    _toets_vermogen(lezer, regeling)
    lezer.sluit()
    return regeling


def _lees_voor_wie(blok: Lezer) -> tuple[bool, int | None, int | None]:
    kinderen = blok.ja_nee("kinderen")
    vanaf = blok.heel_getal("leeftijd_vanaf", maximum=MAX_LEEFTIJD)
    tot = blok.heel_getal("leeftijd_tot", maximum=MAX_LEEFTIJD)
    if vanaf is not None and tot is not None and tot <= vanaf:
        blok.meld(
            "leeftijd_tot", "Deze leeftijd is hoger dan leeftijd_vanaf. Wie zo oud is, valt er net buiten."
        )
    blok.sluit()
    return kinderen, vanaf, tot


def _lees_percentage(lezer: Lezer) -> Decimal:
    percentage = lezer.getal("norm_percentage", verplicht=True)
    if percentage is not None and not MIN_PERCENTAGE <= percentage <= MAX_PERCENTAGE:
        lezer.meld(
            "norm_percentage", f"Kies een percentage van {MIN_PERCENTAGE} tot en met {MAX_PERCENTAGE}."
        )
    return percentage or Decimal(100)


def _toets_vermogen(lezer: Lezer, regeling: LokaleRegeling) -> None:
    eigen = regeling.vermogensgrens is Vermogensregel.EIGEN
    for veld, bedrag in (
        ("vermogen_alleenstaande", regeling.vermogen_alleenstaande),
        ("vermogen_samen", regeling.vermogen_samen),
    ):
        if eigen and bedrag is None:
            lezer.meld(veld, "Bij vermogensgrens 'eigen' hoort een bedrag.")
        if not eigen and bedrag is not None:
            lezer.meld(veld, "Dit bedrag hoort alleen bij vermogensgrens 'eigen'.")


def _lees_documenten(lezer: Lezer) -> tuple[str, ...]:
    documenten = lezer.waarden("documenten")
    if not all(isinstance(document, str) and document.strip() for document in documenten):
        lezer.meld("documenten", "Hier hoort een lijst met namen van documenten.")
        return ()
    return tuple(document.strip() for document in documenten)


def _lees_link(lezer: Lezer) -> str:
    link = lezer.tekst("link") or ""
    if link and (not link.startswith("https://") or " " in link):
        lezer.meld("link", "Een link begint met https:// en heeft geen spaties.")
    return link
