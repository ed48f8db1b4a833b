"""The pages of berekeningen."""
