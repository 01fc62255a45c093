"""`move`, `forecast`, `complete`, `reopen` and `cancel`: what becomes of a date, in the file that has it.

A function for each gives the file's new content; `editing.rewriting` writes it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.errors import UsageError
from genderplan.plan.comparison.promises import as_one_promise
from genderplan.plan.items import Item
from genderplan.source.yaml.editor import LayoutError, MappingKey, with_item, with_value, without_key
from genderplan.standing.rag import CLOSED
from genderplan.standing.standings import Standings, Status

_OF_ENTRIES = ("title", "objective", "order", "groups", "lead", "inputs", "partners", "output", "start", "end")
_PROGRESS = ("due", "every", "until", "forecast", "requested", "completed", "skipped", "cancelled")
_ENTRY_KEYS = (*_OF_ENTRIES, *_PROGRESS, "revisions", "milestones", "updates")
_MILESTONE_KEYS = ("id", "title", "lead", *_PROGRESS, "duration", "depends_on", "revisions")
"""The order in which a file has its keys as a rule: a new one stands behind the nearest of those before it."""

_IN_WORDS = {
    "start": "starts",
    "end": "ends",
    "due": "is due",
    "until": "ends",
    "forecast": "is forecast for",
    "completed": "was completed",
}


class Target(NamedTuple):
    """An item whose dates are to change, and where its plan stands."""

    item: Item
    standings: Standings
    number: int | None = None
    """Which of the times that it comes is meant, from 0, where one is."""

    def key(self, name: str) -> MappingKey:
        """A key of it, and where one that is new belongs."""
        usual = _MILESTONE_KEYS if self.item.milestone else _ENTRY_KEYS
        return MappingKey(self.item.path, name, tuple(reversed(usual[: usual.index(name)])))


class Change(NamedTuple):
    """What the file of a target is to hold, and what that is in terms of one of its dates."""

    target: Target
    field: str
    was: PlanDate | None
    now: PlanDate | None
    data: bytes
    time: PlanDate | None = None
    """Of what comes again which time it is of."""
    goes_on: str | None = None
    """The full id under which it goes on, where it has ended."""

    @property
    def file(self) -> str:
        """The file, as it is shown."""
        return self.target.item.entry.file

    @property
    def before(self) -> bytes:
        """What the file held when it was read."""
        return self.target.item.entry.places.data


class Edit(NamedTuple):
    """What a file is to hold, and what it held; None where it is not there yet.

    `title` is that of what changes, and `facts` are what is told of it.
    """

    file: str
    before: bytes | None
    data: bytes
    title: str
    facts: Sequence[str | PlanDate]


class NewRevision(NamedTuple):
    """Why an agreed date changes, and who agreed to that; `field` is which date of an entry, if it is said."""

    reason: str
    approved_by: str | None = None
    field: str | None = None


def moved(target: Target, to: PlanDate, revision: NewRevision) -> Change:
    """An agreed date changed, with the revision that says so, dated to the status date. Raises UsageError."""
    refuse_closed(target)
    field = _field(target, revision.field)
    if field == "until" and target.item.row.cycle is None:
        raise UsageError(f"{target.item.id} does not come again: it has no 'until'")
    was: PlanDate | None = getattr(target.item.row, field)
    _refuse_unmoved(target.item.id, field, was, to)
    if target.item.milestone is None:
        was = as_one_promise(target.item.agreed, {**target.item.agreed, field: to})[0].get(field)
    is_told = target.item.milestone is None or field != "due"
    item = revision_item(target, field if is_told else None, was, revision)
    is_settled = field == target.item.due_field

    def edit(data: bytes) -> bytes:
        revised = _revised(data, target, field, to, item)
        return without_request(revised, target) if is_settled else revised

    return change_of(target, field, was, to, edit)


def without_request(data: bytes, target: Target) -> bytes:
    """A file without what was asked for of a date."""
    return without_key(data, target.key("requested")) if target.item.requested else data


def requested(target: Target, to: PlanDate, reason: str, by: str | None) -> Change:
    """A later date asked for and not yet agreed, as of the status date, in the place of what was asked for before.

    Of what comes again it is asked for from the earliest open time on. Raises UsageError.
    """
    refuse_time(target)
    refuse_closed(target)
    item, key, due = target.item, target.key("requested"), target.item.open_due
    if due is None:
        raise UsageError(f"{item.id} has no date of its own: an extension is asked for of a date")
    _refuse_unmoved(item.id, item.due_field, due, to)
    told = {
        "to": to.text,
        "date": target.standings.as_of.day.text,
        "by": None if by is None else in_words(by, "--by"),
        "reason": in_words(reason, "--reason"),
    }
    value = {name: text for name, text in told.items() if text is not None}
    return change_of(target, "requested", due, to, lambda data: with_value(without_request(data, target), key, value))


def revision_item(target: Target, field: str | None, was: PlanDate | None, revision: NewRevision) -> dict[str, str]:
    """An item of `revisions`, dated to the status date."""
    by = revision.approved_by
    told = {
        "date": target.standings.as_of.day.text,
        "field": field,
        "was": was.text if was else None,
        "reason": in_words(revision.reason, "--reason"),
        "approved_by": None if by is None else in_words(by, "--approved-by"),
    }
    return {name: text for name, text in told.items() if text is not None}


def _revised(data: bytes, target: Target, field: str, to: PlanDate, item: Mapping[str, str]) -> bytes:
    """A file with a date, and with what says why it is another one than before."""
    return with_item(with_value(data, target.key(field), to.text), target.key("revisions"), item)


def forecast(target: Target, to: PlanDate | None) -> Change:
    """What a lead expects now; None where nothing but the agreed date is expected any more. Raises UsageError."""
    refuse_time(target)
    refuse_closed(target)
    was, key = target.item.forecast, target.key("forecast")
    if to is None and was is None:
        raise UsageError(f"{target.item.id} has no forecast")
    if to is None:
        return change_of(target, "forecast", was, to, lambda data: without_key(data, key))
    _refuse_unmoved(target.item.id, "forecast", was, to)
    return change_of(target, "forecast", was, to, lambda data: with_value(data, key, to.text))


def completed(target: Target, on: PlanDate, *, replace: bool = False, reason: str | None = None) -> Change:
    """That something was done, and when; with `replace`, when it was done after all, and why another day was told.

    Raises UsageError.
    """
    was = target.item.completed
    refuse_cancelled(target)
    refuse_completion(target.item.id, was, on, replace=replace, reason=reason)
    if reason is None:
        return change_of(target, "completed", was, on, lambda data: with_value(data, target.key("completed"), on.text))
    item = revision_item(target, "completed", was, NewRevision(reason))
    return change_of(target, "completed", was, on, lambda data: _revised(data, target, "completed", on, item))


def refuse_completion(name: str, was: PlanDate | None, on: PlanDate, *, replace: bool, reason: str | None) -> None:
    """Raises UsageError for a completion that is there already, or that is replaced without a reason."""
    if was is not None and not replace:
        raise UsageError(f"{name} is complete already ({was}): --replace gives another date")
    if was is None and replace:
        raise UsageError(f"{name} is not complete: there is no date to be replaced")
    if replace != (reason is not None):
        raise UsageError("--reason says why another date was told: it goes with --replace, and --replace with it")
    _refuse_unmoved(name, "completed", was, on)


def reopened(target: Target, reason: str) -> Change:
    """That something is not done after all, with the revision that says why it was told. Raises UsageError."""
    was = target.item.completed
    if was is None:
        status = target.standings.by_entry[target.item.entry.id].status
        is_by_parts = target.item.milestone is None and status is Status.COMPLETE
        by = ": each of its milestones is, so open one of these again" if is_by_parts else ""
        raise UsageError(f"{target.item.id} is not marked complete itself{by}")
    item = revision_item(target, "completed", was, NewRevision(reason))

    def edit(data: bytes) -> bytes:
        return without_key(with_item(data, target.key("revisions"), item), target.key("completed"))

    return change_of(target, "completed", was, None, edit)


def cancelled(target: Target, reason: str) -> Change:
    """That something will not be done from the status date on, and why. Raises UsageError."""
    refuse_closed(target)
    since = target.standings.as_of.day
    value = {"date": since.text, "reason": in_words(reason, "--reason")}
    return change_of(target, "cancelled", None, since, lambda data: with_value(data, target.key("cancelled"), value))


def in_words(text: str, option: str) -> str:
    """The words that an option gives, in one line. Raises UsageError where there are none, or what no file may hold."""
    words = " ".join(text.split())
    odd = next((sign for sign in words if not sign.isprintable() and _is_refused(sign)), None)
    if odd is not None:
        raise UsageError(f"{option}: U+{ord(odd):04X} cannot stand in a file")
    if not words:
        raise UsageError(f"{option} needs words: whoever reads the plan later will ask")
    return words


def _is_refused(sign: str) -> bool:
    """Control characters, and bytes of the command line that were no text."""
    return ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 or 0xD800 <= ord(sign) < 0xE000


def change_of(
    target: Target, field: str, was: PlanDate | None, now: PlanDate | None, edit: Callable[[bytes], bytes]
) -> Change:
    """A change by an edit of the file as it is. Raises UsageError where the file is laid out otherwise."""
    entry = target.item.entry
    return Change(target, field, was, now, edited(entry.file, entry.places.data, edit))


def edited(file: str, data: bytes, edit: Callable[[bytes], bytes]) -> bytes:
    """What an edit makes of a file. Raises UsageError where its layout has no place for that."""
    try:
        return edit(data)
    except LayoutError as error:
        raise UsageError(f"{file} is laid out so that '{error}' can only be changed by hand") from None


def _field(target: Target, wanted: str | None) -> str:
    """The date that is meant: the one named, else `due`, but `end` of an entry that has no `due`.

    Raises UsageError where an entry has a `start` alone: nobody said that a first `due` is meant.
    """
    entry = target.item.entry
    if target.item.milestone is not None:
        if wanted not in {None, "due", "until"}:
            raise UsageError(f"{target.item.id} is a milestone: '{wanted}' is a date of entries")
        return wanted or "due"
    if wanted is not None:
        return wanted
    if entry.due is None and entry.end is None and entry.start is not None:
        raise UsageError(
            f"{target.item.id} has only a start: --field start moves it, --field due or end gives it that date"
        )
    return "end" if entry.due is None and entry.end is not None else "due"


def _refuse_unmoved(name: str, field: str, was: PlanDate | None, now: PlanDate) -> None:
    if was is not None and was.is_same(now):
        raise UsageError(f"{name} {_IN_WORDS[field]} {was} already")


def refuse_time(target: Target) -> None:
    """Raises UsageError where one of the times of what comes again is named: what changes is told of all."""
    if target.number is not None:
        raise UsageError(f"{target.item.id} changes as a whole: leave out @ and what follows")


def refuse_cancelled(target: Target) -> None:
    """Raises UsageError for what will not be done, by itself or with its entry."""
    if target.item.cancelled is not None:
        raise UsageError(f"{target.item.id} is cancelled")
    if target.item.entry.cancelled is not None:
        raise UsageError(f"{target.item.id} is cancelled with its {target.item.entry.kind}")


def refuse_closed(target: Target) -> None:
    """Raises UsageError for what is complete or cancelled, also by all of its milestones: its dates are history."""
    refuse_cancelled(target)
    if target.item.is_settled:
        raise UsageError(f"{target.item.id} is complete ({target.item.last_completed() or 'each time skipped'})")
    status = target.standings.by_entry[target.item.entry.id].status
    if target.item.milestone is None and status in CLOSED:
        raise UsageError(f"{target.item.id} is {status}: each of its milestones is complete or cancelled")
