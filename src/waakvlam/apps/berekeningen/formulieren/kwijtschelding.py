"""The questions of kwijtschelding of local taxes. Bron: art. 11-16 URI; contract.md section 5."""

from waakvlam.apps.berekeningen.formulieren.beslagvrije_voet import GEHUWD, LEEFSITUATIE, PEILDATUM
from waakvlam.apps.berekeningen.formulieren.opzet import Groep, Opzet, TonenAls, Veld, Veldsoort

OPZET = Opzet(
    "kwijtschelding",
    "Hoeveel van een aanslag van gemeente of waterschap niet betaald hoeft te worden.",
    (
        Groep(
            "Huishouden",
            (
                PEILDATUM,
                LEEFSITUATIE,
                Veld(
                    "aow",
                    "Heeft de AOW-leeftijd",
                    Veldsoort.JA_NEE,
                    "Dan is de norm de AOW, als de verordening dat zegt.",
                ),
            ),
        ),
        Groep(
            "Inkomen en vermogen",
            (
                Veld(
                    "netto_besteedbaar_inkomen",
                    "Netto besteedbaar inkomen per maand (€)",
                    Veldsoort.BEDRAG,
                    "Inkomen na de uitgaven die de regeling noemt, zoals een deel van huur en zorgpremie.",
                    "Loonstrook of uitkeringsspecificatie, huurspecificatie, polis.",
                    verplicht=True,
                ),
                Veld(
                    "inkomen_partner",
                    "Netto besteedbaar inkomen van de partner per maand (€)",
                    Veldsoort.BEDRAG,
                    "Telt mee naast dat van de inwoner.",
                    "Loonstrook of uitkeringsspecificatie van de partner.",
                    als=TonenAls("leefsituatie", GEHUWD),
                ),
                Veld(
                    "vermogen",
                    "Vermogen dat meetelt (€)",
                    Veldsoort.BEDRAG,
                    "Vermogen gaat voor. Leeg: er is gerekend zonder vermogen, en dat staat bij de aannames.",
                    "Bankafschriften, kentekenbewijs.",
                ),
            ),
        ),
        Groep(
            "Aanslag",
            (
                Veld(
                    "aanslag",
                    "Bedrag van de aanslag (€)",
                    Veldsoort.BEDRAG,
                    "Hiervan wordt het deel berekend dat niet betaald hoeft te worden.",
                    "Het aanslagbiljet.",
                    verplicht=True,
                ),
                Veld(
                    "norm_percentage",
                    "Percentage van de bijstandsnorm",
                    Veldsoort.LIJST,
                    "Gemeente en waterschap kiezen dit zelf.",
                    "De verordening kwijtschelding.",
                    keuzes=(("100", "100%"), ("90", "90%")),
                ),
            ),
        ),
    ),
)
