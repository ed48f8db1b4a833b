"""A real installation does not run with demo users."""

import pytest

from waakvlam.apps.toegang import service
from waakvlam.apps.toegang.productie import DemogebruikersError

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def demogebruiker(actor):
    return service.create_gebruiker(email="demo@voorbeeld.test", naam="Demo", is_demo=True)


def test_production_refuses_demo_users(demogebruiker, settings):
    settings.WAAKVLAM_PRODUCTIE = True
    with pytest.raises(DemogebruikersError, match="wachtwoorden zijn openbaar"):
        service.controleer_productie()


def test_a_demo_has_them(demogebruiker, settings):
    settings.WAAKVLAM_PRODUCTIE = False
    service.controleer_productie()


def test_switched_off_they_do_no_harm(demogebruiker, settings):
    settings.WAAKVLAM_PRODUCTIE = True
    demogebruiker.is_active = False
    demogebruiker.save()
    service.controleer_productie()
