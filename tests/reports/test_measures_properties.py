"""Measures of delivery over plans made up at random, held against a second calculation that shares no code with them."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from genderplan.plan.plans import Tree
from genderplan.reports.slippage.result import slippage
from genderplan.reports.status.measures.records import FinishVariance, LeadSlip, Measures, ObjectiveSlip
from genderplan.reports.status.measures.result import measures
from trees import judged, pay, selected

TODAY = "2025-01-15"
POLICY = "objectives: [{id: data, title: Pay data}, {id: careers, title: Careers}]\n"


class Step(NamedTuple):
    """A milestone, or an entry's own date (then without a forecast): what it was, and what it is."""

    was: str | None
    due: str | None
    forecast: str | None
    completed: str | None
    cancelled: bool
    leads: tuple[str, ...]
    is_gone: bool


class Action(NamedTuple):
    own: Step
    steps: tuple[Step, ...]
    objective: str | None


DAYS = st.dates(date(2024, 9, 1), date(2025, 6, 30))
DATES = st.builds(lambda day, form: day.strftime(form), DAYS, st.sampled_from(["%Y-%m-%d", "%Y-%m"]))
LEADS = st.lists(st.sampled_from(["HR", "Finance", "Audit"]), unique=True, max_size=2).map(tuple)


def steps(*, forecast: bool) -> st.SearchStrategy[Step]:
    some = st.none() | DATES
    return st.builds(
        Step, some, some, some if forecast else st.none(), some, st.integers(0, 5).map(lambda n: not n), LEADS,
        st.integers(0, 5).map(lambda n: not n),
    )  # fmt: skip


ACTIONS = st.builds(
    Action,
    steps(forecast=False),
    st.lists(steps(forecast=True), max_size=3).map(tuple),
    st.sampled_from([None, "data", "careers"]),
)
PLANS = st.lists(ACTIONS, min_size=1, max_size=4)


def now(action: Action, prefix: str = "", name: str = "", extra: str = "") -> str:
    """The file of an action; with a prefix all ids are other than in the baseline, and say what they were."""
    own = action.own
    lines = ["title: A", f"lead: [{', '.join(own.leads)}]" if own.leads else ""]
    lines += [f"renamed_from: {name}"] if prefix else []
    lines += [f"objective: {action.objective}"] if action.objective else []
    lines += [f"due: {own.due}"] if own.due else []
    lines += [f"completed: {own.completed}"] if own.completed else []
    lines += ["cancelled: {}"] if own.cancelled else []
    for at, step in enumerate(action.steps):
        keys = {"due": step.due, "forecast": step.forecast, "completed": step.completed}
        keys |= {
            "cancelled": "{}" if step.cancelled else None,
            "lead": f"[{', '.join(step.leads)}]" if step.leads else None,
        }
        keys |= {"renamed_from": f"m{at}" if prefix else None}
        if not step.is_gone:
            given_ = "".join(f", {key}: {value}" for key, value in keys.items() if value)
            lines.append(f"  - {{id: {prefix}m{at}, title: A{given_}}}")
    text = "".join(f"{line}\n" for line in filter(None, lines))
    listed = text.find("  - ")
    return (text if listed < 0 else f"{text[:listed]}milestones:\n{text[listed:]}") + extra


def then(plan: list[Action], extra: str = "") -> str:
    lines = ["genderplan: 1", "entries:"]
    for number, action in enumerate(plan):
        lines += [f"  x{number}:", "    kind: action", "    title: A"]
        lines += [f"    due: {action.own.was}"] if action.own.was else []
        lines += ["    milestones:"] if action.steps else []
        for at, step in enumerate(action.steps):
            lines.append(f"      - {{id: m{at}, title: A{f', due: {step.was}' if step.was else ''}}}")
    return "\n".join(lines) + f"\n{extra}"


def found(files: dict[str, str]) -> Measures:
    return of(pay(files, POLICY))


