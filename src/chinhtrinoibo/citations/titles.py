"""Titles of cited documents (trích yếu): from “về” to where the sentence goes on.

Each pattern begins with the sign that it looks for, so that a title is passed over quickly.
"""

import re

_MOST = 700  # characters; no title is longer
_QUOTES = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»", '\\"': '\\"'}
_OPENING = re.compile(r'\\?["“‘\'«]')
_NUMBERED = (
    r"(?:nghị\squyết|chỉ\sthị|quyết\sđịnh|quy\sđịnh|kết\sluận|kế\shoạch|hướng\sdẫn|nghị\sđịnh"
    r"|thông\stư|công\svăn|tờ\strình|báo\scáo|thông\sbáo|quy\schế|luật)\s+(?:số\s*)?[0-9]"
)
_SUBJECT = (
    r"(?:Ban|Bộ|Tỉnh|Thành|Huyện|Đảng|Chính\sphủ|Ủy\sban|Uỷ\sban|UBND|HĐND|Thủ\stướng|Quốc\shội"
    r"|Hội\sđồng|Sở|Chi\sbộ|Các|Văn\sphòng|Nghị|Chỉ|Quyết|Quy|Kết|Kế|Hướng|Công|Thông|Luật|Tờ|Báo)\b"
)
_ASIDE = r"(?:trong\sđó|theo\sđó|qua\sđó|cụ\sthể|đến\snay|thời\sgian\squa|nhằm|ngày\s[0-9])\b"
_REMARK = r"(?:(?:sau\sđây|được|nay)\s)?(?:gọi|viết|là|sửa|thay|có|ban\shành|đã|kèm|bị|hết|gồm)\b"

#: Where a title in no quotes ends: the sentence, the paragraph, an aside, the next document.
_ENDS = tuple(
    (sign, re.compile(end))
    for sign, end in (
        (".", r"\.(?=\s|$|[”\"’<.])"),
        ("\n", r"\n(?=\s*\n|\s*[-*•+]\s)"),
        ("<", "<"),
        ("…", "…"),
        (";", r";(?=\s*(?:$|\n|[A-ZĐÀ-Ỹ]|(?i:số\s|căn\scứ|các\s)))"),
        (":", r":(?=\s|$)"),
        (",", rf",(?=\s+(?:{_SUBJECT}|(?i:{_ASIDE}|(?:và\s+)?{_NUMBERED})))"),
        ("(", rf"\((?=(?i:{_REMARK}))"),
        (" và ", rf" và (?=(?i:\s*(?:các\s+)?{_NUMBERED}|\s*(?:các|những)\svăn\sbản))"),
        (" do ", r" do (?=\s*[A-ZĐÀ-Ỹ][^.;]{2,80}?\sban\shành)"),
    )
)


_NEXT = (re.compile(r" số [0-9]"), re.compile("/[A-ZĐ]"))


def title_at(text: str, start: int) -> str:
    """Return the title that begins at ``start``, without its quotation marks."""
    stop = min(len(text), start + _MOST)
    if opening := _OPENING.match(text, start):
        start = opening.end()
        closing = text.find(_QUOTES.get(opening[0], opening[0]), start, stop)
        if closing >= 0:
            return _tidy(text[start:closing])
    for sign, end in _ENDS:
        at = text.find(sign, start, stop)
        if at >= 0 and (found := end.search(text, at, stop)):
            stop = found.start()
    for number in _NEXT:  # that of another document, if it stands behind a semicolon
        if found := number.search(text, start, stop):
            semicolon = text.rfind(";", start, found.start())
            stop = semicolon if semicolon >= 0 else stop
    title = _tidy(_balanced(text[start:stop]))
    return "" if title.casefold() == "việc" else title  # “về việc”, and no more


def _balanced(title: str) -> str:
    """Return what stands before a bracket that the title does not open."""
    depth = 0
    for found in re.finditer(r"[()]", title) if ")" in title else ():
        depth += 1 if found[0] == "(" else -1
        if depth < 0:
            return title[: found.start()]
    return title


def _tidy(title: str) -> str:
    return " ".join(title.split()).strip(" ,;:.-–\"“”'*_\\")
