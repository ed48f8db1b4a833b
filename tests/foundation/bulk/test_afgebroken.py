"""A COPY that breaks off tells the server nothing of why: what it is told stands in its log."""

import os

import pyarrow as pa
import pytest
from django.db import connection, transaction

from waakvlam.foundation.bulk import Inlader

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def test_the_text_of_an_error_does_not_reach_the_server(tmp_path):
    spoor = os.open(tmp_path / "spoor", os.O_WRONLY | os.O_CREAT)
    pgconn = connection.connection.pgconn if connection.connection else None
    with pytest.raises(ValueError, match="de Vries"), transaction.atomic():
        inlader = Inlader("inlees_proef", [("naam", "text")])
        pgconn = connection.connection.pgconn
        pgconn.trace(spoor)
        with inlader:
            inlader.voeg_toe(pa.table({"naam": ["iemand"]}))
            raise ValueError("rij 2: K. de Vries is geen bedrag")
    pgconn.untrace()
    os.close(spoor)
    gestuurd = (tmp_path / "spoor").read_text(errors="replace")
    assert "CopyFail" in gestuurd
    assert "afgebroken" in gestuurd
    assert "Vries" not in gestuurd
    with connection.cursor() as cursor:  # and the connection goes on
        cursor.execute("select 1")
