"""What `update`, `assign`, `reopen` and `new milestone` make of a file: what is meant, and nothing else."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editing.layouts import entries
from editing.test_changes import HALF, WORDS, at, chosen_of, comments, date, target, value
from genderplan.editing.additions import NewPart, new_milestone
from genderplan.editing.changes import Edit, Target, completed, reopened
from genderplan.editing.telling import NewUpdate, assigned, told
from genderplan.errors import UsageError
from support import read_plan

ENTRY = "title: T\nlead: HR\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("told")


def again(folder: Path, data: bytes, milestone: str | None = None) -> Target:
    """The entry, or a milestone of it, as an edit has left it."""
    return target(read_plan(folder, {"actions/x.yaml": data}), "x", milestone)


def words(text: str) -> str:
    return " ".join(text.split())


@HALF
@given(file=entries(), text=st.sampled_from(WORDS), next_=st.sampled_from([None, *WORDS]), twice=st.booleans())
def test_any_update(folder: Path, file: bytes, text: str, next_: str | None, *, twice: bool) -> None:
    update = NewUpdate(text, date("2025-01-10"), "HR", "on-hold", "amber", next_, [text])
    wanted = value(file)
    data = told(again(folder, file), update).data
    item: dict[str, Any] = {"date": "2025-01-10", "by": "HR", "state": "on-hold", "rag": "amber", "text": words(text)}
    item |= ({"next": words(next_)} if next_ else {}) | {"evidence": [words(text)]}
    wanted["updates"] = [item]
    if twice:
        data = told(again(folder, data), NewUpdate(text, date("2025-01"))).data
        wanted["updates"].append({"date": "2025-01", "text": words(text)})
    assert value(data) == wanted
    assert comments(data) == comments(file)


@HALF
@given(file=entries(), leads=st.sampled_from([["Finance"], ["HR-Board", "HR"]]), data=st.data())
def test_any_lead(folder: Path, file: bytes, leads: list[str], data: st.DataObject) -> None:
    chosen, wanted = chosen_of(folder, file, data)
    change = attempted(chosen, leads)
    if isinstance(change, str):
        assert change == f"{chosen.item.entry.file} is laid out so that 'lead' can only be changed by hand"
        assert b"#" in file  # a comment that would be lost
        return
    at(wanted, chosen.item.path)["lead"] = leads[0] if len(leads) == 1 else leads
    assert value(change.data) == wanted
    assert comments(change.data) == comments(file)


def attempted(chosen: Target, leads: list[str]) -> Edit | str:
    """Other leads, or why there are none."""
    try:
        return assigned(chosen, leads)
    except UsageError as error:
        return str(error)


@HALF
@given(file=entries(), reason=st.sampled_from(WORDS), data=st.data())
def test_any_completion_taken_back(folder: Path, file: bytes, reason: str, data: st.DataObject) -> None:
    chosen, wanted = chosen_of(folder, file, data)
    done = completed(chosen, date("2024-12")).data
    back = again(folder, done, chosen.item.milestone.id if chosen.item.milestone else None)
    change = reopened(back, reason)
    mapping = at(wanted, chosen.item.path)
    revision = {"date": "2025-01-15", "field": "completed", "was": "2024-12", "reason": words(reason)}
    mapping["revisions"] = [*(mapping.get("revisions") or ()), revision]
    assert value(change.data) == wanted
    assert comments(change.data) == comments(file)


@HALF
@given(file=entries(), title=st.sampled_from(WORDS))
def test_any_new_milestone(folder: Path, file: bytes, title: str) -> None:
    keys = {"lead": ["HR", "Finance"], "due": "2025-03", "depends_on": ["m0"]}
    change = new_milestone(again(folder, file), NewPart(title, "new", keys))
    wanted = value(file)
    item = {"id": "new", "title": words(title), "lead": ["HR", "Finance"], "due": "2025-03", "depends_on": "m0"}
    wanted["milestones"].append(item)
    assert value(change.data) == wanted
    assert comments(change.data) == comments(file)


def test_a_first_update_has_a_line_for_each_key(tmp_path: Path) -> None:
    chosen = again(tmp_path, f"{ENTRY}note: N  # kept\n".encode())
    update = NewUpdate("yes: no, # 1", date("2025"), None, "under-way", None, "y", ["a, b", "null"])
    lines = [
        *("title: T", "lead: HR", "updates:", "  - date: 2025", "    state: under-way", '    text: "yes: no, # 1"'),
        *('    next: "y"', '    evidence: ["a, b", "null"]', "note: N  # kept", ""),
    ]
    assert told(chosen, update).data.decode() == "\n".join(lines)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("lead: HR  # who\n", "lead: [Finance, Audit]  # who\n"),
        ("lead: 'HR'\n", "lead: [Finance, Audit]\n"),
        ("lead: [HR, 'Finance'] # who\n", "lead: [Finance, Audit] # who\n"),
        ("lead:\n- HR\n- Finance\n", "lead: [Finance, Audit]\n"),
        ("lead:\r\n  - HR\r\n  - Finance\r\n\r\n# next\r\n", "lead: [Finance, Audit]\r\n\r\n# next\r\n"),
        ("lead: ~\n", "lead: [Finance, Audit]\n"),
        ("lead:\n", "lead: [Finance, Audit]\n"),
        ("", "lead: [Finance, Audit]\n"),
    ],
)
def test_leads_in_whatever_form_they_stand(tmp_path: Path, before: str, after: str) -> None:
    end = "\r\n" if "\r" in before else "\n"
    chosen = again(tmp_path, f"title: T{end}{before}".encode())
    change = assigned(chosen, ["Finance", "Audit", "Finance"])
    assert change.data.decode() == f"title: T{end}{after}"
    assert change.facts == ("led by Finance, Audit",)


@pytest.mark.parametrize(
    "lead", ["lead:  # chair\n  - HR\n", "lead:\n  - HR # chair\n  - Finance\n", "lead: 'a # b'\n"]
)
def test_leads_with_a_comment_among_them_are_left_alone(tmp_path: Path, lead: str) -> None:
    with pytest.raises(UsageError, match=r"laid out so that 'lead' can only be changed by hand$"):
        assigned(again(tmp_path, f"title: T\n{lead}".encode()), ["Audit"])


OPEN = "title: T\nmilestones:\n  - {id: a, title: A, due: 2025-06}\n"
DONE = OPEN.replace("due: 2025-06", "completed: 2025-01")


@pytest.mark.parametrize(
    ("edit", "file", "milestone", "message"),
    [
        (
            lambda it: told(it, NewUpdate("A", date("2025"))),
            OPEN,
            "a",
            "p/x#a is a milestone: updates are of its action, p/x",
        ),
        (lambda it: told(it, NewUpdate(" ", date("2025"))), OPEN, None, "TEXT needs words: "),
        (lambda it: told(it, NewUpdate("A", date("2025"), next=" ")), OPEN, None, "--next needs words: "),
        (
            lambda it: told(it, NewUpdate("A", date("2025"), evidence=["\x1b"])),
            OPEN,
            None,
            "--evidence: U+001B cannot ",
        ),
        (lambda it: assigned(it, ["HR"]), ENTRY, None, "p/x is led by HR already"),
        (lambda it: reopened(it, "R"), OPEN, "a", "p/x#a is not marked complete itself"),
        (lambda it: reopened(it, "R"), DONE, None, "p/x is not marked complete itself: each of its milestones is"),
        (lambda it: reopened(it, " "), DONE, "a", "--reason needs words: "),
        (lambda it: new_milestone(it, NewPart("A", "a")), OPEN, None, "'a' is taken in "),
        (lambda it: new_milestone(it, NewPart("A", "A b")), OPEN, None, "'A b' is not an id: "),
        (lambda it: new_milestone(it, NewPart("A", "b")), OPEN, "a", "p/x#a is a milestone: name its action, p/x"),
        (
            lambda it: new_milestone(it, NewPart("...", None)),
            OPEN,
            None,
            "no id can be made of '...': give one with --id",
        ),
    ],
)
def test_what_is_refused(tmp_path: Path, edit: Any, file: str, milestone: str | None, message: str) -> None:
    with pytest.raises(UsageError, match=re.escape(message)):
        edit(again(tmp_path, file.encode(), milestone))


def test_an_id_made_of_a_title_that_is_taken_has_a_number(tmp_path: Path) -> None:
    change = new_milestone(again(tmp_path, OPEN.encode()), NewPart("A", None))
    assert change.data.decode() == OPEN + '  - {id: a-2, title: "A"}\n'
    assert change.facts == ("new milestone x#a-2",)
