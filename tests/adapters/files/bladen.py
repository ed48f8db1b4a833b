"""Sheets made by hand, cell by cell: what no program writes but anyone may send."""

import zipfile
from pathlib import Path

_TYPEN = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
_REL = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{soort}"'
    ' Target="{doel}"/></Relationships>'
)
_BOEK = (
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_BLAD = (
    '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{rijen}</sheetData></worksheet>"
)
_ODS = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="A">{rijen}</table:table></office:spreadsheet></office:body></office:document-content>'
)
_MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type='
    '"application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
)


def schrijf_xlsx(pad: Path, rijen: str, deel: str = "worksheets/sheet1.xml") -> Path:
    """Write an XLSX with this XML as its rows; `deel` is where the sheet lies in the archive."""
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("[Content_Types].xml", _TYPEN)
        archief.writestr("_rels/.rels", _REL.format(soort="officeDocument", doel="xl/workbook.xml"))
        archief.writestr("xl/workbook.xml", _BOEK)
        archief.writestr("xl/_rels/workbook.xml.rels", _REL.format(soort="worksheet", doel=deel))
        archief.writestr(f"xl/{deel}", _BLAD.format(rijen=rijen))
    return pad


def schrijf_ods(pad: Path, rijen: str) -> Path:
    """Write an ODS with this XML as its rows."""
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archief.writestr("META-INF/manifest.xml", _MANIFEST)
        archief.writestr("content.xml", _ODS.format(rijen=rijen))
    return pad
