"""What is checked: a report with all that is known around it, and the readings that rules share."""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, TypeVar

import attrs

from chinhtrinoibo import references
from chinhtrinoibo.citations import Citation, find_citations
from chinhtrinoibo.counting.reading import find_tallies
from chinhtrinoibo.counting.statements import Statement
from chinhtrinoibo.findings import Edit, Place
from chinhtrinoibo.layout import passages as prose
from chinhtrinoibo.layout.profiles import Profile
from chinhtrinoibo.model.documents import Document
from chinhtrinoibo.model.registers import Register
from chinhtrinoibo.model.reports import SummaryReport
from chinhtrinoibo.spans import Span

Read = TypeVar("Read")

_NEWEST = dt.date.max
_LISTED = ("$.annexes[", "$.register.", "$.documents[", "$.directive.")


@attrs.frozen(eq=False)
class Passage:
    """A text of the prose (đoạn văn): where it stands, and its words as in the data.

    Attributes:
        path: the place in the data.
        text: the words, with their marks.
        section: the field of the report that holds it, as in “lessons”.
    """

    path: str
    text: str
    section: str

    @cached_property
    def masked(self) -> str:
        """The words with each mark ``[[…]]`` blotted out; places are those of ``text``."""
        return references.masked(self.text)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The documents cited in the words, other than by marks."""
        return find_citations(self.masked)

    @cached_property
    def tallies(self) -> tuple[Statement, ...]:
        """The counts, ratios, shares and changes stated in the words."""
        return find_tallies(self.masked)

    def place(self, span: Span) -> Place:
        """Return a stretch of the text as a related place."""
        return Place(self.path, span, span.of(self.text))

    def edit(self, span: Span, replacement: str) -> Edit:
        """Return the replacement of a stretch of the text."""
        return Edit(self.path, span, span.of(self.text), replacement)


@attrs.frozen(kw_only=True, eq=False)
class Case:
    """What a rule looks at (đối tượng kiểm tra); each shared reading is made once a check.

    Attributes:
        report: the report.
        profile: its form.
        previous: the report before it, where it is known.
        register: documents known from elsewhere, such as the office's own list.
        walk: what yields the texts that are its passages, with their paths.
    """

    report: SummaryReport
    profile: Profile
    previous: SummaryReport | None = None
    register: Register | None = None
    walk: Callable[[SummaryReport], Iterable[tuple[str, str]]] = prose.passages
    _readings: dict[object, Any] = attrs.field(factory=dict, init=False, repr=False)

    def reading(self, reader: "Callable[[Case], Read]") -> Read:
        """Return what ``reader`` makes of the case: made once, however many rules ask.

        >>> def longest(case: Case) -> int:
        ...     return max(len(passage.text) for passage in case.passages)
        >>> report = SummaryReport(title="tổng kết", issuer="Chi bộ 1")
        >>> Case(report=report, profile=Profile.named("hd36")).reading(longest)
        8
        """
        if reader not in self._readings:
            self._readings[reader] = reader(self)
        made: Read = self._readings[reader]
        return made

    @property
    def system(self) -> str:
        """Whose rules apply: “party” or “state”."""
        return self.profile.system.value

    @property
    def day(self) -> dt.date:
        """The day whose editions apply: the report's, or the last day of its form."""
        return self.report.date or self.profile.until or _NEWEST

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of the prose, in the order of the page."""
        return tuple(
            Passage(path, text, path.removeprefix("$.").partition("[")[0].partition(".")[0])
            for path, text in self.walk(self.report)
        )

    @cached_property
    def listed(self) -> "Case":
        """The same case, whose passages are the titles of documents and the texts of annexes.

        They are no prose: what an outline or a citation asks for is not asked of them.
        """
        return attrs.evolve(self, walk=prose.listed)

    @cached_property
    def body(self) -> tuple[Passage, ...]:
        """The passages without the title and the words of headings."""
        return tuple(
            passage for passage in self.passages if passage.section not in {"title", "headings"}
        )

    @cached_property
    def texts(self) -> dict[str, str]:
        """The texts of the prose by their paths."""
        return {passage.path: passage.text for passage in self.passages}

    def text_at(self, path: str) -> str | None:
        """Return the text of the prose, of a title or of an annex at ``path``."""
        if path.startswith(_LISTED):
            return self.listed.texts.get(path)
        return self.texts.get(path)

    @cached_property
    def known_documents(self) -> tuple[Document, ...]:
        """Every document that is known: those of the report, then those of the register."""
        return (*self.report.known_documents, *(self.register or ()))
