# /// script
# requires-python = ">=3.11"
# ///
"""Make the pages of ``docs/reference`` that are drawn from the code and its tables.

python tools/make_reference.py
"""

import datetime as dt
import inspect
import re
import types
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

import chinhtrinoibo as ctnb
from chinhtrinoibo import tables, words
from chinhtrinoibo._converter import SHORT
from chinhtrinoibo.docnumber import DocumentNumber
from chinhtrinoibo.errors import InvalidProfile
from chinhtrinoibo.findings import Basis, Certainty
from chinhtrinoibo.kinds import DocumentKind
from chinhtrinoibo.layout.profiles import SHIPPED, Profile
from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.model.reports import SummaryReport
from chinhtrinoibo.periods import ReportingPeriod
from chinhtrinoibo.rules.catalogue import RULES
from chinhtrinoibo.rules.notices import NOTICES
from chinhtrinoibo.rules.rule import Rule

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
DRAWN = "<!-- Drawn by tools/make_reference.py; change the code or the table, and run it. -->\n"

#: What a file writes for types that read a text of their own, or that are plain.
_WRITTEN: dict[Any, str] = {
    str: "text",
    bool: "true or false",
    int: "whole number",
    Decimal: "number",
    dt.date: "date",
    DocumentNumber: "document number",
}


def data_file() -> str:
    """Return the page of the keys of a data file, the report first."""
    kinds: list[type[attrs.AttrsInstance]] = [SummaryReport]
    n = 0
    while n < len(kinds):
        for hint in _hints(kinds[n]).values():
            for inner in _within(hint):
                if attrs.has(inner) and inner not in kinds and inner is not DocumentNumber:
                    kinds.append(inner)
        n += 1
    return _page("Keys of a data file", _DATA_FILE, *map(_class, kinds))


_DATA_FILE = """\
Every key that a report may have, with what a file writes for it. The report stands first; the
values within it follow. A key without a usual value is needed; every other may be left out.

A date is written `18/8/2014` or `2014-08-18`, a period as in [Periods](../explanation/periods.md),
a document number like `39-CT/TW` or `05/BC-UBND`. *Prose* may hold [marks](marks.md).
"""


def _class(kind: type) -> str:
    """Return the section of one class: its sentence and the table of its keys."""
    doc = inspect.getdoc(kind) or ""
    notes = dict(re.findall(r"^    (\w+): (.+\n?(?:      +.+\n?)*)", doc, re.MULTILINE))
    hints = _hints(kind)
    lines = [f"## {kind.__name__}\n", f"{doc.splitlines()[0]}\n"]
    if short := SHORT.get(kind):
        lines.append(f"A text alone fills `{short}`.\n")
    if kind is ReportingPeriod:
        lines.append("A text alone is read as a period, as in `quý I năm 2025`.\n")
    lines += ["| Key | In a file | Usual value | Meaning |", "| --- | --- | --- | --- |"]
    for field in attrs.fields(kind):
        meaning = " ".join(notes.get(field.name, "").split())
        usual = _usual(field.default)
        lines.append(
            f"| `{field.name}` | {_type(hints[field.name])} | {usual} | {_cell(meaning)} |"
        )
    return "\n".join(lines) + "\n"


def _hints(kind: type) -> dict[str, Any]:
    """Return the types of a class; some modules know the names only while types are checked."""
    return get_type_hints(kind, localns={name: getattr(ctnb, name) for name in ctnb.__all__})


def _within(hint: Any) -> Iterator[type]:
    if arguments := get_args(hint):
        for argument in arguments:
            yield from _within(argument)
    elif isinstance(hint, type):
        yield hint


