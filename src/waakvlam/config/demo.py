"""The demo: two invented gemeenten in one organisation, a year of leveringen, the months run, a user per role."""

import hashlib
import io
import re
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from waakvlam.adapters.synthetic.files import Levering as Bestand
from waakvlam.adapters.synthetic.generate import Gemeente, Settings, demo_settings, generate
from waakvlam.apps.toegang.service import (
    Gebruiker,
    Organisatie,
    Rol,
    create_gebruiker,
    create_gemeente,
    create_organisatie,
    grant_rol,
)
from waakvlam.apps.toegang.service import Gemeente as GemeenteModel
from waakvlam.apps.vroegsignalering import service
from waakvlam.apps.vroegsignalering.service import Beleidsversie, Levering, LeveringStatus, Maandrun
from waakvlam.config.scherm import voortgang
from waakvlam.domain.common.maand import lees_maand, schrijf_maand
from waakvlam.foundation import tenancy, tijd

ORGANISATIE = "Uitvoering Twee Gemeenten (verzonnen)"
WACHTWOORD = "waakvlam-demo-2026"
"""Known to all on purpose: demo users are marked and refused by a real installation."""


@dataclass(frozen=True)
class Demogebruiker:
    """A user of the demo: address, name, role, and for a partner its code."""

    email: str
    naam: str
    rol: Rol
    partner: str = ""


GEBRUIKERS = (
    Demogebruiker("consulent@demo.example", "Demo Consulent", Rol.CONSULENT),
    Demogebruiker("teamleider@demo.example", "Demo Teamleider", Rol.TEAMLEIDER),
    Demogebruiker("beheerder@demo.example", "Demo Beheerder", Rol.FUNCTIONEEL_BEHEERDER),
    Demogebruiker("privacy@demo.example", "Demo Privacy", Rol.PRIVACY_OFFICER),
    Demogebruiker("partner@demo.example", "Demo Partner", Rol.SIGNAALPARTNER, "VLONDER"),
)

BELEID = """# Demo: leveringen tot en met {begin}
naam: Afwegingskader {jaar} (demo)
gemeente: "{code}"
geldig_vanaf: {jaar}-01-01
venster:
  Huur: {{dagen_min: 30}}
  Energie: {{dagen_min: 30}}
  Water: {{dagen_min: 30}}
  Zorg: {{dagen_min: 30, dagen_max: 100}}
  CAK Zorgverzekeringen: {{dagen_min: 180}}
drempelbedrag: 75
meervoudig: {{sleutel: adres, telt: partners, minimaal: 2, maanden: 2}}
opeenvolgend: {{maanden: 6}}
herhaald: {{maanden: 1}}
opvolging:
  - {{als: {{crisissignaal: true}}, dan: huisbezoek, binnen_werkdagen: 3}}
  - {{als: {{einde_levering: true}}, dan: telefoon, binnen_werkdagen: 3}}
  - {{als: {{meervoudig: true}}, dan: huisbezoek, binnen_dagen: 14, quotum: {quotum}, anders: telefoon}}
  - {{als: {{soort: [Huur], bedrag_vanaf: 1000}}, dan: telefoon, binnen_dagen: 14}}
  - {{als: {{leeftijd_tot: 27}}, dan: bericht, binnen_dagen: 14}}
  - {{dan: brief, binnen_dagen: 14}}
volgorde: [aantal, bedrag]
"""
# The quota of seed document S3: 7 home visits a month for the small gemeente, 17 for the large one.
QUOTA = {"0437": 7, "0451": 17}
_BEGIN = re.compile(
    r"^# Demo: leveringen tot en met (\d{4}-\d{2})(?:, ontvangen tot en met (\S+))?$", re.MULTILINE
)


# Partners deliver from the 20th (domain.md 2.2).
EERSTE_LEVERDAG = 20


def demomaand(vandaag: date) -> str:
    """The month whose leveringen came in last, as JJJJ-MM: its terms still run."""
    deze = vandaag.year * 12 + vandaag.month - 1
    return schrijf_maand(deze if vandaag.day >= EERSTE_LEVERDAG else deze - 1)


def begonnen_maand() -> str | None:
    """The month up to which this demo was begun, however long ago; None when there is none yet."""
    begin = _begin()
    return begin[0] if begin else None


def _begin() -> tuple[str, date] | None:
    """The month and the day of a demo that was begun: with both it gets the same leveringen, however often it goes on."""
    with tenancy.gemeenten(*QUOTA):
        for tekst in Beleidsversie.objects.order_by("pk").values_list("tekst", flat=True):
            if gevonden := _BEGIN.search(tekst):
                # A demo of before the day was written down had no last day.
                return gevonden[1], date.fromisoformat(gevonden[2]) if gevonden[2] else date.max
    return None


