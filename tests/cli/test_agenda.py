"""Agendas of a board through the command: three meetings, with a commit on the day of each and without one."""

from pathlib import Path
from typing import Any

import pytest

from cli.board_year import BOARD, MEETINGS, files, year
from cli_runner import call, plain_terminal
from repositories import Git, repository


def agenda(folder: Path, day: str, *more: str) -> dict[str, Any]:
    done = call("agenda", "Pay-Board", "--on", day, "--format", "json", *more, cwd=folder)
    assert done.code == 0, done.err
    return dict(done.json)


def changes(document: dict[str, Any]) -> dict[str, Any]:
    """What an agenda says of the time since the last meeting, and what is open on its day."""
    [since] = document["since"] or [None]
    told: dict[str, Any] = {}
    if since:
        bare = [(key, [each["id"].partition("#")[2] for each in since[key]]) for key in ("completed", "newly_overdue")]
        told = dict(bare)
        told["moved"] = [
            (each["id"].partition("#")[2], each["was"], each["now"]) for each in since["comparison"]["moved"]
        ]
        told["why"] = [
            (each["reason"], each["approved_by"]) for reasons in since["reasons"] for each in reasons["revisions"]
        ]
        told["updates"] = [each["text"] for each in since["updates"]]
    for key in ("overdue", "due"):
        told[key] = [each["item"]["id"].partition("#")[2] for each in document[key]]
    for key in ("reports", "missing"):
        told[key] = [each["id"] for each in document[key]]
    return told


EXPECTED: list[dict[str, Any]] = [
    {
        "overdue": [],
        "due": ["extract", "analysis", "letter"],
        "reports": ["Pay-Board#progress@jan"],
        "missing": [],
    },
    {
        "completed": ["extract"],
        "newly_overdue": ["letter"],
        "moved": [("analysis", "2025-03", "2025-06")],
        "why": [("Payroll moves", "Pay-Board")],
        "updates": ["Extract is under way."],
        "overdue": ["letter"],
        "due": ["analysis"],
        "reports": ["Pay-Board#survey"],
        "missing": [],
    },
    {
        "completed": ["letter"],
        "newly_overdue": ["analysis"],
        "moved": [],
        "why": [],
        "updates": ["Analysis has begun."],
        "overdue": ["analysis"],
        "due": ["report"],
        "reports": ["Pay-Board#progress@jul"],
        "missing": ["Pay-Board#survey"],
    },
]
"""What each of the three says; of the first no earlier meeting is known."""


@pytest.mark.parametrize("stage", range(3))
def test_each_agenda_says_what_changed_by_the_commits_of_the_meetings(stage: int, tmp_path: Path) -> None:
    """F3-08: what a board has not seen yet, by the commit of its last meeting."""
    made = year(tmp_path / "year", stage + 1)
    document = agenda(made.folder, MEETINGS[stage])
    assert changes(document) == EXPECTED[stage]
    assert [each["told_by"] for each in document["since"]] == (["files"] if stage else [])
    assert document["since_why"] is None


@pytest.mark.parametrize("stage", range(3))
def test_each_agenda_says_the_same_by_commits_of_days_before(stage: int, tmp_path: Path) -> None:
    """The newest commit before the last meeting counts, and none of a day after it."""
    made = year(tmp_path / "year", stage + 1, ("2025-01-10", "2025-04-10", "2025-07-10"))
    document = agenda(made.folder, MEETINGS[stage])
    assert changes(document) == EXPECTED[stage]
    assert [each["since"]["taken"] for each in document["since"]] == (
        ["2025-01-10", "2025-04-10"][stage - 1 : stage] if stage else []
    )


@pytest.mark.parametrize("stage", range(3))
def test_each_agenda_says_the_same_by_dates_in_the_files(stage: int, tmp_path: Path) -> None:
    folder = repository(tmp_path / "late")
    folder.commit(files(stage), "All at once", "2025-12-01")
    document = agenda(folder.folder, MEETINGS[stage])
    assert changes(document) == EXPECTED[stage]
    if stage:
        assert [each["told_by"] for each in document["since"]] == ["dates"]
        assert document["since_why"].startswith(f"no commit until {MEETINGS[stage - 1]}")


