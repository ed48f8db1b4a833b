"""The questions of a betalingsregeling and of a herfinanciering. Bron: NVVK (36 maanden)."""

from waakvlam.apps.berekeningen.formulieren.beslagvrije_voet import PEILDATUM
from waakvlam.apps.berekeningen.formulieren.opzet import Groep, Opzet, Rijen, TonenAls, Veld, Veldsoort

_SCHULDEISER = Veld("schuldeiser", "Schuldeiser", Veldsoort.TEKST, verplicht=True)
_BEDRAG = Veld("bedrag", "Bedrag (€)", Veldsoort.BEDRAG, verplicht=True)
_TERMIJN = Veld("termijn_per_maand", "Gevraagd per maand (€)", Veldsoort.BEDRAG)
_INTRO = "Elke schuld wordt helemaal betaald. Staat op: de opgave van de schuldeiser."
_MAANDEN = Veld(
    "maanden",
    "Aantal maanden",
    Veldsoort.GETAL,
    "Binnen hoeveel maanden alles betaald moet zijn. Leeg: 36 maanden.",
)


def _schulden(*velden: Veld, intro: str = _INTRO) -> Groep:
    rijen = Rijen("schulden", "Schulden", "schuld", velden, intro=intro, begin=2, nummer="id")
    return Groep("Schulden", (rijen,))


REGELING = Opzet(
    "betalingsregeling",
    "Welke schulden helemaal te betalen zijn uit wat er elke maand overblijft.",
    (
        Groep(
            "Ruimte",
            (
                PEILDATUM,
                Veld(
                    "aflosruimte_per_maand",
                    "Ruimte om af te lossen per maand (€)",
                    Veldsoort.BEDRAG,
                    "Wat er na alle uitgaven overblijft.",
                    "De begroting.",
                    verplicht=True,
                ),
                _MAANDEN,
                Veld(
                    "volgorde",
                    "Wie eerst als er te weinig is",
                    Veldsoort.LIJST,
                    "Bepaalt welke schulden nog passen.",
                    keuzes=(
                        ("opgegeven", "In de volgorde hieronder"),
                        ("kleinste_eerst", "De kleinste schuld eerst"),
                        ("grootste_eerst", "De grootste schuld eerst"),
                    ),
                ),
            ),
        ),
        _schulden(
            _SCHULDEISER,
            _BEDRAG,
            _TERMIJN,
            intro=f"{_INTRO} Vraagt een schuldeiser een vast bedrag per maand, vul dat dan in.",
        ),
    ),
)

HERFINANCIERING = Opzet(
    "herfinanciering",
    "Eén lening die alle schulden ineens betaalt: wat zij per maand kost en of dat past.",
    (
        Groep(
            "De lening",
            (
                PEILDATUM,
                Veld(
                    "rente.procent_per_jaar",
                    "Rente per jaar (%)",
                    Veldsoort.GETAL,
                    "Bepaalt het maandbedrag.",
                    "Het aanbod van de kredietbank.",
                ),
                Veld(
                    "rente.bron",
                    "Bron van de rente",
                    Veldsoort.TEKST,
                    "Staat bij de uitkomst.",
                    verplicht=True,
                    als=TonenAls("rente.procent_per_jaar"),
                ),
                Veld(
                    "kosten",
                    "Kosten van de lening (€)",
                    Veldsoort.BEDRAG,
                    "Worden mee geleend.",
                    "Het aanbod van de kredietbank.",
                ),
                Veld(
                    "aflosruimte_per_maand",
                    "Ruimte om af te lossen per maand (€)",
                    Veldsoort.BEDRAG,
                    "Dan staat erbij of de lening past.",
                    "De begroting.",
                ),
                _MAANDEN,
            ),
        ),
        _schulden(_SCHULDEISER, _BEDRAG),
    ),
)
