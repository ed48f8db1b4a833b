"""The facts that the beslagvrije voet is computed from. Bron: contract.md section 5."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from waakvlam.domain.rekenen.afronden import Afronding
from waakvlam.domain.rekenen.eigen_normen import lees_eigen_normen
from waakvlam.domain.rekenen.invoer import Lezer
from waakvlam.domain.rekenen.normen import EigenNorm


class Leefsituatie(Enum):
    """The four situations of art. 475da lid 1 Rv. *Gehuwd* is who keeps a joint household (art. 3 Pw); children are minors at the address.

    Age, AOW and cost-sharing housemates play no role here.
    """

    ALLEENSTAANDE = "alleenstaande"
    ALLEENSTAANDE_OUDER = "alleenstaande_ouder"
    GEHUWD_ZONDER_KINDEREN = "gehuwd_zonder_kinderen"
    GEHUWD_MET_KINDEREN = "gehuwd_met_kinderen"

    gehuwd: bool
    """Whether two partners form the household."""
    meerpersoons: bool
    """Whether the household has more than one person."""
    onderdeel: str
    """The letter in art. 475da lid 1 and 2 Rv."""

    def __init__(self, waarde: str) -> None:
        # Attributes and not properties: they are asked for a dozen times per household.
        self.gehuwd = waarde.startswith("gehuwd")
        self.meerpersoons = waarde != "alleenstaande"
        self.onderdeel = {
            "alleenstaande": "a",
            "alleenstaande_ouder": "b",
            "gehuwd_zonder_kinderen": "c",
            "gehuwd_met_kinderen": "d",
        }[waarde]


class NegatieveOnderdelen(Enum):
    """What to do with a component of the formula that comes out below zero; the text of the law is silent."""

    NUL = "nul"
    LETTERLIJK = "letterlijk"


@dataclass(frozen=True, slots=True)
class Instellingen:
    """The choices where the law is silent."""

    afronding: Afronding = Afronding.CENT
    negatieve_onderdelen: NegatieveOnderdelen = NegatieveOnderdelen.NUL


@dataclass(frozen=True, slots=True)
class Bijstand:
    """A seized bijstandsuitkering: the norm that holds for the person, and income in the sense of art. 32 Pw. Per month."""

    norm: Decimal
    ander_inkomen: Decimal


@dataclass(frozen=True, slots=True)
class Opgelegd:
    """What a bailiff set, per month, and when."""

    bedrag: Decimal
    datum: date | None


@dataclass(frozen=True, slots=True)
class BeslagvrijeVoetInvoer:
    """The facts; money in euros. None means: not given, never zero.

    `belastbaar_jaarinkomen` is C of art. 475da Rv: of both partners together, brought to a year. `netto_maandinkomen`
    is the income under seizure with holiday allowance. `zonder_woonadres`: no address in the Netherlands is registered,
    and the person did not tell where he lives and on what; who did tell gets the formula (art. 475e lid 1 Rv), times
    the factor of the country with `buiten_nederland`. `inrichting_prijs` is the price of care per month when the
    person lives in an institution. `verhoging_kantonrechter` is an increase that a judge gave (art. 475fa Rv).
    """

    peildatum: date
    leefsituatie: Leefsituatie
    belastbaar_jaarinkomen: Decimal
    netto_maandinkomen: Decimal | None = None
    inkomen_partner: Decimal | None = None
    ander_eigen_inkomen: Decimal | None = None
    bijtelling_auto: Decimal | None = None
    bijstand: Bijstand | None = None
    woonkosten: Decimal | None = None
    eigen_woning: bool = False
    zonder_woonadres: bool = False
    buiten_nederland: bool = False
    inrichting_prijs: Decimal | None = None
    verhoging_kantonrechter: Decimal | None = None
    opgelegd: Opgelegd | None = None
    eigen_normen: tuple[EigenNorm, ...] = ()
    instellingen: Instellingen = Instellingen()


VELDEN = (
    "peildatum",
    "leefsituatie",
    "belastbaar_jaarinkomen",
    "netto_maandinkomen",
    "inkomen_partner_per_maand",
    "ander_eigen_inkomen_per_maand",
    "bijtelling_auto_loonbelasting",
    "uitkering_bijstand",
    "woonkosten",
    "eigen_woning_of_onzelfstandige_huur",
    "zonder_woonadres",
    "woont_buiten_nederland",
    "inrichting",
    "verhoging_kantonrechter",
    "opgelegd",
    "eigen_normen",
    "instellingen",
)
"""The fields that a file may hold, as in contract.md section 5."""


def lees_invoer(
    gegevens: Mapping[str, Any], instellingen: Instellingen | None = None
) -> BeslagvrijeVoetInvoer:
    """Read the facts of a file, form or message.

    `instellingen` are the defaults of the caller; the file may say otherwise. Raises Invoerfout with every fault.
    """
    lezer = Lezer(gegevens)
    invoer = lees_velden(lezer, instellingen or Instellingen())
    lezer.klaar()
    return invoer


def lees_velden(lezer: Lezer, standaard: Instellingen) -> BeslagvrijeVoetInvoer:
    """Read the fields with a reader that another calculation reads on with; valid after its `klaar`."""
    invoer = BeslagvrijeVoetInvoer(
        peildatum=lezer.datum("peildatum", verplicht=True) or date.min,
        leefsituatie=lezer.keuze("leefsituatie", Leefsituatie, verplicht=True) or Leefsituatie.ALLEENSTAANDE,
        belastbaar_jaarinkomen=lezer.bedrag("belastbaar_jaarinkomen", verplicht=True) or Decimal(0),
        netto_maandinkomen=lezer.bedrag("netto_maandinkomen"),
        inkomen_partner=lezer.bedrag("inkomen_partner_per_maand"),
        ander_eigen_inkomen=lezer.bedrag("ander_eigen_inkomen_per_maand"),
        bijtelling_auto=lezer.bedrag("bijtelling_auto_loonbelasting"),
        bijstand=_lees_bijstand(lezer.blok("uitkering_bijstand")),
        woonkosten=lezer.bedrag("woonkosten"),
        eigen_woning=lezer.ja_nee("eigen_woning_of_onzelfstandige_huur"),
        zonder_woonadres=lezer.ja_nee("zonder_woonadres"),
        buiten_nederland=lezer.ja_nee("woont_buiten_nederland"),
        inrichting_prijs=_lees_inrichting(lezer.blok("inrichting")),
        verhoging_kantonrechter=lezer.bedrag("verhoging_kantonrechter"),
        opgelegd=_lees_opgelegd(lezer.blok("opgelegd")),
        eigen_normen=lees_eigen_normen(lezer),
        instellingen=_lees_instellingen(lezer.blok("instellingen"), standaard),
    )
    _toets_samenhang(lezer, invoer)
    return invoer


def _lees_bijstand(blok: Lezer | None) -> Bijstand | None:
    if blok is None:
        return None
    norm = blok.bedrag("norm_per_maand", verplicht=True)
    ander = blok.bedrag("ander_inkomen_per_maand")
    blok.sluit()
    return Bijstand(norm or Decimal(0), ander or Decimal(0))


def _lees_inrichting(blok: Lezer | None) -> Decimal | None:
    if blok is None:
        return None
    prijs = blok.bedrag("prijs_per_maand", verplicht=True)
    blok.sluit()
    return prijs


def _lees_opgelegd(blok: Lezer | None) -> Opgelegd | None:
    if blok is None:
        return None
    bedrag, dag = blok.bedrag("bedrag", verplicht=True), blok.datum("datum")
    blok.sluit()
    return Opgelegd(bedrag or Decimal(0), dag)


def _lees_instellingen(blok: Lezer | None, standaard: Instellingen) -> Instellingen:
    if blok is None:
        return standaard
    gelezen = Instellingen(
        blok.keuze("afronding", Afronding) or standaard.afronding,
        blok.keuze("negatieve_onderdelen", NegatieveOnderdelen) or standaard.negatieve_onderdelen,
    )
    blok.sluit()
    return gelezen


def _toets_samenhang(lezer: Lezer, invoer: BeslagvrijeVoetInvoer) -> None:
    if invoer.inkomen_partner is not None and not invoer.leefsituatie.gehuwd:
        lezer.meld(
            "inkomen_partner_per_maand",
            f"Bij leefsituatie '{invoer.leefsituatie.value}' hoort geen partner. Kies 'gehuwd_…' of laat dit leeg.",
        )
    if invoer.inrichting_prijs is not None and (
        invoer.zonder_woonadres
        or invoer.buiten_nederland
        or invoer.eigen_woning
        or invoer.woonkosten is not None
    ):
        lezer.meld(
            "inrichting",
            "Wie in een inrichting woont, heeft hier geen eigen woning of woonkosten en geen ander of ontbrekend woonadres. "
            "Kies één van beide.",
        )
    if invoer.zonder_woonadres and invoer.woonkosten is not None:
        lezer.meld(
            "woonkosten", "Zonder woonadres in Nederland tellen woonkosten niet mee. Laat één van beide weg."
        )
    if invoer.zonder_woonadres and invoer.eigen_woning:
        lezer.meld(
            "eigen_woning_of_onzelfstandige_huur",
            "Zonder woonadres in Nederland telt een woning niet mee. Laat één van beide weg.",
        )
