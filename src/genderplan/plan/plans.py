"""Plans, their baselines and the tree that holds them: immutable, indexed by id."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import NOTHING, Length
from genderplan.errors import UsageError
from genderplan.findings import Finding, is_unreadable
from genderplan.kinds.baseline.rows import ReplacementRow
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.plan.rows import (
    AcceptanceRow,
    BudgetRow,
    ClosureRow,
    DocumentRow,
    DutyRow,
    ObjectiveRow,
    PublicationRow,
    TitledRow,
)
from genderplan.kinds.shared.answer_rows import AnswerRow
from genderplan.kinds.shared.support_rows import SupportRow
from genderplan.plan.items import Entries, all_items
from genderplan.plan.organisations import Directory
from genderplan.source.places import Places
from genderplan.suggestions import unknown

if TYPE_CHECKING:
    from genderplan.kinds.assessment.rows import AssessmentRow
    from genderplan.kinds.board.rows import BoardRow
    from genderplan.kinds.framework.rows import FrameworkRow
    from genderplan.kinds.glossary.rows import GlossaryRow
    from genderplan.kinds.indicator.rows import IndicatorRow
    from genderplan.kinds.register.rows import RegisterRow

DUE_SOON = Length(30, "D")
"""How far ahead a milestone is `due` where a plan does not say."""


@dataclass(frozen=True)
class Baseline(Entries):
    """What was agreed: entries frozen under a name. `title` and `long_term_aim` are the plan's of then.

    `unread` are the ids of entries that it has and that could not be read.
    """

    plan: str
    name: str
    title: str | None
    taken: PlanDate | None
    replaced: tuple[ReplacementRow, ...]
    plan_title: str | None
    long_term_aim: str | None
    aims: tuple[TitledRow, ...]
    objectives: tuple[ObjectiveRow, ...]
    entries: tuple[EntryRow, ...]
    file: str
    unread: frozenset[str] = frozenset()
    indicators: "tuple[IndicatorRow, ...]" = ()

    @property
    def age(self) -> tuple[int, str]:
        """The newest has the largest `taken`, then the last name; one that is not dated is older than any dated."""
        return (self.taken.last if self.taken else 0, self.name)

    def over(self, plan: "Plan") -> "Plan":
        """A plan as this baseline has it: its heading and entries, under the plan's own policy."""
        return replace(
            plan,
            title=self.plan_title or plan.title,
            long_term_aim=self.long_term_aim,
            aims=self.aims,
            objectives=self.objectives,
            entries=self.entries,
            unread=self.unread,
            indicators=self.indicators,
        )


@dataclass(frozen=True)
class Plan(Entries):
    """One plan as read; entries stand in their order: actions before projects, then by objective and `order`.

    `approvers` is None where plan.yaml does not say who may agree to a new date; `unread` are the ids of entries and
    indicators that could not be read; `organisations` are all of the tree that the plan is in.
    """

    id: str
    title: str
    state: str | None
    closed: ClosureRow | None
    renamed_from: tuple[str, ...]
    long_term_aim: str | None
    aims: tuple[TitledRow, ...]
    objectives: tuple[ObjectiveRow, ...]
    start: PlanDate | None
    end: PlanDate | None
    status_date: PlanDate | None
    tolerance: Length | None
    max_revisions: int | None
    approvers: tuple[str, ...] | None
    due_soon: Length
    sources: tuple[DocumentRow, ...]
    accepted: tuple[AcceptanceRow, ...]
    note: str | None
    tags: tuple[str, ...]
    extra: Mapping[str, Any]
    entries: tuple[EntryRow, ...]
    baselines: tuple[Baseline, ...]
    file: str
    places: Places
    unread: frozenset[str] = frozenset()
    organisations: Directory = field(default=Directory(), compare=False, repr=False)
    indicators: "tuple[IndicatorRow, ...]" = ()
    currency: str | None = None
    budget: tuple[BudgetRow, ...] = ()

    @cached_property
    def indicators_by_id(self) -> "Mapping[str, IndicatorRow]":
        return {indicator.id: indicator for indicator in self.indicators}

    def all_indicators(self) -> "Iterator[IndicatorRow]":
        """The indicators of the plan and those of its baselines."""
        yield from self.indicators
        for baseline in self.baselines:
            yield from baseline.indicators

    leads: tuple[str, ...] = ()
    answers: tuple[AnswerRow, ...] = ()
    follows: tuple[str, ...] = ()
    publications: tuple[PublicationRow, ...] = ()
    duties: tuple[DutyRow, ...] = ()

    registers: "tuple[RegisterRow, ...]" = ()
    assessments: "tuple[AssessmentRow, ...]" = ()

    @cached_property
    def registers_by_id(self) -> "Mapping[str, RegisterRow]":
        return {register.id: register for register in self.registers}

    @cached_property
    def assessments_by_id(self) -> "Mapping[str, AssessmentRow]":
        return {assessment.id: assessment for assessment in self.assessments}

    def all_entries(self) -> Iterator[EntryRow]:
        """The entries of the plan and those of its baselines."""
        yield from self.entries
        for baseline in self.baselines:
            yield from baseline.entries

    @cached_property
    def known_ids(self) -> frozenset[str]:
        """The ids of the entries, milestones (`entry#milestone`), indicators and other files, also of baselines."""
        items = (item.id_in_plan for item in all_items(self.all_entries()))
        registers, assessments = (each.id for each in self.registers), (each.id for each in self.assessments)
        listed = (f"{each.id}#{item.id}" for each in self.registers for item in each.items)
        return frozenset((*items, *(each.id for each in self.all_indicators()), *registers, *listed, *assessments))

    @cached_property
    def approver_ids(self) -> frozenset[str] | None:
        """Who may agree to a new date, as a set to look in; None where plan.yaml does not say."""
        return None if self.approvers is None else frozenset(self.approvers)

    @property
    def baseline(self) -> Baseline | None:
        """The newest baseline."""
        return self.baselines[0] if self.baselines else None

    def baseline_named(self, name: str | None) -> Baseline | None:
        """The baseline of a name, the newest where none is given."""
        if name is None:
            return self.baseline
        return next((baseline for baseline in self.baselines if baseline.name == name), None)

    @property
    def slack(self) -> Length:
        """The tolerance, nothing where none is set."""
        return self.tolerance or NOTHING

    def as_baseline(self, name: str, title: str | None = None, taken: PlanDate | None = None) -> Baseline:
        """The plan as something that another state of it can be held against."""
        return Baseline(
            plan=self.id,
            name=name,
            title=title,
            taken=taken,
            replaced=(),
            plan_title=self.title,
            long_term_aim=self.long_term_aim,
            aims=self.aims,
            objectives=self.objectives,
            entries=self.entries,
            file=self.file,
            unread=self.unread,
            indicators=self.indicators,
        )

    @cached_property
    def objective_supports(self) -> Mapping[str, tuple[SupportRow, ...]]:
        """What objectives support, and their entries with them; those alone that support anything."""
        return {objective.id: objective.supports for objective in self.objectives if objective.supports}

    @cached_property
    def objective_titles(self) -> Mapping[str, str]:
        return {objective.id: objective.title for objective in self.objectives}


