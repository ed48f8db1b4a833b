"""The kinds of signals (DDAS Signaalpartner) and from when the law lets them in.

Bron: DDAS vroegsignalering v1.2, enumeratie Signaalpartner; per soort the
article in `soorten.yaml`.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True)
class Soort:
    """One kind of signal.

    `vanaf` is the first signaaldatum on which it may be received; None = never.
    `zekerheid` says how sure we are of the source: gezien, bron or aanname.
    """

    naam: str
    vanaf: date | None
    grondslag: str
    zekerheid: str
    bsn: bool


@cache
def get_soorten() -> tuple[Soort, ...]:
    """Return all kinds, in the order of the norms file.

    Raises TypeError when the norms file has an unknown or missing key.
    """
    tekst = files(__package__).joinpath("soorten.yaml").read_text(encoding="utf-8")
    inhoud: dict[str, dict[str, Any]] = yaml.safe_load(tekst)
    return tuple(Soort(naam=naam, **velden) for naam, velden in inhoud.items())


def get_soortnamen() -> tuple[str, ...]:
    """Return the names as the standard spells them."""
    return tuple(soort.naam for soort in get_soorten())
