"""The month run: the signals of a month become meldingen, each signal gets its outcome."""

import hashlib
from collections.abc import Callable
from typing import Any

import pyarrow as pa
from django.db import connection, transaction
from django.db.models import Max

from waakvlam.apps.personen.service import Betrokkene
from waakvlam.apps.vroegsignalering import ports
from waakvlam.apps.vroegsignalering.commands.koppel_personen import koppel_personen
from waakvlam.apps.vroegsignalering.models import Beleidsversie, Maandrun, Melding, Signaal, Uitkomst
from waakvlam.apps.vroegsignalering.selectors import get_beleidsversie
from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.common.maand import schrijf_maand
from waakvlam.domain.common.notatie import maand as in_woorden
from waakvlam.domain.matching import samenloop
from waakvlam.domain.matching.beleid import Beleid, Sleutel
from waakvlam.domain.matching.beleid_lezen import lees_beleidstekst
from waakvlam.domain.matching.uitkomst import Reden, licht_toe
from waakvlam.domain.matching.uitkomst import Uitkomst as NietOpgepakt
from waakvlam.domain.matching.uitleg import opvolging, uiterlijk
from waakvlam.domain.signalen.status import Status
from waakvlam.foundation import audit, tijd
from waakvlam.foundation.bulk import copy_out

Voortgang = Callable[[int, int, str], None]

# Part of the hash of the input: raise it when the same input may give another result.
VERSIE = "2"

_ARROW = {
    "bigint": pa.int64(),
    "integer": pa.int32(),
    "varchar": pa.string(),
    "date": pa.date32(),
    "boolean": pa.bool_(),
    "decimal(15, 2)": pa.decimal128(15, 2),
}
_KANDIDAAT = pa.schema(
    [*((naam, _ARROW[sqltype]) for naam, sqltype in samenloop.INVOER), ("signaal", pa.int64())]
)
_EERDER = pa.schema([(naam, _ARROW[sqltype]) for naam, sqltype in samenloop.GESCHIEDENIS])
_SLEUTEL = {Sleutel.ADRES: "s.sleutel_adres", Sleutel.PERSOON: "coalesce(b.persoon, b.id)::text"}
# Later counts by the order of receipt, whatever order the leveringen were read in (a job may be tried again).
_VOLGNR = "s.levering_id * 10000000000 + s.rij"
_KANDIDATEN = f"""
select {_VOLGNR}, s.gemeente, s.partner, s.kenmerk, s.soort, s.maand, s.signaaldatum, s.ontvangstdatum, s.ontstaansdatum,
    s.dagen, s.bedrag, s.crisissignaal, s.warme_overdracht, s.einde_levering is not null, s.bezwaar, s.rechtspersoon,
    s.zakelijk, %(sleutel)s, b.geboortedatum, s.id
from {Signaal._meta.db_table} s join {Betrokkene._meta.db_table} b on b.id = s.betrokkene_id
where s.gemeente = {{gemeente}} and s.maand = {{maand}} order by 1
"""
_OPGENOMEN = f"""
select {_VOLGNR}, s.gemeente, s.partner, s.kenmerk, s.soort, s.maand, s.bedrag, %(sleutel)s
from {Uitkomst._meta.db_table} u
join {Signaal._meta.db_table} s on s.id = u.signaal_id
join {Betrokkene._meta.db_table} b on b.id = s.betrokkene_id
where u.gemeente = {{gemeente}} and u.maand between {{vanaf}} and {{maand}} - 1 and u.melding_id is not null order by 1
"""


def draai_maand(gemeente: str, maand: int, voortgang: Voortgang | None = None) -> tuple[Maandrun, bool]:
    """Make the meldingen of a month; returns the run and whether anything changed.

    History is what was really taken up (stored outcomes). The same signals,
    history and policy give the same result, so a rerun changes nothing; new
    signals are worked in. One transaction: killed half-way leaves the old state.
    Call it inside `tenancy.gemeenten`.
    Raises WaakvlamFout when no policy is in force for the month, and when it has no
    signals: a typing error in the month must not look like a month in which nothing was wrong.
    """
    meld = voortgang or (lambda *_: None)
    with transaction.atomic():
        _een_tegelijk(gemeente)
        versie = get_beleidsversie(gemeente, maand)
        if versie is None:
            raise WaakvlamFout(
                f"Voor gemeente {gemeente} geldt in {schrijf_maand(maand)} geen afwegingskader. "
                "Stel er een vast: waakvlam beleid vaststellen BELEID.yaml."
            )
        if not Signaal.objects.filter(gemeente=gemeente, maand=maand).exists():
            raise WaakvlamFout(
                f"Er zijn geen signalen van {in_woorden(maand)} voor gemeente {gemeente}. Er is niets gedraaid en niets "
                "gewijzigd. Kijk of de maand klopt, en of de leveringen van die maand zijn ingelezen."
            )
        beleid = lees_beleidstekst(versie.tekst)
        meld(0, 4, "personen vergelijken")
        koppel_personen(gemeente, maand)
        meld(1, 4, "signalen lezen")
        kandidaten, eerder, hash_ = _invoer(gemeente, maand, beleid, versie)
        oud = Maandrun.objects.filter(gemeente_id=gemeente, maand=maand).first()
        if oud and oud.invoer_hash == hash_:
            audit.record("maandrun.ongewijzigd", obj=oud, gemeente=gemeente)
            _herstel_personen(gemeente, maand)
            return oud, False
        meld(2, 4, "meldingen maken")
        gematcht = ports.engine().match(kandidaten, eerder, beleid, maand)
        meld(3, 4, "meldingen bewaren")
        signaal = dict(zip(kandidaten["volgnr"].to_pylist(), kandidaten["signaal"].to_pylist(), strict=True))
        for uitkomst in gematcht.uitkomsten:
            uitkomst["signaal"] = signaal[uitkomst["volgnr"]]
        run = _bewaar(gemeente, maand, versie, beleid, hash_, gematcht)
        _herstel_personen(gemeente, maand)
        meld(4, 4, "klaar")
    return run, True


