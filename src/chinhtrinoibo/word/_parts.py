"""The parts of the package around the document: a slim template of our own.

No theme fonts, no author, no thumbnail, no revision marks: what stands here is all there is.
"""

import datetime as dt
from collections.abc import Mapping

from chinhtrinoibo.layout.blocks import PageBreak
from chinhtrinoibo.layout.profiles import Page
from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.word._styles import FONT, LANGUAGE
from chinhtrinoibo.word._xml import DECLARATION, R, W, dxa, escape

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_ML = "application/vnd.openxmlformats-officedocument.wordprocessingml"

DOCUMENT, CORE = "word/document.xml", "docProps/core.xml"
COMMENTS = "word/comments.xml"

#: The header of our own: the id and target of its relationship, and how a section names it.
HEADER_ID = "rIdHeader"
HEADER_TYPE = f"{_ML}.header+xml"
OWN_HEADER = (f"{_OFFICE}/header", "/word/header-number.xml")
HEADER_REFERENCE = f'<w:headerReference w:type="default" r:id="{HEADER_ID}"/>'

PACKAGE_RELATIONSHIPS = (
    f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)


_COMMENTS_TYPE = f'<Override PartName="/{COMMENTS}" ContentType="{_ML}.comments+xml"/></Types>'
_COMMENTS_LINK = (
    f'<Relationship Id="rIdComments" Type="{_OFFICE}/comments" Target="/{COMMENTS}"/>'
    "</Relationships>"
)


def commented(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts around a document that has comments: they are named in two places."""
    types, links = "[Content_Types].xml", "word/_rels/document.xml.rels"
    return {
        **parts,
        types: parts[types].replace(b"</Types>", _COMMENTS_TYPE.encode()),
        links: parts[links].replace(b"</Relationships>", _COMMENTS_LINK.encode()),
    }


def content_types(parts: Mapping[str, str]) -> str:
    """Return ``[Content_Types].xml`` for the document, the core properties and further parts."""
    overrides = {
        f"/{DOCUMENT}": f"{_ML}.document.main+xml",
        f"/{CORE}": "application/vnd.openxmlformats-package.core-properties+xml",
        **parts,
    }
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="{name}" ContentType="{kind}"/>'
            for name, kind in overrides.items()
        )
        + "</Types>"
    )


def relationships(targets: Mapping[str, tuple[str, str]]) -> str:
    """Return the relationships of the document: id, type and target part."""
    return (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>'
            for id_, (kind, target) in targets.items()
        )
        + "</Relationships>"
    )


FONT_TABLE = (
    f'{DECLARATION}<w:fonts xmlns:w="{W}"><w:font w:name="{FONT}">'
    '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>'
    '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)

HEADER = (
    f'{DECLARATION}<w:hdr xmlns:w="{W}"><w:p><w:pPr>'
    f'<w:pStyle w:val="{Role.PAGE_NUMBER.style_id}"/></w:pPr>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>'
)

_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "000000",
    "lt2": "FFFFFF",
    **dict.fromkeys(("accent1", "accent2", "accent3", "accent4", "accent5", "accent6"), "000000"),
    "hlink": "000000",
    "folHlink": "000000",
}
_FACE = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"

THEME = (
    f'{DECLARATION}<a:theme xmlns:a="{_A}" name="Văn bản"><a:themeElements>'
    '<a:clrScheme name="Văn bản">'
    + "".join(
        f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in _COLOURS.items()
    )
    + '</a:clrScheme><a:fontScheme name="Văn bản">'
    f"<a:majorFont>{_FACE}</a:majorFont><a:minorFont>{_FACE}</a:minorFont></a:fontScheme>"
    f'<a:fmtScheme name="Văn bản"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
    "</a:themeElements></a:theme>"
)


def frame(styles: str, *, mirrored: bool) -> dict[str, str]:
    """Return the parts around the document, by name."""
    parts = {
        "styles": (styles, f"{_ML}.styles+xml", "styles"),
        "settings": (settings(mirrored=mirrored), f"{_ML}.settings+xml", "settings"),
        "fontTable": (FONT_TABLE, f"{_ML}.fontTable+xml", "fontTable"),
        "theme": (THEME, "application/vnd.openxmlformats-officedocument.theme+xml", "theme/theme1"),
        "header": (HEADER, HEADER_TYPE, "header-number"),
    }
    names = {kind: f"/word/{file}.xml" for kind, (_, _, file) in parts.items()}
    ids = {kind: HEADER_ID if kind == "header" else f"rId{kind}" for kind in parts}
    return {
        "[Content_Types].xml": content_types(
            {names[kind]: type_ for kind, (_, type_, _) in parts.items()}
        ),
        "_rels/.rels": PACKAGE_RELATIONSHIPS,
        "word/_rels/document.xml.rels": relationships(
            {ids[kind]: (f"{_OFFICE}/{kind}", names[kind]) for kind in parts}
        ),
        **{names[kind][1:]: text for kind, (text, _, _) in parts.items()},
    }


def settings(*, mirrored: bool) -> str:
    """Return ``settings.xml``; margins change sides on even pages when ``mirrored``."""
    return (
        f'{DECLARATION}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>'
        + ("<w:mirrorMargins/>" if mirrored else "")
        + '<w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def core_properties(title: str, creator: str, number: str, day: dt.date | None) -> str:
    """Return ``core.xml``: what the report says of itself, and its own day as the only time."""
    stamp = "" if day is None else f"{day.isoformat()}T00:00:00Z"
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>'
        for name in ("created", "modified")
        if stamp
    )
    identifier = f"<dc:identifier>{escape(number)}</dc:identifier>" if number else ""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(creator)}</dc:creator>"
        f"{identifier}<dc:language>{LANGUAGE}</dc:language>{dates}</cp:coreProperties>"
    )


ROOT = f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>'
END = "</w:body></w:document>"


def section(page: Page, start: PageBreak, first: bool, references: str = HEADER_REFERENCE) -> str:
    """Return the properties of a section; only the first page of the file has no number."""
    turned = ' w:orient="landscape"' if start.landscape else ""
    numbers = '<w:pgNumType w:start="1"/>' if start.restart_numbers else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{dxa(page.width)}" w:h="{dxa(page.height)}"{turned}/>'
        f'<w:pgMar w:top="{dxa(page.top)}" w:right="{dxa(page.right)}"'
        f' w:bottom="{dxa(page.bottom)}" w:left="{dxa(page.left)}"'
        f' w:header="{dxa(page.header)}" w:footer="{dxa(page.header)}" w:gutter="0"/>'
        f"{numbers}{'<w:titlePg/>' if first else ''}</w:sectPr>"
    )
