"""What can be paid in full within the term, per debt, from what a household has left each month."""

from decimal import Decimal
from typing import Any

from waakvlam.domain.common.notatie import geld
from waakvlam.domain.rekenen.afronden import rond_omhoog_op_euros
from waakvlam.domain.rekenen.begroting import maak_saldo
from waakvlam.domain.rekenen.betalingsregeling.inpassen import Regeling, pas_in
from waakvlam.domain.rekenen.betalingsregeling.invoer import BetalingsregelingInvoer, Regelingschuld
from waakvlam.domain.rekenen.betalingsregeling.termijn import get_maanden, maak_aanname_termijn, met_termijn
from waakvlam.domain.rekenen.kern import get_kern
from waakvlam.domain.rekenen.normen import Norm
from waakvlam.domain.rekenen.uitkomst import Aanname, Rekenuitkomst
from waakvlam.domain.rekenen.uitleg import EURO, Stap, gegeven, schrijf_getal

BRON = "regeling voor volledige betaling in gelijke termijnen"


def bereken_betalingsregeling(invoer: BetalingsregelingInvoer) -> Rekenuitkomst:
    """Compute the lowest amount per month that pays every debt in full in time, and which debts fit in the room.

    `extra` holds the room, a schedule per debt and what the result means. Raises Invoerfout when the term is not given
    and the norms do not reach the peildatum.
    """
    return met_termijn(invoer.peildatum, invoer.maanden, lambda maanden: _bereken(invoer, maanden))


def _bereken(invoer: BetalingsregelingInvoer, maanden: Stap | Norm) -> Rekenuitkomst:
    aantal = int(maanden.waarde)
    laagste = {schuld.id: _maak_laagste(schuld, maanden) for schuld in invoer.schulden}
    totaal = _tel_op(tuple(laagste.values()))
    ruimte = maak_ruimte(invoer)
    regelingen = pas_in(
        invoer.schulden,
        {id_: stap.waarde for id_, stap in laagste.items()},
        ruimte.waarde,
        aantal,
        invoer.volgorde,
    )
    return Rekenuitkomst(
        totaal.waarde,
        invoer.peildatum,
        totaal,
        tuple(_maak_aannames(invoer)),
        get_kern(),
        _schrijf(regelingen, ruimte, totaal, aantal),
    )


def _maak_laagste(schuld: Regelingschuld, maanden: Stap | Norm) -> Stap:
    hele = gegeven(schuld.naam, schuld.bedrag, EURO)
    return Stap(
        f"laagste termijn voor {schuld.naam}",
        rond_omhoog_op_euros(100 * schuld.bedrag / maanden.waarde) / 100,
        f"omhoog afgerond op euro's (100 × {hele.naam} / {maanden.naam}) / 100",
        (hele, *((maanden,) if isinstance(maanden, Stap) else ())),
        (maanden,) if isinstance(maanden, Norm) else (),
        bron=BRON,
        toelichting="Naar boven op hele centen, zodat de schuld op tijd is betaald.",
    )


def _tel_op(termijnen: tuple[Stap, ...]) -> Stap:
    return Stap(
        "laagste bedrag per maand voor alle schulden",
        sum((stap.waarde for stap in termijnen), Decimal(0)),
        " + ".join(stap.naam for stap in termijnen),
        termijnen,
        bron=BRON,
    )


def maak_ruimte(invoer: BetalingsregelingInvoer) -> Stap:
    """What there is per month: as given, or what the begroting leaves, never below zero.

    Raises ValueError when neither is given, Invoerfout for a begroting that is not complete.
    """
    if invoer.ruimte is not None:
        return gegeven("aflosruimte per maand", invoer.ruimte)
    if invoer.begroting is None:
        raise ValueError("Geef de aflosruimte of een begroting.")
    saldo = maak_saldo(invoer.begroting)
    return Stap(
        "aflosruimte per maand",
        max(saldo.waarde, Decimal(0)),
        f"hoogste van ({saldo.naam}; 0)",
        (saldo,),
        bron="begroting",
    )


def _maak_aannames(invoer: BetalingsregelingInvoer) -> list[Aanname]:
    aannames = [] if invoer.maanden is not None else [maak_aanname_termijn()]
    if invoer.begroting is not None:
        aannames.append(
            Aanname(
                "ruimte_uit_begroting",
                "heel het saldo",
                "Alles wat de begroting overlaat, telt als ruimte om af te lossen. Aflossingen op deze schulden horen dan niet "
                "ook in de begroting.",
            )
        )
    aannames.append(
        Aanname(
            "volgorde",
            invoer.volgorde.value,
            "Als de ruimte niet genoeg is, krijgen de schulden in deze volgorde een plaats. Ruimte die later vrijkomt omdat een "
            "schuld is betaald, is niet opnieuw verdeeld. Rente en kosten komen er niet bij.",
        )
    )
    return aannames


def _schrijf(regelingen: tuple[Regeling, ...], ruimte: Stap, totaal: Stap, maanden: int) -> dict[str, Any]:
    schuld = sum((regeling.schuld.bedrag for regeling in regelingen), Decimal(0))
    over = ruimte.waarde - sum((deel.termijn for deel in regelingen if deel.past), Decimal(0))
    return {
        "maanden": maanden,
        "aflosruimte": schrijf_getal(ruimte.waarde, EURO),
        "aflosruimte_uitleg": ruimte.als_dict(),
        "alles_past": all(regeling.past for regeling in regelingen),
        "ruimte_over": schrijf_getal(over, EURO),
        "maanden_bij_volledige_inzet": get_maanden(schuld, ruimte.waarde) if ruimte.waarde else None,
        "per_schuld": [regeling.als_dict() for regeling in regelingen],
        "betekenis": _zeg(regelingen, ruimte.waarde, totaal.waarde, maanden),
    }


def _zeg(regelingen: tuple[Regeling, ...], ruimte: Decimal, laagste: Decimal, maanden: int) -> str:
    passend = sum(regeling.past for regeling in regelingen)
    if passend == len(regelingen):
        som = sum((regeling.termijn for regeling in regelingen), Decimal(0))
        return f"Alle schulden zijn binnen {maanden} maanden volledig te betalen, met {geld(som)} per maand."
    zin = (
        f"Van de {len(regelingen)} schulden {'past' if passend == 1 else 'passen'} er {passend} binnen "
        f"{maanden} maanden en {geld(ruimte)} per maand."
    )
    if laagste > ruimte:
        return zin + f" Om alles op tijd te betalen, is {geld(laagste - ruimte)} per maand meer nodig."
    return zin + " Met de laagste termijnen past alles wel."
