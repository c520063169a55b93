"""The style sheet of a form: one real Word style for each role."""

from chinhtrinoibo.layout.profiles import Look, Profile
from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.word._xml import DECLARATION, W, dxa, twips

FONT = "Times New Roman"
LANGUAGE = "vi-VN"

#: Styles that carry no role: a drawn line, and the seam between a table and what follows.
RULE, SEAM, GRID = "DuongKe", "DoanNoi", "KeO"

_FIXED = f"""\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>\
</w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>\
<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>\
<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="{GRID}"><w:name w:val="Kẻ ô"/>\
<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>\
<w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/>\
<w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/>\
<w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/>\
<w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/>\
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/>\
<w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/>\
</w:tblBorders></w:tblPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="{RULE}"><w:name w:val="Đường kẻ"/>\
<w:basedOn w:val="Normal"/><w:pPr><w:pBdr>\
<w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:pBdr>\
<w:spacing w:before="40" w:line="120" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr>\
<w:rPr><w:sz w:val="2"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="{SEAM}"><w:name w:val="Đoạn nối"/>\
<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>\
<w:rPr><w:sz w:val="2"/></w:rPr></w:style>"""


def style_sheet(profile: Profile) -> str:
    """Return ``styles.xml`` for a form."""
    size = round(profile.looks[Role.BODY].size * 2)
    fonts = f'w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/></w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    roles = "\n".join(role_style(role, look) for role, look in profile.looks.items())
    return f'{DECLARATION}<w:styles xmlns:w="{W}">{defaults}\n{_FIXED}\n{roles}</w:styles>'


def role_style(role: Role, look: Look) -> str:
    """Return the style of one role."""
    custom = "" if role.style_name.startswith("heading") else ' w:customStyle="1"'
    level = role.outline_level
    outline = "" if level is None else f'<w:outlineLvl w:val="{level}"/>'
    keep = "" if level is None else "<w:keepNext/>"
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{role.style_id}">'
        f'<w:name w:val="{role.style_name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{keep}{_spacing(look)}{_indent(look)}"
        f'<w:jc w:val="{"both" if look.align == "justify" else look.align}"/>{outline}</w:pPr>'
        f"<w:rPr>{_letters(look)}</w:rPr></w:style>"
    )


def _spacing(look: Look) -> str:
    line = f' w:line="{twips(look.line)}" w:lineRule="exact"' if look.line else ""
    return f'<w:spacing w:before="{twips(look.before)}" w:after="{twips(look.after)}"{line}/>'


def _indent(look: Look) -> str:
    return f'<w:ind w:firstLine="{dxa(look.indent)}"/>' if look.indent else ""


def _letters(look: Look) -> str:
    size = round(look.size * 2)
    return (
        ("<w:b/><w:bCs/>" if look.bold else "")
        + ("<w:i/><w:iCs/>" if look.italic else "")
        + f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        + ('<w:u w:val="single"/>' if look.underline else "")
    )
