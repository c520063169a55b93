"""Zip packages whose bytes depend on their parts alone.

The standard library stamps entries with the time and cannot take over deflated bytes; a report
needs neither the one nor to deflate the same style sheet twice.
"""

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _DEFLATE, _MIDNIGHT, _FIRST_DAY = 20, 8, 0, 0x21  # 1980-01-01: no clock is read


class Entry(NamedTuple):
    """A part of a package, deflated already."""

    name: bytes
    crc: int
    size: int
    deflated: bytes


def entry(name: str, chunks: Iterable[bytes], level: int) -> Entry:
    """Deflate the chunks of a part, which are held one at a time."""
    deflate = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    crc = size = 0
    deflated = []
    for chunk in chunks:
        crc = zlib.crc32(chunk, crc)
        size += len(chunk)
        deflated.append(deflate.compress(chunk))
    deflated.append(deflate.flush())
    return Entry(name.encode("ascii"), crc, size, b"".join(deflated))


def pack(entries: Iterable[Entry]) -> bytes:
    """Join entries to a zip file, in their order."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = count = 0
    for part in entries:
        sizes = (part.crc, len(part.deflated), part.size)
        stamp = (0, _DEFLATE, _MIDNIGHT, _FIRST_DAY)
        local = _LOCAL.pack(b"PK\3\4", _VERSION, *stamp, *sizes, len(part.name), 0)
        central = _CENTRAL.pack(
            b"PK\1\2", _VERSION, _VERSION, *stamp, *sizes, len(part.name), 0, 0, 0, 0, 0, offset
        )
        body += local, part.name, part.deflated
        directory += central, part.name
        offset += len(local) + len(part.name) + len(part.deflated)
        count += 1
    length = sum(map(len, directory))
    end = _END.pack(b"PK\5\6", 0, 0, count, count, length, offset, 0)
    return b"".join((*body, *directory, end))
