"""Runs the rules of domain on DuckDB."""
