"""Frameworks that a plan follows, beside what they were: what they ask for is guarded as dates are."""

from collections.abc import Iterator
from itertools import islice

from genderplan.checks.context import Context, Held
from genderplan.checks.gate.duties import less_of_duties
from genderplan.findings import START_OF_FILE, Finding, Position, finding
from genderplan.folding import folded
from genderplan.kinds.framework.rows import ConditionRow, FrameworkRow, RuleRow
from genderplan.text import one_line

_WEIGHTS = {"mandatory": 2, "recommended": 1}
_MOST = 100
"""How much of one framework is told: whoever reads that much has seen what happened."""

_HINT = "put it back, or accept GP520 at plan.yaml with the reason; that holds for this change alone"


def asks_for_less(context: Context) -> Iterator[Finding]:
    """GP520: what a plan follows asks for less.

    What `--against` names follows a framework that the plan follows no longer; or the framework has a section no more
    that was mandatory or recommended, or has it as less; or a rule asks for fewer entries, or lets more of them count;
    or a duty of the plan's body, of a framework or under `duties`, comes more rarely, begins later, ends earlier, or is
    gone. So what was missing is missing no longer, and nothing was done.

    Mend: put it back. Where the change is meant, accept this finding in plan.yaml and say there why it is right: `code:
    GP520`, `where: plan.yaml`, and the `reason`. That holds for this change alone. A later edition has a file of its
    own.
    """
    before = (context.before.frameworks if context.before else None) or {}
    known = context.tree.frameworks_by_id
    then = {name: row for name, row in before.items() if row and name not in context.tree.unread_frameworks}
    less = {name: list(islice(_less(row, known[name]), _MOST)) for name, row in then.items() if name in known}
    for held in context.held:
        for name in held.plan_then.follows if held.plan_then else ():
            if name not in held.plan.follows:
                yield _found(held, f"{name} is followed no longer", START_OF_FILE)
                continue
            place = held.plan.places.position(("follows", held.plan.follows.index(name)))
            yield from (_found(held, f"{name}: {words}", place) for words in less.get(name, ()))
        yield from (_found(held, *each) for each in islice(less_of_duties(held, then, known), _MOST))


def _found(held: Held, words: str, place: Position) -> Finding:
    return finding("GP520", one_line(words), held.plan.file, place, hint=_HINT)


def _less(then: FrameworkRow, now: FrameworkRow) -> Iterator[str]:
    """What one state of a framework asks for and a later one does not, in words."""
    if then.every_entry and not now.every_entry:
        yield "every_entry is taken out"
    for section in then.sections:
        other = now.by_id.get(section.id)
        if section.importance in _WEIGHTS and other is None:
            yield f"section {section.id} was {section.importance}, and is gone"
        elif other and _WEIGHTS.get(section.importance or "", 0) > _WEIGHTS.get(other.importance or "", 0):
            is_now = other.importance or "of no importance given"
            yield f"section {section.id} was {section.importance}, and is {is_now}"
    rules = {rule.id: rule for rule in now.rules}
    for rule in then.rules:
        yield from _less_of_rule(rule, rules.get(rule.id))


def _less_of_rule(then: RuleRow, now: RuleRow | None) -> Iterator[str]:
    if now is None:
        yield f"rule {then.id} is gone"
    elif now.at_least < then.at_least:
        yield f"rule {then.id} asks for {now.at_least} where it asked for {then.at_least}"
    elif then.at_least and not _is_as_strict(then.of, now.of):
        yield f"rule {then.id} lets more entries count"
    elif not all(any(_is_as_strict(each, other) for other in now.each) for each in then.each) or (
        len(now.each) < len(then.each)
    ):
        yield f"rule {then.id} no longer asks for each that it asked for"


def _is_as_strict(then: ConditionRow, now: ConditionRow) -> bool:
    """Whether whatever a condition is true of, another was true of before."""
    pairs = [(then.sections, now.sections), (then.progress, now.progress)]
    pairs.append((tuple(map(folded, then.tags)), tuple(map(folded, now.tags))))
    return all(not was or (is_now and set(is_now) <= set(was)) for was, is_now in pairs)
