"""The kinds of files: plan, action and project, organisations, baseline, each a pydantic model."""

from typing import Literal

from pydantic import Field

from genderplan.model.entries import BaselineEntry, BaselineMilestone, Entry, Milestone
from genderplan.model.fields import Date, Day, Duration, FormatVersion, Id, OneOrMany, Text, WholeNumber
from genderplan.model.organisations import Holder, Organisation, Organisations
from genderplan.model.parts import (
    Cancellation,
    Dependency,
    EntryRevision,
    Partner,
    Revision,
    SourceReference,
    TextInput,
    TitledMapping,
    Update,
)
from genderplan.model.plan_parts import Acceptance, Aim, Closure, Objective, Period, Replacement, Source

__all__ = [
    "Acceptance",
    "Aim",
    "Baseline",
    "BaselineEntry",
    "BaselineHeader",
    "BaselineMilestone",
    "Cancellation",
    "Closure",
    "Dependency",
    "Entry",
    "EntryRevision",
    "Holder",
    "Milestone",
    "Objective",
    "Organisation",
    "Organisations",
    "Partner",
    "Period",
    "Plan",
    "Replacement",
    "Revision",
    "Source",
    "SourceReference",
    "TextInput",
    "Update",
]


class _Header(TitledMapping):
    """What a plan and the copy of it in a baseline begin with."""

    title: Text
    """The plan's title.

    Examples: "Equal pay and careers"
    """

    long_term_aim: Text | None = None
    """What the plan is for in the end, in a sentence.

    Examples: "Close the pay gap in every grade"
    """

    aims: tuple[Aim, ...] = ()
    """What the plan is for, point by point.

    Examples: [{"id": "know-the-gap", "title": "To know the pay gap of every grade"}]
    """

    objectives: tuple[Objective, ...] = ()
    """The groups of entries that reports are ordered by, in their order.

    Examples: [{"id": "data", "title": "Pay data"}, {"id": "careers", "title": "Careers"}]
    """


class Plan(_Header):
    """plan.yaml: a plan's title, aims, objectives, period, status date and policy."""

    genderplan: FormatVersion
    """The version of this format, always 1.

    Examples: 1
    """

    state: Literal["draft", "approved", "closed"] | None = None
    """How far the plan itself has come."""

    closed: Closure | None = None
    """Since when and why it is closed; a change (`--against`) that closes a plan has to say so.

    Examples: {"date": "2026-03-31", "reason": "The plan has run its time"}
    """

    renamed_from: OneOrMany[Text] = ()
    """The id, its folder's name, that the plan had before, so that it is found in a commit; or a list of them.

    Examples: "pay-2024", ["pay-2024", "pay-2023"]
    """

    period: Period | None = None
    """From when to when the plan runs; dates outside it are warned of.

    Examples: {"start": "2024-09", "end": "2026-03"}
    """

    status_date: Day | None = None
    """The day that counts as today for this plan. Left out: the real today.

    Examples: "2025-01-15"
    """

    tolerance: Duration | None = None
    """How much later than the baseline a date may be: up to this is amber, beyond it red. Left out: nothing.

    Examples: "1 month", "P30D"
    """

    max_revisions: WholeNumber | None = None
    """How often one agreed date may be revised; `--against` judges it. Left out: as often as there is a reason.

    Examples: 2
    """

    approvers: OneOrMany[Text] | None = None
    """The ids of the organisations that may agree to a new date. Left out: every organisation of kind board.

    Examples: "HR-Board", ["HR-Board", "Council"]
    """

    due_soon: Duration | None = None
    """How far ahead of the status date something counts as due. Left out: 30 days.

    Examples: "30 days", "P2W"
    """

    sources: tuple[Source, ...] = ()
    """The documents that entries quote.

    Examples: [{"id": "board-paper", "title": "Board paper 12: equal pay", "date": "2024-09-30"}]
    """

    accept: tuple[Acceptance, ...] = ()
    """Findings that are known and lived with.

    Examples: [{"code": "GP401", "where": "publish-gap#report", "reason": "The board knows", "until": "2025-06"}]
    """


class BaselineHeader(_Header):
    """The plan's heading as it was agreed: title and aims, no policy."""

    title: Text | None = None  # type: ignore[assignment]
    """The plan's title then.

    Examples: "Equal pay and careers"
    """


class Baseline(TitledMapping):
    """baselines/NAME.yaml: a frozen copy of what was agreed, without progress."""

    genderplan: FormatVersion
    """The version of this format, always 1.

    Examples: 1
    """

    name: Text | None = None
    """The file's own name without .yaml; it may be left out.

    Examples: "board-1"
    """

    title: Text | None = None
    """What the baseline is, in words.

    Examples: "As agreed by the board"
    """

    taken: Date | None = None
    """When it was agreed. The latest is the newest; those without a date are older than any with one.

    Examples: "2024-10-01"
    """

    replaced: tuple[Replacement, ...] = ()
    """Every time that it was taken anew under its name, the newest last.

    Examples: [{"date": "2025-02-01", "reason": "Two typing slips in titles"}]
    """

    plan: BaselineHeader | None = None
    """The plan's heading as it was agreed.

    Examples: {"title": "Equal pay and careers"}
    """

    entries: dict[Id, BaselineEntry] = Field(default_factory=dict)
    """The actions and projects as they were agreed, by their ids.

    Examples: {"publish-gap": {"kind": "action", "title": "To publish the pay gap by grade"}}
    """
