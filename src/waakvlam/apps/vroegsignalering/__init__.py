"""Leveringen, signalen, meldingen and the month run."""
