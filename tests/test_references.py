import contextlib
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinhtrinoibo.errors import InvalidReference
from chinhtrinoibo.references import Emphasis, Form, Mark, Target, Text, parse

NONE, ITALIC, BOLD, BOTH = Emphasis
anything = st.text(st.characters(codec=None, exclude_categories=()))
signs = st.text("[]*\\| a#@:\n")
words = st.sampled_from(["Thực hiện", "10 năm", "tự diễn biến", "a"])


def escape(text: str) -> str:
    r"""Write a text so that no sign in it is a mark."""
    return text.replace("\\", "\\\\").replace("[[", "\\[[").replace("*", "\\*")


def words_of(prose: str) -> str:
    """Return the text of prose without marks, whatever stands out."""
    return "".join(piece.text for piece in parse(prose) if isinstance(piece, Text))


class TestText:
    """Prose is plain text; clean text is left as it is."""

    @given(anything)
    def test_without_marks_comes_back(self, text: str) -> None:
        """No letter changes where there is no mark."""
        plain = text.replace("[[", "[").replace("*", "").replace("\\", "")
        assert plain == words_of(plain)

    @given(anything | signs)
    def test_comes_back_when_escaped(self, text: str) -> None:
        """Every text can be written, signs and all, and is then one run."""
        assert ((Text(text),) if text else ()) == parse(escape(text))

    @pytest.mark.parametrize(
        "text",
        ["", "5 * 3 = 15", "* Bối cảnh", "a * b * c", "C:\\báo cáo", "]]", "[a]", "a]] [b", "****"],
    )
    def test_leaves_lone_signs_alone(self, text: str) -> None:
        """A star with a space on the inner side, a single bracket, a backslash before a letter."""
        assert text == words_of(text)
        assert len(parse(text)) <= 1

    @given(anything | signs)
    def test_any_text_is_cut_or_refused(self, text: str) -> None:
        """Runs are never empty, and never cut in two."""
        try:
            pieces = parse(text)
        except InvalidReference:
            return
        assert all(isinstance(piece, Mark) or piece.text for piece in pieces)
        for one, after in itertools.pairwise(pieces):
            assert (
                isinstance(one, Mark) or isinstance(after, Mark) or one.emphasis != after.emphasis
            )

    @pytest.mark.parametrize("sign", ["[[", "[[a|", "*", "*a ", "**", "**a ", "***a", "\\*", "\\["])
    def test_many_signs_are_read_in_one_go(self, sign: str) -> None:
        """The time grows with the length of the text: signs that close nothing cost no more."""
        for text in (sign * 100_000, f"**a{sign * 100_000} **"):
            with contextlib.suppress(InvalidReference):
                assert parse(text)

    def test_one_text_has_one_reading(self) -> None:
        """Letters behind backslashes are not tried one way and then the other."""
        text = "**" + r"\a" * 100_000 + " "
        assert text == words_of(text)


class TestEmphasis:
    """“*nghiêng*”, “**đậm**”."""

    @pytest.mark.parametrize(
        ("prose", "pieces"),
        [
            ("*a*", [Text("a", ITALIC)]),
            ("**a**", [Text("a", BOLD)]),
            ("***a***", [Text("a", BOTH)]),
            ("**a *b* c**", [Text("a ", BOLD), Text("b", BOTH), Text(" c", BOLD)]),
            ("x *a b* y", [Text("x "), Text("a b", ITALIC), Text(" y")]),
            ("*a*b*c*", [Text("a", ITALIC), Text("b"), Text("c", ITALIC)]),
            (r"**a\*\*b**", [Text("a**b", BOLD)]),
            (r"*a\*", [Text("*a*")]),
            ("**a*", [Text("*"), Text("a", ITALIC)]),
            ("** a**", [Text("** a**")]),
            ("*a\nb*", [Text("a\nb", ITALIC)]),
        ],
    )
    def test_stands_out(self, prose: str, pieces: list[Text]) -> None:
        """Emphasis nests once, and a star that closes nothing stays a star."""
        assert pieces == list(parse(prose))

    @given(words, words)
    def test_holds_marks(self, before: str, after: str) -> None:
        """A mark within emphasis stands out too, and knows where it is."""
        prose = f"{before} **{after} [[39-CT/TW]]**"
        mark = Mark(Target.DOCUMENT, "39-CT/TW", Form.DEFAULT, prose.index("[["), BOLD)
        assert (Text(f"{before} "), Text(f"{after} ", BOLD), mark) == parse(prose)


