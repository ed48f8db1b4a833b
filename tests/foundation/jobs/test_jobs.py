"""Tasks: asked for in the transaction of the data, done once, and always in a state a person can see."""

import psycopg
import pytest
from django.db import OperationalError, connection, transaction

from waakvlam.foundation import audit, jobs, tenancy
from waakvlam.foundation.jobs.models import Taak
from waakvlam.foundation.jobs.status import Taakstatus

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.postgres,
    pytest.mark.usefixtures("actor", "gemeente_a"),
]

gezien: dict = {}

audit.register("taak.proef", "Proef")


@jobs.taak("proef.gelukt", "Proef die lukt")
def gelukt(taak: jobs.Uitvoering) -> dict:
    gezien["bereik"] = tenancy.actief()
    gezien["actor"] = audit.huidige_actor()
    audit.record("taak.proef", gemeente=taak.gemeente)
    taak.voortgang(1, 2, "halverwege")
    with Taakstatus(taak.id, taak.gemeente) as ander:
        gezien["tijdens"] = ander.lees()
    return {"rijen": taak.ids["levering"]}


@jobs.taak("proef.kan_niet", "Proef die niet kan")
def kan_niet(taak: jobs.Uitvoering) -> None:
    audit.record("taak.proef", gemeente=taak.gemeente)
    raise jobs.TaakError("De levering is leeg. Vraag de partner om een nieuwe.")


@jobs.taak("proef.kapot", "Proef die breekt")
def kapot(taak: jobs.Uitvoering) -> None:
    audit.record("taak.proef", gemeente=taak.gemeente)
    raise KeyError("Jansen, 1985")


@jobs.taak("proef.gestopt", "Proef die gestopt wordt")
def gestopt(taak: jobs.Uitvoering) -> None:
    audit.record("taak.proef", gemeente=taak.gemeente)
    with Taakstatus(taak.id, taak.gemeente) as ander:
        ander._vraag("update jobs_taak set stop_gevraagd = true where id = %s returning id", [taak.id])
    taak.voortgang(1, 10)


def vraag(soort: str, **ids) -> Taak:
    with tenancy.gemeenten("9901"):
        return jobs.defer(soort, gemeente="9901", **ids)


def na(taak: Taak) -> Taak:
    with tenancy.gemeenten("9901"):
        return jobs.taken().get(pk=taak.pk)


def proeven() -> int:
    with tenancy.gemeenten("9901"):
        return audit.gebeurtenissen().filter(actie="taak.proef").count()


def test_a_task_is_done_as_its_gemeente_and_ends_with_its_result():
    taak = vraag("proef.gelukt", levering=12)
    assert na(taak).status == "wacht"
    jobs.run_worker(wait=False)
    klaar = na(taak)
    assert (klaar.status, klaar.resultaat, klaar.procent) == ("klaar", {"rijen": 12}, 100)
    assert gezien["bereik"] == tenancy.Bereik(("9901",))
    assert gezien["actor"] == audit.Actor("taak", taak.pk, "werker")
    assert proeven() == 1


def test_progress_is_seen_while_the_work_is_not_committed():
    jobs_taak = vraag("proef.gelukt", levering=1)
    jobs.run_worker(wait=False)
    assert jobs_taak.pk == gezien["tijdens"]["id"]
    assert (gezien["tijdens"]["status"], gezien["tijdens"]["gedaan"], gezien["tijdens"]["tekst"]) == (
        "bezig",
        1,
        "halverwege",
    )


def test_without_commit_there_is_no_task():
    with pytest.raises(KeyError), tenancy.gemeenten("9901"), transaction.atomic():
        jobs.defer("proef.gelukt", gemeente="9901", levering=1)
        raise KeyError
    jobs.run_worker(wait=False)
    assert proeven() == 0


def test_what_cannot_be_done_says_so_and_leaves_nothing_behind():
    taak = vraag("proef.kan_niet")
    jobs.run_worker(wait=False)
    assert (na(taak).status, na(taak).tekst) == (
        "mislukt",
        "De levering is leeg. Vraag de partner om een nieuwe.",
    )
    assert proeven() == 0


def test_an_unforeseen_error_is_shown_without_its_contents():
    taak = vraag("proef.kapot")
    jobs.run_worker(wait=False)
    assert na(taak).status == "mislukt"
    assert "KeyError" in na(taak).tekst
    assert "Jansen" not in na(taak).tekst
    assert proeven() == 0


