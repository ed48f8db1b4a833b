"""Background work of all contexts: what runs, what failed, and stopping it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from waakvlam.apps.toegang.permissions import Recht, vereist
from waakvlam.apps.vroegsignalering import service
from waakvlam.domain.common.maand import schrijf_maand
from waakvlam.foundation import jobs
from waakvlam.foundation.jobs.models import Status, Taak
from waakvlam.foundation.ui.onthouden import onthoud_filters

PER_PAGINA = 50


@require_safe
@vereist(Recht.TAKEN_ZIEN)
@onthoud_filters("taken")
def taken(request: HttpRequest) -> HttpResponse:
    """Show the tasks in view, newest first; `status` filters."""
    alle = _taken(request)
    status = request.GET.get("status", "")
    gekozen = alle.filter(status=status) if status in Status.values else alle
    bladzij = Paginator(gekozen, PER_PAGINA).get_page(request.GET.get("pagina"))
    bladzij.object_list = list(bladzij.object_list)
    gegevens = {
        "bladzij": bladzij,
        "status": status,
        "keuzes": [("", "Alle"), *Status.choices],
        "meer": _zicht(request).meer,
    }
    return render(request, "portal/taken.html", gegevens)


@require_safe
@vereist(Recht.TAKEN_ZIEN)
def taak(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one task with its progress."""
    return render(request, "portal/taak.html", _gegevens(request, pk))


@require_safe
@vereist(Recht.TAKEN_ZIEN)
def taak_voortgang(request: HttpRequest, pk: int) -> HttpResponse:
    """Show only how far one task is; pages ask this every two seconds."""
    return render(request, "portal/_taak_voortgang.html", _gegevens(request, pk))


@require_POST
@vereist(Recht.TAKEN_ZIEN)
def taak_stop(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask a task to stop; it does so at its next step and leaves everything as it was."""
    gevonden = _taak(request, pk)
    if not _mag_stoppen(request, gevonden):
        raise Http404
    jobs.stop(gevonden)
    messages.info(
        request, "Er is gevraagd om te stoppen. De taak stopt bij de volgende stap en wijzigt niets."
    )
    return redirect("portal:taak", gevonden.pk)


def _zicht(request: HttpRequest) -> service.Zicht:
    return service.zicht_van(request.user, request.toegang, Recht.TAKEN_ZIEN)


def _taken(request: HttpRequest) -> QuerySet[Taak]:
    return jobs.taken().filter(gemeente__in=_zicht(request).codes).select_related("gemeente")


def _taak(request: HttpRequest, pk: int) -> Taak:
    gevonden = _taken(request).filter(pk=pk).first()
    if gevonden is None:
        raise Http404
    return gevonden


def _mag_stoppen(request: HttpRequest, obj: Taak) -> bool:
    """Who may start month runs may stop tasks; looking on is not enough."""
    mag = service.zicht_van(request.user, request.toegang, Recht.MAANDRUN_STARTEN)
    return obj.loopt and obj.gemeente_id in mag.codes


def _gegevens(request: HttpRequest, pk: int) -> dict[str, object]:
    obj = _taak(request, pk)
    return {
        "taak": obj,
        "voortgang": service.voortgang_van(obj, f"{obj.label}, {obj.gemeente.naam}"),
        "over": _over(request, obj),
        "mag_stoppen": _mag_stoppen(request, obj),
    }


def _over(request: HttpRequest, obj: Taak) -> tuple[str, str] | None:
    """Give title and address of what the task is about, when this user may see that."""

    def mag(recht: Recht) -> bool:
        return obj.gemeente_id in service.zicht_van(request.user, request.toegang, recht).codes

    if (nummer := obj.ids.get("levering")) and mag(Recht.LEVERINGEN_ZIEN):
        return "Bekijk de levering", reverse("vroegsignalering:levering", args=[nummer])
    if (maand := obj.ids.get("maand")) and mag(Recht.MELDINGEN_ZIEN):
        return (
            "Bekijk de meldingen",
            f"{reverse('vroegsignalering:meldingen')}?maand={schrijf_maand(int(maand))}&opvolging=",
        )
    return None
