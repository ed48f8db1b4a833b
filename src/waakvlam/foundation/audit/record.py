"""Writes and reads the log."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from waakvlam.foundation.audit.actor import huidige_actor
from waakvlam.foundation.audit.register import soort as soort_van

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet

    from waakvlam.foundation.audit.models import Gebeurtenis

Primitief = str | int | float | bool | None
MAX_TEKST = 200


def record(
    code: str,
    *,
    obj: "Model | None" = None,
    object_soort: str = "",
    object_id: str | int = "",
    gemeente: str | None = None,
    resultaat: str = "gelukt",
    reden: str = "",
    gegevens: Mapping[str, Primitief | list[Primitief]] | None = None,
) -> "Gebeurtenis":
    """Write one event, in the transaction of what happened (both stay or neither does).

    Raises OnbekendeGebeurtenisError, GeenActorError, TypeError for gegevens that are no primitives, and a database error
    when the gemeente is not among those now visible.
    """
    gebeurtenis = _maak(
        code,
        obj=obj,
        object_soort=object_soort,
        object_id=object_id,
        gemeente=gemeente,
        resultaat=resultaat,
        reden=reden,
        gegevens=gegevens,
    )
    gebeurtenis.save(force_insert=True)
    return gebeurtenis


def _maak(
    code: str,
    *,
    obj: "Model | None" = None,
    object_soort: str = "",
    object_id: str | int = "",
    gemeente: str | None = None,
    resultaat: str = "gelukt",
    reden: str = "",
    gegevens: Mapping[str, Primitief | list[Primitief]] | None = None,
) -> "Gebeurtenis":
    from waakvlam.foundation.audit.models import Gebeurtenis

    soort_van(code)
    wie = huidige_actor()
    return Gebeurtenis(
        actor_soort=wie.soort,
        actor_id=wie.id,
        namens_id=wie.namens,
        oorsprong=wie.oorsprong,
        actie=code,
        object_soort=object_soort or (obj._meta.label_lower if obj is not None else ""),
        object_id=str(object_id or (obj.pk if obj is not None else "")),
        gemeente_id=gemeente,
        resultaat=resultaat,
        reden=reden,
        gegevens=_primitieven(gegevens or {}),
    )


def record_read(code: str, **kwargs: Any) -> "Gebeurtenis":
    """Write that personal data was looked at; raises ValueError when the code is not a look."""
    _toets_leest(code)
    return record(code, **kwargs)


def record_reads(
    code: str, per_gemeente: Mapping[str, Mapping[str, Primitief | list[Primitief]]]
) -> "list[Gebeurtenis]":
    """Write one look for each gemeente (code: gegevens), all in one query. Raises as `record_read`."""
    from waakvlam.foundation.audit.models import Gebeurtenis

    _toets_leest(code)
    gebeurtenissen = [
        _maak(code, gemeente=gemeente, gegevens=gegevens) for gemeente, gegevens in per_gemeente.items()
    ]
    return Gebeurtenis.objects.bulk_create(gebeurtenissen)


def _toets_leest(code: str) -> None:
    if not soort_van(code).leest:
        raise ValueError(f"gebeurtenis {code!r} is niet geregistreerd met leest=True")


def reads(
    code: str, *, kwarg: str, soort: str
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Decorate a view that shows one person's data: record the look when it answers 200.

    `kwarg` is the url argument with the object's id. Recorded before the answer leaves, in the transaction of
    the request: what cannot be logged is not shown. The gemeente of the event is that of `request.audit_gemeente`
    when the view sets it, else the only one in view, else none.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def gelogd(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            antwoord = view(request, *args, **kwargs)
            if antwoord.status_code == 200:
                with transaction.atomic():
                    gemeente = _gemeente(request)
                    record_read(code, object_soort=soort, object_id=kwargs[kwarg], gemeente=gemeente)
            return antwoord

        gelogd.leest = code
        return gelogd

    return decorate


def gebeurtenissen() -> "QuerySet[Gebeurtenis]":
    """Give the events of the gemeenten now visible, newest first."""
    from waakvlam.foundation.audit.models import Gebeurtenis

    return Gebeurtenis.objects.order_by("-tijdstip", "-pk")


def _gemeente(request: HttpRequest) -> str | None:
    if gezet := getattr(request, "audit_gemeente", None):
        return str(gezet)
    from waakvlam.foundation.tenancy import actief

    bereik = actief()
    return bereik.gemeenten[0] if bereik and len(bereik.gemeenten) == 1 else None


def _primitieven(gegevens: Mapping[str, Any]) -> dict[str, Any]:
    for naam, waarde in gegevens.items():
        for deel in waarde if isinstance(waarde, (list, tuple)) else (waarde,):
            if not isinstance(deel, Primitief):
                raise TypeError(f"gegevens[{naam!r}]: alleen tekst, getal, ja/nee of leeg in het auditlog")
            if isinstance(deel, str) and len(deel) > MAX_TEKST:
                raise TypeError(f"gegevens[{naam!r}]: te lang voor een code of nummer ({len(deel)} tekens)")
    return dict(gegevens)
