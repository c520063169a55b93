"""Findings as comments: beside their words, sound, and the same on any day."""

import io
import itertools
from pathlib import Path

import attrs
import pytest
from docx import Document
from docx.oxml.ns import qn

import chinhtrinoibo as ctnb
from chinhtrinoibo.findings import Basis
from chinhtrinoibo.layout.passages import passages
from chinhtrinoibo.layout.profiles import SHIPPED
from chinhtrinoibo.messages import Message
from chinhtrinoibo.spans import Span
from word import inspection, samples


def finding(path: str, span: Span | None = None, **fields: object) -> ctnb.Finding:
    """Return a finding at a place."""
    given = {
        "code": "T01",
        "severity": "note",
        "message": Message.said("thiếu & thừa <số>", "test"),
        **fields,
    }
    return ctnb.Finding(path=path, span=span, **given)  # type: ignore[arg-type]


def everywhere(report: ctnb.SummaryReport) -> list[ctnb.Finding]:
    """Return findings at every text of the prose, whole and in overlapping parts, and around."""
    places = ("$", "$.number", "$.date", "$.signature.name", "$.recipients[1]", "$.documents[7]")
    cells = ("$.register.documents[0].date", "$.figures[0]", "$.annexes[0].rows[1][1]")
    texts = [
        (path, span)
        for path, text in passages(report)
        for span in (None, Span(0, len(text)), Span(1, 9), Span(5, 12), Span(5, 5), Span(12, 40))
    ]
    return [
        *(finding(place) for place in (*places, *cells)),
        *(finding(path, span) for path, span in texts),
    ]


def written(report: ctnb.SummaryReport, **options: object) -> bytes:
    """Write any sample with findings everywhere."""
    options = {"findings": everywhere(report), **options}
    return ctnb.to_docx(report, allow_classified=True, **options)  # type: ignore[arg-type]


def read_back(content: bytes) -> list[tuple[str, str]]:
    """Return what each comment says, and the words that it stands at, as python-docx sees them."""
    document = Document(io.BytesIO(content))
    words: dict[int, str] = {comment.comment_id: "" for comment in document.comments}
    current: set[int] = set()
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            current.add(int(element.get(qn("w:id"))))
        elif element.tag == qn("w:commentRangeEnd"):
            current.remove(int(element.get(qn("w:id"))))
        elif element.tag == qn("w:t"):
            for number in current:
                words[number] += element.text or ""
    return [(comment.text, words[comment.comment_id]) for comment in document.comments]


EVERY = [
    pytest.param(report, profile, id=f"{name}-{profile}")
    for (name, report), profile in itertools.product(samples.ALL.items(), SHIPPED)
]


@pytest.mark.parametrize(("report", "profile"), EVERY)
class TestConformity:
    """A commented draft is a sound package."""

    def test_independent_check_finds_nothing(
        self, report: ctnb.SummaryReport, profile: str, tmp_path: Path
    ) -> None:
        """The strict policy of openxml-audit finds no error."""
        path = tmp_path / "du-thao.docx"
        path.write_bytes(written(report, profile=profile))
        assert [] == inspection.audit(path)

    def test_own_inspection_finds_nothing(self, report: ctnb.SummaryReport, profile: str) -> None:
        """Ids match, and every range has its two ends and its reference."""
        assert [] == list(inspection.faults(written(report, profile=profile)))

    def test_the_words_stay(self, report: ctnb.SummaryReport, profile: str) -> None:
        """Comments change nothing on the page."""
        without = written(report, profile=profile, findings=())
        assert inspection.text(without) == inspection.text(written(report, profile=profile))


class TestInspection:
    """The inspection sees the faults that it is there for."""

    @pytest.mark.parametrize(
        ("part", "old", "new"),
        [
            ("document", '<w:commentRangeEnd w:id="0"/>', ""),
            ("document", '<w:commentReference w:id="0"/>', ""),
            ("document", '<w:commentRangeStart w:id="0"/>', '<w:commentRangeStart w:id="9999"/>'),
            ("comments", '<w:comment w:id="1"', '<w:comment w:id="0"'),
            ("comments", '<w:comment w:id="1"', '<w:comment w:id="9999"'),
        ],
    )
    def test_sees_planted_fault(self, part: str, old: str, new: str) -> None:
        """A fault planted in a sound package is found."""
        parts = inspection.parts(written(samples.PLAIN))
        name = f"word/{part}.xml"
        assert old in parts[name].decode()
        parts[name] = parts[name].decode().replace(old, new, 1).encode()
        assert list(inspection.faults(inspection.packed(parts)))


