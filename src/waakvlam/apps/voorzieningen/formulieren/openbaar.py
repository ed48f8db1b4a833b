"""The questions of the public inkomenscheck, in plain Dutch (B1): few, each with why it is asked, none required."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from waakvlam.apps.berekeningen.service import Groep, Ingevuld, Opzet, Veld, Veldsoort
from waakvlam.domain.rekenen.inkomenscheck import InkomenscheckInvoer, lees_invoer
from waakvlam.domain.rekenen.invoer import Invoerfout, Veldfout

PARTNER, KINDEREN, LEEFTIJDEN, MEDEBEWONERS = "_partner", "_kinderen", "_leeftijden", "_medebewoners"
VOLWASSEN = 18
MAX_KINDEREN, MAX_MEDEBEWONERS = 15, 20
KOSTENDELER = 40
"""An age at which a housemate shares the costs: the question asks for people of 27 or older. Bron: art. 19a Pw."""

_OVER_U = Groep(
    "Over u en uw gezin",
    (
        Veld(
            "leeftijd", "Hoe oud bent u?", Veldsoort.GETAL, "Voor jongeren en ouderen gelden andere bedragen."
        ),
        Veld(
            PARTNER,
            "Heeft u een partner die bij u woont?",
            Veldsoort.JA_OF_NEE,
            "Met een partner tellen uw inkomens samen.",
        ),
        Veld(
            "leeftijd_partner",
            "Hoe oud is uw partner?",
            Veldsoort.GETAL,
            "Heeft u geen partner? Laat dit dan leeg.",
        ),
        Veld(
            KINDEREN,
            "Heeft u kinderen onder de 18 jaar die bij u wonen?",
            Veldsoort.JA_OF_NEE,
            "Voor kinderen is er soms extra geld.",
        ),
        Veld(
            LEEFTIJDEN,
            "Hoe oud zijn uw kinderen?",
            Veldsoort.TEKST,
            "Het bedrag hangt af van hun leeftijd. Zet een komma tussen de leeftijden, bijvoorbeeld: 3, 8, 15.",
        ),
        Veld(
            MEDEBEWONERS,
            "Hoeveel andere mensen van 27 jaar of ouder wonen bij u?",
            Veldsoort.GETAL,
            "U kunt samen kosten delen. Tel uw partner niet mee, en ook niet wie studeert of u huur betaalt.",
        ),
    ),
)
_GELD = Groep(
    "Uw inkomen en spaargeld",
    (
        Veld(
            "netto_inkomen",
            "Hoeveel inkomen krijgt u per maand op uw rekening? (€)",
            Veldsoort.BEDRAG,
            "Zo weten wij of u onder een grens zit. Heeft u een partner? Tel zijn of haar inkomen erbij. "
            "Tel toeslagen niet mee, vakantiegeld wel.",
            "uw loonstrook, uitkering of bankafschrift",
        ),
        Veld(
            "toetsingsinkomen",
            "Wat is uw inkomen per jaar, vóór belasting? (€)",
            Veldsoort.BEDRAG,
            "Hiermee rekent de Dienst Toeslagen. Heeft u een partner? Tel zijn of haar inkomen erbij.",
            "uw jaaropgave, of de brief over uw toeslag",
        ),
        Veld(
            "vermogen",
            "Hoeveel spaargeld heeft u? (€)",
            Veldsoort.BEDRAG,
            "Met veel spaargeld krijgt u soms geen extra geld. Tel alles op uw rekeningen bij elkaar op.",
        ),
        Veld(
            "student",
            "Ik krijg studiefinanciering",
            Veldsoort.JA_NEE,
            "Dan krijgt u meestal geen bijstand.",
        ),
    ),
)
_WONEN = Groep(
    "Waar u woont",
    (
        Veld(
            "huurwoning",
            "Huurt u een woning?",
            Veldsoort.JA_OF_NEE,
            "Huurtoeslag is er alleen voor wie huurt.",
        ),
        Veld(
            "kale_huur",
            "Hoeveel huur betaalt u per maand? (€)",
            Veldsoort.BEDRAG,
            "Hiermee berekenen wij de huurtoeslag. Vul de huur in zonder gas, water, licht en andere kosten.",
            "uw huurcontract, bij 'kale huur'",
        ),
    ),
)
_MEER = Groep(
    "Wilt u het nog preciezer weten?",
    (
        Veld(
            "netto_besteedbaar_inkomen",
            "Wat houdt u per maand over als u de huur en de zorgverzekering heeft betaald? (€)",
            Veldsoort.BEDRAG,
            "Dit telt voor kwijtschelding van belasting.",
        ),
        Veld(
            "aanslag",
            "Hoeveel belasting moet u de gemeente of het waterschap dit jaar betalen? (€)",
            Veldsoort.BEDRAG,
            "Dan kunnen wij zeggen hoeveel u misschien niet hoeft te betalen.",
            "de brief met de aanslag",
        ),
    ),
    dicht=True,
)
OPZET = Opzet(
    "inkomenscheck",
    "Misschien krijgt u minder geld dan waar u recht op heeft. Beantwoord de vragen en zie wat u kunt aanvragen.",
    (_OVER_U, _GELD, _WONEN, _MEER),
)


def lees_antwoorden(ingevuld: Ingevuld, vandaag: date) -> InkomenscheckInvoer:
    """Make the facts of what a resident answered. Raises Invoerfout with every fault; nothing answered is no fault."""
    feiten: dict[str, Any] = dict(ingevuld.feiten) | {"peildatum": vandaag.isoformat()}
    fouten: list[Veldfout] = []
    waarden = ingevuld.waarden
    for pad in (PARTNER, LEEFTIJDEN, MEDEBEWONERS):
        ingevuld.plekken[pad] = pad
    kinderen = _lees_kinderen(waarden, vandaag, fouten)
    if waarden.get(PARTNER) in ("ja", "nee") and kinderen is not None:
        feiten["huishouden"] = {"partner": waarden[PARTNER] == "ja", "kinderen": kinderen}
    if aantal := _lees_medebewoners(waarden, fouten):
        feiten["medebewoners"] = [{"leeftijd": KOSTENDELER}] * aantal
    try:
        invoer = lees_invoer(feiten)
    except Invoerfout as fout:
        raise Invoerfout([*fouten, *fout.fouten]) from fout
    if fouten:
        raise Invoerfout(fouten)
    return invoer


def lees_leeftijden(tekst: str) -> list[int] | None:
    """Read `3, 8 en 15` as ages; None when something else stands there."""
    delen = re.split(r"[,;/+\s]+|\ben\b", re.sub(r"\bjaar\b", " ", tekst.casefold()))
    delen = [deel for deel in delen if deel]
    if not all(re.fullmatch(r"[0-9]{1,3}", deel) for deel in delen):
        return None
    return [int(deel) for deel in delen]


def _lees_kinderen(waarden: Mapping[str, str], vandaag: date, fouten: list[Veldfout]) -> list[str] | None:
    """Give the days of birth as far as ages tell: the birthday half a year ago. None: not told."""
    tekst, antwoord = waarden.get(LEEFTIJDEN, ""), waarden.get(KINDEREN, "")
    leeftijden = lees_leeftijden(tekst)
    if fout := _toets_leeftijden(leeftijden, tekst, antwoord):
        fouten.append(Veldfout(LEEFTIJDEN, tekst, fout))
        return None
    if not leeftijden:
        return [] if antwoord == "nee" else None
    return [_half_jaar_geleden(vandaag, leeftijd).isoformat() for leeftijd in leeftijden]


def _toets_leeftijden(leeftijden: list[int] | None, tekst: str, antwoord: str) -> str:
    if leeftijden is None:
        return "Schrijf alleen de leeftijden, in cijfers. Bijvoorbeeld: 3, 8, 15."
    if antwoord == "nee" and tekst:
        return "U koos dat er geen kinderen zijn. Maak dit leeg, of kies hierboven Ja."
    if antwoord == "ja" and not leeftijden:
        return "Vul de leeftijden in. Wilt u dat niet? Kies dan niets bij de vraag hierboven."
    if any(leeftijd >= VOLWASSEN for leeftijd in leeftijden):
        return "Vul alleen de leeftijd in van kinderen onder de 18 jaar."
    if len(leeftijden) > MAX_KINDEREN:
        return f"U kunt hier hoogstens {MAX_KINDEREN} kinderen invullen."
    return ""


def _half_jaar_geleden(vandaag: date, leeftijd: int) -> date:
    maanden = (vandaag.year - leeftijd) * 12 + vandaag.month - 1 - 6
    return date(maanden // 12, maanden % 12 + 1, 1)


def _lees_medebewoners(waarden: Mapping[str, str], fouten: list[Veldfout]) -> int:
    tekst = waarden.get(MEDEBEWONERS, "")
    if not tekst:
        return 0
    if not re.fullmatch(r"[0-9]{1,2}", tekst) or int(tekst) > MAX_MEDEBEWONERS:
        fout = f"Kies een heel getal van 0 tot en met {MAX_MEDEBEWONERS}."
        fouten.append(Veldfout(MEDEBEWONERS, tekst, fout))
        return 0
    return int(tekst)
