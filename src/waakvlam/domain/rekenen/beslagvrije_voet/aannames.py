"""The assumptions that a beslagvrije voet rests on: only those that played a part, each in one Dutch sentence."""

from collections.abc import Iterator

from waakvlam.domain.rekenen.afronden import Afronding
from waakvlam.domain.rekenen.beslagvrije_voet.formule import Formule
from waakvlam.domain.rekenen.beslagvrije_voet.invoer import BeslagvrijeVoetInvoer, NegatieveOnderdelen
from waakvlam.domain.rekenen.uitkomst import Aanname

JAARINKOMEN = Aanname(
    "jaarinkomen",
    "opgegeven",
    "Het belastbaar jaarinkomen is zoals opgegeven. De regels om een wisselend maandinkomen naar een jaar te herleiden "
    "(Besluit beslagvrije voet) zijn niet gevonden.",
)
NEGATIEVE_ONDERDELEN = {
    NegatieveOnderdelen.NUL: Aanname(
        "negatieve_onderdelen",
        "nul",
        "Een onderdeel van de formule dat onder nul uitkomt, telt als 0; de wettekst zwijgt hierover.",
    ),
    NegatieveOnderdelen.LETTERLIJK: Aanname(
        "negatieve_onderdelen",
        "letterlijk",
        "Een onderdeel van de formule dat onder nul uitkomt, gaat van de beslagvrije voet af, naar de letter van de wet.",
    ),
}
ZORGMAXIMUM_GEHUWD = Aanname(
    "zorgmaximum_gehuwd",
    "dubbele standaardpremie",
    "Bij gehuwden is het maximum voor zorg twee keer de standaardpremie. De wettekst zegt dit niet met zoveel woorden; "
    "de officiële maxima kloppen alleen zo.",
)
INRICHTING_GEHUWD = Aanname(
    "inrichting_gehuwd",
    "beiden in de inrichting",
    "Gerekend is met de normen voor gehuwden van art. 23 Pw. Die passen als beide partners in de inrichting wonen.",
)
INRICHTING_95_PROCENT = Aanname(
    "inrichting_95_procent",
    "toegepast",
    "Ook in een inrichting is hooguit 95% van het inkomen vrij gelaten. Art. 475dc Rv noemt de inrichting niet met "
    "zoveel woorden.",
)
VOLGORDE_WOONLANDFACTOR = Aanname(
    "volgorde_woonlandfactor",
    "vóór de woonkosten",
    "De woonlandfactor is toegepast voordat de verhoging voor woonkosten erbij kwam, in de volgorde van de leden van "
    "art. 475da Rv. De wet zegt die volgorde niet met zoveel woorden.",
)
TERMIJN_WOONKOSTEN = Aanname(
    "termijn_woonkosten",
    "niet bepaald",
    "De verhoging voor hoge woonkosten geldt op verzoek en voor een beperkte termijn; die termijn (ministeriële regeling) "
    "is niet gevonden.",
)
WOONKOSTEN_GEHUWD = Aanname(
    "woonkosten_gehuwd",
    "volledig",
    "Bij gehuwden geldt de verhoging alleen voor zover het vrije inkomen van de partner niet genoeg is voor de hogere "
    "woonkosten. Dat is hier niet beoordeeld.",
)
ONDERGRENS_NA_AFTREK = Aanname(
    "ondergrens_na_aftrek",
    "nul",
    "Na aftrek is de beslagvrije voet nooit lager dan 0; de wet zegt dit niet.",
)
BIJSTAND_AANGEWEZEN = Aanname(
    "bijstand_aangewezen",
    "ja",
    "De bijstand is behandeld als een aangewezen uitkering van art. 475dc lid 2 Rv. De lijst met aangewezen "
    "uitkeringen (algemene maatregel van bestuur) is niet gevonden.",
)
ZONDER_95_PROCENT = Aanname(
    "zonder_95_procent",
    "overgeslagen",
    "Het inkomen onder beslag is niet opgegeven. De regel dat hooguit 95% daarvan vrij blijft (art. 475dc Rv) is "
    "daarom niet toegepast; de uitkomst kan te hoog zijn.",
)
INKOMEN_95_PROCENT = Aanname(
    "inkomen_95_procent",
    "alleen het inkomen onder beslag",
    "De 95% is genomen van het inkomen onder beslag. Art. 475dc Rv spreekt over al het periodieke inkomen; naar de "
    "letter kan de beslagvrije voet daarmee hoger zijn.",
)
AFRONDING = {
    Afronding.CENT: Aanname(
        "afronding",
        "cent",
        "De uitkomst is afgerond op centen, een halve cent naar boven. In de wet staat geen regel voor afronden.",
    ),
    Afronding.EURO_OMHOOG: Aanname(
        "afronding",
        "euro_omhoog",
        "De uitkomst is afgerond naar boven op hele euro's. In de wet staat geen regel voor afronden.",
    ),
}


def maak_aannames(invoer: BeslagvrijeVoetInvoer, formule: Formule) -> tuple[Aanname, ...]:
    """List the assumptions that were used, in the order of the calculation."""
    return tuple(_verzamel(invoer, formule))


def _verzamel(invoer: BeslagvrijeVoetInvoer, formule: Formule) -> Iterator[Aanname]:
    if formule.totaal is not None:
        yield JAARINKOMEN
        yield NEGATIEVE_ONDERDELEN[invoer.instellingen.negatieve_onderdelen]
        if invoer.leefsituatie.gehuwd and formule.zorg is not None and formule.zorg.waarde > 0:
            yield ZORGMAXIMUM_GEHUWD
    if invoer.inrichting_prijs is not None:
        yield from _over_de_inrichting(invoer)
    if formule.woonkosten is not None and formule.woonkosten.waarde > 0:
        yield from _over_woonkosten(invoer)
    yield from _over_aftrek_en_grens(invoer)
    yield AFRONDING[invoer.instellingen.afronding]


def _over_de_inrichting(invoer: BeslagvrijeVoetInvoer) -> Iterator[Aanname]:
    if invoer.leefsituatie.gehuwd:
        yield INRICHTING_GEHUWD
    if invoer.netto_maandinkomen is not None:
        yield INRICHTING_95_PROCENT


def _over_woonkosten(invoer: BeslagvrijeVoetInvoer) -> Iterator[Aanname]:
    if invoer.buiten_nederland:
        yield VOLGORDE_WOONLANDFACTOR
    yield TERMIJN_WOONKOSTEN
    if invoer.leefsituatie.gehuwd:
        yield WOONKOSTEN_GEHUWD


def _over_aftrek_en_grens(invoer: BeslagvrijeVoetInvoer) -> Iterator[Aanname]:
    eigen = invoer.ander_eigen_inkomen is not None
    if eigen or invoer.inkomen_partner is not None or invoer.bijtelling_auto is not None:
        yield ONDERGRENS_NA_AFTREK
    if invoer.bijstand is not None:
        yield BIJSTAND_AANGEWEZEN
    elif invoer.netto_maandinkomen is None:
        yield ZONDER_95_PROCENT
    if invoer.netto_maandinkomen is not None and eigen:
        yield INKOMEN_95_PROCENT