@pytest.mark.parametrize("stage", range(3))
def test_agendas_of_the_past_say_what_they_said_then(stage: int, tmp_path: Path) -> None:
    """From the files of the last meeting alone: what is dated later has not happened yet."""
    root = tmp_path / "now"
    Git(root).write(files(2))
    assert changes(agenda(root, MEETINGS[stage])) == EXPECTED[stage]
    made = year(tmp_path / "year")
    assert changes(agenda(made.folder, MEETINGS[stage])) == EXPECTED[stage]


def test_the_meeting_and_those_around_it(tmp_path: Path) -> None:
    Git(tmp_path).write(files(2))
    document = agenda(tmp_path, "2025-07-16")
    assert [document[key]["id"] for key in ("last", "meeting", "next")] == [
        "Pay-Board#apr",
        "Pay-Board#jul",
        "Pay-Board#oct",
    ]
    assert [(each["id"], each["cancelled"]) for each in document["cancelled_meetings"]] == [
        ("Pay-Board#may", "No quorum")
    ]
    assert agenda(tmp_path, "2025-04-16")["meeting"] == {
        "board": "Pay-Board",
        "id": "Pay-Board#apr",
        "title": None,
        "date": "2025-04-16",
        "by_rule": False,
        "kind": "ordinary",
        "papers_by": "2025-04-09",
        "theme": "Pay data",
        "minutes": None,
        "cancelled": None,
        "note": None,
    }


def test_a_day_without_a_meeting_means_the_next_one(tmp_path: Path) -> None:
    """A cancelled one is not held; the plan is judged on the day that is given."""
    Git(tmp_path).write(files(2))
    document = agenda(tmp_path, "2025-05-14")
    assert document["meeting"]["id"] == "Pay-Board#jul"
    assert document["plans"][0]["as_of"] == "2025-05-14"


def test_both_days_are_for_papers_that_go_out_before(tmp_path: Path) -> None:
    Git(tmp_path).write(files(2))
    document = agenda(tmp_path, "2025-07-16", "--as-of", "2025-06-30")
    assert document["meeting"]["id"] == "Pay-Board#jul"
    assert document["plans"][0]["as_of"] == "2025-06-30"
    assert (changes(document)["overdue"], changes(document)["due"]) == ([], ["analysis", "report"])


def test_without_a_day_it_is_the_next_meeting_and_today(tmp_path: Path) -> None:
    Git(tmp_path).write(files(2))
    done = call("agenda", "Pay-Board", "--as-of", "2025-02-01", "--format", "json", cwd=tmp_path)
    assert done.json["meeting"]["id"] == "Pay-Board#apr"
    assert done.json["plans"][0]["as_of"] == "2025-02-01"


TWICE = """\
oversees: pay
meetings:
  - {id: jun, date: 2025-06-05}
  - {id: special, date: 2025-06-05, kind: special}
  - {id: off, date: 2025-06-05, cancelled: {reason: No quorum}}
  - {id: mar, date: 2025-03}
  - {id: undated}
promised:
  - {id: a, title: A, at: jun}
  - {id: b, title: B, at: special}
"""


def twice(tmp_path: Path) -> Path:
    board = {"organisations.yaml": "Pay-Board: {kind: board}\n", "boards/Pay-Board.yaml": TWICE}
    written = board | {"pay/plan.yaml": "genderplan: 1\ntitle: Pay\nstatus_date: 2025-01-15\n"}
    Git(tmp_path).write({f"plans/{name}": text for name, text in written.items()})
    return tmp_path


@pytest.mark.parametrize(
    ("on", "meeting", "report", "as_of"),
    [
        ("2025-06-05", "jun", "a", "2025-06-05"),
        ("jun", "jun", "a", "2025-06-05"),
        ("special", "special", "b", "2025-06-05"),
        ("Pay-Board#special", "special", "b", "2025-06-05"),
        ("mar", "mar", None, "2025-03-31"),
    ],
)
def test_a_board_that_meets_twice_on_a_day_has_two_papers(
    on: str, meeting: str, report: str | None, as_of: str, tmp_path: Path
) -> None:
    document = agenda(twice(tmp_path), on)
    assert document["meeting"]["id"] == f"Pay-Board#{meeting}"
    assert [each["id"] for each in document["reports"]] == ([f"Pay-Board#{report}"] if report else [])
    assert document["plans"][0]["as_of"] == as_of
    assert (document["last"] or {}).get("id") == (None if on == "mar" else "Pay-Board#mar")


