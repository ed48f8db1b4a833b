"""Forms of django-allauth whose labels it leaves in English (settings.MFA_FORMS)."""

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms


class SleutelToevoegen(AddWebAuthnForm):
    """Adds a security key under a name."""

    name = forms.CharField(
        label="Naam",
        required=False,
        help_text="Zo herkent u de sleutel, bijvoorbeeld: stekker aan mijn sleutelbos.",
    )


class SleutelHernoemen(EditWebAuthnForm):
    """Gives a security key another name."""

    name = forms.CharField(label="Naam")
