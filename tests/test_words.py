import datetime as dt
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chinhtrinoibo import words
from chinhtrinoibo.errors import InvalidDate, InvalidWords

Printer = Callable[[int], str]
Parser = Callable[[str], int | Decimal | dt.date]

TWINS: dict[str, tuple[Printer, Parser, int, int]] = {
    "count": (words.count, words.parse_count, 0, 10**30 - 1),
    "number": (words.number, words.parse_number, -(10**30) + 1, 10**30 - 1),
    "percent": (words.percent, words.parse_percent, -(10**30) + 1, 10**30 - 1),
    "cardinal": (words.cardinal, words.parse_cardinal, 0, 10**12 - 1),
    "enumerator": (words.enumerator, words.parse_enumerator, 1, 10**12 - 1),
    "ordinal": (words.ordinal, words.parse_ordinal, 1, 10**12 - 1),
    "part": (words.part, words.parse_part, 1, 10**12 - 1),
    "roman": (words.roman, words.parse_roman, 1, 3999),
    "letter": (words.letter, words.parse_letter, 1, 23),
}
twins = pytest.mark.parametrize(("show", "parse", "least", "most"), TWINS.values(), ids=TWINS)
decimals = st.decimals(-(10**20), 10**20, allow_nan=False)
frame = ("thứ", "nhất", "phần", "là", "ngày", "tháng", *" 012,.-/%−IVXxđ")
pieces = st.sampled_from([*words._ADDED, *words._MULTIPLIED, *words._SCALES, *frame])
near = st.lists(pieces).map(" ".join) | st.lists(pieces).map("".join)

REFUSED: dict[Parser, tuple[str, list[str]]] = {
    words.parse_count: ("like 07, 51 or", ["007", "-7", "7,0", "1.66", "1.6690", "16.6.9", "٧"]),
    words.parse_number: ("of three digits", ["1.6690", "1,669.5", "0.001", "1 669", "1e3", "5,"]),
    words.parse_percent: ("like 83,45% or", ["83,45", "%", "83.45%", "83,45%%", "−%"]),
    words.parse_cardinal: ("like hai mươi mốt or", ["mười năm", "hai ba", "linh hai", "trăm", "1"]),
    words.parse_enumerator: ("does not open an item", ["nhất là", "không là", "một", "1 là"]),
    words.parse_ordinal: ("not an ordinal", ["thứ", "thứ không", "nhất", "thứ 2"]),
    words.parse_part: ("not the number line", ["phần không", "phần thứ", "thứ nhất", "Phần I"]),
    words.parse_roman: (
        "like IV or XIII",
        ["IIII", "VX", "IC", "MMMM", "XA", "X I", "ı", "Ⅷ", "ХІІ"],
    ),
    words.parse_letter: ("use one of a, b, c, d, đ", ["ab", "w", "f", "ă", "a)", "1"]),
    words.parse_date: ("is not a date", ["18/8-2014", "tháng 8 năm 2014", "18/8", "18/8/20145"]),
}


