"""Things that happen in vroegsignalering: one file each."""
