"""What weights alone may not decide: when two records are never, or not by machine, joined into one person.

What: named conditions over the levels of one pair. `TEGENSPRAAK` = they are two persons; a group that holds such a pair is
split. `TE_WEINIG` = they may be one person, but a human decides.

Why: weights add up pieces of evidence as if they were independent. In a household they are not: address, surname, and telephone
come together, and twins share the birth date as well. Joining two people shows one of them the arrears of the other
(design: an address is not a household), so these cases are rules and not numbers.
"""

from dataclasses import dataclass

from waakvlam.domain.matching.koppelen.niveaus import (
    ACHTERNAAM,
    ADRES,
    BSN,
    CONTACT,
    GEBOORTEDATUM,
    VOORNAAM,
    Vergelijking,
)


@dataclass(frozen=True)
class Regel:
    """A rule over the levels of one pair: `code`, the reason a consulent reads, and the SQL condition over `gamma_…`."""

    code: str
    label: str
    sql: str


def _is(vergelijking: Vergelijking, *codes: str) -> str:
    values = ", ".join(str(vergelijking.value_of(code)) for code in codes)
    return f"gamma_{vergelijking.code} in ({values})"


_BSN_EQUAL = _is(BSN, "gelijk")
_NO_BSN_PROOF = f"not ({_BSN_EQUAL})"
_BORN_CERTAIN = _is(GEBOORTEDATUM, "gelijk")
_BORN_STRONG = _is(GEBOORTEDATUM, "gelijk", "een_januari", "verwisseld", "cijfer")
_BORN_FITS = _is(
    GEBOORTEDATUM,
    "gelijk", "een_januari", "onvolledig", "verwisseld", "cijfer", "jaar_maand", "maand", "jaar_ernaast", "jaar_cijfer",
)  # fmt: skip
_BORN_UNKNOWN = f"gamma_{GEBOORTEDATUM.code} = -1"
_FIRST_NAME = (
    f"({_is(VOORNAAM, 'gelijk_letters', 'gelijk', 'tikfout', 'tweede')} or {_is(ACHTERNAAM, 'verwisseld')})"
)
_NAME_PROOF = f"({_FIRST_NAME} or {_is(VOORNAAM, 'letters', 'letter', 'passen')})"
_SURNAME_FITS = f"(not ({_is(ACHTERNAAM, 'anders')} or gamma_achternaam = -1))"
_SURNAME_GOOD = _is(
    ACHTERNAAM, "gelijk", "zonder_tussenvoegsel", "andere_volgorde", "verwisseld", "tikfout", "deel", "klank"
)
_SAME_ADDRESS = _is(ADRES, "gelijk", "toevoeging_weg")
_SAME_CONTACT = _is(CONTACT, "email", "telefoon")
_SAME_PLACE = f"({_SAME_ADDRESS} or {_SAME_CONTACT})"

TEGENSPRAAK: tuple[Regel, ...] = (
    Regel("bsn_anders", "verschillende burgerservicenummers: twee personen", _is(BSN, "anders")),
    Regel(
        "geboren_anders",
        "verschillende geboortedata (zoals bij ouder en kind): twee personen",
        f"{_NO_BSN_PROOF} and {_is(GEBOORTEDATUM, 'anders', 'jaar')}",
    ),
    Regel(
        "voornaam_anders",
        "verschillende voornamen of voorletters (zoals bij een tweeling): twee personen",
        f"{_NO_BSN_PROOF} and {_is(VOORNAAM, 'anders', 'letters_anders')}",
    ),
)

TE_WEINIG: tuple[Regel, ...] = (
    Regel(
        "bsn_andere_naam",
        "burgerservicenummer gelijk, maar de naam past niet",
        f"{_BSN_EQUAL} and ({_is(VOORNAAM, 'anders', 'letters_anders')} or {_is(GEBOORTEDATUM, 'anders')} or not ({_SURNAME_FITS} or {_NAME_PROOF}))",
    ),
    Regel(
        "alleen_adres",
        "adres (en achternaam) gelijk, maar niets dat op één persoon wijst: kan een huisgenoot zijn",
        f"{_NO_BSN_PROOF} and not {_NAME_PROOF} and not ({_BORN_CERTAIN})",
    ),
    Regel(
        "jaar_cijfer",
        "geboortejaar verschilt en de voornaam is niet bij beide bekend: kan ouder of kind zijn",
        f"{_NO_BSN_PROOF} and {_is(GEBOORTEDATUM, 'jaar_cijfer')} "
        f"and not (({_FIRST_NAME} or {_is(VOORNAAM, 'letters')}) and {_SURNAME_FITS})",
    ),
    Regel(
        "naam_zonder_datum",
        "zelfde naam, maar geboortedatum onbekend en adres of contact niet gelijk",
        f"{_NO_BSN_PROOF} and not ({_BORN_FITS}) and not ({_SAME_PLACE} or {_is(ADRES, 'cijfers_verwisseld')})",
    ),
    Regel(
        "andere_achternaam",
        "achternaam anders, en te weinig anders dat op één persoon wijst",
        f"{_NO_BSN_PROOF} and not {_SURNAME_FITS} and not ({_NAME_PROOF} and {_SAME_PLACE} and {_BORN_STRONG}) "
        f"and not ({_SAME_ADDRESS} and {_SAME_CONTACT} and ({_FIRST_NAME} or {_is(VOORNAAM, 'letters')}))",
    ),
    Regel(
        "ander_contact",
        "alleen naam en adres passen en telefoon of e-mail verschilt: kan een huisgenoot met dezelfde voorletter zijn",
        f"{_NO_BSN_PROOF} and {_BORN_UNKNOWN} and {_is(CONTACT, 'anders')} and not ({_FIRST_NAME})",
    ),
    Regel(
        "voornaam_lijkt",
        "voornaam lijkt alleen en de geboortedatum is niet bij beide bekend: kan een broer of zus zijn",
        f"{_NO_BSN_PROOF} and {_BORN_UNKNOWN} and {_is(VOORNAAM, 'tikfout')} and not ({_SAME_CONTACT})",
    ),
    Regel(
        "lijkt_elders",
        "achternaam lijkt alleen, op een ander adres",
        f"{_NO_BSN_PROOF} and not ({_SURNAME_GOOD}) and not {_SAME_PLACE}",
    ),
)


def rule_case_sql(regels: tuple[Regel, ...]) -> str:
    """The code of the first rule that holds for a pair, or null."""
    return "case " + " ".join(f"when {regel.sql} then '{regel.code}'" for regel in regels) + " end"


REGEL_LABELS = {regel.code: regel.label for regel in TEGENSPRAAK + TE_WEINIG}
