"""A year of what comes again, from the command line: one line in a status, marks on the axis, done one by one."""

import json
from pathlib import Path

import pytest

from cli_runner import call, plain_terminal, run
from support import tree

PLAN = "genderplan: 1\ntitle: Outreach\nstatus_date: 2025-05-15\n"
TALKS = "title: One programme a month\ndue: 2025-01\nevery: 1 month\nuntil: 2025-12\n"
BOARD = """\
title: Report to the board
milestones:
  - id: paper
    title: Quarterly paper
    due: 2024-Q3
    every: 3 months
    completed: {2024-Q3: 2024-10-02, 2024-Q4: 2024-12-01}
  - {id: publish, title: Publish it, depends_on: {milestone: paper, lag: 2 months}}
"""
ADVICE = "title: Advice for managers\nstart: 2025-02\n"
FILES = ("talks", TALKS), ("board", BOARD), ("advice", ADVICE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    tree(tmp_path, {"p/plan.yaml": PLAN} | {f"p/actions/{name}.yaml": text for name, text in FILES})
    return tmp_path


def text(folder: Path, name: str) -> str:
    return (folder / f"plans/p/actions/{name}.yaml").read_text(encoding="utf-8")


def test_a_year_of_a_monthly_action(folder: Path) -> None:
    """F3-26"""
    status = plain_terminal("status", cwd=folder).out
    assert "OVERDUE (2): 1 milestone and 1 own date, of 2 actions" in status
    assert status.count("One programme a month") == 1
    assert "Jan 2025  104 days  One programme a month" in status
    timeline = plain_terminal("timeline", "--from", "2025-01", "--to", "2025-12", columns=100, cwd=folder).out
    row = next(line for line in timeline.splitlines() if line.startswith("One programme"))
    assert (row.count("!"), row.count("◆"), row.count("◇")) == (4, 1, 7)
    for number, month in enumerate(("01", "02", "03", "04"), 1):
        done = call("complete", "talks", "--on", f"2025-{month}-28", cwd=folder)
        assert done.code == 0
        assert done.err.startswith("genderplan: One programme a month (")
        record = json.loads(call("list", "actions", "--format", "json", cwd=folder).out)["actions"][2]
        assert (record["due"], record["next_due"]) == ("2025-01", f"2025-{number + 1:02d}")
        assert record["completed"] == f"2025-{month}-28"
    assert record["status"] == "due"
    assert text(folder, "talks") == f"{TALKS}completed: {{2025-01: 2025-01-28}}\n".replace("}", (
        ", 2025-02: 2025-02-28, 2025-03: 2025-03-28, 2025-04: 2025-04-28}"
    ))  # fmt: skip


def test_the_time_done_last_is_opened_again(folder: Path) -> None:
    """Of several the newest, or the one that is named; the key goes with the only one."""
    again = call("reopen", "board#paper", "--reason", "Withdrawn", cwd=folder)
    assert (again.code, again.err) == (
        0,
        "genderplan: Quarterly paper (Q4 2024): open again, was completed 1 Dec 2024\n",
    )
    assert "    completed: {2024-Q3: 2024-10-02}\n" in text(folder, "board")
    assert 'field: completed, was: 2024-12-01, reason: "Withdrawn"' in text(folder, "board")
    other = call("reopen", "board#paper@2024-Q4", "--reason", "x", cwd=folder)
    assert (other.code, other.err) == (2, "genderplan: p/board#paper@2024-Q4 is not marked complete\n")
    assert call("reopen", "board#paper@2024-Q3", "--reason", "Withdrawn", cwd=folder).code == 0
    assert "2024-10-02}" not in text(folder, "board")
    none = call("reopen", "board#paper", "--reason", "x", cwd=folder)
    assert (none.code, none.err) == (2, "genderplan: p/board#paper is not marked complete at any time\n")


def test_what_comes_again_is_under_way_once_it_was_done(folder: Path) -> None:
    def progress(name: str) -> tuple[str, str | None]:
        records = json.loads(call("list", "actions", "--format", "json", cwd=folder).out)["actions"]
        return next((each["progress"], each["progress_from"]) for each in records if each["entry"] == name)

    assert (progress("board"), progress("talks")) == (("under-way", "milestone"), ("not-started", None))
    call("complete", "talks", "--on", "2025-01-28", cwd=folder)
    assert progress("talks") == ("under-way", "completed")


def test_filters_know_the_keys_of_what_comes_again(folder: Path) -> None:
    said = {key: call("list", "entries", "--has", key, "--columns", "id", cwd=folder).out for key in ("every", "until")}
    assert ["p/talks" in said[key] for key in said] == [True, True]
    assert ["p/board" in said[key] for key in said] == [True, False]
    assert call("list", "entries", "--has", "cycle", cwd=folder).code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("update", "Well", "--on", "2025-05-01"),
        ("assign", "--lead", "HR"),
        ("forecast", "--to", "2025-06"),
        ("move", "--request", "2025-06"),
    ],
)
def test_what_is_told_of_all_times_is_told_of_none(folder: Path, arguments: tuple[str, ...]) -> None:
    command, *rest = arguments
    tree(folder, {"organisations.yaml": "HR: {name: Human resources}\n"})
    reason = ["--reason", "x"] if command == "move" else []
    result = call(command, "talks@2025-01", *rest, *reason, cwd=folder)
    assert result.code == 2
    assert result.err == "genderplan: p/talks changes as a whole: leave out @ and what follows\n"


