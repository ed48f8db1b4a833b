"""The posts of a begroting in Nibud's groups.

Bron: Nibud, methode van budgetteren (the three groups of expenses and what belongs in them). How each post is cut and
called is an assumption: Nibud's own list of posts was not seen.
"""

from dataclasses import dataclass
from enum import Enum


class Groep(Enum):
    """Income, and the three groups of expenses of Nibud, in the order in which they are shown."""

    INKOMSTEN = "inkomsten"
    VASTE_LASTEN = "vaste_lasten"
    RESERVERINGSUITGAVEN = "reserveringsuitgaven"
    HUISHOUDELIJKE_UITGAVEN = "huishoudelijke_uitgaven"

    @property
    def naam(self) -> str:
        """The group as a person reads it."""
        return self.value.replace("_", " ")

    @property
    def is_uitgave(self) -> bool:
        """Whether money goes out."""
        return self is not Groep.INKOMSTEN


@dataclass(frozen=True, slots=True)
class Post:
    """A kind of income or expense."""

    sleutel: str
    naam: str
    groep: Groep


_NAMEN = {
    Groep.INKOMSTEN: {
        "loon": "loon",
        "uitkering": "uitkering",
        "pensioen": "AOW en pensioen",
        "vakantiegeld": "vakantiegeld en eindejaarsuitkering",
        "zorgtoeslag": "zorgtoeslag",
        "huurtoeslag": "huurtoeslag",
        "kindgebonden_budget": "kindgebonden budget",
        "kinderopvangtoeslag": "kinderopvangtoeslag",
        "kinderbijslag": "kinderbijslag",
        "alimentatie_ontvangen": "alimentatie die binnenkomt",
        "teruggaven": "teruggaven van belasting",
        "bijdrage_inwonenden": "bijdrage van wie inwoont",
        "overig_inkomen": "overig inkomen",
    },
    Groep.VASTE_LASTEN: {
        "wonen": "huur of hypotheek",
        "gas": "gas of warmte",
        "elektriciteit": "elektriciteit",
        "water": "water",
        "lokale_lasten": "gemeente- en waterschapsbelasting",
        "communicatie": "telefoon, televisie en internet",
        "verzekeringen": "verzekeringen",
        "zorgpremie": "premie zorgverzekering",
        "onderwijs": "onderwijs",
        "kinderopvang": "kinderopvang",
        "contributies": "contributies en abonnementen",
        "vervoer": "vervoer",
        "alimentatie_betaald": "alimentatie die uitgaat",
        "aflossingen": "aflossingen",
        "overige_vaste_lasten": "overige vaste lasten",
    },
    Groep.RESERVERINGSUITGAVEN: {
        "kleding": "kleding en schoenen",
        "inventaris": "inventaris",
        "onderhoud": "onderhoud van huis en tuin",
        "ziektekosten": "eigen risico en ziektekosten die niet worden vergoed",
        "vrije_tijd": "vrije tijd",
        "overige_reserveringen": "overige reserveringen",
    },
    Groep.HUISHOUDELIJKE_UITGAVEN: {
        "voeding": "voeding",
        "schoonmaak": "was en schoonmaak",
        "verzorging": "persoonlijke verzorging",
        "huisdieren": "huisdieren",
        "diversen": "diversen",
    },
}

POSTEN = {
    sleutel: Post(sleutel, naam, groep)
    for groep, posten in _NAMEN.items()
    for sleutel, naam in posten.items()
}
"""Every post by its key, in the order in which they are shown."""


def zoek_post(tekst: str) -> Post | None:
    """Find a post by its key or its name, capitals or not; None when there is none."""
    gezocht = " ".join(tekst.split()).casefold()
    for post in POSTEN.values():
        if gezocht in (post.sleutel, post.naam.casefold()):
            return post
    return None


def noem_posten(uitgaven: bool) -> str:
    """List the keys of the posts of income or of expenses, for a message."""
    return ", ".join(post.sleutel for post in POSTEN.values() if post.groep.is_uitgave == uitgaven)
