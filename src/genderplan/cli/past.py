"""Past of `history` and `trend`: which thing an id means, and what is told of commits on stderr."""

from typing import TYPE_CHECKING

from genderplan.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from genderplan.loading.history import Past
    from genderplan.plan.items import Key
    from genderplan.plan.plans import Plan, Tree


def dated(tree: "Tree", name: str) -> "tuple[Plan, Key]":
    """The entry or milestone that an id means. Raises UsageError where it means none."""
    from genderplan.kinds.assessment.rows import AssessmentRow
    from genderplan.kinds.board.rows import BoardRow
    from genderplan.kinds.framework.rows import FrameworkRow, SectionRow
    from genderplan.kinds.indicator.rows import IndicatorRow
    from genderplan.kinds.organisations.rows import OrganisationRow
    from genderplan.kinds.register.rows import RegisterItemRow, RegisterRow
    from genderplan.plan.boards.naming import BoardPart
    from genderplan.plan.lookup import Occasion, look_up
    from genderplan.plan.plans import Plan

    found = look_up(tree, name)
    if isinstance(found, Plan):
        raise UsageError(f"'{name}' is a plan, not an entry or a milestone: see --plan")
    if isinstance(found, FrameworkRow | SectionRow):
        raise UsageError(f"'{name}' is a framework or a section of one: it has no dates of its own")
    if isinstance(found, OrganisationRow):
        raise UsageError(f"'{name}' is an organisation, not an entry or a milestone: see --lead")
    if isinstance(found, IndicatorRow):
        raise UsageError(f"'{name}' is an indicator, not an entry or a milestone: see 'genderplan indicators'")
    if isinstance(found, RegisterRow | RegisterItemRow):
        raise UsageError(f"'{name}' is a register or an item of one, not an entry or a milestone")
    if isinstance(found, AssessmentRow):
        raise UsageError(f"'{name}' is an assessment, not an entry or a milestone: see 'genderplan assessments'")
    if isinstance(found, BoardRow | BoardPart):
        raise UsageError(f"'{name}' is of a board, not an entry or a milestone: see 'genderplan show'")
    item = found.item if isinstance(found, Occasion) else found
    return tree.by_id[item.entry.plan], item.key


def meant(tree: "Tree", name: str) -> "tuple[list[tuple[Plan, Key]], UsageError | None]":
    """The thing that an id means, else all that it may have meant and what to say where it meant none.

    Raises UsageError where it can have meant none.
    """
    try:
        return [dated(tree, name)], None
    except UsageError as error:
        found = list(_once(tree, name))
        if not found:
            raise
        return found, error


def _once(tree: "Tree", name: str) -> "Iterator[tuple[Plan, Key]]":
    """The plans in which an id may have meant something that is there no longer."""
    from genderplan.plan.lookup import kind_of

    kind, bare = kind_of(name)
    before, hash_mark, milestone = bare.rpartition("#")
    plan, _, entry = (before if hash_mark else bare).rpartition("/")
    key = (entry, milestone if hash_mark else None)
    if kind in {None, "milestone" if hash_mark else "entry"}:
        yield from ((each, key) for each in tree.plans if plan in {"", each.id} and not each.item(key))


def tell(past: "Past") -> None:
    """Say on stderr what is not in an answer: versions that could not be read, what a shallow clone lacks, which
    repository was not asked.
    """
    from genderplan.cli.output import say

    if past.passed_over:
        versions, they = (
            ("version of a file was", "it") if past.passed_over == 1 else ("versions of files were", "they")
        )
        say(f"{past.passed_over:,} earlier {versions} passed over, as {they} could not be read")
    if past.hint:
        say(f"not all commits are here{past.hint}")
    if past.unasked:
        say(past.unasked)
