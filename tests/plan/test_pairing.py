"""What of a baseline each entry and milestone is: by its id, or by the names that it had."""

import pytest

from genderplan.plan.comparison.matching import match
from trees import pay


def paired(then: list[str], now: dict[str, str]) -> dict[str, str]:
    """What each entry of now was, by ids; `now` has their former names."""
    was = pay({f"actions/{name}": "title: A\n" for name in then}).plans[0]
    keys = {name: f"renamed_from: [{former}]\n" if former else "" for name, former in now.items()}
    is_now = pay({f"actions/{name}": f"title: A\n{key}" for name, key in keys.items()}).plans[0]
    return {new.id: old.id for old, new in match(is_now, was.as_baseline("b")).entries}


def paired_milestones(then: list[str], now: dict[str, str]) -> dict[str, str]:
    """The same of the milestones of one entry."""

    def text(former: dict[str, str]) -> dict[str, str]:
        keys = {name: f", renamed_from: [{names}]" if names else "" for name, names in former.items()}
        return {
            "actions/x": "title: A\nmilestones:\n"
            + "".join(f"- {{id: {each}, title: A{keys[each]}}}\n" for each in former)
        }

    was, is_now = pay(text(dict.fromkeys(then, ""))).plans[0], pay(text(now)).plans[0]
    return {new.row.id: old.row.id for old, new in match(is_now, was.as_baseline("b")).milestones}


CASES = [
    (["a"], {"a": ""}, {"a": "a"}),
    (["a"], {"b": "a"}, {"b": "a"}),
    (["a"], {"b": "a", "a": ""}, {"b": "a"}),
    (["a", "b"], {"b": "a", "a": "b"}, {"a": "a", "b": "b"}),
    (["b"], {"c": "a, b"}, {"c": "b"}),
    (["a", "b"], {"a": "", "c": "a, b"}, {"a": "a", "c": "b"}),
    (["a", "b"], {"c": "a, b", "a": ""}, {"a": "a", "c": "b"}),
    (["a", "b"], {"c": "b, a", "b": ""}, {"b": "b", "c": "a"}),
    (["a", "b"], {"c": "a, b"}, {"c": "a"}),
    (["a"], {"c": "a, b", "b": ""}, {"c": "a"}),
    (["z"], {"a": "b"}, {}),
]


@pytest.mark.parametrize(("then", "now", "pairs"), CASES)
def test_what_each_was(then: list[str], now: dict[str, str], pairs: dict[str, str]) -> None:
    """Of several former names those count first that nothing else bears now."""
    assert paired(then, now) == pairs
    assert paired_milestones(then, now) == pairs
