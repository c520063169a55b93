"""What a YAML parser's complaint means to the person who wrote the file.

PyYAML has two parsers, libyaml's and its own, which word their complaints differently.
"""

import re

import yaml

from chinhtrinoibo._trees import Refusal
from chinhtrinoibo.messages import Message

# The marks of our prose, like [[39-CT/TW]]: without quotes YAML takes one for a list in a list.
_MARK = re.compile(r"\[\[[^\[\]{},\"'\n]+\]\]")
_MARK_BEGINS_VALUE = re.compile(r"(?:^|[:-] ) *(?P<mark>\[\[)")

# What the parser says; how the line reads as far as that place; the message that says it better;
# and whether the place to show is where the trouble began, the parser's "context".
_COMPLAINTS = (
    (r"", r"\t$", "source-yaml-tab", False),
    (r"\bquoted\b.*\bunexpected\b", r"", "source-yaml-quote", True),
    (r"\bquoted\b", r"", "source-yaml-escape", False),
    (r"\b(alias|anchor|tag|directive|block scalar)\b", r"", "source-yaml-sign", True),
    (r"\bflow\b", r"", "source-yaml-bracket", True),
    (r"expected ':'", r"", "source-yaml-colon-missing", True),
    (r"\bvalues are not allowed\b", r"[:-] .*:$", "source-yaml-colon", False),
    (r"\bvalues are not allowed\b", r"", "source-yaml-line-above", False),
    (r"\bentries are not allowed\b", r"", "source-yaml-dash", False),
    (r"any token|node content|keys are not allowed", r"", "source-yaml-sign", False),
    (r"expected key|'-' indicator|block end", r"[\"'] *\S$", "source-yaml-after-quote", False),
    (r"expected key|'-' indicator|block end", r"", "source-yaml-indent", False),
    (r"", r"", "source-yaml", False),
)


def is_mark(text: str, offset: int) -> bool:
    """Tell whether a list at ``offset`` was meant as a mark of the prose."""
    return _MARK.match(text, offset) is not None


def mark(offset: int) -> Refusal:
    """Refuse a value that begins with a mark and has no quotes."""
    return Refusal(Message.of("source-yaml-mark"), offset)


def sign(text: str, offset: int) -> Refusal:
    """Refuse a value that begins with a sign of YAML's own and has no quotes."""
    return Refusal(Message.of("source-yaml-sign", sign=text[offset]), offset)


def unprintable(text: str, pattern: re.Pattern[str]) -> Refusal:
    """Refuse the first character that matches ``pattern``, which has no place in YAML."""
    found = pattern.search(text)
    offset = found.start() if found else 0
    return Refusal(Message.of("source-character", code=f"U+{ord(text[offset]):04X}"), offset)


def explain(error: yaml.MarkedYAMLError, text: str) -> Refusal:
    """Say in our own words what the parser complains of."""
    problem = error.problem_mark.index if error.problem_mark else 0
    context = error.context_mark.index if error.context_mark else problem
    for offset in (context, problem):
        line = _line_up_to(text, offset)
        if found := _MARK_BEGINS_VALUE.search(line):
            return mark(offset + 1 - len(line) + found.start("mark"))
    complaint = f"{error.context}: {error.problem}"
    line = _line_up_to(text, problem)
    code, began_earlier = next(
        (code, began_earlier)
        for said, seen, code, began_earlier in _COMPLAINTS
        if re.search(said, complaint) and re.search(seen, line)
    )
    offset = context if began_earlier else problem
    values = {"sign": text[offset : offset + 1], "problem": error.problem}
    return Refusal(Message.of(code, **values), offset)


def _line_up_to(text: str, offset: int) -> str:
    return text[text.rfind("\n", 0, offset) + 1 : offset + 1]
