"""Log lines without personal data.

Code asks for a logger here (`log.logger("levering")`); messages are constants, arguments are ids and counts.
Django's own lines carry paths with query strings, request bodies and values in tracebacks: `ZonderGegevens`
cuts those down to what an operator needs.
"""

import logging  # noqa: TID251  the one place that may
import traceback
from types import TracebackType

Fout = tuple[type[BaseException], BaseException, TracebackType | None]


class ZonderGegevens(logging.Filter):
    """Strips query strings, request objects and the texts of exceptions from log records."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record in place; always lets it through."""
        if isinstance(record.args, tuple):
            record.args = tuple(_kaal(waarde) for waarde in record.args)
        record.__dict__.pop("request", None)
        if record.exc_info and record.exc_info[0]:
            record.msg = f"{record.getMessage()} | {_spoor(record.exc_info)}"
            record.args, record.exc_info, record.exc_text = (), None, None
        return True


def logger(naam: str) -> logging.Logger:
    """Give the logger `waakvlam.<naam>`."""
    return logging.getLogger(f"waakvlam.{naam}")


def _kaal(waarde: object) -> object:
    if isinstance(waarde, str):
        return waarde.partition("?")[0]
    if isinstance(waarde, BaseException):
        return type(waarde).__name__
    return waarde


def _spoor(fout: object) -> str:
    """Where it broke, without the message: database errors quote the values of the row."""
    if not isinstance(fout, tuple):
        return ""
    plekken = traceback.extract_tb(fout[2])[-4:]
    return f"{fout[0].__name__}: " + " < ".join(f"{p.name}:{p.lineno}" for p in reversed(plekken))
