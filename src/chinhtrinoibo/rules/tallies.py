"""Tallies of documents (thống kê văn bản): sums, nested counts, types, capitals."""

from collections.abc import Iterator
from decimal import Decimal

from chinhtrinoibo import words
from chinhtrinoibo.counting.sorts import Fit, document_kind, is_document, sorts
from chinhtrinoibo.findings import Certainty, Fix, Severity
from chinhtrinoibo.messages import Message
from chinhtrinoibo.rules.case import Case
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule
from chinhtrinoibo.rules.stated import Node, flat, lists, wholes

_SHORT = 10  # per cent: a list that misses so little of its whole was meant to be complete
_LEAST_KINDS = 3
_SPACES = " \u00a0"
#: A decision brings documents of other types into force; they are counted with it.
_CARRIERS = frozenset({"quyết định"})


@rule("TALLY01", house("các loại cộng lại bằng tổng số"), severity=Severity.ERROR)
def kinds_add_up_to_the_total(case: Case) -> Remarks:
    """Số văn bản từng loại cộng lại phải bằng tổng số văn bản.

    Số nằm trong ngoặc là một phần của loại đứng trước nên không cộng thêm. Tổng số sai làm cấp
    trên không tổng hợp được.

    Sai: gồm 51 văn bản, trong đó có 01 chỉ thị, 12 quy định, 11 kế hoạch và 26 công văn
    Đúng: gồm 51 văn bản, trong đó có 01 chỉ thị, 12 quy định, 11 kế hoạch và 27 công văn
    """
    for node in case.reading(wholes):
        total = node.parts_total
        if total is None or node.value is None or total == node.value or not _are_documents(node):
            continue
        if node.is_made_up or (total > node.value and _are_kinds(node)):
            yield off_by(node, "tally-sum")
        elif len(node.parts) < _LEAST_KINDS or not _are_kinds(node):
            continue  # a few of them may be named alone
        elif node.partition:  # “gồm” stands before the whole: the article's form
            certainty = None if _is_nearly_complete(node) else Certainty.LIKELY
            yield off_by(node, "tally-sum", certainty=certainty)
        elif _is_nearly_complete(node):
            whole = _is_closed(node)  # “…, 11 kế hoạch và 26 công văn” names the last one
            yield off_by(
                node,
                "tally-short",
                Severity.WARNING if whole else Severity.NOTE,
                Certainty.LIKELY if whole else Certainty.POSSIBLE,
            )


@rule("TALLY02", house("phần không lớn hơn tổng"), severity=Severity.ERROR)
def no_part_is_greater_than_its_whole(case: Case) -> Remarks:
    """Số thành phần không được lớn hơn số chung chứa nó.

    Số đứng sau “trong đó” chỉ là một phần của số đứng trước.

    Sai: 02 quy định (trong đó có 07 quy chế phối hợp)
    Đúng: 07 quy định (trong đó có 02 quy chế phối hợp)
    """
    for node in case.reading(wholes):
        if node.partition:
            continue  # whose sum is judged
        for part in node.parts:
            fit = sorts().fit(node.unit, part.unit)
            if node.value is None or part.value is None or part.value <= node.value or not fit:
                continue
            yield Remark(
                part.place.path,
                Message.of("tally-nested", part=part.said, whole=node.said),
                span=part.place.span,
                expected=f"không quá {words.number(node.value)}",
                actual=words.number(part.value),
                related=[node.place],
                certainty=Certainty.LIKELY if fit is Fit.PERHAPS else None,
            )


@rule("TALLY04", house("mỗi văn bản thuộc một tên loại, theo danh mục tên loại", "S"))
def no_kind_is_counted_under_another(case: Case) -> Remarks:
    """Văn bản loại này không đếm vào loại khác.

    Quy chế và quy định là hai tên loại riêng trong danh mục tên loại văn bản của Đảng; đếm gộp thì
    thống kê theo loại bị sai.

    Sai: 07 quy định (trong đó có 02 quy chế phối hợp)
    Đúng: 05 quy định, 02 quy chế phối hợp
    """
    for node in case.reading(wholes):
        kind = document_kind(node.unit)
        for part in node.parts:
            other = document_kind(part.unit)
            if kind and other and kind != other and kind not in _CARRIERS:
                yield Remark(
                    part.place.path,
                    Message.of("tally-kind", part=part.said, kind=kind, other=other),
                    span=part.place.span,
                    related=[node.place],
                    severity=None if part.passage else Severity.NOTE,  # data pass on what was said
                )


