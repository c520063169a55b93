import datetime as dt
import unicodedata
import warnings
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs
import cattrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import chinhtrinoibo as ctnb
from chinhtrinoibo.codec import dump, dump_report, dumps, load, load_report, loads
from chinhtrinoibo.errors import (
    CannotWrite,
    ComposedText,
    InvalidInput,
    Problem,
    ReportingError,
    UnreadableSource,
)
from chinhtrinoibo.kinds import DocumentKind, System
from chinhtrinoibo.model.documents import Document
from chinhtrinoibo.model.figures import Figure
from chinhtrinoibo.model.reports import SummaryReport
from chinhtrinoibo.paths import split
from chinhtrinoibo.sources import Format
from strategies import documents, organizations, reports

LOOSE = "Thu\u031b\u0323c hie\u0323\u0302n"  # letters in two and three code points
LEAST = {"title": "tổng kết", "issuer": "Tỉnh ủy"}

#: A report that has something in every room of the model, and nothing wrong.
FULL: dict[str, Any] = LEAST | {
    "directive": {"document": {"number": "39-CT/TW"}, "task_groups": [{"code": "a", "title": "b"}]},
    "documents": [{"number": "35-NQ/TW", "kind": "nghị quyết"}],
    "register": {"documents": [{"title": "a"}], "stated": [{"total": 1, "parts": [{"unit": "a"}]}]},
    "figures": [{"key": "m", "indicator": "b", "base": {"value": 1, "period": "năm 2023"}}],
    "results": [{"title": "a"}],
    "shortcomings": [{"text": "a"}],
    "causes": [{"text": "a"}],
    "annexes": [{"title": "a", "columns": ["b"], "rows": [["c"]]}],
    "signature": {"name": "Nguyễn Văn A"},
    "recipients": [{"name": "a"}],
    "headings": {"results": "a"},
    "secrecy": {
        "level": "mật",
        "decided_by": "a",
        "decided_on": "2026-03-01",
        "list_reference": "b",
    },
}


def problems(data: Any) -> list[tuple[str, str]]:
    """Return place and code of all that is wrong with data in hand."""
    with pytest.raises(InvalidInput) as caught:
        load_report(data)
    return [(problem.path, problem.message.code) for problem in caught.value.problems]


def planted(path: str, value: object, data: Any = FULL) -> Any:
    """Return ``data`` with a value put at a place in it."""
    return _planted(data, split(path), value)


def _planted(node: Any, steps: tuple[str | int, ...], value: object) -> Any:
    if not steps:
        return value
    step, *rest = steps
    if isinstance(node, list):
        return [
            _planted(item, tuple(rest), value) if index == step else item
            for index, item in enumerate(node)
        ]
    return {**node, step: _planted(node.get(step), tuple(rest), value)}


