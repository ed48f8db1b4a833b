"""Files on their way in: never in the clear on disk, and never more than may be kept.

Django would write a large upload as it is to a named file in the temporary folder, whoever sends it and however
large: Django reads the body (to find the CSRF token) before anyone is asked to log in. Here a file goes to a nameless
temporary file under a key that exists in memory only, so that a killed process leaves nothing that can be read.
"""

import io
import os
import tempfile
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, CipherContext
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

TEGELIJK = 4
"""So many files of the largest size fit in one request."""
_BLOK = 16


class VersleuteldBestand(io.RawIOBase):
    """A temporary file without a name, encrypted by AES-256-CTR under a key of its own; write first, then read.

    The key is used for one file and never kept, so no integrity is needed: nobody can reach the file.
    """

    def __init__(self) -> None:
        self._bestand = tempfile.TemporaryFile(dir=settings.FILE_UPLOAD_TEMP_DIR)  # noqa: SIM115  closed by close()
        self._sleutel, self._plek = os.urandom(32), 0
        self._stroom = self._vanaf(0)

    def readable(self) -> bool:
        """Always."""
        return True

    def writable(self) -> bool:
        """Always; only at the end."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def write(self, deel: Any) -> int:
        """Add to the end."""
        self._bestand.write(self._stroom.update(deel))
        return len(deel)

    def readinto(self, doel: Any) -> int:
        """Read from where we are."""
        deel = self._stroom.update(self._bestand.read(len(doel)))
        doel[: len(deel)] = deel
        return len(deel)

    def seek(self, plek: int, vanaf: int = io.SEEK_SET) -> int:
        """Go to a place."""
        plek = self._bestand.seek(plek, vanaf)
        self._stroom = self._vanaf(plek)
        return plek

    def tell(self) -> int:
        """Say where we are."""
        return self._bestand.tell()

    def close(self) -> None:
        """Let go: the file is gone."""
        self._bestand.close()
        super().close()

    def _vanaf(self, plek: int) -> CipherContext:
        """The key stream from a place; one counter per block of 16 bytes."""
        teller = (plek // _BLOK).to_bytes(_BLOK, "big")
        stroom = Cipher(AES(self._sleutel), CTR(teller)).encryptor()
        stroom.update(bytes(plek % _BLOK))
        return stroom


class VersleuteldeUpload(FileUploadHandler):
    """Takes files in: refuses a body that is too large before reading it, keeps nothing beyond the limit of a file."""

    _bestand: VersleuteldBestand | None = None

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],  # noqa: N803  Django calls it by this name
        content_length: int,
        boundary: Any,
        encoding: Any = None,
    ) -> None:
        """Refuse a body that is too large; who is not logged in has nothing to hand in. Raises RequestDataTooBig."""
        gebruiker = getattr(self.request, "user", None)
        if gebruiker is not None and gebruiker.is_authenticated:
            grens = TEGELIJK * settings.WAAKVLAM_UPLOAD_MAX + settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        else:
            grens = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        if content_length > grens:
            raise RequestDataTooBig("De inzending is groter dan de grens (WAAKVLAM_UPLOAD_MAX).")

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self._bestand = VersleuteldBestand()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep what fits; the size still counts, so that the form says what is wrong."""
        if self._bestand is not None and start + len(raw_data) <= settings.WAAKVLAM_UPLOAD_MAX:
            self._bestand.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile:
        """Give the file, ready to read."""
        bestand, self._bestand = self._bestand, None
        assert bestand is not None  # noqa: S101  a file that was begun
        bestand.seek(0)
        return UploadedFile(
            bestand, self.file_name, self.content_type, file_size, self.charset, self.content_type_extra
        )

    def upload_interrupted(self) -> None:
        """Let go of half a file."""
        if self._bestand is not None:
            self._bestand.close()
