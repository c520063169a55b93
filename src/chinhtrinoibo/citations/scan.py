"""Where a citation may be: the digits, Roman numerals and names of acts of a text.

A search for a set of characters is slow, one for a fixed string is quick. So each stretch of text
is turned into bytes of three classes, one a character, and the bytes are searched for a digit or a
numeral behind a space.
"""

import re
from collections.abc import Iterator

_STRETCH = 1 << 15  # characters that stay in the fast memory
_SPACES = " \n\t\r\xa0(:.“\"'>*[|;,=_ốỐoOTQĐLDW"  # what may stand before a number
_DIGITS = "0123456789"
_NUMERALS = "IVX"
_BEGINNING = re.compile(b"_0")
_ACTS = (("L", ("Luật", "LUẬT")), ("P", ("Pháp lệnh", "PHÁP LỆNH")), ("Bộ luật", ("Bộ luật",)))


def _classes() -> bytes:
    """Return the class of each low byte: “_” a space, “0” a digit or numeral, “.” the rest.

    Letters that share the low byte of a digit are few, and are told apart by the reader.
    """
    table = bytearray(b"." * 256)
    for signs, name in ((_SPACES, b"_"), (_DIGITS + _NUMERALS, b"0")):
        for sign in signs:
            table[ord(sign) & 0xFF] = name[0]
    return bytes(table)


_CLASSES = _classes()


def places(text: str) -> Iterator[int]:
    """Yield, in order, each place where a number, a numeral or the name of an act may begin."""
    for start in range(0, len(text), _STRETCH):
        stop = min(start + _STRETCH, len(text))
        yield from sorted((*_numbers(text, start, stop), *_acts(text, start, stop)))


def _numbers(text: str, start: int, stop: int) -> Iterator[int]:
    before = text[start - 1] if start else " "
    stretch = before + text[start:stop]
    return (found.start() + start for found in _BEGINNING.finditer(_classed(stretch)))


def _classed(stretch: str) -> bytes:
    """Return the class of each character."""
    pairs = stretch.encode("utf-16-le", "surrogatepass")
    if len(pairs) == 2 * len(stretch):
        return pairs[::2].translate(_CLASSES)
    return stretch.encode("latin-1", "replace").translate(_CLASSES)  # some take two places


def _acts(text: str, start: int, stop: int) -> Iterator[int]:
    for sign, names in _ACTS:
        at = start - 1
        while (at := text.find(sign, at + 1, stop + len(sign) - 1)) >= 0:
            if text.startswith(names, at):
                yield at
