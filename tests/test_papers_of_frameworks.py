"""What the papers print of frameworks, indicators, costs and publications, against the shipped plans.

The passages in `papers/` are the second reading: what is counted here is counted in them, not in `plans/`.
"""

import re
from calendar import month_name
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from genderplan import api
from genderplan.kinds.framework.rows import SectionRow
from genderplan.loading.tree import load_tree
from genderplan.plan.plans import Plan, Tree
from genderplan.reports.coverage.records import Coverage, CoverageRow
from genderplan.standing.records.indicators import CategoryRecord

PAPERS = Path(__file__).parent / "papers"
ROOT = Path(__file__).parent.parent
REPORT_12 = date(2008, 2, 7)
MONTHS = list(month_name)[1:]
GOALS = [f"safest-city/goal-{number}" for number in range(1, 6)]
EXTENTS = {"✓": "full", "(✓)": "part", "-": "none"}
STATE = re.compile(r" \[(?P<state>published|(?:draft )?sent out for consultation) (?P<month>\w+) (?P<year>\d{4})\]$")


@cache
def tree() -> Tree:
    return load_tree(ROOT / "plans", shown_from=ROOT)


def scheme() -> Plan:
    return tree().by_id["equalities-2006"]


@cache
def passage(name: str) -> str:
    return (PAPERS / f"{name}.txt").read_text(encoding="utf-8")


def part(paper: str, start: str, end: str) -> str:
    """What stands in a paper between the first of two line beginnings and the next of the other."""
    return passage(paper).partition(f"\n{start}")[2].partition(f"\n{end}")[0]


def positive_action() -> str:
    """Paragraphs 43 to 49 of report 12."""
    return part("report-12", "43. ", "50. ")


class Printed(NamedTuple):
    """A row of the matrix as it is printed: its words, its five cells, what stands in the brackets, its strategies."""

    title: str
    cells: tuple[str, ...]
    state: str | None
    month: str | None
    strategies: str


def printed_rows() -> list[Printed]:
    """The rows of the matrix: lines with seven cells of which one is filled, less heads and headings."""
    rows: list[Printed] = []
    for line in part("appendix-2", "Summary analysis", "A ✓ in the box").splitlines():
        title, *cells = line.split("\t")
        if len(cells) != 6 or "Goal 1" in cells:
            continue
        if not title:
            if rows and cells[5]:
                rows[-1] = rows[-1]._replace(strategies=f"{rows[-1].strategies} {cells[5]}")
            continue
        if not any(cells):
            continue
        found = STATE.search(title)
        month = found and f"{found['year']}-{MONTHS.index(found['month']) + 1:02d}"
        state = found and ("published" if found["state"] == "published" else "consultation")
        rows.append(Printed(STATE.sub("", title), tuple(cells[:5]), state, month, cells[5]))
    return rows


@cache
def directions() -> Coverage:
    return api.coverage(tree(), REPORT_12, "mayors-directions", by="safest-city")


def ours() -> list[CoverageRow]:
    return [row for row in directions().rows if not row.is_heading]


def section_of(name: str) -> SectionRow:
    framework, _, own = name.partition("/")
    return next(each for each in tree().frameworks_by_id[framework].sections if each.id == own)


def test_the_matrix_has_its_rows_in_their_order_and_words() -> None:
    """F1-05"""
    assert len(ours()) == len(printed_rows()) == 26
    for row, read in zip(ours(), printed_rows(), strict=True):
        assert read.title.endswith(row.title)


def test_every_cell_of_the_matrix_is_the_printed_one() -> None:
    """F1-05"""
    for row, read in zip(ours(), printed_rows(), strict=True):
        cells = {cell.column: cell.extent for cell in row.cells}
        assert [cells.get(goal) for goal in GOALS] == [EXTENTS.get(cell) for cell in read.cells], row.section


def test_the_ticks_of_each_goal() -> None:
    """F1-05"""
    read = [[row.cells[at] for row in printed_rows()] for at in range(5)]
    assert [column.count("✓") for column in read] == [12, 2, 2, 12, 1]
    assert [column.count("(✓)") for column in read] == [1, 0, 0, 0, 0]
    told = Counter((cell.column, cell.extent) for row in ours() for cell in row.cells)
    assert [told[goal, "full"] for goal in GOALS] == [12, 2, 2, 12, 1]
    assert {key: number for key, number in told.items() if key[1] == "part"} == {(GOALS[0], "part"): 1}
    assert [told[goal, "none"] for goal in GOALS] == [5] * 5


