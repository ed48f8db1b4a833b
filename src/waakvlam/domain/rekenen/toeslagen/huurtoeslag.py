"""Huurtoeslag: a part of the rent above what a household is held to pay itself. Bron: Wht.

Until the end of 2025 the own part rises with income (a × Y² + b × Y) and a rent above the maximum gives nothing;
from 2026 the toeslag goes down in a straight line and the rent is cut off at the maximum.
"""

from decimal import Decimal

from waakvlam.domain.rekenen.basishuur import STELSEL_2026, maak_basishuur
from waakvlam.domain.rekenen.normen import Norm, Normen
from waakvlam.domain.rekenen.toeslagen.invoer import ToeslagenInvoer
from waakvlam.domain.rekenen.toeslagen.normhuur import maak_normhuur, maak_vermindering
from waakvlam.domain.rekenen.toeslagen.soort import SOORTEN_2025, Huishoudsoort, is_aow
from waakvlam.domain.rekenen.toeslagen.toeslag import Toeslag, geen_toeslag, maak_toeslag, niet_te_zeggen
from waakvlam.domain.rekenen.toeslagen.zorgtoeslag import toets_vermogen
from waakvlam.domain.rekenen.uitleg import EURO_PER_JAAR, Stap, gegeven

NAAM = "huurtoeslag"
NUL = Decimal(0)
VOLWASSEN = 18
"""Bron: art. 8 Wht."""


def maak_huurtoeslag(invoer: ToeslagenInvoer, normen: Normen) -> Toeslag:
    """Compute the huurtoeslag per month. Raises NormOntbreekt."""
    if invoer.leeftijd is not None and invoer.leeftijd < VOLWASSEN:
        return geen_toeslag(NAAM, "Huurtoeslag is er pas vanaf 18 jaar.", "art. 8 Wht")
    te_rijk = toets_vermogen(NAAM, invoer, normen, "awir_7_3", "art. 7 lid 1 Wht; art. 7 lid 3 Awir")
    if te_rijk:
        return te_rijk
    if invoer.kale_huur is None:
        return niet_te_zeggen(
            NAAM, "Niet berekend: de kale huur is niet opgegeven.", "art. 5 Wht", "kale_huur"
        )
    huur = _maak_huur(invoer, normen)
    jong = _is_jong(invoer, normen)
    if jong is None and huur.waarde > normen["wht_13_1b"].waarde:
        return niet_te_zeggen(
            NAAM,
            "Niet berekend: de leeftijd van de partner is niet opgegeven.",
            "art. 13 lid 1 Wht",
            "leeftijd_partner",
        )
    maximum = normen["wht_13_1b" if jong else "wht_13_1a"]
    if invoer.peildatum >= STELSEL_2026:
        return _reken(invoer, normen, _begrens(huur, maximum))
    if huur.waarde > maximum.waarde:
        reden = "De huur is hoger dan de grens voor huurtoeslag."
        return geen_toeslag(NAAM, reden, "art. 13 lid 1 Wht", (huur,), (maximum,))
    return _reken(invoer, normen, huur)


def _maak_huur(invoer: ToeslagenInvoer, normen: Normen) -> Stap:
    assert invoer.kale_huur is not None  # noqa: S101 - asked for only when it is given
    huur = gegeven("kale huur", invoer.kale_huur)
    if not invoer.servicekosten or invoer.peildatum >= STELSEL_2026:
        return Stap("rekenhuur", huur.waarde, huur.naam, (huur,), bron="art. 5 lid 1 Wht")
    kosten, hoogste = gegeven("servicekosten", invoer.servicekosten), normen["wht_5_3"]
    return Stap(
        "rekenhuur",
        huur.waarde + min(kosten.waarde, hoogste.waarde),
        f"{huur.naam} + laagste van ({kosten.naam}; {hoogste.naam})",
        (huur, kosten),
        (hoogste,),
        bron="art. 5 lid 1 en 3 Wht",
    )


def _is_jong(invoer: ToeslagenInvoer, normen: Normen) -> bool | None:
    """Whether the lower maximum rent holds: everybody young, no child, no adapted dwelling. None when it cannot be said."""
    grens = normen["wht_13_leeftijd"].waarde
    if invoer.leeftijd is None or invoer.leeftijd >= grens or invoer.kinderen or invoer.aangepaste_woning:
        return False
    if not invoer.partner:
        return True
    return None if invoer.leeftijd_partner is None else invoer.leeftijd_partner < grens


