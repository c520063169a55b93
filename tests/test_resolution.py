import datetime as dt
from unittest.mock import Mock

import attrs
import pytest

from chinhtrinoibo import Document, Outcome, Resolution, find_citations, resolution, resolve
from chinhtrinoibo.resolution import same_issuer

OLD = Document(
    number="39-CT/TW", date=dt.date(2014, 8, 18), issuer="Bộ Chính trị", term="XI", title="bảo vệ"
)
NEW = Document(number="39-CT/TW", date=dt.date(2024, 10, 30), issuer="Ban Bí thư", title="tín dụng")
PLENUM = Document(
    number="04-NQ/TW",
    date=dt.date(2016, 10, 30),
    issuer="Ban Chấp hành Trung ương",
    term="XII",
    short_name="Nghị quyết Trung ương 4 (khóa XII)",
)
PLATFORM = Document(number="35-NQ/TW", date=dt.date(2018, 10, 22), issuer="Bộ Chính trị")
LAND = Document(number="31/2024/QH15", kind="luật", title="Đất đai")
KNOWN = (OLD, NEW, PLENUM, PLATFORM, LAND)


def told(text: str, *, day: dt.date | None = None) -> tuple[Resolution, ...]:
    """Return what the citations of a text mean."""
    return resolve(find_citations(text, back=True), KNOWN, day=day)


class TestTwins:
    """“A document number alone is never a key”: there are two Chỉ thị số 39-CT/TW."""

    @pytest.mark.parametrize(
        ("text", "document"),
        [
            ("Chỉ thị số 39-CT/TW, ngày 18/8/2014", OLD),
            ("Chỉ thị số 39-CT/TW ngày 30-10-2024", NEW),
            ("Chỉ thị số 39-CT/TW của Bộ Chính trị", OLD),
            ("Chỉ thị số 39-CT/TW của Ban Bí thư Trung ương Đảng", NEW),
        ],
    )
    def test_are_told_by_day_or_issuer(self, text: str, document: Document) -> None:
        """Whatever the citation says is enough."""
        (one,) = told(text)
        assert (document, Outcome.EXACT) == (one.document, one.outcome)

    def test_stay_apart_where_nothing_tells(self) -> None:
        """The answer is that there is none, and which two it may be."""
        (one,) = told("Chỉ thị số 39-CT/TW")
        assert (None, Outcome.AMBIGUOUS) == (one.document, one.outcome)
        assert (OLD, NEW) == one.candidates
        assert "30/10/2024" in one.reason.vietnamese
        assert "?" in str(one)

    def test_are_told_by_the_period(self) -> None:
        """A report cites nothing that came after it."""
        (one,) = told("Chỉ thị số 39-CT/TW", day=dt.date(2024, 8, 18))
        assert (OLD, Outcome.CONTEXT) == (one.document, one.outcome)

    def test_are_told_by_what_was_cited_before(self) -> None:
        """A short mention means the document that the text has named in full."""
        _, short = told("Chỉ thị số 39-CT/TW của Ban Bí thư. Theo Chỉ thị 39")
        assert (NEW, Outcome.CONTEXT) == (short.document, short.outcome)

    def test_both_cited_before_tell_nothing(self) -> None:
        """Then a short mention is ambiguous again."""
        *_, short = told(
            "Chỉ thị số 39-CT/TW của Ban Bí thư; Chỉ thị số 39-CT/TW của Bộ Chính trị; Chỉ thị 39"
        )
        assert short.outcome is Outcome.AMBIGUOUS


class TestNames:
    """Numbers, plena, acts, and what points back."""

    @pytest.mark.parametrize(
        ("text", "document"),
        [
            ("Nghị quyết 35", PLATFORM),
            ("Nghị quyết số 35-NQ/TƯ", PLATFORM),
            ("Nghị quyết Trung ương 4 khóa XII", PLENUM),
            ("Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII", PLENUM),
            ("NQTW4", PLENUM),
            ("Nghị quyết số 04-NQ/TW", PLENUM),
            ("Luật Đất đai", LAND),
            ("Luật Đất đai số 31/2024/QH15", LAND),
        ],
    )
    def test_of_one_document(self, text: str, document: Document) -> None:
        """Each of its names means it."""
        (one,) = told(f"theo {text}; các cấp")
        assert document == one.document

    def test_that_point_back(self) -> None:
        """To the last document of the type, or to a declared name."""
        declared = "Nghị quyết số 35-NQ/TW (sau đây gọi tắt là Nghị quyết gốc)"
        text = f"{declared}. Theo Nghị quyết này, Nghị quyết gốc"
        assert [PLATFORM] * 3 == [one.document for one in told(text)]
        (alone,) = told("theo Chỉ thị này")
        assert (Outcome.UNKNOWN, "resolve-nothing-before") == (alone.outcome, alone.reason.code)

    @pytest.mark.parametrize(
        ("text", "outcome"),
        [
            ("Nghị quyết số 99-NQ/TW", Outcome.UNKNOWN),
            ("Kết luận 35", Outcome.UNKNOWN),
            ("Nghị quyết Trung ương 4 khóa XI", Outcome.UNKNOWN),
            ("Nghị quyết số 35-NQ/TW, ngày 01/01/2020", Outcome.CONFLICT),
            ("Nghị quyết số 35-NQ/TW của Ban Bí thư", Outcome.CONFLICT),
            ("Luật Nhà ở", Outcome.UNKNOWN),
        ],
    )
    def test_of_none(self, text: str, outcome: Outcome) -> None:
        """They stay visible, with the reason and what comes near."""
        (one,) = told(f"theo {text}.")
        assert (None, outcome) == (one.document, one.outcome)
        assert str(one.citation) in one.reason.english
        assert bool(one.candidates) is (outcome is Outcome.CONFLICT)

    def test_a_document_listed_twice_is_one(self) -> None:
        """As the directive is, which the register may list again."""
        (one,) = resolve(find_citations("Nghị quyết 35"), [*KNOWN, PLATFORM])
        assert PLATFORM == one.document


