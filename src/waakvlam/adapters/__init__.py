"""One package per outside system or engine, each behind a port."""
