"""Small leveringen and policies for the command line."""

from pathlib import Path

KOP = "partner;soort;kenmerk;signaaldatum;ontstaansdatum;bedrag;achternaam;postcode;huisnummer"
BELEID = """
naam: Proefbeleid
gemeente: "9901"
geldig_vanaf: 2026-01-01
opvolging:
  - {als: {meervoudig: true}, dan: huisbezoek, binnen_dagen: 14}
  - {dan: brief}
"""


def rij(kenmerk: str = "K-1", partner: str = "P1", bedrag: str = "100", postcode: str = "1234AB") -> str:
    """One good line, with other cells where asked."""
    return f"{partner};Huur;{kenmerk};2026-09-25;2026-08-01;{bedrag};Voorbeeld;{postcode};12"


def schrijf(map_: Path, *rijen: str, naam: str = "a.csv") -> Path:
    """Write a levering; without rows one good one."""
    pad = map_ / naam
    pad.write_text("\n".join([KOP, *(rijen or [rij()]), ""]), encoding="utf-8")
    return pad


def schrijf_beleid(map_: Path, inhoud: str = BELEID) -> Path:
    """Write a policy."""
    pad = map_ / "beleid.yaml"
    pad.write_text(inhoud, encoding="utf-8")
    return pad
