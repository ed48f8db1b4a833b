"""The questions of the beslagvrije voet. Bron: art. 475c tot en met 475fa Rv; contract.md section 5."""

from waakvlam.apps.berekeningen.formulieren.invullen import JA, VANDAAG
from waakvlam.apps.berekeningen.formulieren.opzet import Feiten, Groep, Opzet, TonenAls, Veld, Veldsoort

LEEFSITUATIES = (
    ("alleenstaande", "Alleenstaand"),
    ("alleenstaande_ouder", "Alleenstaande ouder met een kind onder de 18"),
    ("gehuwd_zonder_kinderen", "Samenwonend of getrouwd, zonder kinderen onder de 18"),
    ("gehuwd_met_kinderen", "Samenwonend of getrouwd, met kinderen onder de 18"),
)
GEHUWD = frozenset({"gehuwd_zonder_kinderen", "gehuwd_met_kinderen"})

_EIGEN = "eigen_woning_of_onzelfstandige_huur"
_GEEN = "zonder_woonadres"
_BUITEN = "woont_buiten_nederland"
WOONSITUATIES = (
    ("huur", "Huurwoning, of inwonend"),
    ("eigen", "Eigen woning, of een kamer of andere huur zonder eigen voordeur"),
    ("inrichting", "In een inrichting"),
    ("buiten", "Buiten Nederland; vertelt waar en van welk inkomen"),
    ("geen", "Zonder bekend woonadres; vertelt niet waar en van welk inkomen"),
    ("geen_buiten", "Buiten Nederland; vertelt niet waar en van welk inkomen"),
)


def _herken_woonsituatie(feiten: Feiten) -> str:
    if feiten.get(_GEEN):
        return "geen_buiten" if feiten.get(_BUITEN) else "geen"
    if feiten.get(_BUITEN):
        return "buiten"
    if "inrichting" in feiten:
        return "inrichting"
    return "eigen" if feiten.get(_EIGEN) else "huur"


PEILDATUM = Veld(
    "peildatum",
    "Peildatum",
    Veldsoort.DATUM,
    "De dag waarvoor u rekent: hij bepaalt welke normen gelden. Meestal vandaag.",
    verplicht=True,
    standaard=VANDAAG,
)
LEEFSITUATIE = Veld(
    "leefsituatie",
    "Leefsituatie",
    Veldsoort.KEUZE,
    "De wet heeft per leefsituatie een eigen norm en maximum. Leeftijd en inwonende volwassenen tellen hier niet.",
    keuzes=LEEFSITUATIES,
    verplicht=True,
)

_INKOMEN = Groep(
    "Inkomen",
    (
        Veld(
            "belastbaar_jaarinkomen",
            "Belastbaar inkomen per jaar (€)",
            Veldsoort.BEDRAG,
            "Met dit inkomen rekent de formule van de wet. Met een partner: van beiden samen.",
            "Jaaropgaaf (loon voor de loonheffing), of het toetsingsinkomen op de beschikking toeslagen.",
            verplicht=True,
        ),
        Veld(
            "netto_maandinkomen",
            "Netto inkomen onder beslag per maand, met vakantiegeld (€)",
            Veldsoort.BEDRAG,
            "Hooguit 95% hiervan blijft vrij. Zonder dit bedrag kan de uitkomst te hoog zijn.",
            "Loonstrook of uitkeringsspecificatie; tel het vakantiegeld van een maand erbij.",
        ),
        Veld(
            "inkomen_partner_per_maand",
            "Inkomen van de partner zonder beslag, per maand (€)",
            Veldsoort.BEDRAG,
            "Dit gaat van de beslagvrije voet af, tot hooguit de helft.",
            "Loonstrook of uitkeringsspecificatie van de partner.",
            als=TonenAls("leefsituatie", GEHUWD),
        ),
        Veld(
            "ander_eigen_inkomen_per_maand",
            "Ander eigen inkomen zonder beslag, per maand (€)",
            Veldsoort.BEDRAG,
            "Wie nog ander inkomen heeft, houdt dat al vrij: het gaat van de beslagvrije voet af.",
            "Loonstrook, uitkeringsspecificatie of bankafschrift.",
        ),
        Veld(
            "bijtelling_auto_loonbelasting",
            "Loonbelasting over de auto van de zaak, per maand (€)",
            Veldsoort.BEDRAG,
            "De belasting over de bijtelling gaat van de beslagvrije voet af.",
            "Loonstrook, bij bijtelling auto.",
        ),
        Veld(
            "_bijstand",
            "Het beslag ligt op een bijstandsuitkering",
            Veldsoort.JA_NEE,
            "Voor bijstand geldt een eigen grens: 95% van de norm die voor deze inwoner geldt.",
            zet={},
            herken=lambda feiten: JA if "uitkering_bijstand" in feiten else "",
        ),
        Veld(
            "uitkering_bijstand.norm_per_maand",
            "Bijstandsnorm van deze inwoner per maand, met vakantiegeld (€)",
            Veldsoort.BEDRAG,
            "Van deze norm blijft 95% vrij, min ander inkomen.",
            "Beschikking of uitkeringsspecificatie van de bijstand.",
            verplicht=True,
            als=TonenAls("_bijstand"),
        ),
        Veld(
            "uitkering_bijstand.ander_inkomen_per_maand",
            "Inkomen dat op de bijstand wordt gekort, per maand (€)",
            Veldsoort.BEDRAG,
            "Dit inkomen heeft de inwoner al naast de bijstand.",
            "Uitkeringsspecificatie van de bijstand.",
            als=TonenAls("_bijstand"),
        ),
    ),
)

