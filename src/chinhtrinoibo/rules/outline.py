"""The outline (bố cục): sections that are missing or empty, causes, addressees."""

import re

from chinhtrinoibo import tables
from chinhtrinoibo.findings import Certainty, Severity
from chinhtrinoibo.layout.marks import broken_marks
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model.reports import ReportKind, SummaryReport
from chinhtrinoibo.model.shortcomings import Cause, CauseKind, CauseOf
from chinhtrinoibo.rules.case import Case
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule

_OUTLINE = house("đề cương thường dùng của báo cáo tổng kết, sơ kết", "S2")
_NEEDED = ("results", "shortcomings", "lessons", "directions")
_NEEDED_PERIODIC = ("results", "shortcomings", "directions")
_ABRIDGED_LACKS = ("shortcomings", "causes", "directions", "proposals")
_LISTS = ("results", "lessons", "directions")
_ASK = re.compile(r"(?i:đề nghị|kiến nghị|đề xuất)(?:,? (?:với|đối với))? ")


@rule("MARK01", house("dấu trong lời văn phải có nghĩa"), severity=Severity.ERROR)
def marks_name_something(case: Case) -> Remarks:
    """Dấu [[…]] phải trỏ tới văn bản, số liệu hoặc kỳ báo cáo có trong dữ liệu.

    Dấu không trỏ tới đâu thì không dựng được báo cáo.

    Sai: thực hiện [[40-CT/TW]] khi dữ liệu chỉ có 39-CT/TW
    Đúng: thực hiện [[39-CT/TW]]
    """
    for path, span, reason in broken_marks(case.report, case.profile):
        yield Remark(path, reason, span=span)


@rule("OUTLINE01", house("báo cáo phải có nội dung"), severity=Severity.ERROR)
def report_has_a_body(case: Case) -> Remarks:
    """Báo cáo phải có nội dung.

    Chưa có mục nào thì không dựng được báo cáo.

    Sai: chỉ có tiêu đề và cơ quan ban hành
    Đúng: có thêm ít nhất một mục, như kết quả hoặc bài học kinh nghiệm
    """
    if not any(passage.text.strip() for passage in case.body):
        yield Remark("$", Message.of("report-empty"))


@rule("OUTLINE02", _OUTLINE)
def report_has_its_sections(case: Case) -> Remarks:
    """Báo cáo cần đủ các mục: kết quả, hạn chế, bài học kinh nghiệm, phương hướng.

    Thiếu hạn chế hoặc phương hướng, cấp trên khó đánh giá và khó tổng hợp. Bài viết rút gọn, chỉ
    có kết quả và bài học, chỉ được nhắc một lần.

    Sai: có kết quả và kiến nghị, không có hạn chế
    Đúng: có kết quả, hạn chế, nguyên nhân, bài học, phương hướng, kiến nghị
    """
    report = case.report
    if not case.body:
        return  # which is another rule's
    missing = [section for section in _needed(report) if not getattr(report, section)]
    if missing and not any(getattr(report, section) for section in _ABRIDGED_LACKS):
        names = ", ".join(_name(report, section) for section in missing)
        message = Message.of("outline-abridged", names=names)
        yield Remark("$", message, severity=Severity.NOTE)
        return
    for section in missing:
        message = Message.of("outline-missing", name=_name(report, section), key=section)
        yield Remark(f"$.{section}", message)


@rule("OUTLINE03", house("mục đã nêu thì phải có nội dung"))
def sections_are_filled(case: Case) -> Remarks:
    """Mục đã nêu thì phải có nội dung.

    Mục trống không được in ra, và thường là chỗ còn bỏ sót.

    Sai: có lời dẫn bài học kinh nghiệm nhưng không có bài học nào
    Đúng: sau lời dẫn có ít nhất một bài học
    """
    report = case.report
    for section in _LISTS:
        items = getattr(report, section)
        if getattr(report, f"{section}_lead") and not items:
            yield Remark(f"$.{section}_lead", Message.of("outline-lead", key=section))
        for n, item in enumerate(items):
            if not "".join((item.title, *item.paragraphs)).strip():
                yield Remark(f"$.{section}[{n}]", Message.of("outline-empty"))
    for passage in case.passages:
        if not passage.text.strip():
            yield Remark(passage.path, Message.of("outline-empty"))


