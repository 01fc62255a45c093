"""Words that are searched: of entries, their milestones and updates."""

from collections.abc import Iterable, Iterator

from genderplan.kinds.entry.part_rows import UpdateRow
from genderplan.kinds.entry.rows import EntryRow
from genderplan.plan.items import Item


def words_of(items: Iterable[Item]) -> Iterator[str | None]:
    """Every text of some items, with the updates of an entry, and every id that its keys name but its leads'."""
    for item in items:
        asked = item.requested.reason if item.requested else None
        yield from (item.row.id, item.row.title, item.row.note, asked)
        if item.milestone is None:
            yield from _of_entry(item.entry)
        else:
            yield item.milestone.goes_to


def told_in(entry: EntryRow, updates: Iterable[UpdateRow]) -> Iterator[str | None]:
    """What is searched of updates: their own words, and what they are of."""
    yield from (entry.id, entry.title)
    for each in updates:
        yield from (each.text, each.next, *each.evidence)


def _of_entry(entry: EntryRow) -> Iterator[str | None]:
    yield entry.output
    if entry.updates:
        yield from told_in(entry, entry.updates)
    yield from (word for each in entry.supports for word in (each.section, each.text))
    yield from (word for each in entry.drivers for word in (each.section, each.text))
    yield from entry.indicators
    for cost in entry.cost:
        yield from (cost.funder, cost.note)
    if entry.particulars:
        yield from entry.particulars.words
        yield from _named(entry)


def _named(entry: EntryRow) -> Iterator[str | None]:
    """What the keys that few entries have name: entries as files do, without their own plan, and organisations."""
    told, own = entry.told, f"{entry.plan}/"
    entries = (*(each.entry for each in told.answers), *told.continues, *(each.entry or "" for each in told.see))
    yield from (each.removeprefix(own) for each in entries)
    yield from (each.document for each in told.see)
    yield from (told.priority, *told.organisations)
