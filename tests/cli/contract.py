"""The JSON contract as the design writes it, word for word: the fields of every record in their order.

Nothing here is taken from the code, so that a field that is renamed, dropped or moved there fails a test.
"""


def _fields(text: str) -> list[str]:
    return [name.strip() for name in text.split(",")]


PLAN_LABEL = _fields("id, title, as_of, as_of_from")
MILESTONE = _fields(
    "plan, entry, kind, milestone, id, title, objective, leads, inputs, partners, groups, due, forecast, completed, "
    "cancelled, finish, duration, status, days_overdue, rag, depends_on, baseline_due, variance_months, "
    "variance_days, note, tags, source, extra, file, line, entry_title, judged_by, approved, "
    "ref, priority, accountable, requested, goes_to, every, until, next_due, last_due, occurrences, earliest"
)
ENTRY = _fields(
    "plan, entry, kind, id, title, objective, order, leads, inputs, output, groups, partners, start, end, due, "
    "completed, cancelled, status, rag, counts, note, tags, source, extra, file, line, "
    "forecast, progress, progress_from, said_rag, latest, "
    "ref, success, accountable, priority, due_note, requested, evidence, answers, continues, see, handovers, review, "
    "reviewed, supports, drivers, indicators, cost, every, until, next_due, last_due, occurrences"
)
UPDATE = _fields(
    "plan, entry, kind, id, title, objective, leads, number, date, by, text, source, state, rag, next, evidence, "
    "file, line"
)
INDICATOR = _fields(
    "plan, indicator, id, title, unit, good, leads, data_source, every, categories, disparities, baseline, targets, "
    "values, benchmarks, supports, entries, note, tags, source, extra, file, line"
)
CATEGORY = _fields(
    "category, title, dimension, newest, outcome, previous, change, baseline, change_since_baseline, target, judged, "
    "margin, state, course, line, benchmarks, base, survey, pending, owed, missing, series, note, tags"
)
OCCURRENCE = _fields("due, completed, skipped, status, days_overdue")
COUNTS = _fields("complete, cancelled, overdue, due, upcoming, undated")
TALLY = _fields("entries, milestones")
APPROVAL = _fields("by, date, to")
VERSIONS = {"status": 2, "plans": 2, "plan": 2, "objectives": 2}
"""The versions of documents; of those not named it is 1."""

OBJECTIVE = _fields("plan, id, title, rag, actions, milestones, counts, leads, part_of")
ORGANISATION = _fields("id, name, aliases, kind, part_of, holders, file, line, memberships")
PLAN = _fields(
    "id, title, state, long_term_aim, aims, period, as_of, as_of_from, tolerance, baselines, rag, counts, file, "
    "leads, answers"
)
STATUS = _fields(
    "id, title, state, as_of, as_of_from, baseline, tolerance, rag, counts, objectives, projects, overdue, due, "
    "slipped, measures, progress"
)
COMPARISON = _fields("plan, as_of, baseline, moved, dated, undated, added, removed, reworded, totals, leads, targets")
MOVE = _fields("id, entry, field, title, leads, objective, was, now, variance_months, variance_days, approved")
CHANGES = {
    "entries": _fields("id, title"),
    "milestones": _fields("id, title, due"),
    "inputs": _fields("entry, organisation"),
    "leads": _fields("entry, organisation"),
    "partners": _fields("entry, organisation"),
    "groups": _fields("entry, group"),
    "objectives": _fields("id, title"),
    "aims": _fields("id, title"),
    "supports": _fields("of, section, extent"),
    "drivers": _fields("entry, driver"),
}
REWORDING = _fields("kind, id, field, was, now")
TOTALS = _fields(
    "compared, moved, later, earlier, unmoved, added_entries, added_milestones, removed_entries, removed_milestones, "
    "net_months, worst_months, net, worst"
)
AXIS = _fields("from, to, unit")
ROW = _fields(
    "plan, id, kind, label, start, end, baseline_start, baseline_end, status, rag, milestones, own, occurrences"
)
MARK = _fields("id, due, finish, status")
AGAINST = _fields("plan, name, title, taken")
FINDING = _fields("code, severity, message, file, line, column, end_column, entry, hint")
ACCEPTED = [*FINDING, *_fields("reason, until")]
SUMMARY = _fields("errors, warnings, notes, files, entries, milestones, accepted")
BASELINE_LABEL = _fields("name, title, taken")
BASELINE = _fields("plan, name, title, taken, entries, milestones, file")
BASELINE_DETAIL = _fields(
    "plan, name, title, taken, long_term_aim, aims, objectives, entries, milestones, replaced, indicators"
)
