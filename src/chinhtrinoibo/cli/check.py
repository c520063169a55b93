"""Checking: what is wrong in data files, as lines, JSON or SARIF, and putting it right."""

import warnings
from collections.abc import Iterable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from chinhtrinoibo.cli.console import answer, progress, refused, say, targets_of
from chinhtrinoibo.errors import (
    CannotWrite,
    ComposedText,
    InvalidInput,
    InvalidSettings,
    InvalidValue,
    Problem,
    ReportingError,
    UnreadableSource,
)
from chinhtrinoibo.messages import Message

if TYPE_CHECKING:
    from chinhtrinoibo.findings import Findings
    from chinhtrinoibo.mending import Mended


class Listing(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


_Codes = Annotated[tuple[str, ...], Parameter(negative="")]


def check(  # noqa: PLR0913 - each is an option
    *files: Path,
    format: Listing = Listing.TEXT,  # noqa: A002 - the name of the option
    fix: Annotated[bool, Parameter(negative="")] = False,
    select: _Codes = (),
    ignore: _Codes = (),
    settings: Path | None = None,
    previous: Path | None = None,
    register: Path | None = None,
    profile: str | None = None,
    docx: Path | None = None,
    allow_classified: Annotated[bool, Parameter(negative="")] = False,
) -> int:
    """Kiểm tra một hay nhiều tệp dữ liệu (.yaml, .toml, .json); chưa đọc tệp .docx.

    Args:
        files: Các tệp .yaml, .toml hoặc .json.
        format: Cách ghi: text (cho người đọc), json hoặc sarif (cho chương trình).
        fix: Sửa ngay trong tệp những chỗ sửa được an toàn; không đổi cách trình bày tệp.
        select: Chỉ chạy các quy tắc này, cách nhau bằng dấu phẩy, như QUOTE01 hoặc cả nhóm QUOTE.
        ignore: Không chạy các quy tắc này.
        settings: Tệp .toml có select, ignore, levels, silence.
        previous: Tệp dữ liệu của báo cáo kỳ trước, để so sánh.
        register: Tệp dữ liệu báo cáo có danh mục văn bản, để đối chiếu từng viện dẫn.
        profile: Thể thức: hd36, hd05, nd30 hoặc một tệp .toml; mặc định theo hệ thống và ngày.
        docx: Ghi thêm bản .docx có ghi chú (comment) ở từng chỗ; với nhiều tệp thì là một thư mục.
        allow_classified: Cho phép ghi bản .docx của báo cáo mang dấu độ mật.
    """
    if not files:
        return refused(Message.of("cli-no-files"))
    if word := next((file for file in files if file.suffix.lower() == ".docx"), None):
        return refused(Message.of("cli-docx", path=word))
    targets = targets_of(files, docx) if docx else {}
    if isinstance(targets, Message):
        return refused(targets)
    try:
        options = {
            "settings": _settings(_split(select), _split(ignore), settings),
            "profile": profile,
            "previous": _loaded(previous),
            "register": _register(register),
        }
        by_file = _found(files, options, fix=fix, live=format is Listing.TEXT)
    except (InvalidInput, UnreadableSource) as exc:
        say(str(exc))
        return 2
    except InvalidValue as exc:
        return refused(exc.reason)
    found = _together(by_file.values())
    if format is not Listing.TEXT:
        answer(_written(found, format))
    elif not found:
        say(Message.of("check-clean-now" if fix else "check-clean").both)
    writing = {"profile": profile, "allow_classified": allow_classified}
    drafts = [_draft(file, by_file[file], target, writing) for file, target in targets.items()]
    return max(_status(found), *drafts, 0)


def _found(
    files: tuple[Path, ...], options: dict[str, Any], *, fix: bool, live: bool
) -> "dict[Path, Findings]":
    """Check each file, tell what was found at once where people read, and return it all."""
    from chinhtrinoibo.files import check_file  # noqa: PLC0415 - cattrs is slow to import
    from chinhtrinoibo.listing.lines import to_text  # noqa: PLC0415

    checking = partial(_fixed, options=options) if fix else partial(check_file, **options)
    by_file: dict[Path, Findings] = {}
    for file in progress(files, "Kiểm tra"):
        by_file[file] = found = checking(file)
        if live and found:
            answer(to_text(found))
    return by_file


def _together(found: "Iterable[Findings]") -> "Findings":
    from chinhtrinoibo.findings import Findings  # noqa: PLC0415 - attrs is slow to import

    return Findings(finding for one in found for finding in one)


def _draft(file: Path, found: "Findings", target: Path, writing: dict[str, Any]) -> int:
    """Write a report with its findings as comments, say where it is, and return the status."""
    from chinhtrinoibo.codec import load  # noqa: PLC0415
    from chinhtrinoibo.word.writer import write  # noqa: PLC0415 - loads the whole layout

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ComposedText)  # which is among the findings
            write(load(file), target, findings=found, **writing)
    except (InvalidInput, UnreadableSource):  # which is among the findings, too
        say(f"{file}: {Message.of('cli-no-draft').both}")
        return 1
    except ReportingError as exc:
        say(f"{file}: {exc}")
        return 1
    say(str(target.resolve()))
    return 0


