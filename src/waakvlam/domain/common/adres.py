"""The address key: one text by which the same address is recognised.

Bron: contract.md section 1, "Address key".
"""


def _deel(c: str) -> str:
    """A suffix part reduced to a–z and 0–9, accents removed; never null."""
    return f"coalesce(regexp_replace(lower(strip_accents({c})), '[^a-z0-9]', '', 'g'), '')"


def toevoeging_sql(na_nummer: str, huisletter: str, toevoeging: str) -> str:
    """Return SQL for the suffix of an address key, given three column references.

    A part equal to an earlier one counts once, and so do huisletter and
    toevoeging that together equal what followed the number. A suffix that
    starts with a digit gets a `-`, so that `1-1` is not `11`.
    """
    a, b, c = _deel(na_nummer), _deel(huisletter), _deel(toevoeging)
    tweede = f"case when {b} = {a} then '' else {b} end"
    derde = f"case when {c} in ({a}, {b}) then '' else {c} end"
    samen = f"case when {a} <> '' and {b} || {c} = {a} then {a} else {a} || {tweede} || {derde} end"
    return f"regexp_replace({samen}, '^([0-9])', '-\\1')"
