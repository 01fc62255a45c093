"""Pages of the manual: the list of codes and measures, that of a code with its example, and that of a measure."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from genderplan import manual
from genderplan.manual.measures import MEASURES, MeasurePage
from genderplan.manual.pages import GROUPS
from genderplan.manual.trees import Example, ExampleFile, marks, messages
from genderplan.page.page import Block, Column, Command, Excerpt, Facts, Identifier, Next, Note, Page, Section, Table
from genderplan.page.words import sentence
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
from genderplan.terminal.screen import Line

_CODES = (Column("Code", is_name=True), Column("Severity"), Column("Command"), Column("What it is"))
_MEASURES = (Column("Measure", is_name=True), Column("What it is"))


def manual_page(told: manual.CodePage | MeasurePage | tuple[manual.CodePage, ...]) -> Page:
    """The page of a code, of a measure, or of all codes."""
    if isinstance(told, MeasurePage):
        return measure_page(told)
    return code_page(told) if isinstance(told, manual.CodePage) else codes_page(told)


def codes_page(pages: Sequence[manual.CodePage]) -> Page:
    """Every code under what its group is about, then the measures."""
    groups = groupby(pages, key=lambda page: page.code[:3])
    blocks: tuple[Block, ...] = (
        _note(WEIGHTS),
        *(_group(GROUPS[group], list(members)) for group, members in groups),
        _measures(),
        Next(Command("genderplan explain GP204"), "what one means, why it matters, and how it is mended"),
    )
    return Page("What validate and check find", blocks)


def _group(name: str, members: Sequence[manual.CodePage]) -> Section:
    rows = tuple((Identifier(page.code), page.severity, Identifier(page.by), quoted(page.title)) for page in members)
    return Section(sentence(name), (Table(f"Findings: {name}", _CODES, rows),))


def _measures() -> Section:
    rows = tuple((Identifier(page.measure), quoted(page.title)) for page in MEASURES.values())
    return Section("Measures of delivery", (Table("Measures of delivery", _MEASURES, rows),))


def measure_page(page: MeasurePage) -> Page:
    """What a measure says, its formula, where the field has it from, and how it can mislead."""
    blocks: tuple[Block, ...] = (
        Facts((OF_DELIVERY,)),
        *map(_note, page.meaning),
        Section("Formula", tuple(map(_note, page.formula))),
        Section("Source", (_note(page.source),)),
        Section("How it misleads", (_note(page.misleads),)),
        Next(Command("genderplan status --measures"), "the measures of your plans"),
    )
    return Page(quoted(f"{page.measure}: {page.title}"), blocks)


def code_page(page: manual.CodePage) -> Page:
    """What a code means, how it is mended, its example, and the example mended."""
    mended = tuple(_mended(page.example.files))
    blocks: tuple[Block, ...] = (
        Facts((page.severity, given_by(page))),
        *map(_note, page.meaning),
        Section("Mend", (_note(sentence(page.mend)),)),
        Section("Example", tuple(_example(page.example))),
        *((Section("Mended", mended),) if mended else ()),
        Next(Command("genderplan explain"), "all codes"),
    )
    return Page(quoted(f"{page.code} {page.title}"), blocks)


def _example(example: Example) -> Iterator[Block]:
    """What the command says, and the files that it says it of, with a caret under each place."""
    if example.words:
        yield _note(example.words)
    yield from map(Note, messages(example))
    for file in example.files:
        if file.before is not None and file.before != file.bad:
            yield _changes(f"{file.path}, as it changed", file.before, file.bad)
    marked = tuple(marks(example))
    for file in example.files:
        if file.bad is not None:
            yield Excerpt(
                file.path, _text(numbered_lines(file.bad, [each for each in marked if each.file == file.path]))
            )


def _mended(files: Sequence[ExampleFile]) -> Iterator[Block]:
    """The files that are mended: under another name, new, or with the lines that change."""
    for file, was in mended_files(files):
        yield Note(f"{was} is now {file.path}") if was else _changes(name_of(file), file.bad, file.good)


def _changes(caption: str, was: str | None, now: str | None) -> Excerpt:
    return Excerpt(caption, _text(change_lines(was, now)))


def _text(lines: Iterator[Line]) -> str:
    return "\n".join("".join(text for text, _ in line) for line in lines)


def _note(text: str) -> Note:
    return Note(quoted(text))
