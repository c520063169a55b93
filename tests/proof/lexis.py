"""The words of clean reports: the field's own, invented places, and no person."""

from typing import NamedTuple

#: Provinces and cities that stand before and after 01/7/2025, and invented ones.
PROVINCES = ("Lạng Sơn", "Nghệ An", "Hà Tĩnh", "Quảng Ninh", "Sơn La", "Sông Xanh", "Đồi Vàng")
DISTRICTS = ("Suối Trắng", "Bến Đò", "Gò Sim", "Núi Voi")
COMMUNES = ("Đồng Mơ", "Cầu Đá", "Tân Sơn", "Hòa Lạc", "Khe Sanh Đông")

PARTY_THEMES = (
    "tăng cường công tác bảo vệ chính trị nội bộ trong tình hình hiện nay",
    "nâng cao chất lượng sinh hoạt chi bộ",
    "đẩy mạnh công tác phòng, chống tham nhũng, lãng phí",
    "tăng cường sự lãnh đạo của Đảng đối với công tác tiếp công dân",
    "đổi mới công tác dân vận của các cơ quan trong hệ thống chính trị",
    "tăng cường công tác kiểm tra, giám sát và kỷ luật đảng",
    "nâng cao chất lượng đội ngũ cấp ủy viên ở cơ sở",
    "đẩy mạnh việc nghiên cứu, tổng kết thực tiễn ở địa phương",
)
STATE_THEMES = (
    "đẩy mạnh cải cách thủ tục hành chính",
    "tăng cường kỷ luật, kỷ cương trong cơ quan hành chính",
    "nâng cao chất lượng giải quyết kiến nghị của cử tri",
    "bảo đảm trật tự, an toàn giao thông",
    "thực hành tiết kiệm, chống lãng phí",
    "nâng cao chất lượng công tác văn thư, lưu trữ",
    "phát triển nông thôn mới bền vững",
)
TITLES = (
    "học tập, quán triệt và triển khai thực hiện trong giai đoạn mới",
    "kiểm tra việc chấp hành quy chế làm việc",
    "phân công nhiệm vụ và chế độ báo cáo",
    "rà soát, bổ sung quy hoạch cán bộ",
    "tuyên truyền, phổ biến đến cán bộ và Nhân dân",
    "phối hợp nắm tình hình ở cơ sở",
    "bồi dưỡng nghiệp vụ cho đội ngũ cán bộ",
    "khen thưởng tập thể, cá nhân có thành tích",
)

