"""Append-only log of who did or read what, and why.

Build on it:
- `audit.register("levering.ontvangen", "Levering ontvangen", "Een levering is bewaard.")` at import of a
  context's `events.py` (imported in its AppConfig.ready). `leest=True` for events that are a look.
- `audit.record("levering.ontvangen", obj=levering, gemeente="0437", gegevens={"rijen": 12})` inside the
  transaction that did it. Gegevens are counts, codes and ids: never a name, address, BSN or free text about
  a person. An unknown code raises OnbekendeGebeurtenisError, a value that is no primitive raises TypeError.
- `audit.record_read("melding.bekeken", obj=melding, gemeente=melding.gemeente_id)`, or on a view that shows
  one object: `@audit.reads("melding.bekeken", kwarg="pk", soort="melding")`, recorded when it answers 200.
- `audit.record_reads("meldingen.bekeken", {"0437": {"meldingen": [1, 2]}, …})`: a list over several gemeenten.
- `with audit.actor(audit.Actor("opdrachtregel", None, "opdrachtregel")):` around what a command or job does;
  requests and jobs have this already. Without an actor `record` raises GeenActorError.
- `audit.gebeurtenissen()` gives the queryset (under row-level security).

The table refuses update, delete and truncate by trigger, whoever asks. Bron: BIO2 8.15.01.
"""

from waakvlam.foundation.audit.actor import Actor, GeenActorError, actor, huidige_actor
from waakvlam.foundation.audit.record import gebeurtenissen, reads, record, record_read, record_reads
from waakvlam.foundation.audit.register import (
    Gebeurtenissoort,
    OnbekendeGebeurtenisError,
    alle_soorten,
    register,
    soort,
)

__all__ = [
    "Actor",
    "Gebeurtenissoort",
    "GeenActorError",
    "OnbekendeGebeurtenisError",
    "actor",
    "alle_soorten",
    "gebeurtenissen",
    "huidige_actor",
    "reads",
    "record",
    "record_read",
    "record_reads",
    "register",
    "soort",
]