def test_what_goes_on_is_drawn_to_the_axis_end(folder: Path) -> None:
    timeline = plain_terminal("timeline", columns=100, cwd=folder).out
    row = next(line for line in timeline.splitlines() if line.startswith("Advice"))
    assert row.endswith("─▶")
    drawn = call("timeline", cwd=folder, encoding="ascii").out
    assert next(line for line in drawn.splitlines() if line.startswith("Advice")).endswith("->")
    notes = call("validate", "--notes", cwd=folder).out
    assert "plans/p/actions/advice.yaml:1:1: note GP602 no end" in notes


def test_the_earliest_open_time_is_completed_and_named(folder: Path) -> None:
    done = run("complete", "board#paper", cwd=folder)
    assert done == (0, "plans/p/actions/board.yaml\n", "genderplan: Quarterly paper (Q1 2025): completed 15 May 2025\n")
    assert "completed: {2024-Q3: 2024-10-02, 2024-Q4: 2024-12-01, 2025-Q1: 2025-05-15}\n" in text(folder, "board")


def test_a_time_is_named_after_an_at(folder: Path) -> None:
    assert call("complete", "p/board#paper@2025-Q2", "--on", "2025-05-01", cwd=folder).code == 0
    assert "2025-Q2: 2025-05-01}" in text(folder, "board")
    again = call("complete", "board#paper@2025-Q2", cwd=folder)
    assert again.err == (
        "genderplan: p/board#paper@2025-Q2 is complete already (2025-05-01): --replace gives another date\n"
    )
    replaced = call(
        "complete", "board#paper@2025-Q2", "--on", "2025-05-02", "--replace", "--reason", "A slip", cwd=folder
    )
    assert replaced.err == "genderplan: Quarterly paper (Q2 2025): completed 1 May → 2 May 2025\n"
    assert "2025-Q2: 2025-05-02}" in text(folder, "board")
    revision = '{date: 2025-05-15, field: completed, was: 2025-05-01, reason: "A slip"}'
    assert revision in text(folder, "board")


@pytest.mark.parametrize("other", ["", "end: 2026\n"])
def test_what_has_no_first_date_is_given_one_before_it_is_completed(folder: Path, other: str) -> None:
    path = folder / "plans/p/actions/walk.yaml"
    path.write_text(f"title: A walk\n{other}every: 1 year\n", encoding="utf-8")
    done = call("complete", "walk", cwd=folder)
    assert (done.code, done.err) == (2, (
        "genderplan: p/walk comes again every year, and nothing says when it comes first: "
        "'genderplan move p/walk --field due --to DATE' does\n"
    ))  # fmt: skip
    path.write_text(f"title: A walk\n{other}every: 1 year\ncancelled: {{}}\n", encoding="utf-8")
    assert call("complete", "walk", cwd=folder).err == "genderplan: p/walk is cancelled\n"
    path.write_text(f"title: A walk\n{other}every: 1 year\n", encoding="utf-8")
    assert call("move", "p/walk", "--field", "due", "--to", "2024", "--reason", "The first", cwd=folder).code == 0
    assert call("complete", "walk", cwd=folder).err == "genderplan: A walk (2024): completed 15 May 2025\n"


@pytest.mark.parametrize(
    ("said", "completed"),
    [
        ("{2024-Q3: 2024-10-02, 2025-01: 2025-02-01}", "2024-10-02"),
        ("{2025-01: 2025-02-01}", None),
        ("{2024-Q3: 2024-10-02, 2024-Q4: 2025-06-01}", "2025-06-01"),
    ],
)
def test_what_was_done_at_none_of_its_times_is_no_completion(said: str, completed: str | None, folder: Path) -> None:
    path = folder / "plans/p/actions/board.yaml"
    path.write_text(BOARD.replace("{2024-Q3: 2024-10-02, 2024-Q4: 2024-12-01}", said), encoding="utf-8")
    record = json.loads(call("show", "board#paper", "--format", "json", cwd=folder).out)["milestone"]
    assert record["completed"] == completed


