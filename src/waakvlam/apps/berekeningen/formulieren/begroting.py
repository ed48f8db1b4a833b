"""The questions of a begroting. Bron: Nibud, methode van budgetteren."""

from waakvlam.apps.berekeningen.formulieren.beslagvrije_voet import PEILDATUM
from waakvlam.apps.berekeningen.formulieren.opzet import Groep, Opzet, Rijen, Veld, Veldsoort
from waakvlam.apps.berekeningen.formulieren.vtlb import BEDRAG, PERIODE
from waakvlam.domain.rekenen.begroting import POSTEN

_WAT = Veld("omschrijving", "Wat precies", Veldsoort.TEKST)
OMSTANDIGHEDEN = (
    ("rechten_niet_benut", "Er zijn rechten die nog niet zijn aangevraagd"),
    ("geen_overzicht", "Er is geen overzicht van wat er binnenkomt en uitgaat"),
    ("achterstand_vaste_lasten", "Er zijn achterstanden in de vaste lasten"),
    ("kan_niet_zelf_beheren", "De inwoner kan het geld nu niet zelf beheren"),
)


def _posten(*, uitgave: bool) -> tuple[tuple[str, str], ...]:
    return tuple(
        (sleutel, post.naam[:1].upper() + post.naam[1:])
        for sleutel, post in POSTEN.items()
        if post.groep.is_uitgave == uitgave
    )


def _rijen(pad: str, titel: str, een: str, intro: str, begin: int) -> Rijen:
    post = Veld("post", "Post", Veldsoort.LIJST, keuzes=_posten(uitgave=pad == "uitgaven"))
    return Rijen(pad, titel, een, (post, BEDRAG, PERIODE, _WAT), intro=intro, begin=begin)


OPZET = Opzet(
    "begroting",
    "Inkomsten en uitgaven van een huishouden, elk met een eigen periode, omgerekend naar een maand.",
    (
        Groep("Dag", (PEILDATUM,)),
        Groep(
            "Inkomsten",
            (
                _rijen(
                    "inkomsten",
                    "Inkomsten",
                    "inkomen",
                    "Alles wat netto binnenkomt. Staat op: loonstrook, uitkeringsspecificatie, beschikking toeslagen.",
                    2,
                ),
            ),
        ),
        Groep(
            "Uitgaven",
            (
                _rijen(
                    "uitgaven",
                    "Uitgaven",
                    "uitgave",
                    "Vaste lasten, reserveringen en huishoudgeld. Staat op: bankafschriften van de laatste drie maanden.",
                    4,
                ),
            ),
        ),
        Groep(
            "Wat u verder ziet",
            tuple(
                Veld(
                    "omstandigheden",
                    label,
                    Veldsoort.JA_NEE,
                    "Bepaalt welke hulp wordt voorgesteld.",
                    in_lijst=sleutel,
                )
                for sleutel, label in OMSTANDIGHEDEN
            ),
        ),
    ),
)
