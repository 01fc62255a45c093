"""What `move`, `forecast`, `complete` and `cancel` make of a file: what is meant, and nothing else."""

import difflib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cli_runner import REPOSITORY
from editing.layouts import entries
from genderplan.config import as_of
from genderplan.dates.forms import PlanDate, day_of, parse_date
from genderplan.editing.changes import Change, NewRevision, Target, cancelled, completed, forecast, in_words, moved
from genderplan.editing.rewriting import beyond_limit, draft_of, judged
from genderplan.errors import UsageError
from genderplan.findings import Severity
from genderplan.loading.tree import load_tree
from genderplan.plan.items import Item
from genderplan.plan.plans import Plan
from genderplan.source.places import Path as Way
from genderplan.source.yaml.reader import read_document
from genderplan.standing.standings import AsOf, Standings
from support import PLAN, read_plan

HALF = settings(max_examples=settings().max_examples // 2)
"""Each example reads a tree from disk."""
TODAY = parse_date("2025-01-15")
ELSEWHEN = ["2031", "2031-03", "2031-03-14", "2031-Q2", "2031-autumn", "FY2031-32"]
WORDS = ["Moved", "no: none", "# [1], {2}", "  two\n lines ", "é\u2028😀", "'"]
SMALL = "title: T\nmilestones:\n  - id: a\n    title: A\n"


def target(plan: Plan, entry: str = "x", milestone: str | None = None) -> Target:
    """An entry of a plan or a milestone of it, on 15 January 2025."""
    row = plan.by_id[entry]
    found = next((each for each in row.milestones if each.id == milestone), None)
    return Target(Item(row, found), Standings(plan, AsOf(TODAY, "option")))


def targets(plan: Plan) -> Iterator[Target]:
    """Every entry and every milestone of a plan."""
    for entry in plan.entries:
        for milestone in (None, *(each.id for each in entry.milestones)):
            yield target(plan, entry.id, milestone)


def value(data: bytes) -> Any:
    document = read_document(data, "x.yaml")
    assert document.findings == []
    return document.value


def at(document: Any, way: Way) -> Any:
    for part in way:
        document = document[part]
    return document


def date(text: str) -> PlanDate:
    return parse_date(text)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("layouts")


def chosen_of(folder: Path, file: bytes, data: st.DataObject) -> tuple[Target, Any]:
    """One of a file's entry and milestones, and the mapping of it in a document that a test can change."""
    plan = read_plan(folder, {"actions/x.yaml": file})
    chosen: Target = data.draw(st.sampled_from(list(targets(plan))))
    document = value(file)
    return chosen, document


@HALF
@given(file=entries(), to=st.sampled_from(ELSEWHEN), reason=st.sampled_from(WORDS), data=st.data())
def test_any_move(folder: Path, file: bytes, to: str, reason: str, data: st.DataObject) -> None:
    chosen, wanted = chosen_of(folder, file, data)
    fields = ["due"] if chosen.item.milestone else ["start", "end", "due"]
    field = data.draw(st.sampled_from([None, *fields]))
    by = data.draw(st.sampled_from([None, "HR"]))
    revision = NewRevision(reason, by, field)
    mapping = at(wanted, chosen.item.path)
    if chosen.item.milestone is None and field is None and {"start", "end", "due"} & mapping.keys() == {"start"}:
        with pytest.raises(UsageError, match=r"^p/x has only a start: --field start moves it, "):
            moved(chosen, date(to), revision)
        return
    change = moved(chosen, date(to), revision)
    name = field or ("end" if not chosen.item.milestone and "due" not in mapping and "end" in mapping else "due")
    item = {"date": "2025-01-15", "field": name, "was": mapping.get(name), "reason": " ".join(reason.split())}
    item = {key: text for key, text in (item | {"approved_by": by}).items() if text is not None}
    if chosen.item.milestone:
        del item["field"]
    mapping["revisions"] = [*mapping.get("revisions", ()), item]
    mapping[name] = to
    assert value(change.data) == wanted
    assert (change.field, str(change.now)) == (name, to)
    assert (str(change.was) if change.was else None) == item.get("was")
    assert comments(change.data) == comments(file)


@HALF
@given(file=entries(), to=st.sampled_from(ELSEWHEN), data=st.data())
def test_any_completion(folder: Path, file: bytes, to: str, data: st.DataObject) -> None:
    chosen, wanted = chosen_of(folder, file, data)
    change = completed(chosen, date(to))
    at(wanted, chosen.item.path)["completed"] = to
    assert value(change.data) == wanted
    assert comments(change.data) == comments(file)


@HALF
@given(file=entries(), reason=st.sampled_from(WORDS), data=st.data())
def test_any_cancellation(folder: Path, file: bytes, reason: str, data: st.DataObject) -> None:
    chosen, wanted = chosen_of(folder, file, data)
    change = cancelled(chosen, reason)
    at(wanted, chosen.item.path)["cancelled"] = {"date": "2025-01-15", "reason": " ".join(reason.split())}
    assert value(change.data) == wanted
    assert comments(change.data) == comments(file)


@HALF
@given(file=entries(), to=st.sampled_from([None, *ELSEWHEN]), data=st.data())
def test_any_forecast(folder: Path, file: bytes, to: str | None, data: st.DataObject) -> None:
    chosen, wanted = chosen_of(folder, file, data)
    mapping = at(wanted, chosen.item.path)
    if to is None and "forecast" not in mapping:
        with pytest.raises(UsageError, match="forecast"):
            forecast(chosen, date(to) if to else None)
        return
    change = attempted(chosen, to)
    if isinstance(change, str):
        assert change == f"{chosen.item.entry.file} is laid out so that 'forecast' can only be changed by hand"
        assert to is None
        assert b"#" in file  # a comment that would be lost
        return
    mapping["forecast"] = to
    if to is None:
        del mapping["forecast"]
    assert value(change.data) == wanted
    assert comments(change.data) == comments(file)


def attempted(chosen: Target, to: str | None) -> Change | str:
    """A forecast, or why there is none."""
    try:
        return forecast(chosen, date(to) if to else None)
    except UsageError as error:
        return str(error)


def comments(data: bytes) -> list[str]:
    """The comments of the layouts, in their order."""
    return re.findall(
        "# (?:agreed|by 2025-01: {due: x}, due: 2001|‘tab’|a remark|due: 2001-01|further in|and|last|kept|é)",
        data.decode(),
    )


def test_a_milestone_is_moved_again_and_again(tmp_path: Path) -> None:
    text = "title: T\nmilestones:\n  - id: a   # first\n    title: A\n    due: 2025-03  # why\n    note: N\n"
    for to, reason in (("2025-04", "Ill: all"), ("2025-Q3", "Why not")):
        chosen = target(read_plan(tmp_path, {"actions/x.yaml": text}), "x", "a")
        text = moved(chosen, date(to), NewRevision(reason, "HR")).data.decode()
    assert text == (
        "title: T\nmilestones:\n  - id: a   # first\n    title: A\n    due: 2025-Q3  # why\n    revisions:\n"
        '      - {date: 2025-01-15, was: 2025-03, reason: "Ill: all", approved_by: HR}\n'
        '      - {date: 2025-01-15, was: 2025-04, reason: "Why not", approved_by: HR}\n    note: N\n'
    )


def test_a_milestone_without_a_date_gets_one(tmp_path: Path) -> None:
    chosen = target(read_plan(tmp_path, {"actions/x.yaml": SMALL + "    duration: P3M\n"}), "x", "a")
    assert moved(chosen, date("2025-03"), NewRevision("Asked")).data.decode() == (
        SMALL + '    due: 2025-03\n    duration: P3M\n    revisions:\n      - {date: 2025-01-15, reason: "Asked"}\n'
    )


def test_a_milestone_in_braces(tmp_path: Path) -> None:
    text = "title: T\nmilestones: [{id: a, title: A, due: 2025-03}, {id: b, title: B}]"
    chosen = target(read_plan(tmp_path, {"actions/x.yaml": text}), "x", "a")
    assert moved(chosen, date("2025-04"), NewRevision("No, really")).data.decode() == (
        "title: T\nmilestones: [{id: a, title: A, due: 2025-04, "
        'revisions: [{date: 2025-01-15, was: 2025-03, reason: "No, really"}]}, {id: b, title: B}]'
    )


@pytest.mark.parametrize(
    ("dates", "field", "said"),
    [
        ("due: 2025-03\nend: 2025-04\n", None, "due"),
        ("end: 2025-04\nstart: 2025-01\n", None, "end"),
        ("", None, "due"),
        ("start: 2025-01\n", "start", "start"),
        ("start: 2025-01\n", "due", "due"),
        ("start: 2025-01\n", "end", "end"),
        ("due: 2025-03\nend: 2025-04\n", "end", "end"),
        ("due: 2025-03\n", "start", "start"),
    ],
)
def test_which_date_of_an_entry(tmp_path: Path, dates: str, field: str | None, said: str) -> None:
    chosen = target(read_plan(tmp_path, {"actions/x.yaml": f"title: T\n{dates}"}))
    change = moved(chosen, date("2026"), NewRevision("R", None, field))
    before = value(f"title: T\n{dates}".encode())
    item = {"date": "2025-01-15", "field": said} | ({"was": before[said]} if said in before else {}) | {"reason": "R"}
    assert value(change.data) == before | {said: "2026", "revisions": [item]}


def test_what_has_only_a_start_gets_no_due_unasked(tmp_path: Path) -> None:
    chosen = target(read_plan(tmp_path, {"actions/x.yaml": "title: T\nstart: 2025-01\n"}))
    told = "p/x has only a start: --field start moves it, --field due or end gives it that date"
    with pytest.raises(UsageError, match=f"^{told}$"):
        moved(chosen, date("2025-03"), NewRevision("R"))


class TestLimits:
    """A revision too many is told, and written."""

    def warnings(
        self, tmp_path: Path, limit: str, text: str, milestone: str | None = None, field: str | None = None
    ) -> list[str]:
        plan = read_plan(tmp_path, {"plan.yaml": f"{PLAN}{limit}", "actions/x.yaml": text})
        return messages(moved(target(plan, "x", milestone), date("2031"), NewRevision("R", None, field)))

    @pytest.mark.parametrize(
        ("limit", "told"),
        [
            ("", []),
            ("max_revisions: 3\n", []),
            ("max_revisions: 2\n", ["due revised 3 times, of at most 2"]),
            ("max_revisions: 0\n", ["due revised 3 times, of at most 0"]),
        ],
    )
    def test_revisions_of_a_milestone(self, tmp_path: Path, limit: str, told: list[str]) -> None:
        items = "{reason: First}, {was: 2025-02}, {was: 2025-01, reason: R}"
        text = f"title: T\nmilestones: [{{id: a, title: A, due: 2025-03, revisions: [{items}]}}]\n"
        assert self.warnings(tmp_path, limit, text, "a") == told

    @pytest.mark.parametrize(
        ("field", "told"),
        [("start", []), ("end", ["end revised 2 times, of at most 1"])],
    )
    def test_each_date_of_an_entry_is_counted_by_itself(self, tmp_path: Path, field: str, told: list[str]) -> None:
        items = "{was: 2024-01}, {field: end, was: 2025-02}, {field: start, reason: R}"
        text = f"title: T\nstart: 2025-01\nend: 2025-03\nrevisions: [{items}]\n"
        assert self.warnings(tmp_path, "max_revisions: 1\n", text, field=field) == told

    def test_of_the_only_date_a_revision_need_not_say_which(self, tmp_path: Path) -> None:
        text = "title: T\nend: 2025-03\nrevisions: [{was: 2025-02}, {field: due, was: 2024}]\n"
        assert self.warnings(tmp_path, "max_revisions: 1\n", text) == ["end revised 3 times, of at most 1"]

    def test_a_first_date_is_no_revision(self, tmp_path: Path) -> None:
        assert self.warnings(tmp_path, "max_revisions: 0\n", "title: T\n") == []
        once = ["due revised 1 time, of at most 0"]
        assert self.warnings(tmp_path, "max_revisions: 0\n", "title: T\ndue: 2025\n") == once

    def test_only_what_is_agreed_is_limited(self, tmp_path: Path) -> None:
        plan = read_plan(tmp_path, {"plan.yaml": f"{PLAN}max_revisions: 0\n", "actions/x.yaml": OPEN})
        chosen = target(plan, "x", "a")
        for change in (
            forecast(chosen, date("2025-09")),
            completed(chosen, date("2025-01-14")),
            cancelled(chosen, "R"),
        ):
            assert messages(change) == []


def messages(change: Change) -> list[str]:
    """The warnings that a change goes beyond its plan's limit, less what they all say."""
    found = list(beyond_limit(change))
    assert {(each.code, each.severity) for each in found} <= {("GP503", Severity.WARNING)}
    said = " by max_revisions in plan.yaml: 'genderplan check --against' refuses that"
    assert all(each.message.endswith(said) for each in found)
    return [each.message.removesuffix(said) for each in found]


def test_keys_stand_in_their_usual_order(tmp_path: Path) -> None:
    chosen = target(read_plan(tmp_path, {"actions/x.yaml": "title: T\nlead: HR\nend: 2025-05\nnote: N\n"}))
    assert cancelled(chosen, "R").data == (
        b'title: T\nlead: HR\nend: 2025-05\ncancelled: {date: 2025-01-15, reason: "R"}\nnote: N\n'
    )
    assert moved(chosen, date("2025-06"), NewRevision("R", None, "due")).data == (
        b"title: T\nlead: HR\nend: 2025-05\ndue: 2025-06\nrevisions:\n"
        b'  - {date: 2025-01-15, field: due, was: 2025-05, reason: "R"}\nnote: N\n'
    )


DONE = "title: T\nmilestones:\n  - {id: a, title: A, due: 2025-01, completed: 2024-12}\n"
GONE = "title: T\nmilestones:\n  - {id: a, title: A, due: 2025-01, cancelled: {}}\n"
OPEN = "title: T\nmilestones:\n  - {id: a, title: A, due: 2025-01, forecast: 2025-02}\n"
DOING: dict[str, Callable[[Target], Change]] = {
    "move": lambda each: moved(each, date("2025-09"), NewRevision("R")),
    "forecast": lambda each: forecast(each, date("2025-09")),
    "complete": lambda each: completed(each, date("2025-01-14")),
    "cancel": lambda each: cancelled(each, "R"),
}


@pytest.mark.parametrize(
    ("command", "file", "milestone", "message"),
    [
        ("move", DONE, "a", "p/x#a is complete (2024-12)"),
        ("forecast", DONE, "a", "p/x#a is complete (2024-12)"),
        ("complete", DONE, "a", "p/x#a is complete already (2024-12): --replace gives another date"),
        ("cancel", DONE, "a", "p/x#a is complete (2024-12)"),
        ("move", GONE, "a", "p/x#a is cancelled"),
        ("forecast", GONE, "a", "p/x#a is cancelled"),
        ("complete", GONE, "a", "p/x#a is cancelled"),
        ("cancel", GONE, "a", "p/x#a is cancelled"),
        ("move", OPEN + "cancelled: {reason: R}\n", "a", "p/x#a is cancelled with its action"),
        ("complete", OPEN + "cancelled: {reason: R}\n", "a", "p/x#a is cancelled with its action"),
        ("cancel", OPEN + "cancelled: {reason: R}\n", None, "p/x is cancelled"),
        ("move", DONE, None, "p/x is complete: each of its milestones is complete or cancelled"),
        ("move", GONE, None, "p/x is cancelled: each of its milestones is complete or cancelled"),
        ("cancel", DONE, None, "p/x is complete: each of its milestones is complete or cancelled"),
        ("move", OPEN + "completed: 2025-01\n", None, "p/x is complete (2025-01)"),
        ("forecast", DONE, None, "p/x is complete: each of its milestones is complete or cancelled"),
    ],
)
def test_what_is_closed_stays_as_it_is(
    tmp_path: Path, command: str, file: str, milestone: str | None, message: str
) -> None:
    chosen = target(read_plan(tmp_path, {"actions/x.yaml": file}), "x", milestone)
    with pytest.raises(UsageError, match=f"^{re.escape(message)}$"):
        DOING[command](chosen)


def test_an_entry_that_is_complete_by_its_milestones_may_be_marked_so(tmp_path: Path) -> None:
    chosen = target(read_plan(tmp_path, {"actions/x.yaml": DONE}))
    assert completed(chosen, date("2025-01")).data.decode() == DONE.replace(
        "title: T\n", "title: T\ncompleted: 2025-01\n"
    )


def test_another_date_for_what_is_complete(tmp_path: Path) -> None:
    chosen = target(read_plan(tmp_path, {"actions/x.yaml": DONE}), "x", "a")
    after = completed(chosen, date("2024-11"), replace=True, reason="A slip").data.decode()
    assert "completed: 2024-11" in after
    assert "field: completed" in after
    with pytest.raises(UsageError, match=r"^p/x#a was completed 2024-12 already$"):
        completed(chosen, date("2024-12"), replace=True, reason="A slip")
    chosen = target(read_plan(tmp_path, {"actions/x.yaml": OPEN}), "x", "a")
    with pytest.raises(UsageError, match=r"^p/x#a is not complete: there is no date to be replaced$"):
        completed(chosen, date("2024-12"), replace=True, reason="A slip")


@pytest.mark.parametrize(
    ("dates", "field", "message"),
    [
        ("due: 2025-03\n", None, "p/x is due 2025-03 already"),
        ("end: 2025-03\n", None, "p/x ends 2025-03 already"),
        ("start: 2025-03\n", "start", "p/x starts 2025-03 already"),
    ],
)
def test_to_the_date_that_it_has_nothing_moves(tmp_path: Path, dates: str, field: str | None, message: str) -> None:
    chosen = target(read_plan(tmp_path, {"actions/x.yaml": f"title: T\n{dates}"}))
    with pytest.raises(UsageError, match=f"^{message}$"):
        moved(chosen, date("2025-03"), NewRevision("R", None, field))
    assert moved(chosen, date("2025-03-31"), NewRevision("R", None, field)).data  # another precision is another promise


def test_a_forecast_that_is_there(tmp_path: Path) -> None:
    chosen = target(read_plan(tmp_path, {"actions/x.yaml": OPEN}), "x", "a")
    with pytest.raises(UsageError, match=r"^p/x#a is forecast for 2025-02 already$"):
        forecast(chosen, date("2025-02"))
    change = forecast(chosen, None)
    assert (change.was, change.now) == (date("2025-02"), None)
    assert change.data.decode() == OPEN.replace(", forecast: 2025-02", "")


def test_a_field_of_a_milestone(tmp_path: Path) -> None:
    chosen = target(read_plan(tmp_path, {"actions/x.yaml": OPEN}), "x", "a")
    with pytest.raises(UsageError, match=r"^p/x#a is a milestone: 'start' is a date of entries$"):
        moved(chosen, date("2025-09"), NewRevision("R", None, "start"))
    assert moved(chosen, date("2025-09"), NewRevision("R", None, "due")).field == "due"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "--reason needs words: whoever reads the plan later will ask"),
        (" \n\t", "--reason needs words: whoever reads the plan later will ask"),
        ("a\x1b[31mb", r"--reason: U\+001B cannot stand in a file"),
        ("a\x9bb", r"--reason: U\+009B cannot stand in a file"),
        ("a\udcffb", r"--reason: U\+DCFF cannot stand in a file"),
    ],
)
def test_words_that_no_file_can_hold(text: str, message: str) -> None:
    with pytest.raises(UsageError, match=f"^{message}$"):
        in_words(text, "--reason")


