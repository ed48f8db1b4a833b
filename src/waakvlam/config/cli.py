"""The command line `waakvlam`.

Exit codes: 0 = done; 1 = done, with rows refused; 2 = could not be done.
Bron: contract.md section 4.
"""

import argparse
import errno
import importlib
import os
import resource
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from types import ModuleType

from waakvlam.config.nederlands import spreek_nederlands
from waakvlam.domain.common.fouten import WaakvlamFout

# One module per command, in the order of the help. Each has HULP, `voeg_toe(parser)` and `voer_uit(args) -> int`.
OPDRACHTEN: tuple[str, ...] = (
    "demo",
    "serveer",
    "werker",
    "migreer",
    "controleer",
    "match",
    "personen",
    "simuleer",
    "lees",
    "maandrun",
    "gemeente",
    "beleid",
    "gebruiker",
    "sleutels",
    "reken",
    "genereer",
)

VOL = "No space left on device"


def _module(naam: str) -> ModuleType:
    return importlib.import_module(f"waakvlam.config.commands.{naam}")


def maak_parser() -> argparse.ArgumentParser:
    """Build the parser with all commands."""
    spreek_nederlands()
    parser = argparse.ArgumentParser(
        prog="waakvlam",
        description="Waakvlam: vroegsignalering en schuldhulpverlening voor gemeenten.",
        epilog="Uitleg van één opdracht: waakvlam OPDRACHT --help. "
        "Uitkomst: 0 = gelukt, 1 = gelukt maar rijen geweigerd, 2 = niet gelukt.",
    )
    parser.add_argument(
        "--version", action="version", version=f"waakvlam {version('waakvlam')}", help="toon de versie"
    )
    onder = parser.add_subparsers(dest="opdracht", metavar="OPDRACHT", required=True, title="opdrachten")
    for naam in OPDRACHTEN:
        module = _module(naam)
        sub = onder.add_parser(naam, help=module.HULP, description=getattr(module, "UITLEG", module.HULP))
        module.voeg_toe(sub)
        sub.set_defaults(voer_uit=module.voer_uit)
    return parser


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; errors are told in Dutch, without a traceback."""
    args = maak_parser().parse_args(argumenten)
    # No image of the memory on disk when a process breaks: it holds keys and personal data. Children inherit it.
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    try:
        return int(args.voer_uit(args))
    except WaakvlamFout as fout:
        return _niet_gelukt(str(fout))
    except KeyboardInterrupt:
        return _niet_gelukt(
            "Gestopt. Wat al klaar was, is bewaard; voer de opdracht opnieuw uit om verder te gaan."
        )
    except BrokenPipeError:
        # The reader (for example `head`) went away: nothing to tell anyone.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as fout:
        if os.environ.get("WAAKVLAM_DEBUG"):
            raise
        return _niet_gelukt(_bestandsfout(fout))
    except Exception as fout:
        if os.environ.get("WAAKVLAM_DEBUG"):
            raise
        return _niet_gelukt(_onverwacht(fout))


def _bestandsfout(fout: OSError) -> str:
    plek = f" ({fout.filename})" if fout.filename else ""
    if fout.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"De schijf is vol{plek}. Maak ruimte vrij en voer de opdracht opnieuw uit; er is niets half bewaard."
    if fout.errno in (errno.EACCES, errno.EPERM):
        return f"Geen toegang{plek}. Controleer of u dit bestand of deze map mag lezen en schrijven."
    return f"Een bestand of map is niet te gebruiken{plek}: {fout.strerror or type(fout).__name__}."


def _onverwacht(fout: Exception) -> str:
    keten = list(_keten(fout))
    namen = {klasse.__name__ for deel in keten for klasse in type(deel).__mro__}
    # Before "not reachable": PostgreSQL counts a full disk (53100) among the operational errors.
    if "DiskFull" in namen or any(VOL in str(deel) for deel in keten):
        return (
            "De schijf van de database of van de tijdelijke bestanden is vol. Maak daar ruimte vrij en voer de "
            "opdracht opnieuw uit; er is niets half bewaard."
        )
    if "OutOfMemoryException" in namen:
        return "Het geheugen is vol. Maak ruimte vrij en voer de opdracht opnieuw uit."
    if {"OperationalError", "ConnectorException"} & namen:
        return "De database is niet bereikbaar of stopte. Controleer de database en voer de opdracht opnieuw uit."
    if {"ConfiguratieError", "PostgresError", "EmbeddedPostgresError", "PiiError"} & namen:
        return str(fout)
    return (
        f"Er ging iets mis dat niet had mogen gebeuren ({type(fout).__name__}). "
        "Voer de opdracht opnieuw uit met WAAKVLAM_DEBUG=1 ervoor en meld wat er dan staat."
    )


def _keten(fout: BaseException | None) -> Iterator[BaseException]:
    """Give the error and those it came from."""
    gezien: set[int] = set()
    while fout is not None and id(fout) not in gezien:
        gezien.add(id(fout))
        yield fout
        fout = fout.__cause__ or fout.__context__


def _niet_gelukt(bericht: str) -> int:
    print(bericht, file=sys.stderr)  # noqa: T201
    return 2


if __name__ == "__main__":
    sys.exit(main())
