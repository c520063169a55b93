"""Sentences that are right although they look odd: what a rule is tempted to complain of."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from chinhtrinoibo import ReportKind
from chinhtrinoibo import words as printed
from proof.setting import REFORM, Setting

_PLAIN = (
    "Hằng năm, các đơn vị đều tổ chức sơ, tổng kết theo quy định.",
    "Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội phát huy vai trò giám sát.",
    "Tổ công tác gồm 05 đồng chí, mỗi đồng chí phụ trách một lĩnh vực.",
    "Các nhóm Zalo, Facebook và Internet được dùng để tuyên truyền.",
    "Đồng bào Ê Đê, Gia Rai, K'Ho được cấp phát tài liệu song ngữ.",
    "Cán bộ luôn luôn gương mẫu, nếp làm việc mới dần dần hình thành.",
    "Sau dịch COVID-19, các hoạt động trở lại bình thường.",
    "Nội dung Luật Cán bộ, công chức và Hiến pháp năm 2013 được đưa vào tài liệu.",
    "Dịp lễ 30/4 và 01/5, việc trực bảo vệ cơ quan được thực hiện 24/24 giờ.",
    "Lịch tiếp dân từ 7 giờ 30 phút đến 11 giờ, niêm yết tại trụ sở.",
    "100% đơn vị đã xây dựng kế hoạch, đạt 100% kế hoạch.",
    "Tiếp tục duy trì lịch trực vào thứ Bảy, Chủ nhật.",
    "Biên giới giáp các xã Ia Drăng, Đắk Ơ được giữ vững.",
    "Đối với việc khó, các bên bàn bạc, thống nhất rồi mới làm.",
)


_TENTHS = tuple(Decimal(n) / 10 for n in range(1, 5))  # of which no two make up a whole


def _quoted(setting: Setting) -> str:
    one, other = setting.quotes[0], setting.quotes[1]
    first, second = f"{one}tự diễn biến{other}", f"{one}tự chuyển hóa{other}"
    return f"Các biểu hiện {first}, {second} được đấu tranh, ngăn chặn."


def _money(setting: Setting) -> str:
    amount = printed.number(Decimal(setting.rng.randint(1001, 9999)) / 10)
    return f"Kinh phí thực hiện là {amount} triệu đồng, cao gấp 1,5 lần mức bình quân."


def _fewer(setting: Setting) -> str:
    less = setting.rng.randint(5, 9)
    return f"Số đầu mối bên trong giảm từ {less + 7} xuống còn {printed.count(less)}."


def _ordinal(setting: Setting) -> str:
    return (
        f"Phiên họp lần thứ {setting.rng.randint(2, 9)} của năm {_year(setting)} dành một buổi "
        "cho nội dung này."
    )


def _declared(setting: Setting) -> str:
    share = printed.percent(Decimal(setting.rng.randint(801, 989)) / 10)
    return f"Tỷ lệ bao phủ bảo hiểm y tế (sau đây viết tắt là BHYT) cao; thẻ BHYT cấp đạt {share}."


def _overlapping(setting: Setting) -> str:
    women, young = setting.rng.randint(101, 299), setting.rng.randint(11, 99)
    return (
        f"Đã bồi dưỡng {women + 200} cán bộ, trong đó có {women} cán bộ nữ, {young} cán bộ trẻ và "
        f"{printed.count(setting.rng.randint(2, 30))} cán bộ là người dân tộc thiểu số."
    )


def _in_parentheses(setting: Setting) -> str:
    one, other = setting.rng.randint(1, 5), setting.rng.randint(1, 4)
    total, first, second = map(printed.count, (one + other, one, other))
    return (
        f"Đã mở {total} khóa học ({first} khóa học cho cán bộ chủ chốt và {second} khóa học "
        "cho cán bộ cơ sở)."
    )


def _halves(setting: Setting) -> str:
    share = Decimal(setting.rng.randint(400, 600)) / 10
    men, women = printed.percent(share), printed.percent(100 - share)
    return f"Về giới tính, nam chiếm {men}, nữ chiếm {women}."


def _classes(setting: Setting) -> str:
    first, second = (Decimal(setting.rng.randint(10, 49)) + setting.pick(_TENTHS) for _ in range(2))
    shares = [printed.percent(share) for share in (first, second, 100 - first - second)]
    return (
        f"Kết quả xếp loại: xuất sắc chiếm {shares[0]}, tốt chiếm {shares[1]}, hoàn thành chiếm "
        f"{shares[2]}."
    )


def _slash(setting: Setting) -> str:
    count = setting.rng.randint(12, 40)
    return f"Đã có {count}/{count} đơn vị gửi báo cáo đúng hạn."


def _quarter(setting: Setting) -> str:
    if setting.kind is ReportKind.PERIODIC:
        return setting.pick(_PLAIN)
    return f"Riêng quý II/{_year(setting)} và tháng 11/{_year(setting)} có đợt cao điểm."


def _congress(setting: Setting) -> str:
    first = setting.day.year - 1 - (setting.day.year - 1) % 5
    return f"Nghị quyết đại hội nhiệm kỳ {first} - {first + 5} được cụ thể hóa thành chương trình."


def _founded(setting: Setting) -> str:
    if setting.level != "tỉnh":
        return setting.pick(_PLAIN)
    return "Sau khi tái lập tỉnh năm 1991, bộ máy từng bước được kiện toàn."


def _districts(setting: Setting) -> str:
    """Speak of the units of the day."""
    if setting.day >= REFORM:
        return "Các xã, phường đều đã kiện toàn bộ phận một cửa."
    return "Các huyện, thị xã, thành phố đều đã kiện toàn bộ phận một cửa."


def _year(setting: Setting) -> int:
    """Return a year of the period, but for its first, of which only a part may be in it."""
    first, last = setting.period.first.year, setting.period.last.year
    if setting.kind is ReportKind.PERIODIC:
        return last
    return setting.rng.randint(first + 1, last - 1)


_MADE: tuple[Callable[[Setting], str], ...] = (
    *(_quoted, _money, _fewer, _ordinal, _declared, _overlapping, _in_parentheses),
    *(_halves, _classes, _slash, _quarter, _congress, _founded, _districts),
)


def sentences(setting: Setting) -> Iterator[str]:
    """Yield a few such sentences, each once."""
    yield from setting.some(_PLAIN, 1, 3)
    yield from (make(setting) for make in setting.some(_MADE, 2, 4))
