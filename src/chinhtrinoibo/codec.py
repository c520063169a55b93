"""Data and model, both ways: the only room that knows cattrs.

Strict: a value of the wrong type is refused, never turned into another. Every problem is reported
at once, with its path and, for a file, its line and column.
"""

import datetime as dt
import difflib
import enum
import os
import re
import reprlib
import types
import unicodedata
import warnings
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, Union, get_args, get_origin

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from chinhtrinoibo import sources, words
from chinhtrinoibo.docnumber import DocumentNumber
from chinhtrinoibo.errors import (
    ComposedText,
    InvalidInput,
    InvalidText,
    InvalidValue,
    Problem,
    ReportingError,
)
from chinhtrinoibo.kinds import DocumentKind, System
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model.annexes import Annex
from chinhtrinoibo.model.documents import Directive, Document
from chinhtrinoibo.model.figures import Figure, as_decimal
from chinhtrinoibo.model.headings import Headings
from chinhtrinoibo.model.lessons import Direction, Lesson, Proposal
from chinhtrinoibo.model.organizations import Level, Organization
from chinhtrinoibo.model.registers import Register
from chinhtrinoibo.model.reports import ReportKind, SummaryReport, Urgency
from chinhtrinoibo.model.results import Result
from chinhtrinoibo.model.secrecy import Secrecy, SecrecyMark
from chinhtrinoibo.model.shortcomings import Cause, CauseKind, CauseOf, Shortcoming
from chinhtrinoibo.model.signing import Authority, Recipient, Signature
from chinhtrinoibo.model.tasks import TaskGroup
from chinhtrinoibo.paths import Step, child, split
from chinhtrinoibo.periods import Calendar, PeriodKind, ReportingPeriod
from chinhtrinoibo.saving import save
from chinhtrinoibo.sources import Format, Plain
from chinhtrinoibo.text import clean

#: Values for which one text is enough in a file, and the field that the text fills.
_SHORT: dict[type, str] = {
    Cause: "text",
    Direction: "title",
    DocumentKind: "name",
    Lesson: "title",
    Organization: "name",
    Proposal: "text",
    Recipient: "name",
    Shortcoming: "text",
}

_ENUMS = (
    *(Authority, Calendar, CauseKind, CauseOf, Level),
    *(PeriodKind, ReportKind, Secrecy, System, Urgency),
)

#: Values that read a text of their own.
_READ: dict[type, Callable[[str], Any]] = {
    DocumentKind: DocumentKind.named,
    DocumentNumber: DocumentNumber.parse,
    ReportingPeriod: ReportingPeriod.parse,
}


def load(path: str | os.PathLike[str]) -> SummaryReport:
    """Load a report from a file: ``.yaml``, ``.yml``, ``.toml`` or ``.json``.

    Raises:
        UnreadableSource: the file is missing, is not UTF-8, or is not of its format.
        InvalidInput: the data is no report; all problems at once, each with line and column.

    Warns:
        ComposedText: letters written in two code points (NFD) were composed.
    """
    return loads(sources.read_text(path), Format.of(path), os.fspath(path))


def loads(text: str, format: Format | str, source: str = "") -> SummaryReport:  # noqa: A002
    """Load a report from text in a format; as :func:`load`."""
    format_ = Format(format)
    tree = sources.parse(text, format_, source)
    try:
        return _structured(tree)
    except InvalidInput as exc:
        places = sources.locate(text, format_, [problem.path for problem in exc.problems])
        problems = [
            problem._replace(line=line, column=column)
            for problem in exc.problems
            for line, column in [places[problem.path]]
        ]
        problems.sort(key=lambda problem: (problem.line or 0, problem.column or 0))
        raise InvalidInput(problems, source) from exc.__cause__


def load_report(data: Mapping[str, Any]) -> SummaryReport:
    """Load a report from data in hand: mappings, lists, texts, numbers, dates.

    Raises:
        InvalidInput: the data is no report; all problems at once, each with its path.
    """
    return _structured(data)


def dump_report(report: SummaryReport) -> dict[str, Any]:
    """Return a report as plain data; what has its usual value is left out."""
    data: dict[str, Any] = _converter().unstructure(report)
    return data


