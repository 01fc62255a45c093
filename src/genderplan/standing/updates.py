"""Updates as records of the JSON contract: progress that was told, each beside its entry."""

from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.kinds.entry.part_rows import SourceRow
from genderplan.kinds.entry.rows import EntryRow


class UpdateRecord(NamedTuple):
    """Progress of an action or a project, told on a date."""

    plan: str
    """The plan's id."""
    entry: str
    """The entry's id in its plan."""
    kind: str
    """action or project."""
    id: str
    """The full id of the entry: plan/entry."""
    title: str
    """The entry's title, in the words of the document."""
    objective: str | None
    """The id of its objective."""
    leads: tuple[str, ...]
    """The ids of the organisations that answer for the entry."""
    number: int
    """Its place among the updates of the entry, from 1."""
    date: PlanDate | None
    """When it was told; null where the file does not say."""
    by: str | None
    """The id of the organisation that tells it."""
    text: str
    """What has been done, in words."""
    source: SourceRow | None
    """Which document says so, and where in it."""
    state: str | None
    """not-started, under-way, on-hold or embedded; null where it says none."""
    rag: str | None
    """How the lead judges it: red, amber, green or blue; null where it says none."""
    next: str | None
    """The next step, in words."""
    evidence: tuple[str, ...]
    """What shows it: texts or addresses."""
    file: str
    """The file, relative to the current folder, with slashes."""
    line: int
    """The line in the file, from 1."""


def update_record(entry: EntryRow, number: int) -> UpdateRecord:
    """The record of an update by its place among those of its entry, from 0."""
    update = entry.updates[number]
    return UpdateRecord(
        plan=entry.plan,
        entry=entry.id,
        kind=entry.kind,
        id=entry.full_id(),
        title=entry.title,
        objective=entry.objective,
        leads=entry.leads,
        number=number + 1,
        file=entry.file,
        line=entry.at("updates", number).line,
        **update._asdict(),
    )
