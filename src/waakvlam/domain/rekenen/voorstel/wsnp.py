"""What a creditor gets from this proposal beside what a Wsnp would give.

Bron: Leidraad Invordering 73.5.1 onder g (at least as much as in a Wsnp); the division of art. 349 Fw holds for both.
"""

from dataclasses import replace
from typing import Any

from waakvlam.domain.common.notatie import geld
from waakvlam.domain.rekenen.normen import Normen
from waakvlam.domain.rekenen.voorstel.invoer import Herkomst, VoorstelInvoer
from waakvlam.domain.rekenen.voorstel.samenstellen import Voorstel, stel_voor
from waakvlam.domain.rekenen.voorstel.schrijven import schrijf_bedrag, schrijf_voorstel

NIET_BEREKEND = (
    "Niet berekend: de kosten van de Wsnp zijn niet bekend. Vul ze in met de bron; de vergoeding van de bewindvoerder staat "
    "in het Besluit vergoeding bewindvoerder schuldsanering."
)


def vergelijk_met_wsnp(invoer: VoorstelInvoer, voorstel: Voorstel, normen: Normen | None) -> dict[str, Any]:
    """Give the same division for a Wsnp, per debt beside the proposal.

    Without the costs of a Wsnp nothing is computed and `reden` says so. Lump sums of others do not count there.
    """
    wsnp = invoer.wsnp
    if wsnp is None or wsnp.kosten is None:
        return {"uitdeelbaar": None, "reden": NIET_BEREKEND}
    in_wsnp = replace(
        invoer,
        maanden=wsnp.maanden,
        kosten=wsnp.kosten,
        bijdragen=tuple(deel for deel in invoer.bijdragen if deel.herkomst is Herkomst.EIGEN),
    )
    ander = stel_voor(in_wsnp, normen)
    paren = list(
        zip(invoer.schulden, voorstel.verdeling.uitkeringen, ander.verdeling.uitkeringen, strict=True)
    )
    return {
        **{naam: waarde for naam, waarde in schrijf_voorstel(in_wsnp, ander).items() if naam != "per_schuld"},
        "maanden": ander.maanden,
        "kosten": schrijf_bedrag(wsnp.kosten),
        "bron_kosten": wsnp.bron,
        "per_schuld": [
            {
                "id": schuld.id,
                "voorstel": schrijf_bedrag(hier),
                "wsnp": schrijf_bedrag(daar),
                "verschil": schrijf_bedrag(hier - daar),
            }
            for schuld, hier, daar in paren
        ],
        "ten_minste_gelijk": all(hier >= daar for _, hier, daar in paren),
        "betekenis": _zeg(voorstel, ander),
        "uitleg": ander.uitleg.als_dict(),
    }


def _zeg(voorstel: Voorstel, ander: Voorstel) -> str:
    verschil = voorstel.verdeling.uitgekeerd - ander.verdeling.uitgekeerd
    if verschil > 0:
        return f"Dit voorstel geeft de schuldeisers samen {geld(verschil)} meer dan een Wsnp."
    if verschil < 0:
        return f"Dit voorstel geeft de schuldeisers samen {geld(-verschil)} minder dan een Wsnp."
    return "Dit voorstel geeft de schuldeisers samen evenveel als een Wsnp."
