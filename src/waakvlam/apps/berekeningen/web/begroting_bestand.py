"""A begroting as a spreadsheet: out of a kept one or of the calculator, and into the calculator."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from waakvlam.apps.berekeningen import rekenen
from waakvlam.apps.berekeningen.formulieren import invullen
from waakvlam.apps.berekeningen.formulieren.notatie import lees_bedrag, toon_bedrag
from waakvlam.apps.berekeningen.formulieren.register import OPZETTEN
from waakvlam.apps.berekeningen.permissions import BEREKENEN
from waakvlam.apps.berekeningen.ports import werkboek
from waakvlam.apps.berekeningen.web.gemeen import berekening_van, zicht
from waakvlam.apps.berekeningen.web.rekenmachine import reken_blad, toon_blad, vorige_van
from waakvlam.apps.toegang.permissions import vereist
from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.rekenen.begroting import Begrotingsregel, lees_invoer, lees_rijen, rijen
from waakvlam.domain.rekenen.invoer import Invoerfout, Veldfout
from waakvlam.foundation import audit, tijd

SOORT = "begroting"
OPZET = OPZETTEN[SOORT]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
MAX_BYTES = 1_000_000
"""A sheet of all lines that fit takes some twenty thousand; a small one is also read in a few seconds at worst."""
MAX_RIJ = 1000
RIJNAMEN = tuple(blok.naam for blok in OPZET.rijen())


@dataclass
class Ingelezen:
    """What became of a sheet: the number of lines per kind, or every fault as (row, column, what stands there, what to do)."""

    inkomsten: int = 0
    uitgaven: int = 0
    fout: str = ""
    fouten: list[tuple[str, str, str, str]] = field(default_factory=list)


@require_safe
@vereist(BEREKENEN)
@audit.reads("begroting.geexporteerd", kwarg="pk", soort="berekeningen.berekening")
def bewaard_xlsx(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the lines of a kept begroting as XLSX."""
    return _maak_bestand(_bewaarde_feiten(request, pk), f"begroting-{pk}", "xlsx")


