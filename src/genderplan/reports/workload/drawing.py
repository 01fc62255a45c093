"""`workload` as a picture: a heat map in SVG that needs nothing from elsewhere, each number written in its cell."""

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from genderplan.page.page import Heat
from genderplan.page.svg import add, document_of, plain, resize
from genderplan.page.words import counted, day_in_words
from genderplan.reports.workload.result import Workload
from genderplan.reports.workload.windows import ALL, DEEPEST, Window, windows
from genderplan.terminal.fitting import wrapped_to
from genderplan.text import one_line

_LEFT, _NAMES, _WIDE, _HIGH = 16, 300, 48, 24
"""Where rows begin, the room of their names, and the size of a cell."""

_LETTERS, _DEPTH = 40, 14
"""How many letters of a name have room, and how far each level is set in."""


class _Colours(NamedTuple):
    """The colours of a cell, and of the number in it."""

    ground: str
    number: str


_SHADES = (
    _Colours("#f4f6f8", "#1b2026"),
    _Colours("#dbe9fb", "#1b2026"),
    _Colours("#9cc4f3", "#1b2026"),
    _Colours("#f0bf6b", "#1b2026"),
    _Colours("#8c1d14", "#ffffff"),
)


def as_svg(report: Workload) -> str:
    """One picture with a map for each window of months, one above the other. It is ASCII: all else is a reference."""
    root = Element("svg", xmlns="http://www.w3.org/2000/svg", role="img")
    root.set("aria-labelledby", "genderplan-workload-title genderplan-workload-desc")
    root.set("font-family", "sans-serif")
    root.set("font-size", "13")
    days = "; ".join(map(day_in_words, report.plans))
    SubElement(root, "title", id="genderplan-workload-title").text = plain(f"Workload: {days}")
    SubElement(root, "desc", id="genderplan-workload-desc").text = plain(_description(report))
    SubElement(root, "rect", width="100%", height="100%", fill="#ffffff")
    below, widest = 28, 0
    _text(root, _LEFT, below, f"Workload: {days}", weight="bold")
    for window in windows(report):
        below = _map(root, report, window, below + 34)
        widest = max(widest, len(window.heads))
    resize(root, 2 * _LEFT + _NAMES + _WIDE * max(widest, 8), below + 20)
    return document_of(root, alone=True) + "\n"


def _description(report: Workload) -> str:
    """What the picture shows, in words."""
    told = [f"{row.title}: {counted(row.number, 'thing')}" for row in report.rows]
    return one_line("; ".join((*told, "by lead and month; the last row counts each once")))


def _map(root: Element, report: Workload, window: Window, top: int) -> int:
    """The map of some months; where it ends."""
    _text(root, _LEFT, top, window.title, weight="bold")
    for number, head in enumerate(window.heads):
        _text(root, _LEFT + _NAMES + _WIDE * (number + 0.5), top, head, anchor="middle")
    top += 8
    rows = [(row.title, row.depth, heats) for row, heats in window.rows(report)]
    for title, depth, heats in (*rows, (ALL, 0, window.heats(report.total))):
        _row(root, title, depth, heats, top)
        top += _HIGH
    return top


def _row(root: Element, title: str, depth: int, heats: Sequence[Heat], top: int) -> None:
    deep = min(depth, DEEPEST)
    name = wrapped_to(one_line(title), _LETTERS - 2 * deep, 1, "…", "")[0]
    _text(root, _LEFT + _DEPTH * deep, top + 16, name)
    for number, heat in enumerate(heats):
        colours, left = _SHADES[heat.level], _LEFT + _NAMES + _WIDE * number
        add(root, "rect", x=left + 1, y=top + 1, width=_WIDE - 2, height=_HIGH - 2, rx=3, fill=colours.ground)
        if heat.number:
            _text(root, left + _WIDE / 2, top + 16, f"{heat.number:,}", anchor="middle", fill=colours.number)


def _text(root: Element, x: float, y: float, text: str, *, weight: str = "", anchor: str = "", fill: str = "") -> None:
    look = {"font_weight": weight, "text_anchor": anchor, "fill": fill or "#1b2026"}
    element = add(root, "text", x=x, y=y, **{name: value for name, value in look.items() if value})
    element.text = plain(one_line(text))
