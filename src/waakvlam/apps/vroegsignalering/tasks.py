"""Background work of vroegsignalering."""

from typing import Any

from procrastinate.contrib.django import app

from waakvlam.apps.vroegsignalering import opslag
from waakvlam.apps.vroegsignalering.commands.draai_maand import draai_maand
from waakvlam.apps.vroegsignalering.commands.verwerk_levering import verwerk_levering
from waakvlam.apps.vroegsignalering.models import Levering, LeveringStatus
from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.foundation import jobs, tenancy


@jobs.taak("levering.verwerken", "Levering inlezen")
def verwerken(taak: jobs.Uitvoering) -> dict[str, Any]:
    """Read a kept levering (`levering`: its id)."""
    levering = verwerk_levering(
        int(taak.ids["levering"]), lambda rijen: taak.voortgang(rijen, None, "rijen gelezen")
    )
    gelukt = levering.status == LeveringStatus.INGELEZEN
    return {"gelukt": gelukt, "signalen": levering.aantal_signalen, "geweigerd": levering.aantal_geweigerd}


@jobs.taak("maandrun.draaien", "Maandrun")
def draaien(taak: jobs.Uitvoering) -> dict[str, Any]:
    """Make the meldingen of a month (`maand`: its number)."""
    try:
        run, gewijzigd = draai_maand(taak.gemeente, int(taak.ids["maand"]), taak.voortgang)
    except WaakvlamFout as fout:
        raise jobs.TaakError(str(fout)) from fout
    return {"gewijzigd": gewijzigd, "meldingen": run.aantal_meldingen, "signalen": run.aantal_signalen}


@app.periodic(cron="53 * * * *")
@app.task(name="waakvlam.wis_wezen", queueing_lock="waakvlam.wis_wezen")
def wis_wezen(timestamp: int) -> None:
    """Delete kept files that no levering knows: a process was killed between keeping one and noting it down."""
    for gemeente, plaatsen in opslag.list_oud().items():
        with tenancy.gemeenten(gemeente):
            bekend = set(Levering.objects.filter(opslag__in=plaatsen).values_list("opslag", flat=True))
        for plaats in set(plaatsen) - bekend:
            opslag.verwijder(plaats)
