"""What the library says, in Vietnamese and in English, from a code and its values.

The sentences stand in ``data/messages.toml``; nothing is read until a message is printed.
"""

from typing import NamedTuple, Self

from chinhtrinoibo import tables


class Message(NamedTuple):
    """A sentence of the library: a stable code and the values that fill it.

    >>> message = Message.of("number-form", text="39CT")
    >>> message.english
    '“39CT” is not a document number: write it like 39-CT/TW or 30/2020/NĐ-CP'
    """

    code: str
    values: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, code: str, /, **values: object) -> Self:
        """Return the message ``code``, filled with ``values``."""
        return cls(code, tuple((name, str(value)) for name, value in values.items()))

    @classmethod
    def said(cls, vietnamese: str, english: str) -> Self:
        """Return a message in words of one's own, for rules that are not of this library.

        >>> print(Message.said("thiếu số trang", "the page number is missing"))
        the page number is missing
        """
        return cls.of("said", vi=vietnamese, en=english)

    @property
    def vietnamese(self) -> str:
        """The sentence for a drafter."""
        return self._in("vi")

    @property
    def english(self) -> str:
        """The sentence for a programmer."""
        return self._in("en")

    @property
    def both(self) -> str:
        """Both sentences, for those who may be either."""
        return f"{self.vietnamese} / {self.english}"

    def __str__(self) -> str:
        return self.english

    def _in(self, language: str) -> str:
        sentence: str = tables.read("messages")[self.code][language]
        return sentence.format_map(dict(self.values))
