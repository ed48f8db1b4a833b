"""Leveringen: the list, handing one in, and the report of one."""

from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waakvlam.apps.toegang.permissions import vereist
from waakvlam.apps.vroegsignalering import selectors
from waakvlam.apps.vroegsignalering.commands.bewaar_levering import bewaar_levering
from waakvlam.apps.vroegsignalering.forms import LeveringFilter, LeveringForm
from waakvlam.apps.vroegsignalering.models import Levering, LeveringStatus
from waakvlam.apps.vroegsignalering.permissions import INLEZEN, LEVERINGEN
from waakvlam.apps.vroegsignalering.web.gemeen import INLEZEN_TAAK, pagina, telling, zicht
from waakvlam.apps.vroegsignalering.web.geweigerd import MIME, maak_werkblad
from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.foundation import audit, jobs
from waakvlam.foundation.ui.onthouden import onthoud_filters

DUBBEL = "Het bestand {naam} is al eerder ontvangen voor deze gemeente. Het is niet nog een keer ingelezen."


@require_safe
@vereist(LEVERINGEN)
@onthoud_filters("leveringen")
def leveringen(request: HttpRequest) -> HttpResponse:
    """Show the leveringen in view, newest first."""
    mijn = zicht(request, LEVERINGEN)
    formulier = LeveringFilter(
        mijn,
        selectors.list_partners_van_leveringen(mijn),
        selectors.list_maanden_van_ontvangst(mijn),
        request.GET,
    )
    bladzij = pagina(request, selectors.filter_leveringen(formulier.zicht_gekozen, formulier.waarden()))
    for code in sorted({rij.gemeente_id for rij in bladzij}):
        audit.record_read("leveringen.bekeken", gemeente=code)
    gegevens = {
        "formulier": formulier,
        "bladzij": bladzij,
        "zicht": mijn,
        "telling": telling(bladzij.paginator.count, "levering", "leveringen"),
        "gefilterd": bool(formulier.waarden()),
    }
    return render(request, "vroegsignalering/leveringen.html", gegevens)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(INLEZEN)
def levering_nieuw(request: HttpRequest) -> HttpResponse:
    """Hand in one or more files; each is kept first and read in the background."""
    mijn = zicht(request, INLEZEN)
    formulier = LeveringForm(mijn, request.POST or None, request.FILES or None)
    if request.method == "POST":
        formulier = LeveringForm(mijn, request.POST, request.FILES)
        if formulier.is_valid() and (ontvangen := _ontvang(request, formulier)):
            return (
                redirect("vroegsignalering:levering", ontvangen[0])
                if len(ontvangen) == 1
                else redirect("vroegsignalering:leveringen")
            )
    status = 422 if formulier.errors else 200
    return render(
        request,
        "vroegsignalering/levering_nieuw.html",
        {"formulier": formulier, "zicht": mijn},
        status=status,
    )


def _ontvang(request: HttpRequest, formulier: LeveringForm) -> list[int]:
    """Keep every file; gives the ids of the leveringen, known ones too. What fails stands in the form."""
    gemeente, nummers, namen = formulier.cleaned_data["gemeente"], [], []
    for bestand in formulier.cleaned_data["bestanden"]:
        try:
            with transaction.atomic():
                levering, nieuw = bewaar_levering(
                    gemeente=gemeente,
                    bestandsnaam=bestand.name,
                    bron=bestand.file,
                    partner=request.toegang.partner or "",
                )
                if nieuw:
                    _lees_in(levering)
        except WaakvlamFout as fout:
            formulier.add_error("bestanden", f"{bestand.name}: {fout}")
            continue
        except IntegrityError:
            # The gemeente has this file already, where a partner may not see it.
            messages.warning(request, DUBBEL.format(naam=bestand.name))
            continue
        nummers.append(levering.pk)
        if nieuw:
            namen.append(bestand.name)
        else:
            messages.warning(request, DUBBEL.format(naam=bestand.name))
    _meld_ontvangst(request, namen, alles=not formulier.errors, een=len(nummers) == 1)
    return [] if formulier.errors else nummers


