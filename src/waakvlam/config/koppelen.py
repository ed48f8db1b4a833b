"""Join the engine and the linkage: which signals are about the same person."""

import duckdb

from waakvlam.adapters.engine_duckdb.matchen import PER_BESTAND
from waakvlam.adapters.engine_duckdb.verbinding import open_engine
from waakvlam.adapters.linkage import Koppeling, link_persons

_RECORDS = f"""
select cast(bestand_nr as bigint) * {PER_BESTAND} + rij as rij_id, gemeente, partner, kenmerk, voorletters, voornamen,
    tussenvoegsel, achternaam, geboortedatum, bsn, postcode, huisnummer, sleutel_adres, telefoon, email
from signaal
"""


def koppel_personen(con: duckdb.DuckDBPyConnection) -> Koppeling:
    """Link the signals that were read and make the table `persoon(bestand_nr, rij, persoon)`."""
    records = con.sql(_RECORDS).to_arrow_table()
    # An engine of its own: bounded memory, and what does not fit in it goes where ours goes.
    with open_engine() as apart:
        koppeling = link_persons(records, con=apart)
    con.register("koppeling", koppeling.clusters)
    con.execute(
        f"create or replace table persoon as select rij_id // {PER_BESTAND} as bestand_nr, rij_id % {PER_BESTAND} as rij, "
        "cast(persoon as varchar) as persoon from koppeling"
    )
    con.unregister("koppeling")
    return koppeling
