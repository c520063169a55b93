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
    try:
        path = os.path.realpath(target)
        if os.path.isdir(path):  # noqa: PTH112 - pathlib is not needed to write a file
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113
            raise OSError(errno.EINVAL, "not a regular file")  # noqa: TRY301 - a pipe stays a pipe
        _replace(content, path)
    except (OSError, ValueError) as exc:  # a ValueError if the path holds a null character
        code = _CODES.get(getattr(exc, "errno", 0) or 0, "write-other")
        reason = Message.of(code, folder=os.path.dirname(target), reason=exc)  # noqa: PTH120
        raise CannotWrite(os.fspath(target), reason) from exc


def _replace(content: bytes, path: str) -> None:
    """Write a file beside ``path``, see it safe on the disk, and let it take the name."""
    beside = os.path.join(os.path.dirname(path), f".{os.urandom(8).hex()}.tmp")  # noqa: PTH118, PTH120
    with open(beside, "xb") as file:  # noqa: PTH123 - outside the try: what exists is not ours
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            _remove(beside, file)
            raise
    try:
        with suppress(FileNotFoundError):
            os.chmod(beside, os.stat(path).st_mode & 0o777)  # noqa: PTH101, PTH116
        os.replace(beside, path)  # noqa: PTH105
    except BaseException:
        _remove(beside)
        raise


def _remove(path: str, file: BinaryIO | None = None) -> None:
    """Remove a file that did not come to be; Windows wants it closed before."""
    with suppress(OSError):
        if file is not None:
            file.close()
        os.unlink(path)  # noqa: PTH108
