"""Registers of documents (danh mục văn bản), and what they add up to."""

from collections.abc import Callable, Iterable, Iterator
from typing import Self

import attrs

from chinhtrinoibo.model.documents import Document
from chinhtrinoibo.tallies import Tally


@attrs.frozen(kw_only=True)
class Register:
    """A register of documents (danh mục văn bản): listed, or stated as counts only.

    Attributes:
        documents: the listed documents.
        stated: counts given without a list; the one without a key is the whole register's.

    >>> register = Register(documents=[Document(number="01-KH/TU"), Document(number="02-KH/TU")])
    >>> print(register.tally())
    02 văn bản, trong đó có 02 kế hoạch
    """

    documents: tuple[Document, ...] = attrs.field(default=(), converter=tuple[Document, ...])
    stated: tuple[Tally, ...] = attrs.field(default=(), converter=tuple[Tally, ...])

    def __len__(self) -> int:
        return len(self.documents)

    def __iter__(self) -> Iterator[Document]:
        return iter(self.documents)

    def __str__(self) -> str:
        return str(self.tally() or "")

    def where(self, wanted: Callable[[Document], bool]) -> Self:
        """Return the register of the listed documents for which ``wanted`` holds."""
        return type(self)(documents=tuple(filter(wanted, self.documents)))

    def of_task_group(self, code: str) -> Self:
        """Return the register of the listed documents that serve a task group."""
        return self.where(lambda document: code in document.task_groups)

    def tally(self, key: str = "") -> Tally | None:
        """Return the tally by kind: counted where documents are listed, otherwise as stated.

        Args:
            key: the code of a task group, or the key of a stated tally; empty for all.

        Returns:
            The tally, or None where nothing is listed or stated under ``key``.
        """
        listed = self.of_task_group(key) if key else self
        if listed.documents:
            return attrs.evolve(_tally(listed.documents), key=key)
        return next((tally for tally in self.stated if tally.key == key), None)

    def to_rows(self) -> list[dict[str, object]]:
        """Return one plain mapping a document, ready for any data frame."""
        return [
            {
                "number": str(document.number or ""),
                "kind": document.kind.name if document.kind else "",
                "subkind": document.subkind,
                "date": document.date,
                "issuer": document.issuer.name if document.issuer else "",
                "title": document.title,
            }
            for document in self.documents
        ]


def _tally(documents: Iterable[Document]) -> Tally:
    def rank(document: Document) -> tuple[int, str]:
        return (document.kind.rank, document.kind.name) if document.kind else (99, "")

    return Tally.count(
        (document.kind.name if document.kind else "văn bản khác", document.subkind)
        for document in sorted(documents, key=rank)
    )
