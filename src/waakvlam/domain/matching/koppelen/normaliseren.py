"""Dutch names, dates and contact details in a form in which two writings of one person can be compared.

What: SQL text (DuckDB's dialect, kept inside what sqlglot carries to Spark) that turns the columns of a levering into
the columns that the levels in `niveaus.py` look at. The adapter executes it; nothing here touches an engine.

Why SQL and not Python functions: one definition serves every engine, runs over 100 000 records in well under a second
and is tested by literal truth tables (`tests/domain/matching/koppelen/test_normaliseren.py`).

Spelling rules used: `ij`, `y` and the ligature are one letter; accents are not told apart; a tussenvoegsel may be in its own
column, in front of the name or behind a comma; a double name is a list of parts in any order.
"""

from waakvlam.domain.matching.koppelen.woorden import (
    HANDELEND_ONDER,
    NAAMSCHEIDERS,
    TITELS,
    TUSSENVOEGSELS,
    ZAAKWOORDEN,
)

_APOSTROPHES = "[’‘`´''.]"  # doubled: this stands inside an SQL string


def _any_of(words: tuple[str, ...]) -> str:
    """A regular expression for one of these whole words, longest first."""
    return r"\b(" + "|".join(sorted(words, key=lambda w: (-len(w), w))) + r")\b"


def _replace(text: str, pattern: str, by: str) -> str:
    return f"regexp_replace({text}, '{pattern}', '{by}', 'g')"


