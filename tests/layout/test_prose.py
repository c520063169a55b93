import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given

from chinhtrinoibo import Directive, Document, ReportingPeriod, SummaryReport
from chinhtrinoibo.errors import InvalidReference
from chinhtrinoibo.layout.blocks import Paragraph, Run
from chinhtrinoibo.layout.profiles import Profile
from chinhtrinoibo.layout.prose import Narrator
from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.references import Emphasis
from pages import DIRECTIVE, FULL, NAMESAKE, PLENUM
from strategies import texts

HD36 = Profile.named("hd36")
FULL_CITATION = (
    "Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị về tăng cường công tác bảo vệ chính trị "
    "nội bộ trong tình hình hiện nay"
)
BOTH = attrs.evolve(FULL, documents=[NAMESAKE])


def narrator(report: SummaryReport = FULL, profile: Profile = HD36) -> Narrator:
    """Return one who has not said anything yet."""
    return Narrator(report, profile)


def tell(prose: str, report: SummaryReport = FULL, **style: Any) -> str:
    """Return the words of prose, told by itself."""
    profile = HD36.with_values({f"style.{name}": value for name, value in style.items()})
    return narrator(report, profile).tell(Role.BODY, prose).text


class TestCitation:
    """“Lần đầu ghi đầy đủ, các lần sau ghi tên loại và số” (Hướng dẫn 36-HD/VPTW)."""

    def test_is_full_first_and_short_afterwards(self) -> None:
        """Across paragraphs, whatever the spelling of the mark."""
        one = narrator()
        told = [one.tell(Role.BODY, prose).text for prose in ("[[39-CT/TW]]", "[[39-ct/tw]]")]
        assert told == [FULL_CITATION, "Chỉ thị 39-CT/TW"]

    def test_counts_names_of_one_document_together(self) -> None:
        """Key, number and other name are one document."""
        told = tell("[[NQTW4]], [[04-NQ/TW]], [[Nghị quyết Trung ương 4 (khóa XII)]]")
        first, *later = told.split("Đảng, ")
        assert first.startswith("Nghị quyết số 04-NQ/TW, ngày 30/10/2016")
        assert ", ".join([PLENUM.short_name] * 2) == later[0]

    @pytest.mark.parametrize(
        ("prose", "told"),
        [
            ("[[39-CT/TW|number]]", "39-CT/TW"),
            ("[[39-CT/TW|short]]", "Chỉ thị 39-CT/TW"),
            ("[[39-CT/TW|full]]", FULL_CITATION),
            ("[[39-CT/TW|short]] [[39-CT/TW]]", f"Chỉ thị 39-CT/TW {FULL_CITATION}"),
            ("[[39-CT/TW|full]] [[39-CT/TW]]", f"{FULL_CITATION} Chỉ thị 39-CT/TW"),
            ("[[39-CT/TW]] [[39-CT/TW|full]]", f"{FULL_CITATION} {FULL_CITATION}"),
            ("[[39 - ct / TW|number]]", "39-CT/TW"),
        ],
    )
    def test_takes_the_form_asked_for(self, prose: str, told: str) -> None:
        """A document is known once it has been cited in full."""
        assert told == tell(prose)

    def test_title_counts_apart(self) -> None:
        """What the title says need not be said short in the body."""
        one = narrator()
        one.tell(Role.SUBJECT, "[[39-CT/TW]]")
        one.forget()
        assert one.tell(Role.BODY, "[[39-CT/TW]]").text == FULL_CITATION

    def test_has_no_comma_in_the_state_form(self) -> None:
        """The comma before “ngày” is the Party's."""
        told = narrator(profile=Profile.named("nd30")).tell(Role.BODY, "[[39-CT/TW]]").text
        assert told.startswith("Chỉ thị số 39-CT/TW ngày 18/8/2014 của Bộ Chính trị về")

    def test_namesakes_are_ambiguous(self) -> None:
        """A number shared by two documents is refused; both are named, with what to do."""
        with pytest.raises(InvalidReference) as caught:
            tell("[[39-CT/TW]]", BOTH)
        assert caught.value.reason.code == "mark-ambiguous"
        assert all(document.cite() in str(caught.value) for document in (DIRECTIVE, NAMESAKE))

    @pytest.mark.parametrize("day", ["30/10/2024", "30-10-2024", " ngày 30 tháng 10 năm 2024"])
    def test_a_date_tells_namesakes_apart(self, day: str) -> None:
        """Behind a comma, as people write dates; a key does as well."""
        assert tell(f"[[39-CT/TW,{day}]]", BOTH).startswith(NAMESAKE.cite())
        keyed = attrs.evolve(FULL, documents=[attrs.evolve(NAMESAKE, key="tin-dung")])
        assert tell("[[tin-dung]]", keyed).startswith(NAMESAKE.cite())

    def test_one_document_twice_is_one(self) -> None:
        """The directive may stand among the documents as well."""
        twice = attrs.evolve(FULL, documents=[DIRECTIVE], directive=Directive(document=DIRECTIVE))
        assert tell("[[39-CT/TW]]", twice) == FULL_CITATION

    @pytest.mark.parametrize("name", ["40-CT/TW", "39-CT/TW, 01/01/2020", "39-CT/TW,", "a, b"])
    def test_unknown_ones_are_refused(self, name: str) -> None:
        """The known ones are told."""
        with pytest.raises(InvalidReference, match=r"it has: 39-CT/TW, NQTW4, 12-KH/TU"):
            tell(f"[[{name}]]")

    def test_a_name_may_hold_a_comma(self) -> None:
        """What stands behind it is no date then."""
        report = attrs.evolve(FULL, documents=[Document(short_name="Kết luận 1, 2")])
        assert tell("[[Kết luận 1, 2]]", report) == "Kết luận 1, 2"


