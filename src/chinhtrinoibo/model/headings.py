"""Words for headings that differ from the usual ones."""

import attrs

from chinhtrinoibo.text import clean


@attrs.frozen(kw_only=True)
class Headings:
    """Words for the headings that differ from the usual ones; an empty one keeps the usual.

    Attributes:
        part_one: the first part, in a report of two parts.
        part_two: the second part.
        situation: đặc điểm tình hình.
        leadership: công tác lãnh đạo, chỉ đạo.
        results: kết quả thực hiện.
        assessment: đánh giá chung.
        strengths: ưu điểm.
        shortcomings: hạn chế, khuyết điểm.
        causes: nguyên nhân.
        lessons: bài học kinh nghiệm.
        directions: phương hướng, nhiệm vụ, giải pháp.
        proposals: kiến nghị, đề xuất.
    """

    part_one: str = attrs.field(default="", converter=clean)
    part_two: str = attrs.field(default="", converter=clean)
    situation: str = attrs.field(default="", converter=clean)
    leadership: str = attrs.field(default="", converter=clean)
    results: str = attrs.field(default="", converter=clean)
    assessment: str = attrs.field(default="", converter=clean)
    strengths: str = attrs.field(default="", converter=clean)
    shortcomings: str = attrs.field(default="", converter=clean)
    causes: str = attrs.field(default="", converter=clean)
    lessons: str = attrs.field(default="", converter=clean)
    directions: str = attrs.field(default="", converter=clean)
    proposals: str = attrs.field(default="", converter=clean)
