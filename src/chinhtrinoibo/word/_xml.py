"""XML as text: escaping, and measures in the units of WordprocessingML."""

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def escape(text: str) -> str:
    """Return clean text as XML text."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def run_text(text: str) -> str:
    """Return clean text as the content of a run: tabs and breaks are elements of their own."""
    if is_plain(text):
        return f'<w:t xml:space="preserve">{text}</w:t>'
    marked = escape(text).replace("\t", _BREAK.format("tab")).replace("\n", _BREAK.format("br"))
    return f'<w:t xml:space="preserve">{marked}</w:t>'


_BREAK = '</w:t><w:{}/><w:t xml:space="preserve">'


def is_plain(text: str) -> bool:
    """Tell whether clean text can stand in a run as it is."""
    return not ("&" in text or "<" in text or ">" in text or "\n" in text or "\t" in text)


def dxa(millimetres: float) -> int:
    """Return millimetres in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def twips(points: float) -> int:
    """Return points in twentieths of a point."""
    return round(points * 20)
