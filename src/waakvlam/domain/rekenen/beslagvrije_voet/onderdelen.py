"""The components of the formula: norm, zorg, huur and kind. Bron: art. 475da lid 2 en 3 Rv.

Letters in comments are those of the law. Each function gives a step; nothing is rounded.
"""

from decimal import Decimal

from waakvlam.domain.rekenen.basishuur import STELSEL_2026, maak_basishuur, maak_laagste_normhuur
from waakvlam.domain.rekenen.beslagvrije_voet.invoer import Leefsituatie, NegatieveOnderdelen
from waakvlam.domain.rekenen.normen import Norm, Normen
from waakvlam.domain.rekenen.uitleg import EURO_PER_JAAR, Stap

NUL = Decimal(0)


def maak_norm(normen: Normen, situatie: Leefsituatie) -> Stap:
    """95% of the bijstandsnorm: A for one adult, B for two."""
    norm, deel = normen["pw_21b" if situatie.gehuwd else "pw_21a"], normen["rv_475da_2"]
    return Stap(
        "norm",
        deel.factor * norm.waarde,
        f"{deel.naam} × {norm.naam}",
        normen=(deel, norm),
        bron=f"art. 475da lid 2 onder {situatie.onderdeel} Rv",
    )


def maak_zorg(normen: Normen, situatie: Leefsituatie, inkomen: Stap) -> Stap:
    """The zorgtoeslag that falls away with this income: (C − D) / 12 × E, at most the net premium of lid 3."""
    boven = _inkomen_boven_drempel(normen, inkomen)
    if boven.waarde == 0:
        return Stap(
            "zorg",
            NUL,
            boven.naam,
            (boven,),
            bron="art. 475da lid 2 Rv",
            toelichting="Het inkomen is niet hoger dan het drempelinkomen: de zorgtoeslag is volledig.",
        )
    percentage = normen["wzt_2_3"]
    afbouw = Stap(
        "zorg vóór het maximum",
        boven.waarde * percentage.factor / 12,
        f"{boven.naam} × {percentage.naam} / 12",
        (boven,),
        (percentage,),
        bron="art. 475da lid 2 Rv",
    )
    hoogste = _maximum_zorg(normen, situatie)
    return Stap(
        "zorg",
        min(afbouw.waarde, hoogste.waarde),
        f"laagste van ({afbouw.naam}; {hoogste.naam})",
        (afbouw, hoogste),
        bron="art. 475da lid 2 en 3 Rv",
    )


def _maximum_zorg(normen: Normen, situatie: Leefsituatie) -> Stap:
    premie = normen["wzt_standaardpremie"]
    verhoging = normen["pw_23_2b" if situatie.gehuwd else "pw_23_2a"]
    aantal = 2 if situatie.gehuwd else 1
    return Stap(
        "maximum zorg",
        aantal * premie.waarde / 12 - verhoging.waarde,
        f"{aantal} × {premie.naam} / 12 − {verhoging.naam}",
        normen=(premie, verhoging),
        bron="art. 475da lid 3 Rv",
    )


def maak_huur(normen: Normen, situatie: Leefsituatie, inkomen: Stap, negatief: NegatieveOnderdelen) -> Stap:
    """The huurtoeslag that falls away with this income, by the regime of the date."""
    if normen.peildatum >= STELSEL_2026:
        return _huur_vanaf_2026(normen, situatie, inkomen, negatief)
    return _huur_tot_2026(normen, situatie, inkomen, negatief)


def _huur_vanaf_2026(
    normen: Normen, situatie: Leefsituatie, inkomen: Stap, negatief: NegatieveOnderdelen
) -> Stap:
    soort = "meerpersoons" if situatie.meerpersoons else "eenpersoons"
    ijkpunt = normen[f"wht_17_1_{soort}"]
    percentage = normen["wht_21_2b" if situatie.meerpersoons else "wht_21_2a"]
    boven = Stap(
        "inkomen boven het minimum-inkomensijkpunt",
        inkomen.waarde - ijkpunt.waarde,
        f"{inkomen.naam} − {ijkpunt.naam}",
        (inkomen,),
        (ijkpunt,),
        bron="art. 475da lid 2 Rv (I)",
        eenheid=EURO_PER_JAAR,
    )
    afbouw = Stap(
        "huur vóór het maximum",
        boven.waarde * percentage.factor / 12,
        f"{boven.naam} × {percentage.naam} / 12",
        (boven,),
        (percentage,),
        bron="art. 475da lid 2 Rv",
    )
    maxhuur, basishuur = normen["wht_13_1a"], maak_basishuur(normen, maak_laagste_normhuur(normen, soort))
    hoogste = Stap(
        "maximum huur",
        maxhuur.waarde - basishuur.waarde,
        f"{maxhuur.naam} − {basishuur.naam}",
        (basishuur,),
        (maxhuur,),
        bron="art. 475da lid 2 Rv (H − J)",
    )
    return niet_onder_nul(
        "huur",
        min(afbouw.waarde, hoogste.waarde),
        f"laagste van ({afbouw.naam}; {hoogste.naam})",
        (afbouw, hoogste),
        negatief,
    )


