"""What a resident reads about a right: plain Dutch (B1), short sentences, no blame, no words of the law."""

from collections.abc import Iterable
from decimal import Decimal

from waakvlam.domain.common.notatie import geld
from waakvlam.domain.rekenen.bijstand import Oordeel

WAT_IS = {
    "zorgtoeslag": "Zorgtoeslag is geld van de overheid om uw zorgverzekering te betalen.",
    "huurtoeslag": "Huurtoeslag is geld van de overheid om uw huur te betalen.",
    "kindgebonden_budget": "Kindgebonden budget is geld van de overheid voor de kosten van uw kinderen.",
    "bijstand": "Bijstand is geld van de gemeente als u te weinig inkomen heeft om van te leven.",
    "kwijtschelding": "Kwijtschelding betekent dat u een belasting van de gemeente of het waterschap niet of niet helemaal hoeft te betalen.",
}
"""One sentence that says what each right is."""

HOE = {
    "zorgtoeslag": "U vraagt het aan bij de Dienst Toeslagen, met uw DigiD.",
    "huurtoeslag": "U vraagt het aan bij de Dienst Toeslagen, met uw DigiD.",
    "kindgebonden_budget": "U vraagt het aan bij de Dienst Toeslagen, met uw DigiD. Krijgt u al een andere toeslag? Dan gaat het meestal vanzelf.",
    "bijstand": "U vraagt het aan bij de gemeente. Heeft u AOW? Dan vraagt u het aan bij de Sociale Verzekeringsbank.",
    "kwijtschelding": "U vraagt het aan bij wie u de aanslag stuurde: de gemeente, het waterschap of het belastingkantoor.",
}
"""Where a resident asks for each right."""

VRAGEN = {
    "leeftijd": "hoe oud u bent",
    "huishouden": "of u een partner en kinderen heeft",
    "leeftijd_partner": "hoe oud uw partner is",
    "toetsingsinkomen": "uw inkomen per jaar, vóór belasting",
    "netto_inkomen": "uw inkomen per maand, na belasting",
    "netto_besteedbaar_inkomen": "wat u per maand overhoudt na de huur en de zorgverzekering",
    "kale_huur": "uw huur per maand, zonder extra kosten",
    "aanslag": "het bedrag van de aanslag",
    "vermogen": "hoeveel spaargeld u heeft",
}
"""What is asked, in the words of the resident, by field."""

SLOT = "Dit is een schatting. Wie het geld geeft, beslist."


def schrijf_tekst(
    sleutel: str,
    naam: str,
    oordeel: Oordeel,
    *,
    bedrag: Decimal | None = None,
    per: str = "per maand",
    reden: str = "",
    ontbreekt: Iterable[str] = (),
    wat: str = "",
    hoe: str = "",
) -> str:
    """Write the text of one right for the resident."""
    begin = _zeg_oordeel(naam, oordeel, bedrag, per, reden, ontbreekt)
    wat, hoe = wat or WAT_IS.get(sleutel, ""), hoe or HOE.get(sleutel, "")
    delen = (begin, wat, hoe, SLOT) if oordeel is Oordeel.WAARSCHIJNLIJK_WEL else (begin, wat)
    return " ".join(deel for deel in delen if deel)


def _zeg_oordeel(
    naam: str, oordeel: Oordeel, bedrag: Decimal | None, per: str, reden: str, ontbreekt: Iterable[str]
) -> str:
    if oordeel is Oordeel.WAARSCHIJNLIJK_WEL:
        hoeveel = "" if bedrag is None else f" Het gaat om ongeveer {geld(bedrag)} {per}".rstrip() + "."
        return f"U kunt waarschijnlijk {naam} krijgen.{hoeveel}"
    if oordeel is Oordeel.WAARSCHIJNLIJK_NIET:
        return f"U kunt nu waarschijnlijk geen {naam} krijgen. {reden}".rstrip()
    vragen = "; ".join(VRAGEN[veld] for veld in ontbreekt if veld in VRAGEN)
    wat_nu = f"Vertel ons ook: {vragen}." if vragen else "Vraag het na bij de gemeente; wij helpen u graag."
    return f"Wij kunnen nog niet zeggen of u {naam} kunt krijgen. {wat_nu}"
