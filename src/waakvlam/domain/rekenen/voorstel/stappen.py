"""The explanation of a proposal: what there is to divide, the percentages, and one step for every debt."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from waakvlam.domain.rekenen.afronden import CENT, rond_af_op_centen
from waakvlam.domain.rekenen.normen import Norm
from waakvlam.domain.rekenen.uitleg import EURO, PROCENT, Stap, gegeven
from waakvlam.domain.rekenen.voorstel.invoer import Schuld, VoorstelInvoer
from waakvlam.domain.rekenen.voorstel.verdeling import Verdeling

LID_2, LID_3 = "art. 349 lid 2 Fw", "art. 349 lid 3 Fw"
NUL = Decimal(0)


def maak_opbrengst(invoer: VoorstelInvoer, maanden: Stap | Norm) -> Stap:
    """What the monthly capacity comes to over the whole term."""
    capaciteit = gegeven("afloscapaciteit per maand", invoer.afloscapaciteit)
    return Stap(
        "afloscapaciteit over de hele termijn",
        capaciteit.waarde * maanden.waarde,
        f"{capaciteit.naam} × {maanden.naam}",
        (capaciteit, *((maanden,) if isinstance(maanden, Stap) else ())),
        (maanden,) if isinstance(maanden, Norm) else (),
        bron=maanden.bron if isinstance(maanden, Norm) else "opgegeven termijn",
        eenheid=EURO,
    )


def maak_uitdeelbaar(invoer: VoorstelInvoer, basis: Stap, kosten: Decimal | None) -> Stap:
    """Add what else there is to `basis`, less `kosten`: the amount for the creditors, never below zero."""
    erbij = (basis, *_maak_erbij(invoer))
    eraf = () if kosten is None else (gegeven("kosten", kosten, EURO),)
    som = " − ".join([" + ".join(stap.naam for stap in erbij), *(stap.naam for stap in eraf)])
    return Stap(
        "uitdeelbaar bedrag",
        max(tel_op(erbij) - tel_op(eraf), NUL),
        f"hoogste van ({som}; 0)",
        (*erbij, *eraf),
        bron="art. 349 lid 1 en 4 Fw",
        eenheid=EURO,
    )


def _maak_erbij(invoer: VoorstelInvoer) -> list[Stap]:
    vast = (("al gereserveerd", invoer.al_gereserveerd), ("vermogen", invoer.vermogen))
    return [gegeven(naam, bedrag, EURO) for naam, bedrag in vast if bedrag is not None] + [
        gegeven(f"eenmalige bijdrage {nummer} ({bijdrage.omschrijving})", bijdrage.bedrag, EURO)
        for nummer, bijdrage in enumerate(invoer.bijdragen, 1)
    ]


@dataclass(frozen=True, slots=True)
class _Delen:
    """The steps of one debt: the part with priority and the part without; None for a part that does not exist."""

    preferent: Stap | None
    concurrent: Stap | None


@dataclass(frozen=True, slots=True)
class _Sleutel:
    """How a part of a debt becomes a payment: `teller` × part / `noemer`, for a part with priority `keer` times that.

    `keer` None: parts with priority are paid in full. The whole of `teller` and `noemer` stands with the percentages:
    repeated under every debt it would make the explanation grow with the square of the number of debts.
    """

    teller: Stap
    noemer: Stap
    keer: int | None


def maak_voorstel(schulden: Sequence[Schuld], verdeling: Verdeling, uitdeelbaar: Stap) -> Stap:
    """Explain a division. The root adds up all payments; the percentages stand first, then one step for every debt."""
    delen = [_maak_delen(schuld) for schuld in schulden]
    preferent = _tel_schulden("preferente schulden", [deel.preferent for deel in delen])
    concurrent = _tel_schulden("concurrente schulden", [deel.concurrent for deel in delen])
    hoog = None if preferent is None else _maak_percentage_preferent(uitdeelbaar, preferent, concurrent)
    laag = (
        None
        if concurrent is None
        else _maak_percentage_concurrent(uitdeelbaar, preferent, concurrent, hoog, verdeling)
    )
    sleutel = _maak_sleutel(verdeling)
    uitkeringen = tuple(
        _maak_uitkering(schuld, deel, sleutel, bedrag)
        for schuld, deel, bedrag in zip(schulden, delen, verdeling.uitkeringen, strict=True)
    )
    return Stap(
        "totaal van de uitkeringen",
        tel_op(uitkeringen),
        " + ".join(stap.naam for stap in uitkeringen),
        (*(stap for stap in (hoog, laag) if stap is not None), *uitkeringen),
        bron=LID_2,
        eenheid=EURO,
    )


def _noem(schuld: Schuld) -> str:
    return f"schuld {schuld.id} ({schuld.schuldeiser})"


def _maak_delen(schuld: Schuld) -> _Delen:
    hele = gegeven(_noem(schuld), schuld.bedrag, EURO, schuld.grondslag or "")
    if schuld.opbrengst is None or not schuld.preferent:
        return _Delen(hele, None) if schuld.preferent else _Delen(None, hele)
    opbrengst = gegeven(f"opbrengst van de zekerheid voor schuld {schuld.id}", schuld.opbrengst, EURO)
    met = Stap(
        f"deel met voorrang van {hele.naam}",
        schuld.preferent_deel,
        f"laagste van ({hele.naam}; {opbrengst.naam})",
        (hele, opbrengst),
        bron=LID_3,
        eenheid=EURO,
    )
    zonder = Stap(
        f"deel zonder voorrang van {hele.naam}",
        schuld.bedrag - met.waarde,
        f"{hele.naam} − {met.naam}",
        (hele, met),
        bron=LID_3,
        eenheid=EURO,
    )
    return _Delen(met if met.waarde else None, zonder if zonder.waarde else None)


def _tel_schulden(naam: str, delen: Sequence[Stap | None]) -> Stap | None:
    stappen = tuple(stap for stap in delen if stap is not None)
    if not stappen:
        return None
    return Stap(
        naam, tel_op(stappen), " + ".join(stap.naam for stap in stappen), stappen, bron=LID_2, eenheid=EURO
    )


def _maak_percentage_preferent(uitdeelbaar: Stap, preferent: Stap, concurrent: Stap | None) -> Stap:
    if concurrent is None:
        return _maak_alleen("percentage preferent", uitdeelbaar, preferent)
    waarde = 200 * uitdeelbaar.waarde / (2 * preferent.waarde + concurrent.waarde)
    return Stap(
        "percentage preferent",
        min(waarde, Decimal(100)),
        f"laagste van (200 × {uitdeelbaar.naam} / (2 × {preferent.naam} + {concurrent.naam}); 100)",
        (uitdeelbaar, preferent, concurrent),
        bron=LID_2,
        eenheid=PROCENT,
        toelichting="Preferente schulden krijgen een twee keer zo hoog percentage, tot zij volledig zijn betaald.",
    )


def _maak_alleen(naam: str, uitdeelbaar: Stap, schulden: Stap) -> Stap:
    return Stap(
        naam,
        min(100 * uitdeelbaar.waarde / schulden.waarde, Decimal(100)),
        f"laagste van (100 × {uitdeelbaar.naam} / {schulden.naam}; 100)",
        (uitdeelbaar, schulden),
        bron=LID_2,
        eenheid=PROCENT,
    )


def _maak_percentage_concurrent(
    uitdeelbaar: Stap, preferent: Stap | None, concurrent: Stap, hoog: Stap | None, verdeling: Verdeling
) -> Stap:
    naam = "percentage concurrent"
    if preferent is None or hoog is None:
        return _maak_alleen(naam, uitdeelbaar, concurrent)
    if not verdeling.preferent_vol:
        return Stap(naam, hoog.waarde / 2, f"{hoog.naam} / 2", (hoog,), bron=LID_2, eenheid=PROCENT)
    rest = 100 * (uitdeelbaar.waarde - preferent.waarde) / concurrent.waarde
    return Stap(
        naam,
        min(rest, Decimal(100)),
        f"laagste van (100 × ({uitdeelbaar.naam} − {preferent.naam}) / {concurrent.naam}; 100)",
        (uitdeelbaar, preferent, concurrent),
        bron=LID_2,
        eenheid=PROCENT,
        toelichting="De preferente schulden zijn volledig betaald; de rest gaat naar de concurrente.",
    )


def _maak_sleutel(verdeling: Verdeling) -> _Sleutel:
    u, p, q = verdeling.uitdeelbaar, verdeling.preferent, verdeling.concurrent
    uitdeelbaar = _maak_verwijzing("uitdeelbaar bedrag", u, f"{u:.2f}")
    if not p or not q:
        return _Sleutel(uitdeelbaar, _maak_verwijzing("alle schulden", p + q, f"{p + q:.2f}"), 1)
    if not verdeling.preferent_vol:
        return _Sleutel(
            uitdeelbaar, _maak_verwijzing("gewogen schulden", 2 * p + q, f"2 × {p:.2f} + {q:.2f}"), 2
        )
    return _Sleutel(
        _maak_verwijzing("rest voor de concurrente schulden", u - p, f"{u:.2f} − {p:.2f}"),
        _maak_verwijzing("alle concurrente schulden", q, f"{q:.2f}"),
        None,
    )


def _maak_verwijzing(naam: str, waarde: Decimal, formule: str) -> Stap:
    return Stap(naam, waarde, formule, bron=LID_2, eenheid=EURO, toelichting="Zie de percentages hierboven.")


def _maak_uitkering(schuld: Schuld, delen: _Delen, sleutel: _Sleutel, bedrag: Decimal) -> Stap:
    aanwezig = [
        (deel, keer) for deel, keer in ((delen.preferent, sleutel.keer), (delen.concurrent, 1)) if deel
    ]
    geheel = bedrag == schuld.bedrag
    gebroken = not geheel and any(keer for _, keer in aanwezig)
    verschil = (
        bedrag - rond_af_op_centen(sum((_reken(d, k, sleutel) for d, k in aanwezig), NUL))
        if gebroken
        else NUL
    )
    som = " + ".join(deel.naam if geheel else _schrijf(deel, keer, sleutel) for deel, keer in aanwezig)
    return Stap(
        f"uitkering op {_noem(schuld)}",
        bedrag,
        (f"afgerond op centen ({som})" if gebroken else som) + _schrijf_verschil(verschil),
        (*(deel for deel, _ in aanwezig), *((sleutel.teller, sleutel.noemer) if gebroken else ())),
        bron=LID_2 if schuld.opbrengst is None else "art. 349 lid 2 en 3 Fw",
        eenheid=EURO,
        toelichting="Eén cent anders, zodat alle uitkeringen samen precies het uitdeelbare bedrag zijn."
        if verschil
        else "",
    )


def _reken(deel: Stap, keer: int | None, sleutel: _Sleutel) -> Decimal:
    if keer is None:
        return deel.waarde
    return keer * sleutel.teller.waarde * deel.waarde / sleutel.noemer.waarde


def _schrijf(deel: Stap, keer: int | None, sleutel: _Sleutel) -> str:
    if keer is None:
        return deel.naam
    return f"{'2 × ' if keer > 1 else ''}{sleutel.teller.naam} × {deel.naam} / {sleutel.noemer.naam}"


def _schrijf_verschil(verschil: Decimal) -> str:
    if not verschil:
        return ""
    if abs(verschil) != CENT:
        raise AssertionError("Een uitkering wijkt meer dan een cent van haar aandeel af.")
    return f" {'+' if verschil > 0 else '−'} {CENT}"


def tel_op(stappen: Sequence[Stap]) -> Decimal:
    """Add up the outcomes of steps."""
    return sum((stap.waarde for stap in stappen), NUL)
