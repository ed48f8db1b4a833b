"""Waakvlam: vroegsignalering en schuldhulpverlening voor gemeenten."""
