"""Views of vroegsignalering: parse, check the right, ask a selector or command, show."""