def test_what_no_goal_serves_and_what_only_a_strategy_does() -> None:
    """F1-06: five rows with dashes, of which three have a strategy, and the gap on the safety of women."""
    dashed = [row for row in printed_rows() if row.cells == ("-",) * 5]
    assert [bool(row.strategies) for row in dashed] == [True, False, True, True, False]
    gaps = directions().gaps
    titles = {row.section: row.title for row in ours()}
    assert [titles[name] for name in gaps.strategies] == [row.title for row in dashed if row.strategies]
    assert [titles[name] for name in gaps.nothing] == [row.title for row in dashed if not row.strategies]
    assert gaps.part == ("mayors-directions/safety-of-women",)
    (women,) = [row for row in printed_rows() if row.title == titles[gaps.part[0]]]
    assert (women.cells, women.strategies) == (("(✓)", "", "", "", ""), "")
    assert "women" in women.title
    (summary,) = directions().frameworks
    assert summary[4:] == (26, 20, 1, 3, 2)


def test_the_strategies_of_the_last_column() -> None:
    """F1-06: each strategy's name stands in its row, and nothing but small words is left over."""
    for row, read in zip(ours(), printed_rows(), strict=True):
        left = read.strategies
        for each in sorted((each.title for each in row.strategies), key=len, reverse=True):
            name = each if each in left else each.removesuffix(" strategy")
            assert name in left
            left = left.replace(name, "", 1)
        assert re.sub(r"\(which .+?\)|\(published .+?\)|strateg(?:y|ies)|[, ]", "", left) == "", row.section


def test_what_is_published_and_what_is_out_for_consultation() -> None:
    """F1-07"""
    for row, read in zip(ours(), printed_rows(), strict=True):
        section = section_of(row.section)
        dates = {"published": section.published, "consultation": section.consultation}
        told = {key: str(when) for key, when in dates.items() if when}
        assert told == ({read.state: read.month} if read.state else {}), row.section
    assert Counter(read.state for read in printed_rows()) == {"published": 9, "consultation": 6, None: 11}


def measure(indicator: str, category: str | None = None) -> CategoryRecord:
    records = api.indicators(scheme(), REPORT_12)
    (record,) = [each for each in records if each.indicator == indicator]
    return next(each for each in record.categories if each.category == category)


@pytest.mark.parametrize(
    ("category", "words", "value", "margin"),
    [
        ("police-officer", "Police Officer 8.2% against 8% target", "8.2", "0.2"),
        ("pcso", "PCSO 30.8% against 30% target", "30.8", "0.8"),
    ],
)
def test_what_is_held_against_a_target(category: str, words: str, value: str, margin: str) -> None:
    """F3-18 F3-19: exact in decimals, and projected is no outcome."""
    assert words in positive_action()
    found = measure("strength-bme", category)
    assert found.newest is not None
    assert (found.newest.value, found.newest.kind, found.margin) == (value, "projected", margin)
    assert (found.state, found.outcome) == ("projected to meet", None)


@pytest.mark.parametrize(
    ("category", "words", "value"),
    [("msc", "MSC 31% (no target set)", "31"), ("police-staff", "Police Staff 23.13% (no target set)", "23.13")],
)
def test_no_target_set_is_a_state_of_its_own(category: str, words: str, value: str) -> None:
    """F3-18 F3-19"""
    assert words in positive_action()
    found = measure("strength-bme", category)
    assert found.newest is not None
    assert (found.newest.value, found.state, found.target, found.margin) == (value, "no target set", None, None)


JOINERS = {
    "police-recruits": "Police recruits",
    "pcso": "PCSO",
    "specials": "Specials",
    "police-transfers": "Police transfers into the MPS",
}


