import csv
import io
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import attrs
import pytest
from docx import Document

import chinhtrinoibo as ctnb
from chinhtrinoibo.model.reports import SummaryReport
from scripts import module

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
STARTER = ROOT / "src/chinhtrinoibo/data/starter.yaml"
BINH_THUAN = EXAMPLES / "binh_thuan_2024/bao-cao.yaml"
DRAFT = EXAMPLES / "binh_thuan_2024/bao-cao-du-thao.yaml"
INVENTED = EXAMPLES / "don_vi_gia_dinh/bao-cao.yaml"

FILES = [STARTER, *sorted(EXAMPLES.rglob("*.yaml"))]
SCRIPTS = [
    path
    for path in sorted(EXAMPLES.rglob("*.py"))
    if not (path.parent / "pyproject.toml").exists()  # a package of rules is tested by itself
]
PAGES = sorted((ROOT / "docs").rglob("*.md"))

each_file = pytest.mark.parametrize(
    "path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}"
)


def words_of(report: SummaryReport) -> list[str]:
    """Return the paragraphs of a report as Word shows them, tables left out."""
    return [p.text for p in Document(io.BytesIO(ctnb.to_docx(report))).paragraphs]


class TestEveryFile:
    """Each data file of the repository, the starter among them."""

    @each_file
    def test_builds(self, path: Path) -> None:
        """It becomes a .docx that python-docx reads."""
        assert words_of(ctnb.load(path))

    @each_file
    @pytest.mark.parametrize("format_", ["yaml", "toml", "json"])
    def test_comes_back_from_every_format(self, path: Path, format_: str) -> None:
        """Dumping and loading are inverse."""
        report = ctnb.load(path)
        assert report == ctnb.loads(ctnb.dumps(report, format_), format_)

    @each_file
    def test_says_its_tally_once_and_types_it_nowhere(self, path: Path) -> None:
        """The count stands in the page because the data has it."""
        report = ctnb.load(path)
        assert report.register is not None
        tally = report.register.tally()
        assert tally is not None
        assert tally.holds
        assert 1 == " ".join(words_of(report)).count(str(tally))
        data = ctnb.dump_report(report)
        prose = {key: data.get(key) for key in ("opening", "leadership", "results", "lessons")}
        assert not re.search(rf"\b{tally.total:02} văn bản", str(prose))

    @each_file
    def test_names_no_person_but_an_invented_signer(self, path: Path) -> None:
        """“Nguyễn Văn A” is nobody."""
        signature = ctnb.load(path).signature
        assert signature is not None
        assert signature.name in {"", "Nguyễn Văn A"}

    @each_file
    def test_points_only_at_what_is_there(self, path: Path) -> None:
        """Codes of task groups and keys of shortcomings exist."""
        report = ctnb.load(path)
        groups = {g.code for g in report.directive.task_groups} if report.directive else set()
        keys = {shortcoming.key for shortcoming in report.shortcomings}
        assert {result.task_group for result in report.results} <= groups | {""}
        assert {code for d in report.register or () for code in d.task_groups} <= groups
        assert {key for cause in report.causes for key in cause.shortcomings} <= keys
        assert {key for direction in report.directions for key in direction.answers} <= keys


class TestStarter:
    """The file that ``chinhtrinoibo new`` writes."""

    def test_shows_every_key_of_a_report(self) -> None:
        """A key that the starter does not show is a key that nobody finds."""
        shown = set(
            re.findall(r"^(?:# ?)?(\w+):", STARTER.read_text(encoding="utf-8"), re.MULTILINE)
        )
        assert {field.name for field in attrs.fields(SummaryReport)} <= shown


class TestBinhThuan:
    """The report of the source article, and its draft."""

    def test_has_the_tally_of_the_article(self) -> None:
        """51 = 1 + 7 + 5 + 11 + 27; the nested two are not added again."""
        register = ctnb.load(BINH_THUAN).register
        assert register is not None
        assert str(register.tally()) == (
            "51 văn bản, trong đó có 01 chỉ thị, 07 quy định (trong đó có 02 quy chế phối hợp), "
            "05 hướng dẫn, 11 kế hoạch và 27 công văn"
        )
        assert "02 kế hoạch và 01 hướng dẫn" == str(register.tally("nq-tw4"))

    def test_has_no_place_to_fill_in(self) -> None:
        """What the article does not tell is left out, not left open."""
        assert "Bổ sung" not in BINH_THUAN.read_text(encoding="utf-8")

    def test_its_draft_only_adds_places_to_fill_in(self) -> None:
        """The facts of the two files are the same."""
        draft, final = (ctnb.dump_report(ctnb.load(path)) for path in (DRAFT, BINH_THUAN))
        assert 1 == draft.pop("draft")
        assert "[Bổ sung: chức vụ]" == draft["signature"].pop("position")
        draft["opening"].pop(0)
        added = draft.keys() - final.keys()
        assert all("[Bổ sung" in str(draft.pop(key)) for key in added)
        assert final == draft


