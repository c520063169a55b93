"""Days by which something is asked for (thời hạn): one day, said so that it is one."""

import re
from collections.abc import Iterator

from chinhtrinoibo.findings import Certainty
from chinhtrinoibo.messages import Message
from chinhtrinoibo.rules.case import Case, Passage
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule
from chinhtrinoibo.spans import Span

_DAY = r"(?:ngày\s+)?[0-9]{1,2}\s?[/-]\s?[0-9]{1,2}(?:\s?[/-]\s?[0-9]{4})?(?![0-9/])"
_VAGUE = re.compile(rf"(?i)\b(chậm nhất\s+(?:là\s+)?trước)\s+({_DAY})")
_TWO = re.compile(
    rf"(?i)\btrước\s+({_DAY})\s*[,(;]?\s*(?:(?:và|nhưng)\s+)?(?:chậm nhất|muộn nhất|hạn cuối)\s+"
    rf"(?:là\s+|vào\s+)?({_DAY})"
)
_ASKED = re.compile(rf"(?i)\b(?:trước|chậm nhất|muộn nhất|hạn cuối)\s+(?:là\s+|vào\s+)?({_DAY})")
#: What follows the second day where another body is asked for another thing by it.
_OTHER = re.compile(
    r"[\s,]*(?!(?:để|nhằm|về|theo|qua|cho|tới|đến|bằng|phải|gửi|hoàn thành|là)\b)"
    r"[^\W\d_]+(?:\s+[^\W\d_]+){3}"
)
_LATEST = ("hậm nhất", "uộn nhất", "ạn cuối", "HẬM NHẤT")
_SHORT = 30  # characters from which two sentences that ask the same are no chance
_ASKING = ("proposals", "directions", "closing")


@rule("DUE01", house("mỗi yêu cầu có một thời hạn, hiểu một cách"))
def deadlines_are_one_day(case: Case) -> Remarks:
    """Thời hạn phải là một ngày, hiểu được một cách.

    “Chậm nhất trước ngày 15/9” có người hiểu là 14/9, có người hiểu là 15/9; hai ngày cho một yêu
    cầu thì không biết theo ngày nào.

    Sai: gửi báo cáo chậm nhất trước ngày 15/9/2024
    Đúng: gửi báo cáo chậm nhất ngày 14/9/2024
    """
    for passage in case.body:
        text = passage.masked
        if not any(word in text for word in _LATEST):
            continue  # which is quicker than the patterns
        for found in _VAGUE.finditer(text):
            yield Remark(
                passage.path,
                Message.of("due-vague", found=found[0], day=_bare(found[2])),
                span=Span(*found.span()),
                expected=f"trước {_bare(found[2])}, hoặc chậm nhất {_bare(found[2])}",
                actual=found[0],
            )
        for found in _TWO.finditer(text):
            one, other = _bare(found[1]), _bare(found[2])
            if one != other and not _OTHER.match(text, found.end()):
                yield Remark(
                    passage.path,
                    Message.of("due-two", one=one, other=other),
                    span=Span(*found.span(2)),
                    actual=found[0],
                    related=[passage.place(Span(*found.span(1)))],
                    certainty=Certainty.LIKELY,
                )
    yield from _asked_twice(case)


def _asked_twice(case: Case) -> Iterator[Remark]:
    """Yield the sentences that ask what one before them asked, by another day."""
    first: dict[str, tuple[Passage, Span, str]] = {}
    for passage in case.body:
        if passage.section not in _ASKING:
            continue
        for found in _ASKED.finditer(passage.masked):
            asked = _without_day(passage.masked, found)
            place, day = Span(*found.span(1)), _bare(found[1])
            if len(asked) < _SHORT:
                continue
            before, there, other = first.setdefault(asked, (passage, place, day))
            if day != other:
                yield Remark(
                    passage.path,
                    Message.of("due-two", one=other, other=day),
                    span=place,
                    expected=other,
                    actual=day,
                    related=[before.place(there)],
                    certainty=Certainty.LIKELY,
                )


def _without_day(text: str, found: re.Match[str]) -> str:
    """Return the sentence around a deadline, without that day."""
    start = max(text.rfind(end, 0, found.start()) for end in (". ", "; ", "\n")) + 1
    ends = [at for end in (". ", "; ", "\n") if (at := text.find(end, found.end())) >= 0]
    stop = min(ends, default=len(text))
    kept = f"{text[start : found.start(1)]} {text[found.end(1) : stop]}"
    return " ".join(kept.casefold().rstrip(". ").split())


def _bare(day: str) -> str:
    """Return a day with “ngày” before it, without blanks and zeros in front."""
    figures = re.findall("[0-9]+", day)
    return "ngày " + "/".join(
        f"{int(part):02}" if n == 0 else str(int(part)) for n, part in enumerate(figures)
    )


RULES = (deadlines_are_one_day,)
