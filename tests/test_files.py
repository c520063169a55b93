import re
import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import chinhtrinoibo as ctnb
from chinhtrinoibo import sources
from chinhtrinoibo.errors import InvalidProfile
from chinhtrinoibo.files import check_file, check_text, loaded
from chinhtrinoibo.findings import Severity
from chinhtrinoibo.layout.passages import passages
from chinhtrinoibo.mending import fix_file, fix_text
from chinhtrinoibo.sources import Format
from chinhtrinoibo.spans import Span
from strategies import reports

HEAD = "title: tổng kết\nissuer: Chi bộ 1\n"
formats = st.sampled_from(Format)
PIECES = ('"a"', "“b”", "c./.", " ", "\\", "'", "# ", ": ", "”", "é")


def _composes(written: str) -> bool:
    """Tell whether no mark stands behind an escape, with whose last sign it would be composed."""
    escapes = re.finditer(r"\\(?:x.{2}|u.{4}|U.{8}|.)(?P<next>.)", written)
    return not any(unicodedata.combining(found["next"]) for found in escapes)


class TestCheckFile:
    """“Load problems take the same shape, so one list and one exit status serve both”."""

    def test_problems_of_the_data(self) -> None:
        """Each with line and column, and the line itself."""
        found = check_text("isuer: x\ntitle: x\ndate: 31/02/2024\n", "yaml", "a.yaml")
        assert ["LOAD01"] * 3 == [finding.code for finding in found]
        spots = [(finding.spot.line, finding.spot.excerpt) for finding in found if finding.spot]
        assert [(1, "isuer: x"), (1, "isuer: x"), (3, "date: 31/02/2024")] == spots
        assert Severity.ERROR is found.worst

    def test_a_file_that_cannot_be_read(self, tmp_path: Path) -> None:
        """Missing, of another kind, or broken."""
        assert ["LOAD02"] == [one.code for one in check_file(tmp_path / "none.yaml")]
        assert ["LOAD02"] == [one.code for one in check_file(tmp_path / "a.docx")]
        (broken,) = check_text("a: b\ntitle: [", "yaml", "b.yaml")
        assert broken.spot
        assert ("b.yaml", 2, "title: [") == (*broken.spot[:2], broken.spot.excerpt)

    def test_composed_letters_are_a_note(self) -> None:
        """The check of the text goes on."""
        text = unicodedata.normalize("NFD", HEAD) + "opening: [Hết./.]\n"
        found = check_text(text, "yaml", "a.yaml")
        assert Severity.NOTE is found.of("LOAD03")[0].severity
        assert found.of("END01")

    def test_a_note_of_loading_obeys_the_settings(self) -> None:
        """It is left out, weighed and silenced like any other."""
        text = unicodedata.normalize("NFD", HEAD) + "opening: [Hết.]\n"
        assert not check_text(text, "yaml", settings={"ignore": ["LOAD03"]}).of("LOAD03")
        levels = {"levels": {"LOAD": "warning"}}
        (found,) = check_text(text, "yaml", settings=levels).of("LOAD03")
        assert Severity.WARNING is found.severity
        silence = {"silence": [{"code": "LOAD03", "reason": "tệp của nơi khác"}]}
        (found,) = check_text(text, "yaml", settings=silence).of("LOAD03")
        assert "tệp của nơi khác" == found.silenced

    def test_an_unknown_form_in_the_data(self) -> None:
        """Is a problem of the data; one that is asked for is a mistake of the caller."""
        (found,) = check_text(HEAD + "profile: hd99\n", "yaml")
        assert ("LOAD01", "$.profile") == (found.code, found.path)
        with pytest.raises(InvalidProfile):
            check_text(HEAD, "yaml", profile="hd98")

    @pytest.mark.parametrize(
        ("body", "place", "excerpt"),
        [
            ("closing:\n  - Hết./.\n", (4, 8), "  - Hết./."),
            ("closing:\n  - >-\n    Một dòng\n    dài hết./. \n", (6, 12), "    dài hết./. "),
            ("closing:\n  - |\n    Một dòng\n\n    hết./.\n", (7, 8), "    hết./."),
            ('closing: ["a \\"b\\" hết./."]\n', (3, 23), 'closing: ["a \\"b\\" hết./."]'),
            ("closing: ['a ''b'' \n   hết./.']\n", (4, 7), "   hết./.']"),
            ("lessons: [a hết./.]\n", (3, 16), "lessons: [a hết./.]"),
            ("lessons:\n  - title: a hết./.\n", (4, 17), "  - title: a hết./."),
            ('closing: ["hết\\x2e/."]\n', (3, 15), 'closing: ["hết\\x2e/."]'),
        ],
    )
    def test_a_span_has_its_own_line(self, body: str, place: tuple[int, int], excerpt: str) -> None:
        """Also within a text of several lines, and in each way of quoting."""
        (found,) = check_text(HEAD + body, "yaml", "a.yaml", settings={"select": ["END01"]})
        assert found.spot
        assert found.spot.exact
        assert (*place, excerpt) == (found.spot.line, found.spot.column, found.spot.excerpt)

    @pytest.mark.parametrize("format_", Format)
    def test_loose_letters_have_their_places(self, format_: Format) -> None:
        """In a file in decomposed letters columns are those of the file."""
        report = ctnb.SummaryReport(
            title="tổng kết", issuer="Chi bộ 1", closing=["Đã hết./.", "Một việc ở đây hết./."]
        )
        text = unicodedata.normalize("NFD", ctnb.dumps(report, format_))
        found = check_text(text, format_, settings={"select": ["END01"]})
        spots = [one.spot for one in found.of("END01") if one.spot]
        lines = text.splitlines()
        assert spots
        for spot in spots:
            assert spot.exact
            assert "./." == lines[spot.line - 1][spot.column - 1 : spot.end_column - 1]
            assert lines[spot.line - 1] == spot.excerpt

    def test_what_is_missing_stands_where_the_nearest_thing_does(self) -> None:
        """A cause that is not there stands with the shortcomings."""
        found = check_text(HEAD + "shortcomings:\n  - a\n", "yaml").of("CAUSE01")
        spots = [finding.spot for finding in found if finding.spot]
        assert [(3, 1, False)] == [(spot.line, spot.column, spot.exact) for spot in spots]

    @given(reports(), formats, st.sampled_from(["NFC", "NFD"]))
    def test_every_text_is_found_where_it_is_written(
        self, report: ctnb.SummaryReport, format_: Format, letters: Literal["NFC", "NFD"]
    ) -> None:
        """Whatever the format and its letters, each passage and each letter has its place."""
        written = ctnb.dumps(report, format_)
        assume(_composes(written))
        text = unicodedata.normalize(letters, written)
        wanted = [(path, Span(0, 1), said) for path, said in passages(report)]
        for (_, _, said), place in zip(wanted, sources.find(text, format_, wanted), strict=True):
            assert place.written is not None, said
            if said[0].isalnum():
                found = unicodedata.normalize("NFC", place.span.of(text))
                assert found[0] == said[0]
                assert all(map(unicodedata.combining, found[1:])), "marks on marks"


