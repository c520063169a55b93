from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinhtrinoibo.docnumber import DocumentNumber, as_number
from chinhtrinoibo.errors import InvalidNumber
from chinhtrinoibo.kinds import System
from strategies import numbers, party_numbers, state_numbers

PARTY, STATE = System
anything = st.text(st.characters(codec=None, exclude_categories=()))
nearly = st.lists(
    st.sampled_from(
        ["Số ", "39", "5", "-", "–", "/", "2020", "CT", "nđ", "TTg", "TW", " ", ":", "Ð"]
    )
).map("".join)


class TestParse:
    """“Số và ký hiệu văn bản” (Hướng dẫn 36-HD/VPTW; Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

    @given(numbers)
    def test_reads_what_it_prints(self, number: DocumentNumber) -> None:
        """Printing and parsing are inverse."""
        assert number == DocumentNumber.parse(str(number))

    @given(numbers)
    def test_prints_one_spelling(self, number: DocumentNumber) -> None:
        """Whatever case, spaces and label it is typed with."""
        typed = f" Số: {str(number).lower()} ".replace("-", " – ").replace("/", " / ")
        assert str(number) == str(DocumentNumber.parse(typed))

    @given(party_numbers, state_numbers)
    def test_tells_the_systems_apart(self, party: DocumentNumber, state: DocumentNumber) -> None:
        """The order of dash and slash is enough."""
        assert [PARTY, STATE] == [DocumentNumber.parse(str(n)).system for n in (party, state)]

    @pytest.mark.parametrize(
        ("expected", "typed"),
        [
            ("39-CT/TW", "39-ct/tw"),
            ("39-CT/TW", "Số 39-CT/TW"),
            ("39-CT/TW", "SỐ: 39 - CT / TW"),
            ("39-CT/TW", "số39-CT/TW"),
            ("39-CT/TW", "39–CT/TW"),
            ("39-CT/TW", "39—CT/TW"),
            ("39-CT/TW", "39\N{NON-BREAKING HYPHEN}CT/TW"),
            ("39-CT/TW", "39\N{MINUS SIGN}CT/TW"),
            ("39-CT/TW", "\n\t39\N{NO-BREAK SPACE}-CT/TW"),
            ("48-CT/TW", "48 -CT/TW"),
            ("05-ĐA/TU", "05- ĐA/TU"),
            ("05-ĐA/TU", "5-Ða/tu"),
            ("05-ĐA/TU", "5-ða/TU"),
            ("05-BC/TU", "5-BC/TU"),
            ("05-BC/TU", "005-BC/TU"),
            ("1234-QĐ/TU", "01234-qđ/tu"),
            ("11-CTr/TU", "11-CTR/TU"),
            ("05-QC/BTCTU-BDVTU", "5-QC/BTCTU – BDVTU"),
            ("885-QĐ/UBKTTW", "885-qđ/ubkttw"),
            ("30/2020/NĐ-CP", "Số: 30/2020/nđ-cp"),
            ("05/BC-UBND", "5/bc-ubnd"),
            ("120a/QĐ-UBND", "120a/QĐ-UBND"),
            ("28/2018/QĐ-TTg", "28/2018/QĐ-TTG"),
            ("117/2025/QH15", "117/2025/qh15"),
            ("1234/VPCP-KSTT", "1234/vpcp-kstt"),
            ("41/QyĐ-UBND", "41/qyđ-ubnd"),
        ],
    )
    def test_forgives_spelling(self, expected: str, typed: str) -> None:
        """What people type is read, and printed in the official way."""
        assert expected == str(DocumentNumber.parse(typed))

    def test_forgives_loose_accents(self) -> None:
        """Letters in two code points are read as one."""
        assert str(DocumentNumber.parse("So\u0302\u0301 39-CT/TW")) == "39-CT/TW"

    @pytest.mark.parametrize(
        ("text", "fields"),
        [
            ("39-CT/TW", {"serial": 39, "symbol": "CT", "issuer": "TW", "system": PARTY}),
            ("-BC/TU", {"symbol": "BC", "issuer": "TU", "system": PARTY}),
            ("/BC-UBND", {"symbol": "BC", "issuer": "UBND", "system": STATE}),
            (
                "30/2020/NĐ-CP",
                {"serial": 30, "year": 2020, "symbol": "NĐ", "issuer": "CP", "system": STATE},
            ),
            ("1234/VPCP-KSTT", {"serial": 1234, "issuer": "VPCP-KSTT", "system": STATE}),
            ("117/2025/QH15", {"serial": 117, "year": 2025, "issuer": "QH15", "system": STATE}),
            (
                "120a/QĐ-UBND",
                {"serial": 120, "suffix": "a", "symbol": "QĐ", "issuer": "UBND", "system": STATE},
            ),
        ],
    )
    def test_finds_the_parts(self, text: str, fields: dict[str, Any]) -> None:
        """Drafts have no serial, some State numbers have no symbol."""
        assert DocumentNumber(**fields) == DocumentNumber.parse(text)
        assert text == str(DocumentNumber.parse(text))

    @pytest.mark.parametrize(
        "text",
        [
            *("", " ", "Số", "39", "39-CT", "39CT/TW", "CT/TW", "39-CT/", "-/TW", "39/CT/TW"),
            *("39-CT/TW.", "39-CT/TW, 18/8/2014", "Chỉ thị số 39-CT/TW", "39-CT/TW\n39-CT/TW"),
            *("30/20/NĐ-CP", "30/1899/NĐ-CP", "30//NĐ-CP", "123456-CT/TW", "-5-CT/TW", "3.7-CT/TW"),
            *("39-CTCTCTC/TW", "39-CT/TW--TU", "٣٩-CT/TW", "39-СТ/TW", "39_CT/TW", "3số9-CT/TW"),
        ],
    )
    def test_refuses_the_rest(self, text: str) -> None:
        """What has another form is no number, and the error keeps it."""
        with pytest.raises(InvalidNumber, match="is not a document number") as caught:
            DocumentNumber.parse(text)
        assert text == caught.value.given

    @given(anything | nearly)
    def test_any_text_is_read_or_refused(self, text: str) -> None:
        """No text brings a reader down, and what is read is printed and read again."""
        try:
            number = DocumentNumber.parse(text)
        except InvalidNumber:
            return
        assert number == DocumentNumber.parse(str(number))

    @pytest.mark.parametrize("text", ["Số" * 50_000, "39-CT/" + "TW-" * 50_000, "1" * 100_000])
    def test_long_text_is_refused(self, text: str) -> None:
        """The time grows with the length of the text."""
        with pytest.raises(InvalidNumber):
            DocumentNumber.parse(text)


class TestParts:
    """A number is what its print gives back."""

    def test_gives_letters_their_case(self) -> None:
        """Parts are spelt as in print, wherever they come from."""
        number = DocumentNumber(serial=5, symbol="ctr", issuer="ttg-tu", system=PARTY)
        assert str(number) == "05-CTr/TTg-TU"

    @pytest.mark.parametrize(
        "parts",
        [
            {"serial": -5},
            {"serial": 100_000},
            {"suffix": "a"},
            {"serial": 5, "suffix": "1"},
            {"symbol": ""},
            {"symbol": "B C"},
            {"issuer": ""},
            {"issuer": "T/U"},
            {"year": 2020},
            {"system": STATE, "year": 20},
            {"system": STATE, "symbol": "", "issuer": "BC-UBND"},
            {"system": STATE, "symbol": "X"},
        ],
        ids=str,
    )
    def test_refuses_what_it_could_not_print(self, parts: dict[str, Any]) -> None:
        """Parts that no number has, or that would be read as others, are refused."""
        with pytest.raises(InvalidNumber):
            DocumentNumber(**{"symbol": "BC", "issuer": "TU", "system": PARTY} | parts)


class TestKinds:
    """The symbol stands for one type, for two, or for none that we know."""

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("39-CT/TW", ["chỉ thị"]),
            ("66-QĐ/TW", ["quyết định", "quy định"]),
            ("30/2020/NĐ-CP", ["nghị định"]),
            ("1234/VPCP-KSTT", []),
            ("05-XX/TU", []),
        ],
    )
    def test_are_those_of_the_symbol(self, text: str, names: list[str]) -> None:
        """The highest type comes first."""
        assert names == list(map(str, DocumentNumber.parse(text).kinds))

    @given(numbers)
    def test_share_the_symbol(self, number: DocumentNumber) -> None:
        """Types and number are of one system."""
        for kind in number.kinds:
            assert (number.symbol, number.system) == (kind.symbol, kind.system)

    def test_as_number_leaves_numbers_alone(self) -> None:
        """Fields take a text, a number or nothing."""
        number = DocumentNumber.parse("39-CT/TW")
        assert as_number(number) is number
        assert as_number(None) is None
        assert number == as_number(" 39-ct/tw")
