"""The questions of a proposal to creditors. Bron: art. 349 Fw; contract.md section 5."""

from waakvlam.apps.berekeningen.formulieren.beslagvrije_voet import PEILDATUM
from waakvlam.apps.berekeningen.formulieren.opzet import Groep, Opzet, Rijen, TonenAls, Veld, Veldsoort

_AANBOD = Groep(
    "Wat er te verdelen is",
    (
        PEILDATUM,
        Veld(
            "afloscapaciteit_per_maand",
            "Afloscapaciteit per maand (€)",
            Veldsoort.BEDRAG,
            "Wat er elke maand boven het vtlb overblijft.",
            "De berekening van het vtlb.",
            verplicht=True,
        ),
        Veld(
            "maanden",
            "Aantal maanden",
            Veldsoort.GETAL,
            "Leeg: de gewone termijn van de wet.",
            "De overeenkomst, als die van de gewone termijn afwijkt.",
        ),
        Veld(
            "al_gereserveerd",
            "Al gereserveerd voor schuldeisers (€)",
            Veldsoort.BEDRAG,
            "Bij een hercontrole: wat al is gespaard, telt mee.",
            "De boedelrekening of het spaaroverzicht.",
        ),
        Veld(
            "vermogen",
            "Vermogen voor schuldeisers (€)",
            Veldsoort.BEDRAG,
            "Wat naast de afloscapaciteit beschikbaar komt.",
            "Spaarrekening, of de opbrengst van een verkoop.",
        ),
        Veld(
            "kosten",
            "Kosten (€)",
            Veldsoort.BEDRAG,
            "Gaan van het te verdelen bedrag af.",
            "De begroting van de kosten.",
        ),
        Rijen(
            "eenmalige_bijdragen",
            "Eenmalige bijdragen",
            "bijdrage",
            (
                Veld("omschrijving", "Wat", Veldsoort.TEKST, verplicht=True),
                Veld("bedrag", "Bedrag (€)", Veldsoort.BEDRAG, verplicht=True),
                Veld(
                    "herkomst",
                    "Van wie",
                    Veldsoort.LIJST,
                    keuzes=(
                        ("eigen", "Van de inwoner zelf"),
                        ("derde", "Van iemand anders, alleen voor dit voorstel"),
                    ),
                ),
            ),
            intro="Een bedrag ineens. Van wie het is, telt bij de vergelijking met een Wsnp.",
            begin=0,
        ),
    ),
)

_SCHULDEN = Groep(
    "Schulden",
    (
        Rijen(
            "schulden",
            "Schulden",
            "schuld",
            (
                Veld("schuldeiser", "Schuldeiser", Veldsoort.TEKST, verplicht=True),
                Veld("bedrag", "Bedrag (€)", Veldsoort.BEDRAG, verplicht=True),
                Veld("preferent", "Preferent", Veldsoort.JA_OF_NEE, verplicht=True),
                Veld("grondslag", "Grond voor de voorrang", Veldsoort.TEKST),
                Veld("zekerheid.opbrengst", "Voorrang op een opbrengst van (€)", Veldsoort.BEDRAG),
            ),
            intro="Preferent betekent: de wet geeft voorrang, en het percentage is dan dubbel. Staat op: de opgave van de "
            "schuldeiser. Heeft een schuldeiser alleen voorrang op de opbrengst van iets, vul die opbrengst dan in.",
            begin=2,
            nummer="id",
        ),
    ),
)

_KREDIET = Groep(
    "Saneringskrediet",
    (
        Veld(
            "saneringskrediet.rente_procent_per_jaar",
            "Rente per jaar (%)",
            Veldsoort.GETAL,
            "Dan staat erbij wat de schuldeisers in één keer zouden krijgen.",
            "Het aanbod van de kredietbank.",
        ),
        Veld(
            "saneringskrediet.bron",
            "Bron van de rente",
            Veldsoort.TEKST,
            "Staat bij de uitkomst.",
            verplicht=True,
            als=TonenAls("saneringskrediet.rente_procent_per_jaar"),
        ),
        Veld(
            "saneringskrediet.kosten",
            "Kosten van het krediet (€)",
            Veldsoort.BEDRAG,
            "Gaan van het krediet af.",
            als=TonenAls("saneringskrediet.rente_procent_per_jaar"),
        ),
    ),
    dicht=True,
)

_WSNP = Groep(
    "Vergelijken met de Wsnp",
    (
        Veld(
            "wsnp.kosten",
            "Kosten van de Wsnp (€)",
            Veldsoort.BEDRAG,
            "Dan staat erbij wat schuldeisers in een Wsnp zouden krijgen. Zonder kosten is dat niet te zeggen.",
            "Vooral het salaris van de bewindvoerder.",
        ),
        Veld(
            "wsnp.bron",
            "Bron van die kosten",
            Veldsoort.TEKST,
            "Staat bij de uitkomst.",
            verplicht=True,
            als=TonenAls("wsnp.kosten"),
        ),
        Veld(
            "wsnp.maanden",
            "Aantal maanden in de Wsnp",
            Veldsoort.GETAL,
            "Leeg: de gewone termijn van de wet.",
            als=TonenAls("wsnp.kosten"),
        ),
    ),
    dicht=True,
)

OPZET = Opzet(
    "voorstel",
    "Wat elke schuldeiser krijgt, tot op de cent, en hoe dat naast een saneringskrediet of de Wsnp staat.",
    (_AANBOD, _SCHULDEN, _KREDIET, _WSNP),
)
