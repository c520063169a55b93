"""The .docx as written: opened again by python-docx and looked at part by part."""

import datetime as dt
import io
import itertools
import os
import pickle
import subprocess
import sys
import zipfile
from pathlib import Path

import attrs
import pytest
from docx import Document
from docx.shared import Mm, Pt
from lxml import etree

import chinhtrinoibo as ctnb
from chinhtrinoibo.layout.profiles import SHIPPED, Profile
from chinhtrinoibo.layout.roles import Role
from word import inspection, samples
from word.inspection import W

EVERY = [
    pytest.param(report, profile, id=f"{name}-{profile}")
    for (name, report), profile in itertools.product(samples.ALL.items(), SHIPPED)
]


def written(report: ctnb.SummaryReport, **options: object) -> bytes:
    """Write any sample, the marked one included."""
    return ctnb.to_docx(report, allow_classified=True, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(("report", "profile"), EVERY)
class TestConformity:
    """Every file that the library writes is a sound package."""

    def test_independent_check_finds_nothing(
        self, report: ctnb.SummaryReport, profile: str, tmp_path: Path
    ) -> None:
        """The strict policy of openxml-audit finds no error."""
        path = tmp_path / "bao-cao.docx"
        path.write_bytes(written(report, profile=profile))
        assert [] == inspection.audit(path)

    def test_own_inspection_finds_nothing(self, report: ctnb.SummaryReport, profile: str) -> None:
        """Fields close, rows fit their grid, styles and parts exist, dates are dates."""
        assert [] == list(inspection.faults(written(report, profile=profile)))

    def test_leaks_nothing(self, report: ctnb.SummaryReport, profile: str) -> None:
        """No author, program, thumbnail, custom data or revision mark but the report's own."""
        parts = inspection.parts(written(report, profile=profile))
        assert {
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/fontTable.xml",
            "word/header-number.xml",
            "word/settings.xml",
            "word/styles.xml",
            "word/theme/theme1.xml",
        } == parts.keys()
        together = b"".join(parts.values()).lower()
        for trace in (b"rsid", b"python", b"chinhtrinoibo", b"thumbnail", b"customxml", b"w:ins "):
            assert trace not in together


class TestInspection:
    """The inspection sees the faults that it is there for."""

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("<w:body>", '<w:body><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'),
            ("</w:tc></w:tr>", "</w:tc><w:tc><w:p/></w:tc></w:tr>"),
            ('w:val="Body"', 'w:val="Nowhere"'),
            ('r:id="rIdHeader"', 'r:id="rIdNowhere"'),
            ("2024-12-05T00:00:00Z", "05/12/2024"),
        ],
    )
    def test_sees_planted_fault(self, old: str, new: str) -> None:
        """A fault planted in a sound package is found."""
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as package:
            for name, blob in inspection.parts(written(samples.FULL)).items():
                package.writestr(name, blob.decode().replace(old, new, 1))
        assert list(inspection.faults(content.getvalue()))


class TestPage:
    """“Khổ giấy, định lề trang, số trang” (Hướng dẫn 36-HD/VPTW)."""

    def test_margins(self) -> None:
        """A4; 20, 20, 30 and 15 mm; page number 10 mm from the edge, not on page 1."""
        section = Document(io.BytesIO(written(samples.PLAIN))).sections[0]
        lengths = (
            (section.page_width, Mm(210)),
            (section.page_height, Mm(297)),
            (section.top_margin, Mm(20)),
            (section.bottom_margin, Mm(20)),
            (section.left_margin, Mm(30)),
            (section.right_margin, Mm(15)),
            (section.header_distance, Mm(10)),
        )
        for found, expected in lengths:
            assert found is not None
            assert abs(found - expected) < Pt(0.1)
        assert section.different_first_page_header_footer
        assert "PAGE" in section.header._element.xml

    def test_mirrored_margins_on_request(self) -> None:
        """Margins change sides only for two-sided printing."""
        settings = [
            inspection.parts(written(samples.PLAIN, mirrored=mirrored))["word/settings.xml"]
            for mirrored in (False, True)
        ]
        assert [False, True] == [b"mirrorMargins" in part for part in settings]

    def test_wide_annex_is_landscape(self) -> None:
        """The register turns its sheet; the pages around it stay upright."""
        sections = Document(io.BytesIO(written(samples.FULL))).sections
        assert [0, 1] == [int(section.orientation or 0) for section in sections][:2]
        assert sections[1].page_width == sections[0].page_height

    def test_state_annexes_count_their_own_pages(self) -> None:
        """An annex of the State form begins at page 1."""
        body = inspection.document(written(samples.STATE))
        starts = [number.get(f"{W}start") for number in body.iter(f"{W}pgNumType")]
        assert ["1"] == starts


