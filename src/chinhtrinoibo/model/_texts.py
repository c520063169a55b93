"""Converters of the text fields that the model shares."""

from collections.abc import Iterable

from chinhtrinoibo.errors import InvalidText
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