def dumps(report: SummaryReport, format: Format | str) -> str:  # noqa: A002
    """Return a report as text in a format; loading it gives an equal report."""
    return sources.dump(dump_report(report), Format(format))


def dump(report: SummaryReport, path: str | os.PathLike[str]) -> None:
    """Write a report as data to a file of the format that the suffix names.

    Raises:
        UnreadableSource: the suffix names no format.
        CannotWrite: the file cannot be written; what stood there still stands.
    """
    save(dumps(report, Format.of(path)).encode(), path)


def _structured(tree: object) -> SummaryReport:
    """Turn a plain tree into a report, or say all that is in the way."""
    try:
        report: SummaryReport = _converter().structure(tree, SummaryReport)
    except (cattrs.BaseValidationError, ReportingError, RecursionError) as exc:
        problems = dict.fromkeys([*_unwritable(tree, "$"), *_problems(exc, "$")])
        raise InvalidInput(sorted(problems, key=lambda found: _place(tree, found.path))) from exc
    if not all(map(_is_composed, _bare_texts(tree))):
        paths = [path for path, text in _texts(tree, "$") if not _is_composed(text)]
        warnings.warn(ComposedText(paths), stacklevel=3)
    return report


# Structuring: each type takes what it should, and refuses the rest.


class _Refused(InvalidValue):
    """A value has the wrong type for its field."""


def _refuse(code: str, value: object, **values: object) -> _Refused:
    given = "null" if value is None else _SHOWN.repr(value)
    return _Refused(given, Message.of(code, given=given, **values))


