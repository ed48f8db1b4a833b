"""What a real installation must not contain."""

from django.conf import settings

from waakvlam.apps.toegang.models import Gebruiker


class DemogebruikersError(RuntimeError):
    """Demo users in a real installation: their passwords are public."""


def controleer_productie() -> None:
    """Refuse to serve or work when a real installation holds demo users; called by web server and worker.

    Raises DemogebruikersError.
    """
    if settings.WAAKVLAM_PRODUCTIE and Gebruiker.objects.filter(is_demo=True, is_active=True).exists():
        raise DemogebruikersError(
            "Waakvlam kan zo niet starten: er zijn actieve demogebruikers, en hun wachtwoorden zijn openbaar. "
            "Zet hen op niet-actief of gebruik een nieuwe database."
        )
