"""Titles of cited documents (trích yếu): from “về” to where the sentence goes on.

Each pattern begins with the sign that it looks for, so that a title is passed over quickly.
"""

import re

_MOST = 700  # characters; no title is longer
_QUOTES = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»", '\\"': '\\"'}
_PAIRS = (("“", "”"), ("‘", "’"))
_MARKS = frozenset("“”‘’\"'")
_EDGES = " ,;:.-–*_\\\t\r\n\xa0"
_OPENING = re.compile(r'\\?["“‘\'«]')
_NUMBERED = (
    r"(?:[Nn]ghị (?:quyết|định)|[Cc]hỉ thị|[Qq]uyết định|[Qq]uy (?:định|chế)|[Kk]ết luận"
    r"|[Kk]ế hoạch|[Hh]ướng dẫn|[Tt]hông (?:tư|báo)|[Cc]ông văn|[Tt]ờ trình|[Bb]áo cáo|[Ll]uật)"
    r" (?:số )?[0-9]"
)
_SUBJECT = (
    r"(?:Ban|Bộ|Tỉnh|Thành|Huyện|Đảng|Chính phủ|Ủy ban|Uỷ ban|UBND|HĐND|Thủ tướng|Quốc hội"
    r"|Hội đồng|Sở|Chi bộ|Các|Văn phòng|Nghị (?:quyết|định)|Chỉ thị|Quyết định|Quy (?:định|chế)"
    r"|Kết luận|Kế hoạch|Hướng dẫn|Công văn|Thông (?:tư|báo|tri)|Luật|Tờ trình|Báo cáo)\b"
)
_ASIDE = r"(?:trong đó|theo đó|qua đó|cụ thể|đến nay|thời gian qua|nhằm|ngày [0-9])\b"
_REMARK = r"(?:(?:sau đây|được|nay) )?(?:gọi|viết|là|sửa|thay|có|ban hành|đã|kèm|bị|hết|gồm)\b"

#: Where a title in no quotes ends: the sentence, the paragraph, an aside, the next document. The
#: sign that each begins with is looked for first.
_ENDS = tuple(
    (sign, re.compile(end))
    for sign, end in (
        (".", r"\.(?=\s|$|[”\"’<.])"),
        ("\n", r"\n(?=\s*\n|\s*[-*•+]\s)"),
        ("<", "<"),
        ("…", "…"),
        (";", r";(?=\s*(?:$|\n|[A-ZĐÀ-Ỹ]|số\s|căn cứ|các\s))"),
        (":", r":(?=\s|$)"),
        (",", rf",(?=\s+(?:{_SUBJECT}|{_ASIDE}|(?:và )?{_NUMBERED}))"),
        ("(", rf"\((?={_REMARK})"),
        (" và ", rf" và (?=(?:các )?{_NUMBERED}|(?:các|những) văn bản)"),
        (" do ", r" do (?=[A-ZĐÀ-Ỹ][^.;]{2,80}? ban hành)"),
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
    if "\n" in title or "  " in title:
        title = " ".join(title.split())
    title = title.strip(_EDGES)
    while title and not _MARKS.isdisjoint((title[0], title[-1])):
        if (edge := _lone_quote(title)) is None:
            break
        title = (title[1:] if edge == 0 else title[:-1]).strip(_EDGES)
    return title


def _lone_quote(title: str) -> int | None:
    """Return the end of a title, 0 or -1, at which a quotation mark stands that has no pair."""
    for opening, closing in _PAIRS:
        if title.count(opening) > title.count(closing) and title[0] == opening:
            return 0
        if title.count(closing) > title.count(opening) and title[-1] == closing:
            return -1
    for mark in "\"'":
        if title.count(mark) % 2 and mark in (title[0], title[-1]):
            return 0 if title[0] == mark else -1
    return None
