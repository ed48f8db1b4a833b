"""Synthetic gemeenten: households, arrears and the leveringen partners would send."""
