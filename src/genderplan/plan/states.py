"""Plans as they were: in baselines, in a commit, a folder or a file; what plans are held against."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.plan.comparison.pairing import former_plan
from genderplan.plan.organisations import Directory
from genderplan.plan.plans import Baseline, Plan, Tree
from genderplan.source.files import relative
from genderplan.source.kinds import ENDING, ENTRIES, IN_PLAN, SHARED_FOLDERS, Kind
from genderplan.text import printable

if TYPE_CHECKING:
    from genderplan.kinds.board.rows import BoardRow
    from genderplan.kinds.framework.rows import FrameworkRow


class Unread(NamedTuple):
    """A file of a plan that could not be read as it was: that of an entry, by its id, or another one; `file` is its
    name then. Where it `is_whole`, the plan could not be read.
    """

    plan: str
    entry: str | None
    file: str
    is_whole: bool


_NONE: Mapping[str, Any] = MappingProxyType({})


class State(NamedTuple):
    """What plans were once, by the ids that they have now, whatever they were then.

    `name` is how it was named: a baseline's name, `git:REV` or a path; None for the newest baseline of each plan.
    `baselines` are the plans as dates are held against them, each with its title and its day where these are known.
    `plans` has more of those of which more is known than a baseline keeps: progress, policy, their own baselines;
    `organisations` and `frameworks` are those of then, None where no tree was read, or that framework could not be.
    `day` is the one that was asked for, if one was.

    `gone` are the plans of which no file is left, by the files in which they would be. `left_out` are the files that
    could not be read, `unread` those of them that are of a plan. `elsewhere` are plans that are repositories of their
    own, of which another one says nothing. `missing_modules` are the submodules that are not here, each with its plan
    (or the folder that plans share; "" where all may be concerned) and why; `not_checked_out` the files that a sparse
    checkout leaves out, with their plans: they are not gone. `notes` are what a reader is to be told besides. `dated`
    are the plans of which nothing but the dates in their own files tells what they were. `boards` are those of then by
    the files in which they would be now, None where one could not be read. `is_alone` says that a plan was read without
    what plans share: of boards, and of organisations and frameworks that do not stand beside it, nothing is known then.
    """

    name: str | None = None
    baselines: Mapping[str, Baseline] = _NONE
    plans: Mapping[str, Plan] = _NONE
    organisations: Directory | None = None
    day: PlanDate | None = None
    gone: Mapping[str, Plan] = _NONE
    left_out: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    elsewhere: frozenset[str] = frozenset()
    missing_modules: tuple[tuple[str, str], ...] = ()
    not_checked_out: Mapping[str, str] = _NONE
    notes: tuple[str, ...] = ()

    frameworks: "Mapping[str, FrameworkRow | None] | None" = None

    dated: frozenset[str] = frozenset()

    boards: "Mapping[str, BoardRow | None]" = _NONE

    is_alone: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether all could be read."""
        return not self.left_out

    @property
    def is_tree(self) -> bool:
        """Whether whole plans were read, and not what a baseline keeps of them."""
        return self.organisations is not None

    def of(self, has_plan: Callable[[str], bool]) -> "State":
        """The same of some plans; of what may be of any plan ("") `has_plan` decides too."""
        return self._replace(
            baselines={plan: each for plan, each in self.baselines.items() if has_plan(plan)},
            plans={plan: each for plan, each in self.plans.items() if has_plan(plan)},
            gone={file: plan for file, plan in self.gone.items() if has_plan(plan.id)},
            unread=tuple(each for each in self.unread if has_plan(each.plan)),
            elsewhere=frozenset(filter(has_plan, self.elsewhere)),
            missing_modules=tuple(
                (plan, why) for plan, why in self.missing_modules if plan in SHARED_FOLDERS or has_plan(plan)
            ),
            not_checked_out={file: plan for file, plan in self.not_checked_out.items() if has_plan(plan)},
        )


def state_of_baselines(plans: Iterable[Plan], name: str | None = None) -> State:
    """Each plan as its baseline of a name has it, as its newest one where none is given."""
    found = {plan.id: plan.baseline_named(name) for plan in plans}
    return State(name, {plan: baseline for plan, baseline in found.items() if baseline})


def state_of_tree(
    then: Tree, now: Tree, root: Path, name: str, *, title: str | None = None, taken: PlanDate | None = None
) -> State:
    """The plans of a tree as what those of now, whose place is `root`, are held against."""
    former = {plan.id: former_plan(plan, now.plans, then.by_id) for plan in now.plans}
    plans = {plan: was for plan, was in former.items() if was}
    there = {*now.by_id, *now.files.values(), *(plan.id for plan in plans.values())}
    gone = (plan for plan in then.plans if plan.id not in there)
    return State(
        name,
        {plan: was.as_baseline(name, title, taken) for plan, was in plans.items()},
        plans,
        then.organisations,
        gone={printable(relative(root / plan.id / Kind.PLAN.path())): plan for plan in gone},
        left_out=then.left_out,
        unread=tuple(_unread(then)),
        frameworks={**dict.fromkeys(then.unread_frameworks), **then.frameworks_by_id},
        boards=dict(_boards(then, root)),
    )


def without_shared(state: State) -> State:
    """What was read of a plan alone: nothing is known of boards, nor of organisations where none stand beside it."""
    known = state.organisations if state.organisations and state.organisations.organisations else None
    return state._replace(organisations=known or Directory(readable=False), boards={}, is_alone=True)


def _boards(then: Tree, root: Path) -> "Iterator[tuple[str, BoardRow | None]]":
    for name in sorted({*then.boards_by_id, *then.unread_boards}):
        yield printable(relative(root / Kind.BOARD.path(name))), then.boards_by_id.get(name)


def _unread(then: Tree) -> Iterator[Unread]:
    """The files of plans that could not be read; of a plan that could not be read as a whole only that."""
    whole: set[str] = set()
    for file in then.left_out:
        plan = then.files.get(file, "")
        if plan in then.unread_plans and plan not in whole:
            whole.add(plan)
            yield Unread(plan, None, f"{file.rpartition(f'{plan}/')[0]}{plan}/{Kind.PLAN.path()}", True)
        elif plan and plan not in whole:
            folder, _, name = file.partition(f"{plan}/")[2].rpartition("/")
            is_entry = IN_PLAN.get(f"{folder.partition('/')[0]}/") in ENTRIES
            yield Unread(plan, name.removesuffix(ENDING) if is_entry else None, file, False)
