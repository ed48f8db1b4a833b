"""How the results of the calculations are laid out on a page."""