def test_of_two_meetings_on_a_day_the_other_is_told_of_where_none_is_named(tmp_path: Path) -> None:
    said = [call("agenda", "Pay-Board", "--on", on, cwd=twice(tmp_path)).err for on in ("2025-06-05", "jun", "mar")]
    assert ["another meeting on this day: --on special" in each for each in said] == [True, False, False]
    sent = call("agenda", "Pay-Board", "--on", "special", "--as-of", "2025-05-20", "--format", "json", cwd=tmp_path)
    assert (sent.json["meeting"]["id"], sent.json["plans"][0]["as_of"]) == ("Pay-Board#special", "2025-05-20")


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("off", "--on: Pay-Board#off was cancelled"),
        ("undated", "--on: Pay-Board#undated has no date"),
        ("juni", "--on: 'juni' is not a date (write YYYY-MM-DD), nor a meeting of Pay-Board: did you mean 'jun'?"),
        ("2025-06", "--on: '2025-06' is not a day"),
    ],
)
def test_a_meeting_that_is_not_held_has_no_paper(on: str, said: str, tmp_path: Path) -> None:
    done = call("agenda", "Pay-Board", "--on", on, cwd=twice(tmp_path))
    assert (done.code, said in done.err) == (2, True), done.err


def test_extensions_milestones_for_the_board_and_decisions(tmp_path: Path) -> None:
    """F4-01 and F4-22: what is asked of a meeting, with where it is from."""
    Git(tmp_path).write(files(2))
    document = agenda(tmp_path, "2025-07-16")
    [asked] = document["requested"]
    assert (asked["id"], asked["due"], asked["extended"], asked["requested"]["to"]) == (
        "pay/analyse#analysis",
        "2025-06",
        1,
        "2025-11",
    )
    assert [(each["id"], each["status"]) for each in document["received"]] == [("pay/analyse#report", "upcoming")]
    assert [each["id"] for each in document["open_decisions"]] == ["Pay-Board#more-often", "Pay-Board#extract"]
    assert [each["id"] for each in agenda(tmp_path, "2025-04-16")["decisions"]] == ["Pay-Board#more-often"]
    overdue = document["overdue"][0]
    assert (overdue["extended"], overdue["latest"]["text"]) == (1, "Analysis has begun.")


def test_no_repository_is_told_on_the_paper(tmp_path: Path) -> None:
    Git(tmp_path).write(files(1))
    done = plain_terminal("agenda", "Pay-Board", "--on", "2025-04-16", columns=140, cwd=tmp_path)
    assert "by the dates in the plans' own files" in done.out
    assert "they are in no git repository" in done.out
    made = year(tmp_path / "year", 2)
    done = plain_terminal("agenda", "Pay-Board", "--on", "2025-04-16", columns=140, cwd=made.folder)
    assert "Since 15 Jan 2025, by commit " in done.out


def test_a_plan_that_the_commit_of_then_has_not_is_told_on_the_paper(tmp_path: Path) -> None:
    """By which dates it is told, and why no commit tells it."""
    made = year(tmp_path, 1)
    board = {"plans/boards/Pay-Board.yaml": BOARD.replace("oversees: pay", "oversees: [pay, jobs]")}
    jobs = {"plans/jobs/plan.yaml": "genderplan: 1\ntitle: Jobs plan\n", "plans/jobs/actions/a.yaml": "title: A\n"}
    made.commit(board | jobs, "Another plan", "2025-04-10")
    on = ("agenda", "Pay-Board", "--on", "2025-04-16")
    done = " ".join(plain_terminal(*on, columns=140, cwd=made.folder).out.split())
    assert "of 15 Jan 2025; of jobs, not in that commit, by the dates in the plans' own files." in done
    done = " ".join(plain_terminal(*on, "--plan", "jobs", columns=140, cwd=made.folder).out.split())
    assert "by the dates in the plans' own files: the commit of then has none of them." in done


def test_shallow_and_sparse_are_told_in_words(tmp_path: Path) -> None:
    made = year(tmp_path / "year", 2)
    shallow = made.clone(tmp_path / "shallow", "--depth", "1")
    document = agenda(shallow.folder, "2025-04-16")
    assert changes(document) == EXPECTED[1]
    assert "this clone is shallow" in document["since_why"]
    sparse = made.clone(tmp_path / "sparse")
    sparse.write({"plans/pay/actions/other.yaml": "title: Other\n"})
    sparse.commit({}, "Another", "2025-01-15")
    sparse.git("sparse-checkout", "set", "--no-cone", "/*", "!/plans/pay/actions/other.yaml")
    document = agenda(sparse.folder, "2025-04-16")
    assert document["since"][0]["told_by"] in {"dates", "files"}


