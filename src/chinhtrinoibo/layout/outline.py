"""The outline: the sections of a report, in their order, each one function.

A section is silent when the report has nothing for it. Facts: the order of sections in thematic
and periodic reports; the words of the headings stand in ``data/outline.toml``.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple, Protocol, TypeAlias

from chinhtrinoibo import tables, words
from chinhtrinoibo.layout.blocks import Paragraph
from chinhtrinoibo.layout.profiles import Profile
from chinhtrinoibo.layout.prose import Narrator
from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.model.reports import ReportKind, SummaryReport


class Item(Protocol):
    """A result, lesson or direction: a title and prose."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Its further prose."""


Group: TypeAlias = tuple[str, Iterable[Paragraph]]
"""The title of a heading, and what stands under it."""


class Desk(NamedTuple):
    """What a section works with: the report, the form, and the one who tells its prose."""

    report: SummaryReport
    profile: Profile
    narrator: Narrator

    def heading(self, section: str) -> str:
        """Return the words of a heading: the report's own, or the usual ones."""
        own = getattr(self.report.headings, section, "")
        return own or _usual(self.report.kind)[section]

    def body(self, prose: Iterable[str]) -> Iterator[Paragraph]:
        """Tell paragraphs of body text."""
        return (self.narrator.tell(Role.BODY, text) for text in prose)

    def numeral(self, role: Role, n: int, of: int) -> str:
        """Return the ``n``-th numeral of ``of`` headings; a lone one has none."""
        return numeral(getattr(self.profile.numerals, role.value), n) if of > 1 else ""

    def headings(self, role: Role, groups: Iterable[Group]) -> Iterator[Paragraph]:
        """Tell groups under their numbered headings, each kept on the page of what follows."""
        told = [(title, told) for title, group in groups if (told := list(group))]
        for n, (title, paragraphs) in enumerate(told, 1):
            if title:
                yield self.titled(role, title, self.numeral(role, n, len(told)))
            yield from paragraphs

    def titled(self, role: Role, title: str, lead: str = "") -> Paragraph:
        """Tell a title; those of parts and of the first level are in capitals."""
        heading = self.narrator.tell(role, title, lead, keep=True)
        capitals = role in {Role.PART_TITLE, Role.HEADING_1}
        return heading._replace(text=heading.text.upper()) if capitals else heading

    def enumerated(self, items: Sequence[Item]) -> Iterator[Paragraph]:
        """Tell items as “Một là, …”; further paragraphs of an item carry no marker."""
        spoken = [list(filter(None, (item.title, *item.paragraphs))) for item in items]
        spoken = list(filter(None, spoken))
        for n, (first, *rest) in enumerate(spoken, 1):
            lead = numeral(self.profile.numerals.item, n) if len(spoken) > 1 else ""
            sentence = stopped(first if lead else words.upper_first(first))
            yield self.narrator.tell(Role.BODY, sentence, lead)
            yield from self.body(rest)

    def headed(self, items: Sequence[Item]) -> Iterator[Paragraph]:
        """Tell items under headings “1. …”; without prose of their own they stay plain lines."""
        for n, item in enumerate(items, 1):
            lead = self.numeral(Role.HEADING_2, n, len(items))
            if item.paragraphs:
                yield self.titled(Role.HEADING_2, item.title, lead)
                yield from self.body(item.paragraphs)
            else:
                yield self.narrator.tell(Role.BODY, stopped(item.title), lead)

    def dashed(self, texts: Iterable[str], lead: str = "") -> Iterator[Paragraph]:
        """Tell lines that begin with a dash."""
        dash = self.profile.numerals.dash
        return (self.narrator.tell(Role.BODY, stopped(text), dash + lead) for text in texts)


class _Writings(dict[str, str]):
    """The writings of one number, made when a form asks for them."""

    def __init__(self, n: int) -> None:
        super().__init__()
        self._n = n

    def __missing__(self, writing: str) -> str:
        return _WRITINGS[writing](self._n)


_WRITINGS: dict[str, Callable[[int], str]] = {
    "n": str,
    "arabic": str,
    "roman": words.roman,
    "letter": words.letter,
    "enumerator": words.enumerator,
    "ordinal": words.ordinal,
    "part": words.part,
}


@cache
def numeral(form: str, n: int) -> str:
    """Put the number ``n`` into a form.

    >>> numeral("Phụ lục {roman}", 4), numeral("{enumerator}, ", 2)
    ('Phụ lục IV', 'Hai là, ')
    """
    return form.format_map(_Writings(n))


def stopped(sentence: str) -> str:
    """Return a sentence with its stop."""
    sentence = sentence.rstrip()
    return sentence if sentence.rstrip("*”\"’')").endswith(_STOPS) else f"{sentence}."


_STOPS = (".", ":", ";", "!", "?", "…")


def situation(desk: Desk) -> Iterator[Paragraph]:
    """Features of the situation (đặc điểm tình hình)."""
    yield from desk.body(desk.report.situation)


