"""Save bytes so that a crash leaves the old file or the new one."""

import errno
import os
from contextlib import suppress
from typing import BinaryIO

from chinhtrinoibo.errors import CannotWrite
from chinhtrinoibo.messages import Message

_CODES = {
    errno.ENOENT: "write-no-folder",
    errno.ENOTDIR: "write-no-folder",
    errno.EACCES: "write-denied",
    errno.EPERM: "write-denied",
    errno.EROFS: "write-denied",
    errno.EISDIR: "write-folder",
    errno.ENOSPC: "write-full",
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: "write-full",
}


def save(content: bytes, target: str | os.PathLike[str] | BinaryIO) -> None:
    """Write ``content`` to a path or a binary file.

    Raises:
        CannotWrite: the path cannot be written; what stood there still stands.
    """
    if not isinstance(target, str | os.PathLike):
        target.write(content)
        return
    path = os.path.realpath(target)
    try:
        if os.path.isdir(path):  # noqa: PTH112 - pathlib is not needed to write a file
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        _replace(content, path)
    except OSError as exc:
        code = _CODES.get(exc.errno or 0, "write-other")
        reason = Message.of(code, folder=os.path.dirname(path), reason=exc.strerror)  # noqa: PTH120
        raise CannotWrite(os.fspath(target), reason) from exc


def _replace(content: bytes, path: str) -> None:
    """Write a file beside ``path``, see it safe on the disk, and let it take the name."""
    folder, name = os.path.split(path)
    beside = os.path.join(folder, f".{name}.{os.getpid()}.tmp")  # noqa: PTH118
    try:
        with open(beside, "xb") as file:  # noqa: PTH123
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)  # noqa: PTH108
        raise
