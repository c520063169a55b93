import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

import chinhtrinoibo as ctnb
from chinhtrinoibo.files import check_text
from chinhtrinoibo.findings import Findings
from chinhtrinoibo.listing.data import to_json
from chinhtrinoibo.listing.lines import caret, to_text
from chinhtrinoibo.listing.sarif import to_sarif
from chinhtrinoibo.rules.catalogue import installed
from chinhtrinoibo.spans import Span
from strategies import reports

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "schemas/sarif-2.1.0.json").read_text(encoding="utf-8")
)
TEXT = """\
title: tổng kết
issuer: Chi bộ 1
opening:
  - Biểu hiện “tự diễn biến”, "tự chuyển hóa".
  - Một là, hết./.
"""
SETTINGS = {"silence": [{"code": "ENUM02", "reason": "chỉ có một ý"}]}
FOUND = check_text(TEXT, "yaml", "thư mục/báo cáo.yaml", settings=SETTINGS)
#: A number of a person, and another finding on its line.
PRIVATE = Findings(
    one
    for one in check_text(
        "title: tổng kết\nissuer: Chi bộ 1\nopening:\n  - gọi 0900000000./.\n", "yaml", "a.yaml"
    )
    if one.code in {"PERSON01", "END01"}
)


def sarif(findings: Findings) -> dict[str, Any]:
    """Return the log of findings, once the published schema accepts it."""
    log: dict[str, Any] = json.loads(to_sarif(findings, installed().by_code, "0.1.0"))
    assert [] == list(Draft4Validator(SCHEMA).iter_errors(log))
    return log


class TestLines:
    """“text for people (with the line of the file and a caret under the place)”."""

    def test_shows_the_line_and_the_place(self) -> None:
        """And counts, what is silenced apart."""
        lines = to_text(FOUND)
        shown = lines.splitlines()
        at = next(n for n, line in enumerate(shown) if "QUOTE01" in line)
        assert shown[at].startswith("thư mục/báo cáo.yaml:4:31: Cảnh báo QUOTE01: ")
        assert '      - Biểu hiện “tự diễn biến”, "tự chuyển hóa".' == shown[at + 1]
        assert '"' == shown[at + 1][shown[at + 2].index("^")]
        assert "ENUM02" not in lines
        assert "1 cảnh báo, 2 gợi ý, 1 đã bỏ qua, 2 sửa được bằng --fix" == shown[-1]

    def test_goes_down_the_file(self) -> None:
        """Line by line, whatever the order of the report; the data keeps its own."""
        text = "closing: [Hết./.]\nissuer: Chi bộ 1\nopening: ['“a']\ntitle: tổng kết\n"
        found = check_text(text, "yaml", "a.yaml", settings={"select": ["END", "QUOTE"]})
        assert ["QUOTE02", "END01"] == [one.code for one in found]
        both = Findings([*check_text("title: [", "yaml", "b.yaml"), *found])
        heads = [line for line in to_text(both).splitlines() if ".yaml:" in line]
        assert ["b.yaml:1", "a.yaml:1", "a.yaml:3"] == [head[:8] for head in heads]

    def test_cuts_no_letter(self) -> None:
        """A long line is cut between letters, also where they are loose."""
        text = unicodedata.normalize("NFD", f"{'ế' * 90}“lẻ {'ế' * 90}")
        report = f"title: x\nissuer: y\nopening:\n  - {text}\n"
        lines = to_text(check_text(report, "yaml").of("QUOTE02")).splitlines()
        before, _, behind = lines[1].strip().strip("…").partition("“")
        assert "“" == unicodedata.normalize("NFC", lines[1])[lines[2].index("^")]
        assert {"ế"} == set(unicodedata.normalize("NFC", before))
        assert unicodedata.normalize("NFC", behind).endswith("ế")

    def test_without_a_file_shows_the_passage(self) -> None:
        """Around the place, where it is long."""
        text = f"{'đầu ' * 60}“lẻ {'đuôi ' * 60}"
        report = ctnb.SummaryReport(title="x", issuer="y", opening=[text])
        lines = to_text(ctnb.check(report).of("QUOTE02")).splitlines()
        assert lines[0].startswith("$.opening[0]: Cảnh báo QUOTE02: ")
        assert len(lines[1]) < 100
        assert "“" == lines[1][lines[2].index("^")]

    def test_numbers_of_people_are_blotted_out(self) -> None:
        """Also where another finding shows the same line."""
        shown = to_text(PRIVATE)
        assert "0900" not in shown
        assert shown.count("gọi ••••••••••./.") == len(PRIVATE)
        report = ctnb.SummaryReport(title="x", issuer="y", opening=["gọi 0900000000./."])
        shown = to_text(ctnb.check(report))
        assert "0900" not in shown
        assert "gọi ••••••••••./." in shown

    def test_none(self) -> None:
        """Nothing is said of nothing."""
        assert "" == to_text(Findings())

    @pytest.mark.parametrize(
        ("line", "span", "under"),
        [
            ("a中b", Span(2, 3), "   ^"),
            ("a中b", Span(1, 2), " ^^"),
            ("a\u0301b", Span(2, 3), " ^"),
            ("\tab", Span(2, 3), "\t ^"),
            ("ab", Span(2, 2), "  ^"),
            ("a\u200bb", Span(2, 3), " ^"),
        ],
    )
    def test_carets_align(self, line: str, span: Span, under: str) -> None:
        """With wide, combining and invisible characters."""
        assert under == caret(line, span)


