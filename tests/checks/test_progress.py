"""Progress as it is told: exact places of what does not fit."""

import pytest

from trees import checked, found, pay

HEAD = "title: Gap\nlead: HR\ndue: 2025-06\n"


def places(keys: str, *updates: str, codes: tuple[str, ...] = ("GP331", "GP332", "GP402", "GP403")) -> list[object]:
    told = "".join(f"- {{text: Told, {each}}}\n" for each in updates)
    text = HEAD + keys + (f"updates:\n{told}" if updates else "")
    return [(code, line, column) for code, _, line, column in found(checked(pay({"actions/gap": text})), *codes)]


@pytest.mark.parametrize(
    ("keys", "updates", "told"),
    [
        ("", ["state: embedded"], [("GP331", 5, 23)]),
        ("", ["date: 2025-01-05, state: embedded"], [("GP331", 5, 41)]),
        ("", ["date: 2025-01-05, state: embedded", "date: 2025-01-06"], [("GP331", 5, 41)]),
        ("", ["date: 2025-01-05, state: embedded", "date: 2025-01-06, state: on-hold"], []),
        ("completed: 2025-01-04\n", ["date: 2025-01-05, state: embedded"], []),
        ("cancelled: {reason: Cost}\n", ["date: 2025-01-05, state: embedded"], []),
        ("milestones: [{id: a, title: A, completed: 2025-01-02}]\n", ["state: embedded"], []),
        ("milestones: [{id: a, title: A}]\n", ["state: embedded"], [("GP331", 6, 23)]),
    ],
)
def test_what_is_embedded_is_done(keys: str, updates: list[str], told: list[object]) -> None:
    assert places(keys, *updates) == told


@pytest.mark.parametrize(
    ("updates", "told"),
    [
        (["date: 2025-01-05", "date: 2025-01-05", "by: HR", "date: 2025-01-06"], []),
        (["date: 2025-01-05", "date: 2024-12-31"], [("GP332", 6, 22)]),
        (["date: 2025-01-05", "by: HR", "date: 2024", "date: 2025-01-04"], [("GP332", 7, 22), ("GP332", 8, 22)]),
        (["date: 2025-01-05", "date: 2025-01"], []),  # a month and a day in it may stand in either order
        (["date: 2025-01-05", "date: 2025-01", "date: 2024-12"], [("GP332", 7, 22)]),
    ],
)
def test_the_newest_stands_last(updates: list[str], told: list[object]) -> None:
    assert places("", *updates) == told


def test_an_update_of_a_day_to_come_is_told_by_check() -> None:
    assert places("", "date: 2025-01-16") == [("GP403", 5, 22)]


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("forecast: 2025-01-14\n", [("GP402", 4, 11)]),
        ("forecast: 2025-01-15\n", []),
        ("forecast: 2024-12\ncompleted: 2025-01-02\n", []),
        (
            "forecast: 2024-12\nmilestones: [{id: a, title: A, forecast: 2024-11}]\n",
            [("GP402", 4, 11), ("GP402", 5, 42)],
        ),
    ],
)
def test_a_forecast_of_an_entry_passes_as_that_of_a_milestone(keys: str, told: list[object]) -> None:
    assert places(keys) == told
