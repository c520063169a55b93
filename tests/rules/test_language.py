"""The rules on language, names, form and privacy, together: the source article, tables, laws."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

import chinhtrinoibo as ctnb
from chinhtrinoibo import tables
from chinhtrinoibo.findings import Findings, Severity
from chinhtrinoibo.layout.profiles import Profile
from chinhtrinoibo.rules import form, names, privacy, spacing, spelling, stale, wording
from chinhtrinoibo.rules.case import Case
from chinhtrinoibo.rules.vocabulary import places, vocabulary, within
from strategies import reports

RULES = tuple(
    rule
    for module in (spelling, wording, spacing, names, stale, form, privacy)
    for rule in module.RULES
)
DATA = Path(ctnb.__file__).parent / "data"
#: The slips of the source article that these rules are to find: code, paragraph, words.
SLIPS = [
    ("PUNCT02", 0, "sửa đổi bổ sung"),  # 19
    ("PUNCT02", 0, "vị trí vai trò"),  # 19
    ("STYLE01", 1, "của Bộ Chính trị của"),  # 20
    ("WORD02", 2, "hàng năm"),  # 16
    ("NAME01", 2, "Mặt trận"),  # 28
    ("TYPO01", 3, "tiếp thục"),  # 1
    ("CAPS01", 5, "cấp ủy Đảng"),  # 13
    ("WORD02", 6, "nề nếp"),  # 15
    ("STYLE02", 7, "đó là:"),  # 30
    ("WORD01", 8, "đảm bảo"),  # 14
]


def told(*opening: str, **fields: Any) -> ctnb.SummaryReport:
    """Return a report of some paragraphs."""
    data = {"title": "tổng kết", "issuer": "Chi bộ 1", **fields}
    return ctnb.SummaryReport(opening=opening, **data)


def check(report: ctnb.SummaryReport, **options: Any) -> Findings:
    """Check a report by these rules alone."""
    return ctnb.check(report, rules=RULES, **options)


def case_of(*opening: str) -> Case:
    """Return some paragraphs as a case."""
    return Case(report=told(*opening), profile=Profile.named("hd36"))


class TestSource:
    """“The source article, loaded as a report: … nothing on the must-not list is found”."""

    def test_slips_of_the_article(self, shared: Callable[[str], str]) -> None:
        """Those of its list that these rules are meant for, and nothing else."""
        found = check(told(*shared("source/binh-thuan-2024.txt").split("\n")))
        listed = [
            (one.code, int(one.path.split("[")[1].rstrip("]")), one.span.of(one.text))
            for one in found
            if one.span
        ]
        assert sorted(SLIPS) == sorted(listed)
        assert len(SLIPS) == len(found)
        assert [Severity.WARNING] == [one.severity for one in found if one.severity != "note"]

    def test_both_ends_of_a_clash(self, shared: Callable[[str], str]) -> None:
        """“bảo đảm” once, “đảm bảo” twice: three places."""
        found = check(told(*shared("source/binh-thuan-2024.txt").split("\n")))
        (mixed,) = found.of("WORD01")
        assert ["đảm bảo", "bảo đảm"] == [place.text for place in mixed.related]
        assert ["$.opening[8]", "$.opening[5]"] == [place.path for place in mixed.related]

    @pytest.mark.parametrize("text", ["chính trị - xã hội", "sơ, tổng kết", "trong 10 năm"])
    def test_must_not_be_flagged(self, text: str) -> None:
        """The list of what must stay silent."""
        assert Findings() == check(told(f"Công tác {text} được quan tâm."))


class TestVocabulary:
    """Words are read once; a phrase is looked for only where its words are."""

    def test_phrases_in_any_case_and_style(self) -> None:
        """Whole words only."""
        case = case_of("Cấp uỷ đảng.", "các cấp ủy đảng; CẤP ỦY ĐẢNG", "cấp ủy đảngx")
        found = places(case, "cấp ủy đảng")
        assert ["Cấp uỷ đảng", "cấp ủy đảng", "CẤP ỦY ĐẢNG"] == [one.words for one in found]
        assert ["$.opening[0]", "$.opening[1]", "$.opening[1]"] == [
            one.passage.path for one in found
        ]

    def test_marks_hide_their_words(self) -> None:
        """What a mark names is not typed in the report."""
        case = case_of("Theo [[tiếp thục]], tiếp tục.")
        assert [] == places(case, "tiếp thục")
        assert "thục" not in case.reading(vocabulary).words

    def test_within_takes_words_as_they_are(self) -> None:
        """In the order of the page."""
        found = within(case_of("quý Quý", "quý"), ["quý"])
        assert [("$.opening[0]", 0), ("$.opening[1]", 0)] == [
            (one.passage.path, one.span.start) for one in found
        ]


class TestHouseList:
    """“house words when the user's list says so”."""

    def form(self, folder: Path, **words: str) -> Profile:
        """Return a form with words of the house, as a file has them."""
        path = folder / "co-quan.toml"
        rows = (f'"{other.replace("_", " ")}" = "{right}"' for other, right in words.items())
        path.write_text("\n".join(['extends = "hd36"', "[house]", *rows]), encoding="utf-8")
        return Profile.read(path)

    def test_counts_before_ours_and_is_put_right(self, tmp_path: Path) -> None:
        """The pair of ours that it touches is silent."""
        own = self.form(tmp_path, bảo_đảm="đảm bảo", triển_khai="tổ chức")
        report = told("Bảo đảm tiến độ, TRIỂN KHAI tốt; có nề nếp.")
        found = check(report, profile=own)
        assert {("WORD02", True), ("WORD02", False)} == {(one.code, bool(one.fix)) for one in found}
        fixed = ctnb.fix(report, found)
        assert ("Đảm bảo tiến độ, TỔ CHỨC tốt; có nề nếp.",) == fixed.opening
        assert ["nề nếp"] == [
            one.span.of(one.text) for one in check(fixed, profile=own) if one.span
        ]

    def test_one_form_may_hold_the_other(self, tmp_path: Path) -> None:
        """The longer one stands; putting right comes to an end."""
        own = self.form(tmp_path, triển_khai_thực_hiện="thực hiện", bảo_vệ="bảo vệ chính trị")
        report = told("Triển khai thực hiện việc bảo vệ và bảo vệ chính trị.")
        fixed = ctnb.fix(report, check(report, profile=own))
        assert ("Thực hiện việc bảo vệ chính trị và bảo vệ chính trị.",) == fixed.opening
        assert Findings() == check(fixed, profile=own)

    def test_without_a_list_nothing_is_put_right(self) -> None:
        """What is a matter of taste is left to the drafter."""
        assert not any(one.fix for one in check(told("Bảo đảm, đảm bảo, nề nếp.")))