class TestStyles:
    """Each role is a real Word style that a person can change."""

    @pytest.mark.parametrize("name", SHIPPED)
    def test_looks_as_the_profile_says(self, name: str) -> None:
        """The style sheet has a style a role, with the size and weight of the form."""
        profile = Profile.named(name)
        styles = Document(io.BytesIO(written(samples.PLAIN, profile=name))).styles
        for role, look in profile.looks.items():
            font = styles[_ui_name(role)].font
            assert (look.size, look.bold, look.italic) == (
                font.size.pt,
                bool(font.bold),
                bool(font.italic),
            )

    def test_every_paragraph_carries_a_style(self) -> None:
        """No paragraph of the body falls back on Normal."""
        for paragraph in inspection.document(written(samples.FULL)).iter(f"{W}p"):
            assert paragraph.find(f"{W}pPr/{W}pStyle") is not None

    def test_headings_have_outline_levels(self) -> None:
        """The navigation pane shows the headings."""
        styles = inspection.parts(written(samples.PLAIN))["word/styles.xml"].decode()
        assert styles.count("w:outlineLvl") == sum(
            role.outline_level is not None for role in Profile.named("hd36").looks
        )

    def test_language_and_font(self) -> None:
        """The text is Vietnamese, in one font for every script, and no theme font."""
        styles = inspection.parts(written(samples.PLAIN))["word/styles.xml"].decode()
        assert 'w:lang w:val="vi-VN"' in styles
        assert 4 == styles.count('"Times New Roman"')
        assert "Theme" not in styles


def _ui_name(role: Role) -> str:
    return role.style_name.replace("heading", "Heading")


class TestProperties:
    """Core properties come from the report only."""

    def test_from_the_report(self) -> None:
        """Title, issuer, number and the report's own day; nothing else."""
        properties = Document(io.BytesIO(written(samples.PLAIN))).core_properties
        assert "Ban Thường vụ Tỉnh ủy Sông Xanh" == properties.author
        assert "05-BC/TU" == properties.identifier
        assert properties.title.startswith("Báo cáo tổng kết 10 năm thực hiện Chỉ thị số 39-CT/TW")
        assert dt.date(2024, 12, 5) == properties.created.date()
        assert "" == properties.last_modified_by

    def test_no_day_no_stamp(self) -> None:
        """A report without a day leaves no time stamp."""
        core = inspection.parts(written(attrs.evolve(samples.PLAIN, date=None)))
        assert b"dcterms:created" not in core["docProps/core.xml"]

    def test_secret_subject_stays_out(self) -> None:
        """The subject of a marked report is not a property of the file."""
        core = inspection.parts(written(samples.SECRET))["docProps/core.xml"].decode()
        assert "<dc:title>Báo cáo</dc:title>" in core


class TestSecrecy:
    """Secrecy marks are never inferred, and a marked report needs the explicit word."""

    def test_refused_without_the_word(self, tmp_path: Path) -> None:
        """Nothing is written, in any of the ways to write."""
        target = tmp_path / "mat.docx"
        for attempt in (ctnb.to_docx, ctnb.to_document):
            with pytest.raises(ctnb.ClassifiedReport, match="allow_classified"):
                attempt(samples.SECRET)
        with pytest.raises(ctnb.ClassifiedReport):
            ctnb.write(samples.SECRET, target)
        assert not target.exists()

    def test_refused_without_who_decided(self) -> None:
        """The word alone is not enough: somebody competent has decided."""
        assert samples.SECRET.secrecy is not None
        anonymous = attrs.evolve(samples.SECRET.secrecy, decided_by="")
        with pytest.raises(ctnb.ClassifiedReport, match="decided_by"):
            ctnb.to_docx(attrs.evolve(samples.SECRET, secrecy=anonymous), allow_classified=True)

    def test_written_on_request(self) -> None:
        """With the word, the mark stands on the page."""
        assert "MẬT" in inspection.text(written(samples.SECRET)).splitlines()


