"""Encryption and look-up of personal identifiers."""
