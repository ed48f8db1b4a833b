"""The schemes of a gemeente as they were at each moment."""

from typing import ClassVar

from django.db import models

from waakvlam.foundation.tenancy import ALLEEN_ERBIJ
from waakvlam.foundation.tenancy.models import GemeenteModel


class Regelingenversie(GemeenteModel):
    """The schemes of a gemeente from a moment until the next version; never changed.

    `inhoud` is what `domain.rekenen.inkomenscheck.lees_gemeenteregels` reads.
    """

    pii = "geen van inwoners; wel welke medewerker de versie vaststelde"
    bewaartermijn = "blijft: ook later is te zien met welke regels een inkomenscheck rekende"
    rechten = ALLEEN_ERBIJ

    inhoud = models.JSONField("inhoud")
    gebruiker = models.ForeignKey(
        "toegang.Gebruiker", models.PROTECT, related_name="+", verbose_name="gebruiker"
    )
    moment = models.DateTimeField("moment")

    class Meta:
        verbose_name = "regelingenversie"
        verbose_name_plural = "regelingenversies"
        ordering = ("-pk",)
        indexes: ClassVar = [models.Index(fields=("gemeente", "-id"), name="regelingenversie_laatste")]

    def __str__(self) -> str:
        return f"regelingenversie {self.pk}"
