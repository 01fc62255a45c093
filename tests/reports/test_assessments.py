"""`assessments`: what was found, how often, and what has changed since the last.

F2-23: where each unit stands against the Standard. F3-31: the monitoring questions, answered per policy. F3-38: a
self-assessment on the Standard. F4-05 to F4-07: levels, evidence, progress over time. F4-23: outcomes by area.
"""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from genderplan.dates.forms import parse_date
from genderplan.errors import UsageError
from genderplan.formats import markdown
from genderplan.page.ratings import change_in_words, changes_in_words, counts_in_words, found_in_words
from genderplan.plan.plans import Tree
from genderplan.plan.subjects import Subject
from genderplan.reports.assessments.page import ratings_page
from genderplan.reports.assessments.result import Ratings, RatingsQuery, ratings
from genderplan.reports.assessments.table import rating_lines
from genderplan.standing.assessments.recording import assessment_records
from genderplan.standing.records.assessments import AssessmentRecord, RatingChange, RatingRecord
from trees import ORGANISATIONS, PLAN, TODAY, judged, tree_of

FACTORS = """\
genderplan: 1
title: Critical success factors
kind: factors
levels:
  - {id: emerging, title: Emerging, score: 1}
  - {id: achieving, title: Achieving, score: 2}
  - {id: excellent, title: Excellent, score: 3}
sections:
  - id: employment
    title: Employment
    sections:
      - {id: pay, title: Pay, ref: "1.1"}
      - {id: leave, title: Leave}
      - id: posts
        title: Posts
        sections: [{id: senior, title: Senior posts}]
  - {id: leadership, title: Leadership}
  - id: service
    title: Service
    sections: [{id: access, title: Access}]
"""
QUESTIONS = """\
genderplan: 1
title: What is tested
sections: [{id: impact, title: Whom does it affect?, kind: question}, {id: use, title: Is it used?, kind: question}]
"""
FILES = {
    "organisations.yaml": ORGANISATIONS,
    "pay/plan.yaml": PLAN,
    "pay/actions/gap.yaml": "title: Publish the gap\n",
    "pay/registers/policies.yaml": (
        "title: Policies\nkind: policies\nitems: [{id: dress, title: Dress code}, {id: leave, title: Leave}]\n"
    ),
    "sites/plan.yaml": "genderplan: 1\ntitle: Safe sites\n",
    "frameworks/factors.yaml": FACTORS,
    "frameworks/questions.yaml": QUESTIONS,
}


def written(assessments: Mapping[str, str], **more: str) -> Tree:
    """The tree with assessments by their ids, of the plan `pay` where they name no other."""
    files = {}
    for name, text in assessments.items():
        plan, _, stem = name.rpartition("/")
        files[f"{plan or 'pay'}/assessments/{stem}.yaml"] = text
    return tree_of(FILES | more | files)


def of(
    *rated: str, date: str = "", about: str = "", framework: str = "factors", answers: Mapping[str, str] = {}
) -> str:
    """An assessment of sections as `section level`."""
    head = f"framework: {framework}\n" + (f"date: {date}\n" if date else "") + (f"about: {about}\n" if about else "")
    levels = [each.split(" ") for each in rated]
    told = [f"{{section: {section}, level: {level}}}" for section, level in levels]
    told += [f"{{section: {section}, answer: {answer}}}" for section, answer in answers.items()]
    return f"{head}ratings: [{', '.join(told)}]\n"


def records(tree: Tree, as_of: str = TODAY) -> dict[str, AssessmentRecord]:
    found = assessment_records(judged(tree, as_of), tree.by_id, tree.frameworks_by_id)
    return {each.assessment: each for each in found}


def report(tree: Tree, framework: str | None = None, about: str | None = None) -> Ratings:
    return ratings(tree, judged(tree), RatingsQuery(framework, about))


def rating(record: AssessmentRecord, section: str) -> RatingRecord:
    return next(each for each in record.ratings if each.section == section)


def change(record: AssessmentRecord, section: str) -> RatingChange | None:
    return rating(record, section).change


# what was found


def test_levels_have_their_words_and_scores_and_stand_in_the_order_of_the_framework() -> None:
    """F4-05"""
    found = records(
        written({"one": of("access achieving", "leave not-rated", "pay excellent", "posts not-applicable")})
    )
    assert [(each.section, each.state, each.level, each.level_title, each.score) for each in found["one"].ratings] == [
        ("pay", "rated", "excellent", "Excellent", 3),
        ("leave", "not-rated", "not-rated", None, None),
        ("posts", "not-applicable", "not-applicable", None, None),
        ("access", "rated", "achieving", "Achieving", 2),
    ]
    assert [found_in_words(each) for each in found["one"].ratings] == [
        "Excellent (3)",
        "not rated",
        "not applicable",
        "Achieving (2)",
    ]


