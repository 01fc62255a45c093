"""The console blocks of the documentation: found in a page, run, and written back with what they print now."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
WRITES = bool(os.environ.get("WRITE_DOCS"))
MEND = "WRITE_DOCS=1 pytest tests/test_docs.py tests/test_tutorial.py writes it anew"

_FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_END = "\x1e"
_LIMIT = 120
_CLEAN = ("GENDERPLAN", "GIT_", "GITHUB_", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "WRITE_DOCS")


class Step(NamedTuple):
    """A command, and what it prints on stdout and stderr."""

    command: str
    printed: str

    def __str__(self) -> str:
        return f"$ {self.command}\n{self.printed}"


def fenced(page: Path) -> list[tuple[str, str]]:
    """Every fenced block with its language."""
    return _FENCED.findall(page.read_text(encoding="utf-8"))


def blocks(page: Path, language: str) -> list[str]:
    """The text of every fenced block of a language."""
    return [text for found, text in fenced(page) if found == language]


def commands(block: str) -> list[str]:
    """The commands of a console block: its lines that begin with a dollar sign."""
    return [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]


def run(typed: Iterable[str], folder: Path, more: Mapping[str, str] | None = None) -> list[Step]:
    """Commands typed into one shell, 80 columns wide, the installed `genderplan` at hand.

    What one command exports the next one sees.
    """
    typed = list(typed)
    script = "".join(f"{command}\nprintf '{_END}'\n" for command in typed)
    done = subprocess.run(
        ["bash", "-c", f"exec 2>&1\n{script}"],
        cwd=folder,
        env=environment() | dict(more or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_LIMIT,
        check=False,
    )
    printed = done.stdout.split(_END)
    assert len(printed) == len(typed) + 1, f"{len(printed) - 1} of {len(typed)} commands came to their end"
    return [Step(command, text) for command, text in zip(typed, printed, strict=False)]


def environment() -> dict[str, str]:
    """This process's environment as a reader's would be: no settings, 80 columns, an author for git."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_CLEAN)}
    author = {"GIT_AUTHOR_NAME": "A. Person", "GIT_AUTHOR_EMAIL": "a.person@example.org"}
    committer = {name.replace("AUTHOR", "COMMITTER"): value for name, value in author.items()}
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    git = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}
    return kept | author | committer | git | {"COLUMNS": "80", "PYTHONUTF8": "1", "PATH": path}


def written(page: Path, block: str, now: str) -> None:
    """Put what a block prints now in the place of what it says."""
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace(f"```console\n{block}```", f"```console\n{now}```", 1), encoding="utf-8")
