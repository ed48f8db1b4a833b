"""The pure core: no Django, no I/O, no clock, no logging; usable as a library of its own."""
