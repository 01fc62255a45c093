"""Trends in words: what their screen, their page and their picture all say."""

from genderplan.page.words import counted, date_in_words, joined
from genderplan.reports.trend.result import Trend


def facts_of(trend: Trend) -> tuple[str, str]:
    """The reports there are, and how many of the dates are told."""
    first, last = trend.reports[0].day, trend.reports[-1].day
    reports = f"{counted(len(trend.reports), 'report')} from {date_in_words(first)} to {date_in_words(last)}"
    if len(trend.reports) == 1:
        reports = f"one report, of {date_in_words(first)}"
    told = f"{len(trend.milestones) + trend.more} of {counted(trend.compared, 'promised date')} told"
    return reports, told


def undated_in_words(trend: Trend) -> str:
    """Which baselines are no reports, and why."""
    return f"no report of {joined(trend.undated)}: without 'taken' a baseline has no day"


def why_none(trend: Trend, *, named: bool) -> str:
    """Why a trend has no line."""
    if trend.more and named:
        return f"{counted(trend.more, 'milestone')}: --limit shows more"
    if trend.more:
        return f"{counted(trend.more, 'milestone')} whose promise changed: --limit shows more"
    return "No promise changed." if len(trend.reports) > 1 else "No report to compare it with."


def more_of(trend: Trend, *, named: bool) -> str:
    """What a limit left out; what is `named` stands in the plan's order, all else the worst first."""
    if named:
        return f"and {trend.more:,} more"
    return f"and {counted(trend.more, 'milestone')} whose promise changed less"


def next_in_words(trend: Trend) -> tuple[str, str]:
    """The command to run next, and what it tells."""
    return f"history {trend.milestones[0].id}", "each change of it: when, by whom and why"
