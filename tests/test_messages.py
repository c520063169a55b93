import pickle
import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinhtrinoibo import tables
from chinhtrinoibo.messages import Message

SENTENCES = tables.read("messages")
anything = st.text(st.characters(codec=None, exclude_categories=()))


def names(sentence: str) -> set[str]:
    """Return the names that stand in braces in a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


class TestTable:
    """“data/messages.toml”: a code, and a sentence in each of two languages."""

    @pytest.mark.parametrize("code", SENTENCES)
    def test_speaks_both_languages(self, code: str) -> None:
        """Each sentence is there twice, in one line, composed, without a stop at its end."""
        assert ["vi", "en"] == list(SENTENCES[code])
        for sentence in SENTENCES[code].values():
            assert sentence == unicodedata.normalize("NFC", sentence).strip()
            assert sentence.isprintable()
            assert not sentence.endswith(".")

    def test_fills_names_with_values(self) -> None:
        """No sentence takes a value by its place, which the two languages need not share."""
        for sentences in SENTENCES.values():
            assert "" not in names(sentences["vi"]) | names(sentences["en"])

    def test_is_sorted(self) -> None:
        """A code is found where the alphabet has it."""
        assert sorted(SENTENCES) == list(SENTENCES)


class TestMessage:
    """A sentence is a code and its values until somebody reads it."""

    def test_prints_english(self) -> None:
        """Programmers see English, drafters Vietnamese."""
        message = Message.of("key-near", key="tite", near="title")
        assert str(message) == "there is no key “tite”; is it “title”?" == message.english
        assert message.vietnamese == "không có mục “tite”; có phải “title”?"

    @given(anything)
    def test_quotes_any_value(self, text: str) -> None:
        """Braces and odd characters in a value are printed as they are."""
        message = Message.of("key-near", key=text, near="{key} {0}")
        assert f"there is no key “{text}”; is it “{{key}} {{0}}”?" == message.english

    def test_is_a_value(self) -> None:
        """Equal messages are equal, and travel between processes."""
        message = Message.of("period-number", kind="quý", number=5, year=2024, most=4)
        assert message == Message.of("period-number", kind="quý", number="5", year=2024, most=4)
        assert message == pickle.loads(pickle.dumps(message))  # noqa: S301 - our own bytes
        assert len({message, message}) == 1
