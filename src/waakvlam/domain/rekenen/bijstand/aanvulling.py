"""Whether bijstand, or a supplement to it, is probable with this income and these assets. Bron: art. 19 en 34 Pw."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from waakvlam.domain.rekenen.bijstand.invoer import BijstandInvoer
from waakvlam.domain.rekenen.bijstand.oordeel import Oordeel
from waakvlam.domain.rekenen.normen import Normen
from waakvlam.domain.rekenen.uitleg import Stap, gegeven

NUL = Decimal(0)


@dataclass(frozen=True, slots=True)
class Aanvulling:
    """What bijstand would add, per month. `bedrag` is known when `oordeel` is not NIET_TE_ZEGGEN; `reden` says why."""

    oordeel: Oordeel
    reden: str
    stap: Stap | None = None

    @property
    def bedrag(self) -> Decimal | None:
        """Euros per month; None when it cannot be said."""
        return None if self.stap is None else self.stap.waarde

    def als_dict(self) -> dict[str, Any]:
        """Give it ready for a file."""
        return {
            "oordeel": self.oordeel.value,
            "bedrag": None if self.bedrag is None else f"{self.bedrag:.2f}",
            "reden": self.reden,
            "uitleg": None if self.stap is None else self.stap.als_dict(),
        }


def maak_aanvulling(invoer: BijstandInvoer, normen: Normen, norm: Stap) -> Aanvulling:
    """Compare income and assets with the norm; without an income nothing is said. Raises NormOntbreekt."""
    te_rijk = _toets_vermogen(invoer, normen)
    if te_rijk:
        return te_rijk
    if invoer.netto_inkomen is None:
        return Aanvulling(Oordeel.NIET_TE_ZEGGEN, "Het netto inkomen per maand is niet opgegeven.")
    inkomen = gegeven("netto inkomen", invoer.netto_inkomen)
    stap = Stap(
        "aanvullende bijstand",
        max(norm.waarde - inkomen.waarde, NUL),
        f"hoogste van ({norm.naam} − {inkomen.naam}; 0)",
        (norm, inkomen),
        bron="art. 19 lid 1 en 2 Pw",
    )
    if stap.waarde > 0:
        return Aanvulling(Oordeel.WAARSCHIJNLIJK_WEL, "Het inkomen is lager dan de bijstandsnorm.", stap)
    return Aanvulling(Oordeel.WAARSCHIJNLIJK_NIET, "Het inkomen is niet lager dan de bijstandsnorm.", stap)


def _toets_vermogen(invoer: BijstandInvoer, normen: Normen) -> Aanvulling | None:
    if invoer.vermogen is None:
        return None
    grens = normen["pw_34_3b" if invoer.gehuwd or invoer.kinderen else "pw_34_3a"]
    if invoer.vermogen <= grens.waarde:
        return None
    vermogen = gegeven("vermogen", invoer.vermogen, "euro")
    stap = Stap("aanvullende bijstand", NUL, "0", (vermogen,), (grens,), grens.bron)
    return Aanvulling(
        Oordeel.WAARSCHIJNLIJK_NIET, "Het vermogen is hoger dan de grens voor de bijstand.", stap
    )
