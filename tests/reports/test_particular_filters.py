"""Filters by keys that few entries have, and lists in the order of the document's numbers."""

from functools import cache

import pytest

from cases import for_each
from genderplan.errors import UsageError
from genderplan.plan.plans import Tree
from genderplan.reports.list.columns import arranged
from genderplan.reports.list.nouns import Noun
from genderplan.reports.list.result import listing
from genderplan.standing.filters.criteria import select
from trees import ORGANISATIONS, PLAN, ids_of, judged, tree_of

FILES = {
    "organisations.yaml": ORGANISATIONS,
    "scheme/plan.yaml": PLAN + "objectives: [{id: a, title: A}, {id: b, title: B, part_of: a}]\n",
    "scheme/actions/r1.yaml": "title: First\nref: 5.10\nlead: HR\nobjective: a\npriority: low\nsuccess: Known widely\n",
    "scheme/actions/r2.yaml": "title: Second\nref: 5.3\nobjective: b\naccountable: HR-Board\ndue_note: Wait\n"
    "cost: [{amount: 5, funder: Home Office, note: From the reserve}, free]\nindicators: [fear]\n",
    "scheme/actions/r3.yaml": "title: Third\nref: 5.3.1\nlead: HR\npriority: high\nmilestones:\n"
    "  - {id: paper, title: Paper, due: 2025-03, goes_to: HR-Board, requested: {to: 2025-05, reason: No clerk}}\n"
    "  - {id: end, title: End, due: 2025-06}\n",
    "north/plan.yaml": PLAN + "lead: University\nanswers: {entry: scheme/r1, extent: part}\n",
    "north/actions/n.yaml": "title: North\nevidence: https://example.org/n\nhandovers: [{to: HR, agreed: false, note: Soon}]\n",
    "south/plan.yaml": PLAN,
    "south/actions/s.yaml": "title: South\nanswers: [scheme/r2]\nreviewed: [{text: Held}]\nsee: {place: Appendix 9}\n",
    "south/actions/t.yaml": "title: Other\ncontinues: scheme/r1\nreview: 2026\n",
    "empty/plan.yaml": PLAN + "answers: scheme/r3\n",
}


@cache
def tree() -> Tree:
    return tree_of(FILES)


def ids(asked: dict[str, list[str]], noun: Noun = Noun.ENTRIES) -> list[str]:
    return ids_of(listing(tree(), noun, select(tree(), asked), judged(tree())).records)


