"""A real PostgreSQL from the wheel's binaries, started by ourselves."""
