"""The shipped plans against an independent second reading of the papers: `papers/README.md`."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from genderplan.checks import VALID, Context, run
from genderplan.checks.rules.table_of_a_day import ON_TIME
from genderplan.dates.forms import PlanDate
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.plan.rows import Titled
from genderplan.loading.tree import load_tree
from genderplan.plan.items import milestone_items
from genderplan.plan.plans import Baseline, Plan, Tree
from genderplan.reports.slippage.result import Comparison, slippage
from genderplan.reports.status.result import status
from genderplan.standing.filters.criteria import select
from genderplan.standing.records.items import MilestoneRecord
from genderplan.standing.standings import AsOf, Standings, Status

PAPERS = Path(__file__).parent / "papers"
ROOT = Path(__file__).parent.parent
BOTH_DRAFTS = ("later", "earlier")


def squashed(text: str) -> str:
    """White space folded, bullets of any kind written one way."""
    return " ".join("•" if word in {"•", "-", "*"} else word for word in text.split())


@cache
def reading(name: str) -> Any:
    return json.loads((PAPERS / f"{name}.json").read_text(encoding="utf-8"))


@cache
def tree() -> Tree:
    return load_tree(ROOT / "plans", shown_from=ROOT)


def women() -> Plan:
    return tree().by_id["women-2003"]


def race() -> Plan:
    return tree().by_id["equalities-2006"]


def draft(name: str) -> Plan | Baseline:
    """The later draft is the plan, the earlier its baseline."""
    if name == "later":
        return women()
    (baseline,) = women().baselines
    return baseline


def shown(date: PlanDate | None) -> str | None:
    return date and str(date)


def canonical(name: str) -> str:
    """An organisation's id from a second reading, in the case in which ours is declared."""
    ids = {each.casefold(): each for each in tree().organisations.by_id}
    return ids[name.casefold()]


def standings() -> list[Standings]:
    return [Standings(plan, AsOf(plan.status_date, "plan")) for plan in tree().plans if plan.status_date]


WITHOUT_A_DATE = {
    "equalities-2006/disproportionality-understanding",
    "equalities-2006/e-learning#available",
    "equalities-2006/gap-analysis",
    "equalities-2006/palp#questionnaire-6-months",
    "equalities-2006/palp#questionnaire-12-months",
    "equalities-2006/palp#questionnaire-18-months",
    "equalities-2006/polish-pilot",
    "equalities-2006/race-portfolio",
    "equalities-2006/representation",
    "equalities-2006/sport-programmes",
    "equalities-2006/third-party-reporting",
    "women-2003/evaluate-toolkit#evaluation",
}
"""What the papers date nowhere."""


def test_the_shipped_plans_are_read_whole_and_valid() -> None:
    assert tree().findings == ()
    assert [plan.id for plan in tree().plans] == ["budget-2004", "equalities-2006", "women-2003"]
    found = run(VALID, Context(tree(), tree().plans))
    assert {each.code for each in found} == {"GP602"}
    assert sorted(each.entry or "" for each in found) == sorted(WITHOUT_A_DATE)


@pytest.mark.parametrize("name", BOTH_DRAFTS)
def test_aims(name: str) -> None:
    read, ours = reading(name), draft(name)
    assert ours.long_term_aim == read["long_term_aim"]
    assert [aim.title for aim in ours.aims] == read["aims"]
    assert len(ours.aims) == {"later": 13, "earlier": 10}[name]


@pytest.mark.parametrize("name", BOTH_DRAFTS)
def test_objectives_and_their_actions_in_order(name: str) -> None:
    read, ours = reading(name), draft(name)
    assert [each.title for each in ours.objectives] == [each["title"] for each in read["objectives"]]
    actions = [entry for entry in ours.entries if entry.kind == "action"]
    under = [[entry.title for entry in actions if entry.objective == each.id] for each in ours.objectives]
    assert under == [[action["title"] for action in each["actions"]] for each in read["objectives"]]
    assert sum(map(len, under)) == len(actions)


