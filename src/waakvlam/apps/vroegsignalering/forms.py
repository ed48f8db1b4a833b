"""What users type or choose in vroegsignalering."""

import re
from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from waakvlam.apps.vroegsignalering.models import LeveringStatus
from waakvlam.apps.vroegsignalering.selectors.maandruns import heeft_signalen
from waakvlam.apps.vroegsignalering.selectors.zicht import Zicht
from waakvlam.domain.common.maand import lees_maand
from waakvlam.foundation.ui.templatetags.nl import maand as maand_in_woorden

EXTENSIES = (".csv", ".txt", ".tsv", ".xlsx", ".ods", ".json")
MEBIBYTE = 1024 * 1024
ALLE = ("", "Alle")
_POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")
_HUISNUMMER = re.compile(r"0*([1-9][0-9]{0,4})\s*[-/ ]?\s*([0-9A-Za-z]{0,6})")

TERMIJN = [ALLE, ("te_laat", "Voorbij"), ("week", "Binnen 7 dagen")]
BIJZONDER = [
    ("crisissignaal", "Crisis"),
    ("meervoudig", "Meervoudig"),
    ("opeenvolgend", "Opeenvolgend"),
]
REDENEN = {
    "vervangen": "Vervangen door later signaal",
    "rechtspersoon": "Rechtspersoon",
    "zakelijk": "Zakelijk",
    "bezwaar": "Bezwaar",
    "drempel": "Onder het drempelbedrag",
    "te_kort": "Achterstand te kort",
    "te_lang": "Achterstand te lang",
    "herhaald": "Herhaald, bedrag niet hoger",
}


def in_woorden(code: str) -> str:
    """Write a code of our own as a label: `huisbezoek` as `Huisbezoek`."""
    return code[:1].upper() + code[1:].replace("_", " ")


class MultipleFileInput(forms.ClearableFileInput):
    """A file input that takes more than one."""

    allow_multiple_selected = True


class BestandenVeld(forms.FileField):
    """One or more leveringen; gives a list."""

    widget = MultipleFileInput({"accept": ",".join(EXTENSIES)})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """Check every file; the message names the file."""
        bestanden = data if isinstance(data, list | tuple) else [data]
        return [self._toets(self._lees(bestand, initial)) for bestand in bestanden or [None]]

    def _lees(self, bestand: Any, initial: Any) -> UploadedFile:
        if bestand is not None and not bestand.size:
            raise forms.ValidationError(f"{bestand.name} is leeg. Kies het bestand met de signalen.")
        return super().clean(bestand, initial)

    def _toets(self, bestand: UploadedFile) -> UploadedFile:
        if PurePath(bestand.name or "").suffix.lower() not in EXTENSIES:
            raise forms.ValidationError(
                f"{bestand.name} is geen CSV-, XLSX-, ODS- of JSON-bestand. Kies een ander bestand."
            )
        if (bestand.size or 0) > settings.WAAKVLAM_UPLOAD_MAX:
            grens = settings.WAAKVLAM_UPLOAD_MAX // MEBIBYTE
            raise forms.ValidationError(
                f"{bestand.name} is groter dan {grens} MB. Splits het in kleinere bestanden."
            )
        return bestand


class LeveringForm(forms.Form):
    """A new levering: for which gemeente, and the files."""

    gemeente = forms.ChoiceField(
        label="Gemeente",
        help_text="Voor welke gemeente zijn deze signalen?",
        error_messages={"required": "Kies voor welke gemeente dit bestand is."},
    )
    bestanden = BestandenVeld(
        label="Bestanden",
        error_messages={
            "required": "Kies het bestand dat u wilt inleveren.",
            "empty": "Dit bestand is leeg. Kies het bestand met de signalen.",
        },
    )

    def __init__(self, zicht: Zicht, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(gemeente.code, gemeente.naam) for gemeente in zicht.gemeenten]
        grens = settings.WAAKVLAM_UPLOAD_MAX // MEBIBYTE
        self.fields[
            "bestanden"
        ].help_text = f"CSV, XLSX, ODS of JSON, elk ten hoogste {grens} MB. Meer bestanden tegelijk mag."
        if len(keuzes) == 1:
            self.fields["gemeente"].widget = forms.HiddenInput()
            self.fields["gemeente"].initial = keuzes[0][0]
        else:
            keuzes = [("", "Kies een gemeente"), *keuzes]
        self.fields["gemeente"].choices = keuzes


class _Filter(forms.Form):
    """Filters: a wrong value is no filter, so that an old link still shows something."""

    def __init__(self, zicht: Zicht, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zicht = zicht
        if not zicht.meer:
            self.fields.pop("gemeente", None)
        elif "gemeente" in self.fields:
            self.fields["gemeente"].choices = [ALLE, *((g.code, g.naam) for g in zicht.gemeenten)]

    def waarden(self) -> dict[str, Any]:
        """Give what was chosen and is valid."""
        self.is_valid()
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde not in ("", None, [])}

    @property
    def zicht_gekozen(self) -> Zicht:
        """Narrow the view to the chosen gemeente."""
        code = self.waarden().get("gemeente")
        return (
            Zicht(tuple(g for g in self.zicht.gemeenten if g.code == code), self.zicht.partner)
            if code
            else self.zicht
        )