def _meld_ontvangst(request: HttpRequest, namen: list[str], *, alles: bool, een: bool) -> None:
    """Say what came in, when the page that follows does not: the report of one levering does."""
    if namen and not alles:
        messages.success(
            request, f"Wel ontvangen: {', '.join(namen)}. Lever alleen de andere bestanden opnieuw in."
        )
    elif namen and not een:
        messages.success(
            request,
            f"{len(namen)} bestanden ontvangen. Ze worden na elkaar ingelezen."
            if len(namen) > 1
            else f"Het bestand {namen[0]} is ontvangen en wordt ingelezen.",
        )


def _lees_in(levering: Levering) -> None:
    jobs.defer(INLEZEN_TAAK, gemeente=levering.gemeente_id, slot=str(levering.pk), levering=levering.pk)


@require_safe
@vereist(LEVERINGEN)
@audit.reads("levering.bekeken", kwarg="pk", soort="vroegsignalering.levering")
def levering(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the report of one levering: numbers, warnings, refused cells."""
    mijn = zicht(request, LEVERINGEN)
    obj = _levering(request, mijn, pk)
    fouten = pagina(request, selectors.list_fouten(obj))
    gegevens = {
        "levering": obj,
        "fouten": fouten,
        "zicht": mijn,
        "rijen": obj.aantal_signalen + obj.aantal_geweigerd,
        "uitkomsten": [] if mijn.partner else selectors.tel_uitkomsten(obj),
        "mag_inlezen": obj.gemeente_id in zicht(request, INLEZEN).codes,
        **_taakstand(mijn, obj),
    }
    return render(request, "vroegsignalering/levering.html", gegevens)


@require_safe
@vereist(LEVERINGEN)
def levering_voortgang(request: HttpRequest, pk: int) -> HttpResponse:
    """Show only how far reading is; the page asks this every two seconds."""
    mijn = zicht(request, LEVERINGEN)
    obj = _levering(request, mijn, pk)
    return render(
        request, "vroegsignalering/_levering_voortgang.html", {"levering": obj, **_taakstand(mijn, obj)}
    )


@require_POST
@vereist(INLEZEN)
def levering_inlezen(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask again to read a levering that was received and not read."""
    obj = _levering(request, zicht(request, INLEZEN), pk)
    if obj.status == LeveringStatus.ONTVANGEN:
        _lees_in(obj)
    return redirect("vroegsignalering:levering", obj.pk)


@require_safe
@vereist(LEVERINGEN)
@audit.reads("levering.geexporteerd", kwarg="pk", soort="vroegsignalering.levering")
def levering_geweigerd(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the refused cells as a spreadsheet whose cells are text, so that nothing in them is calculated."""
    obj = _levering(request, zicht(request, LEVERINGEN), pk)
    antwoord = HttpResponse(maak_werkblad(obj, selectors.list_fouten(obj)), content_type=MIME)
    antwoord.headers["Content-Disposition"] = f'attachment; filename="geweigerd-levering-{obj.pk}.xlsx"'
    antwoord.headers["Cache-Control"] = "no-store"
    return antwoord


def _levering(request: HttpRequest, mijn: selectors.Zicht, pk: int) -> Levering:
    try:
        obj = selectors.get_levering(mijn, pk)
    except Levering.DoesNotExist as fout:
        raise Http404 from fout
    request.audit_gemeente = obj.gemeente_id
    return obj


def _taakstand(mijn: selectors.Zicht, obj: Levering) -> dict[str, Any]:
    """Give `voortgang` while a task reads the levering or failed at it, and `blijft_liggen` when nobody will."""
    if obj.status != LeveringStatus.ONTVANGEN:
        return {"voortgang": None, "blijft_liggen": False}
    taak = selectors.list_taken(mijn, INLEZEN_TAAK).filter(slot=str(obj.pk)).first()
    return {
        "voortgang": selectors.voortgang_van(taak, "Levering inlezen") if taak else None,
        "blijft_liggen": not (taak and taak.loopt),
    }
