"""Who may do what: literal tables, by role, gemeente and day."""

from datetime import date, timedelta

import pytest

from waakvlam.apps.toegang import permissions, service
from waakvlam.apps.toegang.models import Rol, Roltoekenning
from waakvlam.apps.toegang.permissions import Recht
from waakvlam.config import demo
from waakvlam.config.commands import gebruiker as opdracht
from waakvlam.foundation import audit, tenancy, tijd

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

# fmt: off
TABEL = {  # recht:                 consulent, teamleider, functioneel, privacy, partner
    Recht.LEVERINGEN_ZIEN:          (False,    True,       True,        False,   True),
    Recht.LEVERING_INLEZEN:         (False,    True,       True,        False,   True),
    Recht.MELDINGEN_ZIEN:           (True,     True,       False,       False,   False),
    Recht.MAANDRUN_STARTEN:         (False,    True,       True,        False,   False),
    Recht.BELEID_ZIEN:              (True,     True,       True,        True,    False),
    Recht.BELEID_WIJZIGEN:          (False,    False,      True,        False,   False),
    Recht.TAKEN_ZIEN:               (False,    True,       True,        True,    False),
    Recht.BEREKENEN:                (True,     True,       False,       False,   False),
    Recht.REGELINGEN_ZIEN:          (True,     True,       True,        False,   False),
    Recht.REGELINGEN_WIJZIGEN:      (False,    True,       True,        False,   False),
    Recht.AUDIT_ZIEN:               (False,    False,      False,       True,    False),
    Recht.GEBRUIKERS_BEHEREN:       (False,    False,      True,        False,   False),
}
# fmt: on
ROLLEN = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.FUNCTIONEEL_BEHEERDER, Rol.PRIVACY_OFFICER, Rol.SIGNAALPARTNER)


def test_every_role_has_a_column_in_the_table_can_be_given_and_is_in_the_demo():
    assert tuple(Rol) == ROLLEN
    assert {len(rij) for rij in TABEL.values()} == {len(ROLLEN)}
    assert tuple(Rol.values) == opdracht.ROLLEN
    assert {wie.rol for wie in demo.GEBRUIKERS} == set(Rol)


def test_every_right_is_in_the_table():
    assert set(TABEL) == set(Recht)
    assert set(permissions.RECHTEN) == set(Rol)


@pytest.mark.parametrize(("plek", "rol"), list(enumerate(ROLLEN)))
def test_rights_per_role(plek, rol, gebruiker_met, gemeente_a, gemeente_b):
    gebruiker = gebruiker_met(rol, gemeente_a, partner="P1" if rol == Rol.SIGNAALPARTNER else "")
    for recht, mag in TABEL.items():
        assert permissions.has(gebruiker, recht, gemeente_a) is mag[plek], recht
        assert not permissions.has(gebruiker, recht, gemeente_b), recht


def test_rights_are_per_gemeente(gebruiker_met, gemeente_a, gemeente_b, actor):
    gebruiker = gebruiker_met(Rol.CONSULENT, gemeente_a)
    service.grant_rol(gebruiker=gebruiker, gemeente=gemeente_b, rol=Rol.FUNCTIONEEL_BEHEERDER)
    assert permissions.gemeenten_with(gebruiker, Recht.MELDINGEN_ZIEN) == {"9901"}
    assert permissions.gemeenten_with(gebruiker, Recht.BELEID_ZIEN) == {"9901", "9902"}


@pytest.mark.parametrize(
    ("vanaf", "tot", "geldt"),
    [(0, None, True), (1, None, False), (-10, 0, False), (-10, 1, True), (-10, -1, False)],
)
def test_a_role_holds_from_a_day_until_not_including_another(
    vanaf, tot, geldt, gebruiker_met, gemeente_a, actor
):
    gebruiker = gebruiker_met(None)
    dag = tijd.vandaag()
    service.grant_rol(
        gebruiker=gebruiker,
        gemeente=gemeente_a,
        rol=Rol.CONSULENT,
        vanaf=dag + timedelta(vanaf),
        tot=None if tot is None else dag + timedelta(tot),
    )
    assert permissions.has(gebruiker, Recht.MELDINGEN_ZIEN, gemeente_a) is geldt


def test_who_is_not_active_may_nothing(consulent):
    consulent.is_active = False
    assert permissions.rechten_of(consulent) == set()


