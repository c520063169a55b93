"""Prose with its marks resolved: citations in full first and short afterwards, tallies, figures."""

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from chinhtrinoibo import words
from chinhtrinoibo.docnumber import DocumentNumber
from chinhtrinoibo.errors import InvalidDate, InvalidNumber, InvalidReference
from chinhtrinoibo.layout.blocks import Paragraph, Run
from chinhtrinoibo.layout.origins import Origin, stretches
from chinhtrinoibo.layout.profiles import Profile
from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model.reports import SummaryReport
from chinhtrinoibo.paths import Steps
from chinhtrinoibo.references import Emphasis, Form, Mark, Target, parse
from chinhtrinoibo.text import ToneStyle, compose, tone_marks

if TYPE_CHECKING:
    from chinhtrinoibo.model.documents import Document
    from chinhtrinoibo.model.figures import Figure


class Narrator:
    """Tells the prose of one report, from its first line to its last.

    The one thing it remembers is which documents it has cited: the first mention is in full.

    Args:
        report: the report.
        profile: its form.
        traced: whether paragraphs are to know where their words come from.
    """

    def __init__(self, report: SummaryReport, profile: Profile, *, traced: bool = False) -> None:
        self._report, self._profile, self.traced = report, profile, traced
        self._cited: set[tuple[str, ...]] = set()
        keep = profile.style.tone_marks == "keep"
        self._tones = None if keep else ToneStyle(profile.style.tone_marks)

    def tell(
        self,
        role: Role,
        prose: str,
        lead: str = "",
        at: Steps = (),
        also: tuple[Steps, ...] = (),
        *,
        keep: bool = False,
    ) -> Paragraph:
        """Return the paragraph that ``prose`` becomes, after the numeral ``lead``.

        Args:
            role: what it is on the page.
            prose: its words, as typed.
            lead: what stands in front of them.
            at: where the prose stands in the data.
            also: further places in the data that it speaks of.
            keep: whether it stays on the page of what follows.

        Raises:
            InvalidReference: a mark names nothing that the report knows.
        """
        prose = prose.rstrip("\n")  # which blocks of YAML end in
        if "[[" not in prose and "*" not in prose and "\\" not in prose:
            text = lead + prose
            told = Paragraph(role, text if self._tones is None else self._spelt(text), (), keep)
            return self._from(told, at, also, prose, lead, []) if self.traced else told
        text, runs, marks = lead, [], []
        for piece in parse(prose):
            start = len(text)
            text += self._spelt(self.resolve(piece) if isinstance(piece, Mark) else piece.text)
            if piece.emphasis is not Emphasis.NONE and len(text) > start:
                runs.append(Run(start, len(text), piece.emphasis))
            if isinstance(piece, Mark):
                marks.append(len(text) - start)
        told = Paragraph(role, text, tuple(runs), keep)
        return self._from(told, at, also, prose, lead, marks) if self.traced else told

    def origin(self, *at: Steps) -> Origin | None:
        """Return the origin of a paragraph that is not told, if origins are asked for."""
        return Origin(at[0], also=at[1:]) if self.traced else None

    @staticmethod
    def _from(
        told: Paragraph,
        at: Steps,
        also: tuple[Steps, ...],
        prose: str,
        lead: str,
        marks: list[int],
    ) -> Paragraph:
        """Return a paragraph with its origin."""
        became = stretches(prose, len(lead), marks) if at else ()
        return told._replace(origin=Origin(at, became, also))

    def forget(self) -> None:
        """Begin anew, as the body does after the title: its first mentions are in full again."""
        self._cited.clear()

    def _spelt(self, text: str) -> str:
        return text if self._tones is None else tone_marks(text, self._tones)

    def resolve(self, mark: Mark) -> str:
        """Return the words that a mark stands for.

        Raises:
            InvalidReference: it names nothing that the report knows.
        """
        match mark.target:
            case Target.DOCUMENT:
                return self._cite(mark)
            case Target.TALLY:
                return self._tally(mark)
            case Target.FIGURE:
                return self._figure(mark)
            case Target.PERIOD:
                return self._period(mark)

    def _cite(self, mark: Mark) -> str:
        document = self.document(mark)
        if mark.form is Form.NUMBER:
            return str(document.number or document.heading)
        told = document.identity in self._cited
        if mark.form is Form.SHORT or (told and mark.form is Form.DEFAULT):
            return document.heading
        self._cited.add(document.identity)
        return document.cite(comma=self._profile.words.citation_comma, title=True)

    def document(self, mark: Mark) -> "Document":
        """Return the document that a mark names.

        Raises:
            InvalidReference: it names none, or several.
        """
        match self._named(mark.name):
            case [document]:
                return document
            case []:
                known = words.join(_names(self._report.known_documents)[:5]) or "–"
                raise _unknown(mark, "mark-document", name=mark.name, known=known)
            case several:
                known = "; ".join(document.cite() for document in several)
                raise _unknown(mark, "mark-ambiguous", name=mark.name, known=known)

    def _named(self, name: str) -> "list[Document]":
        """Return the documents of that name; a date behind a comma tells namesakes apart."""
        if found := self._by_name.get(_key(name)):
            return found
        number, comma, day = name.rpartition(",")
        with suppress(InvalidDate, InvalidNumber):
            if not comma:
                return self._by_name.get(_key(str(DocumentNumber.parse(name))), [])
            date = words.parse_date(day)
            return [document for document in self._named(number) if document.date == date]
        return []

    @cached_property
    def _by_name(self) -> "dict[str, list[Document]]":
        index: dict[str, list[Document]] = {}
        known = {document.identity: document for document in reversed(self._report.known_documents)}
        for document in reversed(known.values()):
            for name in document.names:
                index.setdefault(_key(name), []).append(document)
        return index

    def _tally(self, mark: Mark) -> str:
        register = self._report.register
        tally = register.tally(mark.name) if register is not None else None
        if tally is None or (tally.total is None and mark.form is Form.VALUE):
            name = f":{mark.name}" if mark.name else ""
            raise _unknown(mark, "mark-no-tally", name=f"#tally{name}")
        if mark.form is Form.VALUE and tally.total is not None:
            return words.count(tally.total)
        style = self._profile.style
        return tally.words(style.tally_lead, capital=style.tally_case == "capital")

    def _period(self, mark: Mark) -> str:
        period = self._report.period
        if period is None:
            raise _unknown(mark, "mark-no-period", name="#period")
        if mark.form is Form.YEARS:
            term = period.last.year - period.first.year  # 2020 - 2025 are five years
            long = term if period.kind == "term" else period.years_long
            if not long:
                raise _unknown(mark, "mark-no-years", period=period)
            return f"{words.count(period.count or long)} năm"
        return str(period)

    def _figure(self, mark: Mark) -> str:
        figure = next((f for f in self._report.figures if f.key == mark.name), None)
        if figure is None:
            known = ", ".join(f.key for f in self._report.figures) or "–"
            raise _unknown(mark, "mark-figure", name=mark.name, known=known)
        said = _figure_form(figure, mark.form)
        if said is None:
            raise _unknown(mark, f"mark-no-{mark.form}".replace("_", "-"), name=mark.name)
        return said


def _figure_form(figure: "Figure", form: Form) -> str | None:
    match form:
        case Form.CHANGE:
            return figure.change()
        case Form.SHARE:
            return figure.share()
        case Form.VALUE:
            return figure.plain()
        case Form.PERIOD:
            return str(figure.period) if figure.period else None
        case Form.AS_OF:
            return words.short_date(figure.as_of) if figure.as_of else None
        case _:
            return str(figure)


def _unknown(mark: Mark, code: str, **values: object) -> InvalidReference:
    return InvalidReference(mark.name, Message.of(code, **values))


def _key(name: str) -> str:
    return compose(name).casefold().replace(" ", "")


def _names(documents: "tuple[Document, ...]") -> list[str]:
    return [document.key or str(document.number or document.heading) for document in documents]
