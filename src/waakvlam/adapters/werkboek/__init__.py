"""Small spreadsheets out and in, for a person who fills them in."""

from waakvlam.adapters.werkboek.werkboek import Werkboek

__all__ = ["Werkboek"]