@require_safe
@vereist(BEREKENEN)
@audit.reads("begroting.geexporteerd", kwarg="pk", soort="berekeningen.berekening")
def bewaard_csv(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the lines of a kept begroting as CSV."""
    return _maak_bestand(_bewaarde_feiten(request, pk), f"begroting-{pk}", "csv")


@require_POST
@vereist(BEREKENEN)
def ingevuld_xlsx(request: HttpRequest) -> HttpResponse:
    """Give what the calculator holds as XLSX, or the calculator with its faults."""
    return _exporteer_ingevuld(request, "xlsx")


@require_POST
@vereist(BEREKENEN)
def ingevuld_csv(request: HttpRequest) -> HttpResponse:
    """Give what the calculator holds as CSV, or the calculator with its faults."""
    return _exporteer_ingevuld(request, "csv")


@require_POST
@vereist(BEREKENEN)
def inlezen(request: HttpRequest) -> HttpResponse:
    """Fill the rows of the calculator with those of a sheet; the other answers stay. With a fault nothing changes."""
    getypt, gelezen = request.POST.dict(), Ingelezen()
    try:
        regels = _lees_bestand(request)
    except Invoerfout as fout:
        gelezen.fouten = [_toon_fout(deel) for deel in fout.fouten]
    except WaakvlamFout as fout:
        gelezen.fout = str(fout)
    else:
        getypt = _zet_regels(getypt, regels)
        gelezen.uitgaven = sum(regel.post.groep.is_uitgave for regel in regels)
        gelezen.inkomsten = len(regels) - gelezen.uitgaven
    blad = reken_blad(OPZET, invullen.vul(OPZET, getypt), gevraagd=False)
    mislukt = gelezen.fout or gelezen.fouten
    return toon_blad(
        request, blad, vorige_van(request, SOORT), {"ingelezen": gelezen}, status=422 if mislukt else 200
    )


def _bewaarde_feiten(request: HttpRequest, pk: int) -> Mapping[str, Any]:
    gevonden = berekening_van(request, pk)
    if gevonden.soort != SOORT:
        raise Http404
    return gevonden.feiten


def _exporteer_ingevuld(request: HttpRequest, extensie: str) -> HttpResponse:
    blad = reken_blad(OPZET, invullen.vul(OPZET, request.POST.dict()), gevraagd=True)
    if not blad.poging.uitkomst:
        return toon_blad(request, blad, vorige_van(request, SOORT), {}, status=422)
    gemeenten = sorted(zicht(request).codes)
    gekozen = request.POST.get("gemeente", "")
    # Not kept yet, so of no gemeente, unless it is clear which one it will be.
    gemeente = gekozen if gekozen in gemeenten else gemeenten[0] if len(gemeenten) == 1 else None
    audit.record_read("begroting.geexporteerd", gemeente=gemeente)
    return _maak_bestand(blad.ingevuld.feiten, SOORT, extensie)


def _maak_bestand(feiten: Mapping[str, Any], naam: str, extensie: str) -> HttpResponse:
    inhoud = rijen(lees_invoer(feiten, tijd.vandaag()))
    if extensie == "xlsx":
        antwoord = HttpResponse(werkboek().als_xlsx("Begroting", inhoud), content_type=XLSX)
    else:
        antwoord = HttpResponse(werkboek().als_csv(inhoud), content_type=CSV)
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}.{extensie}"'
    return antwoord


def _lees_bestand(request: HttpRequest) -> tuple[Begrotingsregel, ...]:
    bestand = request.FILES.get("bestand")
    if bestand is None or not bestand.size:
        raise WaakvlamFout("Kies eerst een werkblad dat niet leeg is.")
    if bestand.size > MAX_BYTES:
        raise WaakvlamFout(
            f"Dit werkblad is groter dan {MAX_BYTES // 1_000_000} MB. Bewaar alleen het blad met de begroting."
        )
    regels = lees_rijen(_als_getypt(werkboek().lees(bestand, MAX_RIJ)))
    for uitgave in (False, True):
        if sum(regel.post.groep.is_uitgave == uitgave for regel in regels) > invullen.MAX_RIJEN:
            soort = "uitgaven" if uitgave else "inkomsten"
            raise WaakvlamFout(f"Er staan meer dan {invullen.MAX_RIJEN} {soort} in. Voeg regels samen.")
    return regels


def _als_getypt(gelezen: list[Any]) -> list[Any]:
    """Read an amount that somebody typed as text the way the form does: `€ 1.234,50`."""
    kop = [str(cel).strip().casefold() for cel in gelezen[0]]
    plekken = {plek for plek, naam in enumerate(kop) if naam == "bedrag"}
    return [
        gelezen[0],
        *(
            [
                lees_bedrag(cel) if plek in plekken and isinstance(cel, str) else cel
                for plek, cel in enumerate(rij)
            ]
            for rij in gelezen[1:]
        ),
    ]


def _toon_fout(fout: Veldfout) -> tuple[str, str, str, str]:
    rij, _, kolom = fout.veld.partition(".")
    return (
        rij.capitalize().replace(" ", "\u00a0"),
        kolom or "hele rij",
        fout.waarde,
        rekenen.op_scherm(fout.fout, OPZET),
    )


def _zet_regels(getypt: Mapping[str, str], regels: tuple[Begrotingsregel, ...]) -> dict[str, str]:
    nieuw = {naam: w for naam, w in getypt.items() if not naam.startswith(tuple(f"{r}-" for r in RIJNAMEN))}
    tellers = dict.fromkeys(RIJNAMEN, 0)
    for regel in regels:
        blok = "uitgaven" if regel.post.groep.is_uitgave else "inkomsten"
        tellers[blok] += 1
        plek = f"{blok}-{tellers[blok]}"
        nieuw |= {
            f"{plek}-post": regel.post.sleutel,
            f"{plek}-bedrag": toon_bedrag(regel.bedrag),
            f"{plek}-periode": regel.periode.value,
            f"{plek}-omschrijving": regel.omschrijving or "",
        }
    return nieuw
