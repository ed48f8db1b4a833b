"""The documents are true: settings, paths, links, examples and commands exist as written.

`.venv/bin/python tests/structure/test_docs.py` writes the generated table of settings again.
"""

import re
from pathlib import Path

import pytest
import yaml

from waakvlam.config import cli, omgeving
from waakvlam.domain.matching.beleid_lezen import lees_beleid

WORTEL = Path(__file__).parents[2]
DOCS = WORTEL / "docs"
INSTELLINGEN = DOCS / "beheer" / "instellingen.md"
BLADEN = sorted([*WORTEL.glob("*.md"), *DOCS.rglob("*.md")])
BEGIN, EINDE = "<!-- begin -->\n", "<!-- einde -->"

per_blad = pytest.mark.parametrize("blad", BLADEN, ids=lambda blad: str(blad.relative_to(WORTEL)))


def instellingen() -> str:
    """The table of settings, from the code."""
    regels = ["| naam | standaard | betekenis |", "|---|---|---|"]
    for naam, standaard, uitleg in omgeving.beschrijving():
        regels.append(f"| `{naam}` | {f'`{standaard}`' if standaard else '–'} | {uitleg.replace('|', '/')} |")
    return "\n".join(regels) + "\n"


def _met_tabel(tekst: str) -> str:
    voor, _, rest = tekst.partition(BEGIN)
    return voor + BEGIN + instellingen() + EINDE + rest.partition(EINDE)[2]


def test_the_table_of_settings_is_up_to_date():
    tekst = INSTELLINGEN.read_text(encoding="utf-8")
    assert tekst == _met_tabel(tekst), "voer uit: .venv/bin/python tests/structure/test_docs.py"


@per_blad
def test_links_point_to_files_that_exist(blad):
    doelen = re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", blad.read_text(encoding="utf-8"))
    weg = [doel for doel in doelen if "://" not in doel and not (blad.parent / doel).exists()]
    assert weg == []


@per_blad
def test_named_paths_exist(blad):
    paden = re.findall(
        r"`((?:src|tests|docs|frontend|requirements|bench)/[\w./-]+)`", blad.read_text(encoding="utf-8")
    )
    # What building makes is not there in a fresh clone.
    weg = [pad for pad in paden if "/static/dist/" not in pad and not (WORTEL / pad).exists()]
    assert weg == []


@pytest.mark.parametrize("pad", sorted((DOCS / "voorbeelden").glob("*.yaml")), ids=lambda pad: pad.name)
def test_example_policies_are_valid(pad):
    beleid = lees_beleid(yaml.safe_load(pad.read_text(encoding="utf-8")))
    assert beleid.opvolging


def test_the_readme_names_every_command():
    tekst = (WORTEL / "README.md").read_text(encoding="utf-8")
    genoemd = set(re.findall(r"^\| `(\w+)` \|", tekst, re.MULTILINE))
    assert genoemd == set(cli.OPDRACHTEN)


@per_blad
def test_commands_in_examples_can_be_parsed(blad):
    parser = cli.maak_parser()
    for blok in re.findall(r"```sh\n(.*?)```", blad.read_text(encoding="utf-8"), re.DOTALL):
        for regel in blok.replace("\\\n", " ").splitlines():
            if treffer := re.search(r"(?:^|\s)\.venv/bin/waakvlam (\w[^#]*)", regel):
                parser.parse_args(_woorden(treffer[1]))


def _woorden(tekst: str) -> list[str]:
    import shlex

    return shlex.split(tekst)


def test_adrs_are_in_the_list_and_complete():
    lijst = (DOCS / "adr" / "README.md").read_text(encoding="utf-8")
    for pad in sorted((DOCS / "adr").glob("[0-9]*.md")):
        tekst = pad.read_text(encoding="utf-8")
        assert pad.name in lijst
        assert re.findall(r"^## (.+)$", tekst, re.MULTILINE) == [
            "What we saw",
            "What we chose",
            "What we rejected",
            "What follows",
        ]


if __name__ == "__main__":
    INSTELLINGEN.write_text(_met_tabel(INSTELLINGEN.read_text(encoding="utf-8")), encoding="utf-8")
