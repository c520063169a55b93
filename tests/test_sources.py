import datetime as dt
import functools
import itertools
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from unittest.mock import patch

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from chinhtrinoibo import _json, _toml, _yaml
from chinhtrinoibo._trees import MAX_DEPTH, Tree, line_starts
from chinhtrinoibo.errors import UnreadableSource
from chinhtrinoibo.paths import ROOT, Steps, child
from chinhtrinoibo.sources import Format, Plain, dump, locate, parse, read_text

ROOMS = {Format.YAML: _yaml, Format.TOML: _toml, Format.JSON: _json}
LOADERS = (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
DEEP = 100_000

# Texts that a format might take for something else, and the signs that it is made of.
AWKWARD = (
    *("", "~", "null", "no", "true", "010", "1e3", "1.50", "2026-11-01", "39-CT/TW", "<<", "="),
    *("[[39-CT/TW]]", "\\[[", "**đậm**", "a: b", "a #b", "- a", "? a", "| a", "> a", "---", "..."),
    *(" a", "a ", "\ta", "a\nb", "a\r\nb\n", "\n\n a", "\x85", "\u2028", "\ufeff", "\u00a0"),
    *("'", '"', '"""', "\\", "\\r\n", "%a", "@a", "`a`", "!a", "&a", "*a", "😀", "e\u0302\u0301"),
)
SIGNS = "\n\r \x85ab:-#'\"\\[]{},&*!|>%@`~=.0é😀"
WORDS = ("tổng", "kết", "39-CT/TW:", "-", "#", "", "\n")

texts = (
    st.text(st.characters(exclude_categories=["Cc", "Cs"]))
    | st.sampled_from(AWKWARD)
    | st.text(SIGNS, max_size=12)
    | st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
)
scalars = (
    texts
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.decimals(-(10**9), 10**9, places=3)
    | st.dates()
)


def mappings(
    keys: st.SearchStrategy[str], leaves: st.SearchStrategy[Tree]
) -> st.SearchStrategy[dict[str, Tree]]:
    """Generate trees whose root is a mapping."""
    nodes = st.recursive(
        leaves,
        lambda node: st.lists(node, max_size=4) | st.dictionaries(keys, node, max_size=4),
        max_leaves=12,
    )
    return st.dictionaries(keys, nodes, max_size=5)


trees = mappings(texts, scalars)
shapes = mappings(st.sampled_from(["", " b", ": c", "#", '"', "'", ".", "é", "😀"]), st.just(""))

PIECES = {
    Format.YAML: [
        *("a", "b: ", "- ", "? ", ": ", "\n", "\n  ", " ", "\t", "#", "|", ">", "~", "[[39]]"),
        *("[", "]", "{", "}", ", ", "'", '"', "&", "*", "!", "%", "@", "<<: ", "---\n", "..."),
        *("\\", "\0", "\ud800", "\ufeff", "\x85", "\r", "é", "😀"),
    ],
    Format.TOML: [
        *("a = 1\n", "b.c = 'x'\n", '"d e".f = """\n[a]\n\\"""""\n', "g = '''\nb = 1'''''\n"),
        *("[h]\n", "[h.i]\n", "[[j]]\n", "[[j.k]]\n", "[j.l]\r\n", " [ m . 'n' ] # o\n"),
        *("p = [1, [2, {q.r = 3}], # ]\n 'x',\n]\n", "s = {}\n", "t = 2026-11-01 10:00:00 # u\n"),
        *("v = [ 2026-11-01 10:00:00, 1.5 ]\n", "w", "[", "]", "{", "}", "=", ".", ",", "\n", '"'),
        *("'", "nan", "1e5", "\\", "\r", "\0", "\ud800", "é", "😀"),
    ],
    Format.JSON: [
        *('"a"', '"b": ', '"\\u00e9\\"": ', "[", "]", "{", "}", ",", ": ", " ", "\n", "1", "1.5"),
        *("[1, [2]]", '{"c": {}}', "true", "null", "NaN", "-Infinity", "1e999999999999999999999"),
        *('"', "\\", "\t", "\0", "\ud800", "\ufeff", "é", "😀"),
    ],
}


def soups(format_: Format) -> st.SearchStrategy[str]:
    """Generate texts that look a little like the format."""
    return st.text() | st.lists(st.sampled_from(PIECES[format_]), max_size=20).map("".join)


def as_texts(tree: Tree) -> Tree:
    """Put its text in place of each scalar: YAML leaves the type to the field that takes it."""
    match tree:
        case dict():
            return {key: as_texts(value) for key, value in tree.items()}
        case list():
            return [as_texts(item) for item in tree]
        case bool():
            return str(tree).lower()
        case Decimal() if re.fullmatch(r"-?\d{1,3}\.\d{3}", str(tree)):
            return f"{tree.scaleb(3):f}e-3"  # no reader takes the point for one of thousands
        case _:
            return str(tree)


def days_as_texts(tree: Tree) -> Tree:
    """Put its text in place of each day, for which JSON has no form."""
    match tree:
        case dict():
            return {key: days_as_texts(value) for key, value in tree.items()}
        case list():
            return [days_as_texts(item) for item in tree]
        case dt.date():
            return tree.isoformat()
        case _:
            return tree


def labelled(shape: Tree, numbers: Iterator[int]) -> Tree:
    """Begin each key and leaf of ``shape`` with a label that occurs nowhere else."""
    match shape:
        case dict():
            return {
                f"n{next(numbers):04}{key}": labelled(value, numbers)
                for key, value in shape.items()
            }
        case list():
            return [labelled(item, numbers) for item in shape]
        case _:
            return f"n{next(numbers):04}"


def entries_of(tree: Tree, steps: Steps = ()) -> Iterator[tuple[Steps, Tree]]:
    """Yield the steps to every entry of ``tree``, each with its value."""
    match tree:
        case dict():
            entries = list(tree.items())
        case list():
            entries = list(enumerate(tree))
        case _:
            entries = []
    for step, value in entries:
        yield (*steps, step), value
        yield from entries_of(value, (*steps, step))


def refusal(text: str, format_: Format) -> UnreadableSource:
    """Return the error that ``text`` deserves."""
    with pytest.raises(UnreadableSource, match=r"^bao-cao:") as caught:
        parse(text, format_, "bao-cao")
    return caught.value


def place(error: UnreadableSource) -> tuple[str, int | None, int | None]:
    """Return what is wrong, and where."""
    return error.reason.code, error.line, error.column


class TestFormat:
    """The suffix of a file tells its format."""

    @pytest.mark.parametrize(
        ("name", "format_"),
        [
            ("bao-cao.yaml", Format.YAML),
            ("BAO-CAO.YML", Format.YAML),
            ("a.b/bao-cao.Toml", Format.TOML),
            ("bao-cao.json", Format.JSON),
        ],
    )
    def test_follows_the_suffix(self, name: str, format_: Format) -> None:
        """In letters of any case."""
        assert format_ is Format.of(Path(name))

    @pytest.mark.parametrize("name", ["bao-cao.docx", "bao-cao", ".yaml"])
    def test_names_the_known_suffixes(self, name: str) -> None:
        """An unknown suffix is answered with those that are known."""
        with pytest.raises(UnreadableSource, match=r"\.yaml, \.yml, \.toml, \.json"):
            Format.of(name)


class TestReadText:
    """A file is UTF-8, or the error says how it becomes so."""

    @given(st.text(st.characters(exclude_categories=["Cs"])), st.booleans())
    def test_gives_the_text_as_it_is(self, text: str, mark: bool) -> None:
        """Every character comes back, line ends included; only a byte order mark is dropped."""
        text = text.removeprefix("\ufeff")
        content = text.encode("utf-8-sig" if mark else "utf-8")
        with patch.object(Path, "read_bytes", return_value=content):
            assert text.removeprefix("\ufeff") == read_text("bao-cao.yaml")

    @pytest.mark.parametrize(
        ("content", "expected"),
        [
            (b"a: b\nt\xc3\xaan: \xff", ("source-encoding", 2, 6)),
            (b"\xef\xbb\xbf\xf0\x9f\x98\x80\xc3", ("source-encoding", 1, 2)),
            (b"\xff\xfea\x00", ("source-utf16", 1, 1)),
            (b"\xfe\xff\x00a", ("source-utf16", 1, 1)),
        ],
    )
    def test_shows_the_first_bad_byte(
        self, tmp_path: Path, content: bytes, expected: tuple[str, int, int]
    ) -> None:
        """By line and column in characters."""
        path = tmp_path / "bao-cao.yaml"
        path.write_bytes(content)
        with pytest.raises(UnreadableSource) as caught:
            read_text(path)
        assert expected == place(caught.value)
        assert str(caught.value).startswith(str(path))

    @pytest.mark.parametrize(
        ("failure", "code"),
        [
            (FileNotFoundError(2, "No such file"), "source-missing"),
            (NotADirectoryError(20, "Not a directory"), "source-missing"),
            (PermissionError(13, "Permission denied"), "source-permission"),
            (OSError(5, "Input/output error"), "source-unreadable"),
            (ValueError("embedded null byte"), "source-unreadable"),
        ],
    )
    def test_turns_failures_of_the_system_into_ours(self, failure: Exception, code: str) -> None:
        """No raw OSError comes out."""
        with (
            patch.object(Path, "read_bytes", side_effect=failure),
            pytest.raises(UnreadableSource, match=r"^bao-cao\.yaml: ") as caught,
        ):
            read_text("bao-cao.yaml")
        assert (code, None, None) == place(caught.value)

    def test_tells_a_folder_from_a_file(self, tmp_path: Path) -> None:
        """Where a folder stands in place of the file."""
        with pytest.raises(UnreadableSource, match="this is a folder"):
            read_text(tmp_path)


class TestRoundTrip:
    """What ``dump`` writes, ``parse`` takes back exactly."""

    @pytest.mark.parametrize("loader", LOADERS)
    @given(tree=trees)
    def test_yaml_keeps_every_scalar_as_text(
        self, loader: type[yaml.SafeLoader], tree: Tree
    ) -> None:
        """A text never turns into a null, a "no" never into False."""
        with patch.object(yaml, "CSafeLoader", loader, create=True):
            assert as_texts(tree) == parse(dump(tree, Format.YAML), Format.YAML)

    @given(trees)
    def test_toml_keeps_types(self, tree: Tree) -> None:
        """Texts of several lines included, whatever their line ends."""
        assert tree == parse(dump(tree, Format.TOML), Format.TOML)

    @given(trees)
    def test_json_keeps_types_but_days(self, tree: Tree) -> None:
        """Decimal numbers stay exact."""
        assert days_as_texts(tree) == parse(dump(tree, Format.JSON), Format.JSON)

    def test_json_writes_a_number_only_where_it_is_exact(self) -> None:
        """A decimal number that no float equals is kept as text."""
        tree = {"a": Decimal("0.1"), "b": Decimal("12.00"), "c": Decimal("1E+400")}
        assert json.loads(dump(tree, Format.JSON)) == {"a": 0.1, "b": 12, "c": "1E+400"}

    def test_yaml_is_written_for_people(self) -> None:
        """Long texts fold, lines stay lines, keys keep their order, no value is an alias."""
        day = dt.date(2026, 11, 1)
        tree = {
            "tiêu đề": "[[39-CT/TW]]: tổng kết",
            "share": Decimal("98.60"),
            "days": [day, day],
            "done": True,
            "lines": "Nội dung thứ nhất.\n\nNội dung thứ hai.",
            "long": "Các cấp ủy đã quán triệt và thực hiện nghiêm túc chỉ thị. " * 2 + "Hết.",
        }
        expected = """\
tiêu đề: '[[39-CT/TW]]: tổng kết'
share: 98.60
days:
- 2026-11-01
- 2026-11-01
done: true
lines: |-
  Nội dung thứ nhất.

  Nội dung thứ hai.
long: >-
  Các cấp ủy đã quán triệt và thực hiện nghiêm túc chỉ thị. Các cấp ủy đã quán triệt và thực hiện
  nghiêm túc chỉ thị. Hết.
"""
        assert expected == dump(tree, Format.YAML)

    def test_toml_keeps_lines_apart(self) -> None:
        """Unless a line ends in a way that would be lost."""
        assert dump({"a": "b\nc"}, Format.TOML) == 'a = """\nb\nc"""\n'
        assert dump({"a": "b\r\nc"}, Format.TOML) == 'a = "b\\r\\nc"\n'


class TestScalars:
    """Which type a value has, and who decides."""

    @pytest.mark.parametrize("loader", LOADERS)
    def test_yaml_leaves_the_type_to_the_field(self, loader: type[yaml.SafeLoader]) -> None:
        """Unquoted scalars are ``Plain``; only an empty one and the nulls are None."""
        text = """\
plain: [no, 010, 1.50, 2026-11-01, 39-CT/TW, nUll]
nulls: [null, ~, Null, NULL]
empty:
texts: ['no', "~", '']
block: |-
  null
"""
        with patch.object(yaml, "CSafeLoader", loader, create=True):
            tree = parse(text, Format.YAML)
        assert tree == {
            "plain": ["no", "010", "1.50", "2026-11-01", "39-CT/TW", "nUll"],
            "nulls": [None] * 4,
            "empty": None,
            "texts": ["no", "~", ""],
            "block": "null",
        }
        assert {Plain} == {type(item) for item in tree["plain"]}
        assert {str} == {type(item) for item in [*tree["texts"], tree["block"]]}

    def test_toml_and_json_bring_types_along(self) -> None:
        """A number with a point is a ``Decimal``, as it was written."""
        toml = parse("a = 1\nb = 1.50\nc = 2026-11-01\nd = true\ne = 'no'", Format.TOML)
        assert [1, Decimal("1.50"), dt.date(2026, 11, 1), True, "no"] == list(toml.values())
        found = parse('[1, 1.50, null, true, "no"]', Format.JSON)
        assert [1, Decimal("1.50"), None, True, "no"] == found
        assert [str(toml["b"]), str(found[1])] == ["1.50", "1.50"]

    @pytest.mark.parametrize("text", ["", "\n# trống\n", "---\n", "\ufeff", "null"])
    def test_an_empty_yaml_file_is_none(self, text: str) -> None:
        """Comments and the mark of a document do not fill it."""
        assert parse(text, Format.YAML) is None
        assert locate(text, Format.YAML, ["$.a"]) == {"$.a": (1, 1)}

    @pytest.mark.parametrize(
        ("text", "format_"),
        [
            ("\ufeffa: b", Format.YAML),
            ("\ufeffa='b'", Format.TOML),
            ('\ufeff{"a":"b"}', Format.JSON),
        ],
    )
    def test_a_byte_order_mark_is_no_data(self, text: str, format_: Format) -> None:
        """Nor does it take up a column."""
        column = text.index("a" if format_ is not Format.JSON else '"')
        assert parse(text, format_) == {"a": "b"}
        assert {"$.a": (1, column)} == locate(text, format_, ["$.a"])


class TestRefusedYaml:
    """YAML that is more than data, or less, is refused at its place with a hint."""

    @pytest.mark.parametrize("loader", LOADERS)
    @pytest.mark.parametrize(
        ("text", "code", "line", "column"),
        [
            ("a: &x b", "source-yaml-sign", 1, 4),
            ("a: 1\nb: *x", "source-yaml-sign", 2, 4),
            ("*x : b", "source-yaml-sign", 1, 1),
            ("a: !!python/object:os.system b", "source-yaml-sign", 1, 4),
            ("a: !!str b", "source-yaml-sign", 1, 4),
            ("- !foo\n  b: c", "source-yaml-sign", 1, 3),
            ("- ! b", "source-yaml-sign", 1, 3),
            ("a: !x!y b", "source-yaml-sign", 1, 4),
            ("a: **đậm** b", "source-yaml-sign", 1, 4),
            ("ế: *nghiêng* b", "source-yaml-sign", 1, 4),
            ("a: & b", "source-yaml-sign", 1, 4),
            ("😀: @b", "source-yaml-sign", 1, 4),
            ("a: %b", "source-yaml-sign", 1, 4),
            ("a: `b`", "source-yaml-sign", 1, 4),
            ("a: > 5", "source-yaml-sign", 1, 4),
            ("a: ? b", "source-yaml-sign", 1, 4),
            ("a: ]", "source-yaml-sign", 1, 4),
            ("a: [[39-CT/TW]]", "source-yaml-mark", 1, 4),
            ("a: [[39-CT/TW]] và b\nc: d", "source-yaml-mark", 1, 4),
            ("a: 1\nb:\n  - [[39-CT/TW|full]]: c", "source-yaml-mark", 3, 5),
            ("a: [[#tally]] văn bản\nb: c", "source-yaml-mark", 1, 4),
            ("- [[@members]] đảng viên", "source-yaml-mark", 1, 3),
            ("[[39-CT/TW]] b", "source-yaml-mark", 1, 1),
            ("a:\n  <<: {b: c}", "source-yaml-merge", 2, 3),
            ("a: b\n---\nc: d", "source-yaml-documents", 2, 1),
            ("a: b\nc: d\n'a': e", "source-duplicate-key", 3, 1),
            ("{a: {b: 1, b: 2}}", "source-duplicate-key", 1, 12),
            ("a: {{b}}", "source-yaml-key", 1, 5),
            ("? - a\n: b", "source-yaml-key", 1, 3),
            ("a:\n\tb: c", "source-yaml-tab", 2, 1),
            ("a:\n  b: c\n\td: e", "source-yaml-tab", 3, 1),
            ("a: b\nc:d\ne: f", "source-yaml-colon-missing", 2, 1),
            ("a: b\nc", "source-yaml-colon-missing", 2, 1),
            ("a:b\nc: d", "source-yaml-line-above", 2, 2),
            ("a: b\n  c: d", "source-yaml-line-above", 2, 4),
            ("a: Báo cáo: b", "source-yaml-colon", 1, 11),
            ("- a: b: c", "source-yaml-colon", 1, 7),
            ('a: b\nc: "d\ne: f', "source-yaml-quote", 2, 4),
            ("a: 'b", "source-yaml-quote", 1, 4),
            ('a: "b" c', "source-yaml-after-quote", 1, 8),
            ("- 'b' c\n- d", "source-yaml-after-quote", 1, 7),
            ('a: "C:\\Users"', "source-yaml-escape", 1, 9),
            ("a:\n    b: c\n  d: e", "source-yaml-indent", 3, 3),
            ("a:\n  - b\n - c", "source-yaml-indent", 3, 2),
            ("a: b\n- c", "source-yaml-indent", 2, 1),
            ("a: - b", "source-yaml-dash", 1, 4),
            ("a: [b, c\nd: e", "source-yaml-bracket", 1, 4),
            ("a: {b\nc: d", "source-yaml-bracket", 1, 4),
            ("%YAML 2.0\n---\na: b", "source-yaml", 1, 1),
            ("ế: b\na: \0", "source-character", 2, 4),
            ("ế: \ud800", "source-character", 1, 4),
        ],
    )
    def test_points_at_the_place(
        self, loader: type[yaml.SafeLoader], text: str, code: str, line: int, column: int
    ) -> None:
        """Both parsers lead to the same words, at the same column of characters."""
        with patch.object(yaml, "CSafeLoader", loader, create=True):
            assert (code, line, column) == place(refusal(text, Format.YAML))

    def test_lets_lists_in_lists_be(self) -> None:
        """Only what can be nothing but a mark is taken for one."""
        rows = [["a", "b"], ["c"]]
        assert {"a": rows} == parse("a: [[a, b], [c]]", Format.YAML)
        assert {"a": rows} == parse("a:\n- - a\n  - b\n- - c", Format.YAML)


class TestRefusedTomlAndJson:
    """TOML and JSON in error are refused at their place."""

    @pytest.mark.parametrize(
        ("text", "code", "line", "column"),
        [
            ("a = 1\r\nb = 39-CT/TW\r\n", "source-toml", 2, 7),
            ("a = 1\na = 2", "source-toml", 2, 6),
            ("'😀' 1", "source-toml", 1, 5),
            ("a = 1\nb = ", "source-toml", 2, 5),
            ("a = nan", "source-number", None, None),
            ("a = 1e9999999999999999999", "source-number", None, None),
            (f"a = {'1' * 5000}", "source-number", None, None),
        ],
    )
    def test_toml(self, text: str, code: str, line: int | None, column: int | None) -> None:
        """An error of syntax has a place; a number does not know where it stands."""
        assert (code, line, column) == place(refusal(text, Format.TOML))

    @pytest.mark.parametrize(
        ("text", "code", "line", "column"),
        [
            ("", "source-json", 1, 1),
            ('{"a": 1,\r\n "ế": }', "source-json", 2, 7),
            ('{"a": "NaN",\n "b": NaN}', "source-number", 2, 7),
            ('{"a": [-Infinity]}', "source-number", 1, 8),
            ('{"a": 1e9999999999999999999}', "source-number", 1, 7),
            (f"[{'1' * 5000}]", "source-number", None, None),
            ('{"😀": {"a": 1,\n "b": [], "\\u0061": 2}}', "source-duplicate-key", 2, 11),
        ],
    )
    def test_json(self, text: str, code: str, line: int | None, column: int | None) -> None:
        """A key that stands twice is found however it is spelled."""
        assert (code, line, column) == place(refusal(text, Format.JSON))


class TestHostile:
    """No text costs more than it is worth."""

    @pytest.mark.parametrize("loader", LOADERS)
    @pytest.mark.parametrize("opening", ["[", "- ", "[{a: ", "[\n", "a: {", "{", "? "])
    def test_yaml_is_read_no_further_than_needed(
        self, loader: type[yaml.SafeLoader], opening: str
    ) -> None:
        """The parser is asked for a few events, not for a hundred thousand."""
        read = itertools.count(1)
        events = yaml.parse

        def counted(text: str, Loader: type[yaml.SafeLoader]) -> Iterator[yaml.Event]:  # noqa: N803 - PyYAML's name
            return (event for event in events(text, Loader=Loader) if next(read))

        with (
            patch.object(yaml, "CSafeLoader", loader, create=True),
            patch.object(yaml, "parse", counted),
        ):
            refusal(opening * DEEP, Format.YAML)
        assert next(read) < 3 * MAX_DEPTH

    @pytest.mark.parametrize("key", ["a", "'a'", '"a"'])
    @pytest.mark.parametrize(
        "form", ["{} = 1", "b = 1\n[{}]", "[[ {} ]]", "b = {{ {} = 1 }}", "b = {{ c = 1, {} = 1 }}"]
    )
    def test_toml_never_starts_on_an_endless_key(self, form: str, key: str) -> None:
        """There are versions of tomllib that would be busy with it for hours."""
        text = form.format(" . ".join([key] * DEEP))
        with patch("tomllib.loads", side_effect=AssertionError):
            assert refusal(text, Format.TOML).reason.code == "source-depth"

    @pytest.mark.parametrize(
        ("text", "format_", "line", "column"),
        [
            ("\n" + "[" * DEEP, Format.YAML, 2, MAX_DEPTH + 2),
            ("\n" + "[" * DEEP, Format.JSON, 2, MAX_DEPTH + 2),
            ("\n" + '{"a":' * DEEP, Format.JSON, 2, 5 * MAX_DEPTH + 2),
            ("a = 1\nb = " + "[" * DEEP, Format.TOML, 2, MAX_DEPTH + 5),
            ("b = " + "{a=" * DEEP, Format.TOML, 1, 3 * MAX_DEPTH + 3),
        ],
    )
    def test_depth_has_a_place(self, text: str, format_: Format, line: int, column: int) -> None:
        """Even where the parser gave up."""
        assert ("source-depth", line, column) == place(refusal(text, format_))

    @pytest.mark.parametrize("format_", Format)
    def test_depth_has_one_limit(self, format_: Format) -> None:
        """A tree as deep as the limit passes in every format; a step more, and it does not."""
        tree: Tree = {}
        for _ in range(MAX_DEPTH):
            tree = {"a": tree}
        deepest = ROOT + ".a" * MAX_DEPTH
        text = dump(tree, format_)
        assert tree == parse(text, format_)
        assert locate(text, format_, [deepest])[deepest] > (1, 1)
        assert refusal(dump({"a": tree}, format_), format_).reason.code == "source-depth"

    @pytest.mark.parametrize("format_", Format)
    @given(data=st.data())
    def test_any_text_is_read_or_refused(self, format_: Format, data: st.DataObject) -> None:
        """What is read has a place for each of its entries; what is refused, one in the text."""
        text = data.draw(soups(format_)).removeprefix("\ufeff")
        try:
            tree = parse(text, format_)
        except UnreadableSource as error:
            line = error.line
        else:
            line = None
            found = {steps for steps, _ in ROOMS[format_].entries(text)}
            assert {steps for steps, _ in entries_of(tree)} == found
        assert line is None or 1 <= line <= len(line_starts(text))


YAML = """\
# báo cáo
title: Báo cáo
"khóa lạ":   {x: 1, 'y': [2]}
tasks:
- title: một
  due: 2026-11-01
-
  - a
  - >-
    b
"""
TOML = """\
# [a]
a.b = 1 # [c]
"khóa lạ" = { x = 1, 'y'.z = [2, "]", # ]
   {w = 3}] }
text = '''
[c]
d = 1'''
[[tasks]]
title = "một"
[tasks.f]
g = 2026-11-01 10:00:00
[[tasks]]
[[tasks.h]]
[[tasks.h]]
i = [ [1], '''a''', 2026-11-01 10:00:00, 1.5 ]
[c.d]
[c]
"""
JSON = r"""
{"a": {"khóa \"lạ\"": [1, "]",
  {"b": []}]},
 "c" : "d"}
"""


class TestLocate:
    """A path in the data leads to a line and a column in the text."""

    @pytest.mark.parametrize("format_", Format)
    @given(shape=shapes)
    def test_shows_the_key_or_the_item(self, format_: Format, shape: Tree) -> None:
        """Where an entry is said to stand, there is its key or, in a list, its beginning."""
        tree = labelled(shape, itertools.count())
        text = dump(tree, format_)
        entries = {functools.reduce(child, s, ROOT): (s[-1], v) for s, v in entries_of(tree)}
        starts = line_starts(text)
        for path, (line, column) in locate(text, format_, entries).items():
            offset = starts[line - 1] + column - 1
            step, value = entries[path]
            shown = step if isinstance(step, str) else value
            if isinstance(shown, str):
                assert text.index(shown[:5]) - offset in {0, len('"')}
            else:
                assert text[offset] in "[{" or (format_ is Format.YAML and text[offset] in "-n'\"")

    @pytest.mark.parametrize(
        ("format_", "path", "line", "column"),
        [
            (Format.YAML, "$", 1, 1),
            (Format.YAML, "$.title", 2, 1),
            (Format.YAML, '$["khóa lạ"].x', 3, 15),
            (Format.YAML, '$["khóa lạ"].y[0]', 3, 27),
            (Format.YAML, "$.tasks", 4, 1),
            (Format.YAML, "$.tasks[0]", 5, 3),
            (Format.YAML, "$.tasks[0].due", 6, 3),
            (Format.YAML, "$.tasks[0].basis", 5, 3),
            (Format.YAML, "$.tasks[1]", 8, 3),
            (Format.YAML, "$.tasks[1][1]", 9, 5),
            (Format.YAML, "$.tasks[2].due", 4, 1),
            (Format.TOML, "$", 1, 1),
            (Format.TOML, "$.a", 2, 1),
            (Format.TOML, "$.a.b", 2, 3),
            (Format.TOML, '$["khóa lạ"]', 3, 1),
            (Format.TOML, '$["khóa lạ"].x', 3, 15),
            (Format.TOML, '$["khóa lạ"].y.z', 3, 26),
            (Format.TOML, '$["khóa lạ"].y.z[2].w', 4, 5),
            (Format.TOML, "$.text", 5, 1),
            (Format.TOML, "$.tasks", 8, 3),
            (Format.TOML, "$.tasks[0]", 8, 1),
            (Format.TOML, "$.tasks[0].f.g", 11, 1),
            (Format.TOML, "$.tasks[1]", 12, 1),
            (Format.TOML, "$.tasks[1].h[1].i", 15, 1),
            (Format.TOML, "$.tasks[1].h[1].i[0][0]", 15, 8),
            (Format.TOML, "$.tasks[1].h[1].i[3]", 15, 42),
            (Format.TOML, "$.c", 16, 2),
            (Format.TOML, "$.c.d.e", 16, 4),
            (Format.JSON, "$", 1, 1),
            (Format.JSON, r'$.a["khóa \"lạ\""]', 2, 8),
            (Format.JSON, r'$.a["khóa \"lạ\""][1]', 2, 27),
            (Format.JSON, r'$.a["khóa \"lạ\""][2].b', 3, 4),
            (Format.JSON, "$.c", 4, 2),
            (Format.JSON, "$.c.x", 4, 2),
        ],
    )
    def test_finds_what_people_write(
        self, format_: Format, path: str, line: int, column: int
    ) -> None:
        """In the forms that our own ``dump`` never uses, too."""
        text = {Format.YAML: YAML, Format.TOML: TOML, Format.JSON: JSON}[format_]
        assert {path: (line, column)} == locate(text, format_, [path])


class TestImport:
    """A format costs nothing until it is read."""

    def test_loads_no_parser(self) -> None:
        """Importing the module leaves yaml, json and tomli_w alone."""
        code = (
            "import sys, chinhtrinoibo.sources\n"
            "print(*{'yaml', 'json', 'tomli_w'} & sys.modules.keys())"
        )
        done = subprocess.run(  # noqa: S603 - the interpreter that runs this test
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        assert done.stdout == "\n"
