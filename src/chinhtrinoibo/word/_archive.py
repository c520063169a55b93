"""Packages of others, opened with care: bounded in size, and without document types.

The one parser for XML that is not ours stands here.
"""

import os
import zlib
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO, Self, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import attrs
from lxml import etree

from chinhtrinoibo.messages import Message

#: How XML of others is parsed: nothing is expanded, fetched or grown without bound.
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)

MOST_PARTS = 10_000
MOST_BYTES = 512 * 2**20  # of all parts together, unpacked
MOST_RATIO = 400  # of unpacked to packed: the most repetitive of long tables packs to a hundredth
MOST_HELD = 32 * 2**20  # bytes of one block, such as a paragraph or a row
_SMALL = 2**20  # bytes, below which a ratio says nothing

_PROLOG = 4096  # bytes, in which a declaration would stand
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how the files of older Words begin, and encrypted ones
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HEAD = 2**20  # bytes of such a file, in which the names of its streams are looked for


class Refused(Exception):
    """A package is not opened; the message says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason


@attrs.frozen
class Archive:
    """A package that has been looked over and may be read."""

    _package: ZipFile

    @classmethod
    @contextmanager
    def open(cls, source: str | os.PathLike[str] | BinaryIO) -> Iterator[Self]:
        """Open a package, and close it behind the block.

        Raises:
            Refused: it is no package, is encrypted, or unpacks to too much.
            OSError: it cannot be opened.
        """
        try:
            with ZipFile(source) as package:
                _look_over(package.infolist())
                yield cls(package)
        except (BadZipFile, zlib.error, EOFError, NotImplementedError) as exc:
            raise Refused(_no_package(source)) from exc

    @property
    def names(self) -> list[str]:
        """The names of its parts."""
        return self._package.namelist()

    @contextmanager
    def part(self, name: str) -> Iterator[IO[bytes]]:
        """Open a part for reading.

        Raises:
            Refused: it declares a document type: none of Word's does.
        """
        with self._package.open(name) as part:
            prolog = part.read(_PROLOG)
        if b"<!DOCTYPE" in prolog.replace(b"\0", b""):  # in any width of letters
            raise doctype(name)
        with self._package.open(name) as part:
            yield part

    def refuse_doctypes(self) -> None:
        """Look at the beginning of every part.

        Raises:
            Refused: one declares a document type.
        """
        for name in self.names:
            with self.part(name):
                pass

    def xml(self, name: str) -> etree._Element:
        """Return the root of a part.

        Raises:
            Refused: it declares a document type, or is no XML.
        """
        with self.part(name) as part:
            try:
                tree = etree.parse(cast("IO[bytes]", _Metered(name, part)), PARSER)
            except etree.XMLSyntaxError as exc:
                raise broken(name) from exc
        if tree.docinfo.internalDTD is not None:
            raise doctype(name)
        return tree.getroot()


class _Metered:
    """A part as a parser reads it, block by block: none may be larger than ``MOST_HELD``."""

    def __init__(self, name: str, part: IO[bytes]) -> None:
        self._name, self._part, self.held = name, part, 0

    def read(self, size: int = -1) -> bytes:
        """Read on.

        Raises:
            Refused: the block that is being read has no end.
        """
        chunk = self._part.read(size)
        self.held += len(chunk)
        if self.held > MOST_HELD:
            raise Refused(Message.of("docx-block", part=self._name))
        return chunk


def blocks(
    name: str, part: IO[bytes], tags: Collection[str], whole: Callable[[etree._Element], bool]
) -> Iterator[etree._Element]:
    """Yield the blocks of a part, each when it is complete; the next lets it go.

    Args:
        name: the name of the part.
        part: the part.
        tags: what blocks are called.
        whole: tells whether an element that is called so is a block, and not within one.

    Raises:
        Refused: the part declares a document type, is no XML, or holds a block without end.
    """
    metered = _Metered(name, part)
    found = etree.iterparse(
        metered,
        events=("end",),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for number, (_, element) in enumerate(found):
            if not number and element.getroottree().docinfo.internalDTD is not None:
                raise doctype(name)
            if whole(element):
                yield element
                _forget(element)
                metered.held = 0
    except etree.XMLSyntaxError as exc:
        raise broken(name) from exc


def _forget(element: etree._Element) -> None:
    """Let an element and all before it go."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def doctype(name: str) -> Refused:
    """Return the refusal of a part that declares a document type."""
    return Refused(Message.of("docx-doctype", part=name))


def broken(name: str) -> Refused:
    """Return the refusal of a part that is no XML."""
    return Refused(Message.of("docx-broken", part=name))


def _look_over(parts: list[ZipInfo]) -> None:
    """Refuse what would unpack to more than any report; sizes that lie fail their checksum.

    Raises:
        Refused: there are too many parts, too many bytes, or an encrypted part.
    """
    size = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS:
        raise Refused(Message.of("docx-parts", count=len(parts), most=MOST_PARTS))
    if size > MOST_BYTES or any(map(_is_bomb, parts)):
        limits = {"most": MOST_BYTES // 2**20, "ratio": MOST_RATIO}
        raise Refused(Message.of("docx-size", **limits))
    if any(part.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for part in parts):
        raise Refused(Message.of("docx-no-zip"))
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(Message.of("docx-encrypted"))


def _is_bomb(part: ZipInfo) -> bool:
    return part.file_size > _SMALL and part.file_size > MOST_RATIO * max(part.compress_size, 1)


def _no_package(source: str | os.PathLike[str] | BinaryIO) -> Message:
    """Say what a file is that is no zip."""
    if isinstance(source, str | os.PathLike):
        with open(source, "rb") as file:  # noqa: PTH123 - as zipfile opens it
            head = file.read(_HEAD)
    else:
        source.seek(0)
        head = source.read(_HEAD)
    if not head.startswith(_OLE):
        return Message.of("docx-no-zip")
    return Message.of("docx-encrypted" if _ENCRYPTED in head else "docx-legacy")
