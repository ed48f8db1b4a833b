"""Sessions in the database, readable only with the key for personal data (settings.SESSION_ENGINE).

A session keeps what a worker looks for (an address, a kenmerk), and under which account. Django signs it but leaves it
readable, so that a copy of the table would be a list of addresses that were looked for. Encrypted it is worth nothing
without the keys, and it need not be kept out of a back-up.
"""

import base64
from typing import Any

from django.contrib.sessions.backends import db

from waakvlam.foundation.pii.ring import PiiError
from waakvlam.foundation.pii.text import decrypt_many, encrypt_many

CONTEXT = "django_session.session_data"


class SessionStore(db.SessionStore):
    """A session whose contents are encrypted. One that does not open is an empty one: its owner logs in again."""

    def encode(self, session_dict: dict[str, Any]) -> str:
        """Give the contents as they stand in the table."""
        tekst = self.serializer().dumps(session_dict).decode("latin-1")
        [waarde] = encrypt_many([tekst], context=CONTEXT)
        assert waarde is not None  # noqa: S101  only None stays None
        return base64.b64encode(waarde).decode()

    def decode(self, session_data: str) -> dict[str, Any]:
        """Give the contents; empty when they are damaged, of before encryption, or under a key that is gone."""
        try:
            [tekst] = decrypt_many([base64.b64decode(session_data, validate=True)], context=CONTEXT)
            return self.serializer().loads((tekst or "").encode("latin-1"))
        except (PiiError, ValueError):
            return {}
