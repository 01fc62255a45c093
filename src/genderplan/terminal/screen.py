"""Lines for a screen: spans of text with a style's name, so that a view says what is red and not how.

Long output goes line by line, a few microseconds each. rich knows the colours; it is imported where it is asked for.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from genderplan.terminal.fitting import cells, wrapped
from genderplan.text import one_line, printable

if TYPE_CHECKING:
    from rich.color import ColorSystem
    from rich.style import Style

Span: TypeAlias = tuple[str, str]
"""Text and the name of its style, "" for none."""

Line: TypeAlias = list[Span]

STYLES = {
    "title": "bold",
    "head": "bold",
    "dim": "dim",
    "red": "bold red",
    "amber": "yellow",
    "green": "green",
    "blue": "blue",
    "overdue": "red",
    "due": "yellow",
    "complete": "blue",
    "cancelled": "dim",
    "upcoming": "",
    "undated": "dim",
    "error": "bold red",
    "warning": "bold yellow",
    "note": "cyan",
    "later": "red",
    "earlier": "green",
    "command": "bold",
    "heat-1": "black on #dbe9fb",
    "heat-2": "black on #9cc4f3",
    "heat-3": "black on #e6a23c",
    "heat-4": "white on #a3231b",
}


class Glyphs(NamedTuple):
    """The signs that are drawn, in one encoding or another.

    `marks` has one for each status, `extents` for how far something is held; `steps` rise.
    """

    arrow: str
    dot: str
    ellipsis: str
    bar: str
    line: str
    today: str
    cross: str
    before: str
    after: str
    moved: str
    tip: str
    back: str
    marks: dict[str, str]
    extents: dict[str, str]
    steps: str


UNICODE = Glyphs(
    arrow="→",
    dot="·",
    ellipsis="…",
    bar="█",
    line="─",
    today="│",
    cross="┼",
    before="◀",
    after="▶",
    moved="○",
    tip="▸",
    back="◂",
    marks={"complete": "●", "cancelled": "×", "overdue": "!", "due": "◆", "upcoming": "◇", "undated": "?"},
    extents={"full": "✓", "part": "(✓)", "none": "–"},
    steps="▁▂▃▄▅▆▇█",
)
ASCII = Glyphs(
    arrow="->",
    dot="-",
    ellipsis="~",
    bar="#",
    line="-",
    today="|",
    cross="|",
    before="<",
    after=">",
    moved="o",
    tip=">",
    back="<",
    marks={"complete": "x", "cancelled": "/", "overdue": "!", "due": "D", "upcoming": "U", "undated": "?"},
    extents={"full": "x", "part": "(x)", "none": "-"},
    steps="_.-=*#",
)


class Screen(NamedTuple):
    """What is written to: its width in cells, None where nothing is to be cut; its colours, None for none.

    `names` are what organisations are called on it, by their ids; one that is not among them by its id.
    """

    width: int | None
    colours: "ColorSystem | None" = None
    glyphs: Glyphs = UNICODE
    names: Mapping[str, str] = MappingProxyType({})

    @property
    def room(self) -> int:
        """The width for whoever lays out lines: without one, more than any line has."""
        return self.width or 1 << 16

    def called(self, organisations: Iterable[str]) -> str:
        """Organisations, given by their ids, by their names; one that is no id, as nobody knows it, may be any text."""
        return ", ".join([one_line(self.names.get(each, each)) for each in organisations])

    def rendered(self, lines: Iterable[Line]) -> Iterator[str]:
        """Each line as text, with its escape sequences where there are colours, and its line end.

        The escape sequences are the only ones: whatever a text holds is printable, and on its line.
        """
        if self.colours is None:
            for line in lines:
                yield printable("".join([text for text, _ in line])).rstrip() + "\n"
        else:
            for line in lines:
                yield "".join([_styled(text, name, self.colours) for text, name in line]) + "\n"


@lru_cache(maxsize=256)
def _style(name: str) -> "Style":
    from rich.style import Style

    return Style.parse(STYLES[name])


def _styled(text: str, name: str, colours: "ColorSystem") -> str:
    safe = printable(text)
    if not name or not STYLES[name] or text.isspace():
        return safe
    return _style(name).render(safe, color_system=colours)


def flowing(facts: Iterable[str], screen: Screen, width: int | None) -> list[str]:
    """Facts with a dot between them, on as few lines as hold them; none is broken that fits on a line."""
    lines: list[str] = []
    for fact in facts:
        longer = f"{lines[-1]} {screen.glyphs.dot} {fact}" if lines else fact
        if lines and (width is None or cells(longer) <= width):
            lines[-1] = longer
        else:
            lines += wrapped(fact, width or cells(fact))
    return lines