CULTURE = Document(number="33-NQ/TW", date=dt.date(2014, 6, 9), issuer="Ban Chấp hành Trung ương")
OLD_LAND = Document(number="45/2013/QH13", kind="luật", title="Luật Đất đai")
HOUSING = Document(number="27/2023/QH15", kind="luật", date=dt.date(2013, 11, 29), title="Nhà ở")
SCHOOLS = Document(date=dt.date(2020, 3, 5), kind="nghị quyết", title="trường học")
VILLAGE = Document(date=dt.date(2020, 3, 5), kind="nghị quyết", title="thôn xóm")
CONSTITUTION = Document(date=dt.date(2013, 11, 28), kind="hiến pháp", title="Hiến pháp")
REGISTER = (CONSTITUTION, CULTURE, OLD_LAND, HOUSING, SCHOOLS, VILLAGE)


class TestWhatTellsBesideTheNumber:
    """Year, term and title are compared as day and issuer are."""

    @pytest.mark.parametrize(
        ("text", "document", "outcome"),
        [
            ("Nghị quyết số 33-NQ/TW năm 2014", CULTURE, Outcome.EXACT),
            ("Nghị quyết số 33-NQ/TW năm 1999", None, Outcome.CONFLICT),
            ("Nghị quyết số 33-NQ/TW (khóa XI)", CULTURE, Outcome.EXACT),
            ("Nghị quyết số 33-NQ/TW (khóa XII)", None, Outcome.CONFLICT),
            ("Nghị quyết số 33-NQ/TƯ", CULTURE, Outcome.EXACT),
            ("Hiến pháp năm 2013", CONSTITUTION, Outcome.EXACT),
            ("Hiến pháp năm 1992", None, Outcome.CONFLICT),
            ("Luật Đất đai năm 2013", OLD_LAND, Outcome.EXACT),
            ("Luật Đất đai năm 2003", None, Outcome.CONFLICT),
            ("Luật Đất đai ngày 29/11/2013", OLD_LAND, Outcome.EXACT),
            ("Nghị quyết ngày 05/3/2020 về thôn xóm", VILLAGE, Outcome.EXACT),
            ("Nghị quyết ngày 05/3/2020 về việc khác", None, Outcome.AMBIGUOUS),
            ("Nghị quyết ngày 06/3/2020 về thôn xóm", None, Outcome.CONFLICT),
        ],
    )
    def test_is_compared(self, text: str, document: Document | None, outcome: Outcome) -> None:
        """A name is told by what it says, and clashes with what it does not fit."""
        (one,) = resolve(find_citations(f"theo {text}."), REGISTER)
        assert (outcome, document) == (one.outcome, one.document)

    def test_day_alone_tells_whatever_the_title(self) -> None:
        """A title is seldom quoted in full."""
        cited = find_citations("theo Nghị quyết ngày 05/3/2020 về việc học.")
        assert SCHOOLS == resolve(cited, [SCHOOLS])[0].document

    @pytest.mark.parametrize(
        ("symbol", "outcome"),
        [("TW", Outcome.EXACT), ("TU", Outcome.EXACT), ("VPTU", Outcome.UNKNOWN)],
    )
    def test_tu_is_one_of_two_committees(self, symbol: str, outcome: Outcome) -> None:
        """“TƯ” is written for TW and for TU, and for no other body."""
        document = Document(number=f"12-NQ/{symbol}", title="x")
        assert outcome is resolve(find_citations("Nghị quyết số 12-NQ/TƯ"), [document])[0].outcome

    def test_terms_are_those_of_the_centre(self) -> None:
        """A committee of a province counts its own, which no day tells."""
        province = Document(number="33-NQ/TU", date=dt.date(2014, 6, 9))
        cited = find_citations("Nghị quyết số 33-NQ/TU khóa XX")
        assert province == resolve(cited, [province])[0].document
        plenum = attrs.evolve(
            PLENUM, number=None, kind="nghị quyết", term="", short_name="Nghị quyết Trung ương 4"
        )
        cited = find_citations("Nghị quyết Trung ương 4 (khóa XI)")
        assert Outcome.CONFLICT is resolve(cited, [plenum])[0].outcome

    def test_bodies_are_compared_by_whole_words(self) -> None:
        """A name that only begins with the same letters is another's."""
        assert not same_issuer("Sở Tư", "Sở Tưới tiêu")
        assert same_issuer("BTV Tỉnh ủy", "Ban Thường vụ Tỉnh ủy Bình Thuận")


def test_looks_at_no_document_in_vain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many citations of many documents take the time of both, not of their product."""
    many = [Document(number=f"{n}-NQ/TW", title="x") for n in range(1, 301)]
    fits = Mock(wraps=resolution._fits)
    monkeypatch.setattr(resolution, "_fits", fits)
    cited = find_citations("; ".join(f"Nghị quyết số {n}-NQ/TW" for n in range(1, 301)))
    assert many == [one.document for one in resolve(cited, many)]
    assert len(many) == fits.call_count
