"""The page a monitor asks for, and one that is not there."""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection, transaction
from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache


@login_not_required
@never_cache
@transaction.non_atomic_requests
def gezond(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the database answers, else 503; tells nothing else."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
    except DatabaseError:
        return JsonResponse({"status": "database onbereikbaar"}, status=503)
    return JsonResponse({"status": "gezond"})


def bestaat_niet(request: HttpRequest) -> JsonResponse:
    """Close a page of a library that we do not offer."""
    raise Http404
