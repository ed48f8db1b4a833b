"""What was released of the norms, for an administrator. Guide: `docs/beheer/normen.md`.

python -m waakvlam.config.normen            show what is new and what differs
python -m waakvlam.config.normen --schrijf  add what is new to the list
"""

import sys
from pathlib import Path

from waakvlam.domain.rekenen.normen import laad_normen, uitbrengen
from waakvlam.domain.rekenen.normen.uitbrengen import LIJST, vergelijk_met_uitgebracht, voeg_toe


def main(argumenten: list[str], schrijf_naar: Path) -> int:
    """Show the differences, and with `--schrijf` add what is new; 1 when a released amount changed or disappeared."""
    lijst = schrijf_naar.read_text(encoding="utf-8") if schrijf_naar.exists() else ""
    verschil = vergelijk_met_uitgebracht(laad_normen(), lijst)
    for teken, regels in (("+", verschil.nieuw), ("-", verschil.weg)):
        for regel in regels:
            sys.stdout.write(f"{teken} {regel}\n")
    if verschil.weg:
        sys.stdout.write(
            "Wat met - begint, is uitgebracht en staat niet meer zo in de normen. Zet het terug; "
            "docs/beheer/normen.md zegt wat te doen als het bedrag fout was.\n"
        )
        return 1
    if "--schrijf" in argumenten:
        schrijf_naar.write_text(voeg_toe(lijst, verschil.nieuw), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path(uitbrengen.__file__).with_name(LIJST)))
