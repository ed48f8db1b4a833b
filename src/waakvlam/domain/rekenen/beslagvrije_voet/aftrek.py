"""What goes off the beslagvrije voet, and the 95% rule. Bron: art. 475db en 475dc Rv."""

from decimal import Decimal

from waakvlam.domain.rekenen.beslagvrije_voet.invoer import BeslagvrijeVoetInvoer
from waakvlam.domain.rekenen.normen import Normen
from waakvlam.domain.rekenen.uitleg import Stap, gegeven

NUL = Decimal(0)


def maak_na_aftrek(invoer: BeslagvrijeVoetInvoer, voet: Stap) -> Stap:
    """Deduct, in the order of the law: the partner's income (at most half), one's own other income, tax on a car."""
    aftrek = tuple(
        stap
        for stap in (
            _aftrek_partner(invoer, voet),
            _gegeven("ander eigen inkomen dat niet onder beslag ligt", invoer.ander_eigen_inkomen),
            _gegeven("loonbelasting over de bijtelling van de auto", invoer.bijtelling_auto),
        )
        if stap
    )
    if not aftrek:
        return voet
    return Stap(
        "beslagvrije voet na aftrek",
        max(voet.waarde - sum(stap.waarde for stap in aftrek), NUL),
        f"hoogste van ({' − '.join(stap.naam for stap in (voet, *aftrek))}; 0)",
        (voet, *aftrek),
        bron="art. 475db lid 1 Rv",
    )


def _gegeven(naam: str, bedrag: Decimal | None) -> Stap | None:
    return None if bedrag is None else gegeven(naam, bedrag)


def _aftrek_partner(invoer: BeslagvrijeVoetInvoer, voet: Stap) -> Stap | None:
    if invoer.inkomen_partner is None:
        return None
    inkomen = gegeven("inkomen van de partner dat niet onder beslag ligt", invoer.inkomen_partner)
    return Stap(
        "aftrek voor de partner",
        min(inkomen.waarde, voet.waarde / 2),
        f"laagste van ({inkomen.naam}; {voet.naam} / 2)",
        (inkomen, voet),
        bron="art. 475db lid 1 onder a Rv",
    )


def maak_na_95_procent(invoer: BeslagvrijeVoetInvoer, normen: Normen, voet: Stap) -> Stap:
    """Never more than 95% of the income under seizure; for bijstand 95% of the person's own norm."""
    grens = _maak_grens(invoer, normen)
    if grens is None:
        return voet
    if invoer.bijstand is None:
        return Stap(
            "beslagvrije voet na de 95%-regel",
            min(voet.waarde, grens.waarde),
            f"laagste van ({voet.naam}; {grens.naam})",
            (voet, grens),
            bron="art. 475dc lid 1 Rv",
        )
    return _pas_bijstand_toe(invoer, normen, voet, grens)


def _maak_grens(invoer: BeslagvrijeVoetInvoer, normen: Normen) -> Stap | None:
    deel = normen["rv_475dc_1"]
    if invoer.netto_maandinkomen is None:
        return None if invoer.bijstand is None else _maak_bijstandsgrens(invoer, normen)
    inkomen = gegeven("netto maandinkomen met vakantiebijslag", invoer.netto_maandinkomen)
    return Stap(
        "95% van het inkomen",
        deel.factor * inkomen.waarde,
        f"{deel.naam} × {inkomen.naam}",
        (inkomen,),
        (deel,),
        bron="art. 475dc lid 1 Rv",
    )


def _maak_bijstandsgrens(invoer: BeslagvrijeVoetInvoer, normen: Normen) -> Stap:
    assert invoer.bijstand is not None  # noqa: S101 - asked for only when it is given
    deel = normen["rv_475dc_1"]
    norm = gegeven("geldende bijstandsnorm met vakantiebijslag", invoer.bijstand.norm)
    ander = gegeven("ander inkomen in de zin van art. 32 Pw", invoer.bijstand.ander_inkomen)
    return Stap(
        "beslagvrije voet bij bijstand",
        max(deel.factor * norm.waarde - ander.waarde, NUL),
        f"hoogste van ({deel.naam} × {norm.naam} − {ander.naam}; 0)",
        (norm, ander),
        (deel,),
        bron="art. 475dc lid 2 Rv",
    )


def _pas_bijstand_toe(invoer: BeslagvrijeVoetInvoer, normen: Normen, voet: Stap, grens: Stap) -> Stap:
    # Lid 2 only says what lid 1 comes to for bijstand: when lid 1 does not bite, the ordinary voet stays.
    if voet.waarde <= grens.waarde:
        return voet
    return _maak_bijstandsgrens(invoer, normen)
