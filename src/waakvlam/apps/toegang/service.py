"""The front door of toegang for other contexts: commands and selectors, nothing else."""

from waakvlam.apps.toegang.commands import (
    ToegangError,
    create_gebruiker,
    create_gemeente,
    create_organisatie,
    delete_tweede_stap,
    grant_rol,
    revoke_rol,
    set_actief,
    set_wachtwoord,
)
from waakvlam.apps.toegang.kader import kader
from waakvlam.apps.toegang.models import Gebruiker, Gemeente, Organisatie, OrganisatieSoort, Rol
from waakvlam.apps.toegang.productie import controleer_productie
from waakvlam.apps.toegang.selectors import (
    Toegang,
    get_gemeente,
    get_toegang,
    list_gebruikers,
    list_gemeenten,
)
from waakvlam.apps.toegang.zicht import Zicht, zicht_van

__all__ = [
    "Gebruiker",
    "Gemeente",
    "Organisatie",
    "OrganisatieSoort",
    "Rol",
    "Toegang",
    "ToegangError",
    "Zicht",
    "controleer_productie",
    "create_gebruiker",
    "create_gemeente",
    "create_organisatie",
    "delete_tweede_stap",
    "get_gemeente",
    "get_toegang",
    "grant_rol",
    "kader",
    "list_gebruikers",
    "list_gemeenten",
    "revoke_rol",
    "set_actief",
    "set_wachtwoord",
    "zicht_van",
]
