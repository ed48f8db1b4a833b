"""The log itself."""

import uuid
from typing import ClassVar

from django.db import models

from waakvlam.foundation.tenancy.context import ALLEEN_ERBIJ
from waakvlam.foundation.tijd import nu


class Resultaat(models.TextChoices):
    """How it ended."""

    GELUKT = "gelukt", "Gelukt"
    MISLUKT = "mislukt", "Mislukt"
    GEWEIGERD = "geweigerd", "Geweigerd"


class Gebeurtenis(models.Model):
    """One thing done or looked at: action, object, result, origin, actor, time (BIO2 8.15.01).

    The key is made here, not by the database, so that an insert needs no right to read the row back: events of
    the platform as a whole (no gemeente) may be written by everyone and read by nobody but the owner.
    """

    pii = "welke medewerker (nummer, IP-adres) wat deed; geen gegevens van inwoners, alleen nummers"
    bewaartermijn = "3 jaar (BIO2 5.28.01), door de eigenaar van de database"
    rechten = ALLEEN_ERBIJ

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tijdstip = models.DateTimeField("tijdstip", default=nu)
    actor_soort = models.CharField("soort actor", max_length=20)
    actor_id = models.BigIntegerField("actor", null=True)
    namens_id = models.BigIntegerField("namens gebruiker", null=True)
    oorsprong = models.CharField("oorsprong", max_length=60)
    actie = models.CharField("actie", max_length=60)
    object_soort = models.CharField("soort object", max_length=60, blank=True)
    object_id = models.CharField("object", max_length=60, blank=True)
    gemeente = models.ForeignKey(
        "toegang.Gemeente", on_delete=models.PROTECT, null=True, db_column="gemeente", related_name="+"
    )
    resultaat = models.CharField("resultaat", max_length=10, choices=Resultaat, default=Resultaat.GELUKT)
    reden = models.CharField("reden", max_length=500, blank=True)
    gegevens = models.JSONField("gegevens", default=dict)

    class Meta:
        verbose_name = "gebeurtenis"
        verbose_name_plural = "gebeurtenissen"
        indexes: ClassVar = [
            models.Index(fields=("gemeente", "-tijdstip"), name="gebeurtenis_gemeente_tijd"),
            models.Index(fields=("object_soort", "object_id"), name="gebeurtenis_object"),
        ]

    def __str__(self) -> str:
        return f"{self.actie} {self.object_soort} {self.object_id}".strip()
