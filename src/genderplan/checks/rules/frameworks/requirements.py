"""Requirements of frameworks: what a plan that follows one has to have."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from genderplan.checks.context import Context
from genderplan.checks.fulfilment import Fulfilment
from genderplan.findings import Finding, Position, finding
from genderplan.kinds.entry.rows import EntryRow
from genderplan.plan.plans import Plan
from genderplan.plan.supports import is_served, supporters_of, supports_of
from genderplan.standing.progress import state_on_the_day
from genderplan.standing.standings import EntryStanding
from genderplan.text import one_line

if TYPE_CHECKING:
    from genderplan.kinds.framework.rows import FrameworkRow, RuleRow


class _Followed(NamedTuple):
    """A framework that a plan follows, and where the plan says so."""

    framework: "FrameworkRow"
    plan: Plan
    position: Position

    def finding(self, code: str, message: str, hint: str | None) -> Finding:
        return finding(code, one_line(message), self.plan.file, self.position, hint=hint)


def _followed(context: Context) -> Iterator[tuple[Plan, list[_Followed]]]:
    """Each plan with the frameworks that it follows; of a plan with files that could not be read nothing is missing."""
    known = context.tree.frameworks_by_id
    for plan in context.plans:
        if plan.follows and context.is_all_read(plan):
            places = ((name, plan.places.position(("follows", index))) for index, name in enumerate(plan.follows))
            yield plan, [_Followed(known[name], plan, place) for name, place in places if name in known]


def mandatory_section(context: Context) -> Iterator[Finding]:
    """GP610: a mandatory section that nothing supports.

    The plan follows the framework, which has the section as mandatory, and no entry of the plan that is open or
    complete supports it, by itself or with its objective. Whoever judges the plan by the framework will miss it. What
    supports a part of a section does not support the section.

    Example: frameworks/equality-standard.yaml has the section `leadership` with `importance: mandatory`.

    Mend: name the section under `supports` of the entry that serves it, or begin one. Where the plan need not have it,
    accept the finding at plan.yaml with the reason.
    """
    for plan, followed in _followed(context):
        by_section = supporters_of(plan)
        for each in followed:
            missing = (section for section in each.framework.mandatory if not is_served(by_section, section.full_id()))
            for section in islice(missing, _MOST_MISSING):
                message = f"no entry supports the mandatory section {section.full_id()}: {section.title}"
                hint = f"write 'supports: {section.full_id()}' in the entry that serves it"
                yield each.finding("GP610", message, hint)


_MOST_MISSING = 100
"""Whoever follows a framework of which more is missing has not begun to."""


def entry_without_section(context: Context) -> Iterator[Finding]:
    """GP611: an entry that supports no section asked for.

    The plan follows a framework that says (`every_entry`) that each entry refers to one of its sections, and this one
    refers to none, neither by itself nor with its objective.

    Example: frameworks/equality-standard.yaml has `every_entry: true` and one section, `leadership`.

    Mend: name the section under `supports`.
    """
    for plan, followed in _followed(context):
        asking = {each.framework.id: None for each in followed if each.framework.every_entry}
        for entry in plan.entries if asking else ():
            named = {name.partition("/")[0] for name, _ in supports_of(plan, entry)}
            missing = [name for name in asking if name not in named]
            if missing and entry.cancelled is None:
                message = f"supports no section of {' or '.join(missing)}"
                yield finding("GP611", message, entry.file, entry.position, entry=entry.full_id())


def rule_not_met(context: Context) -> Iterator[Finding]:
    """GP612: a rule of a framework that is not met.

    The plan follows a framework that asks for so many different entries of a sort, or for one of each of several sorts,
    and has fewer. An entry that would do for two of them counts for one: they are matched so that as many count as can.

    Example: frameworks/pay-duty.yaml has a rule that asks for two different actions, one with the tag `pay-gap` and one
    with the tag `menopause`.

    Mend: begin what is missing, or give an entry the section or the tag that it has in fact.
    """
    for plan, followed in _followed(context):
        for each in followed:
            rules = [rule for rule in each.framework.rules if not rule.is_of_a_day]
            if rules:
                yield from _not_met("GP612", each, rules, Fulfilment(plan, each.framework))


def rule_not_met_on_the_day(context: Context) -> Iterator[Finding]:
    """GP407: a rule on progress that is not met.

    The plan follows a framework that asks for so many different entries that are so far: under way, say, or complete.
    On the status date it has fewer. How far an entry is, is what `list` and `show` tell as its `progress` on that day.

    Example: frameworks/pay-duty.yaml has a rule that asks for one action on the pay gap that is under way.

    Mend: begin what is missing, or write an update with the `state` that an entry is in.
    """
    standings = {each.plan.id: each for each in context.standings}
    for plan, followed in _followed(context):
        for each in followed if plan.id in standings else ():
            rules = [rule for rule in each.framework.rules if rule.is_of_a_day]
            if rules:
                fulfilment = Fulfilment(plan, each.framework, partial(_progress, standings[plan.id].by_entry))
                yield from _not_met("GP407", each, rules, fulfilment)


def _progress(standings: Mapping[str, EntryStanding], entry: EntryRow) -> str:
    return state_on_the_day(standings[entry.id]).progress


def _not_met(code: str, followed: _Followed, rules: "Iterable[RuleRow]", fulfilment: Fulfilment) -> Iterator[Finding]:
    for rule in rules:
        number = fulfilment.number(rule)
        if number < rule.entries:
            so_many = f"{number} of {rule.entries} different entries"
            message = f"rule {rule.id} of {followed.framework.id} is not met: {so_many}"
            yield followed.finding(code, message, one_line(rule.title or rule.note or "") or None)
