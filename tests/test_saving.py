"""Saving: the old file or the new one, never half of either."""

import errno
import io
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from chinhtrinoibo.errors import CannotWrite
from chinhtrinoibo.saving import save


class TestSave:
    """A crash leaves the old file or the new one."""

    def test_to_path_and_file_object(self, tmp_path: Path) -> None:
        """A path, a text path and a binary file hold the same bytes."""
        memory = io.BytesIO()
        save(b"new", memory)
        save(b"new", tmp_path / "a.docx")
        save(b"new", str(tmp_path / "b.docx"))
        assert [b"new"] * 3 == [
            memory.getvalue(),
            (tmp_path / "a.docx").read_bytes(),
            (tmp_path / "b.docx").read_bytes(),
        ]

    def test_replaces_and_leaves_nothing_beside(self, tmp_path: Path) -> None:
        """An older file is replaced; no temporary file stays."""
        target = tmp_path / "a.docx"
        target.write_bytes(b"old")
        save(b"new", target)
        assert [target] == list(tmp_path.iterdir())
        assert b"new" == target.read_bytes()

    def test_failure_leaves_the_old_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """When the disk fails half-way, the old file stands and nothing lies beside it."""

        def full(_: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        target = tmp_path / "a.docx"
        target.write_bytes(b"old")
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(CannotWrite, match="ổ đĩa đã đầy"):
            save(b"new", target)
        assert [target] == list(tmp_path.iterdir())
        assert b"old" == target.read_bytes()

    def test_many_at_once(self, tmp_path: Path) -> None:
        """Threads that write one file leave one of their files, whole, and nothing beside it."""
        target = tmp_path / "a.docx"
        contents = [bytes([n]) * 5000 for n in range(40)]
        with ThreadPoolExecutor(8) as threads:
            list(threads.map(lambda content: save(content, target), contents))
        assert target.read_bytes() in contents
        assert [target] == list(tmp_path.iterdir())

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
    def test_leaves_a_pipe_alone(self, tmp_path: Path) -> None:
        """A device or a pipe is not replaced by a file."""
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        with pytest.raises(CannotWrite, match="not a regular file"):
            save(b"new", pipe)
        assert pipe.is_fifo()

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
    def test_keeps_the_mode(self, tmp_path: Path) -> None:
        """A file that others may not read stays so."""
        target = tmp_path / "a.docx"
        target.write_bytes(b"old")
        target.chmod(0o600)
        save(b"new", target)
        assert 0o600 == target.stat().st_mode & 0o777

    def test_through_a_link(self, tmp_path: Path) -> None:
        """A link goes on pointing where it did."""
        real, link = tmp_path / "real.docx", tmp_path / "link.docx"
        real.write_bytes(b"old")
        try:
            link.symlink_to(real)
        except OSError:
            pytest.skip("links need a right that this user lacks")
        save(b"new", link)
        assert link.is_symlink()
        assert b"new" == real.read_bytes()

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("none/a.docx", "không có thư mục"),
            (".", "đây là một thư mục"),
            ("a\0.docx", "không ghi được"),
        ],
    )
    def test_refusals(self, name: str, said: str, tmp_path: Path) -> None:
        """A missing folder and a folder are told apart, each with what to do."""
        with pytest.raises(CannotWrite, match=said):
            save(b"new", tmp_path / name)

    def test_read_only(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A place where writing is not allowed is said to be one."""

        def denied(*_: object) -> None:
            raise PermissionError(errno.EACCES, "Permission denied")

        monkeypatch.setattr(os, "replace", denied)
        with pytest.raises(CannotWrite, match="không được phép"):
            save(b"new", tmp_path / "a.docx")
        assert [] == list(tmp_path.iterdir())
