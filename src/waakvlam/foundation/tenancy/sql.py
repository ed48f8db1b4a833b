"""The SQL of row-level security: two functions and the policies. No values, only checked names."""

import re

_NAAM = re.compile(r"[a-z_][a-z0-9_]{0,62}")

FUNCTIES = """
create or replace function waakvlam_gemeenten() returns text[]
language plpgsql stable parallel safe set search_path = pg_catalog as $$
declare waarde text := current_setting('waakvlam.gemeenten', true);
begin
    if coalesce(waarde, '') = '' then
        raise exception 'waakvlam: geen gemeente gezet voor deze vraag'
            using errcode = 'WV001', hint = 'Gebruik tenancy.gemeenten(...).';
    end if;
    return string_to_array(waarde, ',');
end $$;

create or replace function waakvlam_partner() returns text
language plpgsql stable parallel safe set search_path = pg_catalog as $$
declare waarde text := current_setting('waakvlam.partner', true);
begin
    if coalesce(waarde, '') = '' then
        raise exception 'waakvlam: geen partner of medewerker gezet voor deze vraag'
            using errcode = 'WV001', hint = 'Gebruik tenancy.gemeenten(...).';
    end if;
    return waarde;
end $$;

create or replace function waakvlam_weiger() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
    raise exception 'waakvlam: rijen van % worden niet gewijzigd of verwijderd', tg_table_name
        using errcode = 'WV002';
end $$;
"""

FUNCTIES_WEG = """
drop function if exists waakvlam_gemeenten();
drop function if exists waakvlam_partner();
drop function if exists waakvlam_weiger();
"""


def naam(tekst: str) -> str:
    """Give a table or column name that is safe to put in SQL.

    Raises ValueError for anything but lower-case letters, digits and underscores.
    """
    if not _NAAM.fullmatch(tekst):
        raise ValueError(f"geen veilige naam voor SQL: {tekst!r}")
    return tekst


def voorwaarde(gemeente_kolom: str, partner_kolom: str | None, *, voor_partners: bool = False) -> str:
    """Give the condition a row must meet to be seen or written.

    The functions stand in sub-selects, so that PostgreSQL calls them once per query and can use an index on
    the column; a bare call would run per row.
    """
    deel = f"{naam(gemeente_kolom)} = any((select waakvlam_gemeenten())::text[])"
    if partner_kolom:
        return f"{deel} and (select waakvlam_partner()) in ('*', {naam(partner_kolom)})"
    if voor_partners:
        return deel
    return f"{deel} and (select waakvlam_partner()) = '*'"


def zet_aan(tabel: str, zien: str, schrijven: str | None = None) -> str:
    """Give the SQL that enables and forces row-level security with one policy for all commands."""
    t = naam(tabel)
    return (
        f"alter table {t} enable row level security;\n"
        f"alter table {t} force row level security;\n"
        f"create policy {t}_gemeente on {t} using ({zien}) with check ({schrijven or zien});"
    )


def zet_uit(tabel: str) -> str:
    """Give the SQL that takes the policy away again."""
    t = naam(tabel)
    return (
        f"drop policy if exists {t}_gemeente on {t};\n"
        f"alter table {t} no force row level security;\n"
        f"alter table {t} disable row level security;"
    )


def alleen_erbij(tabel: str) -> str:
    """Give the SQL of the triggers that refuse update, delete and truncate, for every role."""
    t = naam(tabel)
    return (
        f"create trigger {t}_vast before update or delete on {t} for each row execute function waakvlam_weiger();\n"
        f"create trigger {t}_vast_leeg before truncate on {t} for each statement execute function waakvlam_weiger();"
    )


def alleen_erbij_uit(tabel: str) -> str:
    """Give the SQL that removes those triggers."""
    t = naam(tabel)
    return f"drop trigger if exists {t}_vast on {t};\ndrop trigger if exists {t}_vast_leeg on {t};"
