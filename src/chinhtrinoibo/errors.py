"""What the library raises: one root, and one kind for each thing that can go wrong.

Every error keeps what it was given, and its ``args`` mirror its signature, so that it pickles.
"""

from collections.abc import Iterable
from typing import NamedTuple

from chinhtrinoibo.messages import Message


class ReportingError(Exception):
    """The root of everything that this library raises."""


class InvalidValue(ReportingError, ValueError):
    """A value cannot be built from what was given.

    Attributes:
        given: what was given, as text.
        reason: what is wrong with it and what to do next.
    """

    def __init__(self, given: str, reason: Message) -> None:
        super().__init__(given, reason)  # args mirror the signature: pickles, re-raises
        self.given, self.reason = given, reason

    def __str__(self) -> str:
        return str(self.reason)


class InvalidArgument(InvalidValue, TypeError):
    """A function was called with what it does not take; the reason says what to do instead."""


class InvalidText(InvalidValue):
    """A text holds characters that no document can hold."""


class InvalidNumber(InvalidValue):
    """A text is not a document number (số, ký hiệu văn bản)."""


class InvalidDocument(InvalidValue):
    """Nothing tells which document (văn bản) is meant."""


class InvalidKind(InvalidValue):
    """A name is no known type of document (tên loại văn bản)."""


class InvalidDate(InvalidValue):
    """A text is not a day of the calendar (ngày, tháng, năm)."""


class InvalidPeriod(InvalidValue):
    """A text or a pair of days is not a reporting period (kỳ báo cáo)."""


class InvalidWords(InvalidValue):
    """A text is not the number, ordinal or form that was asked for."""


class InvalidTable(InvalidValue):
    """The rows of a table do not fit its columns (phụ lục)."""


class InvalidTally(InvalidValue):
    """A text is not a tally (thống kê số lượng) in one of its printed forms."""


class InvalidReference(InvalidValue):
    """A mark ``[[…]]`` in the prose says nothing that the report knows."""


class Problem(NamedTuple):
    """One thing that is wrong in data given to us.

    Attributes:
        path: the place in the data, like ``$.tasks[2].due``.
        message: what is wrong and what to do next, in two languages.
        line: the line of the file, from 1, where the data came from a file.
        column: the column in that line, from 1, in characters.
    """

    path: str
    message: Message
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        place = f"{self.line}:{self.column}: " if self.line is not None else ""
        return f"{place}{self.path}: {self.message.both}"


class InvalidInput(ReportingError, ValueError):
    """Data given to us cannot become a report: all problems at once.

    Attributes:
        problems: what is wrong, in the order of the data.
        source: the name of the file, if it came from one.
    """

    def __init__(self, problems: Iterable[Problem], source: str = "") -> None:
        self.problems, self.source = tuple(problems), source
        super().__init__(self.problems, source)

    def __str__(self) -> str:
        prefix = f"{self.source}:" if self.source else ""
        return "\n".join(f"{prefix}{problem}" for problem in self.problems)


class ComposedText(UserWarning):
    """Letters written in two code points (NFD) were composed while loading.

    Attributes:
        paths: the places in the data.
    """

    _SHOWN = 5

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = tuple(paths)
        super().__init__(self.paths)

    def __str__(self) -> str:
        more = ", …" if len(self.paths) > self._SHOWN else ""
        places = ", ".join(self.paths[: self._SHOWN]) + more
        message = Message.of("composed", count=len(self.paths), places=places)
        return message.both


class UnreadableSource(ReportingError, ValueError):
    """A file cannot be read as data at all.

    Attributes:
        source: the name of the file.
        reason: why, and what to do next.
        line: the line where reading stopped, from 1, if there is one.
        column: the column in that line, from 1.
    """

    def __init__(
        self, source: str, reason: Message, line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(source, reason, line, column)
        self.source, self.reason, self.line, self.column = source, reason, line, column

    def __str__(self) -> str:
        place = [self.source] if self.source else []
        place += [] if self.line is None else [str(self.line), str(self.column)]
        return ": ".join(filter(None, (":".join(place), self.reason.both)))


class InvalidProfile(InvalidValue):
    """A form (mẫu thể thức) is unknown, or its table does not describe one."""


class CannotWrite(ReportingError, OSError):
    """A file cannot be written where it was asked for; what stood there still stands."""

    def __init__(self, target: str, reason: Message) -> None:
        super().__init__(target, reason)
        self.errno, self.strerror = None, str(reason)  # an OSError would take them from args
        self.target, self.reason = target, reason

    def __str__(self) -> str:
        return f"{self.target}: {self.reason.both}"


class ClassifiedReport(ReportingError, PermissionError):
    """A report with a secrecy mark (mức độ mật) was to be written without the explicit word."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return self.reason.both


class InvalidTemplate(ReportingError, ValueError):
    """An office's own file cannot serve as the template of a report."""

    def __init__(self, template: str, reason: Message) -> None:
        super().__init__(template, reason)
        self.template, self.reason = template, reason

    def __str__(self) -> str:
        return f"{self.template}: {self.reason.both}"


class InvalidRules(InvalidValue):
    """Rules cannot stand in one catalogue: two of them share a code."""


class InvalidSettings(InvalidInput):
    """Settings of a check are unknown or contradict each other: all problems at once."""
