"""Reads of vroegsignalering."""

from waakvlam.apps.vroegsignalering.models import Beleidsversie
from waakvlam.domain.common.maand import laatste_dag


def get_beleidsversie(gemeente: str, maand: int) -> Beleidsversie | None:
    """Give the policy in force for a month: the latest that begins before the month ends; None when there is none."""
    return (
        Beleidsversie.objects.filter(gemeente_id=gemeente, geldig_vanaf__lte=laatste_dag(maand))
        .order_by("-geldig_vanaf", "-pk")
        .first()
    )
