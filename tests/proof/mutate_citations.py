"""Damage to citations: numbers, days, issuers, terms, titles, and the way they are written."""

import datetime as dt
import random
import re

import attrs

from chinhtrinoibo import Document, Register, Secrecy, words
from proof.clean import Dossier
from proof.damage import Mutator, evolve, only, swap
from proof.lexis import PARTY_THEMES, STATE_THEMES

_KIND = "(?:Chỉ thị|Nghị quyết|Kết luận)"
_NUMBER = r"[0-9]+(?:-[A-ZĐ]+/TW|/[A-Z]+-[A-Za-z]+)"
_DAY = r"(?:[0-9]+/[0-9]+/[0-9]{4}|[0-9]+ tháng [0-9]+ năm [0-9]{4})"
_FULL = (
    rf"(?P<short>{_KIND} số {_NUMBER})(?P<rest>,? ngày (?P<day>{_DAY}) của "
    r"(?P<issuer>[A-ZĐ][^0-9,;]*?)(?P<term> khóa [IVX]+)?"
    rf" về (?P<title>{'|'.join((*PARTY_THEMES, *STATE_THEMES))}))"
)
#: The first mention of a document that the title of the report does not name.
_RESULT = rf"(?<=Việc thực hiện ){_FULL}"
_LATER = rf"(?<=đã kiểm tra việc thực hiện ){_KIND} (?:số )?{_NUMBER}"
_RESULTS = ("results",)
_OTHERS = {
    "Bộ Chính trị": "Ban Bí thư",
    "Ban Bí thư": "Bộ Chính trị",
    "Ban Chấp hành Trung ương": "Ban Bí thư",
    "Chính phủ": "Quốc hội",
    "Thủ tướng Chính phủ": "Bộ Nội vụ",
}


def party(clean: Dossier) -> bool:
    """Tell whether a Party committee reports."""
    return clean.report.system.value == "party"


def known(clean: Dossier) -> bool:
    """Tell whether a register is given."""
    return clean.register is not None


def _part(name: str, found: re.Match[str], new: str) -> str:
    start, end = found.start(name) - found.start(), found.end(name) - found.start()
    return found[0][:start] + new + found[0][end:]


def _like(printed: str, day: dt.date) -> str:
    """Print a day as another is printed."""
    return words.short_date(day) if "/" in printed else words.long_date(day).removeprefix("ngày ")


def _other_day(found: re.Match[str], rng: random.Random) -> str:
    day = words.parse_date(found["day"] if "/" in found["day"] else f"ngày {found['day']}")
    other = day + dt.timedelta(rng.choice((-31, -7, -1, 1, 7, 31)))
    return _part("day", found, _like(found["day"], other))


def _impossible(found: re.Match[str], rng: random.Random) -> str:
    if "/" in found["day"]:
        year = found["day"].rpartition("/")[2]
        return _part("day", found, rng.choice((f"31/02/{year}", f"31/4/{year}", f"15/13/{year}")))
    year = found["day"][-4:]
    return _part("day", found, f"31 tháng {rng.choice((2, 4, 6))} năm {year}")


def _future(clean: Dossier, rng: random.Random) -> Dossier | None:
    day = (clean.report.date or dt.date.max) + dt.timedelta(rng.randint(3, 300))
    return swap(_RESULT, lambda found, _: _part("day", found, _like(found["day"], day)))(clean, rng)


def _issuer(found: re.Match[str], _: random.Random) -> str | None:
    other = _OTHERS.get(found["issuer"])
    return _part("issuer", found, other) if other else None


def _term(found: re.Match[str], rng: random.Random) -> str | None:
    if not found["term"]:
        return None
    terms = ["IX", "X", "XI", "XII", "XIII", "XIV"]
    own = found["term"].rpartition(" ")[2]
    return _part("term", found, f" khóa {rng.choice([term for term in terms if term != own])}")


def _title(found: re.Match[str], rng: random.Random) -> str:
    pool = PARTY_THEMES if found["title"] in PARTY_THEMES else STATE_THEMES
    return _part("title", found, rng.choice([one for one in pool if one != found["title"]]))


def _retyped(found: re.Match[str], rng: random.Random) -> str:
    kinds = ("Công văn", "Kế hoạch", "Hướng dẫn", "Thông báo", "Báo cáo")
    return rng.choice(kinds) + found[1]


def _renumbered(found: re.Match[str], rng: random.Random) -> str:
    return f"{found[1]}{rng.randint(200, 900)}{found[2]}"


def _full_again(clean: Dossier, rng: random.Random) -> Dossier | None:
    texts = " ".join(text for result in clean.report.results for text in result.paragraphs)
    found = re.search(_RESULT, texts)
    if found is None:
        return None
    return swap(_LATER, lambda _, __: found[0], within=_RESULTS)(clean, rng)


