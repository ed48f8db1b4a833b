"""A begroting from its lines: each to a month exactly, per group, and what is left. Bron: Nibud, methode van budgetteren."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from waakvlam.domain.rekenen.afronden import rond_af_op_centen
from waakvlam.domain.rekenen.begroting.invoer import BegrotingInvoer, Begrotingsregel
from waakvlam.domain.rekenen.begroting.posten import Groep
from waakvlam.domain.rekenen.begroting.suggesties import Stand, Suggestietabel, doe_suggesties
from waakvlam.domain.rekenen.begroting.suggesties_lezen import get_standaardtabel
from waakvlam.domain.rekenen.invoer import Invoerfout, Veldfout
from waakvlam.domain.rekenen.kern import get_kern
from waakvlam.domain.rekenen.uitkomst import Aanname, Rekenuitkomst
from waakvlam.domain.rekenen.uitleg import EURO, Stap, gegeven, schrijf_getal
from waakvlam.domain.rekenen.vtlb import Periode

NIBUD = "Nibud, methode van budgetteren"
OMREKENING = f"{NIBUD}: 52 weken, 13 keer vier weken, 4 kwartalen of 12 maanden in een jaar"


def bereken_begroting(invoer: BegrotingInvoer, tabel: Suggestietabel | None = None) -> Rekenuitkomst:
    """Compute what is left per month (below zero: a deficit), with its whole explanation.

    `extra` holds the totals, each group and line per month, and suggestions from `tabel` (the gemeente's own, or the
    one that comes with Waakvlam). Amounts are exact; only what is shown is rounded to cents.
    """
    tabel = tabel or get_standaardtabel()
    saldo = maak_saldo(invoer)
    inkomsten, uitgaven = saldo.invoer
    stand = Stand(saldo.waarde, inkomsten.waarde, _som(invoer.get_regels(Groep.VASTE_LASTEN)))
    extra: dict[str, Any] = {
        "inkomsten_per_maand": _schrijf(inkomsten.waarde),
        "uitgaven_per_maand": _schrijf(uitgaven.waarde),
        "saldo_per_jaar": _schrijf(12 * (inkomsten.waarde - uitgaven.waarde)),
        "tekort": saldo.waarde < 0,
        "groepen": [_schrijf_groep(invoer, groep) for groep in Groep],
        "suggesties": [s.als_dict() for s in doe_suggesties(tabel, stand, invoer.omstandigheden)],
    }
    return Rekenuitkomst(
        saldo.waarde, invoer.peildatum, saldo, _maak_aannames(invoer, tabel), get_kern(), extra
    )


def maak_saldo(invoer: BegrotingInvoer) -> Stap:
    """Explain what is left: income less expenses, every group the sum of its lines.

    Raises Invoerfout when there is no line of income or none of expenses: what is not known is not zero.
    """
    _toets_compleet(invoer)
    namen: Counter[str] = Counter()
    inkomsten = _maak_groep(invoer, Groep.INKOMSTEN, namen)
    groepen = tuple(
        _maak_groep(invoer, groep, namen) for groep in Groep if groep.is_uitgave and invoer.get_regels(groep)
    )
    uitgaven = _tel_op("uitgaven", groepen)
    return Stap(
        "saldo per maand",
        rond_af_op_centen(inkomsten.waarde - uitgaven.waarde),
        f"afgerond op centen ({inkomsten.naam} − {uitgaven.naam})",
        (inkomsten, uitgaven),
        bron=NIBUD,
    )


def _toets_compleet(invoer: BegrotingInvoer) -> None:
    fouten = [
        Veldfout(veld, "", "Geef ten minste één regel. Is er niets, vul dan een regel met bedrag 0 in.")
        for veld, uitgave in (("inkomsten", False), ("uitgaven", True))
        if not any(regel.post.groep.is_uitgave == uitgave for regel in invoer.regels)
    ]
    if fouten:
        raise Invoerfout(fouten)


def _maak_groep(invoer: BegrotingInvoer, groep: Groep, namen: Counter[str]) -> Stap:
    return _tel_op(groep.naam, tuple(_maak_regel(regel, namen) for regel in invoer.get_regels(groep)))


def _tel_op(naam: str, stappen: tuple[Stap, ...]) -> Stap:
    formule = " + ".join(stap.naam for stap in stappen)
    return Stap(naam, sum((stap.waarde for stap in stappen), Decimal(0)), formule, stappen, bron=NIBUD)


def _maak_regel(regel: Begrotingsregel, namen: Counter[str]) -> Stap:
    namen[regel.naam] += 1
    naam = regel.naam if namen[regel.naam] == 1 else f"{regel.naam} ({namen[regel.naam]})"
    if regel.periode is Periode.MAAND:
        return gegeven(naam, regel.bedrag)
    keer, gedeeld = regel.periode.per_maand
    per = gegeven(f"{naam} per {regel.periode.woord}", regel.bedrag, f"euro per {regel.periode.woord}")
    maal = f" × {keer}" if keer > 1 else ""
    return Stap(naam, regel.per_maand, f"{per.naam}{maal} / {gedeeld}", (per,), bron=OMREKENING)


def _schrijf_groep(invoer: BegrotingInvoer, groep: Groep) -> dict[str, Any]:
    regels = invoer.get_regels(groep)
    return {
        "groep": groep.value,
        "naam": groep.naam,
        "per_maand": _schrijf(_som(regels)) if regels else None,
        "regels": [
            {
                "post": regel.post.sleutel,
                "naam": regel.naam,
                "bedrag": schrijf_getal(regel.bedrag, EURO),
                "periode": regel.periode.value,
                "per_maand": _schrijf(regel.per_maand),
            }
            for regel in regels
        ],
    }


def _som(regels: Iterable[Begrotingsregel]) -> Decimal:
    return sum((regel.per_maand for regel in regels), Decimal(0))


def _schrijf(bedrag: Decimal) -> str:
    return schrijf_getal(bedrag, EURO)


def _maak_aannames(invoer: BegrotingInvoer, tabel: Suggestietabel) -> tuple[Aanname, ...]:
    leeg = [groep.naam for groep in Groep if not invoer.get_regels(groep)]
    aannames = [
        Aanname(
            "posten",
            "eigen indeling",
            "De drie groepen zijn die van het Nibud. De posten daarbinnen zijn onze eigen indeling; de lijst van het Nibud "
            "zelf is niet gezien.",
        ),
        Aanname(
            "suggesties",
            tabel.naam,
            "De suggesties komen uit een tabel die de gemeente zelf kan aanpassen. De consulent beslist.",
        ),
    ]
    if leeg:
        tekst = "Hier is niets ingevuld. Klopt dat niet, dan is het saldo in werkelijkheid lager."
        aannames.insert(0, Aanname("lege_groepen", ", ".join(leeg), tekst))
    return tuple(aannames)
