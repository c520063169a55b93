"""An office's own file as the template: its styles and page set-up, none of its content."""

import os
from collections.abc import Iterator
from typing import Any, Self

import attrs
from docx import Document
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from chinhtrinoibo.errors import InvalidTemplate
from chinhtrinoibo.layout.profiles import Page, Profile
from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.messages import Message
from chinhtrinoibo.metrics import MILLIMETRES
from chinhtrinoibo.text import fold
from chinhtrinoibo.word import _parts
from chinhtrinoibo.word._archive import PARSER, Archive, Refused
from chinhtrinoibo.word._styles import style_sheet

_TWIP = MILLIMETRES / 20  # a twentieth of a point

#: What a report takes over from an office's file, by type of relationship.
_KEPT = frozenset({"styles", "theme", "fontTable", "settings", "numbering", "header", "footer"})
#: Traces of somebody's work, and what points out of the file.
_TRACES = ("rsids", "attachedTemplate", "mailMerge", "docVars", "proofState", "trackRevisions")


@attrs.frozen(kw_only=True)
class Template:
    """An office's own file, read and emptied.

    Attributes:
        page: its sheet.
        styles: the ids of its styles, by role; roles that it does not name have ours.
        references: its headers and footers, as section properties name them.
        parts: the parts around the document, by name.
    """

    page: Page
    styles: dict[Role, str]
    references: str
    parts: dict[str, bytes]

    @classmethod
    def read(cls, path: str | os.PathLike[str], profile: Profile) -> Self:
        """Read a file; its styles that are called like a role are taken, the others added.

        Raises:
            InvalidTemplate: the file is missing, or is no .docx.
        """
        try:
            with Archive.open(path) as archive:
                archive.refuse_doctypes()
            return cls._emptied(Document(os.fspath(path)), profile)
        except Refused as exc:
            raise InvalidTemplate(os.fspath(path), exc.reason) from exc
        except Exception as exc:
            code = "template-unreadable" if os.path.exists(path) else "template-missing"  # noqa: PTH110
            reason = Message.of(code, reason=type(exc).__name__)
            raise InvalidTemplate(os.fspath(path), reason) from exc

    @classmethod
    def _emptied(cls, office: Any, profile: Profile) -> Self:
        section = office.sections[-1]._sectPr  # noqa: SLF001 - python-docx has no public way
        styles = _adopted(office.styles.element, style_sheet(profile))
        inherited = (_references(each._sectPr) for each in reversed(office.sections))  # noqa: SLF001
        references = next(filter(None, inherited), {})
        return cls(
            page=_page(section, profile.page),
            styles=styles,
            references="".join(f'{ref} r:id="{id_}"/>' for id_, ref in references.items())
            or _parts.HEADER_REFERENCE,
            parts=_around(office.part, references),
        )


def _adopted(office: Any, ours: str) -> dict[Role, str]:
    """Find the office's style of each role by its name, and add ours where there is none.

    Ids are looked up and never assumed: a Word in another language has its own.
    """
    names = {_name(style): style.get(qn("w:styleId")) for style in office.iter(qn("w:style"))}
    roles = {fold(role.style_name): role for role in Role}
    found = {}
    sheet = etree.fromstring(ours.encode(), PARSER).findall(qn("w:style"))
    renamed = {style.get(qn("w:styleId")): names.get(_name(style)) for style in sheet}
    for style in sheet:
        name, id_ = _name(style), style.get(qn("w:styleId"))
        if name not in names:
            if id_ in names.values():
                id_ = f"{id_}-{len(names)}"  # taken by a style that is called otherwise
                style.set(qn("w:styleId"), id_)
            for base in style.iter(qn("w:basedOn")):
                ours_id = base.get(qn("w:val"), "")
                base.set(qn("w:val"), renamed[ours_id] or ours_id)
            office.append(style)
            names[name] = id_
        if name in roles:
            found[roles[name]] = names[name]
    return found


def _name(style: Any) -> str:
    """Return the name of a style as its users compare it."""
    name = style.find(qn("w:name"))
    return "" if name is None else fold(name.get(qn("w:val"), ""))


def _references(section: Any) -> dict[str, str]:
    """Return how a section names its headers and footers, by relationship."""
    return {
        str(element.get(qn("r:id"))): f'<w:{kind} w:type="{element.get(qn("w:type"))}"'
        for kind in ("headerReference", "footerReference")
        for element in section.findall(qn(f"w:{kind}"))
    }


def _page(section: Any, usual: Page) -> Page:
    """Return the office's sheet; what it does not say is as usual."""
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    said: dict[str, Any] = {}
    for element, names in ((size, {"width": "w", "height": "h"}), (margins, _MARGINS)):
        for field, name in names.items():
            if element is not None and element.get(qn(f"w:{name}")):
                said[field] = abs(int(element.get(qn(f"w:{name}")))) * _TWIP
    return usual._replace(**said)


_MARGINS = {name: name for name in ("top", "bottom", "left", "right", "header")}


def _around(document: Part, references: dict[str, str]) -> dict[str, bytes]:
    """Return the parts around the document, with their relationships and content types."""
    kept = {
        id_: (rel.reltype, rel.target_part)
        for id_, rel in document.rels.items()
        if not rel.is_external and _is_kept(rel.reltype, id_, references)
    }
    parts = dict(_parts_of(part for _, part in kept.values()))
    targets = {id_: (kind, str(part.partname)) for id_, (kind, part) in kept.items()}
    types = {f"/{name}": part.content_type for name, part in parts.items()}
    blobs = {name: _scrubbed(part) for name, part in parts.items()}
    if not references:
        targets[_parts.HEADER_ID] = _parts.OWN_HEADER
        types[_parts.OWN_HEADER[1]] = _parts.HEADER_TYPE
        blobs[_parts.OWN_HEADER[1][1:]] = _parts.HEADER.encode()
    for name, part in parts.items():
        below = {
            id_: (rel.reltype, str(rel.target_part.partname))
            for id_, rel in part.rels.items()
            if not rel.is_external and not name.endswith("settings.xml")
        }
        if below:
            folder, _, file = name.rpartition("/")
            blobs[f"{folder}/_rels/{file}.rels"] = _parts.relationships(below).encode()
    return {
        "[Content_Types].xml": _parts.content_types(types).encode(),
        "_rels/.rels": _parts.PACKAGE_RELATIONSHIPS.encode(),
        "word/_rels/document.xml.rels": _parts.relationships(targets).encode(),
        **blobs,
    }


def _is_kept(kind: str, id_: str, references: dict[str, str]) -> bool:
    name = kind.rpartition("/")[2]
    return name in _KEPT and (name not in {"header", "footer"} or id_ in references)


def _parts_of(parts: Iterator[Part]) -> Iterator[tuple[str, Part]]:
    """Yield parts and the parts that they rest on, such as the picture in a header."""
    for part in parts:
        name = str(part.partname)[1:]
        yield name, part
        if not name.endswith("settings.xml"):
            below = (rel.target_part for rel in part.rels.values() if not rel.is_external)
            yield from _parts_of(below)


def _scrubbed(part: Part) -> bytes:
    """Return a part without traces of the work on it."""
    blob: bytes = part.blob
    if not part.content_type.endswith("+xml"):
        return blob
    root = etree.fromstring(blob, PARSER)
    for element in [*root.iter(*(qn(f"w:{name}") for name in (*_TRACES, "rsid")))]:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for element in root.iter(etree.Element):
        for name in [name for name in element.attrib if "}rsid" in str(name)]:
            del element.attrib[name]
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
