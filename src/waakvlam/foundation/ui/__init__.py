"""Base template, components and formats of the pages."""