class TestComments:
    """“code, severity, message, expected and found, basis”, at the words it speaks of."""

    def test_says_all(self) -> None:
        """By whom, but not when."""
        (one,) = (
            finding(
                "$.opening[0]",
                Span(0, 9),
                severity="warning",
                expected="a",
                actual="b",
                basis=Basis(document="Hướng dẫn 36-HD/VPTW", clause="mục II"),
            ),
        )
        content = ctnb.to_docx(samples.PLAIN, findings=[one])
        ((said, at),) = read_back(content)
        assert "Thực hiện" == at
        assert said.splitlines() == [
            "Cảnh báo T01",
            "Thiếu & thừa <số>.",
            "Cần: a.",
            "Đang là: b.",
            "Theo Hướng dẫn 36-HD/VPTW, mục II.",
        ]
        (comment,) = Document(io.BytesIO(content)).comments
        assert ("chinhtrinoibo", "CTNB", None) == (
            comment.author,
            comment.initials,
            comment.timestamp,
        )

    def test_astray_says_its_place(self) -> None:
        """What is not on the page names its place."""
        ((said, at),) = read_back(
            written(samples.PLAIN, findings=[finding("$.directive.document")])
        )
        assert said.startswith("Gợi ý T01 (")
        assert at.startswith("tổng kết 10 năm")

    def test_at_the_right_words(self) -> None:
        """In order, overlapping, across emphasis and marks, in cells, in capitals."""
        findings = [
            finding("$.title", Span(0, 8)),
            finding("$.title", Span(9, 36)),
            finding("$.title", Span(5, 15)),
            finding("$.results[0].title", Span(9, 25)),
            finding("$.register.documents[2].date"),
            finding("$.figures[0].target"),
            finding("$.annexes[0].rows[1][1]"),
            finding("$.annexes[0].title"),
        ]
        content = written(samples.FULL, findings=findings)
        found = [at for _, at in read_back(content)]
        assert found[0] == "tổng kết"
        assert found[1].startswith("10 năm thực hiện Chỉ thị số 39-CT/TW")
        assert found[2] == "kết 10 năm"
        assert found[3:] == [
            "rà soát và q",
            "03/7/2015",
            "2.000",
            "Dòng mộtDòng haicột",
            "MÔ HÌNH TIÊU BIỂU",
        ]

    def test_silenced_ones_are_left_out(self) -> None:
        """With none left, the file is the one without findings."""
        silenced = attrs.evolve(finding("$.title"), silenced="đã rõ")
        told = finding("$.number")
        assert 1 == len(read_back(written(samples.PLAIN, findings=[silenced, told])))
        plain = ctnb.to_docx(samples.PLAIN)
        assert plain == ctnb.to_docx(samples.PLAIN, findings=[silenced])

    def test_unwritable_words(self) -> None:
        """What others say may hold anything; the file stays XML."""
        odd = finding("$", message=Message.said("a\x00b\ud800", "x"))
        ((said, _),) = read_back(written(samples.PLAIN, findings=[odd]))
        assert "A\ufffdb\ufffd" in said

    def test_same_bytes(self) -> None:
        """The same report and findings give the same file."""
        assert written(samples.FULL) == written(samples.FULL)

    def test_thousands(self) -> None:
        """All kept, quickly enough to wait for."""
        many = [finding("$.opening[0]", Span(n % 40, n % 40 + 3)) for n in range(2_000)]
        assert 2_000 == len(read_back(written(samples.PLAIN, findings=many)))

    def test_every_way_to_write(self, tmp_path: Path) -> None:
        """To a file, to bytes, to a live document, and in an office's own template."""
        findings = [finding("$.title")]
        office, target = tmp_path / "mau.docx", tmp_path / "bao-cao.docx"
        Document().save(str(office))
        ctnb.write(samples.FULL, target, template=office, findings=findings)
        assert [] == inspection.audit(target)
        assert [] == list(inspection.faults(target.read_bytes()))
        assert 1 == len(ctnb.to_document(samples.FULL, findings=findings).comments)

    def test_check_and_write(self) -> None:
        """What a check finds stands where it says."""
        report = attrs.evolve(samples.PLAIN, closing=('Biểu hiện “a”, "b" đã hết./.',))
        found = ctnb.check(report)
        content = ctnb.to_docx(report, findings=found)
        at = {said.splitlines()[0]: words for said, words in read_back(content)}
        assert at["Cảnh báo QUOTE01"] == '"'
        assert at["Gợi ý END01"] == "."

    def test_long_annex_in_pieces(self) -> None:
        """A row behind a cut is found on its own page."""
        rows = tuple((str(n), f"Tổ chức {n}") for n in range(1, 1001))
        annex = ctnb.Annex(title="Danh sách", columns=("STT", "Tên"), rows=rows)
        report = attrs.evolve(samples.PLAIN, annexes=(annex,))
        content = written(report, findings=[finding("$.annexes[0].rows[899][1]")])
        assert ["Tổ chức 900"] == [at for _, at in read_back(content)]
