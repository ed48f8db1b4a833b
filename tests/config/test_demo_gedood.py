"""`waakvlam demo` stopped half-way goes on where it was, and ends as if nothing happened."""

from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.config.hulp import bewaarde_bestanden, stand, voer_uit, vraag, wijzig

from waakvlam.adapters.postgres_embedded import EmbeddedPostgres

# The first of them waits until the demos are filled.
pytestmark = [pytest.mark.postgres, pytest.mark.traag, pytest.mark.timeout(900)]


def test_a_demo_killed_three_times_ends_like_one_that_was_left_alone(
    demo_klaar: Path, demo_gedood: "tuple[Path, CompletedProcess[str]]"
):
    gedood, weer = demo_gedood
    assert weer.returncode == 0, weer.stderr
    assert "gaat verder waar het stopte" in weer.stdout
    with EmbeddedPostgres(gedood / "postgres"):
        na = stand(gedood)
    with EmbeddedPostgres(demo_klaar / "postgres"):
        verwacht = stand(demo_klaar)
    assert {wat: len(rijen) for wat, rijen in na.items()} == {w: len(r) for w, r in verwacht.items()}
    assert na == verwacht
    assert len(na["rollen"]) == 10
    assert len(bewaarde_bestanden(gedood)) >= len(na["leveringen"])


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
