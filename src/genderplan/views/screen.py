"""Lines for a screen: spans of text with a style's name, so that a view says what is red and not how.

Long output goes line by line, a few microseconds each. rich knows the colours and the width of characters; it is
imported where either is asked for.
"""

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

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
}


class Glyphs(NamedTuple):
    """The signs that are drawn, in one encoding or another; `marks` has one for each status."""

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
)


class Screen(NamedTuple):
    """What is written to: its width in cells, None where nothing is to be cut; its colours, None for none.

    `names` are what organisations are called on it, by their ids; one that is not among them by its id.
    """

    width: int | None
    colours: "ColorSystem | None" = None
    glyphs: Glyphs = UNICODE
    names: Mapping[str, str] = MappingProxyType({})

    def rendered(self, lines: Iterable[Line]) -> Iterator[str]:
        """Each line as text, with its escape sequences where there are colours, and its line end."""
        if self.colours is None:
            for line in lines:
                yield "".join([text for text, _ in line]).rstrip() + "\n"
        else:
            for line in lines:
                yield "".join([_styled(text, name, self.colours) for text, name in line]) + "\n"


@lru_cache(maxsize=256)
def _style(name: str) -> "Style":
    from rich.style import Style

    return Style.parse(STYLES[name])


def _styled(text: str, name: str, colours: "ColorSystem") -> str:
    if not name or not STYLES[name] or text.isspace():
        return text
    return _style(name).render(text, color_system=colours)


def cells(text: str) -> int:
    """How many cells of a screen text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def fitted(text: str, width: int, ellipsis: str = "…") -> str:
    """Text in exactly so many cells: filled up with spaces, or cut with an ellipsis."""
    taken = cells(text)
    if taken <= width:
        return text + " " * (width - taken)
    from rich.cells import set_cell_size

    return set_cell_size(text, max(width - len(ellipsis), 0)) + ellipsis[:width]


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


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Text in lines of at most so many cells, at least one line; all but the first begin with `indent`."""
    if width < 1:
        return [text]
    narrow = width if cells(text) == len(text) else max(width // 2, 1)
    if cells(text) <= width:
        return [text]
    return textwrap.wrap(text, narrow, break_on_hyphens=False, subsequent_indent=indent) or [""]
