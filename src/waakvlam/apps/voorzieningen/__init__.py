"""Voorzieningen: what a resident may be entitled to, the schemes of the gemeente, and what became of it."""
