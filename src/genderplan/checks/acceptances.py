"""Findings that a plan accepts, and acceptances that are themselves worth a finding."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from genderplan.checks.context import Context
from genderplan.findings import Finding, finding, in_order
from genderplan.model.dates import PlanDate
from genderplan.plan.rows import AcceptanceRow
from genderplan.plan.whole import Baseline, Plan
from genderplan.suggestions import did_you_mean

_OF_A_DAY = ("GP4", "GP501", "GP512")
_OF_DATES_SINCE = ("GP502", "GP503", "GP505", "GP508", "GP509")
_OF_PLANS_SINCE = ("GP504", "GP506", "GP507")
"""What a baseline tells nothing of: it keeps no completion, and no other baseline."""

CHANGES = frozenset((*_OF_DATES_SINCE, *_OF_PLANS_SINCE))
"""Codes of what changed since what a plan is held against."""

_OF_REMOVALS = ("GP505", "GP506", "GP512")
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

    `where` names an entry, whose milestones are meant too, one milestone as `entry#milestone`, or `plan.yaml`. What
    names none of them accepts nothing: the finding that was to be accepted stays. GP505, GP506 and GP512 alone may be
    accepted of what was removed.

    Mend: write the id as the entry or the milestone has it, or remove the acceptance.
    """
    for plan in context.plans:
        for index, each in enumerate(plan.accepted):
            if each.code not in _OF_REMOVALS and not _is_there(plan, each.where, context):
                place = plan.places.position(("accept", index, "where"))
                hint = did_you_mean(each.where, _known(plan))
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
        naming = [each for each in self.acceptances if self._names(each, found) and not self.is_old(each)]
        chosen = min(naming, key=self.has_expired, default=None)
        if chosen is not None:
            self.used.add((chosen.plan.id, chosen.number))
        return chosen

    def with_hint(self, found: Finding) -> Finding:
        """A finding; where an acceptance of an earlier change names it, its hint says that."""
        if not any(self._names(each, found) for each in self.acceptances):
            return found
        return _hinted(found, "the acceptance in plan.yaml is of an earlier change")

    def is_old(self, acceptance: _Acceptance) -> bool:
        """Whether it accepts a change since then, and was there then."""
        before = self.context.before.plans.get(acceptance.plan.id) if self.context.before else None
        is_of_changes = acceptance.row.code in CHANGES
        return is_of_changes and before is not None and acceptance.row in before.accepted

    @staticmethod
    def _names(acceptance: _Acceptance, found: Finding) -> bool:
        return acceptance.row.code == found.code and _is_at(found, acceptance.plan, acceptance.row.where)

    def judges(self, plan: Plan, code: str) -> bool:
        """Whether this run would find all findings of a code in a plan."""
        before = self.context.before
        if code in _OF_DATES_SINCE:
            return before is not None and before.is_whole and plan.id in before.baselines
        if code in _OF_PLANS_SINCE:
            return before is not None and before.is_whole and plan.id in before.plans
        return self.dates or not code.startswith(_OF_A_DAY)

    def has_expired(self, acceptance: _Acceptance) -> bool:
        until = acceptance.row.until
        return until is not None and self._days.get(acceptance.plan.id, 0) > until.last


def acceptances_not_needed(book: _Book) -> Iterator[Finding]:
    """GP702: an acceptance that nothing needs.

    What it accepts is mended, was never there, or is accepted already. Left standing, it would hide the next finding of
    its code in that place. One of a code that `check` alone finds, GP4, GP501 and GP512, is judged by it alone, one of
    GP502 to GP509 only with `--against`, and only in the change that it came with: it holds for no later one, and may
    stay.

    Mend: remove the acceptance from plan.yaml.
    """
    tree = book.context.tree
    unread = {tree.files.get(file, "") for file in tree.left_out}
    for plan, number, row in book.acceptances:
        if not unread.isdisjoint(("", plan.id)):
            continue  # what could not be read may be why nothing is found
        if book.is_old(_Acceptance(plan, number, row)):
            continue  # it hides nothing any more, and says what was accepted once
        is_needless = (plan.id, number) not in book.used and book.judges(plan, row.code)
        if is_needless and (row.code in _OF_REMOVALS or _is_in(plan, row.where)):
            message = f"nothing needs the acceptance of {row.code} at {row.where}"
            place = plan.places.position(("accept", number))
            yield finding("GP702", message, plan.file, place, entry=_full_id(plan, row), hint="remove it")


def _is_at(found: Finding, plan: Plan, where: str) -> bool:
    if where == _PLAN_FILE:
        return found.entry is None and found.file in {plan.file, *(each.file for each in plan.baselines)}
    owner = f"{plan.id}/{where}"
    return found.entry is not None and (found.entry == owner or found.entry.startswith(f"{owner}#"))


_PLAN_FILE = "plan.yaml"


def _is_there(plan: Plan, where: str, context: Context) -> bool:
    """Whether a place is in the plan, or might be in a file that could not be read."""
    return _is_in(plan, where) or (plan.id, where.partition("#")[0]) in context.tree.unread_entries


def _is_in(plan: Plan, where: str) -> bool:
    """Whether a place is in the plan, or in what a baseline keeps of it."""
    entry, hash_mark, milestone = where.partition("#")
    kept: tuple[Plan | Baseline, ...] = (plan, *plan.baselines)
    if hash_mark:
        return any((entry, milestone) in each.milestones_by_id for each in kept)
    return where == _PLAN_FILE or any(entry in each.by_id for each in kept)


def _known(plan: Plan) -> Iterator[str]:
    yield _PLAN_FILE
    yield from plan.by_id
    for entry, milestone in plan.milestones_by_id:
        yield f"{entry}#{milestone}"


def _full_id(plan: Plan, acceptance: AcceptanceRow) -> str | None:
    return None if acceptance.where == _PLAN_FILE else f"{plan.id}/{acceptance.where}"


def _expired(found: Finding, acceptance: AcceptanceRow) -> Finding:
    return _hinted(found, f"accepted until {acceptance.until}, which has passed")


def _hinted(found: Finding, hint: str) -> Finding:
    return found._replace(hint=f"{found.hint}; {hint}" if found.hint else hint)
