"""A worker that is killed half-way: another takes the task up and it ends as if nothing happened."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connections

from waakvlam.foundation import audit, jobs, tenancy

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.postgres,
    pytest.mark.usefixtures("actor", "gemeente_a"),
]

audit.register("taak.proef_gedood", "Proef")

WERKER = """
import sys, django
django.setup()
from waakvlam.foundation import audit, jobs
audit.register("taak.proef_gedood", "Proef")

@jobs.taak("proef.gedood", "Proef die gedood wordt")
def gedood(taak):
    audit.record("taak.proef_gedood", gemeente=taak.gemeente)
    print("halverwege", flush=True)
    sys.stdin.read()

jobs.run_worker(hartslag=0.2, verloren=1.0)
"""


@jobs.taak("proef.gedood", "Proef die gedood wordt")
def gedood(taak: jobs.Uitvoering) -> dict:
    audit.record("taak.proef_gedood", gemeente=taak.gemeente)
    return {"poging": taak.poging}


def app_url() -> str:
    d = connections.settings["default"]
    return (
        f"postgresql://{d['USER']}:{quote(d['PASSWORD'], safe='')}@/{d['NAME']}"
        f"?host={quote(d['HOST'], safe='')}&port={d['PORT']}"
    )


def test_a_killed_worker_loses_nothing(tmp_path: Path):
    with tenancy.gemeenten("9901"):
        taak = jobs.defer("proef.gedood", gemeente="9901")
    omgeving = os.environ | {
        "DJANGO_SETTINGS_MODULE": "waakvlam.config.settings",
        "DATABASE_URL": app_url(),
        "WAAKVLAM_DEMO": "1",
        "WAAKVLAM_GEHEIM": settings.SECRET_KEY,
        "WAAKVLAM_PII_SLEUTELS": settings.WAAKVLAM_PII_SLEUTELS,
    }
    werker = subprocess.Popen(
        [sys.executable, "-c", WERKER], env=omgeving, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert werker.stdout.readline() == "halverwege\n"
    werker.send_signal(signal.SIGKILL)
    werker.wait()
    werker.stdin.close()
    werker.stdout.close()

    # wait=False ends when the queue is empty; the job comes back into it once the heartbeat is old enough.
    while _taak(taak.pk).loopt:
        jobs.run_worker(wait=False, hartslag=0.2, verloren=1.0)
    assert (_taak(taak.pk).status, _taak(taak.pk).resultaat) == ("klaar", {"poging": 2})
    with tenancy.gemeenten("9901"):
        assert audit.gebeurtenissen().filter(actie="taak.proef_gedood").count() == 1


def _taak(pk: int):
    with tenancy.gemeenten("9901"):
        return jobs.taken().get(pk=pk)
