"""What happens with voorzieningen, one file per thing."""
