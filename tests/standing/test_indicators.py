"""Standing of indicators: newest values, targets, courses, distances, disparities and what is owed, on a day."""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderplan.standing.indicators import selected_indicators
from genderplan.standing.records.indicators import CategoryRecord, IndicatorRecord
from trees import TODAY, judged, pay, selected

HEAD = "title: Women in senior posts\nunit: percent\ngood: up\n"
START = "baseline: {period: 2020, value: 30}\n"
TARGET = "targets:\n- {by: 2025-12, value: 35}\n"
STRENGTH = """\
title: BME strength
unit: percent
good: up
categories:
  - {id: police-officer, title: Police Officer}
  - {id: pcso, title: PCSO}
  - {id: msc, title: MSC}
  - {id: police-staff, title: Police Staff}
targets:
  - {by: FY2007-08, value: 8, category: police-officer}
  - {by: FY2007-08, value: 30, category: pcso}
  - {category: msc, value: no-target}
  - {category: police-staff, value: no-target}
values:
  - {period: FY2007-08, category: police-officer, value: 8.2, kind: projected}
  - {period: FY2007-08, category: pcso, value: 30.8, kind: projected}
  - {period: FY2007-08, category: msc, value: 31, kind: projected}
  - {period: FY2007-08, category: police-staff, value: 23.13, kind: projected}
benchmarks:
  - {id: bme-economically-active, title: the BME economically active population, value: 26}
"""


def record(text: str, as_of: str = TODAY, **more: str) -> IndicatorRecord:
    """The record of the one indicator of a plan, on a day."""
    tree = pay({"indicators/women": text} | more)
    assert {each.code for each in tree.findings} <= set()
    [found] = selected_indicators(selected(tree), judged(tree, as_of)[0])
    return found


def one(text: str, as_of: str = TODAY) -> CategoryRecord:
    """What is said of its one category."""
    [found] = record(text, as_of).categories
    return found


def values(*items: str) -> str:
    return "values:\n" + "".join(f"- {{{each}}}\n" for each in items)


class TestThePaper:
    """The figures of the board paper of February 2008, paragraph 49."""

    def of(self, name: str) -> CategoryRecord:
        return next(each for each in record(STRENGTH, "2008-02-07").categories if each.category == name)

    @pytest.mark.parametrize(
        ("name", "value", "target", "margin", "state"),
        [
            ("police-officer", "8.2", "8", "0.2", "projected to meet"),
            ("pcso", "30.8", "30", "0.8", "projected to meet"),
            ("msc", "31", None, None, "no target set"),
            ("police-staff", "23.13", None, None, "no target set"),
        ],
    )
    def test_margins_are_exact(self, name: str, value: str, target: str | None, margin: str | None, state: str) -> None:
        """F3-18, F3-19, F1-08"""
        found = self.of(name)
        assert found.newest
        assert found.newest.value == value
        assert (found.target and found.target.value, found.margin, found.state) == (target, margin, state)

    def test_a_projected_value_is_no_outcome(self) -> None:
        """F3-18: on whatever day, also when the target is past."""
        for day in ("2007-01-01", "2008-02-07", "2008-04-01", "2020-01-01"):
            for found in record(STRENGTH, day).categories:
                assert found.newest
                assert found.newest.kind == "projected"
                assert found.outcome is None
                assert found.state in {"projected to meet", "no target set"}

    @pytest.mark.parametrize(
        ("name", "distance"), [("police-officer", "-17.8"), ("pcso", "4.8"), ("msc", "5"), ("police-staff", "-2.87")]
    )
    def test_a_benchmark_is_no_target(self, name: str, distance: str) -> None:
        """F3-20"""
        [found] = self.of(name).benchmarks
        assert (found.value, found.distance) == ("26", distance)

    def test_there_is_no_earlier_value(self) -> None:
        """F3-22"""
        found = self.of("pcso")
        assert (found.previous, found.change, found.change_since_baseline) == (None, None, None)

    def test_how_far_groups_lie_apart(self) -> None:
        """F4-08, F3-21"""
        [found] = record(STRENGTH, "2008-02-07").disparities
        assert (found.largest, found.smallest, found.difference, found.ratio) == (
            "msc",
            "police-officer",
            "22.8",
            "0.265",
        )
        assert (found.kinds, found.categories, found.period.text) == (("projected",), 4, "FY2007-08")

    def test_a_survey_tells_how_many_answered(self) -> None:
        """F3-23"""
        text = f"{HEAD}{values('period: FY2007-08, value: 90, survey: {sent: 98, returned: 45}')}"
        survey = one(text, "2008-02-07").survey
        assert survey
        assert (survey.sent, survey.returned, survey.rate) == (98, 45, "45.9")

    def test_nobody_asked_gives_no_rate(self) -> None:
        survey = one(f"{HEAD}{values('period: 2024, value: 90, survey: {sent: 0, returned: 0}')}").survey
        assert survey
        assert survey.rate is None


