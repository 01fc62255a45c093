"""Gaps of a comparison: what there is nothing to hold against, though there was something."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from genderplan.checks.context import Context, one_line
from genderplan.findings import START_OF_FILE, Finding, finding
from genderplan.kinds.entry.rows import EntryRow
from genderplan.plan.plans import Plan, Tree
from genderplan.plan.states import State, Unread
from genderplan.source.kinds import Kind

_HINT = "look at what changed"


def not_compared(context: Context) -> Iterator[Finding]:
    """GP509: nothing to compare with.

    What `--against` names has a file of this plan, of a board, or of a framework that the plan follows, or an
    organisations.yaml, that could not be read. So nothing says what was agreed there, and a date may have moved, or be
    gone, without anybody seeing it; or more may approve now, or less is asked for.

    Mend: look at what changed in the file, and accept this in plan.yaml with what you saw; or hold the plan against an
    earlier state that can be read. With the next change it is gone.
    """
    plans = {plan.id: plan for plan in context.plans}
    for each in context.before.unread if context.before else ():
        plan = plans.get(each.plan)
        entry = _entry_now(plan, each) if plan else None
        if entry:
            message = f"the entry could not be read as it was: {one_line(entry.title)}"
            yield finding("GP509", message, entry.file, START_OF_FILE, entry=entry.full_id(), hint=_HINT)
        elif not _is_unread_still(context.tree, each):
            what = "the plan" if each.is_whole else each.file
            message = f"{what} could not be read as it was"
            yield finding("GP509", message, plan.file if plan else each.file, START_OF_FILE, hint=_HINT)
    for file, board in context.before.boards.items() if context.before else ():
        name = PurePosixPath(file).stem
        if board is None and name not in context.tree.unread_boards:
            yield finding("GP509", "the board could not be read as it was", file, START_OF_FILE, entry=name, hint=_HINT)
    if context.before:
        for held in context.held:
            yield from _shared(context.tree, held.plan, context.before)


def _shared(now: Tree, plan: Plan, before: State) -> Iterator[Finding]:
    """What a plan shares with others and is judged by, could not be read then, and can be now."""
    directory, frameworks = before.organisations, before.frameworks or {}
    if directory and now.organisations.readable and not (directory.readable or before.is_alone):
        message = f"{Kind.ORGANISATIONS.path()} could not be read as it was"
        yield finding("GP509", message, plan.file, START_OF_FILE, hint=_HINT)
    for index, name in enumerate(plan.follows):
        if name in now.frameworks_by_id and frameworks.get(name, name) is None:
            place = plan.places.position(("follows", index))
            yield finding("GP509", f"{name} could not be read as it was", plan.file, place, hint=_HINT)


def _entry_now(plan: Plan, unread: Unread) -> EntryRow | None:
    """The entry that a file which could not be read was of."""
    found = (entry for entry in plan.entries if unread.entry in (entry.id, *entry.renamed_from))
    return next(found, None) if unread.entry else None


def _is_unread_still(now: Tree, unread: Unread) -> bool:
    """Whether the same file cannot be read now either, which is told already."""
    below = unread.file.partition(f"{unread.plan}/")[2]
    return any(now.files.get(file) == unread.plan and file.endswith(f"/{below}") for file in now.left_out)
