"""The questions of the toeslagen. Bron: Wzt, Wht, WKB; contract.md section 5."""

from waakvlam.apps.berekeningen.formulieren.beslagvrije_voet import PEILDATUM
from waakvlam.apps.berekeningen.formulieren.opzet import Groep, Opzet, Rijen, TonenAls, Veld, Veldsoort

JA = frozenset({"ja"})

PARTNER = Veld(
    "huishouden.partner",
    "Toeslagpartner",
    Veldsoort.JA_OF_NEE,
    "Met een partner tellen beide inkomens, en gelden andere bedragen.",
    "Mijn toeslagen, of de beschikking toeslagen.",
    verplicht=True,
)
KINDEREN = Rijen(
    "huishouden.kinderen",
    "Kinderen",
    "kind",
    (Veld("geboortedatum", "Geboortedatum", Veldsoort.DATUM),),
    intro="Kinderen onder de 18. De leeftijd bepaalt het bedrag.",
    los=True,
    begin=0,
)
HUISHOUDEN = Groep(
    "Huishouden",
    (
        PEILDATUM,
        Veld(
            "leeftijd",
            "Leeftijd",
            Veldsoort.GETAL,
            "Voor wie jonger is dan 18 of met AOW gelden andere regels.",
        ),
        PARTNER,
        Veld(
            "leeftijd_partner",
            "Leeftijd van de partner",
            Veldsoort.GETAL,
            "Bepaalt of iemand in het huishouden AOW heeft.",
            als=TonenAls("huishouden.partner", JA),
        ),
        KINDEREN,
        Veld(
            "aantal_personen",
            "Aantal mensen op het adres",
            Veldsoort.GETAL,
            "Leeg: de inwoner, de partner en de kinderen hierboven. Telt voor de huurtoeslag.",
        ),
    ),
)
INKOMEN = Groep(
    "Inkomen en vermogen",
    (
        Veld(
            "toetsingsinkomen",
            "Toetsingsinkomen per jaar (€)",
            Veldsoort.BEDRAG,
            "Hoe hoger het inkomen, hoe lager de toeslag. Met een partner: van beiden samen.",
            "Beschikking toeslagen; of jaaropgaaf en aangifte.",
            verplicht=True,
        ),
        Veld(
            "vermogen",
            "Vermogen op 1 januari (€)",
            Veldsoort.BEDRAG,
            "Boven een grens is er geen recht. Leeg is niet nul: dan staat erbij dat het niet bekend is.",
            "Aangifte of jaaroverzicht van de bank.",
        ),
    ),
)
WONEN = Groep(
    "Wonen",
    (
        Veld(
            "kale_huur",
            "Kale huur per maand (€)",
            Veldsoort.BEDRAG,
            "Zonder huur is de huurtoeslag niet te berekenen.",
            "Huurspecificatie van de verhuurder.",
        ),
        Veld(
            "servicekosten",
            "Servicekosten die meetellen, per maand (€)",
            Veldsoort.BEDRAG,
            "Een deel telt mee als huur.",
            "Huurspecificatie van de verhuurder.",
            als=TonenAls("kale_huur"),
        ),
        Veld(
            "aangepaste_woning",
            "De woning is aangepast voor een handicap",
            Veldsoort.JA_NEE,
            "Dan gelden ruimere grenzen.",
            als=TonenAls("kale_huur"),
        ),
    ),
)
OPZET = Opzet(
    "toeslagen",
    "Zorgtoeslag, huurtoeslag en kindgebonden budget per maand, of wat nog nodig is om het te zeggen.",
    (HUISHOUDEN, INKOMEN, WONEN),
)
