"""The beslagvrije voet before deductions: by formula, without an address, or in an institution. Bron: art. 475da en 475e Rv."""

from dataclasses import dataclass
from datetime import date

from waakvlam.domain.rekenen.beslagvrije_voet.invoer import BeslagvrijeVoetInvoer
from waakvlam.domain.rekenen.beslagvrije_voet.onderdelen import maak_huur, maak_kind, maak_norm, maak_zorg
from waakvlam.domain.rekenen.normen import Normen
from waakvlam.domain.rekenen.uitleg import EURO_PER_JAAR, Stap, gegeven

WOONKOSTEN_RUIM = date(2023, 1, 1)
"""Until this day high housing costs counted only when the voet was at its maximum. Bron: art. 475da lid 5 Rv (2021-2022)."""


@dataclass(frozen=True, slots=True)
class Formule:
    """The voet before deductions and the steps that lead to it; None for a step that does not apply."""

    voet: Stap
    norm: Stap | None = None
    zorg: Stap | None = None
    huur: Stap | None = None
    kind: Stap | None = None
    totaal: Stap | None = None
    maximum: Stap | None = None
    woonkosten: Stap | None = None


def maak_voet(invoer: BeslagvrijeVoetInvoer, normen: Normen) -> Formule:
    """Choose the way of the law that fits the facts and follow it."""
    if invoer.inrichting_prijs is not None:
        return Formule(_voet_in_inrichting(invoer, normen))
    if invoer.zonder_woonadres:
        return Formule(_voet_zonder_adres(invoer, normen))
    return _voet_volgens_formule(invoer, normen)


def _voet_in_inrichting(invoer: BeslagvrijeVoetInvoer, normen: Normen) -> Stap:
    assert invoer.inrichting_prijs is not None  # noqa: S101 - the caller chose this way because it is given
    letter = "b" if invoer.leefsituatie.gehuwd else "a"
    prijs = gegeven("prijs van de verzorging", invoer.inrichting_prijs)
    norm, verhoging = normen[f"pw_23_1{letter}"], normen[f"pw_23_2{letter}"]
    return Stap(
        "beslagvrije voet in een inrichting",
        prijs.waarde + 2 * norm.waarde / 3 + verhoging.waarde,
        f"{prijs.naam} + 2 × {norm.naam} / 3 + {verhoging.naam}",
        (prijs,),
        (norm, verhoging),
        bron="art. 475e lid 2 Rv",
    )


def _voet_zonder_adres(invoer: BeslagvrijeVoetInvoer, normen: Normen) -> Stap:
    deel, norm = normen["rv_475da_4"], normen["pw_21b"]
    voet = Stap(
        "beslagvrije voet zonder woonadres",
        deel.factor * norm.waarde,
        f"{deel.naam} × {norm.naam}",
        normen=(deel, norm),
        bron="art. 475da lid 4 Rv",
        toelichting="Wie wel ergens woont en daarover alles vertelt, krijgt de gewone berekening (art. 475e lid 1 Rv).",
    )
    return _pas_woonland_toe(invoer, normen, voet)


def _pas_woonland_toe(invoer: BeslagvrijeVoetInvoer, normen: Normen, voet: Stap) -> Stap:
    # Also for who told all: art. 475e lid 1 Rv sets only the first sentence of art. 475da lid 4 Rv aside.
    if not invoer.buiten_nederland:
        return voet
    factor = normen["rv_woonlandfactor"]
    return Stap(
        "beslagvrije voet buiten Nederland",
        voet.waarde * factor.waarde,
        f"{voet.naam} × {factor.naam}",
        (voet,),
        (factor,),
        bron="art. 475da lid 4 Rv",
    )


