"""A model field for a mapping that nobody may read in the table."""

import base64
import json
import zlib
from typing import Any

from waakvlam.foundation.pii.fields import EncryptedTextField


class VersleuteldeJson(EncryptedTextField):
    """A JSON value in Python; compressed (an explanation repeats itself tenfold) and encrypted in the table."""

    description = "versleutelde JSON"

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """Write, compress and encrypt."""
        return super().get_db_prep_value(None if value is None else _pak_in(value), connection, prepared)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """Decrypt and read; raises PiiError."""
        tekst = super().from_db_value(value, expression, connection)
        return None if tekst is None else json.loads(zlib.decompress(base64.b64decode(tekst)))


def _pak_in(waarde: Any) -> str:
    return base64.b64encode(zlib.compress(json.dumps(waarde, ensure_ascii=False).encode())).decode()
