"""Table of the kinds of files: of each the model of what it says, and the row that it becomes.

Its keys are `genderplan.source.kinds`, where names, places and sizes stand for whoever only lists files: a shell that
completes a line waits for no model. Who adds a kind adds a line to both.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from genderplan.kinds.baseline.model import Baseline as BaselineModel
from genderplan.kinds.entry.model import Entry
from genderplan.kinds.entry.rows import row_of
from genderplan.kinds.framework.model import Framework
from genderplan.kinds.framework.rows import framework_row
from genderplan.kinds.indicator.model import Indicator
from genderplan.kinds.indicator.rows import row_of as indicator_row_of
from genderplan.kinds.organisations.model import Organisations
from genderplan.kinds.plan.model import Plan as PlanModel
from genderplan.kinds.shared.contents import Content
from genderplan.loading.plans import baseline_of, directory_of, plan_of
from genderplan.source.documents import Document
from genderplan.source.files import SourceFile
from genderplan.source.kinds import Kind


class FileKind(NamedTuple):
    """What is read of a kind of file: its model, and how that, with its file and its document, becomes a row.

    Where a file holds more than one row, that is the whole of them: a baseline, a directory, a plan without entries.
    """

    model: type[Content]
    row: Callable[[Any, SourceFile, Document], object]


KINDS: Mapping[str, FileKind] = {
    Kind.PLAN: FileKind(PlanModel, plan_of),
    Kind.ACTION: FileKind(Entry, row_of),
    Kind.PROJECT: FileKind(Entry, row_of),
    Kind.INDICATOR: FileKind(Indicator, indicator_row_of),
    Kind.ORGANISATIONS: FileKind(Organisations, directory_of),
    Kind.BASELINE: FileKind(BaselineModel, baseline_of),
    Kind.FRAMEWORK: FileKind(Framework, framework_row),
}