class TestForms:
    """What the form itself settles is not complained of."""

    def test_tone_marks_that_the_form_respells(self) -> None:
        """On the page they are of one style."""
        form_ = Profile.named("hd36").with_values({"style.tone_marks": "new"})
        assert Findings() == check(told("Tỉnh ủy, huyện uỷ."), profile=form_)
        assert check(told("Tỉnh ủy, huyện uỷ."))

    def test_basis_follows_the_date(self) -> None:
        """“a report of 2024 is judged by 36-HD/VPTW, one of July 2026 by 05-HD/VPTW”."""
        for day, edition in (("05/12/2024", "36-HD/VPTW"), ("05/7/2026", "05-HD/VPTW")):
            data = {"title": "x", "issuer": "Chi bộ 1", "number": "05-BC/CB", "date": day}
            found = check(ctnb.load_report(data)).of("FORM01")
            assert 3 == len(found)
            assert all(edition in str(one.basis) for one in found)


class TestPrivacy:
    """“never store or print the number itself”."""

    def test_the_number_is_not_repeated(self) -> None:
        """Neither in the words of the finding nor in what is related."""
        (found,) = check(told("Điện thoại 0900000000."))
        said = (str(found), found.message.english, found.actual, found.expected, found.related)
        assert not any("0900000000" in str(part) for part in said)


class TestTables:
    """“tables unique, sorted, NFC, and every row reachable by the code that looks it up”."""

    TYPOS = tomllib.loads((DATA / "typos.toml").read_text(encoding="utf-8"))

    @pytest.mark.parametrize("name", ["certain", "likely"])
    def test_slips_are_sorted(self, name: str) -> None:
        """By what is typed."""
        assert sorted(self.TYPOS[name]) == list(self.TYPOS[name])

    def test_there_are_enough_slips(self) -> None:
        """“40+ common ones you are sure of”, each in one table only."""
        assert len(self.TYPOS["certain"]) >= 40
        assert self.TYPOS["certain"].keys().isdisjoint(self.TYPOS["likely"])

    @pytest.mark.parametrize("wrong", [*TYPOS["certain"], *TYPOS["likely"]])
    def test_every_slip_is_found(self, wrong: str) -> None:
        """And its right form is no slip."""
        row = {**self.TYPOS["certain"], **self.TYPOS["likely"]}[wrong]
        right = row if isinstance(row, str) else row["right"]
        assert [wrong] == [
            one.span.of(one.text) for one in check(told(f"Việc {wrong}.")).of("TYPO01") if one.span
        ]
        assert Findings() == check(told(f"Việc {right}.")).of("TYPO01")

    @pytest.mark.parametrize("row", tables.read("wording")["house"].values())
    def test_house_rows_pair_up(self, row: dict[str, Any]) -> None:
        """A form preferred for each other one."""
        assert len(row["preferred"]) == len(row["other"])
        for phrase in row["other"]:
            assert check(told(f"Việc {phrase}.")).of("WORD02"), phrase

    def test_every_unit_is_found(self) -> None:
        """Every name of a unit that ended, in a report on later days."""
        for row in tables.read("units").values():
            for name in row.get("names", ()):
                lead = f"{row['behind'][0]} " if "behind" in row else ""
                data = {"title": "x", "issuer": "Chi bộ 1", "period": "quý III năm 2025"}
                report = ctnb.load_report({**data, "opening": [f"Ở {lead}{name}."]})
                assert check(report).of("UNIT01"), name

    def test_29_names_of_provinces_ended(self) -> None:
        """63 became 34."""
        names_ = tables.read("units")["province"]["names"]
        assert 63 - 34 == len(set(names_)) == len(names_)

    def test_every_word_with_i_or_y_is_found(self) -> None:
        """And exceptions are none."""
        for y, row in tables.read("wording")["i_and_y"].items():
            assert check(told(f"Việc {y}; việc {row['i']}.")).of("SPELL01"), y
            for phrase in row.get("unless", ()):
                assert not check(told(f"Việc {y}; việc {phrase}.")).of("SPELL01"), phrase


class TestLaws:
    """Whatever a report holds."""

    @settings(max_examples=60)
    @given(reports())
    def test_rules_come_to_an_end(self, report: ctnb.SummaryReport) -> None:
        """None fails; each speaks of a place that is there."""
        assert Findings() == check(report, previous=report).of("RULE01")

    @settings(max_examples=60)
    @given(reports())
    def test_fixes_come_to_an_end(self, report: ctnb.SummaryReport) -> None:
        """Fixing again and again leaves nothing that can be put right safely."""
        for _ in range(6):
            report = ctnb.fix(report, check(report))
        assert not any(one.fix for one in check(report))
