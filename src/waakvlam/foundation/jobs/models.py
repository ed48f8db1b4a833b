"""What a person sees of a piece of background work."""

from typing import ClassVar

from django.db import models

from waakvlam.foundation.tenancy.models import GemeenteModel


class Status(models.TextChoices):
    """Where a task stands; the last three are final."""

    WACHT = "wacht", "Wacht"
    BEZIG = "bezig", "Bezig"
    KLAAR = "klaar", "Klaar"
    MISLUKT = "mislukt", "Mislukt"
    GESTOPT = "gestopt", "Gestopt"


LOPEND = (Status.WACHT, Status.BEZIG)


class Taak(GemeenteModel):
    """One piece of background work for one gemeente: state, progress and result."""

    pii = "nummer van de medewerker die erom vroeg; geen gegevens van inwoners"
    bewaartermijn = "90 dagen na afloop"

    soort = models.CharField("soort", max_length=60)
    slot = models.CharField("slot", max_length=100, blank=True)
    partner = models.CharField("partnercode", max_length=100, blank=True)
    ids = models.JSONField("verwijzingen", default=dict)
    status = models.CharField("status", max_length=10, choices=Status, default=Status.WACHT)
    gedaan = models.BigIntegerField("gedaan", default=0)
    totaal = models.BigIntegerField("totaal", null=True)
    tekst = models.CharField("toelichting", max_length=300, blank=True)
    resultaat = models.JSONField("resultaat", null=True)
    pogingen = models.PositiveSmallIntegerField("pogingen", default=0)
    stop_gevraagd = models.BooleanField("stop gevraagd", default=False)
    gevraagd_door = models.BigIntegerField("gevraagd door", null=True)
    gevraagd_op = models.DateTimeField("gevraagd op", auto_now_add=True)
    gestart_op = models.DateTimeField("gestart op", null=True)
    klaar_op = models.DateTimeField("klaar op", null=True)

    class Meta:
        verbose_name = "taak"
        verbose_name_plural = "taken"
        ordering = ("-gevraagd_op", "-pk")
        indexes: ClassVar = [models.Index(fields=("gemeente", "-gevraagd_op"), name="taak_gemeente_tijd")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("gemeente", "soort", "slot"),
                condition=models.Q(status__in=("wacht", "bezig")) & ~models.Q(slot=""),
                name="taak_slot_een_tegelijk",
            )
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.pk} ({self.status})"

    @property
    def label(self) -> str:
        """The Dutch name of this kind of task."""
        from waakvlam.foundation.jobs.register import label_van

        return label_van(self.soort)

    @property
    def loopt(self) -> bool:
        """Whether it waits or works."""
        return self.status in LOPEND

    @property
    def procent(self) -> int | None:
        """How far it is, 0-100; None when the total is not known."""
        if self.status == Status.KLAAR:
            return 100
        return min(100, self.gedaan * 100 // self.totaal) if self.totaal else None
