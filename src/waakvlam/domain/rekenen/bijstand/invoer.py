"""The facts that the bijstandsnorm is computed from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from waakvlam.domain.rekenen.eigen_normen import lees_eigen_normen
from waakvlam.domain.rekenen.invoer import Lezer
from waakvlam.domain.rekenen.normen import EigenNorm

MAX_LEEFTIJD = 120
VOLWASSEN, VOLLE_NORM = 18, 21
"""Bijstand starts at 18; the norm of art. 21 Pw holds from 21. Bron: art. 13 lid 1 onder f, 20 en 21 Pw."""


@dataclass(frozen=True, slots=True)
class Medebewoner:
    """Another adult in the same dwelling, who is not the partner.

    `commercieel` is a written contract at a commercial price, `student` somebody in education or vocational training
    as art. 19a lid 1 onder d Pw means: neither counts as sharing the costs.
    """

    leeftijd: int
    commercieel: bool = False
    student: bool = False


@dataclass(frozen=True, slots=True)
class BijstandInvoer:
    """The facts; money in euros. None means: not given, never zero.

    `leeftijd_partner` is None without a partner. `kinderen` says whether there are children under 18 to support.
    `aow` and `aow_partner` say who has the AOW-leeftijd; without them the ages decide. `netto_inkomen` is of the
    household together, per month, with holiday allowance.
    """

    peildatum: date
    leeftijd: int
    leeftijd_partner: int | None = None
    kinderen: bool = False
    aow: bool | None = None
    aow_partner: bool | None = None
    inrichting: bool = False
    medebewoners: tuple[Medebewoner, ...] = ()
    netto_inkomen: Decimal | None = None
    vermogen: Decimal | None = None
    eigen_normen: tuple[EigenNorm, ...] = ()

    @property
    def gehuwd(self) -> bool:
        """Whether two partners form the household (art. 3 Pw)."""
        return self.leeftijd_partner is not None

    @property
    def leeftijden(self) -> tuple[int, ...]:
        """The ages of the person and the partner."""
        return (self.leeftijd,) if self.leeftijd_partner is None else (self.leeftijd, self.leeftijd_partner)


VELDEN = (
    "peildatum",
    "leeftijd",
    "leeftijd_partner",
    "kinderen",
    "aow",
    "aow_partner",
    "inrichting",
    "medebewoners",
    "netto_inkomen",
    "vermogen",
    "eigen_normen",
)
"""The fields that a file may hold."""


def lees_invoer(gegevens: Mapping[str, Any]) -> BijstandInvoer:
    """Read the facts of a file, form or message. Raises Invoerfout with every fault."""
    lezer = Lezer(gegevens)
    invoer = BijstandInvoer(
        peildatum=lezer.datum("peildatum", verplicht=True) or date.min,
        leeftijd=_lees_leeftijd(lezer, "leeftijd", verplicht=True) or VOLLE_NORM,
        leeftijd_partner=_lees_leeftijd(lezer, "leeftijd_partner"),
        kinderen=lezer.ja_nee("kinderen"),
        aow=_lees_ja_nee(lezer, "aow"),
        aow_partner=_lees_ja_nee(lezer, "aow_partner"),
        inrichting=lezer.ja_nee("inrichting"),
        medebewoners=lees_medebewoners(lezer),
        netto_inkomen=lezer.bedrag("netto_inkomen"),
        vermogen=lezer.bedrag("vermogen", negatief=True),
        eigen_normen=lees_eigen_normen(lezer),
    )
    _toets_samenhang(lezer, invoer)
    lezer.klaar()
    return invoer


def lees_medebewoners(lezer: Lezer) -> tuple[Medebewoner, ...]:
    """Read `medebewoners: [{leeftijd, commercieel, student}]`."""
    medebewoners = []
    for deel in lezer.lijst("medebewoners"):
        leeftijd = deel.heel_getal("leeftijd", verplicht=True, maximum=MAX_LEEFTIJD)
        medebewoners.append(Medebewoner(leeftijd or 0, deel.ja_nee("commercieel"), deel.ja_nee("student")))
        deel.sluit()
    return tuple(medebewoners)


def _lees_leeftijd(lezer: Lezer, veld: str, *, verplicht: bool = False) -> int | None:
    return lezer.heel_getal(veld, verplicht=verplicht, minimum=VOLWASSEN, maximum=MAX_LEEFTIJD)


def _lees_ja_nee(lezer: Lezer, veld: str) -> bool | None:
    gegeven = lezer.heeft(veld)
    waarde = lezer.ja_nee(veld)
    return waarde if gegeven else None


def _toets_samenhang(lezer: Lezer, invoer: BijstandInvoer) -> None:
    if not invoer.gehuwd and invoer.aow_partner is not None:
        lezer.meld("aow_partner", "Er is geen partner opgegeven. Vul leeftijd_partner in, of laat dit leeg.")
    if invoer.inrichting and min(invoer.leeftijden) < VOLLE_NORM:
        lezer.meld(
            "inrichting",
            "Wie 18, 19 of 20 jaar is en in een inrichting woont, heeft geen recht op algemene bijstand "
            "(art. 13 lid 2 onder a Pw).",
        )
    if invoer.inrichting and invoer.medebewoners:
        lezer.meld("inrichting", "Wie in een inrichting woont, heeft geen medebewoners. Kies één van beide.")