@dataclass(frozen=True)
class Tree:
    """Everything read under one folder.

    `findings` are those of reading (GP0, GP1); `files` has all YAML files met, each with the plan in whose folder
    it is, "" for what all plans share; `unread_entries`, `unread_plans`, `unread_frameworks` and `unread_boards` could
    not be read. `glossary` is None where there is none that could. `boards_away` are those of which a sparse checkout
    leaves out the files.
    """

    plans: tuple[Plan, ...]
    organisations: Directory
    findings: tuple[Finding, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    unread_entries: frozenset[tuple[str, str]] = frozenset()
    unread_plans: frozenset[str] = frozenset()
    default_plan: str | None = None

    frameworks: "tuple[FrameworkRow, ...]" = ()
    unread_frameworks: frozenset[str] = frozenset()

    boards: "tuple[BoardRow, ...]" = ()
    unread_boards: frozenset[str] = frozenset()
    glossary: "GlossaryRow | None" = None

    boards_away: frozenset[str] = frozenset()

    @cached_property
    def meanings(self) -> Mapping[str, str]:
        """What acronyms stand for, by the acronym; of none where there is no glossary."""
        return {each.acronym: each.meaning for each in self.glossary.acronyms} if self.glossary else {}

    @cached_property
    def boards_by_id(self) -> "Mapping[str, BoardRow]":
        return {board.id: board for board in self.boards}

    @cached_property
    def boards_serving(self) -> Mapping[str, tuple[str, ...]]:
        """The boards that serve each board, by their ids."""
        found: dict[str, tuple[str, ...]] = {}
        for board in self.boards:
            if board.serves:
                found[board.serves] = (*found.get(board.serves, ()), board.id)
        return found

    @cached_property
    def by_id(self) -> Mapping[str, Plan]:
        return {plan.id: plan for plan in self.plans}

    def plan_id(self, name: str) -> str:
        """The id of a plan, also of one that could not be read, by its id in any case. Raises UsageError for none."""
        known = {each.casefold(): each for each in (*self.by_id, *self.unread_plans)}
        if name.casefold() not in known:
            raise UsageError(unknown("plan", name, known.values()))
        return known[name.casefold()]

    @cached_property
    def frameworks_by_id(self) -> "Mapping[str, FrameworkRow]":
        return {framework.id: framework for framework in self.frameworks}

    @cached_property
    def left_out(self) -> tuple[str, ...]:
        """The files that are in no answer: what could not be read, and all files of a plan that could not."""
        bad = {found.file for found in self.findings if is_unreadable(found.code)}
        lost = {file for file, plan in self.files.items() if plan in self.unread_plans}
        return tuple(sorted(bad | lost))
