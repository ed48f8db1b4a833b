"""Documents on paper: tagged PDF (PDF/UA) set by Typst, with our own fonts only."""

from waakvlam.foundation.documents.pdf import DocumentFout, maak_pdf

__all__ = ["DocumentFout", "maak_pdf"]
