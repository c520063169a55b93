"""The report itself (báo cáo): everything that the other rooms of the model hold, together."""

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from chinhtrinoibo.docnumber import DocumentNumber, as_number
from chinhtrinoibo.kinds import System
from chinhtrinoibo.model._fields import as_count, as_day, cleaned
from chinhtrinoibo.model.organizations import Organization, as_organization
from chinhtrinoibo.text import clean

if TYPE_CHECKING:  # a report opens only the rooms that it has something from
    from chinhtrinoibo.model.annexes import Annex
    from chinhtrinoibo.model.documents import Directive, Document
    from chinhtrinoibo.model.figures import Figure
    from chinhtrinoibo.model.headings import Headings
    from chinhtrinoibo.model.lessons import Direction, Lesson, Proposal
    from chinhtrinoibo.model.registers import Register
    from chinhtrinoibo.model.results import Result
    from chinhtrinoibo.model.secrecy import SecrecyMark
    from chinhtrinoibo.model.shortcomings import Cause, Shortcoming
    from chinhtrinoibo.model.signing import Recipient, Signature
    from chinhtrinoibo.periods import ReportingPeriod


class ReportKind(StrEnum):
    """What sort of report it is (loại báo cáo)."""

    FINAL = "tổng kết"  # closes a span
    INTERIM = "sơ kết"  # a look back halfway
    PERIODIC = "định kỳ"  # week, month, quarter, half-year, year


class Urgency(StrEnum):
    """How urgent the report is (mức độ khẩn)."""

    URGENT = "khẩn"
    VERY_URGENT = "thượng khẩn"
    MOST_URGENT = "hỏa tốc"


@attrs.frozen(kw_only=True)
class SummaryReport:
    """A report of a committee on its work (báo cáo tổng kết, sơ kết, định kỳ).

    Sections that are empty are silent: a report with results and lessons only is valid.
    Prose may hold the marks of :mod:`chinhtrinoibo.references`.

    Attributes:
        title: the subject (trích yếu), in lower case, without a full stop; prose.
        issuer: who reports.
        kind: what sort of report it is.
        number: number and symbol; without a serial in a draft.
        date: the day of issue; None in a draft.
        place: where it is dated; the issuer's place if empty.
        draft: the number of the draft (dự thảo lần n); None for the final text.
        period: the period reported on.
        profile: the form to print in, by name; chosen by system and date if empty.
        directive: the directive that is being summed up.
        documents: further documents that the prose cites.
        register: the documents issued in the period, listed or stated.
        figures: the figures that the prose and the annexes show.
        opening: the opening formula and the bases; prose.
        situation: features of the situation; prose.
        leadership: leadership and launch; prose.
        results_lead: the paragraph before the results; prose.
        results: the results, one a task group of the directive.
        strengths: what went well; prose.
        shortcomings: what fell short.
        causes: why.
        lessons_lead: the paragraph before the lessons; prose.
        lessons: the lessons learnt.
        directions_lead: the paragraph before the directions; prose.
        directions: what is to be done next.
        proposals: what is asked of others.
        closing: the last paragraphs of the body; prose.
        two_parts: whether the body is cut into Phần thứ nhất and Phần thứ hai.
        headings: words for headings that differ from the usual ones.
        annexes: tables of one's own behind the report.
        signature: who signs.
        addressee: “Kính gửi”, in the State form of a report sent upward.
        recipients: who receives it.
        filed_at: where the archive copy is kept, as in “Văn phòng Tỉnh ủy”.
        urgency: how urgent it is.
        circulation: a limit on circulation, as in “Lưu hành nội bộ”.
        secrecy: the secrecy mark; a marked report is written on explicit request only.
    """

    title: str = attrs.field(converter=clean)
    issuer: Organization = attrs.field(converter=as_organization)
    kind: ReportKind = attrs.field(default=ReportKind.FINAL, converter=ReportKind)
    number: DocumentNumber | None = attrs.field(default=None, converter=as_number)
    date: dt.date | None = attrs.field(default=None, converter=as_day)
    place: str = attrs.field(default="", converter=clean)
    draft: int | None = attrs.field(default=None, converter=as_count)
    period: "ReportingPeriod | None" = None
    profile: str = attrs.field(default="", converter=clean)
    directive: "Directive | None" = None
    documents: "tuple[Document, ...]" = attrs.field(default=(), converter=tuple["Document", ...])
    register: "Register | None" = None
    figures: "tuple[Figure, ...]" = attrs.field(default=(), converter=tuple["Figure", ...])
    opening: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    situation: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    leadership: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    results_lead: str = attrs.field(default="", converter=clean)
    results: "tuple[Result, ...]" = attrs.field(default=(), converter=tuple["Result", ...])
    strengths: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    shortcomings: "tuple[Shortcoming, ...]" = attrs.field(
        default=(), converter=tuple["Shortcoming", ...]
    )
    causes: "tuple[Cause, ...]" = attrs.field(default=(), converter=tuple["Cause", ...])
    lessons_lead: str = attrs.field(default="", converter=clean)
    lessons: "tuple[Lesson, ...]" = attrs.field(default=(), converter=tuple["Lesson", ...])
    directions_lead: str = attrs.field(default="", converter=clean)
    directions: "tuple[Direction, ...]" = attrs.field(default=(), converter=tuple["Direction", ...])
    proposals: "tuple[Proposal, ...]" = attrs.field(default=(), converter=tuple["Proposal", ...])
    closing: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    two_parts: bool = False
    headings: "Headings | None" = None
    annexes: "tuple[Annex, ...]" = attrs.field(default=(), converter=tuple["Annex", ...])
    signature: "Signature | None" = None
    addressee: str = attrs.field(default="", converter=clean)
    recipients: "tuple[Recipient, ...]" = attrs.field(default=(), converter=tuple["Recipient", ...])
    filed_at: str = attrs.field(default="", converter=clean)
    urgency: Urgency | None = attrs.field(
        default=None, converter=attrs.converters.optional(Urgency)
    )
    circulation: str = attrs.field(default="", converter=clean)
    secrecy: "SecrecyMark | None" = None

    def __str__(self) -> str:
        number = f" số {self.number}" if self.number else ""
        return f"Báo cáo{number} {self.title}"

    @property
    def system(self) -> System:
        """Whose rules of form apply: by the number, and Party where there is none."""
        return self.number.system if self.number else System.PARTY

    @property
    def known_documents(self) -> "tuple[Document, ...]":
        """Every document that the prose may cite: the directive, those cited, the register."""
        directive = (self.directive.document,) if self.directive else ()
        return (*directive, *self.documents, *(self.register or ()))
