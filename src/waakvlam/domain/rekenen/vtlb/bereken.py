"""The vtlb and the afloscapaciteit from the facts. Bron: art. 295 lid 2 en 3 Fw; art. 475c-475fa Rv."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from waakvlam.domain.rekenen.afronden import Afronding, rond_af_op_centen, rond_omhoog_op_euros
from waakvlam.domain.rekenen.beslagvrije_voet.aannames import maak_aannames as maak_voetaannames
from waakvlam.domain.rekenen.beslagvrije_voet.bereken import VoetStappen, rond_af, schrijf_tussenstappen
from waakvlam.domain.rekenen.beslagvrije_voet.bereken import maak_stappen as maak_voetstappen
from waakvlam.domain.rekenen.beslagvrije_voet.opgelegd import vergelijk_met_opgelegd
from waakvlam.domain.rekenen.kern import get_kern
from waakvlam.domain.rekenen.normen import Normen
from waakvlam.domain.rekenen.ontbrekend import bereken_met_normen
from waakvlam.domain.rekenen.uitkomst import Aanname, Rekenuitkomst
from waakvlam.domain.rekenen.uitleg import Stap, gegeven, schrijf_getal
from waakvlam.domain.rekenen.vtlb.invoer import OfficieelVtlb, VtlbInvoer
from waakvlam.domain.rekenen.vtlb.regels import beschrijf_correcties, beschrijf_inkomen, maak_stappen, tel_op
from waakvlam.domain.rekenen.vtlb.termijn import bepaal_termijn

NUL = Decimal(0)
ZONDER_AFLOSCAPACITEIT = "schuldregeling zonder afloscapaciteit"
"""How this is called on screen and on paper; `nulaanbod` is only the name of a field (docs/begrippen.md)."""


@dataclass(frozen=True, slots=True)
class _Vtlb:
    """The steps that the result names apart. `berekend` is our own vtlb, `geldt` the one to compute with."""

    voet: VoetStappen
    correcties: tuple[Stap, ...]
    nominaal: Stap
    berekend: Stap
    geldt: Stap
    regels: tuple[Stap, ...]
    inkomen: Stap
    afloscapaciteit: Stap


def bereken_vtlb(invoer: VtlbInvoer) -> Rekenuitkomst:
    """Compute vtlb and afloscapaciteit per month; the outcome is the afloscapaciteit, the vtlb stands in its explanation.

    `extra` holds `vtlb`, `afloscapaciteit` and `nulaanbod` of contract.md section 5, and what they are made of. Raises
    Invoerfout for a date or norm that is not known, or a term that the law does not allow.
    """
    voet = invoer.voet
    return bereken_met_normen(voet.peildatum, voet.eigen_normen, lambda normen: _bereken(invoer, normen))


def _bereken(invoer: VtlbInvoer, normen: Normen) -> Rekenuitkomst:
    stappen = _maak_stappen(invoer, normen)
    slot = stappen.afloscapaciteit
    aannames = (*_maak_aannames(invoer, stappen), *maak_voetaannames(invoer.voet, stappen.voet.formule))
    return Rekenuitkomst(
        slot.waarde, invoer.voet.peildatum, slot, aannames, get_kern(), _maak_extra(invoer, stappen)
    )


def _maak_stappen(invoer: VtlbInvoer, normen: Normen) -> _Vtlb:
    voet = maak_voetstappen(invoer.voet, normen)
    correcties = maak_stappen("correctie", invoer.correcties)
    nominaal = tel_op("nominaal bedrag", correcties, "art. 295 lid 3 Fw; vtlb-rapport van Recofa")
    berekend = _maak_vtlb(invoer, voet.onafgerond, nominaal)
    geldt = berekend if invoer.officieel is None else _neem_officieel(invoer.officieel, berekend)
    regels = maak_stappen("inkomen", invoer.inkomen)
    tellen_mee = tuple(stap for stap, regel in zip(regels, invoer.inkomen, strict=True) if regel.telt_mee)
    inkomen = tel_op("inkomen dat meetelt", tellen_mee, "vtlb-rapport van Recofa, hoofdstuk 6")
    afloscapaciteit = Stap(
        "afloscapaciteit",
        max(rond_af_op_centen(inkomen.waarde - geldt.waarde), NUL),
        f"hoogste van (afgerond op centen ({inkomen.naam} − {geldt.naam}); 0)",
        (inkomen, geldt),
        bron="art. 295 lid 2 en 3 Fw",
    )
    return _Vtlb(voet, correcties, nominaal, berekend, geldt, regels, inkomen, afloscapaciteit)


def _maak_vtlb(invoer: VtlbInvoer, voet: Stap, nominaal: Stap) -> Stap:
    # The beslagvrije voet comes in unrounded: a result is rounded once, here.
    omhoog = invoer.voet.instellingen.afronding is Afronding.EURO_OMHOOG
    rond, woorden = (
        (rond_omhoog_op_euros, "omhoog afgerond op euro's")
        if omhoog
        else (rond_af_op_centen, "afgerond op centen")
    )
    return Stap(
        "vtlb",
        rond(max(voet.waarde + nominaal.waarde, NUL)),
        f"{woorden} (hoogste van ({voet.naam} + {nominaal.naam}; 0))",
        (voet, nominaal),
        bron="art. 295 lid 2 en 3 Fw",
    )


def _neem_officieel(officieel: OfficieelVtlb, berekend: Stap) -> Stap:
    bedrag = gegeven("officieel vtlb", officieel.bedrag, toelichting=_waar_vandaan(officieel))
    return Stap(
        "vtlb dat geldt",
        bedrag.waarde,
        bedrag.naam,
        (bedrag, berekend),
        bron=_waar_vandaan(officieel),
        toelichting="Het officiële vtlb gaat voor; onze eigen berekening staat ernaast.",
    )


def _waar_vandaan(officieel: OfficieelVtlb) -> str:
    return f"{officieel.bron} ({officieel.datum:%d-%m-%Y})"


def _maak_aannames(invoer: VtlbInvoer, stappen: _Vtlb) -> Iterator[Aanname]:
    if not invoer.correcties:
        yield Aanname(
            "geen_correcties",
            "geen",
            "Er zijn geen correcties opgegeven; het vtlb is dan gelijk aan de beslagvrije voet.",
        )
    elif stappen.voet.onafgerond.waarde + stappen.nominaal.waarde < 0:
        yield Aanname(
            "ondergrens_vtlb", "nul", "Het vtlb is nooit lager dan 0; dat staat nergens met zoveel woorden."
        )
    if not any(regel.telt_mee for regel in invoer.inkomen):
        yield Aanname(
            "geen_inkomen",
            "nul",
            "Er is geen inkomen opgegeven dat meetelt; er is gerekend met een inkomen van 0.",
        )
    yield Aanname(
        "bedragen_recofa",
        "zelf ingevuld",
        "De bedragen van Recofa zitten niet in dit programma. De correcties zijn zoals opgegeven.",
    )


def _maak_extra(invoer: VtlbInvoer, stappen: _Vtlb) -> dict[str, Any]:
    nul = stappen.afloscapaciteit.waarde == 0
    return {
        "vtlb": _schrijf(stappen.geldt.waarde),
        "afloscapaciteit": _schrijf(stappen.afloscapaciteit.waarde),
        "nulaanbod": nul,
        "omschrijving": ZONDER_AFLOSCAPACITEIT if nul else "schuldregeling met afloscapaciteit",
        "beslagvrije_voet": _schrijf(stappen.voet.onafgerond.waarde),
        "nominaal_bedrag": _schrijf(stappen.nominaal.waarde),
        "inkomen_dat_meetelt": _schrijf(stappen.inkomen.waarde),
        "correcties": beschrijf_correcties(invoer.correcties, stappen.correcties),
        "inkomen": beschrijf_inkomen(invoer.inkomen, stappen.regels),
        "tussenstappen": schrijf_tussenstappen(stappen.voet),
        **_maak_keuze(invoer, stappen),
    }


def _maak_keuze(invoer: VtlbInvoer, stappen: _Vtlb) -> dict[str, Any]:
    """Write what is only there when it was asked for."""
    extra: dict[str, Any] = {}
    if invoer.officieel:
        extra["officieel_vtlb"] = {
            "bedrag": _schrijf(invoer.officieel.bedrag),
            "bron": invoer.officieel.bron,
            "datum": invoer.officieel.datum.isoformat(),
            "berekend": _schrijf(stappen.berekend.waarde),
            "verschil": _schrijf(invoer.officieel.bedrag - stappen.berekend.waarde),
        }
    if invoer.termijn:
        extra["termijn"] = bepaal_termijn(invoer.termijn, invoer.voet.peildatum)
    if invoer.voet.opgelegd:
        voet = rond_af(invoer.voet, "beslagvrije voet", stappen.voet.onafgerond)
        extra["opgelegd"] = vergelijk_met_opgelegd(invoer.voet.opgelegd, voet)
    return extra


def _schrijf(bedrag: Decimal) -> str:
    return schrijf_getal(rond_af_op_centen(bedrag), "euro")
