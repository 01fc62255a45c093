"""Updates and leads: how an entry goes and who answers for it, written into its file."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.editing.changes import Edit, Target, edited, in_words, refuse_time
from genderplan.errors import UsageError
from genderplan.source.yaml.editor import with_item, with_names


class NewUpdate(NamedTuple):
    """What is told of an entry on a day; `by` is an organisation's id."""

    text: str
    date: PlanDate
    by: str | None = None
    state: str | None = None
    rag: str | None = None
    next: str | None = None
    evidence: Sequence[str] = ()


def told(target: Target, update: NewUpdate) -> Edit:
    """An entry with one more update behind the others. Raises UsageError for a milestone."""
    refuse_time(target)
    entry = target.item.entry
    if target.item.milestone is not None:
        raise UsageError(f"{target.item.id} is a milestone: updates are of its {entry.kind}, {entry.full_id()}")
    item, key = _item(update), target.key("updates")
    data = edited(entry.file, entry.places.data, lambda data: with_item(data, key, item, in_lines=True))
    beside = (update.state, f"said {update.rag}" if update.rag else None)
    return Edit(entry.file, entry.places.data, data, entry.title, ("update", update.date, *filter(None, beside)))


def _item(update: NewUpdate) -> Mapping[str, str | list[str]]:
    evidence = [in_words(each, "--evidence") for each in update.evidence]
    given = {
        "date": update.date.text,
        "by": update.by,
        "state": update.state,
        "rag": update.rag,
        "text": in_words(update.text, "TEXT"),
        "next": None if update.next is None else in_words(update.next, "--next"),
        "evidence": evidence or None,
    }
    return {key: value for key, value in given.items() if value is not None}


def assigned(target: Target, leads: Sequence[str]) -> Edit:
    """An entry or a milestone with other leads, by their ids. Raises UsageError where they lead it already."""
    refuse_time(target)
    item, names = target.item, list(dict.fromkeys(leads))
    if tuple(names) == item.row.leads:
        raise UsageError(f"{item.id} is led by {', '.join(names)} already")
    before = item.entry.places.data
    data = edited(item.entry.file, before, lambda data: with_names(data, target.key("lead"), names))
    return Edit(item.entry.file, before, data, item.title, (f"led by {', '.join(names)}",))