class TestNewest:
    def test_an_outcome_outweighs_a_projected_value_and_that_a_forecast(self) -> None:
        kinds = ("forecast", "projected", "outcome")
        for number in (1, 2, 3):
            told = [f"period: 2024, value: {30 + at}, kind: {kind}" for at, kind in enumerate(kinds[:number])]
            for text in (values(*told), values(*reversed(told))):
                newest = one(HEAD + text).newest
                assert newest
                assert (newest.value, newest.kind) == (str(29 + number), kinds[number - 1])

    def test_a_value_without_a_kind_is_an_outcome(self) -> None:
        newest = one(HEAD + values("period: 2024, value: 23.10")).newest
        assert newest
        assert (newest.value, newest.kind) == ("23.10", "outcome")

    def test_the_newest_is_that_of_the_period_that_ends_last(self) -> None:
        found = one(HEAD + values("period: 2024, value: 2, kind: forecast", "period: 2023, value: 1"))
        assert found.newest
        assert found.newest.value == "2"
        assert found.outcome
        assert found.outcome.value == "1"
        assert found.previous
        assert (found.previous.value, found.change) == ("1", "1")

    def test_an_outcome_of_a_period_to_come_has_not_happened_yet(self) -> None:
        text = HEAD + values(
            "period: 2024, value: 1", "period: 2025-02, value: 2", "period: 2026, value: 3, kind: forecast"
        )
        found = one(text)
        assert found.newest
        assert found.newest.value == "3"
        assert found.outcome
        assert found.outcome.value == "1"
        later = one(text, "2025-02-01")
        assert later.outcome
        assert later.outcome.value == "2"

    def test_a_pending_value_is_told_as_such(self) -> None:
        """F4-12"""
        text = HEAD + values("period: 2024, value: pending, expected: 2025-autumn, reason: Too early")
        found = one(text)
        assert (found.newest, found.state) == (None, "nothing said")
        [pending] = found.pending
        assert (pending.period.text, pending.expected and pending.expected.text, pending.reason) == (
            "2024",
            "2025-autumn",
            "Too early",
        )

    def test_changes_since_the_value_before_and_since_the_baseline(self) -> None:
        """F3-22"""
        found = one(HEAD + START + values("period: 2023, value: 33.1", "period: 2024, value: 32.85"))
        assert (found.change, found.change_since_baseline) == ("-0.25", "2.85")
        assert [each.value for each in found.series] == ["30", "33.1", "32.85"]

    def test_what_nothing_is_said_of(self) -> None:
        [found] = record("title: Fear of crime\ngood: down\n").categories
        assert (found.newest, found.target, found.state, found.series) == (None, None, "nothing said", ())
        assert record("title: Fear of crime\ngood: down\n").good == "down"  # F4-09

    def test_one_measure_over_several_strands(self) -> None:
        """F4-19"""
        strands = ("age", "disability", "faith", "gender", "race", "sexual-orientation")
        text = "title: Front counters\ncategories:\n" + "".join(
            f"- {{id: {each}, title: {each}}}\n" for each in strands
        )
        found = record(text).categories
        assert tuple(each.category for each in found) == strands
        assert {each.state for each in found} == {"nothing said"}