def test_a_revoked_role_no_longer_holds(consulent, actor):
    service.revoke_rol(Roltoekenning.objects.get(gebruiker=consulent))
    vers = service.Gebruiker.objects.get(pk=consulent.pk)
    assert permissions.rechten_of(vers) == set()


def test_worker_and_partner_do_not_mix(consulent, signaalpartner, gemeente_a, actor):
    with pytest.raises(service.ToegangError, match="niet allebei"):
        service.grant_rol(gebruiker=consulent, gemeente=gemeente_a, rol=Rol.SIGNAALPARTNER, partner="P1")
    with pytest.raises(service.ToegangError, match="niet allebei"):
        service.grant_rol(gebruiker=signaalpartner, gemeente=gemeente_a, rol=Rol.CONSULENT)


@pytest.mark.parametrize(("rol", "partner"), [(Rol.SIGNAALPARTNER, ""), (Rol.CONSULENT, "P1")])
def test_only_a_signaalpartner_has_a_partnercode(rol, partner, gebruiker_met, gemeente_a, actor):
    with pytest.raises(service.ToegangError, match="partnercode"):
        service.grant_rol(gebruiker=gebruiker_met(None), gemeente=gemeente_a, rol=rol, partner=partner)


def test_the_same_role_twice_is_refused(consulent, gemeente_a, actor):
    with pytest.raises(service.ToegangError):
        service.grant_rol(gebruiker=consulent, gemeente=gemeente_a, rol=Rol.CONSULENT)


def test_a_user_is_known_by_one_address_whatever_its_case(actor):
    service.create_gebruiker(email="Anna@Voorbeeld.test", naam="Anna")
    with pytest.raises(service.ToegangError, match="in gebruik"):
        service.create_gebruiker(email="anna@voorbeeld.TEST", naam="Anna")


def test_a_weak_password_is_refused_in_dutch(actor):
    with pytest.raises(service.ToegangError, match="wachtwoord"):
        service.create_gebruiker(email="a@voorbeeld.test", naam="A", wachtwoord="welkom")


@pytest.mark.parametrize("code", ["437", "04370", "abcd", ""])
def test_a_gemeente_has_a_code_of_four_digits(code, gemeente_a, actor):
    with pytest.raises(service.ToegangError):
        service.create_gemeente(code=code, naam="X", organisatie=gemeente_a.organisatie)


def test_each_command_writes_its_event(gemeente_a, gebruiker_met):
    gebruiker_met(Rol.CONSULENT, gemeente_a)
    with tenancy.gemeenten(gemeente_a.code):
        acties = sorted(audit.gebeurtenissen().values_list("actie", flat=True))
    assert acties == ["gemeente.aangemaakt", "rol.toegekend"]


def test_a_role_asked_for_another_day(consulent):
    assert permissions.rollen_op(consulent, date(2000, 1, 1)) == []


@pytest.mark.parametrize(
    ("vanaf", "tot", "mag"),
    [(0, None, False), (0, 5, False), (9, None, False), (10, None, True), (-9, -5, True), (-9, 0, True)],
)
def test_worker_and_partner_do_not_mix_on_any_day(vanaf, tot, mag, gebruiker_met, gemeente_a, actor):
    """The worker's role runs from today until the tenth day."""
    gebruiker, dag = gebruiker_met(None), tijd.vandaag()
    service.grant_rol(gebruiker=gebruiker, gemeente=gemeente_a, rol=Rol.CONSULENT, tot=dag + timedelta(10))
    andere = {
        "gebruiker": gebruiker,
        "gemeente": gemeente_a,
        "rol": Rol.SIGNAALPARTNER,
        "partner": "P1",
        "vanaf": dag + timedelta(vanaf),
        "tot": None if tot is None else dag + timedelta(tot),
    }
    if mag:
        service.grant_rol(**andere)
    else:
        with pytest.raises(service.ToegangError, match="niet allebei"):
            service.grant_rol(**andere)


def test_nobody_is_the_partner_that_stands_for_workers(gebruiker_met, gemeente_a, actor):
    with pytest.raises(service.ToegangError, match="geen partnercode"):
        service.grant_rol(
            gebruiker=gebruiker_met(None), gemeente=gemeente_a, rol=Rol.SIGNAALPARTNER, partner="*"
        )