class TestRoundTrip:
    """“Load and dump”: plain data says all that a report holds."""

    @given(reports())
    def test_plain_data_gives_the_report_back(self, report: SummaryReport) -> None:
        """Dumping and loading are inverse."""
        assert report == load_report(dump_report(report))

    @pytest.mark.parametrize("format_", Format)
    @settings(max_examples=60)
    @given(report=reports())
    def test_files_give_the_report_back(self, format_: Format, report: SummaryReport) -> None:
        """In every format, with every sign and letter."""
        assert report == loads(dumps(report, format_), format_)

    @given(documents)
    def test_documents_keep_their_kind(self, document: Document) -> None:
        """A type of the State, without a number to tell, is no twin of the Party's."""
        report = SummaryReport(title="a", issuer="b", documents=[document])
        assert (document,) == load_report(dump_report(report)).documents

    @given(organizations)
    def test_says_no_more_than_needed(self, organization: ctnb.Organization) -> None:
        """A name alone is dumped as a name; what has its usual value is left out."""
        data = dump_report(SummaryReport(title="a", issuer=organization))
        assert {"title", "issuer"} == data.keys()
        plain = organization == ctnb.Organization(name=organization.name)
        assert plain is isinstance(data["issuer"], str)

    def test_is_short(self) -> None:
        """Numbers, periods, types and days are written as people write them."""
        report = load_report(
            LEAST
            | {
                "period": "10 năm, từ ngày 18/8/2014",
                "documents": [{"number": "5-qđ/tu", "kind": "QUY ĐỊNH", "date": "1/2/2024"}],
                "lessons": ["a"],
                "figures": [{"key": "m", "indicator": "b", "value": 83.45}],
            }
        )
        assert dump_report(report) == LEAST | {
            "period": "10 năm (18/8/2014 - 17/8/2024)",
            "documents": [{"number": "05-QĐ/TU", "kind": "quy định", "date": dt.date(2024, 2, 1)}],
            "lessons": ["a"],
            "figures": [{"key": "m", "indicator": "b", "value": Decimal("83.45")}],
        }

    def test_keeps_types_of_ones_own(self) -> None:
        """A type that no table lists is dumped with all it has."""
        kind = DocumentKind(name="đề cương", symbol="ĐC", rank=30, since=dt.date(2020, 1, 1))
        state = DocumentKind.named("chỉ thị", System.STATE)
        for own in (kind, state):
            report = SummaryReport(title="a", issuer="b", documents=[Document(kind=own, title="c")])
            (data,) = dump_report(report)["documents"]
            assert data["kind"]["name"] == own.name
            assert report == load_report(dump_report(report))

    def test_nesting_costs_no_more_than_its_size(self) -> None:
        """A wrong leaf far down is found once, not once again for each level above it."""
        tally: dict[str, Any] = {"unit": "u", "total": "x"}
        for _ in range(22):
            tally = {"unit": "u", "parts": [tally]}
        with pytest.raises(ctnb.InvalidInput) as caught:
            load_report(LEAST | {"register": {"stated": [tally]}})
        assert 1 == len(caught.value.problems)

    def test_takes_a_day_as_spreadsheets_have_it(self) -> None:
        """A day is a moment at midnight to those who read .xlsx files."""
        midnight = dt.datetime(2024, 1, 1)  # noqa: DTZ001 - spreadsheets know no zones
        assert dt.date(2024, 1, 1) == load_report(LEAST | {"date": midnight}).date

    @pytest.mark.parametrize("format_", ["yaml", "toml", "json"])
    def test_keeps_three_decimals(self, format_: str) -> None:
        """1,669 is not 1669: what could be either is written so that it is not."""
        figure = Figure(key="a", indicator="b", value=Decimal("1.669"))
        report = SummaryReport(title="a", issuer="b", figures=[figure])
        assert report == loads(dumps(report, format_), format_)

    def test_two_documents_may_share_a_number(self) -> None:
        """Chỉ thị 39-CT/TW of 18/8/2014 and that of 30/10/2024 both stay."""
        data = LEAST | {
            "documents": [
                {"number": "39-CT/TW", "date": "18/8/2014"},
                {"number": "39-CT/TW", "date": "30/10/2024"},
            ]
        }
        first, second = load_report(data).documents
        assert first != second
        assert (first, second) == load_report(dump_report(load_report(data))).documents

    def test_takes_any_mapping(self) -> None:
        """Frozen and foreign mappings are mappings."""
        assert load_report(LEAST) == load_report(MappingProxyType(LEAST))

    @pytest.mark.parametrize("suffix", ["yaml", "yml", "toml", "json"])
    def test_reads_and_writes_files(self, tmp_path: Path, suffix: str) -> None:
        """The suffix names the format."""
        path = tmp_path / f"báo cáo.{suffix}"
        report = load_report(FULL)
        dump(report, path)
        assert report == load(path) == load(str(path))

    def test_names_the_file_that_it_cannot_use(self, tmp_path: Path) -> None:
        """A missing file, an unknown suffix, a folder that is not there."""
        for path in (tmp_path / "không có.yaml", tmp_path / "a.docx"):
            with pytest.raises(UnreadableSource, match=path.name):
                load(path)
        with pytest.raises(UnreadableSource):
            dump(load_report(LEAST), tmp_path / "a.docx")
        with pytest.raises(CannotWrite):
            dump(load_report(LEAST), tmp_path / "không có" / "a.yaml")


