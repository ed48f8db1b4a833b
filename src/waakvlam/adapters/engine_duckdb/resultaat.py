"""The result of a match in the form of the contract.

Bron: contract.md section 3, "Output".
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import duckdb

from waakvlam.domain.common.maand import schrijf_maand
from waakvlam.domain.matching.beleid import Beleid
from waakvlam.domain.matching.uitkomst import Reden, Uitkomst, licht_toe
from waakvlam.domain.matching.uitleg import (
    EerderSignaal,
    MeldingFeiten,
    SignaalFeit,
    leg_uit,
    opvolging,
    uiterlijk,
)

_MELDINGEN = """
select gemeente, sleutel, rang, aantal, bedrag, dagen, meervoudig, opeenvolgend, regel, plek_in_regel,
    binnen_quotum, eerste_ontvangst
from melding where maand = $maand order by gemeente, rang
"""
_SIGNALEN = """
select g.gemeente, g.sleutel, g.partner, g.kenmerk, g.soort, g.bedrag, g.dagen, g.signaaldatum
from gewogen g where g.maand = $maand and g.volgnr in (select volgnr from geaccepteerd)
order by g.gemeente, g.sleutel, g.partner, g.kenmerk
"""
_EERDER = """
select e.gemeente, e.sleutel, e.partner, e.kenmerk, e.soort, e.maand
from geaccepteerd e join melding m on m.gemeente = e.gemeente and m.sleutel = e.sleutel and m.maand = $maand
where e.maand < $maand and e.maand >= $vanaf order by all
"""
_NIET_OPGEPAKT = """
select g.gemeente, g.partner, g.kenmerk, b.naam, g.rij, coalesce(g.reden, 'herhaald') as reden,
    g.soort, g.bedrag, g.dagen, h.vorige_maand, h.vorig_bedrag
from gewogen g join bestand b on b.nr = g.bestand_nr left join herhaald h on h.volgnr = g.volgnr
where g.maand = $maand and (g.reden is not null or h.volgnr is not null)
order by g.gemeente, g.partner, g.kenmerk, g.volgnr
"""
_FOUTEN = """
select b.naam, f.rij, f.kolom, f.waarde, f.fout from fout f join bestand b on b.nr = f.bestand_nr
order by f.bestand_nr, f.rij, f.rowid
"""


def maak_resultaat(con: duckdb.DuckDBPyConnection, beleid: Beleid, maand: int) -> dict[str, Any]:
    """Return the whole result of one month as the contract's JSON."""
    gemeenten: dict[str, dict[str, Any]] = defaultdict(lambda: {"meldingen": [], "niet_opgepakt": []})
    for gemeente, melding in _meldingen(con, beleid, maand):
        gemeenten[gemeente]["meldingen"].append(melding)
    for gemeente, signaal in _niet_opgepakt(con, beleid, maand):
        gemeenten[gemeente]["niet_opgepakt"].append(signaal)
    for inhoud in gemeenten.values():
        inhoud["niet_opgepakt"].sort(key=lambda s: (s["partner"], s["kenmerk"], s["status"]))
    return {
        "periode": schrijf_maand(maand),
        "beleid": beleid.naam,
        "gemeenten": [{"gemeente": code} | gemeenten[code] for code in sorted(gemeenten)],
        "fouten": list(get_fouten(con)),
    }


def get_fouten(con: duckdb.DuckDBPyConnection) -> Iterator[dict[str, Any]]:
    """Yield the refused cells of all files read, in the order of files and rows."""
    for bestand, rij, kolom, waarde, fout in con.execute(_FOUTEN).fetchall():
        yield {"bestand": bestand, "rij": rij, "kolom": kolom, "waarde": waarde, "fout": fout}


def _meldingen(
    con: duckdb.DuckDBPyConnection, beleid: Beleid, maand: int
) -> Iterator[tuple[str, dict[str, Any]]]:
    signalen: dict[tuple[str, str], list[SignaalFeit]] = defaultdict(list)
    for gemeente, sleutel, *feit in con.execute(_SIGNALEN, {"maand": maand}).fetchall():
        signalen[gemeente, sleutel].append(SignaalFeit(*feit))
    eerder: dict[tuple[str, str], list[EerderSignaal]] = defaultdict(list)
    vanaf = maand - max(beleid.opeenvolgend or 0, beleid.meervoudig.maanden - 1)
    for gemeente, sleutel, *signaal in con.execute(_EERDER, {"maand": maand, "vanaf": vanaf}).fetchall():
        eerder[gemeente, sleutel].append(EerderSignaal(*signaal))
    for gemeente, sleutel, *waarden in con.execute(_MELDINGEN, {"maand": maand}).fetchall():
        feiten = MeldingFeiten(*waarden)
        van_melding = signalen[gemeente, sleutel]
        dag = uiterlijk(beleid.opvolging[feiten.regel - 1], feiten.eerste_ontvangst)
        yield (
            gemeente,
            {
                "rang": feiten.rang,
                "sleutel": sleutel,
                "signalen": [{"partner": s.partner, "kenmerk": s.kenmerk} for s in van_melding],
                "aantal": feiten.aantal,
                "bedrag": f"{feiten.bedrag:.2f}",
                "meervoudig": feiten.meervoudig,
                "opeenvolgend": feiten.opeenvolgend,
                "opvolging": opvolging(beleid, feiten.regel, feiten.binnen_quotum),
                "uiterlijk": dag.isoformat() if dag else None,
                "uitleg": leg_uit(beleid, feiten, van_melding, eerder[gemeente, sleutel]),
            },
        )


def _niet_opgepakt(
    con: duckdb.DuckDBPyConnection, beleid: Beleid, maand: int
) -> Iterator[tuple[str, dict[str, Any]]]:
    for gemeente, partner, kenmerk, bestand, rij, reden, *getallen in con.execute(
        _NIET_OPGEPAKT, {"maand": maand}
    ).fetchall():
        soort, bedrag, dagen, vorige_maand, vorig_bedrag = getallen
        uitkomst = Uitkomst(Reden(reden), soort, bedrag, dagen, vorige_maand, vorig_bedrag)
        yield (
            gemeente,
            {
                "partner": partner,
                "kenmerk": kenmerk,
                "bestand": bestand,
                "rij": rij,
                "status": uitkomst.status.value,
                "reden": licht_toe(uitkomst, beleid),
            },
        )
