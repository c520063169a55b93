"""Measure contenders side by side, and say how ours compares with a limit.

The machine is shared and noisy: contenders take turns within a round, and the best of many rounds
counts, for noise only ever adds.
"""

import os
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple


class Row(NamedTuple):
    """A line of the report: ours against a limit or a peer.

    Attributes:
        name: what is measured.
        ours: our figure, in ``unit``.
        against: what it is compared with.
        theirs: its figure.
        goal: the most that ours may be of theirs; with ``faster``, the least that theirs must be
            of ours; None where the row informs only.
        faster: whether the ratio says how many times faster ours is.
        rate: whether the figures are rates, of which more is better.
        unit: of both figures.
    """

    name: str
    ours: float
    against: str
    theirs: float
    goal: float | None = None
    faster: bool = False
    unit: str = "ms"
    rate: bool = False

    @property
    def ratio(self) -> float:
        return self.theirs / self.ours if self.faster else self.ours / self.theirs

    @property
    def holds(self) -> bool | None:
        if self.goal is None:
            return None
        more = self.faster or self.rate
        return self.ratio >= self.goal if more else self.ratio <= self.goal

    def cells(self) -> tuple[str, ...]:
        """Return the row as it is printed."""
        goal = (
            ""
            if self.goal is None
            else f"{'≥' if self.faster or self.rate else '≤'} {self.goal:.3g}"
        )
        mark = {None: "", True: "✓", False: "✗"}[self.holds]
        ours, theirs = (f"{figure:.4g} {self.unit}" for figure in (self.ours, self.theirs))
        ratio = f"{self.ratio:.3f}" if self.rate else f"{self.ratio:.2f}"
        return self.name, ours, self.against, theirs, ratio, goal, mark

    def as_data(self) -> dict[str, Any]:
        """Return the row as data."""
        return self._asdict() | {"ratio": self.ratio, "holds": self.holds}


HEADS = ("what", "ours", "against", "theirs", "ratio", "goal", "")


def best(contenders: dict[str, Callable[[], object]], rounds: int = 60) -> dict[str, float]:
    """Return the milliseconds of each contender, the best of the rounds; one round warms up."""
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds + 1):
        for name, run in contenders.items():
            start = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - start)
    return {name: min(taken[1:]) * 1e3 for name, taken in times.items()}


class Cost(NamedTuple):
    """The milliseconds of a process: by the clock, and on the processor (user and system)."""

    wall: float
    cpu: float


def processes(
    programs: dict[str, Sequence[str]],
    rounds: int = 30,
    of: Callable[[list[float]], float] = min,
) -> dict[str, Cost]:
    """Return what a fresh ``python -I`` takes for each program; one round warms the caches."""
    costs: dict[str, list[Cost]] = {name: [] for name in programs}
    for _ in range(rounds + 1):
        for name, arguments in programs.items():
            costs[name].append(_process(arguments))
    return {
        name: Cost(*(of(list(figures)) for figures in zip(*taken[1:], strict=True)))
        for name, taken in costs.items()
    }


def _process(arguments: Sequence[str]) -> Cost:
    start = time.perf_counter()
    pid = os.posix_spawn(sys.executable, [sys.executable, "-I", *arguments], os.environ)
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise ChildProcessError(os.waitstatus_to_exitcode(status), " ".join(arguments))
    return Cost(wall * 1e3, (usage.ru_utime + usage.ru_stime) * 1e3)
