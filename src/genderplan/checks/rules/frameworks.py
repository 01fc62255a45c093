"""Frameworks: sections that are named and are there, and what a plan that follows one has to have."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from genderplan.checks.context import Context
from genderplan.checks.fulfilment import Fulfilment
from genderplan.findings import Finding, Position, finding
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.shared.support_rows import DriverRow, SupportRow
from genderplan.network.ordering import circles
from genderplan.plan.plans import Plan, Tree
from genderplan.plan.supports import is_known, is_served, supporters_of, supports_of
from genderplan.source.places import Path
from genderplan.standing.progress import state_on_the_day
from genderplan.standing.standings import EntryStanding
from genderplan.suggestions import Suggestions
from genderplan.text import one_line

if TYPE_CHECKING:
    from genderplan.kinds.framework.rows import FrameworkRow, RuleRow
    from genderplan.kinds.indicator.rows import IndicatorRow


class _Named(NamedTuple):
    """A section or a framework that is named somewhere; None where it should be, or beside a text."""

    reference: str | None
    file: str
    position: Position
    entry: str | None = None
    is_bare: bool = False
    """Whether the section stands there without its framework."""


_ONE_OF_TWO = "write 'section: framework/section', or 'text:' of what is no section"


def section_references(context: Context) -> Iterator[Finding]:
    """GP220: unknown framework or section.

    What is supported, followed, met, assessed, named as a driver, or to which an item of a register is relevant, is in
    no file of `frameworks/`, so that it counts for nothing and the section seems to be served by nobody. A section is
    named as `framework/section`, a framework as a whole by its id; the ratings of an assessment, of one framework, name
    sections alone.

    Example: frameworks/equality-standard.yaml has one section, `leadership`.

    Mend: write the id as the framework has it; `genderplan list sections` lists all. What no framework has is written
    as `{text: ...}`.
    """
    hints = _Hints(context.tree)
    for each in _all_named(context):
        if each.reference is None:
            message = "neither a section nor a text, or both of them"
            yield finding("GP220", message, each.file, each.position, entry=each.entry, hint=_ONE_OF_TWO)
        elif not is_known(context.tree, each.reference):
            what, hint = hints.of(each.reference, is_bare=each.is_bare)
            yield finding("GP220", f"unknown {one_line(what)}", each.file, each.position, entry=each.entry, hint=hint)


class _Hints:
    """What unknown references were most likely meant to be."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._frameworks = Suggestions(tree.frameworks_by_id)
        self._sections: dict[str, Suggestions] = {}

    def of(self, reference: str, *, is_bare: bool) -> tuple[str, str | None]:
        """What is unknown, and a hint: the framework, or the section of one that is known."""
        name, _, section = reference.partition("/")
        framework = self._tree.frameworks_by_id.get(name)
        if framework is None:
            return f"framework '{name}'", self._frameworks.did_you_mean(name) or "its file belongs into frameworks/"
        if name not in self._sections:
            self._sections[name] = Suggestions(framework.by_id)
        near = self._sections[name].nearest(section.removeprefix(f"{name}/"))
        meant = near if is_bare else f"{name}/{near}"
        return f"section '{reference}'", f"did you mean '{meant}'?" if near else None


def _all_named(context: Context) -> Iterator[_Named]:
    """Every reference to a section; baselines, whose own are not asked for, keep what was there once."""
    for framework in context.tree.frameworks:
        yield from _of_framework(framework)
    for plan in context.plans:
        yield from _of_plan(plan)
        for entry in plan.entries:
            if entry.supports or entry.drivers:
                for key, rows in (("supports", entry.supports), ("drivers", entry.drivers)):
                    for name, path in _of_rows(rows, (key,)):
                        yield _Named(name, entry.file, entry.at(*path), entry.full_id())
        for indicator in plan.indicators:
            for name, path in _paths_of_indicator(indicator):
                yield _Named(name, indicator.file, indicator.at(*path), indicator.full_id())
        yield from _of_registers(plan)
        yield from _of_assessments(plan, context.tree)