class TestTargets:
    @pytest.mark.parametrize(
        ("good", "value", "as_of", "state"),
        [
            ("up", "35", "2025-12-31", "met so far"),
            ("up", "35.0", "2026-01-01", "met"),
            ("up", "34.99", "2025-12-31", "not yet"),
            ("up", "34.99", "2026-01-01", "not met"),
            ("down", "34.99", "2025-12-31", "met so far"),
            ("down", "35.01", "2025-12-31", "not yet"),
            ("down", "35.01", "2026-01-01", "not met"),
            ("down", "35", "2026-01-01", "met"),
        ],
    )
    def test_before_and_after_the_last_day(self, good: str, value: str, as_of: str, state: str) -> None:
        text = HEAD.replace("up", good) + TARGET + values(f"period: 2024, value: {value}")
        assert one(text, as_of).state == state

    def test_a_target_of_0_works(self) -> None:
        text = HEAD.replace("up", "down") + "targets: [{by: 2024, value: 0}]\n"
        assert one(text + values("period: 2024, value: 0.00")).state == "met"
        assert one(text + values("period: 2024, value: 0.01")).state == "not met"

    @pytest.mark.parametrize(
        ("kind", "value", "state"),
        [
            ("projected", "35", "projected to meet"),
            ("projected", "34", "projected to miss"),
            ("forecast", "36", "forecast to meet"),
            ("forecast", "30", "forecast to miss"),
        ],
    )
    def test_what_is_expected_stays_so(self, kind: str, value: str, state: str) -> None:
        for day in (TODAY, "2030-01-01"):
            assert one(HEAD + TARGET + values(f"period: 2025, value: {value}, kind: {kind}"), day).state == state

    def test_without_a_value(self) -> None:
        assert one(HEAD + TARGET).state == "no value"

    def test_without_a_good_direction_only_what_is_equal_is_met(self) -> None:
        text = HEAD.replace("good: up\n", "") + TARGET
        assert one(text + values("period: 2024, value: 35")).state == "met so far"
        assert one(text + values("period: 2024, value: 36")).state == "nothing said"
        assert one(text + values("period: 2024, value: 36")).margin == "1"

    def test_a_target_above_its_baseline_says_which_direction_is_good(self) -> None:
        text = HEAD.replace("good: up\n", "") + START + TARGET + values("period: 2024, value: 36")
        assert one(text).state == "met so far"

    @pytest.mark.parametrize(
        ("as_of", "by"), [("2023-06-30", "2023"), ("2024-01-01", "2025-12"), ("2030-01-01", "2025-12")]
    )
    def test_the_earliest_that_is_not_past_counts_else_the_last(self, as_of: str, by: str) -> None:
        text = HEAD + "targets:\n- {by: 2025-12, value: 35}\n- {by: 2023, value: 32}\n- {by: 2020, value: 1}\n"
        target = one(text, as_of).target
        assert target
        assert target.by
        assert target.by.text == by

    def test_a_target_without_a_date_is_never_past(self) -> None:
        text = HEAD + "targets: [{value: 35}]\n" + values("period: 2024, value: 36")
        assert one(text, "2100-01-01").state == "met so far"

    def test_what_came_after_the_target_does_not_change_whether_it_was_met(self) -> None:
        text = (
            HEAD + "targets: [{by: 2023, value: 35}]\n" + values("period: 2023, value: 35.2", "period: 2024, value: 34")
        )
        found = one(text)
        assert found.judged
        assert (found.judged.value, found.state, found.margin) == ("35.2", "met", "0.2")
        assert found.newest
        assert found.newest.value == "34"

    def test_a_period_that_the_target_ends_within_will_do(self) -> None:
        text = HEAD + "targets: [{by: 2024-03, value: 35}]\n" + values("period: 2024, value: 36")
        assert one(text).state == "met"
        assert one(HEAD + "targets: [{by: 2023, value: 35}]\n" + values("period: 2024, value: 36")).state == "no value"


