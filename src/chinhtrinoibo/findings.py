"""Findings: what a check found, where, against which rule, and how it can be put right.

A finding is a value; nothing here knows how one is found, and nothing is read until it prints.
"""

import datetime as dt
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple, Self, SupportsIndex, overload

import attrs

from chinhtrinoibo import words
from chinhtrinoibo.errors import InvalidArgument
from chinhtrinoibo.messages import Message
from chinhtrinoibo.paths import spoken
from chinhtrinoibo.spans import Span


class Severity(StrEnum):
    """How much a finding weighs (mức độ): an error, a warning, or a note."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Its place in order, the gravest first."""
        return _RANKS[self]

    @property
    def vietnamese(self) -> str:
        """The word for a drafter."""
        return _WORDS[self]

    def capped(self, most: "Severity") -> "Severity":
        """Return the milder of the two.

        >>> Severity.ERROR.capped(Severity.NOTE)
        <Severity.NOTE: 'note'>
        """
        return max(self, most, key=lambda severity: severity.rank)


NOTHING = Message.of("check-clean")
"""What is said of no finding."""

_CODE = re.compile(r"[A-Z]{2,12}(?:[0-9]{2})?")
_RANKS = {severity: rank for rank, severity in enumerate(Severity)}
_WORDS = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.NOTE: "Gợi ý"}


