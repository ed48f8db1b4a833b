"""The command line in Dutch: argparse asks gettext for its sentences, we answer."""

import argparse

_ZINNEN = {
    "usage: ": "gebruik: ",
    "positional arguments": "wat u opgeeft",
    "options": "opties",
    "optional arguments": "opties",
    "show this help message and exit": "toon deze uitleg",
    "show program's version number and exit": "toon de versie",
    "the following arguments are required: %s": "dit ontbreekt nog: %s",
    "unrecognized arguments: %s": "onbekend: %s",
    "not allowed with argument %s": "kan niet samen met %s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s is niet eenduidig: %(matches)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r bestaat niet. Kies uit: %(choices)s",
    "invalid %(type)s value: %(value)r": "%(value)r past hier niet (%(type)s)",
    "expected one argument": "hier hoort één waarde bij",
    "expected at least one argument": "hier hoort minstens één waarde bij",
    "expected at most one argument": "hier hoort hoogstens één waarde bij",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "%(prog)s: error: %(message)s\n": "%(prog)s kan niet verder: %(message)s\nMeer uitleg: %(prog)s --help\n",
}


def spreek_nederlands() -> None:
    """Let argparse speak Dutch in this process."""
    argparse._ = lambda zin: _ZINNEN.get(zin, zin)  # type: ignore[attr-defined]
    argparse.ngettext = lambda een, meer, aantal: _ZINNEN.get(een if aantal == 1 else meer, een)  # type: ignore[attr-defined]
