"""Django-aware, context-free building blocks."""
