"""Editions of frameworks, against the status date."""

from collections.abc import Iterator

from genderplan.checks.context import Context
from genderplan.findings import Finding, finding


def edition_past(context: Context) -> Iterator[Finding]:
    """GP405: an edition that no longer holds.

    The plan follows a framework whose `valid` ended before the status date. A later edition asks for other things, and
    the plan would be judged by what no longer counts. A plan that was judged by the edition of its time keeps it.

    Example: frameworks/equality-standard.yaml has `valid: {until: 2024-12}`.

    Mend: follow the edition that holds; `genderplan framework list` has those that come with the program. Where the old
    one is meant, accept the finding at plan.yaml with the reason.
    """
    for standings in context.standings:
        plan = standings.plan
        for index, name in enumerate(plan.follows):
            framework = context.tree.frameworks_by_id.get(name)
            until = framework.valid.until if framework and framework.valid else None
            if until and until.last < standings.as_of.ordinal:
                message = f"{name} was valid until {until}"
                yield finding("GP405", message, plan.file, plan.places.position(("follows", index)))
