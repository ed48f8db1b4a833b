"""What two records are compared on, and how alike they can be: small labelled levels, best first.

What: each `Vergelijking` (comparison) is a list of `Niveau` (level). The first level whose condition holds is the one that
counts. A level carries the label a consulent reads, the SQL condition over one pair (`naam_l`, `naam_r`) and whether it
speaks for or against one person. How much it speaks is data: `gewichten.yaml`.

Why: the same objects build the Splink settings of every engine, explain an uncertain pair and can be read by someone who
knows the work and not the code. Their truth tables are in `tests/domain/matching/koppelen/test_niveaus.py`.

First name and initials are one comparison, because they say the same thing twice; so are the forms of the surname.
"""

from dataclasses import dataclass
from enum import Enum


class Richting(Enum):
    """Whether a level speaks for or against two records being one person."""

    VOOR = "voor"
    TEGEN = "tegen"
    ONBEKEND = "onbekend"


@dataclass(frozen=True)
class Niveau:
    """One degree of likeness: `code` in data and rules, `label` on screen, `sql` over one pair (None = all other pairs)."""

    code: str
    label: str
    sql: str | None
    richting: Richting


@dataclass(frozen=True)
class Vergelijking:
    """One thing two records are compared on. `leeg` is the condition under which there is nothing to compare."""

    code: str
    label: str
    leeg: str
    niveaus: tuple[Niveau, ...]

    def value_of(self, code: str) -> int:
        """The number by which the engine reports level `code`: the last level is 0, nothing to compare is -1."""
        codes = [niveau.code for niveau in reversed(self.niveaus)]
        return codes.index(code)

    def level_at(self, value: int) -> Niveau | None:
        """The level the engine reports as `value`; None when there was nothing to compare."""
        return None if value < 0 else self.niveaus[len(self.niveaus) - 1 - value]

    def case_sql(self) -> str:
        """The level of a pair as one SQL expression, with the numbers of `value_of`."""
        top = len(self.niveaus) - 1
        whens = [
            f"when {niveau.sql} then {top - i}"
            for i, niveau in enumerate(self.niveaus)
            if niveau.sql is not None
        ]
        return f"case when {self.leeg} then -1 {' '.join(whens)} else 0 end"


def _missing(column: str) -> str:
    return f"{column}_l is null or {column}_r is null"


def _equal(column: str) -> str:
    return f"{column}_l = {column}_r"


def _typo(left: str, right: str) -> str:
    """One wrong, missing, extra or swapped letter; two in a long word. Never in a word of three letters or fewer."""
    shortest, longest = (
        f"least(length({left}), length({right}))",
        f"greatest(length({left}), length({right}))",
    )
    return (
        f"(({shortest} >= 4 or ({shortest} = 3 and {longest} = 4)) and abs(length({left}) - length({right})) <= 2 "
        f"and damerau_levenshtein({left}, {right}) <= case when {shortest} >= 8 then 2 else 1 end)"
    )


def _voor(code: str, label: str, sql: str) -> Niveau:
    return Niveau(code, label, sql, Richting.VOOR)


def _tegen(code: str, label: str, sql: str | None = None) -> Niveau:
    return Niveau(code, label, sql, Richting.TEGEN)


def _near(left: str, right: str) -> str:
    return f"({left} = {right} or {_typo(left, right)})"


# One name must be in the other's field letter for letter; the other may hold a typing error. A case, not `and`: it stops early.
_NAMES_SWAPPED = (
    "coalesce(case when naam_kern_l = naam_kern_r then false "
    f"when naam_kern_l = voornamen_r then {_near('voornamen_l', 'naam_kern_r')} "
    f"when naam_kern_r = voornamen_l then {_near('naam_kern_l', 'voornamen_r')} else false end, false)"
)
_SHARED_PART = "(deel1_l = deel1_r or deel1_l = deel2_r or deel2_l = deel1_r or deel2_l = deel2_r)"
_SHARED_PART_TYPO = " or ".join(
    _typo(left, right) for left in ("deel1_l", "deel2_l") for right in ("deel1_r", "deel2_r")
)

