"""The first page: what must happen today, for the gemeenten and the role of this user."""

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from waakvlam.apps.toegang.permissions import Recht
from waakvlam.apps.vroegsignalering import service
from waakvlam.foundation import audit, jobs, tijd
from waakvlam.foundation.jobs.models import LOPEND

EERST = 10
LEVERINGEN = 5


# It only reads (and logs that): the transaction of the request is enough, a savepoint in it costs two queries.
@transaction.non_atomic_requests
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what waits, per right; who has no role at all sees nothing."""
    if not request.toegang.actief:
        raise Http404
    runs = _runs(request)
    gegevens = {
        "vandaag": tijd.vandaag(),
        "partner": request.toegang.partner,
        **_maandrun(request, runs),
        **_meldingen(request, runs),
        **_leveringen(request),
        **_taken(request),
    }
    return render(request, "portal/home.html", gegevens)


def _zicht(request: HttpRequest, recht: Recht) -> service.Zicht:
    return service.zicht_van(request.user, request.toegang, recht)


def _maandrun(request: HttpRequest, runs: list[service.Maandrun]) -> dict[str, Any]:
    zicht = _zicht(request, Recht.MAANDRUN_STARTEN)
    if not zicht.codes:
        return {}
    standen = service.list_maandstanden(zicht, runs=runs, zonder_historie=True)
    return {"te_draaien": service.list_te_draaien(standen), "standen": service.list_laatste(standen)}


def _runs(request: HttpRequest) -> list[service.Maandrun]:
    """Read the runs once for both parts of the page that ask for them."""
    zicht = {
        gemeente.code: gemeente
        for recht in (Recht.MELDINGEN_ZIEN, Recht.MAANDRUN_STARTEN)
        for gemeente in _zicht(request, recht).gemeenten
    }
    return list(service.list_maandruns(service.Zicht(tuple(zicht.values())))) if zicht else []


def _meldingen(request: HttpRequest, runs: list[service.Maandrun]) -> dict[str, Any]:
    zicht = _zicht(request, Recht.MELDINGEN_ZIEN)
    if not zicht.codes:
        return {}
    vandaag = tijd.vandaag()
    laatste: dict[str, service.Maandrun] = {}
    for run in runs:
        if run.gemeente_id in zicht.codes:
            laatste.setdefault(run.gemeente_id, run)
    nieuwste = sorted(laatste.values(), key=lambda run: run.gemeente.naam)
    rijen = service.maak_rijen(service.list_eerst(zicht, nieuwste, EERST), vandaag)
    gezien: dict[str, list[int]] = {}
    for rij in rijen:
        gezien.setdefault(rij.melding.gemeente_id, []).append(rij.melding.pk)
    audit.record_reads(
        "meldingen.bekeken", {code: {"meldingen": nummers} for code, nummers in gezien.items()}
    )
    return {
        "ziet_meldingen": True,
        "zicht": zicht,
        "cijfers": service.list_cijfers_per_gemeente(zicht, nieuwste, vandaag),
        "zonder_run": [g for g in zicht.gemeenten if g.code not in laatste],
        "eerst": rijen,
    }


def _leveringen(request: HttpRequest) -> dict[str, Any]:
    zicht = _zicht(request, Recht.LEVERINGEN_ZIEN)
    if not zicht.codes:
        return {}
    filters = {} if zicht.partner else {"status": "fouten"}
    return {
        "ziet_leveringen": True,
        "leveringen": list(service.filter_leveringen(zicht, filters)[:LEVERINGEN]),
        "meer_gemeenten": zicht.meer,
        "mag_inlezen": bool(_zicht(request, Recht.LEVERING_INLEZEN).codes),
    }


def _taken(request: HttpRequest) -> dict[str, Any]:
    zicht = _zicht(request, Recht.TAKEN_ZIEN)
    if not zicht.codes:
        return {}
    lopend = jobs.taken().filter(gemeente__in=zicht.codes, status__in=LOPEND).select_related("gemeente")
    return {
        "ziet_taken": True,
        "taken": [
            (taak, service.voortgang_van(taak, f"{taak.label}, {taak.gemeente.naam}")) for taak in lopend[:5]
        ],
    }
