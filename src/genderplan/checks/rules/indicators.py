"""Indicators: that entries name those that there are, of categories that there are, and targets and values in time."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from genderplan.checks.context import Context
from genderplan.findings import Finding, finding
from genderplan.plan.plans import Baseline, Plan
from genderplan.suggestions import Suggestions

if TYPE_CHECKING:
    from genderplan.kinds.indicator.rows import IndicatorRow


def indicator_references(context: Context) -> Iterator[Finding]:
    """GP230: unknown indicator.

    The entry names an indicator that its plan, or its baseline, does not have. Nobody would learn from its values
    whether the entry has done any good.

    Mend: write the id of one of the plan's indicators, the name of its file; or begin one with `genderplan new
    indicator`.
    """
    for plan in context.plans:
        yield from _indicators_named(context, plan, plan)
        for baseline in plan.baselines:
            yield from _indicators_named(context, plan, baseline)


def _indicators_named(context: Context, plan: Plan, side: Plan | Baseline) -> Iterator[Finding]:
    known = {each.id for each in side.indicators}
    suggestions = Suggestions(known)
    for entry in side.entries:
        for index, name in enumerate(entry.indicators):
            if name in known or (side is plan and (plan.id, name) in context.tree.unread_entries):
                continue
            hint = suggestions.did_you_mean(name)
            place = entry.at("indicators", index)
            message = f"unknown indicator '{name}'"
            yield finding("GP230", message, entry.file, place, entry=entry.full_id(), hint=hint)


def category_references(context: Context) -> Iterator[Finding]:
    """GP231: unknown category.

    A value, a target or a baseline of an indicator is of a category that it does not list. No report would tell it.

    Mend: write the id of one of the indicator's `categories`, or add the category there.
    """
    for plan in context.plans:
        for indicator in plan.all_indicators():
            known = {each.id for each in indicator.categories}
            suggestions = Suggestions(known)
            for name, path in indicator.named:
                if name not in known:
                    message, hint = f"unknown category '{name}'", suggestions.did_you_mean(name)
                    place = indicator.at(*path)
                    yield finding("GP231", message, indicator.file, place, entry=indicator.full_id(), hint=hint)


def target_before_baseline(context: Context) -> Iterator[Finding]:
    """GP306: a target before its baseline.

    The target is to be reached before the period from which its indicator starts has ended. One of the two dates is
    wrong, and no report can tell on what course the values are.

    Mend: correct the date that is wrong.
    """
    for plan in context.plans:
        for indicator in plan.all_indicators():
            yield from _early_targets(indicator)


def _early_targets(indicator: "IndicatorRow") -> Iterator[Finding]:
    starts = {each.category: each.period for each in indicator.baseline}
    for index, target in enumerate(indicator.targets):
        start = starts.get(target.category)
        if start and target.by and target.by.last < start.last:
            message = f"a target by {target.by}, before its baseline of {start}"
            place = indicator.at("targets", index, "by")
            yield finding("GP306", message, indicator.file, place, entry=indicator.full_id())


def outcome_to_come(context: Context) -> Iterator[Finding]:
    """GP406: an outcome that is still to come.

    The value is called an outcome, and its period begins after the status date: nobody can have measured it. The date
    may be a slip of the pen, or an expectation that was written down as a fact. Till then no report counts it.

    Mend: correct the period. What is only expected is of `kind: forecast`, or `projected`.
    """
    for standings in context.standings:
        for indicator in standings.plan.indicators:
            for index, each in enumerate(indicator.values):
                if each.is_outcome and not standings.has_happened(each.period):
                    message = f"an outcome of {each.period}, after the status date {standings.as_of.day}"
                    place = indicator.at("values", index, "period")
                    yield finding("GP406", message, indicator.file, place, entry=indicator.full_id())
