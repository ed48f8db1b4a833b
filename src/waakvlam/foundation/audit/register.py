"""The event codes the log knows, each with its Dutch label and text."""

import re
from dataclasses import dataclass

_CODE = re.compile(r"[a-z_]+\.[a-z_]+")
_soorten: dict[str, "Gebeurtenissoort"] = {}


class OnbekendeGebeurtenisError(LookupError):
    """An event code nobody registered."""


@dataclass(frozen=True)
class Gebeurtenissoort:
    """A kind of event: `code` (object.happened), label, one sentence, and whether it is a look."""

    code: str
    label: str
    tekst: str
    leest: bool = False


def register(code: str, label: str, tekst: str = "", *, leest: bool = False) -> Gebeurtenissoort:
    """Make an event code known; the same definition twice is fine.

    Raises ValueError for a code not of the form `object.gebeurtenis`, or one that means something else already.
    """
    if not _CODE.fullmatch(code):
        raise ValueError(f"een code is object.gebeurtenis: {code!r}")
    nieuw = Gebeurtenissoort(code, label, tekst or f"{label}.", leest)
    if _soorten.setdefault(code, nieuw) != nieuw:
        raise ValueError(f"gebeurtenis {code!r} betekent al iets anders")
    return nieuw


def soort(code: str) -> Gebeurtenissoort:
    """Give the kind of event of a code; raises OnbekendeGebeurtenisError."""
    try:
        return _soorten[code]
    except KeyError:
        raise OnbekendeGebeurtenisError(
            f"gebeurtenis {code!r} is niet geregistreerd (audit.register)"
        ) from None


def alle_soorten() -> list[Gebeurtenissoort]:
    """Give every registered kind, by code."""
    return [_soorten[code] for code in sorted(_soorten)]
