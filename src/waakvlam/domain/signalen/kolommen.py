"""The columns of a signaalbestand.

Bron: contract.md section 1.
"""

import re
from dataclasses import dataclass
from enum import Enum


class Celsoort(Enum):
    """How the cells of a column are read."""

    TEKST = "tekst"
    DATUM = "datum"
    GEBOORTEDATUM = "geboortedatum"
    GELD = "geld"
    MAANDEN = "maanden"
    JANEE = "ja/nee"
    GEMEENTECODE = "gemeentecode"
    SOORT = "soort"
    BSN = "bsn"
    POSTCODE = "postcode"
    HUISNUMMER = "huisnummer"


@dataclass(frozen=True)
class Kolom:
    """A column: its name, how its cells are read and whether it must be there."""

    naam: str
    celsoort: Celsoort = Celsoort.TEKST
    verplicht: bool = False
    max_lengte: int = 500


KOLOMMEN: tuple[Kolom, ...] = (
    Kolom("gemeentecode", Celsoort.GEMEENTECODE),
    Kolom("partner", verplicht=True, max_lengte=100),
    Kolom("soort", Celsoort.SOORT, verplicht=True),
    Kolom("kenmerk", verplicht=True, max_lengte=100),
    Kolom("signaaldatum", Celsoort.DATUM, verplicht=True),
    Kolom("ontstaansdatum", Celsoort.DATUM),
    Kolom("maanden_achterstand", Celsoort.MAANDEN),
    Kolom("bedrag", Celsoort.GELD, verplicht=True),
    Kolom("voorletters"),
    Kolom("voornamen"),
    Kolom("tussenvoegsel"),
    Kolom("achternaam", verplicht=True),
    Kolom("geboortedatum", Celsoort.GEBOORTEDATUM),
    Kolom("bsn", Celsoort.BSN),
    Kolom("postcode", Celsoort.POSTCODE, verplicht=True),
    Kolom("huisnummer", Celsoort.HUISNUMMER, verplicht=True),
    Kolom("huisletter"),
    Kolom("toevoeging"),
    Kolom("straat"),
    Kolom("woonplaats"),
    Kolom("telefoon"),
    Kolom("email"),
    Kolom("crisissignaal", Celsoort.JANEE),
    Kolom("warme_overdracht", Celsoort.JANEE),
    Kolom("bezwaar", Celsoort.JANEE),
    Kolom("rechtspersoon", Celsoort.JANEE),
    Kolom("zakelijk", Celsoort.JANEE),
    Kolom("einde_levering", Celsoort.DATUM),
    Kolom("persoonlijk_contact", Celsoort.JANEE),
    Kolom("gewezen_op_schuldhulp", Celsoort.JANEE),
    Kolom("hulp_aangeboden", Celsoort.JANEE),
    Kolom("herinnering_datum", Celsoort.DATUM),
    Kolom("oorspronkelijk_bedrag", Celsoort.GELD),
    Kolom("zorgverzekeraar"),
    Kolom("bewindvoerder"),
    Kolom("contactpersoon"),
    Kolom("contact_telefoon"),
    Kolom("ontvangstdatum", Celsoort.DATUM),
)

NAMEN: tuple[str, ...] = tuple(kolom.naam for kolom in KOLOMMEN)
GELDKOLOMMEN = frozenset(kolom.naam for kolom in KOLOMMEN if kolom.celsoort is Celsoort.GELD)

# ontstaansdatum and maanden_achterstand: one of the two must be a column of the file.
EEN_VAN = ("ontstaansdatum", "maanden_achterstand")

_GENEGEERD = re.compile(r"[\s\-_\u00a0\ufeff]+")


def kopsleutel(kop: str) -> str:
    """Reduce a heading to what is compared: no case, spaces, `-` or `_`.

    >>> kopsleutel("Maanden Achterstand") == kopsleutel("MAANDEN_ACHTERSTAND")
    True
    """
    return _GENEGEERD.sub("", kop).casefold()


_OP_SLEUTEL = {kopsleutel(naam): naam for naam in NAMEN}


def herken_kolom(kop: str) -> str | None:
    """Return the column a heading stands for, or None when it is unknown."""
    return _OP_SLEUTEL.get(kopsleutel(kop))


def ontbrekende_kolommen(aanwezig: set[str]) -> list[str]:
    """Name the required columns that a file lacks, in the order of the contract."""
    mist = [kolom.naam for kolom in KOLOMMEN if kolom.verplicht and kolom.naam not in aanwezig]
    if not aanwezig & set(EEN_VAN):
        mist.append(" of ".join(EEN_VAN))
    return mist