def _type(hint: Any) -> str:
    """Say what a file writes for a type."""
    if get_origin(hint) in (Union, types.UnionType):
        return " or ".join(_type(one) for one in get_args(hint) if one is not types.NoneType)
    if get_origin(hint) is tuple:
        return f"list: {_type(get_args(hint)[0])}"
    if hint in _WRITTEN:
        return _WRITTEN[hint]
    if issubclass(hint, StrEnum):
        return "one of " + ", ".join(f"`{member.value}`" for member in hint if member.value)
    return f"[{hint.__name__}](#{hint.__name__.lower()})"


def _usual(default: Any) -> str:
    if default is attrs.NOTHING:
        return "needed"
    if default is None or default in ((), "") or isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        return ""
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"


def profiles() -> str:
    """Return the page of the values of the forms, with their marks and sources."""
    forms = [Profile.named(name) for name in SHIPPED]
    rows = dict.fromkeys(row for form in forms for row in _rows(form.table, ""))
    groups = [_group(row, forms) for row in rows]
    chosen = [
        f"| `{form.name}` | {form.title} | {form.system} | {form.since} | {form.until or ''} |"
        for form in forms
    ]
    table = ["| Name | Form | System | Since | Until |", "| --- | --- | --- | --- | --- |", *chosen]
    return _page("Forms", _PROFILES, "\n".join(table) + "\n", *groups)


_PROFILES = """\
Each value of a form, with its mark: **V** seen in the text itself, **S2** by two sources, **S** by
one, **I** inferred or chosen, **M** from memory. Lengths of the page are millimetres; sizes, gaps
and line pitches are points; indents are millimetres. A value is named by its path, such as
`roles.body.size`, in [a form of your own](../how-to/own-profile.md).
"""


def _rows(table: Mapping[str, Any], path: str) -> Iterator[str]:
    """Yield the paths of the rows of a form: the tables that carry a source."""
    for key, value in table.items():
        if isinstance(value, Mapping) and "source" in value:
            yield path + key
        elif isinstance(value, Mapping):
            yield from _rows(value, f"{path}{key}.")


def _group(row: str, forms: list[Profile]) -> str:
    """Return the table of one row: a line a value, a column a form."""
    found = {form.name: _row(form, row) for form in forms}
    names = dict.fromkeys(name for values in found.values() for name in values)
    lines = [f"## {row}\n", f"| Value | {' | '.join(f'`{form.name}`' for form in forms)} |"]
    lines.append("| --- |" + " --- |" * len(forms))
    for name in names:
        cells = (_value(form, row, name) for form in forms)
        lines.append(f"| `{name}` | {' | '.join(cells)} |")
    lines.append("")
    lines += [
        f"- `{form.name}`: {found[form.name]['source']}" for form in forms if found[form.name]
    ]
    return "\n".join(line for line in lines if not line.startswith("| `source`")) + "\n"


_EVIDENCE = ("mark", "marks", "range", "ranges", "line_range")


def _row(form: Profile, row: str) -> Mapping[str, Any]:
    table: Any = form.table
    for step in row.split("."):
        table = table.get(step, {})
    return {key: value for key, value in table.items() if key not in _EVIDENCE}


def _value(form: Profile, row: str, name: str) -> str:
    values = _row(form, row)
    if name not in values:
        return ""
    value = values[name]
    shown = " / ".join(value) if isinstance(value, list) else str(value)
    try:
        return f"`{_cell(shown) or ' '}` {form.evidence(f'{row}.{name}').mark}"
    except InvalidProfile:
        return f"`{_cell(shown)}`"


def kinds() -> str:
    """Return the page of the document types."""
    head = [
        "| Type | Symbol | System | Rank | Mark | Regulation |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    rows = [
        f"| {kind.name} | {kind.symbol} | {kind.system} | {kind.rank} | {kind.mark} |"
        f" {kind.source} |"
        for kind in DocumentKind.all()
    ]
    return _page("Document types", _KINDS, "\n".join((*head, *rows)) + "\n")