class TestSignature:
    """The signature never parts from its text."""

    def test_kept_with_the_last_paragraph(self) -> None:
        """The last paragraph keeps with the block below it, whose row does not break."""
        body = inspection.document(written(samples.PLAIN))[0]
        footer = [element for element in body if element.tag == f"{W}tbl"][-1]
        last = footer.getprevious()
        assert last is not None
        assert last.find(f"{W}pPr/{W}keepNext") is not None
        assert footer.find(f"{W}tr/{W}trPr/{W}cantSplit") is not None


class TestTables:
    """Annex tables: bordered, with a head row that repeats."""

    def test_head_row_repeats(self) -> None:
        """The first row of each annex table is marked as its head; no other row is."""
        tables = [
            table
            for table in inspection.document(written(samples.FULL)).iter(f"{W}tbl")
            if table.find(f"{W}tblPr/{W}tblStyle") is not None
        ]
        assert 3 == len(tables)
        for table in tables:
            marked = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
            assert [True, *[False] * (len(marked) - 1)] == marked

    def test_breaks_and_tabs_within_a_cell(self) -> None:
        """A line break and a tab in a cell are elements, not characters."""
        body = inspection.document(written(samples.FULL))
        (cell,) = [cell for cell in body.iter(f"{W}tc") if _text(cell).startswith("Dòng một")]
        assert ["t", "br", "t", "tab", "t"] == [
            element.tag.removeprefix(W) for element in cell.iter(f"{W}t", f"{W}br", f"{W}tab")
        ]

    def test_rows_from_an_iterator(self) -> None:
        """A stream of rows is read once and written whole."""
        rows = ((str(n), f"Tổ chức {n}") for n in range(1, 1001))
        stream = ctnb.AnnexStream(title="Danh sách", columns=("STT", "Tên"), rows=rows)
        content = written(samples.PLAIN, annexes=[stream])
        assert [] == list(inspection.faults(content))
        assert "Tổ chức 1000" in inspection.text(content)
        assert [] == list(rows)

    @pytest.mark.parametrize("row", [("1",), ("1", "2", "3")])
    def test_odd_row_is_refused(self, row: tuple[str, ...], tmp_path: Path) -> None:
        """A row that does not fit is named, and nothing is half-written."""
        rows = iter([("1", "a"), row])
        stream = ctnb.AnnexStream(title="Danh sách", columns=("STT", "Tên"), rows=rows)
        target = tmp_path / "bao-cao.docx"
        with pytest.raises(ctnb.InvalidValue, match="row 2"):
            ctnb.write(samples.PLAIN, target, annexes=[stream])
        assert [] == list(tmp_path.iterdir())

    @pytest.mark.parametrize("row", ["ab", (1, "a"), iter(("1", "a"))])
    def test_row_of_other_things_is_refused(self, row: object) -> None:
        """Numbers, and a text that would fall apart into its letters, are not cells."""
        rows: list[object] = [row]
        stream = ctnb.AnnexStream(title="x", columns=("a", "b"), rows=rows)  # type: ignore[arg-type]
        with pytest.raises(ctnb.InvalidValue, match="row 1 must be a sequence of texts"):
            written(samples.PLAIN, annexes=[stream])

    def test_unwritable_cell_is_refused(self) -> None:
        """A control character in a stream is named like anywhere else."""
        stream = ctnb.AnnexStream(title="x", columns=("a",), rows=iter([("\x07",)]))
        with pytest.raises(ctnb.InvalidValue, match=r"U\+0007"):
            written(samples.PLAIN, annexes=[stream])


