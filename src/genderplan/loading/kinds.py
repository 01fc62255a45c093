"""Table of the kinds of files: of each the model of what it says, and the row that it becomes.

Its keys are `genderplan.source.kinds`, where names, places and sizes stand for whoever only lists files: a shell that
completes a line waits for no model. Who adds a kind adds a line to both. Models are imported when the first file of
their kind is met: pydantic takes its time to make them, and most trees have not all kinds.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from genderplan.source.kinds import Kind

if TYPE_CHECKING:
    from genderplan.kinds.shared.contents import Content
    from genderplan.source.documents import Document
    from genderplan.source.files import SourceFile


class FileKind(NamedTuple):
    """What is read of a kind of file: its model, and how that, with its file and its document, becomes a row.

    Where a file holds more than one row, that is the whole of them: a baseline, a directory, a plan without entries.
    """

    model: "type[Content]"
    row: "Callable[[Any, SourceFile, Document], object]"


def _plan() -> FileKind:
    from genderplan.kinds.plan.model import Plan
    from genderplan.loading.plans import plan_of

    return FileKind(Plan, plan_of)


def _entry() -> FileKind:
    from genderplan.kinds.entry.model import Entry
    from genderplan.kinds.entry.rows import row_of

    return FileKind(Entry, row_of)


def _indicator() -> FileKind:
    from genderplan.kinds.indicator.model import Indicator
    from genderplan.kinds.indicator.rows import row_of

    return FileKind(Indicator, row_of)


def _organisations() -> FileKind:
    from genderplan.kinds.organisations.model import Organisations
    from genderplan.loading.plans import directory_of

    return FileKind(Organisations, directory_of)


def _baseline() -> FileKind:
    from genderplan.kinds.baseline.model import Baseline
    from genderplan.loading.baselines import baseline_of

    return FileKind(Baseline, baseline_of)


def _framework() -> FileKind:
    from genderplan.kinds.framework.model import Framework
    from genderplan.kinds.framework.rows import framework_row

    return FileKind(Framework, framework_row)


def _register() -> FileKind:
    from genderplan.kinds.register.model import Register
    from genderplan.kinds.register.rows import register_row

    return FileKind(Register, register_row)


def _assessment() -> FileKind:
    from genderplan.kinds.assessment.model import Assessment
    from genderplan.kinds.assessment.rows import assessment_row

    return FileKind(Assessment, assessment_row)


def _board() -> FileKind:
    from genderplan.kinds.board.conversion import board_row
    from genderplan.kinds.board.model import Board

    return FileKind(Board, board_row)


def _glossary() -> FileKind:
    from genderplan.kinds.glossary.model import Glossary
    from genderplan.kinds.glossary.rows import glossary_row

    return FileKind(Glossary, glossary_row)


KINDS: Mapping[Kind, Callable[[], FileKind]] = {
    Kind.PLAN: _plan,
    Kind.ACTION: _entry,
    Kind.PROJECT: _entry,
    Kind.INDICATOR: _indicator,
    Kind.REGISTER: _register,
    Kind.ASSESSMENT: _assessment,
    Kind.ORGANISATIONS: _organisations,
    Kind.BASELINE: _baseline,
    Kind.FRAMEWORK: _framework,
    Kind.BOARD: _board,
    Kind.GLOSSARY: _glossary,
}


@cache
def file_kind(kind: Kind) -> FileKind:
    """What is read of a kind of file."""
    return KINDS[kind]()
