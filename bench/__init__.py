"""Side-by-side benchmarks: `python -m bench` (see README.md)."""
