"""Set up, build, test: everything that work on chinhtrinoibo needs, in one file.

python3 dev.py example    build examples/binh_thuan_2024/bao-cao.yaml and say where the .docx is
python3 dev.py test       run the tests; further arguments go to pytest
python3 dev.py lint       run ruff and mypy
python3 dev.py page       render the picture in the README (needs soffice and pdftoppm)

Windows: py dev.py example. The first run makes .venv; later ones find it ready. Python 3.11+.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
EXAMPLE = ROOT / "examples" / "binh_thuan_2024" / "bao-cao.yaml"
PICTURE = ROOT / "docs" / "images" / "page.png"


def example() -> None:
    """Build the example; the command prints the path of the .docx."""
    ready()
    run(BIN / "python", "-m", "chinhtrinoibo", "build", EXAMPLE)


def test(*arguments: str) -> None:
    """Run the tests."""
    ready("test")
    run(BIN / "python", "-m", "pytest", *arguments)


def lint() -> None:
    """Run the linters, over everything that is Python."""
    ready("test", "lint")
    run(BIN / "python", "-m", "ruff", "check", ".")
    run(BIN / "python", "-m", "ruff", "format", "--check", ".")
    run(BIN / "python", "-m", "mypy", "src", "tests")


def page() -> None:
    """Render the first page of the example as the picture in the README."""
    ready()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        run(BIN / "python", "-m", "chinhtrinoibo", "build", EXAMPLE, "-o", folder / "page.docx")
        office = (found("soffice"), "--headless", profile, "--convert-to", "pdf", "--outdir")
        run(*office, folder, folder / "page.docx")
        size = ("-scale-to-x", "800", "-scale-to-y", "-1")
        once = ("-png", "-gray", "-singlefile", "-f", "1", "-l", "1")
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        run(found("pdftoppm"), *once, *size, folder / "page.pdf", PICTURE.with_suffix(""))
    print(f"{PICTURE} ({PICTURE.stat().st_size // 1024} KB)")


def ready(*groups: str) -> None:
    """Make .venv hold the library, its command and ``groups``; at once when it already does."""
    stamp = VENV / "ready.txt"
    state = hashlib.sha256()
    for name in ("pyproject.toml", "constraints.txt"):
        state.update((ROOT / name).read_bytes())
    made, *held = stamp.read_text().split() if stamp.exists() else [""]
    wanted = sorted({*held, *groups})
    if made == state.hexdigest() and wanted == held:
        return
    print("Setting up .venv ...", flush=True)
    if not (BIN / "pip").with_suffix(".exe" if os.name == "nt" else "").exists():
        if find_spec("ensurepip") is None:
            sys.exit(
                "This Python cannot make a venv. Debian, Ubuntu: sudo apt install python3-venv"
            )
        run(sys.executable, "-m", "venv", VENV)
    pip = (BIN / "python", "-m", "pip", "install", "--quiet")
    run(*pip, "--upgrade", "pip")  # groups of dependencies need pip 25.1
    asked = [part for group in wanted for part in ("--group", group)]
    run(*pip, "--constraint", "constraints.txt", "--editable", ".[cli]", *asked)
    stamp.write_text("\n".join((state.hexdigest(), *wanted)))


def run(*command: str | Path) -> None:
    """Run a command at the root; where it fails, end with its status."""
    quiet = {"PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(list(map(str, command)), cwd=ROOT, env=os.environ | quiet, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def found(program: str) -> str:
    """Return the path of a program that does not come with Python."""
    path = shutil.which(program)
    return path or sys.exit(f"{program} is needed: install LibreOffice and poppler-utils")


COMMANDS = {"example": example, "test": test, "lint": lint, "page": page}

if __name__ == "__main__":
    if sys.version_info < OLDEST:
        sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}")
    name, *arguments = sys.argv[1:] or [""]
    if name not in COMMANDS or (arguments and name != "test"):
        sys.exit(__doc__)
    COMMANDS[name](*arguments)
