"""The outline: the sections of a report, in their order, each one function.

A section is silent when the report has nothing for it. Facts: the order of sections in thematic
and periodic reports; the words of the headings stand in ``data/outline.toml``.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple, Protocol

from chinhtrinoibo import tables, words
from chinhtrinoibo.layout.blocks import Paragraph
from chinhtrinoibo.layout.profiles import Profile
from chinhtrinoibo.layout.prose import Narrator
from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.model.reports import ReportKind, SummaryReport
from chinhtrinoibo.paths import Step, Steps


class Item(Protocol):
    """A result, lesson or direction: a title and prose."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Its further prose."""


class Group(NamedTuple):
    """The title of a heading, and what stands under it.

    Attributes:
        title: the title; empty where there is no heading.
        paragraphs: what stands under it.
        at: where the title stands in the data.
        also: further places that the heading speaks of.
    """

    title: str
    paragraphs: Iterable[Paragraph]
    at: Steps = ()
    also: tuple[Steps, ...] = ()


Sourced = tuple[str, Steps]
"""A text, and where it stands in the data."""


class Desk(NamedTuple):
    """What a section works with: the report, the form, and the one who tells its prose."""

    report: SummaryReport
    profile: Profile
    narrator: Narrator

    def heading(self, section: str) -> str:
        """Return the words of a heading: the report's own, or the usual ones."""
        own = getattr(self.report.headings, section, "")
        return own or _usual(self.report.kind)[section]

    def group(self, section: str) -> Group:
        """Return a section under its heading."""
        heading, paragraphs = self.heading(section), SECTIONS[section](self)
        if not self.narrator.traced:
            return Group(heading, paragraphs)
        at, also = ("headings", section), ((section,), (f"{section}_lead",))
        return Group(heading, paragraphs, at, also)

    def body(self, prose: Iterable[str], *at: Step) -> Iterator[Paragraph]:
        """Tell paragraphs of body text, which stand in a list ``at`` a place in the data."""
        tell = self.narrator.tell
        if not self.narrator.traced:  # nearly all paragraphs of nearly all pages
            return (tell(Role.BODY, text) for text in prose)
        return (tell(Role.BODY, text, at=(*at, n)) for n, text in enumerate(prose))

    def lead(self, section: str) -> Iterator[Paragraph]:
        """Tell the sentence that leads into the items of a section, where there are both."""
        name = f"{section}_lead"
        if getattr(self.report, section) and (text := getattr(self.report, name)):
            yield self.narrator.tell(Role.BODY, text, at=(name,))

    def numeral(self, role: Role, n: int, of: int) -> str:
        """Return the ``n``-th numeral of ``of`` headings; a lone one has none."""
        return numeral(getattr(self.profile.numerals, role.value), n) if of > 1 else ""

    def headings(self, role: Role, groups: Iterable[Group]) -> Iterator[Paragraph]:
        """Tell groups under their numbered headings, each kept on the page of what follows."""
        told = [(group, told) for group in groups if (told := list(group.paragraphs))]
        for n, (group, paragraphs) in enumerate(told, 1):
            if group.title:
                lead = self.numeral(role, n, len(told))
                yield self.titled(role, group.title, lead, group.at, group.also)
            yield from paragraphs

    def titled(
        self, role: Role, title: str, lead: str, at: Steps, also: tuple[Steps, ...] = ()
    ) -> Paragraph:
        """Tell a title; those of parts and of the first level are in capitals."""
        heading = self.narrator.tell(role, title, lead, at, also, keep=True)
        capitals = role in {Role.PART_TITLE, Role.HEADING_1}
        return heading._replace(text=heading.text.upper()) if capitals else heading

    def enumerated(self, items: Sequence[Item], section: str) -> Iterator[Paragraph]:
        """Tell items as “Một là, …”; further paragraphs of an item carry no marker."""
        spoken = [list(_spoken(item, section, n)) for n, item in enumerate(items)]
        spoken = list(filter(None, spoken))
        tell = self.narrator.tell
        for n, ((first, at), *rest) in enumerate(spoken, 1):
            lead = numeral(self.profile.numerals.item, n) if len(spoken) > 1 else ""
            sentence = stopped(first if lead else words.upper_first(first))
            yield tell(Role.BODY, sentence, lead, at)
            yield from (tell(Role.BODY, text, at=at) for text, at in rest)

    def headed(self, items: Sequence[Item], section: str) -> Iterator[Paragraph]:
        """Tell items under headings “1. …”; without prose of their own they stay plain lines."""
        for n, item in enumerate(items):
            lead, at = self.numeral(Role.HEADING_2, n + 1, len(items)), (section, n, "title")
            if item.paragraphs:
                yield self.titled(Role.HEADING_2, item.title, lead, at)
                yield from self.body(item.paragraphs, section, n, "paragraphs")
            else:
                yield self.narrator.tell(Role.BODY, stopped(item.title), lead, at)

    def dashed(self, texts: Iterable[Sourced], lead: str = "") -> Iterator[Paragraph]:
        """Tell lines that begin with a dash."""
        tell, dash = self.narrator.tell, self.profile.numerals.dash
        return (tell(Role.BODY, stopped(text), dash + lead, at) for text, at in texts)


