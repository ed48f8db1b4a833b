"""A saneringskrediet beside schuldbemiddeling: the same division, paid at once from a loan that the capacity repays.

Bron: GGM (saneringskrediet: krediet pays all creditors at once, the client repays the lender).
"""

from decimal import Decimal
from typing import Any

from waakvlam.domain.common.notatie import geld
from waakvlam.domain.rekenen.afronden import rond_af_op_centen
from waakvlam.domain.rekenen.uitleg import EURO, PROCENT, Stap, gegeven
from waakvlam.domain.rekenen.voorstel.invoer import KredietInvoer, VoorstelInvoer
from waakvlam.domain.rekenen.voorstel.lening import maak_maandfactor, maak_waarde_nu
from waakvlam.domain.rekenen.voorstel.samenstellen import Voorstel, stel_samen
from waakvlam.domain.rekenen.voorstel.schrijven import schrijf_bedrag, schrijf_voorstel
from waakvlam.domain.rekenen.voorstel.stappen import maak_uitdeelbaar

ZONDER = "Niet berekend: zonder afloscapaciteit kan een saneringskrediet niet worden terugbetaald."


def vergelijk_met_krediet(
    invoer: VoorstelInvoer, krediet: KredietInvoer, voorstel: Voorstel
) -> dict[str, Any]:
    """Give the highest credit that the capacity repays within the term, and what it pays each creditor at once.

    `terug_te_betalen` is what the resident pays the lender, `rente` the part of it above the credit.
    """
    if not invoer.afloscapaciteit:
        return {"krediet": None, "reden": ZONDER}
    hoogte = _maak_hoogte(invoer.afloscapaciteit, krediet, voorstel.maanden)
    ander = stel_samen(invoer, voorstel.maanden, maak_uitdeelbaar(invoer, hoogte, krediet.kosten))
    terug = invoer.afloscapaciteit * voorstel.maanden
    paren = zip(invoer.schulden, voorstel.verdeling.uitkeringen, ander.verdeling.uitkeringen, strict=True)
    return {
        "krediet": schrijf_bedrag(hoogte.waarde),
        "termijn_per_maand": schrijf_bedrag(invoer.afloscapaciteit),
        "maanden": voorstel.maanden,
        "terug_te_betalen": schrijf_bedrag(terug),
        "rente": schrijf_bedrag(terug - hoogte.waarde),
        "bron_rente": krediet.bron,
        "kosten": None if krediet.kosten is None else schrijf_bedrag(krediet.kosten),
        **{naam: waarde for naam, waarde in schrijf_voorstel(invoer, ander).items() if naam != "per_schuld"},
        "per_schuld": [
            {
                "id": schuld.id,
                "nu": schrijf_bedrag(daar),
                "schuldbemiddeling": schrijf_bedrag(hier),
                "verschil": schrijf_bedrag(daar - hier),
            }
            for schuld, hier, daar in paren
        ],
        "betekenis": _zeg(voorstel, ander),
        "uitleg": ander.uitleg.als_dict(),
    }


def _maak_hoogte(afloscapaciteit: Decimal, krediet: KredietInvoer, maanden: int) -> Stap:
    rente = gegeven("rente per jaar", krediet.rente, PROCENT, f"Bron: {krediet.bron}")
    termijn = gegeven("afloscapaciteit per maand", afloscapaciteit)
    waarde = maak_waarde_nu(termijn, maak_maandfactor(rente), maanden)
    return Stap(
        "saneringskrediet",
        rond_af_op_centen(waarde.waarde),
        f"afgerond op centen ({waarde.naam})",
        (waarde,),
        bron="aanname: het krediet is zo hoog als de afloscapaciteit in de termijn kan terugbetalen",
        eenheid=EURO,
    )


def _zeg(voorstel: Voorstel, ander: Voorstel) -> str:
    verschil = ander.verdeling.uitgekeerd - voorstel.verdeling.uitgekeerd
    begin = f"De schuldeisers krijgen {geld(ander.verdeling.uitgekeerd)} in één keer"
    if not verschil:
        return f"{begin}, evenveel als bij schuldbemiddeling in {voorstel.maanden} maanden."
    woord = "meer" if verschil > 0 else "minder"
    return f"{begin}: {geld(abs(verschil))} {woord} dan bij schuldbemiddeling in {voorstel.maanden} maanden."
