"""The source article, loaded as a report: which slips of its citations are found, and by what."""

import datetime as dt
from collections.abc import Callable

import pytest

import chinhtrinoibo as ctnb
from chinhtrinoibo.findings import Findings, Severity
from chinhtrinoibo.rules.catalogue import RULES

CITING = [rule for rule in RULES if rule.family in {"CITE", "SECRET", "DUE"}]
SELF_CHANGING = '"tự diễn biến", "tự chuyển hóa"'

#: The documents that the article cites, and the one that it does not.
REGISTER = ctnb.Register(
    documents=[
        ctnb.Document(
            number="39-CT/TW",
            date=dt.date(2014, 8, 18),
            issuer="Bộ Chính trị",
            term="XI",
            title="tăng cường công tác bảo vệ chính trị nội bộ trong tình hình hiện nay",
        ),
        ctnb.Document(
            number="04-NQ/TW",
            date=dt.date(2016, 10, 30),
            issuer="Ban Chấp hành Trung ương",
            term="XII",
            short_name="Nghị quyết Trung ương 4 (khóa XII)",
            title="tăng cường xây dựng, chỉnh đốn Đảng; ngăn chặn, đẩy lùi sự suy thoái về tư tưởng"
            f" chính trị, đạo đức, lối sống, những biểu hiện {SELF_CHANGING} trong nội bộ",
        ),
        ctnb.Document(
            number="21-KL/TW",
            date=dt.date(2021, 10, 25),
            issuer="Ban Chấp hành Trung ương",
            term="XIII",
            title="đẩy mạnh xây dựng, chỉnh đốn Đảng và hệ thống chính trị; kiên quyết ngăn chặn,"
            " đẩy lùi, xử lý nghiêm cán bộ, đảng viên suy thoái về tư tưởng chính trị, đạo đức,"
            f" lối sống, biểu hiện {SELF_CHANGING}",
        ),
        ctnb.Document(
            number="03-KH/TW",
            date=dt.date(2021, 12, 1),
            issuer="Bộ Chính trị",
            term="XIII",
            title="thực hiện Kết luận số 21-KL/TW",
        ),
        ctnb.Document(
            number="35-NQ/TW",
            date=dt.date(2018, 10, 22),
            issuer="Bộ Chính trị",
            term="XII",
            title="tăng cường bảo vệ nền tảng tư tưởng của Đảng, đấu tranh phản bác các quan điểm"
            " sai trái, thù địch trong tình hình mới",
        ),
        ctnb.Document(
            number="05-CT/TW",
            date=dt.date(2016, 5, 15),
            issuer="Bộ Chính trị",
            term="XII",
            title="đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        ),
    ]
)

P1, P3, P10 = "$.leadership[0]", "$.results[0].title", "$.lessons[1].title"
#: Slips that the text alone shows, by the numbers of the fact sheet: code, place, first words.
ALONE = {
    ("CITE01", P1, "Chỉ thị số 39-CT/TW"),  # 8
    ("CITE02", P1, "Chỉ thị số 39-CT/TW của Bộ Chính trị"),  # 9
    ("CITE02", P3, "Kết luận số 21-KL/TW, ngày 25/10/2021"),  # 7
    ("CITE02", P10, "Kết luận số 21-KL/TW, ngày 25/10/2021"),  # 7
    ("CITE03", P10, "Kết luận số 21-KL/TW, ngày 25/10/2021"),  # 4
    ("CITE04", P10, "Nghị quyết Trung ương 4"),  # 5
    ("CITE10", P10, "khóa XIII"),  # 27
}
#: Slips that need the register of the documents.
WITH_REGISTER = {
    ("CITE01", P3, "Nghị quyết Trung ương 4 (khóa XII)"),  # 6
    ("CITE03", P3, "Kế hoạch số 03-KH/TW, ngày 01/12/2021"),  # 2
    ("CITE03", P10, "Nghị quyết Trung ương 4"),  # 26
    ("CITE09", P1, "mới"),  # 18
    ("CITE09", P3, "tăng cường xây dựng, chỉnh đốn Đảng"),  # 3
    ("CITE09", P3, "“Học tập và làm theo tư tưởng"),  # 17
}


@pytest.fixture(scope="module")
def article(shared: Callable[[str], str]) -> ctnb.SummaryReport:
    """Return the article as a report, its paragraphs where they belong."""
    text = shared("source/binh-thuan-2024.txt").splitlines()
    result, lesson = ctnb.Result, ctnb.Lesson
    return ctnb.SummaryReport(
        title="kết quả 10 năm thực hiện Chỉ thị của Bộ Chính trị về tăng cường công tác bảo vệ"
        " chính trị nội bộ trong tình hình hiện nay",
        issuer="Ban Thường vụ Tỉnh ủy Bình Thuận",
        date=dt.date(2024, 9, 5),
        leadership=[text[0]],
        results_lead=text[1],
        results=[
            result(title=text[2]),
            result(title=text[3], paragraphs=[text[4]]),
            result(title=text[5]),
            result(title=text[6]),
        ],
        lessons_lead=text[7],
        lessons=[lesson(title=line) for line in text[8:]],
    )


def told(found: Findings, wanted: set[tuple[str, str, str]]) -> set[tuple[str, str, str]]:
    """Return the findings as ``wanted`` names them; those that it lacks as they are."""
    places = [(one.code, one.path, one.span.of(one.text) if one.span else "") for one in found]
    return {
        max(
            (row for row in wanted if row[:2] == place[:2] and place[2].startswith(row[2])),
            key=lambda row: len(row[2]),
            default=place,
        )
        for place in places
    }


class TestSourceArticle:
    """“The source article, loaded as a report … and nothing on the must-not list”."""

    def test_by_rule_alone(self, article: ctnb.SummaryReport) -> None:
        """Slips 4, 5, 7, 8, 9 and 27, and nothing else."""
        found = ctnb.check(article, rules=CITING)
        assert told(found, ALONE) == ALONE
        assert len(found) == len(ALONE)
        assert not found.errors

    def test_with_the_register(self, article: ctnb.SummaryReport) -> None:
        """Slips 2, 3, 6, 17, 18 and 26 as well, and nothing else."""
        found = ctnb.check(article, rules=CITING, register=REGISTER)
        assert told(found, ALONE | WITH_REGISTER) == ALONE | WITH_REGISTER
        assert len(found) == len(ALONE | WITH_REGISTER)

    def test_only_the_issuer_of_the_plan_is_an_error(self, article: ctnb.SummaryReport) -> None:
        """Its day tells that it is the registered one; all else may be meant otherwise."""
        found = ctnb.check(article, rules=CITING, register=REGISTER)
        (error,) = [one for one in found if one.severity is Severity.ERROR]
        assert ("CITE03", P3, "Bộ Chính trị") == (error.code, error.path, error.expected)

    def test_says_what_the_first_mention_should_be(self, article: ctnb.SummaryReport) -> None:
        """In full, as the form has it."""
        found = ctnb.check(article, rules=CITING, register=REGISTER).of("CITE01")
        assert found[0].expected.startswith(
            "Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị khóa XI về tăng cường công tác"
        )


class TestEditions:
    """“a report of 2024 is judged by 36-HD/VPTW and 66-QĐ/TW, one of July 2026 by …”."""

    @pytest.mark.parametrize(
        ("day", "form", "types"),
        [
            (dt.date(2024, 12, 5), "36-HD/VPTW", "66-QĐ/TW"),
            (dt.date(2026, 3, 1), "36-HD/VPTW", "399-QĐ/TW"),
            (dt.date(2026, 7, 1), "05-HD/VPTW", "399-QĐ/TW"),
        ],
    )
    def test_of_the_party(self, day: dt.date, form: str, types: str) -> None:
        """By the day of the report."""
        report = ctnb.SummaryReport(
            title="tổng kết",
            issuer="Chi bộ 1",
            date=day,
            opening=["Thực hiện Công văn 9-QC/TW."],
        )
        found = ctnb.check(report, rules=CITING)
        bases = {one.code: str(one.basis) for one in found}
        assert form in bases["CITE01"]
        assert types in bases["CITE05"]
        assert form in bases["CITE07"]

    def test_of_the_state(self) -> None:
        """By its own decree."""
        report = ctnb.SummaryReport(
            title="tổng kết",
            issuer="UBND xã Sông Xanh",
            number="05/BC-UBND",
            date=dt.date(2024, 12, 5),
            opening=["Thực hiện Kế hoạch 9/BC-UBND."],
        )
        found = ctnb.check(report, rules=CITING)
        assert all("30/2020/NĐ-CP" in str(one.basis) for one in found)
        assert {"CITE01", "CITE05", "CITE07"} == {one.code for one in found}

    @pytest.mark.parametrize(
        ("day", "law"), [(dt.date(2024, 12, 5), "29/2018"), (dt.date(2026, 7, 1), "117/2025")]
    )
    def test_of_secrecy(self, day: dt.date, law: str) -> None:
        """Both systems have one law."""
        report = ctnb.SummaryReport(
            title="tổng kết",
            issuer="Chi bộ 1",
            date=day,
            opening=["Thực hiện [[12-KH/TU]]."],
            documents=[ctnb.Document(number="12-KH/TU", title="giả định", secrecy="mật")],
        )
        (found,) = ctnb.check(report, rules=CITING)
        assert law in str(found.basis)
        assert Severity.ERROR is found.severity


class TestSeverity:
    """“a likely finding is never an error”; what weighs how much."""

    @pytest.mark.parametrize(
        ("outside", "severity"),
        [(True, Severity.ERROR), (False, Severity.WARNING)],
    )
    def test_of_what_may_be_several(self, *, outside: bool, severity: Severity) -> None:
        """An error where the register lists both."""
        both = [
            ctnb.Document(number="39-CT/TW", date=dt.date(2014, 8, 18), issuer="Bộ Chính trị"),
            ctnb.Document(number="39-CT/TW", date=dt.date(2024, 10, 30), issuer="Ban Bí thư"),
        ]
        report = ctnb.SummaryReport(
            title="tổng kết",
            issuer="Chi bộ 1",
            documents=() if outside else both,
            opening=["Thực hiện Chỉ thị 39-CT/TW."],
        )
        register = ctnb.Register(documents=both) if outside else None
        (found,) = ctnb.check(report, register=register, rules=CITING).of("CITE04")
        assert severity is found.severity
        assert ([] if outside else ["$.documents[0]", "$.documents[1]"]) == [
            one.path for one in found.related
        ]

    @pytest.mark.parametrize(
        ("number", "severity"), [("12-KL/TW", "warning"), ("12-CTr/TU", "note")]
    )
    def test_of_what_is_not_listed(self, number: str, severity: str) -> None:
        """A warning where the register lists others of that series."""
        report = ctnb.SummaryReport(
            title="tổng kết", issuer="Chi bộ 1", opening=[f"Thực hiện số {number}."]
        )
        (found,) = ctnb.check(report, register=REGISTER, rules=CITING).of("CITE08")
        assert severity == found.severity
