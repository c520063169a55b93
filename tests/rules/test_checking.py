import datetime as dt
import subprocess
import sys
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import attrs
import pytest

import chinhtrinoibo as ctnb
from chinhtrinoibo.errors import InvalidArgument, InvalidProfile, InvalidRules
from chinhtrinoibo.findings import Certainty, Findings, Fix, Severity
from chinhtrinoibo.layout.profiles import Profile
from chinhtrinoibo.messages import Message
from chinhtrinoibo.rules import catalogue
from chinhtrinoibo.rules.case import Case
from chinhtrinoibo.rules.rule import Remark, Remarks, Rule, clause, house, rule
from chinhtrinoibo.spans import Span

ROOT = Path(__file__).parents[2]
REPORT = ctnb.SummaryReport(
    title="tổng kết",
    issuer="Chi bộ 1",
    opening=["Hết./."],
)


@rule("ODD01", house("mọi đoạn đều lạ"), severity=Severity.ERROR)
def every_passage_is_odd(case: Case) -> Remarks:
    """Đoạn nào cũng lạ.

    Để thử.

    Sai: a
    Đúng: b
    """
    for passage in reversed(case.passages):
        yield Remark(passage.path, Message.said("đoạn lạ", "odd"))


@rule("ODD02", house("hỏng giữa chừng"))
def breaks_on_its_way(case: Case) -> Remarks:
    """Quy tắc này hỏng."""
    yield Remark("$.title", Message.said("trước khi hỏng", "before it broke"))
    raise ZeroDivisionError(case.report.title)


@rule("ODD03", clause("qd66", "Điều 1", "V"), clause("qd399", "Điều 2", "V"))
def rests_on_a_regulation(case: Case) -> Remarks:
    """Quy tắc có căn cứ theo thời gian."""
    yield Remark("$", Message.said("theo quy định", f"on {case.day}"))


@rule("ODD04", house("khá chắc"), severity=Severity.ERROR, certainty=Certainty.LIKELY)
def is_rather_sure(case: Case) -> Remarks:  # noqa: ARG001 - it says the same of all
    """Quy tắc khá chắc."""
    yield Remark("$.title", Message.said("khá chắc", "likely"), severity=Severity.ERROR)
    yield Remark("$", Message.said("không chắc", "possible"), certainty=Certainty.POSSIBLE)


def dated(day: dt.date | None, **changes: object) -> ctnb.SummaryReport:
    """Return the report on a day."""
    return attrs.evolve(REPORT, date=day, **changes)  # type: ignore[arg-type]


