"""Markdown of a page, for GitHub and its like; text stands there as text."""

import re
from collections.abc import Iterator, Mapping

from genderplan.page.page import (
    Block,
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
from genderplan.text import one_line

_LIST = re.compile(r"^(\d*)([-+.)])(?=[ -]|$)")
_MARKUP = re.compile(r"([\\`*_\[\]|~#])")


def written(page: Page) -> str:
    """The whole page, which ends with a line's end; one that does not stand alone without its title."""
    title = [f"# {escaped(page.title)}"] if page.stands_alone else []
    return "\n\n".join([*title, *_blocks(page.blocks, page.names, 2)]) + "\n"


def _blocks(blocks: tuple[Block, ...], names: Mapping[str, str], level: int) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, names, level)


def _block(block: Block, names: Mapping[str, str], level: int) -> Iterator[str]:
    match block:
        case Section():
            yield f"{'#' * min(level, 6)} {escaped(block.title + block.ending)}"
            yield from _blocks(block.blocks, names, level + 1)
        case Table():
            yield "\n".join(_rows(block, names))
        case Facts(values):
            yield _paragraph(" · ".join(filter(None, (cell(each, names) for each in values))))
        case Note():
            yield _paragraph(escaped(block.words))
        case Next(command, why):
            yield f"{cell(command, names)}: {escaped(why)}"
        case Excerpt(caption, text):
            yield _paragraph(escaped(caption))
            yield _fenced(text)
        case Drawing():
            pass  # its figures stand in the table beside it


def _fenced(text: str) -> str:
    """Lines as they are, within more signs of code than any of them has."""
    fence = "`" * max([3, *(len(signs) + 1 for signs in re.findall("`+", text))])
    return f"{fence}\n{text}\n{fence}"


def _rows(table: Table, names: Mapping[str, str]) -> Iterator[str]:
    yield _row(escaped(column.head) for column in table.columns)
    yield _row("---:" if column.is_number else "---" for column in table.columns)
    for row in table.rows:
        yield _row(cell(value, names) for value in row)


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def cell(value: Value, names: Mapping[str, str]) -> str:
    """A value on one line; several one below the other by a break, the only tag there is."""
    if isinstance(value, Stack):
        return "<br>".join(filter(None, (cell(each, names) for each in value.values)))
    words = words_of(value, names)
    if isinstance(value, Identifier | Command) and words and "`" not in words and "|" not in words:
        return f"`{words}`"
    return escaped(words)


def _paragraph(text: str) -> str:
    """A line that begins no list and no rule."""
    return _LIST.sub(r"\1\\\2", text)


def escaped(text: str) -> str:
    """Text on one line, in which nothing is markup."""
    text = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKUP.sub(r"\\\1", text)