PARTY_WHO = (
    "Các cấp ủy, tổ chức đảng",
    "Người đứng đầu cấp ủy, cơ quan, đơn vị",
    "Các cơ quan tham mưu, giúp việc",
    "Các chi bộ trực thuộc",
    "Đội ngũ báo cáo viên",
    "Các tổ chức chính trị - xã hội",
    "Đội ngũ cán bộ chủ chốt",
)
STATE_WHO = (
    "Các cơ quan, đơn vị",
    "Người đứng đầu cơ quan, đơn vị",
    "Bộ phận tiếp nhận và trả kết quả",
    "Đội ngũ công chức, viên chức",
    "Các phòng, ban chuyên môn",
    "Các đơn vị sự nghiệp công lập",
)
DID = (
    "đã chủ động triển khai",
    "đã phối hợp thực hiện",
    "thường xuyên đôn đốc, kiểm tra",
    "từng bước đổi mới",
    "kịp thời chấn chỉnh",
    "đã tập trung chỉ đạo",
    "nghiêm túc thực hiện",
    "quan tâm củng cố",
    "đã rà soát, hoàn thiện",
    "duy trì nền nếp",
    "đã cụ thể hóa",
)
WHAT = (
    "việc học tập, quán triệt các văn bản của cấp trên",
    "công tác quản lý hồ sơ cán bộ",
    "chế độ thông tin, báo cáo",
    "quy trình tiếp nhận và xử lý ý kiến phản ánh",
    "việc bồi dưỡng nghiệp vụ cho cán bộ cơ sở",
    "công tác kiểm tra, giám sát chuyên đề",
    "nội dung, phương thức hoạt động của tổ chức cơ sở",
    "việc phân công, phân cấp gắn với trách nhiệm cá nhân",
    "công tác lưu trữ, bảo quản tài liệu",
    "các giải pháp nâng cao chất lượng đội ngũ",
    "việc đối thoại giữa người đứng đầu với Nhân dân",
    "công tác phối hợp giữa các ngành, các cấp",
    "quy chế làm việc và quy chế phối hợp",
    "việc sắp xếp, tinh gọn đầu mối bên trong",
    "hoạt động tuyên truyền trên các phương tiện thông tin",
    "công tác thi đua, khen thưởng",
)
HOW = (
    "",
    " theo đúng kế hoạch",
    " ở hầu hết địa bàn",
    ", bám sát nhiệm vụ được giao",
    ", tạo chuyển biến rõ nét",
    " với nhiều hình thức phù hợp",
    ", gắn với nhiệm vụ chuyên môn",
    ", bảo đảm đúng quy định",
    ", được dư luận đồng tình",
    " một cách thiết thực, hiệu quả",
)
THEN = (
    "Qua đó, nhận thức và trách nhiệm được nâng lên.",
    "Nhiều kiến nghị của cơ sở được giải quyết ngay từ đầu.",
    "Việc chấp hành chế độ báo cáo ngày càng đầy đủ, đúng hạn.",
    "Các sai sót nhỏ được phát hiện và khắc phục sớm.",
    "Sự đồng thuận trong Nhân dân tiếp tục được củng cố.",
    "Kỷ luật, kỷ cương có chuyển biến tích cực.",
    "Cách làm này được nhiều nơi học tập, áp dụng.",
)
QUOTED = (
    "Phong trào {0}dân vận khéo{1} được duy trì ở cơ sở.",
    "Mô hình {0}một việc, một đầu mối{1} tiếp tục phát huy tác dụng.",
    "Phương châm {0}rõ người, rõ việc{1} được thực hiện ở các đơn vị.",
)
SITUATION = (
    "Địa bàn rộng, dân cư phân bố không đều, giao thông ở vùng sâu còn khó khăn.",
    "Kinh tế - xã hội ổn định và phát triển, đời sống Nhân dân được cải thiện.",
    "Đội ngũ cán bộ được kiện toàn, cơ bản đáp ứng yêu cầu nhiệm vụ.",
    "Tình hình an ninh, trật tự được giữ vững, không để xảy ra điểm nóng.",
    "Khối lượng công việc nhiều, trong khi biên chế có hạn.",
)
STRENGTHS = (
    "công tác lãnh đạo, chỉ đạo tập trung, có trọng tâm",
    "việc tổ chức thực hiện đồng bộ từ trên xuống cơ sở",
    "trách nhiệm của người đứng đầu được phát huy",
    "sự phối hợp giữa các ngành ngày càng chặt chẽ",
    "công tác kiểm tra, giám sát đi vào chiều sâu",
)
SHORTCOMINGS = (
    "Việc triển khai ở một số nơi còn chậm",
    "Công tác kiểm tra chưa đều giữa các địa bàn",
    "Chất lượng báo cáo của một số đơn vị chưa cao",
    "Việc nắm tình hình có lúc chưa kịp thời",
    "Công tác phối hợp có nơi còn hình thức",
    "Cơ sở vật chất ở vùng sâu còn thiếu",
)
OBJECTIVE = (
    "Địa bàn rộng, đi lại khó khăn",
    "Kinh phí được giao còn hạn chế",
    "Một số quy định của cấp trên chậm được hướng dẫn",
    "Khối lượng công việc tăng nhanh, phát sinh nhiều vấn đề mới",
)
SUBJECTIVE = (
    "Một số người đứng đầu chưa quan tâm đúng mức",
    "Công tác kiểm tra, đôn đốc chưa thường xuyên",
    "Năng lực của một bộ phận cán bộ chưa đáp ứng yêu cầu",
    "Việc phân công trách nhiệm có nơi chưa rõ",
)
LESSONS = (
    "giữ vững nguyên tắc tập trung dân chủ, phát huy trách nhiệm của người đứng đầu",
    "bám sát cơ sở, kịp thời giải quyết vấn đề mới phát sinh",
    "coi trọng công tác tuyên truyền, vận động, tạo sự đồng thuận",
    "thường xuyên kiểm tra, giám sát, kịp thời uốn nắn sai sót",
    "phân công rõ người, rõ việc, rõ thời hạn",
    "làm tốt công tác sơ kết, tổng kết, nhân rộng cách làm hay",
)
DIRECTIONS = (
    "Tiếp tục quán triệt sâu rộng các văn bản của cấp trên",
    "Tăng cường kiểm tra, giám sát, nhất là ở những khâu còn yếu",
    "Nâng cao chất lượng đội ngũ cán bộ làm công tác tham mưu",
    "Hoàn thiện quy chế phối hợp giữa các cơ quan chức năng",
    "Đẩy mạnh ứng dụng công nghệ trong quản lý hồ sơ",
    "Chấn chỉnh chế độ thông tin, báo cáo",
    "Quan tâm bố trí cơ sở vật chất cho vùng sâu",
)
ASKS = (
    "sớm ban hành hướng dẫn thống nhất về biểu mẫu báo cáo",
    "tăng cường bồi dưỡng nghiệp vụ cho cán bộ cơ sở",
    "bố trí kinh phí thực hiện nhiệm vụ được giao",
    "sửa đổi, bổ sung quy định về chế độ thông tin",
)
#: The lead-ins of an enumeration within a paragraph.
POINTS = (
    "quán triệt đầy đủ nội dung của văn bản",
    "xây dựng kế hoạch cụ thể cho từng năm",
    "phân công trách nhiệm cho từng thành viên",
    "kiểm tra, đôn đốc định kỳ",
    "sơ kết, tổng kết và nhân rộng điển hình",
)


