"""Keys of real plans through the command: a scheme, a local plan under it, and what each view says of them."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cli_runner import call, plain_terminal, run
from repositories import Git, repository
from support import tree
from texts import TextExtension

ORGANISATIONS = """\
Force: {name: The Force}
TP: {name: Territorial Policing, part_of: Force}
HR: {name: Human Resources, part_of: Force}
Equality:
  name: Equality Directorate
  part_of: [{organisation: Force, until: 2008-06-04}, {organisation: TP, from: 2008-06-05}]
HR-Board: {name: Board of Human Resources, kind: board}
"""
SCHEME = """\
genderplan: 1
title: Equality scheme
status_date: 2008-06-10
lead: Force
objectives:
  - {id: work, title: Employment, lead: HR}
  - {id: pay, title: Equal pay, part_of: work}
sources: [{id: report, title: Report to the authority}]
"""
CAREERS = """\
title: Progression and retention
ref: 5.10
objective: work
lead: HR
accountable: Force
priority: high
success:
  - More women apply for promotion
  - "Fewer leave, in every grade"
evidence: https://example.org/careers
see: [audit, {document: report, place: Appendix 1}]
handovers:
  - {date: 2007-11, from: Equality, to: HR, note: Taken over}
  - {from: HR, to: TP, agreed: false}
milestones:
  - id: paper
    title: Present the findings
    due: 2008-04
    goes_to: HR-Board
    requested: {to: 2008-09, date: 2008-05-20, by: HR, reason: The data came late}
  - {id: programme, title: Launch the programme, due: 2008-12}