def _begrens(huur: Stap, maximum: Norm) -> Stap:
    return Stap(
        "rekenhuur tot het maximum",
        min(huur.waarde, maximum.waarde),
        f"laagste van ({huur.naam}; {maximum.naam})",
        (huur,),
        (maximum,),
        bron="art. 13 lid 1 en 21 lid 1 onder d Wht",
    )


def _reken(invoer: ToeslagenInvoer, normen: Normen, huur: Stap) -> Toeslag:
    soort = Huishoudsoort.van(invoer, normen)
    delen = _maak_delen(invoer, normen, huur, maak_basishuur(normen, maak_normhuur(invoer, normen, soort)))
    per_maand = Stap(
        "huurtoeslag per maand vóór afronden",
        sum((deel.waarde for deel in delen), NUL),
        " + ".join(deel.naam for deel in delen),
        delen,
        bron="art. 21 lid 1 Wht",
    )
    if invoer.peildatum >= STELSEL_2026:
        per_maand = maak_vermindering(invoer, normen, soort, per_maand)
    per_jaar = Stap(
        "aanspraak op huurtoeslag",
        12 * per_maand.waarde,
        f"12 × {per_maand.naam}",
        (per_maand,),
        bron="art. 21 Wht; art. 14 Awir",
        eenheid=EURO_PER_JAAR,
    )
    reden = "De huur is te laag of het inkomen te hoog voor huurtoeslag."
    return maak_toeslag(NAAM, per_jaar, normen, reden_nul=reden)


def _maak_delen(invoer: ToeslagenInvoer, normen: Normen, huur: Stap, basis: Stap) -> tuple[Stap, ...]:
    """The parts of the rent between the limits, each with its own percentage. Bron: art. 21 lid 1 tot en met 3 Wht."""
    kwaliteit = normen["wht_20_1"]
    aftopping = normen["wht_20_2a" if invoer.personen <= 2 else "wht_20_2b"]
    volledig = Stap(
        "deel tot de kwaliteitskortingsgrens",
        max(min(huur.waarde, kwaliteit.waarde) - basis.waarde, NUL),
        f"hoogste van (laagste van ({huur.naam}; {kwaliteit.naam}) − {basis.naam}; 0)",
        (huur, basis),
        (kwaliteit,),
        bron="art. 21 lid 1 onder a Wht",
    )
    percentage = normen["wht_21_1b"]
    midden = Stap(
        "deel tot de aftoppingsgrens",
        percentage.factor
        * max(min(huur.waarde, aftopping.waarde) - max(kwaliteit.waarde, basis.waarde), NUL),
        f"{percentage.naam} × hoogste van (laagste van ({huur.naam}; {aftopping.naam}) − "
        f"hoogste van ({kwaliteit.naam}; {basis.naam}); 0)",
        (huur, basis),
        (percentage, aftopping, kwaliteit),
        bron="art. 21 lid 1 onder b en lid 2 Wht",
    )
    if not _telt_boven_aftopping(invoer, normen):
        return volledig, midden
    return volledig, midden, _maak_bovenste(normen, huur, basis, aftopping)


def _telt_boven_aftopping(invoer: ToeslagenInvoer, normen: Normen) -> bool:
    """Until the end of 2024 only for who lives alone, has the AOW-leeftijd or an adapted dwelling (art. 21 lid 1 onder c Wht)."""
    if invoer.peildatum.year >= SOORTEN_2025 or invoer.personen == 1 or invoer.aangepaste_woning:
        return True
    return is_aow(invoer, normen)


def _maak_bovenste(normen: Normen, huur: Stap, basis: Stap, aftopping: Norm) -> Stap:
    percentage = normen["wht_21_1c"]
    return Stap(
        "deel boven de aftoppingsgrens",
        percentage.factor * max(huur.waarde - max(aftopping.waarde, basis.waarde), NUL),
        f"{percentage.naam} × hoogste van ({huur.naam} − hoogste van ({aftopping.naam}; {basis.naam}); 0)",
        (huur, basis),
        (percentage, aftopping),
        bron="art. 21 lid 1 onder c en lid 3 Wht",
    )
