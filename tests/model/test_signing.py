import attrs
import pytest
from hypothesis import given

from chinhtrinoibo.model.reports import SummaryReport
from chinhtrinoibo.model.signing import Authority, Recipient, Signature
from strategies import recipients


class TestRecipient:
    """“Nơi nhận”."""

    @pytest.mark.parametrize(
        ("recipient", "line"),
        [
            (Recipient(name="Bộ Chính trị"), "Bộ Chính trị"),
            (Recipient(name="Bộ Chính trị", purpose="để báo cáo"), "Bộ Chính trị (để báo cáo)"),
            (Recipient(name="Các huyện ủy", copies=5), "Các huyện ủy (05 bản)"),
            (Recipient(name="A", purpose="để b/c", copies=12), "A (để b/c, 12 bản)"),
        ],
    )
    def test_is_a_line(self, recipient: Recipient, line: str) -> None:
        """Who, why, and how many copies."""
        assert line == str(recipient)

    @given(recipients)
    def test_names_itself_first(self, recipient: Recipient) -> None:
        """The name is never hidden by the remark."""
        assert str(recipient).startswith(recipient.name)


class TestSignature:
    """“Đề ký”: the one personal name in a report."""

    def test_is_direct_unless_said(self) -> None:
        """The head of an advisory body signs without a prefix."""
        assert Signature().authority is Authority.DIRECT
        assert Signature(authority="T/M").authority is Authority.ON_BEHALF

    def test_no_other_field_holds_a_person(self) -> None:
        """“No person is a record”: the model has no field for a member of staff."""
        names = {field.name for field in attrs.fields(SummaryReport)}
        assert not names & {"members", "staff", "people", "persons", "author", "drafter"}
