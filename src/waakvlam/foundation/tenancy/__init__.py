"""Every row carries its gemeente; PostgreSQL enforces it."""
