"""What callers must give: a slip is refused at once, with what to do instead."""

import os

from chinhtrinoibo.errors import InvalidArgument
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model.reports import SummaryReport


def expect_report(given: object, name: str = "report") -> None:
    """Refuse what is no report, such as the name of its file or its data.

    Raises:
        InvalidArgument: with what to do instead.
    """
    if not isinstance(given, SummaryReport):
        raise misused("argument-report", given, name=name)


def misused(code: str, given: object, **values: str) -> InvalidArgument:
    """Return the error for an argument of the wrong kind."""
    told = repr(os.fspath(given)) if isinstance(given, str | os.PathLike) else type(given).__name__
    return InvalidArgument(told, Message.of(code, given=told, **values))