def _herstel_personen(gemeente: str, maand: int) -> None:
    """Say again who is who as the newest month knows it, after a month was run that knew less.

    An older month is judged with the signals up to that month, so that running it again gives the same; what people
    see of persons and doubtful pairs is of now.
    """
    nieuwste = Maandrun.objects.filter(gemeente_id=gemeente).aggregate(maand=Max("maand"))["maand"]
    if nieuwste is not None and nieuwste > maand:
        koppel_personen(gemeente, nieuwste)


def _een_tegelijk(gemeente: str) -> None:
    """Two runs of one gemeente wait for each other, until the transaction ends.

    Two months as well: both say who is who, and a month looks back on the one before.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, 0)", [int(gemeente)])


def _invoer(
    gemeente: str, maand: int, beleid: Beleid, versie: Beleidsversie
) -> tuple[pa.Table, pa.Table, str]:
    terug = max(beleid.opeenvolgend or 0, beleid.herhaald or 0, beleid.meervoudig.maanden - 1)
    waarden = {"gemeente": gemeente, "maand": maand, "vanaf": maand - terug}
    sleutel = {"sleutel": _SLEUTEL[beleid.meervoudig.sleutel]}
    kandidaten, ruw = copy_out(_KANDIDATEN % sleutel, waarden, _KANDIDAAT)
    eerder, ruw_eerder = copy_out(_OPGENOMEN % sleutel, waarden, _EERDER)
    som = hashlib.sha256(b"\0".join([VERSIE.encode(), versie.tekst.encode(), ruw, ruw_eerder]))
    return kandidaten, eerder, som.hexdigest()


_MELDINGVELDEN = [
    "rang",
    "aantal",
    "bedrag",
    "dagen",
    "crisissignaal",
    "meervoudig",
    "opeenvolgend",
    "regel",
    "plek_in_regel",
    "binnen_quotum",
    "eerste_ontvangst",
]
_BIJ_TE_WERKEN = [*_MELDINGVELDEN, "maandrun", "aantal_signalen", "opvolging", "uiterlijk"]


def _bewaar(
    gemeente: str, maand: int, versie: Beleidsversie, beleid: Beleid, hash_: str, gematcht: ports.Gematcht
) -> Maandrun:
    opgepakt = sum(u["reden"] is None for u in gematcht.uitkomsten)
    run, _ = Maandrun.objects.update_or_create(
        gemeente_id=gemeente,
        maand=maand,
        defaults={
            "beleidsversie": versie,
            "invoer_hash": hash_,
            "gedraaid_op": tijd.nu(),
            "aantal_signalen": len(gematcht.uitkomsten),
            "aantal_meldingen": len(gematcht.meldingen),
            "aantal_niet_opgepakt": len(gematcht.uitkomsten) - opgepakt,
        },
    )
    Uitkomst.objects.filter(gemeente_id=gemeente, maand=maand).delete()
    meldingen = Melding.objects.bulk_create(
        [_melding(run, beleid, rij) for rij in gematcht.meldingen],
        update_conflicts=True,
        unique_fields=["gemeente", "maand", "sleutel"],
        update_fields=_BIJ_TE_WERKEN,
        batch_size=2000,
    )
    Melding.objects.filter(gemeente_id=gemeente, maand=maand).exclude(
        pk__in=[m.pk for m in meldingen]
    ).delete()
    op_sleutel = {melding.sleutel: melding.pk for melding in meldingen}
    Uitkomst.objects.bulk_create(
        [_uitkomst(run, beleid, rij, op_sleutel) for rij in gematcht.uitkomsten], batch_size=5000
    )
    tellingen = {"signalen": run.aantal_signalen, "meldingen": run.aantal_meldingen}
    audit.record("maandrun.gedraaid", obj=run, gemeente=gemeente, gegevens=tellingen)
    return run


def _melding(run: Maandrun, beleid: Beleid, rij: dict[str, Any]) -> Melding:
    return Melding(
        gemeente_id=run.gemeente_id,
        maandrun=run,
        maand=run.maand,
        sleutel=rij["sleutel"],
        aantal_signalen=rij["signalen"],
        opvolging=opvolging(beleid, rij["regel"], rij["binnen_quotum"]),
        uiterlijk=uiterlijk(beleid.opvolging[rij["regel"] - 1], rij["eerste_ontvangst"]),
        **{veld: rij[veld] for veld in _MELDINGVELDEN},
    )


def _uitkomst(run: Maandrun, beleid: Beleid, rij: dict[str, Any], op_sleutel: dict[str, int]) -> Uitkomst:
    uitkomst = Uitkomst(
        gemeente_id=run.gemeente_id,
        maandrun=run,
        maand=run.maand,
        signaal_id=rij["signaal"],
        partner=rij["partner"],
    )
    if rij["reden"] is None:
        uitkomst.status, uitkomst.melding_id = Status.NOG_NIET_OPGEPAKT.value, op_sleutel[rij["sleutel"]]
        return uitkomst
    niet = NietOpgepakt(
        Reden(rij["reden"]),
        rij["soort"],
        rij["bedrag"],
        rij["dagen"],
        rij["vorige_maand"],
        rij["vorig_bedrag"],
    )
    uitkomst.status, uitkomst.reden = niet.status.value, niet.reden.value
    uitkomst.toelichting = licht_toe(niet, beleid)
    return uitkomst