def test_a_board_of_which_no_meeting_is_known(tmp_path: Path) -> None:
    """No date is invented: the paper says so and has what is open."""
    content = dict(files(1))
    content["plans/boards/Pay-Board.yaml"] = "meets: {every: 3 months}\n"
    Git(tmp_path).write(content)
    document = agenda(tmp_path, "2025-04-16")
    assert [document[key] for key in ("meeting", "last", "next", "until", "since")] == [None, None, None, None, []]
    done = plain_terminal("agenda", "Pay-Board", "--on", "2025-04-16", cwd=tmp_path)
    assert (done.code, "every 3 months, first date not given" in done.out) == (0, True)
    assert "This meeting: not known" in done.out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Pay-Bord", "did you mean 'Pay-Board'?"),
        ("HR", "unknown board 'HR'"),
    ],
)
def test_an_unknown_board_is_an_error(name: str, said: str, tmp_path: Path) -> None:
    Git(tmp_path).write(files(0))
    done = call("agenda", name, cwd=tmp_path)
    assert (done.code, said in done.err) == (2, True), done.err


def test_a_day_that_is_none_names_its_option(tmp_path: Path) -> None:
    Git(tmp_path).write(files(0))
    done = call("agenda", "Pay-Board", "--on", "2025-13", cwd=tmp_path)
    assert (done.code, "--on" in done.err) == (2, True)


def test_what_a_board_does_not_oversee_is_not_on_its_paper(tmp_path: Path) -> None:
    """F2-10: a board of one objective, or of what bears a tag, has that alone."""
    content = dict(files(1))
    content["plans/pay/actions/other.yaml"] = "title: Other\nlead: HR\ndue: 2025-02\ntags: [careers]\n"
    content["plans/boards/Pay-Board.yaml"] = BOARD.replace("oversees: pay\n", "oversees: pay/gap\n")
    Git(tmp_path).write(content)
    assert changes(agenda(tmp_path, "2025-04-16"))["overdue"] == ["letter"]
    Git(tmp_path).write({"plans/boards/Pay-Board.yaml": BOARD.replace("oversees: pay\n", "oversees: 'tag:careers'\n")})
    document = agenda(tmp_path, "2025-04-16")
    assert [each["item"]["id"] for each in document["overdue"]] == ["pay/other"]
    assert document["since"][0]["completed"] == []


def test_filters_narrow_what_is_of_plans(tmp_path: Path) -> None:
    """F3-10: the paper of one owner."""
    Git(tmp_path).write(files(2))
    assert changes(agenda(tmp_path, "2025-07-16", "--lead", "Finance"))["due"] == ["report"]
    assert changes(agenda(tmp_path, "2025-07-16", "--lead", "Finance"))["overdue"] == []


def test_status_since_and_until_a_board(tmp_path: Path) -> None:
    """F4-02: a board's last and next meeting as days."""
    made = year(tmp_path / "year", 2)
    day = ("--as-of", "2025-04-16", "--format", "json")
    by_board = call("status", "--since", "Pay-Board", *day, cwd=made.folder)
    by_date = call("status", "--since", "2025-01-15", *day, cwd=made.folder)
    assert by_board.json["since"] == by_date.json["since"]
    assert "the last meeting of Pay-Board: 15 Jan 2025" in by_board.err
    ahead = call("status", "--until", "Pay-Board", *day, cwd=made.folder)
    assert (ahead.json["until"], [each["id"] for each in ahead.json["plans"][0]["due"]]) == (
        "2025-07-16",
        ["pay/analyse#analysis"],
    )
    assert "DUE BY 16 JUL 2025 (1)" in call("status", "--until", "board:Pay-Board", *day[:2], cwd=made.folder).out
    assert "Due by 30 Sep 2025" in call("status", "--until", "2025-09-30", "--format", "markdown", cwd=made.folder).out


