import datetime as dt
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from chinhtrinoibo import tables
from chinhtrinoibo.errors import InvalidProfile
from chinhtrinoibo.kinds import System
from chinhtrinoibo.layout.profiles import SHIPPED, Look, Profile
from chinhtrinoibo.layout.roles import Role

HD05, HD36, ND30 = map(Profile.named, SHIPPED)
PARTY = (HD05, HD36)
ALL = (*PARTY, ND30)
MARKS = {"V", "S2", "S", "I", "M"}
_EVIDENCE = {"source", "sources", "mark", "marks", "range", "ranges", "line_range"}

# Hướng dẫn 36-HD/VPTW, Phụ lục 3: the least and the most size, and the letters. Each figure is
# typed anew, so that a slip in the shipped table shows.
PARTY_LOOKS = {
    "head": (15, 15, "bold"),
    "superior": (14, 14, ""),
    "issuer": (14, 14, "bold"),
    "number": (14, 14, ""),
    "place_date": (14, 14, "italic"),
    "kind": (15, 16, "bold"),
    "subject": (14, 15, "bold"),
    "body": (14, 15, ""),
    "part": (14, 15, "bold"),
    "part_title": (14, 15, "bold"),
    "authority": (14, 14, "bold"),
    "position": (14, 14, ""),
    "signer": (14, 14, "bold"),
    "addressee": (14, 14, "italic"),
    "recipients": (14, 14, "underline"),
    "recipient": (12, 12, ""),
    "urgency": (14, 14, "bold"),
    "circulation": (12, 12, "bold"),
    "draft": (14, 14, "italic"),
    "page_number": (14, 14, ""),
}
# Nghị định 30/2020/NĐ-CP, Phụ lục I.
STATE_LOOKS = {
    "head": (12, 13, "bold"),
    "motto": (13, 14, "bold"),
    "superior": (12, 13, ""),
    "issuer": (12, 13, "bold"),
    "number": (13, 13, ""),
    "place_date": (13, 14, "italic"),
    "kind": (13, 14, "bold"),
    "subject": (13, 14, "bold"),
    "body": (13, 14, ""),
    "part": (13, 14, "bold"),
    "part_title": (13, 14, "bold"),
    "heading_1": (13, 14, "bold"),
    "authority": (13, 14, "bold"),
    "position": (13, 14, "bold"),
    "signer": (13, 14, "bold"),
    "addressee": (13, 14, ""),
    "recipients": (12, 12, "bold italic"),
    "recipient": (11, 11, ""),
    "urgency": (13, 14, "bold"),
    "secrecy": (13, 14, "bold"),
    "circulation": (13, 14, "bold"),
    "annex": (14, 14, "bold"),
    "annex_title": (13, 14, "bold"),
    "annex_note": (13, 14, "italic"),
    "page_number": (13, 14, ""),
}
LOOKS = [
    *((profile, role, row) for profile in PARTY for role, row in PARTY_LOOKS.items()),
    *((ND30, role, row) for role, row in STATE_LOOKS.items()),
]


def letters(look: Look) -> str:
    """Return how the letters of a role stand out."""
    names = ("bold", "italic", "underline")
    return " ".join(name for name in names if getattr(look, name))


