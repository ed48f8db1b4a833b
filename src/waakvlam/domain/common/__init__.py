"""Words every context shares: money, periods, terms, addresses, names, outcomes."""
