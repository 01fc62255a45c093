"""Days of boards: every command judges a board on the same day, however its file names what it oversees."""

from pathlib import Path
from typing import Any

import pytest

from cli_runner import call
from support import tree

BOARD = """\
{oversees}meetings:
  - {{id: dec-2007, date: 2007-12-06}}
  - {{id: feb-2008, date: 2008-02-07}}
  - {{id: jun-2008, date: 2008-06-20}}
promised: [{{id: survey, title: Survey, at: feb-2008}}]
decisions: [{{id: ask, text: Ask Finance, due: 2008-03, agreed: true}}]
"""
SITES = """\
genderplan: 1
title: Sites
status_date: 2008-01-31
objectives: [{id: places, title: Places, supports: standard/training}]
"""
FILES = {
    "organisations.yaml": "EODB: {name: Equality Board, kind: board}\n",
    "pay/plan.yaml": "genderplan: 1\ntitle: Pay plan\nstatus_date: 2008-06-10\n",
    "pay/actions/gap.yaml": "title: Publish the gap\ntags: [gap]\ndue: 2008-09\n",
    "sites/plan.yaml": SITES,
    "sites/actions/x.yaml": "title: X\nobjective: places\nsupports: standard/leadership\ntags: [Careers]\ndue: 2008-09\n",
    "sites/indicators/visits.yaml": "title: Visits\ntags: [visits]\n",
    "frameworks/standard.yaml": (
        "genderplan: 1\ntitle: Standard\nkind: standard\n"
        "sections: [{id: leadership, title: L}, {id: training, title: T}]\n"
    ),
}
EARLY = {
    "day": "2008-01-31",
    "last": "2007-12-06",
    "next": "2008-02-07",
    "feb": "next",
    "survey": "due",
    "ask": "upcoming",
}
LATE = {
    "day": "2008-06-10",
    "last": "2008-02-07",
    "next": "2008-06-20",
    "feb": "held",
    "survey": "overdue",
    "ask": "overdue",
}


def folder(path: Path, oversees: str) -> Path:
    board = BOARD.format(oversees=f"oversees: [{oversees}]\n" if oversees else "")
    return tree(path, FILES | {"boards/EODB.yaml": board}).parent


def told(path: Path, *options: str) -> dict[str, dict[str, Any]]:
    """What each command takes the day of the board for, as far as it tells."""

    def json(*command: str) -> Any:
        more = () if command[0] == "show" else options
        found = call(*command, *more, "--format", "json", cwd=path)
        assert found.code == 0, found.err
        return found.json

    (board,) = json("list", "boards")["boards"]
    meetings = {each["status"]: each["date"] for each in json("list", "meetings")["meetings"]}
    shown = json("show", "board:EODB")["board"]
    dues = {each["id"]: each["status"] for each in json("due", "--until", "2008-12")["items"]}
    events = json("calendar", "--board", "EODB", "--from", "2007", "--to", "2008")["events"]
    paper = json("agenda", "EODB")
    return {
        "list boards": {"last": board["last_meeting"], "next": board["next_meeting"]},
        "list meetings": {"next": meetings["next"]},
        "list reports": {"survey": json("list", "reports")["reports"][0]["status"]},
        "list decisions": {"ask": json("list", "decisions")["decisions"][0]["status"]},
        "show": {"last": shown["last_meeting"], "next": shown["next_meeting"]},
        "show meeting": {"feb": json("show", "EODB#feb-2008")["meeting"]["status"]},
        "due": {name: dues[f"EODB#{name}"] for name in ("survey", "ask")},
        "due --until": {"next": json("due", "--until", "EODB")["until"]},
        "calendar": {"day": next(each["as_of"] for each in events if each["id"] == "EODB#feb-2008")},
        "calendar of dues": {"day": next(each["as_of"] for each in events if each["id"] == "EODB#survey")},
        "agenda": {"last": paper["last"]["date"], "next": paper["meeting"]["date"]},
        "status --until": {"next": json("status", "--until", "EODB")["until"]},
        "gaps --since": {"last": json("gaps", "--returns", "--since", "EODB")["since"]},
        "status --since": {"last": json("status", "--since", "EODB")["since"][0]["since"]["taken"]},
    }


