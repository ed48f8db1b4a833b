"""Base of every model whose rows belong to a gemeente."""

from typing import ClassVar

from django.db import models

from waakvlam.foundation.tenancy.context import ALLES


class GemeenteModel(models.Model):
    """A row of one gemeente. Its migration must also run `EnableRLS`; a structure test proves that it did.

    `rechten`: what the application role may do with the table (ALLES or ALLEEN_ERBIJ).
    A model also states `pii` (which personal data, or "geen") and `bewaartermijn` (when rows go).
    """

    rechten: ClassVar[tuple[str, ...]] = ALLES

    gemeente = models.ForeignKey(
        "toegang.Gemeente",
        on_delete=models.PROTECT,
        db_column="gemeente",
        related_name="+",
        verbose_name="gemeente",
    )

    class Meta:
        abstract = True
