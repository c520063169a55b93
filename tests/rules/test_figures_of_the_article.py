"""The public article, loaded as a report: what must be found in it, and what must not."""

from pathlib import Path

import pytest

import chinhtrinoibo as ctnb
from chinhtrinoibo.findings import Findings

SOURCE = Path(__file__).parents[3] / "shared" / "source" / "binh-thuan-2024.txt"
FIGURES = ("TALLY", "PART", "SHARE", "RATE", "BASE", "DELTA", "APPROX", "NUMBER", "PAD", "ASOF")


@pytest.fixture(scope="module")
def found() -> Findings:
    """Return what the check says of the article's figures."""
    if not SOURCE.exists():
        pytest.skip("the article is not beside the project")
    paragraphs = SOURCE.read_text(encoding="utf-8").strip().split("\n")
    report = ctnb.SummaryReport(
        title="tổng kết 10 năm thực hiện Chỉ thị số 39-CT/TW",
        issuer="Ban Thường vụ Tỉnh ủy Bình Thuận",
        leadership=paragraphs[:1],
        results_lead=paragraphs[1],
        results=[ctnb.Result(paragraphs=[text]) for text in paragraphs[2:7]],
        lessons_lead=paragraphs[7],
        lessons=[ctnb.Lesson(title=text) for text in paragraphs[8:]],
    )
    families = (*FIGURES, "SPAN", "FIG", "ENUM")
    return Findings(one for one in ctnb.check(report) if one.code.startswith(families))


class TestArticle:
    """Slips 10 and 11 of the article, and its “đến nay” without a day."""

    def test_finds_the_slips(self, found: Findings) -> None:
        """And nothing else in its figures: 51, the nested 02, 10 năm, 07 nhóm, Một là again."""
        said = [(one.code, one.path, one.span and one.span.of(one.text)) for one in found]
        assert [
            ("ASOF01", "$.leadership[0]", "đến nay"),
            ("TALLY04", "$.leadership[0]", "02 Quy chế phối hợp"),
            ("TALLY05", "$.leadership[0]", "05 hướng dẫn"),
        ] == said

    def test_names_the_others_of_the_list(self, found: Findings) -> None:
        """“11 kế hoạch” is written small, too; the seven hold the two."""
        (case,) = found.of("TALLY05")
        assert ["11 kế hoạch"] == [place.text for place in case.related]
        (kind,) = found.of("TALLY04")
        assert ["07 Quy định"] == [place.text for place in kind.related]
