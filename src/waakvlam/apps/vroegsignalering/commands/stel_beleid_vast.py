"""A policy is put in force for a gemeente."""

from importlib.resources import files

from django.db import transaction

from waakvlam.apps.vroegsignalering.models import Beleidsversie
from waakvlam.domain.matching.beleid_lezen import lees_beleidstekst
from waakvlam.foundation import audit, tijd

# Before this day the law of vroegsignalering did not exist (Wgs as of 1-1-2021).
BEGIN = "2021-01-01"


def stel_beleid_vast(tekst: str) -> Beleidsversie:
    """Put the policy in this YAML text in force for its gemeente; the same text again gives the same version.

    Call it inside `tenancy.gemeenten`. Raises WaakvlamFout when the policy is not valid.
    """
    beleid = lees_beleidstekst(tekst)
    with transaction.atomic():
        bestaand = Beleidsversie.objects.filter(gemeente_id=beleid.gemeente, tekst=tekst).first()
        if bestaand:
            return bestaand
        versie = Beleidsversie.objects.create(
            gemeente_id=beleid.gemeente,
            naam=beleid.naam,
            geldig_vanaf=beleid.geldig_vanaf,
            tekst=tekst,
            vastgesteld_op=tijd.nu(),
        )
        audit.record("beleid.vastgesteld", obj=versie, gemeente=beleid.gemeente)
    return versie


def stel_standaardbeleid_vast(gemeente: str) -> Beleidsversie:
    """Give a new gemeente the standard policy, marked as an assumption."""
    standaard = files("waakvlam.domain.matching").joinpath("standaardbeleid.yaml").read_text(encoding="utf-8")
    return stel_beleid_vast(f'gemeente: "{gemeente}"\ngeldig_vanaf: {BEGIN}\n{standaard}')
