"""A kept levering is read: its signals go in whole, or not at all."""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from django.db import DatabaseError, DataError, connection, transaction
from psycopg.errors import ProgramLimitExceeded

from waakvlam.apps.personen.service import Betrokkene
from waakvlam.apps.vroegsignalering import opslag, ports
from waakvlam.apps.vroegsignalering.models import Levering, Leveringsfout, LeveringStatus, Signaal
from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.signalen.toetsing import SIGNAALVELDEN
from waakvlam.foundation import audit, pii, tijd
from waakvlam.foundation.bulk import Inlader, Regels, vooruit

Voortgang = Callable[[int], None]

_PERSOON = [
    "gemeente",
    "partner",
    "voorletters",
    "voornamen",
    "tussenvoegsel",
    "achternaam",
    "geboortedatum",
    "postcode",
    "huisnummer",
    "huistoevoeging",
    "straat",
    "woonplaats",
    "telefoon",
    "email",
]
_SIGNAAL = [
    "gemeente",
    "partner",
    "rij",
    "soort",
    "kenmerk",
    "signaaldatum",
    "ontvangstdatum",
    "ontstaansdatum",
    "dagen",
    "bedrag",
    "sleutel_adres",
    "crisissignaal",
    "warme_overdracht",
    "bezwaar",
    "rechtspersoon",
    "zakelijk",
    "einde_levering",
    "persoonlijk_contact",
    "gewezen_op_schuldhulp",
    "hulp_aangeboden",
    "herinnering_datum",
    "oorspronkelijk_bedrag",
    "zorgverzekeraar",
    "bewindvoerder",
    "contactpersoon",
    "contact_telefoon",
]
_TYPEN = {"decimal(15, 2)": "numeric(15,2)", "varchar": "text"}
_INLEES = [(naam, _TYPEN.get(sqltype, sqltype)) for naam, sqltype, _ in SIGNAALVELDEN if naam != "bsn"]
# Yes or no, never unknown, and mostly no.
_JANEE = ("crisissignaal", "warme_overdracht", "bezwaar", "rechtspersoon", "zakelijk")


def verwerk_levering(levering_id: int, voortgang: Voortgang | None = None) -> Levering:
    """Read a kept levering into signalen and fouten, in one transaction; a second call does nothing.

    A file that can't be read at all ends as `mislukt` with the message. Call it
    inside `tenancy.gemeenten`.
    """
    with transaction.atomic():
        levering = Levering.objects.select_for_update().get(pk=levering_id)
        if levering.status != LeveringStatus.ONTVANGEN:
            return levering
        try:
            with (
                _onbewaarbaar(levering.bestandsnaam),
                transaction.atomic(),
                opslag.open_leesbaar(levering.opslag, levering.bestandsnaam) as pad,
            ):
                _lees_in(levering, pad, voortgang or (lambda _: None))
        except WaakvlamFout as fout:
            levering.status, levering.foutmelding = LeveringStatus.MISLUKT, str(fout)
            levering.aantal_signalen = levering.aantal_geweigerd = 0
        else:
            levering.status = LeveringStatus.INGELEZEN
        levering.ingelezen_op = tijd.nu()
        levering.save()
        goed = levering.status == LeveringStatus.INGELEZEN
        audit.record(
            "levering.ingelezen" if goed else "levering.mislukt",
            obj=levering,
            gemeente=levering.gemeente_id,
            gegevens={"signalen": levering.aantal_signalen, "geweigerd": levering.aantal_geweigerd},
        )
    return levering


@contextmanager
def _onbewaarbaar(bestandsnaam: str) -> Iterator[None]:
    """Turn what no database takes into a message: tried again it would fail again, and never come to an end.

    The rules refuse such a cell by its row; this is for what they do not know yet.
    """
    try:
        yield
    except (UnicodeError, DatabaseError) as fout:
        blijvend = isinstance(fout, UnicodeError | DataError | ProgramLimitExceeded)
        if not blijvend and not isinstance(fout.__cause__, ProgramLimitExceeded):
            raise
        raise WaakvlamFout(
            f"{bestandsnaam}: een cel is te lang of bevat tekens die niet te bewaren zijn. "
            "Laat de partner het bestand nakijken en opnieuw leveren; er is niets van ingelezen."
        ) from fout


def _lees_in(levering: Levering, pad: Path, voortgang: Voortgang) -> None:
    fouten: list[tuple[int, str, str, str]] = []
    waarschuwingen: list[tuple[str, str, int]] = []
    extra = (f"betrokkene_id bigint default nextval('{_volgreeks(Betrokkene)}')",)
    inlader = Inlader("inlees", [*_INLEES, ("bsn", "bytea"), ("bsn_index", "bytea")], extra)
    partners: set[str] = set()
    genoemd: set[str] = set()
    gelezen = 0
    with connection.cursor() as cursor:
        cursor.execute("set local work_mem = '64MB'")  # so that a batch is put in order without the disk
    bron = ports.engine().lees(pad, levering.gemeente_id, None)
    with closing(vooruit(_maak_klaar(bron, levering.partner, inlader))) as blokken:
        for blok, regels in blokken:
            inlader.laad(regels)
            _neem_over(levering)
            inlader.leeg()
            if len(partners) < 2:
                partners.update(pc.unique(blok.signalen.column("partner")).to_pylist())
            genoemd |= blok.partners
            fouten += blok.fouten
            waarschuwingen += blok.waarschuwingen
            levering.aantal_signalen += blok.signalen.num_rows
            gelezen += blok.rijen
            voortgang(gelezen)
    inlader.ruim_op()
    # A partner sees the levering, its refused cells too: so every row must name that partner.
    if not levering.partner and len(partners) == 1 and genoemd == partners:
        levering.partner = partners.pop()
    levering.noemt_anderen = bool(levering.afzender and genoemd - {"", levering.afzender})
    levering.aantal_geweigerd = len({rij for rij, *_ in fouten})
    levering.waarschuwingen = _tel(waarschuwingen)
    _bewaar_fouten(levering, fouten)


