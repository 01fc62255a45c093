"""Pages of commands as HTML documents in files, for clients that read such files.

A command's page is tested by a line in `PAGES`.
"""

from pathlib import Path

from cli_runner import call
from formats.everything import everything
from genderplan.formats import html

WOMEN = ("--plan", "women-2003")

PAGES: dict[str, tuple[str, ...]] = {
    "slippage": ("slippage", *WOMEN),
}
"""A run of every command that has pages, by a name that begins with the command's."""

ALL = ("everything", *PAGES)
"""What can be read: the page that has every block and value, and those of the commands."""


def document_of(name: str, folder: Path) -> Path:
    """The file in a folder that holds a page's document."""
    path = folder / f"{name}.html"
    if not path.exists():
        path.write_text(html.written(everything()) if name == "everything" else _run(name), encoding="utf-8")
    return path


def _run(name: str) -> str:
    result = call(*PAGES[name], "--format", "html")
    assert result.code in {0, 1}, result.err
    return result.out