class TestStrict:
    """A value of the wrong type is refused, never turned into another.

    cattrs by itself turns None into 'None', 3.7 into 3, "false" into True, "abc" into a tuple.
    """

    @pytest.mark.parametrize(
        ("path", "code", "bad"),
        [
            ("$.title", "need-text", (None, 3.7, 5, True, ["a"], dt.date(2024, 1, 1), b"a")),
            ("$.title", "need-text-colon", ({}, {"Ưu điểm": "đối chiếu"})),
            ("$.opening[0]", "need-text", (None, 3.7, 5, False, ["a"])),
            ("$.signature.name", "need-text", (None, 3.7, 5, False)),
            ("$.headings.results", "need-text", (None, 3.7, 5, False)),
            ("$.annexes[0].rows[0][0]", "need-text", (None, 3.7, 5, False, ["a"])),
            ("$.two_parts", "need-bool", (None, 3.7, "false", "true", "no", "abc", 0, 1, [])),
            ("$.figures[0].estimated", "need-bool", (None, 3.7, "false", 1)),
            ("$.draft", "need-integer", (3.7, 3.0, "3", "false", "abc", True, [], Decimal(3))),
            ("$.register.stated[0].total", "need-integer", (3.7, "3", True)),
            ("$.figures[0].value", "need-number", ("abc", "false", "1,5", "1e5", True, [], {})),
            ("$.figures[0].value", "need-number-clear", ("1.669", "-12.345", "1.234.567")),
            ("$.figures[0].target", "figure-number", (float("nan"), float("inf"), 1e300)),
            ("$.figures[0].base.value", "need-number", (None, "abc", True)),
            ("$.date", "need-date", (3.7, 20240101, True, [], dt.datetime(2024, 1, 1, 8))),  # noqa: DTZ001 - a moment
            ("$.date", "words-date", ("abc", "false", "18/8", "8/2014")),
            ("$.kind", "need-one-of", (None, 3.7, "false", "abc", True, [])),
            ("$.secrecy.level", "need-one-of", (None, "bí mật", 1)),
            ("$.urgency", "need-one-of", ("abc", 3.7)),
            ("$.opening", "need-list", (None, 3.7, "false", "abc", True, {"a": 1}, {"a"})),
            ("$.results", "need-list", (None, 3.7, "abc", {"title": "a"})),
            ("$.annexes[0].rows[0]", "need-list", (None, "c", 3.7)),
            ("$.signature", "need-mapping", (3.7, "abc", True)),
            ("$.register", "need-mapping", (3.7, "abc", True)),
            ("$.register", "need-mapping-list", ([], ["a"], ("a",))),
            ("$.figures[0]", "need-mapping", (None, 3.7, "abc", True)),
            ("$.issuer", "need-text-or-mapping", (None, 3.7, True, ["a"])),
            ("$.lessons[0]", "need-text-or-mapping", (None, 3.7, True, ["a"])),
            ("$.documents[0].number", "need-text-or-mapping", (3.7, 39, True, ["39-CT/TW"])),
            ("$.documents[0].kind", "need-text-or-mapping", (3.7, True, [])),
            ("$.documents[0].kind", "kind-unknown", ("abc", "false")),
            ("$.number", "number-form", ("abc", "false", "39-CT")),
            ("$.period", "need-text-or-mapping", (3.7, 2024, True, [])),
            ("$.period", "period-form", ("abc", "false")),
        ],
    )
    def test_refuses_other_types(self, path: str, code: str, bad: tuple[object, ...]) -> None:
        """Each kind of field takes what it should, and says where it was given what else."""
        lists = {"opening": ["a"], "lessons": ["a"]}
        for value in bad:
            data = planted(path, value, FULL | lists)
            assert [(path, code)] == problems(data), value

    def test_a_null_is_nothing_where_nothing_may_be(self) -> None:
        """What may be missing may be null."""
        nulls = dict.fromkeys(["number", "date", "draft", "period", "register", "urgency"])
        assert load_report(LEAST) == load_report(LEAST | nulls)

    @pytest.mark.parametrize(
        ("line", "code"),
        [
            ('two_parts: "false"', "need-bool"),
            ("two_parts: no", "need-bool"),
            ("two_parts: True", "need-bool"),
            ("two_parts:", "need-bool"),
            ("draft: 010", "need-integer"),
            ("draft: 3.7", "need-integer"),
            ("draft: 0x1F", "need-integer"),
            ('draft: "3"', "need-integer"),
            ("draft: 1_000", "need-integer"),
            ("place: ~", "need-text"),
            ("opening: abc", "need-list"),
            ("opening: [~]", "need-text"),
            ("date: 31/02/2020", "words-date-day"),
            ("date: 2024-13-01", "words-date-month"),
        ],
    )
    def test_yaml_guesses_nothing(self, line: str, code: str) -> None:
        """The field decides on the type: no Norway problem, no octal numbers, no half dates."""
        with pytest.raises(InvalidInput) as caught:
            loads(f"title: a\nissuer: b\n{line}\n", "yaml")
        (problem,) = caught.value.problems
        assert (code, 3) == (problem.message.code, problem.line)

    def test_yaml_takes_plain_words(self) -> None:
        """What looks like something else is text in a text, a number in a number."""
        text = (
            "title: 3.7\nissuer: no\nplace: 010\ndraft: 3\ntwo_parts: true\ndate: 2024-12-05\n"
            "figures:\n- {key: 1, indicator: on, value: 1.50}\n"
        )
        report = loads(text, "yaml")
        assert (report.title, report.issuer.name, report.place) == ("3.7", "no", "010")
        assert (report.draft, report.two_parts, report.date) == (3, True, dt.date(2024, 12, 5))
        assert str(report.figures[0].value) == "1.50"

    def test_impossible_days(self) -> None:
        """A day that no calendar has is refused with its reason."""
        data = LEAST | {"date": "31/02/2020", "issuer": {"name": "a", "founded": "30/13/2020"}}
        assert sorted(problems(data)) == [
            ("$.date", "words-date-day"),
            ("$.issuer.founded", "words-date-month"),
        ]

    @pytest.mark.parametrize(
        ("period", "code"),
        [
            ({"kind": "free", "first": "02/02/2024", "last": "01/02/2024"}, "period-reversed"),
            ("từ ngày 02/02/2024 đến ngày 01/02/2024", "period-reversed"),
            ({"kind": "month", "first": "02/02/2024", "last": "29/02/2024"}, "period-days"),
            ("quý V năm 2024", "period-number"),
        ],
    )
    def test_impossible_periods(self, period: Any, code: str) -> None:
        """A period that ends before it starts is none."""
        assert [("$.period", code)] == problems(LEAST | {"period": period})

    def test_choices_of_periods_are_told(self) -> None:
        """Kinds and calendars are refused as other choices are."""
        data = {"kind": "tuần", "calendar": "mặt trăng", "first": "a", "last": "01/02/2024"}
        assert problems(LEAST | {"period": data}) == [
            ("$.period.kind", "need-one-of"),
            ("$.period.calendar", "need-one-of"),
            ("$.period.first", "words-date"),
        ]


