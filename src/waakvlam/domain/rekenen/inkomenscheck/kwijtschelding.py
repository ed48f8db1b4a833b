"""Kwijtschelding of local taxes as far as a profile can tell.

The income after rent and care premium is seldom known on a public page. The net income is never lower than that, so
what is forgiven with the net income is forgiven for certain; the other way round nothing is said.
"""

from decimal import Decimal

from waakvlam.domain.rekenen.bijstand import Oordeel
from waakvlam.domain.rekenen.inkomenscheck.invoer import InkomenscheckInvoer
from waakvlam.domain.rekenen.inkomenscheck.recht import Inkomensrecht
from waakvlam.domain.rekenen.inkomenscheck.teksten import schrijf_tekst
from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.kwijtschelding import KwijtscheldingInvoer, bereken_kwijtschelding, maak_kosten
from waakvlam.domain.rekenen.ontbrekend import bereken_met_normen
from waakvlam.domain.rekenen.uitkomst import Rekenuitkomst
from waakvlam.domain.rekenen.uitleg import Stap

SLEUTEL = "kwijtschelding"
NAAM = "kwijtschelding"
EURO = "euro"
NUL = Decimal(0)


def beoordeel_kwijtschelding(invoer: InkomenscheckInvoer, norm_percentage: int) -> Inkomensrecht:
    """Judge kwijtschelding with the percentage of the norm that the gemeente chose."""
    inkomen = invoer.netto_besteedbaar_inkomen
    zeker = inkomen is not None
    if inkomen is None:
        inkomen = invoer.netto_inkomen
    if invoer.partner is None or inkomen is None:
        return _mist(
            *(() if invoer.partner is not None else ("huishouden",)),
            *(() if inkomen is not None else ("netto_besteedbaar_inkomen",)),
        )
    vraag = KwijtscheldingInvoer(
        invoer.peildatum,
        invoer.leefsituatie,
        inkomen,
        norm_percentage,
        invoer.aanslag or NUL,
        eigen_normen=invoer.eigen_normen,
    )
    try:
        uitkomst = bereken_kwijtschelding(vraag)
    except Invoerfout as fout:
        return _maak(Oordeel.NIET_TE_ZEGGEN, " ".join(deel.fout for deel in fout.fouten))
    return _beoordeel(invoer, vraag, uitkomst, zeker)


def _beoordeel(
    invoer: InkomenscheckInvoer, vraag: KwijtscheldingInvoer, uitkomst: Rekenuitkomst, zeker: bool
) -> Inkomensrecht:
    alles = Decimal(uitkomst.extra["betalingscapaciteit"]) == 0
    nog_nodig = () if zeker else ("netto_besteedbaar_inkomen",)
    if invoer.aanslag is None and not alles:
        return _mist(*nog_nodig, "aanslag")
    if invoer.aanslag == 0:
        return _maak(Oordeel.WAARSCHIJNLIJK_NIET, "Er is geen aanslag om te betalen.")
    if uitkomst.uitkomst == 0 and not alles:
        reden = "Het inkomen is hoog genoeg om de aanslag te betalen."
        return _maak(Oordeel.WAARSCHIJNLIJK_NIET, reden, uitkomst.uitleg) if zeker else _mist(*nog_nodig)
    if _hangt_van_vermogen_af(invoer, vraag):
        reden = "Het hangt af van hoeveel spaargeld de gemeente of het waterschap vrijlaat."
        return _maak(Oordeel.NIET_TE_ZEGGEN, reden)
    reden = "Het inkomen is niet hoog genoeg om de hele aanslag te betalen."
    return _maak(Oordeel.WAARSCHIJNLIJK_WEL, reden, None if invoer.aanslag is None else uitkomst.uitleg)


def _hangt_van_vermogen_af(invoer: InkomenscheckInvoer, vraag: KwijtscheldingInvoer) -> bool:
    """Whether assets could take away what is forgiven.

    Money up to the kosten van bestaan of a month never counts; how much more is left free differs.
    Bron: art. 12 lid 2 onder d URI; de verordening.
    """
    vrij = bereken_met_normen(
        invoer.peildatum, invoer.eigen_normen, lambda normen: maak_kosten(vraag, normen).waarde
    )
    return invoer.vermogen is not None and invoer.vermogen > vrij


def _mist(*velden: str) -> Inkomensrecht:
    return _maak(Oordeel.NIET_TE_ZEGGEN, f"Niet te zeggen zonder: {', '.join(velden)}.", ontbreekt=velden)


def _maak(
    oordeel: Oordeel, reden: str, uitleg: Stap | None = None, ontbreekt: tuple[str, ...] = ()
) -> Inkomensrecht:
    bedrag = uitleg.uitkomst if uitleg else None
    tekst = schrijf_tekst(
        SLEUTEL, NAAM, oordeel, bedrag=bedrag, per="van de aanslag", reden=reden, ontbreekt=ontbreekt
    )
    return Inkomensrecht(SLEUTEL, NAAM, oordeel, tekst, reden, bedrag, EURO, ontbreekt, uitleg)
