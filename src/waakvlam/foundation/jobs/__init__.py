"""Background work with a state a person can see."""
