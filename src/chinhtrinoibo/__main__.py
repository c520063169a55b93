"""The entry of the command: ``chinhtrinoibo`` or ``python -m chinhtrinoibo``."""

import os
import sys
from collections.abc import Sequence
from typing import NoReturn


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command with ``arguments``, or with those of the program; say what is missing."""
    _speak_utf8()
    try:
        from chinhtrinoibo.cli import app  # noqa: PLC0415 - the extra may not be installed
    except ModuleNotFoundError as exc:
        if exc.name != "cyclopts":
            raise
        from chinhtrinoibo.messages import Message  # noqa: PLC0415

        sys.exit(f"chinhtrinoibo: {Message.of('cli-extra').both}")
    try:
        status = app(arguments, result_action="return_value")
        sys.stdout.flush()
    except BrokenPipeError:  # who reads has gone, as “head” does when it has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    sys.exit(status)


def _speak_utf8() -> None:
    """Print Vietnamese also where a console defaults to another code page, as on Windows."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
