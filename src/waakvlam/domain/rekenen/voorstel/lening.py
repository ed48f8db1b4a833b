"""What a row of equal monthly payments is worth now, step by step, so that anybody can do the sum again."""

from decimal import Decimal

from waakvlam.domain.rekenen.uitleg import EURO, Stap

BRON = "rekenregel: rente op rente, betaling aan het eind van elke maand"


def maak_maandfactor(rente: Stap) -> Stap:
    """Give what one euro of debt grows to in a month, from interest in percent per year (a twelfth of it per month)."""
    return Stap(
        "groei per maand",
        1 + rente.waarde / 1200,
        f"1 + {rente.naam} / 1200",
        (rente,),
        bron="aanname: de rente per maand is een twaalfde van de rente per jaar",
        eenheid="factor",
    )


def maak_waarde_nu(termijn: Stap, factor: Stap, maanden: int) -> Stap:
    """Give what `maanden` payments of `termijn` are worth one month before the first.

    Worked back from the last payment: each month earlier adds a payment and takes off a month of interest.
    """
    waarde = Stap(
        "waarde van de laatste termijn",
        termijn.waarde / factor.waarde,
        f"{termijn.naam} / {factor.naam}",
        (termijn, factor),
        bron=BRON,
        eenheid=EURO,
    )
    for aantal in range(2, maanden + 1):
        waarde = Stap(
            f"waarde van de laatste {aantal} termijnen",
            (waarde.waarde + termijn.waarde) / factor.waarde,
            f"({waarde.naam} + {termijn.naam}) / {factor.naam}",
            (waarde, termijn, factor),
            bron=BRON,
            eenheid=EURO,
        )
    return waarde


def maak_euro() -> Stap:
    """One euro per month: what a payment is measured in to find how high it must be."""
    return Stap("termijn van 1 euro", Decimal(1), "1", bron=BRON)
