"""Findings that a plan accepts, and acceptances that are themselves worth a finding."""

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import NamedTuple

from genderplan.checks.context import Context
from genderplan.dates.forms import PlanDate
from genderplan.findings import Finding, finding, in_order
from genderplan.kinds.plan.rows import AcceptanceRow
from genderplan.plan.plans import Plan
from genderplan.source.kinds import Kind
from genderplan.suggestions import Suggestions

_OF_A_DAY = ("GP4", "GP501", "GP512")
_OF_DATES_SINCE = ("GP502", "GP503", "GP505", "GP508", "GP509", "GP511", "GP530")
_OF_PLANS_SINCE = ("GP504", "GP506", "GP507", "GP510", "GP520")
"""What a baseline tells nothing of: it keeps no completion, no policy, and no other baseline."""

CHANGES = frozenset((*_OF_DATES_SINCE, *_OF_PLANS_SINCE))
"""Codes of what changed since what a plan is held against."""

_OF_REMOVALS = ("GP505", "GP506", "GP512", "GP530")
"""Codes that what is not there any more can have."""


class Accepted(NamedTuple):
    """A finding that its plan accepts, and why."""

    finding: Finding
    reason: str
    until: PlanDate | None


def acceptance_without_reason(context: Context) -> Iterator[Finding]:
    """GP701: an acceptance without a reason.

    Nobody can tell later whether it still holds, and whoever reads the plan cannot judge it. So it counts for nothing,
    and the finding that it would accept stays.

    Mend: say in a few words under `reason` why the plan lives with the finding.
    """
    for plan in context.plans:
        for index, each in enumerate(plan.accepted):
            if each.reason is None:
                place = plan.places.position(("accept", index))
                message = f"{each.code} at {each.where} is accepted without a reason"
                yield finding("GP701", message, plan.file, place, entry=_full_id(plan, each), hint="give a reason")


def acceptance_of_nothing(context: Context) -> Iterator[Finding]:
    """GP207: an acceptance of what is not in the plan.

    `where` names an entry, whose milestones are meant too, one milestone as `entry#milestone`, an indicator, an
    assessment, a register (an item as `register#item`), a board as `board:EODB` (what its file lists as
    `board:EODB#survey`), or `plan.yaml`. What names none of them accepts nothing: the finding that was to be accepted
    stays. GP505, GP506, GP512 and GP530 alone may be accepted of what was removed.

    Mend: write the id as the entry or the milestone has it, or remove the acceptance.
    """
    of_boards = Suggestions(map(_BOARD.__add__, context.board_ids))
    for plan in context.plans:
        of_plan = Suggestions(_known(plan))
        for index, each in enumerate(plan.accepted):
            if each.code not in _OF_REMOVALS and not _is_there(plan, each.where, context):
                place = plan.places.position(("accept", index, "where"))
                suggestions = of_boards if each.where.startswith(_BOARD) else of_plan
                hint = suggestions.did_you_mean(each.where)
                yield finding("GP207", f"nothing is named '{each.where}'", plan.file, place, hint=hint)


def sort_out(
    findings: Sequence[Finding], context: Context, *, dates: bool
) -> tuple[tuple[Finding, ...], tuple[Accepted, ...]]:
    """The findings that stand, and those that are accepted; with `dates`, only until the day an acceptance gives.

    Among the first are acceptances that accept nothing.
    """
    book = _Book(context, dates=dates)
    if not book.acceptances:
        return tuple(findings), ()
    standing: list[Finding] = []
    accepted: list[Accepted] = []
    for found in findings:
        acceptance = book.acceptance_of(found)
        if acceptance is None:
            standing.append(book.with_hint(found))
        elif book.has_expired(acceptance):
            standing.append(_expired(found, acceptance.row))
        else:
            accepted.append(Accepted(found, acceptance.row.reason or "", acceptance.row.until))
    return in_order((*standing, *acceptances_not_needed(book))), tuple(accepted)


class _Acceptance(NamedTuple):
    """One acceptance in its plan, and its place in the plan's list."""

    plan: Plan
    number: int
    row: AcceptanceRow


_Key = tuple[str, str]
"""A code, and the full id or the file that has its findings."""


def _keys(found: Finding) -> tuple[_Key, ...]:
    """What an acceptance of a finding may name: its milestone, its entry; else its file."""
    if found.entry is None:
        return ((found.code, found.file),)
    return tuple((found.code, owner) for owner in dict.fromkeys((found.entry, found.entry.partition("#")[0])))


def _places(acceptance: _Acceptance) -> Iterator[_Key]:
    """What an acceptance names: an entry or a milestone; something of a board; or the files of its plan."""
    plan, _, (code, where, *_) = acceptance
    if where != _PLAN_FILE:
        yield code, _named(plan, where)
        return
    for file in (plan.file, *(baseline.file for baseline in plan.baselines)):
        yield code, file