"""
AUDIT = """\
title: Audit equal pay
ref: 5.9
objective: pay
lead: Equality
due: 2008-06
completed: 2008-06-01
review: 2009-06
reviewed: [{date: 2008-06-09, by: HR-Board, text: "To be repeated, with part-time staff"}]
"""
SURVEY = "title: Survey the staff\nref: 5.9.1\nobjective: pay\ndue_note: The date follows once there is a supplier\n"
LOCAL = """\
genderplan: 1
title: Plan of the north
status_date: 2008-06-04
lead: TP
answers: {entry: scheme/careers, extent: part}
"""
MENTORS = "title: Find mentors\nlead: Equality\ndue: 2008-10\nanswers: [scheme/careers]\ncontinues: scheme/audit\n"
FILES = {
    "organisations.yaml": ORGANISATIONS,
    "scheme/plan.yaml": SCHEME,
    "scheme/actions/careers.yaml": CAREERS,
    "scheme/actions/audit.yaml": AUDIT,
    "scheme/actions/survey.yaml": SURVEY,
    "north/plan.yaml": LOCAL,
    "north/actions/mentors.yaml": MENTORS,
}


@pytest.fixture
def text(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextExtension)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tree(tmp_path, FILES).parent


@pytest.fixture
def committed(tmp_path: Path) -> Git:
    made = repository(tmp_path / "there")
    made.commit({f"plans/{name}": content for name, content in FILES.items()}, day="2008-06-01")
    return made


def said(folder: Path, *arguments: str) -> str:
    done = call(*arguments, cwd=folder)
    assert (done.code, done.err) == (0, "")
    return done.out


def test_nothing_is_wrong_with_it(folder: Path) -> None:
    done = run("validate", "--strict", cwd=folder)
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize(
    "name", ["careers", "careers#paper", "audit", "north", "scheme", "Equality", "HR-Board", "Force"]
)
def test_show(name: str, folder: Path, text: SnapshotAssertion) -> None:
    """F2-13, F2-14, F2-25, F3-05, F3-11, F3-24, F3-28: who, what for, where from, where to, and what answers it."""
    assert "\n".join(plain_terminal("show", name, cwd=folder).lines) == text(name="text")
    assert said(folder, "show", name, "--format", "markdown") == text(name="markdown")


@pytest.mark.parametrize("columns", [80, 140])
@pytest.mark.parametrize("command", [("status", "--plan", "scheme"), ("list",), ("timeline", "--plan", "scheme")])
def test_the_number_stands_before_the_title(
    command: tuple[str, ...], columns: int, folder: Path, text: SnapshotAssertion
) -> None:
    assert "\n".join(plain_terminal(*command, columns=columns, cwd=folder).lines) == text


@pytest.mark.parametrize("command", [("status", "--plan", "scheme"), ("list",), ("timeline", "--plan", "scheme")])
def test_on_pages_too(command: tuple[str, ...], folder: Path) -> None:
    page = said(folder, *command, "--format", "markdown")
    assert "5.10 Progression and retention" in page
    assert "5.10 Progression and retention" in said(folder, *command, "--format", "html")


def test_in_json_and_csv_title_and_number_are_fields_of_their_own(folder: Path) -> None:
    records = call("list", "actions", "--format", "json", cwd=folder).json["actions"]
    assert [(each["ref"], each["title"]) for each in records] == [
        (None, "Find mentors"),
        ("5.10", "Progression and retention"),
        ("5.9", "Audit equal pay"),
        ("5.9.1", "Survey the staff"),
    ]
    assert "Progression and retention" in said(folder, "list", "actions", "--format", "csv").splitlines()[2].split(",")
    shown = said(folder, "list", "--columns", "id,ref,title", "--sort", "ref", "--plan", "scheme").splitlines()
    assert shown[1:4] == [
        "scheme/audit    5.9    Audit equal pay",
        "scheme/survey   5.9.1  Survey the staff",
        "scheme/careers  5.10   Progression and retention",
    ]


def test_json_of_an_entry(folder: Path) -> None:
    found = call("show", "careers", "--format", "json", cwd=folder).json
    entry, links = found["entry"], found["links"]
    assert entry["see"] == [
        {"entry": "scheme/audit", "document": None, "place": None},
        {"entry": None, "document": "report", "place": "Appendix 1"},
    ]
    assert entry["handovers"] == [
        {"date": "2007-11", "from": "Equality", "to": "HR", "agreed": True, "note": "Taken over"},
        {"date": None, "from": "HR", "to": "TP", "agreed": False, "note": None},
    ]
    assert entry["success"] == ["More women apply for promotion", "Fewer leave, in every grade"]
    assert [(each["role"], each["id"], each["extent"]) for each in links] == [
        ("answered by", "north", "part"),
        ("answered by", "north/mentors", "full"),
        ("see", "scheme/audit", None),
    ]
    (paper, _) = found["milestones"]
    assert (paper["goes_to"], paper["ref"], paper["priority"]) == ("HR-Board", "5.10", "high")
    assert paper["requested"] == {"to": "2008-09", "date": "2008-05-20", "by": "HR", "reason": "The data came late"}


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (("--lead", "TP"), []),
        (("--lead", "TP", "--as-of", "2008-06-05"), ["north/mentors", "scheme/audit"]),
        (("--lead", "Force", "--as-of", "2008-06-05"), ["north/mentors", "scheme/careers", "scheme/audit"]),
        (("--lead-only", "TP", "--as-of", "2008-06-05"), []),
    ],
)
def test_a_unit_that_moved(options: tuple[str, ...], ids: list[str], folder: Path) -> None:
    """F4-15: at the status date; both plans are asked about, north on the day before the move."""
    plan = () if "--as-of" in options else ("--plan", "north")
    records = call("list", *options, *plan, "--format", "json", cwd=folder).json["entries"]
    assert [each["id"] for each in records] == ids


def test_progress_of_what_answers_an_action(folder: Path) -> None:
    """F4-17: how far the local plans under an action have come."""
    found = call("status", "--answers", "scheme/careers", "--format", "json", cwd=folder).json["plans"]
    assert [(each["id"], each["counts"]["entries"]["upcoming"]) for each in found] == [("north", 1), ("scheme", 0)]
    assert [
        each["id"]
        for each in call("list", "plans", "--answers", "careers", "--format", "json", cwd=folder).json["plans"]
    ] == ["north"]


def test_since_a_commit(committed: Git, text: SnapshotAssertion) -> None:
    careers = CAREERS.replace("priority: high", "priority: low").replace("5.10", "5.12")
    committed.write(
        {
            "plans/scheme/actions/careers.yaml": careers.replace("HR-Board", "Force").replace(
                "Fewer leave, in every grade", "Fewer leave"
            ),
            "plans/scheme/actions/survey.yaml": SURVEY.replace(
                "due_note: The date follows", "evidence: [The tender]\nx-a: b"
            ),
        }
    )
    asked = ("status", "--plan", "scheme", "--since", "git:HEAD")
    assert "\n".join(plain_terminal(*asked, cwd=committed.folder).lines) == text(name="text")
    assert call(*asked, "--format", "markdown", cwd=committed.folder).out == text(name="markdown")
    (found,) = call(*asked, "--format", "json", cwd=committed.folder).json["since"]
    assert [(each["id"], each["key"]) for each in found["other_keys"]] == [
        ("scheme/careers", "priority"),
        ("scheme/survey", "due_note"),
        ("scheme/survey", "evidence"),
        ("scheme/careers#paper", "goes_to"),
    ]


def test_promises_are_kept_in_a_baseline_and_compared(folder: Path) -> None:
    run("baseline", "save", "first", "--plan", "scheme", cwd=folder)
    frozen = (folder / "plans/scheme/baselines/first.yaml").read_text(encoding="utf-8")
    assert 'ref: "5.10"' in frozen
    assert '- "More women apply for promotion"' in frozen or '"More women apply for promotion"' in frozen
    assert not [
        key for key in ("see:", "handovers", "requested", "goes_to", "accountable", "evidence") if key in frozen
    ]
    path = folder / "plans/scheme/actions/careers.yaml"
    path.write_text(CAREERS.replace("5.10", "6").replace("  - More women apply for promotion\n", ""), encoding="utf-8")
    (found,) = call("slippage", "--plan", "scheme", "--format", "json", cwd=folder).json["comparisons"]
    assert [(each["field"], each["was"], each["now"]) for each in found["reworded"]] == [
        ("ref", "5.10", "6"),
        ("success", "More women apply for promotion; Fewer leave, in every grade", "Fewer leave, in every grade"),
    ]
    since = call("status", "--plan", "scheme", "--since", "first", "--format", "json", cwd=folder).json["since"]
    assert since[0]["other_keys"] is None


def test_measures_and_costs_of_an_entry_are_promises_too(folder: Path) -> None:
    path = folder / "plans/scheme/actions/careers.yaml"
    money = "cost: [{amount: 2500.50, year: FY2007-08, kind: new, fte: 0.5, funder: Council, approximate: true}, free]"
    path.write_text(f"{CAREERS}{money}\nindicators: [women, leavers]\n", encoding="utf-8")
    (folder / "plans/scheme/indicators").mkdir()
    for name in ("women", "leavers"):
        (folder / f"plans/scheme/indicators/{name}.yaml").write_text(f"title: {name}\n", encoding="utf-8")
    run("baseline", "save", "first", "--plan", "scheme", cwd=folder)
    path.write_text(f"{CAREERS}cost: staff-time\nindicators: women\n", encoding="utf-8")
    (found,) = call("slippage", "--plan", "scheme", "--format", "json", cwd=folder).json["comparisons"]
    assert [(each["field"], each["was"], each["now"]) for each in found["reworded"]] == [
        ("indicators", "leavers, women", "women"),
        ("cost", "about 2500.50, FY2007-08, new, 0.5 full-time posts, Council; free", "staff-time"),
    ]


def test_an_extension_is_asked_for_and_agreed(folder: Path) -> None:
    path = folder / "plans/scheme/actions/careers.yaml"
    asked = run("move", "careers#programme", "--request", "2009-03", "--reason", "No room", "--by", "HR", cwd=folder)
    assert asked == (
        0,
        "plans/scheme/actions/careers.yaml\n",
        "genderplan: Launch the programme: requested Dec 2008 → Mar 2009\n",
    )
    line = '{id: programme, title: Launch the programme, due: 2008-12, requested: {to: 2009-03, date: 2008-06-10, by: HR, reason: "No room"}}'
    assert line in path.read_text(encoding="utf-8")
    assert call("list", "milestones", "--has", "requested", "--format", "json", cwd=folder).json["milestones"][1][
        "id"
    ] == ("scheme/careers#programme")
    run("move", "careers#programme", "--to", "2009-03", "--reason", "Agreed", "--approved-by", "HR-Board", cwd=folder)
    assert "requested: {to: 2009-03" not in path.read_text(encoding="utf-8")
    assert "due: 2009-03, revisions: [{date: 2008-06-10, was: 2008-12" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ((), "--to gives the date that is agreed now, --request one that is asked for: one of the two"),
        (("--to", "2009", "--request", "2009"), "one of the two"),
        (("--to", "2009", "--by", "HR"), "--by says who asks: it goes with --request"),
        (("--request", "2009", "--approved-by", "HR-Board"), "--approved-by and --field go with --to"),
        (("--request", "2009", "--field", "due"), "--approved-by and --field go with --to"),
        (("--request", "2009", "--by", "Nobody"), "unknown organisation 'Nobody'"),
        (("--request", "soon"), "--request"),
    ],
)
def test_what_does_not_go_together(options: tuple[str, ...], why: str, folder: Path) -> None:
    done = call("move", "careers#programme", *options, "--reason", "R", cwd=folder)
    assert done.code == 2
    assert why in done.err
    assert (folder / "plans/scheme/actions/careers.yaml").read_text(encoding="utf-8") == CAREERS


def test_a_text_cut_by_a_comment(folder: Path) -> None:
    path = folder / "plans/scheme/actions/survey.yaml"
    path.write_text("title: S\nsuccess: Rank # 5\nevidence: [Page # 6\n]\ndue_note: Row # 7\n", encoding="utf-8")
    lines = call("validate", cwd=folder).lines
    assert [line.split(" ")[0] for line in lines if " GP019 " in line] == [
        f"plans/scheme/actions/survey.yaml:{place}:" for place in ("2:10", "3:12", "5:11")
    ]


def test_texts_steer_no_terminal(folder: Path) -> None:
    path = folder / "plans/scheme/actions/survey.yaml"
    escape = '"\\u009b31m \\u202e x"'
    path.write_text(
        f"title: S\nref: {escape}\nsuccess: [{escape}]\nevidence: {escape}\ndue_note: {escape}\n", encoding="utf-8"
    )
    for command in (("show", "survey"), ("list",), ("status",), ("timeline", "--plan", "scheme")):
        out = call(*command, cwd=folder).out
        assert not {"\x9b", "\u202e"} & set(out)
