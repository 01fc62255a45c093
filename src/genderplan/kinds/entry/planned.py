"""Promises that milestones and entries both are: a title, who leads, a date, and how it comes again."""

from pydantic import field_validator

from genderplan.kinds.entry.parts import SourceReference
from genderplan.kinds.shared.cycles import checked_every, checked_until
from genderplan.kinds.shared.fields import Date, FormerId, Interval, OneOrMany, Text
from genderplan.kinds.shared.mappings import TitledMapping


class Planned(TitledMapping):
    """What milestones and entries have in common in a plan and in a baseline."""

    title: Text
    """What is to be done, in the words of the document.

    Examples: "To publish the pay gap by grade"
    """

    lead: OneOrMany[Text] = ()
    """Who answers for it: an organisation's id, or a list of them. A milestone without one has its entry's.

    Examples: "HR", ["HR", "Finance"]
    """

    due: Date | None = None
    """The date that is agreed. It is met on any day up to the last of the day, month or year given.

    Examples: "2025-06", "2025-06-30", "2025-Q2"
    """

    renamed_from: OneOrMany[FormerId] = ()
    """The id that it had before, so that it is found in a baseline; `entry#milestone` where it was another entry's.

    Examples: "old-id", ["old-id", "older-entry#its-milestone"]
    """

    source: SourceReference | None = None
    """Which document says so, and where in it.

    Examples: {"document": "board-paper", "place": "Objective 1, action 1"}
    """

    every: Interval | None = None
    """How often it comes again, from `due` on: in whole months, quarters or years where `due` is one.

    Examples: "3 months", "1 year"
    """

    until: Date | None = None
    """When it has come for the last time, of what comes again. Left out: it goes on.

    Examples: "2027-Q4"
    """

    _fits = field_validator("every")(checked_every)
    _ends = field_validator("until")(checked_until)
