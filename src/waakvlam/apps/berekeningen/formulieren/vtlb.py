"""The questions of vtlb and afloscapaciteit: those of the beslagvrije voet, and what comes on top. Bron: art. 295 Fw."""

from waakvlam.apps.berekeningen.formulieren.beslagvrije_voet import INSTELLINGEN, VOET_GROEPEN
from waakvlam.apps.berekeningen.formulieren.opzet import Groep, Opzet, Rijen, TonenAls, Veld, Veldsoort
from waakvlam.domain.rekenen.vtlb.soorten import get_correctiesoorten, get_inkomenssoorten

PERIODES = (
    ("maand", "per maand"),
    ("week", "per week"),
    ("vier_weken", "per vier weken"),
    ("kwartaal", "per kwartaal"),
    ("jaar", "per jaar"),
)
PERIODE = Veld("periode", "Hoe vaak", Veldsoort.LIJST, keuzes=PERIODES)
BEDRAG = Veld("bedrag", "Bedrag (€)", Veldsoort.BEDRAG, verplicht=True)


def _inkomenssoorten() -> tuple[tuple[str, str], ...]:
    return tuple((sleutel, soort.naam.capitalize()) for sleutel, soort in get_inkomenssoorten().items())


def _correctiesoorten() -> tuple[tuple[str, str], ...]:
    return tuple(
        (sleutel, f"{soort.hoofdstuk} {soort.naam}") for sleutel, soort in get_correctiesoorten().items()
    )


_INKOMEN = Groep(
    "Inkomen dat meetelt",
    (
        Rijen(
            "inkomen",
            "Inkomen",
            "inkomen",
            (
                Veld("soort", "Soort inkomen", Veldsoort.LIJST, keuzes=_inkomenssoorten()),
                BEDRAG,
                PERIODE,
                Veld("telt_mee", "Telt mee", Veldsoort.JA_OF_NEE, verplicht=True),
            ),
            intro="Netto bedragen. Wat boven het vtlb uitkomt, is de afloscapaciteit. Staat op: loonstrook, "
            "uitkeringsspecificatie, beschikking toeslagen. U beslist of een inkomen meetelt.",
        ),
    ),
)

_CORRECTIES = Groep(
    "Correcties",
    (
        Rijen(
            "correcties",
            "Correcties",
            "correctie",
            (
                Veld("soort", "Soort correctie", Veldsoort.LIJST, keuzes=_correctiesoorten()),
                BEDRAG,
                PERIODE,
                Veld("bewijs", "Bewijs", Veldsoort.TEKST),
                Veld("besloten_door", "Besloten door (functie)", Veldsoort.TEKST),
            ),
            intro="Nodige kosten bovenop de beslagvrije voet, elk met bewijs. Het nummer is het hoofdstuk van het "
            "vtlb-rapport van Recofa. Een correctie die het bedrag verlaagt, is negatief.",
        ),
    ),
)

_OFFICIEEL = Groep(
    "Officieel vtlb",
    (
        Veld(
            "officieel_vtlb.bedrag",
            "Vtlb van de officiële rekenmodule per maand (€)",
            Veldsoort.BEDRAG,
            "Dit gaat voor; het verschil met onze berekening staat erbij.",
            "De uitdraai van de rekenmodule.",
        ),
        Veld(
            "officieel_vtlb.bron",
            "Bron",
            Veldsoort.TEKST,
            "Waar het bedrag vandaan komt, met de versie.",
            verplicht=True,
            als=TonenAls("officieel_vtlb.bedrag"),
        ),
        Veld(
            "officieel_vtlb.datum",
            "Datum",
            Veldsoort.DATUM,
            "De dag van die berekening.",
            verplicht=True,
            als=TonenAls("officieel_vtlb.bedrag"),
        ),
    ),
)

_TERMIJN = Groep(
    "Termijn",
    (
        Veld(
            "termijn.eerste_aflossing",
            "Eerste aflossing",
            Veldsoort.DATUM,
            "De termijn begint op de eerste dag van aflossen of van de uitspraak, wat het eerst kwam.",
            "De overeenkomst of het eerste bankafschrift.",
        ),
        Veld(
            "termijn.uitspraak",
            "Uitspraak van de rechter",
            Veldsoort.DATUM,
            "Alleen als de rechter iemand tot de Wsnp heeft toegelaten.",
            "Het vonnis.",
        ),
        Veld(
            "termijn.langer.besluit",
            "Langere termijn",
            Veldsoort.LIJST,
            "De gewone termijn staat in de wet. Langer kan alleen met een besluit.",
            keuzes=(
                ("", "Nee, de gewone termijn"),
                ("rechter", "Ja, door de rechter bij de uitspraak"),
                ("rechter_commissaris", "Ja, later door de rechter-commissaris"),
            ),
        ),
        Veld(
            "termijn.langer.maanden",
            "Aantal maanden",
            Veldsoort.GETAL,
            "Zoals het besluit zegt.",
            verplicht=True,
            als=TonenAls("termijn.langer.besluit"),
        ),
    ),
    dicht=True,
)

OPZET = Opzet(
    "vtlb",
    "Wat iemand nodig heeft om van te leven, en wat er per maand overblijft om af te lossen.",
    (*VOET_GROEPEN, _INKOMEN, _CORRECTIES, _OFFICIEEL, _TERMIJN, INSTELLINGEN),
)
