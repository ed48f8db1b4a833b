"""The one set of rules for a levering: from rows of text to signalen and fouten.

Set-based SQL (DuckDB) over a batch of rows; files and API use the same. The
engine runs `toets_sql()`, and asks `noem_fouten()` what is wrong with a row of
which a number in FOUTEN is not 0. Named parameters (all may be null):

- `$gemeente`: the gemeentecode for rows that name none;
- `$alleen_gemeente`: the only gemeente this levering may hold;
- `$bsn_partners`: partner codes that may use the BSN; null = by soort (`soorten.yaml`).

Input `rij(rij, vormfout, <every column of KOLOMMEN as text>)`. Errors come as
one per wrong cell; a row whose shape is wrong has only that error.
Bron: contract.md section 1.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from waakvlam.domain.common.adres import toevoeging_sql
from waakvlam.domain.signalen.cellen import HUISNUMMER, LEESREGELS, WIT
from waakvlam.domain.signalen.kolommen import KOLOMMEN, NAMEN, Celsoort, Kolom
from waakvlam.domain.signalen.soorten import get_soorten

ALLE = frozenset(NAMEN)
FOUTEN = ("fouten_1", "fouten_2")
_BITS = 60
_Regel = tuple[str, str, str | None]
_GETYPEERD = tuple(k for k in KOLOMMEN if k.celsoort is not Celsoort.TEKST)
_TEKSTEN = tuple(k for k in KOLOMMEN if k.celsoort is Celsoort.TEKST)


def _tekst(waarde: str) -> str:
    return "'" + waarde.replace("'", "''") + "'"


def _schoon(naam: str, gewoon: frozenset[str]) -> str:
    """Trim every kind of white space; an empty cell becomes null.

    What begins and ends with a visible ASCII sign needs no trimming. Asking that first is an order of magnitude
    faster than DuckDB's trim, which builds the set of white space again for every cell.
    """
    if naam in gewoon:
        return f"nullif({naam}, '') as {naam}"
    zichtbaar = f"{naam} >= '!' and {naam} < chr(127) and right({naam}, 1) between '!' and '~'"
    getrimd = f"nullif(trim({naam}, {_tekst(WIT)}), '')"
    return f"case when {naam} = '' then null when {zichtbaar} then {naam} else {getrimd} end as {naam}"


def _vooraf(kolom: Kolom) -> str:
    return f"{LEESREGELS[kolom.celsoort].vooraf(kolom.naam)} as {kolom.naam}__v"


def _waarde(kolom: Kolom) -> str:
    return f"{LEESREGELS[kolom.celsoort].waarde(kolom.naam + '__v')} as {kolom.naam}__w"


def _per_soort(kolom: str) -> str:
    """SQL for a property of the soort; unknown soort gives null."""
    waarden = {
        "vanaf": lambda s: f"date '{s.vanaf}'" if s.vanaf else "date 'infinity'",
        "bsn": lambda s: str(s.bsn).lower(),
    }
    keuzen = " ".join(f"when {_tekst(s.naam)} then {waarden[kolom](s)}" for s in get_soorten())
    return f"case soort__w {keuzen} end"


def _niet_ontvangen(naam: str) -> str:
    soort = next(soort for soort in get_soorten() if soort.naam == naam)
    if soort.vanaf is None:
        return f"Soort {naam} mag niet worden ontvangen: {soort.grondslag}."
    return f"Soort {naam} mag pas worden ontvangen vanaf {soort.vanaf:%d-%m-%Y}: {soort.grondslag}."


_ONTSTAAN = """case when ontstaansdatum is not null then ontstaansdatum__w
    else signaaldatum__w - cast(round(maanden_achterstand__w * 30) as integer) end"""


def _celfout(kolom: Kolom, gewoon: frozenset[str]) -> list[tuple[str, str, str]]:
    """The errors one column can have by itself: (column, condition, message)."""
    fouten = []
    naam = kolom.naam
    if kolom.verplicht:
        fouten.append((naam, f"{naam} is null", f"De cel {naam} is leeg, maar moet gevuld zijn."))
    if kolom.celsoort is Celsoort.TEKST and naam in gewoon:
        return fouten
    if kolom.celsoort is Celsoort.TEKST:
        fouten.append(
            (naam, f"contains({naam}, chr(0))", "De cel bevat een onleesbaar teken. Verwijder het.")
        )
        lang = f"De tekst is langer dan {kolom.max_lengte} tekens. Kort de tekst in."
        fouten.append((naam, f"length({naam}) > {kolom.max_lengte} and not contains({naam}, chr(0))", lang))
    else:
        onleesbaar = f"{naam} is not null and {naam}__w is null"
        fouten.append((naam, onleesbaar, LEESREGELS[kolom.celsoort].fout))
    return fouten


def _eigen_regels() -> dict[str, list[tuple[str, str, str]]]:
    """The errors that need more than one cell, per column they are reported in."""
    geen_begin = "Vul ontstaansdatum of maanden_achterstand in: zonder begin van de achterstand is een signaal niet te wegen."
    return {
        "gemeentecode": [
            (
                "gemeentecode",
                "gemeentecode__w <> $alleen_gemeente",
                "Deze rij is voor een andere gemeente dan deze levering. Lever haar in bij die gemeente.",
            ),
        ],
        "ontstaansdatum": [
            ("ontstaansdatum", "ontstaansdatum is null and maanden_achterstand is null", geen_begin),
        ],
        "signaaldatum": [
            (
                "signaaldatum",
                "signaaldatum__w < ontstaan",
                "De signaaldatum ligt vóór de ontstaansdatum. Controleer welke van de twee klopt.",
            ),
        ],
    }


@lru_cache(maxsize=64)
def _fouten(gevuld: frozenset[str], gewoon: frozenset[str]) -> Sequence[_Regel]:
    """Every error: (column, condition, message); of a column that is not `gevuld` only that it is empty.

    No message: it depends on the row (see `noem_fouten`).
    """
    eigen = _eigen_regels()
    regels: list[_Regel] = [("", "vormfout is not null", None)]
    for kolom in KOLOMMEN:
        cel = _celfout(kolom, gewoon) if kolom.naam in gevuld or kolom.verplicht else []
        for naam, conditie, melding in cel + eigen.get(kolom.naam, []):
            regels.append((naam, f"vormfout is null and {conditie}", melding))
    regels.append(("soort", f"vormfout is null and signaaldatum__w < {_per_soort('vanaf')}", None))
    return regels


def _foutbits(gevuld: frozenset[str], gewoon: frozenset[str]) -> list[str]:
    """SQL for the numbers FOUTEN, of which every bit is one error."""
    bits: list[list[str]] = [["0::bigint"] for _ in FOUTEN]
    for plek, (_, conditie, _) in enumerate(_fouten(gevuld, gewoon)):
        bits[plek // _BITS].append(
            f"case when {conditie} then {1 << plek % _BITS}::bigint else 0::bigint end"
        )
    return [" + ".join(deel) for deel in bits]


def noem_fouten(
    getallen: Sequence[int],
    rij: Mapping[str, str | None],
    soort: str | None,
    gevuld: frozenset[str] = ALLE,
    gewoon: frozenset[str] = frozenset(),
) -> list[tuple[str, str, str]]:
    """Name the errors (column, value, what to do) of one row: its FOUTEN, its text as in `rij` and the soort as read.

    `gevuld` and `gewoon` as they were given to `toets_sql`.
    """
    uit = []
    for plek, (kolom, _, melding) in enumerate(_fouten(gevuld, gewoon)):
        if getallen[plek // _BITS] >> plek % _BITS & 1:
            if melding is None:
                melding = _niet_ontvangen(str(soort)) if kolom else str(rij["vormfout"])
            uit.append((kolom, (rij[kolom] or "").strip(WIT) if kolom else "", melding))
    return uit


def _gelezen(gevuld: frozenset[str], gewoon: frozenset[str]) -> str:
    """The `with` part: `gelezen` has each cell as text and as value."""
    getypeerd = [k for k in _GETYPEERD if k.naam in gevuld]
    schoon = [_schoon(n, gewoon) if n in gevuld else f"cast(null as varchar) as {n}" for n in NAMEN]
    leeg = [
        f"cast(null as {LEESREGELS[k.celsoort].sqltype}) as {k.naam}__w"
        for k in _GETYPEERD
        if k not in getypeerd
    ]
    zonder = f" exclude ({', '.join(f'{k.naam}__v' for k in getypeerd)})" if getypeerd else ""
    return f"""