def test_counts_are_by_level_and_what_is_not_rated_is_no_zero() -> None:
    """F4-05, F4-23"""
    counts = records(written({"one": of("access achieving", "leave not-rated", "pay achieving", "senior excellent")}))[
        "one"
    ].counts
    assert [(each.level, each.sections) for each in counts.levels] == [("achieving", 2), ("excellent", 1)]
    assert counts[1:] == (1, 0, 0, 1)
    assert counts_in_words(counts) == "1 Excellent (3), 2 Achieving (2), 1 not rated, nothing said of 1"


def test_what_only_stands_above_others_is_no_section_of_which_nothing_is_said() -> None:
    """Employment, Posts and Service are headings, until something is said of one of them."""
    tree = written({"one": of("pay emerging")})
    assert [each.section for each in report(tree).frameworks[0].sections if each.is_heading] == [
        "employment",
        "posts",
        "service",
    ]
    assert records(tree)["one"].counts.nothing_said == 4
    more = records(written({"one": of("pay emerging"), "two": of("posts emerging", about="HR")}))
    assert [each.counts.nothing_said for each in more.values()] == [5, 5]


def test_outcomes_by_area() -> None:
    """F4-23: three areas; of leadership, which has no factor, nothing is said."""
    found = records(written({"one": of("senior achieving", "pay emerging", "access not-rated")}))["one"]
    assert [(each.section, counts_in_words(each.counts)) for each in found.areas] == [
        ("employment", "1 Achieving (2), 1 Emerging (1), nothing said of 1"),
        ("service", "1 not rated"),
    ]


def test_evidence_is_told_as_the_file_has_it() -> None:
    """F4-06"""
    text = "framework: factors\nratings: [{section: pay, level: emerging, evidence: [Survey, Minutes], note: N}]\n"
    one = rating(records(written({"one": text}))["one"], "pay")
    assert (one.evidence, one.note) == (("Survey", "Minutes"), "N")


def test_without_its_framework_an_assessment_can_still_be_read() -> None:
    tree = written({"one": of("b good", "a not-rated", date="2024", framework="lost")})
    [framework] = report(tree).frameworks
    assert (framework.title, [each.section for each in framework.sections]) == (None, ["b", "a"])
    one = records(tree)["one"]
    assert counts_in_words(one.counts) == "1 good, 1 not rated"
    assert (one.counts.nothing_said, one.areas) == (None, ())


def test_a_section_and_a_level_that_the_framework_does_not_have_come_last() -> None:
    one = records(written({"one": of("zzz great", "pay excellent")}))["one"]
    assert [each.section for each in one.ratings] == ["pay", "zzz"]
    assert [each.level for each in one.counts.levels] == ["excellent", "great"]
    assert [each.section for each in report(written({"one": of("zzz great")})).frameworks[0].sections][-1] == "zzz"


# what has changed


@pytest.mark.parametrize(
    ("before", "after", "expected", "words"),
    [
        ("pay emerging", "pay excellent", ("up", 2, "emerging"), "up 2 levels since 2023"),
        ("pay achieving", "pay emerging", ("down", 1, "achieving"), "down 1 level since 2023"),
        ("pay achieving", "pay achieving", ("same", None, "achieving"), "no change since 2023"),
        ("pay great", "pay achieving", ("changed", None, "great"), "changed since 2023"),
        ("leave achieving", "pay achieving", ("first", None, None), "first rating"),
        ("pay not-rated", "pay achieving", ("not-rated-before", None, None), "not rated before"),
        ("pay not-applicable", "pay achieving", ("not-rated-before", None, None), "not rated before"),
        ("pay emerging", "pay not-rated", ("no-longer-rated", None, "emerging"), "rated in 2023, no longer"),
    ],
)
def test_a_rating_against_the_last(before: str, after: str, expected: tuple[object, ...], words: str) -> None:
    """F4-07"""
    found = records(written({"a": of(before, date="2023"), "b": of(after, date="2024-06")}))
    told = change(found["b"], "pay")
    assert told is not None
    assert (told.how, told.levels, told.was) == expected
    assert change_in_words(rating(found["b"], "pay")) == words
    assert (told.since, told.assessment) == (
        (None, None) if "first" in words or "before" in words else (parse_date("2023"), "pay/a")
    )
    assert (found["a"].is_newest, found["b"].is_newest) == (False, True)


def test_what_was_never_rated_has_not_changed() -> None:
    found = records(written({"a": of("pay not-rated", date="2023"), "b": of("pay not-rated", date="2024")}))
    assert change(found["b"], "pay") is None
    assert changes_in_words(found["b"].changes) == ""