@rule("TALLY05", house("một cách viết hoa tên loại trong các danh sách thống kê"))
def kinds_are_written_in_one_case(case: Case) -> Remarks:
    """Tên loại trong một danh sách thống kê phải cùng viết hoa hoặc cùng viết thường.

    Viết lẫn lộn cho thấy danh sách được ghép từ nhiều nơi. Theo Nghị định 30/2020/NĐ-CP, tên loại
    chỉ viết hoa khi nói tới một văn bản cụ thể.

    Sai: 01 Chỉ thị, 05 hướng dẫn và 27 Công văn
    Đúng: 01 chỉ thị, 05 hướng dẫn và 27 công văn
    """
    listed = [kinds for root in case.reading(lists) if len(kinds := list(_kinds(root))) > 1]
    capitals = [_is_capital(kind) for kinds in listed for kind in kinds]
    usual = 2 * sum(capitals) > len(capitals)
    if len(set(capitals)) < 2:  # noqa: PLR2004 - two ways
        return
    for kinds in listed:
        odd = [kind for kind in kinds if _is_capital(kind) is not usual]
        if not odd:
            continue
        is_mixed = len(odd) < len(kinds)
        first, *others = [kind.place for kind in odd]
        yield Remark(
            first.path,
            Message.of("tally-case" if is_mixed else "tally-case-lists", kinds=_names(odd)),
            span=first.span,
            expected="viết hoa" if usual else "viết thường",
            actual="viết thường" if usual else "viết hoa",
            related=others,
            fix=_recased(odd, capital=usual),
            severity=None if is_mixed else Severity.NOTE,
        )


@rule("PART01", house("“gồm” nêu đủ các phần, “trong đó” nêu một số phần"), severity=Severity.ERROR)
def parts_add_up_to_the_whole(case: Case) -> Remarks:
    """Các phần đứng sau “gồm” cộng lại phải bằng số chung.

    “Gồm”, “bao gồm” nêu đủ các phần; nêu một số phần thì dùng “trong đó”. Các phần sau “trong đó”
    có thể trùng nhau (nữ, dân tộc thiểu số), nên chỉ được nhắc khi tổng vượt số chung.

    Sai: 477 tổ chức cơ sở đảng, gồm 248 đảng bộ cơ sở và 239 chi bộ cơ sở
    Đúng: 477 tổ chức cơ sở đảng, gồm 248 đảng bộ cơ sở và 229 chi bộ cơ sở
    """
    for node in case.reading(wholes):
        total = node.parts_total
        if total is None or node.value is None or total == node.value or is_document(node.unit):
            continue
        fits = [sorts().fit(node.unit, part.unit) for part in node.parts]
        if Fit.NO in fits or max(fits) is Fit.PERHAPS:
            continue
        if node.is_made_up:
            yield off_by(node, "part-sum", certainty=None if _all_sure(fits) else Certainty.LIKELY)
        elif total > node.value and all(
            part.value <= node.value for part in node.parts if part.value
        ):
            yield off_by(node, "part-beyond", Severity.NOTE, Certainty.POSSIBLE)


def off_by(
    node: Node, code: str, severity: Severity | None = None, certainty: Certainty | None = None
) -> Remark:
    """Return the remark that the parts of a count do not make it up; every addend is related."""
    total = Decimal(node.parts_total or 0)
    value = Decimal(node.value or 0)
    return Remark(
        node.place.path,
        Message.of(
            code, whole=node.said, total=words.number(total), gap=words.number(abs(total - value))
        ),
        span=node.place.span,
        expected=f"{node.addends} = {words.number(total)}",
        actual=words.number(value),
        related=[part.place for part in node.parts],
        severity=severity,
        certainty=certainty,
    )


def _are_documents(node: Node) -> bool:
    return is_document(node.unit) and all(is_document(part.unit) for part in node.parts)


def _is_nearly_complete(node: Node) -> bool:
    total, value = node.parts_total or 0, node.value or 0
    return 0 < value - total <= value * _SHORT / 100


def _is_closed(node: Node) -> bool:
    """Tell whether “và” stands before the last part, so that the list was read to its end."""
    passage, last = node.passage, node.parts[-1].place.span
    if passage is None or last is None:
        return False
    return passage.masked[: last.start].rstrip(_SPACES).endswith((" và", "\u00a0và"))


def _are_kinds(node: Node) -> bool:
    """Tell whether the parts are documents of different types, so that none is in two of them."""
    kinds = {document_kind(part.unit) for part in node.parts}
    return "" not in kinds and len(kinds) == len(node.parts) > 1


def _all_sure(fits: list[Fit]) -> bool:
    return all(fit is Fit.SURE for fit in fits)


def _kinds(root: Node) -> Iterator[Node]:
    """Yield the counts of a list of the prose whose unit is a type of document."""
    for node in flat(root):
        if node.passage and node.place.span and document_kind(node.unit):
            yield node


def _is_capital(node: Node) -> bool:
    return node.unit[:1].isupper()


def _names(nodes: list[Node]) -> str:
    return ", ".join(dict.fromkeys(node.unit for node in nodes))


def _recased(nodes: list[Node], *, capital: bool) -> Fix | None:
    """Return the edits of the first letters; None where the words cannot be found."""
    edits = []
    for node in nodes:
        passage, span = node.passage, node.place.span
        at = node.said.find(node.unit)
        if passage is None or span is None or at < 0:
            return None
        letter = span._replace(start=span.start + at, end=span.start + at + 1)
        found = letter.of(passage.text)
        edits.append(passage.edit(letter, found.upper() if capital else found.lower()))
    return Fix(edits)


RULES = (
    kinds_add_up_to_the_total,
    no_part_is_greater_than_its_whole,
    no_kind_is_counted_under_another,
    kinds_are_written_in_one_case,
    parts_add_up_to_the_whole,
)
