"""Every row carries its gemeente; PostgreSQL enforces it.

Build on it:
- `from waakvlam.foundation.tenancy.models import GemeenteModel`: abstract model with `gemeente`
  (foreign key to toegang.Gemeente, column `gemeente`). Set `rechten = tenancy.ALLEEN_ERBIJ` on a model whose
  rows are only added, never changed.
- `from waakvlam.foundation.tenancy.operations import EnableRLS`: in the migration, after CreateModel:
  `EnableRLS("levering", partner_kolom="partner")`. Without `partner_kolom` a partner sees nothing of the table;
  with it a partner sees its own rows; `voor_partners=True` shows a partner every row of the gemeente.
  The migration depends on `("tenancy", "0001_functies")`.
- `with tenancy.gemeenten("0437", "0451", partner=None):` opens a transaction in which those gemeenten are
  visible, and restores what was set before. `partner=None` is staff; a code is that partner.
  In a request the middleware has done this already (apps.toegang).
- `tenancy.actief()`: what this code runs under, or None.
- `migreer()` (in `.migreren`): tables, cache table and grants, as the owner.

Without it every query on such a table raises SQLSTATE WV001 (or, on an empty table, shows nothing). Grants for
the application role follow from the models after each migrate, not from the migrations.
"""

from waakvlam.foundation.tenancy.context import (
    ALLEEN_ERBIJ,
    ALLES,
    NIET_GEZET,
    STAF,
    Bereik,
    GeenGemeenteError,
    actief,
    gemeenten,
    is_geen_gemeente,
)

__all__ = [
    "ALLEEN_ERBIJ",
    "ALLES",
    "NIET_GEZET",
    "STAF",
    "Bereik",
    "GeenGemeenteError",
    "actief",
    "gemeenten",
    "is_geen_gemeente",
]