def test_the_last_is_the_last_that_has_a_level() -> None:
    """F4-07"""
    found = records(
        written(
            {
                "a": of("pay emerging", date="2021"),
                "b": of("pay not-rated", date="2022"),
                "c": of("leave emerging", date="2023"),
                "d": of("pay achieving", "leave emerging", "access achieving", date="2024"),
            }
        )
    )
    assert change(found["d"], "pay") == ("up", 1, "emerging", parse_date("2021"), "pay/a")
    assert found["d"].changes == (1, 0, 1, 0, 1, 0)
    assert changes_in_words(found["d"].changes) == "since the last 1 up, 1 as before and 1 for the first time"
    assert changes_in_words(found["a"].changes) == "1 for the first time"


def test_nothing_follows_what_has_no_date_or_ends_within_it() -> None:
    """A date as wide as a year is neither before nor after a month of it, so that neither rating is the first."""
    found = records(
        written(
            {
                "a": of("pay emerging", "leave emerging", date="2024"),
                "b": of("pay achieving", "posts achieving", date="2024-06"),
                "c": of("pay excellent", "access emerging", "posts emerging"),
            }
        )
    )
    assert [change(found[each], "pay") for each in ("a", "b")] == [None, None]
    assert change_in_words(rating(found["b"], "posts")) == "first rating with a date"
    assert change_in_words(rating(found["a"], "leave")) == "first rating"
    assert [each.changes.new for each in found.values()] == [1, 1, 0]
    assert [change(found["c"], each) for each in ("pay", "access")] == [None, None]
    assert [name for name, each in found.items() if each.is_newest] == ["a"]


def test_what_is_assessed_without_a_date_is_newest_only_where_nothing_else_is() -> None:
    """F4-05: as report 8 has it, nobody has assessed yet, and nothing says when."""
    assert records(written({"a": of("pay not-rated")}))["a"].is_newest
    found = records(written({"a": of("pay emerging"), "b": of("pay emerging", date="1999")}))
    assert [found["a"].is_newest, found["b"].is_newest] == [False, True]
    assert [each.assessment for each in report(written({"b": of(date="1999"), "z": of()})).assessments] == ["z", "b"]


def test_answers_are_compared_with_answers() -> None:
    """F3-31"""
    found = records(
        written(
            {
                "a": of(date="2022", framework="questions", answers={"impact": "Women", "use": "Daily"}),
                "b": of(date="2023", framework="questions", answers={"impact": "Nobody", "use": "Daily"}),
                "c": of("impact not-rated", date="2024", framework="questions"),
            }
        )
    )
    assert [change_in_words(each) for each in found["a"].ratings] == ["first answer", "first answer"]
    assert [change_in_words(each) for each in found["b"].ratings] == ["changed since 2022", "no change since 2022"]
    assert [found_in_words(each) for each in found["b"].ratings] == ["Nobody", "Daily"]
    assert change(found["c"], "impact") is None
    assert counts_in_words(found["b"].counts) == "2 answered"


def test_what_is_still_to_come_does_not_count() -> None:
    tree = written({"a": of("pay emerging", date="2024"), "b": of("pay excellent", "leave emerging", date="2025-02")})
    found = records(tree)
    assert [(each.is_newest, each.is_to_come) for each in found.values()] == [(True, False), (False, True)]
    assert change(found["b"], "pay") is None
    assert {each.section: each.assessments for each in report(tree).frameworks[0].sections}["leave"] == 0
    later = records(tree, "2025-02-01")
    assert [each.is_newest for each in later.values()] == [False, True]


def test_subjects_are_apart_and_the_same_in_every_plan() -> None:
    """F2-23"""
    found = records(
        written(
            {
                "a": of("pay emerging", date="2023", about="HR"),
                "b": of("pay emerging", date="2023", about="Finance"),
                "c": of("pay emerging", date="2023"),
                "sites/d": of("pay achieving", date="2024", about="HR"),
                "sites/e": of("pay achieving", date="2024"),
                "sites/f": of("pay achieving", date="2024", about="pay/gap"),
                "g": of("pay achieving", date="2024", about="nobody"),
            }
        )
    )
    assert found["d"].about == Subject("organisation", "HR", "Human Resources")
    assert change(found["d"], "pay") == ("up", 1, "emerging", parse_date("2023"), "pay/a")
    assert change_in_words(rating(found["e"], "pay")) == "first rating"
    assert [found[name].about[:2] for name in "cefg"] == [
        ("plan", "pay"),
        ("plan", "sites"),
        ("entry", "pay/gap"),
        (None, "nobody"),
    ]
    assert [name for name, each in found.items() if not each.is_newest] == ["a"]