class TestCheck:
    """``check``: each rule in turn, whatever happens to the others."""

    def test_order_is_that_of_the_report(self) -> None:
        """By place, then weight, then code; whatever order the rules speak in."""
        found = ctnb.check(REPORT, rules=[every_passage_is_odd, breaks_on_its_way])
        places = [(finding.path, finding.code) for finding in found]
        assert places == [
            ("$", "RULE01"),
            ("$.title", "ODD01"),
            ("$.title", "ODD02"),
            ("$.opening[0]", "ODD01"),
        ]

    def test_tenth_stands_behind_the_second(self) -> None:
        """Indices are numbers; a title stands before its paragraphs."""
        report = attrs.evolve(
            REPORT, opening=["x"] * 11, lessons=[ctnb.Lesson(title="a", paragraphs=["b"])]
        )
        paths = [finding.path for finding in ctnb.check(report, rules=[every_passage_is_odd])]
        listed = [f"$.opening[{n}]" for n in range(11)]
        assert paths == ["$.title", *listed, "$.lessons[0].title", "$.lessons[0].paragraphs[0]"]

    def test_goes_on_when_a_rule_fails(self) -> None:
        """The finding names the rule and the reason."""
        found = ctnb.check(REPORT, rules=[breaks_on_its_way, every_passage_is_odd])
        (failed,) = found.of("RULE01")
        assert "ODD02" in str(failed)
        assert "ZeroDivisionError: tổng kết" in str(failed)
        assert Severity.ERROR is failed.severity
        assert 2 == len(found.of("ODD01"))

    @pytest.mark.parametrize(
        ("said", "reason"),
        [
            (None, "TypeError"),
            (["không phải nhận xét"], "is no Remark"),
            ([Remark("opening", Message.said("a", "b"))], "InvalidValue"),
            ([Remark("$.title", Message.said("a", "b"), span=Span(5, 99))], "lies outside"),
            ([Remark("$.title", Message.said("a", "b"), span=Span(3, 2))], "lies outside"),
        ],
    )
    def test_what_is_no_remark_fails_its_rule(self, said: Any, reason: str) -> None:
        """And nothing else."""
        odd = rule("ODD05", house("lạ"))(lambda _: said)
        found = ctnb.check(REPORT, rules=[odd, every_passage_is_odd])
        assert reason in str(found.of("RULE01")[0])
        assert 2 == len(found.of("ODD01"))

    @pytest.mark.parametrize(
        ("day", "basis"),
        [
            (dt.date(2024, 12, 5), "Quy định 66-QĐ/TW, 06/02/2017, của Ban Bí thư, Điều 1"),
            (dt.date(2026, 7, 1), "Quy định 399-QĐ/TW, 09/01/2026, của Ban Bí thư, Điều 2"),
            (None, "Quy định 399-QĐ/TW, 09/01/2026, của Ban Bí thư, Điều 2"),
        ],
    )
    def test_takes_the_edition_in_force(self, day: dt.date | None, basis: str) -> None:
        """“a report of 2024 is judged by 66-QĐ/TW, one of July 2026 by 399-QĐ/TW”."""
        (found,) = ctnb.check(dated(day), rules=[rests_on_a_regulation])
        assert basis == str(found.basis)

    def test_without_a_date_takes_the_day_of_its_form(self) -> None:
        """A report that names the form of 2018 is one of its time."""
        (found,) = ctnb.check(dated(None, profile="hd36"), rules=[rests_on_a_regulation])
        assert "399" in str(found.basis)  # the last day of that form
        (end,) = ctnb.check(dated(None, profile="hd36")).of("END01")
        assert "36-HD/VPTW" in str(end.basis)

    def test_is_not_run_where_nothing_is_in_force(self) -> None:
        """Neither before its first day nor in the other system."""
        assert Findings() == ctnb.check(dated(dt.date(2010, 1, 1)), rules=[rests_on_a_regulation])
        assert Findings() == ctnb.check(REPORT, profile="nd30", rules=[rests_on_a_regulation])

    def test_likely_is_never_an_error(self) -> None:
        """Whatever the rule or its remark says."""
        found = ctnb.check(REPORT, rules=[is_rather_sure])
        assert [Severity.WARNING] * 2 == [finding.severity for finding in found]
        assert [Certainty.POSSIBLE, Certainty.LIKELY] == [finding.certainty for finding in found]

    def test_one_rule_will_do(self) -> None:
        """Alone or in a list; what is no rule is refused."""
        assert 2 == len(ctnb.check(REPORT, rules=every_passage_is_odd))
        with pytest.raises(InvalidArgument, match="decorate the function"):
            ctnb.check(REPORT, rules=[str])  # type: ignore[list-item]

    def test_an_edit_is_a_fix(self) -> None:
        """One or several; anything else fails its rule, and only that."""

        def judge(case: Case) -> Remarks:
            passage = case.passages[-1]
            edit = passage.edit(Span(3, 6), ".")
            for fix in (edit, [edit], Fix([edit]), None):
                yield Remark(passage.path, Message.said("a", "b"), fix=fix)
            yield Remark(passage.path, Message.said("a", "b"), fix="Hết.")  # type: ignore[arg-type]

        found = ctnb.check(REPORT, rules=rule("ODD06", house("lạ"))(judge))
        assert [True] * 3 + [False] == [one.fixable for one in found.of("ODD06")]
        assert ("Hết.",) == ctnb.fix(REPORT, found).opening
        assert "TypeError" in str(found.of("RULE01")[0])

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            ({"report": "bc.yaml"}, r"report must be a SummaryReport, not 'bc.yaml': load it"),
            ({"report": Path("bc.yaml")}, r"not 'bc.yaml': .* ctnb.check_file"),
            ({"report": {"title": "x"}}, r"not dict: .* ctnb.load_report"),
            ({"previous": "cu.yaml"}, r"previous must be a SummaryReport, not 'cu.yaml'"),
            ({"register": REPORT}, r"register must be a Register, not SummaryReport"),
        ],
    )
    def test_says_what_to_give(self, arguments: dict[str, Any], said: str) -> None:
        """A slip of the caller is a TypeError with what to do instead."""
        with pytest.raises(InvalidArgument, match=said) as caught:
            ctnb.check(**{"report": REPORT, **arguments})
        assert isinstance(caught.value, TypeError)
        assert isinstance(caught.value, ctnb.InvalidValue)

    def test_fix_says_it_too(self) -> None:
        """Of what is no report."""
        with pytest.raises(InvalidArgument, match=r"not 'bc.yaml': load it first"):
            ctnb.fix("bc.yaml", [])  # type: ignore[arg-type]

    def test_an_unknown_edition(self) -> None:
        """Is refused with those that are known."""
        with pytest.raises(InvalidArgument, match=r"no edition “hd99”; known are: hd05, hd36, "):
            clause("hd99")

    def test_unknown_form(self) -> None:
        """Is refused, as everywhere."""
        with pytest.raises(InvalidProfile):
            ctnb.check(REPORT, profile="hd99")

    def test_form_of_ones_own(self, tmp_path: Path) -> None:
        """As a value or as a file."""
        path = tmp_path / "own.toml"
        path.write_text('extends = "hd36"\nwords.end_mark = "./."\n', encoding="utf-8")
        assert not ctnb.check(REPORT, profile=path).of("END01")
        assert not ctnb.check(REPORT, profile=Profile.named("nd30")).of("END01")

    def test_examples_are_clean(self) -> None:
        """What we show as good passes our own check."""
        for path in sorted((ROOT / "examples").rglob("bao-cao.yaml")):
            found = ctnb.check_file(path)
            assert not found.errors, found
            assert not found.warnings, found