class TestFixFile:
    """“text outside the span is untouched byte for byte”."""

    BODY = (
        "# đầu tệp\r\ntitle:   tổng kết  # trích yếu\r\nissuer: 'Chi bộ ''1'''\r\nclosing:\r\n"
        '    - >-\r\n        Biểu hiện “tự diễn\r\n        biến”, "tự chuyển\r\n'
        '        hóa", hết./.\r\n    - "Có \\"một\\"./."   # cuối\r\n'
    )

    def test_keeps_the_layout(self, tmp_path: Path) -> None:
        """Comments, order, breaks, quotes, the byte order mark and the ends of lines."""
        path = tmp_path / "a.yaml"
        path.write_bytes(b"\xef\xbb\xbf" + self.BODY.encode())
        mended = fix_file(path, settings={"select": ["END", "QUOTE"]})
        expected = self.BODY.replace("./.", ".").replace("“", '"').replace("”", '"')
        assert expected == path.read_bytes().decode("utf-8-sig")
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        assert 3 == len(mended.fixed)
        assert not mended.left
        before = path.read_bytes()
        assert not fix_file(path, settings={"select": ["END", "QUOTE"]}).fixed
        assert before == path.read_bytes()

    def test_a_quote_that_its_own_quotes_would_end_is_escaped(self) -> None:
        """The file still says what was meant."""
        text = HEAD + 'opening: ["Có “một” và \\"hai\\", \\"ba\\"."]\n'
        mended = fix_text(text, "yaml", settings={"select": ["QUOTE"]})
        assert HEAD + 'opening: ["Có \\"một\\" và \\"hai\\", \\"ba\\"."]\n' == mended.text
        assert not mended.left

    @pytest.mark.parametrize("format_", Format)
    def test_each_format(self, format_: Format) -> None:
        """YAML, TOML and JSON."""
        report = ctnb.loads(self.BODY, "yaml")
        mended = fix_text(ctnb.dumps(report, format_), format_)
        assert ctnb.fix(report, ctnb.check(report)) == ctnb.loads(mended.text, format_)

    def test_what_has_no_place_is_left_and_said(self) -> None:
        """Letters spelt in two escapes have none; a sound neighbour is put right."""
        odd = '"Tô\\u0309ng kết./."'
        text = HEAD + f"opening:\n  - {odd}\n  - Hết./.\n"
        mended = fix_text(text, "yaml", settings={"select": ["END"]})
        assert HEAD + f"opening:\n  - {odd}\n  - Hết.\n" == mended.text
        assert ["$.opening[0]"] == [finding.path for finding in mended.unplaced]

    @pytest.mark.parametrize("format_", Format)
    def test_loose_letters_stay_loose(self, format_: Format) -> None:
        """Of a file in decomposed letters only the words of a fix change."""
        report = ctnb.loads(self.BODY, "yaml")
        text = unicodedata.normalize("NFD", ctnb.dumps(report, format_))
        mended = fix_text(text, format_, settings={"select": ["END"]})
        assert 2 == len(mended.fixed)
        assert text.replace("./.", ".") == mended.text
        assert not mended.unplaced

    def test_whole_letters_come_among_loose_ones(self) -> None:
        """Where the words of a fix have letters of their own."""
        text = unicodedata.normalize("NFD", HEAD + "opening: [Ban Thường vụ Tỉnh uỷ và Chi uỷ.]\n")
        report, _ = loaded(text, Format.YAML)
        settings = {"select": ["TONE"]}
        mended = fix_text(text, "yaml", settings=settings)
        meant = ctnb.fix(report, ctnb.check(report, settings=settings))
        assert meant == loaded(mended.text, Format.YAML)[0]
        assert not mended.unplaced

    def test_what_cannot_be_loaded_is_left(self) -> None:
        """As it was, with its findings."""
        mended = fix_text("title: [", "yaml")
        assert ("title: [", ()) == (mended.text, mended.fixed)
        assert mended.left.of("LOAD02")

    @given(
        st.lists(st.sampled_from(PIECES)),
        formats,
    )
    def test_says_what_fix_says(self, pieces: list[str], format_: Format) -> None:
        """A file put right loads as the report put right, or it is said what was left."""
        report = ctnb.SummaryReport(title="x", issuer="y", opening=["".join(pieces), "“z”"])
        mended = fix_text(ctnb.dumps(report, format_), format_)
        for _ in range(5):
            report = ctnb.fix(report, ctnb.check(report))
        assert report == ctnb.loads(mended.text, format_) or mended.unplaced