class TestCourse:
    """From 30 at the end of 2020 to 35 at the end of 2025: five years of one point."""

    @pytest.mark.parametrize(
        ("as_of", "value", "course"),
        [
            ("2023-12-31", "33.01", "ahead"),
            ("2023-12-31", "32.99", "behind"),
            ("2020-12-31", "30", "on"),
            ("2025-12-31", "35", "on"),
            ("2030-01-01", "34.9", "behind"),
        ],
    )
    def test_against_the_straight_line_on_the_day(self, as_of: str, value: str, course: str) -> None:
        assert one(HEAD + START + TARGET + values(f"period: 2020-12, value: {value}"), as_of).course == course

    def test_where_less_is_good(self) -> None:
        text = "title: Fear\ngood: down\nbaseline: {period: 2020, value: 35}\ntargets: [{by: 2025, value: 30}]\n"
        assert one(text + values("period: 2023, value: 31"), "2023-12-31").course == "ahead"
        assert one(text + values("period: 2023, value: 33"), "2023-12-31").course == "behind"

    def test_the_line_is_told(self) -> None:
        assert one(HEAD + START + TARGET, "2025-12-31").line == "35.0"
        assert one(HEAD + START + TARGET, "2020-12-31").line == "30.0"

    @pytest.mark.parametrize(
        "text",
        [
            HEAD + TARGET + values("period: 2024, value: 31"),
            HEAD + START + values("period: 2024, value: 31"),
            HEAD + START + TARGET,
            HEAD + START + TARGET + values("period: 2024, value: 31, kind: forecast"),
            HEAD + START + "targets: [{value: 35}]\n" + values("period: 2024, value: 31"),
        ],
    )
    def test_nothing_is_said_without_a_baseline_a_dated_target_and_an_outcome(self, text: str) -> None:
        assert one(text).course is None

    def test_nor_before_the_baseline(self) -> None:
        text = HEAD + START + TARGET + values("period: 2020-01, value: 31")
        assert one(text, "2020-12-30").course is None

    @given(st.integers(0, 1826), st.decimals("20", "40", places=2))
    def test_the_line_is_reckoned_exactly(self, gone: int, value: object) -> None:
        from datetime import date, timedelta

        day = date(2020, 12, 31) + timedelta(days=gone)
        text = HEAD + START + TARGET + values(f"period: 2020-12, value: {value}")
        line = 30 + Fraction(5 * gone, 1826)
        over = Fraction(str(value)) - line
        assert one(text, day.isoformat()).course == ("on" if over == 0 else "ahead" if over > 0 else "behind")


class TestDisparity:
    def test_each_dimension_by_itself(self) -> None:
        text = (
            "title: x\ncategories:\n- {id: a, title: A, dimension: s/gender}\n- {id: b, title: B, dimension: s/gender}\n"
            "- {id: c, title: C, dimension: s/race}\n- {id: d, title: D}\n"
        )
        told = [f"period: 2024, value: {at}, category: {name}" for at, name in enumerate("abcd", 1)]
        [found] = record(text + values(*told)).disparities
        assert (found.dimension, found.difference, found.ratio) == ("s/gender", "1", "0.500")

    def test_in_the_newest_period_that_two_have_values_of(self) -> None:
        text = "title: x\ncategories: [{id: a, title: A}, {id: b, title: B}]\n" + values(
            "period: 2023, value: 1, category: a",
            "period: 2023, value: 4, category: b",
            "period: 2024, value: 9, category: a",
        )
        [found] = record(text).disparities
        assert (found.period.text, found.difference, found.ratio) == ("2023", "3", "0.250")

    @pytest.mark.parametrize(("least", "most"), [("-1", "2"), ("0", "0"), ("-3", "-1")])
    def test_a_ratio_needs_numbers_above_nothing(self, least: str, most: str) -> None:
        text = "title: x\ncategories: [{id: a, title: A}, {id: b, title: B}]\n" + values(
            f"period: 2023, value: {least}, category: a", f"period: 2023, value: {most}, category: b"
        )
        assert record(text).disparities[0].ratio is None