def values(table: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """Yield the path of each value in the rows of a form."""
    for key, value in table.items():
        if isinstance(value, Mapping) and key not in _EVIDENCE:
            yield from values(value, f"{path}{key}.")
        elif path and key not in _EVIDENCE:
            yield f"{path}{key}"


class TestShipped:
    """“data/profiles/*.toml”: each figure beside its source."""

    @pytest.mark.parametrize("profile", ALL, ids=lambda profile: profile.name)
    def test_every_value_has_evidence(self, profile: Profile) -> None:
        """A source, and how sure it is."""
        paths = list(values(profile.table))
        assert len(paths) > 100
        for path in paths:
            source, mark = profile.evidence(path)
            assert source
            assert mark in MARKS, path

    @pytest.mark.parametrize("profile", ALL, ids=lambda profile: profile.name)
    def test_marks_speak_of_values(self, profile: Profile) -> None:
        """What is surer or less sure than its row is a value of that row."""
        rows = {path.rpartition(".")[0] for path in values(profile.table)}
        for row in rows:
            table: Any = profile.table
            for step in row.split("."):
                table = table[step]
            for named in ("marks", "sources"):
                assert table.get(named, {}).keys() <= table.keys(), row

    @pytest.mark.parametrize(
        ("profile", "role", "row"),
        LOOKS,
        ids=[f"{profile.name}-{role}" for profile, role, _ in LOOKS],
    )
    def test_looks_as_the_regulation_has_it(
        self, profile: Profile, role: str, row: tuple[float, float, str]
    ) -> None:
        """Sizes, weights and slopes, role by role; the range is kept beside the size."""
        least, most, stands_out = row
        look = profile.looks[Role(role)]
        assert least <= look.size <= most
        assert stands_out == letters(look)
        ranged = profile.table["roles"][role].get("range", [look.size, look.size])
        assert [least, most] == ranged

    @pytest.mark.parametrize("profile", ALL, ids=lambda profile: profile.name)
    def test_page(self, profile: Profile) -> None:
        """A4, 20/20/30/15 mm, the page number 10 mm from the top edge."""
        page = profile.page
        assert (210, 297) == (page.width, page.height)
        assert (20, 20, 30, 15) == (page.top, page.bottom, page.left, page.right)
        assert (165, 257, 10) == (page.text_width, page.text_height, page.header)
        turned = page.turned()
        assert (297, 210, 257, 165) == (
            turned.width,
            turned.height,
            turned.text_width,
            turned.text_height,
        )

    def test_margins_of_the_state(self) -> None:
        """The State form has ranges."""
        ranges = {"top": [20, 25], "bottom": [20, 25], "left": [30, 35], "right": [15, 20]}
        assert ranges == ND30.table["page"]["ranges"]

    @pytest.mark.parametrize("profile", ALL, ids=lambda profile: profile.name)
    def test_body(self, profile: Profile) -> None:
        """Justified, first line indented by 10 mm, 6 pt between paragraphs, a pitch of 18 pt."""
        body = profile.looks[Role.BODY]
        assert ("justify", 10, 6, 18) == (body.align, body.indent, body.after, body.line)

    def test_signs_of_the_party(self) -> None:
        """No colon after “Số”, a star, five hyphens, no “./.”, Arabic annexes, T/M."""
        for profile in PARTY:
            words = profile.words
            assert ["ĐẢNG CỘNG SẢN VIỆT NAM"] == list(words.head)
            assert ("Số ", "*", "-----") == (
                words.number_label,
                words.under_issuer,
                words.under_subject,
            )
            assert ("", "Phụ lục {arabic}", "lower") == (
                words.end_mark,
                words.annex,
                words.subject_case,
            )
            assert words.citation_comma
            assert not profile.page.numbered_annexes
            assert {"T/M": "T/M ", "K/T": "K/T ", "T/L": "T/L ", "TUQ": "", "Q": "Q. "} == dict(
                profile.authority
            )
            assert ("{part}", "{roman}- ", "{n}. ", "{letter}) ") == profile.numerals[:4]

    def test_signs_of_the_state(self) -> None:
        """A colon, no star, “./.”, Roman annexes with pages of their own, TM."""
        words = ND30.words
        assert list(words.head) == [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
        ]
        assert ("Số: ", "", "") == (words.number_label, words.under_issuer, words.under_subject)
        assert ("./.", "Phụ lục {roman}", "capital") == (
            words.end_mark,
            words.annex,
            words.subject_case,
        )
        assert not words.citation_comma
        assert ND30.page.numbered_annexes
        assert ["TM. ", "KT. ", "TL. ", "TUQ. ", "Q. "] == list(ND30.authority.values())

    def test_hd05_differs_little(self) -> None:
        """“Nơi nhận” items end in a semicolon, the pitch has a bound; the rest is as before."""
        assert (";", ",") == (HD05.words.recipient_end, HD36.words.recipient_end)
        assert HD05.words == HD36.words._replace(recipient_end=";")
        assert [18, 22] == HD05.table["roles"]["body"]["line_range"]
        assert (HD36.page, HD36.looks, HD36.numerals) == (HD05.page, HD05.looks, HD05.numerals)

    def test_hd05_is_less_sure(self) -> None:
        """What was seen in Hướng dẫn 36 is only said by others of Hướng dẫn 05."""
        marks = {path: HD05.evidence(path).mark for path in values(HD05.table)}
        assert "V" not in marks.values()
        assert ("V", "S2") == (HD36.evidence("roles.head.size").mark, marks["roles.head.size"])
        assert ("S", "S2") == (HD36.evidence("roles.body.line").mark, marks["roles.body.line"])
        assert marks["words.recipient_end"] == "S"
        assert HD05.evidence("words.recipient_end").source.startswith("Hướng dẫn 05-HD/VPTW")

    def test_tables_are_composed(self) -> None:
        """NFC, so that what is printed is what is compared."""
        for name in SHIPPED:
            text = (Path(tables.__file__).parent / "data" / "profiles" / f"{name}.toml").read_text(
                encoding="utf-8"
            )
            assert unicodedata.is_normalized("NFC", text)


class TestChosen:
    """“What decides everything”: the system, and the day of issue."""

    @pytest.mark.parametrize(
        ("system", "day", "name"),
        [
            ("party", dt.date(2024, 12, 5), "hd36"),
            ("party", dt.date(2026, 1, 9), "hd36"),
            ("party", dt.date(2026, 5, 26), "hd36"),
            ("party", dt.date(2026, 5, 27), "hd05"),
            ("party", dt.date(2030, 1, 1), "hd05"),
            ("party", dt.date(2010, 1, 1), "hd36"),
            ("party", None, "hd05"),
            ("state", dt.date(2024, 12, 5), "nd30"),
            ("state", dt.date(2026, 5, 27), "nd30"),
            ("state", None, "nd30"),
        ],
    )
    def test_is_the_form_in_force(self, system: str, day: dt.date | None, name: str) -> None:
        """A report without a day takes the newest; one before all forms takes the oldest."""
        assert name == Profile.chosen(System(system), day).name

    def test_names_itself(self) -> None:
        """By the text that lays it down."""
        assert str(HD36).startswith("Hướng dẫn 36-HD/VPTW, 03/4/2018")
        assert HD36.until == HD05.since - dt.timedelta(days=1)


class TestOwn:
    """A form is data: another one, or one with a value changed."""

    def test_changes_a_value(self) -> None:
        """Nothing else changes, and the form of before stays as it is."""
        own = HD05.with_values({"roles.body.size": 15, "words.end_mark": "./.", "page.right": 20})
        assert (15, "./.", 20) == (own.looks[Role.BODY].size, own.words.end_mark, own.page.right)
        assert (14, "", 15) == (HD05.looks[Role.BODY].size, HD05.words.end_mark, HD05.page.right)
        assert own.with_values({"roles.body.size": 14}).looks == HD05.looks
        assert own.until is None

    @pytest.mark.parametrize("path", ["size", "roles.nobody.size", "roles.body.size.x", "", "x.y"])
    def test_refuses_an_unknown_place(self, path: str) -> None:
        """A misspelt path is told, not ignored."""
        with pytest.raises(InvalidProfile, match="has no value"):
            HD36.with_values({path: 15})
        with pytest.raises(InvalidProfile, match="has no value"):
            HD36.evidence(path)

    def test_refuses_an_unknown_value(self) -> None:
        """So is a misspelt value in a known row."""
        with pytest.raises(InvalidProfile, match="colour"):
            HD36.with_values({"roles.body.colour": "red"})

    def test_reads_a_file(self, tmp_path: Path) -> None:
        """A file that extends a shipped form says only what is different."""
        path = tmp_path / "cơ quan.toml"
        path.write_text('extends = "hd05"\n[roles.body]\nsize = 15\n', encoding="utf-8")
        own = Profile.read(path)
        assert own.looks[Role.BODY].size == 15
        assert own.name.endswith("cơ quan.toml")
        assert HD05.words == own.words

    @pytest.mark.parametrize(
        ("text", "match"),
        [
            ("", "title"),
            ("a = ", "cannot be read"),
            ("\ud800", "cannot be read"),
            ('extends = "hd99"', "there is no profile “hd99”"),
            ('extends = "hd36"\nsystem = "church"', "church"),
            ('extends = "hd36"\n[roles.nobody]\nsize = 3', "nobody"),
            ('extends = "hd36"\n[roles.body]\ncolour = 3', "colour"),
            ('extends = "hd36"\n[words]\nthe_end = "."', "the_end"),
            ('title = "a"\nsystem = "party"\nsince = 2020-01-01\n[page]\nwidth = 3', "missing"),
            ('extends = "hd36"\nroles = 3', "misses a value or has one too many"),
        ],
        ids=repr,
    )
    def test_refuses_a_bad_file(self, tmp_path: Path, text: str, match: str) -> None:
        """A row that is unknown, misses a value or has one too many."""
        path = tmp_path / "x.toml"
        path.write_bytes(text.encode(errors="surrogatepass"))
        with pytest.raises(InvalidProfile, match=match):
            Profile.read(path)

    @pytest.mark.parametrize("name", ["hd99", "", "HD36", "data", "x.toml"])
    def test_refuses_an_unknown_name(self, name: str) -> None:
        """The shipped names are told."""
        with pytest.raises(InvalidProfile, match="use hd05, hd36, nd30"):
            Profile.named(name)

    @pytest.mark.parametrize("name", ["x.toml", "", ".", "a\0.toml"])
    def test_refuses_a_missing_file(self, tmp_path: Path, name: str) -> None:
        """So is a folder, and what cannot be the name of a file."""
        with pytest.raises(InvalidProfile, match="cannot be read"):
            Profile.read(tmp_path / name)

    def test_refuses_to_extend_itself(self, tmp_path: Path) -> None:
        """A form rests on a shipped one, or on none."""
        path = tmp_path / "x.toml"
        path.write_text(f'extends = "{path}"', encoding="utf-8")
        with pytest.raises(InvalidProfile, match="there is no profile"):
            Profile.read(path)
