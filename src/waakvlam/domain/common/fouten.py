"""What could not be done, told to a person."""


class WaakvlamFout(Exception):
    """Something could not be done: the message says what, why and what to do, in Dutch.

    The command line ends with exit code 2 on it; a page shows the message.
    It never holds personal data beyond what the reader just handed in.
    """