class TestProblems:
    """“All at once, each with its path and, for a file, its line and column”."""

    TEXT = """\
tite: tổng kết
issuer: {nam: Tỉnh ủy, founded: 31/02/2020}
draft: 3.7
two_parts: "false"
opening: abc
period: {kind: free, first: 2024-02-01, last: 2024-01-01}
register:
  documents:
    - number: abc
      kind: chỉ thi
    - {titel: x}
annexes:
  - {title: a, columns: [a, b], rows: [ [a] ]}
"""

    def test_are_told_in_the_order_of_the_file(self) -> None:
        """One look at the file corrects them all."""
        with pytest.raises(InvalidInput) as caught:
            loads(self.TEXT, "yaml", "bao-cao.yaml")
        assert caught.value.source == "bao-cao.yaml"
        assert [
            (1, 1, "$.title", "need-key"),
            (1, 1, "$.tite", "key-near"),
            (2, 1, "$.issuer.name", "need-key"),
            (2, 10, "$.issuer.nam", "key-near"),
            (2, 24, "$.issuer.founded", "words-date-day"),
            (3, 1, "$.draft", "need-integer"),
            (4, 1, "$.two_parts", "need-bool"),
            (5, 1, "$.opening", "need-list"),
            (6, 1, "$.period", "period-reversed"),
            (9, 7, "$.register.documents[0].number", "number-form"),
            (10, 7, "$.register.documents[0].kind", "kind-near"),
            (11, 8, "$.register.documents[1].titel", "key-near"),
            (13, 5, "$.annexes[0]", "table-row"),
        ] == [(p.line, p.column, p.path, p.message.code) for p in caught.value.problems]

    @pytest.mark.parametrize("format_", [Format.TOML, Format.JSON])
    def test_have_places_in_every_format(self, format_: Format) -> None:
        """Wherever a report stands, its problems have a line."""
        texts = {
            Format.TOML: 'title = "a"\nissuer = "b"\ndraft = 3.7\n[[figures]]\nkey = "m"\n',
            Format.JSON: '{"title": "", "issuer": "",\n\n"draft": 3.7,\n"figures": [{"key": ""}]}',
        }
        with pytest.raises(InvalidInput) as caught:
            loads(texts[format_], format_)
        assert [(3, "$.draft"), (4, "$.figures[0].indicator")] == [
            (problem.line, problem.path) for problem in caught.value.problems
        ]

    def test_are_told_in_the_order_of_data_in_hand(self) -> None:
        """Without a file, the order of the data counts."""
        data = {"draft": "a", "issuer": {"x": 1}, "opening": ["\0", 5], "title": None, "zzz": 1}
        paths = ["$.draft", "$.issuer.name", "$.issuer.x", "$.opening[0]", "$.opening[1]"]
        assert [*paths, "$.title", "$.zzz"] == [path for path, _ in problems(data)]

    @pytest.mark.parametrize(
        ("data", "path", "message"),
        [
            ({"tite": "a"}, "$.tite", "there is no key “tite”; is it “title”?"),
            ({"issuers": "a"}, "$.issuers", "there is no key “issuers”; is it “issuer”?"),
            (
                {"Tiêu đề": "a"},
                '$["Tiêu đề"]',
                "there is no key “Tiêu đề”; here there are: title, ",
            ),
            ({5: "a"}, '$["5"]', "there is no key “5”; here there are: title, "),
            ({"signature": {"nam": "a"}}, "$.signature.nam", "is it “name”?"),
        ],
    )
    def test_hint_at_the_nearest_key(self, data: Any, path: str, message: str) -> None:
        """An unknown key is never ignored."""
        with pytest.raises(InvalidInput) as caught:
            load_report(LEAST | data)
        (problem,) = caught.value.problems
        assert path == problem.path
        assert message in problem.message.english

    @pytest.mark.parametrize(
        ("text", "code"), [("a\x00", "U+0000"), ("a\x0b", "U+000B"), ("\ud800", "U+D800")]
    )
    @pytest.mark.parametrize("path", ["$.title", "$.opening[1]", "$.issuer", "$.kind", "$.number"])
    def test_name_the_place_of_a_character(self, path: str, text: str, code: str) -> None:
        """What no document can hold is refused with its place, once."""
        data = planted(path, text, LEAST | {"opening": ["a", "b"]})
        with pytest.raises(InvalidInput) as caught:
            load_report(data)
        found = [p for p in caught.value.problems if p.message.code == "text-character"]
        assert [path] == [problem.path for problem in found]
        assert code in str(found[0])

    @pytest.mark.parametrize("data", [None, [], "abc", 3.7, ["title"], {}])
    def test_tell_of_what_is_no_report_at_all(self, data: Any) -> None:
        """The root has a path as well."""
        assert all(path.startswith("$") for path, _ in problems(data))

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", "tệp trống: dùng chinhtrinoibo new để tạo tệp mẫu; ít nhất phải có title, issuer"),
            ("# x", "tệp trống"),
            ("- a\n- b", "gồm title, issuer; không phải một danh sách: bỏ dấu gạch"),
            ("x", "gồm title, issuer; không phải 'x'"),
            (
                "title: a\nissuer: b\nsecrecy: mật",
                "gồm level, decided_by, decided_on, list_reference; không phải 'mật'",
            ),
            ("title: a\nissuer: b\nregister: x", "gồm documents, stated; không phải 'x'"),
        ],
    )
    def test_name_the_keys_that_are_needed(self, text: str, said: str) -> None:
        """Where a mapping is needed, and what to begin with where there is nothing."""
        with pytest.raises(InvalidInput) as caught:
            loads(text, "yaml")
        assert said in caught.value.problems[0].message.vietnamese

    def test_show_the_beginning_of_a_value(self) -> None:
        """However long the rest: a number of thousands of digits, a long list, a long text."""
        number = 10**5000
        assert problems(number) == [("$", "need-mapping")]
        for value in (number, [number] * 100, {"a": [number]}, ["a" * 10**6] * 100):
            with pytest.raises(InvalidInput) as caught:
                load_report(LEAST | {"two_parts": value, "draft": value})
            assert all(len(str(problem)) < 1000 for problem in caught.value.problems)
        data = {"key": "m", "indicator": "b", "value": number}
        assert problems(LEAST | {"figures": [data]}) == [("$.figures[0].value", "figure-number")]


