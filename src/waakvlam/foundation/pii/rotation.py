"""Replaces a key: re-encrypts rows that are not yet under the active one."""

from typing import Any

from django.db import models, transaction

from waakvlam.foundation.pii.ring import ring
from waakvlam.foundation.pii.text import hmac_index_many


def hercodeer(model: type[models.Model], veld: str, *, index_veld: str | None = None, per: int = 5000) -> int:
    """Re-encrypt a field (and its index) of every visible row that is not under the active key.

    Safe to stop and repeat: each batch is a transaction (a savepoint inside a tenancy block) and rows done are
    not touched again. Gives the number of rows changed. Run it per gemeente, inside `tenancy.gemeenten`.
    """
    totaal = 0
    while aantal := _deel(model, veld, index_veld, per):
        totaal += aantal
    return totaal


@transaction.atomic
def _deel(model: type[models.Model], veld: str, index_veld: str | None, per: int) -> int:
    merk = ring().actief.merk
    kolom = model._meta.get_field(veld).column
    rijen = list(_oud(model, kolom, merk).select_for_update().order_by("pk")[:per])
    if index_veld:
        for rij, index in zip(rijen, hmac_index_many([getattr(rij, veld) for rij in rijen]), strict=True):
            setattr(rij, index_veld, index)
    model._base_manager.bulk_update(rijen, [veld, *([index_veld] if index_veld else [])], batch_size=1000)
    return len(rijen)


def _oud(model: type[models.Model], kolom: str, merk: bytes) -> Any:
    """Rows whose stored bytes do not begin with the active key's mark."""
    begin = models.Func(models.F(kolom), models.Value(1), models.Value(len(merk)), function="substring")
    begin.output_field = models.BinaryField()
    return model._base_manager.filter(**{f"{kolom}__isnull": False}).annotate(_merk=begin).exclude(_merk=merk)
