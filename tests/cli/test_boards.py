"""Boards on the command line: lists, filters, `show` by every name, completion, and no date that nothing gives."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from cli.test_completion import fish
from cli_runner import Result, call
from genderplan.dates.forms import DateError, parse_date
from support import tree
from texts import TextExtension

ORGANISATIONS = """\
HR: {name: Human Resources}
Pay-Team: {part_of: HR}
Finance: {name: Finance Department}
EODB: {name: Equality Board, kind: board, aliases: [The Board]}
Council: {name: Council, kind: board}
"""
EODB = """\
role: Oversees delivery of the scheme
oversees: pay
chair: HR
members: [Finance, {role: Staff association}]
serves: Council
replaces: {board: Council, date: 2007-05}
meets: {every: 3 months, before: Council, at_least_a_year: 4}
meetings:
  - {id: feb-2008, date: 2008-02-07, papers_by: 2008-01-30, theme: Race, minutes: "https://example.org/m"}
  - {id: apr-2008, date: 2008-04-03, cancelled: {reason: No quorum}}
  - {id: jun-2008, date: 2008-06-05, revisions: [{date: 2008-03-01, was: 2008-05-08, reason: The chair is away}]}
  - {id: away-day, kind: special}
receives:
  - {id: mainstreaming, title: Impact of mainstreaming, by: HR, every_meetings: 2, from: feb-2008, about: [pay/gap]}
  - {id: programme, title: Progress of the programme, by: Finance, every: 6 months, from: 2008-01}
  - {id: rolled-out, title: The programme as it is rolled out, every: 6 months}
promised:
  - {id: survey, title: Outcomes of the survey, by: Pay-Team, at: 2008-spring, reason: Data came late}
  - {id: study, title: Study, at: feb-2008, received: 2008-02-07}
decisions:
  - {id: receive, meeting: feb-2008, kind: recommendation, text: Receive reports at every other meeting, about: pay}
  - {id: ask, meeting: feb-2008, kind: action, text: Ask Finance, lead: Finance, due: 2008-05, agreed: true}
