"""HTML of a page: one file, without script or network, that says nothing by colour alone.

It is ASCII, all else being references: whatever encoding it is saved in, it is what its head says. Lines that would
steer a workflow's log are references too.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from html import escape
from itertools import count, groupby
from pathlib import Path
from typing import Literal
from xml.etree.ElementTree import Element, fromstring, tostring

from genderplan.dates.forms import PlanDate
from genderplan.dates.variance import Variance
from genderplan.findings import Severity
from genderplan.page.page import (
    Block,
    Column,
    Command,
    Drawing,
    Excerpt,
    Facts,
    Heat,
    Identifier,
    Nested,
    Next,
    Note,
    Organisations,
    Page,
    Section,
    Stack,
    Table,
    Value,
)
from genderplan.page.values import words_of
from genderplan.standing.rag import Rag, Status
from genderplan.text import in_xml, one_line, python_escapes

_STYLE = Path(__file__).with_name("page.css")
_DEEPEST = 6
"""The lowest heading that HTML has."""

_SHORT, _LONG = 16, 24
"""Up to how many letters the text of a cell stays on a line, and how many make a sentence or a long word of it."""

_BROKEN = (str, Nested, Organisations)
"""What may be broken at a space; other values stay on a line anyway."""

_INMOST = 4
"""How deep what is within others is still set in."""

_UPRIGHT = 12
"""How many columns of numbers fit on a page that stands upright; any other has the room of two."""

_NO_HTML = re.compile(
    "[\ufdd0-\ufdef" + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17)) + "]"
)
"""What is never a character, and an error in HTML, as a reference too."""


def written(page: Page) -> str:
    """The whole document."""
    document = in_xml("".join(_Writer(page).document()))
    return document.encode("ascii", "xmlcharrefreplace").decode("ascii")


class _Writer:
    def __init__(self, page: Page) -> None:
        self._page = page
        self._numbers = count(1)

    def document(self) -> Iterator[str]:
        title, style = _text(self._page.title), _STYLE.read_text(encoding="utf-8")
        sheets, turned = self._page.is_on_sheets and "sheets", _is_broad(self._page.blocks) and "broad"
        language = escape(self._page.language)
        yield f'<!DOCTYPE html>\n<html lang="{language}"{_class(sheets)}>\n<head>\n<meta charset="utf-8">\n'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">\n'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        yield '<meta name="generator" content="genderplan">\n'
        yield f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        yield f"<main{_class(turned)}>\n<h1>{title}</h1>\n"
        yield from self._blocks(self._page.blocks, 2)
        yield "</main>\n</body>\n</html>\n"

    def _blocks(self, blocks: tuple[Block, ...], level: int) -> Iterator[str]:
        """Blocks in their order; what to run next is a list where it stands together."""
        is_alone = sum(isinstance(block, Table | Drawing | Excerpt) for block in blocks) == 1
        for kind, alike in groupby(blocks, type):
            if kind is Next:
                yield from self._listed("next", (self._next(each) for each in alike if isinstance(each, Next)))
            else:
                for block in alike:
                    yield from self._block(block, level, is_alone=is_alone)

    def _block(self, block: Block, level: int, *, is_alone: bool) -> Iterator[str]:
        match block:
            case Section():
                yield from self._section(block, min(level, _DEEPEST))
            case Table():
                yield from self._table(block, is_alone=is_alone)
            case Excerpt():
                yield from self._excerpt(block)
            case Facts(values):
                yield from self._listed("facts", map(self._cell, values))
            case Note():
                yield f"<p{_class(block.is_aside and 'aside')}>{_text(block.words)}</p>\n"
            case Drawing():
                yield from self._drawing(block)

    def _section(self, section: Section, level: int) -> Iterator[str]:
        yield f"<section>\n<h{level}>{_text(section.title + section.ending)}</h{level}>\n"
        yield from self._blocks(section.blocks, level + 1)
        yield "</section>\n"

    def _listed(self, kind: str, items: Iterable[str]) -> Iterator[str]:
        told = "".join(f"<li>{each}</li>\n" for each in items if each)
        if told:
            yield f'<ul class="{kind}">\n{told}</ul>\n'

    def _next(self, step: Next) -> str:
        return f"{self._cell(step.command)}: {_text(step.why)}"

    def _table(self, table: Table, *, is_alone: bool) -> Iterator[str]:
        """One that is alone under its heading has its caption for the ear alone: the eye has just read as much."""
        name, look = f"table-{next(self._numbers)}", _class(is_alone and "unseen")
        yield _scrolled(name)
        yield f'<table>\n<caption id="{name}"{look}>{_text(table.caption)}</caption>\n<thead>\n<tr>'
        yield from map(_head, table.columns)
        yield "</tr>\n</thead>\n<tbody>\n"
        for row in table.rows:
            cells = (self._data(column, value) for column, value in zip(table.columns, row, strict=True))
            yield f"<tr>{''.join(cells)}</tr>\n"
        yield "</tbody>\n</table>\n</div>\n"

    def _excerpt(self, excerpt: Excerpt) -> Iterator[str]:
        name = f"excerpt-{next(self._numbers)}"
        yield f'<figure>\n<figcaption id="{name}">{_text(excerpt.caption)}</figcaption>\n'
        yield f"{_scrolled(name)}<pre>{escape(excerpt.text, quote=False)}</pre>\n</div>\n</figure>\n"

    def _data(self, column: Column, value: Value) -> str:
        parts = self._parts(value)
        content, look = self._cell(value), _look(column, _length(parts), _depth(parts))
        return f'<th scope="row"{look}>{content}</th>' if column.is_name and content else f"<td{look}>{content}</td>"

    def _cell(self, value: Value) -> str:
        parts = self._parts(value)
        return _alike(parts) if isinstance(value, Stack) and value.are_alike else _stacked(parts)

    def _parts(self, value: Value) -> list[tuple[Value, str]]:
        """What stands one below the other, each with its words."""
        if isinstance(value, Stack):
            return [part for each in value.values for part in self._parts(each)]
        return [(value, _text(value.text if isinstance(value, Nested) else words_of(value, self._page.names)))]

    def _drawing(self, drawing: Drawing) -> Iterator[str]:
        name = f"drawing-{next(self._numbers)}"
        yield f'<figure>\n<figcaption id="{name}">{_text(drawing.title)}</figcaption>\n'
        yield f"{_scrolled(name)}{_picture(drawing.svg, name)}\n</div>\n</figure>\n"


def _policy(style: str) -> str:
    """What the document may do: be styled as it is here, and nothing else."""
    seal = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{seal}'; base-uri 'none'; form-action 'none'"


def _class(*names: str | Literal[False, 0]) -> str:
    """The attribute of those classes that there are."""
    told = " ".join(name for name in names if name)
    return f' class="{told}"' if told else ""


def _scrolled(name: str) -> str:
    """The start of what may be wider than the page: it scrolls by itself, with keys too."""
    return f'<div class="wide" role="group" aria-labelledby="{name}" tabindex="0">\n'


def _is_broad(blocks: Iterable[Block]) -> bool:
    """Whether all goes on paper across, since a table is too broad; turned alone it would leave its heading."""
    return any(_is_broad(block.blocks) if isinstance(block, Section) else _takes_room(block) for block in blocks)


def _takes_room(block: Block) -> bool:
    return isinstance(block, Table) and sum(1 if each.is_number else 2 for each in block.columns) > _UPRIGHT


def _head(column: Column) -> str:
    return f'<th scope="col"{_look(column)}>{_text(column.head)}</th>' if column.head else "<td></td>"


def _look(column: Column, length: str = "", depth: int = 0) -> str:
    """The classes of a cell: numbers stand right, what is within is set in."""
    return _class("number" if column.is_number else length, depth and f"depth-{min(depth, _INMOST)}")


def _length(parts: Sequence[tuple[Value, str]]) -> str:
    """The class of a cell by its texts: a sentence is not to be a word wide, a few short words stay on a line."""
    if any(_is_long(words) for _, words in parts):
        return "long"
    may_break = any(" " in words and isinstance(value, _BROKEN) for value, words in parts)
    return "short" if may_break and all(len(words) <= _SHORT for _, words in parts) else ""


def _is_long(text: str) -> bool:
    """Whether a text has to be broken; an id is at its hyphens, if there are any."""
    return len(text) > _LONG and (" " in text or any(len(part) > _LONG for part in text.split("-")))


def _depth(parts: list[tuple[Value, str]]) -> int:
    """How deep what a cell is about stands within others."""
    first = parts[0][0] if parts else None
    return first.depth if isinstance(first, Nested) else 0


def _alike(parts: list[tuple[Value, str]]) -> str:
    return "".join(f"<div>{_marked(value, words)}</div>" for value, words in parts if words)


def _stacked(parts: list[tuple[Value, str]]) -> str:
    first, *rest = [_marked(value, words) if words else "" for value, words in parts]
    return first + "".join(f'<div class="below">{each}</div>' for each in rest if each)


def _marked(value: Value, words: str) -> str:
    """Words in the element that says what they are."""
    match value:
        case Status() | Rag() | Severity():
            pass  # texts that are more than that
        case PlanDate() if value.is_day:
            return f'<time datetime="{value}">{words}</time>'
        case Identifier() | Command():
            return f"<code>{words}</code>"
        case str() | int() | Nested() | Organisations():
            return words
    return f'<span class="{_looks(value)}">{words}</span>'


def _looks(value: Value) -> str:
    """The classes of a value that is shown as more than its words."""
    match value:
        case Status() | Rag() | Severity():
            return f"mark {value}"
        case Heat(_, level):
            return f"heat heat-{level}"
        case Variance() if value.is_moved:
            return f"short {'late' if value.is_late else 'early'}"
    return "short"


def _picture(svg: str, name: str) -> str:
    """A drawing as an element of HTML, called by its caption; its own ids differ from those of any other."""
    root = fromstring(svg)  # noqa: S314 - one that we have drawn
    for element in root.iter():
        _rename(element, name)
    root.set("role", "img")
    root.set("aria-labelledby", name)
    return tostring(root, encoding="unicode")


def _rename(element: Element, prefix: str) -> None:
    """The element without its namespace, which HTML knows, and with the prefix before each id that it has or names."""
    element.tag = element.tag.rpartition("}")[2]
    for key, value in element.items():
        if key in {"id", "aria-labelledby", "aria-describedby"}:
            element.set(key, " ".join(f"{prefix}-{each}" for each in value.split()))
        elif key == "href":
            element.set(key, value.replace("#", f"#{prefix}-"))
        else:
            element.set(key, value.replace("url(#", f"url(#{prefix}-"))


def _text(text: str) -> str:
    """Text on one line in which nothing is markup."""
    return escape(_NO_HTML.sub(lambda found: python_escapes(found[0]), one_line(text)), quote=False)