class TestInventedUnit:
    """The complete report of a unit that does not exist."""

    def test_fills_every_section(self) -> None:
        """It shows all that a report can hold, secrecy and the State form left out."""
        report = ctnb.load(INVENTED)
        left_out = {"addressee", "circulation", "closing", "draft", "place", "profile"}
        empty = {f.name for f in attrs.fields(SummaryReport) if not getattr(report, f.name)}
        assert empty == left_out | {"secrecy", "urgency"}

    def test_has_the_register_of_the_spreadsheet(self) -> None:
        """The .csv and the .yaml list the same documents."""
        script = module(INVENTED.parent / "tao_bao_cao.py")
        register = script.register(INVENTED.parent / "danh-muc.csv")
        assert ctnb.load(INVENTED).register == register
        assert 51 == len(register)

    def test_its_spreadsheet_opens_in_a_spreadsheet(self) -> None:
        """A byte order mark tells Excel that it is UTF-8; no row misses a cell."""
        text = (INVENTED.parent / "danh-muc.csv").read_text(encoding="utf-8")
        assert text.startswith("\ufeff")
        assert {7} == {len(row) for row in csv.reader(text.splitlines())}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_scripts_run(script: Path, tmp_path: Path) -> None:
    """Each script writes the .docx that it is asked for."""
    target = tmp_path / "bao-cao.docx"
    subprocess.run([sys.executable, script, target], check=True, capture_output=True)  # noqa: S603
    assert Document(str(target)).paragraphs


class TestDocs:
    """What the pages say of the library is what the library has."""

    def test_drawn_pages_are_current(self) -> None:
        """``python tools/make_reference.py`` would change nothing."""
        for name, page in module(ROOT / "tools/make_reference.py").PAGES.items():
            path = ROOT / "docs/reference" / name
            assert page() == path.read_text(encoding="utf-8"), f"{name}: run the tool again"

    def test_keys_are_complete(self) -> None:
        """Every key of a report has its row, with its meaning."""
        text = (ROOT / "docs/reference/data-file.md").read_text(encoding="utf-8")
        rows = re.findall(r"^\| `(\w+)` \|.*\| (.*) \|$", text, re.MULTILINE)
        assert {field.name for field in attrs.fields(SummaryReport)} <= {key for key, _ in rows}
        assert [] == [key for key, meaning in rows if not meaning]

    def test_glossary_has_every_public_name(self) -> None:
        """Each stands once, in order, with a term and a source."""
        text = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
        rows = re.findall(r"^\| `(\w+)` \| (.+) \| (.+) \|$", text, re.MULTILINE)
        assert ctnb.__all__ == [name for name, _, _ in rows]

    def test_links_lead_somewhere(self) -> None:
        """Every link within the repository has its target."""
        readmes = [ROOT / "README.md", ROOT / "README.vi.md", *EXAMPLES.rglob("*.md")]
        broken = [
            f"{page.relative_to(ROOT)}: {link}"
            for page in [*PAGES, *readmes]
            for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
            if not (page.parent / link).exists()
        ]
        assert [] == broken

    def test_menu_has_every_page(self) -> None:
        """A page that is not in the menu is a page that nobody reads."""
        menu = re.findall(r": ([\w/-]+\.md)$", (ROOT / "mkdocs.yml").read_text(), re.MULTILINE)
        assert sorted(menu) == [page.relative_to(ROOT / "docs").as_posix() for page in PAGES]

    @pytest.mark.parametrize("name", ["README.md", "README.vi.md"])
    def test_readme_has_a_place_for_the_figures(self, name: str) -> None:
        """The table of the benchmarks is put between two comments."""
        text = (ROOT / name).read_text(encoding="utf-8")
        assert (
            1 == text.count("<!-- benchmark table -->") == text.count("<!-- /benchmark table -->")
        )


def test_constraints_pin_names_and_versions_only() -> None:
    """Each is one of what we need or of what that needs; there is no address and no path."""
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines)
    pinned = {re.sub("[-_.]+", "-", line.partition("==")[0]).lower() for line in lines}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    wanted = project["project"]["dependencies"] + groups["test"] + groups["lint"]
    assert {re.split(r"[>=<\[ ]", one)[0].lower() for one in wanted} <= pinned
