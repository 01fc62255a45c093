"""iCalendar (RFC 5545) of a calendar's events, as programs for calendars take it.

Every event lasts a day: the last one of its date; a month, quarter or year stands in its title. What two runs write of
the same files on the same status date is the same byte for byte, since the stamp is that date and not the clock's.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from genderplan.page.words import date_in_words, listed
from genderplan.standing.records.events import EventRecord
from genderplan.text import in_icalendar, one_line

_PRODUCT = "-//genderplan//genderplan//EN"
_DAY = timedelta(days=1)


def written(events: Iterable[EventRecord], name: str, names: Mapping[str, str]) -> str:
    """The events under a name for the whole; `names` are what organisations are called, by their ids."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", one_line(name))
    calendar.add("x-wr-calname", one_line(name))
    for each in events:
        calendar.add_component(_event(each, names))
    return in_icalendar(str(calendar.to_ical(), "utf-8"))


def _event(record: EventRecord, names: Mapping[str, str]) -> Event:
    day = date.fromordinal(record.date.last)
    event = Event()
    event.add("uid", record.uid)
    event.add("dtstamp", datetime.combine(date.fromordinal(record.as_of.last), time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + _DAY if day < date.max else day)
    event.add("summary", _summary(record))
    event.add("description", _description(record, names))
    event.add("categories", [record.kind.value])
    event.add("sequence", record.sequence)
    event.add("status", "CANCELLED" if record.is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _summary(record: EventRecord) -> str:
    """The title; of what is not on a day with the month, quarter or year that it is in."""
    title = one_line(record.title)
    return title if record.date.is_day else f"{title} ({date_in_words(record.date)})"


def _description(record: EventRecord, names: Mapping[str, str]) -> str:
    """What it belongs to, who answers for it, where it stands, and its id, a line each."""
    leads = listed([one_line(names.get(each, each)) for each in record.leads])
    said = record.status.value if record.status else "by rule" if record.is_by_rule else ""
    lines = (one_line(record.of_in_words(names)), leads, said, one_line(record.note or ""), record.id)
    return "\n".join(filter(None, lines))
