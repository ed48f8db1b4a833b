"""publiccode.yml meets the standard as far as can be checked without the network.

Bron: publiccode.yml 0.4 (schema.core, categories-list, scope-list; publiccodeyml/publiccode.yml), read 22-11-2026. Of
the lists only what we use stands here: another word is to be looked up first.
"""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

BLAD = Path(__file__).parents[2] / "publiccode.yml"
VERPLICHT = (
    "publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description", "legal",
    "maintenance", "localisation",
)  # fmt: skip
MAG = {
    *VERPLICHT, "landingURL", "releaseDate", "softwareVersion", "logo", "categories", "usedBy", "roadmap",
    "intendedAudience", "dependsOn",
}  # fmt: skip
STATUS = {"concept", "development", "beta", "stable", "obsolete"}
CATEGORIEEN = {"business-process-management", "data-analytics", "workflow-management"}
GEBIEDEN = {"local-authorities", "welfare"}


@pytest.fixture(scope="module")
def inhoud() -> dict[str, Any]:
    return yaml.safe_load(BLAD.read_text(encoding="utf-8"))


def test_every_mandatory_key_is_there_and_no_unknown_one(inhoud):
    assert [sleutel for sleutel in VERPLICHT if not inhoud.get(sleutel)] == []
    assert set(inhoud) <= MAG


def test_the_words_are_those_of_the_standard(inhoud):
    assert inhoud["publiccodeYmlVersion"] in {"0.4", "0.5"}
    assert inhoud["developmentStatus"] in STATUS
    assert inhoud["softwareType"] == "standalone/web"
    assert set(inhoud["platforms"]) <= {"web", "windows", "mac", "linux", "ios", "android"}
    assert set(inhoud["categories"]) <= CATEGORIEEN
    assert set(inhoud["intendedAudience"]["scope"]) <= GEBIEDEN
    assert inhoud["intendedAudience"]["countries"] == ["nl"]
    assert inhoud["localisation"] == {"localisationReady": False, "availableLanguages": ["nl"]}


def test_the_licence_is_that_of_the_repository(inhoud):
    assert inhoud["legal"]["license"] == "EUPL-1.2"
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in (BLAD.parent / "LICENSE").read_text(encoding="utf-8")


def test_who_maintains_it_is_named(inhoud):
    assert inhoud["maintenance"]["type"] in {"internal", "contract", "community", "none"}
    assert all(contact["name"] for contact in inhoud["maintenance"]["contacts"])


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_the_descriptions_have_the_length_that_is_asked(inhoud, taal):
    tekst = inhoud["description"][taal]
    assert set(tekst) <= {"shortDescription", "longDescription", "features", "documentation"}
    assert 0 < len(tekst["shortDescription"]) <= 150
    assert 150 <= len(tekst["longDescription"]) <= 10_000
    assert tekst["features"]


def test_an_address_that_is_to_be_replaced_says_so(inhoud):
    adres = urlsplit(inhoud["url"])
    assert adres.scheme == "https"
    if adres.hostname.endswith(".example"):
        assert "TE VERVANGEN" in BLAD.read_text(encoding="utf-8").partition("\nurl:")[0]
