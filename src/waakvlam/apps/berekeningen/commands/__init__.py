"""What happens with berekeningen, one file per thing."""
