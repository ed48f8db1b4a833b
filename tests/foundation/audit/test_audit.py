"""What the log takes, from whom, and who sees it."""

import pytest
from django.db import DatabaseError, transaction
from django.http import HttpResponse
from django.test import RequestFactory

from waakvlam.foundation import audit, tenancy
from waakvlam.foundation.audit.models import Gebeurtenis

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

audit.register("proef.gedaan", "Gedaan")
audit.register("proef.bekeken", "Bekeken", leest=True)


def alle(code: str = "9901") -> list[Gebeurtenis]:
    with tenancy.gemeenten(code):
        return list(audit.gebeurtenissen().filter(actie__startswith="proef."))


def test_an_event_holds_who_what_where_and_how_it_ended(gemeente_a):
    wie = audit.Actor("gebruiker", 7, "192.0.2.1")
    with audit.actor(wie), tenancy.gemeenten("9901"):
        audit.record(
            "proef.gedaan",
            obj=gemeente_a,
            gemeente="9901",
            resultaat="mislukt",
            reden="proef",
            gegevens={"rijen": 3},
        )
    [regel] = alle()
    assert (regel.actor_soort, regel.actor_id, regel.oorsprong) == ("gebruiker", 7, "192.0.2.1")
    assert (regel.object_soort, regel.object_id) == ("toegang.gemeente", "9901")
    assert (regel.resultaat, regel.reden, regel.gegevens) == ("mislukt", "proef", {"rijen": 3})


def test_an_unknown_code_is_refused(actor):
    with pytest.raises(audit.OnbekendeGebeurtenisError, match=r"proef\.onbekend"):
        audit.record("proef.onbekend")


def test_without_actor_nothing_is_recorded():
    with pytest.raises(audit.GeenActorError):
        audit.record("proef.gedaan")


@pytest.mark.parametrize("waarde", [object(), {"naam": "x"}, [object()], "x" * 201, b"x"])
def test_only_short_primitives_go_in(actor, waarde):
    with pytest.raises(TypeError):
        audit.record("proef.gedaan", gegevens={"w": waarde})


def test_an_event_goes_with_its_transaction(gemeente_a, actor):
    with tenancy.gemeenten("9901"), pytest.raises(KeyError), transaction.atomic():
        audit.record("proef.gedaan", gemeente="9901")
        raise KeyError
    assert alle() == []


def test_another_gemeente_does_not_see_it(gemeente_a, gemeente_b, actor):
    with tenancy.gemeenten("9901"):
        audit.record("proef.gedaan", gemeente="9901")
    assert len(alle("9901")) == 1
    assert alle("9902") == []


def test_it_cannot_be_written_for_a_gemeente_out_of_view(gemeente_a, gemeente_b, actor):
    with pytest.raises(DatabaseError, match="row-level security"), tenancy.gemeenten("9901"):
        audit.record("proef.gedaan", gemeente="9902")


def test_a_partner_writes_but_does_not_read(gemeente_a, actor):
    with tenancy.gemeenten("9901", partner="P1"):
        audit.record("proef.gedaan", gemeente="9901")
        assert not audit.gebeurtenissen().exists()
    assert len(alle()) == 1


def test_events_of_the_platform_need_no_gemeente_and_are_not_read_here(gemeente_a, actor):
    audit.record("proef.gedaan")
    assert alle() == []


def test_a_look_is_recorded_when_the_page_is_shown(gemeente_a, actor):
    @audit.reads("proef.bekeken", kwarg="pk", soort="proef")
    def toon(request, pk):
        return HttpResponse(status=200 if pk == 1 else 404)

    with tenancy.gemeenten("9901"):
        toon(RequestFactory().get("/"), pk=1)
        toon(RequestFactory().get("/"), pk=2)
    [regel] = alle()
    assert (regel.actie, regel.object_soort, regel.object_id, regel.gemeente_id) == (
        "proef.bekeken",
        "proef",
        "1",
        "9901",
    )


def test_a_look_is_registered_as_such(actor):
    with pytest.raises(ValueError, match="leest=True"):
        audit.record_read("proef.gedaan")


def test_a_code_means_one_thing():
    audit.register("proef.gedaan", "Gedaan")
    with pytest.raises(ValueError, match="al iets anders"):
        audit.register("proef.gedaan", "Iets anders")
    with pytest.raises(ValueError, match=r"object\.gebeurtenis"):
        audit.register("Proef", "x")
