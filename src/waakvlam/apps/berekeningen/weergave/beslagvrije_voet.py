"""The beslagvrije voet on a page."""

from waakvlam.apps.berekeningen.weergave.blad import (
    Bedragregel,
    Bericht,
    Blad,
    Vorm,
    maak_kop,
    maak_regellijst,
)

STAPPEN = (
    ("norm_95", "95% van de bijstandsnorm", "voor de leefsituatie"),
    ("zorg", "Zorg", "zorgtoeslag die bij dit inkomen wegvalt"),
    ("huur", "Huur", "huurtoeslag die bij dit inkomen wegvalt"),
    ("kind", "Kind", "kindgebonden budget dat bij dit inkomen wegvalt"),
    ("totaal_voor_maximum", "Totaal vóór het maximum", ""),
    ("maximum", "Maximum", "hoger wordt het niet zonder hoge woonkosten"),
    ("verhoging_woonkosten", "Verhoging voor hoge woonkosten", ""),
    ("na_aftrek", "Na aftrek van ander inkomen", ""),
    ("na_95_procent", "Na de 95%-regel", "hooguit 95% van het inkomen blijft vrij"),
)


def maak_blad(uitkomst: Vorm) -> Blad:
    """Lay out the voet, its steps, and the bailiff's amount beside it."""
    regels = maak_regellijst(uitkomst["tussenstappen"], STAPPEN)
    regels.append(
        Bedragregel(
            "Beslagvrije voet", uitkomst["uitkomst"], uitkomst["eenheid"], sterk=True, leeg="niet berekend"
        )
    )
    return Blad("Beslagvrije voet", maak_kop(uitkomst), regels, maak_berichten(uitkomst))


def maak_berichten(uitkomst: Vorm) -> list[Bericht]:
    """Say what the bailiff's amount means beside this one."""
    opgelegd = uitkomst.get("opgelegd")
    if not opgelegd:
        return []
    te_laag = not opgelegd["verschil"].startswith("-") and opgelegd["verschil"] != "0.00"
    titel = "Naast het bedrag van de deurwaarder"
    return [Bericht("waarschuwing" if te_laag else "info", titel, opgelegd["betekenis"])]