class TestText:
    """What is typed is what stands on the page."""

    def test_markup_is_text(self) -> None:
        """Ampersands and angle brackets are letters like any other."""
        assert "Nội dung & <ý kiến> “khác”." in inspection.text(written(samples.PLAIN))

    def test_large_paragraph(self) -> None:
        """A paragraph of a megabyte is written whole."""
        large = "Nội dung rất dài. " * 60_000
        report = attrs.evolve(samples.PLAIN, opening=(large,))
        assert large in inspection.text(written(report))

    def test_emphasis(self) -> None:
        """Emphasis in prose becomes runs of their own."""
        body = inspection.document(written(samples.PLAIN))
        looks = {
            tag: [_text(run) for run in body.iter(f"{W}r") if _has(run, tag)] for tag in ("i", "b")
        }
        assert {"i": ["rà soát"], "b": ["quán triệt"]} == looks

    def test_unknown_marks_all_at_once(self) -> None:
        """Marks that name nothing are problems with a path, never a silent blank."""
        report = attrs.evolve(samples.PLAIN, opening=("[[1-CT/TW]]",), situation=("[[@x]]",))
        with pytest.raises(ctnb.InvalidInput) as caught:
            ctnb.to_docx(report)
        assert ["$.opening[0]", "$.situation[0]"] == [p.path for p in caught.value.problems]

    def test_empty_report_is_refused(self) -> None:
        """A report with nothing to say is told what to do."""
        empty = ctnb.SummaryReport(title="tổng kết", issuer=ctnb.Organization(name="Chi bộ 1"))
        with pytest.raises(ctnb.InvalidInput, match="no body"):
            ctnb.to_docx(empty)


def _has(run: etree._Element, tag: str) -> bool:
    return run.find(f"{W}rPr/{W}{tag}") is not None


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


class TestReproducible:
    """The same report gives the same bytes."""

    def test_twice_in_one_process(self) -> None:
        """Writing leaves no state behind."""
        assert written(samples.FULL) == written(samples.FULL)

    def test_in_other_processes(self, tmp_path: Path) -> None:
        """Hash seed, day, time zone and working directory make no difference."""
        data = tmp_path / "report.pickle"
        data.write_bytes(pickle.dumps(samples.FULL))
        outputs = [
            subprocess.run(  # noqa: S603 - our own program
                [sys.executable, "-c", _PROGRAM, str(data), day],
                env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
                cwd=tmp_path,
                capture_output=True,
                check=True,
            ).stdout
            for seed, day, zone in (("1", "86400", "UTC"), ("2", "1900000000", "Asia/Tokyo"))
        ]
        assert [written(samples.FULL)] * 2 == outputs


_PROGRAM = """
import pickle, sys, time
time.time = lambda: float(sys.argv[2])
time.localtime = lambda *_: time.gmtime(float(sys.argv[2]))
import chinhtrinoibo as ctnb
report = pickle.loads(open(sys.argv[1], "rb").read())
sys.stdout.buffer.write(ctnb.to_docx(report))
"""


class TestColdStart:
    """Nothing that the job does not need is imported."""

    def test_writing_loads_no_word_processor(self) -> None:
        """Building a report and writing it loads neither python-docx, lxml, cattrs nor pendulum."""
        program = (
            "import sys, io, chinhtrinoibo as c;"
            "r = c.SummaryReport(title='t', issuer='Chi bộ', opening=['x']);"
            "c.write(r, io.BytesIO());"
            "heavy = {'docx', 'lxml', 'cattrs', 'pendulum', 'yaml', 'zipfile'};"
            "print(sorted(heavy & set(sys.modules)))"
        )
        answer = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", program], capture_output=True, check=True, text=True
        )
        assert "[]" == answer.stdout.strip()


class TestDocument:
    """A live python-docx document, for those who go on by hand."""

    def test_goes_on(self) -> None:
        """It can be changed and saved."""
        document = ctnb.to_document(samples.PLAIN)
        document.add_paragraph("Viết thêm", style="Nội dung")
        document.save(io.BytesIO())
        assert "Viết thêm" == document.paragraphs[-1].text
