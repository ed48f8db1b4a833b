"""Leveringen, signalen, the policy, month runs and meldingen.

Months are numbers (year × 12 + month - 1, see `domain.common.maand`).
"""

from typing import ClassVar

from django.db import models

from waakvlam.domain.common.maand import schrijf_maand
from waakvlam.foundation.pii.fields import EncryptedTextField
from waakvlam.foundation.tenancy.models import GemeenteModel


class LeveringStatus(models.TextChoices):
    """Where a levering stands."""

    ONTVANGEN = "ontvangen", "Ontvangen"
    INGELEZEN = "ingelezen", "Ingelezen"
    MISLUKT = "mislukt", "Niet te lezen"


class Levering(GemeenteModel):
    """One file (or API message) of one partner for one gemeente, kept as received and encrypted.

    Known by its content and its sender: the same bytes of the same sender for the same gemeente are the same
    levering. `bewaar_levering` says when bytes of another sender are a repeat.
    """

    pii = "het bestand zelf (versleuteld op schijf)"
    bewaartermijn = "6 maanden na ontvangst (instelling; aanname, domain.md 7.1)"

    partner = models.TextField(
        "partnercode", default="", help_text="Leeg als het bestand meer partners bevat."
    )
    afzender = models.TextField(
        "partnercode van wie leverde",
        default="",
        help_text="Leeg als de gemeente zelf het bestand aanleverde.",
    )
    noemt_anderen = models.BooleanField("rijen van een andere partner dan de afzender", default=False)
    bestandsnaam = models.TextField()
    inhoud_hash = models.CharField("SHA-256 van de inhoud", max_length=64)
    grootte = models.BigIntegerField("grootte in bytes")
    opslag = models.TextField("plaats van het versleutelde bestand")
    ontvangen_op = models.DateTimeField()
    status = models.CharField(max_length=12, choices=LeveringStatus, default=LeveringStatus.ONTVANGEN)
    ingelezen_op = models.DateTimeField(null=True)
    aantal_signalen = models.IntegerField(default=0)
    aantal_geweigerd = models.IntegerField("geweigerde rijen", default=0)
    waarschuwingen = models.JSONField(default=list)
    foutmelding = models.TextField(default="")

    class Meta:
        verbose_name = "levering"
        verbose_name_plural = "leveringen"
        ordering = ("-ontvangen_op", "-pk")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("gemeente", "inhoud_hash", "afzender"), name="levering_een_keer"),
        ]

    def __str__(self) -> str:
        return f"levering {self.pk}"


class Leveringsfout(GemeenteModel):
    """One refused cell: row as a spreadsheet numbers it, column (empty = the whole row) and what to do."""

    pii = "de geweigerde cel (versleuteld)"
    bewaartermijn = "met de levering"

    levering = models.ForeignKey(Levering, models.CASCADE, related_name="fouten")
    partner = models.TextField("partnercode", default="")
    rij = models.BigIntegerField()
    kolom = models.TextField(default="")
    waarde = EncryptedTextField(null=True)
    fout = models.TextField()

    class Meta:
        verbose_name = "leveringsfout"
        verbose_name_plural = "leveringsfouten"
        ordering = ("rij", "pk")

    def __str__(self) -> str:
        return f"rij {self.rij}"