@pytest.mark.parametrize("category", JOINERS)
def test_joiners_by_group(category: str) -> None:
    """F3-21 F3-22: number, % BME, % female; forecast, and none has an earlier value."""
    words = rf"{JOINERS[category]} \((\d+) with ([\d.]+)% BME, ([\d.]+)% female\)"
    found = re.search(words, positive_action())
    assert found is not None
    records = [measure(name, category) for name in ("joiners", "joiners-bme", "joiners-female")]
    assert tuple(each.newest.value for each in records if each.newest) == found.groups()
    assert {each.newest.kind for each in records if each.newest} == {"forecast"}
    assert [(each.outcome, each.previous, each.target) for each in records] == [(None, None, None)] * 3
    assert [each.base for each in records[1:]] == [int(found[1])] * 2


@pytest.mark.parametrize(
    ("indicator", "category", "benchmark", "distance"),
    [
        ("joiners-female", "police-recruits", "44", "-4.0"),
        ("joiners-female", "pcso", "44", "-4.0"),
        ("joiners-bme", "specials", "26", "6.3"),
        ("joiners-bme", "pcso", "26", "0.4"),
        ("joiners-bme", "police-recruits", "26", "-6.6"),
        ("strength-bme", "pcso", "26", "4.8"),
        ("strength-bme", "msc", "26", "5"),
    ],
)
def test_benchmarks_are_no_targets(indicator: str, category: str, benchmark: str, distance: str) -> None:
    """F3-20: what paragraphs 48 and 49 compare with the economically active population, of 44% and of 26%."""
    assert f"economically active population of {benchmark}%" in positive_action()
    (found,) = measure(indicator, category).benchmarks
    assert (found.value, found.distance) == (benchmark, distance)


def test_findings_of_the_survey_with_their_base() -> None:
    """F3-23: 45 of 98 for each finding, the adverse one among them."""
    paragraph = part("report-12", "43. ", "44. ")
    assert "98 questionnaires were distributed with a 46% return rate (45 questionnaires)" in paragraph
    printed = [each for each in re.findall(r"(\d+)%", paragraph) if each != "46"]
    records = [each for each in api.indicators(scheme(), REPORT_12) if each.indicator.startswith("palp-")]
    categories = [category for record in records for category in record.categories]
    assert Counter(each.newest.value for each in categories if each.newest) == Counter(printed)
    assert {each.survey for each in categories} == {(98, 45, "45.9")}
    assert [each.indicator for each in records if each.good == "down"] == ["palp-not-promoted"]
    adverse = measure("palp-not-promoted").newest
    assert adverse is not None
    assert adverse.value == "90"
    assert "90% of the delegates have not gained promotion" in paragraph


def test_costs_by_year_and_what_is_not_quantified() -> None:
    """F2-07 F2-08 F3-33: about 300,000 a year for four years, and nothing of seven actions is told as zero."""
    found = api.costs(scheme(), REPORT_12)
    years = [(each.budget, each.budget_approximate, each.amount) for each in found.sums if each.key]
    assert years == [("300000", True, None)] * 4
    assert (found.total.budget, found.total.amount, found.total.left) == ("1200000", None, None)
    assert (found.quantified, found.unquantified) == (0, 7)
    costs = {entry.id: [each.amount for each in entry.cost] for entry in scheme().entries if entry.cost}
    assert costs == {f"r{number}": ["unquantified"] for number in range(1, 8)}


def below(framework: str, parent: str) -> list[SectionRow]:
    return [each for each in tree().frameworks_by_id[framework].sections if each.parent == parent]


AREAS = ("Employment", "Service Delivery", "Community Engagement")


@pytest.mark.parametrize(("area", "outcomes"), [*zip(AREAS, (14, 6, 4), strict=True)])
def test_success_factors_of_each_area(area: str, outcomes: int) -> None:
    """F4-03 F4-04: factor, outcomes and engagement, in the words, the order and the repeats of the paper."""
    text = part("report-8", "12. ", "13. ").partition(f"\n{area}\n")[2]
    items = dict(re.findall(r"^  \d\. ([^:]+): (.+)$", text, re.MULTILINE)[:3])
    name = area.lower().replace(" ", "-")
    factor, told, engagement = below("success-factors", name)
    assert factor.title in items.values()
    listed = [each.title for each in below("success-factors", told.id)]
    assert listed == items["Key Outcomes"].split("; ")
    assert len(listed) == outcomes
    consulted = items["Effective & Efficient Stakeholder Engagement"].split("; ")
    assert [each.title for each in below("success-factors", engagement.id)] == consulted


