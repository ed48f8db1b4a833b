"""One new loan that pays all debts at once: how high, how much per month, and what it costs in the end."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from waakvlam.domain.common.notatie import geld
from waakvlam.domain.rekenen.afronden import rond_af_op_centen, rond_omhoog_op_euros
from waakvlam.domain.rekenen.betalingsregeling.invoer import HerfinancieringInvoer, Leenrente
from waakvlam.domain.rekenen.betalingsregeling.termijn import maak_aanname_termijn, met_termijn
from waakvlam.domain.rekenen.kern import get_kern
from waakvlam.domain.rekenen.normen import Norm
from waakvlam.domain.rekenen.uitkomst import Aanname, Rekenuitkomst
from waakvlam.domain.rekenen.uitleg import EURO, PROCENT, Stap, gegeven, schrijf_getal
from waakvlam.domain.rekenen.voorstel.lening import BRON, maak_euro, maak_maandfactor, maak_waarde_nu

NIET_BEREKEND = (
    "Niet berekend: de rente van de lening is niet bekend. Vul haar in met de bron, ook als zij 0 is. Het wettelijk maximum "
    "van de rente staat niet in dit programma."
)


def bereken_herfinanciering(invoer: HerfinancieringInvoer) -> Rekenuitkomst:
    """Compute the payment per month of a loan that pays all debts, with its explanation.

    Without interest nothing is computed: the result is None and says why. `extra` holds the loan, its months, the last
    payment, what is paid in all with an explanation of its own, and whether it fits in the room. Raises Invoerfout when
    the term is not given and the norms do not reach the peildatum.
    """
    return met_termijn(invoer.peildatum, invoer.maanden, lambda maanden: _bereken(invoer, maanden))


def _bereken(invoer: HerfinancieringInvoer, maanden: Stap | Norm) -> Rekenuitkomst:
    lening = _maak_lening(invoer)
    extra: dict[str, Any] = {"leenbedrag": schrijf_getal(lening.waarde, EURO), "maanden": int(maanden.waarde)}
    if invoer.rente is None:
        stap = Stap(
            "maandbedrag van de lening",
            None,
            "niet berekend",
            (lening,),
            bron=BRON,
            toelichting=NIET_BEREKEND,
        )
        extra |= {"totaal_betaald": None, "rente": None, "betekenis": NIET_BEREKEND}
    else:
        factor = maak_maandfactor(_maak_rente(invoer.rente))
        stap = _maak_maandbedrag(lening, factor, int(maanden.waarde))
        extra |= _schrijf(invoer, lening, _los_af(lening, factor, stap, int(maanden.waarde)))
    return Rekenuitkomst(
        stap.uitkomst, invoer.peildatum, stap, tuple(_maak_aannames(invoer)), get_kern(), extra
    )


def _maak_lening(invoer: HerfinancieringInvoer) -> Stap:
    delen = [gegeven(schuld.naam, schuld.bedrag, EURO) for schuld in invoer.schulden]
    if invoer.kosten is not None:
        delen.append(gegeven("kosten van de lening", invoer.kosten, EURO))
    return Stap(
        "leenbedrag",
        sum((deel.waarde for deel in delen), Decimal(0)),
        " + ".join(deel.naam for deel in delen),
        tuple(delen),
        bron="een lening die alle schulden in één keer aflost",
        eenheid=EURO,
    )


def _maak_rente(rente: Leenrente) -> Stap:
    return gegeven("rente per jaar", rente.procent, PROCENT, f"Bron: {rente.bron}")


def _maak_maandbedrag(lening: Stap, factor: Stap, maanden: int) -> Stap:
    waarde = maak_waarde_nu(maak_euro(), factor, maanden)
    return Stap(
        "maandbedrag van de lening",
        rond_omhoog_op_euros(100 * lening.waarde / waarde.waarde) / 100,
        f"omhoog afgerond op euro's (100 × {lening.naam} / {waarde.naam}) / 100",
        (lening, waarde),
        bron=BRON,
        toelichting="Naar boven op hele centen; de laatste termijn is daardoor meestal wat lager.",
    )


@dataclass(frozen=True, slots=True)
class _Aflossing:
    """How a loan is paid back: how many payments, each how much, the last one, and all together."""

    maanden: int
    maandbedrag: Decimal
    laatste: Stap
    totaal: Stap


def _los_af(lening: Stap, factor: Stap, maandbedrag: Stap, maanden: int) -> _Aflossing:
    # A plain figure here: with its whole tree in every month the explanation would grow with the square of the months.
    termijn = Stap(
        maandbedrag.naam,
        maandbedrag.waarde,
        f"{maandbedrag.waarde:.2f}",
        bron=BRON,
        toelichting="Zie de uitleg van het maandbedrag.",
    )
    rest, aantal = lening, 1
    while aantal < maanden and rond_af_op_centen(rest.waarde * factor.waarde) > termijn.waarde:
        rest = Stap(
            f"schuld na {aantal} {'maand' if aantal == 1 else 'maanden'}",
            rond_af_op_centen(rest.waarde * factor.waarde) - termijn.waarde,
            f"afgerond op centen ({rest.naam} × {factor.naam}) − {termijn.naam}",
            (rest, factor, termijn),
            bron=BRON,
            eenheid=EURO,
        )
        aantal += 1
    laatste = Stap(
        "laatste termijn",
        rond_af_op_centen(rest.waarde * factor.waarde),
        f"afgerond op centen ({rest.naam} × {factor.naam})",
        (rest, factor),
        bron=BRON,
        eenheid=EURO,
    )
    totaal = Stap(
        "in totaal betaald",
        (aantal - 1) * termijn.waarde + laatste.waarde,
        f"{aantal - 1} × {termijn.naam} + {laatste.naam}",
        (termijn, laatste),
        bron=BRON,
        eenheid=EURO,
    )
    return _Aflossing(aantal, termijn.waarde, laatste, totaal)


def _schrijf(invoer: HerfinancieringInvoer, lening: Stap, aflossing: _Aflossing) -> dict[str, Any]:
    hoogste = max(aflossing.maandbedrag if aflossing.maanden > 1 else Decimal(0), aflossing.laatste.waarde)
    past = None if invoer.ruimte is None else hoogste <= invoer.ruimte
    return {
        "aantal_termijnen": aflossing.maanden,
        "laatste_termijn": schrijf_getal(aflossing.laatste.waarde, EURO),
        "totaal_betaald": schrijf_getal(aflossing.totaal.waarde, EURO),
        "rente": schrijf_getal(aflossing.totaal.waarde - lening.waarde, EURO),
        "totaal_uitleg": aflossing.totaal.als_dict(),
        "past": past,
        "betekenis": _zeg(lening, aflossing, past),
    }


def _zeg(lening: Stap, aflossing: _Aflossing, past: bool | None) -> str:
    hoe = (
        f"in één keer {geld(aflossing.laatste.waarde)}"
        if aflossing.maanden == 1
        else f"{geld(aflossing.maandbedrag)} per maand, {aflossing.maanden} keer, samen {geld(aflossing.totaal.waarde)}"
    )
    zin = f"Een lening van {geld(lening.waarde)} lost alles in één keer af. Terugbetalen kost {hoe}."
    if past is None:
        return zin
    return zin + (" Dat past in de aflosruimte." if past else " Dat past niet in de aflosruimte.")


def _maak_aannames(invoer: HerfinancieringInvoer) -> list[Aanname]:
    aannames = [] if invoer.maanden is not None else [maak_aanname_termijn()]
    if invoer.kosten is None:
        tekst = "Er is geen bedrag voor kosten van de lening opgegeven; het telt niet mee."
        aannames.append(Aanname("kosten", "niet opgegeven", tekst))
    if invoer.rente is not None:
        aannames.append(
            Aanname(
                "rente_per_maand",
                "een twaalfde van de rente per jaar",
                "De rente is per maand een twaalfde van het opgegeven percentage per jaar. Of zij onder het wettelijk maximum "
                "blijft, is niet gecontroleerd.",
            )
        )
    return aannames
