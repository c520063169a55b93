"""The words of the page: 60 paragraphs of 500 characters, and rows of an annex of documents.

A seeded generator puts them together, so every run on every machine sees the same text.
"""

import random
from collections.abc import Iterator
from typing import Any, TypeAlias

Page: TypeAlias = dict[str, Any]
"""Ten ``results``, each a title and six paragraphs, and the ``rows`` of the annex."""

KINDS = (
    ("Chỉ thị", "CT"),
    ("Chương trình", "CTr"),
    ("Công văn", "CV"),
    ("Hướng dẫn", "HD"),
    ("Kế hoạch", "KH"),
    ("Kết luận", "KL"),
    ("Thông báo", "TB"),
)
ISSUERS = ("Ban Thường vụ Tỉnh ủy", "Ban Tổ chức Tỉnh ủy", "Thường trực Tỉnh ủy")
_JOINTS = """
bởi, các, cho, cùng, của, cũng, cần, do, dưới, được, đã, đang, đến, đó, để, gắn, giữa, hơn, khi,
không, là, lại, một, mọi, mỗi, nhằm, những, như, nên, phải, qua, rất, ra, sau, sẽ, theo, thì, tại,
tới, trong, trên, trước, từ, từng, và, vào, vẫn, về, vì, với, xuống
"""

_WORDS = """
an ninh, an toàn, ban hành, bàn giao, báo cáo, bảo đảm, bảo vệ, bám sát, bất cập, bền vững,
bình đẳng, bí mật, bổ nhiệm, bổ sung, bồi dưỡng, bước đầu, cải cách, cán bộ, cảnh giác, cấp ủy,
cẩn trọng, chặt chẽ, chất lượng, chấp hành, chậm trễ, chỉ đạo, chỉ thị, chia sẻ, chiến lược,
chính quyền, chính sách, chính trị, chủ động, chủ quan, chủ trương, chuẩn bị, chuyên đề,
chuyên môn, chuyển biến, chức năng, chương trình, cơ bản, cơ chế, cơ quan, cơ sở, củng cố,
cụ thể, công chức, công dân, công khai, công nghệ, công tác, công tâm, cuộc sống, cương quyết,
cưỡng chế, dài hạn, danh mục, dân chủ, dân cư, dân tộc, diễn biến, dự báo, dự thảo, dứt điểm,
duy trì, đa dạng, đại biểu, đánh giá, đào tạo, đảng viên, đất nước, đầu mối, đầu tư, đấu tranh,
đề án, đề xuất, đề nghị, địa bàn, địa phương, điều chỉnh, điều kiện, định hướng, định kỳ,
đoàn kết, đoàn thể, đội ngũ, đối tượng, đối thoại, đổi mới, đồng bộ, đồng thuận, đơn vị,
đúng đắn, đường lối, giá trị, giải pháp, giải quyết, giám sát, gián đoạn, giao ban, giáo dục,
gìn giữ, góp phần, gương mẫu, hạn chế, hành chính, hằng năm, hệ thống, hiệu lực, hiệu quả,
hoàn thiện, hoàn thành, hoạt động, học tập, hồ sơ, hội nghị, hội nhập, hợp đồng, hợp tác,
huyện ủy, hướng dẫn, kế hoạch, kế thừa, kết hợp, kết luận, kết quả, khách quan, khai thác,
khám phá, khảo sát, khắc phục, khen thưởng, kiểm điểm, kiểm soát, kiểm tra, kiên trì, kiến nghị,
kiện toàn, kinh nghiệm, kinh tế, kịp thời, kỹ năng, kỹ thuật, kỷ cương, kỷ luật, lãnh đạo,
lâu dài, lề lối, lịch sử, liên kết, liên tục, linh hoạt, lĩnh vực, lối sống, lợi dụng, lợi ích,
luân chuyển, lực lượng, lưu trữ, lý luận, mạng lưới, mạnh mẽ, mặt trận, mâu thuẫn, mẫu mực,
minh bạch, môi trường, mục đích, mục tiêu, nâng cao, năng lực, nền tảng, nếp sống, ngăn chặn,
nghiêm túc, nghiên cứu, nghiệp vụ, nghị quyết, nguồn lực, nguyên nhân, nguyên tắc, nguy cơ,
nhân dân, nhân sự, nhận thức, nhiệm kỳ, nhiệm vụ, nội bộ, nội dung, nông thôn, nỗ lực, ổn định,
phát hiện, phát huy, phát triển, phẩm chất, phân công, phân tích, phòng ngừa, phong trào,
phối hợp, phổ biến, phục vụ, phương án, phương châm, phương thức, quán triệt, quan điểm,
quan hệ, quan tâm, quản lý, quy chế, quy định, quy hoạch, quy trình, quyền hạn, quyết liệt,
quyết tâm, rà soát, rõ ràng, rộng rãi, rút ra, sai phạm, sáng kiến, sáng tạo, sắp xếp, sâu sát,
sinh hoạt, số liệu, sơ kết, sử dụng, sức mạnh, sự nghiệp, tài chính, tài liệu, tập huấn,
tập thể, tập trung, tăng cường, tham mưu, thanh niên, thanh tra, thành phần, thành tích,
thành phố, tháo gỡ, thắng lợi, thẩm định, thẩm quyền, thận trọng, thể chế, thi đua, thiết thực,
thông báo, thông suốt, thông tin, thống kê, thống nhất, thời gian, thủ tục, thúc đẩy,
thuận lợi, thuyết phục, thực hiện, thực tiễn, thường trực, thường xuyên, tiêu chuẩn, tiếp nhận,
tiếp tục, tiến độ, tin tưởng, tinh gọn, tinh thần, toàn diện, tổ chức, tổng hợp, tổng kết,
tồn tại, trách nhiệm, triển khai, triệt để, trọng tâm, trung thực, truyền thống, trực thuộc,
trưởng thành, tuân thủ, tuyên truyền, tuyển dụng, tư tưởng, từng bước, tỷ lệ, tỉnh ủy, ủng hộ,
uy tín, ưu điểm, ứng xử, vai trò, vận động, vận hành, văn bản, văn hóa, vấn đề, vi phạm,
vị trí, viên chức, vững chắc, vướng mắc, xã hội, xác định, xác minh, xây dựng, xem xét,
xử lý, xuất phát, xứng đáng, ý kiến, ý thức, yêu cầu, yếu kém
"""
_POOLS = tuple([word.strip() for word in words.split(",")] for words in (_WORDS, _WORDS, _JOINTS))