class _Book:
    """The acceptances that have a reason, and which of them a finding has used."""

    def __init__(self, context: Context, *, dates: bool) -> None:
        self.context = context
        self.dates = dates
        self.acceptances = [
            _Acceptance(plan, number, row)
            for plan in context.plans
            for number, row in enumerate(plan.accepted)
            if row.reason is not None
        ]
        self.used: set[tuple[str, int]] = set()
        self._days = {each.plan.id: each.as_of.day.last for each in context.standings} if dates else {}

    def acceptance_of(self, found: Finding) -> _Acceptance | None:
        """The first that names a finding's code and place and has not ended, else the first that has.

        None of what changed since that was there before: it is of an earlier change.
        """
        naming = [self._by_place[key] for key in _keys(found) if key in self._by_place]
        chosen = min(naming, key=self._precedence, default=None)
        if chosen is not None:
            self.used.add((chosen.plan.id, chosen.number))
        return chosen

    def with_hint(self, found: Finding) -> Finding:
        """A finding; where an acceptance of an earlier change names it, its hint says that."""
        if self._old.isdisjoint(_keys(found)):
            return found
        return _hinted(found, "the acceptance in plan.yaml is of an earlier change")

    def is_old(self, acceptance: _Acceptance) -> bool:
        """Whether it accepts a change since then, and was there then."""
        return acceptance.row.code in CHANGES and acceptance.row in self._accepted_then.get(acceptance.plan.id, ())

    @cached_property
    def _accepted_then(self) -> Mapping[str, frozenset[AcceptanceRow]]:
        """What plans accepted before, by their ids."""
        before = self.context.before.plans if self.context.before else {}
        return {name: frozenset(plan.accepted) for name, plan in before.items()}

    @cached_property
    def _by_place(self) -> Mapping[_Key, _Acceptance]:
        """For each code and place, the acceptance that counts there."""
        ordered = sorted(self.acceptances, key=self._precedence, reverse=True)
        chosen = {(each.plan.id, each.row.code, each.row.where): each for each in ordered if not self.is_old(each)}
        return {key: each for each in chosen.values() for key in _places(each)}

    @cached_property
    def _old(self) -> Set[_Key]:
        """The codes and places of acceptances of earlier changes."""
        return {key for each in self.acceptances if self.is_old(each) for key in _places(each)}

    def _precedence(self, acceptance: _Acceptance) -> tuple[bool, int]:
        """What has not ended comes first, then what stands first."""
        return self.has_expired(acceptance), acceptance.number

    def judges(self, plan: Plan, row: AcceptanceRow) -> bool:
        """Whether this run would find all findings that an acceptance of a plan names."""
        before, code = self.context.before, row.code
        if code in CHANGES and row.where.startswith(_BOARD):
            return before is not None and before.is_whole and before.is_tree and not before.is_alone
        if code in _OF_PLANS_SINCE or (code in CHANGES and row.where == _PLAN_FILE):
            return before is not None and before.is_whole and plan.id in before.plans
        if code in _OF_DATES_SINCE:
            return before is not None and before.is_whole and plan.id in before.baselines
        return self.dates or not code.startswith(_OF_A_DAY)

    def has_expired(self, acceptance: _Acceptance) -> bool:
        until = acceptance.row.until
        return until is not None and self._days.get(acceptance.plan.id, 0) > until.last


def acceptances_not_needed(book: _Book) -> Iterator[Finding]:
    """GP702: an acceptance that nothing needs.

    What it accepts is mended, was never there, or is accepted already. Left standing, it would hide the next finding of
    its code in that place. One of a code that `check` alone finds, GP4, GP501 and GP512, is judged by it alone, one of
    GP502 to GP530 only with `--against`, and only in the change that it came with: it holds for no later one,
    and may stay.

    Mend: remove the acceptance from plan.yaml.
    """
    tree = book.context.tree
    unread = {tree.files.get(file, "") for file in tree.left_out}
    for plan, number, row in book.acceptances:
        if not unread.isdisjoint(("", plan.id)):
            continue  # what could not be read may be why nothing is found
        if book.is_old(_Acceptance(plan, number, row)):
            continue  # it hides nothing any more, and says what was accepted once
        is_needless = (plan.id, number) not in book.used and book.judges(plan, row)
        if is_needless and (row.code in _OF_REMOVALS or _is_in(plan, row.where, book.context)):
            message = f"nothing needs the acceptance of {row.code} at {row.where}"
            place = plan.places.position(("accept", number))
            yield finding("GP702", message, plan.file, place, entry=_full_id(plan, row), hint="remove it")


_PLAN_FILE = Kind.PLAN.path()
_BOARD = "board:"
"""What stands before the id of a board, or of something that is a board's."""


def _is_there(plan: Plan, where: str, context: Context) -> bool:
    """Whether a place is in the plan, or might be in a file that could not be read, or is not checked out."""
    tree, owner = context.tree, where.partition("#")[0]
    is_unread = (plan.id, owner) in tree.unread_entries
    return (
        is_unread or _is_in(plan, where, context) or owner.removeprefix(_BOARD) in tree.unread_boards | tree.boards_away
    )


def _is_in(plan: Plan, where: str, context: Context) -> bool:
    """Whether a place is in the plan, or in what a baseline keeps of it; or of a board."""
    if where.startswith(_BOARD):
        return where.removeprefix(_BOARD) in context.board_ids
    return where == _PLAN_FILE or where in plan.known_ids


def _known(plan: Plan) -> Iterator[str]:
    yield _PLAN_FILE
    yield from plan.by_id
    yield from plan.indicators_by_id
    yield from plan.assessments_by_id
    for entry, milestone in plan.milestones_by_id:
        yield f"{entry}#{milestone}"


def _full_id(plan: Plan, acceptance: AcceptanceRow) -> str | None:
    return None if acceptance.where == _PLAN_FILE else _named(plan, acceptance.where)


def _named(plan: Plan, where: str) -> str:
    """The full id that a place means: of a plan's own, or of a board's, which is of no plan."""
    return where.removeprefix(_BOARD) if where.startswith(_BOARD) else f"{plan.id}/{where}"


def _expired(found: Finding, acceptance: AcceptanceRow) -> Finding:
    return _hinted(found, f"accepted until {acceptance.until}, which has passed")


def _hinted(found: Finding, hint: str) -> Finding:
    return found._replace(hint=f"{found.hint}; {hint}" if found.hint else hint)
