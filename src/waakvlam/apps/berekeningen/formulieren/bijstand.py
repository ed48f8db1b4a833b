"""The questions of the bijstandsnorm. Bron: art. 19a tot en met 23 Pw."""

from waakvlam.apps.berekeningen.formulieren.beslagvrije_voet import PEILDATUM
from waakvlam.apps.berekeningen.formulieren.opzet import Groep, Opzet, Rijen, Veld, Veldsoort

OPZET = Opzet(
    "bijstand",
    "De bijstandsnorm die geldt, ook met medebewoners die kosten delen, en wat er bovenop het inkomen bij komt.",
    (
        Groep(
            "Huishouden",
            (
                PEILDATUM,
                Veld(
                    "leeftijd",
                    "Leeftijd",
                    Veldsoort.GETAL,
                    "Onder de 21 en vanaf de AOW gelden andere normen.",
                    verplicht=True,
                ),
                Veld(
                    "leeftijd_partner",
                    "Leeftijd van de partner",
                    Veldsoort.GETAL,
                    "Alleen bij samenwonend of getrouwd; leeg betekent: geen partner.",
                ),
                Veld(
                    "kinderen",
                    "Er zijn kinderen onder de 18",
                    Veldsoort.JA_NEE,
                    "Telt mee voor de norm onder de 21.",
                ),
                Veld(
                    "inrichting",
                    "Woont in een inrichting",
                    Veldsoort.JA_NEE,
                    "Daar geldt een eigen, lagere norm.",
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
        ),
        Groep(
            "Inkomen en vermogen",
            (
                Veld(
                    "netto_inkomen",
                    "Netto inkomen van het huishouden per maand, met vakantiegeld (€)",
                    Veldsoort.BEDRAG,
                    "Bijstand vult aan tot de norm.",
                    "Loonstrook of uitkeringsspecificatie.",
                ),
                Veld(
                    "vermogen",
                    "Vermogen (€)",
                    Veldsoort.BEDRAG,
                    "Boven een grens is er geen recht. Leeg is niet nul.",
                    "Bankafschriften.",
                ),
            ),
        ),
    ),
)
