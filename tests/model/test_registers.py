import datetime as dt

from hypothesis import given

from chinhtrinoibo.model.documents import Document
from chinhtrinoibo.model.registers import Register
from chinhtrinoibo.tallies import Tally
from strategies import registers


class TestRegister:
    """“Danh mục văn bản”: listed, or stated as counts only."""

    REGISTER = Register(
        documents=[
            Document(number="27-CV/TU", task_groups=["b"]),
            Document(number="02-QĐ/TU", kind="quy định", subkind="quy chế phối hợp"),
            Document(number="01-QĐ/TU", kind="quy định", task_groups=["a", "b"]),
            Document(number="01-CT/TU", task_groups=["a"]),
            Document(title="lời hiệu triệu"),
        ],
        stated=[Tally(total=9), Tally(key="a", total=8), Tally(key="nq35", total=7)],
    )

    def test_is_counted_by_rank(self) -> None:
        """The highest type comes first, whatever the order of the list."""
        assert str(self.REGISTER) == (
            "05 văn bản, trong đó có 01 chỉ thị, 02 quy định (trong đó có 01 quy chế phối hợp), "
            "01 công văn và 01 văn bản khác"
        )

    def test_is_counted_by_task_group(self) -> None:
        """A document may serve several; counting comes before stating."""
        tally = self.REGISTER.tally("a")
        assert str(tally) == "02 văn bản, trong đó có 01 chỉ thị và 01 quy định"
        assert tally is not None
        assert (tally.key, tally.counted) == ("a", True)

    def test_states_what_is_not_listed(self) -> None:
        """A stated tally is taken where nothing is listed under its key."""
        stated = self.REGISTER.tally("nq35")
        assert stated == Tally(key="nq35", total=7)
        assert self.REGISTER.tally("nq99") is None
        assert Register(stated=[Tally(total=9)]).tally() == Tally(total=9)
        assert Register().tally() is None
        assert not str(Register())

    @given(registers)
    def test_counts_each_document_once(self, register: Register) -> None:
        """The whole is as many as are listed, and rows are one each."""
        tally = register.tally()
        if register.documents:
            assert tally is not None
            assert (len(register), True) == (tally.total, tally.holds)
        assert [d.title for d in register] == [row["title"] for row in register.to_rows()]

    def test_is_filtered(self) -> None:
        """What is left is a register again."""
        dated = self.REGISTER.where(lambda document: document.number is not None)
        assert len(dated) == 4
        assert dated.stated == ()

    def test_becomes_rows(self) -> None:
        """One plain mapping a document, ready for a data frame."""
        (row,) = Register(
            documents=[
                Document(number="39-CT/TW", date=dt.date(2014, 8, 18), issuer="Bộ Chính trị")
            ]
        ).to_rows()
        assert row == {
            "number": "39-CT/TW",
            "kind": "chỉ thị",
            "subkind": "",
            "date": dt.date(2014, 8, 18),
            "issuer": "Bộ Chính trị",
            "title": "",
        }
