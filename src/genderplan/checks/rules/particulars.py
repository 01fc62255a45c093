"""Particulars of entries: numbers of the published document, and who answers after a handover."""

from collections.abc import Iterator

from genderplan.checks.context import Context
from genderplan.findings import Finding, finding
from genderplan.folding import folded
from genderplan.kinds.entry.particular_rows import HandoverRow
from genderplan.kinds.entry.rows import EntryRow


def refs_twice(context: Context) -> Iterator[Finding]:
    """GP214: a ref that another entry has.

    Two entries of a plan bear the same number of the published document. A reader who looks for it finds one of them,
    and a board that asks about it may be told about the other.

    Mend: correct the `ref` that is wrong; of entries that one row of the document became, only one has its number.
    """
    for plan in context.plans:
        bearers: dict[str, str] = {}
        for entry in plan.entries:
            ref = entry.told.ref
            if ref is None:
                continue
            first = bearers.setdefault(folded(ref), entry.id)
            if first != entry.id:
                message = f"ref '{ref}' is that of {first} too"
                yield finding("GP214", message, entry.file, entry.at("ref"), entry=entry.full_id())


def handed_elsewhere(context: Context) -> Iterator[Finding]:
    """GP215: handed over to another than the lead.

    The newest of the `handovers` that is agreed ends at an organisation that does not lead the entry. One of the two is
    not up to date, and it is not known who answers. What is not agreed yet (`agreed: false`) changes no lead.

    Mend: write who answers now under `lead`, or the handover that followed under `handovers`.
    """
    for _, entry in context.entries():
        found = _newest(entry)
        if found and found[1].to not in entry.leads:
            index, handover = found
            led = f"led by {', '.join(entry.leads)}" if entry.leads else "has no lead"
            message = f"handed over to {handover.to}, but {led}"
            place = entry.at("handovers", index, "to")
            yield finding("GP215", message, entry.file, place, entry=entry.full_id())


def _newest(entry: EntryRow) -> tuple[int, HandoverRow] | None:
    """The newest handover that is agreed, and its place in the list; one without a date is older than any with one."""
    agreed = [(index, each) for index, each in enumerate(entry.told.handovers) if each.agreed]
    return max(agreed, key=lambda each: (each[1].date.last if each[1].date else 0, each[0]), default=None)
