"""A month as the month run would leave it, put in the tables directly: invented people, two gemeenten if asked.

What it holds, for gemeente 9901 in September 2026 (and the same for another gemeente):
- Lindelaan 12: one person, Huur and Energie, also in August (opeenvolgend), written in two ways;
- Lindelaan 20: two people with different surnames, and a doubt between one of them and the person of number 12;
- Lindelaan 120: a crisis, no street given;
- `los` more meldingen of one signal each; one signal below the threshold.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from waakvlam.apps.personen.models import Betrokkene, Twijfelpaar
from waakvlam.apps.vroegsignalering.models import (
    Beleidsversie,
    Levering,
    Leveringsfout,
    LeveringStatus,
    Maandrun,
    Melding,
    Signaal,
    Uitkomst,
)
from waakvlam.domain.common.maand import lees_maand
from waakvlam.foundation import tenancy

SEPTEMBER = lees_maand("2026-09")
OP = datetime(2026, 9, 25, 9, 30, tzinfo=UTC)
BSN = "999990019"

BELEID = """naam: Proefkader 2026
gemeente: "{code}"
geldig_vanaf: 2026-01-01
venster:
  Huur: {{dagen_min: 30}}
drempelbedrag: 75
meervoudig: {{sleutel: adres, telt: partners, minimaal: 2, maanden: 1}}
opeenvolgend: {{maanden: 6}}
herhaald: {{maanden: 1}}
opvolging:
  - {{als: {{crisissignaal: true}}, dan: huisbezoek, binnen_werkdagen: 3}}
  - {{als: {{meervoudig: true}}, dan: telefoon, binnen_dagen: 14}}
  - {{dan: brief, binnen_dagen: 28}}
