"""`waakvlam demo` stopped half-way goes on where it was, and ends as if nothing happened."""

from pathlib import Path
from subprocess import Popen

import pytest
from tests.config.hulp import begin, bewaarde_bestanden, dood, stand, tel, voer_uit, vraag, wacht_tot, wijzig

from waakvlam.adapters.postgres_embedded import EmbeddedPostgres

pytestmark = [pytest.mark.postgres, pytest.mark.traag]

MOMENTEN = {
    "the tables are being made": lambda m: vraag(m, "select 1 from django_migrations having count(*) > 3"),
    "leveringen are coming in": lambda m: tel(m, "vroegsignalering_levering") > 60,
    "months are being run": lambda m: tel(m, "vroegsignalering_maandrun") > 5,
}


def test_a_demo_killed_three_times_ends_like_one_that_was_left_alone(
    datamap: Path, demo_begonnen: "tuple[Path, Popen[str]]"
):
    for moment, is_het_zover in MOMENTEN.items():
        proces = begin(datamap, "demo", "--geen-server")
        wacht_tot(lambda: is_het_zover(datamap), moment, proces)  # noqa: B023  asked within the loop
        dood(proces)

    weer = voer_uit(datamap, "demo", "--geen-server")

    ongestoord, proces = demo_begonnen
    _, fout = proces.communicate(timeout=200)
    assert (weer.returncode, proces.returncode) == (0, 0), (weer.stderr, fout)
    assert "gaat verder waar het stopte" in weer.stdout
    with EmbeddedPostgres(datamap / "postgres"):
        na = stand(datamap)
    with EmbeddedPostgres(ongestoord / "postgres"):
        verwacht = stand(ongestoord)
    assert {wat: len(rijen) for wat, rijen in na.items()} == {w: len(r) for w, r in verwacht.items()}
    assert na == verwacht
    assert len(na["rollen"]) == 10
    assert len(bewaarde_bestanden(datamap)) >= len(na["leveringen"])


def test_a_demo_that_stands_is_left_as_it_is_also_in_a_later_month(demo: Path):
    with EmbeddedPostgres(demo / "postgres"):
        voor = stand(demo)
        runs = vraag(demo, "select id, gedraaid_op from vroegsignalering_maandrun order by id")

    weer = voer_uit(demo, "demo", "--geen-server")

    assert (weer.returncode, "staat er al" in weer.stdout) == (0, True), weer.stderr
    with EmbeddedPostgres(demo / "postgres"):
        assert stand(demo) == voor
        assert vraag(demo, "select id, gedraaid_op from vroegsignalering_maandrun order by id") == runs


def test_what_is_missing_of_users_and_roles_is_completed_and_the_rest_is_kept(demo: Path):
    with EmbeddedPostgres(demo / "postgres"):
        voor = stand(demo)
        wijzig(
            demo,
            "delete from toegang_roltoekenning where gebruiker_id in (select id from toegang_gebruiker "
            "where email like 'privacy@%')",
            "delete from toegang_gebruiker where email like 'privacy@%'",
            "delete from toegang_roltoekenning where gemeente = '0451' and rol = 'consulent'",
        )
        assert len(stand(demo)["rollen"]) == 7

    weer = voer_uit(demo, "demo", "--geen-server")

    assert weer.returncode == 0, weer.stderr
    with EmbeddedPostgres(demo / "postgres"):
        assert stand(demo) == voor
