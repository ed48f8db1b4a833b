"""Kwijtschelding of local taxes: what is left of the aanslag after assets and 80% of what can be paid. Bron: art. 11-16 URI."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from waakvlam.domain.rekenen.afronden import rond_af_op_centen
from waakvlam.domain.rekenen.kern import get_kern
from waakvlam.domain.rekenen.kwijtschelding.invoer import KwijtscheldingInvoer
from waakvlam.domain.rekenen.normen import Norm, Normen
from waakvlam.domain.rekenen.ontbrekend import bereken_met_normen
from waakvlam.domain.rekenen.uitkomst import Aanname, Rekenuitkomst
from waakvlam.domain.rekenen.uitleg import EURO_PER_JAAR, Stap, gegeven

NUL = Decimal(0)
EURO = "euro"


def bereken_kwijtschelding(invoer: KwijtscheldingInvoer) -> Rekenuitkomst:
    """Compute how much of the aanslag is forgiven, in euros.

    `extra` holds `betalingscapaciteit` (per year), `aan_te_wenden` and `kwijtschelding` (contract.md section 5).
    Raises Invoerfout for a date or norm that is not known.
    """
    return bereken_met_normen(invoer.peildatum, invoer.eigen_normen, lambda normen: _bereken(invoer, normen))


def _bereken(invoer: KwijtscheldingInvoer, normen: Normen) -> Rekenuitkomst:
    capaciteit = _maak_capaciteit(invoer, normen)
    aan_te_wenden = _maak_aan_te_wenden(normen, capaciteit)
    slot = _maak_kwijtschelding(invoer, aan_te_wenden)
    extra: dict[str, Any] = {
        "betalingscapaciteit": f"{rond_af_op_centen(capaciteit.waarde):.2f}",
        "aan_te_wenden": f"{rond_af_op_centen(aan_te_wenden.waarde):.2f}",
        "kwijtschelding": f"{slot.waarde:.2f}",
    }
    return Rekenuitkomst(
        slot.waarde, invoer.peildatum, slot, tuple(_maak_aannames(invoer)), get_kern(), extra
    )


def _maak_inkomen(invoer: KwijtscheldingInvoer) -> Stap:
    eigen = gegeven("netto besteedbaar inkomen", invoer.netto_besteedbaar_inkomen)
    if invoer.inkomen_partner is None:
        return eigen
    partner = gegeven("inkomen van de partner", invoer.inkomen_partner)
    return Stap(
        "inkomen van beide partners",
        eigen.waarde + partner.waarde,
        f"{eigen.naam} + {partner.naam}",
        (eigen, partner),
        bron="art. 13 lid 2 URI",
    )


def _get_kostennorm(invoer: KwijtscheldingInvoer, normen: Normen) -> Norm:
    """Give the amount that the percentage is taken of. Since 2015 a parent alone has the norm of somebody alone."""
    if invoer.aow:
        return normen["aow_netto_gehuwden" if invoer.leefsituatie.gehuwd else "aow_netto_alleenstaande"]
    return normen["pw_21b" if invoer.leefsituatie.gehuwd else "pw_21a"]


def maak_kosten(invoer: KwijtscheldingInvoer, normen: Normen) -> Stap:
    """What a household needs to live on, per month: a percentage of the norm. Raises NormOntbreekt."""
    norm = _get_kostennorm(invoer, normen)
    return Stap(
        "kosten van bestaan",
        Decimal(invoer.norm_percentage) / 100 * norm.waarde,
        f"{invoer.norm_percentage}% × {norm.naam}",
        normen=(norm,),
        bron="art. 16 URI; de verordening van de gemeente of het waterschap",
    )


def _maak_capaciteit(invoer: KwijtscheldingInvoer, normen: Normen) -> Stap:
    inkomen, kosten = _maak_inkomen(invoer), maak_kosten(invoer, normen)
    return Stap(
        "betalingscapaciteit",
        12 * max(inkomen.waarde - kosten.waarde, NUL),
        f"12 × hoogste van ({inkomen.naam} − {kosten.naam}; 0)",
        (inkomen, kosten),
        bron="art. 13 URI",
        eenheid=EURO_PER_JAAR,
    )


def _maak_aan_te_wenden(normen: Normen, capaciteit: Stap) -> Stap:
    deel = normen["uri_11"]
    return Stap(
        "aan te wenden betalingscapaciteit",
        deel.factor * capaciteit.waarde,
        f"{deel.naam} × {capaciteit.naam}",
        (capaciteit,),
        (deel,),
        bron="art. 11 onder b URI",
        eenheid=EURO_PER_JAAR,
    )


def _maak_kwijtschelding(invoer: KwijtscheldingInvoer, aan_te_wenden: Stap) -> Stap:
    aanslag = gegeven("aanslag", invoer.aanslag, EURO)
    vermogen = invoer.vermogen is not None and invoer.vermogen > 0
    af = (gegeven("vermogen", invoer.vermogen or NUL, EURO), aan_te_wenden) if vermogen else (aan_te_wenden,)
    rest = aanslag.waarde - sum((deel.waarde for deel in af), NUL)
    delen = (aanslag, *af)
    return Stap(
        "kwijtschelding",
        rond_af_op_centen(max(rest, NUL)),
        f"afgerond op centen (hoogste van ({' − '.join(deel.naam for deel in delen)}; 0))",
        delen,
        bron="art. 11 URI",
        eenheid=EURO,
    )


def _maak_aannames(invoer: KwijtscheldingInvoer) -> Iterator[Aanname]:
    if invoer.vermogen is None:
        yield Aanname(
            "geen vermogen opgegeven",
            "0",
            "Er is geen vermogen opgegeven. Er is gerekend alsof er geen vermogen is.",
        )
    yield Aanname(
        "deel_betalingscapaciteit",
        "80%",
        "De wet zegt 'ten minste 80 procent' van de betalingscapaciteit. Er is gerekend met precies 80 procent.",
    )
    yield Aanname(
        "norm_percentage",
        f"{invoer.norm_percentage}%",
        f"De kosten van bestaan zijn {invoer.norm_percentage}% van de norm. De verordening van de gemeente of het "
        "waterschap bepaalt dit percentage.",
    )
    yield Aanname(
        "netto_besteedbaar_inkomen",
        "opgegeven",
        "Het netto besteedbaar inkomen is zoals opgegeven: na aftrek van woonlasten, zorgpremie en andere uitgaven van "
        "art. 15 URI.",
    )
    if invoer.aow:
        yield Aanname(
            "netto_ouderdomspensioen",
            "als norm",
            "Als norm geldt het netto ouderdomspensioen. Dat mag alleen als de verordening dat zegt.",
        )