def fold(text: str) -> str:
    """Lower case, no accents or apostrophes, `ij` as `y`; every other sign but letters, digits and `-` a space.

    >>> fold("naam")  # doctest: +SKIP
    "D'Hondt" -> "dhondt", "Żywiałowska" -> "zywialowska", "Dijk" -> "dyk", "Groß" -> "gross"
    """
    out = f"lower({text})"
    for old, new in (("ĳ", "ij"), ("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("þ", "th")):
        out = f"replace({out}, '{old}', '{new}')"
    out = f"strip_accents(translate({out}, 'øłđðı', 'olddi'))"
    out = f"replace({_replace(out, _APOSTROPHES, '')}, 'ij', 'y')"
    out = _replace(out, "([a-z])ji", r"\1y")  # `Mejier`: the commonest slip of the fingers in Dutch names
    out = _replace(out, "[–—/+&|]", "-")
    return f"nullif(trim({_replace(out, '[^a-z0-9-]+', ' ')}), '')"


def _fold_with_dots_as_space(text: str) -> str:
    return fold(f"replace({text}, '.', ' ')")


_TRADING_AS = (
    r"(^|\s)("
    + "|".join(w.replace("h o", "h-o").replace(" ", "[ -]") for w in HANDELEND_ONDER)
    + r")(\s.*)?$"
)


def _both_names(tussenvoegsel: str, achternaam: str) -> str:
    return fold(f"concat_ws(' ', replace({tussenvoegsel}, '.', ' '), replace({achternaam}, '.', ' '))")


def surname_text(tussenvoegsel: str, achternaam: str) -> str:
    """Tussenvoegsel and surname in one folded text, without what follows `h/o`."""
    separators = tuple(word.replace(" ", "[ -]") for word in NAAMSCHEIDERS)
    return _replace(
        _replace(_both_names(tussenvoegsel, achternaam), _TRADING_AS, ""), _any_of(separators), "-"
    )


def surname_parts(text: str) -> str:
    """The parts of a (double) name, from folded text: `jansen-de vries` -> [jansen, vries]; never an empty list.

    A tussenvoegsel between two names divides them as a hyphen does (`Jansen de Vries`).
    """
    cleaned = _replace(text, _any_of(TITELS + ZAAKWOORDEN), " ")
    cleaned = _replace(cleaned, _any_of(TUSSENVOEGSELS), " ")
    parts = _split(cleaned)
    return f"case when len({parts}) > 0 then {parts} else {_split(text)} end"


def _split(text: str) -> str:
    return f"list_filter(string_split({_replace(text, '[^a-z]+', ' ')}, ' '), lambda w: length(w) > 1)"


def prefixes(text: str) -> str:
    """The tussenvoegsels in a folded name, in order: `van der`; empty text when there are none."""
    return f"array_to_string(regexp_extract_all({text}, '{_any_of(TUSSENVOEGSELS)}'), ' ')"


def sound(word: str) -> str:
    """A rough Dutch sound key: names that are said alike and written otherwise get one key.

    c/k/q/ck, z/s, v/f/ph, th/t, dt/d/t, ei/y, ou/au, ae/aa, oe/u, x/ks; y/j/i; doubled letters once; h silent.
    """
    rules = (
        ("ph", "f"), ("sch", "sg"), ("ch", "g"), ("ck|c|q", "k"), ("x", "ks"), ("z", "s"), ("v", "f"), ("dt|d|th", "t"),
        ("ei|ey", "y"), ("au|ou", "u"), ("ae", "a"), ("oe|oo|ue|uu", "o"), ("ie|ee", "i"), ("uy|ui|eu", "u"), ("w", "f"),
        ("y|j", "i"), ("h", ""),
    )  # fmt: skip
    out = word
    for pattern, by in rules:
        out = _replace(out, pattern, by)
    for letter in "abfgiklmnoprstu":
        out = _replace(out, letter + "+", letter)
    return out


def initials(text: str) -> str:
    """Initials as letters: `J.C.` -> jc, `Th.M.` -> tm, `JC` -> jc, `IJ.` -> y, `Jan-Willem` -> jw.

    A short text in capitals without a dot or space is a row of letters; a longer word is a name of which the first letter counts.
    """
    trimmed = f"trim({text})"
    bare = f"regexp_matches({trimmed}, '^([A-Z]{{1,5}}|[a-z]{{1,3}})$')"
    words = f"replace({_fold_with_dots_as_space(text)}, '-', ' ')"
    firsts = _replace(words, "([a-z0-9])[a-z0-9]* *", r"\1")
    row = f"replace({fold(trimmed)}, '-', '')"
    return f"nullif(case when {bare} then {row} else {firsts} end, '')"


def names(text: str) -> str:
    """First names as a list of folded words; an initial between them is left out: `Jan P. Willem` -> [jan, willem]."""
    return f"list_filter(string_split(replace({fold(text)}, '-', ' '), ' '), lambda w: length(w) > 1)"


def date_part(text: str, position: int) -> str:
    """Year (1), month (2) or day (3) of `JJJJ-MM-DD`, `JJJJ-MM` or `JJJJ`; unknown (`00`, absent) is null."""
    part = f"try_cast(split_part({text}, '-', {position}) as smallint)"
    return f"nullif({part}, 0)"


def phone(text: str) -> str:
    """Digits only, the Dutch country code written as 0: `+31 6 12…` and `06-12…` are alike; too short is null."""
    digits = f"regexp_replace({text}, '[^0-9]', '', 'g')"
    national = f"regexp_replace({digits}, '^(0031|31)0?', '0')"
    return f"case when length({national}) >= 9 then {national} end"


def email(text: str) -> str:
    return f"case when {text} like '%_@_%' then lower(trim({text})) end"


MANY_NAMES = 20
"""From more surnames than this (misspelt ones included) on one address it is a home, a shelter or a letter address: no proof."""

_STEPS = {
    # A name is worked out once, however many records carry it.
    "achternaam_1": f"""
        select tussenvoegsel, achternaam, {surname_text("tussenvoegsel", "achternaam")} as tekst
        from (select distinct tussenvoegsel, achternaam from ruw)""",
    "achternaam_2": f"""
        select *, {surname_parts("tekst")} as delen, {prefixes("tekst")} as voorvoegsel from achternaam_1""",
    "achternamen": f"""
        select tussenvoegsel, achternaam, voorvoegsel, delen[1] as deel1, nullif(array_to_string(delen[2:], ''), '') as deel2,
            array_to_string(list_sort(delen), ' ') as naam_sleutel, nullif(array_to_string(delen, ''), '') as naam_kern,
            nullif({sound("delen[1]")}, '') as klank1
        from achternaam_2""",
    "voornaam_1": f"""
        select voorletters, voornamen, {names("voornamen")} as namen, {initials("voorletters")} as vl,
            {initials("voornamen")} as vl_namen
        from (select distinct voorletters, voornamen from ruw)""",
    "voornamen": """
        select voorletters, voornamen, namen[1] as voornaam1, namen[2] as voornaam2,
            nullif(array_to_string(namen, ''), '') as namen_samen,
            case when vl is null or starts_with(vl_namen, vl) then coalesce(vl_namen, vl) else vl end as letters,
            substr(coalesce(vl, vl_namen), 1, 1) as initiaal
        from voornaam_1""",
    "datums": f"""
        select geboortedatum, {date_part("geboortedatum", 1)} as jaar, {date_part("geboortedatum", 2)} as maand,
            {date_part("geboortedatum", 3)} as dag
        from (select distinct geboortedatum from ruw)""",
    "volle_adressen": f"""
        select r.gemeente as vol_gemeente, r.sleutel_adres as vol_adres
        from (select distinct gemeente, sleutel_adres, tussenvoegsel, achternaam from ruw) r
        join achternamen a
            on a.tussenvoegsel is not distinct from r.tussenvoegsel and a.achternaam is not distinct from r.achternaam
        group by 1, 2 having count(distinct a.deel1) > {MANY_NAMES}""",
}

_RESULT = f"""
    select r.rij_id, r.gemeente, r.partner, r.kenmerk,
        a.naam_kern, a.naam_sleutel, a.voorvoegsel, a.deel1, a.deel2, a.klank1,
        v.voornaam1, v.voornaam2, v.namen_samen as voornamen, v.letters as voorletters, v.initiaal,
        d.jaar, d.maand, d.dag,
        lpad(cast(d.jaar as varchar), 4, '0') || lpad(cast(d.maand as varchar), 2, '0')
            || lpad(cast(d.dag as varchar), 2, '0') as geboren,
        case when a.naam_kern < v.namen_samen then a.naam_kern || ' ' || v.namen_samen
            else v.namen_samen || ' ' || a.naam_kern end as naam_paar,
        nullif(r.bsn, '') as bsn,
        nullif(r.postcode, '') as postcode, r.postcode || ' ' || cast(r.huisnummer as varchar) as pand,
        case when r.postcode is not null and r.huisnummer is not null then nullif(r.sleutel_adres, '') end as adres,
        o.vol_adres is not null as vol,
        {phone("r.telefoon")} as telefoon, {email("r.email")} as email
    from ruw r
    join achternamen a
        on a.tussenvoegsel is not distinct from r.tussenvoegsel and a.achternaam is not distinct from r.achternaam
    join voornamen v on v.voorletters is not distinct from r.voorletters and v.voornamen is not distinct from r.voornamen
    join datums d on d.geboortedatum is not distinct from r.geboortedatum
    left join volle_adressen o on o.vol_gemeente = r.gemeente and o.vol_adres = r.sleutel_adres
"""


def normalise_query(source: str) -> str:
    """The query that gives, per row of table `source`, the columns that are compared (one row in, one row out)."""
    steps = "".join(f", {name} as ({sql})" for name, sql in _STEPS.items())
    return f"with ruw as (select * from {source}){steps} {_RESULT}"
