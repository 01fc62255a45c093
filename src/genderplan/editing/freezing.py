"""`baseline save`: what is agreed now, kept under a name: the files' own text, less progress."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any, cast

from genderplan.dates.forms import PlanDate
from genderplan.kinds.baseline.rows import ReplacementRow
from genderplan.kinds.entry.model import BaselineEntry, BaselineMilestone, Entry, Milestone
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.indicator.model import BaselineIndicator, Indicator
from genderplan.kinds.indicator.rows import IndicatorRow
from genderplan.kinds.shared.known_keys import keys_of
from genderplan.plan.plans import Plan
from genderplan.source.places import Places
from genderplan.source.yaml.reader import read_document
from genderplan.source.yaml.writer import Writable, as_yaml

_PROGRESS = frozenset(keys_of(Entry)).difference(keys_of(BaselineEntry))
_PROGRESS_OF_MILESTONES = frozenset(keys_of(Milestone)).difference(keys_of(BaselineMilestone))
_VALUES = frozenset(keys_of(Indicator)).difference(keys_of(BaselineIndicator))
"""What a baseline does not keep: the keys that its models do not take."""

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
    document = _document(entry.places, entry.file)
    content: dict[str, Writable] = {"kind": entry.kind, **_without(_PROGRESS, document)}
    if "milestones" in content:
        content["milestones"] = [_without(_PROGRESS_OF_MILESTONES, each) for each in document["milestones"]]
    return content


def _without(keys: Set[str], mapping: Mapping[str, Any]) -> dict[str, Writable]:
    return {key: value for key, value in mapping.items() if key not in keys}


def _promised(indicator: IndicatorRow) -> dict[str, Writable]:
    """An indicator's keys as its file has them, less its values."""
    return _without(_VALUES, _document(indicator.places, indicator.file))


def _document(places: Places, file: str) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", read_document(places.data, file).value)


def _replacement(row: ReplacementRow) -> dict[str, Writable]:
    return {key: str(value) for key, value in row._asdict().items() if value is not None}