def _huur_tot_2026(
    normen: Normen, situatie: Leefsituatie, inkomen: Stap, negatief: NegatieveOnderdelen
) -> Stap:
    soort = "meerpersoons" if situatie.meerpersoons else "eenpersoons"
    a, b, normhuur = normen[f"wht_19_a_{soort}"], normen[f"wht_19_b_{soort}"], normen["wht_17_2"]
    loop = Stap(
        "normhuur bij dit inkomen",
        a.waarde * inkomen.waarde * inkomen.waarde + b.waarde * inkomen.waarde,
        f"{a.naam} × {inkomen.naam} × {inkomen.naam} + {b.naam} × {inkomen.naam}",
        (inkomen,),
        (a, b),
        bron="art. 475da lid 2 Rv; art. 19 Wht",
    )
    return niet_onder_nul(
        "huur",
        loop.waarde - normhuur.waarde,
        f"{loop.naam} − {normhuur.naam}",
        (loop,),
        negatief,
        normen=(normhuur,),
    )


def maak_kind(
    normen: Normen, situatie: Leefsituatie, inkomen: Stap, negatief: NegatieveOnderdelen
) -> Stap | None:
    """The kindgebonden budget that falls away with this income; None without children.

    Alleenstaande ouder: (C − D) / 12 × K. Gehuwd: (C − (D + L)) / 12 × K.
    """
    if situatie is Leefsituatie.ALLEENSTAANDE_OUDER:
        boven = _inkomen_boven_drempel(normen, inkomen)
    elif situatie is Leefsituatie.GEHUWD_MET_KINDEREN:
        boven = _inkomen_boven_verhoogde_drempel(normen, inkomen)
    else:
        return None
    percentage = normen["wkb_2_7"]
    return niet_onder_nul(
        "kind",
        boven.waarde * percentage.factor / 12,
        f"{boven.naam} × {percentage.naam} / 12",
        (boven,),
        negatief,
        normen=(percentage,),
    )


def _inkomen_boven_drempel(normen: Normen, inkomen: Stap) -> Stap:
    # D is C itself when C is lower: so the difference is never below zero, by the text of the law.
    drempel = normen["wzt_drempelinkomen"]
    return Stap(
        "inkomen boven het drempelinkomen",
        max(inkomen.waarde - drempel.waarde, NUL),
        f"hoogste van ({inkomen.naam} − {drempel.naam}; 0)",
        (inkomen,),
        (drempel,),
        bron="art. 475da lid 2 Rv (C − D)",
        eenheid=EURO_PER_JAAR,
    )


def _inkomen_boven_verhoogde_drempel(normen: Normen, inkomen: Stap) -> Stap:
    boven, verhoging = _inkomen_boven_drempel(normen, inkomen), normen["wkb_2_8"]
    return Stap(
        "inkomen boven het verhoogde drempelinkomen",
        boven.waarde - verhoging.waarde,
        f"{boven.naam} − {verhoging.naam}",
        (boven,),
        (verhoging,),
        bron="art. 475da lid 2 onder d Rv (C − (D + L))",
        eenheid=EURO_PER_JAAR,
    )


def niet_onder_nul(
    naam: str,
    waarde: Decimal,
    formule: str,
    invoer: tuple[Stap, ...],
    negatief: NegatieveOnderdelen,
    normen: tuple[Norm, ...] = (),
) -> Stap:
    """Make a step of a component that counts as zero when it is negative, unless the setting is *letterlijk*."""
    if negatief is NegatieveOnderdelen.NUL:
        waarde, formule = max(waarde, NUL), f"hoogste van ({formule}; 0)"
    return Stap(naam, waarde, formule, invoer, normen, bron="art. 475da lid 2 Rv")
