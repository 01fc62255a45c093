"""The mappings that stand inside plan.yaml and at the head of baselines, each a pydantic model."""

from genderplan.model.fields import Date, FindingCode, Id, Text
from genderplan.model.parts import FileMapping, TitledMapping


class Aim(TitledMapping):
    """What the plan is for."""

    id: Id
    """Its id, unique among the plan's aims.

    Examples: "know-the-gap"
    """

    title: Text
    """The aim in words.

    Examples: "To know the pay gap of every grade"
    """


class Objective(TitledMapping):
    """A group of actions and projects that are reported together."""

    id: Id
    """Its id, unique among the plan's objectives; entries name it as their `objective`.

    Examples: "careers"
    """

    title: Text
    """The objective in words.

    Examples: "Careers"
    """


class Source(TitledMapping):
    """A document that the plan's entries quote."""

    id: Id
    """Its id, unique among the plan's sources; a `source` names it as its `document`.

    Examples: "board-paper"
    """

    title: Text
    """The document's title.

    Examples: "Board paper 12: equal pay"
    """

    date: Date | None = None
    """The document's date.

    Examples: "2024-09-30"
    """


class Period(FileMapping):
    """From when to when a plan runs."""

    start: Date | None = None
    """When the plan begins.

    Examples: "2024-09"
    """

    end: Date | None = None
    """When the plan ends, this day, month or year included.

    Examples: "2026-03"
    """


class Closure(FileMapping):
    """That a plan is closed: nobody answers for its dates any more."""

    date: Date | None = None
    """When it was closed.

    Examples: "2026-03-31"
    """

    reason: Text | None = None
    """Why it was closed.

    Examples: "The plan has run its time; what is open goes on in the next one"
    """


class Acceptance(FileMapping):
    """A finding that is known and lived with, for a reason."""

    code: FindingCode
    """The finding's code. What keeps a file out of the plan cannot be accepted.

    Examples: "GP401"
    """

    where: Text
    """An entry's id (its milestones are meant too), one milestone as `entry#milestone`, or plan.yaml.

    Examples: "publish-gap", "publish-gap#report", "plan.yaml"
    """

    reason: Text | None = None
    """Why the finding is lived with; without a reason an acceptance counts for nothing.

    Examples: "The board knows and has agreed"
    """

    until: Date | None = None
    """The last day, month or year in which it counts; `check` alone judges that. Left out: for ever.

    Examples: "2025-06", "2025-06-30"
    """


class Replacement(FileMapping):
    """One time that a baseline was taken anew under its name."""

    date: Date | None = None
    """When it was taken anew.

    Examples: "2025-02-01"
    """

    reason: Text | None = None
    """Why it was taken anew.

    Examples: "Two typing slips in titles"
    """