class _Shown(reprlib.Repr):
    """Shows the beginning of a value, however long or deep the rest."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlevel, self.maxstring, self.maxother = 1, 60, 60

    def repr_int(self, number: int, level: int) -> str:  # noqa: ARG002 - as its base has it
        """Show a number; Python itself prints none of thousands of digits."""
        too_long = number.bit_length() > 4 * self.maxlong
        return f"{hex(number)[: self.maxlong]}…" if too_long else repr(number)


_SHOWN = _Shown()


def _str(value: object, _: object) -> str:
    if type(value) is str:
        return value
    if isinstance(value, str):
        return str.__str__(value)
    raise _refuse("need-text", value)


def _bool(value: object, _: object) -> bool:
    if isinstance(value, bool):
        return value
    if type(value) is Plain and value in ("true", "false"):
        return value == "true"
    raise _refuse("need-bool", value)


def _int(value: object, _: object) -> int:
    if type(value) is int:
        return value
    if type(value) is Plain and re.fullmatch("-?(0|[1-9][0-9]{0,17})", value):
        return int(value)
    raise _refuse("need-integer", value)


def _decimal(value: object, _: object) -> Decimal | None:
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value):
        return as_decimal(Decimal(value))
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return as_decimal(Decimal(value) if isinstance(value, int) else value)
    raise _refuse("need-number", value)


def _date(value: object, _: object) -> dt.date:
    if type(value) is dt.date:
        return value
    if isinstance(value, str):
        return words.parse_date(value)
    raise _refuse("need-date", value)


def _enum(value: object, kind: type[enum.Enum]) -> enum.Enum:
    known = {str(member.value): member for member in kind}
    if isinstance(value, str) and clean(value) in known:
        return known[clean(value)]
    names = ", ".join(f"“{name}”" for name in known if name)
    raise _refuse("need-one-of", value, known=names)


def _tuple_hook(kind: Any, converter: cattrs.Converter) -> Callable[[object, Any], Any]:
    (item_type, _) = get_args(kind)
    item_hook = converter.get_structure_hook(item_type)

    def structure(value: object, _: object) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise _refuse("need-list", value)
        try:
            return tuple([item_hook(item, item_type) for item in value])
        except Exception:  # noqa: BLE001 - asked again one by one, to say where
            raise _each_problem(value, item_type, item_hook) from None

    return structure


def _each_problem(
    value: list[Any] | tuple[Any, ...], item_type: Any, hook: Callable[[object, Any], Any]
) -> cattrs.IterableValidationError:
    problems: list[Exception] = []
    for index, item in enumerate(value):
        try:
            hook(item, item_type)
        except Exception as exc:  # noqa: BLE001 - sorted out in _problems
            note = cattrs.IterableValidationNote("", index, item_type)
            exc.add_note(note)
            problems.append(exc)
    return cattrs.IterableValidationError("", problems, tuple)


def _class_hook(kind: type, converter: cattrs.Converter) -> Callable[[object, Any], Any]:
    from_mapping: Any = make_dict_structure_fn(kind, converter)
    short = _SHORT.get(kind)
    read = _READ.get(kind) or (short and (lambda text: kind(**{short: text})))

    def structure(value: object, _: object) -> Any:
        if isinstance(value, dict | Mapping):
            return from_mapping(value, kind)
        if read and isinstance(value, str):
            return read(value)
        raise _refuse("need-text-or-mapping" if read else "need-mapping", value)

    return structure


def _union_hook(kind: Any, converter: cattrs.Converter) -> Callable[[object, Any], Any]:
    """Structure ``X | None``; no other union stands in the model."""
    (inner,) = (member for member in get_args(kind) if member is not types.NoneType)
    hook = converter.get_structure_hook(inner)
    return lambda value, _: None if value is None else hook(value, inner)


#: What the annotations of the model name without importing it, so that a page loads little.
_NAMED = (
    Annex,
    Cause,
    Directive,
    Direction,
    Document,
    Figure,
    Headings,
    Lesson,
    Proposal,
    Recipient,
    Register,
    ReportingPeriod,
    Result,
    SecrecyMark,
    Shortcoming,
    Signature,
    TaskGroup,
)


@cache
def _converter() -> cattrs.Converter:
    for unresolved in (SummaryReport, Directive):
        attrs.resolve_types(unresolved, localns={named.__name__: named for named in _NAMED})
    converter = cattrs.Converter(
        forbid_extra_keys=True, detailed_validation=True, omit_if_default=True
    )
    for type_, hook in ((str, _str), (bool, _bool), (int, _int), (Decimal, _decimal)):
        converter.register_structure_hook(type_, hook)
    converter.register_structure_hook(dt.date, _date)
    for kind in _ENUMS:
        converter.register_structure_hook(kind, _enum)
    converter.register_structure_hook_factory(attrs.has, _class_hook)
    converter.register_structure_hook_factory(_is_tuple, _tuple_hook)
    converter.register_structure_hook_factory(_is_optional, _union_hook)
    converter.register_unstructure_hook_factory(attrs.has, _class_unhook)
    converter.register_unstructure_hook_factory(_is_tuple, _tuple_unhook)
    for kind in _ENUMS:  # one by one: cattrs takes a StrEnum for the text that it also is
        converter.register_unstructure_hook(kind, lambda member: member.value)
    converter.register_unstructure_hook(DocumentNumber, str)
    converter.register_unstructure_hook(ReportingPeriod, _period_data)
    converter.register_unstructure_hook(DocumentKind, _kind_data)
    converter.register_unstructure_hook(Decimal, lambda number: number)
    converter.register_unstructure_hook(dt.date, lambda day: day)
    converter.register_unstructure_hook(Document, _document_unhook(converter))
    return converter


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_optional(kind: Any) -> bool:
    return get_origin(kind) in (Union, types.UnionType)


# Unstructuring: the shortest data that loads as the same value.


def _class_unhook(kind: type, converter: cattrs.Converter) -> Callable[[Any], Any]:
    to_mapping: Callable[[Any], Any] = make_dict_unstructure_fn(
        kind, converter, _cattrs_omit_if_default=True
    )
    short = _SHORT.get(kind)
    if short is None:
        return to_mapping

    def unstructure(value: Any) -> Any:
        data = to_mapping(value)
        return data[short] if data.keys() == {short} else data

    return unstructure


def _tuple_unhook(kind: Any, converter: cattrs.Converter) -> Callable[[Any], list[Any]]:
    hook = converter.get_unstructure_hook(get_args(kind)[0])
    return lambda items: [hook(item) for item in items]


def _document_unhook(converter: cattrs.Converter) -> Callable[[Document], dict[str, Any]]:
    to_mapping = _class_unhook(Document, converter)

    def unstructure(document: Document) -> dict[str, Any]:
        data: dict[str, Any] = to_mapping(document)
        if document.number and document.kind in DocumentKind.all(document.number.system):
            data["kind"] = document.kind.name  # the number tells the system
        return data

    return unstructure


def _period_data(period: ReportingPeriod) -> Any:
    """Return the name of a period where it says all, and the name with its days elsewhere."""
    if period.label:
        plain = {"kind": str(period.kind), "first": period.first, "last": period.last}
        count = {} if period.count is None else {"count": period.count}
        return {**plain, "calendar": str(period.calendar), **count, "label": period.label}
    name = str(period)
    return name if ReportingPeriod.parse(name) == period else period.exact


def _kind_data(kind: DocumentKind) -> Any:
    """Return the name of a type that it finds, and all of any other type."""
    if kind in DocumentKind.all() and DocumentKind.named(kind.name) == kind:
        return kind.name
    fields = attrs.asdict(kind, filter=lambda _, value: value not in ("", None))
    return {**fields, "system": str(kind.system)}


# Problems: what stands in the way, in our own words, each with its path.


def _problems(exc: BaseException, path: str) -> Iterator[Problem]:
    """Yield what is wrong in an error of cattrs, and in the errors within it."""
    match exc:
        case cattrs.ClassValidationError() | cattrs.IterableValidationError():
            with_notes, without = exc.group_exceptions()
            for inner, note in with_notes:
                step = note.name if hasattr(note, "name") else note.index
                yield from _problems(inner, child(path, step))
            for inner in without:
                yield from _problems(inner, path)
        case cattrs.ForbiddenExtraKeysError():
            yield from _unknown_keys(exc, path)
        case KeyError():
            yield Problem(path, Message.of("need-key", key=path.rpartition(".")[2]))
        case InvalidText() if exc.reason.code == "text-character":
            return  # found in the data itself by _unwritable, with its own path
        case InvalidValue():
            yield Problem(path, exc.reason)
        case RecursionError():
            yield Problem(path, Message.of("need-shallow"))
        case _:
            yield Problem(path, Message.of("need-other", reason=exc))


def _place(tree: Any, path: str) -> tuple[int, ...]:
    """Return the place of a path in the order of a tree; what is missing stands at its parent."""
    place: list[int] = []
    for step in split(path):
        steps: list[Step] = list(tree) if isinstance(tree, Mapping) else [*range(len(tree))]
        if step not in steps:
            break
        place.append(steps.index(step))
        tree = tree[step]
    return tuple(place)


def _unknown_keys(exc: cattrs.ForbiddenExtraKeysError, path: str) -> Iterator[Problem]:
    known = [field.name for field in attrs.fields(exc.cl)]
    for key in sorted(map(str, exc.extra_fields)):
        near = difflib.get_close_matches(key, known, n=1)
        hint = Message.of("key-near", key=key, near=near[0]) if near else None
        unknown = hint or Message.of("key-unknown", key=key, known=", ".join(known))
        yield Problem(child(path, key), unknown)


def _unwritable(tree: object, path: str) -> Iterator[Problem]:
    """Yield a problem for each text that no document can hold."""
    for place, text in _texts(tree, path):
        try:
            clean(text)
        except InvalidText as exc:
            yield Problem(place, exc.reason)


def _texts(tree: object, path: str) -> Iterator[tuple[str, str]]:
    """Yield every text in a plain tree with its path, in order, and without recursion.

    What stands in several places, or within itself, is looked at once.
    """
    waiting, seen = [(path, tree)], set[int]()
    while waiting:
        place, node = waiting.pop()
        if isinstance(node, str):
            yield place, node
        elif isinstance(node, Mapping | list | tuple) and id(node) not in seen:
            seen.add(id(node))
            pairs = node.items() if isinstance(node, Mapping) else enumerate(node)
            waiting += [(child(place, _step(key)), item) for key, item in pairs][::-1]


def _bare_texts(tree: object) -> Iterator[str]:
    """Yield every text in the data of a report, in no order."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
        elif isinstance(node, Mapping):
            waiting += node.values()
        elif isinstance(node, list | tuple):
            waiting += node


def _step(key: object) -> Step:
    return key if isinstance(key, int) else str(key)


def _is_composed(text: str) -> bool:
    return text.isascii() or unicodedata.is_normalized("NFC", text)
