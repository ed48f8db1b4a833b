"""The recalculation at a hercontrole: which facts changed since the last proposal, and how much each of them causes.

The facts are changed one by one in a fixed order (FEITEN); what each step does to the proposal is its effect. So the
effects always add up to the whole difference. In another order a single effect could be another: an assumption that
stands with the result.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from waakvlam.domain.common.notatie import geld
from waakvlam.domain.rekenen.invoer import Lezer
from waakvlam.domain.rekenen.ontbrekend import bereken_met_normen
from waakvlam.domain.rekenen.uitkomst import Aanname
from waakvlam.domain.rekenen.voorstel.invoer import Bijdrage, Schuld, VoorstelInvoer, lees_velden
from waakvlam.domain.rekenen.voorstel.samenstellen import TERMIJN, Voorstel, stel_voor
from waakvlam.domain.rekenen.voorstel.schrijven import rond_percentage, schrijf_bedrag, schrijf_voorstel
from waakvlam.domain.rekenen.voorstel.verdeling import Kenmerk

FEITEN = (
    ("afloscapaciteit", "afloscapaciteit per maand"),
    ("maanden", "aantal maanden"),
    ("al_gereserveerd", "al gereserveerd"),
    ("vermogen", "vermogen"),
    ("bijdragen", "eenmalige bijdragen"),
    ("kosten", "kosten"),
    ("schulden", "schulden"),
)
"""The facts that can be the cause, with how they are called, in the order in which they are changed."""

VOLGORDE = Aanname(
    "volgorde_oorzaken",
    ", ".join(naam for _, naam in FEITEN),
    "De oorzaken zijn een voor een doorgerekend, in deze vaste volgorde. Samen zijn zij precies het hele verschil.",
)


@dataclass(frozen=True, slots=True)
class Oorzaak:
    """One fact that changed, and what that does; euros and percentage points (four decimals).

    `van` and `naar` are written for a person; `wijzigingen` tells per debt what changed. A percentage is None when
    there were no claims of that kind before or after.
    """

    feit: str
    naam: str
    van: str
    naar: str
    uitdeelbaar: Decimal
    uitgekeerd: Decimal
    percentage_preferent: Decimal | None
    percentage_concurrent: Decimal | None
    per_schuld: Mapping[Kenmerk, Decimal]
    wijzigingen: tuple[str, ...]

    def als_dict(self) -> dict[str, Any]:
        """Give the cause as a file has it."""
        return {
            "feit": self.feit,
            "naam": self.naam,
            "van": self.van,
            "naar": self.naar,
            "uitdeelbaar": schrijf_bedrag(self.uitdeelbaar),
            "uitgekeerd": schrijf_bedrag(self.uitgekeerd),
            "percentage_preferent": _schrijf(self.percentage_preferent),
            "percentage_concurrent": _schrijf(self.percentage_concurrent),
            "wijzigingen": list(self.wijzigingen),
        }


@dataclass(frozen=True, slots=True)
class Hercontrole:
    """Two proposals, what changed between them and why."""

    oud_invoer: VoorstelInvoer
    nieuw_invoer: VoorstelInvoer
    oud: Voorstel
    nieuw: Voorstel
    oorzaken: tuple[Oorzaak, ...]

    @property
    def verschil(self) -> Decimal:
        """How much more the creditors together get, in euros; below zero for less."""
        return self.nieuw.verdeling.uitgekeerd - self.oud.verdeling.uitgekeerd

    def als_dict(self) -> dict[str, Any]:
        """Give both proposals, the causes, and per debt the difference with what each cause does to it."""
        return {
            "oud": schrijf_voorstel(self.oud_invoer, self.oud),
            "nieuw": schrijf_voorstel(self.nieuw_invoer, self.nieuw),
            "verschil": schrijf_bedrag(self.verschil),
            "oorzaken": [oorzaak.als_dict() for oorzaak in self.oorzaken],
            "per_schuld": list(self._schrijf_per_schuld()),
            "betekenis": self.betekenis,
            "aannames": [VOLGORDE.als_dict()],
        }

    @property
    def betekenis(self) -> str:
        """Say in Dutch what changed and why."""
        if not self.oorzaken:
            return "Er is niets veranderd: het voorstel blijft gelijk."
        feiten = ", ".join(oorzaak.naam for oorzaak in self.oorzaken)
        if not self.verschil:
            return f"Gewijzigd: {feiten}. De schuldeisers krijgen samen evenveel als eerst."
        woord = "meer" if self.verschil > 0 else "minder"
        return f"Gewijzigd: {feiten}. De schuldeisers krijgen samen {geld(abs(self.verschil))} {woord} dan eerst."

    def _schrijf_per_schuld(self) -> Iterator[dict[str, Any]]:
        oud, nieuw = _uitkeringen(self.oud_invoer, self.oud), _uitkeringen(self.nieuw_invoer, self.nieuw)
        for id_ in dict.fromkeys([*oud, *nieuw]):
            voor, na = oud.get(id_), nieuw.get(id_)
            yield {
                "id": id_,
                "oud": None if voor is None else schrijf_bedrag(voor),
                "nieuw": None if na is None else schrijf_bedrag(na),
                "verschil": schrijf_bedrag((na or Decimal(0)) - (voor or Decimal(0))),
                "door": {
                    oorzaak.feit: schrijf_bedrag(oorzaak.per_schuld[id_])
                    for oorzaak in self.oorzaken
                    if oorzaak.per_schuld.get(id_)
                },
            }


def lees_hercontrole(
    gegevens: Mapping[str, Any], vandaag: date | None = None
) -> tuple[VoorstelInvoer, VoorstelInvoer]:
    """Read `{oud: {…}, nieuw: {…}}`, each the facts of a proposal. Raises Invoerfout with every fault of both."""
    lezer = Lezer(gegevens)
    paar = []
    for veld in ("oud", "nieuw"):
        blok = lezer.blok(veld, verplicht=True)
        if blok is not None:
            paar.append(lees_velden(blok, vandaag))
            blok.sluit()
    lezer.klaar()
    return paar[0], paar[1]


def vergelijk_voorstellen(oud: VoorstelInvoer, nieuw: VoorstelInvoer) -> Hercontrole:
    """Compare two proposals and say what causes the difference.

    Raises Invoerfout when a term is not given and the norms do not reach that peildatum.
    """
    voor, na = _maak_vast(oud), _maak_vast(nieuw)
    stand, oorzaken = voor, []
    for feit, naam in FEITEN:
        volgende = replace(stand, **{feit: getattr(na, feit)})
        if _telt(getattr(volgende, feit)) != _telt(getattr(stand, feit)):
            oorzaken.append(_maak_oorzaak(feit, naam, stand, volgende))
        stand = volgende
    return Hercontrole(voor, na, stel_voor(voor, None), stel_voor(na, None), tuple(oorzaken))


def _telt(waarde: Any) -> Any:
    # Another order of debts, another spelling of a creditor or of a ground changes nothing for the proposal.
    if isinstance(waarde, tuple):
        return sorted(
            (str(deel.id), deel.bedrag, deel.preferent_deel)
            if isinstance(deel, Schuld)
            else (deel.omschrijving, deel.bedrag)
            for deel in waarde
        )
    return waarde


def _maak_vast(invoer: VoorstelInvoer) -> VoorstelInvoer:
    if invoer.maanden is not None:
        return invoer
    maanden = bereken_met_normen(invoer.peildatum, (), lambda normen: int(normen[TERMIJN].waarde))
    return replace(invoer, maanden=maanden)


def _maak_oorzaak(feit: str, naam: str, voor: VoorstelInvoer, na: VoorstelInvoer) -> Oorzaak:
    oud, nieuw = stel_voor(voor, None), stel_voor(na, None)
    eerst, daarna = _uitkeringen(voor, oud), _uitkeringen(na, nieuw)
    nul = Decimal(0)
    return Oorzaak(
        feit,
        naam,
        _toon(getattr(voor, feit)),
        _toon(getattr(na, feit)),
        nieuw.verdeling.uitdeelbaar - oud.verdeling.uitdeelbaar,
        nieuw.verdeling.uitgekeerd - oud.verdeling.uitgekeerd,
        _verschil(oud.verdeling.percentage_preferent, nieuw.verdeling.percentage_preferent),
        _verschil(oud.verdeling.percentage_concurrent, nieuw.verdeling.percentage_concurrent),
        {id_: daarna.get(id_, nul) - eerst.get(id_, nul) for id_ in dict.fromkeys([*eerst, *daarna])},
        tuple(_noem_wijzigingen(voor.schulden, na.schulden)),
    )


def _uitkeringen(invoer: VoorstelInvoer, voorstel: Voorstel) -> dict[Kenmerk, Decimal]:
    return {s.id: u for s, u in zip(invoer.schulden, voorstel.verdeling.uitkeringen, strict=True)}


def _verschil(oud: Decimal | None, nieuw: Decimal | None) -> Decimal | None:
    # Of the percentages as they are shown: then the effects add up to the difference that a reader sees.
    return None if oud is None or nieuw is None else rond_percentage(nieuw) - rond_percentage(oud)


def _schrijf(percentage: Decimal | None) -> str | None:
    return None if percentage is None else f"{percentage:f}"


def _toon(waarde: Any) -> str:
    if waarde is None:
        return "niet opgegeven"
    if isinstance(waarde, int):
        return str(waarde)
    if isinstance(waarde, Decimal):
        return geld(waarde)
    bedragen: list[Decimal] = [deel.bedrag for deel in waarde if isinstance(deel, Schuld | Bijdrage)]
    return f"{len(bedragen)}, samen {geld(sum(bedragen, Decimal(0)))}"


def _noem_wijzigingen(oud: tuple[Schuld, ...], nieuw: tuple[Schuld, ...]) -> Iterator[str]:
    voor, na = {schuld.id: schuld for schuld in oud}, {schuld.id: schuld for schuld in nieuw}
    for id_ in dict.fromkeys([*voor, *na]):
        eerst, daarna = voor.get(id_), na.get(id_)
        if eerst is None and daarna is not None:
            yield f"schuld {id_} is erbij gekomen: {geld(daarna.bedrag)}"
        elif daarna is None and eerst is not None:
            yield f"schuld {id_} is vervallen: {geld(eerst.bedrag)}"
        elif eerst is not None and daarna is not None:
            yield from _noem_wijziging(eerst, daarna)


def _noem_wijziging(eerst: Schuld, daarna: Schuld) -> Iterator[str]:
    if eerst.bedrag != daarna.bedrag:
        yield f"schuld {eerst.id}: van {geld(eerst.bedrag)} naar {geld(daarna.bedrag)}"
    if eerst.preferent_deel == eerst.bedrag and daarna.preferent_deel == daarna.bedrag:
        return
    if eerst.preferent_deel != daarna.preferent_deel:
        yield (
            f"schuld {eerst.id}: met voorrang van {geld(eerst.preferent_deel)} "
            f"naar {geld(daarna.preferent_deel)}"
        )
