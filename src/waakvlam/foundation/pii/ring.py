"""The key ring: keys by id, the first active; a separate key is derived per use."""

import base64
import binascii
import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_ID = re.compile(r"[a-z0-9-]{1,20}")
NONCE = 12


class PiiError(Exception):
    """Encrypted data cannot be read, or a key is wrong or missing. Never holds the data itself."""


@dataclass(frozen=True)
class Sleutel:
    """One key: its id and the keys derived from it (HKDF-SHA256), one per use."""

    id: str
    _geheim: bytes = field(repr=False)

    @cached_property
    def tekst(self) -> AESGCM:
        """Cipher for values in columns."""
        return AESGCM(self._afgeleid("tekst"))

    @cached_property
    def bestand(self) -> AESGCM:
        """Cipher that wraps the data keys of files."""
        return AESGCM(self._afgeleid("bestand"))

    @cached_property
    def index(self) -> bytes:
        """Key of the look-up index."""
        return self._afgeleid("index")

    @cached_property
    def merk(self) -> bytes:
        """The id as it stands before a value."""
        return self.id.encode() + b":"

    def _afgeleid(self, gebruik: str) -> bytes:
        info = f"waakvlam/pii/{gebruik}".encode()
        return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(self._geheim)


class Ring:
    """Keys by id."""

    def __init__(self, sleutels: list[Sleutel]) -> None:
        if not sleutels:
            raise PiiError("Er is geen sleutel voor persoonsgegevens (WAAKVLAM_PII_SLEUTELS).")
        self.actief = sleutels[0]
        self._op_id = {sleutel.id: sleutel for sleutel in sleutels}
        if len(self._op_id) != len(sleutels):
            raise PiiError("WAAKVLAM_PII_SLEUTELS noemt een sleutel-id twee keer.")

    @classmethod
    def lees(cls, tekst: str) -> "Ring":
        """Read `id:base64,id:base64`; raises PiiError that names the id, never the key."""
        return cls([_lees_sleutel(deel.strip()) for deel in tekst.split(",") if deel.strip()])

    def __iter__(self):
        return iter(self._op_id.values())

    def sleutel(self, sleutelid: str) -> Sleutel:
        """Give a key by id; raises PiiError when it is not on the ring."""
        try:
            return self._op_id[sleutelid]
        except KeyError:
            raise PiiError(
                f"Sleutel {sleutelid!r} ontbreekt in WAAKVLAM_PII_SLEUTELS; zet hem (achteraan) terug."
            ) from None


def ring() -> Ring:
    """Give the ring of this installation."""
    from django.conf import settings

    return _ring(settings.WAAKVLAM_PII_SLEUTELS)


@lru_cache(maxsize=4)
def _ring(tekst: str) -> Ring:
    return Ring.lees(tekst)


def _lees_sleutel(deel: str) -> Sleutel:
    sleutelid, _, waarde = deel.partition(":")
    if not _ID.fullmatch(sleutelid):
        raise PiiError("WAAKVLAM_PII_SLEUTELS: een sleutel-id is 1-20 kleine letters, cijfers of -.")
    try:
        geheim = base64.b64decode(waarde, validate=True)
    except binascii.Error as fout:
        raise PiiError(f"WAAKVLAM_PII_SLEUTELS: sleutel {sleutelid!r} is geen base64.") from fout
    if len(geheim) != 32:
        raise PiiError(
            f"WAAKVLAM_PII_SLEUTELS: sleutel {sleutelid!r} is {len(geheim)} bytes; het moeten er 32 zijn."
        )
    return Sleutel(sleutelid, geheim)
