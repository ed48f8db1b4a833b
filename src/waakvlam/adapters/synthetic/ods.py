"""A plain OpenDocument spreadsheet of one sheet, with equal bytes for equal cells."""

import io
import zipfile
from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape

_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    f'<manifest:manifest xmlns:manifest="{_NAMES}manifest:1.0" manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIME}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    f'<office:document-content xmlns:office="{_NAMES}office:1.0" xmlns:table="{_NAMES}table:1.0" '
    f'xmlns:text="{_NAMES}text:1.0" office:version="1.2"><office:body><office:spreadsheet>'
    '<table:table table:name="Signalen">'
)
_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"


def _cell(value: str | date | Decimal) -> str:
    if isinstance(value, date):
        typed = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    elif isinstance(value, Decimal):
        typed = f'office:value-type="float" office:value="{value}"'
    elif value:
        typed = 'office:value-type="string"'
    else:
        return "<table:table-cell/>"
    return f"<table:table-cell {typed}><text:p>{escape(str(value))}</text:p></table:table-cell>"


def ods_bytes(table: list[list[str | date | Decimal]]) -> bytes:
    """The file for these cells; dates and amounts keep their type."""
    lines = "".join(
        "<table:table-row>" + "".join(map(_cell, cells)) + "</table:table-row>" for cells in table
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), _MIME, zipfile.ZIP_STORED)
        archive.writestr(zipfile.ZipInfo("content.xml"), _HEAD + lines + _TAIL, zipfile.ZIP_DEFLATED)
        archive.writestr(zipfile.ZipInfo("META-INF/manifest.xml"), _MANIFEST, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