def _dated_anew(clean: Dossier, rng: random.Random) -> Dossier | None:
    """Give the later mention a day that the first does not have."""
    texts = " ".join(text for result in clean.report.results for text in result.paragraphs)
    found = re.search(_RESULT, texts)
    if found is None:
        return None
    day = words.parse_date(found["day"] if "/" in found["day"] else f"ngày {found['day']}")
    said = _like(found["day"], day + dt.timedelta(rng.randint(1, 40)))
    comma = "," if "/" in found["day"] else ""
    return swap(_LATER, lambda seen, _: f"{seen[0]}{comma} ngày {said}")(clean, rng)


def _twin(clean: Dossier, rng: random.Random) -> Dossier | None:
    """Make another document of the same number known, where the text says only the number."""
    texts = " ".join(text for result in clean.report.results for text in result.paragraphs)
    found = re.search(_RESULT, texts)
    if found is None:
        return None
    number = found["short"].rpartition(" ")[2]
    (one, *_) = (d for d in clean.report.known_documents if str(d.number) == number)
    other = attrs.evolve(
        one, date=dt.date(2009, 5, 4), term="", issuer="Ban Bí thư", title="một việc khác"
    )
    register = Register(documents=[*(clean.register or clean.report.documents), other])
    bare = swap(_RESULT, lambda seen, _: seen["short"])(clean, rng)
    if bare is None:
        return None
    documents: list[Document] = [*bare.report.documents, other]
    report = attrs.evolve(bare.report, documents=documents)
    return bare._replace(report=report, register=register)


def _marked(clean: Dossier, _: random.Random) -> Dossier:
    """Let a document that the prose cites carry a secrecy mark, wherever it is known."""
    cited = clean.report.documents[-1]
    marked = attrs.evolve(cited, secrecy=Secrecy.CONFIDENTIAL)
    register = clean.register
    if register:
        others = [one for one in register if one.identity != cited.identity]
        register = Register(documents=[*others, marked])
    damaged = evolve(clean, documents=[*clean.report.documents[:-1], marked])
    return damaged._replace(register=register)


MUTATORS = (
    Mutator(
        "citation: a first mention without day, issuer and title",
        "CITE01",
        swap(_RESULT, lambda found, _: found["short"]),
    ),
    Mutator("citation: the full form again", "CITE02", _full_again),
    Mutator("citation: a swapped day", "CITE03", swap(_RESULT, _other_day)),
    Mutator("citation: another day the second time", "CITE03", _dated_anew),
    Mutator("citation: a wrong issuer", "CITE03", swap(_RESULT, _issuer)),
    Mutator("citation: a wrong term", "CITE03", swap(_RESULT, _term)),
    Mutator("citation: a number that two documents share", "CITE04", _twin),
    Mutator(
        "citation: a plenum without its term",
        "CITE04",
        only(party, swap(_LATER, "Nghị quyết Trung ương 4")),
    ),
    Mutator(
        "citation: another type word",
        "CITE05",
        swap(rf"{_KIND}( (?:số )?{_NUMBER})", _retyped, within=_RESULTS),
    ),
    Mutator("citation: a day that no calendar has", "CITE06", swap(_RESULT, _impossible)),
    Mutator("citation: a document from the future", "CITE06", _future),
    Mutator(
        "symbol: a space within",
        "CITE07",
        swap(
            rf"({_KIND} (?:số )?[0-9]+)([-/])([A-Z]+[-/](?:TW|CP|TTg))",
            lambda found, rng: found[1] + rng.choice((f"{found[2]} ", f" {found[2]}")) + found[3],
        ),
    ),
    Mutator(
        "symbol: the signs of the other system",
        "CITE07",
        swap(r"(?<=[0-9])-(KL|CT|NQ)/TW(?= )", r"/\1-TW"),
    ),
    Mutator(
        "citation: not in the register",
        "CITE08",
        only(
            known, swap(rf"((?<=Việc thực hiện ){_KIND} số )[0-9]+([-/].*?(?= được))", _renumbered)
        ),
    ),
    Mutator("citation: another title", "CITE09", swap(_RESULT, _title)),
    Mutator(
        "citation: the term written in another way",
        "CITE10",
        swap(r" khóa ([IVX]+)(?= về)", r" (khóa \1)", within=("opening", "results")),
    ),
    Mutator("secrecy: a marked document in an unmarked report", "SECRET01", _marked),
    Mutator(
        "due: chậm nhất trước ngày",
        "DUE01",
        swap("chậm nhất ngày", "chậm nhất trước ngày", within=("directions",)),
    ),
)