def test_a_time_is_shown(folder: Path) -> None:
    record = json.loads(call("show", "board#paper@2024-Q4", "--format", "json", cwd=folder).out)["milestone"]
    assert (record["id"], record["due"], record["completed"]) == ("p/board#paper@2024-Q4", "2024-Q4", "2024-12-01")
    assert (record["status"], record["rag"], len(record["occurrences"])) == ("complete", "blue", 1)
    assert "\nmilestone p/board#paper@2024-Q4  plans" in call("show", "board#paper@2024-Q4", cwd=folder).out
    page = call("show", "talks@2025-01", "--format", "markdown", cwd=folder).out
    assert ("entry · `p/talks@2025-01`" in page, "milestone" in page) == (True, False), page
    shown = call("show", "talks@2025-01", cwd=folder).out
    assert "\nentry p/talks@2025-01  plans" in shown
    assert "status            overdue" in shown
    assert "comes again       every month until Dec 2025" in shown


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("talks@2025-Q1", "p/talks does not come at 2025-Q1: did you mean 'talks@2025-03'?"),
        ("talks@2026-01", "p/talks does not come at 2026-01: did you mean 'talks@2025-12'?"),
        ("advice@2025-02", "'advice' does not come again: nothing follows it after @"),
        ("board#publish@2025", "'board#publish' does not come again: nothing follows it after @"),
        ("talks@soon", "'talks@soon': 'soon' is not a date"),
        ("nobody@2025", "unknown id 'nobody' (known: "),
    ],
)
def test_what_is_no_time(folder: Path, name: str, told: str) -> None:
    for command in (("show", name), ("complete", name), ("move", name, "--to", "2026", "--reason", "R")):
        done = call(*command, cwd=folder)
        assert done.code == 2
        assert done.err.startswith(f"genderplan: {told}")


def test_one_time_is_left_out(folder: Path) -> None:
    done = call("cancel", "talks@2025-08", "--reason", "Holidays", cwd=folder)
    assert done.err == "genderplan: One programme a month (Aug 2025): skipped\n"
    assert call("cancel", "talks@2025-09", "--reason", "No hall", cwd=folder).code == 0
    assert text(folder, "talks") == TALKS + 'skipped: {2025-08: Holidays, 2025-09: "No hall"}\n'
    again = call("cancel", "talks@2025-08", "--reason", "R", cwd=folder)
    assert again.err == "genderplan: p/talks@2025-08 is skipped already\n"
    assert call("complete", "talks@2025-08", cwd=folder).err == (
        "genderplan: p/talks@2025-08 is skipped: take that out of the file first\n"
    )
    assert call("cancel", "talks", "--reason", "All of it", cwd=folder).code == 0
    assert 'cancelled: {date: 2025-05-15, reason: "All of it"}' in text(folder, "talks")


