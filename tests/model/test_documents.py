import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given

from chinhtrinoibo.errors import InvalidDocument, InvalidKind
from chinhtrinoibo.kinds import DocumentKind, System
from chinhtrinoibo.model.documents import Directive, Document
from chinhtrinoibo.model.organizations import Organization
from chinhtrinoibo.model.secrecy import Secrecy
from strategies import documents

# Two documents with one number: the Politburo's of 2014, and the Secretariat's of 2024.
FIRST = Document(number="39-CT/TW", date=dt.date(2014, 8, 18), issuer="Bộ Chính trị")
SECOND = Document(number="39-CT/TW", date=dt.date(2024, 10, 30), issuer="Ban Bí thư")
PLENUM = Document(
    number="04-NQ/TW",
    date=dt.date(2016, 10, 30),
    issuer="Ban Chấp hành Trung ương",
    term="XII",
    title="tăng cường xây dựng, chỉnh đốn Đảng",
    short_name="Nghị quyết Trung ương 4 (khóa XII)",
    key="NQTW4",
)


class TestIdentity:
    """“Kiểu + số + cơ quan + ngày (hoặc khóa)”: the number alone is no key."""

    def test_tells_namesakes_apart(self) -> None:
        """Chỉ thị số 39-CT/TW of 18/8/2014 and that of 30/10/2024 are two documents."""
        assert FIRST != SECOND
        assert FIRST.identity != SECOND.identity
        assert ("chỉ thị", "39-CT/TW", "bộ chính trị", "2014-08-18") == FIRST.identity

    @pytest.mark.parametrize(
        "other",
        [
            {"title": "tăng cường công tác"},
            {"key": "ct39", "short_name": "Chỉ thị 39", "task_groups": ["a"]},
            {"issuer": Organization(name="BỘ  CHÍNH TRỊ", short_name="BCT")},
        ],
        ids=str,
    )
    def test_is_not_how_it_is_told(self, other: dict[str, Any]) -> None:
        """Title, other names and spelling make no other document."""
        assert FIRST.identity == attrs.evolve(FIRST, **other).identity

    def test_rests_on_the_term_without_a_date(self) -> None:
        """Numbers begin anew each term, so the term tells documents apart as well."""
        old, new = (attrs.evolve(FIRST, date=None, term=term) for term in ("XI", "XIII"))
        assert old.identity != new.identity

    def test_rests_on_the_name_without_a_number(self) -> None:
        """A document known by another name is found by it, in any case."""
        one, two = (Document(short_name=name) for name in ("Điều lệ Đảng", "ĐIỀU LỆ ĐẢNG"))
        assert one.identity == two.identity


class TestKind:
    """“Tên loại”: read off the number where the symbol stands for one type only."""

    @pytest.mark.parametrize(
        ("number", "kind", "expected"),
        [
            ("39-CT/TW", None, ("chỉ thị", System.PARTY)),
            ("05/BC-UBND", None, ("báo cáo", System.STATE)),
            ("66-QĐ/TW", "quy định", ("quy định", System.PARTY)),
            ("41/QĐ-UBND", None, ("quyết định", System.STATE)),
            ("05/BC-UBND", "báo cáo", ("báo cáo", System.STATE)),
            ("1234/VPCP-KSTT", "công văn", ("công văn", System.STATE)),
            ("09-QC/TW", "công văn", ("công văn", System.PARTY)),
        ],
    )
    def test_follows_the_number(
        self, number: str | None, kind: str | None, expected: tuple[str, System] | None
    ) -> None:
        """The twin of the number's system is taken; what is said is believed."""
        found = Document(number=number, kind=kind).kind
        assert expected == (found and (found.name, found.system))

    def test_may_be_of_ones_own(self) -> None:
        """A type that no table lists stays as it is given, whatever its number."""
        kind = DocumentKind(name="đề cương", symbol="ĐC", source="Quy chế làm việc", rank=30)
        assert kind == Document(number="05/ĐC-UBND", kind=kind).kind


class TestSecrecy:
    """The mark of a document is said, never inferred."""

    def test_is_read_by_its_level(self) -> None:
        """As a report's is."""
        marked = Document(number="12-KH/TU", secrecy="mật")
        assert Secrecy.CONFIDENTIAL is marked.secrecy
        assert Document(number="12-KH/TU").secrecy is None

    def test_makes_no_other_document(self) -> None:
        """It is one document, whatever is known of its mark."""
        marked = Document(number="12-KH/TU", secrecy=Secrecy.SECRET)
        assert Document(number="12-KH/TU").identity == marked.identity


class TestRefused:
    """What cannot be told apart is not built."""

    @pytest.mark.parametrize("number", ["66-QĐ/TW", "01-QĐ/TU"])
    def test_symbol_of_several_types(self, number: str) -> None:
        """QĐ is quyết định and quy định: the type must be said."""
        with pytest.raises(InvalidKind, match="quyết định, quy định"):
            Document(number=number)

    def test_nothing_at_all(self) -> None:
        """An empty row of a spreadsheet is no document."""
        with pytest.raises(InvalidDocument, match="empty row"):
            Document(kind="chỉ thị")


class TestCite:
    """“Viện dẫn văn bản”: in full at the first mention (Hướng dẫn 36-HD/VPTW)."""

    def test_is_full(self) -> None:
        """Type, number, day, issuer; the subject on request."""
        directive = attrs.evolve(FIRST, title="tăng cường công tác bảo vệ chính trị nội bộ")
        full = "Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị"
        assert full == directive.cite() == str(Directive(document=directive))
        assert f"{full} về tăng cường công tác bảo vệ chính trị nội bộ" == directive.cite(
            title=True
        )

    def test_has_no_comma_in_the_state_form(self) -> None:
        """A comma before “ngày” is a habit of the Party."""
        document = Document(number="30/2020/NĐ-CP", date=dt.date(2020, 3, 5), issuer="Chính phủ")
        cited = "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ"
        assert cited == document.cite(comma=False)

    def test_names_the_term(self) -> None:
        """A resolution of a plenum belongs to a term."""
        cited = (
            "Nghị quyết số 04-NQ/TW, ngày 30/10/2016 của Ban Chấp hành Trung ương khóa XII "
            "về tăng cường xây dựng, chỉnh đốn Đảng"
        )
        assert cited == PLENUM.cite(title=True)

    @pytest.mark.parametrize(
        ("document", "heading"),
        [
            (FIRST, "Chỉ thị 39-CT/TW"),
            (PLENUM, "Nghị quyết Trung ương 4 (khóa XII)"),
            (Document(number="01-QĐ/TU", kind="quy định", subkind="quy chế phối hợp"),
             "Quy chế phối hợp 01-QĐ/TU"),
            (Document(kind="Điều lệ Đảng", title="điều lệ Đảng Cộng sản Việt Nam"),
             "Điều lệ Đảng Cộng sản Việt Nam"),
        ],
    )  # fmt: skip
    def test_is_short_afterwards(self, document: Document, heading: str) -> None:
        """Type and number, or the name in use."""
        assert heading == document.heading

    @given(documents)
    def test_any_document_can_be_cited(self, document: Document) -> None:
        """What is known is said, without double spaces of our own."""
        cited = document.cite(title=True)
        assert document.number is None or str(document.number) in cited
        assert document.issuer is None or f" của {document.issuer}" in cited
        assert document.heading in cited or document.number
        assert set(document.names) >= {name for name in (document.key,) if name}
