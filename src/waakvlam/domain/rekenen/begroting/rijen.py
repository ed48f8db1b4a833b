"""A begroting as plain rows, for a spreadsheet: the first row is KOLOMMEN, every next one a line.

Reading wants the columns Post, Bedrag and Periode; Omschrijving may be absent. Soort and Groep follow from the post:
when they are there they must agree. `Per maand` is there to be read by a person and is not read back. Cells hold
texts and Decimals; whoever writes a file writes texts as text, so that no cell becomes a formula.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from waakvlam.domain.rekenen.afronden import rond_af_op_centen
from waakvlam.domain.rekenen.begroting.invoer import BegrotingInvoer, Begrotingsregel, lees_post
from waakvlam.domain.rekenen.begroting.posten import POSTEN, Post
from waakvlam.domain.rekenen.invoer import Invoerfout, Lezer, Veldfout
from waakvlam.domain.rekenen.vtlb import Periode

KOLOMMEN = ("Soort", "Groep", "Post", "Omschrijving", "Bedrag", "Periode", "Per maand")
NODIG = ("Post", "Bedrag", "Periode")

Rij = tuple[str | Decimal, ...]


def rijen(invoer: BegrotingInvoer) -> list[Rij]:
    """Give the header and a row for every line, in the order of the begroting."""
    return [KOLOMMEN, *(_maak_rij(regel) for regel in invoer.regels)]


def _maak_rij(regel: Begrotingsregel) -> Rij:
    return (
        _soort(regel.post),
        regel.post.groep.naam,
        regel.post.naam,
        regel.omschrijving or "",
        regel.bedrag,
        regel.periode.woord,
        rond_af_op_centen(regel.per_maand),
    )


def _soort(post: Post) -> str:
    return "Uitgave" if post.groep.is_uitgave else "Inkomst"


def lees_rijen(rijen: Iterable[Sequence[Any]]) -> tuple[Begrotingsregel, ...]:
    """Read the lines of rows; empty rows are passed over. Raises Invoerfout with every fault, as `rij 3.Bedrag`."""
    reeks = iter(rijen)
    kolommen = _lees_kop(next(reeks, ()))
    fouten: list[Veldfout] = []
    regels = [
        _lees_rij(Lezer(cellen, f"rij {nummer}", fouten))
        for nummer, rij in enumerate(reeks, 2)
        if (cellen := _neem_cellen(kolommen, rij))
    ]
    if not regels and not fouten:
        fouten.append(Veldfout("rij 2", "", "Er staan geen regels onder de kop."))
    if fouten:
        raise Invoerfout(fouten)
    return tuple(regels)


def _lees_kop(kop: Sequence[Any]) -> list[str]:
    bekend = {kolom.casefold(): kolom for kolom in KOLOMMEN}
    kolommen, fouten = [], []
    for cel in kop:
        naam = " ".join(str(cel or "").split())
        kolommen.append(bekend.get(naam.casefold(), ""))
        if naam and not kolommen[-1]:
            fouten.append(
                Veldfout("rij 1", naam[:40], f"Deze kolom is onbekend. Bekend zijn: {', '.join(KOLOMMEN)}.")
            )
        if kolommen[-1] and kolommen.count(kolommen[-1]) > 1:
            fouten.append(Veldfout("rij 1", naam, "Deze kolom staat er twee keer."))
    fouten += [
        Veldfout("rij 1", "", f"De kolom {kolom} ontbreekt. Nodig zijn: {', '.join(NODIG)}.")
        for kolom in NODIG
        if kolom not in kolommen
    ]
    if fouten:
        raise Invoerfout(fouten)
    return kolommen


def _neem_cellen(kolommen: Sequence[str], rij: Sequence[Any]) -> Mapping[str, Any]:
    gevuld = {kolom: cel for kolom, cel in zip(kolommen, rij, strict=False) if kolom and not _leeg(cel)}
    return {kolom: _als_tekst(kolom, cel) for kolom, cel in gevuld.items() if kolom != "Per maand"}


def _leeg(cel: Any) -> bool:
    return cel is None or (isinstance(cel, str) and not cel.strip())


def _als_tekst(kolom: str, cel: Any) -> Any:
    # A spreadsheet holds 0.1 + 0.2 as 0.30000000000000004; and a description such as 2024 comes out as a number.
    if kolom == "Bedrag":
        return f"{cel:.9f}" if isinstance(cel, float) else cel
    if isinstance(cel, str):
        return cel
    return f"{cel:g}" if isinstance(cel, float) else str(cel)


def _lees_rij(blok: Lezer) -> Begrotingsregel:
    post = lees_post(blok, "Post")
    if post is not None:
        _toets(blok, "Soort", _soort(post))
        _toets(blok, "Groep", post.groep.naam)
    else:
        blok.tekst("Soort")
        blok.tekst("Groep")
    bedrag = blok.bedrag("Bedrag", verplicht=True)
    periode = _lees_periode(blok)
    omschrijving = blok.tekst("Omschrijving")
    return Begrotingsregel(
        post or POSTEN["diversen"], bedrag or Decimal(0), periode or Periode.MAAND, omschrijving
    )


def _toets(blok: Lezer, kolom: str, verwacht: str) -> None:
    tekst = blok.tekst(kolom)
    if tekst and tekst.casefold() != verwacht.casefold():
        blok.meld(kolom, f"Bij deze post hoort '{verwacht}'. Kies een andere post of laat deze cel leeg.")


def _lees_periode(blok: Lezer) -> Periode | None:
    tekst = blok.tekst("Periode", verplicht=True)
    if tekst is None:
        return None
    for periode in Periode:
        if tekst.casefold() in (periode.woord, periode.value):
            return periode
    blok.meld("Periode", f"Kies uit: {', '.join(periode.woord for periode in Periode)}.")
    return None
