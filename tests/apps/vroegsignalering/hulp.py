"""Leveringen in small, and the way they come in: kept, then read, each in a transaction of its own."""

import csv
import io
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from waakvlam.apps.vroegsignalering import service
from waakvlam.apps.vroegsignalering.models import Levering, Melding, Signaal, Uitkomst
from waakvlam.foundation import tenancy

RIJ = {
    "partner": "P1",
    "soort": "Zorg",
    "kenmerk": "K-1",
    "signaaldatum": "2026-09-25",
    "ontstaansdatum": "2026-07-25",
    "bedrag": "100,00",
    "voorletters": "J.",
    "achternaam": "Voorbeeld",
    "geboortedatum": "1985-03-12",
    "bsn": "",
    "postcode": "1234AB",
    "huisnummer": "12",
}
BSN = "999990019"
"""Passes the elfproef; from the range that is never given out."""

BELEID = """naam: Proefbeleid
gemeente: "{gemeente}"
geldig_vanaf: {vanaf}
venster: {{Zorg: {{dagen_min: 30, dagen_max: 100}}}}
drempelbedrag: 75
meervoudig: {{sleutel: {sleutel}, telt: partners, minimaal: 2, maanden: 2}}
opeenvolgend: {{maanden: 3}}
herhaald: {{maanden: 2}}
opvolging:
  - {{als: {{crisissignaal: true}}, dan: huisbezoek, binnen_werkdagen: 3}}
  - {{als: {{meervoudig: true}}, dan: huisbezoek, binnen_dagen: 14, quotum: 1, anders: telefoon}}
  - {{dan: brief, binnen_dagen: 14}}
"""


def rij(kenmerk: str = "K-1", **cellen: Any) -> dict[str, Any]:
    """One good record, with other cells where asked."""
    return RIJ | {"kenmerk": kenmerk} | cellen


def als_csv(*rijen: dict[str, Any]) -> bytes:
    """Write records as a CSV of which every cell is quoted; without records a heading only."""
    koppen = list(dict.fromkeys(naam for r in rijen or (RIJ,) for naam in r))
    uit = io.StringIO(newline="")
    schrijver = csv.DictWriter(uit, koppen, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    schrijver.writeheader()
    schrijver.writerows(rijen)
    return uit.getvalue().encode()


def als_json(*rijen: dict[str, Any]) -> bytes:
    """Write records as a list of objects."""
    return json.dumps(rijen, ensure_ascii=False).encode()


def bewaar(inhoud: bytes, gemeente: str = "9901", naam: str = "a.csv", partner: str = "") -> Levering:
    """Keep a levering, as one transaction."""
    with tenancy.gemeenten(gemeente):
        levering, _ = service.bewaar_levering(
            gemeente=gemeente, bestandsnaam=naam, bron=io.BytesIO(inhoud), partner=partner
        )
    return levering


def lees_in(levering: Levering) -> Levering:
    """Read a kept levering, as one transaction."""
    with tenancy.gemeenten(levering.gemeente_id):
        return service.verwerk_levering(levering.pk)


def lever(inhoud: bytes, gemeente: str = "9901", naam: str = "a.csv", partner: str = "") -> Levering:
    """Keep and read."""
    return lees_in(bewaar(inhoud, gemeente, naam, partner))


def beleidstekst(
    gemeente: str = "9901", sleutel: str = "adres", vanaf: str = "2026-01-01", **anders: str
) -> str:
    """The policy of these tests; `anders` replaces lines of its text: `drempelbedrag="50"`."""
    tekst = BELEID.format(gemeente=gemeente, sleutel=sleutel, vanaf=vanaf)
    for naam, waarde in anders.items():
        regels = [f"{naam}: {waarde}" if r.startswith(f"{naam}:") else r for r in tekst.splitlines()]
        tekst = "\n".join(regels) + "\n"
    return tekst


def stel_vast(gemeente: str = "9901", **anders: str) -> Any:
    """Put the policy of these tests in force."""
    with tenancy.gemeenten(gemeente):
        return service.stel_beleid_vast(beleidstekst(gemeente, **anders))


def draai(periode: str = "2026-09", gemeente: str = "9901") -> tuple[Any, bool]:
    """Run a month, as one transaction."""
    jaar, maand = map(int, periode.split("-"))
    with tenancy.gemeenten(gemeente):
        return service.draai_maand(gemeente, jaar * 12 + maand - 1)


def toestand(gemeente: str = "9901") -> dict[str, list[tuple[Any, ...]]]:
    """Everything that intake and month run decided, without the ids that may differ between two ways there."""
    vragen = {
        "leveringen": (Levering, ("inhoud_hash", "status", "aantal_signalen", "aantal_geweigerd")),
        "signalen": (Signaal, ("partner", "kenmerk", "signaaldatum", "bedrag", "sleutel_adres", "rij")),
        "meldingen": (Melding, ("maand", "rang", "sleutel", "bedrag", "aantal", "opvolging", "uiterlijk")),
        "uitkomsten": (
            Uitkomst,
            ("maand", "partner", "signaal__kenmerk", "signaal__rij", "status", "reden", "melding__sleutel"),
        ),
    }
    with tenancy.gemeenten(gemeente):
        return {
            naam: sorted(model.objects.order_by().values_list(*velden), key=str)
            for naam, (model, velden) in vragen.items()
        }


def wacht_tot(vraag: Callable[[], Any], wat: str, seconden: float = 60) -> Any:
    """Ask again and again until the answer is true, and give that answer."""
    einde = time.monotonic() + seconden
    while time.monotonic() < einde:
        if antwoord := vraag():
            return antwoord
        time.sleep(0.01)
    raise AssertionError(f"niet binnen {seconden} s: {wat}")


def bewaarde_bestanden(datamap: Path) -> list[Path]:
    """Every file below the folder of leveringen."""
    return sorted(pad for pad in (datamap / "leveringen").rglob("*") if pad.is_file())
