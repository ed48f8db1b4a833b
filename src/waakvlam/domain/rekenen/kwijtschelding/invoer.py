"""The facts that kwijtschelding of local taxes is computed from. Bron: contract.md section 5."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from waakvlam.domain.rekenen.beslagvrije_voet import Leefsituatie
from waakvlam.domain.rekenen.eigen_normen import lees_eigen_normen
from waakvlam.domain.rekenen.invoer import Lezer
from waakvlam.domain.rekenen.normen import EigenNorm

NORMPERCENTAGES = (90, 100)
"""90 for taxes of the Rijk; a gemeente or waterschap may choose 100. Bron: art. 16 URI; art. 255 Gemeentewet."""


@dataclass(frozen=True, slots=True)
class KwijtscheldingInvoer:
    """The facts; money in euros. None means: not given, never zero.

    `netto_besteedbaar_inkomen` and `inkomen_partner` are per month, after the expenses of art. 15 URI. `aow` takes the
    netto ouderdomspensioen as norm, where the verordening allows that. `vermogen` is what art. 12 URI counts.
    """

    peildatum: date
    leefsituatie: Leefsituatie
    netto_besteedbaar_inkomen: Decimal
    norm_percentage: int
    aanslag: Decimal
    inkomen_partner: Decimal | None = None
    vermogen: Decimal | None = None
    aow: bool = False
    eigen_normen: tuple[EigenNorm, ...] = ()


VELDEN = (
    "peildatum",
    "leefsituatie",
    "netto_besteedbaar_inkomen",
    "inkomen_partner",
    "norm_percentage",
    "aanslag",
    "vermogen",
    "aow",
    "eigen_normen",
)
"""The fields that a file may hold."""


def lees_invoer(gegevens: Mapping[str, Any]) -> KwijtscheldingInvoer:
    """Read the facts of a file, form or message. Raises Invoerfout with every fault."""
    lezer = Lezer(gegevens)
    invoer = KwijtscheldingInvoer(
        peildatum=lezer.datum("peildatum", verplicht=True) or date.min,
        leefsituatie=lezer.keuze("leefsituatie", Leefsituatie, verplicht=True) or Leefsituatie.ALLEENSTAANDE,
        netto_besteedbaar_inkomen=lezer.bedrag("netto_besteedbaar_inkomen", verplicht=True, negatief=True)
        or Decimal(0),
        norm_percentage=_lees_percentage(lezer),
        aanslag=lezer.bedrag("aanslag", verplicht=True) or Decimal(0),
        inkomen_partner=lezer.bedrag("inkomen_partner", negatief=True),
        vermogen=lezer.bedrag("vermogen", negatief=True),
        aow=lezer.ja_nee("aow"),
        eigen_normen=lees_eigen_normen(lezer),
    )
    if invoer.inkomen_partner is not None and not invoer.leefsituatie.gehuwd:
        lezer.meld(
            "inkomen_partner",
            f"Bij leefsituatie '{invoer.leefsituatie.value}' hoort geen partner. Kies 'gehuwd_…' of laat dit leeg.",
        )
    lezer.klaar()
    return invoer


def _lees_percentage(lezer: Lezer) -> int:
    percentage = lezer.getal("norm_percentage", verplicht=True)
    if percentage is not None and percentage not in NORMPERCENTAGES:
        lezer.meld("norm_percentage", "Kies 90 of 100; welk percentage geldt, staat in de verordening.")
    return int(percentage or NORMPERCENTAGES[0])