@pytest.mark.parametrize(
    ("oversees", "day"),
    [
        ("sites/places", EARLY),
        ("tag:visits", EARLY),
        ("standard/leadership", EARLY),
        ("standard/training", EARLY),
        ("tag:gap", LATE),
        ("sites, tag:gap", LATE),
        ("", LATE),
        ("tag:nothing", LATE),
    ],
)
def test_a_board_is_judged_on_the_newest_day_of_what_it_oversees(
    tmp_path: Path, oversees: str, day: dict[str, str]
) -> None:
    """F2-19, F2-20: by all commands alike; on the newest of all where there is nothing that it oversees."""
    for command, facts in told(folder(tmp_path, oversees)).items():
        assert facts == {name: day[name] for name in facts}, command


def test_only_plans_that_are_asked_for_count(tmp_path: Path) -> None:
    for command, facts in told(folder(tmp_path, ""), "--plan", "sites").items():
        if not command.startswith("show"):
            assert facts == {name: EARLY[name] for name in facts}, command


@pytest.mark.parametrize(
    ("board", "said"),
    [
        ("EODD", "--since: no date, and an unknown board 'EODD' (did you mean 'EODB'?)"),
        ("", "--since: no date, and an unknown board '' (known: EODB)"),
        ("2008-13", "--since: '2008-13' is not a date: month must be in 1..12"),
    ],
)
def test_gaps_since_what_is_neither_a_date_nor_a_board(tmp_path: Path, board: str, said: str) -> None:
    done = call("gaps", "--returns", "--since", board, cwd=folder(tmp_path, ""))
    assert (done.code, done.err) == (2, f"genderplan: {said}\n")


def test_gaps_since_a_board_that_has_not_met(tmp_path: Path) -> None:
    done = call("gaps", "--returns", "--since", "EODB", "--as-of", "2007-01-01", cwd=folder(tmp_path, ""))
    assert (done.code, done.err) == (2, "genderplan: no meeting of EODB is known before the status date\n")


NEITHER = "it is neither a date nor a baseline of which it is known when it was taken"
UPDATES = (
    "updates: [{date: 2008-02-06, text: Before}, {date: 2008-02-07, text: That day}, {date: 2008-05, text: Since}]\n"
)


def test_updates_since_the_last_meeting_of_a_board(tmp_path: Path) -> None:
    """Its own day counts, as with a day that is given."""
    path = folder(tmp_path, "")
    tree(path, {"pay/actions/gap.yaml": FILES["pay/actions/gap.yaml"] + UPDATES})
    for name in ("EODB", "eodb", "equality  board", "Equality Board", "board:EODB", "board:equality board"):
        done = call("list", "updates", "--since", name, "--format", "json", cwd=path)
        assert [each["text"] for each in done.json["updates"]] == ["That day", "Since"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "EODD",
            f"--since EODD: {NEITHER}, nor a board (did you mean 'EODB'?)",
        ),
        ("board:Nobody", "unknown board 'Nobody' (known: EODB)"),
    ],
)
def test_updates_since_what_is_nothing(tmp_path: Path, name: str, said: str) -> None:
    done = call("list", "updates", "--since", name, cwd=folder(tmp_path, ""))
    assert (done.code, done.err) == (2, f"genderplan: {said}\n")


def test_updates_since_a_name_of_a_board_and_of_a_baseline(tmp_path: Path) -> None:
    path = folder(tmp_path, "")
    tree(path, {"pay/baselines/steering.yaml": "genderplan: 1\ntaken: 2008-01-01\n"})
    tree(path, {"organisations.yaml": "steering: {kind: board}\n", "boards/steering.yaml": "role: To steer\n"})
    done = call("list", "updates", "--since", "steering", cwd=path)
    assert (done.code, done.err) == (
        2,
        "genderplan: 'steering' is a board and a baseline of pay: write board:steering for the board\n",
    )
