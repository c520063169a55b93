"""The words of a .docx, paragraph by paragraph, as a reader of the page sees them.

A foreign file owes us no structure, and no good will: it is read with care, and only for its text.
"""

import io
import os
import posixpath
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from itertools import chain, islice
from typing import BinaryIO

from lxml import etree

from chinhtrinoibo.errors import UnreadableSource
from chinhtrinoibo.messages import Message
from chinhtrinoibo.word._archive import Archive, Refused, blocks

_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",  # of files in the strict form
)
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATIVES, _CHOICE = f"{_COMPATIBILITY}AlternateContent", f"{_COMPATIBILITY}Choice"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

#: What stands for elements of a run that are no text.
_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
}
#: What is no text of the page: properties, deleted and moved text, instructions of fields.
_SILENT = frozenset(
    (
        "pPr",
        "rPr",
        "sectPr",
        "tblPr",
        "tblGrid",
        "trPr",
        "tcPr",
        "sdtPr",
        "sdtEndPr",
        "rubyPr",
        "rt",
    )
) | {"del", "moveFrom", "delText", "instrText", "delInstrText"}
_REMOVED = frozenset(("del", "moveFrom", "cellDel"))
_SEPARATORS = frozenset(("separator", "continuationSeparator", "continuationNotice"))
#: The elements that hold paragraphs, and may stand in a body, a table, or among notes.
_HOLDERS = ("p", "tr", "tbl", "sdt", "customXml", "footnote", "endnote")
_BLOCKS = (*(f"{{{space}}}{name}" for space in _NAMESPACES for name in _HOLDERS), _ALTERNATIVES)

_CODES: dict[type[Exception], str] = {
    FileNotFoundError: "source-missing",
    NotADirectoryError: "source-missing",
    PermissionError: "source-permission",
    IsADirectoryError: "source-folder",
}


def read_paragraphs(source: str | os.PathLike[str] | bytes | BinaryIO) -> tuple[str, ...]:
    r"""Return the paragraphs of a .docx in the order of the document.

    Cells of tables are read row by row, text boxes behind the paragraph that holds them, notes
    behind the body. Tabs and line breaks are ``\t`` and ``\n``. Deleted text is left out, inserted
    text kept; of fields there is what they print.

    Args:
        source: a path, the bytes of a file, or a binary file that can be rewound.

    Raises:
        UnreadableSource: it is no .docx, or none that may be opened.
    """
    name = os.fspath(source) if isinstance(source, str | os.PathLike) else ""
    opened = io.BytesIO(source) if isinstance(source, bytes) else source
    try:
        with Archive.open(opened) as archive:
            return tuple(_document(archive))
    except Refused as exc:
        raise UnreadableSource(name, exc.reason) from exc
    except (OSError, ValueError) as exc:  # a ValueError if the path holds a null character
        code = _CODES.get(type(exc), "source-unreadable")
        raise UnreadableSource(name, Message.of(code, problem=exc)) from exc


def _document(archive: Archive) -> Iterator[str]:
    main = next(_targets(archive, "", "officeDocument"), "")
    if main not in archive.names:
        raise Refused(Message.of("docx-no-document"))
    yield from _part(archive, main, "body")
    for kind in ("footnotes", "endnotes"):
        for name in _targets(archive, main, kind):
            if name in archive.names:
                yield from _part(archive, name, kind)


def _targets(archive: Archive, part: str, kind: str) -> Iterator[str]:
    """Yield the parts that a part names as of a kind."""
    folder, _, file = part.rpartition("/")
    relationships = posixpath.join(folder, "_rels", f"{file}.rels")
    if relationships not in archive.names:
        return
    for link in archive.xml(relationships).iter(_RELATIONSHIP):
        if link.get("Type", "").endswith(f"/{kind}") and link.get("TargetMode") != "External":
            target = posixpath.join("/", folder, link.get("Target", ""))
            yield posixpath.normpath(target).lstrip("/")


