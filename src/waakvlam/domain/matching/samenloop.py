"""Samenloop as set-based SQL: from signalen to outcomes and ranked meldingen.

The SQL stays inside what DuckDB and Spark share. Input is a table
`te_matchen` (see INVOER); the steps, in this order, make

- `gewogen`: every signal with its `reden` (null = candidate), flags passed on;
- `geaccepteerd`: filled month by month, oldest first, because whether a signal
  is a repetition depends on what was accepted before it;
- `melding`: one row per gemeente, month and key, ranked, with its rule.

Values of the policy go in as named parameters, never as text.
Bron: contract.md section 3.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from waakvlam.domain.common.maand import laatste_dag
from waakvlam.domain.matching.beleid import Als, Beleid, Regel, Telt

# What `te_matchen` must hold. `volgnr` orders rows: files in the order given, then the row.
INVOER: tuple[tuple[str, str], ...] = (
    ("volgnr", "bigint"),
    ("gemeente", "varchar"),
    ("partner", "varchar"),
    ("kenmerk", "varchar"),
    ("soort", "varchar"),
    ("maand", "integer"),
    ("signaaldatum", "date"),
    ("ontvangstdatum", "date"),
    ("ontstaansdatum", "date"),
    ("dagen", "integer"),
    ("bedrag", "decimal(15, 2)"),
    ("crisissignaal", "boolean"),
    ("warme_overdracht", "boolean"),
    ("einde_levering", "boolean"),
    ("bezwaar", "boolean"),
    ("rechtspersoon", "boolean"),
    ("zakelijk", "boolean"),
    ("sleutel", "varchar"),
    ("geboortedatum", "varchar"),
)
# What earlier months add, when outcomes are stored: the signals that were taken up (see `maandrun`).
GESCHIEDENIS: tuple[tuple[str, str], ...] = (
    ("volgnr", "bigint"),
    ("gemeente", "varchar"),
    ("partner", "varchar"),
    ("kenmerk", "varchar"),
    ("soort", "varchar"),
    ("maand", "integer"),
    ("bedrag", "decimal(15, 2)"),
    ("sleutel", "varchar"),
)
MAAND_SQL = "year(signaaldatum) * 12 + month(signaaldatum) - 1"


@dataclass(frozen=True)
class Stap:
    """One statement with its parameters."""

    sql: str
    waarden: dict[str, Any] = field(default_factory=dict)


_IDENTITEIT = "gemeente, partner, kenmerk"


def weeg(beleid: Beleid) -> list[Stap]:
    """Make `gewogen`: later rows replace earlier ones, then the tests that look at one signal alone.

    `vrij` = a crisissignaal, einde_levering or warme_overdracht is never a
    repetition; the first two have no threshold or window either.
    """
    waarden: dict[str, Any] = {"drempel": beleid.drempelbedrag, "particulier": beleid.particulier}
    vensters = []
    for nr, (soort, venster) in enumerate(beleid.venster.items()):
        waarden |= {f"soort{nr}": soort, f"min{nr}": venster.dagen_min, f"max{nr}": venster.dagen_max}
        vensters.append(
            f"when soort = $soort{nr} and dagen < cast($min{nr} as integer) then 'te_kort' "
            f"when soort = $soort{nr} and dagen > cast($max{nr} as integer) then 'te_lang'"
        )
    vlaggen = ", ".join(
        f"bool_or({vlag}) over (partition by {_IDENTITEIT}, maand) as {vlag}"
        for vlag in ("crisissignaal", "warme_overdracht", "einde_levering")
    )
    sql = f"""
create or replace temp table gewogen as
with samen as (
    select * exclude (crisissignaal, warme_overdracht, einde_levering), {vlaggen},
        row_number() over (partition by {_IDENTITEIT}, maand order by signaaldatum desc, volgnr desc) as plek
    from te_matchen
)
select *, crisissignaal or einde_levering or warme_overdracht as vrij,
    case
        when plek > 1 then 'vervangen'
        when rechtspersoon then 'rechtspersoon'
        when zakelijk and $particulier then 'zakelijk'
        when bezwaar then 'bezwaar'
        when crisissignaal or einde_levering then null
        when bedrag < $drempel then 'drempel'
        {" ".join(vensters)}
    end as reden
