"""An extension that is asked for, in the file, and the move that takes it away."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editing.layouts import entries
from editing.test_changes import ELSEWHEN, HALF, WORDS, at, chosen_of, date, folder, target, value
from genderplan.editing.changes import NewRevision, in_words, moved, requested
from genderplan.errors import UsageError
from support import read_plan

__all__ = ["folder"]

HEAD = "title: T\ndue: 2025-03\n"
STEP = "title: T\nmilestones:\n  - id: a\n    title: A\n    due: 2025-03\n"


def asked(tmp_path: Path, text: str, milestone: str | None = None, by: str | None = None) -> str:
    plan = read_plan(tmp_path, {"actions/x.yaml": text})
    return requested(target(plan, "x", milestone), date("2025-06"), "Too few", by).data.decode()


def test_of_an_entry(tmp_path: Path) -> None:
    assert asked(tmp_path, HEAD + "lead: HR  # who\n", by="HR") == (
        'title: T\ndue: 2025-03\nrequested: {to: 2025-06, date: 2025-01-15, by: HR, reason: "Too few"}\nlead: HR  # who\n'
    )


def test_of_a_milestone(tmp_path: Path) -> None:
    written = STEP + '    requested: {to: 2025-06, date: 2025-01-15, reason: "Too few"}\n'
    assert asked(tmp_path, STEP, "a") == written


@pytest.mark.parametrize(
    "before",
    [
        "requested: {to: 2025-05}\n",
        "requested:\n  to: 2025-05\n  reason: 'Row #5, \"x\"'\n",
        "requested:\n",
    ],
)
def test_asked_for_again(before: str, tmp_path: Path) -> None:
    written = HEAD + 'requested: {to: 2025-06, date: 2025-01-15, reason: "Too few"}\noutput: O\n'
    assert asked(tmp_path, f"{HEAD}{before}output: O\n") == written


@pytest.mark.parametrize(
    ("text", "milestone", "why"),
    [
        ("title: T\n", None, "p/x has no date of its own: an extension is asked for of a date"),
        ("title: T\ndue: 2025-06\n", None, "p/x is due 2025-06 already"),
        ("title: T\nend: 2025-06\n", None, "p/x ends 2025-06 already"),
        (HEAD + "completed: 2025-01\n", None, "p/x is complete (2025-01)"),
        (STEP + "    cancelled: {}\n", "a", "p/x#a is cancelled"),
        (HEAD + "requested:\n  to: 2025-05  # by the board\n  reason: x\n", None, "can only be changed by hand"),
    ],
)
def test_what_cannot_be_asked_for(text: str, milestone: str | None, why: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=why.replace("(", "\\(").replace(")", "\\)")):
        asked(tmp_path, text, milestone)


@pytest.mark.parametrize("by", ["", " \n"])
def test_who_asks_has_a_name(by: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--by"):
        asked(tmp_path, HEAD, by=by)


@pytest.mark.parametrize("to", ["2025-06", "2025-07"])
def test_the_move_that_is_agreed_takes_the_request_away(to: str, tmp_path: Path) -> None:
    plan = read_plan(tmp_path, {"actions/x.yaml": asked(tmp_path, HEAD)})
    text = moved(target(plan), date(to), NewRevision("Agreed")).data.decode()
    assert (
        text
        == f'title: T\ndue: {to}\nrevisions:\n  - {{date: 2025-01-15, field: due, was: 2025-03, reason: "Agreed"}}\n'
    )


def test_the_move_of_another_date_does_not(tmp_path: Path) -> None:
    plan = read_plan(tmp_path, {"actions/x.yaml": asked(tmp_path, "title: T\nstart: 2025\nend: 2025-03\n")})
    assert (
        "requested: {to: 2025-06" in moved(target(plan), date("2025-02"), NewRevision("S", field="start")).data.decode()
    )
    assert "requested" not in moved(target(plan), date("2025-07"), NewRevision("E", field="end")).data.decode()


@HALF
@given(entries(), st.data())
def test_nothing_else_changes(folder: Path, file: bytes, data: st.DataObject) -> None:
    """In whatever layout: what was asked for stands in the file, and all else as it did."""
    chosen, document = chosen_of(folder, file, data)
    to, why = date(data.draw(st.sampled_from(ELSEWHEN))), data.draw(st.sampled_from(WORDS))
    try:
        change = requested(chosen, to, why, None)
    except UsageError:
        return
    at(document, chosen.item.path)["requested"] = {
        "to": to.text,
        "date": "2025-01-15",
        "reason": in_words(why, "--reason"),
    }
    assert value(change.data) == document
