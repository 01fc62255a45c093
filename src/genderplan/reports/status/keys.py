"""Keys beside dates and promises that an entry or a milestone has, has no more, or has otherwise than before."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from genderplan.kinds.entry.particular_rows import ParticularsRow
from genderplan.plan.comparison.matching import Match
from genderplan.plan.items import Item
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings


class KeyText(str):
    """What a key says, as the file has it, with the value of which it is: a reader is told organisations by name."""

    value: object


class KeyChange(NamedTuple):
    """One key that says something else than before."""

    id: str
    """The full id of the entry or milestone."""
    title: str
    """The title, in the words of the document."""
    key: str
    """Which key, as the file has it."""
    was: str | None
    """What it said then, in words; null where there was nothing."""
    now: str | None
    """What it says now, in words; null where there is nothing."""


_PROMISES = frozenset(("ref", "success"))
"""Told with all that is worded otherwise."""
_OF_ENTRIES = tuple(name for name in ParticularsRow._fields if name not in _PROMISES)
_OF_MILESTONES = ("requested", "goes_to")


def keys_changed(both: Match, now: Standings, selection: Selection) -> Iterator[KeyChange]:
    """What selected entries and milestones of both sides say otherwise, key by key."""
    for then, entry in both.entries:
        if then.particulars != entry.particulars and selection.has_entry(now.by_entry[entry.id]):
            yield from _changed(Item(entry), _OF_ENTRIES, then.told, entry.told)
    for before, after in both.milestones:
        if before.milestone and after.milestone and _differ(before, after) and selection.has_row(after):
            yield from _changed(after, _OF_MILESTONES, before.milestone, after.milestone)


def _differ(before: Item, after: Item) -> bool:
    return any(getattr(before.row, key) != getattr(after.row, key) for key in _OF_MILESTONES)


def _changed(item: Item, keys: tuple[str, ...], then: object, now: object) -> Iterator[KeyChange]:
    for key in keys:
        was, is_now = getattr(then, key), getattr(now, key)
        if was != is_now:
            yield KeyChange(item.id, item.title, key, _text(was), _text(is_now))


def _text(value: object) -> KeyText | None:
    from genderplan.terminal.cells import as_text  # of most nothing is told otherwise

    text = KeyText(as_text(value))
    text.value = value
    return text or None


def texts_of(change: KeyChange, names: Mapping[str, str]) -> tuple[str, str]:
    """What a key said before and what it says now, "" for nothing, with organisations by their names."""
    from genderplan.reports.show.names import named
    from genderplan.terminal.cells import as_text

    fact = change.key.replace("_", " ")
    was, now = (as_text(named(fact, getattr(each, "value", each), names)) for each in (change.was, change.now))
    return was, now


def key_in_words(change: KeyChange, names: Mapping[str, str]) -> str:
    """What a key says now, and what it said before where it did."""
    was, now = texts_of(change, names)
    return f"{now or 'nothing any more'}{f' (was: {was})' if was else ''}"