ACHTERNAAM = Vergelijking(
    "achternaam",
    "Achternaam",
    _missing("naam_kern"),
    (
        _voor("gelijk", "achternaam gelijk", f"{_equal('naam_kern')} and {_equal('voorvoegsel')}"),
        _voor("zonder_tussenvoegsel", "achternaam gelijk, tussenvoegsel anders of weg", _equal("naam_kern")),
        _voor(
            "andere_volgorde", "zelfde delen van de achternaam in een andere volgorde", _equal("naam_sleutel")
        ),
        _voor("verwisseld", "voornaam en achternaam verwisseld", _NAMES_SWAPPED),
        _voor("tikfout", "achternaam gelijk op een tikfout na", _typo("naam_kern_l", "naam_kern_r")),
        _voor(
            "deel", "een deel van de dubbele naam gelijk (eigen naam of naam van de partner)", _SHARED_PART
        ),
        _voor("klank", "achternaam klinkt gelijk", f"{_equal('klank1')} and length(klank1_l) >= 3"),
        _voor(
            "deel_tikfout",
            "een deel van de dubbele naam gelijk op een tikfout na",
            f"(deel2_l is not null or deel2_r is not null) and ({_SHARED_PART_TYPO})",
        ),
        _voor(
            "lijkt",
            "achternaam lijkt erop",
            "jaro_winkler_similarity(naam_kern_l, naam_kern_r) >= 0.90 and length(naam_kern_l) >= 5 and length(naam_kern_r) >= 5",
        ),
        _tegen("anders", "achternaam anders"),
    ),
)

_BOTH_NAMES = "voornaam1_l is not null and voornaam1_r is not null"

VOORNAAM = Vergelijking(
    "voornaam",
    "Voornaam en voorletters",
    f"{_missing('voorletters')} or {_NAMES_SWAPPED}",  # swapped names have spoken already, at the surname
    (
        _voor(
            "gelijk_letters",
            "voornaam en alle voorletters gelijk",
            f"{_equal('voornaam1')} and {_equal('voorletters')} and length(voorletters_l) >= 2",
        ),
        _voor("gelijk", "voornaam gelijk", f"{_equal('voornaam1')} or {_equal('voornamen')}"),
        _voor(
            "tikfout",
            "voornaam gelijk op een tikfout na",
            f"{_typo('voornaam1_l', 'voornaam1_r')} or jaro_winkler_similarity(voornaam1_l, voornaam1_r) >= 0.92",
        ),
        _voor(
            "tweede",
            "een van de voornamen gelijk",
            "(voornaam1_l = voornaam2_r or voornaam2_l = voornaam1_r)",
        ),
        _tegen("anders", "voornaam anders", _BOTH_NAMES),
        _voor(
            "letters",
            "voorletters gelijk (twee of meer)",
            f"{_equal('voorletters')} and length(voorletters_l) >= 2",
        ),
        _voor("letter", "voorletter past bij de voornaam of voorletter", _equal("voorletters")),
        _voor(
            "passen",
            "voorletters passen bij de voornaam",
            "(starts_with(voorletters_l, voorletters_r) or starts_with(voorletters_r, voorletters_l))",
        ),
        _voor(
            "een_past",
            "een van de voorletters past",
            "(contains(voorletters_l, voorletters_r) or contains(voorletters_r, voorletters_l))",
        ),
        _voor(
            "letters_klank",
            "voorletters klinken gelijk (c/k, f/v, s/z)",
            "translate(voorletters_l, 'kvz', 'cfs') = translate(voorletters_r, 'kvz', 'cfs') "
            "or (length(voorletters_l) = 1 or length(voorletters_r) = 1) "
            "and translate(substr(voorletters_l, 1, 1), 'kvz', 'cfs') = translate(substr(voorletters_r, 1, 1), 'kvz', 'cfs')",
        ),
        _tegen("letters_anders", "voorletters anders"),
    ),
)

_SAME_YEAR = "jaar_l = jaar_r"
_DAY_1_JAN = "maand_l = 1 and dag_l = 1"

