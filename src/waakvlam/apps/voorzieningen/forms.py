"""What is asked about an aanvraag."""

import re
from datetime import date
from typing import Any

from django import forms

from waakvlam.apps.voorzieningen.models import STATUSSEN, Per
from waakvlam.domain.rekenen.inkomenscheck import Aanvraagstatus

_NUMMER = re.compile(r"\d[\d .-]{6,}\d")
NAMEN = dict(STATUSSEN)


class StapForm(forms.Form):
    """The next status of an aanvraag."""

    status = forms.ChoiceField(label="Nieuwe status", widget=forms.RadioSelect)
    datum = forms.DateField(
        label="Datum",
        help_text="De dag van de aanvraag of van het besluit.",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        input_formats=["%Y-%m-%d"],
    )
    bedrag = forms.DecimalField(
        label="Toegekend bedrag (€)",
        required=False,
        min_value=0,
        max_digits=10,
        decimal_places=2,
        localize=True,
        help_text="Alleen bij toegekend. Leeg betekent: niet bekend.",
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )
    per = forms.ChoiceField(label="Het bedrag is", choices=Per.choices, initial=Per.MAAND)
    notitie = forms.CharField(
        label="Notitie",
        required=False,
        max_length=200,
        help_text="Geen naam, adres of BSN.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, nu: Aanvraagstatus, vandaag: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._vandaag = vandaag
        self.fields["status"].choices = [(status.value, NAMEN[status.value]) for status in nu.volgende]
        self.fields["datum"].initial = vandaag
        if Aanvraagstatus.TOEGEKEND not in nu.volgende:
            del self.fields["bedrag"], self.fields["per"]

    def clean_datum(self) -> date:
        """Refuse a day that is still to come."""
        dag = self.cleaned_data["datum"]
        if dag > self._vandaag:
            raise forms.ValidationError("Deze dag moet nog komen. Kies vandaag of eerder.")
        return dag

    def clean_notitie(self) -> str:
        """Refuse what looks like a BSN, a telephone number or an account."""
        tekst = self.cleaned_data["notitie"]
        if _NUMMER.search(tekst):
            raise forms.ValidationError("Zet hier geen BSN of ander nummer van een persoon.")
        return tekst

    def clean(self) -> dict[str, Any]:
        """An amount belongs to what was granted."""
        gegevens = super().clean() or self.cleaned_data
        toegekend = gegevens.get("status") == Aanvraagstatus.TOEGEKEND.value
        if gegevens.get("bedrag") is not None and "status" in gegevens and not toegekend:
            self.add_error("bedrag", "Een bedrag hoort alleen bij toegekend. Maak dit leeg.")
        return gegevens


class FilterForm(forms.Form):
    """What of the aanvragen is shown."""

    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=(("", "wat nog loopt"), *STATUSSEN, ("alle", "alles")),
    )
    recht = forms.ChoiceField(label="Recht", required=False)

    def __init__(self, rechten: list[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["recht"].choices = [("", "alle rechten"), *((naam, naam) for naam in rechten)]
