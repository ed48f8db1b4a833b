"""Links records of the same person with Splink."""
