"""Secrecy (bí mật nhà nước): what a marked document says does not go into an unmarked report."""

from chinhtrinoibo.findings import Severity
from chinhtrinoibo.messages import Message
from chinhtrinoibo.references import Form
from chinhtrinoibo.rules.case import Case
from chinhtrinoibo.rules.citing import mentions, places_of
from chinhtrinoibo.rules.mention import Mention
from chinhtrinoibo.rules.rule import Remark, Remarks, clause, rule


@rule(
    "SECRET01",
    clause("luat29", "sử dụng thông tin bí mật nhà nước", "I"),
    clause("luat117", "sử dụng thông tin bí mật nhà nước", "I"),
    severity=Severity.ERROR,
)
def marked_sources_stay_marked(case: Case) -> Remarks:
    """Báo cáo không có dấu mật thì không được trích văn bản mang dấu mật.

    Thư viện không tự xác định độ mật; chỉ nhắc khi dữ liệu ghi văn bản mang dấu mật. Trích yếu của
    văn bản mật cũng có thể là bí mật.

    Sai: văn bản có secrecy: mật, báo cáo không có secrecy
    Đúng: bỏ phần trích, hoặc báo cáo mang dấu do người có thẩm quyền quyết định
    """
    if case.report.secrecy:
        return
    told: set[object] = set()
    for mention in case.reading(mentions):
        document = mention.document
        if document is None or document.secrecy is None or document.identity in told:
            continue
        told.add(document.identity)
        yield Remark(
            mention.passage.path,
            Message.of("secret-source", text=document.heading, level=document.secrecy.upper()),
            span=mention.span,
            related=places_of(case, [document]),
            severity=None if _tells_its_subject(mention) else Severity.WARNING,
        )


def _tells_its_subject(mention: Mention) -> bool:
    """Tell whether a mention prints the subject of its document."""
    if mention.mark:
        return mention.mark.form in {Form.DEFAULT, Form.FULL} and bool(mention.citation.title)
    return mention.titled


RULES = (marked_sources_stay_marked,)
