"""What a resident tells for the inkomenscheck: everything but the date may be left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from waakvlam.domain.rekenen.beslagvrije_voet import Leefsituatie
from waakvlam.domain.rekenen.bijstand.invoer import MAX_LEEFTIJD, VOLWASSEN, Medebewoner, lees_medebewoners
from waakvlam.domain.rekenen.eigen_normen import lees_eigen_normen
from waakvlam.domain.rekenen.invoer import Lezer
from waakvlam.domain.rekenen.normen import EigenNorm
from waakvlam.domain.rekenen.toeslagen.invoer import lees_huishouden, lees_ja_nee


@dataclass(frozen=True, slots=True)
class InkomenscheckInvoer:
    """The profile of a household; money in euros. None means: not given, never zero.

    `partner` is None while the household was not given. `toetsingsinkomen` is gross, per year, `netto_inkomen` per
    month with holiday allowance, both of the partners together. `netto_besteedbaar_inkomen` is what is left of it per
    month after rent and care premium (art. 14 URI). `huurwoning` False means: an owner. `student` means: in education
    with studiefinanciering. `aanslag` is of local taxes, per year.
    """

    peildatum: date
    leeftijd: int | None = None
    partner: bool | None = None
    kinderen: tuple[date, ...] = ()
    leeftijd_partner: int | None = None
    medebewoners: tuple[Medebewoner, ...] = ()
    toetsingsinkomen: Decimal | None = None
    netto_inkomen: Decimal | None = None
    netto_besteedbaar_inkomen: Decimal | None = None
    huurwoning: bool | None = None
    kale_huur: Decimal | None = None
    servicekosten: Decimal | None = None
    vermogen: Decimal | None = None
    student: bool = False
    aanslag: Decimal | None = None
    eigen_normen: tuple[EigenNorm, ...] = ()

    @property
    def heeft_kinderen(self) -> bool:
        """Whether a child is under 18 on the peildatum."""
        return any(_leeftijd(kind, self.peildatum) < VOLWASSEN for kind in self.kinderen)

    @property
    def leefsituatie(self) -> Leefsituatie:
        """The situation as kwijtschelding counts it."""
        if self.partner:
            return (
                Leefsituatie.GEHUWD_MET_KINDEREN
                if self.heeft_kinderen
                else Leefsituatie.GEHUWD_ZONDER_KINDEREN
            )
        return Leefsituatie.ALLEENSTAANDE_OUDER if self.heeft_kinderen else Leefsituatie.ALLEENSTAANDE


VELDEN = (
    "peildatum",
    "leeftijd",
    "huishouden",
    "leeftijd_partner",
    "medebewoners",
    "toetsingsinkomen",
    "netto_inkomen",
    "netto_besteedbaar_inkomen",
    "huurwoning",
    "kale_huur",
    "servicekosten",
    "vermogen",
    "student",
    "aanslag",
    "eigen_normen",
)
"""The fields that a file may hold."""


def lees_invoer(gegevens: Mapping[str, Any]) -> InkomenscheckInvoer:
    """Read the profile of a file, form or message. Raises Invoerfout with every fault."""
    lezer = Lezer(gegevens)
    peildatum = lezer.datum("peildatum", verplicht=True) or date.max
    partner, kinderen = _lees_huishouden(lezer, peildatum)
    invoer = InkomenscheckInvoer(
        peildatum=peildatum,
        leeftijd=lezer.heel_getal("leeftijd", maximum=MAX_LEEFTIJD),
        partner=partner,
        kinderen=kinderen,
        leeftijd_partner=lezer.heel_getal("leeftijd_partner", minimum=VOLWASSEN, maximum=MAX_LEEFTIJD),
        medebewoners=lees_medebewoners(lezer),
        toetsingsinkomen=lezer.bedrag("toetsingsinkomen"),
        netto_inkomen=lezer.bedrag("netto_inkomen"),
        netto_besteedbaar_inkomen=lezer.bedrag("netto_besteedbaar_inkomen", negatief=True),
        huurwoning=lees_ja_nee(lezer, "huurwoning"),
        kale_huur=lezer.bedrag("kale_huur"),
        servicekosten=lezer.bedrag("servicekosten"),
        vermogen=lezer.bedrag("vermogen", negatief=True),
        student=lezer.ja_nee("student"),
        aanslag=lezer.bedrag("aanslag"),
        eigen_normen=lees_eigen_normen(lezer),
    )
    _toets_samenhang(lezer, invoer)
    lezer.klaar()
    return invoer


def _lees_huishouden(lezer: Lezer, peildatum: date) -> tuple[bool | None, tuple[date, ...]]:
    if lezer.heeft("huishouden"):
        return lees_huishouden(lezer, peildatum)
    lezer.blok("huishouden")  # known, though it was left out
    return None, ()


def _toets_samenhang(lezer: Lezer, invoer: InkomenscheckInvoer) -> None:
    if invoer.partner is False and invoer.leeftijd_partner is not None:
        lezer.meld("leeftijd_partner", "Er is geen partner opgegeven. Laat dit leeg, of zet partner op true.")
    if invoer.huurwoning is False and invoer.kale_huur is not None:
        lezer.meld("kale_huur", "Bij een koopwoning hoort geen huur. Kies één van beide.")
    if invoer.servicekosten is not None and invoer.kale_huur is None:
        lezer.meld("servicekosten", "Vul ook de kale huur in, of laat de servicekosten weg.")


def _leeftijd(geboren: date, dag: date) -> int:
    return dag.year - geboren.year - ((dag.month, dag.day) < (geboren.month, geboren.day))
