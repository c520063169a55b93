"""Texts and tables made to break the reader."""

import copy
import pickle

import pytest

from chinhtrinoibo import Document, System, resolve
from chinhtrinoibo.citations import find_citations
from chinhtrinoibo.citations.lexicon import Lexicon
from chinhtrinoibo.errors import InvalidText

RUNS = (
    *(
        "1-",
        "(",
        "<",
        '"',
        "\n",
        "7",
        "I ",
        "/",
        "\ud800",
        "😀 1",
        "e\u0301",
        ", 5",
        "1/A&",
        "<b>",
        "QĐ1AA-",
        "1AA-T",
    ),
    *("Nghị quyết ", "Luật ", "Luật A ", "(khóa ", "của Ban ", "số ", " về ", "lần thứ I "),
    *("Luật sửa đổi, bổ sung ", "luật đất đai năm 2013, ", "Nghị quyết 1, ", "Chỉ thị này "),
    *(
        "ngày 1/1/2000 ",
        "(sau đây gọi tắt là ",
        "Nghị quyết 35 (gọi tắt là A). ",
        "1/2000/TTLT/A-B ",
    ),
)
STANDARD = Lexicon.standard()
TEXT = "theo Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị (gọi tắt là A); BLHS 2015. A"


class TestRuns:
    """Whatever is repeated, the text is read to its end; benchmarks measure how long that takes."""

    @pytest.mark.parametrize("run", RUNS)
    def test_are_read_to_the_end(self, run: str) -> None:
        """A citation behind a long run of one thing is found as in a short text."""
        long = run * (20_000 // len(run))
        *_, last = find_citations(f"{long}. Theo Kết luận 21-KL/TW", back=True)
        assert last.text == "Kết luận 21-KL/TW"


class TestDeclaredNames:
    """“Sau đây gọi tắt là …” may declare anything."""

    @pytest.mark.parametrize("name", ["a*b", "[x", "\\d", "$^", "A|B", "của", "35", "Luật"])
    def test_are_words_and_no_patterns(self, name: str) -> None:
        """No name breaks the reader, nor is read as a pattern."""
        first, *others = find_citations(
            f"Kết luận 21-KL/TW (sau đây gọi tắt là {name}). Theo B ab 7"
        )
        assert (first.declared, others) == (name, [])

    def test_that_overlap_are_read_the_longest_first(self) -> None:
        """Of two names that begin alike, the one that is printed is meant."""
        text = (
            "Kết luận 21-KL/TW (gọi tắt là A B), Chỉ thị 35-CT/TW (gọi tắt là A B C). A B C và A B"
        )
        *_, long, short = find_citations(text)
        assert [("A B C", "chỉ thị"), ("A B", "kết luận")] == [
            (long.text, long.kind),
            (short.text, short.kind),
        ]


class TestPickles:
    """What is read can be sent to another process."""

    def test_are_equal(self) -> None:
        """Citations and what they mean."""
        citations = find_citations(TEXT)
        told = resolve(citations, [Document(number="35-NQ/TW", issuer="Bộ Chính trị")])
        assert pickle.loads(pickle.dumps((citations, told))) == (citations, told)  # noqa: S301 - ours
        assert copy.deepcopy(citations) == citations

    def test_of_a_lexicon_read_alike(self) -> None:
        """And the words to go by."""
        sent = pickle.loads(pickle.dumps(STANDARD))  # noqa: S301 - ours
        assert find_citations(TEXT, lexicon=sent) == find_citations(TEXT)


class TestExtended:
    """A lexicon takes any name but a blank one."""

    @pytest.mark.parametrize("name", ["(x)", "[", "\\", "*", "a|b", "số", "12", "I", "x" * 500])
    def test_takes_odd_names(self, name: str) -> None:
        """Twice, and in every table; what was read before is read still."""
        mine = STANDARD.extended(
            kinds=[name, name],
            abbreviations={name: name},
            issuers={name: None},
            symbols={name: None},
            meetings=[name],
            laws={"luật": [name]},
        )
        read = find_citations("Kết luận 21-KL/TW; BLHS 2015", lexicon=mine)
        assert [one.text for one in read] == ["Kết luận 21-KL/TW", "BLHS 2015"]

    @pytest.mark.parametrize("blank", ["", "  ", "\n"])
    def test_refuses_blank_names(self, blank: str) -> None:
        """They would stand everywhere."""
        for table in (
            {"kinds": [blank]},
            {"abbreviations": {blank: "nghị quyết"}},
            {"issuers": {blank: None}},
            {"meetings": [blank]},
            {"laws": {"luật": [blank]}},
        ):
            with pytest.raises(InvalidText):
                STANDARD.extended(**table)

    def test_reads_systems_by_their_names(self) -> None:
        """As the other tables do."""
        mine = STANDARD.extended(issuers={"Liên đoàn Xiếc": System("state")})
        (read,) = find_citations("Quyết định số 5 của Liên đoàn Xiếc", lexicon=mine)
        assert read.system is System.STATE


class TestRegister:
    """A register may contradict itself."""

    def test_that_contradicts_itself_tells_nothing(self) -> None:
        """One number, three issuers and terms: nothing is told, and nothing breaks."""
        known = [
            Document(number="35-NQ/TW", issuer="Bộ Chính trị", term="XII"),
            Document(number="35-NQ/TW", issuer="Bộ Chính trị", term="XI"),
            Document(number="35-NQ/TW", short_name="Nghị quyết 35 (gọi tắt là ("),
        ]
        outcomes = [one.outcome.value for one in resolve(find_citations("Nghị quyết 35"), known)]
        assert outcomes == ["ambiguous"]