class TestJson:
    """Every field, in both languages."""

    def test_is_whole(self) -> None:
        """Nothing is left out, nothing is folded."""
        data = json.loads(to_json(FOUND))
        assert 1 == data["version"]
        assert len(FOUND) == len(data["findings"])
        assert {"error": 0, "warning": 1, "note": 2, "silenced": 1} == data["counts"]
        quote = next(one for one in data["findings"] if one["code"] == "QUOTE01")
        assert {"vi", "en", "id", "values"} == quote["message"].keys()
        assert [26, 27] == quote["span"]
        assert 4 == quote["file"]["line"]
        assert ["“", "”"] == [edit["replacement"] for edit in quote["fix"]]


class TestSarif:
    """“SARIF 2.1.0 (validated against its published schema in a test)”."""

    def test_names_rules_places_fixes_and_reasons(self) -> None:
        """Columns are code points; a fix is written as the file has to write it."""
        (run,) = sarif(FOUND)["runs"]
        assert "unicodeCodePoints" == run["columnKind"]
        rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
        assert "Căn cứ" in rules["END01"]["help"]["text"]
        results = {result["ruleId"]: result for result in run["results"]}
        assert [{"kind": "external", "justification": "chỉ có một ý"}] == results["ENUM02"][
            "suppressions"
        ]
        place = results["END01"]["locations"][0]["physicalLocation"]
        assert "th%C6%B0%20m%E1%BB%A5c/b%C3%A1o%20c%C3%A1o.yaml" == place["artifactLocation"]["uri"]
        assert (5, 16, 19) == tuple(
            place["region"][key] for key in ("startLine", "startColumn", "endColumn")
        )
        (change,) = results["END01"]["fixes"][0]["artifactChanges"]
        assert "." == change["replacements"][0]["insertedContent"]["text"]
        for result in run["results"]:
            assert result["ruleId"] == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]

    def test_fingerprints_stay_when_lines_move(self) -> None:
        """And tell two findings of one kind apart."""
        name = "thư mục/báo cáo.yaml"
        moved = check_text("# mới\n\n" + TEXT, "yaml", name, settings=SETTINGS)
        before, after = (
            [result["partialFingerprints"] for result in sarif(found)["runs"][0]["results"]]
            for found in (FOUND, moved)
        )
        assert before == after
        assert len(before) == len({print_["place/v1"] for print_ in before})

    def test_fingerprints_name_the_file(self) -> None:
        """Two files are counted apart, in whatever order they come."""
        found = [check_text(TEXT, "yaml", name) for name in ("a.yaml", "b.yaml")]
        one, other = (
            [result["partialFingerprints"]["place/v1"] for result in run["results"]]
            for run in (
                sarif(Findings([*found[0], *found[1]]))["runs"][0],
                sarif(Findings([*found[1], *found[0]]))["runs"][0],
            )
        )
        assert sorted(one) == sorted(other)
        assert len(one) == len({print_.partition(":")[0] for print_ in one})

    def test_numbers_of_people_are_blotted_out(self) -> None:
        """The excerpt has no figures where one of them stands."""
        (run,) = sarif(PRIVATE)["runs"]
        assert "0900" not in json.dumps(run["results"])
        assert 2 == len(run["results"])

    def test_load_problems(self) -> None:
        """Are results like any other."""
        (run,) = sarif(check_text("title: [", "yaml", "a.yaml"))["runs"]
        assert ["LOAD02"] == [result["ruleId"] for result in run["results"]]

    def test_without_a_file(self) -> None:
        """The place in the data is the only one."""
        report = ctnb.SummaryReport(title="x", issuer="y", opening=["Hết./."])
        (run,) = sarif(ctnb.check(report))["runs"]
        assert all("physicalLocation" not in one["locations"][0] for one in run["results"])

    @given(reports(), st.sampled_from(["yaml", "toml", "json"]))
    def test_any_report(self, report: ctnb.SummaryReport, format_: str) -> None:
        """Every output holds for every report."""
        found = check_text(ctnb.dumps(report, format_), format_, "a.b")
        assert not found.of("RULE01"), found
        sarif(found)
        assert json.loads(to_json(found))["findings"] or not found
        assert to_text(found) or not found
        assert found._repr_html_()
