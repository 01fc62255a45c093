"""Parts of texts that several reports have: a plan's heading, and what to run next."""

from collections.abc import Iterable, Iterator

from genderplan.page.words import as_of_in_words, command_in_words
from genderplan.standing.records import PlanLabel
from genderplan.terminal.layout import flow, heading
from genderplan.terminal.screen import Line, Screen, cells


def plan_heading(label: PlanLabel, more: Iterable[str], screen: Screen, width: int) -> Iterator[Line]:
    """The plan's title, and under it its id, the day, and what else is to be known of it."""
    facts = (label.id, as_of_in_words(label.as_of, label.as_of_from), *more)
    return heading(label.title, facts, screen, width)


def next_lines(label: PlanLabel, command: str, why: str, width: int) -> Iterator[Line]:
    """What to run next, on the same day, by itself."""
    return step_lines(command_in_words(command, label.as_of, label.as_of_from), why, width)


def step_lines(command: str, why: str, width: int) -> Iterator[Line]:
    """A command line by itself, and beside or below it what it tells."""
    yield [("", "")]
    if cells(command) + cells(why) + 4 <= width:
        yield [(command, "command"), (f"    {why}", "dim")]
        return
    yield from flow(command, width, "command")
    yield from flow(f"  {why}", width, "dim")