def _voet_volgens_formule(invoer: BeslagvrijeVoetInvoer, normen: Normen) -> Formule:
    situatie, negatief = invoer.leefsituatie, invoer.instellingen.negatieve_onderdelen
    inkomen = gegeven("belastbaar jaarinkomen", invoer.belastbaar_jaarinkomen, EURO_PER_JAAR)
    norm = maak_norm(normen, situatie)
    zorg = maak_zorg(normen, situatie, inkomen)
    huur = maak_huur(normen, situatie, inkomen, negatief)
    kind = maak_kind(normen, situatie, inkomen, negatief)
    delen = tuple(deel for deel in (norm, zorg, huur, kind) if deel)
    totaal = Stap(
        "totaal vóór het maximum",
        sum((deel.waarde for deel in delen[1:]), delen[0].waarde),
        " + ".join(deel.naam for deel in delen),
        delen,
        bron=f"art. 475da lid 2 onder {situatie.onderdeel} Rv",
    )
    hoogste = normen[f"rv_475da_1{situatie.onderdeel}"]
    maximum = Stap("maximum", hoogste.waarde, hoogste.naam, normen=(hoogste,), bron=hoogste.bron)
    begrensd = Stap(
        "beslagvrije voet volgens de formule",
        min(totaal.waarde, hoogste.waarde),
        f"laagste van ({totaal.naam}; {maximum.naam})",
        (totaal, maximum),
        bron="art. 475da lid 1 en 2 Rv",
    )
    woonkosten = _maak_woonkosten(invoer, normen, begrensd)
    eigen_woning = _maak_eigen_woning(invoer, normen, inkomen)
    voet = _tel_op(_pas_woonland_toe(invoer, normen, begrensd), woonkosten, eigen_woning)
    return Formule(voet, norm, zorg, huur, kind, totaal, maximum, woonkosten)


def _tel_op(voet: Stap, *verhogingen: Stap | None) -> Stap:
    delen = (voet, *(deel for deel in verhogingen if deel))
    if len(delen) == 1:
        return voet
    return Stap(
        "beslagvrije voet met verhoging voor woonkosten",
        sum((deel.waarde for deel in delen[1:]), delen[0].waarde),
        " + ".join(deel.naam for deel in delen),
        delen,
        bron="art. 475da lid 5 tot en met 7 Rv",
    )


def _maak_woonkosten(invoer: BeslagvrijeVoetInvoer, normen: Normen, begrensd: Stap) -> Stap | None:
    """The increase for housing costs of at least 110% of the highest rent; on request, for a limited time."""
    if invoer.woonkosten is None:
        return None
    woonkosten = gegeven("woonkosten", invoer.woonkosten)
    maxhuur, boven = normen["wht_13_1a"], normen["rv_475da_5"]
    grens = Stap(
        "grens voor hoge woonkosten",
        maxhuur.waarde * (1 + boven.factor),
        f"{maxhuur.naam} × (1 + {boven.naam})",
        normen=(maxhuur, boven),
        bron="art. 475da lid 5 Rv",
    )
    if invoer.peildatum < WOONKOSTEN_RUIM and begrensd.waarde < normen[_maximumsleutel(invoer)].waarde:
        return Stap(
            "verhoging voor woonkosten",
            begrensd.waarde * 0,
            "0",
            bron="art. 475da lid 5 Rv (2021-2022)",
            toelichting="Tot 2023 telden hoge woonkosten alleen als de beslagvrije voet op het maximum lag.",
        )
    return Stap(
        "verhoging voor woonkosten",
        max(woonkosten.waarde - grens.waarde, begrensd.waarde * 0),
        f"hoogste van ({woonkosten.naam} − {grens.naam}; 0)",
        (woonkosten, grens),
        bron="art. 475da lid 5 Rv",
        toelichting="Op verzoek, en voor een beperkte termijn.",
    )


def _maximumsleutel(invoer: BeslagvrijeVoetInvoer) -> str:
    return f"rv_475da_1{invoer.leefsituatie.onderdeel}"


def _maak_eigen_woning(invoer: BeslagvrijeVoetInvoer, normen: Normen, inkomen: Stap) -> Stap | None:
    """The increase for an owner, or a tenant of a dwelling without huurtoeslag, with an income under the limit of lid 7."""
    if not invoer.eigen_woning:
        return None
    soort = "overig" if invoer.leefsituatie.meerpersoons else "alleenstaande"
    grens = normen[f"rv_475da_7_{soort}"]
    if inkomen.waarde >= grens.waarde:
        return Stap(
            "verhoging voor de eigen woning",
            inkomen.waarde * 0,
            "0",
            (inkomen,),
            (grens,),
            bron="art. 475da lid 7 Rv",
            toelichting="Het inkomen is niet lager dan de grens van lid 7.",
        )
    verhoging = normen["rv_475da_7_verhoging"]
    return Stap(
        "verhoging voor de eigen woning",
        verhoging.waarde,
        verhoging.naam,
        (inkomen,),
        (grens, verhoging),
        bron="art. 475da lid 7 Rv",
    )