def test_the_outcome_that_is_printed_twice_is_kept_twice() -> None:
    """F4-04"""
    titles = [each.title for each in below("success-factors", "employment-outcomes")]
    assert [title for title, number in Counter(titles).items() if number > 1] == [
        "evidence-led internal investigations"
    ]


def test_issues_of_the_consultation_are_gaps_until_an_entry_answers_them() -> None:
    """F2-15: 7, 9, 8 and 4 under their headings; no paper names an action that answers one."""
    read: dict[str, list[str]] = {}
    for line in part("report-15", "8. ", "Governance").splitlines():
        if line.endswith(":") and len(line.split()) < 3:
            read[line.removesuffix(":")] = []
        elif line.startswith("  • "):
            read[list(read)[-1]].append(line.removeprefix("  • "))
    assert {heading: len(issues) for heading, issues in read.items()} == {
        "Leadership": 7,
        "Service delivery": 9,
        "Employment": 8,
        "Community engagement": 4,
    }
    (unanswered,) = [each.gaps for each in api.gaps(tree(), REPORT_12).kinds if each.kind == "answer"]
    assert [each.title for each in unanswered] == [issue for issues in read.values() for issue in issues]


def test_what_only_points_elsewhere_and_what_objectives_share() -> None:
    """F3-05 F3-06: R2, R3 and R7 have a pointer and no activity; R3 and R7 point to one section, under two leads."""
    kinds = {each.kind: each.gaps for each in api.gaps(tree(), REPORT_12).kinds}
    assert [each.id for each in kinds["pointer"]] == [f"equalities-2006/{name}" for name in ("r2", "r3", "r7")]
    shared = {each.id.partition("/")[2]: each.entries for each in kinds["shared"]}
    assert shared["representation"] == ("equalities-2006/r3", "equalities-2006/r7")


def test_handovers() -> None:
    """F3-28: one with its month, one under discussion."""
    assert "In November 2007, Human Resources took over the management" in positive_action()
    told = {entry.id: entry.told.handovers for entry in scheme().entries if entry.told.handovers}
    found = {
        name: [(each.date and str(each.date), each.from_, each.to, each.agreed) for each in handovers]
        for name, handovers in told.items()
    }
    assert found == {
        "palp": [("2007-11", "DCFD", "HR", True)],
        "third-party-reporting": [(None, "DCFD", "TP", False)],
    }


def test_the_seven_sections_of_the_scheme() -> None:
    """F2-03: the six strands and common activity; six have no action yet, which gaps tells."""
    strands = [each.id for each in tree().frameworks_by_id["strands"].sections]
    objectives = [each.id for each in scheme().objectives]
    assert (len(strands), len(objectives)) == (6, 7)
    assert sorted(objectives) == sorted(["common", *strands])
    empty = next(each.gaps for each in api.gaps(tree(), REPORT_12).kinds if each.kind == "objective")
    assert {each.id.partition("/")[2] for each in empty} == {*objectives} - {"race"}


def test_publications_and_what_is_to_come() -> None:
    """F2-02"""
    dates = {each.id: each.date and str(each.date) for each in scheme().publications}
    assert dates == {
        "common-and-disability": "2006-12-04",
        "gender-section": "2007-04-30",
        "race-element": "2007-08",
        "age-element": None,
        "sexual-orientation-element": None,
        "faith-element": None,
        "annual-report-1": "2007-12-03",
        "annual-reports-future": None,
        "updated-action-plans": None,
    }
    of = {
        name
        for each in scheme().publications
        if each.id.endswith(("section", "element", "disability"))
        for name in each.of
    }
    assert of == {each.id for each in scheme().objectives}


def test_what_the_scheme_follows() -> None:
    """F3-17 F3-35: R1 to R7 serve the race section and strand; R3 alone the four headings of the GLA's scheme."""
    assert scheme().follows == ("scheme-sections", "strands")
    race = {f"equalities-2006/r{number}" for number in range(1, 8)}
    for framework, served in (("scheme-sections", race), ("strands", race), ("glares", {"equalities-2006/r3"})):
        rows = api.coverage(tree(), REPORT_12, framework).rows
        assert {name for row in rows for name in row.entries} == served
        assert [row.title for row in rows if row.entries] == (
            [each.title for each in tree().frameworks_by_id["glares"].sections]
            if framework == "glares"
            else ["Race" if framework == "scheme-sections" else "race"]
        )


