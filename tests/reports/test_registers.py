"""Registers: policies, risks, concerns and the like are listed, filtered and shown."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import for_each
from genderplan.errors import UsageError
from genderplan.plan.lookup import look_up
from genderplan.plan.plans import Tree
from genderplan.plan.reviews import item_reviews
from genderplan.reports.list.columns import arranged
from genderplan.reports.list.nouns import Noun
from genderplan.reports.list.result import listing
from genderplan.reports.show.result import Detail, detail
from genderplan.standing.records.registers import RegisterItemRecord
from trees import ORGANISATIONS, PLAN, judged, selected, tree_of

STRANDS = """\
genderplan: 1
title: Strands
kind: strands
sections: [{id: race, title: Race}, {id: gender, title: Gender}]
"""
POLICIES = """\
title: Corporate policies
kind: policies
items:
  - id: dress-code
    title: Dress code
    lead: HR
    state: awaits publication
    review: {every: 1 year, last: 2006-11}
    relevance:
      - {section: strands/race, priority: high}
      - {section: strands/gender, priority: low}
    answers: {entry: screen-policies, extent: part}
    tags: [uniform]
  - id: stop-and-search
    title: Stop and search
    lead: Finance
    review: {every: 1 year, last: 2006-03}
    relevance:
      - {section: strands/race, priority: low}
      - {section: strands/gender, priority: none}
  - id: leave
    title: Parental leave
    lead: HR-Team
    state: being written
    review: {every: 6 months}
    relevance: [{section: strands/gender, priority: high}]
  - id: catering
    title: Catering
    review: 2007-06-30
"""
RISKS = """\
title: Risks of the move
kind: risks
items:
  - id: influence
    title: Influence on daily business
    text: Will the unit be able to exert its influence on day-to-day business?
    who: [HR, Board members]
    tags: [question]
"""
INVOLVEMENT = """\
title: Who was involved
kind: involvement
items:
  - {id: events, title: Engagement events, date: 2006-06, who: Staff networks, how: Four evening meetings}
