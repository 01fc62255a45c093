"""The other side of a comparison: what plans are held against, and what of it is in no comparison."""

from dataclasses import replace
from typing import TYPE_CHECKING

from genderplan.cli.output import say
from genderplan.cli.reading import Reading, standings_of
from genderplan.errors import NothingToReadError
from genderplan.loading.repositories import not_above
from genderplan.loading.sources import (
    BASELINE,
    Source,
    earlier,
    no_baseline,
    not_checked_out,
    refuse_away,
    refuse_lost,
    source,
)
from genderplan.standing.standings import AsOf, Standings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from genderplan.cli.options import Common
    from genderplan.plan.plans import Baseline, Plan
    from genderplan.reports.status.since import Before


def against(reading: Reading, text: str | None, *, files: bool = True) -> Source:
    """What plans are held against: a baseline by name, `git:REV`, a path; the newest baseline where None.

    What of it is in no comparison is said on stderr. Where `files` are the other side, all of them are to be here.
    """
    found = source(text, reading.root, reading.tree, reading.selection.plans)
    refuse_lost(found, reading.selection.has_plan)
    if files:
        refuse_away(found, reading.root, reading.tree, reading.selection.has_plan)
    tell(reading, found, text or "")
    return found


def before(reading: Reading, text: str) -> "dict[str, Before]":
    """The selected plans as they were on a date, in a commit or in a baseline, each judged on its day of then."""
    from genderplan.reports.status.since import Before

    found = earlier(text, reading.root, reading.tree, reading.selection.plans)
    refuse_lost(found, reading.selection.has_plan)
    refuse_away(found, reading.root, reading.tree, reading.selection.has_plan)
    tell(reading, found, text)
    then = {}
    for now in reading.standings:
        plan, baseline = found.plan(now.plan), found.baseline(now.plan)
        if plan and baseline:
            standings = _standings_of_then(plan, baseline, now.plan, found)
            then[now.plan.id] = Before(standings, baseline, found.tree is not None)
    return then


def _standings_of_then(then: "Plan", baseline: "Baseline", now: "Plan", found: Source) -> Standings | None:
    """Where a plan stood; None where it is not known when that was.

    A baseline keeps no progress: what is done and cancelled is taken from the plan as it is, and judged on the day on
    which the baseline was taken.
    """
    from genderplan.reports.status.since import with_progress

    if found.tree is None:
        day, origin, then = baseline.taken, "option", with_progress(then, now, baseline)
    else:
        day, origin = then.status_date or found.day or baseline.taken, "plan" if then.status_date else "option"
    return Standings(then, AsOf(day, origin)) if day else None


def at(reading: Reading, text: str, common: "Common") -> Reading:
    """The same selection of the plans as they are elsewhere: in a baseline, a commit, a file or a folder."""
    other = against(reading, text, files=False)
    found = [(plan, other.baseline(plan)) for plan in reading.tree.plans]
    plans = tuple(baseline.over(plan) for plan, baseline in found if baseline)
    missing = [plan.id for plan, baseline in found if not baseline and reading.selection.has_plan(plan.id)]
    if not any(reading.selection.has_plan(plan.id) for plan in plans):
        raise NothingToReadError(f"no '{text}' of {', '.join(missing)}")
    if missing:
        say(f"not in '{text}': {', '.join(missing)}")
    tree = replace(reading.tree, plans=plans)
    selection = replace(reading.selection, plans=tuple(plan for plan in plans if reading.selection.has_plan(plan.id)))
    return Reading(reading.root, tree, selection, standings_of(tree, common))


def gone(reading: Reading, found: Source) -> "list[Plan]":
    """The selected plans of a source of which no file is left, and that no other was renamed from."""
    there = {*reading.tree.by_id, *reading.tree.files.values(), *(plan.id for plan in found.renamed.values())}
    plans = found.tree.plans if found.tree else ()
    return [plan for plan in plans if plan.id not in there and reading.selection.has_plan(plan.id)]


def tell(reading: Reading, found: Source, text: str) -> None:
    """Say on stderr what of a source is in no comparison: files that could not be read, plans that are gone."""
    if found.seen and (note := not_above(found.seen.repository)):
        say(note)
    if found.left_out:
        say(f"not read of '{text}', and so not compared: {', '.join(found.left_out)}")
    sparse = frozenset(not_checked_out(found, reading.root, reading.tree).values())
    for lost, why in ((True, "not checked out here, and so not compared"), (False, "no longer here")):
        if names := ", ".join(plan.id for plan in gone(reading, found) if (plan.id in sparse) is lost):
            say(f"in '{text}' and {why}: {names}")


def name_missing(found: Source, text: str | None, without: "Sequence[str]", *, is_any: bool) -> None:
    """Name the plans that a source does not have on stderr; raise NothingToReadError where it has none of them."""
    if not without:
        return
    name = text.removeprefix(BASELINE) if text else None
    where = f"not in '{text}'" if found.tree else f"no baseline '{name}'" if text else "no baseline"
    names = ", ".join(without)
    if not is_any:
        nowhere = no_baseline(text, names) if text else f"{where} in {names}"
        raise NothingToReadError(f"{where}: {names}" if found.tree else nowhere)
    say(f"{where}: {names}")