class TestMove:
    """What was done stays told."""

    def move(self, folder: Path, name: str, to: str, *options: str) -> str:
        return call("move", name, "--to", to, "--reason", "Fewer meetings", *options, cwd=folder).err

    def test_what_was_never_done_moves_as_what_comes_once(self, folder: Path) -> None:
        assert self.move(folder, "talks", "2025-02") == "genderplan: One programme a month: due Jan → Feb 2025\n"
        assert text(folder, "talks").startswith("title: One programme a month\ndue: 2025-02\nevery: 1 month\n")

    def test_what_was_done_ends_and_goes_on_as_another(self, folder: Path) -> None:
        told = self.move(folder, "board#paper", "2025-Q3")
        assert told == "genderplan: Quarterly paper (Q1 2025): due Q1 → Q3 2025; it goes on as p/board#paper-2\n"
        assert text(folder, "board") == BOARD.replace(
            "    every: 3 months\n", "    every: 3 months\n    until: 2024-Q4\n"
        ).replace("12-01}\n", (
            '12-01}\n    revisions:\n      - {date: 2025-05-15, field: until, reason: "Fewer meetings"}\n'
        )) + '  - {id: paper-2, title: "Quarterly paper", due: 2025-Q3, every: 3 months}\n'  # fmt: skip
        assert call("validate", "--strict", cwd=folder).code == 0
        counts = json.loads(call("status", "--format", "json", cwd=folder).out)["plans"][0]["counts"]["milestones"]
        assert (counts["complete"], counts["upcoming"]) == (1, 1)

    def test_what_is_said_of_it_goes_on_with_it(self, folder: Path) -> None:
        said = (
            '    source: {document: paper, place: "Page 4: the board"}\n'
            "    note: |\n      Two lines,\n      of a note\n    tags: [board, yes]\n"
        )
        plan = folder / "plans/p/plan.yaml"
        plan.write_text(f"{PLAN}sources: [{{id: paper, title: The paper}}]\n", encoding="utf-8")
        path = folder / "plans/p/actions/board.yaml"
        path.write_text(BOARD.replace("    due: 2024-Q3\n", f"    due: 2024-Q3\n{said}"), encoding="utf-8")
        assert "it goes on as p/board#paper-2" in self.move(folder, "board#paper", "2025-Q3")
        assert text(folder, "board").splitlines()[-1] == (
            '  - {id: paper-2, title: "Quarterly paper", due: 2025-Q3, every: 3 months, '
            'source: {document: paper, place: "Page 4: the board"}, note: "Two lines,\\nof a note\\n", '
            'tags: [board, "yes"]}'
        )
        was, now = (
            json.loads(call("show", f"board#{name}", "--format", "json", cwd=folder).out)["milestone"]
            for name in ("paper", "paper-2")
        )
        assert [was[key] for key in ("source", "note", "tags")] == [now[key] for key in ("source", "note", "tags")]
        assert now["tags"] == ["board", "yes"]

    def test_from_a_time_that_is_named(self, folder: Path) -> None:
        assert "it goes on as p/board#paper-2" in self.move(folder, "board#paper@2025-Q2", "2025-Q3")
        assert "    until: 2025-Q1\n" in text(folder, "board")
        assert "@2025-Q2: this time, or a later one," not in text(folder, "board")

    def test_its_end_moves_as_a_date_does(self, folder: Path) -> None:
        assert self.move(folder, "talks", "2025-11", "--field", "until") == (
            "genderplan: One programme a month: until Dec → Nov 2025\n"
        )
        assert '{date: 2025-05-15, field: until, was: 2025-12, reason: "Fewer meetings"}' in text(folder, "talks")

    @pytest.mark.parametrize(
        ("name", "to", "told"),
        [
            ("board#paper@2024-Q4", "2025-Q3", "p/board#paper@2024-Q4: this time, or a later one, is done or skipped already"),
            ("board#paper", "2025-Q1", "p/board#paper is due 2025-Q1 already"),
            ("board#paper", "2025-07", ""),
            ("board#paper", "2025", "every 3 months does not lead from 2025 to a date of its kind"),
        ],
    )  # fmt: skip
    def test_refuses(self, folder: Path, name: str, to: str, told: str) -> None:
        assert told in self.move(folder, name, to)

    def test_an_action_that_was_done_is_ended_by_hand(self, folder: Path) -> None:
        assert call("complete", "talks", cwd=folder).code == 0
        assert self.move(folder, "talks", "2025-03") == (
            "genderplan: p/talks was done before: end it with 'genderplan move p/talks --field until --to 2025-01', "
            "and begin an action that comes again from 2025-03\n"
        )

    def test_what_is_over_is_history(self, folder: Path) -> None:
        assert self.move(folder, "board#paper", "2024-Q4", "--field", "until").startswith("genderplan: Quarterly")
        for command in (["complete", "board#paper"], ["move", "board#paper", "--to", "2026-Q1", "--reason", "R"]):
            done = call(*command, cwd=folder)
            assert done.err == "genderplan: p/board#paper is over: each of its times is done or skipped\n"


def test_lists_show_what_is_due_next_and_from_when_on(folder: Path) -> None:
    listed = call("list", "milestones", "--columns", "id,due", cwd=folder).out
    assert listed.splitlines()[:3] == [
        "ID               DUE",
        "p/board#paper    Q1 2025",
        "p/board#publish  from May 2025",
    ]
    table = call("list", "milestones", "--format", "csv", "--columns", "id,due,next_due,earliest", cwd=folder).out
    assert table.splitlines()[1:] == ["p/board#paper,2024-Q3,2025-Q1,", "p/board#publish,,,2025-05"]
    page = call("show", "board", "--format", "markdown", cwd=folder).out
    assert "from May 2025" in page


@pytest.mark.parametrize("format_", ["markdown", "html"])
def test_pages(folder: Path, format_: str) -> None:
    assert "every month until Dec 2025" in call("timeline", "--format", format_, cwd=folder).out
    assert "Q1 2025" in call("status", "--format", format_, cwd=folder).out


def test_a_baseline_keeps_how_often_and_until_when(folder: Path) -> None:
    assert call("baseline", "save", "one", cwd=folder).code == 0
    kept = (folder / "plans/p/baselines/one.yaml").read_text(encoding="utf-8")
    assert kept.count("every: ") == 2
    assert "until: 2025-12" in kept
    assert "completed" not in kept
    for name, was, now in (("talks", "until: 2025-12", "until: 2026-03"), ("board", "3 months", "6 months")):
        path = folder / f"plans/p/actions/{name}.yaml"
        path.write_text(text(folder, name).replace(was, now).replace(", 2024-Q4: 2024-12-01", ""), encoding="utf-8")
    said = plain_terminal("slippage", cwd=folder).out
    assert "+3 months  until: Dec 2025 → Mar 2026" in said
    assert "milestone board#paper, every" in said
    assert "was  3 months" in said