class TestTally:
    """“[[#tally]]” puts a count in words."""

    @pytest.mark.parametrize(
        ("prose", "told"),
        [
            (
                "[[#tally]]",
                (
                    "03 văn bản, trong đó có 02 quy định (trong đó có 01 quy chế phối hợp) "
                    "và 01 kế hoạch"
                ),
            ),
            ("[[#tally|value]]", "03"),
            (
                "[[#tally:nv2]]",
                "01 văn bản, trong đó có 01 quy định (trong đó có 01 quy chế phối hợp)",
            ),
            ("[[#tally:nv1|value]]", "02"),
        ],
    )
    def test_is_counted(self, prose: str, told: str) -> None:
        """Of the whole register, or of a task group."""
        assert told == tell(prose)

    def test_follows_the_house_style(self) -> None:
        """The words before the parts, and the first letters."""
        told = tell("[[#tally]]", tally_lead="gồm", tally_case="capital")
        assert (
            told == "03 văn bản, gồm 02 Quy định (trong đó có 01 Quy chế phối hợp) và 01 Kế hoạch"
        )

    @pytest.mark.parametrize("prose", ["[[#tally:nv9]]", "[[#tally:nv9|value]]"])
    def test_unknown_ones_are_refused(self, prose: str) -> None:
        """Never a blank."""
        with pytest.raises(InvalidReference, match="the report has no tally “#tally:nv9”"):
            tell(prose)
        with pytest.raises(InvalidReference, match="the report has no tally"):
            tell("[[#tally]]", attrs.evolve(FULL, register=None))


