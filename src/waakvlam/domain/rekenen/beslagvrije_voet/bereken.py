"""The beslagvrije voet from the facts, step by step in the order of the law. Bron: art. 475da-475fa Rv."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from waakvlam.domain.rekenen.afronden import Afronding, rond_af_op_centen, rond_omhoog_op_euros
from waakvlam.domain.rekenen.beslagvrije_voet.aannames import maak_aannames
from waakvlam.domain.rekenen.beslagvrije_voet.aftrek import maak_na_95_procent, maak_na_aftrek
from waakvlam.domain.rekenen.beslagvrije_voet.formule import Formule, maak_voet
from waakvlam.domain.rekenen.beslagvrije_voet.invoer import BeslagvrijeVoetInvoer
from waakvlam.domain.rekenen.beslagvrije_voet.opgelegd import vergelijk_met_opgelegd
from waakvlam.domain.rekenen.kern import get_kern
from waakvlam.domain.rekenen.normen import Normen
from waakvlam.domain.rekenen.ontbrekend import bereken_met_normen
from waakvlam.domain.rekenen.uitkomst import Rekenuitkomst
from waakvlam.domain.rekenen.uitleg import Stap, gegeven, schrijf_getal


def bereken_beslagvrije_voet(invoer: BeslagvrijeVoetInvoer) -> Rekenuitkomst:
    """Compute the beslagvrije voet per month, with its whole explanation.

    `extra` holds `tussenstappen` (contract.md section 5; a step that did not apply is None) and, when a bailiff's
    amount was given, `opgelegd` with the difference. Raises Invoerfout for a date or norm that is not known.
    """
    return bereken_met_normen(invoer.peildatum, invoer.eigen_normen, lambda normen: _bereken(invoer, normen))


def _bereken(invoer: BeslagvrijeVoetInvoer, normen: Normen) -> Rekenuitkomst:
    formule = maak_voet(invoer, normen)
    na_aftrek = maak_na_aftrek(invoer, formule.voet)
    na_95 = maak_na_95_procent(invoer, normen, na_aftrek)
    slot = _rond_af(invoer, _verhoog(invoer, na_95))
    extra: dict[str, Any] = {"tussenstappen": _tussenstappen(formule, na_aftrek, na_95)}
    if invoer.opgelegd:
        extra["opgelegd"] = vergelijk_met_opgelegd(invoer.opgelegd, slot)
    return Rekenuitkomst(
        slot.waarde, invoer.peildatum, slot, maak_aannames(invoer, formule), get_kern(), extra
    )


def _verhoog(invoer: BeslagvrijeVoetInvoer, voet: Stap) -> Stap:
    if invoer.verhoging_kantonrechter is None:
        return voet
    extra = gegeven("verhoging door de kantonrechter", invoer.verhoging_kantonrechter)
    return Stap(
        "beslagvrije voet na verhoging",
        voet.waarde + extra.waarde,
        f"{voet.naam} + {extra.naam}",
        (voet, extra),
        bron="art. 475fa Rv",
    )


def _rond_af(invoer: BeslagvrijeVoetInvoer, voet: Stap) -> Stap:
    omhoog = invoer.instellingen.afronding is Afronding.EURO_OMHOOG
    rond, woorden = (
        (rond_omhoog_op_euros, "omhoog afgerond op euro's")
        if omhoog
        else (rond_af_op_centen, "afgerond op centen")
    )
    return Stap("beslagvrije voet", rond(voet.waarde), f"{woorden} ({voet.naam})", (voet,), bron="aanname")


def _tussenstappen(formule: Formule, na_aftrek: Stap, na_95: Stap) -> Mapping[str, str | None]:
    stappen = {
        "norm_95": formule.norm,
        "zorg": formule.zorg,
        "huur": formule.huur,
        "kind": formule.kind,
        "totaal_voor_maximum": formule.totaal,
        "maximum": formule.maximum,
        "verhoging_woonkosten": formule.woonkosten,
        "na_aftrek": na_aftrek,
        "na_95_procent": na_95,
    }
    return {naam: None if stap is None else _schrijf(stap.waarde) for naam, stap in stappen.items()}


def _schrijf(bedrag: Decimal) -> str:
    return schrijf_getal(rond_af_op_centen(bedrag), "euro")