class TestOutline:
    """“a certain warning on every periodic report” would be too much."""

    @pytest.mark.parametrize(
        ("kind", "severity"), [("định kỳ", Severity.NOTE), ("tổng kết", Severity.WARNING)]
    )
    def test_causes_are_asked_for_mildly(self, kind: str, severity: Severity) -> None:
        """Where a report of a week or a month has no place for them."""
        data = {"title": "x", "issuer": "Chi bộ 1", "kind": kind, "shortcomings": ["còn chậm"]}
        (found,) = ctnb.check(ctnb.load_report(data)).of("CAUSE01")
        assert severity is found.severity


class TestCase:
    """“lazily computed shared readings, computed once per check”."""

    def test_passages_are_masked_in_place(self) -> None:
        """Every character that is no mark stands where it stood."""
        report = attrs.evolve(REPORT, opening=["Theo [[39-CT/TW|full]], [[#tally]]."])
        case = Case(report=report, profile=Profile.named("hd36"))
        passage = case.passages[-1]
        assert ("$.opening[0]", "opening") == (passage.path, passage.section)
        assert len(passage.text) == len(passage.masked)
        assert "CT" not in passage.masked
        assert Span(0, 5).of(passage.text) == Span(0, 5).of(passage.masked)
        assert case.passages is case.passages

    def test_what_points_at_something_is_no_prose(self) -> None:
        """Keys and sorts are never printed."""
        report = attrs.evolve(
            REPORT,
            shortcomings=[ctnb.Shortcoming(text="chậm", key="k")],
            causes=[ctnb.Cause(text="c")],
        )
        case = Case(report=report, profile=Profile.named("hd36"))
        assert ["tổng kết", "Hết./.", "chậm", "c"] == list(case.texts.values())
        assert ["Hết./.", "chậm", "c"] == [passage.text for passage in case.body]

    def test_knows_documents_from_elsewhere(self) -> None:
        """The register of an office stands behind the report's own documents."""
        own = ctnb.Document(title="a")
        register = ctnb.Register(documents=[ctnb.Document(title="b")])
        report = attrs.evolve(REPORT, documents=[own])
        case = Case(report=report, profile=Profile.named("hd36"), register=register)
        assert ["a", "b"] == [document.title for document in case.known_documents]


