"""Write a proposal in the form of contract.md section 5."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from waakvlam.domain.common.notatie import geld
from waakvlam.domain.rekenen.uitleg import EURO, schrijf_getal
from waakvlam.domain.rekenen.voorstel.invoer import VoorstelInvoer
from waakvlam.domain.rekenen.voorstel.samenstellen import Voorstel

VIER_DECIMALEN = Decimal("0.0001")


def schrijf_percentage(percentage: Decimal | None) -> str | None:
    """Write a percentage with four decimals; None when there are no claims of that kind."""
    return None if percentage is None else f"{rond_percentage(percentage):f}"


def rond_percentage(percentage: Decimal) -> Decimal:
    """Round a percentage to four decimals, as contract.md section 5 wants it. Only for showing: payments use it exactly."""
    return percentage.quantize(VIER_DECIMALEN, ROUND_HALF_UP)


def schrijf_bedrag(bedrag: Decimal) -> str:
    """Write euros with two decimals."""
    return schrijf_getal(bedrag, EURO)


def schrijf_voorstel(invoer: VoorstelInvoer, voorstel: Voorstel) -> dict[str, Any]:
    """Give the fields of the contract for a proposal."""
    verdeling = voorstel.verdeling
    return {
        "uitdeelbaar": schrijf_bedrag(verdeling.uitdeelbaar),
        "percentage_preferent": schrijf_percentage(verdeling.percentage_preferent),
        "percentage_concurrent": schrijf_percentage(verdeling.percentage_concurrent),
        "per_schuld": [
            {"id": s.id, "bedrag": schrijf_bedrag(s.bedrag), "uitkering": schrijf_bedrag(uitkering)}
            for s, uitkering in zip(invoer.schulden, verdeling.uitkeringen, strict=True)
        ],
    }


def schrijf_meer(invoer: VoorstelInvoer, voorstel: Voorstel) -> dict[str, Any]:
    """Give what a screen or letter needs beyond the contract, per debt in `delen`."""
    verdeling = voorstel.verdeling
    return {
        "maanden": voorstel.maanden,
        "zonder_afloscapaciteit": not invoer.afloscapaciteit,
        "volledig_betaald": verdeling.volledig,
        "over": schrijf_bedrag(verdeling.uitdeelbaar - verdeling.uitgekeerd),
        "totaal_schulden": schrijf_bedrag(verdeling.totaal),
        "betekenis": zeg_wat_het_betekent(invoer, voorstel),
        "delen": [
            {
                "id": s.id,
                "schuldeiser": s.schuldeiser,
                "preferent_deel": schrijf_bedrag(s.vordering.preferent),
                "concurrent_deel": schrijf_bedrag(s.vordering.concurrent),
                "percentage": schrijf_percentage(100 * uitkering / s.bedrag),
            }
            for s, uitkering in zip(invoer.schulden, verdeling.uitkeringen, strict=True)
        ],
    }


def zeg_wat_het_betekent(invoer: VoorstelInvoer, voorstel: Voorstel) -> str:
    """Say in Dutch sentences what the proposal comes to."""
    verdeling = voorstel.verdeling
    begin = "" if invoer.afloscapaciteit else "Dit is een schuldregeling zonder afloscapaciteit. "
    if not verdeling.uitdeelbaar:
        return f"{begin}Er is nu niets te verdelen; de schuldeisers krijgen geen uitkering."
    if verdeling.volledig:
        over = verdeling.uitdeelbaar - verdeling.totaal
        return (
            f"{begin}Er is genoeg om alle schulden volledig te betalen; een voorstel voor een deel is niet nodig."
            + (f" Er blijft {geld(over)} over." if over else "")
        )
    soorten = [
        f"van elke {soort} schuld {_komma(percentage)}%"
        for soort, percentage in (
            ("preferente", verdeling.percentage_preferent),
            ("concurrente", verdeling.percentage_concurrent),
        )
        if percentage is not None
    ]
    return f"{begin}Betaald wordt {' en '.join(soorten)}, samen {geld(verdeling.uitgekeerd)}."


def _komma(percentage: Decimal) -> str:
    return f"{rond_percentage(percentage):f}".replace(".", ",")
