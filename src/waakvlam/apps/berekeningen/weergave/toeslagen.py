"""Toeslagen, kwijtschelding and bijstand on a page."""

from waakvlam.apps.berekeningen.weergave.blad import Bedragregel, Bericht, Blad, Vorm, maak_kop
from waakvlam.domain.rekenen.uitleg import EURO, EURO_PER_JAAR

_TOESLAGEN = (
    ("zorgtoeslag", "Zorgtoeslag"),
    ("huurtoeslag", "Huurtoeslag"),
    ("kindgebonden_budget", "Kindgebonden budget"),
)
ONBEKEND = "niet te zeggen"
OORDELEN = {
    "waarschijnlijk_wel": "Waarschijnlijk recht op aanvullende bijstand",
    "waarschijnlijk_niet": "Waarschijnlijk geen recht op aanvullende bijstand",
    "niet_te_zeggen": "Nog niet te zeggen of er recht is op aanvullende bijstand",
}


def maak_toeslagen(uitkomst: Vorm) -> Blad:
    """Lay out each toeslag, or why it cannot be said."""
    regels = [
        Bedragregel(
            titel, uitkomst[sleutel]["uitkomst"], uitleg=uitkomst[sleutel].get("reden") or "", leeg=ONBEKEND
        )
        for sleutel, titel in _TOESLAGEN
    ]
    regels.append(Bedragregel("Samen", uitkomst["uitkomst"], sterk=True, leeg=ONBEKEND))
    kop = maak_kop(uitkomst) if uitkomst["uitkomst"] is not None else "Nog niet alles te zeggen"
    return Blad("Toeslagen samen", kop, regels)


def maak_kwijtschelding(uitkomst: Vorm) -> Blad:
    """Lay out what can be paid, what must be used of it, and what is forgiven."""
    regels = [
        Bedragregel("Betalingscapaciteit", uitkomst["betalingscapaciteit"], EURO_PER_JAAR, "per jaar"),
        Bedragregel("Daarvan aan te wenden", uitkomst["aan_te_wenden"], EURO_PER_JAAR, "per jaar"),
        Bedragregel("Kwijtschelding", uitkomst["kwijtschelding"], EURO, sterk=True),
    ]
    return Blad("Kwijtschelding", maak_kop(uitkomst), regels)


def maak_bijstand(uitkomst: Vorm) -> Blad:
    """Lay out the norm, and whether bijstand would add to the income."""
    aanvulling = uitkomst["aanvullende_bijstand"]
    regels = [
        Bedragregel(
            "Bijstandsnorm", uitkomst["uitkomst"], uitleg=_kostendelers(uitkomst["kostendelers"]), sterk=True
        ),
        Bedragregel("Aanvulling op het inkomen", aanvulling["bedrag"], leeg=ONBEKEND),
    ]
    titel = OORDELEN.get(aanvulling["oordeel"], "Aanvullende bijstand")
    return Blad("Bijstandsnorm", maak_kop(uitkomst), regels, [Bericht("info", titel, aanvulling["reden"])])


def _kostendelers(aantal: int) -> str:
    if not aantal:
        return ""
    return f"met {aantal} {'medebewoner' if aantal == 1 else 'medebewoners'} die kosten delen"