GEBOORTEDATUM = Vergelijking(
    "geboortedatum",
    "Geboortedatum",
    _missing("jaar"),
    (
        _voor("gelijk", "geboortedatum gelijk", f"{_equal('geboren')} and not ({_DAY_1_JAN})"),
        _voor("een_januari", "geboortedatum gelijk (1 januari, kan ‘onbekend’ betekenen)", _equal("geboren")),
        _voor(
            "onvolledig",
            "geboortedatum past, maar is niet volledig",
            f"{_SAME_YEAR} and coalesce(maand_l = maand_r, true) and coalesce(dag_l = dag_r, true)",
        ),
        _voor(
            "verwisseld",
            "geboortedatum: dag en maand verwisseld",
            f"{_SAME_YEAR} and maand_l = dag_r and dag_l = maand_r",
        ),
        _voor(
            "cijfer",
            "geboortedatum: één cijfer van dag of maand anders",
            f"{_SAME_YEAR} and (damerau_levenshtein(geboren_l, geboren_r) = 1 or (maand_l = maand_r and abs(dag_l - dag_r) = 1))",
        ),
        _voor("jaar_maand", "geboortedatum: alleen de dag anders", f"{_SAME_YEAR} and maand_l = maand_r"),
        _voor("maand", "geboortedatum: alleen de maand anders", f"{_SAME_YEAR} and dag_l = dag_r"),
        _voor(
            "jaar_ernaast",
            "geboortedatum: het jaar één of tien ernaast",
            "abs(jaar_l - jaar_r) in (1, 10) and maand_l = maand_r and dag_l = dag_r and dag_l <> 1",
        ),
        _voor(
            "jaar_cijfer",
            "geboortedatum: één cijfer van het jaar anders",
            "damerau_levenshtein(geboren_l, geboren_r) = 1",
        ),
        _tegen("jaar", "alleen het geboortejaar gelijk", _SAME_YEAR),
        _tegen("anders", "geboortedatum anders"),
    ),
)

BSN = Vergelijking(
    "bsn",
    "Burgerservicenummer",
    _missing("bsn"),
    (
        _voor("gelijk", "burgerservicenummer gelijk", _equal("bsn")),
        _tegen("anders", "burgerservicenummer anders"),
    ),
)

ADRES = Vergelijking(
    "adres",
    "Adres",
    _missing("adres"),
    (
        _voor("gelijk", "zelfde adres", f"{_equal('adres')} and not vol_l and not vol_r"),
        _voor(
            "gelijk_vol", "zelfde adres, maar daar staan veel namen (zoals een briefadres)", _equal("adres")
        ),
        _voor(
            "toevoeging_weg",
            "zelfde postcode en huisnummer, toevoeging bij één van de twee niet vermeld",
            f"{_equal('pand')} and (adres_l = replace(pand_l, ' ', '') or adres_r = replace(pand_r, ' ', ''))",
        ),
        _voor("toevoeging", "zelfde postcode en huisnummer, andere toevoeging", _equal("pand")),
        _voor(
            "cijfers_verwisseld",
            "adres gelijk op twee verwisselde cijfers na",
            "(length(pand_l) = length(pand_r) and levenshtein(pand_l, pand_r) = 2 and damerau_levenshtein(pand_l, pand_r) = 1)",
        ),
        _voor("postcode", "zelfde postcode, ander huisnummer", _equal("postcode")),
        _tegen("anders", "ander adres"),
    ),
)

CONTACT = Vergelijking(
    "contact",
    "Telefoon en e-mail",
    "(email_l is null or email_r is null) and (telefoon_l is null or telefoon_r is null)",
    (
        _voor("email", "e-mailadres gelijk", _equal("email")),
        _voor("telefoon", "telefoonnummer gelijk", _equal("telefoon")),
        _tegen("anders", "telefoon of e-mail anders"),
    ),
)

VERGELIJKINGEN: tuple[Vergelijking, ...] = (ACHTERNAAM, VOORNAAM, GEBOORTEDATUM, BSN, ADRES, CONTACT)