def _part(archive: Archive, name: str, container: str) -> Iterator[str]:
    """Yield the paragraphs of a part, of which never more than a row or a block stands in memory.

    Raises:
        Refused: it declares a document type, is no XML, or holds a block without end.
    """
    page = _Page()
    with archive.part(name) as part:
        for block in blocks(name, part, _BLOCKS, partial(_is_whole, container)):
            yield from page.block(block)
    yield from page.rest()


def _is_whole(container: str, element: etree._Element) -> bool:
    """Tell whether an element is a block of the part, or a row of a table that is one."""
    parent = element.getparent()
    if parent is not None and _kind(parent) == "tbl":
        parent = parent.getparent()
    return parent is not None and _kind(parent) == container


class _Page:
    """What is remembered from block to block: open fields, and a paragraph whose end is deleted."""

    def __init__(self) -> None:
        self._printing: list[bool] = []  # of each open field, whether its result has begun
        self._carried = ""

    def block(self, element: etree._Element) -> Iterator[str]:
        """Yield the paragraphs within an element."""
        kind = _kind(element)
        if kind == "p":
            yield from self._paragraph(element)
        elif not (kind in _SILENT or _is_removed(element, kind)):
            for child in _shown(element, kind):
                yield from self.block(child)

    def rest(self) -> Iterator[str]:
        """Yield what is left at the end of the part."""
        if self._carried:
            yield self._carried

    def _paragraph(self, element: etree._Element) -> Iterator[str]:
        boxes: list[etree._Element] = []
        text = self._carried + "".join(self._texts(element, boxes))
        joined = _is_removed(element, "p")  # with the next
        self._carried = text if joined else ""
        if not joined:
            yield text
        for box in boxes:
            inside = _Page()
            for child in box:
                yield from inside.block(child)
            yield from inside.rest()

    def _texts(self, element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
        """Yield the text within a paragraph; text boxes are put aside."""
        for child in _shown(element, _kind(element)):
            kind = _kind(child)
            if kind == "t":
                yield (child.text or "") if all(self._printing) else ""
            elif kind in _SIGNS:
                yield _SIGNS[kind] if all(self._printing) else ""
            elif kind == "fldChar":
                self._field(child)
            elif kind == "txbxContent":
                boxes.append(child)
            elif kind not in _SILENT:
                yield from self._texts(child, boxes)

    def _field(self, mark: etree._Element) -> None:
        match _attribute(mark, "fldCharType"):
            case "begin":
                self._printing.append(False)
            case "separate" if self._printing:
                self._printing[-1] = True
            case "end" if self._printing:
                self._printing.pop()


def _shown(element: etree._Element, kind: str) -> Iterator[etree._Element]:
    """Yield the children of an element; of alternatives only the first."""
    if kind != _ALTERNATIVES:
        return iter(element)
    choices = (child for child in element if _kind(child) == _CHOICE)
    return islice(choices, 1)


def _is_removed(element: etree._Element, kind: str) -> bool:
    """Tell whether a paragraph's end, a row or a cell is deleted, or a note is only a line."""
    if kind in {"footnote", "endnote"}:
        return _attribute(element, "type") in _SEPARATORS
    marks: Iterable[etree._Element] = (
        mark
        for outer in element
        if _kind(outer) == f"{kind}Pr"
        for mark in (outer if kind != "p" else chain.from_iterable(outer))
    )
    return any(_kind(mark) in _REMOVED for mark in marks)


def _attribute(element: etree._Element, name: str) -> str:
    found = (element.get(f"{{{space}}}{name}") for space in _NAMESPACES)
    return next(filter(None, found), "")


def _kind(element: etree._Element) -> str:
    """Return the name of an element of WordprocessingML; others are told by their whole name."""
    return _local(element.tag)


@lru_cache(512)  # a hostile file may make up names without end
def _local(tag: str) -> str:
    namespace, _, name = tag[1:].partition("}")
    return name if namespace in _NAMESPACES else tag
