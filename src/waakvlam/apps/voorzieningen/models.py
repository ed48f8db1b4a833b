"""The schemes of a gemeente as they were at each moment, and what became of the rights that a check found."""

from typing import ClassVar

from django.db import models

from waakvlam.domain.rekenen.inkomenscheck import Aanvraagstatus
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


STATUSSEN = (
    (Aanvraagstatus.MOGELIJK.value, "nog niet aangevraagd"),
    (Aanvraagstatus.NIET_GEWENST.value, "niet gewenst"),
    (Aanvraagstatus.AANGEVRAAGD.value, "aangevraagd"),
    (Aanvraagstatus.TOEGEKEND.value, "toegekend"),
    (Aanvraagstatus.AFGEWEZEN.value, "afgewezen"),
    (Aanvraagstatus.BEEINDIGD.value, "beëindigd"),
)
OPEN = (Aanvraagstatus.MOGELIJK.value, Aanvraagstatus.AANGEVRAAGD.value)
"""The statuses in which something is still to be done."""


class Per(models.TextChoices):
    """For how long an amount is that was granted."""

    MAAND = "maand", "per maand"
    JAAR = "jaar", "per jaar"
    EENMALIG = "eenmalig", "één keer"


class Aanvraag(GemeenteModel):
    """One right of a kept inkomenscheck that is followed. Its status is that of its last Aanvraagstap.

    `sleutel` is that of the Inkomensrecht; `verwacht` what the check expected per month, None when that is not known.
    """

    pii = "welk recht een huishouden heeft en het verwachte bedrag, zonder naam of BSN"
    bewaartermijn = "met de berekening waar zij bij hoort"
    rechten = ("select", "insert", "delete")

    berekening = models.ForeignKey(
        "berekeningen.Berekening", models.CASCADE, related_name="+", verbose_name="inkomenscheck"
    )
    sleutel = models.CharField("sleutel", max_length=100)
    naam = models.CharField("naam", max_length=100)
    verwacht = models.DecimalField("verwacht per maand", max_digits=12, decimal_places=2, null=True)

    class Meta:
        verbose_name = "aanvraag"
        verbose_name_plural = "aanvragen"
        ordering = ("-pk",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("berekening", "sleutel"), name="aanvraag_een_per_recht")
        ]

    def __str__(self) -> str:
        return f"aanvraag {self.pk}"


class Aanvraagstap(GemeenteModel):
    """An aanvraag got a status: on which day, by whom it was noted, and when granted how much. Never changed.

    `nummer` counts the steps of one aanvraag, so that two colleagues cannot both set the next one.
    """

    pii = "toegekend bedrag en een notitie zonder naam of BSN; wel welke medewerker het vastlegde"
    bewaartermijn = "met de aanvraag"
    rechten = ("select", "insert", "delete")

    aanvraag = models.ForeignKey(Aanvraag, models.CASCADE, related_name="stappen", verbose_name="aanvraag")
    nummer = models.PositiveSmallIntegerField("nummer")
    status = models.CharField("status", max_length=20, choices=STATUSSEN)
    datum = models.DateField("datum")
    bedrag = models.DecimalField("bedrag", max_digits=12, decimal_places=2, null=True)
    per = models.CharField("per", max_length=10, choices=Per.choices, default="", blank=True)
    notitie = models.CharField("notitie", max_length=200, default="", blank=True)
    gebruiker = models.ForeignKey(
        "toegang.Gebruiker", models.PROTECT, related_name="+", verbose_name="gebruiker"
    )
    moment = models.DateTimeField("moment")

    class Meta:
        verbose_name = "stap van een aanvraag"
        verbose_name_plural = "stappen van aanvragen"
        ordering = ("aanvraag", "nummer")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("aanvraag", "nummer"), name="aanvraagstap_een_per_nummer")
        ]

    def __str__(self) -> str:
        return f"stap {self.nummer} van aanvraag {self.aanvraag_id}"
