"""The command ``chinhtrinoibo``: reports from data files, without a line of Python.

Exit status: 0 no error, 1 a report that cannot be built, 2 input that cannot be read.
"""

import os
import sys
import warnings
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

from chinhtrinoibo.errors import (
    ComposedText,
    InvalidInput,
    InvalidProfile,
    Problem,
    ReportingError,
    UnreadableSource,
)
from chinhtrinoibo.messages import Message

if TYPE_CHECKING:
    from chinhtrinoibo.model.reports import SummaryReport

try:
    from cyclopts import App, Parameter
except ModuleNotFoundError:  # pragma: no cover - the extra is not installed

    def main() -> NoReturn:
        """Say which extra the command needs."""
        sys.exit(f"chinhtrinoibo: {Message.of('cli-extra').vietnamese}")

else:
    app = App(
        name="chinhtrinoibo",
        help="Báo cáo tổng kết, sơ kết, định kỳ: từ tệp dữ liệu ra tệp .docx đúng thể thức.",
        version_flags=["--version"],
    )

    @app.command
    def new(path: Path, /, *, force: bool = False) -> int:
        """Tạo tệp dữ liệu mẫu có chú thích, dựng được ngay.

        Parameters
        ----------
        path
            Tệp cần tạo, đuôi .yaml.
        force
            Ghi đè tệp đã có.
        """
        return _run(partial(_new, path, force=force))

    @app.command
    def build(
        *files: Path,
        output: Annotated[Path | None, Parameter(name=["--output", "-o"])] = None,
        profile: str | None = None,
        template: Path | None = None,
        mirrored: bool = False,
        allow_classified: bool = False,
    ) -> int:
        """Dựng báo cáo .docx từ một hay nhiều tệp dữ liệu.

        Parameters
        ----------
        files
            Các tệp .yaml, .toml hoặc .json.
        output
            Tệp .docx (khi chỉ có một tệp dữ liệu) hoặc thư mục đích.
        profile
            Thể thức: hd36, hd05, nd30 hoặc một tệp .toml; mặc định theo hệ thống và ngày.
        template
            Tệp .docx của cơ quan để lấy kiểu và khổ trang theo tên kiểu.
        mirrored
            Lề đối xứng, để in hai mặt.
        allow_classified
            Cho phép ghi báo cáo mang dấu độ mật.
        """
        from chinhtrinoibo.word.writer import write  # noqa: PLC0415 - only this command writes

        def one(source: Path) -> Path:
            report = _load(source)
            target = _target(source, output, several=len(files) > 1)
            try:
                write(
                    report,
                    target,
                    profile=profile,
                    template=template,
                    mirrored=mirrored,
                    allow_classified=allow_classified,
                )
            except InvalidInput as exc:
                raise _placed(exc, source) from exc
            return target

        if not files:
            return _refused(Message.of("cli-no-files"))
        return max([_run(partial(one, source)) for source in _progress(files)])

    def main() -> NoReturn:
        """Run the command."""
        _speak_utf8()
        result = app()
        sys.exit(result if isinstance(result, int) else 0)


def _new(path: Path, *, force: bool) -> Path:
    """Write the starter file."""
    from chinhtrinoibo.errors import CannotWrite  # noqa: PLC0415
    from chinhtrinoibo.saving import save  # noqa: PLC0415

    if path.exists() and not force:
        raise CannotWrite(str(path), Message.of("cli-exists"))
    starter = Path(__file__).parent / "data" / "starter.yaml"
    save(starter.read_bytes(), path)
    return path


def _load(source: Path) -> "SummaryReport":
    """Load a report; composed letters are told, as one line."""
    from chinhtrinoibo.codec import load  # noqa: PLC0415 - cattrs is slow to import

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", ComposedText)
        report = load(source)
    for warning in caught:
        _say(f"{source}: {warning.message}")
    return report


def _placed(exc: InvalidInput, source: Path) -> InvalidInput:
    """Give problems found while building their line and column in the file."""
    from chinhtrinoibo import sources  # noqa: PLC0415

    text, format_ = sources.read_text(source), sources.Format.of(source)
    places = sources.locate(text, format_, [problem.path for problem in exc.problems])
    problems = [Problem(p.path, p.message, *places[p.path]) for p in exc.problems]
    return InvalidInput(problems, str(source))


def _target(source: Path, output: Path | None, *, several: bool) -> Path:
    """Return where the .docx of ``source`` goes: beside it, or where ``--output`` says."""
    if output is None:
        return source.with_suffix(".docx")
    if several or output.is_dir():
        return output / source.with_suffix(".docx").name
    return output


def _run(work: Callable[[], Path]) -> int:
    """Do one piece of work, say where its file is or what is wrong, and return the status."""
    try:
        path = work()
    except (UnreadableSource, InvalidProfile) as exc:
        _say(str(exc))
        return 2
    except ReportingError as exc:
        _say(str(exc))
        return 2 if isinstance(exc, InvalidInput) and exc.__cause__ is None else 1
    print(path.resolve())  # noqa: T201 - this is what the command answers
    return 0


def _refused(message: Message) -> int:
    _say(f"{message.vietnamese} / {message.english}")
    return 2


def _progress(files: tuple[Path, ...]) -> Iterable[Path]:
    """Return the files, behind a progress bar on a terminal when they are many."""
    if len(files) < _MANY or not sys.stderr.isatty():
        return files
    from rich.console import Console  # noqa: PLC0415 - only long runs show a bar
    from rich.progress import track  # noqa: PLC0415

    return track(files, "Dựng báo cáo", console=Console(stderr=True))


_MANY = 10


def _say(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201 - standard error is the command's voice


def _speak_utf8() -> None:
    """Print Vietnamese on terminals that default to another code page."""
    os.environ.setdefault("PYTHONIOENCODING", "utf-8")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
