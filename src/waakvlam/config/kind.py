"""Become another program that ends when its parent does: `python -m waakvlam.config.kind PARENT PROGRAM …`.

A parent that is killed cannot end its children; the kernel can (Linux). A web server without its parent would keep
the port, and a worker would go on beside the next one. The wish outlives the change of program that follows here.
"""

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1


def word(ouder: int, opdracht: list[str]) -> None:
    """Ask for SIGTERM when the parent ends, and become the program; does not return."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != ouder:  # it ended before we could ask
        sys.exit(0)
    os.execv(opdracht[0], opdracht)  # noqa: S606  no shell is the point


if __name__ == "__main__":
    word(int(sys.argv[1]), sys.argv[2:])
