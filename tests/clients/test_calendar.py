"""The calendar as Thunderbird's own library reads it."""

import json
import subprocess
from pathlib import Path
from typing import Any

from icalendar import Calendar

from cli_runner import call
from clients.finding import node_modules, program

READER = """
import { readFileSync } from "node:fs";
const { default: ICAL } = await import(process.argv[2]);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const events = calendar.getAllSubcomponents("vevent").map(each => new ICAL.Event(each));
console.log(JSON.stringify(events.map(each => ({
  uid: each.uid, summary: each.summary, description: each.description, sequence: each.sequence,
  start: each.startDate.toString(), end: each.endDate.toString(), is_day: each.startDate.isDate,
}))));
"""
SPAN = ("--from", "2003", "--to", "2010-12")


def events(text: str, folder: Path) -> list[dict[str, Any]]:
    """The events of a calendar, as ical.js has them."""
    script = folder / "read.mjs"
    script.write_text(READER, encoding="utf-8")
    library = (node_modules("ical.js") / "dist" / "ical.js").as_uri()
    done = subprocess.run(
        [program("node"), script, library], input=text, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_the_calendar_of_the_shipped_plans(tmp_path: Path) -> None:
    text = call("calendar", "--format", "ics", *SPAN).out
    found = events(text, tmp_path)
    told = call("calendar", "--format", "json", *SPAN).json["events"]
    assert len(found) == len(told) > 50
    assert [each["uid"] for each in found] == [each["uid"] for each in told]
    assert all(each["is_day"] for each in found)
    events_of: Any = Calendar.from_ical(text).walk("VEVENT")
    for mine, theirs in zip(events_of, found, strict=True):
        assert str(mine["summary"]) == theirs["summary"]
        assert str(mine["description"]) == theirs["description"]
        assert int(mine["sequence"]) == theirs["sequence"]
        assert (str(mine["dtstart"].dt), str(mine["dtend"].dt)) == (theirs["start"], theirs["end"])


def test_what_is_no_calendar_is_noticed(tmp_path: Path) -> None:
    assert events("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", tmp_path) == []
