"""The pictures of docs/images: what commands print on a terminal of 100 columns, in colour, as SVG.

rich draws them, into a frame of our own: it asks for no font of a distant host, and is the same in every run.
"""

import io
import os
import re
from contextlib import chdir, redirect_stderr, redirect_stdout
from typing import NamedTuple
from unittest.mock import patch

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from genderplan.cli import app
from tools.write import ROOT

_COLUMNS = 100
_MONOSPACE = "ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace"
_ASPECT = 0.602
"""Width to height of a character in Menlo and DejaVu Sans Mono."""

_FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {{width}} {{height}}">
<title>{alternative}</title>
<style>
.{{unique_id}}-matrix {{{{ font: {{char_height}}px {monospace}; white-space: pre; }}}}
.{{unique_id}}-title {{{{ font: 18px {monospace}; }}}}
{{styles}}
</style>
<defs>
<clipPath id="{{unique_id}}-clip-terminal"><rect width="{{terminal_width}}" height="{{terminal_height}}"/></clipPath>
{{lines}}
</defs>
{{chrome}}
<g transform="translate({{terminal_x}}, {{terminal_y}})" clip-path="url(#{{unique_id}}-clip-terminal)">
{{backgrounds}}
<g class="{{unique_id}}-matrix">
{{matrix}}
</g>
</g>
</svg>
"""


_NORMAL = [
    (72, 79, 88),
    (255, 123, 114),
    (126, 231, 135),
    (242, 204, 96),
    (121, 192, 255),
    (210, 168, 255),
    (118, 227, 234),
    (201, 209, 217),
]
_THEME = TerminalTheme(background=(22, 27, 34), foreground=(230, 237, 243), normal=_NORMAL)
"""Black, red, green, yellow, blue, magenta, cyan, white: each at least 4.5 to 1 on the background, black apart."""


class Picture(NamedTuple):
    """A command, as many of its first lines as are shown (None: all), and what the picture shows in words."""

    command: str
    lines: int | None
    alternative: str

    @property
    def title(self) -> str:
        return self.command + (f" | head -{self.lines}" if self.lines else "")


PICTURES = {
    "status": Picture(
        "genderplan status --plan women-2003",
        30,
        "Each objective with its RAG and counts, then what is overdue, by how many days, and who leads it",
    ),
    "slippage": Picture(
        "genderplan slippage --plan women-2003 --objective identifying-needs",
        None,
        "Two dates moved by two months each, one entry and one milestone added, one title reworded",
    ),
    "timeline": Picture(
        "genderplan timeline --plan women-2003 --kind action",
        None,
        "Each action on a line of months with signs for its milestones, the status date and the slips",
    ),
}


def files() -> dict[str, str]:
    """Every picture, by its path in the repository."""
    return {f"docs/images/{name}.svg": drawn(name, picture) for name, picture in PICTURES.items()}


def drawn(name: str, picture: Picture) -> str:
    """One picture as SVG."""
    frame = _FRAME.format(alternative=picture.alternative, monospace=_MONOSPACE)
    with patch.dict(os.environ, _settings(), clear=True), chdir(ROOT):
        lines = printed(picture.command).splitlines()[: picture.lines]
        console = Console(record=True, file=io.StringIO(), width=_COLUMNS, force_terminal=True, color_system="standard")
        console.print(Text.from_ansi("\n".join(lines)), highlight=False, markup=False, soft_wrap=True, end="")
        svg = console.export_svg(
            title=picture.title, theme=_THEME, code_format=frame, font_aspect_ratio=_ASPECT, unique_id=name
        )
    return _stretched(svg)


def _stretched(svg: str) -> str:
    """Signs stretched to their cells, so that bars have no gaps in narrower fonts; one text a line, short numbers."""
    stretched = svg.replace("textLength=", 'lengthAdjust="spacingAndGlyphs" textLength=')
    apart = stretched.replace("</text><text", "</text>\n<text")
    short = re.sub(r"\d+\.\d{3,}", lambda number: f"{float(number[0]):.2f}", apart)
    return re.sub(r"^[ \t]+|[ \t]+$", "", short, flags=re.MULTILINE)


class _Terminal(io.TextIOWrapper):
    """A file that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def printed(command: str) -> str:
    """What a command of ours prints on a terminal."""
    written = io.BytesIO()
    out = _Terminal(written, encoding="utf-8", newline="")
    with redirect_stdout(out), redirect_stderr(io.StringIO()) as told:
        code = app.run(command.split()[1:])
    if code != 0:
        raise RuntimeError(f"{command} ended with {code}: {told.getvalue()}")
    out.flush()
    return written.getvalue().decode()


def _settings() -> dict[str, str]:
    """The environment of a terminal with eight colours, whatever this one is."""
    apart = ("GENDERPLAN_", "GITHUB_", "NO_COLOR", "COLORTERM", "TTY_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(apart)}
    return kept | {"COLUMNS": str(_COLUMNS), "TERM": "xterm", "FORCE_COLOR": "1"}