def test_status_since_a_board_without_a_commit(tmp_path: Path) -> None:
    Git(tmp_path).write(files(1))
    done = call("status", "--since", "Pay-Board", "--as-of", "2025-04-16", cwd=tmp_path)
    assert (done.code, "since Pay-Board of 15 Jan 2025" in done.out) == (0, True)
    assert "1 completed, 1 newly overdue, 1 update. 1 of 4 agreed dates moved" in done.out
    assert "in no git repository" in done.err


def test_without_git_it_is_git_that_is_told_to_be_missing(tmp_path: Path) -> None:
    made = year(tmp_path / "year", 2)
    env = {"PATH": str(tmp_path)}
    done = call("status", "--since", "board:Pay-Board", "--as-of", "2025-04-16", cwd=made.folder, env=env)
    assert (done.code, "(git is not installed" in done.err) == (0, True), done.err
    paper = call("agenda", "Pay-Board", "--on", "2025-04-16", cwd=made.folder, env=env).out
    assert "in no git repository" not in paper
    assert "git is not installed" in " ".join(paper.split())


def test_a_board_without_meetings_before_or_after_is_an_error(tmp_path: Path) -> None:
    Git(tmp_path).write(files(1))
    done = call("status", "--since", "Pay-Board", "--as-of", "2025-01-15", cwd=tmp_path)
    assert (done.code, "no meeting of Pay-Board is known before the status date" in done.err) == (2, True)
    done = call("status", "--until", "Pay-Board", "--as-of", "2025-10-15", cwd=tmp_path)
    assert (done.code, "no meeting of Pay-Board is known after the status date" in done.err) == (2, True)


def test_a_name_of_a_board_and_of_a_baseline_is_refused(tmp_path: Path) -> None:
    named = {
        name.replace("Pay-Board", "steering"): text.replace("Pay-Board", "steering") for name, text in files(1).items()
    }
    Git(tmp_path).write({**named, "plans/pay/baselines/steering.yaml": "genderplan: 1\ntaken: 2025-01-01\n"})
    day = ("--as-of", "2025-04-16")
    done = call("status", "--since", "steering", *day, cwd=tmp_path)
    said = "'steering' is a board and a baseline of pay: write board:steering for the board"
    assert (done.code, said in done.err) == (2, True), done.err
    for name in ("board:steering", "baseline:steering"):
        assert call("status", "--since", name, *day, cwd=tmp_path).code == 0


def test_a_name_of_a_board_and_of_a_branch_is_refused(tmp_path: Path) -> None:
    made = year(tmp_path / "year", 2)
    made.git("branch", "Pay-Board")
    done = call("status", "--since", "Pay-Board", "--as-of", "2025-04-16", cwd=made.folder)
    assert (done.code, "is a board and refs/heads/Pay-Board" in done.err) == (2, True), done.err


def test_a_board_is_called_as_its_organisation_is_where_that_means_nothing_else(tmp_path: Path) -> None:
    made = year(tmp_path / "year", 2)

    def since(name: str) -> str:
        done = call("status", "--since", name, "--as-of", "2025-04-16", "--format", "json", cwd=made.folder)
        assert done.code == 0, done.err
        return str(done.json["since"][0]["since"]["taken"])

    wanted = since("board:Pay-Board")
    assert [since(name) for name in ("Pay Board", "pay-board")] == [wanted] * 2
    made.git("branch", "pay-board")
    assert since("pay-board") != wanted == since("Pay-Board")


def test_a_name_of_a_board_and_of_a_date_is_refused(tmp_path: Path) -> None:
    named = {name.replace("Pay-Board", "FY2025-26"): text for name, text in files(1).items()}
    Git(tmp_path).write({name: text.replace("Pay-Board", "FY2025-26") for name, text in named.items()})
    for option in ("--since", "--until"):
        done = call("status", option, "FY2025-26", "--as-of", "2025-04-16", cwd=tmp_path)
        said = "genderplan: 'FY2025-26' is a board and a date: write board:FY2025-26 for the board\n"
        assert (done.code, done.err) == (2, said)


@pytest.mark.parametrize("format_", ["markdown", "html"])
def test_other_formats_have_the_same(format_: str, tmp_path: Path) -> None:
    Git(tmp_path).write(files(2))
    out = call("agenda", "Pay-Board", "--on", "2025-07-16", "--format", format_, cwd=tmp_path).out
    for said in ("Pay Board: 16 Jul 2025", "Analyst left", "Outcomes of the survey", "extended once", "No quorum"):
        assert said in out