volgorde: [aantal, bedrag]
"""


@dataclass
class Proefmaand:
    """What was made, to ask for in a test."""

    code: str
    levering: Levering = None
    versie: Beleidsversie = None
    run: Maandrun = None
    meldingen: dict[str, Melding] = field(default_factory=dict)
    niet: Uitkomst = None


def maak_maand(
    gemeente, *, los: int = 3, eerste_ontvangst: date = date(2026, 9, 25), maand: int = SEPTEMBER
) -> Proefmaand:
    """Make the month for a gemeente."""
    with tenancy.gemeenten(gemeente.pk):
        return _Bouwer(gemeente, eerste_ontvangst, maand).bouw(los)


class _Bouwer:
    def __init__(self, gemeente, eerste: date, maand: int) -> None:
        self.gemeente, self.eerste, self.maand = gemeente, eerste, maand
        self.uit = Proefmaand(gemeente.pk)
        self.rij = 1

    def bouw(self, los: int) -> Proefmaand:
        self._kop()
        a = {
            "achternaam": "Proefjes",
            "voorletters": "A.",
            "geboortedatum": "1980-02-03",
            "persoon": 1001,
            "bsn": BSN,
        }
        anders = {**a, "voorletters": None, "voornamen": "Anna", "telefoon": "06-00000000", "bsn": None}
        self._melding(
            "lindelaan 12",
            "12",
            [("P1", "Huur", "H-1", 800, a), ("P2", "Energie", "E-1", 200.5, anders)],
            regel=2,
        )
        self._signaal("P1", "Huur", "H-1", 500, a, "12", maand=self.maand - 1)
        b = {"achternaam": "Verzonnen", "voorletters": "B.", "geboortedatum": "1975-00-00", "persoon": 1002}
        c = {"achternaam": "Anderszins", "voorletters": "C.", "geboortedatum": None, "persoon": None}
        self._melding(
            "lindelaan 20", "20", [("P1", "Huur", "H-2", 300, b), ("P3", "Zorg", "Z-2", 150, c)], regel=2
        )
        d = {
            "achternaam": "Crisis",
            "voorletters": "D.",
            "geboortedatum": "2001-05-06",
            "persoon": 1004,
            "straat": None,
        }
        self._melding("lindelaan 120", "120", [("P2", "Energie", "E-3", 90, d)], regel=1, crisis=True)
        for nr in range(los):
            e = {"achternaam": f"Los{nr}", "voorletters": "E.", "geboortedatum": None, "persoon": 2000 + nr}
            self._melding(f"los {nr}", str(300 + nr), [("P3", "Water", f"W-{nr}", 100 - nr / 10, e)], regel=3)
        signaal = self._signaal("P3", "Water", "-123", 10, {"achternaam": "Klein", "persoon": 1009}, "9")
        self.uit.niet = Uitkomst.objects.create(
            gemeente=self.gemeente, signaal=signaal, maandrun=self.uit.run, partner="P3", maand=self.maand,
            status="Niet opgepakt: onterecht signaal", reden="drempel",
            toelichting="drempel: € 10,00 ligt onder het drempelbedrag van € 75,00",
        )  # fmt: skip
        personen = list(Betrokkene.objects.filter(achternaam__in=["Proefjes", "Anderszins"]).order_by("pk"))
        Twijfelpaar.objects.create(
            gemeente=self.gemeente, links=personen[0], rechts=personen[-1], kans=0.6,
            waarom=[{"onderwerp": "Achternaam", "uitkomst": "verschilt", "richting": "tegen"}],
        )  # fmt: skip
        self.uit.run.aantal_meldingen = len(self.uit.meldingen)
        self.uit.run.save()
        return self.uit

    def _kop(self) -> None:
        uit, gemeente = self.uit, self.gemeente
        uit.levering = Levering.objects.create(
            gemeente=gemeente, partner="P1", bestandsnaam="proef.csv", inhoud_hash=f"{gemeente.pk:0>64}", grootte=1234,
            opslag="geen", ontvangen_op=OP, ingelezen_op=OP, status=LeveringStatus.INGELEZEN, aantal_signalen=9,
            aantal_geweigerd=2, waarschuwingen=[{"kolom": "bsn", "melding": "Het BSN is weggelaten.", "rijen": 2}],
        )  # fmt: skip
        for rij, waarde in ((12, "-123"), (17, "=1+1")):
            Leveringsfout.objects.create(
                gemeente=gemeente, levering=uit.levering, partner="P1", rij=rij, kolom="postcode", waarde=waarde,
                fout="Dit is geen postcode. Schrijf vier cijfers en twee letters.",
            )  # fmt: skip
        uit.versie = Beleidsversie.objects.create(
            gemeente=gemeente, naam="Proefkader 2026", geldig_vanaf=date(2026, 1, 1),
            tekst=BELEID.format(code=gemeente.pk), vastgesteld_op=OP,
        )  # fmt: skip
        uit.run = Maandrun.objects.create(
            gemeente=gemeente, maand=self.maand, beleidsversie=uit.versie, invoer_hash="0" * 64, gedraaid_op=OP,
            aantal_signalen=9, aantal_meldingen=0, aantal_niet_opgepakt=1,
        )  # fmt: skip

    def _signaal(self, partner, soort, kenmerk, bedrag, wie, nummer, *, maand=None, crisis=False) -> Signaal:
        self.rij += 1
        maand = self.maand if maand is None else maand
        dag = date(maand // 12, maand % 12 + 1, 24)
        betrokkene = Betrokkene.objects.create(
            **{"gemeente": self.gemeente, "partner": partner, "postcode": "1234AB", "huisnummer": int(nummer),
               "straat": "Lindelaan", "woonplaats": "Verzonnendam", "bsn_index": b"1" if wie.get("bsn") else None, **wie}
        )  # fmt: skip
        return Signaal.objects.create(
            gemeente=self.gemeente, levering=self.uit.levering, betrokkene=betrokkene, partner=partner, rij=self.rij,
            soort=soort, kenmerk=kenmerk, maand=maand, signaaldatum=dag, ontvangstdatum=self.eerste,
            ontstaansdatum=dag - timedelta(days=60), dagen=60, bedrag=Decimal(str(bedrag)),
            sleutel_adres=f"1234AB{nummer}", crisissignaal=crisis, warme_overdracht=False, bezwaar=False,
            rechtspersoon=False, zakelijk=False, persoonlijk_contact=True, gewezen_op_schuldhulp=False,
        )  # fmt: skip

    def _melding(self, naam, nummer, signalen, *, regel, crisis=False) -> None:
        rijen = [self._signaal(*signaal[:4], signaal[4], nummer, crisis=crisis) for signaal in signalen]
        opvolging, termijn = {1: ("huisbezoek", 5), 2: ("telefoon", 14), 3: ("brief", 28)}[regel]
        melding = Melding.objects.create(
            gemeente=self.gemeente, maandrun=self.uit.run, maand=self.maand, sleutel=f"1234AB{nummer}",
            rang=len(self.uit.meldingen) + 1, aantal=len(rijen), aantal_signalen=len(rijen),
            bedrag=sum(rij.bedrag for rij in rijen), dagen=60, crisissignaal=crisis, meervoudig=len(rijen) > 1,
            opeenvolgend=nummer == "12", regel=regel, plek_in_regel=1, binnen_quotum=True,
            eerste_ontvangst=self.eerste, opvolging=opvolging, uiterlijk=self.eerste + timedelta(days=termijn),
        )  # fmt: skip
        for rij in rijen:
            Uitkomst.objects.create(
                gemeente=self.gemeente, signaal=rij, maandrun=self.uit.run, melding=melding, partner=rij.partner,
                maand=self.maand, status="Nog niet opgepakt",
            )  # fmt: skip
        self.uit.meldingen[naam] = melding
