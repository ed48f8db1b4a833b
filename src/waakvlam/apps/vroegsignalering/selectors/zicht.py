"""What one user may see for one right, now: the same in every context."""

from waakvlam.apps.toegang.service import Zicht, zicht_van

__all__ = ["Zicht", "zicht_van"]
