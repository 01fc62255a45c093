"""`gaps`: what plans lack, and who has sent no update; each with its place in the files."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.plan.plans import Tree
from genderplan.reports.gaps.kinds import GAPS, RETURNS, GapKind, Gathered, PlanGap
from genderplan.standing.records.items import PlanLabel
from genderplan.standing.records.recording import plan_labels
from genderplan.standing.selection import Selection, measures_selected, supporters_selected
from genderplan.standing.standings import Standings


class GapsOfKind(NamedTuple):
    """The gaps of one kind; none where nothing of it is missing."""

    kind: str
    """What is missing."""
    title: str
    """The same in words."""
    gaps: tuple[PlanGap, ...]
    """Where it is missing."""


class Gaps(NamedTuple):
    plans: tuple[PlanLabel, ...]
    """The plans that the output is of, and the day on which each is judged."""
    since: PlanDate | None
    """Since when updates count, with --returns; null where all do."""
    kinds: tuple[GapsOfKind, ...]
    """What can be missing, each once."""


def gaps(
    tree: Tree,
    standings: Sequence[Standings],
    selection: Selection,
    *,
    returns: bool = False,
    since: PlanDate | None = None,
) -> Gaps:
    """What is missing in what is selected; with `returns`, who has sent no update on an entry of theirs since a day.

    Where entries are filtered, only what entries lack is told: objectives, sections and areas are of whole plans.
    """
    held, measured = supporters_selected(standings, selection), measures_selected(standings, selection)
    gathered = Gathered(tree, standings, selection, held, measured, since)
    kinds: Mapping[str, GapKind] = RETURNS if returns else GAPS
    told = {name: kind for name, kind in kinds.items() if kind.is_of_entries or not selection.is_narrowed}
    return Gaps(
        plans=plan_labels(standings),
        since=since,
        kinds=tuple(GapsOfKind(name, kind.title, tuple(kind.find(gathered))) for name, kind in told.items()),
    )
