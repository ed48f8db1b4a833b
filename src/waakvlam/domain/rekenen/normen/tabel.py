"""All norms together: loaded once, checked strictly, asked for by date."""

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.rekenen.normen.lezen import Reeks, lees_reeksen
from waakvlam.domain.rekenen.normen.model import Norm, Normen, OnbekendeNorm, buiten_bereik


@dataclass(frozen=True)
class Normentabel:
    """Every series of amounts, by key.

    `eerste` and `laatste` bound the dates on which something can be computed: the first start and the last day of
    the series that move twice a year. `vingerafdruk` is a SHA-256 over all amounts, for the receipt of a result.
    """

    reeksen: dict[str, Reeks]
    eerste: date
    laatste: date
    vingerafdruk: str

    def op(self, peildatum: date) -> Normen:
        """Give the norms that hold on a date. Raises WaakvlamFout outside the coverage, saying until when."""
        if not self.eerste <= peildatum <= self.laatste:
            raise WaakvlamFout(buiten_bereik(peildatum, self.eerste, self.laatste))
        return _op(self, peildatum)

    def __hash__(self) -> int:
        return hash(self.vingerafdruk)


@lru_cache(maxsize=256)
def _op(tabel: Normentabel, peildatum: date) -> Normen:
    bekend: dict[str, Norm] = {}
    onbekend: dict[str, OnbekendeNorm] = {}
    for sleutel, reeks in tabel.reeksen.items():
        gevonden = reeks.op(peildatum)
        if isinstance(gevonden, Norm):
            bekend[sleutel] = gevonden
        else:
            onbekend[sleutel] = gevonden
    return Normen(peildatum, bekend, onbekend, tabel.laatste)


def maak_tabel(teksten: dict[str, str]) -> Normentabel:
    """Make the table of the texts of norm files, by file name. Raises WaakvlamFout that names file, norm and fault."""
    reeksen: dict[str, Reeks] = {}
    for bestand, tekst in sorted(teksten.items()):
        for reeks in lees_reeksen(bestand, tekst):
            if reeks.sleutel in reeksen:
                raise WaakvlamFout(f"{bestand}: de norm '{reeks.sleutel}' staat ook al in een ander bestand.")
            reeksen[reeks.sleutel] = reeks
    halfjaren = [reeks for reeks in reeksen.values() if reeks.ritme.maanden == 6]
    if not halfjaren:
        raise WaakvlamFout(
            "Er is geen enkele norm die elk half jaar wijzigt: dan is niet te zeggen tot wanneer wij rekenen."
        )
    return Normentabel(
        reeksen,
        eerste=min(reeks.eerste for reeks in halfjaren),
        laatste=max(reeks.laatste for reeks in halfjaren),
        vingerafdruk=hashlib.sha256(
            "\n".join(sorted(regel for r in reeksen.values() for regel in r.regels())).encode()
        ).hexdigest(),
    )


@cache
def laad_normen() -> Normentabel:
    """Load the norms that come with Waakvlam. Raises WaakvlamFout when a file is wrong."""
    map_ = files(__package__)
    return maak_tabel(
        {pad.name: pad.read_text(encoding="utf-8") for pad in map_.iterdir() if pad.name.endswith(".yaml")}
    )
