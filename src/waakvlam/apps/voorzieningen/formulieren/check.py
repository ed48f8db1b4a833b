"""The questions of the inkomenscheck for a worker, with a resident at the desk: all of them, none required but the date."""

from waakvlam.apps.berekeningen.service import VANDAAG, Groep, Opzet, Rijen, Veld, Veldsoort

_HUISHOUDEN = Groep(
    "Huishouden",
    (
        Veld(
            "peildatum",
            "Peildatum",
            Veldsoort.DATUM,
            "De dag waarvoor u rekent: hij bepaalt welke normen gelden. Meestal vandaag.",
            verplicht=True,
            standaard=VANDAAG,
        ),
        Veld("leeftijd", "Leeftijd", Veldsoort.GETAL, "Voor jongeren en met AOW gelden andere regels."),
        Veld(
            "huishouden.partner",
            "Partner",
            Veldsoort.JA_OF_NEE,
            "Met een partner tellen beide inkomens, en gelden andere bedragen.",
        ),
        Veld("leeftijd_partner", "Leeftijd van de partner", Veldsoort.GETAL, "Alleen met een partner."),
        Rijen(
            "huishouden.kinderen",
            "Kinderen",
            "kind",
            (Veld("geboortedatum", "Geboortedatum", Veldsoort.DATUM),),
            intro="Kinderen onder de 18. De leeftijd bepaalt het bedrag.",
            los=True,
            begin=0,
        ),
        Rijen(
            "medebewoners",
            "Medebewoners",
            "medebewoner",
            (
                Veld("leeftijd", "Leeftijd", Veldsoort.GETAL, verplicht=True),
                Veld("commercieel", "Betaalt een commerciële huur met contract", Veldsoort.JA_NEE),
                Veld("student", "Volgt een opleiding", Veldsoort.JA_NEE),
            ),
            intro="Andere volwassenen in dezelfde woning, niet de partner. Wie kosten deelt, verlaagt de norm.",
            begin=0,
        ),
    ),
)
_INKOMEN = Groep(
    "Inkomen en vermogen",
    (
        Veld(
            "netto_inkomen",
            "Netto inkomen van het huishouden per maand, met vakantiegeld (€)",
            Veldsoort.BEDRAG,
            "Telt voor bijstand en de regelingen van de gemeente.",
            "Loonstrook of uitkeringsspecificatie.",
        ),
        Veld(
            "toetsingsinkomen",
            "Toetsingsinkomen per jaar (€)",
            Veldsoort.BEDRAG,
            "Telt voor de toeslagen. Met een partner: van beiden samen.",
            "Beschikking toeslagen; of jaaropgaaf en aangifte.",
        ),
        Veld(
            "netto_besteedbaar_inkomen",
            "Netto besteedbaar inkomen per maand (€)",
            Veldsoort.BEDRAG,
            "Wat overblijft na huur en zorgpremie (art. 14 URI); telt voor kwijtschelding.",
        ),
        Veld("vermogen", "Vermogen (€)", Veldsoort.BEDRAG, "Leeg is niet nul.", "Bankafschriften."),
        Veld(
            "student", "Krijgt studiefinanciering", Veldsoort.JA_NEE, "Tot 27 jaar is er dan geen bijstand."
        ),
    ),
)
_WONEN = Groep(
    "Wonen en aanslag",
    (
        Veld("huurwoning", "Huurt een woning", Veldsoort.JA_OF_NEE, "Huurtoeslag is er voor wie huurt."),
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
        ),
        Veld(
            "aanslag",
            "Aanslag lokale belastingen per jaar (€)",
            Veldsoort.BEDRAG,
            "Hiervan wordt het deel berekend dat niet betaald hoeft te worden.",
            "Het aanslagbiljet.",
        ),
    ),
)
OPZET = Opzet(
    "inkomenscheck",
    "Welke toeslagen, bijstand, kwijtschelding en regelingen iemand waarschijnlijk heeft. Alles mag leeg blijven.",
    (_HUISHOUDEN, _INKOMEN, _WONEN),
)
