import pytest

from chinhtrinoibo import tables
from chinhtrinoibo.counting.sorts import Fit, document_kind, is_document, sorts

TABLE = tables.read("sorts")
LISTS = ("persons", "overlap", "generic")


class TestTable:
    """“A row carries its source”."""

    def test_rows_have_a_source_and_a_mark(self) -> None:
        """And every source bears a row."""
        rows = [*map(TABLE.get, LISTS), *TABLE["wholes"].values()]
        assert {row["source"] for row in rows} == set(TABLE["sources"])
        assert {row["mark"] for row in rows} <= {"V", "S2", "S", "I", "M"}

    def test_words_stand_once(self) -> None:
        """A word is in one list; wholes are sorted."""
        words = [
            word
            for name in LISTS
            for word in TABLE[name]["words"].replace("\n", "|").strip("|").split("|")
        ]
        assert len(set(words)) == len(words)
        assert sorted(TABLE["wholes"]) == list(TABLE["wholes"])


class TestFit:
    """Figures are compared only where one thing is surely among the other."""

    @pytest.mark.parametrize(
        ("whole", "part", "fit"),
        [
            ("văn bản", "Chỉ thị", Fit.SURE),
            ("Quy định", "Quy chế phối hợp", Fit.SURE),
            ("tổ chức cơ sở đảng", "đảng bộ cơ sở", Fit.SURE),
            ("đơn vị hành chính cấp xã", "đặc khu", Fit.SURE),
            ("đảng viên", "đồng chí", Fit.SURE),
            ("đảng viên", "nữ", Fit.OVERLAPS),
            ("đảng viên", "xuất sắc", Fit.PERHAPS),
            ("tổ chức", "xuất sắc", Fit.PERHAPS),
            ("đảng bộ", "chi bộ", Fit.NO),
            ("chi bộ", "đảng viên", Fit.NO),
            ("hộ", "nhân khẩu", Fit.NO),
            ("lớp", "học viên", Fit.NO),
            ("vụ án", "bị can", Fit.NO),
            ("", "nữ", Fit.NO),
            ("xã", "thôn", Fit.NO),
        ],
    )
    def test_is_told_by_the_head_of_a_unit(self, whole: str, part: str, fit: Fit) -> None:
        """Many hold others without being them."""
        assert fit == sorts().fit(whole, part)

    def test_documents(self) -> None:
        """A type is told from documents at large."""
        assert ("quy chế", "") == (document_kind("Quy chế phối hợp"), document_kind(""))
        assert is_document("văn bản")
        assert is_document("Kế hoạch")
        assert not is_document("kế")
