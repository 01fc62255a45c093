"""Parts of texts that several reports have: a plan's heading, the days of plans, and what to run next."""

from collections.abc import Iterable, Iterator, Sequence

from genderplan.page.words import as_of_in_words, command_in_words, day_in_words
from genderplan.standing.records.items import PlanLabel
from genderplan.terminal.fitting import cells
from genderplan.terminal.layout import flow, heading
from genderplan.terminal.screen import Line, Screen


def plan_heading(label: PlanLabel, more: Iterable[str], screen: Screen, width: int) -> Iterator[Line]:
    """The plan's title, and under it its id, the day, and what else is to be known of it."""
    facts = (label.id, as_of_in_words(label), *more)
    return heading(label.title, facts, screen, width)


def day_lines(plans: Sequence[PlanLabel], width: int) -> Iterator[Line]:
    """The days on which plans were judged, by themselves."""
    yield [("", "")]
    for plan in plans:
        yield from flow(day_in_words(plan), width, "dim")


def next_lines(label: PlanLabel, command: str, why: str, width: int) -> Iterator[Line]:
    """What to run next, on the same day, by itself."""
    return step_lines(command_in_words(command, label), why, width)


def step_lines(command: str, why: str, width: int) -> Iterator[Line]:
    """A command line by itself, and beside or below it what it tells."""
    yield [("", "")]
    if cells(command) + cells(why) + 4 <= width:
        yield [(command, "command"), (f"    {why}", "dim")]
        return
    yield from flow(command, width, "command")
    yield from flow(f"  {why}", width, "dim")
