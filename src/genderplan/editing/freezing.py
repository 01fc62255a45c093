"""`baseline save`: what is agreed now, kept under a name: the files' own text, less progress."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from genderplan.dates.forms import PlanDate
from genderplan.kinds.baseline.rows import ReplacementRow
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.indicator.rows import IndicatorRow
from genderplan.plan.plans import Plan
from genderplan.source.places import Places
from genderplan.source.yaml.reader import read_document
from genderplan.source.yaml.writer import Writable, as_yaml

_PROGRESS = frozenset(("completed", "forecast", "cancelled", "updates", "revisions"))
_HEADING = ("title", "long_term_aim", "aims", "objectives")


@dataclass(frozen=True)
class NewBaseline:
    """How a baseline is named, when it was taken, and when and why it was taken anew."""

    name: str
    title: str | None = None
    taken: PlanDate | None = None
    replaced: tuple[ReplacementRow, ...] = ()


def frozen(plan: Plan, new: NewBaseline) -> bytes:
    """The file of a baseline of a plan as it was read, which must have no errors."""
    heading = _document(plan.places, plan.file)
    content: dict[str, Writable] = {"genderplan": 1, "name": new.name}
    if new.title is not None:
        content["title"] = new.title
    if new.taken is not None:
        content["taken"] = new.taken.text
    if new.replaced:
        content["replaced"] = [_replacement(each) for each in new.replaced]
    content["plan"] = {key: heading[key] for key in _HEADING if key in heading}
    content["entries"] = {entry.id: _agreed(entry) for entry in plan.entries}
    if plan.indicators:
        content["indicators"] = {each.id: _promised(each) for each in plan.indicators}
    return as_yaml(content).encode()


def _agreed(entry: EntryRow) -> dict[str, Writable]:
    """An entry's keys as its file has them, less progress."""
    return {"kind": entry.kind} | dict(_less_progress(_document(entry.places, entry.file)))


def _promised(indicator: IndicatorRow) -> dict[str, Writable]:
    """An indicator's keys as its file has them, less its values."""
    found = _document(indicator.places, indicator.file)
    return {key: value for key, value in found.items() if key != "values"}


def _less_progress(mapping: Mapping[str, Any]) -> Iterator[tuple[str, Writable]]:
    for key, value in mapping.items():
        if key == "milestones":
            yield key, [dict(_less_progress(each)) for each in value]
        elif key not in _PROGRESS:
            yield key, value


def _document(places: Places, file: str) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", read_document(places.data, file).value)


def _replacement(row: ReplacementRow) -> dict[str, Writable]:
    return {key: str(value) for key, value in row._asdict().items() if value is not None}
