"""Settings and texts that all tests share."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("steady", deadline=None)  # a law holds on a slow machine, too
settings.load_profile("steady")

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Callable[[str], str]:
    """Read a text kept beside the repository; a test is skipped where it is not there."""

    def read(name: str) -> str:
        path = SHARED / name
        if not path.exists():
            pytest.skip(f"{name} is kept beside the repository, and is not here")
        return path.read_text(encoding="utf-8")

    return read
