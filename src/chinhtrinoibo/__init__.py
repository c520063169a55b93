"""A reporting domain model for the summary reports that Vietnamese committees write.

Facts go in once, as data; out come the official .docx, its annexes and its tables. Names are
loaded when they are first used: this import alone loads neither python-docx nor pendulum.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chinhtrinoibo.alphabet import foreign_letters
    from chinhtrinoibo.citations import Citation, Lexicon, Markup, annotate, find_citations
    from chinhtrinoibo.codec import dump, dump_report, dumps, load, load_report, loads
    from chinhtrinoibo.counting.reading import find_tallies
    from chinhtrinoibo.counting.statements import (
        StatedChange,
        StatedCount,
        StatedRatio,
        StatedShare,
    )
    from chinhtrinoibo.docnumber import DocumentNumber
    from chinhtrinoibo.errors import (
        CannotWrite,
        ClassifiedReport,
        ComposedText,
        InvalidInput,
        InvalidPeriod,
        InvalidSettings,
        InvalidTemplate,
        InvalidValue,
        Problem,
        ReportingError,
        UnreadableSource,
    )
    from chinhtrinoibo.files import check_file
    from chinhtrinoibo.findings import Finding, Findings, Severity
    from chinhtrinoibo.kinds import DocumentKind, System
    from chinhtrinoibo.layout.annexes import AnnexStream
    from chinhtrinoibo.layout.profiles import Profile
    from chinhtrinoibo.model.annexes import Annex
    from chinhtrinoibo.model.documents import Directive, Document
    from chinhtrinoibo.model.figures import Baseline, Figure
    from chinhtrinoibo.model.headings import Headings
    from chinhtrinoibo.model.lessons import Direction, Lesson, Proposal
    from chinhtrinoibo.model.organizations import Level, Organization
    from chinhtrinoibo.model.registers import Register
    from chinhtrinoibo.model.reports import ReportKind, SummaryReport, Urgency
    from chinhtrinoibo.model.results import Result
    from chinhtrinoibo.model.secrecy import Secrecy, SecrecyMark
    from chinhtrinoibo.model.shortcomings import Cause, CauseKind, CauseOf, Shortcoming
    from chinhtrinoibo.model.signing import Authority, Recipient, Signature
    from chinhtrinoibo.model.tasks import TaskGroup
    from chinhtrinoibo.periods import Calendar, PeriodKind, ReportingPeriod
    from chinhtrinoibo.resolution import Outcome, Resolution, resolve
    from chinhtrinoibo.rules.checking import check
    from chinhtrinoibo.rules.fixing import fix
    from chinhtrinoibo.rules.settings import Settings
    from chinhtrinoibo.tallies import Tally
    from chinhtrinoibo.text import ToneStyle, tone_marks
    from chinhtrinoibo.word.writer import to_document, to_docx, write

__version__ = "0.1.0"

_HOMES = {
    "alphabet": ("foreign_letters",),
    "citations": ("Citation", "Lexicon", "Markup", "annotate", "find_citations"),
    "codec": ("dump", "dump_report", "dumps", "load", "load_report", "loads"),
    "counting.reading": ("find_tallies",),
    "counting.statements": ("StatedChange", "StatedCount", "StatedRatio", "StatedShare"),
    "docnumber": ("DocumentNumber",),
    "errors": (
        "CannotWrite",
        "ClassifiedReport",
        "ComposedText",
        "InvalidInput",
        "InvalidPeriod",
        "InvalidSettings",
        "InvalidTemplate",
        "InvalidValue",
        "Problem",
        "ReportingError",
        "UnreadableSource",
    ),
    "files": ("check_file",),
    "findings": ("Finding", "Findings", "Severity"),
    "kinds": ("DocumentKind", "System"),
    "layout.annexes": ("AnnexStream",),
    "layout.profiles": ("Profile",),
    "model.annexes": ("Annex",),
    "model.documents": ("Directive", "Document"),
    "model.figures": ("Baseline", "Figure"),
    "model.headings": ("Headings",),
    "model.lessons": ("Direction", "Lesson", "Proposal"),
    "model.organizations": ("Level", "Organization"),
    "model.registers": ("Register",),
    "model.reports": ("ReportKind", "SummaryReport", "Urgency"),
    "model.results": ("Result",),
    "model.secrecy": ("Secrecy", "SecrecyMark"),
    "model.shortcomings": ("Cause", "CauseKind", "CauseOf", "Shortcoming"),
    "model.signing": ("Authority", "Recipient", "Signature"),
    "model.tasks": ("TaskGroup",),
    "periods": ("Calendar", "PeriodKind", "ReportingPeriod"),
    "resolution": ("Outcome", "Resolution", "resolve"),
    "rules.checking": ("check",),
    "rules.fixing": ("fix",),
    "rules.settings": ("Settings",),
    "tallies": ("Tally",),
    "text": ("ToneStyle", "tone_marks"),
    "word.writer": ("to_document", "to_docx", "write"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Annex",
    "AnnexStream",
    "Authority",
    "Baseline",
    "Calendar",
    "CannotWrite",
    "Cause",
    "CauseKind",
    "CauseOf",
    "Citation",
    "ClassifiedReport",
    "ComposedText",
    "Direction",
    "Directive",
    "Document",
    "DocumentKind",
    "DocumentNumber",
    "Figure",
    "Finding",
    "Findings",
    "Headings",
    "InvalidInput",
    "InvalidPeriod",
    "InvalidSettings",
    "InvalidTemplate",
    "InvalidValue",
    "Lesson",
    "Level",
    "Lexicon",
    "Markup",
    "Organization",
    "Outcome",
    "PeriodKind",
    "Problem",
    "Profile",
    "Proposal",
    "Recipient",
    "Register",
    "ReportKind",
    "ReportingError",
    "ReportingPeriod",
    "Resolution",
    "Result",
    "Secrecy",
    "SecrecyMark",
    "Settings",
    "Severity",
    "Shortcoming",
    "Signature",
    "StatedChange",
    "StatedCount",
    "StatedRatio",
    "StatedShare",
    "SummaryReport",
    "System",
    "Tally",
    "TaskGroup",
    "ToneStyle",
    "UnreadableSource",
    "Urgency",
    "annotate",
    "check",
    "check_file",
    "dump",
    "dump_report",
    "dumps",
    "find_citations",
    "find_tallies",
    "fix",
    "foreign_letters",
    "load",
    "load_report",
    "loads",
    "resolve",
    "to_document",
    "to_docx",
    "tone_marks",
    "write",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its home, once."""
    try:
        home = _HOME_OF[name]
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    value = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*__all__, "__version__"})
