"""Encryption and look-up of personal identifiers.

Build on it:
- `from waakvlam.foundation.pii.fields import EncryptedTextField`: a model field that is text in Python and
  `sleutelid:nonce+cijfertekst` (bytea) in the table. The cipher is bound to table and column: a value moved to
  another column does not open.
- `pii.hmac_index(waarde)`: keyed index (bytes) to store beside it and look up by; while a key is being
  replaced, look up with `kolom__in=pii.hmac_indexes(waarde)`.
- `pii.encrypt_many(waarden, context="tabel.kolom")`, `decrypt_many`, `hmac_index_many`: for COPY and insert-select.
- `pii.encrypt_file(bron, doel)`, `pii.decrypt_file(bron)` (iterator of chunks), `pii.open_file(bron)` (readable
  stream): files, streamed, each with its own data key; cut off or changed raises PiiError.
- An index stands in the field `<veld>_index`: so replacing a key (`pii.rotation`, `waakvlam sleutels`) finds both.

The keys: WAAKVLAM_PII_SLEUTELS, the first is active. Losing them is losing the data.
"""

from waakvlam.foundation.pii.files import decrypt_file, encrypt_file, open_file
from waakvlam.foundation.pii.ring import PiiError, Ring, ring
from waakvlam.foundation.pii.text import (
    decrypt_many,
    encrypt_many,
    hmac_index,
    hmac_index_many,
    hmac_indexes,
)

__all__ = [
    "PiiError",
    "Ring",
    "decrypt_file",
    "decrypt_many",
    "encrypt_file",
    "encrypt_many",
    "hmac_index",
    "hmac_index_many",
    "hmac_indexes",
    "open_file",
    "ring",
]
