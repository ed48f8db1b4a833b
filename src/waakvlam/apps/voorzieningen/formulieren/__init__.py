"""The forms: what is asked, and how answers become facts."""
