"""Rules of a framework: so many different entries of a sort."""

from typing import Annotated, Literal

from pydantic import AfterValidator

from genderplan.kinds.shared.fields import Id, OneOrMany, Text, WholeNumber, failure
from genderplan.kinds.shared.mappings import FileMapping, TitledMapping

MOST_RULES = 20
MOST_CONDITIONS = 10
"""So many that no framework has more, and so few that asking each of every entry takes no time."""

Progress = Literal["not-started", "under-way", "on-hold", "embedded", "complete"]


class Condition(FileMapping):
    """Which entries count: those that are all that is said here; of a list, any of its items."""

    sections: OneOrMany[Id] = ()
    """They support one of these sections of the framework.

    Examples: "leadership", ["leadership", "leadership-roles"]
    """

    tags: OneOrMany[Text] = ()
    """They have one of these tags, or a section of the framework that they support has it.

    Examples: "pay-gap", ["pay-gap", "menopause"]
    """

    progress: tuple[Progress, ...] = ()
    """They are so far: not-started, under-way, on-hold, embedded or complete.

    Examples: ["not-started", "under-way"]
    """


def _few(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    if len(conditions) > MOST_CONDITIONS:
        raise failure("GP108", f"{len(conditions)} conditions: a rule has at most {MOST_CONDITIONS}")
    return conditions


class Rule(TitledMapping):
    """So many different entries of one sort (`at_least`, `of`), one of each of several sorts (`each`), or both."""

    id: Id
    """Its id, unique among the framework's rules.

    Examples: "two-new"
    """

    title: Text | None = None
    """The rule in words.

    Examples: "Two actions that are new or in progress"
    """

    at_least: WholeNumber | None = None
    """How many entries, each counted once; left out: one, where `of` is given.

    Examples: 2
    """

    of: Condition | None = None
    """Which entries count for `at_least`; left out: all.

    Examples: {"sections": ["leadership"], "progress": ["not-started", "under-way"]}
    """

    each: Annotated[tuple[Condition, ...], AfterValidator(_few)] = ()
    """Sorts of entries, for each of which there is an entry that is counted for no other.

    Examples: [{"tags": ["pay-gap"]}, {"tags": ["menopause"]}]
    """
