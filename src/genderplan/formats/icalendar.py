"""iCalendar (RFC 5545) of a calendar's events, as programs for calendars take it.

Every event lasts a day: the last one of its date; a month, quarter or year stands in its title. What two runs write of
the same files on the same status date is the same byte for byte, since the stamp is that date and not the clock's.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from icalendar import Calendar
from icalendar.parser import Contentline, Parameters

from genderplan.page.words import date_in_words, listed
from genderplan.standing.records.events import EventRecord
from genderplan.text import one_line

_PRODUCT = "-//genderplan//genderplan//EN"
_END = "END:VCALENDAR"


def written(events: Iterable[EventRecord], name: str, names: Mapping[str, str]) -> str:
    """The events under a name for the whole; `names` are what organisations are called, by their ids."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", one_line(name))
    calendar.add("x-wr-calname", one_line(name))
    head, *end = str(calendar.to_ical(), "utf-8").rpartition(_END)
    lines = (f"{line}\r\n" for each in events for line in _event(each, names))
    return "".join((head, *lines, *end))


def _event(record: EventRecord, names: Mapping[str, str]) -> Iterator[str]:
    """The lines of an event. Only a text needs more than to be put there: a calendar may have ten thousand events."""
    day = record.date.last
    yield "BEGIN:VEVENT"
    yield _line("SUMMARY", _summary(record))
    yield f"DTSTART;VALUE=DATE:{_digits(day)}"
    yield f"DTEND;VALUE=DATE:{_digits(day + 1)}"
    yield f"DTSTAMP:{_digits(record.as_of.last)}T000000Z"
    yield _line("UID", record.uid)
    yield f"SEQUENCE:{record.sequence}"
    yield f"CATEGORIES:{record.kind.value}"
    yield _line("DESCRIPTION", _description(record, names))
    yield f"STATUS:{'CANCELLED' if record.is_cancelled else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _line(name: str, text: str) -> str:
    """A property that is a text, escaped, and folded where it is long."""
    return str(Contentline.from_parts(name, Parameters(), text).to_ical(), "utf-8")


def _digits(day: int) -> str:
    """A day as iCalendar has it: `20250305`."""
    return date.fromordinal(day).isoformat().replace("-", "")


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
