import datetime as dt
from typing import Any

import pytest

from chinhtrinoibo.model.secrecy import Secrecy, SecrecyMark

FIELDS: dict[str, Any] = {
    "level": "mật",
    "decided_by": "Chánh Văn phòng",
    "decided_on": dt.date(2026, 3, 1),
    "list_reference": "mục 3",
}


class TestSecrecyMark:
    """“Dấu chỉ độ mật” is never inferred: who decided, when, and by which item of which list."""

    def test_needs_all_its_fields(self) -> None:
        """Nothing about it has a usual value."""
        assert SecrecyMark(**FIELDS).level is Secrecy.CONFIDENTIAL
        for name in FIELDS:
            with pytest.raises(TypeError, match=name):
                SecrecyMark(**{key: value for key, value in FIELDS.items() if key != name})
