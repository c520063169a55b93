"""The house as the design draws it: floors, rooms for dependencies, and words for messages."""

import ast
import itertools
import json
import re
import subprocess
import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import chinhtrinoibo
from chinhtrinoibo.messages import Message
from chinhtrinoibo.references import Form

PACKAGE = "chinhtrinoibo"
ROOT = Path(chinhtrinoibo.__file__).parent
DATA = ROOT / "data"

#: The floor of each room: a module, or a package with all that is in it.
FLOORS = {
    **dict.fromkeys(["errors", "messages", "tables", "paths", "text", "words", "metrics"], 0),
    **dict.fromkeys(["saving", "findings", "spans", "offsets", "alphabet", "syllables"], 0),
    **dict.fromkeys(["kinds", "docnumber", "tallies", "references", "periods"], 1),
    **dict.fromkeys(["citations", "counting", "regimes", "terms"], 1),
    **dict.fromkeys(["model", "resolution"], 2),
    "layout": 3,
    **dict.fromkeys(["codec", "sources", "schema", "rules", "rollup"], 4),
    **dict.fromkeys(["files", "mending"], 4),
    **dict.fromkeys(["listing", "word", "html", "sheets"], 5),
    **dict.fromkeys(["", "cli", "__main__", "bulk"], 6),
}
#: Private modules stand in a room, and on its floor.
ROOMS = {
    "_legacy": "alphabet",
    "_almanac": "periods",
    "_findings_html": "findings",
    "_period_forms": "periods",
    "_converter": "codec",
    "_problems": "codec",
    "_scalars": "sources",
    "_trees": "sources",
    "_json": "sources",
    "_toml": "sources",
    "_yaml": "sources",
    "_yaml_hints": "sources",
}
#: The one room that knows each library; nothing else imports it.
LIBRARIES = {
    "docx": {"word"},
    "lxml": {"word"},
    "cattrs": {"codec"},
    "pendulum": {"periods"},
    "yaml": {"sources"},
    "tomli_w": {"sources"},
    "json": {"sources", "listing"},
    "cyclopts": {"cli"},
    "rich": {"cli"},
}
SENTENCES = tomllib.loads((DATA / "messages.toml").read_text(encoding="utf-8"))
#: Sentences of which one language says more than the other: no drafter knows the number of a byte,
#: and a rule of others says its own words in each.
UNEVEN = {"source-encoding", "said"}
#: Codes that are put together when the program runs: ``mark-no-{form}``.
COMPOSED_CODES = {f"mark-no-{form}".replace("_", "-") for form in Form}


def room(module: str) -> str:
    """Return the room of a module, by its name within the package."""
    name = module.partition(".")[0]
    return ROOMS.get(name, name)


@cache
def modules() -> dict[str, ast.Module]:
    """Return the syntax of each module, by its name within the package."""
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        .removesuffix("__init__")
        .rstrip("."): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(ROOT.rglob("*.py"))
    }


def imports(tree: ast.Module) -> Iterator[str]:
    """Yield the full name of each module that a module imports, wherever it does."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            for alias in node.names:
                within = f"{node.module}.{alias.name}".removeprefix(f"{PACKAGE}.")
                yield f"{PACKAGE}.{within}" if within in modules() else str(node.module)


def ours(tree: ast.Module) -> Iterator[str]:
    """Yield the modules of the package that a module imports, by their names within it."""
    for name in imports(tree):
        if name == PACKAGE or name.startswith(f"{PACKAGE}."):
            yield name.removeprefix(PACKAGE).lstrip(".")


def texts_in(tree: ast.Module) -> Iterator[str]:
    """Yield each text that stands in a module by itself."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def rows(path: Path) -> Iterator[str]:
    """Yield every text in a table, keys and all."""
    waiting: list[object] = [tomllib.loads(path.read_text(encoding="utf-8"))]
    while waiting:
        match waiting.pop():
            case dict() as table:
                waiting += [*table, *table.values()]
            case list() as items:
                waiting += items
            case str() as text:
                yield text


class TestFloors:
    """“Imports point down or stay on their floor, and a test draws the graph to keep it so”."""

    @pytest.mark.parametrize("module", modules())
    def test_every_module_has_a_floor(self, module: str) -> None:
        """A new room is given one in the table of floors."""
        assert room(module) in FLOORS

    @pytest.mark.parametrize("module", modules())
    def test_imports_point_down(self, module: str) -> None:
        """Or they stay on the floor."""
        floor = FLOORS[room(module)]
        above = [name for name in ours(modules()[module]) if FLOORS[room(name)] > floor]
        assert above == []

    @pytest.mark.parametrize("module", modules())
    def test_private_modules_stay_in_their_room(self, module: str) -> None:
        """A module with an underscore is imported by its room alone, or by those above it."""
        for name in ours(modules()[module]):
            if name.rpartition(".")[2].startswith("_"):
                there = room(name)
                assert there == room(module) or FLOORS[there] < FLOORS[room(module)]

    def test_there_is_no_circle(self) -> None:
        """No module waits for itself."""
        graph = {module: set(ours(tree)) - {module} for module, tree in modules().items()}
        while free := [module for module, needed in graph.items() if not needed & graph.keys()]:
            for module in free:
                del graph[module]
        assert graph == {}


