"""Set a PDF from a Typst template and data."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

from waakvlam.domain.common.fouten import WaakvlamFout

WORTEL = Path(__file__).resolve().parents[2]
LETTERS = Path(__file__).resolve().parent / "fonts"


class DocumentFout(WaakvlamFout):
    """A document could not be set; the message names the template, never what stood in it."""


def maak_pdf(sjabloon: Path, gegevens: Mapping[str, Any], moment: datetime) -> bytes:
    """Set one document as PDF/UA-1 (tagged, with title and language).

    `sjabloon` is a `.typ` file below `src/waakvlam`; it begins with `#import "/foundation/documents/huisstijl.typ"` and
    reads its data with `gegevens`, which holds everything that it was given here (texts, numbers, lists, mappings).
    Data is never read as markup. `moment` is the date of the document. Raises DocumentFout; also when a letter is not
    in our fonts, because a document with holes in it must not leave the building.
    """
    try:
        # Texts travel as data (JSON), not as source: a name with a # or $ in it stays a name.
        pdf, waarschuwingen = typst.compile_with_warnings(
            str(sjabloon),
            root=str(WORTEL),
            font_paths=[str(LETTERS)],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"gegevens": json.dumps(gegevens, ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=int(moment.timestamp()),
        )
    except typst.TypstError as fout:
        raise _fout(sjabloon) from fout
    if waarschuwingen:
        raise _fout(sjabloon)
    return bytes(pdf)


def _fout(sjabloon: Path) -> DocumentFout:
    # Typst says where in the template it went wrong; what a person can mend is nearly always a letter we do not have.
    return DocumentFout(
        f"Het document '{sjabloon.stem}' is niet gemaakt. Staat er in een tekst een teken dat wij niet kunnen afdrukken "
        "(een plaatje, of een Chinees of Arabisch letterteken)? Haal dat weg en probeer opnieuw."
    )
