"""Who works with the platform, for which gemeente, in which role."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower

GEMEENTECODE = RegexValidator(r"^\d{4}$", "Een gemeentecode heeft vier cijfers (CBS).")


class OrganisatieSoort(models.TextChoices):
    """What an organisation does in the chain."""

    GEMEENTE = "gemeente", "Gemeente"
    UITVOERINGSORGANISATIE = "uitvoeringsorganisatie", "Uitvoeringsorganisatie"
    SIGNAALPARTNER = "signaalpartner", "Signaalpartner"


class Rol(models.TextChoices):
    """The roles a user can have in a gemeente."""

    CONSULENT = "consulent", "Consulent vroegsignalering"
    TEAMLEIDER = "teamleider", "Teamleider"
    FUNCTIONEEL_BEHEERDER = "functioneel_beheerder", "Functioneel beheerder"
    PRIVACY_OFFICER = "privacy_officer", "Privacy officer"
    SIGNAALPARTNER = "signaalpartner", "Signaalpartner"


class Organisatie(models.Model):
    """An organisation that works with the platform. Not bound to one gemeente: it may serve several."""

    pii = "geen"
    bewaartermijn = "zolang de organisatie meewerkt"

    naam = models.CharField("naam", max_length=200, unique=True)
    soort = models.CharField("soort", max_length=30, choices=OrganisatieSoort)

    class Meta:
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam


class Gemeente(models.Model):
    """A gemeente by its CBS code, and the organisation that carries out the work for it."""

    pii = "geen"
    bewaartermijn = "zolang de gemeente bestaat"

    code = models.CharField("CBS-code", max_length=4, primary_key=True, validators=[GEMEENTECODE])
    naam = models.CharField("naam", max_length=200, unique=True)
    organisatie = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, related_name="gemeenten", verbose_name="uitgevoerd door"
    )

    class Meta:
        verbose_name = "gemeente"
        verbose_name_plural = "gemeenten"
        ordering = ("naam",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(code__regex=r"^\d{4}$"), name="gemeente_code_vier_cijfers"
            )
        ]

    def __str__(self) -> str:
        return self.naam


class GebruikerManager(BaseUserManager["Gebruiker"]):
    """Finds users by e-mail address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "Gebruiker":
        """Find by e-mail address."""
        return self.get(email__iexact=username)

    def create_user(self, email: str, password: str | None = None, **velden: Any) -> "Gebruiker":
        """Save a user; use `commands.create_gebruiker` in the application, which also checks and logs."""
        gebruiker = self.model(email=self.normalize_email(email).lower(), **velden)
        gebruiker.set_password(password)
        gebruiker.save(using=self._db)
        return gebruiker


class Gebruiker(AbstractBaseUser):
    """A person who logs in. Rights come from roles per gemeente only; there is no user who may do everything."""

    pii = "naam, e-mailadres van de medewerker"
    bewaartermijn = "tot een jaar na de laatste rol (auditlog houdt alleen het nummer)"

    email = models.EmailField(
        "e-mailadres", unique=True, error_messages={"unique": "Dit e-mailadres is in gebruik."}
    )
    naam = models.CharField("naam", max_length=200)
    is_active = models.BooleanField("actief", default=True)
    is_demo = models.BooleanField("demogebruiker", default=False)

    objects = GebruikerManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ("naam",)

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        ordering = ("naam", "pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="gebruiker_email_kleine_letters"
            )
        ]

    def __str__(self) -> str:
        return self.naam

    def get_full_name(self) -> str:
        """Give the name, as Django asks for it."""
        return self.naam


class Roltoekenning(models.Model):
    """A role of a user in a gemeente, from a day until (not including) another.

    Outside row-level security on purpose: it is what tells which gemeenten a user may see.
    """

    pii = "welke medewerker welke rol had"
    bewaartermijn = "als de gebruiker"

    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.CASCADE, related_name="rollen")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+", db_column="gemeente")
    rol = models.CharField("rol", max_length=30, choices=Rol)
    partner = models.CharField("partnercode", max_length=100, blank=True)
    vanaf = models.DateField("vanaf")
    tot = models.DateField("tot", null=True, blank=True)

    class Meta:
        verbose_name = "roltoekenning"
        verbose_name_plural = "roltoekenningen"
        ordering = ("gebruiker", "gemeente", "rol")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("gebruiker", "gemeente", "rol", "partner"),
                condition=models.Q(tot__isnull=True),
                name="roltoekenning_een_open",
            ),
            models.CheckConstraint(
                condition=models.Q(rol=Rol.SIGNAALPARTNER) ^ models.Q(partner=""),
                name="roltoekenning_partner_bij_signaalpartner",
            ),
            models.CheckConstraint(
                condition=models.Q(tot__isnull=True) | models.Q(tot__gte=models.F("vanaf")),
                name="roltoekenning_tot_na_vanaf",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_rol_display()} ({self.gemeente_id})"
