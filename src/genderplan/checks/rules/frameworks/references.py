"""References to sections and frameworks: what is named is there, and no section is served by what it serves."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from genderplan.checks.context import Context
from genderplan.findings import Finding, Position, finding
from genderplan.kinds.shared.support_rows import DriverRow, SupportRow
from genderplan.network.ordering import circles
from genderplan.plan.plans import Plan, Tree
from genderplan.plan.supports import is_known
from genderplan.source.places import Path
from genderplan.suggestions import Suggestions
from genderplan.text import one_line

if TYPE_CHECKING:
    from genderplan.kinds.framework.rows import FrameworkRow
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