def _fixed(file: Path, options: dict[str, Any]) -> "Findings":
    """Put a file right as far as that is safe, say so, and return what is left."""
    from chinhtrinoibo.files import check_file  # noqa: PLC0415
    from chinhtrinoibo.mending import fix_file  # noqa: PLC0415

    try:
        mended: Mended = fix_file(file, **options)
    except UnreadableSource:
        return check_file(file, **options)
    except CannotWrite as exc:
        say(str(exc))
        return check_file(file, **options)
    if mended.fixed:
        say(f"{file}: {Message.of('fix-done', count=len(mended.fixed)).both}")
    if mended.unplaced:
        say(f"{file}: {Message.of('fix-left', count=len(mended.unplaced)).both}")
    return mended.left


def _settings(select: tuple[str, ...], ignore: tuple[str, ...], path: Path | None) -> Any:
    """Return the options and the file of settings as one, each refused under its own name."""
    from chinhtrinoibo.paths import split  # noqa: PLC0415
    from chinhtrinoibo.rules.catalogue import installed  # noqa: PLC0415
    from chinhtrinoibo.rules.settings import Settings  # noqa: PLC0415

    known = installed().by_code
    try:
        given = Settings(select=select, ignore=ignore).checked(known)
    except InvalidSettings as exc:  # the place is an option here
        options = ((split(problem.path)[0], problem.message) for problem in exc.problems)
        raise InvalidSettings(Problem(f"--{name}", said) for name, said in options) from exc
    return given.over(Settings.read(path).checked(known, str(path))) if path else given


def _register(path: Path | None) -> Any:
    """Return every document that a data file knows, as a register."""
    if path is None:
        return None
    from chinhtrinoibo.model.registers import Register  # noqa: PLC0415

    return Register(documents=_loaded(path).known_documents)


def _loaded(path: Path | None) -> Any:
    if path is None:
        return None
    from chinhtrinoibo.codec import load  # noqa: PLC0415

    return load(path)


def _split(codes: Iterable[str]) -> tuple[str, ...]:
    """Return codes that may stand behind one option, parted by commas."""
    return tuple(code.strip() for one in codes for code in one.split(",") if code.strip())


def _written(found: "Findings", format_: Listing) -> str:
    from chinhtrinoibo import __version__  # noqa: PLC0415
    from chinhtrinoibo.listing.data import to_json  # noqa: PLC0415
    from chinhtrinoibo.listing.sarif import to_sarif  # noqa: PLC0415
    from chinhtrinoibo.rules.catalogue import installed  # noqa: PLC0415

    if format_ is Listing.JSON:
        return to_json(found)
    return to_sarif(found, installed().by_code, __version__)


def _status(found: "Findings") -> int:
    """Return the exit status: the gravest thing that was found."""
    if found.of("LOAD02"):
        return 2
    return 1 if found.errors else 0
