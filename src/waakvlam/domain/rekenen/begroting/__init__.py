"""Begroting: income and expenses of a household, each with its own period, to a month exactly.

Bron: Nibud, methode van budgetteren. `rijen` and `lees_rijen` give and take plain rows for a spreadsheet.
"""

from waakvlam.domain.rekenen.begroting.bereken import bereken_begroting, maak_saldo
from waakvlam.domain.rekenen.begroting.invoer import (
    BegrotingInvoer,
    Begrotingsregel,
    Omstandigheid,
    lees_invoer,
    lees_velden,
)
from waakvlam.domain.rekenen.begroting.posten import POSTEN, Groep, Post
from waakvlam.domain.rekenen.begroting.rijen import KOLOMMEN, lees_rijen, rijen
from waakvlam.domain.rekenen.begroting.suggesties import (
    Suggestie,
    Suggestietabel,
    doe_suggesties,
)
from waakvlam.domain.rekenen.begroting.suggesties_lezen import get_standaardtabel, lees_suggestietabel
from waakvlam.domain.rekenen.begroting.vergelijken import (
    Begrotingsvergelijking,
    Begrotingsverschil,
    lees_vergelijking,
    vergelijk_begrotingen,
)

__all__ = [
    "KOLOMMEN",
    "POSTEN",
    "BegrotingInvoer",
    "Begrotingsregel",
    "Begrotingsvergelijking",
    "Begrotingsverschil",
    "Groep",
    "Omstandigheid",
    "Post",
    "Suggestie",
    "Suggestietabel",
    "bereken_begroting",
    "doe_suggesties",
    "get_standaardtabel",
    "lees_invoer",
    "lees_rijen",
    "lees_suggestietabel",
    "lees_velden",
    "lees_vergelijking",
    "maak_saldo",
    "rijen",
    "vergelijk_begrotingen",
]
