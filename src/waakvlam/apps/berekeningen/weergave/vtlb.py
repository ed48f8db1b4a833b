"""Vtlb and afloscapaciteit on a page."""

from waakvlam.apps.berekeningen.weergave.beslagvrije_voet import maak_berichten as berichten_over_voet
from waakvlam.apps.berekeningen.weergave.blad import (
    Bedragregel,
    Bericht,
    Blad,
    Cijfertabel,
    Vorm,
    geld,
    maak_kop,
    maak_tijdvak,
)

PER = {
    "maand": "per maand",
    "week": "per week",
    "vier_weken": "per vier weken",
    "kwartaal": "per kwartaal",
    "jaar": "per jaar",
}


def maak_blad(uitkomst: Vorm) -> Blad:
    """Lay out what is left to live on, what counts as income and what remains to pay off with."""
    regels = [
        Bedragregel("Beslagvrije voet", uitkomst["beslagvrije_voet"]),
        Bedragregel("Correcties samen", uitkomst["nominaal_bedrag"], uitleg="nominaal bedrag"),
        Bedragregel("Vrij te laten bedrag (vtlb)", uitkomst["vtlb"], uitleg=_herkomst(uitkomst)),
        Bedragregel("Inkomen dat meetelt", uitkomst["inkomen_dat_meetelt"]),
        Bedragregel("Afloscapaciteit", uitkomst["afloscapaciteit"], sterk=True),
    ]
    return Blad("Afloscapaciteit", maak_kop(uitkomst), regels, _berichten(uitkomst), _tabellen(uitkomst))


def _herkomst(uitkomst: Vorm) -> str:
    return "uit de officiële rekenmodule" if uitkomst.get("officieel_vtlb") else ""


def _berichten(uitkomst: Vorm) -> list[Bericht]:
    berichten = []
    if uitkomst["nulaanbod"]:
        berichten.append(
            Bericht(
                "info",
                uitkomst["omschrijving"].capitalize(),
                "Er blijft niets over om af te lossen. Een schuldregeling kan ook dan.",
            )
        )
    if officieel := uitkomst.get("officieel_vtlb"):
        berichten.append(
            Bericht(
                "info",
                "Het officiële vtlb gaat voor",
                f"De rekenmodule geeft {geld(officieel['bedrag'])}, deze berekening {geld(officieel['berekend'])}: een "
                f"verschil van {geld(officieel['verschil'].lstrip('-'))} per maand.",
            )
        )
    return [*berichten, *maak_tijdvak(uitkomst.get("termijn")), *berichten_over_voet(uitkomst)]


def _tabellen(uitkomst: Vorm) -> list[Cijfertabel]:
    tabellen = [
        Cijfertabel(
            "Inkomen",
            ("Soort", "Opgegeven", "Telt mee", "Per maand"),
            tuple(
                (
                    regel["naam"].capitalize(),
                    f"{geld(regel['bedrag'])} {PER[regel['periode']]}",
                    "ja" if regel["telt_mee"] else "nee",
                    geld(regel["per_maand"]),
                )
                for regel in uitkomst["inkomen"]
            ),
            getallen=3,
        )
    ]
    if uitkomst["correcties"]:
        rijen = tuple(
            (
                regel["naam"].capitalize(),
                f"{geld(regel['bedrag'])} {PER[regel['periode']]}",
                regel["bewijs"] or "niet opgegeven",
                geld(regel["per_maand"]),
            )
            for regel in uitkomst["correcties"]
        )
        koppen = ("Soort", "Opgegeven", "Bewijs", "Per maand")
        tabellen.append(Cijfertabel("Correcties", koppen, rijen, getallen=3))
    return tabellen
