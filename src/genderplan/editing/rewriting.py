"""Changed files, judged as if they were written, and put in the place of what was read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from genderplan.checks import VALID
from genderplan.checks.judgement import judge
from genderplan.checks.rules.table_of_a_day import ON_TIME
from genderplan.editing.changes import Change, Edit, Target
from genderplan.editing.drafts import refuse_errors
from genderplan.errors import UsageError
from genderplan.findings import Finding, Severity, finding
from genderplan.loading.tree import load_tree
from genderplan.plan.items import AGREED_FIELDS, Item
from genderplan.plan.lookup import Occasion, look_up
from genderplan.plan.plans import Tree
from genderplan.source.files import Draft
from genderplan.source.files import draft as new_file
from genderplan.source.kinds import Kind
from genderplan.source.walk import list_files
from genderplan.source.writing import create, replace
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings

_LATE = "GP501"
"""Whoever writes down a forecast knows that it is late."""


def target_of(tree: Tree, standings: Sequence[Standings], name: str) -> Target:
    """The entry or the milestone that a name means. Raises UsageError where it means neither, or cannot be read."""
    found = look_up(tree, name)
    if not isinstance(found, Item | Occasion):
        raise UsageError(f"'{name}' is neither an entry nor a milestone: nothing else has dates to change")
    item, number = (found.item, found.number) if isinstance(found, Occasion) else (found, None)
    return Target(item, next(each for each in standings if each.plan.id == item.entry.plan), number)


def draft_of(root: Path, change: Change | Edit) -> Draft:
    """The file of a change, and what it is to hold."""
    if change.before is None:
        return new_file(root, "", Kind.ORGANISATIONS, Kind.ORGANISATIONS.path(), change.data)
    return draft_at(root, change.file, change.data)


def draft_at(root: Path, shown: str, data: bytes) -> Draft:
    """A file of a tree by the name under which it is shown, and what it is to hold."""
    files = list_files(root, Path.cwd()).files
    return Draft(next(each for each in files if each.shown == shown), data)


def judged(root: Path, tree: Tree, standings: Sequence[Standings], draft: Draft) -> tuple[Finding, ...]:
    """The warnings that a change brings: in its own file and in others, those of today's dates too.

    Raises UsageError where the file would have an error that it did not have.
    """
    before = Counter(_without_place(each) for each in _findings(tree, standings))
    after = load_tree(root, drafts=[draft])
    days = {each.plan.id: each.as_of for each in standings}
    then = [Standings(plan, days[plan.id]) for plan in after.plans if plan.id in days]
    new = list(_beyond(before, _findings(after, then)))
    refuse_errors([each for each in new if each.file == draft.file.shown and not _is_of_today(each)])
    return tuple(each for each in new if each.severity is Severity.WARNING and each.code != _LATE)


def beyond_limit(change: Change | Edit) -> Iterator[Finding]:
    """A warning where a date is revised more often than its plan allows: the gate on changes would refuse it (GP503).

    As there, revisions count that say what the date was; where it is the only one, they need not say which date.
    """
    if isinstance(change, Edit):
        return
    item, field = change.target.item, change.field
    most = change.target.standings.plan.max_revisions
    if most is None or field not in AGREED_FIELDS or change.was is None:
        return
    names = {field, None} if len(item.agreed) == 1 else {field}
    other = {"due": "end", "end": "due"}.get(field)
    if other and other not in item.agreed:
        names.add(other)  # the key that an own date had before
    number = 1 + sum(each.was is not None and each.field in names for each in item.revisions)
    if number > most:
        message = (
            f"{field} revised {number} {'time' if number == 1 else 'times'}, of at most {most} by max_revisions "
            "in plan.yaml: 'genderplan check --against' refuses that"
        )
        found = finding("GP503", message, item.entry.file, item.at())
        yield found._replace(severity=Severity.WARNING)


def write(draft: Draft, before: bytes | None) -> None:
    """Put a changed file in the place of the one that was read. Raises WriteError where that is another by now."""
    path = Path(draft.file.path)
    if before is None:
        create({path: draft.data}, path.parent)
    else:
        replace(path, draft.data, before)


def _beyond(known: Counter[Finding], findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that are not known, each known one as often as it is."""
    for found in findings:
        key = _without_place(found)
        known[key] -= 1
        if known[key] < 0:
            yield found


def _findings(tree: Tree, standings: Sequence[Standings]) -> tuple[Finding, ...]:
    return judge((*VALID, *ON_TIME), tree, Selection(tree.plans), standings).findings


def _is_of_today(found: Finding) -> bool:
    """Whether a finding depends on the day: being late is no reason to refuse a date."""
    return found.code.startswith(("GP4", "GP5"))


def _without_place(found: Finding) -> Finding:
    """A finding as it is known again after lines have moved."""
    return found._replace(line=0, column=0, end_column=None)