"""
FILES = {
    "organisations.yaml": ORGANISATIONS + "HR-Team: {part_of: HR}\n",
    "frameworks/strands.yaml": STRANDS,
    "scheme/plan.yaml": PLAN,
    "scheme/actions/screen-policies.yaml": "title: Screen all policies\nlead: HR\ndue: 2007-03\n",
    "scheme/registers/policies.yaml": POLICIES,
    "scheme/registers/risks.yaml": RISKS,
    "scheme/registers/talks/events.yaml": INVOLVEMENT,
    "local/plan.yaml": "genderplan: 1\ntitle: Local plan\n",
    "local/registers/risks.yaml": "title: Others\nkind: other\nitems: [{id: influence, title: Elsewhere}]\n",
}
TREE = tree_of(FILES)


def records(tree: Tree = TREE, sort: Sequence[str] = (), **criteria: str | Sequence[str]) -> list[RegisterItemRecord]:
    asked = {name: [words] if isinstance(words, str) else words for name, words in criteria.items()}
    selection = selected(tree, **asked)
    standings = [each for each in judged(tree) if selection.has_plan(each.plan.id)]
    found = arranged(listing(tree, Noun.ITEMS, selection, standings), sort, None)
    return [each for each in found.records if isinstance(each, RegisterItemRecord)]


def ids(sort: Sequence[str] = (), **criteria: str | Sequence[str]) -> list[str]:
    return [each.id.partition("#")[2] for each in records(TREE, sort, **criteria) if each.plan == "scheme"]


def shown(name: str) -> Detail:
    return detail(look_up(TREE, name), judged(TREE), TREE)


def test_every_item_is_listed_in_the_order_of_its_file() -> None:
    assert ids() == ["dress-code", "stop-and-search", "leave", "catering", "influence", "events"]
    assert [each.id for each in records(plan="local")] == ["local/risks#influence"]


@for_each(
    ("criteria", "items"),
    [
        ({"register": "policies"}, ["dress-code", "stop-and-search", "leave", "catering"]),
        ({"register": "scheme/risks"}, ["influence"]),
        ({"register": "risks"}, ["influence"]),
        ({"register": ["involvement", "risks"]}, ["influence", "events"]),
        ({"register": "other"}, []),
        ({"section": "strands/race"}, ["dress-code", "stop-and-search"]),
        ({"section": "strands/gender"}, ["dress-code", "leave"]),
        ({"section": "strands"}, ["dress-code", "stop-and-search", "leave"]),
        ({"priority": "high"}, ["dress-code", "leave"]),
        ({"priority": "none"}, ["stop-and-search"]),
        ({"priority": ["None", "LOW"]}, ["dress-code", "stop-and-search"]),
        ({"section": "strands/race", "priority": "high"}, ["dress-code"]),
        ({"section": "strands/gender", "priority": "none"}, ["stop-and-search"]),
        ({"section": "strands/race", "priority": "none"}, []),
        ({"lead": "HR"}, ["dress-code", "leave"]),
        ({"lead_only": "hr"}, ["dress-code"]),
        ({"tag": "Uniform"}, ["dress-code"]),
        ({"search": "exert its"}, ["influence"]),
        ({"search": "awaits"}, ["dress-code"]),
        ({"search": "evening"}, ["events"]),
        ({"due": "..2007-03"}, ["stop-and-search"]),
        ({"due": "2007-04..2007-11"}, ["dress-code", "catering"]),
        ({"answers": "screen-policies"}, ["dress-code"]),
        ({"answers": "scheme"}, ["dress-code"]),
        ({"status": "overdue"}, []),
        ({"kind": "action"}, []),
        ({"register": "policies", "lead": "HR", "due": "2007.."}, ["dress-code"]),
    ],
)
def test_filters(criteria: dict[str, str | list[str]], items: list[str]) -> None:
    """F2-27, F3-36: policies screened for relevance and priority, and those that a unit owns, with their state."""
    assert ids(**criteria) == items


@pytest.mark.parametrize("key", ["lead", "state", "review", "relevance", "who", "note", "answers", "date"])
def test_what_says_something_under_a_key_and_what_does_not(key: str) -> None:
    """F3-30: which policies have no review, and which nobody leads."""
    field = "leads" if key == "lead" else key
    said = {each.item: bool(getattr(each, field)) for each in records(plan="scheme")}
    assert ids(has=key) == [name for name, is_said in said.items() if is_said]
    assert ids(without=key) == [name for name, is_said in said.items() if not is_said]
    assert ids(has="success") == ids(without="success") == []


def test_policies_whose_yearly_monitoring_is_due_by_strand_and_priority() -> None:
    """F3-30"""
    due = records(section="strands/race", priority=["high", "low"], due="..2007-12", sort=["next_review"])
    assert [(each.item, str(each.next_review)) for each in due] == [
        ("stop-and-search", "2007-03"),
        ("dress-code", "2007-11"),
    ]


def test_what_has_no_date_is_last_and_has_none() -> None:
    found = records(register="policies", sort=["next_review"])
    assert [str(each.next_review) for each in found] == ["2007-03", "2007-06-30", "2007-11", "None"]
    plan = TREE.by_id["scheme"]
    assert [each.item.id for each in item_reviews(plan)] == ["dress-code", "stop-and-search", "catering"]


def test_registers_are_named_in_any_case() -> None:
    for name in ("policies", "Policies", "SCHEME/policies"):
        assert ids(register=name) == ids(register="policies")
    assert ids(register="RISKS") == ids(register="risks")


@pytest.mark.parametrize(
    ("criteria", "message"),
    [
        ({"register": "concerns"}, "unknown register 'concerns'"),
        ({"register": "policy"}, r"unknown register 'policy' \(did you mean 'policies'"),
        ({"section": "strands/rase"}, r"unknown framework or section 'strands/rase' \(did you mean 'strands/race'"),
        ({"priority": "urgent"}, r"unknown priority 'urgent' \(one of: high, medium, low, none\)"),
        ({"priority": "none", "plan": "local"}, "unknown priority 'none'"),
        ({"tag": "uniforms"}, r"unknown tag 'uniforms' \(did you mean 'uniform'"),
        ({"answers": "register:policies"}, "'register:policies' is neither a plan nor an entry"),
    ],
)
def test_what_nothing_bears_is_an_error(criteria: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        ids(**criteria)


@pytest.mark.parametrize(
    ("name", "noun", "full_id"),
    [
        ("policies", "register", "scheme/policies"),
        ("register:policies", "register", "scheme/policies"),
        ("register:scheme/risks", "register", "scheme/risks"),
        ("policies#leave", "item", "scheme/policies#leave"),
        ("scheme/policies#leave", "item", "scheme/policies#leave"),
        ("item:policies#leave", "item", "scheme/policies#leave"),
        ("local/risks#influence", "item", "local/risks#influence"),
    ],
)
def test_names(name: str, noun: str, full_id: str) -> None:
    found = shown(name)
    assert (found.noun, found.record.id) == (noun, full_id)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("risks", "'risks' can mean register:local/risks, register:scheme/risks"),
        ("risks#influence", "'risks#influence' can mean item:local/risks#influence, item:scheme/risks#influence"),
        ("policies#leaf", "unknown id 'policies#leaf'"),
        ("item:policies#leav", r"unknown item 'policies#leav' \(did you mean 'policies#leave'"),
        ("register:screen-policies", "unknown register 'screen-policies'"),
        ("entry:policies", "unknown entry 'policies'"),
    ],
)
def test_names_that_mean_several_things_or_none(name: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        look_up(TREE, name)


def test_a_register_is_shown_with_its_items() -> None:
    found = shown("policies")
    assert [each.item for each in found.items] == ["dress-code", "stop-and-search", "leave", "catering"]


def test_an_item_and_the_entry_that_it_answers_tell_of_each_other() -> None:
    (link,) = shown("policies#dress-code").links
    assert link == ("answers", "scheme/screen-policies", "Screen all policies", "part")
    (back,) = shown("screen-policies").links
    assert back == ("answered by", "scheme/policies#dress-code", "Dress code", "part")


def test_a_section_names_what_is_relevant_to_it() -> None:
    named = [each[:2] for each in shown("strands/gender").named]
    assert named == [
        ("of low priority to", "scheme/policies#dress-code"),
        ("of no priority to", "scheme/policies#stop-and-search"),
        ("of high priority to", "scheme/policies#leave"),
    ]


def test_an_organisation_is_named_where_it_leads_and_where_it_is_involved() -> None:
    named = [each[:2] for each in shown("HR").named]
    assert named == [
        ("lead", "scheme/screen-policies"),
        ("lead", "scheme/policies#dress-code"),
        ("involved", "scheme/risks#influence"),
    ]


ITEMS = {
    "F2-17": ("involvement", "{id: events, title: Events, date: 2006-06, who: [HR, Networks], how: Three meetings}"),
    "F4-10": (
        "objectives",
        "{id: one, title: First objective, date: FY2008-09, how: Briefings at every other meeting}",
    ),
    "F4-13": ("risks", "{id: influence, title: Influence, text: Will the unit be able to exert its influence?}"),
    "F4-14": ("concerns", "{id: remiss, title: Concern of members, who: Members, text: It would be remiss}"),
    "F4-16": ("initiatives", "{id: first, title: Watched first, relevance: [{section: strands/race, priority: high}]}"),
    "F4-18": ("other", "{id: panel, title: Selection panel, date: 2008-03, who: [HR, A lay member], how: Recorded}"),
    "F4-20": (
        "involvement",
        "{id: disabled, title: Disabled staff, who: Staff network, how: In making and monitoring}",
    ),
    "F4-25": ("impact-assessments", "{id: eqia, title: EqIA of leave, review: {every: 1 year, last: 2008-05}}"),
}


@pytest.mark.parametrize("row", ITEMS)
def test_what_a_register_can_hold(row: str) -> None:
    """F2-17, F4-10, F4-13, F4-14, F4-16, F4-18, F4-20, F4-25"""
    kind, item = ITEMS[row]
    tree = tree_of(FILES | {"scheme/registers/held.yaml": f"title: Held\nkind: {kind}\nitems:\n  - {item}\n"})
    assert tree.findings == ()
    (record,) = records(tree, register="held")
    told = {name: value for name, value in record._asdict().items() if f"{name}: " in item}
    assert record.kind == kind
    assert all(value not in (None, ()) for value in told.values())
    assert record.next_review is None or str(record.next_review) == "2009-05"


NAMES = st.sampled_from(["strands/race", "strands/gender"])
PRIORITIES = st.sampled_from(["high", "medium", "low", "none"])


@settings(max_examples=25)
@given(st.lists(st.dictionaries(NAMES, PRIORITIES, max_size=2), max_size=4), NAMES, PRIORITIES)
def test_section_and_priority_are_asked_of_one_relevance(
    relevances: list[dict[str, str]], section: str, priority: str
) -> None:
    lines = [
        f"  - {{id: i{number}, title: T, relevance: ["
        + ", ".join(f"{{section: {name}, priority: {how}}}" for name, how in each.items())
        + "]}"
        for number, each in enumerate(relevances)
    ]
    register = "title: P\n" + ("items:\n" + "\n".join(lines) + "\n" if lines else "")
    tree = tree_of({**FILES, "scheme/registers/policies.yaml": register})
    if priority == "none" and not any("none" in each.values() for each in relevances):
        return
    found = [each.item for each in records(tree, section=section, priority=priority)]
    assert found == [f"i{number}" for number, each in enumerate(relevances) if each.get(section) == priority]