def _maak_klaar(
    bron: Generator[ports.Blok, None, None], partner: str, inlader: Inlader
) -> Generator[tuple[ports.Blok, Regels], None, None]:
    """Do for each batch what needs no database, while that takes in the one before."""
    with closing(bron):
        for gelezen in bron:
            blok = _alleen_van(partner, gelezen)
            yield blok, inlader.schrijf(_met_versleuteld_bsn(_zonder_nee(blok.signalen)))


def _alleen_van(partner: str, blok: ports.Blok) -> ports.Blok:
    """Refuse rows in the name of another than who delivered: they would replace what that one sent.

    Without a known deliverer (a gemeente reads in what it was sent) a file may hold more partners.
    """
    eigen = pc.equal(blok.signalen.column("partner"), partner)
    if not partner or pc.all(eigen).as_py() is not False:
        return blok
    vreemd = blok.signalen.filter(pc.invert(eigen))
    fout = f"Deze rij is van een andere partner dan {partner}, die dit bestand levert. Haal haar eruit."
    nieuw = [
        (rij, "partner", naam, fout)
        for rij, naam in zip(
            vreemd.column("rij").to_pylist(), vreemd.column("partner").to_pylist(), strict=True
        )
    ]
    return replace(
        blok, signalen=blok.signalen.filter(eigen), fouten=sorted([*blok.fouten, *nieuw], key=lambda f: f[0])
    )


def _zonder_nee(signalen: pa.Table) -> pa.Table:
    """Empty the columns that say no in every row, so that they need not be sent: `_NEEM_SIGNALEN` puts it back."""
    for naam in _JANEE:
        if not pc.any(signalen.column(naam)).as_py():
            plek = signalen.schema.get_field_index(naam)
            signalen = signalen.set_column(plek, naam, pa.nulls(signalen.num_rows, pa.bool_()))
    return signalen


def _volgreeks(model: type[Betrokkene]) -> str:
    with connection.cursor() as cursor:
        cursor.execute("select pg_get_serial_sequence(%s, 'id')", [model._meta.db_table])
        return str(cursor.fetchone()[0])


def _met_versleuteld_bsn(signalen: pa.Table) -> pa.Table:
    """Replace the BSN by its ciphertext and its index, as PostgreSQL reads bytes."""
    bsn = signalen.column("bsn")
    kaal = signalen.drop_columns(["bsn"])
    if bsn.null_count == len(bsn):
        leeg = pa.nulls(len(bsn), pa.string())
        return kaal.append_column("bsn", leeg).append_column("bsn_index", leeg)
    plekken = pc.indices_nonzero(bsn.is_valid())
    waarden = bsn.take(plekken).to_pylist()
    context = Betrokkene._meta.get_field("bsn").context
    for naam, versleuteld in (
        ("bsn", pii.encrypt_many(waarden, context=context)),
        ("bsn_index", pii.hmac_index_many(waarden)),
    ):
        tekst: list[str | None] = [None] * len(bsn)
        for plek, waarde in zip(plekken.to_pylist(), versleuteld, strict=True):
            tekst[plek] = "\\x" + waarde.hex() if waarde else None
        kaal = kaal.append_column(naam, pa.array(tekst, pa.string()))
    return kaal


_NEEM_PERSONEN = f"""
insert into {Betrokkene._meta.db_table} (id, bsn, bsn_index, {", ".join(_PERSOON)})
select betrokkene_id, bsn, bsn_index, {", ".join(f"coalesce({n}, '')" if n == "huistoevoeging" else n for n in _PERSOON)}
from inlees
"""
# In the order of the index on the address key: batches that sweep through it take a third less than rows at random.
_NEEM_SIGNALEN = f"""
insert into {Signaal._meta.db_table} (levering_id, betrokkene_id, maand, {", ".join(_SIGNAAL)})
select %s, betrokkene_id, date_part('year', signaaldatum) * 12 + date_part('month', signaaldatum) - 1, {", ".join(f"coalesce({n}, false)" if n in _JANEE else n for n in _SIGNAAL)}
from inlees order by sleutel_adres
"""


def _neem_over(levering: Levering) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_NEEM_PERSONEN)
        cursor.execute(_NEEM_SIGNALEN, [levering.pk])


def _tel(waarschuwingen: Iterable[tuple[str, str, int]]) -> list[dict[str, object]]:
    som: dict[tuple[str, str], int] = {}
    for kolom, melding, rijen in waarschuwingen:
        som[kolom, melding] = som.get((kolom, melding), 0) + rijen
    return [
        {"kolom": kolom, "melding": melding, "rijen": rijen}
        for (kolom, melding), rijen in sorted(som.items())
    ]


def _toonbaar(kolom: str, waarde: str) -> str | None:
    """The refused value as a person may see it: of a mistyped BSN only the end, enough to find it in the file."""
    if kolom == "bsn":
        waarde = "*" * max(0, len(waarde) - 3) + waarde[-3:]
    return waarde.replace("\x00", "\ufffd") or None


def _bewaar_fouten(levering: Levering, fouten: Iterable[tuple[int, str, str, str]]) -> None:
    Leveringsfout.objects.bulk_create(
        (
            Leveringsfout(
                gemeente_id=levering.gemeente_id,
                levering=levering,
                partner=levering.partner,
                rij=rij,
                kolom=kolom,
                waarde=_toonbaar(kolom, waarde),
                fout=fout,
            )
            for rij, kolom, waarde, fout in fouten
        ),
        batch_size=5000,
    )
