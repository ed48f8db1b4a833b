"""A begroting, a betalingsregeling and a herfinanciering on a page."""

from waakvlam.apps.berekeningen.weergave.blad import (
    Bedragregel,
    Bericht,
    Blad,
    Cijfertabel,
    Vorm,
    geld,
    maak_kop,
)
from waakvlam.apps.berekeningen.weergave.vtlb import PER
from waakvlam.domain.rekenen.uitleg import EURO

ONBEKEND = "niet opgegeven"


def maak_begroting(uitkomst: Vorm) -> Blad:
    """Lay out each group per month, what is left, and what may help."""
    regels = [
        Bedragregel(groep["naam"].capitalize(), groep["per_maand"], leeg=ONBEKEND)
        for groep in uitkomst["groepen"]
    ]
    regels.append(Bedragregel("Alle uitgaven", uitkomst["uitgaven_per_maand"]))
    titel = "Tekort" if uitkomst["tekort"] else "Over"
    regels.append(Bedragregel(f"{titel} per maand", uitkomst["uitkomst"].lstrip("-"), sterk=True))
    berichten = [
        Bericht("info", suggestie["naam"], f"{suggestie['uitleg']} Waarom: {' '.join(suggestie['redenen'])}")
        for suggestie in uitkomst["suggesties"]
    ]
    tabellen = [
        Cijfertabel(
            groep["naam"].capitalize(),
            ("Post", "Opgegeven", "Per maand"),
            tuple(
                (
                    regel["naam"].capitalize(),
                    f"{geld(regel['bedrag'])} {PER[regel['periode']]}",
                    geld(regel["per_maand"]),
                )
                for regel in groep["regels"]
            ),
        )
        for groep in uitkomst["groepen"]
        if groep["regels"]
    ]
    kop = f"{geld(uitkomst['uitkomst'].lstrip('-'))} per maand"
    return Blad(titel, kop, regels, berichten, tabellen)


def maak_betalingsregeling(uitkomst: Vorm) -> Blad:
    """Lay out which debts fit, and what each asks per month."""
    regels = [
        Bedragregel("Ruimte om af te lossen", uitkomst["aflosruimte"]),
        Bedragregel("Nodig om alles op tijd te betalen", uitkomst["uitkomst"], sterk=True),
        Bedragregel("Ruimte die overblijft", uitkomst["ruimte_over"]),
    ]
    rijen = tuple(
        (
            schuld["schuldeiser"],
            "ja" if schuld["past"] else f"nee: {schuld['reden']}",
            geld(schuld["bedrag"]),
            geld(schuld["termijn"]),
            str(schuld["maanden"]) if schuld["maanden"] is not None else "–",
        )
        for schuld in uitkomst["per_schuld"]
    )
    tabel = Cijfertabel(
        "Per schuldeiser", ("Schuldeiser", "Past", "Schuld", "Per maand", "Maanden"), rijen, getallen=2
    )
    soort = "gelukt" if uitkomst["alles_past"] else "waarschuwing"
    return Blad(
        "Nodig om alles te betalen",
        maak_kop(uitkomst),
        regels,
        [Bericht(soort, "Wat dit betekent", uitkomst["betekenis"])],
        [tabel],
    )


def maak_herfinanciering(uitkomst: Vorm) -> Blad:
    """Lay out the loan: what it costs per month and altogether."""
    regels = [
        Bedragregel("Leenbedrag", uitkomst["leenbedrag"], EURO),
        Bedragregel(
            "Per maand", uitkomst["uitkomst"], uitkomst["eenheid"], sterk=True, leeg="niet te zeggen"
        ),
        Bedragregel("In totaal betaald", uitkomst.get("totaal_betaald"), EURO, leeg="niet te zeggen"),
        Bedragregel("Daarvan rente", uitkomst.get("rente"), EURO, leeg="niet te zeggen"),
    ]
    past = uitkomst.get("past")
    soort = "info" if past is None else "gelukt" if past else "waarschuwing"
    tekst = uitkomst.get("betekenis") or uitkomst.get("reden") or ""
    return Blad(
        "Maandbedrag van de lening", maak_kop(uitkomst), regels, [Bericht(soort, "Wat dit betekent", tekst)]
    )
