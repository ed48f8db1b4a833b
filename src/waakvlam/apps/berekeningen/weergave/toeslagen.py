"""Toeslagen, kwijtschelding and bijstand on a page."""

from waakvlam.apps.berekeningen.weergave.blad import Bedragregel, Bericht, Blad, Vorm, maak_kop
from waakvlam.domain.rekenen.uitleg import EURO, EURO_PER_JAAR, EURO_PER_MAAND

_TOESLAGEN = (
    ("zorgtoeslag", "Zorgtoeslag"),
    ("huurtoeslag", "Huurtoeslag"),
    ("kindgebonden_budget", "Kindgebonden budget"),
)
ONBEKEND = "niet te zeggen"


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
    """Lay out the norm, and what bijstand adds to the income."""
    regels = [
        Bedragregel(label, uitkomst[sleutel], EURO_PER_MAAND, leeg=ONBEKEND)
        for sleutel, label in (("norm", "Bijstandsnorm"), ("aanvulling", "Aanvulling op het inkomen"))
        if sleutel in uitkomst and not isinstance(uitkomst[sleutel], dict)
    ]
    regels.append(
        Bedragregel("Uitkomst", uitkomst["uitkomst"], uitkomst["eenheid"], sterk=True, leeg=ONBEKEND)
    )
    berichten = [Bericht("info", "Let op", uitkomst["reden"])] if uitkomst.get("reden") else []
    return Blad("Bijstand", maak_kop(uitkomst), regels, berichten)
