"""A proposal to creditors on a page."""

from waakvlam.apps.berekeningen.weergave.blad import (
    Bedragregel,
    Bericht,
    Blad,
    Cijfertabel,
    Vorm,
    geld,
    maak_kop,
)
from waakvlam.apps.berekeningen.weergave.hercontrole import SLEUTEL, maak_bericht, maak_tabellen
from waakvlam.domain.rekenen.uitleg import EURO, PROCENT


def maak_blad(uitkomst: Vorm) -> Blad:
    """Lay out what there is to divide, the percentages, and what each creditor gets."""
    regels = [
        Bedragregel(
            "Te verdelen", uitkomst["uitdeelbaar"], EURO, f"in {uitkomst['maanden']} maanden", sterk=True
        ),
        Bedragregel("Alle schulden samen", uitkomst["totaal_schulden"], EURO),
        Bedragregel("Preferent krijgt", uitkomst["percentage_preferent"], PROCENT),
        Bedragregel("Concurrent krijgt", uitkomst["percentage_concurrent"], PROCENT),
    ]
    if uitkomst["over"] != "0.00":
        regels.append(Bedragregel("Blijft over voor de inwoner", uitkomst["over"], EURO))
    return Blad("Te verdelen", maak_kop(uitkomst), regels, _berichten(uitkomst), _tabellen(uitkomst))


def _berichten(uitkomst: Vorm) -> list[Bericht]:
    berichten = [Bericht("info", "Wat dit betekent", uitkomst["betekenis"])]
    if SLEUTEL in uitkomst:
        berichten.append(maak_bericht(uitkomst[SLEUTEL]))
    for sleutel, titel in (("saneringskrediet", "Met een saneringskrediet"), ("wsnp", "Naast een Wsnp")):
        deel = uitkomst.get(sleutel) or {}
        if tekst := deel.get("betekenis") or deel.get("reden"):
            berichten.append(Bericht("info", titel, tekst))
    return berichten


def _tabellen(uitkomst: Vorm) -> list[Cijfertabel]:
    namen = {deel["id"]: deel["schuldeiser"] for deel in uitkomst["delen"]}
    delen = {deel["id"]: deel for deel in uitkomst["delen"]}
    rijen = tuple(
        (
            namen[regel["id"]],
            _rang(delen[regel["id"]]),
            geld(regel["bedrag"]),
            f"{delen[regel['id']]['percentage'].replace('.', ',')}%",
            geld(regel["uitkering"]),
        )
        for regel in uitkomst["per_schuld"]
    )
    tabellen = [
        Cijfertabel("Per schuldeiser", ("Schuldeiser", "Rang", "Schuld", "Deel", "Krijgt"), rijen, getallen=2)
    ]
    for sleutel, titel, kolommen in (
        ("saneringskrediet", "Saneringskrediet", ("nu", "schuldbemiddeling", "verschil")),
        ("wsnp", "Wsnp", ("voorstel", "wsnp", "verschil")),
    ):
        tabellen += _naast(uitkomst.get(sleutel) or {}, titel, kolommen, namen)
    return tabellen + (maak_tabellen(uitkomst[SLEUTEL]) if SLEUTEL in uitkomst else [])


def _rang(deel: Vorm) -> str:
    if deel["preferent_deel"] == "0.00":
        return "concurrent"
    return "preferent" if deel["concurrent_deel"] == "0.00" else "deels preferent"


def _naast(deel: Vorm, titel: str, kolommen: tuple[str, ...], namen: dict[str, str]) -> list[Cijfertabel]:
    rijen = tuple(
        (namen[regel["id"]], *(geld(regel[kolom]) for kolom in kolommen))
        for regel in deel.get("per_schuld") or []
    )
    koppen = ("Schuldeiser", *(kolom.capitalize() for kolom in kolommen))
    return [Cijfertabel(titel, koppen, rijen)] if rijen else []
