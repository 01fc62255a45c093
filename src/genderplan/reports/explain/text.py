"""`explain` on a screen: the list of codes and measures, the page of a code with its example and the example mended,
and the page of a measure.

The manual's text has one cell a character, so that rich is needed for colours alone.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from genderplan.manual.measures import MEASURES, MeasurePage
from genderplan.manual.pages import GROUPS, CodePage
from genderplan.manual.trees import Example, ExampleFile, marks, messages
from genderplan.reports.explain.words import (
    OF_DELIVERY,
    WEIGHTS,
    change_lines,
    given_by,
    mended_files,
    name_of,
    numbered_lines,
    quoted,
)
from genderplan.terminal.fitting import wrapped
from genderplan.terminal.layout import ALL, Cell, Layout, Stacking, TextColumn, flow, section
from genderplan.terminal.screen import Line, Screen

_WIDEST = 100
"""Paragraphs of longer lines are hard to read."""

_TITLE = TextColumn(least=20, lines=ALL, is_text=True)

_FINDING = re.compile(r"(.+?:\d+:\d+: )(?P<severity>error|warning|note)\b(.*)")


def manual_lines(told: CodePage | MeasurePage | tuple[CodePage, ...], screen: Screen) -> Iterator[Line]:
    """What there is on a code, on a measure, or on all of them."""
    if isinstance(told, MeasurePage):
        return measure_lines(told, screen)
    return page_lines(told, screen) if isinstance(told, CodePage) else list_lines(told, screen)


def list_lines(pages: Sequence[CodePage], screen: Screen) -> Iterator[Line]:
    """Every code under what its group is about, then the measures."""
    width = _width(screen)
    yield [("What validate and check find", "title")]
    yield from flow(WEIGHTS, width, "dim")
    told = [_cells(page) for page in pages]
    layout = Layout((TextColumn(), TextColumn(), TextColumn(), _TITLE), told, width, stack=Stacking(4))
    for group, rows in groupby(told, key=lambda row: row[0][0][:3]):
        yield from section(GROUPS[group].upper())
        yield from layout.lines(rows)
    yield from section("MEASURES OF DELIVERY")
    measures = [((page.measure, ""), (quoted(page.title), "")) for page in MEASURES.values()]
    yield from Layout((TextColumn(), _TITLE), measures, width, stack=Stacking(4)).lines(measures)
    yield from _next("genderplan explain GP204", "what one means, why it matters, and how it is mended", width)


def _cells(page: CodePage) -> Sequence[Cell]:
    """Code, severity, command and title."""
    return (page.code, ""), (page.severity, page.severity), (page.by, "dim"), (quoted(page.title), "")


def measure_lines(page: MeasurePage, screen: Screen) -> Iterator[Line]:
    """What a measure says, its formula, where the field has it from, and how it can mislead."""
    width = _width(screen)
    yield from flow(quoted(f"{page.measure}: {page.title}"), width, "title")
    yield from flow(OF_DELIVERY, width, "dim")
    yield from _paragraphs(page.meaning, width)
    yield from section("FORMULA")
    for number, paragraph in enumerate(page.formula):
        yield from flow(quoted(paragraph), width, "" if number else "head", indent=2, hanging="  ")
    for name, text in (("Source:", page.source), ("Misleads:", page.misleads)):
        yield [("", "")]
        yield from _named(name, f" {text}", width)
    yield from _next("genderplan status --measures", "the measures of your plans", width)


def page_lines(page: CodePage, screen: Screen) -> Iterator[Line]:
    """What a code means, how it is mended, its example, and the example mended."""
    width = _width(screen)
    yield from flow(quoted(f"{page.code} {page.title}"), width, "title")
    yield from _named(page.severity, f", {given_by(page)}", width, page.severity, "dim")
    yield from _paragraphs(page.meaning, width)
    yield [("", "")]
    yield from _named("Mend:", f" {page.mend}", width)
    yield from _example(page.example, width)
    yield from _mended(page.example.files, screen, width)
    yield from _next("genderplan explain", "all codes", width)


def _width(screen: Screen) -> int:
    return min(screen.width or 80, _WIDEST)


def _named(name: str, text: str, width: int, style: str = "head", others: str = "") -> Iterator[Line]:
    """A text that begins with a name in its own style."""
    first, *rest = wrapped(quoted(f"{name}{text}"), width)
    yield [(name, style), (first.removeprefix(name), others)]
    yield from ([(line, others)] for line in rest)


def _paragraphs(paragraphs: Sequence[str], width: int) -> Iterator[Line]:
    for paragraph in paragraphs:
        yield [("", "")]
        yield from flow(quoted(paragraph), width)


def _example(example: Example, width: int) -> Iterator[Line]:
    """What the command says, and the files that it says it of, with a caret under each place."""
    yield from section("EXAMPLE")
    if example.words:
        yield from flow(quoted(example.words), width, indent=2)
    for message in messages(example):
        first, *rest = wrapped(quoted(message), width - 2, "  ")
        yield [("  ", ""), *_weighed(first)]
        yield from ([(f"  {line}", "")] for line in rest)
    yield from _since(example.files)
    marked = tuple(marks(example))
    for file in example.files:
        if file.bad is not None:
            yield [("", "")]
            yield [(f"  {file.path}", "dim")]
            yield from numbered_lines(file.bad, [mark for mark in marked if mark.file == file.path])


def _since(files: Sequence[ExampleFile]) -> Iterator[Line]:
    """What changed in the files since they were as the example holds them against."""
    for file in files:
        if file.before is not None and file.before != file.bad:
            yield [("", "")]
            yield [(f"  {file.path}, as it changed", "dim")]
            yield from change_lines(file.before, file.bad)


def _weighed(message: str) -> Iterator[tuple[str, str]]:
    """A finding in its spans: the place, the severity in its style, the rest."""
    found = _FINDING.fullmatch(message)
    if found is None:
        return iter(((message, "dim"),))
    return zip(found.groups(), ("head", found["severity"], ""), strict=True)


def _mended(files: Sequence[ExampleFile], screen: Screen, width: int) -> Iterator[Line]:
    """The files that are mended: under another name, new, or with the lines that change."""
    for number, (file, was) in enumerate(mended_files(files)):
        yield [("", "")]
        if not number:
            yield [("MENDED", "head")]
        if was:
            yield from _renamed(was, file.path, screen, width)
        else:
            yield [(f"  {name_of(file)}", "dim")]
            yield from change_lines(file.bad, file.good)


def _renamed(was: str, now: str, screen: Screen, width: int) -> Iterator[Line]:
    arrow = screen.glyphs.arrow
    if len(was) + len(now) + len(arrow) + 4 <= width:
        yield [(f"  {was} {arrow} ", ""), (now, "green")]
    else:
        yield [(f"  {was}", "")]
        yield [(f"  {arrow} ", ""), (now, "green")]


def _next(command: str, why: str, width: int) -> Iterator[Line]:
    """What to run next."""
    yield [("", "")]
    if len(command) + len(why) + 4 <= width:
        yield [(command, "command"), (f"    {why}", "dim")]
    else:
        yield [(command, "command")]
        yield from flow(why, width, "dim", indent=2)