class Writer:
    """Writes phrases without end."""

    def __init__(self, seed: int = 39) -> None:
        self._choose = random.Random(seed)  # noqa: S311 - nothing is kept secret

    def phrase(self, words: int) -> str:
        """Return some words, every third one a joint, without a capital or a stop."""
        return " ".join(self._choose.choice(_POOLS[n % 3]) for n in range(words))

    def paragraph(self, length: int = 500) -> str:
        """Return sentences of some ``length`` characters in all."""
        text = ""
        while len(text) <= length:
            first, second = self._choose.randrange(5, 11), self._choose.randrange(4, 9)
            text += f"{self.phrase(first).capitalize()}, {self.phrase(second)}. "
        return text[:length].rpartition(" ")[0].rstrip(" .,") + "."

    def rows(self, count: int) -> Iterator[tuple[str, ...]]:
        """Yield the rows of an annex of documents, none like the one before."""
        starts = [self.phrase(4).capitalize() for _ in range(211)]
        ends = [self.phrase(5) for _ in range(307)]
        for n in range(1, count + 1):
            kind, symbol = KINDS[n % 7]
            day = f"{n % 28 + 1:02}/{n % 10 + 3}/{2014 + n % 11}"
            title = f"{starts[n % 211]} {ends[n % 307]}"
            yield str(n), kind, f"{n:02}-{symbol}/TU", day, ISSUERS[n % 3], title


def page(rows: int = 51) -> Page:
    """Return the page: ten results of six paragraphs, and an annex."""
    writer = Writer()
    results = [
        (writer.phrase(7).capitalize(), [writer.paragraph() for _ in range(6)]) for _ in range(10)
    ]
    return {"results": results, "rows": list(writer.rows(rows))}
