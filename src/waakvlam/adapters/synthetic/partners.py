"""Invented signal partners, each with its own way to write names, addresses and files.

No partner exists; the codes stand for nothing outside this generator.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Habits:
    """How one partner records a customer. Rates are shares of its customers (0–1)."""

    first_names: str  # initials | first_initial | roepnaam | full | both (initials and roepnaam)
    initials_style: str = "dots"  # dots: J.P. | plain: JP | spaced: J P
    prefix: str = (
        "apart"  # apart | in_name: van der Meer | behind: Meer, van der | dropped | capital: Van der
    )
    names: str = (
        "usage"  # usage: as the person uses it | own | partner: partner's name when there is one | double
    )
    upper: bool = False
    ascii_only: bool = False
    suffix: str = "apart"  # apart | glued: 12A | dash: 12-A | space: 12 A
    birth_date: float = 0.95
    bsn: float = 0.0
    phone: float = 0.5
    email: float = 0.4
    street: float = 0.9
    typing_errors: float = 0.03
    birth_errors: float = 0.02
    suffix_lost: float = 0.03
    number_errors: float = 0.004
    old_address: float = 0.10  # share of movers still known at the old address


@dataclass(frozen=True)
class Notation:
    """How the partner's file looks."""

    kind: str  # csv | xlsx | ods | json
    separator: str = ";"
    encoding: str = "utf-8-sig"
    quoted: bool = False
    headings: str = "snake"  # snake: voor_letters | upper | title: Maanden achterstand | dash
    dates: str = "iso"  # iso | dutch: 25-09-2026 | slashes | dots: 5.9.2026 | compact | native: a date cell
    money: str = (
        "point"  # point: 1234.56 | comma: 1234,56 | dutch: 1.234,56 | euro: € 1.234,56 | native: a number
    )
    postcode: str = "tight"  # tight: 1234AB | spaced: 1234 AB | lower: 1234 ab
    booleans: tuple[str, str] = ("ja", "nee")
    names_no: bool = False  # writes the word for no where the cell could stay empty


@dataclass(frozen=True)
class Partner:
    """One sender of leveringen."""

    code: str
    naam: str
    soort: str
    share: float  # share of the customers of this soort
    habits: Habits
    notation: Notation
    incasso_known: float = 0.85  # share of signals with the steps of sociaal incasseren filled in
    contact: bool = False  # names a contact person of its own
    months_only: float = 0.0  # share of signals with maanden_achterstand instead of ontstaansdatum


PARTNERS: tuple[Partner, ...] = (
    Partner(
        "VLONDER", "Woonstichting De Vlonder", "Huur", 0.48,
        Habits("initials", prefix="apart", suffix="apart", phone=0.8, email=0.6, suffix_lost=0.01),
        Notation("csv", money="comma", dates="dutch"), contact=True,
    ),
    Partner(
        "RIETOEVER", "Woningbouwvereniging Rietoever", "Huur", 0.34,
        Habits("roepnaam", prefix="in_name", names="double", suffix="dash", birth_date=0.86, phone=0.7),
        Notation("xlsx", headings="title", dates="native", money="native", postcode="spaced"),
    ),
    Partner(
        "TORENVALK", "Vastgoedbeheer Torenvalk", "Huur", 0.18,
        Habits("full", prefix="capital", suffix="space", birth_date=0.6, typing_errors=0.07, ascii_only=True),
        Notation("csv", ",", "cp1252", True, "upper", "slashes", "dutch", "lower", ("J", "N")), incasso_known=0.6,
    ),
    Partner(
        "WINDVAAN", "Windvaan Energie", "Energie", 0.62,
        Habits("both", prefix="apart", suffix="glued", birth_date=0.75, email=0.85, typing_errors=0.05, old_address=0.3),
        Notation("csv", "\t", "utf-16", True, "title", "compact", "euro", "tight", ("true", "false"), names_no=True), months_only=0.3,
    ),
    Partner(
        "LICHTBRON", "Lichtbron Stroom en Warmte", "Energie", 0.38,
        Habits("first_initial", "plain", prefix="behind", names="partner", ascii_only=True, birth_date=0.55, suffix="apart",
               typing_errors=0.06, birth_errors=0.05, suffix_lost=0.07, old_address=0.4),
        Notation("csv", ";", "cp1252", False, "upper", "dutch", "comma", "spaced", ("1", "0")), incasso_known=0.7,
    ),
    Partner(
        "PLASWATER", "Waterbedrijf Plassenland", "Water", 1.0,
        Habits("initials", "spaced", prefix="in_name", upper=True, ascii_only=True, birth_date=0.35, suffix="space",
               typing_errors=0.05, suffix_lost=0.06, old_address=0.35, phone=0.3),
        Notation("csv", ";", "utf-8", False, "dash", "dots", "comma", "spaced"), months_only=1.0,
    ),
    Partner(
        "LINDEBLAD", "Zorgverzekeraar Lindeblad", "Zorg", 0.45,
        Habits("full", prefix="apart", names="own", bsn=0.98, birth_date=1.0, typing_errors=0.01, birth_errors=0.004),
        Notation("json", money="point"),
    ),
    Partner(
        "KOMPASZORG", "Onderlinge Kompas Zorg", "Zorg", 0.33,
        Habits("initials", prefix="apart", names="usage", bsn=0.9, birth_date=0.99, typing_errors=0.02, suffix="glued"),
        Notation("csv", ";", "utf-8-sig", True, "snake", "iso", "point", "tight", ("ja", "nee"), names_no=True),
    ),
    Partner(
        "GOEDHART", "Goedhart Zorgpolis", "Zorg", 0.22,
        Habits("roepnaam", prefix="dropped", names="double", bsn=0.0, birth_date=0.95, typing_errors=0.04, birth_errors=0.04),
        Notation("ods", headings="title", dates="native", money="native", postcode="spaced"),
    ),
    Partner(
        "CAK", "CAK (nagebootst)", "CAK Zorgverzekeringen", 1.0,
        Habits("initials", prefix="apart", names="usage", bsn=0.97, birth_date=1.0, phone=0.0, email=0.0, typing_errors=0.01),
        Notation("csv", ";", "utf-8", True, "upper", "iso", "dutch"),
    ),
)  # fmt: skip

BY_CODE = {partner.code: partner for partner in PARTNERS}


def partners_of(soort: str, partners: tuple[Partner, ...] = PARTNERS) -> tuple[Partner, ...]:
    """The partners that send signals of this soort."""
    return tuple(partner for partner in partners if partner.soort == soort)
