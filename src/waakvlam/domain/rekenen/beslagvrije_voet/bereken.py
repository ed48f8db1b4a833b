"""The beslagvrije voet from the facts, step by step in the order of the law. Bron: art. 475da-475fa Rv."""

from collections.abc import Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class VoetStappen:
    """The steps of a beslagvrije voet that a result names apart; `onafgerond` is the last one before rounding."""

    formule: Formule
    na_aftrek: Stap
    na_95_procent: Stap
    onafgerond: Stap


def bereken_beslagvrije_voet(invoer: BeslagvrijeVoetInvoer) -> Rekenuitkomst:
    """Compute the beslagvrije voet per month, with its whole explanation.

    `extra` holds `tussenstappen` (contract.md section 5; a step that did not apply is None) and, when a bailiff's
    amount was given, `opgelegd` with the difference. Raises Invoerfout for a date or norm that is not known.
    """
    return bereken_met_normen(invoer.peildatum, invoer.eigen_normen, lambda normen: _bereken(invoer, normen))


def _bereken(invoer: BeslagvrijeVoetInvoer, normen: Normen) -> Rekenuitkomst:
    stappen = maak_stappen(invoer, normen)
    slot = rond_af(invoer, "beslagvrije voet", stappen.onafgerond)
    extra: dict[str, Any] = {"tussenstappen": schrijf_tussenstappen(stappen)}
    if invoer.opgelegd:
        extra["opgelegd"] = vergelijk_met_opgelegd(invoer.opgelegd, slot)
    aannames = maak_aannames(invoer, stappen.formule)
    return Rekenuitkomst(slot.waarde, invoer.peildatum, slot, aannames, get_kern(), extra)


def maak_stappen(invoer: BeslagvrijeVoetInvoer, normen: Normen) -> VoetStappen:
    """Go through the whole law up to rounding, for a result that builds on the beslagvrije voet."""
    formule = maak_voet(invoer, normen)
    na_aftrek = maak_na_aftrek(invoer, formule.voet)
    na_95 = maak_na_95_procent(invoer, normen, na_aftrek)
    return VoetStappen(formule, na_aftrek, na_95, _verhoog(invoer, na_95))


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


def rond_af(invoer: BeslagvrijeVoetInvoer, naam: str, stap: Stap) -> Stap:
    """Round a step by the setting, as the last step of a result with that name."""
    omhoog = invoer.instellingen.afronding is Afronding.EURO_OMHOOG
    rond, woorden = (
        (rond_omhoog_op_euros, "omhoog afgerond op euro's")
        if omhoog
        else (rond_af_op_centen, "afgerond op centen")
    )
    return Stap(naam, rond(stap.waarde), f"{woorden} ({stap.naam})", (stap,), bron="aanname")


def schrijf_tussenstappen(stappen: VoetStappen) -> Mapping[str, str | None]:
    """Write the steps of contract.md section 5 in cents; None for a step that did not apply."""
    formule = stappen.formule
    namen = {
        "norm_95": formule.norm,
        "zorg": formule.zorg,
        "huur": formule.huur,
        "kind": formule.kind,
        "totaal_voor_maximum": formule.totaal,
        "maximum": formule.maximum,
        "verhoging_woonkosten": formule.woonkosten,
        "na_aftrek": stappen.na_aftrek,
        "na_95_procent": stappen.na_95_procent,
    }
    return {
        naam: None if stap is None else schrijf_getal(stap.waarde, "euro") for naam, stap in namen.items()
    }
