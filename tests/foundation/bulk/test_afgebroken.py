"""A batch that can't be copied tells the server nothing of why: what it is told stands in its log."""

import os

import pyarrow as pa
import pytest
from django.db import connection, transaction

from waakvlam.foundation.bulk import Inlader

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def test_nothing_of_a_batch_that_cannot_be_written_reaches_the_server(tmp_path):
    spoor = os.open(tmp_path / "spoor", os.O_WRONLY | os.O_CREAT)
    with transaction.atomic():
        inlader = Inlader("inlees_proef", [("naam", "text"), ("getal", "text")])
        pgconn = connection.connection.pgconn
        pgconn.trace(spoor)
        with pytest.raises(pa.ArrowInvalid):
            inlader.laad(inlader.schrijf(pa.table({"naam": ["de Vries"], "getal": [["geen", "getal"]]})))
        with connection.cursor() as cursor:  # and the connection goes on
            cursor.execute("select 1")
        pgconn.untrace()
    os.close(spoor)
    gestuurd = (tmp_path / "spoor").read_text(errors="replace")
    assert "select 1" in gestuurd
    assert "Vries" not in gestuurd
    assert "geen" not in gestuurd
