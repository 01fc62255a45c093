"""Signs of a time line: a shape for each status, whatever its colour, and what else is drawn; its legend.

Every colour can be seen on light and on dark.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias
from xml.etree.ElementTree import Element

from genderplan.page.svg import INK, Look, add
from genderplan.standing.rag import Rag, Status

SIZE = 6
"""How far a sign reaches from its middle."""

_AMBER = "#b58900"
_COLOURS: Mapping[Rag | None, str] = {
    Rag.RED: "#d9443f",
    Rag.AMBER: _AMBER,
    Rag.GREEN: "#2e8b57",
    Rag.BLUE: "#3a7fc1",
    None: INK,
}
_LINED: Mapping[str, Look] = {"fill": "none", "stroke": INK, "stroke_width": 1.5}
_SHAPES: Mapping[Status, tuple[str, Mapping[str, Look]]] = {
    Status.COMPLETE: ("M-5 0A5 5 0 1 1 5 0A5 5 0 1 1 -5 0Z", {"fill": _COLOURS[Rag.BLUE]}),
    Status.CANCELLED: ("M-4 -4L4 4M-4 4L4 -4", _LINED),
    Status.OVERDUE: ("M0 -6L6 5H-6Z", {"fill": _COLOURS[Rag.RED]}),
    Status.DUE: ("M0 -6L6 0L0 6L-6 0Z", {"fill": _AMBER}),
    Status.UPCOMING: ("M0 -5L5 0L0 5L-5 0Z", _LINED),
    Status.UNDATED: ("M-4 -4H4V4H-4Z", _LINED),
}


def status_sign(status: Status, parent: Element, x: float, y: float) -> Element:
    """What stands where a milestone is due, or was done."""
    shape, look = _SHAPES[status]
    return add(parent, "path", d=shape, transform=f"translate({x:.1f} {y:.1f})", **look)


def bar(parent: Element, start: float, end: float, y: float, rag: Rag | None, *, is_project: bool) -> None:
    """From when to when an entry goes: wide for a project, narrow for an action."""
    height = 14 if is_project else 5
    look: dict[str, Look] = {"fill": _COLOURS[rag], "fill_opacity": "0.55" if rag else "0.3"}
    add(parent, "rect", x=start, y=y - height / 2, width=max(end - start, 2), height=height, **look)


def beyond(parent: Element, x: float, y: float, way: int = 1) -> None:
    """That something goes on before (-1) or after (1) the axis."""
    add(parent, "path", d=f"M{x:.1f} {y - 5:.1f}l{7 * way} 5l{-7 * way} 5Z")


def dashes(parent: Element, start: float, end: float, y: float) -> None:
    """Between a sign and the other date of its milestone."""
    add(parent, "path", d=f"M{start:.1f} {y:.1f}H{end:.1f}", stroke_dasharray="2 2", **_LINED)


def agreed(parent: Element, x: float, y: float) -> None:
    """An agreed date, where that is another than the one of the sign."""
    add(parent, "path", d=f"M{x:.1f} {y - 6:.1f}v12", **_LINED)


def forecast(parent: Element, x: float, y: float) -> None:
    """For when what is overdue is forecast."""
    add(parent, "path", d=f"M{x - 5:.1f} {y - 5:.1f}l5 5l-5 5", **_LINED)


def slip(parent: Element, start: float, end: float, y: float) -> None:
    """From the date of the baseline to that of now."""
    add(parent, "path", d=f"M{start:.1f} {y:.1f}H{end:.1f}", fill="none", stroke=_AMBER, stroke_width=1.5)


def slip_start(parent: Element, x: float, y: float) -> None:
    """A date of the baseline."""
    add(parent, "circle", cx=x, cy=y, r=3, fill=_AMBER)


def slip_end(parent: Element, x: float, y: float, way: int) -> None:
    """What became of it: later (1) or earlier (-1)."""
    add(parent, "path", d=f"M{x:.1f} {y:.1f}l{-7 * way} -4v8Z", fill=_AMBER)


def as_of_line(parent: Element, x: float, top: float, bottom: float) -> None:
    """The status date."""
    add(parent, "path", d=f"M{x:.1f} {top:.1f}V{bottom:.1f}", stroke_dasharray="5 2", **_LINED)


def _slip_sample(parent: Element, x: float, y: float) -> None:
    slip(parent, x - 8, x + 8, y)
    slip_start(parent, x - 8, y)
    slip_end(parent, x + 8, y, 1)


def number(parent: Element, x: float, y: float, count: int) -> None:
    """Of how many milestones a sign is."""
    add(parent, "text", x=x + SIZE + 2, y=y - 4, font_size="11").text = str(count)


Sample: TypeAlias = Callable[[Element, float, float], object]

PROJECT, ACTION = "project", "action"
MANY = "so many milestones"
AGREED = "agreed date of what is done or forecast for another"
FORECAST = "forecast, where overdue"
SLIPPED = "slipped since the baseline"
BEYOND = "goes on beyond the axis"
AS_OF = "status date"

LEGEND: Mapping[str, Sample] = {
    **{str(status): partial(status_sign, status) for status in Status},
    MANY: lambda parent, x, y: number(parent, x - SIZE - 6, y + 8, 2),
    AGREED: agreed,
    FORECAST: forecast,
    SLIPPED: _slip_sample,
    PROJECT: lambda parent, x, y: bar(parent, x - 8, x + 8, y, None, is_project=True),
    ACTION: lambda parent, x, y: bar(parent, x - 8, x + 8, y, None, is_project=False),
    BEYOND: beyond,
    AS_OF: lambda parent, x, y: as_of_line(parent, x, y - 7, y + 7),
}
"""What may be drawn, in the order in which it is told, with what shows it."""
