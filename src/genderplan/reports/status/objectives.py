"""Objectives of a plan with what is chosen of each, and what stands under none: together they make up the whole."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from genderplan.standing.records.items import Tally
from genderplan.standing.records.plans import ObjectiveRecord
from genderplan.standing.records.recording import objective_record, tally
from genderplan.standing.selection import Chosen, Selection, rag_of_all
from genderplan.standing.standings import Rag, Standings


class Remainder(NamedTuple):
    """What stands under no objective: with the objectives it makes up the whole."""

    title: str
    """No objective, or Projects."""
    rag: Rag | None
    """red, amber, green, or blue for complete; the worst of its parts; null where there is none."""
    counts: Tally
    """How many entries, and how many milestones, have each status: each once, done or not."""


def objectives_of(standings: Standings, chosen: Sequence[Chosen], selection: Selection) -> Iterator[ObjectiveRecord]:
    """The objectives of a plan with what is chosen of each; once anything is filtered, those of which something is."""
    under: dict[str | None, list[Chosen]] = {}
    for each in chosen:
        under.setdefault(each.standing.entry.objective, []).append(each)
    for objective in standings.plan.objectives:
        if objective.id in under or not selection.is_narrowed:
            yield objective_record(standings.plan.id, objective, under.get(objective.id, ()))


def remainders_of(standings: Standings, chosen: Sequence[Chosen]) -> Iterator[Remainder]:
    """Actions and projects that no objective of the plan has, each kind by itself."""
    placed = standings.plan.objective_titles
    for title, kind in (("No objective", "action"), ("Projects", "project")):
        rest = [
            each for each in chosen if each.standing.entry.kind == kind and each.standing.entry.objective not in placed
        ]
        if rest:
            yield Remainder(title, rag_of_all(rest), tally(rest))
