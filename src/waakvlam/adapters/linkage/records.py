"""Reads canonical signal files (contract, section 1, the clean form) into the columns that linkage needs.

For training, tests and the bench; files of partners come in through the checking reader, not through here.
"""

# ruff: noqa: S608 - SQL is built from names and conditions of our own; no value of a record ever becomes part of it

from collections.abc import Sequence
from pathlib import Path

import duckdb
import pyarrow as pa

from waakvlam.domain.common.adres import toevoeging_sql

_NUMBER = "^0*([0-9]+)(.*)$"
_SUFFIX = toevoeging_sql(f"regexp_extract(huisnummer, '{_NUMBER}', 2)", "huisletter", "toevoeging")
_QUERY = f"""
    select row_number() over () as rij_id, gemeentecode as gemeente, partner, kenmerk,
        voorletters, voornamen, tussenvoegsel, achternaam, geboortedatum, bsn,
        upper(replace(postcode, ' ', '')) as postcode,
        try_cast(regexp_extract(huisnummer, '{_NUMBER}', 1) as integer) as huisnummer,
        upper(replace(postcode, ' ', '')) || regexp_extract(huisnummer, '{_NUMBER}', 1) || {_SUFFIX} as sleutel_adres,
        telefoon, email
    from read_csv(?, delim = ';', header = true, all_varchar = true, union_by_name = true)
"""


def read_records(paths: Sequence[Path]) -> pa.Table:
    """All rows of the files as input for `link_persons`; rij_id counts on over the files."""
    with duckdb.connect(":memory:") as con:
        con.execute("set threads = 1")
        return con.sql(_QUERY, params=[[str(path) for path in paths]]).to_arrow_table()
