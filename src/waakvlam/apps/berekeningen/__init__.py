"""Berekeningen: calculators for consulenten, with or without a case, and what was computed with them."""
