"""Files, encrypted as a stream: a key of its own per file, wrapped by the ring.

Form: `WVB1`, length (2 bytes), wrapped key (`sleutelid:` nonce ciphertext), 7 random bytes, then chunks of 1 MiB,
each AES-256-GCM with nonce = those 7 bytes + counter (4) + last-flag (1), as in the STREAM construction: chunks
left out, swapped or cut off at the end do not open.
"""

import io
import os
import struct
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from waakvlam.foundation.pii.ring import NONCE, PiiError, Ring, ring
from waakvlam.foundation.pii.text import sleutelid_van

MAGIE = b"WVB1"
BLOK = 1024 * 1024
TAG = 16
VOORVOEGSEL = 7


def encrypt_file(bron: BinaryIO, doel: BinaryIO, *, sleutels: Ring | None = None) -> int:
    """Encrypt a stream into another; gives the number of bytes read. Memory: two chunks."""
    cijfer, voorvoegsel = _kop_schrijven(doel, sleutels or ring())
    teller = gelezen = 0
    blok = _vol(bron, BLOK)
    while True:
        volgend = _vol(bron, BLOK) if len(blok) == BLOK else b""
        laatste = not volgend
        doel.write(cijfer.encrypt(_nonce(voorvoegsel, teller, laatste), blok, None))
        gelezen += len(blok)
        if laatste:
            return gelezen
        blok, teller = volgend, teller + 1


def decrypt_file(bron: BinaryIO, *, sleutels: Ring | None = None) -> Iterator[bytes]:
    """Give the contents chunk by chunk. Raises PiiError when it is no such file, damaged or cut off.

    A chunk given is genuine, but only the end proves that it is all: do not act before the iterator is done.
    """
    cijfer, voorvoegsel = _kop_lezen(bron, sleutels or ring())
    teller = 0
    blok = _vol(bron, BLOK + TAG)
    while True:
        volgend = _vol(bron, BLOK + TAG) if len(blok) == BLOK + TAG else b""
        laatste = not volgend
        try:
            yield cijfer.decrypt(_nonce(voorvoegsel, teller, laatste), blok, None)
        except InvalidTag:
            raise PiiError(f"Het bewaarde bestand is beschadigd of afgebroken (blok {teller + 1}).") from None
        if laatste:
            return
        blok, teller = volgend, teller + 1


def open_file(bron: BinaryIO, *, sleutels: Ring | None = None) -> io.BufferedReader:
    """Give the contents as a readable stream (not seekable)."""
    return io.BufferedReader(_Stroom(decrypt_file(bron, sleutels=sleutels)), BLOK)


def sleutelid_van_bestand(bron: BinaryIO) -> str:
    """Give the id of the key a file is under. Raises PiiError when it is no such file."""
    return sleutelid_van(_ingepakt(bron))


def herverpak(bron: BinaryIO, doel: BinaryIO, *, sleutels: Ring | None = None) -> None:
    """Copy a file with its own key wrapped under the active key of the ring; the contents stay as they are.

    Raises PiiError when its head does not open.
    """
    op = sleutels or ring()
    datasleutel, voorvoegsel = _datasleutel(bron, op)
    _schrijf_kop(doel, op, datasleutel, voorvoegsel)
    while deel := bron.read(BLOK):
        doel.write(deel)


class _Stroom(io.RawIOBase):
    """Reads from an iterator of chunks."""

    def __init__(self, blokken: Iterator[bytes]) -> None:
        self._blokken = blokken
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, doel: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._rest:
            volgend = next(self._blokken, None)
            if volgend is None:
                return 0
            self._rest = memoryview(volgend)
        n = min(len(doel), len(self._rest))
        doel[:n] = self._rest[:n]
        self._rest = self._rest[n:]
        return n


def _kop_schrijven(doel: BinaryIO, op: Ring) -> tuple[AESGCM, bytes]:
    datasleutel, voorvoegsel = AESGCM.generate_key(256), os.urandom(VOORVOEGSEL)
    _schrijf_kop(doel, op, datasleutel, voorvoegsel)
    return AESGCM(datasleutel), voorvoegsel


def _schrijf_kop(doel: BinaryIO, op: Ring, datasleutel: bytes, voorvoegsel: bytes) -> None:
    nonce = os.urandom(NONCE)
    ingepakt = op.actief.merk + nonce + op.actief.bestand.encrypt(nonce, datasleutel, MAGIE + voorvoegsel)
    doel.write(MAGIE + struct.pack(">H", len(ingepakt)) + ingepakt + voorvoegsel)


def _kop_lezen(bron: BinaryIO, op: Ring) -> tuple[AESGCM, bytes]:
    datasleutel, voorvoegsel = _datasleutel(bron, op)
    return AESGCM(datasleutel), voorvoegsel


def _ingepakt(bron: BinaryIO) -> bytes:
    begin = _vol(bron, 6)
    if len(begin) != 6 or begin[:4] != MAGIE:
        raise PiiError("Dit is geen versleuteld bestand van Waakvlam.")
    return _vol(bron, struct.unpack(">H", begin[4:])[0])


def _datasleutel(bron: BinaryIO, op: Ring) -> tuple[bytes, bytes]:
    """The key of the file itself, and the beginning of its nonces."""
    ingepakt, voorvoegsel = _ingepakt(bron), _vol(bron, VOORVOEGSEL)
    sleutel = op.sleutel(sleutelid_van(ingepakt))
    rest = ingepakt[len(sleutel.merk) :]
    try:
        return sleutel.bestand.decrypt(rest[:NONCE], rest[NONCE:], MAGIE + voorvoegsel), voorvoegsel
    except (InvalidTag, ValueError):
        raise PiiError("De kop van het bewaarde bestand is beschadigd.") from None


def _nonce(voorvoegsel: bytes, teller: int, laatste: bool) -> bytes:
    return voorvoegsel + struct.pack(">IB", teller, laatste)


def _vol(bron: BinaryIO, aantal: int) -> bytes:
    """Read exactly this many bytes, or what there is until the end."""
    delen: list[bytes] = []
    while aantal > 0 and (deel := bron.read(aantal)):
        delen.append(deel)
        aantal -= len(deel)
    return b"".join(delen)