class Indicator(NamedTuple):
    """What is counted: the words around a number, and how large it may be."""

    key: str
    indicator: str
    did: str
    unit: str
    among: str
    least: int
    most: int


PARTY_INDICATORS = (
    Indicator("ket-nap", "Kết nạp đảng viên", "kết nạp", "đảng viên", "đảng viên nữ", 60, 2400),
    Indicator(
        *("kiem-tra", "Tổ chức đảng được kiểm tra", "kiểm tra", "tổ chức đảng"),
        *("tổ chức đảng cấp cơ sở", 40, 900),
    ),
    Indicator(
        *("tap-huan", "Lớp tập huấn nghiệp vụ", "mở", "lớp tập huấn", "lớp trực tuyến", 12, 90),
    ),
    Indicator(
        *("hoi-nghi", "Hội nghị quán triệt", "tổ chức", "hội nghị", "hội nghị chuyên đề", 11, 300),
    ),
    Indicator(
        *("xac-minh", "Hồ sơ được thẩm định", "thẩm định", "hồ sơ cán bộ"),
        *("hồ sơ cán bộ nữ", 200, 5200),
    ),
)
STATE_INDICATORS = (
    Indicator("ho-so", "Hồ sơ tiếp nhận", "tiếp nhận", "hồ sơ", "hồ sơ trực tuyến", 2000, 49000),
    Indicator(
        "thanh-tra", "Cuộc thanh tra", "tiến hành", "cuộc thanh tra", "cuộc đột xuất", 11, 90
    ),
    Indicator("don-thu", "Đơn đã xử lý", "xử lý", "đơn kiến nghị", "đơn vượt cấp", 40, 900),
    Indicator(
        *("dao-tao", "Công chức được bồi dưỡng", "bồi dưỡng", "công chức"),
        *("công chức cấp xã", 60, 2200),
    ),
    Indicator(
        "tiep-dan", "Lượt tiếp công dân", "tiếp", "lượt công dân", "lượt đoàn đông người", 90, 4000
    ),
)
PARTY_WHOLES = (
    ("tổ chức cơ sở đảng", "đảng bộ cơ sở", "chi bộ cơ sở"),
    ("cấp ủy viên", "cấp ủy viên nam", "cấp ủy viên nữ"),
    ("báo cáo viên", "báo cáo viên chuyên trách", "báo cáo viên kiêm nhiệm"),
)
STATE_WHOLES = (
    ("đơn vị sự nghiệp công lập", "đơn vị tự chủ", "đơn vị được bảo đảm chi"),
    ("thủ tục hành chính", "thủ tục trực tuyến toàn trình", "thủ tục nộp trực tiếp"),
    ("công chức", "công chức nam", "công chức nữ"),
)
PARTY_RATES = (
    "Tỷ lệ chi bộ sinh hoạt đúng định kỳ",
    "Tỷ lệ đảng viên tham gia học tập nghị quyết",
    "Tỷ lệ tổ chức đảng hoàn thành tốt nhiệm vụ",
)
STATE_RATES = (
    "Tỷ lệ hồ sơ giải quyết đúng hạn",
    "Tỷ lệ hồ sơ nộp trực tuyến",
    "Tỷ lệ hài lòng của người dân",
)
