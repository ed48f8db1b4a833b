"""The demo: two invented gemeenten in one organisation, a year of leveringen, the months run, a user per role."""

import io
from dataclasses import dataclass
from datetime import date

from waakvlam.adapters.synthetic.generate import Gemeente, demo_settings, generate
from waakvlam.apps.toegang.service import Gemeente as GemeenteModel
from waakvlam.apps.toegang.service import (
    Rol,
    create_gebruiker,
    create_gemeente,
    create_organisatie,
    grant_rol,
)
from waakvlam.apps.vroegsignalering import service
from waakvlam.config.scherm import voortgang
from waakvlam.domain.common.maand import lees_maand, schrijf_maand
from waakvlam.foundation import tenancy

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

BELEID = """naam: Afwegingskader {jaar} (demo)
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


# Partners deliver from the 20th (domain.md 2.2).
EERSTE_LEVERDAG = 20


def demomaand(vandaag: date) -> str:
    """The month whose leveringen came in last, as JJJJ-MM: its terms still run."""
    deze = vandaag.year * 12 + vandaag.month - 1
    return schrijf_maand(deze if vandaag.day >= EERSTE_LEVERDAG else deze - 1)


def is_gevuld() -> bool:
    """Tell whether the demo stands already."""
    return GemeenteModel.objects.filter(pk__in=QUOTA).exists()


def vul(tot: str) -> None:
    """Fill an empty database with the demo, up to this month. What is done stays done when it is stopped half-way."""
    instellingen = demo_settings(tot)
    _maak_gemeenten(instellingen.gemeenten, tot)
    leveringen = list(generate(instellingen).leveringen())
    with voortgang("leveringen inlezen", len(leveringen)) as meld:
        for nr, levering in enumerate(leveringen, 1):
            with tenancy.gemeenten(levering.gemeentecode):
                bewaard, _ = service.bewaar_levering(
                    gemeente=levering.gemeentecode,
                    bestandsnaam=levering.bestandsnaam,
                    bron=io.BytesIO(levering.inhoud),
                    partner=levering.partner,
                )
                service.verwerk_levering(bewaard.pk)
            meld(nr)
    draai_maanden([g.code for g in instellingen.gemeenten], lees_maand(instellingen.van), lees_maand(tot))


def draai_maanden(codes: list[str], van: int, tot: int) -> None:
    """Run every month in order: what one month took up is the history of the next."""
    werk = [(code, maand) for maand in range(van, tot + 1) for code in codes]
    with voortgang("maanden draaien", len(werk)) as meld:
        for nr, (code, maand) in enumerate(werk, 1):
            with tenancy.gemeenten(code):
                service.draai_maand(code, maand)
            meld(nr)


def _maak_gemeenten(gemeenten: tuple[Gemeente, ...], tot: str) -> None:
    organisatie = create_organisatie(naam=ORGANISATIE, soort="uitvoeringsorganisatie")
    modellen = []
    for gemeente in gemeenten:
        modellen.append(create_gemeente(code=gemeente.code, naam=gemeente.naam, organisatie=organisatie))
        with tenancy.gemeenten(gemeente.code):
            service.stel_standaardbeleid_vast(gemeente.code)
            service.stel_beleid_vast(
                BELEID.format(code=gemeente.code, jaar=tot[:4], quotum=QUOTA[gemeente.code])
            )
    for demogebruiker in GEBRUIKERS:
        gebruiker = create_gebruiker(
            email=demogebruiker.email, naam=demogebruiker.naam, wachtwoord=WACHTWOORD, is_demo=True
        )
        for model in modellen:
            grant_rol(
                gebruiker=gebruiker, gemeente=model, rol=demogebruiker.rol, partner=demogebruiker.partner
            )
