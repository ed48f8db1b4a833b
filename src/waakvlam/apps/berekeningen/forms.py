"""What is asked besides the facts when a calculation is kept."""

import re
from typing import Any

from django import forms

from waakvlam.apps.toegang.service import Zicht

_NUMMER = re.compile(r"\d[\d .-]{6,}\d")


class BewaarForm(forms.Form):
    """The label of a calculation, and its gemeente when the user works for more."""

    omschrijving = forms.CharField(
        required=False,
        max_length=80,
        help_text="Zo vindt u de berekening terug. Geen naam, adres of BSN: schrijf bijvoorbeeld 'gezin, loonbeslag'.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    gemeente = forms.ChoiceField(error_messages={"required": "Kies voor welke gemeente u rekent."})

    def __init__(self, zicht: Zicht, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(gemeente.code, gemeente.naam) for gemeente in zicht.gemeenten]
        veld = self.fields["gemeente"]
        veld.choices = keuzes if len(keuzes) == 1 else [("", "Kies een gemeente"), *keuzes]
        if len(keuzes) == 1:
            veld.initial = keuzes[0][0]
            veld.widget = forms.HiddenInput()

    def clean_omschrijving(self) -> str:
        """Refuse what looks like a BSN, a telephone number or an account."""
        tekst = self.cleaned_data["omschrijving"]
        if _NUMMER.search(tekst):
            raise forms.ValidationError("Zet hier geen BSN of ander nummer van een persoon.")
        return tekst