def _spoken(item: Item, section: str, n: int) -> Iterator[Sourced]:
    """Yield the texts of an item that are not empty."""
    if item.title:
        yield item.title, (section, n, "title")
    for m, text in enumerate(item.paragraphs):
        if text:
            yield text, (section, n, "paragraphs", m)


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
    yield from desk.body(desk.report.situation, "situation")


def leadership(desk: Desk) -> Iterator[Paragraph]:
    """Leadership and launch (công tác lãnh đạo, chỉ đạo, quán triệt, triển khai)."""
    yield from desk.body(desk.report.leadership, "leadership")


def results(desk: Desk) -> Iterator[Paragraph]:
    """Results (kết quả thực hiện), one item a task group; titled ones stand under headings."""
    items = desk.report.results
    yield from desk.lead("results")
    titled = all(item.title for item in items)
    yield from (desk.headed if titled else desk.enumerated)(items, "results")


def assessment(desk: Desk) -> Iterator[Paragraph]:
    """Overall assessment (đánh giá chung): strengths, shortcomings, causes."""
    yield from desk.headings(Role.HEADING_2, map(desk.group, _ASSESSED))


def _strengths(desk: Desk) -> Iterator[Paragraph]:
    yield from desk.body(desk.report.strengths, "strengths")


def _shortcomings(desk: Desk) -> Iterator[Paragraph]:
    items = enumerate(desk.report.shortcomings)
    yield from desk.dashed((item.text, ("shortcomings", n, "text")) for n, item in items)


def _causes(desk: Desk) -> Iterator[Paragraph]:
    """Causes (nguyên nhân): of the results, then of the shortcomings."""
    titles = tables.read("outline")["causes"]
    groups = (Group(title, _causes_of(desk, of)) for of, title in titles.items())
    yield from desk.headings(Role.HEADING_3, groups)


def _causes_of(desk: Desk, of: str) -> Iterator[Paragraph]:
    """The causes of results or of shortcomings: objective ones, then subjective ones."""
    causes = [(n, cause) for n, cause in enumerate(desk.report.causes) if cause.of == of]
    for kind, lead in tables.read("outline")["leads"].items():
        alike = ((cause.text, ("causes", n, "text")) for n, cause in causes if cause.kind == kind)
        yield from desk.dashed(alike, lead)


def lessons(desk: Desk) -> Iterator[Paragraph]:
    """Lessons learnt (bài học kinh nghiệm), each after its numeral."""
    yield from desk.lead("lessons")
    yield from desk.enumerated(desk.report.lessons, "lessons")


def directions(desk: Desk) -> Iterator[Paragraph]:
    """What is to be done next (phương hướng, nhiệm vụ, giải pháp)."""
    yield from desk.lead("directions")
    yield from desk.headed(desk.report.directions, "directions")


def proposals(desk: Desk) -> Iterator[Paragraph]:
    """What is asked of others (kiến nghị, đề xuất), grouped by addressee."""
    addressees: dict[str, list[Sourced]] = {}
    for n, proposal in enumerate(desk.report.proposals):
        asked = addressees.setdefault(proposal.to, [])
        asked.append((proposal.text, ("proposals", n, "text")))
    groups = (_asked(desk, to, asked) for to, asked in addressees.items())
    yield from desk.headings(Role.HEADING_2, groups)


def _asked(desk: Desk, to: str, asked: list[Sourced]) -> Group:
    """Return what is asked of one addressee."""
    also = tuple((*at[:-1], "to") for _, at in asked)
    return Group(f"Đối với {to}" if to else "", desk.dashed(asked), also=also)


Section = Callable[[Desk], Iterator[Paragraph]]

#: The sections by the name of their heading.
SECTIONS: dict[str, Section] = {
    "situation": situation,
    "leadership": leadership,
    "results": results,
    "assessment": assessment,
    "strengths": _strengths,
    "shortcomings": _shortcomings,
    "causes": _causes,
    "lessons": lessons,
    "directions": directions,
    "proposals": proposals,
}
_ASSESSED = ("strengths", "shortcomings", "causes")
#: The sections of a page in their order; the second tuple is Phần thứ hai.
PARTS = (
    ("situation", "leadership", "results", "assessment", "lessons"),
    ("directions", "proposals"),
)


def body(desk: Desk) -> Iterator[Paragraph]:
    """The body: opening, sections under their headings, closing."""
    yield from desk.body(desk.report.opening, "opening")
    if desk.report.two_parts:
        for n, (name, sections) in enumerate(zip(("part_one", "part_two"), PARTS, strict=True), 1):
            yield from _part(desk, n, name, sections)
    else:
        yield from _sections(desk, chain(*PARTS))
    yield from desk.body(desk.report.closing, "closing")


def _part(desk: Desk, n: int, name: str, sections: Iterable[str]) -> Iterator[Paragraph]:
    paragraphs = _sections(desk, sections)
    if first := next(paragraphs, None):
        yield Paragraph(Role.PART, numeral(desk.profile.numerals.part, n), keep=True)
        yield desk.titled(Role.PART_TITLE, desk.heading(name), "", ("headings", name))
        yield first
        yield from paragraphs


def _sections(desk: Desk, sections: Iterable[str]) -> Iterator[Paragraph]:
    """Tell the sections that have something to say, numbered from I in each part."""
    yield from desk.headings(Role.HEADING_1, map(desk.group, sections))


@cache
def _usual(kind: ReportKind) -> dict[str, str]:
    table: dict[str, dict[str, str]] = tables.read("outline")
    return table["usual"] | table.get(kind.value, {})
