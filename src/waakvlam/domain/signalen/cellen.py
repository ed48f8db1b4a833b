"""How one cell is read: per kind of cell the SQL that reads it, and what to say when it can't.

A cell is read in two steps. `vooraf` brings it to one notation, `waarde` checks
that and gives the typed value. Both are functions from a column reference to
SQL text (DuckDB); the column is already trimmed, an empty cell is null. Reading
never guesses: what does not fit gives null, and a null where there was text is
an error of that cell.
Bron: contract.md section 1, "How cells are read".
"""

from collections.abc import Callable
from dataclasses import dataclass

from waakvlam.domain.signalen.kolommen import Celsoort
from waakvlam.domain.signalen.soorten import get_soortnamen

# Everything Unicode calls white space, the zero-width space and the byte order mark.
WIT = (
    "\t\n\x0b\x0c\r\x20\x85\xa0\u1680"
    + "".join(map(chr, range(0x2000, 0x200C)))
    + "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
_WIT_KLASSE = r"'[\s\x{85}\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]'"

MAX_MAANDEN = 1200
MAX_HUISNUMMER = 500
JA = ("ja", "j", "yes", "y", "true", "waar", "1", "x")
NEE = ("nee", "n", "no", "false", "onwaar", "0")

Sql = Callable[[str], str]


@dataclass(frozen=True)
class Leesregel:
    """How a kind of cell is read: its two steps in SQL, its type, and what to say when it fails."""

    vooraf: Sql
    waarde: Sql
    sqltype: str
    fout: str


def _zelfde(c: str) -> str:
    return c


def _zonder_wit(c: str) -> str:
    return f"regexp_replace({c}, {_WIT_KLASSE}, '', 'g')"


_JAAR_EERST = r"'^(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2}))$'"
_DAG_EERST = r"'^(?:(\d{1,2})-(\d{1,2})-|(\d{1,2})/(\d{1,2})/|(\d{1,2})\.(\d{1,2})\.)(\d{4})$'"
_DATUMTIJD = r"'^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)?$'"


def _groepen(c: str, patroon: str, *nummers: int) -> str:
    """The one group of several alternatives that is filled, padded to two digits."""
    delen = " || ".join(f"regexp_extract({c}, {patroon}, {nr})" for nr in nummers)
    return f"lpad({delen}, 2, '0')"


def _datumtekst(c: str) -> str:
    """Bring every accepted notation of a full date to JJJJ-MM-DD, still unchecked."""
    jaar_eerst = f"{c}[1:4] || '-' || {_groepen(c, _JAAR_EERST, 2, 4, 6)} || '-' || {_groepen(c, _JAAR_EERST, 3, 5, 7)}"
    dag_eerst = (
        f"{c}[-4:] || '-' || {_groepen(c, _DAG_EERST, 2, 4, 6)} || '-' || {_groepen(c, _DAG_EERST, 1, 3, 5)}"
    )
    return f"""case
        when regexp_matches({c}, '^\\d{{4}}-\\d\\d-\\d\\d$') then {c}
        when regexp_matches({c}, '^\\d\\d-\\d\\d-\\d{{4}}$') then {c}[7:10] || '-' || {c}[4:5] || '-' || {c}[1:2]
        when regexp_matches({c}, '^\\d{{8}}$') then {c}[1:4] || '-' || {c}[5:6] || '-' || {c}[7:8]
        when regexp_matches({c}, {_JAAR_EERST}) then {jaar_eerst}
        when regexp_matches({c}, {_DAG_EERST}) then {dag_eerst}
        when regexp_matches({c}, {_DATUMTIJD}) then {c}[1:10]
    end"""


def _datum(v: str) -> str:
    """A full date that exists; there is no year 0000."""
    return f"case when not starts_with({v}, '0000') then try_cast({v} as date) end"


def _geboortedatumtekst(c: str) -> str:
    """As a full date, and also a year, or a year and a month; what is unknown becomes 00."""
    return f"""case
        when regexp_matches({c}, '^\\d{{4}}-\\d\\d-\\d\\d$') then {c}
        when regexp_matches({c}, '^\\d{{4}}$') then {c} || '-00-00'
        when regexp_matches({c}, '^\\d{{4}}[-/.]\\d{{1,2}}$') then {c}[1:4] || '-' || lpad({c}[6:], 2, '0') || '-00'
        when regexp_matches({c}, '^\\d{{1,2}}[-/.]\\d{{4}}$')
            then {c}[-4:] || '-' || lpad(regexp_extract({c}, '^\\d+'), 2, '0') || '-00'
        else {_datumtekst(c)}
    end"""


def _geboortedatum(v: str) -> str:
    """A date of which month and day may be 00; when both are known it must exist."""
    return f"""case
        when starts_with({v}, '0000') or {v}[6:7] > '12' or {v}[9:10] > '31' then null
        when {v}[6:7] = '00' or {v}[9:10] = '00' or try_cast({v} as date) is not null then {v}
    end"""


# As most programs write it: this alone needs no other work.
_KAAL_GELD = r"'^\d{1,12}([.,]\d{1,2})?$'"
# A plain number, or one grouped in threes by one sign; decimals by the other sign.
_GELD = (
    r"'^(\d{1,12}|[1-9]\d{0,2}(\.\d{3}){1,3})(,\d{1,2})?$"
    r"|^(\d{1,12}|[1-9]\d{0,2}(,\d{3}){1,3})(\.\d{1,2})?$'"
)


def _kaal_bedrag(c: str) -> str:
    """Without white space, currency and a trailing `,-`."""
    kaal = (
        f"regexp_replace(regexp_replace({_zonder_wit(c)}, '^(€|(?i:EUR))|(€|(?i:EUR))$', ''), '[.,]-$', '')"
    )
    return f"case when regexp_matches({c}, {_KAAL_GELD}) then {c} else {kaal} end"


def _geld(v: str) -> str:
    """Euros with two decimals."""
    heel = f"regexp_replace(regexp_replace({v}, '[.,]\\d{{1,2}}$', ''), '[.,]', '', 'g')"
    cent = f"coalesce(nullif(regexp_extract({v}, '[.,](\\d{{1,2}})$', 1), ''), '0')"
    return f"""case
        when regexp_matches({v}, {_KAAL_GELD}) then try_cast(replace({v}, ',', '.') as decimal(15, 2))
        when regexp_matches({v}, {_GELD}) then try_cast({heel} || '.' || {cent} as decimal(15, 2))
    end"""


# Room for every digit a partner's program writes: rounded earlier, 1.0166666666666666 months become 31 days.
_MAANDENTYPE = "decimal(32, 28)"


def _maanden(v: str) -> str:
    return f"""case when regexp_matches({v}, '^\\d{{1,4}}(\\.\\d+)?$') and try_cast({v} as double) <= {MAX_MAANDEN}
        then try_cast({v} as {_MAANDENTYPE}) end"""


def _woorden(woorden: tuple[str, ...]) -> str:
    return ", ".join(f"'{woord}'" for woord in woorden)


def _janee(v: str) -> str:
    return f"case when {v} in ({_woorden(JA)}) then true when {v} in ({_woorden(NEE)}) then false end"


def _soort(v: str) -> str:
    keuzen = " ".join(f"when '{naam.lower()}' then '{naam}'" for naam in get_soortnamen())
    return f"case {v} {keuzen} end"


def _bsn(v: str) -> str:
    """Nine digits that pass the elfproef: weights 9..2 and -1 (domain.md 3.3)."""
    som = " + ".join(f"{9 - i} * try_cast({v}[{i + 1}] as integer)" for i in range(8))
    return f"""case when regexp_matches({v}, '^\\d{{9}}$') and {v} <> '000000000'
        and ({som} - try_cast({v}[9] as integer)) % 11 = 0 then {v} end"""


HUISNUMMER = r"'(?s)^0*([1-9]\d{0,8})(\D.*)?$'"


def _huisnummer(v: str) -> str:
    """Number and suffix; the suffix becomes part of a key, so it is no longer than other text and can be kept."""
    nummer = f"try_cast(nullif(regexp_extract({v}, {HUISNUMMER}, 1), '') as integer)"
    return f"case when length({v}) <= {MAX_HUISNUMMER} and not contains({v}, chr(0)) then {nummer} end"


LEESREGELS: dict[Celsoort, Leesregel] = {
    Celsoort.DATUM: Leesregel(
        _datumtekst,
        _datum,
        "date",
        "Dit is geen bestaande datum. Schrijf bijvoorbeeld 25-09-2026 of 2026-09-25.",
    ),
    Celsoort.GEBOORTEDATUM: Leesregel(
        _geboortedatumtekst,
        _geboortedatum,
        "varchar",
        "Dit is geen geboortedatum. Schrijf bijvoorbeeld 31-12-1985, of 1985 als alleen het jaar bekend is.",
    ),
    Celsoort.GELD: Leesregel(
        _kaal_bedrag,
        _geld,
        "decimal(15, 2)",
        "Dit is geen bedrag van 0 of meer. Schrijf bijvoorbeeld 1234,56 of 1.234,56.",
    ),
    Celsoort.MAANDEN: Leesregel(
        lambda c: f"replace({c}, ',', '.')",
        _maanden,
        _MAANDENTYPE,
        f"Dit is geen aantal maanden. Schrijf een getal van 0 tot en met {MAX_MAANDEN}, bijvoorbeeld 2 of 2,5.",
    ),
    Celsoort.JANEE: Leesregel(
        lambda c: f"lower({c})", _janee, "boolean", "Schrijf ja of nee, of laat de cel leeg."
    ),
    Celsoort.GEMEENTECODE: Leesregel(
        lambda c: f"case when length({c}) < 4 then lpad({c}, 4, '0') else {c} end",
        lambda v: f"case when regexp_matches({v}, '^\\d{{4}}$') then {v} end",
        "varchar",
        "Dit is geen gemeentecode. Schrijf de vier cijfers van het CBS, bijvoorbeeld 0406.",
    ),
    Celsoort.SOORT: Leesregel(
        lambda c: f"lower({c})",
        _soort,
        "varchar",
        f"Dit is geen soort signaal. Kies uit: {', '.join(get_soortnamen())}.",
    ),
    Celsoort.BSN: Leesregel(
        lambda c: f"case when length({c}) = 8 then '0' || {c} else {c} end",
        _bsn,
        "varchar",
        "Dit is geen geldig BSN. Controleer de negen cijfers, of laat de cel leeg.",
    ),
    Celsoort.POSTCODE: Leesregel(
        _zonder_wit,
        # Letters are checked before they become capitals: the capital of a Turkish ı would pass for an I.
        lambda v: f"case when regexp_matches({v}, '^[1-9][0-9]{{3}}[A-Za-z]{{2}}$') then upper({v}) end",
        "varchar",
        "Dit is geen postcode. Schrijf vier cijfers en twee letters, bijvoorbeeld 1234 AB.",
    ),
    Celsoort.HUISNUMMER: Leesregel(
        _zelfde,
        _huisnummer,
        "integer",
        "Dit is geen huisnummer. Begin met het nummer, bijvoorbeeld 12 of 12-A, en schrijf er geen vreemde tekens of "
        f"meer dan {MAX_HUISNUMMER} tekens bij.",
    ),
}