champions: {every: 6 months, from: 2008-01, by: HR, rota: [HR, Finance, Pay-Team]}
working_groups: [{id: race, title: Race, chair: HR, led_by: Finance, members: [Pay-Team]}]
note: The board of the plan.
"""
COUNCIL = "meets: {every: 6 months, from: 2008-01}\n"
FILES = {
    "organisations.yaml": ORGANISATIONS,
    "pay/plan.yaml": "genderplan: 1\ntitle: Pay plan\nstatus_date: 2008-06-10\n",
    "pay/actions/gap.yaml": "title: Publish the gap\nlead: HR\ndue: 2008-09\n",
    "sites/plan.yaml": "genderplan: 1\ntitle: Sites\nstatus_date: 2008-01-31\n",
    "sites/actions/x.yaml": "title: X\nlead: Finance\ndue: 2008-09\n",
    "boards/EODB.yaml": EODB,
    "boards/Council.yaml": COUNCIL,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tree(tmp_path_factory.mktemp("boards"), FILES).parent


@pytest.fixture
def text(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextExtension)


def listed(folder: Path, noun: str, *options: str) -> list[str]:
    return [each["id"] for each in call("list", noun, *options, "--format", "json", cwd=folder).json[noun]]


def field(folder: Path, noun: str, name: str) -> dict[str, object]:
    return {each["id"]: each[name] for each in call("list", noun, "--format", "json", cwd=folder).json[noun]}


# lists


def test_boards_stand_on_the_newest_day_of_the_plans_that_they_name(folder: Path) -> None:
    """F2-19, F2-20: one that names none on the newest of all."""
    assert field(folder, "boards", "last_meeting") == {"Council": "2008-01", "EODB": "2008-06-05"}
    assert field(folder, "boards", "next_meeting") == {"Council": "2008-07", "EODB": None}
    assert field(folder, "boards", "served_by") == {"Council": ["EODB"], "EODB": []}
    assert field(folder, "boards", "next_reviewed") == {"Council": None, "EODB": "Finance"}


def test_each_meeting_says_how_it_stands(folder: Path) -> None:
    assert field(folder, "meetings", "status") == {
        "Council@2008-01": "unconfirmed",
        "Council@2008-07": "next",
        "Council@2009-01": "planned",
        "EODB#feb-2008": "held",
        "EODB#apr-2008": "cancelled",
        "EODB#jun-2008": "held",
        "EODB#away-day": "undated",
    }
    assert field(folder, "meetings", "by_rule")["Council@2008-07"] is True


def test_reports_are_due_at_their_meetings_or_on_their_dates(folder: Path) -> None:
    """F4-01, F4-02, F4-11: promised ones that did not come are overdue."""
    assert field(folder, "reports", "due") == {
        "EODB#mainstreaming": None,
        "EODB#programme": "2008-07",
        "EODB#rolled-out": None,
        "EODB#survey": "2008-spring",
        "EODB#study": "2008-02-07",
    }
    assert field(folder, "reports", "status") == {
        "EODB#mainstreaming": "undated",
        "EODB#programme": "upcoming",
        "EODB#rolled-out": "undated",
        "EODB#survey": "overdue",
        "EODB#study": "complete",
    }
    assert field(folder, "reports", "days_overdue")["EODB#survey"] == 10


def test_decisions_are_open_until_it_is_said_whether_they_were_agreed(folder: Path) -> None:
    """F4-21"""
    assert field(folder, "decisions", "state") == {"EODB#receive": "open", "EODB#ask": "agreed"}
    assert field(folder, "decisions", "status") == {"EODB#receive": None, "EODB#ask": "overdue"}


@pytest.mark.parametrize("name", ["EODB", "eodb", "Equality Board", "THE BOARD", "Nowhere", "nowhere"])
def test_a_board_is_called_the_same_by_every_command(tmp_path: Path, name: str) -> None:
    """By its id in any case, also where it is no organisation, and by what its organisation is called."""
    boards = {f"boards/{each}.yaml": "meetings: [{id: feb, date: 2008-02-07}]\n" for each in ("EODB", "Nowhere")}
    plan = "genderplan: 1\ntitle: Pay plan\nstatus_date: 2008-01-31\n"
    folder = tree(tmp_path, {"organisations.yaml": ORGANISATIONS, "pay/plan.yaml": plan, **boards}).parent
    board = "EODB" if name.casefold() != "nowhere" else "Nowhere"
    assert call("agenda", name, "--format", "json", cwd=folder).json["board"]["id"] == board
    assert listed(folder, "meetings", "--board", name) == [f"{board}#feb"]
    assert call("due", "--until", name, "--format", "json", cwd=folder).json["until"] == "2008-02-07"
    assert call("show", f"board:{name}", "--format", "json", cwd=folder).json["board"]["id"] == board
    assert call("show", f"{name}#feb", "--format", "json", cwd=folder).json["meeting"]["id"] == f"{board}#feb"


@pytest.mark.parametrize(
    ("keys", "is_open"),
    [
        ("kind: concern", True),
        ("lead: HR, due: 2025-06", True),
        ("agreed: false, lead: HR", False),
        ("agreed: true", False),
        ("agreed: true, lead: HR", True),
        ("agreed: true, due: 2025-06", True),
        ("agreed: true, lead: HR, completed: 2025-01", False),
        ("agreed: true, lead: HR, completed: 2025-02", True),
        ("completed: 2025-01-31", False),
    ],
)
def test_what_is_left_open_is_the_same_in_a_list_and_on_an_agenda(tmp_path: Path, keys: str, is_open: bool) -> None:
    """F4-21: what was agreed for somebody to act on is open until it is done, a month from its first day on."""
    board = f"oversees: pay\ndecisions: [{{id: ask, text: Ask, {keys}}}]\n"
    plan = "genderplan: 1\ntitle: Pay plan\nstatus_date: 2025-01-31\n"
    where = tree(tmp_path, {"organisations.yaml": ORGANISATIONS, "pay/plan.yaml": plan, "boards/EODB.yaml": board})
    assert field(where.parent, "boards", "open_decisions") == {"EODB": int(is_open)}
    paper = call("agenda", "EODB", "--format", "json", cwd=where.parent).json
    assert [each["id"] for each in paper["open_decisions"]] == ["EODB#ask"] * is_open


@pytest.mark.parametrize(
    ("noun", "options", "ids"),
    [
        ("boards", ("--board", "the board"), ["EODB"]),
        ("boards", ("--board", "board:EODB"), ["EODB"]),
        ("boards", ("--plan", "sites"), ["Council"]),
        ("boards", ("--search", "delivery"), ["EODB"]),
        ("meetings", ("--board", "council", "--due", "2008"), ["Council@2008-01", "Council@2008-07"]),
        ("meetings", ("--search", "race"), ["EODB#feb-2008"]),
        ("reports", ("--lead", "HR"), ["EODB#mainstreaming", "EODB#survey"]),
        ("reports", ("--lead-only", "HR"), ["EODB#mainstreaming"]),
        ("reports", ("--status", "overdue", "--due", "..2008-06"), ["EODB#survey"]),
        ("decisions", ("--lead", "Finance"), ["EODB#ask"]),
        ("decisions", ("--due", "2008-02"), []),
        ("reports", ("--board", "Council"), []),
    ],
)
def test_filters_ask_what_boards_can_answer(noun: str, options: tuple[str, ...], ids: list[str], folder: Path) -> None:
    assert listed(folder, noun, *options) == ids


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("list", "meetings", "--rag", "red"), "--lead, --status, --due and --search can be asked"),
        (("list", "actions", "--board", "EODB"), "--board goes with boards, meetings, reports, decisions"),
        (("list", "meetings", "--board", "EOBD"), "unknown board 'EOBD' (did you mean 'EODB'?)"),
        (("list", "meetings", "--board", "EODB#feb-2008"), "unknown board 'EODB#feb-2008'"),
        (("list", "meetings", "--since", "2008"), "--since goes with updates"),
        (("due", "--until", "EOBD"), "--until: no date, and an unknown board 'EOBD' (did you mean 'EODB'?)"),
        (("status", "--until", "EOBD"), "--until: no date, and an unknown board 'EOBD' (did you mean 'EODB'?)"),
        (("status", "--until", "board:EOBD"), "unknown board 'EOBD' (did you mean 'EODB'?)"),
        (("status", "--until", ""), "--until: no date, and an unknown board ''"),
        (("status", "--until", "2008-02-30"), "--until: '2008-02-30' is not a date: day is out of range for month"),
        (("status", "--until", "2008-W01"), "--until: '2008-W01' is not a date"),
        (("status", "--since", "EOBD"), "a baseline by name nor a commit, nor a board (did you mean 'EODB'?)"),
        (("status", "--since", "2001"), "in no git repository"),
        (("calendar", "--board", ""), "unknown board ''"),
        (("report", "--board", ""), "unknown board ''"),
        (("show", "EODB#none"), "unknown id 'EODB#none'"),
        (("show", "EODB@2008-03"), "'EODB' does not come again"),
        (("show", "Council@2008-03"), "'Council' does not come again"),
        (("show", "meeting:EODB#ask"), "unknown meeting 'EODB#ask'"),
        (("history", "board:EODB"), "of a board, not an entry or a milestone"),
        (("complete", "EODB#feb-2008"), "neither an entry nor a milestone"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(arguments: tuple[str, ...], told: str, folder: Path) -> None:
    result = call(*arguments, cwd=folder)
    assert result.code == 2
    assert told in result.err


def test_csv_has_every_field(folder: Path) -> None:
    head, first, *_ = call("list", "meetings", "--format", "csv", cwd=folder).lines
    assert head.startswith(
        "board,meeting,id,title,date,kind,by_rule,status,papers_by,theme,minutes,cancelled,revisions"
    )
    assert first.startswith("Council,,Council@2008-01,,2008-01,ordinary,")


# show


@pytest.mark.parametrize(
    ("name", "noun", "full_id"),
    [
        ("EODB", "organisation", "EODB"),
        ("board:EODB", "board", "EODB"),
        ("board:eodb", "board", "EODB"),
        ("board:The Board", "board", "EODB"),
        ("EODB#feb-2008", "meeting", "EODB#feb-2008"),
        ("board:EODB#feb-2008", "meeting", "EODB#feb-2008"),
        ("meeting:EODB#feb-2008", "meeting", "EODB#feb-2008"),
        ("Council@2008-07", "meeting", "Council@2008-07"),
        ("Council@2030-01", "meeting", "Council@2030-01"),
        ("EODB#survey", "owed", "EODB#survey"),
        ("report:EODB#programme@2008-07", "owed", "EODB#programme"),
        ("EODB#ask", "decision", "EODB#ask"),
    ],
)
def test_every_name_means_one_thing(name: str, noun: str, full_id: str, folder: Path) -> None:
    assert call("show", name, "--format", "json", cwd=folder).json[noun]["id"] == full_id


def test_an_id_that_two_lists_have_is_told_apart_by_its_kind(tmp_path: Path) -> None:
    both = "meetings: [{id: x}]\ndecisions: [{id: x, text: X}]\n"
    folder = tree(tmp_path, FILES | {"boards/EODB.yaml": both}).parent
    assert "can mean meeting:EODB#x, decision:EODB#x" in call("show", "EODB#x", cwd=folder).err
    assert call("show", "decision:EODB#x", cwd=folder).code == 0


def test_a_board_that_is_no_organisation_is_shown_by_itself(tmp_path: Path) -> None:
    folder = tree(tmp_path, FILES | {"boards/Forum.yaml": "role: None\n"}).parent
    assert call("show", "Forum", "--format", "json", cwd=folder).json["board"]["id"] == "Forum"


def test_an_organisation_is_shown_with_the_boards_that_name_it(folder: Path) -> None:
    """F3-15"""
    named = call("show", "Finance", "--format", "json", cwd=folder).json["named"]
    assert [each["role"] for each in named if each["id"] == "EODB"] == [
        "member",
        "reporter",
        "lead of a decision",
        "reviewed",
        "lead of a group",
    ]
    council = call("show", "Council", "--format", "json", cwd=folder).json["named"]
    assert [each["role"] for each in council] == ["served by", "replaced by", "preceded by"]


def test_meetings_by_where_they_stand(folder: Path) -> None:
    """In the words that lists tell, in any case; those of entries are words too."""
    found = call("list", "meetings", "--format", "json", cwd=folder).json["meetings"]
    assert {each["status"] for each in found} >= {"held", "next"}
    for status in ("held", "Next", "cancelled", "undated"):
        wanted = [each["id"] for each in found if each["status"] == status.casefold()]
        assert listed(folder, "meetings", "--status", status) == wanted
    assert len(listed(folder, "meetings", "--status", "held", "--status", "next")) > 1
    assert listed(folder, "meetings", "--status", "overdue") == []
    refused = call("list", "meetings", "--status", "hold", cwd=folder)
    assert (refused.code, refused.err) == (
        2,
        "genderplan: unknown status of meetings 'hold' (did you mean 'held'?)\n",
    )


def test_decisions_by_where_they_stand(folder: Path) -> None:
    """By their state, or where that what is to be done stands."""
    found = call("list", "decisions", "--format", "json", cwd=folder).json["decisions"]
    for status in ("open", "agreed", "not agreed", "done", "overdue", "complete"):
        wanted = [each["id"] for each in found if status in {each["state"], each["status"]}]
        assert listed(folder, "decisions", "--status", status) == wanted
    assert {each["state"] for each in found} >= {"open", "agreed"}


def test_a_review_says_whose_turn_it_is_and_with_which_actions(tmp_path: Path) -> None:
    """F3-14: open ones that the board oversees, led by the unit or by what is part of it."""
    actions = {
        "pay/actions/gap.yaml": "title: Publish the gap\nlead: HR\ndue: 2008-09\n",
        "pay/actions/team.yaml": "title: Team\nlead: Pay-Team\n",
        "pay/actions/done.yaml": "title: Done\nlead: HR\ncompleted: 2008-01\n",
        "pay/actions/money.yaml": "title: Money\nlead: Finance\n",
        "sites/actions/y.yaml": "title: Y\nlead: HR\n",
    }
    rota = EODB.replace("rota: [HR, Finance, Pay-Team]", "rota: [Finance, HR, Pay-Team]")
    folder = tree(tmp_path, FILES | actions | {"boards/EODB.yaml": rota}).parent
    found = call("show", "board:EODB", "--format", "json", cwd=folder).json
    assert (found["board"]["next_review"], found["board"]["next_reviewed"]) == ("2008-07", "HR")
    assert found["to_review"] == ["pay/gap", "pay/team"]


def test_an_organisation_without_a_file_of_a_board_has_none(folder: Path) -> None:
    found = call("show", "HR", "--format", "json", cwd=folder).json
    assert (found["board"], found["meetings"], found["reports"], found["decisions"]) == (None, [], [], [])


SHOWN = {
    "list-boards": ("list", "boards"),
    "list-meetings": ("list", "meetings"),
    "list-meetings-markdown": ("list", "meetings", "--format", "markdown"),
    "list-reports": ("list", "reports"),
    "list-decisions": ("list", "decisions"),
    "show-board": ("show", "EODB"),
    "show-board-markdown": ("show", "board:EODB", "--format", "markdown"),
    "show-meeting": ("show", "EODB#jun-2008"),
    "show-report": ("show", "EODB#mainstreaming"),
    "show-decision": ("show", "EODB#ask"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_shown(name: str, folder: Path, text: SnapshotAssertion) -> None:
    result = call(*SHOWN[name], cwd=folder)
    assert (result.code, result.err) == (0, "")
    assert result.out == text(name=name)


def test_html_names_organisations(folder: Path) -> None:
    page = call("show", "board:EODB", "--format", "html", cwd=folder).out
    assert "Human Resources" in page
    assert "Outcomes of the survey" in page


# completion


def test_shells_complete_boards_and_what_is_theirs(folder: Path) -> None:
    assert set(fish("list", "meetings", "--board", "", cwd=folder)) == {"Council", "EODB"}
    assert fish("show", "EODB#f", cwd=folder) == {"EODB#feb-2008": ""}
    assert fish("show", "board:EODB#su", cwd=folder) == {"board:EODB#survey": "Outcomes of the survey"}
    assert fish("list", "dec", cwd=folder) == {"decisions": ""}


# no date that nothing gives

_DATE = re.compile(r"(?:FY|AY)?\b\d{4}(?:-[A-Za-z0-9]+)*\b")
_RULES = st.sampled_from(["", "{every: 3 months}", "{every: 1 month, at_least_a_year: 3}", "{before: Council}"])
_MEETINGS = st.lists(
    st.sampled_from(
        ["", ", date: 2007-11-08", ", date: 2008-02", ", date: 2008-03-06, cancelled: {}", ", kind: special"]
    ),
    max_size=4,
)
_REPORTS = st.lists(
    st.sampled_from(["", ", every: 6 months", ", every_meetings: 2", ", every_meetings: 1, from: m0"]), max_size=3
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rule=_RULES, meetings=_MEETINGS, reports=_REPORTS)
def test_no_date_is_told_that_no_file_gives(
    rule: str, meetings: list[str], reports: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A rule without a first date gives none; nor do reports, reviews or promises without one."""
    listed = ", ".join(f"{{id: m{number}{date}}}" for number, date in enumerate(meetings))
    owed = ", ".join(f"{{id: r{number}, title: R{often if meetings else ''}}}" for number, often in enumerate(reports))
    text = f"role: None\nmeetings: [{listed}]\nreceives: [{owed}]\npromised: [{{id: p, title: P}}]\n"
    text += "champions: {every: 6 months, rota: [HR, Finance]}\n" + (f"meets: {rule}\n" if rule else "")
    folder = tree(tmp_path_factory.mktemp("b"), FILES | {"boards/EODB.yaml": text, "boards/Council.yaml": "role: X\n"})
    given_dates = {"2007-11-08", "2008-02", "2008-03-06", "2008-06-10", "2008-01-31"}
    for run in (("list", "boards"), ("list", "meetings"), ("list", "reports"), ("show", "EODB")):
        result: Result = call(*run, "--format", "json", cwd=folder.parent)
        assert result.code == 0, result.err
        assert {date for date in _DATE.findall(result.out) if _is_date(date)} <= given_dates


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except DateError:
        return False
    return True