PARTED = {
    "common": "its common and disability specific sections",
    "disability": "its common and disability specific sections",
    "age": "the Age, Sexual Orientation and Faith elements",
    "age-element": "the Age, Sexual Orientation and Faith elements",
    "sexual-orientation": "the Age, Sexual Orientation and Faith elements",
    "sexual-orientation-element": "the Age, Sexual Orientation and Faith elements",
    "joiners-bme": "BME and female representation amongst various groups of joiners",
}
"""Titles that a paper has only together with others, and its words."""


MADE = {
    "mayors-strategies/policy-3h-1",
    "policy-monitoring/inequalities",
    "safest-city/reflecting-diversity",
    "scheme-drivers/home-office-priorities",
    "scheme-drivers/mpa-priorities",
}
"""Sections whose words a paper has with others between them."""


def bare(word: str) -> str:
    """Without the marks around it."""
    return re.sub(r"^\W+|\W+$", "", word)


def stand_in_order(words: Sequence[str], paper: Sequence[str], within: int) -> bool:
    """Whether words follow each other in a paper, none further from the first than `within`."""
    starts = [at for at, word in enumerate(paper) if word.startswith(words[0])]
    return any(
        all(any(word.startswith(each) for word in following) for each in words)
        for following in (iter(paper[start : start + within]) for start in starts)
    )


def test_every_section_of_a_framework_stands_in_a_paper() -> None:
    """F1-05 F2-15 F4-03: the titles of frameworks themselves are often ours, and their notes say so."""
    whole = " ".join(" ".join(passage(name).split()) for name in ("appendix-2", "report-8", "report-12", "report-15"))
    sections = [section for framework in tree().frameworks for section in framework.sections]
    made = {each.full_id(): each.title for each in sections if " ".join(each.title.split()) not in whole}
    assert made.keys() == MADE
    paper = [bare(word) for word in re.sub(r"</?\w+[^>]*>", " ", whole).split()]
    assert [name for name, title in made.items() if not stand_in_order([*map(bare, title.split())], paper, 60)] == []
    assert all(each.note for each in sections if each.full_id() in MADE)


def test_the_mayors_targets() -> None:
    """F1-08"""
    numbers = ("increase of 1,000 police officers by the end of March 2004", "30% of new police officers")
    words = (
        *numbers,
        "25% should be women",
        "increase of 500 police",
        "increase of 223 police officers and 157 police",
    )
    assert all(each in passage("appendix-2") for each in words)
    records = api.indicators(tree().by_id["women-2003"], date(2003, 11, 3))
    targets = [
        (each.target.value, str(each.target.by)) for record in records for each in record.categories if each.target
    ]
    expected = [("1000", "2004-03"), *((value, "FY2003-04") for value in ("30", "25", "500", "223", "157"))]
    assert sorted(targets) == sorted(expected)
    assert {each.state for record in records for each in record.categories} == {"no value"}


def titles() -> Iterator[tuple[str, str]]:
    """What the scheme names beside its entries, with the ids."""
    yield from ((each.id, each.title) for each in scheme().objectives)
    yield from ((each.id, each.title) for each in scheme().publications)
    for indicator in scheme().indicators:
        yield indicator.id, indicator.title
        yield from ((f"{indicator.id}/{each.id}", each.title) for each in indicator.categories)
        yield from ((f"{indicator.id}/{each.id}", each.title) for each in indicator.benchmarks)


def test_every_title_of_the_scheme_stands_in_a_paper() -> None:
    """Of those that are parted from others every word stands in the paper's, in its order."""
    whole = " ".join(" ".join(passage(name).split()) for name in ("report-8", "report-12", "report-15"))
    parted = {key: title for key, title in titles() if " ".join(title.split()) not in whole}
    assert parted.keys() == PARTED.keys()
    for key, title in parted.items():
        assert PARTED[key] in whole
        assert stand_in_order(title.casefold().split(), PARTED[key].casefold().split(), 20), key
