"""HTML of a page: one file, without script, network or colour alone."""

from collections.abc import Iterator
from html import escape
from itertools import count
from pathlib import Path

from genderplan.analysis.rag import Rag, Status
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
    Identifier,
    Next,
    Note,
    Page,
    Section,
    Stack,
    Table,
    Value,
)
from genderplan.page.values import words_of

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = Path(__file__).with_name("page.css")


def written(page: Page) -> str:
    """The whole document."""
    return "".join(_Writer(page).document())


class _Writer:
    def __init__(self, page: Page) -> None:
        self._page = page
        self._numbers = count(1)

    def document(self) -> Iterator[str]:
        page = self._page
        yield f'<!DOCTYPE html>\n<html lang="{escape(page.language)}">\n<head>\n<meta charset="utf-8">\n'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        yield '<meta name="generator" content="genderplan">\n'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        yield f"<title>{_text(page.title)}</title>\n<style>\n{_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n"
        yield f"<body>\n<main>\n<h1>{_text(page.title)}</h1>\n"
        yield from self._blocks(page.blocks, 2)
        yield "</main>\n</body>\n</html>\n"

    def _blocks(self, blocks: tuple[Block, ...], level: int) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block, level)

    def _block(self, block: Block, level: int) -> Iterator[str]:
        match block:
            case Section():
                yield from self._section(block, level)
            case Table():
                yield from self._table(block)
            case Excerpt():
                yield from self._excerpt(block)
            case Facts(values):
                items = "".join(f"<li>{self._cell(each)}</li>" for each in values if self._cell(each))
                yield f'<ul class="facts">{items}</ul>\n'
            case Note(text, is_aside):
                yield f'<p class="{"aside" if is_aside else "note"}">{_text(text)}</p>\n'
            case Next(command, why):
                yield f'<p class="next">{self._cell(command)}: {_text(why)}</p>\n'
            case Drawing(title, svg):
                yield f'<figure class="drawing"><figcaption>{_text(title)}</figcaption>\n{svg}\n</figure>\n'

    def _section(self, section: Section, level: int) -> Iterator[str]:
        number = "" if section.number is None else f" ({section.number:,})"
        yield f"<section>\n<h{min(level, 6)}>{_text(section.title)}{number}</h{min(level, 6)}>\n"
        yield from self._blocks(section.blocks, level + 1)
        yield "</section>\n"

    def _table(self, table: Table) -> Iterator[str]:
        name = f"table-{next(self._numbers)}"
        yield f'<div class="table" role="region" aria-labelledby="{name}" tabindex="0">\n<table>\n'
        yield f'<caption id="{name}">{_text(table.caption)}</caption>\n<thead>\n<tr>'
        yield from (f'<th scope="col"{_class(column)}>{_text(column.head)}</th>' for column in table.columns)
        yield "</tr>\n</thead>\n<tbody>\n"
        for row in table.rows:
            cells = (self._data(column, value) for column, value in zip(table.columns, row, strict=True))
            yield f"<tr>{''.join(cells)}</tr>\n"
        yield "</tbody>\n</table>\n</div>\n"

    def _excerpt(self, excerpt: Excerpt) -> Iterator[str]:
        name = f"excerpt-{next(self._numbers)}"
        yield f'<figure>\n<figcaption id="{name}">{_text(excerpt.caption)}</figcaption>\n'
        yield f'<div class="wide" role="group" aria-labelledby="{name}" tabindex="0">\n'
        yield f"<pre>{escape(excerpt.text, quote=False)}</pre>\n</div>\n</figure>\n"

    def _data(self, column: Column, value: Value) -> str:
        if column.is_name:
            return f'<th scope="row">{self._cell(value)}</th>'
        return f"<td{_class(column)}>{self._cell(value)}</td>"

    def _cell(self, value: Value) -> str:
        if isinstance(value, Stack):
            first, *rest = [self._cell(each) for each in value.values]
            kind = "" if value.are_alike else ' class="below"'
            return first + "".join(f"<div{kind}>{each}</div>" for each in rest if each)
        words = _text(words_of(value, self._page.names))
        return _marked(value, words) if words else ""


def _marked(value: Value, words: str) -> str:
    """Words in the element that says what they are."""
    match value:
        case Status() | Rag() | Severity():
            return f'<span class="mark {value}">{words}</span>'
        case PlanDate() if value.is_day:
            return f'<time datetime="{value}">{words}</time>'
        case Variance():
            return f'<span class="{"late" if value.is_late else "early"}">{words}</span>'
        case Identifier() | Command():
            return f"<code>{words}</code>"
    return words


def _class(column: Column) -> str:
    return ' class="number"' if column.is_number else ""


def _text(text: str) -> str:
    return escape(" ".join(text.split()), quote=False)
