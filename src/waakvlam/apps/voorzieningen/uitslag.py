"""The result of an inkomenscheck as a page lays it out: three groups of rights. Works on the form in which it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from waakvlam.domain.common.notatie import geld
from waakvlam.domain.rekenen.bijstand import Oordeel
from waakvlam.domain.rekenen.inkomenscheck.teksten import SLOT
from waakvlam.domain.rekenen.uitleg import EURO_PER_MAAND

TOESLAGEN = "https://www.toeslagen.nl"
LINKS = dict.fromkeys(("zorgtoeslag", "huurtoeslag", "kindgebonden_budget"), TOESLAGEN)
"""Where a national right is asked for; a local scheme has its own link."""
PAPIEREN = {
    "zorgtoeslag": ("uw DigiD", "uw inkomen per jaar"),
    "huurtoeslag": ("uw DigiD", "uw inkomen per jaar", "uw huurcontract"),
    "kindgebonden_budget": ("uw DigiD", "uw inkomen per jaar"),
    "bijstand": ("uw identiteitsbewijs", "uw inkomen van de laatste drie maanden", "uw bankafschriften"),
    "kwijtschelding": (
        "de brief met de aanslag",
        "uw inkomen van de laatste drie maanden",
        "uw bankafschriften",
    ),
}
"""What usually helps to have at hand. Bron: eigen keuze (aanname); a gemeente may ask for more."""


@dataclass(frozen=True)
class Rechtregel:
    """One right on the page, without the sentence that it is an estimate: the page says so once.

    `bedrag` is empty when it is not known.
    """

    sleutel: str
    titel: str
    tekst: str
    reden: str
    bedrag: str = ""
    documenten: tuple[str, ...] = ()
    link: str = ""


@dataclass
class Uitslag:
    """Everything the page shows. `per_maand` adds up what is probable and known; empty when nothing is."""

    wel: list[Rechtregel] = field(default_factory=list)
    niet_te_zeggen: list[Rechtregel] = field(default_factory=list)
    niet: list[Rechtregel] = field(default_factory=list)
    per_maand: str = ""
    aannames: list[str] = field(default_factory=list)
    voorbeeld: bool = False


def maak_uitslag(uitkomst: Mapping[str, Any]) -> Uitslag:
    """Lay out a result in the form of contract.md section 5."""
    uitslag = Uitslag(
        aannames=[aanname["tekst"] for aanname in uitkomst["aannames"]],
        voorbeeld=uitkomst["voorbeeldregels"],
    )
    groepen = {
        Oordeel.WAARSCHIJNLIJK_WEL.value: uitslag.wel,
        Oordeel.NIET_TE_ZEGGEN.value: uitslag.niet_te_zeggen,
        Oordeel.WAARSCHIJNLIJK_NIET.value: uitslag.niet,
    }
    for recht in uitkomst["rechten"]:
        groepen[recht["oordeel"]].append(_maak_regel(recht))
    bedragen = [bedrag for recht in uitkomst["rechten"] if (bedrag := bedrag_per_maand(recht))]
    uitslag.per_maand = geld(sum(bedragen, Decimal(0))) if bedragen else ""
    return uitslag


def bedrag_per_maand(recht: Mapping[str, Any]) -> Decimal | None:
    """Give what a probable right brings per month; None when that is not known, or not per month."""
    wel = recht["oordeel"] == Oordeel.WAARSCHIJNLIJK_WEL.value
    if not wel or recht["bedrag"] is None or recht["eenheid"] != EURO_PER_MAAND:
        return None
    return Decimal(recht["bedrag"])


def _maak_regel(recht: Mapping[str, Any]) -> Rechtregel:
    sleutel = recht["sleutel"]
    bedrag = bedrag_per_maand(recht)
    return Rechtregel(
        sleutel,
        recht["naam"][:1].upper() + recht["naam"][1:],
        recht["tekst"].removesuffix(SLOT).strip(),
        recht["reden"],
        f"{geld(bedrag)} per maand" if bedrag is not None else "",
        tuple(recht["documenten"]) or PAPIEREN.get(sleutel, ()),
        recht["link"] or LINKS.get(sleutel, ""),
    )
