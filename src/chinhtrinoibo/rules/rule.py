"""What a rule is, and how one is written: a pure function that yields remarks on a case."""

import datetime as dt
import inspect
import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, TypeAlias

import attrs

from chinhtrinoibo import tables
from chinhtrinoibo.errors import InvalidArgument
from chinhtrinoibo.findings import Basis, Certainty, Fix, Place, Severity, as_fix
from chinhtrinoibo.messages import Message
from chinhtrinoibo.rules.case import Case
from chinhtrinoibo.spans import Span

_CODE = re.compile(r"[A-Z]{2,12}[0-9]{2}")
_LABELS = ("Sai", "Đúng")
_OURS = f"{__name__.partition('.')[0]}."


@attrs.frozen
class Remark:
    """What a rule says (nhận xét): the place and the judgement; the rest is added for it.

    Attributes:
        path: the place in the data.
        message: what is wrong and what to do next, without a stop at its end.
        span: the place in the text at that path; None for all of it.
        expected: what ought to stand there.
        actual: what stands there.
        related: other places that it speaks of.
        fix: a safe way to put it right; one edit or several will do.
        severity: a milder severity than the rule's.
        certainty: a lesser certainty than the rule's.
    """

    path: str
    message: Message
    span: Span | None = attrs.field(default=None, kw_only=True)
    expected: str = attrs.field(default="", kw_only=True)
    actual: str = attrs.field(default="", kw_only=True)
    related: tuple[Place, ...] = attrs.field(default=(), kw_only=True, converter=tuple[Place, ...])
    fix: Fix | None = attrs.field(default=None, kw_only=True, converter=as_fix)
    severity: Severity | None = attrs.field(default=None, kw_only=True)
    certainty: Certainty | None = attrs.field(default=None, kw_only=True)


Remarks: TypeAlias = Iterable[Remark]
"""What a rule returns; most are generators."""

Judge: TypeAlias = Callable[[Case], Remarks]
"""The function of a rule."""


@attrs.frozen(kw_only=True, eq=False)
class Rule:
    """A rule (quy tắc): a judgement with its code, its weight and what it rests on.

    Attributes:
        code: a family in capitals and two digits, as in “QUOTE01”; it never changes.
        judge: the function; its docstring says title, reason and examples.
        severity: how much its findings weigh.
        certainty: how sure they are.
        bases: the clauses it rests on, edition by edition, or the convention.
        listed: whether it is asked of titles of documents and texts of annexes, too.
    """

    code: str = attrs.field()
    judge: Judge
    severity: Severity
    certainty: Certainty
    bases: tuple[Basis, ...]
    listed: bool = False

    @code.validator
    def _is_code(self, _: object, code: str) -> None:
        if not _CODE.fullmatch(code):
            raise ValueError(f"{code!r} is no code of a rule: write capitals and two digits")

    def __call__(self, case: Case) -> Remarks:
        """Return what it says of a case."""
        yield from self.judge(case)
        if self.listed and case.listed.passages:
            yield from self.judge(case.listed)

    def basis(self, system: str, day: dt.date) -> Basis | None:
        """Return what it rests on for ``system`` on ``day``; None where it does not apply."""
        return next((basis for basis in self.bases if basis.holds(system, day)), None)

    @property
    def family(self) -> str:
        """The letters of its code."""
        return self.code.rstrip("0123456789")

    @property
    def title(self) -> str:
        """What it asks for, in one Vietnamese sentence."""
        return self._said["title"]

    @property
    def why(self) -> str:
        """Why it asks for that."""
        return self._said["why"]

    @property
    def wrong(self) -> str:
        """An example of what it finds."""
        return self._said["Sai"]

    @property
    def right(self) -> str:
        """The example put right."""
        return self._said["Đúng"]

    @cached_property
    def _said(self) -> dict[str, str]:
        title, *blocks = (inspect.getdoc(self.judge) or self.code).split("\n\n")
        said = {"title": _line(title), "why": "", **dict.fromkeys(_LABELS, "")}
        for line in re.split(rf"\n(?=(?:{'|'.join(_LABELS)}): )", "\n".join(blocks)):
            label, colon, text = line.partition(": ")
            if colon and label in _LABELS:
                said[label] = _line(text)
            elif line:
                said["why"] = _line(line)
        return said


def rule(
    code: str,
    *bases: Basis,
    severity: Severity = Severity.WARNING,
    certainty: Certainty = Certainty.CERTAIN,
    listed: bool = False,
) -> Callable[[Judge], Rule]:
    """Make a rule of a function that yields remarks on a case.

    Where no basis is in force for the report's system on its day, the rule is not run.

    Args:
        code: a family in capitals and two digits, as in “QUOTE01”.
        bases: what it rests on: :func:`clause` for each edition, or :func:`house`.
        severity: how much its findings weigh.
        certainty: how sure they are; what is not certain is never an error.
        listed: whether the rule is asked of titles of documents and texts of annexes, too: once of
            the prose, and once of those.
    """
    if certainty is not Certainty.CERTAIN:
        severity = severity.capped(Severity.WARNING)

    def made(judge: Judge) -> Rule:
        return Rule(
            code=code,
            judge=judge,
            severity=severity,
            certainty=certainty,
            listed=listed,
            bases=tuple(_owned(basis, judge) for basis in bases or (house(),)),
        )

    return made


def clause(edition: str, words: str = "", mark: str = "I") -> Basis:
    """Return a clause of a regulation, in force as long as its edition is.

    >>> print(clause("nd30", "Phụ lục III", "V"))
    Nghị định 30/2020/NĐ-CP, 05/3/2020, của Chính phủ về công tác văn thư, Phụ lục III

    Args:
        edition: its name in ``data/profiles.toml`` or ``data/editions.toml``.
        words: the clause, as in “mục II”.
        mark: how sure it is: V, S2, S, I or M.

    Raises:
        InvalidArgument: there is no such edition.
    """
    rows: dict[str, dict[str, Any]] = tables.read("profiles") | tables.read("editions")
    if edition not in rows:
        known = ", ".join(rows)
        raise InvalidArgument(edition, Message.of("argument-edition", given=edition, known=known))
    row = rows[edition]
    return Basis(
        document=row["title"],
        clause=words,
        system=row["system"],
        since=row["since"],
        until=row.get("until"),
        mark=mark,
    )


def house(words: str = "", mark: str = "I") -> Basis:
    """Return a convention of the house, which no document lays down.

    >>> print(house("báo cáo của tỉnh ghi rõ nơi lưu"))
    quy ước: báo cáo của tỉnh ghi rõ nơi lưu
    """
    return Basis(clause=words, mark=mark)


def _owned(basis: Basis, judge: Judge) -> Basis:
    """Return a basis that says whether it is a convention of the library, by whose rule it is."""
    library = judge.__module__.startswith(_OURS)
    return attrs.evolve(basis, library=True) if basis.house and library else basis


def _line(text: str) -> str:
    return " ".join(text.split())
