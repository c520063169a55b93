"""``chinhtrinoibo cite``: every document that texts cite."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from test_cli import run

TEXT = "Thực hiện Chỉ thị số 39-CT/TW,\nngày 18/8/2014 và\nNghị quyết 35 (ngày 31/02/2020).\n"
REGISTER = """
title: tổng kết
issuer: Chi bộ 1
documents:
  - { number: 39-CT/TW, date: 18/8/2014, issuer: Bộ Chính trị }
  - { number: 39-CT/TW, date: 30/10/2024, issuer: Ban Bí thư }
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder of one's own, with a text in it."""
    monkeypatch.chdir(tmp_path)
    Path("bai.txt").write_text(TEXT, encoding="utf-8")


def test_shows_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    """The place as an editor reads it, the words on one line, and a day that is none."""
    assert 0 == run("cite", "bai.txt")
    first, second = capsys.readouterr().out.splitlines()
    assert "bai.txt:1:11  Chỉ thị số 39-CT/TW, ngày 18/8/2014" == first
    assert second.startswith("bai.txt:3:1   Nghị quyết 35 (ngày 31/02/2020)")
    assert "không phải ngày có thật" in second


def test_writes_json_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """An object a line, every field."""
    assert 0 == run("cite", "bai.txt", "--format", "jsonl")
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert ("chỉ thị", "39", "party", "2014-08-18") == tuple(
        first[name] for name in ("kind", "number", "system", "date")
    )
    assert (3, 1, None, "31/02/2020") == tuple(
        second[name] for name in ("line", "column", "date", "date_text")
    )
    assert "Chỉ thị số 39-CT/TW," == TEXT[first["start"] : first["end"]].replace("\n", " ")[:20]
    assert ["chỉ thị (party)"] == first["candidates"]
    assert ["nghị quyết (party)", "nghị quyết (state)"] == second["candidates"]
    assert second["back"] is False


def test_writes_csv(capsys: pytest.CaptureFixture[str]) -> None:
    """With a line of names, for a spreadsheet."""
    assert 0 == run("cite", "bai.txt", "--format", "csv")
    first, second = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert ("39", "CT", "2014-08-18") == (first["number"], first["symbol"], first["date"])
    assert ("35", "", "31/02/2020") == (second["number"], second["symbol"], second["date_text"])
    assert "nghị quyết (party); nghị quyết (state)" == second["candidates"]
    assert "false" == second["back"]


def test_looks_them_up(capsys: pytest.CaptureFixture[str]) -> None:
    """In the documents of a report."""
    Path("so.yaml").write_text(REGISTER, encoding="utf-8")
    assert 0 == run("cite", "bai.txt", "--register", "so.yaml", "--format", "jsonl")
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert ("exact", "unknown") == (first["outcome"], second["outcome"])
    assert first["document"].endswith("của Bộ Chính trị")
    assert 0 == run("cite", "bai.txt", "--register", "so.yaml")
    assert "không có trong danh mục" in capsys.readouterr().out


def test_reads_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lone dash stands for it."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert 0 == run("cite", "-")
    assert "-:1:11" in capsys.readouterr().out


def test_goes_on_after_a_file_that_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    """The others are read, and the status says that one was not."""
    Path("hong.txt").write_bytes("Chỉ thị".encode("utf-16"))
    assert 2 == run("cite", "hong.txt", "bai.txt", "khong-co.txt")
    said = capsys.readouterr()
    assert 2 == len(said.out.splitlines())
    assert "hong.txt" in said.err
    assert "khong-co.txt" in said.err


def test_says_what_it_needs(capsys: pytest.CaptureFixture[str]) -> None:
    """No file, or a register that is none."""
    assert 2 == run("cite")
    assert 2 == run("cite", "bai.txt", "--register", "khong-co.yaml")
    assert "khong-co.yaml" in capsys.readouterr().err


def test_finds_what_points_back(capsys: pytest.CaptureFixture[str]) -> None:
    """On request."""
    Path("lui.txt").write_text("Chỉ thị số 39-CT/TW. Chỉ thị này", encoding="utf-8")
    assert 0 == run("cite", "lui.txt", "--back")
    assert 2 == len(capsys.readouterr().out.splitlines())


def test_nothing_is_found_in_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """An empty table is empty."""
    Path("trong.txt").write_text("", encoding="utf-8")
    assert 0 == run("cite", "trong.txt")
    assert capsys.readouterr().out == ""


def test_ends_quietly_when_nobody_reads_on() -> None:
    """As ``chinhtrinoibo cite … | head -1`` does."""
    Path("dài.txt").write_text("Nghị quyết số 35-NQ/TW.\n" * 20_000, encoding="utf-8")
    command = [sys.executable, "-m", "chinhtrinoibo", "cite", "dài.txt"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603 - ours
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_reads_a_docx(capsys: pytest.CaptureFixture[str]) -> None:
    """What the library writes, it reads: a line is a paragraph."""
    Path("so.yaml").write_text(
        f"{REGISTER}opening:\n  - Thực hiện [[39-CT/TW, 18/8/2014]].\n", encoding="utf-8"
    )
    assert 0 == run("build", "so.yaml")
    capsys.readouterr()
    assert 0 == run("cite", "so.docx", "--format", "jsonl")
    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert ("39", "2014-08-18", "Bộ Chính trị") == (row["number"], row["date"], row["issuer"])
