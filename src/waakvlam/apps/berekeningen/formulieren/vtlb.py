"""The questions of vtlb and afloscapaciteit: those of the beslagvrije voet, and what comes on top. Bron: art. 295 Fw."""

from waakvlam.apps.berekeningen.formulieren.beslagvrije_voet import INSTELLINGEN, VOET_GROEPEN
from waakvlam.apps.berekeningen.formulieren.opzet import Als, Groep, Opzet, Rijen, Soort, Veld
from waakvlam.domain.rekenen.vtlb.soorten import get_correctiesoorten, get_inkomenssoorten

PERIODES = (
    ("maand", "per maand"),
    ("week", "per week"),
    ("vier_weken", "per vier weken"),
    ("kwartaal", "per kwartaal"),
    ("jaar", "per jaar"),
)
PERIODE = Veld("periode", "Hoe vaak", Soort.LIJST, keuzes=PERIODES)
BEDRAG = Veld("bedrag", "Bedrag (€)", Soort.BEDRAG, verplicht=True)


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
                Veld("soort", "Soort inkomen", Soort.LIJST, keuzes=_inkomenssoorten()),
                BEDRAG,
                PERIODE,
                Veld("telt_mee", "Telt mee", Soort.JA_OF_NEE, verplicht=True),
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
                Veld("soort", "Soort correctie", Soort.LIJST, keuzes=_correctiesoorten()),
                BEDRAG,
                PERIODE,
                Veld("bewijs", "Bewijs", Soort.TEKST),
                Veld("besloten_door", "Besloten door (functie)", Soort.TEKST),
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
            Soort.BEDRAG,
            "Dit gaat voor; het verschil met onze berekening staat erbij.",
            "De uitdraai van de rekenmodule.",
        ),
        Veld(
            "officieel_vtlb.bron",
            "Bron",
            Soort.TEKST,
            "Waar het bedrag vandaan komt, met de versie.",
            verplicht=True,
            als=Als("officieel_vtlb.bedrag"),
        ),
        Veld(
            "officieel_vtlb.datum",
            "Datum",
            Soort.DATUM,
            "De dag van die berekening.",
            verplicht=True,
            als=Als("officieel_vtlb.bedrag"),
        ),
    ),
)

_TERMIJN = Groep(
    "Termijn",
    (
        Veld(
            "termijn.eerste_aflossing",
            "Eerste aflossing",
            Soort.DATUM,
            "De termijn begint op de eerste dag van aflossen of van de uitspraak, wat het eerst kwam.",
            "De overeenkomst of het eerste bankafschrift.",
        ),
        Veld(
            "termijn.uitspraak",
            "Uitspraak van de rechter",
            Soort.DATUM,
            "Alleen als de rechter iemand tot de Wsnp heeft toegelaten.",
            "Het vonnis.",
        ),
        Veld(
            "termijn.langer.besluit",
            "Langere termijn",
            Soort.LIJST,
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
            Soort.GETAL,
            "Zoals het besluit zegt.",
            verplicht=True,
            als=Als("termijn.langer.besluit"),
        ),
    ),
    dicht=True,
)

OPZET = Opzet(
    "vtlb",
    "Wat iemand nodig heeft om van te leven, en wat er per maand overblijft om af te lossen.",
    (*VOET_GROEPEN, _INKOMEN, _CORRECTIES, _OFFICIEEL, _TERMIJN, INSTELLINGEN),
)