def actions_of(name: str) -> list[Any]:
    """Each action as we have it beside the second reading's."""
    read = [action for each in reading(name)["objectives"] for action in each["actions"]]
    ours = [entry for entry in draft(name).entries if entry.kind == "action"]
    return [pytest.param(entry, action, id=f"{name}-{entry.id}") for entry, action in zip(ours, read, strict=True)]


@pytest.mark.parametrize(("entry", "read"), [each for name in BOTH_DRAFTS for each in actions_of(name)])
def test_an_action(entry: EntryRow, read: dict[str, Any]) -> None:
    assert entry.title == read["title"]
    assert list(entry.leads) == [canonical(lead) for lead in read["leads"]]
    assert [each.organisation for each in entry.inputs] == [canonical(each) for each in read["inputs"]]
    assert entry.output == read["output"]
    ours = [(each.title, shown(each.due), str(each.duration) if each.duration else None) for each in entry.milestones]
    assert ours == [(each["title"], each["due"], each["duration"]) for each in read["milestones"]]


def test_projects_in_order() -> None:
    projects = [entry for entry in women().entries if entry.kind == "project"]
    read = reading("later")["projects"]
    assert [entry.title for entry in projects] == [each["title"] for each in read]
    for entry, each in zip(projects, read, strict=True):
        assert list(entry.groups) == each["groups"]
        partners = [(one["organisation"] and canonical(one["organisation"]), one["role"]) for one in each["partners"]]
        assert [tuple(one) for one in entry.partners] == partners
        assert (shown(entry.start), shown(entry.end)) == (each["start"], each["end"])
        assert [one.title for one in entry.milestones] == each["milestones"]
        assert not any(one.due for one in entry.milestones)
    assert len(projects) == 19
    assert not any(entry.kind == "project" for entry in draft("earlier").entries)


POINTERS = ("r2", "r3", "r7")
"""Those of whose paragraph every sentence points elsewhere: it is their note, and they have no update."""


def race_actions() -> list[EntryRow]:
    return [entry for entry in race().entries if entry.kind == "action"]


def test_the_race_actions() -> None:
    assert [entry.id for entry in race_actions()] == [each["id"] for each in reading("race")]
    for entry, read in zip(race_actions(), reading("race"), strict=True):
        assert (entry.told.ref, entry.objective) == (entry.id.upper(), "race")
        assert squashed(entry.title) == squashed(read["title"])
        (lead,) = entry.leads
        organisation = tree().organisations.by_id[lead]
        assert read["lead"] in {organisation.name, *organisation.aliases}
        assert shown(entry.due) == read["due"]
        assert entry.milestones == ()


@pytest.mark.parametrize("read", reading("race"), ids=lambda read: str(read["id"]))
def test_the_activity_of_the_race_actions(read: dict[str, Any]) -> None:
    """F3-05: what is done is an update; what only points elsewhere is a note, and where it points is under `see`."""
    entry = race().by_id[read["id"]]
    paragraphs = [squashed(text) for text in read["paragraphs"]]
    if entry.id in POINTERS:
        assert entry.updates == ()
        assert [each.place for each in entry.told.see if each.document]
        assert all(each in squashed(entry.note or "") for each in paragraphs)
    else:
        assert [squashed(update.text) for update in entry.updates] == paragraphs
        assert not [each for each in entry.told.see if each.document]


def test_the_paragraph_of_no_objective_is_in_none_of_them() -> None:
    paragraph = "There is some overlap of activity between a number of these objectives."
    assert paragraph in (PAPERS / "race-objectives.txt").read_text(encoding="utf-8")
    texts = [(entry.id, squashed(update.text)) for entry in race().entries for update in entry.updates]
    texts += [(entry.id, squashed(entry.note or "")) for entry in race().entries]
    assert [name for name, text in texts if paragraph in text] == ["gap-analysis"]


@cache
def comparison() -> Comparison:
    (found,) = slippage(standings(), select(tree(), {"plan": ["women-2003"]})).comparisons
    return found


def titles() -> dict[str, str]:
    return {entry.id: entry.title for entry in women().entries}


