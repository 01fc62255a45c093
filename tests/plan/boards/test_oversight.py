"""Oversight by a board: plans, objectives with their parts, tags, and sections that entries support."""

import pytest

from genderplan.plan.boards.oversight import Oversight, overseen_by
from trees import tree_of

PAY = """\
genderplan: 1
title: Pay
tags: [Wages]
objectives:
  - {id: data, title: Data}
  - {id: figures, title: Figures, part_of: data, tags: [numbers]}
  - {id: people, title: People, supports: standard/training}
"""
FILES = {
    "pay/plan.yaml": PAY,
    "pay/actions/a.yaml": "title: A\nobjective: data\ntags: [Careers]\n",
    "pay/actions/b.yaml": "title: B\nobjective: figures\n",
    "pay/actions/c.yaml": "title: C\nobjective: people\n",
    "pay/actions/d.yaml": "title: D\nsupports: standard/leadership\ncancelled: {reason: Done elsewhere}\n",
    "pay/actions/e.yaml": "title: E\nsupports: [{section: standard/leadership, extent: none}]\n",
    "pay/indicators/gap.yaml": "title: Gap\nsupports: standard/leadership\n",
    "other/plan.yaml": "genderplan: 1\ntitle: Other\n",
    "other/actions/x.yaml": "title: X\n",
    "frameworks/standard.yaml": (
        "genderplan: 1\ntitle: Standard\nkind: standard\n"
        "sections: [{id: leadership, title: L}, {id: training, title: T}]\n"
    ),
}


def oversight(oversees: str) -> Oversight:
    tree = tree_of(FILES | {"boards/EODB.yaml": f"role: None\n{oversees}"})
    assert not tree.findings, tree.findings
    return Oversight(tree.boards_by_id["EODB"], tree)


@pytest.mark.parametrize(
    ("oversees", "entries"),
    [
        ("", "abcdex"),
        ("oversees: pay\n", "abcde"),
        ("oversees: tag:wages\n", "abcde"),
        ("oversees: [other, pay/people]\n", "cx"),
        ("oversees: pay/data\n", "ab"),
        ("oversees: pay/figures\n", "b"),
        ("oversees: tag:numbers\n", "b"),
        ("oversees: 'tag:careers'\n", "a"),
        ("oversees: standard/leadership\n", "d"),
        ("oversees: standard/training\n", "c"),
        ("oversees: standard\n", "cd"),
        ("oversees: [nothing, pay/nothing, tag:nothing]\n", ""),
    ],
)
def test_what_is_named_is_overseen(oversees: str, entries: str) -> None:
    """F2-20: also what is cancelled, so that a board hears of it; what serves a section to no extent is not."""
    found = oversight(oversees)
    assert "".join(entry.id for plan in reversed(found.tree.plans) for entry in found.entries(plan)) == entries
    ((_, plans),) = overseen_by((found.board,), found.tree, ["pay", "other"])
    assert plans == {each.id for each in found.plans()}


def test_plans_objectives_and_indicators() -> None:
    every = oversight("")
    assert [plan.id for plan in every.plans()] == ["other", "pay"]
    part = oversight("oversees: [standard/training, pay/data]\n")
    (pay,) = part.plans()
    assert [each.id for each in part.objectives(pay)] == ["data", "figures", "people"]
    assert not part.is_whole(pay)
    assert not part.has_indicator(pay, pay.indicators[0])
    led = oversight("oversees: standard/leadership\n")
    assert led.has_indicator(pay, pay.indicators[0])
    assert [plan.id for plan in led.plans()] == ["pay"]
    assert list(oversight("oversees: tag:nothing\n").plans()) == []
