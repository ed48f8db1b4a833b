"""A proposal to creditors from the facts. Bron: art. 349 Fw."""

from typing import Any

from waakvlam.domain.rekenen.kern import get_kern
from waakvlam.domain.rekenen.normen import Normen
from waakvlam.domain.rekenen.ontbrekend import bereken_met_normen
from waakvlam.domain.rekenen.uitkomst import Rekenuitkomst
from waakvlam.domain.rekenen.voorstel.aannames import maak_aannames
from waakvlam.domain.rekenen.voorstel.invoer import VoorstelInvoer
from waakvlam.domain.rekenen.voorstel.samenstellen import stel_voor
from waakvlam.domain.rekenen.voorstel.saneringskrediet import vergelijk_met_krediet
from waakvlam.domain.rekenen.voorstel.schrijven import schrijf_meer, schrijf_voorstel
from waakvlam.domain.rekenen.voorstel.wsnp import vergelijk_met_wsnp


def bereken_voorstel(invoer: VoorstelInvoer) -> Rekenuitkomst:
    """Divide what there is over the creditors; the result is the total of the payments, with a step for every debt.

    `extra` holds the fields of contract.md section 5, what a letter needs besides (`delen`, `betekenis`), and the
    comparisons `wsnp` and, when it was asked for, `saneringskrediet`. Raises Invoerfout when the term is not given and
    the norms do not reach the peildatum.
    """
    wsnp = invoer.wsnp
    if invoer.maanden is None or (wsnp and wsnp.kosten is not None and wsnp.maanden is None):
        return bereken_met_normen(invoer.peildatum, (), lambda normen: _bereken(invoer, normen))
    return _bereken(invoer, None)


def _bereken(invoer: VoorstelInvoer, normen: Normen | None) -> Rekenuitkomst:
    voorstel = stel_voor(invoer, normen)
    extra: dict[str, Any] = {
        **schrijf_voorstel(invoer, voorstel),
        **schrijf_meer(invoer, voorstel),
        "wsnp": vergelijk_met_wsnp(invoer, voorstel, normen),
    }
    if invoer.krediet is not None:
        extra["saneringskrediet"] = vergelijk_met_krediet(invoer, invoer.krediet, voorstel)
    return Rekenuitkomst(
        voorstel.uitleg.waarde,
        invoer.peildatum,
        voorstel.uitleg,
        maak_aannames(invoer, voorstel.maanden),
        get_kern(),
        extra,
    )
