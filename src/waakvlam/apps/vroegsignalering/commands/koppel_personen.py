"""The signals of a gemeente are compared: which are about the same person."""

import pyarrow as pa
from django.db import connection
from psycopg import sql

from waakvlam.apps.personen.service import Betrokkene, Twijfelpaar
from waakvlam.apps.vroegsignalering import ports
from waakvlam.apps.vroegsignalering.models import Signaal
from waakvlam.foundation.bulk import copy_out

# How far back signals still help to recognise a person; older ones are destroyed by rule.
MAANDEN_TERUG = 24

_SCHEMA = pa.schema(
    [
        ("rij_id", pa.int64()),
        ("gemeente", pa.string()),
        ("partner", pa.string()),
        ("kenmerk", pa.string()),
        ("voorletters", pa.string()),
        ("voornamen", pa.string()),
        ("tussenvoegsel", pa.string()),
        ("achternaam", pa.string()),
        ("geboortedatum", pa.string()),
        ("bsn", pa.string()),
        ("postcode", pa.string()),
        ("huisnummer", pa.int32()),
        ("sleutel_adres", pa.string()),
        ("telefoon", pa.string()),
        ("email", pa.string()),
    ]
)
# The BSN is compared by its keyed index: equal or not is all that linkage needs, the number stays encrypted.
_RECORDS = f"""
select b.id, b.gemeente, b.partner, s.kenmerk, b.voorletters, b.voornamen, b.tussenvoegsel, b.achternaam,
    b.geboortedatum, encode(b.bsn_index, 'hex'), b.postcode, b.huisnummer, s.sleutel_adres, b.telefoon, b.email
from {Signaal._meta.db_table} s join {Betrokkene._meta.db_table} b on b.id = s.betrokkene_id
where s.gemeente = {{gemeente}} and s.maand between {{vanaf}} and {{maand}} order by b.id
"""


def koppel_personen(gemeente: str, maand: int) -> int:
    """Give the betrokkenen up to this month their person, and list the doubtful pairs; returns the number of persons.

    Call it inside `tenancy.gemeenten` and a transaction.
    """
    waarden = {"gemeente": gemeente, "vanaf": maand - MAANDEN_TERUG, "maand": maand}
    records, _ = copy_out(_RECORDS, waarden, _SCHEMA)
    if not records.num_rows:
        return 0
    gekoppeld = ports.engine().koppel(records)
    _bewaar_personen(gekoppeld.personen)
    _bewaar_twijfel(gemeente, gekoppeld.twijfel, records["rij_id"].to_pylist())
    return len({persoon for _, persoon in gekoppeld.personen})


def _bewaar_twijfel(gemeente: str, twijfel: list[ports.Twijfel], vergeleken: list[int]) -> None:
    """Keep the pairs that were found, under the number they had; of what was compared, let go of the others."""
    paren = Twijfelpaar.objects.bulk_create(
        [
            Twijfelpaar(gemeente_id=gemeente, links_id=links, rechts_id=rechts, kans=kans, waarom=waarom)
            for links, rechts, kans, waarom in twijfel
        ],
        batch_size=2000,
        update_conflicts=True,
        unique_fields=["gemeente", "links", "rechts"],
        update_fields=["kans", "waarom"],
    )
    weg = sql.SQL(
        "delete from {} where gemeente = %s and links_id = any(%s) and rechts_id = any(%s) and not id = any(%s)"
    ).format(sql.Identifier(Twijfelpaar._meta.db_table))
    with connection.cursor() as cursor:
        cursor.execute(weg, [gemeente, vergeleken, vergeleken, [paar.pk for paar in paren]])


def _bewaar_personen(personen: list[tuple[int, int]]) -> None:
    tabel = sql.Identifier(Betrokkene._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            sql.SQL(
                "update {} b set persoon = p.persoon from unnest(%s::bigint[], %s::bigint[]) as p (id, persoon) "
                "where b.id = p.id and b.persoon is distinct from p.persoon"
            ).format(tabel),
            [[rij for rij, _ in personen], [persoon for _, persoon in personen]],
        )
