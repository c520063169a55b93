"""The command, as people type it."""

import json
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest

import chinhtrinoibo as ctnb
from chinhtrinoibo.__main__ import main

REPORT = "title: tổng kết\nissuer: Chi bộ 1\nopening:\n  - Một câu.\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder of one's own."""
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> int:
    """Run the command and return its exit status."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert isinstance(caught.value.code, int)
    return caught.value.code


def files(names: Sequence[str], content: str = REPORT) -> list[str]:
    """Write data files."""
    for name in names:
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(content, encoding="utf-8")
    return list(names)


class TestNew:
    """``chinhtrinoibo new``: a commented starter file."""

    def test_builds_as_it_stands(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The starter file becomes a report, and the command says where it is."""
        assert 0 == run("new", "bao-cao.yaml")
        assert 0 == run("build", "bao-cao.yaml")
        said = capsys.readouterr()
        assert "" == said.err
        assert str(Path("bao-cao.docx").resolve()) == said.out.splitlines()[-1]
        assert Path("bao-cao.docx").read_bytes().startswith(b"PK")

    def test_keeps_a_file_that_exists(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Nothing is overwritten unasked."""
        (name,) = files(["bao-cao.yaml"])
        assert 1 == run("new", name)
        assert "--force" in capsys.readouterr().err
        assert REPORT == Path(name).read_text(encoding="utf-8")
        assert 0 == run("new", name, "--force")


class TestBuild:
    """``chinhtrinoibo build``: one file or many."""

    def test_each_format(self) -> None:
        """YAML, TOML and JSON give the same file."""
        report = ctnb.loads(REPORT, "yaml")
        for name in ("a.yaml", "b.toml", "c.json"):
            ctnb.dump(report, name)
        assert 0 == run("build", "a.yaml", "b.toml", "c.json")
        assert 1 == len({Path(f"{stem}.docx").read_bytes() for stem in "abc"})

    def test_to_a_file_or_a_folder(self) -> None:
        """``-o`` names the file of one report, or the folder of several."""
        one, other = files(["a.yaml", "b.yaml"])
        Path("out").mkdir()
        assert [0] * 3 == [
            run("build", one, "-o", "x.docx"),
            run("build", one, other, "-o", "out"),
            run("build", one, "--output", "out"),
        ]
        assert Path("x.docx").exists()
        assert {"a.docx", "b.docx"} == {path.name for path in Path("out").iterdir()}

    def test_profile_and_template(self) -> None:
        """Form and template are chosen on the command line."""
        (name,) = files(["a.yaml"])
        template = "mau.docx"
        ctnb.to_document(ctnb.loads(REPORT, "yaml")).save(template)
        assert 0 == run("build", name, "--profile", "nd30")
        assert 0 == run("build", name, "--template", template, "-o", "b.docx")

    def test_many_go_on_after_one_fails(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The worst status is the answer; the good files are built."""
        names = files([f"r{n}.yaml" for n in range(12)])
        Path("r3.yaml").write_text("title: [", encoding="utf-8")
        assert 2 == run("build", *names)
        said = capsys.readouterr()
        assert 11 == len(said.out.splitlines())
        assert "r3.yaml:1:" in said.err

    @pytest.mark.parametrize(
        ("content", "status", "said"),
        [
            (
                "isuer: x\ntitle: x",
                1,
                "a.yaml:1:1: $.isuer: không có mục “isuer”; có phải",
            ),
            (REPORT + "situation: ['[[@x]]']", 1, "a.yaml:5:13: $.situation[0]: không có số liệu"),
            (REPORT + "profile: hd99", 2, "không có thể thức “hd99”"),
            ("title: x\nissuer: x", 1, "báo cáo chưa có nội dung"),
            ("", 1, "a.yaml:1:1: $: "),
        ],
    )
    def test_says_what_is_wrong_and_where(
        self, content: str, status: int, said: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A message names file, line, column and path; nothing is written."""
        (name,) = files(["a.yaml"], content)
        assert status == run("build", name)
        assert said in capsys.readouterr().err
        assert not Path("a.docx").exists()

    def test_composed_letters_are_told(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Text typed in two code points a letter is composed, and that is said."""
        (name,) = files(["a.yaml"], REPORT.replace("tổng kết", "to\u0302\u0309ng"))
        assert 0 == run("build", name)
        assert "a.yaml: 1 chỗ gõ bằng Unicode tổ hợp" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            ([], "chưa nêu tệp dữ liệu"),
            (["a.yaml", "b/a.yaml", "-o", "b"], "cùng ghi vào"),
            (["none.yaml"], "none.yaml: Không tìm thấy tệp"),
            (["b"], "b: "),
            (["a.yaml", "-o", "none/a.docx"], "không có thư mục"),
        ],
    )
    def test_refusals(
        self, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """What cannot be done is said, with what to do next."""
        files(["a.yaml", "b/a.yaml"])
        assert 0 != run("build", *arguments)
        assert said in capsys.readouterr().err

    def test_secrecy_needs_the_word(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A marked report is built only with ``--allow-classified``."""
        mark = "{level: mật, decided_by: Văn phòng, decided_on: 2024-12-04, list_reference: m}"
        (name,) = files(["a.yaml"], f"{REPORT}secrecy: {mark}\n")
        assert 1 == run("build", name)
        assert "độ mật" in capsys.readouterr().err
        assert 0 == run("build", name, "--allow-classified")


class TestCheck:
    """``chinhtrinoibo check``: findings of one file or many, and putting them right."""

    SLIPS = REPORT + "closing: [Hết./., '“a']\n"

    def test_says_what_it_finds(self, capsys: pytest.CaptureFixture[str]) -> None:
        """On standard output; warnings are no error."""
        (name,) = files(["a.yaml"], self.SLIPS)
        assert 0 == run("check", name)
        said = capsys.readouterr()
        assert "a.yaml:5:14: Gợi ý END01" in said.out
        assert "" == said.err

    @pytest.mark.parametrize(
        ("content", "status", "code"),
        [
            (REPORT, 0, "OUTLINE02"),
            (REPORT + "closing: ['[[@x]]']\n", 1, "MARK01"),
            ("titel: x", 1, "LOAD01"),
            ("title: [", 2, "LOAD02"),
        ],
    )
    def test_status(
        self, content: str, status: int, code: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """0 no error, 1 findings that are errors, 2 input that cannot be read."""
        (name,) = files(["a.yaml"], content)
        assert status == run("check", name)
        assert code in capsys.readouterr().out

    def test_select_and_ignore(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Several behind one option, or the option again; unknown ones are told."""
        (name,) = files(["a.yaml"], self.SLIPS)
        assert 0 == run(
            "check", "--select", "END01,QUOTE", "--ignore", "QUOTE01", name, "--ignore=QUOTE02"
        )
        said = capsys.readouterr().out
        assert "END01" in said
        assert "QUOTE" not in said
        assert 2 == run("check", name, "--ignore", "QUOT01")
        assert "có phải “QUOTE01”?" in capsys.readouterr().err

    @pytest.mark.parametrize("format_", ["json", "sarif"])
    def test_one_document_for_many_files(
        self, format_: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Programs read one answer."""
        names = files(["a.yaml", "b.yaml"], self.SLIPS)
        assert 0 == run("check", *names, "--format", format_)
        data = json.loads(capsys.readouterr().out)
        found = data["findings"] if format_ == "json" else data["runs"][0]["results"]
        assert 6 == len(found)

    def test_fix(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Puts right what is safe, says so, and lists what is left."""
        (name,) = files(["a.yaml"], self.SLIPS)
        assert 0 == run("check", name, "--fix")
        said = capsys.readouterr()
        assert "a.yaml: đã sửa 1 chỗ" in said.err
        assert "END01" not in said.out
        assert "QUOTE02" in said.out
        assert self.SLIPS.replace("./.", ".") == Path(name).read_text(encoding="utf-8")

    def test_fix_says_what_it_must_leave(self, capsys: pytest.CaptureFixture[str]) -> None:
        """And goes on after a file that cannot be read."""
        names = [*files(["a.yaml"], REPORT + 'closing: ["Tô\\u0309ng kết./."]\n'), "none.yaml"]
        assert 2 == run("check", *names)
        said = capsys.readouterr()
        assert "END01" in said.out
        assert "--fix" not in said.out
        assert 2 == run("check", *names, "--fix")
        said = capsys.readouterr()
        assert "a.yaml: 1 chỗ sửa được nhưng phải sửa tay" in said.err
        assert "none.yaml:1:1: Lỗi LOAD02" in said.out

    def test_loose_letters(self, capsys: pytest.CaptureFixture[str]) -> None:
        """What the summary promises of a file in decomposed letters is done."""
        (name,) = files(["a.yaml"], unicodedata.normalize("NFD", self.SLIPS))
        assert 0 == run("check", name)
        said = capsys.readouterr().out
        assert "1 sửa được bằng --fix" in said
        assert "chuyển tệp bằng công cụ chuyển mã của bộ gõ" in said
        assert 0 == run("check", name, "--fix")
        assert "a.yaml: đã sửa 1 chỗ" in capsys.readouterr().err
        expected = unicodedata.normalize("NFD", self.SLIPS.replace("./.", "."))
        assert expected == Path(name).read_text(encoding="utf-8")

    def test_says_that_nothing_was_found(self, capsys: pytest.CaptureFixture[str]) -> None:
        """On standard error, and only to people."""
        (name,) = files(["a.yaml"], REPORT)
        assert 0 == run("check", name, "--select", "END")
        said = capsys.readouterr()
        assert ("", "không phát hiện điều gì / nothing was found\n") == said
        assert 0 == run("check", name, "--select", "END", "--format", "json")
        assert "" == capsys.readouterr().err
        files(["a.yaml"], self.SLIPS)
        assert 0 == run("check", name, "--select", "END", "--fix")
        assert capsys.readouterr().err.endswith("không còn phát hiện nào / nothing is left\n")

    def test_register(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Documents known from elsewhere: what a text cites and they lack is told."""
        (name,) = files(
            ["a.yaml"], REPORT + "situation: [Kết luận số 12-KL/TW của Bộ Chính trị.]\n"
        )
        listed = "register: {documents: [{number: 21-KL/TW}]}\n"
        (known,) = files(["danh-muc.yaml"], REPORT + listed)
        assert 0 == run("check", name, "--select", "CITE08")
        assert "" == capsys.readouterr().out
        assert 0 == run("check", name, "--select", "CITE08", "--register", known)
        assert "CITE08" in capsys.readouterr().out
        assert 2 == run("check", name, "--register", "none.yaml")
        assert "none.yaml: Không tìm thấy tệp" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (["--select", "XYZ"], "--select: không có quy tắc hoặc nhóm quy tắc “XYZ”; các nhóm"),
            (["--ignore", "quot01"], "--ignore: không có quy tắc hoặc nhóm quy tắc “QUOT01”; có"),
            (["--select", "END01", "--ignore", "END01"], "--ignore: END01 vừa được chọn"),
            (["--settings", "khong.toml"], "khong.toml: Không tìm thấy tệp"),
            (["--settings", "s.toml"], "s.toml:$.ignore[0]: không có quy tắc hoặc nhóm"),
        ],
    )
    def test_refuses_an_option_by_its_name(
        self, options: list[str], said: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Or by the file that it stands in."""
        (name,) = files(["a.yaml"], self.SLIPS)
        Path("s.toml").write_text('ignore = ["QUOT01"]', encoding="utf-8")
        assert 2 == run("check", name, *options)
        assert capsys.readouterr().err.startswith(said)

    def test_settings_profile_and_previous(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Each is a file or a name; one that is none is told."""
        name, before = files(["a.yaml", "b.yaml"], self.SLIPS)
        Path("s.toml").write_text('select = ["END"]', encoding="utf-8")
        assert 0 == run("check", name, "--settings", "s.toml", "--previous", before)
        assert "QUOTE02" not in capsys.readouterr().out
        assert 2 == run("check", name, "--profile", "hd99")
        assert 2 == run("check", name, "--previous", "none.yaml")
        assert 2 == run("check", name, "--settings", "none.toml")
        assert 2 == run("check")
        capsys.readouterr()

    def test_docx(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A draft with the findings as comments; the answer stays that of the check."""
        from docx import Document  # noqa: PLC0415 - this test alone looks into a .docx

        (name,) = files(["a.yaml"], self.SLIPS)
        assert 0 == run("check", name, "--docx", "nhap.docx", "--format", "json")
        said = capsys.readouterr()
        told = json.loads(said.out)["findings"]
        assert str(Path("nhap.docx").resolve()) in said.err
        comments = [comment.text for comment in Document("nhap.docx").comments]
        assert len(told) == len(comments)
        assert any("END01" in text for text in comments)

    def test_docx_of_many(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Into a folder; after fixing, what is left."""
        from docx import Document  # noqa: PLC0415

        names = files(["a.yaml", "b.yaml"], self.SLIPS)
        Path("nhap").mkdir()
        assert 0 == run("check", *names, "--docx", "nhap", "--fix")
        for name in ("a", "b"):
            texts = [comment.text for comment in Document(f"nhap/{name}.docx").comments]
            assert not any("END01" in text for text in texts)
            assert any("QUOTE02" in text for text in texts)
        capsys.readouterr()

    def test_docx_that_cannot_be_written(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Is told, and the check goes on."""
        broken, sound = files(["a.yaml"], REPORT + "closing: ['[[@x]]']\n") + files(
            ["b.yaml"], self.SLIPS
        )
        Path("nhap").mkdir()
        assert 1 == run("check", broken, sound, "--docx", "nhap")
        assert "a.yaml: chưa ghi được bản .docx" in capsys.readouterr().err
        assert ["b.docx"] == [path.name for path in Path("nhap").iterdir()]
        assert 2 == run("check", sound, "--docx", "nhap.pdf")
        assert 1 == run("check", sound, "--docx", "none/nhap.docx")
        assert "không có thư mục" in capsys.readouterr().err

    def test_docx_of_a_marked_report(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Needs the explicit word, as any other."""
        mark = "{level: mật, decided_by: Văn phòng, decided_on: 2024-12-04, list_reference: m}"
        (name,) = files(["a.yaml"], f"{REPORT}secrecy: {mark}\n")
        assert 1 == run("check", name, "--docx", "nhap.docx")
        assert "độ mật" in capsys.readouterr().err
        assert 0 == run("check", name, "--docx", "nhap.docx", "--allow-classified")
        capsys.readouterr()

    def test_reads_data_files_only(self, capsys: pytest.CaptureFixture[str]) -> None:
        """And says so of a .docx."""
        assert 2 == run("check", "du-thao.docx")
        assert "chưa kiểm tra được" in capsys.readouterr().err


class TestProgram:
    """The program around the commands."""

    def test_runs_as_a_module(self) -> None:
        """``python -m chinhtrinoibo`` speaks UTF-8 whatever the console is set to."""
        answer = subprocess.run(
            [sys.executable, "-m", "chinhtrinoibo", "build"],
            env={"PYTHONIOENCODING": "ascii", "PATH": "", "SYSTEMROOT": "C:\\Windows"},
            capture_output=True,
            check=False,
        )
        assert 2 == answer.returncode
        assert "chưa nêu tệp dữ liệu" in answer.stderr.decode("utf-8")

    def test_without_the_extra(self) -> None:
        """Without the extra the command says which one it needs."""
        program = (
            "import sys; sys.modules['cyclopts'] = None;"
            "from chinhtrinoibo.__main__ import main; main(['build'])"
        )
        answer = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", program], capture_output=True, check=False
        )
        assert 1 == answer.returncode
        assert 'pip install "chinhtrinoibo[cli]"' in answer.stderr.decode("utf-8")

    def test_is_installed(self) -> None:
        """The command is on the path of the environment."""
        assert shutil.which("chinhtrinoibo", path=str(Path(sys.executable).parent))