class TestTwins:
    """Each printer and its parser."""

    @twins
    @given(data=st.data())
    def test_reads_what_it_prints(
        self, show: Printer, parse: Parser, least: int, most: int, data: st.DataObject
    ) -> None:
        """Printing and parsing are inverse."""
        value = data.draw(st.integers(least, min(most, least + 3000)) | st.integers(least, most))
        assert value == parse(show(value))

    @twins
    @given(data=st.data())
    def test_forgives(
        self, show: Printer, parse: Parser, least: int, most: int, data: st.DataObject
    ) -> None:
        """Case, spaces around and loose accents make no difference."""
        value = data.draw(st.integers(least, most))
        text = unicodedata.normalize("NFD", show(value))
        assert value == parse(f" {text.upper()}\n") == parse(f"\u00a0{text.lower()}\t")

    @twins
    def test_knows_its_ends(self, show: Printer, parse: Parser, least: int, most: int) -> None:
        """Values beyond the form are refused, and the error names the ends."""
        assert (least, most) == (parse(show(least)), parse(show(most)))
        for value in (least - 1, most + 1):
            with pytest.raises(InvalidWords, match=f"{least} to {most}"):
                show(value)

    @pytest.mark.parametrize("parse", REFUSED)
    @given(text=st.text() | near)
    @example("9" * 5000)
    @example("1" + ".000" * 2000)
    @example("M" * 5000)
    @example("tỷ " * 5000)
    def test_gives_a_value_or_our_error(self, parse: Parser, text: str) -> None:
        """No text does anything else."""
        with suppress(InvalidDate if parse is words.parse_date else InvalidWords):
            parse(text)

    @pytest.mark.parametrize(
        ("parse", "advice", "text"),
        [(parse, advice, text) for parse, (advice, bad) in REFUSED.items() for text in ["", *bad]],
    )
    def test_refuses(self, parse: Parser, advice: str, text: str) -> None:
        """The error keeps the text, and says in two languages how to write it."""
        with pytest.raises((InvalidWords, InvalidDate), match=advice) as caught:
            parse(text)
        assert caught.value.given == text
        assert caught.value.reason.vietnamese.startswith(f"“{text}” không phải")


class TestCount:
    """Số lượng: “05 đồng chí”, “51 văn bản”."""

    @pytest.mark.parametrize(
        ("value", "text"),
        [(0, "0"), (1, "01"), (9, "09"), (10, "10"), (1669, "1.669"), (45799, "45.799")],
    )
    def test_prints(self, value: int, text: str) -> None:
        """One to nine are padded, thousands are grouped."""
        assert text == words.count(value)

    @pytest.mark.parametrize(("text", "value"), [("7", 7), ("00", 0), ("1669", 1669)])
    def test_reads(self, text: str, value: int) -> None:
        """Padding and grouping may be left out."""
        assert value == words.parse_count(text)


class TestNumber:
    """Dấu chấm hàng nghìn, dấu phẩy thập phân."""

    @pytest.mark.parametrize(
        ("value", "places", "text"),
        [
            (Decimal("83.45"), None, "83,45"),
            (Decimal("-0.37"), None, "-0,37"),
            (Decimal("1234567.80"), None, "1.234.567,80"),
            (Decimal("1E+3"), None, "1.000"),
            (Decimal("1E-7"), None, "0,0000001"),
            (Decimal("0.5"), 0, "1"),
            (Decimal("-0.5"), 0, "-1"),
            (Decimal("2.345"), 2, "2,35"),
            (Decimal("-0.004"), 2, "0,00"),
            (7, 1, "7,0"),
        ],
    )
    def test_prints(self, value: int | Decimal, places: int | None, text: str) -> None:
        """Halves are rounded away from zero; zero has no sign."""
        assert text == words.number(value, places)

    @given(decimals)
    def test_keeps_every_digit(self, value: Decimal) -> None:
        """A decimal is read back with the digits it had."""
        read = words.parse_number(words.number(value))
        assert value == read
        assert isinstance(read, int) or value.as_tuple().exponent == read.as_tuple().exponent

    @given(decimals, st.integers(0, 9))
    def test_rounds_to_the_nearest(self, value: Decimal, places: int) -> None:
        """What is printed is at most half a unit away."""
        read = Decimal(words.parse_number(words.number(value, places)))
        assert abs(words._EXACT.subtract(read, value)) * 2 <= Decimal(1).scaleb(-places)

    def test_tells_dot_from_comma(self) -> None:
        """A dot groups, a comma parts; an ``int`` stays one."""
        grouped, parted = words.parse_number("1.669"), words.parse_number("1,669")
        assert (grouped, parted) == (1669, Decimal("1.669"))
        assert (type(grouped), type(parted)) == (int, Decimal)
        assert words.parse_number("−0,37") == Decimal("-0.37")


