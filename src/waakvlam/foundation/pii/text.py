"""Values in columns: AES-256-GCM, and a keyed index to find them by.

Stored as `sleutelid:` + 12 bytes nonce + ciphertext with tag. Nonces are random: 2^32 values per key is the
bound of SP 800-38D; rotate before.
"""

import hmac
import os
from collections.abc import Iterable, Sequence

from cryptography.exceptions import InvalidTag

from waakvlam.foundation.pii.ring import NONCE, PiiError, Ring, ring

INDEX_BYTES = 16


def encrypt_many(
    waarden: Sequence[str | None], *, context: str, sleutels: Ring | None = None
) -> list[bytes | None]:
    """Encrypt each text under the active key, bound to `context` (table.column); None stays None."""
    sleutel = (sleutels or ring()).actief
    encrypt, merk, aad = sleutel.tekst.encrypt, sleutel.merk, context.encode()
    # One call for all randomness: a system call per value would halve the speed.
    nonces = os.urandom(NONCE * len(waarden))
    uit: list[bytes | None] = []
    plek = 0
    for waarde in waarden:
        if waarde is None:
            uit.append(None)
            continue
        nonce = nonces[plek : plek + NONCE]
        plek += NONCE
        uit.append(merk + nonce + encrypt(nonce, waarde.encode(), aad))
    return uit


def decrypt_many(
    waarden: Iterable[bytes | memoryview | None], *, context: str, sleutels: Ring | None = None
) -> list[str | None]:
    """Decrypt what `encrypt_many` made for the same context. Raises PiiError."""
    op = sleutels or ring()
    aad = context.encode()
    return [None if waarde is None else _open(bytes(waarde), aad, op) for waarde in waarden]


def hmac_index(waarde: str | None, *, sleutels: Ring | None = None) -> bytes | None:
    """Give the look-up index of a value under the active key: `sleutelid:` + 16 bytes of HMAC-SHA256."""
    return hmac_index_many([waarde], sleutels=sleutels)[0]


def hmac_index_many(waarden: Sequence[str | None], *, sleutels: Ring | None = None) -> list[bytes | None]:
    """Give the index of each value under the active key; None stays None."""
    sleutel = (sleutels or ring()).actief
    geheim, merk, digest = sleutel.index, sleutel.merk, hmac.digest
    return [
        None if waarde is None else merk + digest(geheim, waarde.encode(), "sha256")[:INDEX_BYTES]
        for waarde in waarden
    ]


def hmac_indexes(waarde: str, *, sleutels: Ring | None = None) -> list[bytes]:
    """Give the index under every key on the ring, to look up while rows are being re-encrypted."""
    tekst = waarde.encode()
    return [s.merk + hmac.digest(s.index, tekst, "sha256")[:INDEX_BYTES] for s in sleutels or ring()]


def sleutelid_van(waarde: bytes) -> str:
    """Give the id of the key a stored value is under; raises PiiError when it has none."""
    merk, scheiding, _ = waarde.partition(b":")
    if not scheiding or len(merk) > 20:
        raise PiiError("Versleutelde waarde zonder sleutel-id.")
    return merk.decode("ascii", "replace")


def _open(waarde: bytes, aad: bytes, op: Ring) -> str:
    sleutel = op.sleutel(sleutelid_van(waarde))
    rest = waarde[len(sleutel.merk) :]
    try:
        return sleutel.tekst.decrypt(rest[:NONCE], rest[NONCE:], aad).decode()
    except (InvalidTag, ValueError):
        raise PiiError(
            f"Waarde onder sleutel {sleutel.id!r} gaat niet open: beschadigd, of uit een andere kolom."
        ) from None