def leadership(desk: Desk) -> Iterator[Paragraph]:
    """Leadership and launch (công tác lãnh đạo, chỉ đạo, quán triệt, triển khai)."""
    yield from desk.body(desk.report.leadership)


def results(desk: Desk) -> Iterator[Paragraph]:
    """Results (kết quả thực hiện), one item a task group; titled ones stand under headings."""
    items = desk.report.results
    if items and desk.report.results_lead:
        yield from desk.body([desk.report.results_lead])
    titled = all(item.title for item in items)
    yield from desk.headed(items) if titled else desk.enumerated(items)


def assessment(desk: Desk) -> Iterator[Paragraph]:
    """Overall assessment (đánh giá chung): strengths, shortcomings, causes."""
    within = (("strengths", _strengths), ("shortcomings", _shortcomings), ("causes", _causes))
    groups = ((desk.heading(name), section(desk)) for name, section in within)
    yield from desk.headings(Role.HEADING_2, groups)


def _strengths(desk: Desk) -> Iterator[Paragraph]:
    yield from desk.body(desk.report.strengths)


def _shortcomings(desk: Desk) -> Iterator[Paragraph]:
    yield from desk.dashed(shortcoming.text for shortcoming in desk.report.shortcomings)


def _causes(desk: Desk) -> Iterator[Paragraph]:
    """Causes (nguyên nhân): of the results, then of the shortcomings."""
    titles = tables.read("outline")["causes"]
    groups = ((title, _causes_of(desk, of)) for of, title in titles.items())
    yield from desk.headings(Role.HEADING_3, groups)


def _causes_of(desk: Desk, of: str) -> Iterator[Paragraph]:
    """The causes of results or of shortcomings: objective ones, then subjective ones."""
    causes = [cause for cause in desk.report.causes if cause.of == of]
    for kind, lead in tables.read("outline")["leads"].items():
        yield from desk.dashed((cause.text for cause in causes if cause.kind == kind), lead)


def lessons(desk: Desk) -> Iterator[Paragraph]:
    """Lessons learnt (bài học kinh nghiệm), each after its numeral."""
    if desk.report.lessons and desk.report.lessons_lead:
        yield from desk.body([desk.report.lessons_lead])
    yield from desk.enumerated(desk.report.lessons)


def directions(desk: Desk) -> Iterator[Paragraph]:
    """What is to be done next (phương hướng, nhiệm vụ, giải pháp)."""
    if desk.report.directions and desk.report.directions_lead:
        yield from desk.body([desk.report.directions_lead])
    yield from desk.headed(desk.report.directions)


def proposals(desk: Desk) -> Iterator[Paragraph]:
    """What is asked of others (kiến nghị, đề xuất), grouped by addressee."""
    addressees: dict[str, list[str]] = {}
    for proposal in desk.report.proposals:
        addressees.setdefault(proposal.to, []).append(proposal.text)
    groups = ((f"Đối với {to}" if to else "", desk.dashed(ask)) for to, ask in addressees.items())
    yield from desk.headings(Role.HEADING_2, groups)


Section = Callable[[Desk], Iterator[Paragraph]]

#: The sections in their order, by the name of their heading; the second tuple is Phần thứ hai.
PARTS: tuple[tuple[tuple[str, Section], ...], ...] = (
    (
        ("situation", situation),
        ("leadership", leadership),
        ("results", results),
        ("assessment", assessment),
        ("lessons", lessons),
    ),
    (("directions", directions), ("proposals", proposals)),
)


def body(desk: Desk) -> Iterator[Paragraph]:
    """The body: opening, sections under their headings, closing."""
    yield from desk.body(desk.report.opening)
    if desk.report.two_parts:
        for n, (name, sections) in enumerate(zip(("part_one", "part_two"), PARTS, strict=True), 1):
            yield from _part(desk, n, name, sections)
    else:
        yield from _sections(desk, [section for sections in PARTS for section in sections])
    yield from desk.body(desk.report.closing)


def _part(
    desk: Desk, n: int, name: str, sections: Iterable[tuple[str, Section]]
) -> Iterator[Paragraph]:
    paragraphs = _sections(desk, sections)
    if first := next(paragraphs, None):
        yield Paragraph(Role.PART, numeral(desk.profile.numerals.part, n), keep=True)
        yield desk.titled(Role.PART_TITLE, desk.heading(name))
        yield first
        yield from paragraphs


def _sections(desk: Desk, sections: Iterable[tuple[str, Section]]) -> Iterator[Paragraph]:
    """Tell the sections that have something to say, numbered from I in each part."""
    groups = ((desk.heading(name), section(desk)) for name, section in sections)
    yield from desk.headings(Role.HEADING_1, groups)


def _usual(kind: ReportKind) -> dict[str, str]:
    table: dict[str, dict[str, str]] = tables.read("outline")
    return table["usual"] | table.get(kind.value, {})
