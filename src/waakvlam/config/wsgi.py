"""Entry of the web server (gunicorn waakvlam.config.wsgi)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waakvlam.config.settings")
application = get_wsgi_application()


def _controleer() -> None:
    from waakvlam.apps.toegang.service import controleer_productie

    controleer_productie()


_controleer()
