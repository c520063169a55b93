"""One mention of a document (một lần viện dẫn): what is printed, and what stands around it."""

import re
from functools import cached_property
from typing import TypeAlias

import attrs

from chinhtrinoibo.citations import Citation
from chinhtrinoibo.citations.patterns import UPPER
from chinhtrinoibo.findings import Place
from chinhtrinoibo.model.documents import Document
from chinhtrinoibo.references import Form, Mark
from chinhtrinoibo.resolution import Resolution
from chinhtrinoibo.rules.case import Passage
from chinhtrinoibo.spans import Span

Key: TypeAlias = tuple[object, ...]
"""What makes mentions those of one document."""

_ACTS = frozenset({"hiến pháp", "luật", "bộ luật", "pháp lệnh"})
_CONGRESS = re.compile(r"(?i)(?:đại hội|đh)\b")
_ENDS = (". ", "; ", ": ", "\n")
_MEETING = " nghị "
_BEFORE = 600  # characters before a citation, of a sentence that has no end
_SIGHT = 400  # characters behind a citation in which its title ends
_ISSUED_BEHIND = re.compile(r"[^.;\n]*?\sdo\s+(?=[A-ZĐỦỤ])[^.;\n]{2,90}?\sban hành\b")
#: Words with which the subject of a document begins where no “về” stands before it.
_SUBJECT = (
    r",?\s+(?:[“\"]|(?:thực hiện|triển khai|ban hành|quy định|hướng dẫn|phê duyệt|sửa đổi"
    r"|một số|tổ chức|tiếp tục|tăng cường|đẩy mạnh|nâng cao|đổi mới|phát động|quán triệt|xây dựng"
    r"|thi hành|học tập|kiểm tra|giám sát|cụ thể hóa|công bố|thành lập|giao|phát triển|yêu cầu"
    r"|xác định|bổ sung|gửi|kết luận|hỗ trợ|cho phép|đề nghị|thông báo|công nhận|kiện toàn)\b)"
)
TITLE = re.compile(rf"(?i){_SUBJECT}")
_FOLLOWS = rf"(?=\s+về\s|(?i:{_SUBJECT}))"
_OTHER = rf"[{UPPER}](?:(?!\s(?:đã|đang|sẽ|được|có)\s)[^,.;:()“”\"\n]){{1,90}}"
#: Further issuers of a joint paper: “của Bộ Nội vụ, Bộ Tài chính hướng dẫn …”.
_JOINT = re.compile(rf"(?:,\s+{_OTHER}){{0,5}}(?:,|\s+và)\s+{_OTHER}?{_FOLLOWS}")
_JOINED = re.compile(r"liên |L[TN]$|PH$")
#: Committees that a number names: “của Ban Chỉ đạo 35 tỉnh”.
_STEERING = re.compile(
    rf"(?<=Ban Chỉ đạo)\s+[0-9]{{1,3}}(?:\s+(?:tỉnh|thành phố|huyện|xã|phường|Trung ương|Tỉnh ủy"
    rf"|Thành ủy|Huyện ủy|Đảng ủy|quốc gia)(?:\s+[{UPPER}]\w*)*)?{_FOLLOWS}"
)


@attrs.frozen(eq=False)
class Mention:
    """One mention of a document (một lần viện dẫn).

    Attributes:
        passage: the text that holds it.
        citation: what is printed; of a mark, what it stands for.
        resolution: which known document it means.
        mark: the mark, where it is one.
        lender: the citation behind it in a list, whose issuer, term and title are its own too.
        nested: whether it stands in the title of another document.
        key: what its number makes of it; None where it has no whole number.
        identity: the document, by number, and by more where several share it.
    """

    passage: Passage
    citation: Citation
    resolution: Resolution
    mark: Mark | None = None
    lender: Citation | None = None
    nested: bool = False
    key: Key | None = None
    identity: Key | None = None

    @property
    def span(self) -> Span:
        """Its place in the text of the passage."""
        return self.citation.span

    @property
    def place(self) -> Place:
        """Its place, for what is related to it."""
        return self.passage.place(self.span)

    @property
    def document(self) -> Document | None:
        """The document that it means, where that can be told."""
        return self.resolution.document

    @property
    def typed(self) -> bool:
        """Whether it is typed out, and does not only point back."""
        return self.mark is None and not self.citation.back

    @property
    def act(self) -> bool:
        """Whether it is an act, which its name alone tells."""
        return self.citation.kind in _ACTS

    @property
    def congress(self) -> bool:
        """Whether it is what a congress passed."""
        return bool(self.citation.meeting and _CONGRESS.match(self.citation.meeting))

    @property
    def plenum(self) -> bool:
        """Whether it is what a plenum passed, cited by that plenum."""
        return bool(self.citation.meeting) and not self.congress

    @cached_property
    def lead(self) -> str:
        """What stands before it in its sentence, as far as one looks back."""
        text, start = self.passage.masked, self.span.start
        least = max(0, start - _BEFORE)
        return text[max(least, *(text.rfind(end, least, start) + 1 for end in _ENDS)) : start]

    @property
    def enclosed(self) -> bool:
        """Whether it stands in brackets."""
        return self.lead.count("(") > self.lead.count(")")

    @property
    def full(self) -> bool:
        """Whether it tells the day of issue, as the first mention does."""
        if self.mark:
            known = self.document is not None and self.document.date is not None
            return known and self.mark.form in {Form.DEFAULT, Form.FULL}
        return self.citation.date_text is not None

    @property
    def issued_behind(self) -> bool:
        """Whether its issuer stands behind its title: “… do Bộ Nội vụ ban hành”."""
        text, end = self.passage.masked, self.span.end
        return _ISSUED_BEHIND.match(text, end, end + _SIGHT) is not None

    @property
    def issuer(self) -> str:
        """Who issued it, as printed, here or at the end of its list."""
        return self.citation.issuer or (self.lender and self.lender.issuer) or ""

    @property
    def title(self) -> str:
        """Its subject, as printed, here or at the end of its list."""
        return self.citation.title or (self.lender and self.lender.title) or ""

    @cached_property
    def titled(self) -> bool:
        """Whether a subject follows, with “về” before it or without."""
        text, end = self.passage.masked, (self.lender or self.citation).span.end
        told = text.startswith(_MEETING, end)  # “của Hội nghị lần thứ sáu …”, and its title behind
        if _STEERING.match(text, end) or (self._joint and _JOINT.match(text, end)):
            return True
        return bool(self.title) or told or TITLE.match(text, end) is not None

    @property
    def _joint(self) -> bool:
        """Whether several bodies issued it together."""
        citation = self.citation
        signs = (citation.kind, citation.symbol, *(citation.issuer_symbol or "").split("-"))
        several = "-" in (citation.issuer_symbol or "")
        return several or any(_JOINED.search(sign or "") for sign in signs)
