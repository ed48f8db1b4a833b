"""Entry of the web server (gunicorn waakvlam.config.wsgi)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waakvlam.config.settings")
application = get_wsgi_application()


def _controleer() -> None:
    from django.db import connections

    from waakvlam.apps.toegang.service import controleer_productie
    from waakvlam.config.wiring import werk_in_datamap

    controleer_productie()
    werk_in_datamap()
    # A connection opened here must not be shared by processes forked later.
    connections.close_all()


_controleer()
