"""The meldingen of a month, and the signals that were not taken up."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet

from waakvlam.apps.vroegsignalering.models import Maandrun, Melding, Uitkomst
from waakvlam.apps.vroegsignalering.selectors import personen
from waakvlam.apps.vroegsignalering.selectors.termijn import WEEK, Termijn
from waakvlam.apps.vroegsignalering.selectors.zicht import Zicht
from waakvlam.domain.common.maand import schrijf_maand

SORTERINGEN = {
    "rang": ("gemeente__naam", "rang"),
    "-rang": ("gemeente__naam", "-rang"),
    "aantal": ("aantal", "rang", "pk"),
    "-aantal": ("-aantal", "rang", "pk"),
    "bedrag": ("bedrag", "pk"),
    "-bedrag": ("-bedrag", "pk"),
    "uiterlijk": (F("uiterlijk").asc(nulls_last=True), "rang", "pk"),
    "-uiterlijk": (F("uiterlijk").desc(nulls_last=True), "rang", "pk"),
}
_VOLGORDE = {naam: plek for plek, naam in enumerate(("huisbezoek", "telefoon", "bericht", "brief"))}
"""How urgent an opvolging is: every gemeente and every month shows them in the same order."""
_GETOOND = (
    "melding_id",
    "partner",
    *(f"signaal__{veld}" for veld in ("soort", "partner", "betrokkene_id")),
    *(
        f"signaal__betrokkene__{veld}"
        for veld in (
            "voorletters", "voornamen", "tussenvoegsel", "achternaam", "geboortedatum", "persoon",
            "straat", "postcode", "huisnummer", "huistoevoeging", "woonplaats",
        )
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Zoekvraag:
    """What a user looks for: an address (house number with or without suffix) or a kenmerk. Never in a URL."""

    postcode: str = ""
    huisnummer: str = ""
    kenmerk: str = ""

    @property
    def op_adres(self) -> bool:
        """Whether it is an address that is looked for."""
        return bool(self.postcode)

    def voorwaarde(self, signaal: str = "signaal__") -> Q:
        """Give the condition on the signal. Without suffix all suffixes of the number answer, never number 120."""
        if not self.op_adres:
            return Q(**{f"{signaal}kenmerk": self.kenmerk})
        sleutel = re.escape(f"{self.postcode}{self.huisnummer}")
        return Q(**{f"{signaal}sleutel_adres__regex": rf"^{sleutel}($|[^0-9])"})


@dataclass(frozen=True)
class Maandcijfers:
    """The figures of a month: meldingen in all and per opvolging, terms over and soon, and signals not taken up."""

    meldingen: int = 0
    per_opvolging: tuple[tuple[str, int], ...] = ()
    te_laat: int = 0
    deze_week: int = 0
    niet_opgepakt: int = 0
    runs: tuple[Maandrun, ...] = ()


@dataclass(frozen=True)
class MeldingRij:
    """A melding as one row of a list."""

    melding: Melding
    adres: str
    plaats: str
    namen: tuple[str, ...]
    meer_namen: int
    soorten: tuple[tuple[str, int], ...]
    termijn: Termijn


def get_maandcijfers(zicht: Zicht, runs: Iterable[Maandrun], vandaag: date) -> Maandcijfers:
    """Count the meldingen of these runs (of one month)."""
    runs = tuple(runs)
    meldingen = Melding.objects.filter(gemeente__in=zicht.codes, maandrun__in=[run.pk for run in runs])
    return _cijfers(_tel(meldingen, vandaag, "opvolging"), runs)


def _tel(meldingen: QuerySet[Melding], vandaag: date, *per: str) -> Iterable[dict[str, Any]]:
    return meldingen.values(*per).annotate(
        n=Count("pk"),
        te_laat=Count("pk", filter=Q(uiterlijk__lt=vandaag)),
        week=Count("pk", filter=Q(uiterlijk__range=(vandaag, vandaag + timedelta(days=WEEK)))),
    )


def _cijfers(rijen: Iterable[dict[str, Any]], runs: tuple[Maandrun, ...]) -> Maandcijfers:
    rijen = list(rijen)
    per = sorted(
        ((rij["opvolging"], rij["n"]) for rij in rijen),
        key=lambda deel: (_VOLGORDE.get(deel[0], len(_VOLGORDE)), deel[0]),
    )
    return Maandcijfers(
        sum(n for _, n in per),
        tuple(per),
        sum(rij["te_laat"] for rij in rijen),
        sum(rij["week"] for rij in rijen),
        sum(run.aantal_niet_opgepakt for run in runs),
        runs,
    )


def list_meldingen(
    zicht: Zicht,
    maand: int,
    filters: dict[str, Any],
    zoek: Zoekvraag | None = None,
    *,
    vandaag: date,
    sorteer: str = "rang",
) -> QuerySet[Melding]:
    """Give the meldingen of a month that meet all filters (see forms.MeldingFilter), with what a row shows."""
    vraag = Melding.objects.filter(gemeente__in=zicht.codes, maand=maand).select_related("gemeente")
    if opvolging := filters.get("opvolging"):
        vraag = vraag.filter(opvolging=opvolging)
    for vlag in filters.get("alleen") or ():
        vraag = vraag.filter(**{vlag: True})
    if (van := filters.get("bedrag_van")) is not None:
        vraag = vraag.filter(bedrag__gte=van)
    if (tot := filters.get("bedrag_tot")) is not None:
        vraag = vraag.filter(bedrag__lte=tot)
    vraag = _op_termijn(vraag, filters.get("termijn"), vandaag)
    if op_signaal := _op_signaal(filters, zoek):
        vraag = vraag.filter(Exists(Uitkomst.objects.filter(op_signaal, melding=OuterRef("pk"))))
    return _met_signalen(vraag.order_by(*SORTERINGEN.get(sorteer, SORTERINGEN["rang"])))


def list_eerst(zicht: Zicht, runs: Iterable[Maandrun], hoogstens: int) -> QuerySet[Melding]:
    """Give the meldingen of these runs of which the term ends first, over already or not."""
    vraag = Melding.objects.filter(
        gemeente__in=zicht.codes, maandrun__in=[run.pk for run in runs], uiterlijk__isnull=False
    )
    return _met_signalen(vraag.select_related("gemeente").order_by("uiterlijk", "rang", "pk")[:hoogstens])


def list_cijfers_per_gemeente(
    zicht: Zicht, runs: Iterable[Maandrun], vandaag: date
) -> list[tuple[Maandrun, Maandcijfers]]:
    """Give the figures of each run, in one query."""
    runs = list(runs)
    per_run: dict[int, list[dict[str, Any]]] = {run.pk: [] for run in runs}
    meldingen = Melding.objects.filter(gemeente__in=zicht.codes, maandrun__in=list(per_run))
    for rij in _tel(meldingen, vandaag, "maandrun", "opvolging"):
        per_run[rij["maandrun"]].append(rij)
    return [(run, _cijfers(per_run[run.pk], (run,))) for run in runs]


def list_niet_opgepakt(
    zicht: Zicht, maand: int, filters: dict[str, Any], zoek: Zoekvraag | None = None
) -> QuerySet[Uitkomst]:
    """Give the signals of a month that were not taken up, each with its status and why."""
    vraag = Uitkomst.objects.filter(gemeente__in=zicht.codes, maand=maand, melding__isnull=True)
    if reden := filters.get("reden"):
        vraag = vraag.filter(reden=reden)
    if op_signaal := _op_signaal(filters, zoek):
        vraag = vraag.filter(op_signaal)
    return (
        vraag.select_related("gemeente", "signaal__betrokkene", "signaal__levering")
        .defer("signaal__betrokkene__bsn")
        .order_by("status", "partner", "signaal__kenmerk", "pk")
    )


def list_soorten_en_partners(zicht: Zicht, maand: int) -> tuple[list[str], list[str], list[tuple[str, int]]]:
    """Give the soorten, the partners and the reasons (with their number) of a month, for the filters."""
    rijen = (
        Uitkomst.objects.filter(gemeente__in=zicht.codes, maand=maand)
        .values("signaal__soort", "partner", "reden")
        .annotate(aantal=Count("pk"))
        .order_by()
    )
    soorten, partners, redenen = set(), set(), {}
    for rij in rijen:
        soorten.add(rij["signaal__soort"])
        partners.add(rij["partner"])
        if rij["reden"]:
            redenen[rij["reden"]] = redenen.get(rij["reden"], 0) + rij["aantal"]
    return sorted(soorten), sorted(partners), sorted(redenen.items())


def list_zoekmaanden(zicht: Zicht, zoek: Zoekvraag) -> list[tuple[str, int]]:
    """Give the months (JJJJ-MM) in which something is found, with the number of signals; newest first."""
    vraag = Uitkomst.objects.filter(zoek.voorwaarde(), gemeente__in=zicht.codes)
    rijen = vraag.values("maand").annotate(aantal=Count("pk")).order_by("-maand")
    return [(schrijf_maand(rij["maand"]), rij["aantal"]) for rij in rijen]


def maak_rijen(meldingen: Iterable[Melding], vandaag: date, namen: int = 2) -> list[MeldingRij]:
    """Make rows of meldingen from `list_meldingen`; asks nothing of the database."""
    return [_rij(melding, vandaag, namen) for melding in meldingen]


def _rij(melding: Melding, vandaag: date, hoogstens: int) -> MeldingRij:
    signalen = [uitkomst.signaal for uitkomst in melding.uitkomsten.all()]
    soorten: dict[str, int] = {}
    for signaal in signalen:
        soorten[signaal.soort] = soorten.get(signaal.soort, 0) + 1
    alle = tuple(personen.namen_per_sleutel(signalen).values())
    adres, plaats = personen.adres_van(signaal.betrokkene for signaal in signalen)
    return MeldingRij(
        melding,
        adres,
        plaats,
        alle[:hoogstens],
        max(0, len(alle) - hoogstens),
        tuple(sorted(soorten.items())),
        Termijn(melding.uiterlijk, vandaag),
    )


def _met_signalen(vraag: QuerySet[Melding]) -> QuerySet[Melding]:
    """Read with every melding what a row shows of its signals: one more query, whatever the number of rows."""
    uitkomsten = Uitkomst.objects.select_related("signaal__betrokkene").only(*_GETOOND).order_by("pk")
    return vraag.prefetch_related(Prefetch("uitkomsten", uitkomsten))


def _op_termijn(vraag: QuerySet[Melding], termijn: str | None, vandaag: date) -> QuerySet[Melding]:
    if termijn == "te_laat":
        return vraag.filter(uiterlijk__lt=vandaag)
    if termijn == "week":
        return vraag.filter(uiterlijk__range=(vandaag, vandaag + timedelta(days=WEEK)))
    return vraag


def _op_signaal(filters: dict[str, Any], zoek: Zoekvraag | None) -> Q:
    """Conditions that one signal must meet: a melding has it when one of its signals does."""
    op = Q()
    if soort := filters.get("soort"):
        op &= Q(signaal__soort=soort)
    if partner := filters.get("partner"):
        op &= Q(partner=partner)
    return op & zoek.voorwaarde() if zoek else op
