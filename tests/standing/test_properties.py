"""What holds of every plan: properties of standing, variance and slippage, over plans made up at random."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from genderplan.checks.context import Context
from genderplan.checks.rules.promises import beyond_tolerance
from genderplan.dates.forms import PlanDate, day_of, parse_date
from genderplan.dates.variance import is_beyond, variance
from genderplan.findings import Severity
from genderplan.plan.plans import Plan, Tree
from genderplan.reports.slippage.result import slippage
from genderplan.reports.status.measures.result import measures
from genderplan.reports.status.result import status
from genderplan.standing.dues.rows import Reach
from genderplan.standing.dues.table import dues
from genderplan.standing.rag import counts_of, rag_of, worst_open
from genderplan.standing.standings import AsOf, EntryStanding, Rag, Standings, Status
from trees import judged, pay, selected

DAYS = st.dates(date(2023, 1, 1), date(2027, 12, 31))
FORMS = st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y", "%Y-Q", "%Y-winter", "%Y-spring"])
TOLERANCES = st.sampled_from(["0 days", "10 days", "1 month", "P45D", "P1Y"])
CLOSED = (Status.COMPLETE, Status.CANCELLED)


@st.composite
def dates(draw: st.DrawFn) -> str:
    day, form = draw(DAYS), draw(FORMS)
    return day.strftime(form) + (str((day.month + 2) // 3) if form.endswith("Q") else "")


@st.composite
def keys(draw: st.DrawFn, *names: str) -> str:
    """Some of the keys, each with a date."""
    chosen = draw(st.lists(st.sampled_from(names), unique=True))
    return ", ".join(f"{name}: {draw(dates())}" for name in chosen)


@st.composite
def entries(draw: st.DrawFn) -> str:
    parts = draw(st.lists(keys("due", "forecast", "completed"), max_size=4))
    own = draw(keys("start", "end", "due", "completed"))
    cancelled = draw(st.sampled_from(["", f"cancelled: {{date: {draw(dates())}}}"]))
    milestones = "".join(f"  - {{id: m{at}, title: A, {part}}}\n" for at, part in enumerate(parts))
    lines = ["title: Gap", *filter(None, own.split(", ")), cancelled]
    return "\n".join(lines) + (f"\nmilestones:\n{milestones}" if parts else "\n")


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    texts = draw(st.lists(entries(), min_size=1, max_size=4))
    then = draw(st.lists(keys("due"), min_size=4, max_size=4))
    old = "".join(f"      - {{id: m{at}, title: A, {part}}}\n" for at, part in enumerate(then))
    baseline = f"genderplan: 1\nentries:\n  e0:\n    kind: action\n    title: Gap\n    milestones:\n{old}"
    files = {f"actions/e{at}": text for at, text in enumerate(texts)}
    return pay(files | {"baselines/board-1": baseline}, f"tolerance: {draw(TOLERANCES)}\n")


def on(tree: Tree, day: date) -> Standings:
    (only,) = judged(tree, day.isoformat())
    return only


@given(trees(), DAYS)
def test_what_belongs_to_a_status(tree: Tree, day: date) -> None:
    for standing in on(tree, day).items:
        due = standing.item.due
        late = due is not None and due.last < day.toordinal()
        is_open = standing.status not in CLOSED
        assert (standing.status is Status.OVERDUE) == (is_open and late)
        assert (standing.status is Status.UNDATED) == (is_open and due is None)
        assert (standing.days_overdue is not None) == (standing.status is Status.OVERDUE)
        assert (standing.days_overdue or 1) > 0
        assert (standing.rag is None) == (standing.status in {Status.UNDATED, Status.CANCELLED})
        assert (standing.rag is Rag.BLUE) == (standing.status is Status.COMPLETE)


@given(trees(), DAYS, st.timedeltas(timedelta(), timedelta(days=900)))
def test_time_never_turns_back(tree: Tree, day: date, later: timedelta) -> None:
    stages = [{Status.UNDATED}, {Status.UPCOMING}, {Status.DUE}, {Status.OVERDUE}, {*CLOSED}]
    stage = {each: number for number, together in enumerate(stages) for each in together}
    now = {each.item.id: each.status for each in on(tree, day).items}
    then = {each.item.id: each.status for each in on(tree, day + later).items}
    for name in now.keys() & then.keys():
        assert stage[then[name]] >= stage[now[name]]
        assert now[name] is not Status.UNDATED or then[name] in {Status.UNDATED, *CLOSED}


@given(trees(), DAYS)
def test_counts_add_up(tree: Tree, day: date) -> None:
    standings = on(tree, day)
    items = list(standings.items)
    assert sum(counts_of(each.status for each in items).values()) == len(items)
    assert len([each for each in items if each.item.milestone]) == sum(
        len(each.milestones) for each in tree.plans[0].entries
    )
    (report,) = status([standings], selected(tree)).plans
    assert sum(report.counts.entries.values()) == len(standings.entries)
    assert report.counts.entries == counts_of(each.status for each in standings.entries)
    assert report.counts.milestones == counts_of(each.status for each in items if each.item.milestone)
    for status_, listed in ((Status.OVERDUE, report.overdue), (Status.DUE, report.due)):
        assert len([each for each in listed if each.milestone]) == report.counts.milestones[status_]
        assert {each.entry for each in listed} >= {
            each.entry.id for each in standings.entries if each.status is status_
        }
    overdue = [each.days_overdue or 0 for each in report.overdue]
    assert overdue == sorted(overdue, reverse=True)
    slips = [each.variance_months or 0 for each in report.slipped]
    assert slips == sorted(slips, reverse=True)


def worst(entry: EntryStanding) -> Rag | None:
    """The worst RAG of what is open: that something is complete says nothing of the rest."""
    rags = [each.rag for each in entry.items if each.rag not in {None, Rag.BLUE}]
    return min(rags, key=[*Rag].index, default=None)


def is_done(entry: EntryStanding) -> bool:
    return entry.status is Status.COMPLETE and all(each.status in CLOSED for each in entry.items)


@given(trees(), DAYS)
def test_taking_a_baseline_makes_no_error(tree: Tree, day: date) -> None:
    (plan,) = tree.plans
    taken = replace(plan, baselines=(plan.as_baseline("now", taken=day_of(day)), *plan.baselines))
    standings = Standings(taken, AsOf(day_of(day), "option"))
    found = beyond_tolerance(Context(tree, [taken], [standings]))
    assert Severity.ERROR not in {each.severity for each in found}


@given(trees(), DAYS)
def test_reports_that_count_the_same_agree(tree: Tree, day: date) -> None:
    standings, everything = on(tree, day), selected(tree)
    report = status([standings], everything)
    measured = measures(standings, everything)
    late = measured.finish_variance
    assert (report.windows[0].compared, report.windows[0].late) == ((late.compared, late.late) if late else (0, 0))


@given(trees(), DAYS)
def test_an_entry_is_the_worst_of_its_items(tree: Tree, day: date) -> None:
    order = [Status.OVERDUE, Status.DUE, Status.UPCOMING, Status.UNDATED]
    for entry in on(tree, day).entries:
        statuses = [each.status for each in entry.items]
        if entry.status in CLOSED:
            assert entry.rag is (
                Rag.BLUE if is_done(entry) else worst(entry) if entry.status is Status.COMPLETE else None
            )
            assert all(each.item.milestone for each in entry.items)
        else:
            ranks = [order.index(each) for each in statuses if each not in CLOSED]
            assert entry.status is order[min(ranks, default=3)]
            assert entry.rag is worst(entry)


PLAN_DATES = dates().map(parse_date)


@given(PLAN_DATES, PLAN_DATES)
def test_variance_is_its_own_mirror(one: PlanDate, other: PlanDate) -> None:
    there, back = variance(one, other), variance(other, one)
    assert (there.months, there.days, there.in_days) == (-back.months, -back.days, back.in_days)
    assert there.amount == -back.amount
    assert not (there.is_late and back.is_late)
    assert there.months * there.days >= 0


@given(trees(), PLAN_DATES, PLAN_DATES)
def test_beyond_tolerance_is_late_too(tree: Tree, was: PlanDate, now: PlanDate) -> None:
    slack = tree.plans[0].slack
    if is_beyond(was, now, slack):
        assert variance(was, now).is_late


@given(trees(), DAYS)
def test_totals_of_slippage_add_up(tree: Tree, day: date) -> None:
    (comparison,) = slippage([on(tree, day)], selected(tree)).comparisons
    totals, moved = comparison.totals, comparison.moved
    assert totals.compared == totals.moved + totals.unmoved
    assert (totals.moved, totals.moved) == (len(moved), totals.later + totals.earlier)
    assert totals.net_months == sum(each.variance_months or 0 for each in moved)
    assert totals.worst_months == max(0, *(each.variance_months or 0 for each in moved), 0)
    sides = comparison.added.milestones, comparison.removed.milestones
    plan: Plan = tree.plans[0]
    kept = sum(len(each.milestones) for each in plan.entries) - len(sides[0])
    assert kept == 4 - len(sides[1])


@given(trees(), DAYS, DAYS)
def test_slippage_does_not_depend_on_the_day(tree: Tree, day: date, other: date) -> None:
    (one,) = slippage([on(tree, day)], selected(tree)).comparisons
    (two,) = slippage([on(tree, other)], selected(tree)).comparisons
    assert one._replace(as_of=two.as_of) == two


PARTS = st.sampled_from(
    [
        (Status.COMPLETE, Rag.BLUE),
        (Status.CANCELLED, None),
        (Status.OVERDUE, Rag.RED),
        (Status.UPCOMING, Rag.AMBER),
        (Status.UPCOMING, Rag.GREEN),
        (Status.UNDATED, None),
    ]
)


@given(st.lists(st.lists(PARTS, max_size=3), max_size=4))
def test_what_is_open_of_some_wholes_is_as_bad_as_that_of_all_their_parts(
    wholes: list[list[tuple[Status, Rag | None]]],
) -> None:
    together = rag_of([part for whole in wholes for part in whole])
    assert (worst_open({rag_of(whole) for whole in wholes}) or together) == together


@given(trees(), DAYS, DAYS, st.booleans())
def test_the_same_falls_due_whether_all_was_judged_before_or_not(
    tree: Tree, day: date, until: date, is_open: bool
) -> None:
    reach = Reach(last=until.toordinal())
    fresh, asked = on(tree, day), on(tree, day)
    assert len(asked.entries) == len(tree.plans[0].entries)
    assert asked.are_judged
    assert not fresh.are_judged
    told = (
        sorted(
            (due.id, due.date, due.status)
            for due in dues(tree, (each,), selected(tree), reach, is_open=is_open)
            if due.status not in CLOSED or not is_open
        )
        for each in (fresh, asked)
    )
    assert next(told) == next(told)
