"""Records of plans, of their objectives and of organisations: the contract's fields, in their order."""

from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.kinds.organisations.rows import HolderRow, MembershipRow
from genderplan.kinds.shared.answer_rows import AnswerRow
from genderplan.standing.records.items import Tally
from genderplan.standing.standings import Rag


class ObjectiveRecord(NamedTuple):
    """`actions` and `milestones` are numbers of both; `counts` has its projects too."""

    plan: str
    """The plan's id."""
    id: str
    """The id."""
    title: str
    """The title, in the words of the document."""
    rag: Rag | None
    """red, amber, green, or blue for complete; the worst of its parts; null where there is none."""
    actions: int
    """How many actions it has."""
    milestones: int
    """How many milestones its actions and projects have."""
    counts: Tally
    """How many entries, and how many milestones, have each status: each once, done or not."""

    leads: tuple[str, ...]
    """The ids of the organisations that answer for it as a whole."""
    part_of: str | None
    """The id of the objective that it is part of; null where it is part of none."""


class OrganisationRecord(NamedTuple):
    id: str
    """The id."""
    name: str | None
    """The name in full; null where no document spells it."""
    aliases: tuple[str, ...]
    """Other names that documents use."""
    kind: str
    """unit, post, person, partner or board."""
    part_of: str | None
    """The id of the organisation that it belongs to on the status date, the one named last of several."""
    holders: tuple[HolderRow, ...]
    """Who holds the post."""
    file: str
    """The file, relative to the current folder, with slashes."""
    line: int
    """The line in the file, from 1."""

    memberships: tuple[MembershipRow, ...]
    """Every organisation that it belongs to or did, with from when and until when."""


class TitleRecord(NamedTuple):
    id: str
    """The id."""
    title: str
    """The title, in the words of the document."""


class PeriodRecord(NamedTuple):
    start: PlanDate | None
    """When it begins."""
    end: PlanDate | None
    """When it ends."""


class PlanRecord(NamedTuple):
    """`baselines` are names, the newest first."""

    id: str
    """The id."""
    title: str
    """The title, in the words of the document."""
    state: str | None
    """draft, approved or closed."""
    long_term_aim: str | None
    """What the plan is for in the end."""
    aims: tuple[TitleRecord, ...]
    """What the plan is for, point by point."""
    period: PeriodRecord | None
    """From when to when the plan runs."""
    as_of: PlanDate
    """The status date: the day on which the plan is judged."""
    as_of_from: str
    """Where the status date comes from: option, environment, plan or today."""
    tolerance: Length | None
    """How much later than the baseline a date may be and not be red."""
    baselines: tuple[str, ...]
    """The names of the baselines, the newest first."""
    rag: Rag | None
    """red, amber, green, or blue for complete; the worst of its parts; null where there is none."""
    counts: Tally
    """How many entries, and how many milestones, have each status: each once, done or not."""
    file: str
    """The file, relative to the current folder, with slashes."""

    leads: tuple[str, ...]
    """The ids of the organisations that answer for the plan as a whole."""
    answers: tuple[AnswerRow, ...]
    """The entries of other plans that the plan delivers as a whole."""