def of(tree: Tree) -> Measures:
    (standings,) = judged(tree, TODAY)
    return measures(standings, selected(tree))


def files(plan: list[Action]) -> dict[str, str]:
    """The actions of a plan that are still there, and its baseline."""
    kept = {f"actions/x{number}": now(action) for number, action in enumerate(plan) if not action.own.is_gone}
    return kept | {"baselines/board-1": then(plan)}


def day(text: str, *, last: bool = True) -> date:
    year, month, *rest = map(int, text.split("-"))
    return date(year, month, rest[0] if rest else monthrange(year, month)[1] if last else 1)


def months(was: str, is_: str) -> int:
    return (day(is_).year - day(was).year) * 12 + day(is_).month - day(was).month


def in_days(was: str, is_: str) -> bool:
    return len(was) == len(is_) == 10


def amount(was: str, is_: str) -> int:
    return (day(is_) - day(was)).days if in_days(was, is_) else months(was, is_)


def is_done(step: Step) -> bool:
    return step.completed is not None and day(step.completed, last=False) <= day(TODAY)


class Promised(NamedTuple):
    was: str
    is_done: bool
    finish: str | None
    is_gone: bool


def promises(plan: list[Action]) -> tuple[list[Promised], int]:
    """What counts, and how much is cancelled."""
    counted, cancelled = list[Promised](), 0
    for action in plan:
        for step in (*action.steps, action.own):
            if step.was is None:
                continue
            if action.own.is_gone or step.is_gone:
                counted.append(Promised(step.was, False, None, True))
                continue
            completed = own_completion(action) if step is action.own else step.completed if is_done(step) else None
            if completed and not (step is action.own and action.own.cancelled):
                counted.append(Promised(step.was, True, completed, False))
            elif step.cancelled or action.own.cancelled or (step is action.own and all_cancelled(action)):
                cancelled += 1
            else:
                counted.append(Promised(step.was, False, step.forecast or step.due, False))
    return counted, cancelled


def present(action: Action) -> list[Step]:
    return [step for step in action.steps if not step.is_gone]


def all_cancelled(action: Action) -> bool:
    here = present(action)
    return bool(here) and not is_done(action.own) and all(step.cancelled and not is_done(step) for step in here)


def own_completion(action: Action) -> str | None:
    here = present(action)
    if is_done(action.own):
        return action.own.completed
    done = [step.completed for step in here if is_done(step) and step.completed]
    is_closed = all(is_done(step) or step.cancelled for step in here)
    return max(done, key=day) if done and is_closed else None


def middle(values: list[int]) -> float | None:
    ordered = sorted(values)
    half = len(ordered) // 2
    return None if not ordered else ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def moved(plan: list[Action]) -> Iterator[tuple[tuple[str | None, ...], str | None, str, str]]:
    """Leads, objective and both sides of each agreed date."""
    for action in plan:
        if action.own.is_gone:
            continue
        if action.own.was and action.own.due:
            yield action.own.leads or (None,), action.objective, action.own.was, action.own.due
        for step in present(action):
            if step.was and step.due:
                yield step.leads or action.own.leads or (None,), action.objective, step.was, step.due


@given(PLANS)
def test_rates_and_finish_variance_are_those_of_a_second_calculation(plan: list[Action]) -> None:
    result = found(files(plan))
    counted, cancelled = promises(plan)
    due = [each for each in counted if day(each.was) <= day(TODAY)]
    hits = [each for each in due if each.is_done and each.finish and amount(each.was, each.finish) <= 0]
    done = [each for each in counted if each.is_done]
    assert (result.promised, result.cancelled) == (len(counted), cancelled)
    assert result.removed == sum(each.is_gone for each in counted)
    expected = (
        ((len(due), len(hits), len(hits) / len(due)), (len(due), len(done), len(done) / len(due))) if due else None
    )
    assert ((result.hit_rate, result.delivery_index) if result.hit_rate else None) == expected
    assert (result.hit_rate is None, result.delivery_index is None) == (not due, not due)
    if result.hit_rate and result.delivery_index:
        assert 0 <= result.hit_rate.value <= min(1, result.delivery_index.value)

    is_finish_variance_of(result.finish_variance, counted)


