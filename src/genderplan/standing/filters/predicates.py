"""Predicates of filters: what one filter asks of an item, or of an entry with its milestones together."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from genderplan.dates.forms import PlanDate
from genderplan.folding import folded
from genderplan.kinds.entry.cycle_rows import CycleRow
from genderplan.kinds.entry.part_rows import UpdateRow
from genderplan.kinds.entry.particular_rows import ParticularsRow
from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.kinds.shared.support_rows import SupportRow
from genderplan.plan.items import Item, all_items
from genderplan.standing.filters.units import Units
from genderplan.standing.filters.words import told_in, words_of
from genderplan.standing.progress import Progress
from genderplan.standing.standings import EntryStanding, Rag, Standing, Status

if TYPE_CHECKING:
    from genderplan.kinds.assessment.rows import AssessmentRow
    from genderplan.kinds.indicator.rows import IndicatorRow
    from genderplan.standing.overseen import Overseen


class Candidate(NamedTuple):
    """What filters are asked of: an item, or all items of an entry together; with where it stands, if that counts."""

    entry: EntryRow
    item: Item | None = None
    standing: Standing | EntryStanding | None = None
    progress: Progress | None = None
    update: UpdateRow | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """The item alone; of an entry, itself and its milestones: their leads, tags, dates and words count too."""
        return (self.item,) if self.item else tuple(all_items((self.entry,)))


Predicate: TypeAlias = Callable[[Candidate, Set[Any]], bool]
"""Whether a candidate has any of the values that a filter wants."""


def is_under(candidate: Candidate, objectives: Set[tuple[str, str]]) -> bool:
    """Whether it stands under one of some objectives, each by its plan's id and its own."""
    return (candidate.entry.plan, candidate.entry.objective or "") in objectives


def is_led_by(candidate: Candidate, units: Set[Units]) -> bool:
    """Whether one of some organisations leads it."""
    return any(each.has_any(candidate.entry.plan, item.leads) for item in candidate.items for each in units)


def has_partner(candidate: Candidate, partners: Set[Units | str]) -> bool:
    """Whether one of some organisations, or of some roles by their folded words, takes part."""
    units = [each for each in partners if isinstance(each, Units)]
    entry = candidate.entry
    return any(
        any(one.has(entry.plan, each.organisation) for one in units if each.organisation)
        or (each.role and folded(each.role) in partners)
        for each in entry.partners
    )


def serves(candidate: Candidate, groups: Set[str]) -> bool:
    """Whether it serves one of some groups of people, by their folded words."""
    return any(folded(group) in groups for group in candidate.entry.groups)


def is_of_kind(candidate: Candidate, kinds: Set[str]) -> bool:
    """Whether it is, or belongs to, an entry of one of some kinds."""
    return candidate.entry.kind in kinds


def has_status(candidate: Candidate, statuses: Set[Status]) -> bool:
    """Whether it has one of some statuses, where that counts."""
    return candidate.standing is None or candidate.standing.status in statuses


def has_rag(candidate: Candidate, rags: Set[Rag]) -> bool:
    """Whether it has one of some RAGs, where that counts."""
    return candidate.standing is None or candidate.standing.rag in rags


def has_tag(candidate: Candidate, tags: Set[str]) -> bool:
    """Whether it has one of some tags, by their folded words; those of an entry count for its milestones too."""
    return any(folded(tag) in tags for item in candidate.items for tag in (*candidate.entry.tags, *item.row.tags))


def has_words(candidate: Candidate, texts: Set[str]) -> bool:
    """Whether one of some folded texts is within what it says."""
    words = told_in(candidate.entry, (candidate.update,)) if candidate.update else words_of(candidate.items)
    said = folded(" ".join(filter(None, words)))
    return any(text in said for text in texts)


def has_progress(candidate: Candidate, wanted: Set[Progress]) -> bool:
    """Whether its entry is as far as is asked for, where that counts."""
    return candidate.progress is None or candidate.progress in wanted


def is_due_within(candidate: Candidate, spans: Set[tuple[int, int]]) -> bool:
    """Whether the last day of its due date is within one of some spans of days, both ends included."""
    return any(first <= due.last <= last for due in _dues(candidate) for first, last in spans) or (
        candidate.standing is None and any(_comes_within(item, spans) for item in candidate.items)
    )


def _dues(candidate: Candidate) -> Iterator[PlanDate]:
    """The dates that count of a candidate; of one without a standing those of what comes once."""
    match candidate.standing:
        case Standing():
            dates = [candidate.standing.due]
        case EntryStanding():
            dates = [each.due for each in candidate.standing.dates]
        case _:
            dates = [item.due for item in candidate.items if not item.row.cycle]
    return filter(None, dates)


def _comes_within(item: Item, spans: Set[tuple[int, int]]) -> bool:
    """Whether any time at which something comes again is within one of some spans of days."""
    if item.row.cycle is None:
        return False
    cycle = item.row.cycle.over(item.row.due)
    return any(cycle.number_until(last) > cycle.number_until(first - 1) for first, last in spans)