class Certainty(StrEnum):
    """How sure a finding is (độ chắc chắn); what is not certain is never an error."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"

    @property
    def rank(self) -> int:
        """Its place in order, the surest first."""
        return _SURE[self]


_SURE = {certainty: rank for rank, certainty in enumerate(Certainty)}


@attrs.frozen(kw_only=True)
class Basis:
    """What a rule rests on (căn cứ): a clause in force, or a convention of the house.

    Attributes:
        document: the document, as in “Hướng dẫn 36-HD/VPTW”; empty for a convention.
        clause: the clause in it, or the convention in words.
        system: “party” or “state”; empty where it holds for both.
        since: its first day in force.
        until: its last day in force.
        mark: how sure it is: V, S2, S, I or M, as in the tables.
        library: whether it is a convention of this library, and not of another package.

    >>> print(Basis(document="Nghị định 30/2020/NĐ-CP", clause="Phụ lục III"))
    Nghị định 30/2020/NĐ-CP, Phụ lục III
    >>> print(Basis(clause="báo cáo của tỉnh ghi rõ nơi lưu"))
    quy ước: báo cáo của tỉnh ghi rõ nơi lưu
    """

    document: str = ""
    clause: str = ""
    system: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    mark: str = "I"
    library: bool = False

    @property
    def house(self) -> bool:
        """Whether it is a convention of the house, which no document lays down."""
        return not self.document

    def holds(self, system: str, day: dt.date) -> bool:
        """Tell whether it is in force for ``system`` on ``day``."""
        begun = self.since is None or self.since <= day
        return self.system in {"", system} and begun and (self.until is None or day <= self.until)

    def __str__(self) -> str:
        if self.house and not self.library:
            return ": ".join(filter(None, ("quy ước", self.clause)))
        return ", ".join(filter(None, (self.document or "quy ước của thư viện", self.clause)))


class Spot(NamedTuple):
    """A place in a file: lines and columns from 1, columns in code points.

    Attributes:
        source: the name of the file.
        line: the line where it begins.
        column: the column where it begins.
        end_line: the line where it ends.
        end_column: the column behind its last character.
        excerpt: the line where it begins, as the file has it.
        exact: whether the text itself was found, and not only its entry.
    """

    source: str
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str = ""
    exact: bool = False

    def __str__(self) -> str:
        return f"{self.source}:{self.line}:{self.column}"


@attrs.frozen
class Place:
    """Another place that a finding speaks of (chỗ liên quan).

    Attributes:
        path: the place in the data.
        span: the place in the text there.
        text: the words that stand there.
        spot: the place in the file, where there is one.
    """

    path: str
    span: Span | None = None
    text: str = ""
    spot: Spot | None = None


@attrs.frozen
class Edit:
    """One replacement in a text of the report.

    Attributes:
        path: the text.
        span: what is replaced in it.
        found: the words that stand there; with other words there, nothing is replaced.
        replacement: the words that come there.
        spot: the place in the file, where there is one.
        written: the replacement as the file writes it there.
    """

    path: str
    span: Span
    found: str
    replacement: str
    spot: Spot | None = None
    written: str = ""


@attrs.frozen
class Fix:
    """A safe way to put a finding right (cách sửa an toàn): all its edits, or none."""

    edits: tuple[Edit, ...] = attrs.field(
        converter=tuple[Edit, ...],
        validator=attrs.validators.deep_iterable(attrs.validators.instance_of(Edit)),
    )


def as_fix(given: Fix | Edit | Iterable[Edit] | None) -> Fix | None:
    """Return the fix that one edit or several make; a fix stays what it is."""
    if given is None or isinstance(given, Fix):
        return given
    return Fix([given] if isinstance(given, Edit) else given)


@attrs.frozen(kw_only=True)
class Finding:
    """One thing that a check found (phát hiện).

    What is not certain is never an error: built as one, it becomes a warning.

    Attributes:
        code: the rule, as in “QUOTE01”.
        severity: how much it weighs.
        path: the place in the data.
        span: the place in the text at that path.
        message: what is wrong and what to do next, in two languages.
        expected: what ought to stand there.
        actual: what stands there.
        related: the other places that it speaks of.
        basis: what the rule rests on, as in force on the report's date.
        certainty: how sure it is.
        fix: a safe way to put it right, if there is one.
        text: the text at that path.
        spot: the place in the file, once located.
        silenced: why it is not to be told; empty where it is.
    """

    code: str
    severity: Severity = attrs.field(converter=Severity)
    path: str
    span: Span | None = None
    message: Message
    expected: str = ""
    actual: str = ""
    related: tuple[Place, ...] = attrs.field(default=(), converter=tuple[Place, ...])
    basis: Basis | None = None
    certainty: Certainty = attrs.field(default=Certainty.CERTAIN, converter=Certainty)
    fix: Fix | None = attrs.field(default=None, converter=as_fix)
    text: str = attrs.field(default="", repr=False)
    spot: Spot | None = None
    silenced: str = ""

    def __attrs_post_init__(self) -> None:
        """Cap the severity of what is not certain."""
        if self.certainty is not Certainty.CERTAIN and self.severity is Severity.ERROR:
            object.__setattr__(self, "severity", Severity.WARNING)

    @property
    def fixable(self) -> bool:
        """Whether it can be put right safely: in its file, or in the report where there is none."""
        edits = self.fix.edits if self.fix else ()
        return bool(edits) and all(edit.spot is None or edit.spot.exact for edit in edits)

    @property
    def place(self) -> str:
        """The place: in the file where there is one, otherwise in the report, in words."""
        return str(self.spot) if self.spot else words.upper_first(spoken(self.path))

    def __str__(self) -> str:
        """Say it in Vietnamese: place, weight, what is wrong, expected, found, basis."""
        parts = [f"{self.place}: {self.severity.vietnamese} {self.code}: {self.said}"]
        if self.silenced:
            parts.append(f"Đã bỏ qua: {self.silenced}.")
        return " ".join(parts)

    @property
    def said(self) -> str:
        """The sentences without place and weight."""
        return " ".join(self.sentences)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is wrong, what is expected, what was found, and by which clause."""
        sentence = self.message.vietnamese
        parts = [sentence if sentence.endswith(("?", "!", ".")) else f"{sentence}."]
        if self.expected:
            parts.append(f"Cần: {self.expected}.")
        if self.actual:
            parts.append(f"Đang là: {self.actual}.")
        if self.basis:
            parts.append(f"Theo {self.basis}.")
        return tuple(parts)


