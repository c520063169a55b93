"""Converters of fields that the values of the model share."""

import datetime as dt
from collections.abc import Iterable

from chinhtrinoibo.errors import InvalidDate, InvalidText, InvalidWords
from chinhtrinoibo.messages import Message
from chinhtrinoibo.text import clean


def cleaned(texts: Iterable[str]) -> tuple[str, ...]:
    """Return ``texts`` as a tuple of clean texts.

    Raises:
        InvalidText: ``texts`` is one text, whose letters nobody meant to be a list.
    """
    if isinstance(texts, str):
        raise InvalidText(texts, Message.of("text-list"))
    return tuple(map(clean, texts))


def cleaned_rows(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """Return rows of texts as tuples of clean texts."""
    return tuple(map(cleaned, rows))


def as_day(day: dt.date | None) -> dt.date | None:
    """Return a day; None stays None.

    Raises:
        InvalidDate: it is a text or a moment, which equals no day.
    """
    if day is None or type(day) is dt.date:
        return day
    raise InvalidDate(repr(day), Message.of("field-day", given=repr(day)))


def as_count(number: int | None) -> int | None:
    """Return a number from one up; None stays None.

    Raises:
        InvalidWords: it is another number, or none.
    """
    if number is None or (type(number) is int and number > 0):
        return number
    raise InvalidWords(repr(number), Message.of("field-count", given=repr(number)))