def test_the_dates_that_moved() -> None:
    ours = [
        (titles()[move.entry], move.title, shown(move.was), shown(move.now), move.variance_months)
        for move in comparison().moved
    ]
    read = [
        (each["entry_title"], each["milestone_title_later"], each["was"], each["now"], each["months"])
        for each in reading("moves")["moved"]
    ]
    assert ours == read
    assert {move.field for move in comparison().moved} == {"due"}
    assert (comparison().dated, comparison().undated) == ((), ())


def test_what_was_added_and_what_was_removed() -> None:
    moves, added, removed = reading("moves"), comparison().added, comparison().removed
    kinds = {f"women-2003/{entry.id}": entry.kind for entry in women().entries}
    actions = [each for each in added.entries if kinds[each.id] == "action"]
    assert [each.title for each in actions] == moves["added_actions"]
    assert len(added.entries) - len(actions) == len(reading("later")["projects"])
    new = {each.id for each in added.entries}
    kept = [each for each in added.milestones if each.id.split("#")[0] not in new]
    assert [(titles()[each.id.split("/")[1].split("#")[0]], each.title, shown(each.due)) for each in kept] == [
        (each["action"], each["title"], each["due"]) for each in moves["added_milestones_in_kept_actions"]
    ]
    assert [(titles()[entry], name) for entry, name in added.inputs] == [
        (each["action"], each["organisation"]) for each in moves["added_inputs"]
    ]
    assert [each.title for each in added.aims] == moves["added_aims"]
    assert [each.title for each in removed.aims] == moves["removed_aims"]
    assert [each.title for each in removed.milestones] == moves["removed_milestones"]
    others = (added.leads, added.partners, added.groups, added.objectives)
    assert not any((*others, *removed._replace(aims=())))


def test_what_was_reworded() -> None:
    ours = [(each.kind, each.was, each.now) for each in comparison().reworded if each.field != "cost"]
    assert ours == [(each["what"], each["was"], each["now"]) for each in reading("moves")["reworded"]]
    assert {each.field for each in comparison().reworded} == {"title", "cost"}


def test_costs_that_the_later_draft_alone_tells() -> None:
    """F2-07: the draft says nothing of what the one entry costs that both have and that is not quantified."""
    costs = [(each.id, each.was, each.now) for each in comparison().reworded if each.field == "cost"]
    assert costs == [("women-2003/education-syllabus", None, "unquantified")]


def test_the_totals_of_slippage() -> None:
    moves, totals = reading("moves"), comparison().totals
    months = [each["months"] for each in moves["moved"]]
    assert (totals.compared, totals.unmoved) == (moves["kept_dated"], moves["unmoved"])
    assert (totals.moved, totals.later, totals.earlier) == (len(months), sum(each > 0 for each in months), 0)
    assert (totals.net_months, totals.worst_months) == (sum(months), max(months))
    projects = reading("later")["projects"]
    assert totals.added_entries == len(moves["added_actions"]) + len(projects)
    in_added = sum(len(entry.milestones) for entry in women().entries if entry.title in moves["added_actions"])
    in_projects = sum(len(each["milestones"]) for each in projects)
    assert totals.added_milestones == in_added + in_projects + len(moves["added_milestones_in_kept_actions"])
    assert (totals.removed_entries, totals.removed_milestones) == (0, 0)


def rows(records: Iterable[MilestoneRecord]) -> Counter[tuple[str, ...]]:
    return Counter((titles()[each.entry], each.title, str(each.due)) for each in records)


def test_what_is_overdue_and_what_is_due() -> None:
    read = reading("overdue")
    (found,) = status([each for each in standings() if each.plan is women()], select(tree(), {})).plans
    assert str(found.as_of) == read["status_date"]
    for records, key in ((found.overdue, "overdue"), (found.due, "due_within_30_days")):
        assert rows(records) == Counter((each["action"], each["title"], each["due"]) for each in read[key])
    late = {(titles()[each.entry], each.title): each.days_overdue for each in found.overdue}
    assert late == {(each["action"], each["title"]): each["days_overdue"] for each in read["overdue"]}
    ahead = [each.due.last - found.as_of.last for each in found.due if each.due]
    assert ahead == [each["days_left"] for each in read["due_within_30_days"]]


