"""What was computed, on which facts, by whom and when."""

from typing import ClassVar

from django.db import models

from waakvlam.apps.berekeningen.velden import VersleuteldeJson
from waakvlam.foundation.tenancy.models import GemeenteModel


class Berekening(GemeenteModel):
    """One calculation as it was made: it is shown again as it was, never computed again and never changed.

    `soort` names a Rekensoort, `feiten` are as handed in, `uitkomst` is the form of contract.md section 5 with its
    explanation, engine version and hash of the norms, and in `gewone_taal` what the resident reads. `dossier` is a key that another context gives it, opaque here.
    `vorige` is the calculation it was made from. No names and no BSN: `omschrijving` says so where it is asked.
    """

    pii = "inkomen, woonkosten en schulden van een huishouden, zonder naam of BSN (versleuteld)"
    bewaartermijn = "12 maanden (aanname; geen landelijke termijn gevonden); in een dossier met het dossier"
    rechten = ("select", "insert", "delete")

    soort = models.CharField("soort", max_length=40)
    peildatum = models.DateField("peildatum")
    omschrijving = models.CharField("omschrijving", max_length=80, default="", blank=True)
    dossier = models.CharField("dossier", max_length=80, default="", blank=True)
    feiten = VersleuteldeJson("feiten")
    uitkomst = VersleuteldeJson("uitkomst")
    gebruiker = models.ForeignKey(
        "toegang.Gebruiker", models.PROTECT, related_name="+", verbose_name="gebruiker"
    )
    moment = models.DateTimeField("moment")
    # Without a constraint in the database: the older one may go at the end of its term.
    vorige = models.ForeignKey(
        "self",
        models.DO_NOTHING,
        related_name="+",
        null=True,
        db_constraint=False,
        verbose_name="gemaakt uit",
    )

    class Meta:
        verbose_name = "berekening"
        verbose_name_plural = "berekeningen"
        ordering = ("-moment", "-pk")
        indexes: ClassVar = [
            models.Index(fields=("gemeente", "-moment"), name="berekening_moment"),
            models.Index(fields=("gemeente", "dossier", "-moment"), name="berekening_dossier"),
        ]

    def __str__(self) -> str:
        return f"berekening {self.pk}"
