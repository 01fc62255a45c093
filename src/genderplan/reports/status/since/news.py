"""News that the files tell of the time since an earlier state: why dates moved and who agreed, and what was reported.

An earlier state that kept everything tells what is new by what it had. A baseline keeps no progress: of what the plan
has now, what is dated after the baseline was taken is new.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.kinds.entry.part_rows import RevisionRow, UpdateRow
from genderplan.kinds.entry.rows import EntryRow
from genderplan.page.words import told_in_words
from genderplan.past.explanations import ExplanationRecord, explanation, revisions_of, without
from genderplan.plan.comparison.matching import Match
from genderplan.plan.items import Item
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings


class MoveReasons(NamedTuple):
    """Why one agreed date moved: each item of `revisions` since then, the oldest first as the file has them."""

    id: str
    """The full id of the entry or milestone whose date it is."""
    field: str
    """Which of its dates: start, end or due."""
    revisions: tuple[ExplanationRecord, ...]
    """The revisions since, as the file has them."""


class UpdateNews(NamedTuple):
    """Progress that was reported since then; `id` and `title` are the entry's."""

    id: str
    """The full id: plan/entry."""
    title: str
    """The entry's title."""
    date: PlanDate | None
    """When; null where the file does not say."""
    by: str | None
    """The id of the organisation that tells it."""
    text: str
    """What was reported."""
    state: str | None
    """not-started, under-way, on-hold or embedded; null where it says none."""
    rag: str | None
    """How the lead judges it: red, amber, green or blue; null where it says none."""
    next: str | None
    """The next step, in words."""
    evidence: tuple[str, ...]
    """What shows it: texts or addresses."""

    @property
    def told(self) -> tuple[str, ...]:
        """What it tells beside its text, in words."""
        return told_in_words(self.state, self.rag, self.next, self.evidence)


class Earlier(NamedTuple):
    """What is known of when the earlier state was: whether it kept progress, else the day on which it was taken."""

    keeps_progress: bool
    taken: PlanDate | None

    def is_new(self, date: PlanDate | None) -> bool:
        """Whether something that the plan has now and the earlier state has not came since."""
        return self.keeps_progress or (date is not None and self.taken is not None and date.last > self.taken.last)


def reasons(both: Match, earlier: Earlier) -> Iterator[MoveReasons]:
    """The revisions since then of every date of what both sides have; dates without one are left out."""
    for then, now in both.items:
        for field in now.agreed_fields if now.revisions else ():
            found = tuple(map(explanation, _revisions(then, now, field, earlier)))
            if found:
                yield MoveReasons(now.id, field, found)


def _revisions(then: Item, now: Item, field: str, earlier: Earlier) -> Sequence[RevisionRow]:
    """Those that are new; of a baseline also, where days tell nothing, those from the one that left its date on."""
    fresh = without(revisions_of(now, field), revisions_of(then, field))
    if earlier.keeps_progress or all(each.date and earlier.taken for each in fresh):
        return [each for each in fresh if earlier.is_new(each.date)]
    left = then.dates.get(field)
    first = next((at for at, each in enumerate(fresh) if each.was and each.was == left), len(fresh))
    return [each for at, each in enumerate(fresh) if at >= first or earlier.is_new(each.date)]


def updates(both: Match, now: Standings, selection: Selection, earlier: Earlier) -> tuple[UpdateNews, ...] | None:
    """Progress that is new, in the order of its days; None where nothing says since when.

    What is dated after the status date has not happened yet.
    """
    if not earlier.keeps_progress and earlier.taken is None:
        return None
    known = {entry.id: then.updates for then, entry in both.entries}
    found = [
        _news(standing.entry, each)
        for standing in now.entries
        if selection.has_entry(standing)
        for each in _fresh(standing.entry.updates, known.get(standing.entry.id, ()))
        if earlier.is_new(each.date) and (each.date is None or now.has_happened(each.date))
    ]
    return tuple(sorted(found, key=lambda each: each.date.last if each.date else 0))


def _news(entry: EntryRow, told: UpdateRow) -> UpdateNews:
    beside = (told.state, told.rag, told.next, told.evidence)
    return UpdateNews(entry.full_id(), entry.title, told.date, told.by, told.text, *beside)


def _fresh(nows: Iterable[UpdateRow], thens: Iterable[UpdateRow]) -> Iterator[UpdateRow]:
    """Those that were not there then, in whatever order these stood; two that say the same are two."""
    left = Counter(thens)
    for each in nows:
        left[each] -= 1
        if left[each] < 0:
            yield each
