"""Append-only log of who did or read what, and why."""
