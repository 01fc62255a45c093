"""Duties of a plan's body beside what they were, and what was published under them, or is to be."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from genderplan.checks.context import Context, Held, one_line
from genderplan.checks.gate.agreed_dates import has_moved, still_comes
from genderplan.dates.cycles import Cycle
from genderplan.dates.forms import PlanDate
from genderplan.findings import START_OF_FILE, Finding, Position, finding
from genderplan.kinds.framework.rows import DutyCycleRow, FrameworkRow
from genderplan.kinds.plan.rows import DutyRow, PublicationRow
from genderplan.plan.plans import Plan
from genderplan.source.places import Path

_Known: TypeAlias = Mapping[str, FrameworkRow]
"""Frameworks by their ids."""


class _Duty(NamedTuple):
    """How often a duty comes, and what its plan says of it."""

    rule: DutyCycleRow
    told: DutyRow | None

    @property
    def first(self) -> PlanDate | None:
        return (self.told.from_ if self.told else None) or self.rule.from_

    @property
    def kind(self) -> str:
        return self.rule.kind or "fixed"

    @property
    def includes(self) -> Mapping[str, PlanDate | None]:
        """What each report has to include, and since when."""
        return {each.section: each.from_ for each in self.told.include} if self.told else {}


def less_of_duties(held: Held, then: _Known, now: _Known) -> Iterator[tuple[str, Position]]:
    """What the duties of a plan's body ask for no longer, by the frameworks of then and now: words, and their place."""
    plan, was = held.plan, held.plan_then
    if was is None:
        return
    after, unknown = _duties(plan, now), _named(plan) - now.keys()  # what is named and not there is told as such
    for name, duty in _duties(was, then).items():
        framework, _, section = name.partition("/")
        is_now = after.get(name)
        if is_now:
            yield from ((f"{name} {words}", _place(plan, name, key)) for key, words in _less(duty, is_now))
        elif framework not in unknown and not _is_told(plan, was, then[framework], now.get(framework), section):
            yield f"{name} is owed no longer", _place(plan, name, "")


def _is_told(plan: Plan, was: Plan, then: FrameworkRow, now: FrameworkRow | None, section: str) -> bool:
    """Whether a duty is gone with its framework, that is followed no longer, or with a section that is asked for."""
    is_dropped = then.id not in plan.follows and then.id in was.follows
    return is_dropped or (now is not None and section not in now.by_id and then.by_id[section].importance is not None)


def _named(plan: Plan) -> frozenset[str]:
    """The frameworks that a plan follows, or names a duty of."""
    names = (*plan.follows, *(each.section for each in plan.duties), *(each.meets or "" for each in plan.publications))
    return frozenset(name.partition("/")[0] for name in names)


def _duties(plan: Plan, known: _Known) -> Mapping[str, _Duty]:
    """The duties that a plan names, those under which it publishes, and those of what it follows."""
    told = {each.section: each for each in plan.duties}
    published = [each.meets for each in plan.publications if each.meets]
    followed = (known[name] for name in plan.follows if name in known)
    own = [section.full_id() for each in followed for section in each.sections if section.cycle]
    found: dict[str, _Duty] = {}
    for name in (*told, *published, *own):
        framework = known.get(name.partition("/")[0])
        section = framework.by_id.get(name.partition("/")[2]) if framework else None
        if section and section.cycle:
            found[name] = _Duty(section.cycle, told.get(name))
    return found


def _less(then: _Duty, now: _Duty) -> Iterator[tuple[str, str]]:
    """What a duty asks for no longer: the key in the plan's list of duties that may say so, and the words."""
    was, rule = then.rule, now.rule
    if then.kind != now.kind:
        yield "", f"was {then.kind}, and is {now.kind}"
    if rule.every.on_average > was.every.on_average:
        yield "", f"comes {rule.every.as_cycle}, and came {was.every.as_cycle}"
    if then.first and not still_comes(then.first, Cycle(rule.every, now.first)):
        yield "from", f"was due first {then.first}, and is {now.first or 'at no date'}"
    if rule.until and (was.until is None or (rule.until.last < was.until.last and not was.until.holds(rule.until))):
        yield "", f"ended {was.until or 'never'}, and ends {rule.until}"
    includes = now.includes
    for section, since in then.includes.items():
        later = includes.get(section)
        if section not in includes:
            yield "include", f"has to include {section} no longer"
        elif later and (since is None or later.last > since.last):
            yield "include", f"has to include {section} from {later} on alone"


def _place(plan: Plan, name: str, key: str) -> Position:
    """Where a plan names a duty; else where it says that it follows its framework."""
    sections = [each.section for each in plan.duties]
    if name in sections:
        return plan.places.position(("duties", sections.index(name), *([key] if key else [])))
    framework = name.partition("/")[0]
    if framework in plan.follows:
        return plan.places.position(("follows", plan.follows.index(framework)))
    return START_OF_FILE


class _Publication(NamedTuple):
    """Something that is published of a plan, or is to be, as it was and as it is; `number` is its place in the list."""

    plan: Plan
    then: PublicationRow
    now: PublicationRow | None
    number: int

    def found(self, code: str, message: str, key: str = "") -> Finding:
        """A finding at a key of it, or at the nearest around that."""
        path: Path = ("publications", self.number, *([key] if key else [])) if self.now else ("publications",)
        words = one_line(f"{message}: {self.then.title}")
        hint = f"put it back, or accept {code} at plan.yaml with the reason"
        return finding(code, words, self.plan.file, self.plan.places.position(path), hint=hint)


def _publications(context: Context) -> Iterator[_Publication]:
    """All that the plans said they had published, or would, each by its id."""
    for held in context.held:
        if held.plan_then and held.plan_then.publications != held.plan.publications:
            numbers = {each.id: number for number, each in enumerate(held.plan.publications)}
            for then in held.plan_then.publications:
                number = numbers.get(then.id)
                now = None if number is None else held.plan.publications[number]
                yield _Publication(held.plan, then, now, number or 0)


def later_publications(context: Context) -> Iterator[Finding]:
    """GP502 of when a publication is expected; that has no revisions, so what is earlier needs no word."""
    for each in _publications(context):
        was, is_now = each.then.expected, each.now and each.now.expected
        is_open = each.now and not each.then.date and not each.now.date
        if is_open and was and is_now and has_moved(was, is_now) and is_now.last > was.last:
            yield each.found("GP502", f"expected moved from {was} to {is_now}", "expected")


def lost_publications(context: Context) -> Iterator[Finding]:
    """GP505 of publications to come that were expected by a date."""
    for each in _publications(context):
        if each.then.expected and not each.then.date:
            if each.now is None:
                yield each.found("GP505", f"publication removed, with its date {each.then.expected}")
            elif not each.now.expected and not each.now.date:
                yield each.found("GP505", f"expected {each.then.expected} is taken out")


def unpublished(context: Context) -> Iterator[Finding]:
    """GP506 of what was published."""
    for each in _publications(context):
        was, is_now = each.then.date, each.now and each.now.date
        if was and (is_now is None or has_moved(was, is_now)):
            became = f"and now {is_now}" if is_now else "and is no longer"
            yield each.found("GP506", f"was published {was}, {became}", "date" if is_now else "")