@rule("CAUSE01", _OUTLINE)
def shortcomings_have_causes(case: Case) -> Remarks:
    """Hạn chế, khuyết điểm phải có nguyên nhân.

    Không rõ nguyên nhân thì chưa có căn cứ để nêu giải pháp. Báo cáo định kỳ thường không có mục
    nguyên nhân, nên chỉ được gợi ý.

    Sai: nêu hai hạn chế, mục nguyên nhân để trống
    Đúng: mỗi hạn chế có ít nhất một nguyên nhân
    """
    causes = _causes(case.report)
    if case.report.shortcomings and not causes:
        periodic = case.report.kind is ReportKind.PERIODIC
        severity = Severity.NOTE if periodic else Severity.WARNING
        yield Remark("$.shortcomings", Message.of("cause-missing"), severity=severity)
        return
    explained = {key for cause in causes for key in cause.shortcomings}
    if any(not cause.shortcomings for cause in causes):
        return  # it explains them all
    for n, shortcoming in enumerate(case.report.shortcomings):
        if shortcoming.key and shortcoming.key not in explained:
            message = Message.of("cause-missing-of", key=shortcoming.key)
            yield Remark(f"$.shortcomings[{n}]", message)


@rule("CAUSE02", _OUTLINE)
def causes_are_also_subjective(case: Case) -> Remarks:
    """Nguyên nhân của hạn chế phải có nguyên nhân chủ quan.

    Chỉ nêu nguyên nhân khách quan thì chưa rõ trách nhiệm và cách khắc phục.

    Sai: chỉ có nguyên nhân khách quan: địa bàn rộng
    Đúng: nguyên nhân chủ quan: công tác kiểm tra chưa thường xuyên
    """
    causes = _causes(case.report)
    if causes and all(cause.kind is CauseKind.OBJECTIVE for cause in causes):
        yield Remark("$.causes", Message.of("cause-objective"), expected="chủ quan")


@rule("ASK01", _OUTLINE, severity=Severity.NOTE, certainty=Certainty.LIKELY)
def proposals_have_an_addressee(case: Case) -> Remarks:
    """Kiến nghị phải nêu rõ gửi tới cơ quan nào.

    Không có nơi nhận thì không cơ quan nào trả lời.

    Sai: Đề nghị sớm sửa đổi quy định về chế độ báo cáo.
    Đúng: Đề nghị Ban Bí thư sớm sửa đổi quy định về chế độ báo cáo.
    """
    for n, proposal in enumerate(case.report.proposals):
        if proposal.text and not proposal.to and not _names_a_body(proposal.text):
            yield Remark(f"$.proposals[{n}].text", Message.of("ask-addressee"))


def _needed(report: SummaryReport) -> tuple[str, ...]:
    return _NEEDED_PERIODIC if report.kind is ReportKind.PERIODIC else _NEEDED


def _name(report: SummaryReport, section: str) -> str:
    usual: dict[str, str] = tables.read("outline")["usual"]
    return getattr(report.headings, section, "") or usual[section]


def _causes(report: SummaryReport) -> list[Cause]:
    return [cause for cause in report.causes if cause.of is CauseOf.SHORTCOMINGS]


def _names_a_body(text: str) -> bool:
    """Tell whether a capital follows the verb of asking, as in “Đề nghị Ban Bí thư”."""
    return any(text[found.end() :][:1].isupper() for found in _ASK.finditer(text))


RULES = (
    marks_name_something,
    report_has_a_body,
    report_has_its_sections,
    sections_are_filled,
    shortcomings_have_causes,
    causes_are_also_subjective,
    proposals_have_an_addressee,
)
