"""The only home of Vietnamese numerals and days in print: figures, words, numerals, dates.

Each printer has one spelling, that of official prose. Its ``parse_`` twin reads it back, forgives
letter case, stray spaces and loose accents, and raises ``InvalidWords`` or ``InvalidDate`` for
everything else.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal
from itertools import pairwise
from typing import Literal

from chinhtrinoibo.errors import InvalidDate, InvalidWords
from chinhtrinoibo.messages import Message
from chinhtrinoibo.text import fold

_MOST_DIGITS = 30  # before the comma; no figure has more, and hostile text stays cheap
_WHOLE = r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,9}|0?[0-9]|[1-9][0-9]{1,29}"
_NUMBER = rf"(?P<sign>[-−]?)(?P<whole>{_WHOLE})(?:,(?P<fraction>[0-9]+))?"
_MARKS = str.maketrans(",.", ".,")  # what Python prints, to what Vietnamese prints
_EXACT = Context(prec=4 * _MOST_DIGITS, rounding=ROUND_HALF_UP)  # no figure loses a digit

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_TENS = ("", "mười", *(f"{digit} mươi" for digit in _DIGITS[2:]))
# Units that change their word: behind no ten, behind mười, behind mươi.
_UNITS: tuple[dict[int, str], ...] = ({}, {5: "lăm"}, {1: "mốt", 4: "tư", 5: "lăm"})
_SCALES = {"tỷ": 10**9, "triệu": 10**6, "nghìn": 10**3, "": 1}
_MOST_IN_WORDS = 10**12 - 1

_ADDED = {"linh": 0, "mười": 10, "mốt": 1, "lăm": 5} | {w: n for n, w in enumerate(_DIGITS)}
_MULTIPLIED = {"mươi": 10, "trăm": 100}
_VARIANTS = {"tư": "bốn", "nhăm": "lăm", "bẩy": "bảy", "lẻ": "linh", "ngàn": "nghìn", "tỉ": "tỷ"}
_ORDINALS = {1: "nhất", 4: "tư"}
_FIRST = {"nhất": 1, "nhì": 2}

_ROMAN_SIGNS = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
_ROMAN_WORTHS = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_ROMAN = dict(zip(_ROMAN_SIGNS, _ROMAN_WORTHS, strict=True))
_MOST_ROMAN = 3999
_LETTERS = "abcdđeghiklmnopqrstuvxy"

_QUOTES = {"curly": "“”", "straight": '""'}
_MONTHS = ("01", "02", *map(str, range(3, 13)))  # as documents print them
_YEAR_DIGITS = 4
_DAY, _MONTH, _YEAR = r"(?P<day>[0-9]{1,2})", r"(?P<month>[0-9]{1,2})", r"(?P<year>[0-9]{1,4})"
_DATES = (
    rf"(?:ngày )?{_DAY} ?(?P<mark>[-–/.]) ?{_MONTH} ?(?P=mark) ?{_YEAR}",
    rf"(?:ngày )?{_DAY} tháng {_MONTH},? năm {_YEAR}",
    rf"(?P<year>[0-9]{{4}})-{_MONTH}-{_DAY}",
)


def count(value: int) -> str:
    """Return a count (số lượng); one to nine take a zero in front, zero itself does not.

    >>> count(7), count(51), count(1669), count(0)
    ('07', '51', '1.669', '0')
    """
    _within(value, 0)
    return f"0{value}" if value in range(1, 10) else number(value)


def parse_count(text: str) -> int:
    """Return the number of ``text``, a count such as 07, 7, 51 or 1.669."""
    if found := re.fullmatch(_WHOLE, text.strip()):
        return int(found[0].replace(".", ""))
    raise InvalidWords(text, Message.of("words-count", text=text))


def number(value: int | Decimal, decimals: int | None = None) -> str:
    """Return a number with dots between thousands and a comma before its decimals.

    Args:
        value: the number.
        decimals: how many decimals to round to, halves away from zero; all it has if ``None``.

    >>> number(1669), number(Decimal("83.45")), number(Decimal("-0.365"), 2)
    ('1.669', '83,45', '-0,37')
    """
    _within(value, -(10**_MOST_DIGITS) + 1)
    exact = Decimal(value)
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), context=_EXACT)
    return f"{exact or exact.copy_abs():,f}".translate(_MARKS)


def parse_number(text: str) -> int | Decimal:
    """Return the number of ``text``: an ``int``, or a ``Decimal`` where there is a comma.

    >>> parse_number("1.669"), parse_number("1,669")
    (1669, Decimal('1.669'))
    """
    if found := re.fullmatch(_NUMBER, text.strip()):
        return _value(found)
    raise InvalidWords(text, Message.of("words-number", text=text))


def percent(value: int | Decimal, decimals: int = 2, *, fixed: bool = False) -> str:
    """Return a percentage (tỷ lệ phần trăm), without a space before the sign.

    Args:
        value: the percentage: 50 for a half.
        decimals: how many decimals to round to, halves away from zero.
        fixed: keep the zeros at the end, as a column of a table wants them.

    >>> percent(Decimal("83.454")), percent(Decimal("98.50")), percent(100)
    ('83,45%', '98,5%', '100%')
    """
    figure = number(value, decimals)
    if not fixed and "," in figure:
        figure = figure.rstrip("0").rstrip(",")
    return f"{figure}%"


def parse_percent(text: str) -> int | Decimal:
    """Return the percentage of ``text``: its number before the sign, not a hundredth of it.

    >>> parse_percent("83,45%"), parse_percent("100 %")
    (Decimal('83.45'), 100)
    """
    if found := re.fullmatch(rf"{_NUMBER}\s*%", text.strip()):
        return _value(found)
    raise InvalidWords(text, Message.of("words-percent", text=text))


def cardinal(value: int) -> str:
    """Return a number in words (số đếm bằng chữ), up to 999 999 999 999.

    >>> cardinal(24), cardinal(105), cardinal(1002)
    ('hai mươi tư', 'một trăm linh năm', 'một nghìn không trăm linh hai')
    """
    _within(value, 0, _MOST_IN_WORDS)
    words: list[str] = []
    for name, scale in _SCALES.items():
        if group := value // scale % 1000:
            words += (*_group(group, leading=not words), name)
    return " ".join(filter(None, words)) or _DIGITS[0]


def parse_cardinal(text: str) -> int:
    """Return the number that ``text`` says; lẻ, ngàn, tỉ and hai mươi bốn are understood too."""
    return _read(text, "(.+)", {}, "words-cardinal", least=0)


def enumerator(value: int) -> str:
    """Return the words that open an item (Một là, Hai là, Ba là)."""
    _within(value, 1, _MOST_IN_WORDS)
    return f"{upper_first(cardinal(value))} là"


def parse_enumerator(text: str) -> int:
    """Return the place of the item that ``text`` opens."""
    return _read(text, "(.+) là", {}, "words-enumerator")


def ordinal(value: int) -> str:
    """Return an ordinal (Thứ nhất, Thứ hai, Thứ ba, Thứ tư)."""
    _within(value, 1, _MOST_IN_WORDS)
    return f"Thứ {_ORDINALS.get(value) or cardinal(value)}"


def parse_ordinal(text: str) -> int:
    """Return the place that the ordinal ``text`` says."""
    return _read(text, "thứ (.+)", _FIRST, "words-ordinal")


def part(value: int) -> str:
    """Return the number line of a part of a document (Phần thứ nhất, Phần thứ hai)."""
    return f"Phần {lower_first(ordinal(value))}"


def parse_part(text: str) -> int:
    """Return the place of the part whose number line is ``text``."""
    return _read(text, "phần thứ (.+)", _FIRST, "words-part")


def roman(value: int) -> str:
    """Return a Roman numeral (số La Mã), from 1 to 3999.

    >>> roman(13), roman(2014)
    ('XIII', 'MMXIV')
    """
    _within(value, 1, _MOST_ROMAN)
    numeral = ""
    for sign, worth in _ROMAN.items():
        times, value = divmod(value, worth)
        numeral += sign * times
    return numeral


def parse_roman(text: str) -> int:
    """Return the number of ``text``, a Roman numeral in its one right form: IV, not IIII."""
    numeral = text.strip()
    if numeral.isascii():
        numeral = numeral.upper()
        worths = [_ROMAN.get(sign, 0) for sign in numeral]
        value = sum(-one if one < after else one for one, after in pairwise([*worths, 0]))
        if 0 < value <= _MOST_ROMAN and roman(value) == numeral:
            return value
    raise InvalidWords(text, Message.of("words-roman", text=text))


def letter(value: int) -> str:
    """Return the letter of a point (điểm): a, b, c, d, đ, e, g, … y; there are 23."""
    _within(value, 1, len(_LETTERS))
    return _LETTERS[value - 1]


def parse_letter(text: str) -> int:
    """Return the place of the point whose letter is ``text``."""
    wanted = fold(text)
    if len(wanted) == 1 and wanted in _LETTERS:
        return _LETTERS.index(wanted) + 1
    raise InvalidWords(text, Message.of("words-letter", text=text))


def short_date(day: dt.date) -> str:
    """Return a day in figures; days below ten and months one and two take a zero in front.

    >>> short_date(dt.date(2014, 8, 18)), short_date(dt.date(2025, 1, 4))
    ('18/8/2014', '04/01/2025')
    """
    return f"{day.day:02}/{_MONTHS[day.month - 1]}/{day.year:04}"


def long_date(day: dt.date) -> str:
    """Return a day in words, as it stands after the place.

    >>> long_date(dt.date(2018, 4, 3))
    'ngày 03 tháng 4 năm 2018'
    """
    return f"ngày {day.day:02} tháng {_MONTHS[day.month - 1]} năm {day.year:04}"


def parse_date(text: str) -> dt.date:
    """Return the day that ``text`` says, in figures or in words, padded or not.

    The day always stands before the month, except in ISO 8601: 2014-08-18.

    >>> parse_date("18-08-2014") == parse_date("ngày 18 tháng 8 năm 2014")
    True

    Raises:
        InvalidDate: it has another form, a year of two digits, or no place in the calendar.
    """
    folded = fold(text)
    found = next(filter(None, (re.fullmatch(form, folded) for form in _DATES)), None)
    if not found:
        raise InvalidDate(text, Message.of("words-date", text=text))
    day, month, year = (int(found[part]) for part in ("day", "month", "year"))
    if len(found["year"]) < _YEAR_DIGITS:
        year = 0  # the century is anyone's guess, and no calendar has a year 0
    try:
        return dt.date(year, month, day)
    except ValueError:
        reason = Message.of(_impossible(month, year), text=text, day=day, month=month, year=year)
        raise InvalidDate(text, reason) from None


def quote(text: str, style: Literal["curly", "straight"] = "curly") -> str:
    """Return ``text`` in quotation marks.

    >>> quote("tự diễn biến")
    '“tự diễn biến”'
    """
    return text.join(_QUOTES[style])


def join(parts: Iterable[str], last: str = "và") -> str:
    """Return ``parts`` as one phrase.

    >>> join(["01 chỉ thị", "07 quy định", "05 hướng dẫn"])
    '01 chỉ thị, 07 quy định và 05 hướng dẫn'
    """
    *most, end = tuple(parts) or ("",)
    return f"{', '.join(most)} {last} {end}" if most else end


def lower_first(text: str) -> str:
    """Return ``text`` with a small first letter; the rest stays."""
    return text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """Return ``text`` with a capital first letter; the rest stays."""
    return text[:1].upper() + text[1:]


def _within(value: int | Decimal, least: int, most: int = 10**_MOST_DIGITS - 1) -> None:
    """Refuse a value that a printer has no form for."""
    if not least <= value <= most:
        reason = Message.of("words-range", value=value, least=least, most=most)
        raise InvalidWords(str(value), reason)


def _value(found: re.Match[str]) -> int | Decimal:
    """Return the number that ``_NUMBER`` found."""
    digits = ("-" if found["sign"] else "") + found["whole"].replace(".", "")
    return Decimal(f"{digits}.{found['fraction']}") if found["fraction"] else int(digits)


def _group(value: int, *, leading: bool) -> Iterator[str]:
    """Yield the words of three digits; behind other digits the hundreds are always said."""
    hundreds, tens, units = value // 100, value // 10 % 10, value % 10
    if hundreds or not leading:
        yield f"{_DIGITS[hundreds]} trăm"
        yield "linh" if units and not tens else ""
    yield _TENS[tens]
    if units:
        yield _UNITS[min(tens, 2)].get(units, _DIGITS[units])


def _spoken(folded: str) -> int | None:
    """Return the number that the words say, if they are what ``cardinal`` says of it."""
    words = _usual(folded)
    total = group = last = 0
    for word in words:
        if word in _ADDED:
            group, last = group + last, _ADDED[word]
        elif word in _MULTIPLIED:
            group, last = group + last * _MULTIPLIED[word], 0
        elif word in _SCALES:
            total, group, last = total + (group + last) * _SCALES[word], 0, 0
        else:
            return None
    value = total + group + last
    return value if value <= _MOST_IN_WORDS and _usual(cardinal(value)) == words else None


def _usual(words: str) -> list[str]:
    """Return the words of a number, each in one of its spellings."""
    return [_VARIANTS.get(word, word) for word in words.split()]


def _read(text: str, frame: str, special: Mapping[str, int], code: str, least: int = 1) -> int:
    """Return the number whose words, special or counted, stand in ``frame``."""
    if found := re.fullmatch(frame, fold(text)):
        value = special.get(found[1]) or _spoken(found[1])
        if value is not None and value >= least:
            return value
    raise InvalidWords(text, Message.of(code, text=text))


def _impossible(month: int, year: int) -> str:
    """Return the code of the sentence on what keeps a day out of the calendar."""
    if not year:
        return "words-date-year"
    return "words-date-day" if 1 <= month <= len(_MONTHS) else "words-date-month"
