"""What the fields of `history` and `trend` mean; see `genderplan.schemas.meanings`."""

MEANINGS: dict[str, str] = {
    "author": "Who made the commit.",
    "authored": "The day on which its author made the commit, where that was.",
    "change": "added, set, moved, restated, cleared or removed.",
    "changes": "The changes of dates, the oldest first.",
    "commit": "The commit; null for what is not committed yet.",
    "commits": "How many commits changed entries of the plan, without merges that only took what branches had.",
    "committed": "The day on which the commit got its place in the history.",
    "day": "The day on which that state of the plan came to be.",
    "explained": "For how many of the moves a revision gives the reason.",
    "first": "The first promise; null where there is none.",
    "hints": "What git takes for a renaming that no renamed_from tells of; nothing is made of it.",
    "histories": "One for each plan, or that of the one thing that was asked for.",
    "id_then": "The full id that it had in the commit.",
    "month": "The month in which the commits were made; null for what is not committed yet.",
    "months": "The moves by the month of their commits, in the order of time.",
    "more": "How many milestones a limit left out.",
    "promises": "Each promise that is another than the one before, in the order of reports.",
    "report": "The place of the report in which it was new, from 0.",
    "reported": "The day of that report.",
    "reports": "The states of the plan that are compared, in the order of their days.",
    "revision": "The item of revisions that gives the reason, of a cancellation its own words; null where none does.",
    "subject": "The first line of the commit's message.",
    "trends": "One for each plan.",
}
"""By the name of the field."""

_COUNTS = {
    "earlier": "How many of the moves were to an earlier date.",
    "later": "How many of the moves were to a later date.",
    "moved": "How many times an agreed date moved, commit by commit: a move that was made twice counts twice.",
    "net_months": "The sum of all those moves, in months; slippage has the difference of two states.",
    "worst_months": "The longest move in months; 0 where none was to a later date.",
}

MEANINGS_IN: dict[str, dict[str, str]] = {
    "LeadChange": {
        "id": "The full id: plan/entry.",
        "now": "The ids of who leads now.",
        "was": "The ids of who led before.",
    },
    "MoveReasons": {
        "id": "The full id of the entry or milestone whose date it is.",
        "revisions": "The revisions since, as the file has them.",
    },
    "UpdateNews": {
        "date": "When; null where the file does not say.",
        "id": "The full id: plan/entry.",
        "text": "What was reported.",
        "title": "The entry's title.",
    },
    "Worst": {"amount": "How much it is.", "unit": "days where both dates are days, else months."},
    "CommitRow": {"id": "The full id of the commit."},
    "DateChange": {
        "field": "Which of its dates: start, end, due, forecast, completed or cancelled.",
        "id": "The full id that it has now, or had when it was removed.",
        "leads": "The ids of the organisations that answered for it then.",
        "now": "The date after the change; null where it was taken away.",
        "objective": "The id of its objective then.",
        "title": "The title then.",
        "was": "The date before the change; null where it had none.",
    },
    "ExplanationRecord": {"date": "When the change was agreed."},
    "History": {
        "id": "The full id of the entry or milestone; null for a plan's log.",
        "leads": "The moves by who led then, the most months first.",
        "objectives": "The moves by objective, in the plan's order.",
        "since": "The first commit that changed entries of the plan; null where nothing is committed.",
        "title": "Its title; null for a plan's log.",
        "totals": "The moves in numbers.",
    },
    "LeadMoves": _COUNTS,
    "MonthMoves": _COUNTS,
    "MoveTotals": _COUNTS,
    "ObjectiveMoves": _COUNTS
    | {
        "objective": "The id of the objective; null for what stood under none.",
        "title": "The objective's title; null where the plan has it no longer.",
    },
    "PromiseRecord": {
        "done": "Whether it is done, and the date that of completion.",
        "promised": "The date; null where it was not there any more, not dated, or cancelled.",
    },
    "RenameHint": {
        "commit": "The commit in which the one went and the other came.",
        "now": "The full id of the entry that came.",
        "was": "The full id of the entry that went.",
    },
    "ReportRecord": {
        "commit": "The commit that the report is of; null for a baseline and for now.",
        "name": "What it is called: a commit's short id, the revision or tag asked for, a baseline's name, or now.",
        "source": "What it is of: commit, revision, tag, baseline, or now, the files as they are.",
    },
    "Trend": {
        "compared": "How many milestones and own dates of entries any report promises; those told are of them.",
        "milestones": "The milestones, and entries by their own dates: the worst first; of ids in the plan's order.",
        "undated": "The names of baselines that do not say when they were taken, and so are no reports.",
    },
    "MilestoneTrend": {
        "changes": "How often the promise was changed before it was done.",
        "id": "The full id: plan/entry#milestone, or plan/entry for an entry's own date.",
        "last": "The last promise: the date on which it was done, once it is.",
    },
}
"""By the name of the record, where a field means something else there."""
