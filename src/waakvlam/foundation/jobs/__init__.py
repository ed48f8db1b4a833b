"""Background work with a state a person can see.

Build on it:
- In a context's `tasks.py` (found by itself):
  `@jobs.taak("maandrun.draaien", "Maandrun")`
  `def draaien(taak: jobs.Uitvoering) -> dict | None:` with `taak.gemeente`, `taak.ids` (what `defer` was given)
  and `taak.voortgang(n, totaal, "tekst")`. The gemeente and the audit actor are set. The whole function is one
  transaction, and "klaar" is saved in it: either both or neither. With `eigen_transacties=True` the function
  opens `tenancy.gemeenten(taak.gemeente)` itself, several times, and must be safe to repeat.
- `jobs.defer("maandrun.draaien", gemeente="0437", slot="2026-09", periode="2026-09")` in the transaction of the
  data. Only ids and codes; `slot`: as long as one with this slot waits or works, that one is returned.
- `jobs.taken()` queryset (under row-level security), `jobs.stop(taak)` asks to stop: the next `voortgang` raises
  `Gestopt`. `raise jobs.TaakError("…")` ends a task as mislukt with a text for people.
- `jobs.run_worker(wait=True)`: the worker; `wait=False` ends when nothing is left.

Progress is committed apart from the work, so the screen shows it. A job whose worker was killed is taken up
again (its transaction was rolled back); after MAX_POGINGEN it is mislukt.
"""

from waakvlam.foundation.jobs.defer import defer, stop, taken
from waakvlam.foundation.jobs.register import Gestopt, TaakError, alle_taken, taak
from waakvlam.foundation.jobs.uitvoering import MAX_POGINGEN, Uitvoering, voer_uit
from waakvlam.foundation.jobs.worker import run_worker

__all__ = [
    "MAX_POGINGEN",
    "Gestopt",
    "TaakError",
    "Uitvoering",
    "alle_taken",
    "defer",
    "run_worker",
    "stop",
    "taak",
    "taken",
    "voer_uit",
]