class TestLibraries:
    """“A dependency lives in one room, so replacing it is a change to one room”."""

    @pytest.mark.parametrize("library", LIBRARIES)
    def test_lives_in_one_room(self, library: str) -> None:
        """No other room imports it, not even for a moment."""
        rooms = {
            room(module)
            for module, tree in modules().items()
            if library in {name.partition(".")[0] for name in imports(tree)}
        }
        assert rooms <= LIBRARIES[library]

    def test_package_loads_none(self) -> None:
        """Parsing a number does not load a word processor."""
        code = f"import sys, json, {PACKAGE}; print(json.dumps(sorted(sys.modules)))"
        done = subprocess.run(  # noqa: S603 - the interpreter that runs this test
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        loaded = set(json.loads(done.stdout))
        heavy = {"docx", "lxml", "pendulum", "cattrs", "yaml", "attr", "attrs", "tomli_w"}
        assert loaded & heavy == set()
        assert [name for name in loaded if name.startswith(f"{PACKAGE}.")] == []


class TestPublicNames:
    """“What is not listed is private”."""

    @pytest.mark.parametrize("name", chinhtrinoibo.__all__)
    def test_loads(self, name: str) -> None:
        """Each name is there, and says what it is."""
        assert name in dir(chinhtrinoibo)
        assert getattr(chinhtrinoibo, name).__doc__

    def test_are_sorted(self) -> None:
        """As the linter sorts them: classes, then functions."""
        names = list(chinhtrinoibo.__all__)
        assert names == sorted(names, key=lambda name: (name[0].islower(), name))
        assert len(set(names)) == len(names)

    def test_have_one_home(self) -> None:
        """The table of homes names the same, and each home is a module."""
        homes = chinhtrinoibo._HOMES
        assert sorted(itertools.chain(*homes.values())) == sorted(chinhtrinoibo.__all__)
        assert homes.keys() <= modules().keys()

    def test_unknown_name_is_told(self) -> None:
        """As any module tells it."""
        with pytest.raises(AttributeError, match="has no attribute 'Raport'"):
            chinhtrinoibo.Raport  # noqa: B018 - looking it up is the test


class TestMessages:
    """Every code has its sentence, and every sentence its use."""

    def test_every_code_has_a_sentence(self) -> None:
        """A text that looks like a code is one."""
        first_words = {code.partition("-")[0] for code in SENTENCES if "-" in code}
        code = re.compile(f"(?:{'|'.join(first_words)})(?:-[a-z0-9]+)+")
        for module, tree in modules().items():
            codes = {text for text in texts_in(tree) if code.fullmatch(text)}
            assert codes <= SENTENCES.keys(), module

    def test_every_call_names_a_code(self) -> None:
        """Where ``Message.of`` is given a text, the table has it."""
        for tree in modules().values():
            for node in ast.walk(tree):
                match node:
                    case ast.Call(
                        func=ast.Attribute(value=ast.Name(id="Message"), attr="of"),
                        args=[ast.Constant(value=str(code)), *_],
                    ):
                        assert code in SENTENCES

    def test_every_sentence_is_used(self) -> None:
        """No code is left over when its check has gone."""
        used = {text for tree in modules().values() for text in texts_in(tree)}
        assert SENTENCES.keys() - used - COMPOSED_CODES == set()

    @pytest.mark.parametrize("code", SENTENCES)
    def test_both_languages_have_the_same_values(self, code: str) -> None:
        """And are filled from them."""
        spoken = [SENTENCES[code][language] for language in ("vi", "en")]
        vietnamese, english = (set(re.findall(r"(?<!\{)\{(\w+)\}", one)) for one in spoken)
        assert vietnamese == english or code in UNEVEN
        filled = Message.of(code, **dict.fromkeys(vietnamese | english, "x"))
        assert filled.vietnamese
        assert filled.english


class TestTables:
    """“Tests keep tables unique, sorted, NFC”."""

    @pytest.mark.parametrize("path", sorted(DATA.rglob("*.toml")), ids=lambda path: path.stem)
    def test_are_composed(self, path: Path) -> None:
        """Keys and values alike."""
        assert all(unicodedata.is_normalized("NFC", text) for text in rows(path))

    @pytest.mark.parametrize("path", sorted(DATA.rglob("*.toml")), ids=lambda path: path.stem)
    def test_are_read(self, path: Path) -> None:
        """Each table has a reader."""
        name = path.stem
        readers = [module for module, tree in modules().items() if name in set(texts_in(tree))]
        assert readers or path.parent.name == "profiles"