class TestComposed:
    """“Unicode dựng sẵn”: loose letters are composed, and it is said where."""

    def test_warns_with_the_places(self) -> None:
        """In the order of the data, for data in hand and for files."""
        data = LEAST | {"opening": ["a", LOOSE], "place": LOOSE}
        with pytest.warns(ComposedText) as caught:
            report = load_report(data)
        assert unicodedata.normalize("NFC", LOOSE) == report.place == report.opening[1]
        (warning,) = caught
        assert isinstance(warning.message, ComposedText)
        assert warning.message.paths == ("$.opening[1]", "$.place")
        with pytest.warns(ComposedText, match=r"\$\.place"):
            assert report == loads(
                f"title: tổng kết\nissuer: Tỉnh ủy\nopening: [a, {LOOSE}]\nplace: {LOOSE}", "yaml"
            )

    def test_points_at_the_caller(self) -> None:
        """The warning shows the line that loads."""
        with pytest.warns(ComposedText) as caught:
            load_report(LEAST | {"place": LOOSE})
        assert Path(__file__).name == Path(caught[0].filename).name

    @given(reports())
    def test_leaves_clean_text_alone(self, report: SummaryReport) -> None:
        """“Text is never made worse”: no warning, and not a letter changed."""
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert report.title == load_report(dump_report(report)).title