_WONEN = Groep(
    "Wonen",
    (
        Veld(
            "_woonsituatie",
            "Woonsituatie",
            Veldsoort.LIJST,
            "Bepaalt welke weg van de wet wordt gevolgd.",
            keuzes=WOONSITUATIES,
            standaard="huur",
            zet={
                "eigen": {_EIGEN: True},
                "buiten": {_BUITEN: True},
                "geen": {_GEEN: True},
                "geen_buiten": {_GEEN: True, _BUITEN: True},
            },
            herken=_herken_woonsituatie,
        ),
        Veld(
            "woonkosten",
            "Woonkosten per maand (€)",
            Veldsoort.BEDRAG,
            "Wie hoge woonkosten heeft, kan om een hogere beslagvrije voet vragen (vanaf 110% van de hoogste huur voor "
            "huurtoeslag).",
            "Huurspecificatie of hypotheekoverzicht.",
            als=TonenAls("_woonsituatie", frozenset({"huur", "eigen", "buiten"})),
        ),
        Veld(
            "inrichting.prijs_per_maand",
            "Prijs van de verzorging per maand (€)",
            Veldsoort.BEDRAG,
            "In een inrichting is de prijs van de verzorging het begin van de berekening.",
            "Rekening van de inrichting, of de beschikking eigen bijdrage.",
            verplicht=True,
            als=TonenAls("_woonsituatie", frozenset({"inrichting"})),
        ),
    ),
)

_DEURWAARDER = Groep(
    "Wat al is vastgesteld",
    (
        Veld(
            "opgelegd.bedrag",
            "Beslagvrije voet van de deurwaarder per maand (€)",
            Veldsoort.BEDRAG,
            "Dan staat het verschil erbij, en kunt u een brief maken die om herstel vraagt.",
            "Modelmededeling bij het beslag.",
        ),
        Veld(
            "opgelegd.datum",
            "Datum van die vaststelling",
            Veldsoort.DATUM,
            "Staat in de brief; een vaststelling geldt een jaar.",
            "Modelmededeling bij het beslag.",
            als=TonenAls("opgelegd.bedrag"),
        ),
        Veld(
            "verhoging_kantonrechter",
            "Verhoging door de kantonrechter per maand (€)",
            Veldsoort.BEDRAG,
            "De kantonrechter kan het bedrag verhogen als de gewone uitkomst te hard is.",
            "Uitspraak van de kantonrechter.",
        ),
    ),
)

INSTELLINGEN = Groep(
    "Keuzes waar de wet niets zegt",
    (
        Veld(
            "instellingen.afronding",
            "Afronden",
            Veldsoort.LIJST,
            "In de wet staat geen regel voor afronden.",
            keuzes=(("cent", "Op centen"), ("euro_omhoog", "Naar boven, op hele euro's")),
            standaard="cent",
        ),
        Veld(
            "instellingen.negatieve_onderdelen",
            "Een onderdeel dat onder nul uitkomt",
            Veldsoort.LIJST,
            "De wet zegt niet of zo'n onderdeel als nul telt of eraf gaat.",
            keuzes=(("nul", "Telt als nul"), ("letterlijk", "Gaat eraf, naar de letter van de wet")),
            standaard="nul",
        ),
    ),
    dicht=True,
)

VOET_GROEPEN = (Groep("Huishouden", (PEILDATUM, LEEFSITUATIE)), _INKOMEN, _WONEN)
"""Also the beginning of the vtlb."""

OPZET = Opzet(
    "beslagvrije-voet",
    "Het deel van het inkomen dat vrij blijft als er beslag ligt. Ook om het bedrag van een deurwaarder na te rekenen.",
    (*VOET_GROEPEN, _DEURWAARDER, INSTELLINGEN),
)