_LEVELS = ("emerging", "achieving", "excellent")
_HISTORY = st.lists(
    st.tuples(st.integers(2000, 2020), st.sampled_from(_LEVELS)), min_size=1, max_size=6, unique_by=lambda each: each[0]
)


@settings(max_examples=20)
@given(_HISTORY)
def test_all_steps_come_to_the_way_from_the_first_level_to_the_last(history: list[tuple[int, str]]) -> None:
    """F4-07"""
    files = {f"a{year}": of(f"pay {level}", date=str(year)) for year, level in history}
    found = [each for _, each in sorted(records(written(files)).items())]
    steps = [change(each, "pay") for each in found]
    signs = {"up": 1, "down": -1}
    total = sum(signs.get(step.how, 0) * (step.levels or 0) for step in steps if step)
    levels = [level for _, level in sorted(history)]
    assert total == _LEVELS.index(levels[-1]) - _LEVELS.index(levels[0])
    assert [each.is_newest for each in found] == [False] * (len(found) - 1) + [True]


# what is asked for


def test_every_framework_that_is_assessed_or_one_that_is_not() -> None:
    tree = written({"a": of("use not-rated", framework="questions"), "b": of(framework="lost")})
    assert [each.id for each in report(tree).frameworks] == ["questions", "lost"]
    [factors] = report(tree, "factors").frameworks
    assert [each.assessments for each in factors.sections] == [0] * 8
    assert report(tree, "framework:questions").assessments[0].assessment == "a"
    with pytest.raises(UsageError, match="did you mean 'factors'"):
        report(tree, "factrs")


@pytest.mark.parametrize(
    ("about", "ids"),
    [
        ("HR", ["a"]),
        ("personnel", ["a"]),
        ("organisation:Human Resources", ["a"]),
        ("pay", ["c"]),
        ("plan:pay", ["c"]),
        ("policies#dress", ["d"]),
        ("pay/policies#dress", ["d"]),
        ("Policies#Dress", ["d"]),
        ("PAY", ["c"]),
        ("gap", ["e"]),
    ],
)
def test_what_it_is_about(about: str, ids: list[str]) -> None:
    """F3-31, F2-23"""
    tree = written(
        {
            "a": of("pay emerging", about="HR"),
            "b": of("pay emerging", about="Finance"),
            "c": of("pay emerging"),
            "d": of(framework="questions", about="policies#dress", answers={"use": "Daily"}),
            "e": of("pay emerging", about="gap"),
        }
    )
    found = report(tree, about=about)
    assert [each.assessment for each in found.assessments] == ids
    assert [each.id for each in found.frameworks] == ["questions" if ids == ["d"] else "factors"]


def test_about_nothing_that_is_assessed_or_two_things() -> None:
    tree = written({"a": of(about="policies#leave"), "sites/b": of(about="gap"), "c": of(about="gap")})
    with pytest.raises(UsageError, match=r"unknown subject of an assessment 'HR' \(known: gap, pay/gap, "):
        report(tree, about="HR")
    two = written({"a": of(about="gap"), "b": of()}, **{"gap/plan.yaml": PLAN, "gap/assessments/x.yaml": of()})
    with pytest.raises(UsageError, match="'gap' can mean plan gap, entry pay/gap: name one of them"):
        report(two, about="gap")
    assert [each.assessment for each in report(two, about="entry:gap").assessments] == ["a"]


def test_a_line_for_each_rating_and_for_each_section_of_which_nothing_is_said() -> None:
    tree = written({"a": of("pay emerging", date="2023"), "b": of("pay excellent", date="2024"), "c": of(date="2199")})
    lines = [
        (each.section, each.state, each.date and str(each.date), each.change) for each in rating_lines(report(tree))
    ]
    assert lines == [
        ("pay", "rated", "2023", "first"),
        ("pay", "rated", "2024", "up"),
        ("leave", "nothing-said", None, None),
        ("senior", "nothing-said", None, None),
        ("leadership", "nothing-said", None, None),
        ("access", "nothing-said", None, None),
    ]


def test_assessments_of_one_date_and_id_in_two_plans_are_told_apart() -> None:
    found = of("pay achieving", date="2025", about="HR")
    page = markdown.written(ratings_page(report(written({"one": found, "sites/one": found})), {}))
    assert "| Section | 2025 (pay/one) | 2025 (sites/one) | Change |" in page
    assert "`genderplan show sites/one --as-of" in page
    page = markdown.written(ratings_page(report(written({"one": found, "two": found})), {}))
    assert "| Section | 2025 (one) | 2025 (two) | Change |" in page