def is_gevuld() -> bool:
    """Tell whether the demo stands: its last step, the last month of every gemeente, was done."""
    tot = begonnen_maand()
    if tot is None:
        return False
    with tenancy.gemeenten(*QUOTA):
        gedraaid = Maandrun.objects.filter(maand=lees_maand(tot)).count()
    gebruikers = Gebruiker.objects.filter(email__in=[g.email for g in GEBRUIKERS])
    rollen = sum(gebruiker.rollen.count() for gebruiker in gebruikers)
    return gedraaid == len(QUOTA) and rollen >= len(QUOTA) * len(GEBRUIKERS)


def vul(tot: str) -> None:
    """Fill a database with the demo, up to this month and today; one that was begun goes on with its own month and day.

    What is done stays done when it is stopped half-way, and is passed over the next time.
    """
    tot, dag = _begin() or (tot, tijd.vandaag())
    instellingen = demo_settings(tot, laatste_dag=dag)
    _maak_gemeenten(instellingen.gemeenten, tot, dag)
    codes = [gemeente.code for gemeente in instellingen.gemeenten]
    van, laatste = lees_maand(instellingen.van), lees_maand(tot)
    _lever_in(instellingen)
    _draai(_te_draaien(codes, van, laatste))


def _lever_in(instellingen: Settings) -> None:
    leveringen = list(generate(instellingen).leveringen())
    with tenancy.gemeenten(*QUOTA):
        af = Levering.objects.exclude(status=LeveringStatus.ONTVANGEN)
        klaar = set(af.values_list("gemeente_id", "inhoud_hash"))
    with voortgang("leveringen inlezen", len(leveringen)) as meld:
        for nr, levering in enumerate(leveringen, 1):
            if (levering.gemeentecode, hashlib.sha256(levering.inhoud).hexdigest()) not in klaar:
                _lever(levering)
            meld(nr)


def _lever(levering: Bestand) -> None:
    with tenancy.gemeenten(levering.gemeentecode):
        bewaard, _ = service.bewaar_levering(
            gemeente=levering.gemeentecode,
            bestandsnaam=levering.bestandsnaam,
            bron=io.BytesIO(levering.inhoud),
            partner=levering.partner,
        )
        service.verwerk_levering(bewaard.pk)


def _te_draaien(codes: list[str], van: int, tot: int) -> list[tuple[str, int]]:
    """Every month of every gemeente that was not run, in order."""
    with tenancy.gemeenten(*codes):
        gedraaid = set(Maandrun.objects.values_list("gemeente_id", "maand"))
    return [(code, maand) for maand in range(van, tot + 1) for code in codes if (code, maand) not in gedraaid]


def _draai(werk: list[tuple[str, int]]) -> None:
    """Run months in order: what one month took up is the history of the next."""
    with voortgang("maanden draaien", len(werk)) as meld:
        for nr, (code, maand) in enumerate(werk, 1):
            with tenancy.gemeenten(code):
                service.draai_maand(code, maand)
            meld(nr)


@transaction.atomic
def _maak_gemeenten(gemeenten: tuple[Gemeente, ...], tot: str, dag: date) -> None:
    """Make what is missing of gemeenten, policies, users and roles: all of it, or nothing."""
    organisatie = Organisatie.objects.filter(naam=ORGANISATIE).first() or create_organisatie(
        naam=ORGANISATIE, soort="uitvoeringsorganisatie"
    )
    begin = tot if dag == date.max else f"{tot}, ontvangen tot en met {dag}"
    modellen = []
    for gemeente in gemeenten:
        model = GemeenteModel.objects.filter(pk=gemeente.code).first() or create_gemeente(
            code=gemeente.code, naam=gemeente.naam, organisatie=organisatie
        )
        modellen.append(model)
        with tenancy.gemeenten(gemeente.code):
            service.stel_standaardbeleid_vast(gemeente.code)
            service.stel_beleid_vast(
                BELEID.format(code=gemeente.code, jaar=tot[:4], begin=begin, quotum=QUOTA[gemeente.code])
            )
    for demogebruiker in GEBRUIKERS:
        _maak_gebruiker(demogebruiker, modellen)


def _maak_gebruiker(demogebruiker: Demogebruiker, gemeenten: list[GemeenteModel]) -> None:
    gebruiker = Gebruiker.objects.filter(email=demogebruiker.email).first() or create_gebruiker(
        email=demogebruiker.email, naam=demogebruiker.naam, wachtwoord=WACHTWOORD, is_demo=True
    )
    rol, partner = demogebruiker.rol, demogebruiker.partner
    for gemeente in gemeenten:
        if not gebruiker.rollen.filter(gemeente=gemeente).exists():
            grant_rol(gebruiker=gebruiker, gemeente=gemeente, rol=rol, partner=partner)
