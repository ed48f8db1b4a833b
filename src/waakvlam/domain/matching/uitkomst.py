"""Why a signal is not taken up, with the numbers that decided.

Bron: contract.md 3.1–3.2.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from waakvlam.domain.common.notatie import geld, maand
from waakvlam.domain.matching.beleid import Beleid, Venster
from waakvlam.domain.matching.beleid_in_woorden import aantal
from waakvlam.domain.signalen.status import Status


class Reden(Enum):
    """Why a signal is not taken up."""

    VERVANGEN = "vervangen"
    RECHTSPERSOON = "rechtspersoon"
    ZAKELIJK = "zakelijk"
    BEZWAAR = "bezwaar"
    DREMPEL = "drempel"
    TE_KORT = "te_kort"
    TE_LANG = "te_lang"
    HERHAALD = "herhaald"


STATUS_BIJ: dict[Reden, Status] = {
    Reden.VERVANGEN: Status.HERHAALDE_MELDING,
    Reden.RECHTSPERSOON: Status.ANDERE_REDEN,
    Reden.ZAKELIJK: Status.ANDERE_REDEN,
    Reden.BEZWAAR: Status.ANDERE_REDEN,
    Reden.DREMPEL: Status.ONTERECHT_SIGNAAL,
    Reden.TE_KORT: Status.ONTERECHT_SIGNAAL,
    Reden.TE_LANG: Status.ONTERECHT_SIGNAAL,
    Reden.HERHAALD: Status.HERHAALDE_MELDING,
}


@dataclass(frozen=True)
class Uitkomst:
    """A signal that is not taken up, with the numbers that decided; `dagen` are days of arrears."""

    reden: Reden
    soort: str
    bedrag: Decimal
    dagen: int
    vorige_maand: int | None = None
    vorig_bedrag: Decimal | None = None

    @property
    def status(self) -> Status:
        """The status by the standard."""
        return STATUS_BIJ[self.reden]


def licht_toe(uitkomst: Uitkomst, beleid: Beleid) -> str:
    """Say why a signal is not taken up, with the rule and its numbers.

    Starts with the reden of the contract (`vervangen` and so on).
    """
    venster = beleid.venster.get(uitkomst.soort, Venster())
    teksten: dict[Reden, Callable[[], str]] = {
        Reden.VERVANGEN: lambda: (
            "vervangen: in deze maand kwam een later signaal met hetzelfde kenmerk, en dat telt"
        ),
        Reden.RECHTSPERSOON: lambda: (
            "rechtspersoon: vroegsignalering is er alleen voor natuurlijke personen (art. 1 Wgs)"
        ),
        Reden.ZAKELIJK: lambda: (
            "zakelijk: het signaal is zakelijk, en dit afwegingskader neemt alleen particulieren op"
        ),
        Reden.BEZWAAR: lambda: "bezwaar: de inwoner wil niet dat dit signaal wordt gebruikt",
        Reden.DREMPEL: lambda: (
            f"drempel: de achterstand van {geld(uitkomst.bedrag)} ligt onder het drempelbedrag van "
            f"{geld(beleid.drempelbedrag)}"
        ),
        Reden.TE_KORT: lambda: (
            f"venster: de achterstand bestond {aantal(uitkomst.dagen, 'dag', 'dagen')}; {uitkomst.soort} telt mee vanaf "
            f"{aantal(venster.dagen_min or 0, 'dag', 'dagen')}"
        ),
        Reden.TE_LANG: lambda: (
            f"venster: de achterstand bestond {aantal(uitkomst.dagen, 'dag', 'dagen')}; {uitkomst.soort} telt mee tot en "
            f"met {aantal(venster.dagen_max or 0, 'dag', 'dagen')}"
        ),
        Reden.HERHAALD: lambda: _herhaald(uitkomst),
    }
    return teksten[uitkomst.reden]()


def _herhaald(uitkomst: Uitkomst) -> str:
    if uitkomst.vorige_maand is None or uitkomst.vorig_bedrag is None:
        return "herhaald: dit kenmerk is eerder opgepakt, en het bedrag is niet hoger"
    return (
        f"herhaald: dit kenmerk is al opgepakt in {maand(uitkomst.vorige_maand)} met {geld(uitkomst.vorig_bedrag)}, "
        f"en nu is het bedrag met {geld(uitkomst.bedrag)} niet hoger"
    )
