"""Baselines from their files: their models to what plans have beside them."""

from collections.abc import Iterator

from genderplan.kinds.baseline.model import Baseline as BaselineModel
from genderplan.kinds.baseline.rows import replacement_row
from genderplan.kinds.entry.rows import Origin, entry_row
from genderplan.kinds.indicator.rows import IndicatorOrigin, IndicatorRow, indicator_row
from genderplan.kinds.plan.model import BaselineHeader
from genderplan.kinds.plan.rows import objective_row, titled_row
from genderplan.loading.plans import in_plan_order
from genderplan.plan.plans import Baseline
from genderplan.source.documents import Document
from genderplan.source.files import SourceFile


def baseline_of(model: BaselineModel, file: SourceFile, document: Document) -> Baseline:
    """A whole baseline from its one document."""
    header = model.plan or BaselineHeader()
    objectives = tuple(objective_row(objective) for objective in header.objectives)
    entries = [
        entry_row(
            entry,
            Origin(file.plan, name, entry.kind, file.shown, document, ("entries", name)),
        )
        for name, entry in model.entries.items()
    ]
    return Baseline(
        plan=file.plan,
        name=file.stem,
        title=model.title,
        taken=model.taken,
        replaced=tuple(replacement_row(each) for each in model.replaced),
        plan_title=header.title,
        long_term_aim=header.long_term_aim,
        aims=tuple(titled_row(aim) for aim in header.aims),
        objectives=objectives,
        entries=in_plan_order(entries, objectives),
        file=file.shown,
        indicators=tuple(_indicators_of(model, file, document)),
    )


def _indicators_of(model: BaselineModel, file: SourceFile, document: Document) -> Iterator[IndicatorRow]:
    for name, each in model.indicators.items():
        yield indicator_row(each, IndicatorOrigin(file.plan, name, file.shown, document, ("indicators", name)))
