"""What Django and allauth say to our users: in Dutch, and with u."""

import gettext as gettext_van_python
import re
from pathlib import Path

import pytest
from django.utils import translation
from django.utils.translation import gettext, ngettext

TAAL = Path(__file__).parents[3] / "src/waakvlam/apps/toegang/locale/nl/LC_MESSAGES"
_DEEL = re.compile(r'^(msgid|msgid_plural|msgstr(?:\[\d])?) ((?:"(?:[^"\\]|\\.)*"\n)+)', re.MULTILINE)


def _zinnen() -> list[str]:
    """Give every Dutch sentence of the source file but its header."""
    delen = _DEEL.findall((TAAL / "django.po").read_text(encoding="utf-8"))
    samen = [
        (soort, "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', tekst)).replace("\\n", "\n").replace('\\"', '"'))
        for soort, tekst in delen
    ]
    return [tekst for soort, tekst in samen if soort.startswith("msgstr")][1:]


def test_the_compiled_sentences_are_those_of_the_source():
    with (TAAL / "django.mo").open("rb") as bestand:
        gemaakt = gettext_van_python.GNUTranslations(bestand)._catalog
    assert sorted(tekst for sleutel, tekst in gemaakt.items() if sleutel) == sorted(_zinnen())


@pytest.mark.parametrize("zin", _zinnen())
def test_every_sentence_says_u(zin):
    assert not re.search(r"\b(je|jij|jou|jouw)\b", zin, re.IGNORECASE)


def test_ours_win():
    with translation.override("nl"):
        assert gettext("You have signed out.") == "U bent uitgelogd."
        kort = ngettext(
            "This password is too short. It must contain at least %d character.",
            "This password is too short. It must contain at least %d characters.",
            12,
        )
        assert kort % 12 == "Dit wachtwoord is te kort. Gebruik minstens 12 tekens."