#: Every name of a field, so that arbitrary data gets deep into the model.
NAMES = sorted(
    {
        field.name
        for kind in (*vars(ctnb).values(), *(getattr(ctnb, name) for name in ctnb.__all__))
        if isinstance(kind, type) and attrs.has(kind)
        for field in attrs.fields(kind)
    }
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(5000, 5001).map(lambda digits: 10**digits)
    | st.floats()
    | st.decimals()
    | st.dates()
    | st.datetimes()
    | st.text(st.characters(codec=None, exclude_categories=()), max_size=5)
    | st.sampled_from(["39-CT/TW", "chỉ thị", "31/02/2020", "năm 2024", "free", "tỉnh", "mật"])
)
TREES: st.SearchStrategy[Any] = st.recursive(
    LEAVES,
    lambda nodes: (
        st.lists(nodes, max_size=3)
        | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=3), nodes, max_size=5)
    ),
    max_leaves=20,
)
FIELDS = [field.name for field in attrs.fields(SummaryReport)]


def spoken(problem: Problem) -> Iterator[str]:
    """Yield all that a problem says."""
    yield from (problem.message.vietnamese, problem.message.english, str(problem))


class TestAnything:
    """Whatever is given, a report comes out or our own error: never a traceback of cattrs."""

    @settings(max_examples=300)
    @given(TREES | st.dictionaries(st.sampled_from(FIELDS), TREES, max_size=8))
    def test_loads_or_is_refused(self, tree: Any) -> None:
        """Arbitrary data has problems with well-formed places, told in both languages."""
        if isinstance(tree, dict):
            tree = LEAST | tree
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", ComposedText)
                assert isinstance(load_report(tree), SummaryReport)
        except InvalidInput as exc:
            assert exc.problems  # noqa: PT017 - or it loads
            for problem in exc.problems:
                split(problem.path)
                assert all(spoken(problem))
                assert problem.message.code != "need-other"
                assert "cattrs" not in str(problem)

    @given(st.sampled_from(Format), reports(), st.data())
    def test_a_damaged_file_is_refused(
        self, format_: Format, report: SummaryReport, data: st.DataObject
    ) -> None:
        """A file cut anywhere is loaded or refused, with a line where there is one."""
        text = dumps(report, format_)
        cut = text[: data.draw(st.integers(0, len(text)))]
        try:
            loads(cut, format_)
        except InvalidInput as exc:
            assert all(problem.line for problem in exc.problems)  # noqa: PT017 - or it loads
        except ReportingError as exc:
            assert isinstance(exc, UnreadableSource)  # noqa: PT017 - any other error fails

    def test_mapping_within_itself_is_refused(self) -> None:
        """A cycle ends in a problem, not in a stack."""
        inner: dict[str, Any] = {"name": "a"}
        inner["superior"] = inner
        assert ["need-shallow"] == [code for _, code in problems(LEAST | {"issuer": inner})]
        rows: list[Any] = []
        rows.append(rows)
        assert problems(LEAST | {"opening": rows}) == [("$.opening[0]", "need-text")]
        report: dict[str, Any] = dict(LEAST)
        report["headings"] = report
        assert {"key-unknown", "key-near"} >= {code for _, code in problems(report)}

    def test_deep_data_is_refused(self) -> None:
        """However deep, and however often the same piece is used."""
        deep: Any = {"name": "a"}
        for _ in range(10_000):
            deep = {"name": "a", "superior": deep}
        assert ["need-shallow"] == [code for _, code in problems(LEAST | {"issuer": deep})]
        wide: Any = ["a"]
        for _ in range(60):
            wide = [wide] * 9
        assert problems(LEAST | {"title": wide}) == [("$.title", "need-text")]

    @pytest.mark.parametrize("format_", Format)
    def test_long_paragraph_is_loaded(self, format_: Format) -> None:
        """A paragraph of a megabyte is a paragraph."""
        report = load_report(LEAST | {"opening": ["Thực hiện " * 80_000 + "chỉ thị"]})
        assert report == loads(dumps(report, format_), format_)

    def test_keeps_the_cause(self) -> None:
        """For those who debug the library itself."""
        with pytest.raises(InvalidInput) as caught:
            load_report({"title": 5})
        assert isinstance(caught.value.__cause__, cattrs.BaseValidationError)
