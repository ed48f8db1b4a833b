"""The amount a bailiff set beside ours: the difference, said so that somebody can ask for a correction."""

from decimal import Decimal

from waakvlam.domain.common.notatie import geld
from waakvlam.domain.rekenen.beslagvrije_voet.invoer import Opgelegd
from waakvlam.domain.rekenen.uitleg import Stap


def vergelijk_met_opgelegd(opgelegd: Opgelegd, voet: Stap) -> dict[str, str | None]:
    """Give amount, date, difference (ours minus theirs) and one Dutch sentence of what that means."""
    verschil = voet.waarde - opgelegd.bedrag
    return {
        "bedrag": f"{opgelegd.bedrag:.2f}",
        "datum": opgelegd.datum.isoformat() if opgelegd.datum else None,
        "verschil": f"{verschil:.2f}",
        "betekenis": _zeg(verschil),
    }


def _zeg(verschil: Decimal) -> str:
    if verschil > 0:
        return (
            f"De deurwaarder houdt te weinig vrij: {geld(verschil)} per maand minder dan deze berekening. Vraag hem "
            "met redenen om de beslagvrije voet opnieuw vast te stellen (art. 475d lid 3 onder b Rv)."
        )
    if verschil < 0:
        return f"De deurwaarder houdt {geld(-verschil)} per maand meer vrij dan deze berekening."
    return "De deurwaarder houdt hetzelfde bedrag vrij als deze berekening."
