"""What every page looks like: base templates, components, Dutch notation, filters that stay, charts."""