def test_a_task_asked_to_stop_stops_and_leaves_nothing_behind():
    taak = vraag("proef.gestopt")
    jobs.run_worker(wait=False)
    assert na(taak).status == "gestopt"
    assert proeven() == 0


def test_a_waiting_task_asked_to_stop_never_begins():
    taak = vraag("proef.gelukt", levering=1)
    with tenancy.gemeenten("9901"):
        jobs.stop(taak)
    jobs.run_worker(wait=False)
    assert na(taak).status == "gestopt"
    assert proeven() == 0


def test_doing_it_again_does_nothing():
    taak = vraag("proef.gelukt", levering=1)
    jobs.run_worker(wait=False)
    jobs.voer_uit(taak.pk, "9901")
    assert proeven() == 1


def test_two_workers_do_not_do_one_task_together():
    taak = vraag("proef.gelukt", levering=1)
    with Taakstatus(taak.pk, "9901") as ander:
        assert ander.claim()
        with pytest.raises(Exception, match="andere werker"):
            jobs.voer_uit(taak.pk, "9901")
    assert proeven() == 0


def test_a_task_that_keeps_killing_its_worker_is_given_up():
    taak = vraag("proef.gelukt", levering=1)
    with tenancy.gemeenten("9901"):
        jobs.taken().filter(pk=taak.pk).update(status="bezig", pogingen=jobs.MAX_POGINGEN)
    jobs.run_worker(wait=False)
    assert na(taak).status == "mislukt"
    assert proeven() == 0


def test_one_task_per_slot_at_a_time():
    een = vraag("proef.gelukt", slot="2026-09", levering=1)
    assert vraag("proef.gelukt", slot="2026-09", levering=1) == een
    assert vraag("proef.gelukt", slot="2026-10", levering=1) != een
    jobs.run_worker(wait=False)
    assert vraag("proef.gelukt", slot="2026-09", levering=1) != een


@pytest.mark.parametrize("waarde", ["J. Jansen", "Straat 1, Dorp", "a@b.nl", "x" * 65])
def test_arguments_are_ids_and_codes(waarde):
    with pytest.raises(ValueError, match="alleen nummers en codes"):
        vraag("proef.gelukt", levering=waarde)


def test_an_unknown_kind_is_refused():
    with pytest.raises(LookupError):
        vraag("proef.bestaat_niet")


@jobs.taak("proef.verbinding_weg", "Proef die de database verliest")
def verbinding_weg(taak: jobs.Uitvoering) -> None:
    audit.record("taak.proef", gemeente=taak.gemeente)
    if taak.poging == 1:
        with connection.cursor() as cursor, psycopg.connect(gezien["url"]) as ander:
            cursor.execute("select pg_backend_pid()")
            ander.execute("select pg_terminate_backend(%s)", cursor.fetchone())
        audit.record("taak.proef", gemeente=taak.gemeente)


def test_a_task_that_loses_its_connection_waits_and_is_done_again(postgres_urls):
    # The application may end its own connections; the owner may not end those of the application.
    gezien["url"] = postgres_urls[1]
    taak = vraag("proef.verbinding_weg")
    with pytest.raises(OperationalError):
        jobs.voer_uit(taak.pk, "9901")
    connection.close()
    assert (na(taak).status, proeven()) == ("wacht", 0)
    jobs.voer_uit(taak.pk, "9901")
    assert (na(taak).status, proeven()) == ("klaar", 1)


@jobs.taak("proef.stukken", "Proef met eigen transacties", eigen_transacties=True)
def stukken(taak: jobs.Uitvoering) -> dict:
    assert tenancy.actief() is None
    for nummer in range(3):
        with tenancy.gemeenten(taak.gemeente):
            audit.record("taak.proef", gemeente=taak.gemeente)
        taak.voortgang(nummer + 1, 3)
    return {"stukken": 3}


def test_a_task_may_have_transactions_of_its_own():
    taak = vraag("proef.stukken")
    jobs.run_worker(wait=False)
    assert (na(taak).status, na(taak).resultaat, proeven()) == ("klaar", {"stukken": 3}, 3)


def test_a_partner_sees_its_own_tasks_only():
    with tenancy.gemeenten("9901", partner="P1"):
        eigen = jobs.defer("proef.gelukt", gemeente="9901", levering=1)
    vraag("proef.gelukt", levering=2)
    with tenancy.gemeenten("9901", partner="P1"):
        assert list(jobs.taken()) == [eigen]
