"""Compare policies over months: how many of each follow-up, and which households change.

The unit of comparison is the address, so that a policy per person and one per
address can stand side by side. SQL over the tables that matching made; the
follow-ups of a policy stand in `opvolgregel(regel, binnen_quotum, opvolging)`.
"""

from waakvlam.domain.matching.beleid import Beleid
from waakvlam.domain.matching.uitleg import opvolging

OPVOLGREGEL = (
    "create or replace temp table opvolgregel (regel integer, binnen_quotum boolean, opvolging varchar)"
)

PER_MAAND = """
select m.gemeente, m.maand, o.opvolging, count(*) as meldingen,
    count(*) filter (where m.meervoudig) as meervoudig
from melding m join opvolgregel o on o.regel = m.regel and o.binnen_quotum = m.binnen_quotum
group by m.gemeente, m.maand, o.opvolging
"""


def bewaar_adressen(nummer: int) -> str:
    """SQL that keeps, for the policy with this number, what each address gets per month."""
    return f"""
create or replace temp table adres_{nummer} as
select g.gemeente, g.maand, g.adres, string_agg(distinct o.opvolging, ' + ' order by o.opvolging) as opvolging
from gewogen g
join geaccepteerd a on a.volgnr = g.volgnr
join melding m on m.gemeente = g.gemeente and m.maand = g.maand and m.sleutel = g.sleutel
join opvolgregel o on o.regel = m.regel and o.binnen_quotum = m.binnen_quotum
group by g.gemeente, g.maand, g.adres
"""


def verschillen(eerste: int, tweede: int) -> str:
    """SQL that counts the addresses per month whose follow-up differs between two policies."""
    return f"""
select coalesce(a.gemeente, b.gemeente) as gemeente, coalesce(a.maand, b.maand) as maand,
    coalesce(a.opvolging, 'niet opgenomen') as van, coalesce(b.opvolging, 'niet opgenomen') as naar, count(*) as adressen
from adres_{eerste} a full outer join adres_{tweede} b
    on a.gemeente = b.gemeente and a.maand = b.maand and a.adres = b.adres
where a.opvolging is distinct from b.opvolging
group by all order by all
"""


def opvolgregels(beleid: Beleid) -> list[tuple[int, bool, str]]:
    """Every follow-up a policy can give: (rule, within its quota, follow-up)."""
    return [
        (nr, binnen, opvolging(beleid, nr, binnen))
        for nr in range(1, len(beleid.opvolging) + 1)
        for binnen in (True, False)
    ]