class TestPercent:
    """“chiếm tỷ lệ 83,45%”."""

    @pytest.mark.parametrize(
        ("value", "text", "fixed"),
        [
            (Decimal("83.454"), "83,45%", "83,45%"),
            (Decimal("98.50"), "98,5%", "98,50%"),
            (100, "100%", "100,00%"),
            (Decimal("99.996"), "100%", "100,00%"),
            (Decimal("-0.37"), "-0,37%", "-0,37%"),
            (0, "0%", "0,00%"),
        ],
    )
    def test_prints(self, value: int | Decimal, text: str, fixed: str) -> None:
        """Zeros behind the comma are dropped, unless a column wants them."""
        assert text == words.percent(value)
        assert fixed == words.percent(value, fixed=True)

    def test_keeps_zeros_before_the_comma(self) -> None:
        """Without decimals, there is nothing to drop."""
        assert words.percent(Decimal("99.9"), 0) == "100%"


class TestWords:
    """Số viết bằng chữ."""

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (0, "không"),
            (4, "bốn"),
            (10, "mười"),
            (14, "mười bốn"),
            (15, "mười lăm"),
            (20, "hai mươi"),
            (21, "hai mươi mốt"),
            (24, "hai mươi tư"),
            (55, "năm mươi lăm"),
            (100, "một trăm"),
            (104, "một trăm linh bốn"),
            (105, "một trăm linh năm"),
            (111, "một trăm mười một"),
            (1002, "một nghìn không trăm linh hai"),
            (1669, "một nghìn sáu trăm sáu mươi chín"),
            (15_000, "mười lăm nghìn"),
            (1_000_010, "một triệu không trăm mười"),
            (2_000_500_000, "hai tỷ năm trăm nghìn"),
        ],
    )
    def test_cardinal(self, value: int, text: str) -> None:
        """Mốt, tư, lăm, linh and không trăm stand where they are said."""
        assert text == words.cardinal(value)
        assert value == words.parse_cardinal(text)

    def test_understands_variants(self) -> None:
        """Other ways to say the same are read, and never printed."""
        assert words.parse_cardinal("hai mươi bốn") == 24
        assert words.parse_cardinal("ba mươi nhăm") == 35
        assert words.parse_cardinal("một ngàn một trăm lẻ bẩy") == 1107
        assert words.parse_cardinal("hai tỉ") == 2 * 10**9

    def test_enumerator(self) -> None:
        """An item is opened by a cardinal."""
        opened = [words.enumerator(value) for value in range(1, 6)]
        assert opened == ["Một là", "Hai là", "Ba là", "Bốn là", "Năm là"]

    def test_ordinal(self) -> None:
        """The first and the fourth have words of their own."""
        said = [words.ordinal(value) for value in (1, 2, 3, 4, 5, 14)]
        assert said == ["Thứ nhất", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ mười bốn"]
        assert words.parse_ordinal("thứ nhì") == 2

    def test_part(self) -> None:
        """Phần thứ nhất, Phần thứ hai (Hướng dẫn 36-HD/VPTW)."""
        assert words.part(1) == "Phần thứ nhất"
        assert words.parse_part("PHẦN THỨ TƯ") == 4


class TestRoman:
    """“khóa XIII”, “quý I”, “Phần II”."""

    @pytest.mark.parametrize(
        ("value", "text"),
        [(1, "I"), (4, "IV"), (9, "IX"), (13, "XIII"), (44, "XLIV"), (1990, "MCMXC")],
    )
    def test_prints(self, value: int, text: str) -> None:
        """Numerals are subtractive."""
        assert text == words.roman(value)


class TestLetter:
    """Điểm a, điểm b, …, điểm y."""

    def test_follows_the_alphabet(self) -> None:
        """Đ stands behind d; letters with ă, â, ê, ô, ơ, ư are left out."""
        assert "".join(map(words.letter, range(1, 24))) == "abcdđeghiklmnopqrstuvxy"


class TestDates:
    """Hướng dẫn 36-HD/VPTW: only days below 10 and months 1 and 2 take a zero."""

    @pytest.mark.parametrize(
        ("day", "short", "long"),
        [
            (dt.date(2014, 8, 18), "18/8/2014", "ngày 18 tháng 8 năm 2014"),
            (dt.date(2018, 2, 20), "20/02/2018", "ngày 20 tháng 02 năm 2018"),
            (dt.date(2018, 4, 3), "03/4/2018", "ngày 03 tháng 4 năm 2018"),
            (dt.date(2021, 12, 1), "01/12/2021", "ngày 01 tháng 12 năm 2021"),
            (dt.date(2025, 1, 24), "24/01/2025", "ngày 24 tháng 01 năm 2025"),
            (dt.date(2025, 7, 4), "04/7/2025", "ngày 04 tháng 7 năm 2025"),
        ],
    )
    def test_prints(self, day: dt.date, short: str, long: str) -> None:
        """As the guide and the Secretariat print them."""
        assert (short, long) == (words.short_date(day), words.long_date(day))

    @given(st.dates())
    def test_reads_what_it_prints(self, day: dt.date) -> None:
        """Printing and parsing are inverse, in each form."""
        for text in (words.short_date(day), words.long_date(day), day.isoformat()):
            assert day == words.parse_date(text)
            assert day == words.parse_date(unicodedata.normalize("NFD", text.upper()))

    @pytest.mark.parametrize("text", ["5/1/2026", "05-01-2026", "05.01.2026", " 5 / 1 / 2026 "])
    @pytest.mark.parametrize("prefix", ["", "ngày ", "Ngày  "])
    def test_reads_the_day_first(self, prefix: str, text: str) -> None:
        """The fifth of January, however it is written."""
        assert words.parse_date(prefix + text) == dt.date(2026, 1, 5)
        assert words.parse_date(f"{prefix}5 tháng 01, năm 2026") == dt.date(2026, 1, 5)

    @pytest.mark.parametrize(
        ("text", "vietnamese"),
        [
            ("31/02/2024", "tháng 2 năm 2024 không có ngày 31"),
            ("29/02/2023", "tháng 2 năm 2023 không có ngày 29"),
            ("00/5/2024", "không có ngày 0"),
            ("29/77/2020", "không có tháng 77"),
            ("8/18/2014", "viết ngày trước, tháng sau"),
            ("2014-18-08", "không có tháng 18"),
            ("18/8/14", "viết đủ bốn chữ số"),
            ("18/8/0000", "viết đủ bốn chữ số"),
        ],
    )
    def test_says_what_is_impossible(self, text: str, vietnamese: str) -> None:
        """The error names the part that is wrong."""
        with pytest.raises(InvalidDate) as caught:
            words.parse_date(text)
        assert vietnamese in caught.value.reason.vietnamese


class TestPhrases:
    """Small forms of prose."""

    def test_quote(self) -> None:
        """Quotation marks are curly, or straight where asked."""
        assert words.quote("tự diễn biến") == "“tự diễn biến”"
        assert words.quote("tự diễn biến", "straight") == '"tự diễn biến"'

    @pytest.mark.parametrize(
        ("parts", "phrase"),
        [([], ""), (["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")],
    )
    def test_join(self, parts: list[str], phrase: str) -> None:
        """The last part has a word of its own, and no comma."""
        assert phrase == words.join(parts) == words.join(iter(parts))
        assert words.join(["a", "b"], last="hoặc") == "a hoặc b"

    def test_first_letters(self) -> None:
        """Only the first letter changes."""
        assert words.upper_first("đảng bộ Tỉnh") == "Đảng bộ Tỉnh"
        assert words.lower_first("Ủy ban Nhân dân") == "ủy ban Nhân dân"
        assert words.upper_first("") == words.lower_first("") == ""