from samen
"""
    return [Stap(sql, waarden)]


GEACCEPTEERD = f"""
create or replace temp table geaccepteerd as
select volgnr, {_IDENTITEIT}, soort, maand, bedrag, sleutel from gewogen where false
"""
HERHAALD = (
    "create or replace temp table herhaald (volgnr bigint, vorige_maand integer, vorig_bedrag decimal(15, 2))"
)


def accepteer(beleid: Beleid, maanden: Sequence[int]) -> list[Stap]:
    """Fill `geaccepteerd` and `herhaald` for these months, oldest first.

    What stands in `geaccepteerd` already counts as history.
    """
    if beleid.herhaald is None:
        return [
            Stap(
                f"insert into geaccepteerd select volgnr, {_IDENTITEIT}, soort, maand, bedrag, sleutel "
                "from gewogen where reden is null and maand between $van and $tot",
                {"van": min(maanden), "tot": max(maanden)},
            )
        ]
    return [
        stap
        for maand in sorted(maanden)
        for stap in (
            Stap(_HERHAALD_IN_MAAND, {"maand": maand, "vanaf": maand - beleid.herhaald}),
            Stap(_GEACCEPTEERD_IN_MAAND, {"maand": maand}),
        )
    ]


_HERHAALD_IN_MAAND = f"""
insert into herhaald
with vorige as (
    select {_IDENTITEIT}, max(maand) as vorige_maand, max_by(bedrag, maand) as vorig_bedrag
    from geaccepteerd where maand >= $vanaf and maand < $maand group by {_IDENTITEIT}
)
select g.volgnr, v.vorige_maand, v.vorig_bedrag
from gewogen g join vorige v on g.gemeente = v.gemeente and g.partner = v.partner and g.kenmerk = v.kenmerk
where g.maand = $maand and g.reden is null and not g.vrij and v.vorig_bedrag >= g.bedrag
"""
_GEACCEPTEERD_IN_MAAND = f"""
insert into geaccepteerd
select volgnr, {_IDENTITEIT}, soort, maand, bedrag, sleutel from gewogen
where maand = $maand and reden is null and volgnr not in (select volgnr from herhaald)
"""


def _leeftijd(maand: str) -> str:
    """Full years on the last day of the month ($dag per month), null without a full birth date."""
    geboren = (
        "case when geboortedatum not like '%-00%' then cast(replace(geboortedatum, '-', '') as integer) end"
    )
    return f"floor(({maand} - ({geboren})) / 10000)"


_EENHEID = {
    Telt.PARTNERS: "partner",
    Telt.SOORTEN: "soort",
    Telt.SIGNALEN: "concat(partner, chr(31), kenmerk)",
}


def _verzamelvoorwaarden(nr: int, als: Als) -> tuple[list[str], dict[str, Any]]:
    """Conditions of a rule that any signal, or any person, of the melding may meet: as aggregates."""
    kolommen: list[str] = []
    waarden: dict[str, Any] = {}
    for veld in ("soort", "partner"):
        if (namen := getattr(als, veld)) is not None:
            waarden[f"{veld}_{nr}"] = list(namen)
            kolommen.append(f"bool_or(list_contains(${veld}_{nr}, {veld})) as {veld}_{nr}")
    if als.leeftijd_vanaf is not None or als.leeftijd_tot is not None:
        waarden |= {
            f"lv_{nr}": als.leeftijd_vanaf or 0,
            f"lt_{nr}": 999 if als.leeftijd_tot is None else als.leeftijd_tot,
        }
        kolommen.append(
            f"coalesce(bool_or(leeftijd >= $lv_{nr} and leeftijd < $lt_{nr}), false) as leeftijd_{nr}"
        )
    return kolommen, waarden


_VLAGGEN = ("crisissignaal", "warme_overdracht", "einde_levering", "meervoudig", "opeenvolgend")


def _voorwaarde(nr: int, als: Als) -> tuple[str, dict[str, Any]]:
    """The condition of one rule over the row of a melding."""
    vlaggen = {veld: getattr(als, veld) for veld in _VLAGGEN}
    delen = [
        "true",
        *(v if gevraagd else f"not {v}" for v, gevraagd in vlaggen.items() if gevraagd is not None),
    ]
    waarden: dict[str, Any] = {}
    for veld, kolom, teken in (
        ("bedrag_vanaf", "bedrag", ">="),
        ("bedrag_tot", "bedrag", "<"),
        ("aantal_vanaf", "aantal", ">="),
    ):
        if (grens := getattr(als, veld)) is not None:
            waarden[f"{veld}_{nr}"] = grens
            delen.append(f"{kolom} {teken} ${veld}_{nr}")
    delen += [f"{veld}_{nr}" for veld in ("soort", "partner") if getattr(als, veld) is not None]
    if als.leeftijd_vanaf is not None or als.leeftijd_tot is not None:
        delen.append(f"leeftijd_{nr}")
    return " and ".join(delen), waarden


@dataclass(frozen=True)
class _Keuze:
    """The follow-up table as SQL: aggregates it needs, the choice of rule, quotas, and the values in them."""

    kolommen: list[str]
    regel: str
    binnen_quotum: str
    waarden: dict[str, Any]
    met_leeftijd: bool


def _keuze(regels: Sequence[Regel]) -> _Keuze:
    kolommen, keuze, quota = [], [], []
    waarden: dict[str, Any] = {}
    for nr, regel in enumerate(regels, 1):
        extra, bij = _verzamelvoorwaarden(nr, regel.als)
        voorwaarde, grenzen = _voorwaarde(nr, regel.als)
        kolommen += extra
        waarden |= bij | grenzen
        keuze.append(f"when {voorwaarde} then {nr}")
        if regel.quotum is not None:
            quota.append(f"when regel = {nr} then plek_in_regel <= {regel.quotum}")
    met_leeftijd = any(r.als.leeftijd_vanaf is not None or r.als.leeftijd_tot is not None for r in regels)
    binnen = f"case {' '.join(quota)} else true end" if quota else "true"
    return _Keuze(kolommen, f"case {' '.join(keuze)} end", binnen, waarden, met_leeftijd)


def combineer(beleid: Beleid, maanden: Sequence[int]) -> list[Stap]:
    """Make `melding` for these months from what was accepted."""
    keuze = _keuze(beleid.opvolging)
    terug = beleid.opeenvolgend or 0
    waarden = keuze.waarden | {
        "van": min(maanden),
        "tot": max(maanden),
        "minimaal": beleid.meervoudig.minimaal,
        "terug": terug,
        "geschiedenis": min(maanden) - max(terug, beleid.meervoudig.maanden - 1),
    }
    leeftijd = _leeftijd(_dagen_sql(maanden)) if keuze.met_leeftijd else "null"
    sql = f"""
