"""What conformity checkers do not see: an independent look at a written package."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from openxml_audit import OpenXmlValidator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def parts(content: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """Return parts as a package."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, blob in parts.items():
            package.writestr(name, blob)
    return content.getvalue()


def document(content: bytes) -> etree._Element:
    """Return the root of the document part."""
    return etree.fromstring(parts(content)["word/document.xml"])


def text(content: bytes) -> str:
    """Return the words of the document, a paragraph a line."""
    return "\n".join(
        "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        for paragraph in document(content).iter(f"{W}p")
    )


def audit(path: Path) -> list[str]:
    """Return what an independent checker finds in a file, under its strict policy."""
    validator = OpenXmlValidator(max_errors=0, security_validation=True, strict=True)
    return [str(error) for error in validator.validate(path).errors]


def faults(content: bytes) -> Iterator[str]:
    """Yield what is wrong with a package, in words."""
    package = parts(content)
    roots = {name: etree.fromstring(blob) for name, blob in package.items()}
    yield from _unclosed_fields(roots)
    yield from _broken_rows(roots["word/document.xml"])
    yield from _unknown_styles(roots)
    yield from _dangling_relationships(roots)
    yield from _bad_dates(roots["docProps/core.xml"])
    yield from _bare_cells(roots["word/document.xml"])
    yield from _loose_comments(roots)


def _unclosed_fields(roots: dict[str, etree._Element]) -> Iterator[str]:
    for name, root in roots.items():
        depth = 0
        for mark in root.iter(f"{W}fldChar"):
            depth += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType", ""), 0)
        if depth:
            yield f"{name}: a field is not closed"


def _broken_rows(body: etree._Element) -> Iterator[str]:
    for table in body.iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w", "0")) for column in table.iter(f"{W}gridCol")]
        for number, row in enumerate(table.findall(f"{W}tr"), 1):
            cells = row.findall(f"{W}tc")
            widths = [int(width.get(f"{W}w", "0")) for width in row.iter(f"{W}tcW")]
            if len(cells) != len(grid) or widths not in ([], grid):
                yield f"row {number} does not fit its grid"


def _unknown_styles(roots: dict[str, etree._Element]) -> Iterator[str]:
    styles = roots["word/styles.xml"].iter(f"{W}style")
    known = {style.get(f"{W}styleId") for style in styles}
    for name, root in roots.items():
        for tag in ("pStyle", "tblStyle", "rStyle", "basedOn"):
            for use in root.iter(f"{W}{tag}"):
                if use.get(f"{W}val") not in known:
                    yield f"{name}: style {use.get(f'{W}val')} is not defined"


def _dangling_relationships(roots: dict[str, etree._Element]) -> Iterator[str]:
    relationships = roots["word/_rels/document.xml.rels"].iter(_RELATIONSHIPS)
    targets = {rel.get("Id"): rel.get("Target", "") for rel in relationships}
    for element in roots["word/document.xml"].iter():
        if (used := element.get(f"{R}id")) and used not in targets:
            yield f"relationship {used} has no target"
    for target in targets.values():
        name = target.removeprefix("/") if target.startswith("/") else f"word/{target}"
        if name not in roots:
            yield f"part {name} is missing"


def _bad_dates(core: etree._Element) -> Iterator[str]:
    for element in core:
        name = etree.QName(element).localname
        if name in {"created", "modified"} and not _DATE.fullmatch(element.text or ""):
            yield f"core property {name} is no date"


def _bare_cells(body: etree._Element) -> Iterator[str]:
    for cell in body.iter(f"{W}tc"):
        if cell[-1].tag != f"{W}p":
            yield "a cell does not end in a paragraph"


def _loose_comments(roots: dict[str, etree._Element]) -> Iterator[str]:
    """Yield comments without a range, and ranges without a comment or an end."""
    part = roots.get("word/comments.xml")
    known = [] if part is None else [note.get(f"{W}id") for note in part.iter(f"{W}comment")]
    if len(set(known)) < len(known):
        yield "two comments share an id"
    order: dict[str | None, list[str]] = {}
    for mark in roots["word/document.xml"].iter(*_COMMENT_MARKS):
        order.setdefault(mark.get(f"{W}id"), []).append(str(mark.tag).removeprefix(W))
    for id_ in {*known, *order}:
        if order.get(id_) != ["commentRangeStart", "commentRangeEnd", "commentReference"]:
            yield f"comment {id_} has no proper range"
        if id_ not in known:
            yield f"comment {id_} does not exist"


_COMMENT_MARKS = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
