"""How cattrs turns plain data into values of the model and back: strict one way, short the other.

A value of the wrong type is refused, never turned into another: by itself cattrs would make
“None” of None, 3 of 3.7, True of "false", and a tuple of the letters of a text.
"""

import datetime as dt
import enum
import re
import reprlib
import types
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, Union, get_args, get_origin

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from chinhtrinoibo import words
from chinhtrinoibo.docnumber import DocumentNumber
from chinhtrinoibo.errors import (
    InvalidValue,
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
from chinhtrinoibo.periods import Calendar, PeriodKind, ReportingPeriod
from chinhtrinoibo.sources import Plain
from chinhtrinoibo.text import clean

#: Values for which one text is enough in a file, and the field that the text fills.
SHORT: dict[type, str] = {
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
    raise _refuse("need-text-colon" if isinstance(value, Mapping) else "need-text", value)


def _bool(value: object, _: object) -> bool:
    if isinstance(value, bool):
        return value
    if type(value) is Plain and value in ("true", "false"):
        return value == "true"
    raise _refuse("need-bool", value)


_MOST = 10**18  # no number of a report has more digits


def _int(value: object, _: object) -> int:
    if type(value) is int and abs(value) < _MOST:
        return value
    if type(value) is Plain and re.fullmatch("-?(0|[1-9][0-9]{0,17})", value):
        return int(value)
    raise _refuse("need-integer", value)


def _decimal(value: object, _: object) -> Decimal | None:
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{3})+", value):
        raise _refuse("need-number-clear", value, whole=value.replace(".", ""))
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?(e-[0-9]{1,2})?", value):
        return as_decimal(Decimal(value))
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return as_decimal(Decimal(value) if isinstance(value, int) else value)
    raise _refuse("need-number", value)


def _date(value: object, _: object) -> dt.date:
    if type(value) is dt.date:
        return value
    if isinstance(value, dt.datetime) and value.timetz() == dt.time():  # as spreadsheets have it
        return value.date()
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
        items: list[Any] = []
        problems: list[Exception] = []
        for item in value:  # once only: asking again would double the work of each level
            try:
                items.append(item_hook(item, item_type))
            except Exception as exc:  # noqa: BLE001 - sorted out in _problems.py
                index = len(items) + len(problems)
                exc.add_note(cattrs.IterableValidationNote("", index, item_type))
                problems.append(exc)
        if problems:
            raise cattrs.IterableValidationError("", problems, tuple)
        return tuple(items)

    return structure


def _class_hook(kind: type, converter: cattrs.Converter) -> Callable[[object, Any], Any]:
    from_mapping: Any = make_dict_structure_fn(kind, converter)
    short = SHORT.get(kind)
    read = _READ.get(kind) or (short and (lambda text: kind(**{short: text})))

    def structure(value: object, _: object) -> Any:
        if isinstance(value, dict | Mapping):
            return from_mapping(value, kind)
        if read and isinstance(value, str):
            return read(value)
        if read:
            raise _refuse("need-text-or-mapping", value)
        code = "need-mapping-list" if isinstance(value, list | tuple) else "need-mapping"
        code = "need-report" if value is None and kind is SummaryReport else code
        raise _refuse(code, value, keys=_keys(kind))

    return structure


def _keys(kind: type) -> str:
    """Return the keys that a value needs; where it needs none, all that it may have."""
    fields = attrs.fields(kind)
    needed = [field.name for field in fields if field.default is attrs.NOTHING]
    return ", ".join(needed or [field.name for field in fields])


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
def converter() -> cattrs.Converter:
    """Return the converter of the model, made once."""
    for unresolved in (SummaryReport, Directive):
        attrs.resolve_types(unresolved, localns={named.__name__: named for named in _NAMED})
    both = cattrs.Converter(forbid_extra_keys=True, detailed_validation=True, omit_if_default=True)
    for type_, hook in ((str, _str), (bool, _bool), (int, _int), (Decimal, _decimal)):
        both.register_structure_hook(type_, hook)
    both.register_structure_hook(dt.date, _date)
    for kind in _ENUMS:
        both.register_structure_hook(kind, _enum)
    both.register_structure_hook_factory(attrs.has, _class_hook)
    both.register_structure_hook_factory(_is_tuple, _tuple_hook)
    both.register_structure_hook_factory(_is_optional, _union_hook)
    both.register_unstructure_hook_factory(attrs.has, _class_unhook)
    both.register_unstructure_hook_factory(_is_tuple, _tuple_unhook)
    for kind in _ENUMS:  # one by one: cattrs takes a StrEnum for the text that it also is
        both.register_unstructure_hook(kind, lambda member: member.value)
    both.register_unstructure_hook(DocumentNumber, str)
    both.register_unstructure_hook(ReportingPeriod, _period_data)
    both.register_unstructure_hook(DocumentKind, _kind_data)
    both.register_unstructure_hook(Decimal, lambda number: number)
    both.register_unstructure_hook(dt.date, lambda day: day)
    both.register_unstructure_hook(Document, _document_unhook(both))
    return both


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_optional(kind: Any) -> bool:
    return get_origin(kind) in (Union, types.UnionType)


# Unstructuring: the shortest data that loads as the same value.


def _class_unhook(kind: type, converter: cattrs.Converter) -> Callable[[Any], Any]:
    to_mapping: Callable[[Any], Any] = make_dict_unstructure_fn(
        kind, converter, _cattrs_omit_if_default=True
    )
    short = SHORT.get(kind)
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
