"""People as partners deliver them; the only tables that hold a BSN."""

from typing import ClassVar

from django.db import models

from waakvlam.foundation.pii.fields import EncryptedTextField
from waakvlam.foundation.tenancy.models import GemeenteModel


class Betrokkene(GemeenteModel):
    """The person a signal is about, as one partner delivered it with that signal.

    Not an inwoner: nobody compared this with the BRP. `persoon` is the number of
    the linked person (the lowest Betrokkene of that person), null until linked.
    Purpose: vroegsignalering. Bron: art. 8b Wgs (only what is needed to process the signal).
    """

    pii = "naam, geboortedatum, BSN (versleuteld), adres, telefoon, e-mail"
    bewaartermijn = "met het signaal"

    # Without constraint in the database: a check per row costs more than the row. Row-level security admits
    # only gemeenten that exist.
    gemeente = models.ForeignKey(
        "toegang.Gemeente",
        models.DO_NOTHING,
        db_column="gemeente",
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    partner = models.TextField("partnercode")
    voorletters = models.TextField(null=True)
    voornamen = models.TextField(null=True)
    tussenvoegsel = models.TextField(null=True)
    achternaam = models.TextField()
    geboortedatum = models.CharField("geboortedatum (JJJJ-MM-DD, 00 = onbekend)", max_length=10, null=True)
    bsn = EncryptedTextField("BSN", null=True)
    bsn_index = models.BinaryField(null=True)
    postcode = models.CharField(max_length=6)
    huisnummer = models.IntegerField()
    huistoevoeging = models.TextField(default="")
    straat = models.TextField(null=True)
    woonplaats = models.TextField(null=True)
    telefoon = models.TextField(null=True)
    email = models.TextField("e-mail", null=True)
    persoon = models.BigIntegerField("nummer van de persoon", null=True)

    class Meta:
        verbose_name = "betrokkene"
        verbose_name_plural = "betrokkenen"
        indexes: ClassVar = [
            models.Index(
                "gemeente", "bsn_index", name="betrokkene_bsn", condition=models.Q(bsn_index__isnull=False)
            ),
            models.Index(
                "gemeente", "persoon", name="betrokkene_persoon", condition=models.Q(persoon__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"betrokkene {self.pk}"

    @property
    def naam(self) -> str:
        """The name as it is written on an envelope: initials, tussenvoegsel, surname."""
        return " ".join(
            deel for deel in (self.voorletters or self.voornamen, self.tussenvoegsel, self.achternaam) if deel
        )

    @property
    def adresregel(self) -> str:
        """Street (or postcode) with the house number."""
        return f"{self.straat or self.postcode} {self.huisnummer}{self.huistoevoeging}"


class Twijfelpaar(GemeenteModel):
    """Two betrokkenen that may be one person; a human decides. `waarom` holds labels, no personal data."""

    pii = "dat twee signalen misschien over één persoon gaan"
    bewaartermijn = "met het oudste van de twee signalen"

    links = models.ForeignKey(Betrokkene, models.CASCADE, related_name="+", db_constraint=False)
    rechts = models.ForeignKey(Betrokkene, models.CASCADE, related_name="+", db_constraint=False)
    kans = models.FloatField("kans dat het één persoon is (0–1)")
    waarom = models.JSONField(default=list)

    class Meta:
        verbose_name = "twijfelpaar"
        verbose_name_plural = "twijfelparen"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("gemeente", "links", "rechts"), name="twijfelpaar_een_keer")
        ]

    def __str__(self) -> str:
        return f"twijfel {self.links_id} – {self.rechts_id}"
