"""Assessments: levels that their frameworks have, subjects that there are, ratings that something shows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from genderplan.checks.context import Context
from genderplan.findings import Finding, finding
from genderplan.kinds.assessment.rows import NO_LEVELS, RatingRow
from genderplan.plan.lookup import kind_of
from genderplan.plan.plans import Plan, Tree
from genderplan.plan.subjects import subjects_named
from genderplan.suggestions import Suggestions
from genderplan.text import one_line

if TYPE_CHECKING:
    from genderplan.kinds.assessment.rows import AssessmentRow
    from genderplan.kinds.framework.rows import FrameworkRow


def level_references(context: Context) -> Iterator[Finding]:
    """GP240: unknown level.

    A rating gives a level that the framework does not have. Nobody can tell whether it is above or below the others, so
    no report can say whether anything became better. `not-rated` and `not-applicable` may stand in the place of any
    level.

    Example: frameworks/equality-standard.yaml has two levels, `developing` and `achieving`.

    Mend: write the id of one of the `levels`, or add the level there. What was found in words is an `answer` or a
    `note`.
    """
    hints = _LevelHints()
    for row, framework in _with_frameworks(context):
        levels = {each.id for each in framework.levels}
        for index, rating in enumerate(row.ratings):
            if rating.has_level and rating.level not in levels:
                message = f"unknown level '{rating.level}'" if levels else f"{row.framework} has no levels"
                hint = hints.of(framework, rating.level or "")
                place = row.at("ratings", index, "level")
                yield finding("GP240", one_line(message), row.file, place, entry=row.full_id(), hint=hint)


class _LevelHints:
    """What unknown levels were most likely meant to be: the id of a level, where its title is written too."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Suggestions, dict[str, str]]] = {}

    def of(self, framework: "FrameworkRow", given: str) -> str | None:
        if not framework.levels:
            return "give it 'levels', or write what was found under 'answer' or 'note'"
        if framework.id not in self._known:
            ids = {each.title: each.id for each in framework.levels}
            ids.update((name, name) for name in (*(each.id for each in framework.levels), *NO_LEVELS))
            self._known[framework.id] = Suggestions(ids), ids
        suggestions, ids = self._known[framework.id]
        near = suggestions.nearest(given)
        return f"did you mean '{ids[near]}'?" if near else None


def subject_references(context: Context) -> Iterator[Finding]:
    """GP241: an assessment of what is not there.

    What `about` names is neither an organisation, nor an entry, nor an item of a register (`register#item`); or it can
    mean two of them. Nobody would find the assessment beside others of the same.

    Example: organisations.yaml declares HR and Finance.

    Mend: write the id of the organisation, the entry, or the item. `organisation:` or `entry:` before it says which of
    two is meant. An assessment of the whole plan has no `about`.
    """
    for plan in context.plans:
        suggestions = Suggestions(_known(context.tree, plan)) if plan.assessments else None
        for row in plan.assessments:
            meant = [] if row.about is None else list(subjects_named(context.tree.by_id, plan, row.about))
            if row.about is None or len(meant) == 1 or (not meant and _may_be(context.tree, plan, row.about)):
                continue
            what, hint = f"unknown organisation, entry or item '{row.about}'", _hint(context.tree, row.about)
            if meant:
                what = f"'{row.about}' can mean {' or '.join(f'{each.kind}:{each.id}' for each in meant)}"
                hint = "write which of them is meant"
            hint = hint or (suggestions.did_you_mean(row.about) if suggestions else None)
            yield finding("GP241", one_line(what), row.file, row.at("about"), entry=row.full_id(), hint=hint)


def _known(tree: Tree, plan: Plan) -> Iterator[str]:
    """All that an assessment of a plan can be about."""
    yield from tree.organisations.by_id
    yield from plan.by_id
    yield from (f"{register.id}#{item}" for register in plan.registers for item in register.by_id)


def _hint(tree: Tree, about: str) -> str | None:
    """The id of the organisation, where that is named otherwise."""
    bearers = tree.organisations.find(kind_of(about)[1])
    return f"write '{bearers[0]}'" if len(bearers) == 1 else None


def _may_be(tree: Tree, plan: Plan, about: str) -> bool:
    """Whether a name may be one of a file that could not be read."""
    kind, name = kind_of(about)
    if not tree.organisations.readable and kind in {None, "organisation"} and not {"/", "#"} & set(name):
        return True
    owner, _, stem = name.partition("#")[0].rpartition("/")
    return owner in tree.unread_plans or (owner or plan.id, stem) in tree.unread_entries


def rating_without_evidence(context: Context) -> Iterator[Finding]:
    """GP620: a rating without evidence.

    A section was found at a level, and the assessment names nothing that shows it. Whoever assesses next cannot tell
    what has changed, and a board has only somebody's word. What is not rated, or not applicable, needs none.

    Example: frameworks/equality-standard.yaml has two levels, `developing` and `achieving`.

    Mend: name what shows it under `evidence`: a document, an address, figures.
    """
    for row in _assessments(context):
        for index, rating in enumerate(row.ratings):
            if rating.has_level and not rating.evidence:
                message = one_line(f"{rating.section} is rated {rating.level} without evidence")
                place = row.at("ratings", index, "level")
                yield finding("GP620", message, row.file, place, entry=row.full_id())


def answer_to_no_question(context: Context) -> Iterator[Finding]:
    """GP621: an answer to what is no question.

    The section of the framework is not of `kind: question`. Where it has levels, what was found is most likely one of
    them, and an answer in words is counted at none.

    Example: frameworks/equality-standard.yaml has the section `leadership`, which is of no kind.

    Mend: give a `level`, with the words under `note`; or have the framework say `kind: question`.
    """
    for row, framework in _with_frameworks(context):
        for index, rating in enumerate(row.ratings):
            if _is_answered_otherwise(framework, rating):
                place = row.at("ratings", index, "answer")
                message = f"an answer to '{one_line(rating.section)}', which is no question"
                yield finding("GP621", message, row.file, place, entry=row.full_id())


def _is_answered_otherwise(framework: "FrameworkRow", rating: RatingRow) -> bool:
    section = framework.by_id.get(rating.section)
    return rating.answer is not None and section is not None and section.kind != "question"


def assessment_to_come(context: Context) -> Iterator[Finding]:
    """GP408: an assessment that is still to come.

    Its date begins after the status date: nobody can have found anything then. Till that day no report counts it.

    Mend: correct the date. One that is only planned is a milestone.
    """
    for standings in context.standings:
        for row in standings.plan.assessments:
            if row.date and not standings.has_happened(row.date):
                message = f"an assessment of {row.date}, after the status date {standings.as_of.day}"
                yield finding("GP408", message, row.file, row.at("date"), entry=row.full_id())


def _assessments(context: Context) -> "Iterator[AssessmentRow]":
    return (row for plan in context.plans for row in plan.assessments)


def _with_frameworks(context: Context) -> "Iterator[tuple[AssessmentRow, FrameworkRow]]":
    """The assessments whose framework is known, each with it."""
    known = context.tree.frameworks_by_id
    return ((row, known[row.framework]) for row in _assessments(context) if row.framework in known)