def test_until_takes_a_board_by_whatever_it_is_called(folder: Path) -> None:
    day = ("--as-of", "2008-03-01", "--format", "json")
    for name in ("EODB", "eodb", "board:EODB", "Equality Board", "The Board", "board:equality board"):
        assert call("status", "--until", name, *day, cwd=folder).json["until"] == "2008-06-05", name


def test_a_branch_or_a_baseline_can_not_be_meant_by_until(folder: Path) -> None:
    (folder / "plans/pay/baselines").mkdir()
    (folder / "plans/pay/baselines/eodb.yaml").write_text("genderplan: 1\ntaken: 2008-01-01\n", encoding="utf-8")
    until = call("due", "--until", "eodb", "--as-of", "2008-03-01", "--format", "json", cwd=folder).json["until"]
    assert until == "2008-06-05"


def test_a_board_that_is_called_like_a_date(tmp_path: Path) -> None:
    files = {
        "organisations.yaml": "2008: {kind: board}\n",
        "boards/2008.yaml": "meetings: [{id: one, date: 2008-06-05}]\n",
        "pay/plan.yaml": "genderplan: 1\ntitle: P\nstatus_date: 2008-03-01\n",
    }
    folder = tree(tmp_path, files).parent
    result = call("due", "--until", "2008", cwd=folder)
    assert (result.code, result.err) == (
        2,
        "genderplan: '2008' is a board and a date: write board:2008 for the board\n",
    )
    assert call("due", "--until", "board:2008", "--format", "json", cwd=folder).json["until"] == "2008-06-05"


def test_a_board_without_a_file_is_told_to_have_none(tmp_path: Path) -> None:
    files = {"organisations.yaml": ORGANISATIONS, "pay/plan.yaml": "genderplan: 1\ntitle: P\n"}
    folder = tree(tmp_path, files).parent
    said = "genderplan: nothing is known of the board 'EODB': it has no file boards/EODB.yaml\n"
    for arguments in (("agenda", "The Board"), ("calendar", "--board", "EODB"), ("report", "--board", "eodb")):
        assert (call(*arguments, cwd=folder).code, call(*arguments, cwd=folder).err) == (2, said)
