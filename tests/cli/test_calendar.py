"""`genderplan calendar`: meetings and what falls due, as it is read by those who read calendars."""

import warnings
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from cli_runner import Result, call, run
from support import tree

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import vobject  # type: ignore[import-untyped]

BOARD = """\
chair: Chair
meets: {every: 3 months, from: 2025-02, until: 2025-12}
meetings:
  - {id: feb-2025, date: 2025-02-07, papers_by: 2025-01-30, theme: "Pay; careers, both"}
  - id: jun-2025
    date: 2025-06-12
    renamed_from: [may-2025, spring-2025]
    revisions: [{date: 2025-04-01, was: 2025-05-08, reason: The chair is away}]
  - {id: extra, date: 2025-07-01, kind: special, title: Survey}
  - {id: aug-2025, date: 2025-08-07, cancelled: {reason: No quorum}}
  - {id: some-day}
receives:
  - {id: progress, title: Progress of the plan, by: HR, every_meetings: 2, from: feb-2025}
  - {id: pay, title: Pay, by: HR, every: 1 year}
promised:
  - {id: survey, title: Outcomes of the survey, by: HR, at: 2025-autumn, revisions: [{was: 2025-06}]}
"""
ENTRY = """\
title: Publish the gap
lead: HR
review: 2025-10
milestones:
  - {id: report, title: "To report\\r\\nBEGIN:VEVENT", due: 2025-04}
  - {id: figures, title: Figures, due: 2025-Q1, every: 3 months, until: 2025-Q4, completed: {2025-Q1: 2025-04-01}}
  - {id: gone, title: Gone, due: 2025-05-01, cancelled: {reason: Too dear}}
"""
FILES = {
    "organisations.yaml": "Board: {kind: board, name: Equality board}\nHR: {name: People}\nChair: {kind: post}\n",
    "boards/Board.yaml": BOARD,
    "pay/plan.yaml": "genderplan: 1\ntitle: Equal pay\nstatus_date: 2025-01-15\n",
    "pay/actions/gap.yaml": ENTRY,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    tree(tmp_path, FILES)
    return tmp_path


def ics(folder: Path, *arguments: str) -> Result:
    found = call("calendar", "--format", "ics", *arguments, cwd=folder)
    assert (found.code, found.err) == (0, "")
    return found


def events(text: str) -> dict[str, Any]:
    """Events by their UIDs, as the library that wrote them reads them."""
    found = Calendar.from_ical(text).walk("VEVENT")
    by_uid = {str(each["uid"]): each for each in found}
    assert len(by_uid) == len(found)
    return by_uid


def test_meetings_and_what_falls_due_are_in_one_list(folder: Path) -> None:
    found = call("calendar", "--format", "json", cwd=folder).json
    assert (found["from"], found["to"], found["board"]) == ("2025-01-15", "2026-01-15", None)
    told = [(each["kind"], each["id"], each["date"], each["is_by_rule"]) for each in found["events"]]
    assert told == [
        ("papers", "Board#feb-2025", "2025-01-30", False),
        ("meeting", "Board#feb-2025", "2025-02-07", False),
        ("report", "Board#progress@feb-2025", "2025-02-07", False),
        ("milestone", "pay/gap#figures@2025-Q1", "2025-Q1", False),
        ("milestone", "pay/gap#report", "2025-04", False),
        ("milestone", "pay/gap#gone", "2025-05-01", False),
        ("meeting", "Board#jun-2025", "2025-06-12", False),
        ("milestone", "pay/gap#figures@2025-Q2", "2025-Q2", False),
        ("meeting", "Board#extra", "2025-07-01", False),
        ("meeting", "Board#aug-2025", "2025-08-07", False),
        ("milestone", "pay/gap#figures@2025-Q3", "2025-Q3", False),
        ("review", "pay/gap", "2025-10", False),
        ("report", "Board#survey", "2025-autumn", False),
        ("meeting", "Board@2025-11", "2025-11", True),
        ("report", "Board#progress@2025-11", "2025-11", False),
        ("milestone", "pay/gap#figures@2025-Q4", "2025-Q4", False),
    ]


def test_no_date_is_made_up(folder: Path) -> None:
    """A report of no first date, a meeting without one, and a rule that says no first meeting give no event."""
    text = BOARD.replace("from: 2025-02, until: 2025-12", "at_least_a_year: 4")
    (folder / "plans/boards/Board.yaml").write_text(text, encoding="utf-8")
    found = call("calendar", "--from", "2000", "--to", "2100", "--format", "json", cwd=folder).json["events"]
    assert {each["date"] for each in found if each["board"]} == {
        *("2025-01-30", "2025-02-07", "2025-06-12", "2025-07-01", "2025-08-07"),
    }
    assert not [each for each in found if each["is_by_rule"] or "some-day" in each["id"] or "#pay" in each["id"]]


def test_two_parsers_read_the_same(folder: Path) -> None:
    text = ics(folder).out
    first = events(text)
    second = {each.uid.value: each for each in vobject.readOne(text).vevent_list}
    assert first.keys() == second.keys()
    for uid, event in first.items():
        other = second[uid]
        assert event["dtstart"].dt == other.dtstart.value
        assert event["dtend"].dt == other.dtend.value
        assert str(event["summary"]) == other.summary.value
        assert str(event["description"]) == other.description.value
        assert str(event["sequence"]) == other.sequence.value
        assert str(event["status"]) == other.status.value


def test_what_an_event_says(folder: Path) -> None:
    found = events(ics(folder).out)
    meeting = found["meeting:Board#feb-2025@genderplan"]
    assert str(meeting["summary"]) == "Equality board: Pay; careers, both"
    assert (str(meeting["dtstart"].dt), str(meeting["dtend"].dt)) == ("2025-02-07", "2025-02-08")
    assert str(meeting["dtstamp"].dt) == "2025-01-15 00:00:00+00:00"
    quarter = found["pay/gap#figures@2025-Q2@genderplan"]
    assert (str(quarter["summary"]), str(quarter["dtstart"].dt)) == ("Figures (Q2 2025)", "2025-06-30")
    assert str(quarter["description"]) == "action: Publish the gap\nPeople\nupcoming\npay/gap#figures@2025-Q2"
    assert str(found["meeting:Board#aug-2025@genderplan"]["status"]) == "CANCELLED"
    assert str(found["pay/gap#gone@genderplan"]["status"]) == "CANCELLED"
    assert found["report:Board#survey@genderplan"]["sequence"] == 2
    assert str(found["meeting:Board@2025-11@genderplan"]["description"]) == "Chair\nby rule\nBoard@2025-11"


def test_a_meeting_keeps_its_uid_under_another_id(folder: Path) -> None:
    moved = events(ics(folder).out)["meeting:Board#may-2025@genderplan"]
    assert (moved["sequence"], str(moved["dtstart"].dt)) == (1, "2025-06-12")


def test_reports_move_with_the_meeting_that_they_go_to(folder: Path) -> None:
    """Those that come again, and those that were promised; also where one goes to a meeting that never moved."""
    file = folder / "plans/boards/Board.yaml"
    two = "title: Two, by: HR, at: feb-2025"
    file.write_text(
        f"{BOARD}  - {{id: one, title: One, by: HR, at: jun-2025}}\n  - {{id: two, {two}}}\n", encoding="utf-8"
    )
    names = [f"report:Board#{each}@genderplan" for each in ("progress@feb-2025", "one", "two")]
    before = [events(ics(folder).out)[name] for name in names]
    text = (
        file.read_text(encoding="utf-8")
        .replace("date: 2025-06-12", "date: 2025-06-19")
        .replace(
            "reason: The chair is away}]",
            "reason: The chair is away}, {date: 2025-05-01, was: 2025-06-12, reason: No room}]",
        )
    )
    was = "revisions: [{date: 2025-01-10, was: 2025-02-07, reason: Late}]"
    file.write_text(text.replace(two, f"title: Two, by: HR, at: 2025-06-25, {was}"), encoding="utf-8")
    after = [events(ics(folder).out)[name] for name in names]
    assert [(each["sequence"], str(each["dtstart"].dt)) for each in before] == [
        *((1, "2025-02-07"), (1, "2025-06-12"), (1, "2025-02-07")),
    ]
    assert [(each["sequence"], str(each["dtstart"].dt)) for each in after] == [
        *((2, "2025-02-07"), (2, "2025-06-19"), (3, "2025-06-25")),
    ]


def test_a_date_that_moves_keeps_its_uid_and_raises_its_sequence(folder: Path) -> None:
    before = events(ics(folder).out)["pay/gap#report@genderplan"]
    moved = call("move", "gap#report", "--to", "2025-06-30", "--reason", "Payroll moves", cwd=folder)
    assert moved.code == 0
    after = events(ics(folder).out)["pay/gap#report@genderplan"]
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert (str(before["dtstart"].dt), str(after["dtstart"].dt)) == ("2025-04-30", "2025-06-30")


@pytest.mark.parametrize(
    ("old", "new", "uid"),
    [
        ("title: Publish", "renamed_from: old\ntitle: Publish", "pay/old#report@genderplan"),
        ("id: report,", "id: report, renamed_from: [first, second],", "pay/gap#first@genderplan"),
        ("id: report,", "id: report, renamed_from: other#it,", "pay/other#it@genderplan"),
    ],
)
def test_an_entry_keeps_its_uid_under_another_id(folder: Path, old: str, new: str, uid: str) -> None:
    file = folder / "plans/pay/actions/gap.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert uid in events(ics(folder).out)


def test_a_plan_keeps_its_uids_under_another_name(folder: Path) -> None:
    file = folder / "plans/pay/plan.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "renamed_from: wages\n", encoding="utf-8")
    assert "wages/gap#report@genderplan" in events(ics(folder).out)


INDICATOR = """\
title: Women in senior posts
every: 1 year
categories: [{id: staff, title: Staff}, {id: officers, title: Officers}, {id: others, title: Others}]
values:
  - {period: 2024, category: staff, value: pending, expected: 2025-05, reason: Late}
  - {period: 2024, category: officers, value: pending, expected: 2025-06, reason: Later}
  - {period: 2023, category: others, value: 3}
"""


def test_values_reviews_and_reports_keep_their_uids_under_other_ids(folder: Path) -> None:
    files = {"pay/indicators/senior.yaml": INDICATOR}
    tree(folder, files)
    before = events(ics(folder, "--from", "2024", "--to", "2025").out)
    files["pay/indicators/senior.yaml"] = f"renamed_from: [first, second]\n{INDICATOR}"
    files["pay/actions/gap.yaml"] = f"renamed_from: old\n{ENTRY}"
    files["pay/plan.yaml"] = f"{FILES['pay/plan.yaml']}renamed_from: wages\n"
    files["boards/Board.yaml"] = BOARD.replace("id: feb-2025,", "id: feb-2025, renamed_from: january,")
    tree(folder, files)
    after = events(ics(folder, "--from", "2024", "--to", "2025").out)
    renamed = {
        "value:pay/senior@2024": "value:wages/first@2024",
        "value:pay/senior@2024:staff": "value:wages/first@2024:staff",
        "value:pay/senior@2024:officers": "value:wages/first@2024:officers",
        "review:pay/gap": "review:wages/old",
        "report:Board#progress@feb-2025": "report:Board#progress@january",
    }
    assert {f"{each}@genderplan" for each in renamed} <= before.keys()
    assert {f"{each}@genderplan" for each in renamed.values()} <= after.keys()
    assert len(before) == len(after)


def test_no_two_events_have_one_uid(folder: Path) -> None:
    """Of a duty that two plans have each has its own, and what it belongs to names the plan."""
    sections = "[{id: a, title: Report, cycle: {every: 1 year, from: 2025-03}}]"
    law = f"genderplan: 1\ntitle: Law\nkind: duty\nsections: {sections}\n"
    tree(folder, {"frameworks/law.yaml": law, "pay/indicators/senior.yaml": INDICATOR})
    for plan in ("pay", "care"):
        head = f"genderplan: 1\ntitle: Plan of {plan}\nstatus_date: 2025-01-15\nfollows: [law]\n"
        tree(folder, {f"{plan}/plan.yaml": head})
    text = ics(folder, "--from", "2024", "--to", "2025").out
    assert text.split("\r\n").count("BEGIN:VEVENT") == len(events(text))
    duty = events(text)["duty:care/law/a@2025-03@genderplan"]
    assert str(duty["description"]) == "Law, Plan of care\nupcoming\nlaw/a@2025-03"


def entry(title: str, **more: str) -> str:
    told = "".join(f"{key}: {value}\n" for key, value in more.items())
    return f"title: {title}\ndue: 2025-04\nreview: 2025-05\n{told}"


def test_an_id_that_something_else_has_now_is_no_uid_of_what_had_it_first(folder: Path) -> None:
    """A program for calendars took the two for one, and showed the last alone."""
    milestones = "[{id: m, title: M, due: 2025-02, renamed_from: n}, {id: n, title: N, due: 2025-03}]"
    files = {
        "pay/plan.yaml": f"{FILES['pay/plan.yaml']}renamed_from: care\n",
        "care/plan.yaml": "genderplan: 1\ntitle: Care\nstatus_date: 2025-01-15\n",
        "care/actions/b.yaml": entry("B of care"),
        "pay/actions/a.yaml": entry("A", renamed_from="b", milestones=milestones),
        "pay/actions/b.yaml": entry("B", milestones=milestones),
        "pay/actions/c.yaml": entry("C", renamed_from="a"),
        "pay/actions/d.yaml": entry("D", renamed_from="e"),
        "pay/actions/f.yaml": entry("F", renamed_from="e"),
        "pay/indicators/i.yaml": f"renamed_from: j\n{INDICATOR}",
        "pay/indicators/j.yaml": INDICATOR,
    }
    tree(folder, files)
    found = events(ics(folder).out)
    uids = ("pay/a", "pay/b", "pay/c", "pay/d", "pay/f", "care/b", "pay/a#m", "pay/a#n", "pay/b#m", "pay/b#n")
    titles = ("A", "B", "C", "D", "F", "B of care", "M", "N", "M", "N")
    for uid, title in zip(uids, titles, strict=True):
        assert str(found[f"{uid}@genderplan"]["summary"]).partition(" (")[0] == title


def test_ids_that_were_exchanged_are_still_told_apart(folder: Path) -> None:
    tree(
        folder, {"pay/actions/a.yaml": entry("A", renamed_from="b"), "pay/actions/b.yaml": entry("B", renamed_from="a")}
    )
    found = events(ics(folder).out)
    assert [str(found[f"{uid}@genderplan"]["summary"])[0] for uid in ("pay/a", "pay/b", "review:pay/a")] == [*"BAB"]


def test_a_milestone_keeps_its_uid_when_its_entry_is_called_otherwise(folder: Path) -> None:
    """Whichever of the two was called otherwise first."""
    milestones = (
        "[{id: m, title: M, due: 2025-02, renamed_from: n}, {id: o, title: O, due: 2025-03, renamed_from: x#p}]"
    )
    tree(folder, {"pay/actions/a.yaml": entry("A", renamed_from="[first, second]", milestones=milestones)})
    assert {"pay/first#n@genderplan", "pay/x#p@genderplan"} <= events(ics(folder).out).keys()


def test_two_runs_are_the_same_byte_for_byte(folder: Path) -> None:
    first, second = (run("calendar", "--format", "ics", cwd=folder).out for _ in range(2))
    assert first == second
    assert "\r\n" in first
    assert first.replace("\r\n", "").isprintable()
    assert all(len(line.encode()) <= 75 for line in first.split("\r\n"))


def test_no_text_of_a_file_makes_an_event_or_steers(folder: Path) -> None:
    text = ics(folder).out
    assert len([line for line in text.split("\r\n") if line == "BEGIN:VEVENT"]) == len(events(text))


def test_one_board_has_its_own_dates(folder: Path) -> None:
    tree(folder, {"boards/Other.yaml": "oversees: care\nmeetings: [{id: x, date: 2025-03-01}]\n"})
    tree(folder, {"organisations.yaml": FILES["organisations.yaml"] + "Other: {kind: board}\n"})
    for name in ("other", "board:Other"):
        found = call("calendar", "--board", name, "--format", "json", cwd=folder).json
        assert [each["id"] for each in found["events"]] == ["Other#x"]
    own = call("calendar", "--board", "equality board", "--format", "json", cwd=folder).json
    assert {each["id"] for each in own["events"]} >= {"Board#feb-2025", "pay/gap#report"}
    assert "Other#x" not in {each["id"] for each in own["events"]}


@pytest.mark.parametrize(
    ("oversees", "told"),
    [
        ("pay", {"pay/gap", "pay/senior@2024", "pay/policies#dress"}),
        ("pay/data", {"pay/gap"}),
        ("tag:women", {"pay/senior@2024"}),
        ("tag:gap", {"pay/gap"}),
    ],
)
def test_one_board_has_reviews_and_values_of_what_it_oversees(oversees: str, told: set[str], folder: Path) -> None:
    """Also where that is a part of a plan; what is in its registers goes to those that oversee the whole."""
    values = "title: Women\nevery: 1 year\ntags: [women]\nvalues: [{period: 2023, value: 3}]\n"
    tree(
        folder,
        {
            "pay/plan.yaml": FILES["pay/plan.yaml"] + "objectives: [{id: data, title: Data}]\n",
            "pay/actions/gap.yaml": f"{ENTRY}objective: data\ntags: [gap]\n",
            "pay/indicators/senior.yaml": values,
            "pay/registers/policies.yaml": "title: P\nitems: [{id: dress, title: Dress, review: 2025-03}]\n",
            "boards/Board.yaml": f"oversees: {oversees}\n",
        },
    )
    found = call("calendar", "--board", "Board", "--from", "2024", "--to", "2025", "--format", "json", cwd=folder).json
    assert {each["id"] for each in found["events"] if each["kind"] in {"review", "value"}} - {"pay/senior@2025"} == told


def test_the_span_is_that_of_the_plans_or_of_what_the_board_oversees(folder: Path) -> None:
    """From the earliest status date to a year after the latest; after a beginning that is given, a year."""
    tree(folder, {"later/plan.yaml": "genderplan: 1\ntitle: Care\nstatus_date: 2027-02-01\n"})
    tree(folder, {"organisations.yaml": FILES["organisations.yaml"] + "Other: {kind: board}\nNone: {kind: board}\n"})
    tree(folder, {"boards/Other.yaml": "oversees: later\n", "boards/None.yaml": "oversees: care\n"})
    spans = {
        (): ("2025-01-15", "2028-02-01"),
        ("--from", "2025-03"): ("2025-03-01", "2026-03-01"),
        ("--board", "Other"): ("2027-02-01", "2028-02-01"),
        ("--board", "None"): ("2025-01-15", "2028-02-01"),
    }
    for arguments, span in spans.items():
        found = call("calendar", *arguments, "--format", "json", cwd=folder).json
        assert (found["from"], found["to"]) == span


def test_a_report_is_told_under_the_name_of_its_board(folder: Path) -> None:
    page = call("calendar", "--to", "2025-12", "--format", "markdown", cwd=folder).out
    assert "Outcomes of the survey<br>Equality board<br>`Board#survey`" in page


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--board", "Bord"), "unknown board 'Bord' (did you mean 'Board'?)"),
        (("--from", "2025-06", "--to", "2025-05"), "--to 2025-05 is before 2025-06"),
        (("--to", "2024"), "--to 2024 is before the status date"),
    ],
)
def test_what_is_wrong_is_said(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    found = call("calendar", *arguments, cwd=folder)
    assert (found.code, found.out, found.err) == (2, "", f"genderplan: {said}\n")


def test_a_board_that_cannot_be_read_is_said(folder: Path) -> None:
    (folder / "plans/boards/Board.yaml").write_text("chair: [x]\n", encoding="utf-8")
    found = call("calendar", "--board", "Board", cwd=folder)
    assert (found.code, found.err) == (
        2,
        "genderplan: the board 'Board' could not be read: 'genderplan validate' tells why\n",
    )


def test_a_calendar_without_events_is_one(folder: Path) -> None:
    text = ics(folder, "--from", "1990", "--to", "1990").out
    assert events(text) == {}
    assert vobject.readOne(text).prodid.value == "-//genderplan//genderplan//EN"
    told = call("calendar", "--from", "1990", "--to", "1990", cwd=folder)
    assert "There is nothing from 1 Jan 1990 to 31 Dec 1990." in told.out


def test_columns_of_a_spreadsheet(folder: Path) -> None:
    found = call("calendar", "--format", "csv", cwd=folder)
    assert found.lines[0].startswith("kind,id,title,plan,board,leads,date,status,")
    assert len(found.lines) > 10


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_a_file_of_it_is_in_utf_8(folder: Path, encoding: str) -> None:
    """As RFC 5545 has it, whatever the encoding of the shell: ascii had `F\\u00f6rderung`, which no program reads."""
    tree(folder, {"pay/plan.yaml": FILES["pay/plan.yaml"].replace("Equal pay", "Förderung – 平等")})
    done = run("calendar", "--format", "ics", cwd=folder, env={"PYTHONIOENCODING": encoding})
    assert str(Calendar.from_ical(done.out)["name"]) == "Förderung – 平等"


def test_no_title_is_a_command_of_a_workflow(folder: Path) -> None:
    """A folded line begins with a space, which GitHub's runner trims; so the lines are folded elsewhere."""
    titles = ["##[error]pwned", "x" * 64 + "::error::pwned"]
    named = [ENTRY.replace("Figures", f'"{each}"') for each in titles]
    tree(folder, {f"pay/actions/gap{number}.yaml": text for number, text in enumerate(named)})
    out = ics(folder).out
    assert not any("##[" in line or line.lstrip().startswith("::") for line in out.splitlines())
    summaries = [str(each["summary"]) for each in events(out).values()]
    assert all(f"{title} (Q1 2025)" in summaries for title in titles)


def test_filters_leave_meetings_out(folder: Path) -> None:
    found = call("calendar", "--lead", "HR", "--format", "json", cwd=folder).json["events"]
    assert {each["kind"] for each in found} == {"milestone", "report", "review"}


def test_without_a_plan_that_can_be_read_the_day_of_the_run_counts(tmp_path: Path) -> None:
    """Its months are what JSON says they are; they began in the year 1."""
    folder = tree(tmp_path, {"pay/plan.yaml": "title: [x\n"}).parent
    found = call("workload", "--as-of", "2025-03-05", "--format", "json", cwd=folder)
    assert (found.code, found.json["from"], found.json["to"]) == (1, "2025-03", "2026-02")
    found = call("calendar", "--as-of", "2025-03-05", "--format", "json", cwd=folder)
    assert (found.code, found.json["from"], found.json["to"]) == (1, "2025-03-05", "2026-03-05")


def test_what_is_of_a_plan_is_never_taken_for_an_organisation(folder: Path) -> None:
    duty = "genderplan: 1\ntitle: HR\nsections: [{id: d, title: Duty, cycle: {every: 1 year, from: 2025-03-30}}]\n"
    plan = FILES["pay/plan.yaml"] + "follows: law\n"
    tree(folder, {"frameworks/law.yaml": duty, "pay/plan.yaml": plan})
    [told] = [each for each in events(ics(folder, "--to", "2025-04").out).values() if str(each["summary"]) == "Duty"]
    assert str(told["description"]).splitlines() == ["HR", "upcoming", "law/d@2025-03-30"]