class TestFigure:
    """“[[@key]]” puts a figure, its change or its share in words."""

    @pytest.mark.parametrize(
        ("prose", "told"),
        [
            ("[[@ket-nap]]", "1.164 đảng viên"),
            ("[[@ket-nap|value]]", "1.164"),
            ("[[@ket-nap|share]]", "đạt 194% chỉ tiêu"),
            ("[[@ket-nap|change]]", "tăng 194 đảng viên (20%) so với năm 2023"),
            ("[[@so-tay]]", "ước 05 cuốn"),
            ("[[@chua-ro]]", "chưa có số liệu"),
            ("[[@nhom]] chủ yếu", "07 nhóm nhiệm vụ chủ yếu"),
            ("[[@ket-nap|period]]", "năm 2024"),
            ("[[@nhom|as_of]]", "01/7/2024"),
        ],
    )
    def test_is_put_in_words(self, prose: str, told: str) -> None:
        """No figure is typed twice."""
        assert told == tell(prose)

    @pytest.mark.parametrize(
        ("prose", "code"),
        [
            ("[[@x]]", "mark-figure"),
            ("[[@so-tay|change]]", "mark-no-change"),
            ("[[@so-tay|share]]", "mark-no-share"),
            ("[[@chua-ro|share]]", "mark-no-share"),
            ("[[@chua-ro|period]]", "mark-no-period"),
            ("[[@chua-ro|as_of]]", "mark-no-as-of"),
        ],
    )
    def test_is_refused_where_it_has_nothing_to_say(self, prose: str, code: str) -> None:
        """A comparison without a base is no comparison."""
        with pytest.raises(InvalidReference) as caught:
            tell(prose)
        assert code == caught.value.reason.code
        assert caught.value.reason.vietnamese != caught.value.reason.english


class TestPeriod:
    """“[[#period]]” names the period reported on."""

    @pytest.mark.parametrize(
        ("period", "name", "years"),
        [
            (
                ReportingPeriod.years(10, since=dt.date(2014, 8, 18)),
                "10 năm (2014 - 2024)",
                "10 năm",
            ),
            (ReportingPeriod.term(2020, 2025), "nhiệm kỳ 2020 - 2025", "05 năm"),
            (ReportingPeriod.year(2024), "năm 2024", "01 năm"),
        ],
    )
    def test_is_named(self, period: ReportingPeriod, name: str, years: str) -> None:
        """In full, or by how many years it has."""
        report = attrs.evolve(FULL, period=period)
        assert name == tell("[[#period]]", report)
        assert years == tell("[[#period|years]]", report)

    def test_is_refused_where_there_is_none(self) -> None:
        """Never a blank."""
        with pytest.raises(InvalidReference) as caught:
            tell("[[#period]]")
        assert caught.value.reason.code == "mark-no-period"


class TestTell:
    """A paragraph: its role, its words, and what stands out."""

    def test_knows_what_stands_out(self) -> None:
        """Places count from the numeral on, marks and all."""
        told = narrator().tell(Role.HEADING_2, "a **b [[@nhom]]** *c*", "1. ", keep=True)
        expected = Paragraph(
            Role.HEADING_2,
            "1. a b 07 nhóm nhiệm vụ c",
            (Run(5, 23, Emphasis.BOLD), Run(24, 25, Emphasis.ITALIC)),
            keep=True,
        )
        assert expected.text == told.text
        assert [(5, 7), (7, 23), (24, 25)] == [(run.start, run.end) for run in told.runs]
        assert (expected.role, expected.keep) == (told.role, told.keep)

    @given(texts)
    def test_leaves_plain_text_alone(self, text: str) -> None:
        """“Text is never made worse”; the new line that ends a block of YAML is no text."""
        plain = text.replace("[[", "").replace("*", "").replace("\\", "")
        assert plain.rstrip("\n") == tell(plain)

    def test_moves_tone_marks_when_asked(self) -> None:
        """“ủy” or “uỷ” is a matter of style; kept as typed unless the form says."""
        prose = "Tỉnh uỷ và Huyện ủy, [[NQTW4|short]] **khoá**"
        assert tell(prose, tone_marks="keep").startswith("Tỉnh uỷ và Huyện ủy")
        assert tell(prose, tone_marks="new").endswith("ủy, Nghị quyết Trung ương 4 (khóa XII) khóa")
        assert tell(prose, tone_marks="old").endswith("uỷ, Nghị quyết Trung ương 4 (khoá XII) khoá")
