"""What the commands share: how they speak, and how they show that they are at work."""

import sys
from collections import Counter
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


def targets_of(files: tuple[Path, ...], output: Path | None) -> dict[Path, Path] | Message:
    """Return where the .docx of each file goes; or why ``output`` will not do."""
    several = len(files) > 1
    if output and not output.is_dir() and not several and output.suffix.lower() != ".docx":
        return Message.of("cli-suffix", path=output, suffix=".docx")
    targets = {source: _target(source, output, several=several) for source in files}
    uses = Counter(targets.values())
    if len(uses) < len(files):
        twice = ", ".join(str(target) for target, times in uses.items() if times > 1)
        return Message.of("cli-same-target", targets=twice or files[0])
    return targets


def _target(source: Path, output: Path | None, *, several: bool) -> Path:
    """Return where the .docx of ``source`` goes: beside it, or where ``output`` says."""
    if not source.name:  # a folder such as “.” has no name; reading it will say so
        return source
    if output is None:
        return source.with_suffix(".docx")
    if several or output.is_dir():
        return output / source.with_suffix(".docx").name
    return output


def say(text: str) -> None:
    """Speak on standard error."""
    print(text, file=sys.stderr)  # noqa: T201 - standard error is the command's voice


def answer(text: str) -> None:
    """Answer on standard output."""
    print(text)  # noqa: T201 - this is what the command answers