@for_each(
    ("name", "words", "expected"),
    [
        ("ref", ["5"], ["scheme/r1", "scheme/r2", "scheme/r3"]),
        ("ref", ["5.3"], ["scheme/r2", "scheme/r3"]),
        ("ref", ["5.1"], []),
        ("ref", ["5.3.1", "5.10"], ["scheme/r1", "scheme/r3"]),
        ("priority", ["HIGH"], ["scheme/r3"]),
        ("priority", ["high", "low"], ["scheme/r1", "scheme/r3"]),
        ("accountable", ["HR"], ["scheme/r2"]),
        ("accountable", ["University"], []),
        ("goes_to", ["HR-Board"], ["scheme/r3"]),
        ("goes_to", ["HR"], ["scheme/r3"]),
        ("answers", ["scheme/r1"], ["north/n"]),
        ("answers", ["r2"], ["south/s"]),
        ("answers", ["scheme"], ["north/n", "south/s"]),
        ("answers", ["north"], []),
        ("has", ["success"], ["scheme/r1"]),
        ("has", ["requested"], ["scheme/r3"]),
        ("has", ["lead", "see"], ["scheme/r1", "scheme/r3", "south/s"]),
        ("without", ["lead"], ["north/n", "scheme/r2", "south/s", "south/t"]),
        ("without", ["ref"], ["north/n", "south/s", "south/t"]),
        ("without", ["due"], ["north/n", "scheme/r1", "scheme/r2", "south/s", "south/t"]),
        ("search", ["known WIDELY"], ["scheme/r1"]),
        ("search", ["wait"], ["scheme/r2"]),
        ("search", ["no clerk"], ["scheme/r3"]),
        ("search", ["example.org"], ["north/n"]),
        ("search", ["soon"], ["north/n"]),
        ("search", ["held"], ["south/s"]),
        ("search", ["appendix 9"], ["south/s"]),
        ("search", ["5.3.1"], ["scheme/r3"]),
        ("search", ["home office"], ["scheme/r2"]),
        ("search", ["reserve"], ["scheme/r2"]),
        ("search", ["FEAR"], ["scheme/r2"]),
        ("search", ["high"], ["scheme/r3"]),
        ("search", ["hr-board"], ["scheme/r2", "scheme/r3"]),
        ("search", ["scheme/r1"], ["south/t"]),
        ("search", ["scheme/r2"], ["south/s"]),
        ("search", ["scheme/r3"], []),
        ("objective", ["a"], ["scheme/r1", "scheme/r2"]),
        ("objective", ["b"], ["scheme/r2"]),
    ],
)
def test_filters(name: str, words: list[str], expected: list[str]) -> None:
    """F2-04: actions without a lead or a date."""
    assert sorted(ids({name: words})) == expected


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("has", ["requested"], ["scheme/r3#paper"]),
        ("has", ["goes_to"], ["scheme/r3#paper"]),
        ("has", ["priority"], ["scheme/r3#paper", "scheme/r3#end"]),
        ("without", ["goes_to"], ["scheme/r3#end"]),
        ("goes_to", ["HR-Board"], ["scheme/r3#paper"]),
        ("search", ["clerk"], ["scheme/r3#paper"]),
        ("search", ["hr-board"], ["scheme/r3#paper"]),
        ("ref", ["5.3"], ["scheme/r3#paper", "scheme/r3#end"]),
    ],
)
def test_filters_of_milestones(name: str, words: list[str], expected: list[str]) -> None:
    assert ids({name: words}, Noun.MILESTONES) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [("scheme", ["empty", "north", "south"]), ("r1", ["north"]), ("r2", ["south"]), ("scheme/r3", ["empty"])],
)
def test_plans_that_answer(asked: str, expected: list[str]) -> None:
    """F2-13, F4-17: the local plans under a scheme, and under one action of it."""
    assert ids({"answers": [asked]}, Noun.PLANS) == expected


@pytest.mark.parametrize(
    ("name", "word", "why"),
    [
        ("priority", "urgent", r"unknown priority 'urgent' \(one of: high, medium, low\)"),
        ("has", "leads", r"unknown key 'leads' \(did you mean 'lead'\?\)"),
        ("without", "position", "unknown key 'position'"),
        ("answers", "r9", "unknown entry 'r9'"),
        ("answers", "HR", "unknown entry 'HR'"),
        ("answers", "scheme/r3#paper", "unknown entry 'scheme/r3#paper'"),
        ("answers", "organisation:HR", "'organisation:HR' is neither a plan nor an entry: nothing else is answered"),
        ("answers", "milestone:r3#paper", "neither a plan nor an entry"),
        ("goes_to", "Nobody", "unknown organisation 'Nobody'"),
    ],
)
def test_what_nothing_bears(name: str, word: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        ids({name: [word]})


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("ref", ["scheme/r2", "scheme/r3", "scheme/r1"]),
        ("-ref", ["scheme/r1", "scheme/r3", "scheme/r2"]),
        ("priority", ["scheme/r3", "scheme/r1", "scheme/r2"]),
    ],
)
def test_sorted(key: str, expected: list[str]) -> None:
    found = listing(tree(), Noun.ENTRIES, select(tree(), {"plan": ["scheme"]}), [judged(tree())[2]])
    assert ids_of(arranged(found, [key], None).records) == expected


def test_entries_stand_in_the_order_of_their_numbers() -> None:
    files = {"pay/plan.yaml": PLAN} | {
        f"pay/actions/{name}.yaml": f"title: A\n{more}"
        for name, more in (
            ("a", "ref: 5.10\n"),
            ("b", "ref: 5.9\n"),
            ("c", ""),
            ("d", "ref: 5.11\norder: 1\n"),
            ("e", "ref: 5.9\n"),
        )
    }
    assert [each.id for each in tree_of(files).plans[0].entries] == ["d", "b", "e", "a", "c"]
