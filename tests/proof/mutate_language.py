"""Damage to the language: spelling, letters, words, names, capitals, punctuation."""

import random

import attrs

from chinhtrinoibo import Register
from proof.clean import Dossier
from proof.damage import Damage, Mutator, add, everywhere, evolve, holds, only, swap
from proof.setting import REFORM


def _new(clean: Dossier) -> bool:
    return clean.report.period is not None and clean.report.period.first >= REFORM


def _listed(slip: str) -> Damage:
    """Put a slip into the title of a document of the register."""

    def damage(clean: Dossier, rng: random.Random) -> Dossier:
        rows = list(clean.report.register or ())
        n = rng.randrange(len(rows))
        rows[n] = attrs.evolve(rows[n], title=f"{slip} {rows[n].title}")
        return evolve(clean, register=Register(documents=rows))

    return damage


_BODY = ("results", "leadership")

MUTATORS = (
    Mutator(
        "tone marks: one word in the old style",
        "TONE01",
        swap(
            r"\b(thể h|cụ thể h|tinh h|khai h|H|h|Kh|kh|th|Th)(óa|òa|ỏa)\b",
            lambda found, _: found[1] + {"óa": "oá", "òa": "oà", "ỏa": "oả"}[found[2]],
            within=("results", "leadership", "opening"),
        ),
    ),
    Mutator(
        "letters: a look-alike",
        "LETTER01",
        swap(r"\b(c)(ông|án)", lambda found, _: f"с{found[2]}", within=_BODY),  # Cyrillic
    ),
    Mutator("syllable: the mark on the wrong letter", "SYLL01", swap("quả", "qủa", within=_BODY)),
    Mutator("syllable: a letter that cannot be", "SYLL01", swap(r"\bcông", "cơng", within=_BODY)),
    Mutator("typing: tiếp thục", "TYPO01", swap("tiếp tục", "tiếp thục")),
    Mutator("typing: sắp sếp", "TYPO01", swap("sắp xếp", "sắp sếp")),
    Mutator("typing: a word twice", "DOUBLE01", swap(r"\b(các|của|và|được|đã)(?= )", r"\1 \1")),
    Mutator("typing: a slip in the title of a document", "TYPO01", _listed("tiếp thục")),
    Mutator(
        "i and y: kì among kỳ",
        "SPELL01",
        only(holds(r"\bkỳ\b"), add("strengths", "Việc kiểm tra định kì được duy trì.")),
    ),
    Mutator(
        "words: đảm bảo among bảo đảm",
        "WORD01",
        add("strengths", "Kỷ luật được bảo đảm; chất lượng được đảm bảo."),
    ),
    Mutator("words: nề nếp throughout", "WORD02", everywhere("nền nếp", "nề nếp")),
    Mutator(
        "commas: none between words side by side",
        "PUNCT02",
        swap("sửa đổi, bổ sung", "sửa đổi bổ sung"),
    ),
    Mutator(
        "style: của … của",
        "STYLE01",
        add("strengths", "Việc thực hiện Chỉ thị của Bộ Chính trị của các cấp ủy có tiến bộ."),
    ),
    Mutator(
        "style: a lead without như sau",
        "STYLE02",
        swap("như sau:", "đó là:", within=("lessons_lead",)),
    ),
    Mutator(
        "names: the short one first",
        "NAME01",
        only(
            holds("Mặt trận Tổ quốc Việt Nam"),
            add("situation", "Mặt trận và các đoàn thể có nhiều cố gắng."),
        ),
    ),
    Mutator(
        "space before a comma", "PUNCT01", swap(r"(?<=[a-zđ]), (?=[a-zđ])", " , ", within=_BODY)
    ),
    Mutator(
        "abbreviation that nobody declared",
        "ABBR01",
        add("results", "Việc sử dụng CSDLQG được đẩy mạnh.", "Công tác BVCTN được đổi mới."),
    ),
    Mutator(
        "a unit that ended",
        "UNIT01",
        only(_new, add("results", "Huyện ủy đã chỉ đạo các phòng, ban.")),
    ),
    Mutator(
        "capitals: one body in two ways",
        "CAPS01",
        swap("toàn Đảng bộ", "toàn đảng bộ", within=("results",)),
    ),
    Mutator(
        "a telephone number in prose",
        "PERSON01",
        add("results", "Liên hệ qua số điện thoại 0912 345 678.", "Điện thoại: 0912345678."),
    ),
    Mutator(
        "quotes: one that is never closed",
        "QUOTE02",
        swap('[”"](?= (?:được|tiếp))', ""),
    ),
)
