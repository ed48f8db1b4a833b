"""The assumptions that a proposal rests on: only those that played a part, each in a Dutch sentence."""

from collections.abc import Iterator

from waakvlam.domain.rekenen.uitkomst import Aanname
from waakvlam.domain.rekenen.voorstel.invoer import Herkomst, VoorstelInvoer


def maak_aannames(invoer: VoorstelInvoer, maanden: int) -> tuple[Aanname, ...]:
    """List the assumptions that were used, in the order of the calculation."""
    return (*_over_het_bedrag(invoer, maanden), *_over_de_schulden(invoer), *_over_de_rest(invoer))


def _over_het_bedrag(invoer: VoorstelInvoer, maanden: int) -> Iterator[Aanname]:
    if invoer.maanden is None:
        yield Aanname(
            "termijn",
            f"{maanden} maanden",
            "De termijn is niet opgegeven. Gerekend is met die van de wettelijke schuldsaneringsregeling (art. 349a Fw), die "
            "de NVVK ook voor een minnelijke regeling aanhoudt.",
        )
    for naam, bedrag in (("vermogen", invoer.vermogen), ("kosten", invoer.kosten)):
        if bedrag is None:
            yield Aanname(
                naam, "niet opgegeven", f"Er is geen bedrag voor {naam} opgegeven; het telt niet mee."
            )
    if invoer.afloscapaciteit and maanden > 1:
        yield Aanname(
            "afloscapaciteit",
            "gelijk",
            "De afloscapaciteit is in alle maanden gelijk. Verandert zij, dan wordt bij een hercontrole opnieuw gerekend.",
        )


def _over_de_schulden(invoer: VoorstelInvoer) -> Iterator[Aanname]:
    yield Aanname(
        "verdeelregel",
        "art. 349 lid 2 Fw",
        "De wet geeft deze verdeling voor de wettelijke schuldsaneringsregeling. Een minnelijk voorstel volgt haar in de "
        "praktijk (NVVK); geen wet verplicht daartoe.",
    )
    yield Aanname(
        "rente",
        "geen",
        "De bedragen staan vast: er komt geen rente meer bij. Zo is het in de wettelijke regeling (art. 303 Fw).",
    )
    zonder = [str(schuld.id) for schuld in invoer.schulden if schuld.preferent and not schuld.grondslag]
    if zonder:
        yield Aanname(
            "voorrang_zonder_grondslag",
            ", ".join(zonder),
            "Van deze schulden is opgegeven dat zij preferent zijn, zonder grondslag. De consulent heeft dit beslist.",
        )
    if any(schuld.opbrengst is not None for schuld in invoer.schulden):
        yield Aanname(
            "opbrengst_zekerheid",
            "opgegeven",
            "De opbrengst van een zekerheid bepaalt alleen tot welk bedrag een schuld voorrang heeft. Zij hoort alleen bij het "
            "uitdeelbare bedrag als zij ook bij het vermogen is opgegeven. Wat een pand- of hypotheekhouder zelf al heeft "
            "verhaald, hoort niet meer bij de schuld.",
        )


def _over_de_rest(invoer: VoorstelInvoer) -> Iterator[Aanname]:
    yield Aanname(
        "restcenten",
        "grootste rest",
        "Elke uitkering is op hele centen. Centen die overblijven gaan naar de grootste resten, daarna op volgorde van "
        "kenmerk. De wet zegt hier niets over.",
    )
    if invoer.krediet is not None:
        yield Aanname(
            "rente_per_maand",
            "een twaalfde van de rente per jaar",
            "De rente van het saneringskrediet is per maand een twaalfde van het opgegeven percentage per jaar.",
        )
        if invoer.krediet.kosten is None:
            yield Aanname(
                "kosten_saneringskrediet",
                "niet opgegeven",
                "Er is geen bedrag voor kosten van het saneringskrediet opgegeven; het telt niet mee.",
            )
    if invoer.wsnp is not None and invoer.wsnp.kosten is not None:
        yield _over_de_wsnp(invoer)


def _over_de_wsnp(invoer: VoorstelInvoer) -> Aanname:
    derde = any(bijdrage.herkomst is Herkomst.DERDE for bijdrage in invoer.bijdragen)
    tekst = "In de Wsnp is gerekend met dezelfde afloscapaciteit, hetzelfde vermogen en dezelfde schulden."
    if derde:
        tekst += " Bijdragen van derden tellen daar niet mee."
    return Aanname("wsnp_zelfde_feiten", "gelijk", tekst)
