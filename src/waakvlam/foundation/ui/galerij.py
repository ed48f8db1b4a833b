"""Invented data for the gallery: every component in every state, no real people."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.paginator import Paginator

from waakvlam.foundation.ui.grafiek import Grafiek, Reeks
from waakvlam.foundation.ui.kader import GemeenteKeuze, Kader, NavItem
from waakvlam.foundation.ui.voortgang import Voortgang

MAANDEN = ("april", "mei", "juni", "juli", "augustus", "september")


class FilterFormulier(forms.Form):
    """Filters as a work list has them."""

    opvolging = forms.ChoiceField(
        required=False,
        choices=[("", "Alle"), ("brief", "Brief"), ("telefoon", "Telefoon"), ("huisbezoek", "Huisbezoek")],
    )
    status = forms.ChoiceField(
        required=False, choices=[("", "Alle"), ("open", "Open"), ("klaar", "Afgerond")]
    )
    zoek = forms.CharField(
        required=False, label="Zoek op kenmerk", widget=forms.TextInput({"type": "search"})
    )


class Formulier(forms.Form):
    """Every kind of input."""

    kenmerk = forms.CharField(max_length=20, help_text="Staat rechtsboven op de brief van de partner.")
    vanaf = forms.DateField(label="Geldig vanaf", widget=forms.DateInput({"type": "date"}))
    bedrag = forms.DecimalField(
        label="Bedrag achterstand",
        required=False,
        localize=True,
        help_text="In euro's, bijvoorbeeld 1.234,50",
        error_messages={"invalid": "Vul een bedrag in met cijfers, bijvoorbeeld 1.234,50."},
    )
    opvolging = forms.ChoiceField(
        choices=[("", "Kies een opvolging"), ("brief", "Brief"), ("bezoek", "Huisbezoek")],
        error_messages={"required": "Kies hoe u contact zoekt."},
    )
    dagdeel = forms.ChoiceField(
        widget=forms.RadioSelect,
        choices=[("ochtend", "Ochtend"), ("middag", "Middag"), ("avond", "Avond")],
        error_messages={"required": "Kies een dagdeel."},
    )
    talen = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("nl", "Nederlands"), ("en", "Engels"), ("ti", "Tigrinya")],
    )
    levering = forms.FileField(required=False, help_text="CSV, XLSX, ODS of JSON, ten hoogste 250 MB.")
    toelichting = forms.CharField(required=False, widget=forms.Textarea({"rows": 4}))
    akkoord = forms.BooleanField(
        label="Ik heb dit met de inwoner besproken",
        error_messages={"required": "Zet een vinkje als u dit hebt besproken."},
    )


def voorbeeld_kader() -> Kader:
    """Give a frame of an invented gemeente."""
    return Kader(
        gemeente="Gemeente Duinwaard",
        gemeenten=(
            GemeenteKeuze("", "Alle gemeenten"),
            GemeenteKeuze("9901", "Gemeente Duinwaard", actief=True),
            GemeenteKeuze("9902", "Gemeente Lageveen"),
        ),
        wissel_url="#",
        navigatie=(
            NavItem("Werkvoorraad", "#", aantal=12, icoon="inbak"),
            NavItem("Meldingen", "#", actief=True, icoon="vlam"),
            NavItem("Leveringen", "#", icoon="upload"),
            NavItem("Afwegingskader", "#", icoon="lijst"),
            NavItem("Sturing", "#", icoon="grafiek"),
        ),
        gebruiker="Noor Veldkamp",
        rol="Functioneel beheerder",
        menu=(
            NavItem("Mijn gegevens", "#", icoon="persoon"),
            NavItem("Inloggen met code", "#", icoon="sleutel"),
        ),
        afmelden_url="#",
        omgeving="Oefenomgeving: alle mensen en adressen zijn verzonnen",
        voet=(NavItem("Toegankelijkheid", "#"), NavItem("Privacy", "#")),
    )


def _meldingen() -> list[dict[str, Any]]:
    rijen = [
        (
            "DW-2026-0142",
            "Lindelaan 12",
            "3841AB",
            3,
            "1284.50",
            "Huisbezoek",
            "waarschuwing",
            "Voor vrijdag",
        ),
        ("DW-2026-0143", "Kerkstraat 3 B", "3842CD", 2, "640", "Telefoon", "bezig", "In gesprek"),
        ("DW-2026-0144", "Zandpad 101", "3843EF", 4, "12450.10", "Huisbezoek", "fout", "Termijn voorbij"),
        ("DW-2026-0145", "Molenweg 8", "3841GH", 1, "88.02", "Brief", "succes", "Hulpaanbod aanvaard"),
        (
            "DW-2026-0146",
            "Prinses Beatrixplantsoen 240 II",
            "3844JK",
            2,
            None,
            "Bericht",
            "wacht",
            "Nog te versturen",
        ),
    ]
    sleutels = ("kenmerk", "adres", "postcode", "signalen", "bedrag", "opvolging", "soort", "status")
    meldingen = [dict(zip(sleutels, rij, strict=True)) for rij in rijen]
    for melding in meldingen:
        melding["bedrag"] = Decimal(melding["bedrag"]) if melding["bedrag"] else None
    return meldingen


def voorbeelden() -> dict[str, Any]:
    """Give everything that the gallery template shows."""
    fout = Formulier({"kenmerk": "", "vanaf": "31-31-2026", "bedrag": "veel"}, auto_id="fout_%s")
    fout.is_valid()
    staven = Grafiek(
        MAANDEN,
        [Reeks("Woningcorporatie", (41, 38, 52, 47, 60, 55)), Reeks("Zorg", (80, 77, 91, 88, 95, 102))],
    )
    lijn = Grafiek(
        MAANDEN,
        [Reeks("Gemiddelde achterstand", (612.5, 640, 655.1, None, 688, 702))],
        "lijn",
        eenheid="geld",
    )
    return {
        "kader": voorbeeld_kader(),
        "moment": datetime(2026, 11, 20, 13, 5, tzinfo=UTC),
        "bedrag": Decimal("1234.5"),
        "filterformulier": FilterFormulier(),
        "formulier": Formulier(auto_id="goed_%s"),
        "formulier_fout": fout,
        "meldingen": _meldingen(),
        "pagina": Paginator(range(1, 1181), 25).page(7),
        "staven": staven,
        "lijn": lijn,
        "leeg_grafiek": Grafiek((), ()),
        "voortgangen": (
            Voortgang("Levering inlezen", "wacht"),
            Voortgang("Meldingen maken", "bezig", 412_000, 1_000_000),
            Voortgang("Adressen opzoeken", "bezig", toelichting="De partner antwoordt."),
            Voortgang("Maandrun september", "klaar", 100, 100, "148 meldingen."),
            Voortgang("Levering inlezen", "mislukt", 3, 10, "Kolom postcode ontbreekt in het bestand."),
        ),
        "gegevens": (("Adres", "Lindelaan 12, 3841 AB Duinwaard"), ("Telefoon", None), ("Signalen", 3)),
        "kruimels": (("Werkvoorraad", "#"), ("Meldingen", "#")),
    }