class Signaal(GemeenteModel):
    """One message about one arrear of one customer. `dagen` are days of arrears on the signaaldatum."""

    pii = "betalingsachterstand van een persoon"
    bewaartermijn = "6 maanden; 12 als opgenomen in een melding (instelling; aanname, domain.md 7.1)"

    # Foreign keys without constraints in the database: see Betrokkene. All three are set by one command.
    gemeente = models.ForeignKey(
        "toegang.Gemeente",
        models.DO_NOTHING,
        db_column="gemeente",
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    levering = models.ForeignKey(Levering, models.DO_NOTHING, related_name="signalen", db_constraint=False)
    betrokkene = models.ForeignKey(
        "personen.Betrokkene", models.DO_NOTHING, related_name="signalen", db_constraint=False, db_index=False
    )
    partner = models.TextField("partnercode")
    rij = models.BigIntegerField("rij in de levering")
    soort = models.TextField()
    kenmerk = models.TextField()
    maand = models.IntegerField()
    signaaldatum = models.DateField()
    ontvangstdatum = models.DateField()
    ontstaansdatum = models.DateField()
    dagen = models.IntegerField()
    bedrag = models.DecimalField(max_digits=15, decimal_places=2)
    sleutel_adres = models.TextField()
    crisissignaal = models.BooleanField()
    warme_overdracht = models.BooleanField()
    bezwaar = models.BooleanField()
    rechtspersoon = models.BooleanField()
    zakelijk = models.BooleanField()
    einde_levering = models.DateField(null=True)
    persoonlijk_contact = models.BooleanField(null=True)
    gewezen_op_schuldhulp = models.BooleanField(null=True)
    hulp_aangeboden = models.BooleanField(null=True)
    herinnering_datum = models.DateField(null=True)
    oorspronkelijk_bedrag = models.DecimalField(max_digits=15, decimal_places=2, null=True)
    zorgverzekeraar = models.TextField(null=True)
    bewindvoerder = models.TextField(null=True)
    contactpersoon = models.TextField(null=True)
    contact_telefoon = models.TextField(null=True)

    class Meta:
        verbose_name = "signaal"
        verbose_name_plural = "signalen"
        indexes: ClassVar = [
            models.Index(fields=("gemeente", "maand"), name="signaal_maand"),
            # Without gemeente, which an address key implies: it would be compared first for every row that comes in.
            models.Index(fields=("sleutel_adres", "maand"), name="signaal_adres"),
        ]

    def __str__(self) -> str:
        return f"signaal {self.pk}"

    @property
    def periode(self) -> str:
        """The month as JJJJ-MM."""
        return schrijf_maand(self.maand)


class Beleidsversie(GemeenteModel):
    """A policy as it was put in force from a day; never changed, so that old months stay explainable."""

    pii = "geen"
    bewaartermijn = "zolang er meldingen van zijn"

    naam = models.TextField()
    geldig_vanaf = models.DateField()
    tekst = models.TextField("afwegingskader als YAML")
    vastgesteld_op = models.DateTimeField()

    class Meta:
        verbose_name = "afwegingskader"
        verbose_name_plural = "afwegingskaders"
        ordering = ("-geldig_vanaf", "-pk")

    def __str__(self) -> str:
        return self.naam


class Maandrun(GemeenteModel):
    """That the meldingen of a month were made, by which policy and from what."""

    pii = "geen"
    bewaartermijn = "18 maanden na de maand (instelling; aanname, domain.md 7.1)"

    maand = models.IntegerField()
    beleidsversie = models.ForeignKey(Beleidsversie, models.PROTECT, related_name="+")
    invoer_hash = models.CharField("SHA-256 van signalen, geschiedenis en beleid", max_length=64)
    gedraaid_op = models.DateTimeField()
    aantal_signalen = models.IntegerField()
    aantal_meldingen = models.IntegerField()
    aantal_niet_opgepakt = models.IntegerField()

    class Meta:
        verbose_name = "maandrun"
        verbose_name_plural = "maandruns"
        ordering = ("-maand",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("gemeente", "maand"), name="maandrun_een_per_maand")
        ]

    def __str__(self) -> str:
        return f"maandrun {self.periode}"

    @property
    def periode(self) -> str:
        """The month as JJJJ-MM."""
        return schrijf_maand(self.maand)


class Melding(GemeenteModel):
    """One or more signalen on one key, taken up together in a month, with the facts that explain it."""

    pii = "dat er achterstanden zijn op een adres of van een persoon"
    bewaartermijn = "18 maanden na afronding (instelling; aanname, domain.md 7.1)"

    maandrun = models.ForeignKey(Maandrun, models.CASCADE, related_name="meldingen")
    maand = models.IntegerField()
    sleutel = models.TextField()
    rang = models.IntegerField()
    aantal = models.IntegerField("getelde eenheden")
    aantal_signalen = models.IntegerField()
    bedrag = models.DecimalField(max_digits=15, decimal_places=2)
    dagen = models.IntegerField("langste achterstand in dagen")
    crisissignaal = models.BooleanField()
    meervoudig = models.BooleanField()
    opeenvolgend = models.BooleanField()
    regel = models.IntegerField("regel van het afwegingskader")
    plek_in_regel = models.IntegerField()
    binnen_quotum = models.BooleanField()
    eerste_ontvangst = models.DateField()
    opvolging = models.TextField()
    uiterlijk = models.DateField(null=True)

    class Meta:
        verbose_name = "melding"
        verbose_name_plural = "meldingen"
        ordering = ("gemeente", "rang")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("gemeente", "maand", "sleutel"), name="melding_een_per_sleutel")
        ]
        indexes: ClassVar = [models.Index(fields=("gemeente", "maand", "rang"), name="melding_rang")]

    def __str__(self) -> str:
        return f"melding {self.pk}"

    @property
    def periode(self) -> str:
        """The month as JJJJ-MM."""
        return schrijf_maand(self.maand)


class Uitkomst(GemeenteModel):
    """What matching decided of one signal: taken up in a melding, or not and why."""

    pii = "of een signaal is opgepakt"
    bewaartermijn = "met het signaal"

    signaal = models.OneToOneField(Signaal, models.CASCADE, related_name="uitkomst", db_constraint=False)
    maandrun = models.ForeignKey(Maandrun, models.CASCADE, related_name="uitkomsten")
    melding = models.ForeignKey(Melding, models.CASCADE, null=True, related_name="uitkomsten")
    partner = models.TextField("partnercode")
    maand = models.IntegerField()
    status = models.TextField()
    reden = models.TextField(default="")
    toelichting = models.TextField(default="")

    class Meta:
        verbose_name = "uitkomst"
        verbose_name_plural = "uitkomsten"
        indexes: ClassVar = [models.Index(fields=("gemeente", "maand"), name="uitkomst_maand")]

    def __str__(self) -> str:
        return f"uitkomst {self.pk}"
