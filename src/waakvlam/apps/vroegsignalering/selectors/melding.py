"""One melding with everything a worker needs to know before making contact."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from waakvlam.apps.personen.service import Twijfelpaar
from waakvlam.apps.vroegsignalering.models import Melding, Signaal
from waakvlam.apps.vroegsignalering.selectors import personen
from waakvlam.apps.vroegsignalering.selectors.beleid import lees_versie
from waakvlam.apps.vroegsignalering.selectors.termijn import Termijn
from waakvlam.apps.vroegsignalering.selectors.verloop import (
    TERUG,
    Moment,
    list_andere_meldingen,
    maak_verloop,
)
from waakvlam.apps.vroegsignalering.selectors.zicht import Zicht
from waakvlam.domain.common.maand import schrijf_maand
from waakvlam.domain.common.notatie import maand as in_woorden
from waakvlam.domain.matching.beleid import Beleid, Regel, Sleutel
from waakvlam.domain.matching.uitleg import EerderSignaal, MeldingFeiten, SignaalFeit, leg_uit
from waakvlam.foundation.ui.grafiek import Grafiek, Reeks

HOOGSTENS = 200
VERVANGEN = "vervangen"


@dataclass(frozen=True)
class Meldingblad:
    """All that the page of one melding shows."""

    melding: Melding
    termijn: Termijn
    adres: str
    plaats: str
    op_persoon: bool
    regel: Regel
    personen: list[personen.Persoonblok]
    meer_huishoudens: bool
    onbereikbaar: str
    twijfels: list[personen.Twijfel]
    uitleg: list[str]
    eerder: list[tuple[Signaal, str]]
    achterstand: Grafiek
    verloop: list[Moment]


def get_melding(zicht: Zicht, pk: int) -> Melding:
    """Give one melding; raises Melding.DoesNotExist when it is not in view."""
    vraag = Melding.objects.filter(gemeente__in=zicht.codes)
    return vraag.select_related("gemeente", "maandrun__beleidsversie").get(pk=pk)


def get_meldingblad(melding: Melding, vandaag: date) -> Meldingblad:
    """Read everything about a melding that was got for this user."""
    beleid = lees_versie(melding.maandrun.beleidsversie)
    signalen = list(_signalen(melding).filter(uitkomst__melding=melding).order_by("partner", "kenmerk"))
    op_persoon = beleid.meervoudig.sleutel is Sleutel.PERSOON
    alles = list(_op_sleutel(melding, signalen, op_persoon))
    eigen = {signaal.pk for signaal in signalen}
    namen = personen.namen_per_sleutel([*alles, *signalen])
    naam_van = {s.betrokkene_id: namen[personen.sleutel_van(s.betrokkene)] for s in [*alles, *signalen]}
    adres, plaats = personen.adres_van(signaal.betrokkene for signaal in signalen)
    termijn = Termijn(melding.uiterlijk, vandaag)
    return Meldingblad(
        melding=melding,
        termijn=termijn,
        adres=adres,
        plaats=plaats,
        op_persoon=op_persoon,
        regel=beleid.opvolging[melding.regel - 1],
        personen=personen.groepeer(signalen, vandaag),
        meer_huishoudens=personen.meer_huishoudens([*signalen, *alles]),
        onbereikbaar=_onbereikbaar(melding.opvolging, signalen),
        twijfels=_twijfels(melding, naam_van),
        uitleg=_uitleg(beleid, melding, signalen, alles),
        eerder=[(s, naam_van[s.betrokkene_id]) for s in alles if s.pk not in eigen],
        achterstand=_achterstand(alles, naam_van, melding.maand),
        verloop=maak_verloop(melding, termijn, signalen, list_andere_meldingen(melding, alles)),
    )


def _onbereikbaar(opvolging: str, signalen: Sequence[Signaal]) -> str:
    """Say what is missing to do the opvolging; empty when nothing is."""
    telefoon = any(signaal.betrokkene.telefoon for signaal in signalen)
    if opvolging == "telefoon" and not telefoon:
        return "Geen telefoonnummer bekend"
    if opvolging == "bericht" and not telefoon and not any(s.betrokkene.email for s in signalen):
        return "Geen telefoonnummer en geen e-mailadres bekend"
    return ""


def _signalen(melding: Melding) -> QuerySet[Signaal]:
    vraag = Signaal.objects.filter(gemeente=melding.gemeente_id)
    return vraag.select_related("betrokkene", "uitkomst").defer("betrokkene__bsn")


def _op_sleutel(melding: Melding, signalen: Sequence[Signaal], op_persoon: bool) -> QuerySet[Signaal]:
    """The signals on the same key of this month and before, newest first."""
    vraag = _signalen(melding).filter(maand__range=(melding.maand - TERUG + 1, melding.maand))
    if op_persoon:
        vraag = vraag.filter(
            betrokkene__persoon__in={s.betrokkene.persoon for s in signalen if s.betrokkene.persoon}
        )
    else:
        vraag = vraag.filter(sleutel_adres__in={s.sleutel_adres for s in signalen})
    return vraag.order_by("-maand", "partner", "kenmerk", "-signaaldatum")[:HOOGSTENS]


def _twijfels(melding: Melding, naam_van: dict[int, str]) -> list[personen.Twijfel]:
    ids = list(naam_van)
    paren = Twijfelpaar.objects.filter(Q(links__in=ids) | Q(rechts__in=ids), gemeente=melding.gemeente_id)
    return personen.maak_twijfels(paren.order_by("-kans")[:20], naam_van)


def _uitleg(
    beleid: Beleid, melding: Melding, signalen: Sequence[Signaal], alles: Sequence[Signaal]
) -> list[str]:
    feiten = MeldingFeiten(
        **{
            naam: getattr(melding, naam)
            for naam in (
                "rang", "aantal", "bedrag", "dagen", "meervoudig", "opeenvolgend", "regel", "plek_in_regel",
                "binnen_quotum", "eerste_ontvangst",
            )
        }
    )  # fmt: skip
    return leg_uit(
        beleid,
        feiten,
        [SignaalFeit(s.partner, s.kenmerk, s.soort, s.bedrag, s.dagen, s.signaaldatum) for s in signalen],
        [
            EerderSignaal(s.partner, s.kenmerk, s.soort, s.maand)
            for s in alles
            if s.maand < melding.maand and hasattr(s, "uitkomst") and s.uitkomst.melding_id
        ],
    )


def _achterstand(signalen: Sequence[Signaal], naam_van: dict[int, str], tot: int) -> Grafiek:
    """Arrears per month, every person apart; a month without signal is unknown, not zero."""
    som: dict[str, dict[int, Decimal]] = {}
    for signaal in signalen:
        uitkomst = getattr(signaal, "uitkomst", None)
        if uitkomst and uitkomst.reden == VERVANGEN:
            continue
        per_maand = som.setdefault(naam_van[signaal.betrokkene_id], {})
        per_maand[signaal.maand] = per_maand.get(signaal.maand, Decimal(0)) + signaal.bedrag
    eerste = min((maand for per in som.values() for maand in per), default=tot)
    maanden = range(eerste, tot + 1)
    x = [in_woorden(maand) if len(maanden) <= 6 else _kort(maand) for maand in maanden]
    return Grafiek(
        x, [Reeks(naam, [per.get(maand) for maand in maanden]) for naam, per in som.items()], eenheid="geld"
    )


def _kort(maand: int) -> str:
    jaar, nummer = schrijf_maand(maand).split("-")
    return f"{nummer}-{jaar}"
