"""Damage to the language: spelling, letters, words, names, capitals, punctuation."""

from proof.clean import Dossier
from proof.damage import Mutator, add, only, swap
from proof.setting import REFORM


def _new(clean: Dossier) -> bool:
    return clean.report.date is not None and clean.report.date >= REFORM


_LOOK_ALIKE = {"o": "о", "a": "а", "c": "с", "e": "е"}
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
    Mutator("syllable: none that can be", "SYLL01", swap(r"\bviệc\b", "việcc", within=_BODY)),
    Mutator("spelling: another word", "SPELL01", swap("[tT]iếp tục", "tiếp thục")),
    Mutator("spelling: sắp sếp", "SPELL01", swap("sắp xếp", "sắp sếp")),
    Mutator(
        "words: đảm bảo among bảo đảm",
        "WORD01",
        add("strengths", "Kỷ luật được bảo đảm; chất lượng được đảm bảo."),
    ),
    Mutator("words: nề nếp", "WORD02", swap("nền nếp", "nề nếp")),
    Mutator(
        "space before a comma", "PUNCT01", swap(r"(?<=[a-zđ]), (?=[a-zđ])", " , ", within=_BODY)
    ),
    Mutator(
        "abbreviation that nobody declared",
        "ABBR01",
        add("results", "Việc sử dụng CSDLQG được đẩy mạnh.", "Hoạt động của HTCT được đổi mới."),
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
