"""Gemeenten, organisaties, gebruikers and their roles."""
