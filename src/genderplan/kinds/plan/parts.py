"""Parts of plan.yaml: what stands in it as mappings, and what money is in."""

import re
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from genderplan.kinds.shared.fields import Date, FindingCode, Id, Number, OneOrMany, Text, Truth, failure
from genderplan.kinds.shared.mappings import FileMapping, TitledMapping
from genderplan.kinds.shared.supports import Supports


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

    lead: OneOrMany[Text] = ()
    """Who answers for it as a whole: an organisation's id, or a list of them; its entries have leads of their own.

    Examples: "HR-Director", ["HR", "Finance"]
    """

    part_of: Text | None = None
    """The id of the objective that it is part of, which is part of none itself.

    Examples: "openness"
    """

    supports: Supports = ()
    """Sections of frameworks that it and its entries support: `framework/section`, or a mapping; one or a list.

    Examples: "equality-standard/leadership", [{"section": "equality-standard/leadership", "extent": "part"}]
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
    """An entry's id (its milestones are meant too), a milestone as `entry#milestone`, what is a board's, or plan.yaml.

    Examples: "publish-gap", "publish-gap#report", "board:EODB#survey", "plan.yaml"
    """

    reason: Text | None = None
    """Why the finding is lived with; without a reason an acceptance counts for nothing.

    Examples: "The board knows and has agreed"
    """

    until: Date | None = None
    """The last day, month or year in which it counts; `check` alone judges that. Left out: for ever.

    Examples: "2025-06", "2025-06-30"
    """


class Budget(FileMapping):
    """The money that there is in a year."""

    year: Date
    """The year; amounts in the same form of year are summed up against it.

    Examples: "FY2025-26", "2025"
    """

    amount: Number
    """How much, in the plan's currency, as it is written.

    Examples: 300000
    """

    approximate: Truth = False
    """Whether it is about so much; false when left out.

    Examples: true
    """

    note: Text | None = None
    """Anything that a reader should know, in words.

    Examples: "The paper says around."
    """


_CURRENCY = re.compile("[A-Z]{3}")
_SIGNS = {"£": "GBP", "€": "EUR", "$": "USD"}


def _currency(text: str) -> str:
    if not _CURRENCY.fullmatch(text):
        meant = _SIGNS.get(text, text.upper() if _CURRENCY.fullmatch(text.upper()) else "GBP or EUR")
        raise failure("GP108", f"'{text[:40]}' is not the code of a currency", f"write three capitals: {meant}")
    return text


Currency = Annotated[Text, AfterValidator(_currency), WithJsonSchema({"$comment": "a currency"})]
