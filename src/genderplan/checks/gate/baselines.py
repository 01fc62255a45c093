"""Baselines held against what they were: what was agreed is not rewritten without a word."""

from collections.abc import Iterator
from typing import NamedTuple

from genderplan.checks.context import Context, one_line
from genderplan.findings import START_OF_FILE, Finding, Position, finding
from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.kinds.indicator.rows import IndicatorRow
from genderplan.plan.items import AGREED_FIELDS
from genderplan.plan.plans import Baseline
from genderplan.source.places import Nowhere, Path

_NOWHERE = Nowhere()
_MOST = 3
"""How many differences a message names."""


def changed_baselines(context: Context) -> Iterator[Finding]:
    """GP504: a baseline changed without a reason.

    What a baseline keeps is no longer what it was in what `--against` names, or the baseline is gone. Late dates are
    late against it: whoever changes it makes a slip unseen. The order of its entries and the layout of its file do not
    count.

    Mend: put it back as it was, and keep what is agreed now under a new name; or take it anew with
    `genderplan baseline save NAME --replace --reason TEXT`, which keeps the reason in the file.

    GP507: a baseline taken anew.

    What a baseline keeps is no longer what it was in what `--against` names, and a new item of `replaced` says why.
    Variances are reckoned from the new dates from now on, so whoever compares this report with the last must know.

    Mend: nothing, where the reason holds; else put the baseline back as it was.
    """
    for held in context.held:
        if held.plan_then is None:
            continue
        for then in held.plan_then.baselines:
            now = held.plan.baseline_named(then.name)
            if now is not None:
                yield from _changed(then, now)
            elif context.is_all_read(held.plan):
                message = f"baseline {then.name} is gone"
                yield finding("GP504", message, held.plan.file, hint="put it back; a new one stands beside it")


class _Difference(NamedTuple):
    """What of a baseline differs, in words, and the way to it in its file."""

    words: str
    path: Path


def _changed(then: Baseline, now: Baseline) -> Iterator[Finding]:
    """What is said of one baseline that differs: once, at the first difference."""
    differences = tuple(_differences(then, now))
    if not differences:
        return
    what = ", ".join(each.words for each in differences[:_MOST])
    more = f" and {len(differences) - _MOST} more" if len(differences) > _MOST else ""
    place = _place(now, differences[0].path)
    reasons = [each.reason for each in now.replaced[len(then.replaced) :] if each.reason]
    if reasons and now.replaced[: len(then.replaced)] == then.replaced:
        message = f"baseline {now.name} is taken anew: {what}{more}"
        yield finding("GP507", message, now.file, place, hint=f"the reason given: {one_line(reasons[-1])}")
    else:
        message = f"baseline {now.name} is changed: {what}{more}"
        anew = f"'genderplan baseline save {now.name} --replace --reason TEXT'"
        hint = f"put it back, accept this with a reason, or take it anew as things stand now: {anew}"
        yield finding("GP504", message, now.file, place, hint=hint)


def _differences(then: Baseline, now: Baseline) -> Iterator[_Difference]:
    """In the order of the file."""
    for words, path, was, is_now in (
        ("its title", ("title",), then.title, now.title),
        ("when it was taken", ("taken",), then.taken, now.taken),
        ("why it was replaced", ("replaced",), then.replaced, now.replaced[: len(then.replaced)]),
        ("the plan's title", ("plan", "title"), then.plan_title, now.plan_title),
        ("the long-term aim", ("plan", "long_term_aim"), then.long_term_aim, now.long_term_aim),
        ("the aims", ("plan", "aims"), then.aims, now.aims),
        ("the objectives", ("plan", "objectives"), then.objectives, now.objectives),
    ):
        if was != is_now:
            yield _Difference(words, path)
    for entry in now.entries:
        was_kept = then.by_id.get(entry.id)
        if was_kept is None:
            yield _Difference(f"{entry.id} (new)", ("entries", entry.id))
        else:
            yield from _of_entry(was_kept, entry)
    for entry in then.entries:
        if entry.id not in now.by_id:
            yield _Difference(f"{entry.id} (gone)", ("entries",))
    yield from _of_indicators(then, now)


def _of_indicators(then: Baseline, now: Baseline) -> Iterator[_Difference]:
    """The indicators that differ: what they promise, less their places."""
    before = {each.id: _bare(each) for each in then.indicators}
    for each in now.indicators:
        was = before.pop(each.id, None)
        if was != _bare(each):
            yield _Difference(f"{each.id}{'' if was else ' (new)'}", ("indicators", each.id))
    yield from (_Difference(f"{name} (gone)", ("indicators",)) for name in before)


def _bare(indicator: IndicatorRow) -> IndicatorRow:
    return indicator._replace(plan="", file="", position=START_OF_FILE, places=_NOWHERE, path=())


def _of_entry(then: EntryRow, now: EntryRow) -> Iterator[_Difference]:
    """What of one entry differs: itself, and its milestones by their ids."""
    path: Path = ("entries", now.id)
    if _content(then) != _content(now):
        yield _Difference(now.id, (*path, *_dates_that_differ(then, now)))
    before = {each.id: _milestone(each) for each in then.milestones}
    for number, each in enumerate(now.milestones):
        was = before.pop(each.id, None)
        if was != _milestone(each):
            dates = _dates_that_differ(was, each) if was else ()
            added = "" if was else " (new)"
            yield _Difference(f"{now.id}#{each.id}{added}", (*path, "milestones", number, *dates))
    yield from (_Difference(f"{now.id}#{name} (gone)", (*path, "milestones")) for name in before)


def _content(entry: EntryRow) -> EntryRow:
    """An entry less its milestones, its plan and its place: what two files that differ in layout have in common."""
    return entry._replace(plan="", milestones=(), file="", position=START_OF_FILE, places=_NOWHERE, path=())


def _milestone(milestone: MilestoneRow) -> MilestoneRow:
    """A milestone less its place, and less its plan in what it waits for: that may have another id now."""
    waits_for = tuple([each._replace(plan="") for each in milestone.depends_on])
    return milestone._replace(position=START_OF_FILE, number=0, depends_on=waits_for)


def _dates_that_differ(then: EntryRow | MilestoneRow, now: EntryRow | MilestoneRow) -> Path:
    """The first date of the two that differs, as the end of a path; nothing where they have the same."""
    return tuple(name for name in AGREED_FIELDS if getattr(then, name, None) != getattr(now, name, None))[:1]


def _place(baseline: Baseline, path: Path) -> Position:
    """Where something stands in a baseline's file, which only its entries and indicators know."""
    for known in (baseline.entries, baseline.indicators):
        if known:
            return known[0].places.position(path)
    return START_OF_FILE