#: Checks a report in a process of its own, where the example package is installed.
PROGRAM = """
import chinhtrinoibo as ctnb
report = ctnb.SummaryReport(title="x", issuer="Chi bộ 1", opening=["Ban Thường vụ Tỉnh uỷ"])
found = ctnb.check(report).of("SONGXANH01")
print(len(found), ctnb.fix(report, found).opening[0])
"""


def installed(folder: Path, target: Path) -> Path:
    """Write the metadata that installing a package would leave, and return where."""
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    info = target / "quy_tac_rieng-1.0.dist-info"
    info.mkdir()
    head = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    (info / "METADATA").write_text(head, encoding="utf-8")
    points = project["entry-points"][catalogue.GROUP]
    lines = [f"[{catalogue.GROUP}]", *(f"{name} = {value}" for name, value in points.items())]
    (info / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
    return target


class TestListed:
    """Titles of documents and texts of annexes: read by rules that ask for them."""

    @staticmethod
    def report() -> ctnb.SummaryReport:
        """Return a report with a title and cells."""
        return ctnb.SummaryReport(
            title="tổng kết",
            issuer="Chi bộ 1",
            opening=["Một câu."],
            register=ctnb.Register(documents=[ctnb.Document(number="01-KH/TU", title="kiểm tra")]),
            annexes=[ctnb.Annex(title="Kết quả", columns=["Tên", "%"], rows=[("Chi bộ 1", "15")])],
        )

    def test_passages_are_no_prose(self) -> None:
        """They stand in a case of their own; cells without a word are left out."""
        form = Profile.named("hd36")
        case = Case(report=self.report(), profile=form)
        paths = ["$.register.documents[0].title", "$.annexes[0].title"]
        cells = ["$.annexes[0].columns[0]", "$.annexes[0].columns[1]", "$.annexes[0].rows[0][0]"]
        assert ["$.title", "$.opening[0]"] == [one.path for one in case.passages]
        assert [*paths, *cells] == [one.path for one in case.listed.passages]
        assert "Chi bộ 1" == case.text_at(cells[2])
        assert "Một câu." == case.text_at("$.opening[0]")

    def test_a_rule_is_asked_of_both(self) -> None:
        """Where it says so; a span is measured by the words that stand there."""

        @rule("ODD09", house("thử"), listed=True)
        def is_asked(case: Case) -> Remarks:
            """Thử."""
            for passage in case.passages:
                yield Remark(passage.path, Message.said("thử", "test"), span=Span(0, 1))

        found = ctnb.check(self.report(), rules=[is_asked])
        assert 7 == len(found)
        assert "kiểm tra" in {one.text for one in found.of("ODD09")}

    def test_a_convention_of_others_is_not_the_librarys(self) -> None:
        """The library speaks for itself only."""
        assert "quy ước: mọi đoạn đều lạ" == str(every_passage_is_odd.bases[0])
        assert str(catalogue.RULES[0].bases[0]).startswith("quy ước của thư viện, ")


class TestWords:
    """What a drafter reads."""

    @staticmethod
    def said(code: str, text: str) -> ctnb.Finding:
        """Return the one thing that a rule says of a text."""
        report = ctnb.SummaryReport(title="tổng kết", issuer="Chi bộ 1", leadership=[text])
        (found,) = ctnb.check(report).of(code)
        return found

    def test_a_clash_of_day_and_issuer_tells_both(self) -> None:
        """Once, with the values of both."""
        text = (
            "Kết luận số 21-KL/TW, ngày 25/10/2021 của Ban Bí thư về xây dựng Đảng. Kết luận số "
            "21-KL/TW, ngày 25/11/2021 của Bộ Chính trị về xây dựng Đảng."
        )
        found = self.said("CITE03", text)
        assert "25/11/2021, Bộ Chính trị" == found.actual
        assert "25/10/2021, Ban Bí thư" in str(found)
        assert not found.expected  # neither is said to be the right one

    def test_nothing_is_beyond_by_less_than_nothing(self) -> None:
        """“Vượt -16,55%” is no advice."""
        found = self.said("RATE01", "Kết nạp 1.669 đảng viên, vượt 83,45% chỉ tiêu 2.000.")
        assert "đạt 83,45%" == found.expected

    @pytest.mark.parametrize(
        ("lead", "severity"), [("gồm 51", Severity.ERROR), ("51", Severity.WARNING)]
    )
    def test_a_closed_list_that_falls_short(self, lead: str, severity: Severity) -> None:
        """“Gồm” makes it an error; “trong đó có”, closed by “và”, a warning."""
        parts = "01 chỉ thị, 12 quy định, 11 kế hoạch và 26 công văn"
        text = f"Đã ban hành {lead} văn bản, trong đó có {parts}."
        assert severity is self.said("TALLY01", text).severity


class TestCatalogue:
    """“Third parties add rules through an entry point; an example shows it”."""

    def points(self, **values: str) -> list[EntryPoint]:
        """Return entry points of our group."""
        return [EntryPoint(name, value, catalogue.GROUP) for name, value in values.items()]

    def test_the_example_package(self, tmp_path: Path) -> None:
        """It is found by its metadata alone, checks and puts right."""
        folder = ROOT / "examples" / "quy_tac_rieng"
        paths = [str(folder), str(installed(folder, tmp_path))]
        begin = f"import sys; sys.path[:0] = {paths!r}\n"
        done = subprocess.run(  # noqa: S603 - the interpreter that runs this test
            [sys.executable, "-X", "utf8", "-c", begin + PROGRAM],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert "" == done.stderr
        assert "1 Ban Thường vụ Tỉnh ủy\n" == done.stdout

    @pytest.mark.parametrize(
        ("value", "reason"),
        [
            ("no_such_package:RULES", "ModuleNotFoundError"),
            ("math:RULES", "AttributeError"),
            ("math:pi", "TypeError"),
            ("string:digits", "InvalidArgument"),
        ],
    )
    def test_a_package_that_fails_is_a_finding(
        self, value: str, reason: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The check goes on with the other rules."""
        joined = catalogue._joined(self.points(odd=value))
        assert catalogue.RULES == joined.rules
        monkeypatch.setattr(catalogue, "installed", lambda: joined)
        found = ctnb.check(REPORT)
        assert value in str(found.of("RULE02")[0])
        assert reason in str(found.of("RULE02")[0])
        assert found.of("END01")

    def test_codes_that_clash_are_refused(self) -> None:
        """The error names both."""
        with pytest.raises(InvalidRules, match=r"every_passage_is_odd and .*every_passage_is_odd"):
            ctnb.check(REPORT, rules=[every_passage_is_odd, every_passage_is_odd])

    def test_codes_of_the_check_itself_are_taken(self) -> None:
        """No rule calls itself RULE01."""
        taken = attrs.evolve(every_passage_is_odd, code="RULE01")
        with pytest.raises(InvalidRules, match="rules_come_to_an_end"):
            ctnb.check(REPORT, rules=[taken])

    @pytest.mark.parametrize("code", ["quote01", "QUOTE", "QUOTE1", "Q01", "QUOTE-01", "ĐÍCH01"])
    def test_a_code_is_capitals_and_two_digits(self, code: str) -> None:
        """Or the rule is not made."""
        with pytest.raises(ValueError, match="is no code of a rule"):
            rule(code)(lambda _: ())

    def test_a_rule_without_a_docstring(self) -> None:
        """Speaks by its code."""
        bare: Rule = rule("BARE01")(lambda _: ())
        assert ("BARE01", "", "") == (bare.title, bare.why, bare.wrong)
        assert bare.bases[0].house