class Findings(tuple[Finding, ...]):
    """All that a check found, by place; in a notebook it shows itself as a table.

    Silenced findings stay in the data, with their reason, and count as nothing.
    """

    __slots__ = ()

    def __new__(cls, findings: Iterable[Finding] = ()) -> Self:
        """Hold findings in the order given."""
        return super().__new__(cls, findings)

    @overload
    def __getitem__(self, index: SupportsIndex) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: SupportsIndex | slice) -> Finding | Self:
        """Return one finding, or a stretch of them as findings."""
        found = super().__getitem__(index)
        return type(self)(found) if isinstance(found, tuple) else found

    @property
    def told(self) -> Self:
        """Those that are not silenced."""
        return type(self)(finding for finding in self if not finding.silenced)

    @property
    def errors(self) -> Self:
        """The errors among those told."""
        return self._weighing(Severity.ERROR)

    @property
    def warnings(self) -> Self:
        """The warnings among those told."""
        return self._weighing(Severity.WARNING)

    @property
    def notes(self) -> Self:
        """The notes among those told."""
        return self._weighing(Severity.NOTE)

    @property
    def worst(self) -> Severity | None:
        """The gravest severity among those told; None where there is none."""
        severities = (finding.severity for finding in self.told)
        return min(severities, key=lambda severity: severity.rank, default=None)

    def of(self, code: str) -> Self:
        """Return the findings of one rule, or of a family of rules; there may be none.

        Args:
            code: as in “QUOTE01”, or “QUOTE” for its family; small letters will do.

        Raises:
            InvalidArgument: it is neither; a code that no rule has only finds nothing.
        """
        name = str(code).strip().upper()
        if not _CODE.fullmatch(name):
            known = ", ".join(dict.fromkeys(finding.code for finding in self)) or "—"
            reason = Message.of("argument-code", given=code, known=known)
            raise InvalidArgument(repr(code), reason)
        return type(self)(finding for finding in self if covers(name, finding.code))

    def to_rows(self) -> list[dict[str, object]]:
        """Return one plain mapping a finding, ready for any data frame."""
        return [_row(finding) for finding in self]

    def __str__(self) -> str:
        return "\n".join(map(str, self)) or words.upper_first(f"{NOTHING.vietnamese}.")

    def _repr_html_(self) -> str:
        from chinhtrinoibo._findings_html import Row, table  # noqa: PLC0415 - notebooks only

        rows = [Row(_cells(finding), finding.silenced) for finding in self]
        return table(rows, words.upper_first(NOTHING.vietnamese))

    def _weighing(self, severity: Severity) -> Self:
        return type(self)(finding for finding in self.told if finding.severity is severity)


def covers(name: str, code: str) -> bool:
    """Tell whether ``name`` is the code of a rule or that of its family.

    >>> covers("QUOTE", "QUOTE01"), covers("QUOTE02", "QUOTE01")
    (True, False)
    """
    return name in {code, code.rstrip("0123456789")}


def _cells(finding: Finding) -> tuple[str, ...]:
    said = (finding.message.vietnamese, finding.expected, finding.actual)
    basis, fixable = str(finding.basis or ""), "✓" if finding.fixable else ""
    return (finding.severity.vietnamese, finding.code, finding.place, *said, basis, fixable)


def _row(finding: Finding) -> dict[str, object]:
    spot, span = finding.spot, finding.span
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "certainty": str(finding.certainty),
        "source": spot.source if spot else "",
        "line": spot.line if spot else None,
        "column": spot.column if spot else None,
        "path": finding.path,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "message": finding.message.vietnamese,
        "message_en": finding.message.english,
        "expected": finding.expected,
        "actual": finding.actual,
        "basis": str(finding.basis) if finding.basis else "",
        "fixable": finding.fixable,
        "silenced": finding.silenced,
    }
