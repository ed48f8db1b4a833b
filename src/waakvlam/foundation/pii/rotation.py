"""Replaces a key: re-encrypts what is not yet under the active one, in small steps that may be stopped and repeated.

Values are re-encrypted. Of a file only the key it is encrypted with is wrapped anew: the contents stay as they are.
"""

import fcntl
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import DEFAULT_DB_ALIAS, connections, models, transaction

from waakvlam.foundation.pii.fields import EncryptedTextField
from waakvlam.foundation.pii.files import herverpak, sleutelid_van_bestand
from waakvlam.foundation.pii.ring import ring
from waakvlam.foundation.pii.text import hmac_index_many

PER = 5000
"""So many rows are one step: a transaction of its own."""

Veld = tuple[type[models.Model], str]


def versleutelde_velden() -> list[Veld]:
    """Give every encrypted field of every model."""
    return [
        (model, veld.name)
        for model in apps.get_models()
        for veld in model._meta.concrete_fields
        if isinstance(veld, EncryptedTextField)
    ]


def index_van(model: type[models.Model], veld: str) -> str | None:
    """Give the field with the look-up index of an encrypted field (`<veld>_index`), or None."""
    try:
        return model._meta.get_field(f"{veld}_index").name
    except FieldDoesNotExist:
        return None


def tel_waarden(model: type[models.Model], veld: str, using: str = DEFAULT_DB_ALIAS) -> Counter[str]:
    """Count the values of a field per key they are under, of the gemeenten now visible."""
    citeer = connections[using].ops.quote_name
    kolom = citeer(model._meta.get_field(veld).column)
    with connections[using].cursor() as cursor:
        cursor.execute(
            f"select encode(substring({kolom} from 1 for position('\\x3a'::bytea in {kolom}) - 1), 'escape'), count(*) "  # noqa: S608  our own names
            f"from {citeer(model._meta.db_table)} where {kolom} is not null group by 1"
        )
        return Counter(dict(cursor.fetchall()))


def hercodeer(model: type[models.Model], veld: str, *, index_veld: str | None = None, per: int = PER) -> int:
    """Re-encrypt a field (and its index) of every visible row; gives the number of rows changed.

    Run it inside `tenancy.gemeenten`. All of it is one transaction then; see `hercodeer_deel` for steps.
    """
    totaal, na = 0, None
    while (deel := hercodeer_deel(model, veld, index_veld=index_veld, per=per, na=na))[0]:
        totaal, na = totaal + deel[0], deel[1]
    return totaal


def hercodeer_deel(
    model: type[models.Model],
    veld: str,
    *,
    index_veld: str | None = None,
    per: int = PER,
    na: Any = None,
    using: str = DEFAULT_DB_ALIAS,
) -> tuple[int, Any]:
    """Re-encrypt the next rows (by primary key, after `na`) that are not under the active key.

    Gives how many, and the last key, to go on from; (0, …) when there are none left. Rows done are passed over, so
    it may be stopped anywhere and begun again. Raises PiiError when a value does not open.
    """
    with transaction.atomic(using=using):
        vraag = _oud(model, model._meta.get_field(veld).column, using)
        if na is not None:
            vraag = vraag.filter(pk__gt=na)
        rijen = list(vraag.only("pk", veld).select_for_update().order_by("pk")[:per])
        if index_veld:
            for rij, index in zip(rijen, hmac_index_many([getattr(rij, veld) for rij in rijen]), strict=True):
                setattr(rij, index_veld, index)
        velden = [veld, *([index_veld] if index_veld else [])]
        model._base_manager.using(using).bulk_update(rijen, velden, batch_size=1000)
    return len(rijen), rijen[-1].pk if rijen else na


def lijst_bestanden(map_: Path) -> Iterator[Path]:
    """Give every encrypted file below a folder."""
    return (pad for pad in sorted(map_.rglob("*.wv")) if pad.is_file())


def tel_bestanden(map_: Path) -> Counter[str]:
    """Count the encrypted files below a folder per key they are under."""
    return Counter(_sleutelid(pad) for pad in lijst_bestanden(map_))


def zet_bestand_om(pad: Path) -> bool:
    """Bring one file under the active key, whole and safely on disk, or leave it as it was.

    Gives whether it had to be done. Raises PiiError when its key is missing or its head is damaged.
    """
    if _sleutelid(pad) == ring().actief.id:
        return False
    nieuw = pad.with_suffix(".half")
    try:
        with pad.open("rb") as bron, os.fdopen(os.open(nieuw, _NIEUW, 0o600), "wb") as doel:
            fcntl.flock(
                doel, fcntl.LOCK_EX
            )  # while it is locked, opslag does not clear it away as a left-over
            herverpak(bron, doel)
            doel.flush()
            os.fsync(doel.fileno())
        # Deleted meanwhile: it must not come back.
        if pad.exists():
            nieuw.replace(pad)
    finally:
        nieuw.unlink(missing_ok=True)
    return True


_NIEUW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


def _sleutelid(pad: Path) -> str:
    with pad.open("rb") as bron:
        return sleutelid_van_bestand(bron)


def _oud(model: type[models.Model], kolom: str, using: str) -> Any:
    """Rows whose stored bytes do not begin with the active key's mark."""
    merk = ring().actief.merk
    begin = models.Func(models.F(kolom), models.Value(1), models.Value(len(merk)), function="substring")
    begin.output_field = models.BinaryField()
    rijen = model._base_manager.using(using)
    return rijen.filter(**{f"{kolom}__isnull": False}).annotate(_merk=begin).exclude(_merk=merk)
