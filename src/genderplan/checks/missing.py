"""What there is nothing to hold against, though there was something."""

from collections.abc import Iterator

from genderplan.checks.context import Context
from genderplan.findings import START_OF_FILE, Finding, finding

_HINT = "look at what changed"


def not_compared(context: Context) -> Iterator[Finding]:
    """GP509: nothing to compare with.

    What `--against` names has a file of this entry or plan that could not be read. So nothing says what was agreed
    there, and a date may have moved without anybody seeing it.

    Mend: look at what changed in the file, and accept this in plan.yaml with what you saw; or hold the plan against an
    earlier state that can be read. With the next change it is gone.
    """
    before = context.before
    for plan in context.plans if before else ():
        if before and plan.id in before.unread:
            yield finding("GP509", "the plan could not be read as it was", plan.file, START_OF_FILE, hint=_HINT)
    for held in context.held:
        for entry in held.plan.entries:
            if not held.then.unread.isdisjoint((entry.id, *entry.renamed_from)):
                message = f"the entry could not be read as it was: {' '.join(entry.title.split())}"
                yield finding("GP509", message, entry.file, START_OF_FILE, entry=entry.full_id(), hint=_HINT)
