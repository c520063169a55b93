"""Building: a file to begin with, and the .docx of data files."""

import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from chinhtrinoibo.cli.console import answer, progress, refused, say, targets_of
from chinhtrinoibo.errors import (
    CannotWrite,
    ComposedText,
    InvalidInput,
    InvalidValue,
    Problem,
    ReportingError,
    UnreadableSource,
)
from chinhtrinoibo.messages import Message


def new(path: Path, /, *, force: bool = False) -> int:
    """Tạo tệp dữ liệu mẫu có chú thích, dựng được ngay.

    Args:
        path: Tệp cần tạo, đuôi .yaml.
        force: Ghi đè tệp đã có.
    """
    if path.suffix.lower() not in {".yaml", ".yml"}:
        return refused(Message.of("cli-suffix", path=path, suffix=".yaml"))
    return _run(partial(_start, path, force=force))


def build(
    *files: Path,
    output: Annotated[Path | None, Parameter(name=["--output", "-o"])] = None,
    profile: str | None = None,
    template: Path | None = None,
    mirrored: bool = False,
    allow_classified: bool = False,
) -> int:
    """Dựng báo cáo .docx từ một hay nhiều tệp dữ liệu.

    Args:
        files: Các tệp .yaml, .toml hoặc .json.
        output: Tệp .docx (khi chỉ có một tệp dữ liệu) hoặc thư mục đích.
        profile: Thể thức: hd36, hd05, nd30 hoặc một tệp .toml; mặc định theo hệ thống và ngày.
        template: Tệp .docx của cơ quan để lấy kiểu và khổ trang theo tên kiểu.
        mirrored: Lề đối xứng, để in hai mặt.
        allow_classified: Cho phép ghi báo cáo mang dấu độ mật.
    """
    from chinhtrinoibo.word.writer import write  # noqa: PLC0415 - only this command writes

    if not files:
        return refused(Message.of("cli-no-files"))
    targets = targets_of(files, output)
    if isinstance(targets, Message):
        return refused(targets)
    writing = partial(
        write,
        profile=profile,
        template=template,
        mirrored=mirrored,
        allow_classified=allow_classified,
    )
    return max(
        [
            _run(partial(_build, file, targets[file], writing))
            for file in progress(files, "Dựng báo cáo")
        ]
    )


def _start(path: Path, *, force: bool) -> Path:
    """Write the starter file."""
    from chinhtrinoibo.saving import save  # noqa: PLC0415 - only this command saves text

    if path.exists() and not force:
        raise CannotWrite(str(path), Message.of("cli-exists"))
    starter = Path(__file__).parents[1] / "data" / "starter.yaml"
    save(starter.read_bytes(), path)
    return path


def _build(source: Path, target: Path, writing: Callable[..., None]) -> Path:
    """Build one report; problems found while writing are given their place in the file."""
    from chinhtrinoibo import codec, sources  # noqa: PLC0415 - cattrs is slow to import

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", ComposedText)
        report = codec.load(source)
    for warning in caught:
        say(f"{source}: {warning.message}")
    try:
        writing(report, target)
    except InvalidInput as exc:
        text, format_ = sources.read_text(source), sources.Format.of(source)
        places = sources.locate(text, format_, [problem.path for problem in exc.problems])
        problems = [Problem(p.path, p.message, *places[p.path]) for p in exc.problems]
        raise InvalidInput(problems, str(source)) from exc
    return target


def _run(work: Callable[[], Path]) -> int:
    """Do one piece of work, say where its file is or what is wrong, and return the status."""
    try:
        path = work()
    except UnreadableSource as exc:
        say(str(exc))
        return 2
    except InvalidValue as exc:
        return refused(exc.reason)
    except ReportingError as exc:
        say(str(exc))
        return 1
    answer(str(path.resolve()))
    return 0
