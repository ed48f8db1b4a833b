"""Do every sum of an explanation again from its own words: what is shown must be what was computed.

The reader of formulas here knows nothing of the code that computes; it only reads the text of a step, fills in the
outcomes of what stands below it, and does the sum.
"""

import ast
import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from waakvlam.domain.rekenen.uitleg import GEGEVEN, Stap, doorloop

RUIS = Decimal("1e-12")
WOORDEN = {
    "laagste van": "laagste",
    "hoogste van": "hoogste",
    "afgerond op centen": "centen",
    "omhoog afgerond op euro's": "omhoog",
    "omlaag afgerond op euro's": "omlaag",
    "afgerond op euro's": "euros",
}


def _rond(stap: str, hoe: str):
    return lambda bedrag: bedrag.quantize(RUIS).quantize(Decimal(stap), hoe)


FUNCTIES = {
    "laagste": min,
    "hoogste": max,
    "centen": _rond("0.01", ROUND_HALF_UP),
    "omhoog": _rond("1", ROUND_CEILING),
    "omlaag": _rond("1", ROUND_FLOOR),
    "euros": _rond("1", ROUND_HALF_UP),
}


def _waarden(stap: Stap) -> dict[str, Decimal]:
    waarden = {norm.naam: norm.factor for norm in stap.normen}
    for deel in stap.invoer:
        assert deel.uitkomst is not None, f"{stap.naam} rekent met iets zonder uitkomst: {deel.naam}"
        assert waarden.get(deel.naam, deel.uitkomst) == deel.uitkomst, (
            f"twee keer '{deel.naam}' onder {stap.naam}"
        )
        waarden[deel.naam] = deel.uitkomst
    return waarden


def _reken(knoop: ast.AST) -> Decimal:
    match knoop:
        case ast.Expression(body=lijf):
            return _reken(lijf)
        case ast.Call(func=ast.Name(id="w"), args=[ast.Constant(value=str() as getal)]):
            return Decimal(getal)
        case ast.Call(func=ast.Name(id=naam), args=delen):
            return FUNCTIES[naam](*[_reken(deel) for deel in delen])
        case ast.BinOp(left=links, op=teken, right=rechts):
            a, b = _reken(links), _reken(rechts)
            return {ast.Add: a.__add__, ast.Sub: a.__sub__, ast.Mult: a.__mul__, ast.Div: a.__truediv__}[
                type(teken)
            ](b)
    raise AssertionError(f"onbekend in een formule: {ast.dump(knoop)}")


def reken_na(stap: Stap) -> Decimal:
    """Do the sum of one step from its text."""
    tekst = stap.formule
    waarden = _waarden(stap)
    plekken: list[Decimal] = []
    for naam in sorted(waarden, key=len, reverse=True):
        if naam in tekst:
            plekken.append(waarden[naam])
            tekst = tekst.replace(naam, f"⟦{len(plekken) - 1}⟧")
    for woorden in sorted(WOORDEN, key=len, reverse=True):
        tekst = tekst.replace(woorden, WOORDEN[woorden])
    tekst = re.sub(r"(?<![⟦\d.])(\d+(?:\.\d+)?)%", lambda m: f"w('{Decimal(m[1]) / 100}')", tekst)
    tekst = re.sub(r"(?<![⟦\d.'])(\d+(?:\.\d+)?)(?![\d⟧'])", r"w('\1')", tekst)
    tekst = re.sub(r"⟦(\d+)⟧", lambda m: f"w('{plekken[int(m[1])]}')", tekst)
    tekst = tekst.replace("−", "-").replace("×", "*").replace(";", ",")
    return _reken(ast.parse(tekst, mode="eval"))


def toets_uitleg(stap: Stap) -> None:
    """Assert that every step in the tree can be done again from its words, and says where it comes from."""
    for deel in doorloop(stap):
        if deel.formule == GEGEVEN or deel.uitkomst is None:
            continue
        assert abs(reken_na(deel) - deel.uitkomst) < Decimal("1e-9"), f"{deel.naam}: {deel.formule}"
        assert deel.bron, f"{deel.naam} heeft geen bron"