class TestOwed:
    def test_periods_that_are_over_and_of_which_nothing_is_told(self) -> None:
        text = (
            HEAD
            + "every: 1 year\n"
            + START
            + values("period: 2022, value: 31", "period: 2023, value: 31, kind: forecast")
        )
        found = one(text)
        assert (found.owed, [each.text for each in found.missing]) == (5, ["2021", "2023", "2024"])

    def test_what_is_pending_is_not_missing(self) -> None:
        text = HEAD + "every: 1 year\n" + values("period: 2023, value: 31", "period: 2024, value: pending")
        assert (one(text).owed, one(text).missing) == (2, ())

    def test_a_value_of_a_day_in_the_period_will_do(self) -> None:
        text = HEAD + "every: 1 year\n" + values("period: 2022, value: 31", "period: 2023-06-30, value: 31")
        assert [each.text for each in one(text).missing] == ["2024"]

    @pytest.mark.parametrize("text", [HEAD + "every: 1 year\n", HEAD + START])
    def test_nothing_is_owed_without_a_first_period_or_a_length(self, text: str) -> None:
        assert (one(text).owed, one(text).missing) == (0, ())

    def test_a_period_is_owed_when_it_is_over(self) -> None:
        text = HEAD + "every: 1 year\n" + START
        assert one(text, "2021-12-31").owed == 1
        assert one(text, "2022-01-01").owed == 2

    def test_categories_together_owe_no_more_than_a_thousand(self) -> None:
        many = "".join(f"- {{id: c{number}, title: C}}\n" for number in range(40))
        text = f"title: x\nevery: 1 day\ncategories:\n{many}baseline: {{period: 1990-01-01, value: 1, category: c1}}\n"
        assert {each.owed for each in record(text).categories} == {25}


class TestSelected:
    def plans(self) -> Iterator[tuple[dict[str, list[str]], list[str]]]:
        yield {}, ["a", "b", "c"]
        yield {"lead": ["HR"]}, ["a"]
        yield {"lead": ["Personnel"]}, ["a"]
        yield {"lead": ["Finance"]}, ["c"]
        yield {"tag": ["pay"]}, ["b"]
        yield {"search": ["WOMEN"]}, ["a"]
        yield {"objective": ["data"]}, ["c"]
        yield {"status": ["upcoming"]}, ["c"]
        yield {"lead": ["HR"], "tag": ["pay"]}, []

    def test_by_itself_or_through_an_entry_that_names_it(self) -> None:
        tree = pay(
            {
                "indicators/a": "title: Women\nlead: HR\n",
                "indicators/deep/b": "title: Gap\ntags: [pay]\n",
                "indicators/c": "title: Grades\n",
                "actions/x": "title: X\nobjective: data\nlead: Finance\nindicators: c\ndue: 2025-06\n",
            },
            "objectives: [{id: data, title: Data}]\n",
        )
        for asked, found in self.plans():
            records = selected_indicators(selected(tree, **asked), judged(tree)[0])
            assert sorted(each.indicator for each in records) == found, asked

    def test_the_entries_that_name_it(self) -> None:
        entry = "title: X\nindicators: [women]\n"
        assert record(HEAD, **{"actions/x": entry, "projects/y": entry}).entries == ("x", "y")


def test_what_is_of_an_unknown_category_is_told_nowhere() -> None:
    found = record(HEAD + "categories: [{id: a, title: A}]\n" + values("period: 2024, value: 1, category: b"))
    assert [(each.category, each.newest) for each in found.categories] == [("a", None)]
