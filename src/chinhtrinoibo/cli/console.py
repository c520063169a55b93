"""What the commands share: how they speak, and how they show that they are at work."""

import sys
from collections.abc import Iterable
from pathlib import Path

from chinhtrinoibo.messages import Message

_MANY = 10  # files, from which a progress bar is worth its lines


def refused(message: Message) -> int:
    """Say why a command does nothing, and return its exit status."""
    say(message.both)
    return 2


def progress(files: tuple[Path, ...], what: str) -> Iterable[Path]:
    """Return the files, behind a progress bar on a terminal when they are many."""
    if len(files) < _MANY or not sys.stderr.isatty():
        return files
    from rich.console import Console  # noqa: PLC0415 - only long runs show a bar
    from rich.progress import track  # noqa: PLC0415

    return track(files, what, console=Console(stderr=True))


def say(text: str) -> None:
    """Speak on standard error."""
    print(text, file=sys.stderr)  # noqa: T201 - standard error is the command's voice


def answer(text: str) -> None:
    """Answer on standard output."""
    print(text)  # noqa: T201 - this is what the command answers
