"""Pages of voorzieningen."""
