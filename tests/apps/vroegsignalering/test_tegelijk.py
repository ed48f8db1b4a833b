"""The same thing asked twice at one moment is done once, without an error for either."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections
from tests.apps.vroegsignalering.hulp import (
    als_csv,
    bewaarde_bestanden,
    draai,
    lever,
    rij,
    stel_vast,
    wacht_tot,
)

from waakvlam.apps.vroegsignalering.models import Levering, Melding, Signaal, Uitkomst
from waakvlam.foundation import audit, tenancy

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.postgres,
    pytest.mark.usefixtures("actor", "gemeente_a", "gemeente_b"),
]


def tegelijk(*werk: Callable[[], Any]) -> list[Any]:
    """Do these in threads with connections of their own that start together; gives what each gave."""
    samen = threading.Barrier(len(werk))

    def doe(functie: Callable[[], Any]) -> Any:
        try:
            with audit.actor(audit.Actor("opdrachtregel", None, "opdrachtregel")):
                samen.wait(30)
                return functie()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(werk)) as draden:
        return [taak.result(120) for taak in [draden.submit(doe, functie) for functie in werk]]


@pytest.mark.parametrize("partner", ["", "P1"])
@pytest.mark.parametrize("poging", range(3))
def test_the_same_file_twice_at_the_same_moment_is_one_levering(poging: int, partner: str, datamap: Path):
    inhoud = als_csv(*(rij(f"K-{nr}") for nr in range(400)), rij("K-fout", bedrag="x"))

    leveringen = tegelijk(*[lambda: lever(inhoud, partner=partner)] * 3)

    assert len({levering.pk for levering in leveringen}) == 1
    assert {levering.status for levering in leveringen} == {"ingelezen"}
    with tenancy.gemeenten("9901"):
        assert (Levering.objects.count(), Signaal.objects.count()) == (1, 400)
        assert Levering.objects.get().fouten.count() == 1
        acties = list(audit.gebeurtenissen().values_list("actie", flat=True))
    assert (acties.count("levering.ontvangen"), acties.count("levering.ingelezen")) == (1, 1)
    assert len(bewaarde_bestanden(datamap)) == 1


def test_the_second_waits_for_a_first_that_is_undone_and_then_does_it_itself(datamap: Path):
    inhoud = als_csv(rij())
    begonnen, mag_door = threading.Event(), threading.Event()

    class Ongedaan(Exception):
        """The first is undone at the end of its transaction."""

    def eerste() -> None:
        with pytest.raises(Ongedaan), tenancy.gemeenten("9901"):
            lever(inhoud)
            begonnen.set()
            mag_door.wait(30)
            raise Ongedaan

    def tweede() -> Levering:
        begonnen.wait(30)
        threading.Timer(0.3, mag_door.set).start()
        return lever(inhoud)

    _, levering = tegelijk(eerste, tweede)

    assert levering.status == "ingelezen"
    with tenancy.gemeenten("9901"):
        assert (Levering.objects.count(), Signaal.objects.count()) == (1, 1)
    assert (datamap / "leveringen" / levering.opslag).is_file()


def test_two_runs_of_a_month_at_once_give_one_result():
    stel_vast()
    lever(als_csv(*(rij(f"K-{nr}", huisnummer=str(nr)) for nr in range(1, 60))))

    uitkomsten = tegelijk(draai, draai, draai)

    assert sorted(gewijzigd for _, gewijzigd in uitkomsten) == [False, False, True]
    assert len({run.pk for run, _ in uitkomsten}) == 1
    with tenancy.gemeenten("9901"):
        assert (Melding.objects.count(), Uitkomst.objects.count()) == (59, 59)


def test_two_months_of_one_gemeente_at_once_both_end_and_a_rerun_settles_what_the_later_missed():
    stel_vast()
    rijen = [
        rij(f"K-{nr}", huisnummer=str(nr), signaaldatum=f"2026-{maand}-25", ontstaansdatum="2026-06-25")
        for nr in range(1, 40)
        for maand in ("08", "09")
    ]
    lever(als_csv(*rijen))

    tegelijk(lambda: draai("2026-08"), lambda: draai("2026-09"))

    draai("2026-08")
    draai("2026-09")
    with tenancy.gemeenten("9901"):
        redenen = list(Uitkomst.objects.values_list("maand", "reden"))
    assert sorted(set(redenen)) == [(2026 * 12 + 7, ""), (2026 * 12 + 8, "herhaald")]
    assert len(redenen) == 78


def test_a_run_waits_for_another_run_of_the_same_gemeente_and_not_for_that_of_another():
    stel_vast("9901")
    stel_vast("9902")
    lever(als_csv(rij()))
    lever(als_csv(rij()), gemeente="9902")

    def wachters() -> int:
        with connection.cursor() as cursor:
            cursor.execute(
                "select count(*) from pg_locks where locktype = 'advisory' and not granted and classid = 9901"
            )
            return cursor.fetchone()[0]

    with ThreadPoolExecutor(1) as draad:
        with tenancy.gemeenten("9901"), connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(9901, 0)")
            ander = draad.submit(lambda: tegelijk(draai)[0])
            wacht_tot(wachters, "de tweede run wacht")
            assert draai(gemeente="9902")[1] is True
            assert not ander.done()
        assert ander.result(60)[1] is True