def test_check_finds_what_is_overdue_and_what_slipped_beyond_a_month() -> None:
    found = run(ON_TIME, Context(tree(), tree().plans, standings()))
    overdue = [each for each in found if each.code == "GP401"]
    beyond = [each for each in found if each.code == "GP501"]
    of_women = [each for each in overdue if (each.entry or "").startswith("women-2003/")]
    assert len(of_women) == len(reading("overdue")["overdue"])
    assert {each.entry for each in overdue} - {each.entry for each in of_women} == {
        "equalities-2006/dvd-training-package#launch",
        "equalities-2006/palp#programmes",
    }
    assert len(beyond) == len([each for each in reading("moves")["moved"] if each["months"] > 1])
    assert len(found) == len(overdue) + len(beyond)


@pytest.mark.parametrize("plan", tree().plans, ids=lambda plan: plan.id)
def test_nothing_is_complete_forecast_or_revised_unless_a_paper_says_so(plan: Plan) -> None:
    for entry in plan.entries:
        assert (entry.completed, entry.cancelled, entry.revisions) == (None, None, ())
        for each in entry.milestones:
            assert (each.completed, each.cancelled, each.forecast, each.revisions) == (None, None, None, ())
    (judged,) = [each for each in standings() if each.plan is plan]
    assert not {each.status for each in judged.items} & {Status.COMPLETE, Status.CANCELLED}