with schoon as (select rij, vormfout, {", ".join(schoon)} from rij),
voorbereid as (select {", ".join(["*", *map(_vooraf, getypeerd)])} from schoon),
getypeerd as (select {", ".join([f"*{zonder}", *map(_waarde, getypeerd), *leeg])} from voorbereid),
aangevuld as (
    select *, {_ONTSTAAN} as ontstaan,
        nullif(regexp_extract(huisnummer, {HUISNUMMER}, 2), '') as na_nummer,
        coalesce(list_contains($bsn_partners, partner), {_per_soort("bsn")}, false) as bsn_mag
    from getypeerd
),
gelezen as (select *, {toevoeging_sql("na_nummer", "huisletter", "toevoeging")} as suffix from aangevuld)
"""


@lru_cache(maxsize=64)
def toets_sql(gevuld: frozenset[str] = ALLE, gewoon: frozenset[str] = frozenset()) -> str:
    """SQL that gives for every row in `rij` the SIGNAALVELDEN, VLAGGEN and FOUTEN (all 0 = a good row).

    Of the columns outside `gevuld` no cell holds text; of those in `gewoon` every cell is visible ASCII without any
    white space, and short. Leaving out what can't be wrong there is much of the work: for a small levering DuckDB
    needs more time to plan this statement than to run it, and for a large one trimming is a quarter of the rules.
    """
    velden = [f"cast({sql} as {sqltype}) as {naam}" for naam, sqltype, sql in SIGNAALVELDEN]
    velden += [f"{sql} as {naam}" for naam, sql in VLAGGEN.items()]
    velden += [f"{sql} as {naam}" for naam, sql in zip(FOUTEN, _foutbits(gevuld, gewoon), strict=True)]
    return f"{_gelezen(gevuld, gewoon)} select {', '.join(velden)} from gelezen"


BSN_VERVALT = "Het BSN is weggelaten: deze partner mag geen BSN gebruiken."

# What a good row gives, in order: name, SQL type, expression.
SIGNAALVELDEN: tuple[tuple[str, str, str], ...] = (
    ("rij", "bigint", "rij"),
    ("gemeente", "varchar", "coalesce(gemeentecode__w, $gemeente)"),
    ("partner", "varchar", "partner"),
    ("soort", "varchar", "soort__w"),
    ("kenmerk", "varchar", "kenmerk"),
    ("signaaldatum", "date", "signaaldatum__w"),
    ("ontvangstdatum", "date", "coalesce(ontvangstdatum__w, signaaldatum__w)"),
    ("ontstaansdatum", "date", "ontstaan"),
    ("dagen", "integer", "cast(signaaldatum__w - ontstaan as integer)"),
    ("bedrag", "decimal(15, 2)", "bedrag__w"),
    ("crisissignaal", "boolean", "coalesce(crisissignaal__w, false)"),
    ("warme_overdracht", "boolean", "coalesce(warme_overdracht__w, false)"),
    ("bezwaar", "boolean", "coalesce(bezwaar__w, false)"),
    ("rechtspersoon", "boolean", "coalesce(rechtspersoon__w, false)"),
    ("zakelijk", "boolean", "coalesce(zakelijk__w, false)"),
    ("einde_levering", "date", "einde_levering__w"),
    ("sleutel_adres", "varchar", "postcode__w || huisnummer__w || suffix"),
    ("postcode", "varchar", "postcode__w"),
    ("huisnummer", "integer", "huisnummer__w"),
    ("huistoevoeging", "varchar", "suffix"),
    ("geboortedatum", "varchar", "geboortedatum__w"),
    ("bsn", "varchar", "case when bsn_mag then bsn__w end"),
    ("persoonlijk_contact", "boolean", "persoonlijk_contact__w"),
    ("gewezen_op_schuldhulp", "boolean", "gewezen_op_schuldhulp__w"),
    ("hulp_aangeboden", "boolean", "hulp_aangeboden__w"),
    ("herinnering_datum", "date", "herinnering_datum__w"),
    ("oorspronkelijk_bedrag", "decimal(15, 2)", "oorspronkelijk_bedrag__w"),
    *(
        (k.naam, "varchar", k.naam)
        for k in _TEKSTEN
        if k.naam not in {"partner", "kenmerk", "huisletter", "toevoeging"}
    ),
)

# What is to be known of every row, good or not: name and expression.
VLAGGEN: dict[str, str] = {
    "bsn_vervalt": "bsn is not null and not bsn_mag",
    "genoemd": "case when vormfout is null then coalesce(partner, '') end",
}
