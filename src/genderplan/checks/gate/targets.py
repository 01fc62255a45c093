"""Targets of indicators held against what they were: nobody makes one easier without a word."""

from collections.abc import Iterator

from genderplan.checks.context import Context, Held, one_line
from genderplan.findings import START_OF_FILE, Finding, finding
from genderplan.kinds.indicator.rows import IndicatorRow
from genderplan.plan.comparison.pairing import paired_indicators
from genderplan.plan.comparison.targets import TargetChange, TargetPoint, direction_of, target_changes


def eased_targets(context: Context) -> Iterator[Finding]:
    """GP530: a target lowered or gone without a reason.

    What `--against` names promises more: a target of an indicator is less now, or later, or gone, alone or with its
    indicator; its baseline is another, or what is good of it, or what it is counted in; or a value of it is owed more
    rarely, or no longer. So what was missed is met, and nothing was done.

    Mend: put it back. Where the change is meant, accept this finding in plan.yaml and say there why it is right: `code:
    GP530`, `where` with the indicator's id, and the `reason`. That holds for this change alone.
    """
    for held in context.held:
        for then, now in paired_indicators(held.plan, held.then):
            if then and now and then.targets:
                yield from _otherwise_measured(then, now)
            if then and (now or context.is_all_read(held.plan)):
                yield from _owed_more_rarely(held, then, now)
        for change in target_changes(held.plan, held.then):
            is_gone = change.row is None and not context.is_all_read(held.plan)
            if change.was and not is_gone and _is_looser(change):
                yield _eased(held, change)


def _is_looser(change: TargetChange) -> bool:
    """Whether a target is easier, or may be; or a baseline that there was is another."""
    if change.kind == "baseline":
        return bool(change.then and change.then.targets)
    is_number = change.was is not None and change.was.value != "no-target"
    return is_number and change.is_easier is not False


def _eased(held: Held, change: TargetChange) -> Finding:
    row, name = change.row, change.indicator.id
    of = f" of {change.category}" if change.category else ""
    message = f"the {change.kind}{of} was {_in_words(change.was)}, and is {_in_words(change.now)}"
    message = f"{message}: {one_line(change.indicator.title)}"
    if row is None:
        file, place = held.plan.file, START_OF_FILE
    else:
        key = "targets" if change.kind == "target" else "baseline"
        file, place = row.file, row.at(key, change.number) if change.number is not None else row.position
    return finding("GP530", message, file, place, entry=f"{held.plan.id}/{name}", hint=_hint(name))


def _otherwise_measured(then: IndicatorRow, now: IndicatorRow) -> Iterator[Finding]:
    """What is good of an indicator, or what it is counted in, that there was and is otherwise now."""
    for key, was, is_now in (("good", then.good, now.good), ("unit", then.unit, now.unit)):
        if was != is_now and (was is not None or (key == "good" and _is_turned(then, now))):
            place = now.at(key) if is_now else now.position
            message = f"'{key}' was {was or 'nothing'}, and is {is_now or 'nothing'}: {one_line(now.title)}"
            yield finding("GP530", message, now.file, place, entry=now.full_id(), hint=_hint(now.id))


def _owed_more_rarely(held: Held, then: IndicatorRow, now: IndicatorRow | None) -> Iterator[Finding]:
    """How often a value was owed, where it is more rarely now; where the indicator is gone its targets tell of that."""
    was, every = then.every, now.every if now else None
    is_rarer = was and (every is None or every.on_average > was.on_average)
    if was and is_rarer and (now or not any(each.number is not None for each in then.targets)):
        is_now = f"is owed {every.as_cycle}" if every else "is owed no longer"
        message = f"a value was owed {was.as_cycle}, and {is_now}: {one_line((now or then).title)}"
        file, name = (now.file, now.id) if now else (held.plan.file, then.id)
        place = START_OF_FILE if now is None else now.at("every") if every else now.position
        yield finding("GP530", message, file, place, entry=f"{held.plan.id}/{name}", hint=_hint(name))


def _is_turned(then: IndicatorRow, now: IndicatorRow) -> bool:
    """Whether a target lay from its baseline in one direction, and the other one is said to be good."""
    numbers = [(each.category, each.value) for each in then.targets if each.number is not None]
    return any(direction_of(then, *each) * direction_of(now, *each) < 0 for each in numbers)


def _in_words(point: TargetPoint | None) -> str:
    if point is None:
        return "gone"
    return f"{point.value} ({point.date})" if point.date else point.value


def _hint(name: str) -> str:
    return f"put it back, or accept GP530 at {name} in plan.yaml with the reason"
