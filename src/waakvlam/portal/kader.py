"""The navigation round every page, by what the user may do."""

from django.http import HttpRequest
from django.urls import reverse

from waakvlam.apps.toegang.permissions import Recht, rechten_of
from waakvlam.apps.toegang.service import kader as kader_van_toegang
from waakvlam.foundation.ui.kader import Kader, NavItem

# title, url, icon, right, other pages of the same entry
_PLEKKEN: tuple[tuple[str, str, str, Recht | None, tuple[str, ...]], ...] = (
    ("Vandaag", "portal:home", "inbak", None, ()),
    (
        "Meldingen",
        "vroegsignalering:meldingen",
        "vlam",
        Recht.MELDINGEN_ZIEN,
        ("vroegsignalering:melding", "vroegsignalering:niet_opgepakt", "vroegsignalering:zoek"),
    ),
    (
        "Leveringen",
        "vroegsignalering:leveringen",
        "upload",
        Recht.LEVERINGEN_ZIEN,
        ("vroegsignalering:levering", "vroegsignalering:levering_nieuw"),
    ),
    ("Maandrun", "vroegsignalering:maandrun", "agenda", Recht.MAANDRUN_STARTEN, ()),
    (
        "Berekenen",
        "berekeningen:overzicht",
        "euro",
        Recht.BEREKENEN,
        (
            "berekeningen:rekenmachine",
            "berekeningen:berekening",
            "berekeningen:wat_als",
            "berekeningen:brief",
        ),
    ),
    (
        "Afwegingskader",
        "vroegsignalering:beleid",
        "lijst",
        Recht.BELEID_ZIEN,
        ("vroegsignalering:beleidsversie",),
    ),
    (
        "Voorzieningen",
        "voorzieningen:overzicht",
        "gelukt",
        Recht.BEREKENEN,
        ("voorzieningen:nieuwe_check", "voorzieningen:check", "voorzieningen:aanvraag"),
    ),
    (
        "Regelingen",
        "voorzieningen:regelingen",
        "document",
        Recht.REGELINGEN_ZIEN,
        ("voorzieningen:regelingenversie", "voorzieningen:regelingen_wijzig"),
    ),
    ("Taken", "portal:taken", "bezig", Recht.TAKEN_ZIEN, ("portal:taak",)),
)


def kader(request: HttpRequest) -> Kader:
    """Give the frame of toegang with the places this user can go to."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return kader_van_toegang(request)
    rechten = rechten_of(user)
    hier = request.resolver_match.view_name if request.resolver_match else ""
    return kader_van_toegang(
        request,
        [
            NavItem(titel, reverse(naam), actief=hier in (naam, *ook), icoon=icoon)
            for titel, naam, icoon, recht, ook in _PLEKKEN
            if recht is None or recht in rechten
        ],
    )


def mag_onderdelen(request: HttpRequest) -> bool:
    """Tell whether the gallery of components is open to this user: who manages the installation's look."""
    return Recht.BELEID_WIJZIGEN in rechten_of(request.user)