class TestMark:
    """“[[39-CT/TW]]”, “[[#tally]]”, “[[@members|change]]”."""

    @pytest.mark.parametrize(
        ("mark", "target", "name", "form"),
        [
            ("[[39-CT/TW]]", Target.DOCUMENT, "39-CT/TW", Form.DEFAULT),
            ("[[ 39-CT/TW | full ]]", Target.DOCUMENT, "39-CT/TW", Form.FULL),
            ("[[39-CT/TW|short]]", Target.DOCUMENT, "39-CT/TW", Form.SHORT),
            ("[[39-CT/TW|number]]", Target.DOCUMENT, "39-CT/TW", Form.NUMBER),
            ("[[39-CT/TW, 18/8/2014]]", Target.DOCUMENT, "39-CT/TW, 18/8/2014", Form.DEFAULT),
            ("[[Nghị quyết *35*]]", Target.DOCUMENT, "Nghị quyết *35*", Form.DEFAULT),
            ("[[#tally]]", Target.TALLY, "", Form.DEFAULT),
            ("[[#tally:nq35]]", Target.TALLY, "nq35", Form.DEFAULT),
            ("[[#tally:nq35|value]]", Target.TALLY, "nq35", Form.VALUE),
            ("[[@members]]", Target.FIGURE, "members", Form.DEFAULT),
            ("[[@members|change]]", Target.FIGURE, "members", Form.CHANGE),
            ("[[@members|share]]", Target.FIGURE, "members", Form.SHARE),
            ("[[@members|value]]", Target.FIGURE, "members", Form.VALUE),
            ("[[@members|period]]", Target.FIGURE, "members", Form.PERIOD),
            ("[[@members|as_of]]", Target.FIGURE, "members", Form.AS_OF),
            ("[[#period]]", Target.PERIOD, "", Form.DEFAULT),
            ("[[#period|years]]", Target.PERIOD, "", Form.YEARS),
        ],
    )
    def test_is_read(self, mark: str, target: Target, name: str, form: Form) -> None:
        """Its target, name and form are read; its place is kept."""
        found = Mark(target, name, form, 2)
        assert (Text("a "), found, Text(" b")) == parse(f"a {mark} b")

    @pytest.mark.parametrize(
        ("prose", "code", "given"),
        [
            ("a [[", "mark-unclosed", "[["),
            ("a [[39-CT/TW] b", "mark-unclosed", "[[39-CT/TW] b"),
            ("[[a [[b]]", "mark-unclosed", "[[a [[b]]"),
            ("[[]]", "mark-empty", "[[]]"),
            ("[[ ]]", "mark-empty", "[[ ]]"),
            ("[[|full]]", "mark-empty", "[[|full]]"),
            ("[[@]]", "mark-empty", "[[@]]"),
            ("[[#]]", "mark-tally", "[[#]]"),
            ("[[#tallies]]", "mark-tally", "[[#tallies]]"),
            ("[[39-CT/TW|change]]", "mark-form", "[[39-CT/TW|change]]"),
            ("[[39-CT/TW|dài]]", "mark-form", "[[39-CT/TW|dài]]"),
            ("[[a|full|short]]", "mark-form", "[[a|full|short]]"),
            ("[[#tally|full]]", "mark-form", "[[#tally|full]]"),
            ("[[#period|value]]", "mark-form", "[[#period|value]]"),
            ("[[#periods]]", "mark-tally", "[[#periods]]"),
            ("[[@members|full]]", "mark-form", "[[@members|full]]"),
            ("**a [[@]]**", "mark-empty", "[[@]]"),
        ],
    )
    def test_refuses_what_says_nothing(self, prose: str, code: str, given: str) -> None:
        """A mark is never silently blank; the error keeps it as typed."""
        with pytest.raises(InvalidReference) as caught:
            parse(prose)
        assert (code, given) == (caught.value.reason.code, caught.value.given)

    def test_hints_at_the_known_forms(self) -> None:
        """Those of its own kind."""
        with pytest.raises(InvalidReference, match=r"there are: .*change, .*share, value"):
            parse("[[@members|full]]")

    def test_is_text_behind_a_backslash(self) -> None:
        r"""“\[[” prints two brackets."""
        assert words_of(r"viết \[[39-CT/TW]] hoặc \\") == "viết [[39-CT/TW]] hoặc \\"
