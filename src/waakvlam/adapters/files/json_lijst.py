"""JSON: a list of objects, as the API takes it."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from waakvlam.adapters.files.rijen import Rij, Tabel, cel_tekst
from waakvlam.adapters.files.tekst import herken_codering
from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.signalen.kolommen import herken_kolom, kopsleutel

# Half of a pair of signs: JSON may write it (as an escape), but no text can hold it; and NUL, that no database holds.
_HALF = re.compile("[\ud800-\udfff]")
_NIET_IN_KOP = re.compile("[\x00\ud800-\udfff]")
_GEEN_LIJST = 'Lever een lijst van objecten: [{"partner": "…", …}, …].'


class _Dubbel(dict[str, Any]):
    """An object in which a key stands twice: which of the two counts would be a guess."""


def _object(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    inhoud = dict(paren)
    return inhoud if len(inhoud) == len(paren) else _Dubbel(inhoud)


def _weiger_constante(naam: str) -> Any:
    raise ValueError(f"{naam} is geen getal in JSON")


def lees_json(pad: Path) -> Tabel:
    """Read a list of objects; the first object is row 1.

    Raises WaakvlamFout when it is no JSON, or no list.
    """
    try:
        inhoud = json.loads(
            pad.read_text(encoding=herken_codering(pad)),
            object_pairs_hook=_object,
            parse_float=Decimal,
            parse_constant=_weiger_constante,
        )
    except (ValueError, RecursionError) as fout:
        plek = f" (regel {fout.lineno})" if isinstance(fout, json.JSONDecodeError) else ""
        raise WaakvlamFout(f"{pad.name}: dit is geen geldige JSON{plek}. {_GEEN_LIJST}") from fout
    if not isinstance(inhoud, list):
        raise WaakvlamFout(f"{pad.name}: dit is geen lijst. {_GEEN_LIJST}")
    return tabel_van_objecten(inhoud)


def tabel_van_objecten(objecten: list[Any]) -> Tabel:
    """Turn a list of objects into a table; files and API share it."""
    kop: dict[str, str] = {}
    for object_ in objecten:
        if isinstance(object_, dict):
            for naam in object_:
                kop.setdefault(kopsleutel(naam), naam)
    namen = [_NIET_IN_KOP.sub("\ufffd", naam) for naam in kop.values()]
    return Tabel(namen, _rijen(objecten, list(kop), [herken_kolom(naam) for naam in namen]))


def _rijen(objecten: list[Any], sleutels: list[str], kolommen: list[str | None]) -> Iterator[Rij]:
    for nummer, object_ in enumerate(objecten, 1):
        if not isinstance(object_, dict):
            yield Rij(nummer, [], "Dit is geen object. Zet elk signaal tussen accolades.")
            continue
        op_sleutel = {kopsleutel(naam): waarde for naam, waarde in object_.items()}
        if len(op_sleutel) < len(object_) or isinstance(object_, _Dubbel):
            yield Rij(nummer, [], "Een kolom komt in dit object twee keer voor. Laat er één staan.")
        elif any(isinstance(waarde, list | dict) for waarde in op_sleutel.values()):
            yield Rij(
                nummer,
                [],
                "Een waarde is een lijst of object. Schrijf tekst, een getal, true, false of null.",
            )
        elif any(waarde not in (None, "") for waarde in op_sleutel.values()):
            waarden = (_bewaarbaar(op_sleutel.get(sleutel)) for sleutel in sleutels)
            yield Rij(
                nummer, [cel_tekst(w, k, afronden=False) for w, k in zip(waarden, kolommen, strict=True)]
            )


def _bewaarbaar(waarde: Any) -> Any:
    """Put NUL where no text can be: the rules refuse that cell."""
    return _HALF.sub("\x00", waarde) if isinstance(waarde, str) and not waarde.isascii() else waarde
