"""Log lines hold no personal data."""

import logging  # noqa: TID251  what is tested
import sys

from waakvlam.foundation.log import ZonderGegevens


def regel(tekst: str, *waarden: object, exc_info: object = None) -> str:
    record = logging.LogRecord("django.request", logging.ERROR, "x", 1, tekst, waarden, exc_info)
    record.request = object()
    assert ZonderGegevens().filter(record)
    assert not hasattr(record, "request")
    return logging.Formatter().format(record)


def test_a_path_loses_its_query():
    assert regel("Not Found: %s", "/zoek?naam=Jansen") == "Not Found: /zoek"


def test_an_exception_loses_its_message_but_keeps_its_place():
    def breekt():
        raise ValueError("Jansen, 123456782")

    try:
        breekt()
    except ValueError as fout:
        tekst = regel("Fout bij %s: %s", "/a", fout, exc_info=sys.exc_info())
    assert "Jansen" not in tekst
    assert "ValueError" in tekst
    assert "breekt" in tekst


def test_the_web_server_writes_its_lines_through_the_same_filter():
    from django.conf import settings

    regels = settings.LOGGING
    assert regels["loggers"]["gunicorn.error"] == {
        "handlers": ["uit"],
        "level": "WARNING",
        "propagate": False,
    }
    assert regels["handlers"]["uit"]["filters"] == ["kaal"]
