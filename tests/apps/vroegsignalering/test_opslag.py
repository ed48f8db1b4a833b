"""Files as received: encrypted, whole or absent, also when the disk is full or the process is killed."""

import errno
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.apps.vroegsignalering.hulp import als_csv, bewaar, bewaarde_bestanden, lever, rij, wacht_tot

from waakvlam.apps.vroegsignalering import opslag
from waakvlam.apps.vroegsignalering.models import Levering
from waakvlam.apps.vroegsignalering.service import bewaar_levering
from waakvlam.apps.vroegsignalering.tasks import wis_wezen
from waakvlam.config.cli import _bestandsfout
from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.foundation import tenancy

pytestmark = pytest.mark.postgres
GROOT = os.urandom(3_000_000)


@pytest.fixture
def kleine_schijf(datamap: Path, settings) -> Iterator[Path]:
    """A data folder on a disk of 2 MB; skips where mounting is not allowed."""
    schijf = datamap / "schijf"
    schijf.mkdir()
    opdracht = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(schijf)]
    if os.geteuid() != 0 or subprocess.run(opdracht, capture_output=True, check=False).returncode != 0:
        pytest.skip("een kleine schijf aankoppelen mag hier niet (root en mount nodig)")
    settings.WAAKVLAM_DATAMAP = schijf
    yield schijf
    subprocess.run(["umount", str(schijf)], check=True)


def test_what_is_kept_opens_again_and_lies_encrypted(datamap: Path):
    bewaard = opslag.bewaar(io.BytesIO(GROOT), "9901")

    (pad,) = bewaarde_bestanden(datamap)
    assert (bewaard.grootte, pad.name.endswith(".wv"), pad.stat().st_mode & 0o777) == (3_000_000, True, 0o600)
    assert GROOT[:64] not in pad.read_bytes()
    with opslag.open_leesbaar(bewaard.plaats, "../a/b\x00.csv") as leesbaar:
        assert leesbaar.read_bytes() == GROOT
        assert "/" not in leesbaar.name
    assert not leesbaar.parent.exists()


@pytest.mark.parametrize("schade", ["afgekapt", "een byte anders", "weg"])
def test_a_damaged_file_is_refused_with_what_to_do(schade: str, datamap: Path):
    bewaard = opslag.bewaar(io.BytesIO(GROOT), "9901")
    (pad,) = bewaarde_bestanden(datamap)
    inhoud = bytearray(pad.read_bytes())
    inhoud[1_500_000] ^= 1
    pad.write_bytes(inhoud if schade == "een byte anders" else inhoud[:-100])
    if schade == "weg":
        pad.unlink()

    with pytest.raises(WaakvlamFout, match="reservekopie"), opslag.open_leesbaar(bewaard.plaats, "a.csv"):
        pass


def test_a_file_above_the_limit_leaves_nothing_and_names_the_limit(datamap: Path, settings):
    settings.WAAKVLAM_UPLOAD_MAX = 2 * 1_048_576

    with pytest.raises(WaakvlamFout, match="2 MB"):
        opslag.bewaar(io.BytesIO(GROOT), "9901")

    assert bewaarde_bestanden(datamap) == []


def test_a_full_disk_leaves_nothing_behind_and_is_told_in_words(kleine_schijf: Path):
    with pytest.raises(OSError) as fout:
        opslag.bewaar(io.BytesIO(GROOT), "9901")

    assert fout.value.errno == errno.ENOSPC
    assert "De schijf is vol" in _bestandsfout(fout.value)
    assert bewaarde_bestanden(kleine_schijf) == []
    assert opslag.bewaar(io.BytesIO(GROOT[:1000]), "9901").grootte == 1000


@pytest.mark.django_db
def test_a_full_disk_leaves_no_levering_either(kleine_schijf: Path, actor, gemeente_a):
    with tenancy.gemeenten("9901"):
        with pytest.raises(OSError, match="No space"):
            bewaar_levering(gemeente="9901", bestandsnaam="a.csv", bron=io.BytesIO(GROOT))
        assert not Levering.objects.exists()


@pytest.mark.django_db
def test_a_levering_that_cannot_be_noted_down_leaves_no_file(datamap: Path, gemeente_a):
    # Nobody acts, so the audit event cannot be written.
    with tenancy.gemeenten("9901"), pytest.raises(RuntimeError):
        bewaar_levering(gemeente="9901", bestandsnaam="a.csv", bron=io.BytesIO(als_csv(rij())))

    assert bewaarde_bestanden(datamap) == []


@pytest.mark.django_db
def test_a_file_that_was_kept_and_never_noted_down_goes_after_a_week(
    datamap: Path, actor, gemeente_a, gemeente_b
):
    gelezen, ontvangen = lever(als_csv(rij())), bewaar(als_csv(rij("K-2")), gemeente="9902")
    wezen = [opslag.bewaar(io.BytesIO(b"a"), gemeente).plaats for gemeente in ("9901", "9902", "9901")]
    for pad in bewaarde_bestanden(datamap):
        os.utime(pad, (time.time() - opslag.WEES - 60,) * 2)
    jong = datamap / "leveringen" / wezen.pop()
    os.utime(jong, (time.time() - opslag.WEES + 60,) * 2)

    wis_wezen(0)

    blijft = {f"{pad.parent.name}/{pad.name}" for pad in bewaarde_bestanden(datamap)}
    assert blijft == {gelezen.opslag, ontvangen.opslag, f"{jong.parent.name}/{jong.name}"}


HALVERWEGE = """
import os, sys
from pathlib import Path
from types import SimpleNamespace
import django
from django.conf import settings
settings.configure(WAAKVLAM_DATAMAP=Path(sys.argv[1]), WAAKVLAM_UPLOAD_MAX=10**9, WAAKVLAM_PII_SLEUTELS=sys.argv[2])
from waakvlam.apps.vroegsignalering import opslag
opslag.bewaar(sys.stdin.buffer, "9901")
"""


def test_what_a_killed_process_left_half_written_goes_and_what_is_being_written_stays(
    datamap: Path, settings
):
    opdracht = [sys.executable, "-c", HALVERWEGE, str(datamap), settings.WAAKVLAM_PII_SLEUTELS]
    processen = [subprocess.Popen(opdracht, stdin=subprocess.PIPE) for _ in range(2)]
    for proces in processen:
        proces.stdin.write(GROOT[:2_500_000])
        proces.stdin.flush()
    wacht_tot(lambda: len(bewaarde_bestanden(datamap)) == 2, "twee halve bestanden")
    processen[0].send_signal(signal.SIGKILL)
    processen[0].wait()
    for half in bewaarde_bestanden(datamap):
        os.utime(half, (time.time() - 3600, time.time() - 3600))

    opslag.bewaar(io.BytesIO(b"een nieuwe"), "9901")

    assert sorted(pad.suffix for pad in bewaarde_bestanden(datamap)) == [".half", ".wv"]
    processen[1].stdin.close()
    assert processen[1].wait(30) == 0
    assert [pad.suffix for pad in bewaarde_bestanden(datamap)] == [".wv", ".wv"]
    processen[0].stdin.close()