create or replace temp table melding as
with {_basis(beleid, keuze.kolommen, leeftijd)},
{_telling(beleid)},
geteld as (
    select b.*, t.aantal, t.aantal >= $minimaal as meervoudig,
        coalesce(s.vorige_maand >= b.maand - $terug, false) as opeenvolgend
    from basis b
    join telling t on b.gemeente = t.gemeente and b.maand = t.maand and b.sleutel = t.sleutel
    join sleutelmaand s on b.gemeente = s.gemeente and b.maand = s.maand and b.sleutel = s.sleutel
),
gerangschikt as (
    select *, {keuze.regel} as regel, row_number() over (
        partition by gemeente, maand
        order by {", ".join(f"{veld.value} desc" for veld in beleid.volgorde)}, oudste, sleutel) as rang
    from geteld
),
geplaatst as (
    select *, row_number() over (partition by gemeente, maand, regel order by rang) as plek_in_regel from gerangschikt
)
select gemeente, maand, sleutel, rang, signalen, aantal, bedrag, dagen, oudste, eerste_ontvangst,
    crisissignaal, warme_overdracht, einde_levering, meervoudig, opeenvolgend, regel, plek_in_regel,
    {keuze.binnen_quotum} as binnen_quotum
from geplaatst
"""
    return [Stap(sql, waarden)]


def _basis(beleid: Beleid, kolommen: Sequence[str], leeftijd: str) -> str:
    """The accepted signals of the months, brought together per key; and when a key was seen before."""
    return f"""signalen as (
    select gemeente, maand, sleutel, partner, soort, bedrag, dagen, ontstaansdatum, ontvangstdatum,
        crisissignaal, warme_overdracht, einde_levering, {_EENHEID[beleid.meervoudig.telt]} as eenheid,
        {leeftijd} as leeftijd
    from gewogen where maand between $van and $tot and volgnr in (select volgnr from geaccepteerd)
),
sleutelmaand as (
    select gemeente, sleutel, maand, lag(maand) over (partition by gemeente, sleutel order by maand) as vorige_maand
    from (select distinct gemeente, sleutel, maand from geaccepteerd where maand between $geschiedenis and $tot)
),
basis as (
    select gemeente, maand, sleutel, count(*) as signalen, count(distinct eenheid) as eenheden,
        sum(bedrag) as bedrag, max(dagen) as dagen,
        min(ontstaansdatum) as oudste, min(ontvangstdatum) as eerste_ontvangst,
        bool_or(crisissignaal) as crisissignaal, bool_or(warme_overdracht) as warme_overdracht,
        bool_or(einde_levering) as einde_levering{"".join(", " + kolom for kolom in kolommen)}
    from signalen group by gemeente, maand, sleutel
)"""


def _dagen_sql(maanden: Sequence[int]) -> str:
    """The last day of each month as JJJJMMDD."""

    def getal(dag: date) -> int:
        return dag.year * 10000 + dag.month * 100 + dag.day

    keuzen = " ".join(
        f"when {maand} then {getal(laatste_dag(maand))}" for maand in range(min(maanden), max(maanden) + 1)
    )
    return f"case maand {keuzen} end"


def _telling(beleid: Beleid) -> str:
    """The counted units per key: of the month itself, or over the months before it too."""
    if beleid.meervoudig.maanden == 1:
        return "telling as (select gemeente, maand, sleutel, eenheden as aantal from basis)"
    return f"""
telling as (
    select b.gemeente, b.maand, b.sleutel, count(distinct {_EENHEID[beleid.meervoudig.telt]}) as aantal
    from (select gemeente, maand, sleutel from basis) b
    join geaccepteerd g on b.gemeente = g.gemeente and b.sleutel = g.sleutel
        and g.maand > b.maand - {beleid.meervoudig.maanden} and g.maand <= b.maand
    group by b.gemeente, b.maand, b.sleutel
)"""
