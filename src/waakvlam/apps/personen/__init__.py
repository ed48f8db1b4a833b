"""What we know of people: the only place that holds a BSN."""
