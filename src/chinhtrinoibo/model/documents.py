"""Documents (văn bản), and the one that a report sums up."""

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from chinhtrinoibo import words
from chinhtrinoibo.docnumber import DocumentNumber, as_number
from chinhtrinoibo.errors import InvalidDocument, InvalidKind
from chinhtrinoibo.kinds import DocumentKind, as_kind
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model._fields import as_day, cleaned
from chinhtrinoibo.model.organizations import Organization, as_organization
from chinhtrinoibo.model.secrecy import Secrecy
from chinhtrinoibo.text import clean, fold

if TYPE_CHECKING:
    from chinhtrinoibo.model.tasks import TaskGroup


@attrs.frozen(kw_only=True)
class Document:
    """A document (văn bản).

    Its identity is type, number, issuer and date: there are two Chỉ thị số 39-CT/TW.

    Attributes:
        number: number and symbol; None where the document is known by another name.
        kind: its type; read off the number where the symbol stands for one type only.
        subkind: a finer type, counted within the type, as in “quy chế phối hợp”.
        date: the day of issue.
        issuer: who issued it, which the header box need not say.
        term: the term of the issuer (khóa), in Roman numerals.
        title: the subject (trích yếu), without “về” before it.
        short_name: another name in use, as in “Nghị quyết Trung ương 4 (khóa XII)”.
        key: a name for ``[[key]]`` in prose, where the number alone does not tell.
        basis: documents that it rests on.
        task_groups: codes of the task groups that it serves.
        amends: documents that it amends.
        replaces: documents that it replaces.
        repeals: documents that it repeals.
        secrecy: the level of the mark that it bears; never inferred.

    >>> str(Document(number="39-CT/TW", date=dt.date(2014, 8, 18), issuer="Bộ Chính trị"))
    'Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị'
    """

    number: DocumentNumber | None = attrs.field(default=None, converter=as_number)
    kind: DocumentKind | None = attrs.field(default=None, converter=as_kind)
    subkind: str = attrs.field(default="", converter=clean)
    date: dt.date | None = attrs.field(default=None, converter=as_day)
    issuer: Organization | None = attrs.field(default=None, converter=as_organization)
    term: str = attrs.field(default="", converter=clean)
    title: str = attrs.field(default="", converter=clean)
    short_name: str = attrs.field(default="", converter=clean)
    key: str = attrs.field(default="", converter=clean)
    basis: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    task_groups: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    amends: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    replaces: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    repeals: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    secrecy: Secrecy | None = attrs.field(
        default=None, converter=attrs.converters.optional(Secrecy)
    )

    def __attrs_post_init__(self) -> None:
        """Read the type off the number, and take the twin of the number's own system.

        Raises:
            InvalidDocument: nothing says which document it is.
            InvalidKind: the number stands for several types, and none is said.
        """
        if self.number is None:
            if not (self.title or self.short_name):
                raise InvalidDocument(self.key, Message.of("document-empty"))
            return
        kind = self.kind
        if kind is None:
            kinds = self.number.kinds
            if len(kinds) > 1:
                known = ", ".join(map(str, kinds))
                message = Message.of("kind-ambiguous", text=self.number, known=known)
                raise InvalidKind(str(self.number), message)
            kind = kinds[0] if kinds else None
        elif kind.system is not self.number.system and kind in DocumentKind.all():
            kind = DocumentKind.named(kind.name, self.number.system)
        object.__setattr__(self, "kind", kind)

    def __str__(self) -> str:
        return self.cite()

    @cached_property
    def identity(self) -> tuple[str, str, str, str]:
        """Type, number, issuer and date (or term): what makes it this document."""
        return (
            self.kind.name if self.kind else "",
            str(self.number or fold(self.short_name or self.title)),
            fold(self.issuer.name) if self.issuer else "",
            self.date.isoformat() if self.date else self.term,
        )

    @property
    def heading(self) -> str:
        """Type and number, as in “Chỉ thị 39-CT/TW”, or the name in use."""
        if self.short_name or not self.number:
            return self.short_name or words.upper_first(self.title)
        return f"{self._kind_word} {self.number}".strip()

    def cite(self, *, comma: bool = True, title: bool = False) -> str:
        """Return the full citation (viện dẫn đầy đủ).

        Args:
            comma: whether a comma stands before “ngày”, as Party texts have it.
            title: whether the subject follows.
        """
        parts = [f"{self._kind_word} số {self.number}".strip() if self.number else self.heading]
        if self.date:
            parts.append(f"{',' if comma else ''} ngày {words.short_date(self.date)}")
        if self.issuer:
            parts.append(f" của {self.issuer}")
            parts.append(f" khóa {self.term}" if self.term else "")
        if title and self.title:
            parts.append(f" về {self.title}")
        return "".join(parts)

    @property
    def _kind_word(self) -> str:
        return words.upper_first(self.subkind or (self.kind.name if self.kind else ""))

    @property
    def names(self) -> tuple[str, ...]:
        """What prose may call it: its key, its other name, and its number."""
        number = str(self.number) if self.number else ""
        return tuple(filter(None, (self.key, self.short_name, number)))


@attrs.frozen(kw_only=True)
class Directive:
    """What is being summed up: a directive or resolution (chỉ thị, nghị quyết được tổng kết).

    Attributes:
        document: the document itself.
        task_groups: the groups of tasks that it hands down.
    """

    document: Document
    task_groups: "tuple[TaskGroup, ...]" = attrs.field(
        default=(), converter=tuple["TaskGroup", ...]
    )

    def __str__(self) -> str:
        return str(self.document)
