import datetime as dt
import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinhtrinoibo.docnumber import DocumentNumber
from chinhtrinoibo.errors import InvalidKind
from chinhtrinoibo.kinds import DocumentKind, System, as_kind
from chinhtrinoibo.text import fold

PARTY, STATE = System
ALL = DocumentKind.all()

# The 25 types of Quy định 399-QĐ/TW, in the words of the regulation.
PARTY_NAMES = """
cương lĩnh chính trị, Điều lệ Đảng, chiến lược, nghị quyết, quyết định, chỉ thị, kết luận, quy chế,
quy định, thông tri, hướng dẫn, thông báo, thông cáo, tuyên bố, lời kêu gọi, báo cáo, kế hoạch,
quy hoạch, chương trình, đề án, phương án, dự án, tờ trình, công văn, biên bản
"""
# The symbols of the 29 types of Nghị định 30/2020/NĐ-CP, Phụ lục III; two have none.
STATE_SYMBOLS = (
    "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB"
)


def listed(text: str) -> list[str]:
    """Return the names in a list with commas."""
    return [" ".join(name.split()) for name in text.split(",")]


class TestTable:
    """“Tên loại văn bản”: Quy định 399-QĐ/TW, Nghị định 30/2020/NĐ-CP."""

    def test_has_the_25_types_of_the_party(self) -> None:
        """No type is missing, and none is added."""
        names = listed(PARTY_NAMES)
        assert len(names) == 25
        assert sorted(names) == sorted(kind.name for kind in DocumentKind.all(PARTY))

    def test_has_the_29_types_of_the_state(self) -> None:
        """The administrative papers carry these symbols; công văn and thư công carry none."""
        papers = [kind for kind in ALL if "30/2020" in kind.source]
        assert len(papers) == 29
        assert sorted(STATE_SYMBOLS.split()) == sorted(k.symbol for k in papers if k.symbol)
        assert ["công văn", "thư công"] == [kind.name for kind in papers if not kind.symbol]

    @pytest.mark.parametrize("kind", ALL, ids=lambda kind: f"{kind.system}-{kind.name}")
    def test_names_its_source(self, kind: DocumentKind) -> None:
        """Each row says where it comes from, since when, and how sure it is."""
        assert kind.source
        assert kind.since
        assert kind.mark in {"V", "S2", "S", "I", "M"}

    @pytest.mark.parametrize("kind", ALL, ids=lambda kind: f"{kind.system}-{kind.name}")
    def test_is_found(self, kind: DocumentKind) -> None:
        """Each row is reached by its name, in any case, and by its symbol."""
        assert kind == DocumentKind.named(kind.name.upper(), kind.system)
        assert not kind.symbol or kind in DocumentKind.by_symbol(kind.symbol, kind.system)

    def test_is_written_once(self) -> None:
        """No two rows of a system share a name; all are composed; the highest stands first."""
        names = [(fold(kind.name), kind.system) for kind in ALL]
        assert len(set(names)) == len(names)
        assert all(unicodedata.is_normalized("NFC", f"{k.name}{k.symbol}{k.source}") for k in ALL)
        assert sorted(kind.rank for kind in ALL) == [kind.rank for kind in ALL]

    def test_gives_a_rank_to_one_type(self) -> None:
        """In a tally of the Party, or of State papers, the order is never left to chance."""
        for kinds in (DocumentKind.all(PARTY), [k for k in ALL if "30/2020" in k.source]):
            ranks = [kind.rank for kind in kinds]
            assert all(one < after for one, after in itertools.pairwise(ranks))

    def test_spells_symbols_as_numbers_do(self) -> None:
        """Reading a number gives back the very symbol of the table."""
        for kind in ALL:
            if kind.symbol:
                form = f"01-{kind.symbol}/X" if kind.system is PARTY else f"01/{kind.symbol}-X"
                assert kind.symbol == DocumentNumber.parse(form.lower()).symbol


class TestNamed:
    """A name is enough; the system decides where both have the type."""

    def test_takes_the_type_of_the_system(self) -> None:
        """Quy định is QĐ on the Party side, and QyĐ on the State side."""
        assert DocumentKind.named("quy định").symbol == "QĐ"
        assert DocumentKind.named("Quy định", STATE).symbol == "QyĐ"

    def test_falls_back_on_the_other_system(self) -> None:
        """A decree is found without a word about the State."""
        assert STATE == DocumentKind.named("Nghị định").system
        assert PARTY == DocumentKind.named("kết luận", STATE).system

    @pytest.mark.parametrize("name", ["CHỈ  THỊ", "chỉ thị ", "chi\u0309 thi\u0323"])
    def test_forgives_spelling(self, name: str) -> None:
        """Letter case, spaces and loose accents make no difference."""
        assert DocumentKind.named("chỉ thị") == DocumentKind.named(name)

    @pytest.mark.parametrize(
        ("name", "hint"), [("chỉ thi", "chỉ thị"), ("nghi quyết", "nghị quyết"), ("xyz", None)]
    )
    def test_hints_at_the_nearest(self, name: str, hint: str | None) -> None:
        """A slip of the keyboard is answered with the name that was meant."""
        with pytest.raises(InvalidKind) as caught:
            DocumentKind.named(name)
        assert name == caught.value.given
        assert ("kind-near" if hint else "kind-unknown") == caught.value.reason.code
        assert (hint or "define your own") in str(caught.value)

    @given(st.text(st.characters(codec=None, exclude_categories=())))
    def test_finds_or_refuses(self, name: str) -> None:
        """Any text is a type of the table, or refused."""
        try:
            assert DocumentKind.named(name) in ALL
        except InvalidKind as exc:
            assert name == exc.given  # noqa: PT017 - or it is found

    def test_as_kind_leaves_types_alone(self) -> None:
        """Fields take a name, a type or nothing."""
        kind = DocumentKind(name="đề cương", symbol="ĐC")
        assert as_kind(kind) is kind
        assert as_kind(None) is None
        assert as_kind("báo cáo") == DocumentKind.named("báo cáo")


class TestBySymbol:
    """“Quyết định, Quy định: QĐ”: a symbol need not tell the type."""

    def test_qd_stands_for_two(self) -> None:
        """The higher of the two comes first; the State has a symbol for each."""
        assert ["quyết định", "quy định"] == list(map(str, DocumentKind.by_symbol("QĐ", PARTY)))
        assert ["quyết định"] == list(map(str, DocumentKind.by_symbol("QĐ", STATE)))

    def test_is_otherwise_unique(self) -> None:
        """No other symbol of the Party has two types."""
        symbols = [kind.symbol for kind in DocumentKind.all(PARTY) if kind.symbol]
        assert ["QĐ"] == sorted({one for one in symbols if symbols.count(one) > 1})

    def test_knows_no_other_spelling(self) -> None:
        """An unknown symbol has no types."""
        assert DocumentKind.by_symbol("XYZ", PARTY) == ()


class TestInForce:
    """The dates of the regulation that lists a type."""

    def test_holds_from_day_to_day(self) -> None:
        """Both ends count."""
        first, last = dt.date(2017, 2, 6), dt.date(2017, 2, 8)
        kind = DocumentKind(name="thử", since=first, until=last)
        days = [first - dt.timedelta(1), first, last, last + dt.timedelta(1)]
        assert [False, True, True, False] == list(map(kind.in_force, days))

    def test_filters_the_table(self) -> None:
        """Before its regulation, nothing is listed."""
        assert DocumentKind.all(STATE, on=dt.date(2015, 1, 1)) == ()
        assert DocumentKind.all(on=dt.date(2026, 1, 9)) == ALL
