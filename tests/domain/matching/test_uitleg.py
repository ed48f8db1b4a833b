"""The sentences a consulent may read aloud, as tables: each number is the melding's, each name one who delivered."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from waakvlam.domain.matching.beleid import Als, Beleid, Meervoudig, Regel, Sleutel, Telt, Venster, Volgorde
from waakvlam.domain.matching.beleid_in_woorden import beschrijf, beschrijf_voorwaarde
from waakvlam.domain.matching.uitkomst import Reden, Uitkomst, licht_toe
from waakvlam.domain.matching.uitleg import EerderSignaal, MeldingFeiten, SignaalFeit, leg_uit

SEPTEMBER, AUGUSTUS, JULI = (2026 * 12 + nummer for nummer in (8, 7, 6))
KADER = Beleid(
    naam="Kader 2026",
    gemeente="9901",
    geldig_vanaf=date(2026, 1, 1),
    opvolging=(
        Regel("huisbezoek", Als(crisissignaal=True), binnen_werkdagen=3),
        Regel("huisbezoek", Als(meervoudig=True), binnen_dagen=14, quotum=7, anders="telefoon"),
        Regel("brief"),
    ),
    venster={"Huur": Venster(dagen_min=30), "Zorg": Venster(dagen_min=30, dagen_max=100)},
    drempelbedrag=Decimal(75),
    opeenvolgend=6,
    herhaald=1,
)
FEITEN = MeldingFeiten(
    rang=4,
    aantal=2,
    bedrag=Decimal("1000.5"),
    dagen=81,
    meervoudig=True,
    opeenvolgend=True,
    regel=2,
    plek_in_regel=3,
    binnen_quotum=True,
    eerste_ontvangst=date(2026, 9, 21),
)
HUUR = SignaalFeit("P1", "H-1", "Huur", Decimal(800), 81, date(2026, 9, 20))
ENERGIE = SignaalFeit("P2", "E-1", "Energie", Decimal("200.5"), 1, date(2026, 9, 21))


def zin(nummer: int, beleid: Beleid = KADER, signalen=(HUUR,), eerder=(), **feiten) -> str:
    """The sentence behind those of the signals: 0 samenloop, 1 opeenvolgend, 2 regel, 3 termijn, 4 rang."""
    return leg_uit(beleid, replace(FEITEN, **feiten), signalen, eerder)[len(signalen) + nummer]


def met(**anders) -> Beleid:
    return replace(KADER, **anders)


def test_a_whole_explanation():
    assert leg_uit(KADER, FEITEN, [HUUR, ENERGIE], [EerderSignaal("P3", "Z-9", "Zorg", AUGUSTUS)]) == [
        "Op 20-09-2026 meldde P1 een achterstand van €\u00a0800,00 (Huur, kenmerk H-1). "
        "Die achterstand bestond toen 81 dagen.",
        "Op 21-09-2026 meldde P2 een achterstand van €\u00a0200,50 (Energie, kenmerk E-1). "
        "Die achterstand bestond toen 1 dag.",
        "In deze maand zijn op dit adres signalen van 2 partners opgepakt: P1 en P2. "
        "Vanaf 2 partners is een melding meervoudig, en dat is deze dus.",
        "In de 6 maanden ervoor is op dit adres ook al een signaal opgepakt, het laatst in augustus 2026 van P3. "
        "Daarom is deze melding opeenvolgend.",
        "Regel 2 van 'Kader 2026' is de eerste die past. Die regel geldt als de melding meervoudig is, en de opvolging "
        "is dan huisbezoek. Daarvoor zijn er 7 plaatsen per maand; deze melding heeft plaats 3.",
        "De opvolging moet uiterlijk op 05-10-2026 gedaan zijn. Dat is 14 dagen na 21-09-2026, de dag waarop het eerste "
        "signaal is ontvangen.",
        "Deze melding staat op plaats 4 van de maand. De volgorde gaat naar het aantal partners (hier 2), en daarna naar "
        "het bedrag van de achterstand samen (hier €\u00a01.000,50); het hoogste staat bovenaan.",
    ]


TWEE = met(meervoudig=Meervoudig(maanden=2))
DRIE = met(meervoudig=Meervoudig(maanden=3))


@pytest.mark.parametrize(
    ("beleid", "signalen", "aantal", "eerder", "verwacht"),
    [
        pytest.param(
            KADER,
            (HUUR,),
            1,
            (),
            "In deze maand is op dit adres een signaal van 1 partner opgepakt: P1.",
            id="1",
        ),
        pytest.param(
            KADER,
            (HUUR, replace(HUUR, kenmerk="H-2")),
            1,
            (),
            "In deze maand zijn op dit adres signalen van 1 partner opgepakt: P1.",
            id="two signals of one",
        ),
        pytest.param(
            TWEE,
            (HUUR,),
            2,
            (EerderSignaal("P3", "Z-9", "Zorg", AUGUSTUS),),
            "In deze maand en de maand ervoor zijn op dit adres signalen van 2 partners opgepakt: "
            "P1 in deze maand, en P3 in augustus 2026.",
            id="who it was in the month before",
        ),
        pytest.param(
            TWEE,
            (HUUR,),
            2,
            (),
            "In deze maand en de maand ervoor zijn op dit adres signalen van 2 partners opgepakt: "
            "P1 in deze maand, en 1 in de maand ervoor.",
            id="who it was is not known: its number is",
        ),
        pytest.param(
            TWEE,
            (HUUR,),
            1,
            (EerderSignaal("P1", "H-1", "Huur", AUGUSTUS),),
            "In deze maand en de maand ervoor is op dit adres een signaal van 1 partner opgepakt: P1.",
            id="the same partner again counts once",
        ),
        pytest.param(
            TWEE,
            (HUUR,),
            2,
            (EerderSignaal("P3", "Z-9", "Zorg", AUGUSTUS), EerderSignaal("P4", "W-1", "Water", JULI)),
            "In deze maand en de maand ervoor zijn op dit adres signalen van 2 partners opgepakt: "
            "P1 in deze maand, en P3 in augustus 2026.",
            id="what is older does not count",
        ),
        pytest.param(
            DRIE,
            (HUUR, ENERGIE),
            5,
            (
                EerderSignaal("P3", "Z-9", "Zorg", AUGUSTUS),
                EerderSignaal("P5", "Z-8", "Zorg", AUGUSTUS),
                EerderSignaal("P3", "Z-9", "Zorg", JULI),
                EerderSignaal("P4", "W-1", "Water", JULI),
            ),
            "In deze maand en de 2 maanden ervoor zijn op dit adres signalen van 5 partners opgepakt: "
            "P1 en P2 in deze maand, P3 en P5 in augustus 2026, en P4 in juli 2026.",
            id="three months",
        ),
        pytest.param(
            met(meervoudig=Meervoudig(sleutel=Sleutel.PERSOON, telt=Telt.SOORTEN)),
            (HUUR, ENERGIE),
            2,
            (),
            "In deze maand zijn over deze persoon signalen van 2 soorten opgepakt: Energie en Huur.",
            id="persoon, soorten",
        ),
        pytest.param(
            met(meervoudig=Meervoudig(telt=Telt.SIGNALEN)),
            (HUUR,),
            1,
            (),
            "In deze maand is op dit adres 1 signaal opgepakt: P1 H-1.",
            id="signalen",
        ),
    ],
)
def test_who_was_counted(beleid, signalen, aantal, eerder, verwacht):
    uitleg = zin(0, beleid, signalen, eerder, aantal=aantal, meervoudig=aantal > 1)
    assert uitleg.split(" Vanaf ")[0].split(" Pas ")[0] == verwacht


@pytest.mark.parametrize(
    ("minimaal", "meervoudig", "einde"),
    [
        (2, True, "Vanaf 2 partners is een melding meervoudig, en dat is deze dus."),
        (3, False, "Pas vanaf 3 partners is een melding meervoudig, en dat is deze dus niet."),
        (1, True, "Vanaf 1 partner is een melding meervoudig, en dat is deze dus."),
    ],
)
def test_from_how_many(minimaal, meervoudig, einde):
    beleid = met(meervoudig=Meervoudig(minimaal=minimaal))
    assert zin(0, beleid, (HUUR, ENERGIE), meervoudig=meervoudig).endswith(einde)


@pytest.mark.parametrize(
    ("maanden", "opeenvolgend", "eerder", "verwacht"),
    [
        (
            6,
            False,
            (),
            "In de 6 maanden ervoor is op dit adres geen signaal opgepakt. Daarom is deze melding niet opeenvolgend.",
        ),
        (
            1,
            True,
            (),
            "In de maand ervoor is op dit adres ook al een signaal opgepakt. Daarom is deze melding opeenvolgend.",
        ),
        (
            2,
            True,
            (
                EerderSignaal("P2", "E-1", "Energie", JULI),
                EerderSignaal("P3", "Z-1", "Zorg", JULI),
                EerderSignaal("P4", "W-1", "Water", JULI - 1),
            ),
            "In de 2 maanden ervoor is op dit adres ook al een signaal opgepakt, het laatst in juli 2026 van P2 en P3. "
            "Daarom is deze melding opeenvolgend.",
        ),
    ],
)
def test_opeenvolgend(maanden, opeenvolgend, eerder, verwacht):
    assert zin(1, met(opeenvolgend=maanden), eerder=eerder, opeenvolgend=opeenvolgend) == verwacht


@pytest.mark.parametrize(
    ("feiten", "verwacht"),
    [
        (
            {"regel": 1},
            "Regel 1 van 'Kader 2026' is de eerste die past. Die regel geldt als er een crisissignaal bij is, "
            "en de opvolging is dan huisbezoek.",
        ),
        (
            {"binnen_quotum": False, "plek_in_regel": 9},
            "Regel 2 van 'Kader 2026' is de eerste die past. Die regel geldt als de melding meervoudig is, en de "
            "opvolging is dan huisbezoek. Daarvoor zijn er 7 plaatsen per maand en deze melding is nummer 9. "
            "Daarom wordt de opvolging telefoon.",
        ),
        (
            {"regel": 3},
            "Regel 3 van 'Kader 2026' is de eerste die past. Die regel geldt voor alle overige meldingen, "
            "en de opvolging is dan brief.",
        ),
    ],
)
def test_the_rule_that_held(feiten, verwacht):
    assert zin(2, **feiten) == verwacht


@pytest.mark.parametrize(
    ("regel", "verwacht"),
    [
        (1, "De opvolging moet uiterlijk op 24-09-2026 gedaan zijn. Dat is 3 werkdagen na 21-09-2026, "),
        (3, "Deze regel heeft geen termijn: er is geen dag waarop de opvolging gedaan moet zijn."),
    ],
)
def test_the_term(regel, verwacht):
    assert zin(3, regel=regel).startswith(verwacht)


def test_the_order_of_a_kader_that_counts_soorten_and_days():
    beleid = met(meervoudig=Meervoudig(telt=Telt.SOORTEN), volgorde=(Volgorde.DAGEN, Volgorde.AANTAL))
    assert zin(4, beleid) == (
        "Deze melding staat op plaats 4 van de maand. De volgorde gaat naar de langste achterstand (hier 81 dagen), "
        "en daarna naar het aantal soorten (hier 2); het hoogste staat bovenaan."
    )


@pytest.mark.parametrize(
    ("als", "verwacht"),
    [
        (Als(), ""),
        (Als(crisissignaal=False), "er geen crisissignaal bij is"),
        (Als(warme_overdracht=True), "er een warme overdracht bij is"),
        (Als(einde_levering=True), "een partner heeft aangekondigd te stoppen met leveren"),
        (
            Als(meervoudig=False, opeenvolgend=True),
            "de melding niet meervoudig is en de melding opeenvolgend is",
        ),
        (Als(soort=("Huur", "Zorg", "Water")), "er een signaal van de soort Huur, Zorg of Water bij is"),
        (Als(partner=("P1", "P2")), "er een signaal van P1 of P2 bij is"),
        (
            Als(soort=("Huur",), bedrag_vanaf=Decimal(1000), bedrag_tot=Decimal(2000)),
            "er een signaal van de soort Huur bij is, de achterstand samen €\u00a01.000,00 of meer is en "
            "de achterstand samen lager is dan €\u00a02.000,00",
        ),
        (Als(aantal_vanaf=3), "er 3 of meer partners zijn geteld"),
        (Als(leeftijd_tot=27), "er iemand bij is die jonger is dan 27 jaar"),
        (
            Als(leeftijd_vanaf=18, leeftijd_tot=27),
            "er iemand bij is die 18 jaar of ouder is en jonger is dan 27 jaar",
        ),
    ],
)
def test_conditions_in_words(als, verwacht):
    assert beschrijf_voorwaarde(als, Telt.PARTNERS) == verwacht


def test_a_policy_in_words():
    assert beschrijf(KADER) == {
        "Geldig": ["Kader 2026 geldt vanaf 01-01-2026."],
        "Welke signalen": [
            "Een signaal over een rechtspersoon wordt niet opgenomen, en een signaal waartegen bezwaar is ook niet.",
            "Een signaal onder €\u00a075,00 wordt niet opgenomen.",
            "Huur: vanaf 30 dagen achterstand.",
            "Zorg: van 30 tot en met 100 dagen achterstand.",
            "Voor een crisissignaal en voor een aangekondigd einde van de levering gelden geen drempel en geen aantal "
            "dagen.",
            "Een signaal dat in de maand ervoor al is opgenomen, telt alleen opnieuw mee als het bedrag hoger is.",
        ],
        "Wat hoort bij elkaar": [
            "Signalen op hetzelfde adres in één maand zijn samen één melding.",
            "Een melding is meervoudig bij 2 of meer verschillende partners in dezelfde maand.",
            "Een melding is opeenvolgend als in de 6 maanden ervoor ook al een signaal is opgenomen.",
        ],
        "Wat er gebeurt": [
            "1. Als er een crisissignaal bij is: huisbezoek, binnen 3 werkdagen na de eerste ontvangst.",
            "2. Als de melding meervoudig is: huisbezoek, binnen 14 dagen na de eerste ontvangst. Dat kan bij hoogstens "
            "7 meldingen per maand; bij de andere wordt het telefoon.",
            "3. Alle overige meldingen: brief.",
        ],
        "Op welke volgorde": [
            "De meldingen staan op volgorde van het aantal partners (meer gaat voor minder), en daarna van het bedrag van "
            "de achterstand samen (hoger gaat voor lager).",
        ],
    }


@pytest.mark.parametrize(
    ("reden", "anders", "verwacht"),
    [
        (
            Reden.VERVANGEN,
            {},
            "vervangen: in deze maand kwam een later signaal met hetzelfde kenmerk, en dat telt",
        ),
        (
            Reden.RECHTSPERSOON,
            {},
            "rechtspersoon: vroegsignalering is er alleen voor natuurlijke personen (art. 1 Wgs)",
        ),
        (
            Reden.ZAKELIJK,
            {},
            "zakelijk: het signaal is zakelijk, en dit afwegingskader neemt alleen particulieren op",
        ),
        (Reden.BEZWAAR, {}, "bezwaar: de inwoner wil niet dat dit signaal wordt gebruikt"),
        (
            Reden.DREMPEL,
            {},
            "drempel: de achterstand van €\u00a070,00 ligt onder het drempelbedrag van €\u00a075,00",
        ),
        (Reden.TE_KORT, {"dagen": 1}, "venster: de achterstand bestond 1 dag; Zorg telt mee vanaf 30 dagen"),
        (
            Reden.TE_LANG,
            {"dagen": 111},
            "venster: de achterstand bestond 111 dagen; Zorg telt mee tot en met 100 dagen",
        ),
        (
            Reden.HERHAALD,
            {"vorige_maand": AUGUSTUS, "vorig_bedrag": Decimal(80)},
            "herhaald: dit kenmerk is al opgepakt in augustus 2026 met €\u00a080,00, en nu is het bedrag met €\u00a070,00 "
            "niet hoger",
        ),
    ],
)
def test_why_a_signal_was_not_taken_up(reden, anders, verwacht):
    uitkomst = Uitkomst(reden, "Zorg", Decimal(70), **({"dagen": 40} | anders))
    assert licht_toe(uitkomst, KADER) == verwacht
