"""A model field that is encrypted in the table."""

from typing import Any

from django.core.exceptions import FieldError
from django.db import models

from waakvlam.foundation.pii.text import decrypt_many, encrypt_many


class EncryptedTextField(models.BinaryField):
    """Text in Python, ciphertext in the table, bound to its table and column.

    It cannot be filtered, sorted or joined on (every encryption differs): keep a `hmac_index` column beside it.
    """

    description = "versleutelde tekst"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("editable", True)
        super().__init__(*args, **kwargs)

    @property
    def context(self) -> str:
        """What the cipher is bound to: `tabel.kolom`."""
        return f"{self.model._meta.db_table}.{self.column}"

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """Encrypt on the way in."""
        if value is None:
            return None
        if not isinstance(value, str):
            raise TypeError(f"{self.name}: tekst verwacht, geen {type(value).__name__}")
        return super().get_db_prep_value(encrypt_many([value], context=self.context)[0], connection, prepared)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> str | None:
        """Decrypt on the way out; raises PiiError."""
        return decrypt_many([value], context=self.context)[0]

    def to_python(self, value: Any) -> Any:
        """Leave text as it is."""
        return value

    def value_to_string(self, obj: Any) -> str:
        """Refuse to be dumped in the clear."""
        raise FieldError(f"{self.name} is versleuteld en wordt niet geëxporteerd")

    def get_lookup(self, lookup_name: str) -> Any:
        """Allow only isnull."""
        if lookup_name != "isnull":
            raise FieldError(f"op {self.name} kan niet gezocht worden; gebruik de kolom met hmac_index")
        return super().get_lookup(lookup_name)

    def get_internal_type(self) -> str:
        """Stored as bytes."""
        return "BinaryField"