def _of_registers(plan: Plan) -> Iterator[_Named]:
    for register in plan.registers:
        for item, name, path in register.references("relevance", "section"):
            yield _Named(name, register.file, register.at(*path), item.full_id())


def _of_rows(rows: Sequence[SupportRow | DriverRow], path: Path) -> Iterator[tuple[str | None, Path]]:
    """What is named in a list that stands at a path; a text alone names nothing."""
    for index, row in enumerate(rows):
        is_one = (row.section is None) != (row.text is None)
        if row.section is not None or not is_one:
            yield row.section if is_one else None, (*path, index, *(("section",) if is_one else ()))


def _of_framework(framework: "FrameworkRow") -> Iterator[_Named]:
    at = framework.places.position
    for section in framework.sections:
        for reference, path in _of_rows(section.supported_by, (*section.path, "supported_by")):
            yield _Named(reference, framework.file, at(path))
    for number, rule in enumerate(framework.rules):
        for way, condition in ((("of",), rule.of), *((("each", which), each) for which, each in enumerate(rule.each))):
            for index, name in enumerate(condition.sections):
                place = at(("rules", number, *way, "sections", index))
                yield _Named(f"{framework.id}/{name}", framework.file, place)


def _of_plan(plan: Plan) -> Iterator[_Named]:
    for reference, path in _paths_of_plan(plan):
        yield _Named(reference, plan.file, plan.places.position(path))


def _paths_of_plan(plan: Plan) -> Iterator[tuple[str | None, Path]]:
    for index, name in enumerate(plan.follows):
        yield name, ("follows", index)
    for index, objective in enumerate(plan.objectives):
        yield from _of_rows(objective.supports, ("objectives", index, "supports"))
    for index, publication in enumerate(plan.publications):
        if publication.meets is not None:
            yield publication.meets, ("publications", index, "meets")
    for index, duty in enumerate(plan.duties):
        yield duty.section, ("duties", index, "section")
        yield from ((each.section, ("duties", index, "include", at, "section")) for at, each in enumerate(duty.include))


def _paths_of_indicator(indicator: "IndicatorRow") -> Iterator[tuple[str | None, Path]]:
    yield from _of_rows(indicator.supports, ("supports",))
    for index, category in enumerate(indicator.categories):
        if category.dimension is not None:
            yield category.dimension, ("categories", index, "dimension")


def _of_assessments(plan: Plan, tree: Tree) -> Iterator[_Named]:
    """The framework of each; where that is known, the sections that are rated."""
    for row in plan.assessments:
        yield _Named(row.framework, row.file, row.at("framework"), row.full_id())
        for index, each in enumerate(row.ratings if row.framework in tree.frameworks_by_id else ()):
            place = row.at("ratings", index, "section")
            yield _Named(f"{row.framework}/{each.section}", row.file, place, row.full_id(), is_bare=True)


def support_circle(context: Context) -> Iterator[Finding]:
    """GP221: sections that support each other in a circle.

    A section is supported by another, that by a third, and so back to the first: nothing would come from outside, and
    each would be served by what it serves. One of each circle is told, where it says what it is supported by.

    Mend: take out the support that the document does not state.
    """
    supported_by = {
        section.full_id(): [row.section for row in section.supported_by if row.section and row.extent != "none"]
        for framework in context.tree.frameworks
        for section in framework.sections
        if section.supported_by
    }
    links = {name: [each for each in named if each in supported_by] for name, named in supported_by.items()}
    first = {min(together): together for together in circles(links)}
    for framework in context.tree.frameworks:
        for section in framework.sections if first else ():
            together = first.get(section.full_id(), ())
            named = enumerate(section.supported_by)
            index = next((at for at, row in named if row.section in together and row.extent != "none"), None)
            if index is not None:
                place = framework.places.position((*section.path, "supported_by", index, "section"))
                message = f"'{section.full_id()}' is supported by what it supports ({len(together)} in the circle)"
                yield finding("GP221", message, framework.file, place)


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
