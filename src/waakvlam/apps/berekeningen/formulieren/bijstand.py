"""The questions of the bijstandsnorm. Bron: art. 19a tot en met 23 Pw."""

from waakvlam.apps.berekeningen.formulieren.beslagvrije_voet import PEILDATUM
from waakvlam.apps.berekeningen.formulieren.opzet import Groep, Opzet, Rijen, Soort, Veld

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
                    Soort.GETAL,
                    "Onder de 21 en vanaf de AOW gelden andere normen.",
                    verplicht=True,
                ),
                Veld(
                    "leeftijd_partner",
                    "Leeftijd van de partner",
                    Soort.GETAL,
                    "Alleen bij samenwonend of getrouwd; leeg betekent: geen partner.",
                ),
                Veld(
                    "kinderen",
                    "Er zijn kinderen onder de 18",
                    Soort.JA_NEE,
                    "Telt mee voor de norm onder de 21.",
                ),
                Veld(
                    "inrichting",
                    "Woont in een inrichting",
                    Soort.JA_NEE,
                    "Daar geldt een eigen, lagere norm.",
                ),
                Rijen(
                    "medebewoners",
                    "Medebewoners",
                    "medebewoner",
                    (
                        Veld("leeftijd", "Leeftijd", Soort.GETAL, verplicht=True),
                        Veld("commercieel", "Betaalt een commerciële huur met contract", Soort.JA_NEE),
                        Veld("student", "Volgt een opleiding", Soort.JA_NEE),
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
                    Soort.BEDRAG,
                    "Bijstand vult aan tot de norm.",
                    "Loonstrook of uitkeringsspecificatie.",
                ),
                Veld(
                    "vermogen",
                    "Vermogen (€)",
                    Soort.BEDRAG,
                    "Boven een grens is er geen recht. Leeg is niet nul.",
                    "Bankafschriften.",
                ),
            ),
        ),
    ),
)