def is_finish_variance_of(result: FinishVariance | None, counted: list[Promised]) -> None:
    pairs = [(each.was, each.finish) for each in counted if each.finish]
    if result is None or not pairs:
        assert (result, pairs) == (None, [])
        return
    by_month, by_day = [months(*pair) for pair in pairs], [(day(is_) - day(was)).days for was, is_ in pairs]
    late = sum(amount(*pair) > 0 for pair in pairs)
    unit = "days" if all(in_days(*pair) for pair in pairs) else "months"
    assert result == (
        *(len(pairs), late, unit),
        *(middle(by_month), max(0, *by_month), middle(by_day), max(0, *by_day)),
    )


@given(PLANS)
def test_slip_is_that_of_a_second_calculation_and_of_slippage(plan: list[Action]) -> None:
    tree = pay(files(plan), POLICY)
    result = of(tree).slip
    (comparison,) = slippage(judged(tree, TODAY), selected(tree)).comparisons
    totals, rows = comparison.totals, result.objectives if result else ()
    assert sum(row.compared for row in rows) == totals.compared
    assert (sum(row.moved for row in rows), sum(row.later for row in rows)) == (totals.moved, totals.later)
    assert max((row.worst_months for row in rows), default=0) == totals.worst_months
    dates = list(moved(plan))
    if result is None or not dates:
        assert (result, dates) == (None, [])
        return
    leads, objectives = defaultdict(list), defaultdict(list)
    for names, objective, was, is_ in dates:
        objectives[objective].append((was, is_))
        for name in names:
            leads[name].append((was, is_))
    for slips, expected in ((result.leads, leads), (result.objectives, objectives)):
        assert sorted(str(row[0]) for row in slips) == sorted(map(str, expected))
        for row in slips:
            is_slip_of(row, expected[row[0]])
        worst = [row.worst_days if result.unit == "days" else row.worst_months for row in slips]
        assert worst == sorted(worst, reverse=True)
    assert result.unit == ("days" if all(in_days(was, is_) for *_, was, is_ in dates) else "months")


def is_slip_of(row: LeadSlip | ObjectiveSlip, pairs: list[tuple[str, str]]) -> None:
    changed = [pair for pair in pairs if amount(*pair)]
    by_month, by_day = [months(*pair) for pair in changed], [(day(is_) - day(was)).days for was, is_ in changed]
    later = sum(amount(*pair) > 0 for pair in changed)
    assert (row.compared, row.moved, row.later) == (len(pairs), len(changed), later)
    assert (row.median_months, row.worst_months) == (middle(by_month), max([0, *by_month]))
    assert (row.median_days, row.worst_days) == (middle(by_day), max([0, *by_day]))


@given(PLANS)
def test_other_ids_change_nothing(plan: list[Action]) -> None:
    renamed = {
        f"actions/y{number}": now(action, "n", f"x{number}")
        for number, action in enumerate(plan)
        if not action.own.is_gone
    }
    assert found(renamed | {"baselines/board-1": then(plan)}) == found(files(plan))


UNDATED = Step(None, None, None, None, False, (), False)


@given(PLANS)
def test_an_undated_milestone_changes_nothing(plan: list[Action]) -> None:
    """In an entry of its own, and beside others where the entry's own date is not promised: else it reopens the entry."""
    more = [
        action if action.own.was and not action.own.is_gone else action._replace(steps=(*action.steps, UNDATED))
        for action in plan
    ]
    alone = {"actions/zz": "title: A\nmilestones: [{id: m, title: A}, {id: n, title: A, duration: P3M}]\n"}
    known = then(more, "  zz: {kind: action, title: A, milestones: [{id: m, title: A}, {id: o, title: A}]}\n")
    assert found(files(more) | alone | {"baselines/board-1": known}) == found(files(plan))
