"""The meldingen of a month, and the signals that were not taken up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from waakvlam.apps.toegang.permissions import vereist
from waakvlam.apps.vroegsignalering import selectors
from waakvlam.apps.vroegsignalering.forms import REDENEN, MeldingFilter, NietOpgepaktFilter, ZoekForm
from waakvlam.apps.vroegsignalering.models import Maandrun
from waakvlam.apps.vroegsignalering.permissions import MAANDRUN, MELDINGEN
from waakvlam.apps.vroegsignalering.selectors import Zicht, Zoekvraag
from waakvlam.apps.vroegsignalering.web.gemeen import pagina, telling, zicht
from waakvlam.domain.common.maand import schrijf_maand
from waakvlam.foundation import audit, tijd
from waakvlam.foundation.ui.onthouden import onthoud_filters

MAAND, ZOEK = "vroegsignalering_maand", "vroegsignalering_zoek"
"""Session keys: the month last looked at, and what is looked for (never in a URL)."""
LIJSTEN = {"meldingen": "vroegsignalering:meldingen", "niet_opgepakt": "vroegsignalering:niet_opgepakt"}
NIET_ONTHOUDEN = ("pagina", "maand")


@dataclass(frozen=True)
class Maandkeuze:
    """The month on screen with its runs, the one before and after, and all there are (newest first)."""

    maand: int
    runs: tuple[Maandrun, ...]
    alle: tuple[str, ...]

    @property
    def periode(self) -> str:
        """The month as JJJJ-MM."""
        return schrijf_maand(self.maand)

    @property
    def vorige(self) -> str:
        """The nearest earlier month with meldingen, or empty."""
        return next((m for m in self.alle if m < self.periode), "")

    @property
    def volgende(self) -> str:
        """The nearest later month with meldingen, or empty."""
        return next((m for m in reversed(self.alle) if m > self.periode), "")


@require_safe
@vereist(MELDINGEN)
@onthoud_filters("meldingen", NIET_ONTHOUDEN)
def meldingen(request: HttpRequest) -> HttpResponse:
    """Show the meldingen of a month, by rank, filtered."""
    return _toon_meldingen(request, ZoekForm())


@require_safe
@vereist(MELDINGEN)
@onthoud_filters("niet_opgepakt", NIET_ONTHOUDEN)
def niet_opgepakt(request: HttpRequest) -> HttpResponse:
    """Show the signals of a month that were not taken up, each with the reason."""
    return _toon_niet_opgepakt(request, ZoekForm())


@require_POST
@vereist(MELDINGEN)
def zoek(request: HttpRequest) -> HttpResponse:
    """Look for an address or kenmerk, or stop looking (`stop`); what is looked for stays in the session."""
    waar = request.POST.get("waar", "")
    waar = waar if waar in LIJSTEN else "meldingen"
    if "stop" in request.POST:
        request.session.pop(ZOEK, None)
        return redirect(LIJSTEN[waar])
    formulier = ZoekForm(request.POST)
    if not formulier.is_valid():
        toon = _toon_niet_opgepakt if waar == "niet_opgepakt" else _toon_meldingen
        return toon(request, formulier, status=422)
    # An answer tells something also when it is "nothing": every gemeente that is looked in keeps that it was asked.
    op = "kenmerk" if formulier.cleaned_data["kenmerk"] else "adres"
    for code in zicht(request, MELDINGEN).codes:
        audit.record_read("signalen.gezocht", gemeente=code, gegevens={"op": op})
    request.session[ZOEK] = formulier.cleaned_data
    return redirect(LIJSTEN[waar])


def _toon_meldingen(request: HttpRequest, zoekformulier: ZoekForm, status: int = 200) -> HttpResponse:
    vandaag, mijn = tijd.vandaag(), zicht(request, MELDINGEN)
    keuze = _maandkeuze(request, mijn)
    if keuze is None:
        return _leeg(request, mijn)
    cijfers = selectors.get_maandcijfers(mijn, keuze.runs, vandaag)
    soorten, partners, _ = selectors.list_soorten_en_partners(mijn, keuze.maand)
    formulier = MeldingFilter(
        mijn, [naam for naam, _ in cijfers.per_opvolging], soorten, partners, request.GET
    )
    zoekvraag = _zoekvraag(request)
    gevonden = selectors.list_meldingen(
        formulier.zicht_gekozen,
        keuze.maand,
        formulier.waarden(),
        zoekvraag,
        vandaag=vandaag,
        sorteer=request.GET.get("sorteer", "rang"),
    )
    bladzij = pagina(request, gevonden)
    rijen = selectors.maak_rijen(bladzij, vandaag)
    for code in sorted({rij.melding.gemeente_id for rij in rijen}):
        nummers = [rij.melding.pk for rij in rijen if rij.melding.gemeente_id == code]
        audit.record_read(
            "meldingen.bekeken", gemeente=code, gegevens={"maand": keuze.periode, "meldingen": nummers}
        )
    gegevens = _gemeenschappelijk(request, mijn, keuze, cijfers, formulier, zoekformulier, zoekvraag)
    gegevens |= {
        "bladzij": bladzij,
        "rijen": rijen,
        "telling": telling(bladzij.paginator.count, "melding", "meldingen"),
        "waar": "meldingen",
    }
    return render(request, "vroegsignalering/meldingen.html", gegevens, status=status)


def _toon_niet_opgepakt(request: HttpRequest, zoekformulier: ZoekForm, status: int = 200) -> HttpResponse:
    mijn = zicht(request, MELDINGEN)
    keuze = _maandkeuze(request, mijn)
    if keuze is None:
        return _leeg(request, mijn)
    cijfers = selectors.get_maandcijfers(mijn, keuze.runs, tijd.vandaag())
    soorten, partners, redenen = selectors.list_soorten_en_partners(mijn, keuze.maand)
    formulier = NietOpgepaktFilter(mijn, redenen, soorten, partners, request.GET)
    zoekvraag = _zoekvraag(request)
    bladzij = pagina(
        request,
        selectors.list_niet_opgepakt(formulier.zicht_gekozen, keuze.maand, formulier.waarden(), zoekvraag),
    )
    for code in sorted({uitkomst.gemeente_id for uitkomst in bladzij}):
        nummers = [uitkomst.signaal_id for uitkomst in bladzij if uitkomst.gemeente_id == code]
        audit.record_read(
            "meldingen.bekeken", gemeente=code, gegevens={"maand": keuze.periode, "signalen": nummers}
        )
    gegevens = _gemeenschappelijk(request, mijn, keuze, cijfers, formulier, zoekformulier, zoekvraag)
    gegevens |= {
        "bladzij": bladzij,
        "redenen": [(code, REDENEN.get(code, code), aantal) for code, aantal in redenen],
        "telling": telling(bladzij.paginator.count, "signaal", "signalen"),
        "waar": "niet_opgepakt",
    }
    return render(request, "vroegsignalering/niet_opgepakt.html", gegevens, status=status)


def _gemeenschappelijk(
    request: HttpRequest,
    mijn: Zicht,
    keuze: Maandkeuze,
    cijfers: selectors.Maandcijfers,
    formulier: Any,
    zoekformulier: ZoekForm,
    zoekvraag: Zoekvraag | None,
) -> dict[str, Any]:
    return {
        "zicht": mijn,
        "keuze": keuze,
        "cijfers": cijfers,
        "formulier": formulier,
        "gefilterd": bool(formulier.waarden()),
        "zoekformulier": zoekformulier,
        "zoekvraag": zoekvraag,
        "zoekmaanden": selectors.list_zoekmaanden(mijn, zoekvraag) if zoekvraag else [],
        "mag_draaien": bool(zicht(request, MAANDRUN).codes),
    }


def _leeg(request: HttpRequest, mijn: Zicht) -> HttpResponse:
    gegevens = {"zicht": mijn, "mag_draaien": bool(zicht(request, MAANDRUN).codes)}
    return render(request, "vroegsignalering/meldingen_leeg.html", gegevens)


def _maandkeuze(request: HttpRequest, mijn: Zicht) -> Maandkeuze | None:
    """Give the month asked for, else the one last looked at, else the latest; None when no month was run."""
    runs: Sequence[Maandrun] = list(selectors.list_maandruns(mijn))
    if not runs:
        return None
    alle = tuple(dict.fromkeys(run.periode for run in runs))
    gevraagd = request.GET.get("maand") or request.session.get(MAAND)
    periode = gevraagd if gevraagd in alle else alle[0]
    if request.GET.get("maand") == periode != request.session.get(MAAND):
        request.session[MAAND] = periode
    van_maand = tuple(run for run in runs if run.periode == periode)
    return Maandkeuze(van_maand[0].maand, van_maand, alle)


def _zoekvraag(request: HttpRequest) -> Zoekvraag | None:
    bewaard = request.session.get(ZOEK)
    return Zoekvraag(**bewaard) if bewaard else None