class LeveringFilter(_Filter):
    """Filters of the list of leveringen."""

    gemeente = forms.ChoiceField(required=False)
    partner = forms.ChoiceField(required=False)
    status = forms.ChoiceField(
        required=False, choices=[ALLE, *LeveringStatus.choices, ("fouten", "Met iets geweigerd")]
    )
    maand = forms.ChoiceField(required=False, label="Ontvangen in")

    def __init__(
        self, zicht: Zicht, partners: list[str], maanden: list[str], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(zicht, *args, **kwargs)
        self.fields["partner"].choices = [ALLE, *((code, code) for code in partners if code)]
        self.fields["maand"].choices = [ALLE, *((maand, maand_in_woorden(maand)) for maand in maanden)]
        if zicht.partner:
            del self.fields["partner"]


class MeldingFilter(_Filter):
    """Filters of the meldingen of a month."""

    gemeente = forms.ChoiceField(required=False)
    opvolging = forms.ChoiceField(required=False)
    termijn = forms.ChoiceField(required=False, choices=TERMIJN)
    soort = forms.ChoiceField(required=False, label="Soort signaal")
    partner = forms.ChoiceField(required=False)
    bedrag_van = forms.DecimalField(
        required=False, label="Bedrag vanaf", min_value=0, max_digits=15, localize=True
    )
    bedrag_tot = forms.DecimalField(
        required=False, label="Bedrag tot en met", min_value=0, max_digits=15, localize=True
    )
    alleen = forms.MultipleChoiceField(
        required=False, label="Alleen", choices=BIJZONDER, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        zicht: Zicht,
        opvolgingen: list[str],
        soorten: list[str],
        partners: list[str],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(zicht, *args, **kwargs)
        self.fields["opvolging"].choices = [ALLE, *((code, in_woorden(code)) for code in opvolgingen)]
        self.fields["soort"].choices = [ALLE, *((naam, naam) for naam in soorten)]
        self.fields["partner"].choices = [ALLE, *((code, code) for code in partners)]
        for naam in ("bedrag_van", "bedrag_tot"):
            self.fields[naam].widget.attrs |= {"inputmode": "decimal", "size": "8"}


class NietOpgepaktFilter(_Filter):
    """Filters of the signals that were not taken up."""

    gemeente = forms.ChoiceField(required=False)
    reden = forms.ChoiceField(required=False)
    soort = forms.ChoiceField(required=False, label="Soort signaal")
    partner = forms.ChoiceField(required=False)

    def __init__(
        self,
        zicht: Zicht,
        redenen: list[tuple[str, int]],
        soorten: list[str],
        partners: list[str],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(zicht, *args, **kwargs)
        self.fields["reden"].choices = [
            ALLE,
            *((code, f"{REDENEN.get(code, in_woorden(code))} ({aantal})") for code, aantal in redenen),
        ]
        self.fields["soort"].choices = [ALLE, *((naam, naam) for naam in soorten)]
        self.fields["partner"].choices = [ALLE, *((code, code) for code in partners)]


class ZoekForm(forms.Form):
    """Look for an address or a kenmerk; sent by POST, so that it never stands in a URL or a log."""

    postcode = forms.CharField(required=False, max_length=8)
    huisnummer = forms.CharField(required=False, max_length=12)
    kenmerk = forms.CharField(required=False, max_length=100)

    def clean_postcode(self) -> str:
        """Read a postcode as 1234AB."""
        kaal = "".join(self.cleaned_data["postcode"].split()).upper()
        if kaal and not _POSTCODE.fullmatch(kaal):
            raise forms.ValidationError("Een postcode is vier cijfers en twee letters, zoals 1234 AB.")
        return kaal

    def clean_huisnummer(self) -> str:
        """Read a house number with or without suffix as it stands in an address key (contract.md section 1)."""
        kaal = self.cleaned_data["huisnummer"].strip()
        if not kaal:
            return ""
        gelezen = _HUISNUMMER.fullmatch(kaal)
        if not gelezen:
            raise forms.ValidationError("Een huisnummer is een getal, met of zonder toevoeging: 12 of 12-A.")
        nummer, bij = gelezen[1], gelezen[2].lower()
        return f"{nummer}-{bij}" if bij[:1].isdigit() else f"{nummer}{bij}"

    def clean(self) -> dict[str, Any]:
        """Ask for a whole address or a kenmerk, not both."""
        velden = super().clean() or {}
        adres, kenmerk = bool(velden.get("postcode") or velden.get("huisnummer")), velden.get("kenmerk")
        if not self.errors and not kenmerk and not (velden.get("postcode") and velden.get("huisnummer")):
            raise forms.ValidationError("Vul een postcode met huisnummer in, of een kenmerk.")
        if adres and kenmerk:
            raise forms.ValidationError("Zoek op een adres of op een kenmerk, niet op allebei tegelijk.")
        return velden


class MaandrunForm(forms.Form):
    """Which months to run: `gemeentecode:JJJJ-MM`, one or more."""

    wat = forms.Field(
        widget=forms.SelectMultiple,
        error_messages={"required": "Kies van welke maand u meldingen wilt maken."},
    )

    def __init__(self, zicht: Zicht, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zicht = zicht

    def clean_wat(self) -> list[tuple[str, str]]:
        """Read the choices; anything that is not of this user or no month is refused."""
        keuzes = []
        for tekst in self.cleaned_data["wat"]:
            code, _, periode = tekst.partition(":")
            try:
                lees_maand(periode)
            except ValueError as fout:
                raise forms.ValidationError(str(fout)) from fout
            if code not in self.zicht.codes:
                raise forms.ValidationError("Deze gemeente is niet van u.")
            if not heeft_signalen(self.zicht, code, lees_maand(periode)):
                raise forms.ValidationError(
                    f"Er zijn geen signalen van {maand_in_woorden(periode)} voor {self.zicht.naam(code)}. "
                    "Kijk of de leveringen van die maand zijn ingelezen."
                )
            keuzes.append((code, periode))
        return keuzes
