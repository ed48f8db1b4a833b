"""Which bijstandsnorm holds for a household. Bron: art. 19a tot en met 23 Pw."""

from decimal import Decimal

from waakvlam.domain.rekenen.afronden import rond_af_op_centen
from waakvlam.domain.rekenen.bijstand.invoer import VOLLE_NORM, BijstandInvoer
from waakvlam.domain.rekenen.normen import Norm, Normen
from waakvlam.domain.rekenen.uitleg import Stap, gegeven

NAAM = "bijstandsnorm"


def maak_norm(invoer: BijstandInvoer, normen: Normen) -> Stap:
    """Give the norm per month with holiday allowance, by the way of the law that fits the facts. Raises NormOntbreekt."""
    if invoer.inrichting:
        return _norm_in_inrichting(invoer, normen)
    jong = sum(1 for leeftijd in invoer.leeftijden if leeftijd < VOLLE_NORM)
    if jong == len(invoer.leeftijden):
        return _norm_jongeren(invoer, normen)
    kostendelers = tel_kostendelers(invoer, normen)
    if jong:
        return _norm_een_jong(invoer, normen, kostendelers)
    if kostendelers:
        return _norm_met_kostendelers(invoer, normen, kostendelers)
    return _uit_de_wet(normen[_volle_sleutel(invoer, normen)])


def tel_kostendelers(invoer: BijstandInvoer, normen: Normen) -> int:
    """Count the housemates who share the costs: 27 or older (until 2023: 21), no contract, no student."""
    grens = normen["pw_19a_leeftijd"].waarde
    return sum(
        1
        for bewoner in invoer.medebewoners
        if bewoner.leeftijd >= grens and not bewoner.commercieel and not bewoner.student
    )


def is_aow(invoer: BijstandInvoer, normen: Normen) -> bool:
    """Whether one of the partners has the AOW-leeftijd: as given, else by age."""
    grens = normen["aow_leeftijd"].waarde
    gegeven_aow = (invoer.aow, invoer.aow_partner)
    return any(
        leeftijd >= grens if aow is None else aow
        for leeftijd, aow in zip(invoer.leeftijden, gegeven_aow, strict=False)
    )


def _uit_de_wet(norm: Norm) -> Stap:
    return Stap(NAAM, norm.waarde, norm.naam, normen=(norm,), bron=norm.bron)


def _volle_sleutel(invoer: BijstandInvoer, normen: Normen) -> str:
    artikel = "22" if is_aow(invoer, normen) else "21"
    return f"pw_{artikel}{'b' if invoer.gehuwd else 'a'}"


def _norm_in_inrichting(invoer: BijstandInvoer, normen: Normen) -> Stap:
    letter = "b" if invoer.gehuwd else "a"
    norm, verhoging = normen[f"pw_23_1{letter}"], normen[f"pw_23_2{letter}"]
    return Stap(
        NAAM,
        norm.waarde + verhoging.waarde,
        f"{norm.naam} + {verhoging.naam}",
        normen=(norm, verhoging),
        bron="art. 23 lid 1 en 2 Pw",
    )


def _norm_jongeren(invoer: BijstandInvoer, normen: Normen) -> Stap:
    if not invoer.gehuwd:
        return _uit_de_wet(normen["pw_20_1a"])
    return _uit_de_wet(normen["pw_20_2b" if invoer.kinderen else "pw_20_1b"])


def _norm_een_jong(invoer: BijstandInvoer, normen: Normen, kostendelers: int) -> Stap:
    if not kostendelers:
        return _uit_de_wet(normen["pw_20_2c" if invoer.kinderen else "pw_20_1c"])
    vast = normen["pw_22a_3a" if invoer.kinderen else "pw_22a_3b"]
    oudere = _maak_kostendelersnorm(invoer, normen, kostendelers + 1)
    return Stap(
        NAAM,
        rond_af_op_centen(vast.waarde + oudere.waarde),
        f"afgerond op centen ({vast.naam} + {oudere.naam})",
        (oudere,),
        (vast,),
        bron="art. 22a lid 3 Pw",
    )


def _norm_met_kostendelers(invoer: BijstandInvoer, normen: Normen, kostendelers: int) -> Stap:
    partners = len(invoer.leeftijden)
    per_persoon = _maak_kostendelersnorm(invoer, normen, kostendelers + partners)
    return Stap(
        NAAM,
        rond_af_op_centen(partners * per_persoon.waarde),
        f"afgerond op centen ({'2 × ' if invoer.gehuwd else ''}{per_persoon.naam})",
        (per_persoon,),
        bron=f"art. 22a lid {'2' if invoer.gehuwd else '1'} Pw",
    )


def _maak_kostendelersnorm(invoer: BijstandInvoer, normen: Normen, aantal: int) -> Stap:
    """(40% + A × 30%) / A of the norm for a couple, per person. Bron: art. 22a lid 1 Pw (A en B)."""
    personen = gegeven(
        "aantal personen dat de kosten deelt",
        Decimal(aantal),
        "personen",
        "De belanghebbende, de partner van 21 jaar of ouder en de kostendelende medebewoners.",
    )
    vast, deel = normen["pw_22a_vast"], normen["pw_22a_per_persoon"]
    samen = normen["pw_22b" if is_aow(invoer, normen) else "pw_21b"]
    return Stap(
        "kostendelersnorm per persoon",
        (vast.factor + personen.waarde * deel.factor) / personen.waarde * samen.waarde,
        f"({vast.naam} + {personen.naam} × {deel.naam}) / {personen.naam} × {samen.naam}",
        (personen,),
        (vast, deel, samen),
        bron="art. 22a lid 1 Pw",
    )