def test_words_stand_in_one_line() -> None:
    assert in_words(" a\n\tb \u202e c ", "--reason") == "a b \u202e c"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plans of the repository, and the status dates of its plans."""
    return copytree(REPOSITORY / "plans", tmp_path_factory.mktemp("shipped") / "plans")


def test_every_milestone_of_the_shipped_plans_can_be_moved(shipped: Path) -> None:
    """To a day in the month that is agreed, so that nothing else changes: the file but for that, and no finding."""
    tree = load_tree(shipped)
    standings = [Standings(plan, as_of(plan, None, None, TODAY.last_day)) for plan in tree.plans]
    count = 0
    for each in standings:
        for entry in each.plan.entries:
            for milestone in entry.milestones:
                chosen = Target(Item(entry, milestone), each)
                to = day_of((milestone.due or each.plan.end or TODAY).last_day)
                if milestone.cycle or milestone.due == to:
                    continue  # one is told by its times, the other is agreed to the day
                change = moved(chosen, to, NewRevision("A day: not a month", "DCC4"))
                draft = draft_of(shipped, change)
                assert differing(Path(draft.file.path).read_bytes(), change.data) == added(chosen, to)
                count += 1
                if count % 4:
                    continue  # what is judged is the whole tree, which takes its time
                found = {each.code for each in judged(shipped, tree, standings, draft)}
                late = set() if milestone.due else {"GP303"}  # the end may be late for what waits for it
                assert found <= late | {"GP312"}
    assert count == 98


def differing(before: bytes, after: bytes) -> list[str]:
    """The lines that went and those that came, without what sets them in."""
    lines = difflib.ndiff(before.decode().splitlines(), after.decode().splitlines(), None, None)
    return [f"{line[0]} {line[2:].strip()}" for line in lines if line[0] in "+-"]


def added(chosen: Target, to: PlanDate) -> list[str]:
    was = chosen.item.milestone.due if chosen.item.milestone else None
    told = f"was: {was}, reason" if was else "reason"
    day = chosen.standings.as_of.day
    revision = f'+ - {{date: {day}, {told}: "A day: not a month", approved_by: DCC4}}'
    return [*([f"- due: {was}"] if was else []), f"+ due: {to}", "+ revisions:", revision]