_KINDS = """\
The types of document (tên loại văn bản) that `kind` may name, by their rank in a tally. The type
is read off a number where its symbol stands for one type only; `QĐ` of the Party stands for two,
and so needs `kind`. A type of your own is a mapping with `name`, `symbol` and `system`.
"""


def styles() -> str:
    """Return the page of the Word styles, a role each."""
    head = ["| Role | Word style | Level in the navigation pane |", "| --- | --- | --- |"]
    levels = (None if role.outline_level is None else role.outline_level + 1 for role in Role)
    rows = [
        f"| `{role}` | {role.style_name} | {level or ''} |"
        for role, level in zip(Role, levels, strict=True)
    ]
    return _page("Word styles", _STYLES, "\n".join((*head, *rows)) + "\n")


_STYLES = """\
Each paragraph of a report has a role on the page, and each role a named Word style. A form says
how a role looks (`roles.<role>` in [Forms](profiles.md)); a [template](../how-to/own-template.md)
may bring its own style of that name.
"""


def messages() -> str:
    """Return the page of what the library says."""
    head = ["| Code | Tiếng Việt | English |", "| --- | --- | --- |"]
    rows = [
        f"| `{code}` | {_sentence(said['vi'])} | {_sentence(said['en'])} |"
        for code, said in sorted(tables.read("messages").items())
    ]
    return _page("Messages", _MESSAGES, "\n".join((*head, *rows)) + "\n")


_MESSAGES = """\
What the library says of a problem, by its code; `{names}` are filled in. The code is in
`Problem.message.code` and in `InvalidValue.reason.code`.
"""


def rules() -> str:
    """Return the page of the rules, family by family."""
    families = groupby((*RULES, *NOTICES), lambda rule: rule.family)
    sections = ["\n".join((f"## {family}\n", *map(_rule, members))) for family, members in families]
    return _page("Rules", _RULES, *sections)


_RULES = """\
What `check` looks for, as the drafter reads it: title, reason, a wrong example and a right one, and
what it rests on. The severity is the usual one; [settings](../how-to/check.md) change it.
`LOAD` and `RULE` are what a check says of its input and of itself.
"""


def _rule(rule: Rule) -> str:
    certainty = "" if rule.certainty is Certainty.CERTAIN else f", {rule.certainty}"
    lines = [
        f"### {rule.code}\n",
        f"**{_sentence(rule.title)}**\n",
        f"{_sentence(rule.why)}\n",
        f"- Mức độ: {rule.severity.vietnamese.lower()} (`{rule.severity}`{certainty})",
        f"- Sai: {_sentence(rule.wrong)}",
        f"- Đúng: {_sentence(rule.right)}",
        *(["- Xét cả trích yếu văn bản trong dữ liệu và các ô của phụ lục"] if rule.listed else []),
        *(f"- Căn cứ: {_basis(basis)}" for basis in rule.bases),
    ]
    return "\n".join(lines) + "\n"


def _basis(basis: Basis) -> str:
    since = f"từ {words.short_date(basis.since)}" if basis.since else ""
    until = f"đến {words.short_date(basis.until)}" if basis.until else ""
    held = " ".join(filter(None, (since, until)))
    return f"{_sentence(str(basis))} ({', '.join(filter(None, (held, basis.mark)))})"


def _page(title: str, lead: str, *sections: str) -> str:
    return "\n".join((f"# {title}\n", DRAWN, lead, *sections))


def _sentence(text: str) -> str:
    """Return a text whose brackets are no link."""
    return _cell(text).replace("[[", r"\[\[")


def _cell(text: str) -> str:
    return text.replace("\\", r"\\").replace("|", r"\|").replace("``", "`").replace("<", "&lt;")


#: The pages, by file name.
PAGES: dict[str, Callable[[], str]] = {
    "data-file.md": data_file,
    "profiles.md": profiles,
    "kinds.md": kinds,
    "styles.md": styles,
    "messages.md": messages,
    "rules.md": rules,
}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8", newline="\n")