def is_numbered(candidate: Candidate, refs: Set[str]) -> bool:
    """Whether the document gives its entry one of some numbers, folded, or one below it: 5.3.1 is below 5.3."""
    ref = folded(candidate.entry.told.ref or "")
    return bool(ref) and any(ref == each or ref.startswith(f"{each}.") for each in refs)


def has_priority(candidate: Candidate, priorities: Set[str]) -> bool:
    """Whether its entry has one of some priorities."""
    return candidate.entry.told.priority in priorities


def is_answered_for(candidate: Candidate, units: Set[Units]) -> bool:
    """Whether one of some organisations is held to account for its entry."""
    entry = candidate.entry
    name = entry.told.accountable
    return name is not None and any(each.has(entry.plan, name) for each in units)


def goes_to(candidate: Candidate, units: Set[Units]) -> bool:
    """Whether one of some organisations receives it."""
    names = [item.milestone.goes_to for item in candidate.items if item.milestone and item.milestone.goes_to]
    return any(each.has_any(candidate.entry.plan, names) for each in units)


def answers(candidate: Candidate, names: Set[str]) -> bool:
    """Whether its entry answers one of some entries by their full ids, or is of a plan that does, by the plan's id."""
    return candidate.entry.plan in names or any(each.entry in names for each in candidate.entry.told.answers)


def is_in_register(candidate: Candidate, registers: Set[str]) -> bool:  # noqa: ARG001
    """Whether it is in one of some registers, by their full ids: no entry is."""
    return False


def is_relevant(candidate: Candidate, sections: Set[str]) -> bool:  # noqa: ARG001
    """Whether it is relevant to one of some sections, by their full ids: what entries do for one is to support it."""
    return False


_OF_ROWS_ALONE = frozenset(
    (
        "plan",
        "id",
        "kind",
        "title",
        "leads",
        "extra",
        "file",
        "position",
        "places",
        "path",
        "particulars",
        "number",
        "cycle",
    )
)
_ROWS_OF_THEIR_OWN = frozenset(("particulars", "cycle"))
_ROWS = (EntryRow, MilestoneRow, ParticularsRow, CycleRow)
KEYS = tuple(sorted({"lead"}.union(*(row._fields for row in _ROWS)).difference(_OF_ROWS_ALONE | _ROWS_OF_THEIR_OWN)))
"""The keys of entries and milestones that may be there or not."""


def has_key(candidate: Candidate, keys: Set[str]) -> bool:
    """Whether it says something under one of some keys; what an entry says counts for its milestones too."""
    return any(_says(candidate, key) for key in keys)


def lacks_key(candidate: Candidate, keys: Set[str]) -> bool:
    """Whether it says nothing under one of some keys."""
    return not all(_says(candidate, key) for key in keys)


def _says(candidate: Candidate, key: str) -> bool:
    if key in {"lead", "due"}:
        return any(item.leads if key == "lead" else item.due for item in candidate.items)
    own = any(
        getattr(row, key, None) not in (None, ()) for item in candidate.items for row in (item.row, item.row.cycle)
    )
    return own or (key != "requested" and getattr(candidate.entry.told, key, None) not in (None, ()))


def supports_any(candidate: Candidate, wanted: Set[tuple[str, str]]) -> bool:
    """Whether it supports one of some sections, each as a pair with no plan, by itself or with its objective.

    The objectives that support one stand among them as pairs of their plan's id and their own.
    """
    entry = candidate.entry
    if (entry.plan, entry.objective or "") in wanted:
        return True
    return _supports_any(entry.supports, wanted)


def _supports_any(supports: Iterable[SupportRow], wanted: Set[tuple[str, str]]) -> bool:
    return any(each.section and ("", each.section) in wanted and each.extent != "none" for each in supports)


def is_overseen(candidate: Candidate, boards: "Set[Overseen]") -> bool:
    """Whether one of some boards oversees its entry."""
    return any(each.has_entry(candidate.entry) for each in boards)


def _indicator_has_words(row: "IndicatorRow", texts: Set[str]) -> bool:
    said = folded(" ".join(filter(None, (row.id, row.title, row.note))))
    return any(text in said for text in texts)


OF_INDICATORS: "Mapping[Predicate, Callable[[IndicatorRow, Set[Any]], bool]]" = {
    is_led_by: lambda row, units: any(each.has_any(row.plan, row.leads) for each in units),
    has_tag: lambda row, tags: any(folded(tag) in tags for tag in row.tags),
    has_words: _indicator_has_words,
    supports_any: lambda row, wanted: _supports_any(row.supports, wanted),
    is_overseen: lambda row, boards: any(each.has_indicator(row) for each in boards),
}
"""What filters ask of an indicator by itself."""


def _assessment_has_words(row: "AssessmentRow", texts: Set[str]) -> bool:
    told = (word for each in row.ratings for word in (each.section, each.answer, each.note, *each.evidence))
    said = folded(" ".join(filter(None, (row.id, row.title, row.framework, row.about, row.note, *told))))
    return any(text in said for text in texts)


OF_ASSESSMENTS: "Mapping[Predicate, Callable[[AssessmentRow, Set[Any]], bool]]" = {
    has_tag: lambda row, tags: any(folded(tag) in tags for tag in row.tags),
    has_words: _assessment_has_words,
}
"""What filters ask of an assessment."""