MONTHS = {
    name: f"{at:02d}"
    for at, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
A_DATE = re.compile(r"[–-] ?(?P<month>[A-Z][a-z]+)\.? (?P<year>\d{4})")


def dates_in(cell: str, title: str, at: int) -> tuple[str | None, int]:
    """The date that a cell prints right behind a title, and where the title ends."""
    start = cell.index(squashed(title), at)
    end = start + len(squashed(title))
    found = A_DATE.match(cell[end:].lstrip())
    return (f"{found['year']}-{MONTHS[found['month'][:3].lower()]}" if found else None), end


def cells(name: str) -> dict[str, str]:
    """The milestone cell of each action, by its title."""
    text = (PAPERS / f"{name}-draft.txt").read_text(encoding="utf-8").split("Annex B:")[0]
    table = [line.split("\t") for line in text.splitlines() if line.count("\t") == 4]
    return {row[0]: " ".join(row[4].replace("<p>", " ").replace("</p>", " ").split()) for row in table}


@pytest.mark.parametrize("name", BOTH_DRAFTS)
def test_every_date_that_is_inherited_has_a_note(name: str) -> None:
    """A clause without a date in its cell takes the next one's, and its note says so; no other has such a note."""
    inherited = []
    for entry in (each for each in draft(name).entries if each.kind == "action"):
        at = 0
        for each in entry.milestones:
            printed, after = dates_in(cells(name)[entry.title], each.title, at)
            at = after if not each.id.endswith("-1") else at
            said = "No date of its own" in (each.note or "")
            assert said == (printed is None and each.due is not None and "one clause" not in (each.note or "")), each.id
            assert printed in {None, shown(each.due)}, each.id
            inherited += [each.id] if said else []
    assert len(inherited) == {"later": 7, "earlier": 7}[name]


def test_the_notes_that_a_reading_owes() -> None:
    notes = {each.id_in_plan: each.row.note or "" for each in milestone_items(women().entries)}
    assert "length" in notes["evaluate-toolkit#evaluation"]
    assert "November and May 2004" in notes["media-strategy#internal-campaign-1"]
    assert "November and May 2004" in notes["media-strategy#internal-campaign-2"]
    then = {each.id_in_plan: each.row.note or "" for each in milestone_items(draft("earlier").entries)}
    assert "December 2003-08-27" in then["education-syllabus#sponsorship"]
    assert {key for key, note in then.items() if "length" in note} == {"evaluate-toolkit#evaluation"}


def texts_of(sides: Iterable[Plan | Baseline]) -> Iterator[tuple[str, str]]:
    """Every text of plans and baselines that is to be the documents' own, with where it stands."""
    for side in sides:
        yield f"{side.file} title", side.title or ""
        yield f"{side.file} long-term-aim", side.long_term_aim or ""
        titled: Sequence[Titled] = (*side.aims, *side.objectives)
        yield from ((f"{side.file} {each.id}", each.title) for each in titled)
        for entry in side.entries:
            yield from texts_of_entry(side.file, entry)


def texts_of_entry(file: str, entry: EntryRow) -> Iterator[tuple[str, str]]:
    yield f"{file} {entry.id}", entry.title
    yield f"{file} {entry.id} output", entry.output or ""
    yield from ((f"{file} {entry.id} group", group) for group in entry.groups)
    yield from ((f"{file} {entry.id} update", update.text) for update in entry.updates)
    yield from ((f"{file} {entry.id} success", text) for text in entry.told.success)
    yield from ((f"{file} {entry.id} driver", each.text) for each in entry.drivers if each.text)
    yield from ((f"{file} {entry.id}#{each.id}", each.title) for each in entry.milestones)


BROKEN_OVER_A_PAGE = {
    "witness-information",
    "witness-information#updated-guidance",
    "local-crime-statistics",
    "representatives-guidance",
}
"""Rows of Annex B that a page break tears apart; their other texts stand whole on one side of it."""

MADE_OF_A_PAPERS_WORDS = {"common", "disability", "age", "sexual-orientation"}
"""Titles that a paper has only together with others; `test_papers_of_frameworks.py` has its words."""


def stands_in_order(words: Sequence[str], paper: Sequence[str], within: int) -> bool:
    """Whether words follow each other in a paper, none further from the first than `within`."""
    for start in (at for at, word in enumerate(paper) if word == words[0]):
        following = iter(paper[start : start + within])
        if all(word in following for word in words):
            return True
    return False


def test_every_text_of_the_plans_stands_in_a_paper() -> None:
    names = ("later-draft", "earlier-draft", "report-12", "report-15")
    papers = {name: squashed((PAPERS / f"{name}.txt").read_text(encoding="utf-8")) for name in names}
    whole = " ".join(papers.values())
    texts = texts_of((women(), draft("earlier"), race()))
    missing = {place.split()[1]: text for place, text in texts if squashed(text) not in whole}
    assert missing.keys() == BROKEN_OVER_A_PAGE | MADE_OF_A_PAPERS_WORDS
    for name in BROKEN_OVER_A_PAGE:
        assert stands_in_order(squashed(missing[name]).split(), papers["later-draft"].split(), 90)


def test_each_drafts_own_text_stands_in_that_draft() -> None:
    actions = [each for entry in race_actions() for each in texts_of_entry("", entry)]
    for texts, name in ((texts_of([draft("earlier")]), "earlier-draft"), (actions, "race-objectives")):
        paper = squashed((PAPERS / f"{name}.txt").read_text(encoding="utf-8"))
        assert [text for _, text in texts if squashed(text) not in paper] == []


@pytest.mark.parametrize("name", BOTH_DRAFTS)
def test_what_a_note_of_a_milestone_quotes_stands_in_its_draft(name: str) -> None:
    paper = squashed((PAPERS / f"{name}-draft.txt").read_text(encoding="utf-8"))
    quoted = [
        (*each.key, words)
        for each in milestone_items(draft(name).entries)
        for words in re.findall(r'"([^"]+)"', squashed(each.row.note or ""))
    ]
    assert len(quoted) > 10
    assert [each for each in quoted if each[2] not in paper] == []


def test_a_text_that_is_in_no_paper_would_be_found() -> None:
    paper = squashed((PAPERS / "later-draft.txt").read_text(encoding="utf-8"))
    assert "Publish the pay gap by grade" not in paper
    assert not stands_in_order(["Publish", "the", "pay", "gap", "by", "grade"], paper.split(), 90)
