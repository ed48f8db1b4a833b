"""One file per command of waakvlam."""
