"""Duties of a plan's body, and what it has published under them."""

from pydantic import Field

from genderplan.kinds.shared.fields import Date, Id, OneOrMany, Text, failure
from genderplan.kinds.shared.mappings import FileMapping, TitledMapping

MOST_FRAMEWORKS = 20
"""So many that no plan follows more, and so few that what they ask of each entry takes no time."""


def few_frameworks(follows: tuple[str, ...]) -> tuple[str, ...]:
    """The frameworks that a plan follows, where these are no more than a plan can."""
    if len(follows) > MOST_FRAMEWORKS:
        raise failure("GP108", f"{len(follows)} frameworks: a plan follows at most {MOST_FRAMEWORKS}")
    return follows


class Publication(TitledMapping):
    """Something that is published of the plan, or is to be."""

    id: Id
    """Its id, unique among the plan's publications.

    Examples: "report-2025"
    """

    title: Text
    """Its title.

    Examples: "Pay gap report 2025"
    """

    of: OneOrMany[Text] = ()
    """The ids of the objectives that it tells of; left out: the whole plan.

    Examples: "data", ["data", "careers"]
    """

    meets: Text | None = None
    """The section of a framework whose duty it meets, as `framework/section`.

    Examples: "pay-duty/report"
    """

    date: Date | None = None
    """When it was published; left out: it is to come.

    Examples: "2025-03-28"
    """

    expected: Date | None = None
    """When it is expected, or was; what came late counts for the day of a duty by which it was expected.

    Examples: "2025-03"
    """

    address: Text | None = None
    """Where it can be read.

    Examples: "https://example.org/pay-gap-2025"
    """

    formats: OneOrMany[Text] = ()
    """The forms in which it can be had, in words; one or a list.

    Examples: "HTML", ["HTML", "Easy read"]
    """

    told: OneOrMany[Text] = ()
    """The ids of the organisations that were told of it; one or a list.

    Examples: "Council", ["Council", "Unions"]
    """


class Inclusion(FileMapping):
    """What each report under a duty has to include, from when on."""

    section: Text
    """The section of a framework, as `framework/section`.

    Examples: "pay-duty/by-ethnicity"
    """

    from_: Date | None = Field(default=None, alias="from")
    """Since when.

    Examples: "FY2025-26"
    """


class Duty(FileMapping):
    """A duty that the plan's body has, and since when: the first day belongs to the body, not to the framework."""

    section: Text
    """The section of a framework that is the duty, as `framework/section`.

    Examples: "pay-duty/report"
    """

    from_: Date | None = Field(default=None, alias="from")
    """The first day on which it has to be met.

    Examples: "2018-03-30"
    """

    include: tuple[Inclusion, ...] = ()
    """What each report under it has to include.

    Examples: [{"section": "pay-duty/by-ethnicity", "from": "FY2025-26"}]
    """
