"""Reads CSV, XLSX, ODS and JSON into rows of text, and writes tables out."""
