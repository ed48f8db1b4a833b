"""Tables in and out of PostgreSQL by COPY, as Arrow tables.

- `copy_out(sql, waarden, schema)`: the rows of a query (under row-level security) as an Arrow table, and the
  bytes they came as (to hash).
- `Inlader(tabel, kolommen)`: a temporary table that batches are copied into; then insert-select from it. COPY
  straight into a table is refused under row-level security.
- `vooruit(bron)`: makes the next batch while this one goes in.
"""

from waakvlam.foundation.bulk.inlader import Inlader, Regels
from waakvlam.foundation.bulk.uitlader import copy_out
from waakvlam.foundation.bulk.vooruit import vooruit

__all__ = ["Inlader", "Regels", "copy_out", "vooruit"]
