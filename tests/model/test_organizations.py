import datetime as dt

import pytest
from hypothesis import given

from chinhtrinoibo.model.organizations import Level, Organization, as_organization
from strategies import organizations

PROVINCE = Organization(name="Tỉnh ủy Bình Thuận", level="tỉnh", dissolved=dt.date(2025, 6, 30))


class TestHeaderLines:
    """“Tên cơ quan ban hành” (Hướng dẫn 36-HD/VPTW): the header box is not the issuer."""

    @pytest.mark.parametrize(
        ("organization", "lines"),
        [
            (PROVINCE, ("Tỉnh ủy Bình Thuận",)),
            (Organization(name="Ban Thường vụ Tỉnh ủy Bình Thuận"), ("Tỉnh ủy Bình Thuận",)),
            (
                Organization(name="Văn phòng", superior=PROVINCE),
                ("Tỉnh ủy Bình Thuận", "Văn phòng"),
            ),
            (
                Organization(
                    name="Ban Thường vụ Đảng ủy đặc khu Phú Quý",
                    superior=Organization(name="Đảng bộ tỉnh Lâm Đồng"),
                ),
                ("Đảng bộ tỉnh Lâm Đồng", "Đảng ủy đặc khu Phú Quý"),
            ),
            (
                Organization(name="Bộ Chính trị", header=["Ban Chấp hành Trung ương"]),
                ("Ban Chấp hành Trung ương",),
            ),
        ],
        ids=str,
    )
    def test_names_the_committee(self, organization: Organization, lines: tuple[str, ...]) -> None:
        """A standing committee prints the name of its committee, below the one above it."""
        assert lines == organization.header_lines

    @given(organizations)
    def test_is_never_empty(self, organization: Organization) -> None:
        """A document always says whose it is."""
        assert organization.header_lines


class TestExists:
    """Units that ended on 01/7/2025 stay valid before it."""

    def test_counts_both_ends(self) -> None:
        """The last day still counts."""
        first, last = dt.date(2020, 1, 2), dt.date(2020, 1, 3)
        unit = Organization(name="Huyện ủy", founded=first, dissolved=last)
        days = [dt.date(2020, 1, n) for n in range(1, 5)]
        assert [False, True, True, False] == list(map(unit.exists, days))

    def test_has_no_end_unless_said(self) -> None:
        """A body without dates exists on any day."""
        assert Organization(name="Tỉnh ủy").exists(dt.date.min)
        assert PROVINCE.exists(dt.date(2024, 12, 5))
        assert not PROVINCE.exists(dt.date(2025, 7, 1))


class TestAsOrganization:
    """In a file, the name alone is enough."""

    def test_takes_a_name(self) -> None:
        """Organisations and nothing stay as they are."""
        assert as_organization("Tỉnh ủy") == Organization(name="Tỉnh ủy")
        assert as_organization(PROVINCE) is PROVINCE
        assert as_organization(None) is None

    def test_level_is_read(self) -> None:
        """Levels are written in Vietnamese."""
        assert PROVINCE.level is Level.PROVINCE
        with pytest.raises(ValueError, match="vùng"):
            Organization(name="x", level="vùng")
