"""What the fields of `impact`, its floats and its chains mean; see `genderplan.schemas.meanings`."""

MEANINGS: dict[str, str] = {
    "affected": "What waits for it, directly or through others, the worst first.",
    "asked": "The full id of the milestone that was asked about; null where all that slipped is told.",
    "begins": "The full id of the milestone furthest back that moved later; null where none did.",
    "chains": "What drives the last milestone of each network, the network that finishes last first.",
    "circular": "The full ids of milestones that wait in circles, so that nothing can be worked out for them.",
    "earliest": "Its own date, or a later one where it is pushed: not before what it waits for and the lag.",
    "effect": "impossible or squeezed where the slip took room; unaffected where it took none; undated.",
    "end_from": "What the end of the floats is: the end of the plan's period, or its last date.",
    "free_float": "What it may slip before something that waits for it cannot hold its date; null for nothing dated.",
    "impacts": "One for each plan that has something to be held against.",
    "is_new": "Whether the baseline has not this dependency.",
    "landing": "Where it would land if the gaps were kept: moved by what it waits for moves, the most of those.",
    "last": "What would land last of all that waits; null where nothing dated does.",
    "latest": "The latest date that lets all that waits for it keep the end of the floats.",
    "networks": "One for each plan.",
    "room": "What is left between it and the one before it, less the lag; null where either is undated.",
    "room_after": "What is left between the two now, less the lag; negative: it cannot hold its date.",
    "room_before": "What was left between the two, less the lag; null where that is not known.",
    "slips": "What moved later, or is supposed to move, the worst first.",
    "steps": "The milestone, then each time what drives the one before: what leaves it the least room.",
    "supposed": "Whether the slip is only supposed.",
    "total_float": "What it may slip before the end of the floats is missed; negative: so much too late.",
    "waits_for": "The full id of what holds it up: of all that the slips reach, what leaves it the least room.",
    "why": "What drives the milestone that was asked about.",
}
"""By the name of the field."""

_MILESTONE = "The full id: plan/entry#milestone."
_UNIT = "What is counted in: days where both dates are days, else months."
_ROOM_UNIT = (
    "What the room is counted in: days where the dates between which it is are days, else months; null for none."
)
_LAG = "The time that must pass after what it waits for."
_SINCE = "The baseline that is held against; null where there is none."
_STEP = {"id": _MILESTONE, "lag": _LAG, "unit": _ROOM_UNIT}

MEANINGS_IN: dict[str, dict[str, str]] = {
    "AffectedRecord": {
        "id": _MILESTONE,
        "lag": _LAG,
        "now": "Its own date: done, else forecast, else due.",
        "unit": _ROOM_UNIT,
        "was": "Its date before; null where it had none.",
    },
    "Chain": {
        "finish": "The date of its last milestone.",
        "milestones": "The milestones of the chain, the first first.",
        "total_float": "That of its last milestone; those before it may have less, or more.",
        "unit": "What its total float is counted in: days where its last date is a day, else months.",
    },
    "ChainStep": _STEP,
    "End": {
        "landing": "The last date of the plan if the gaps were kept.",
        "now": "The last date of the plan.",
        "period": "Where the plan's period ends.",
    },
    "FloatRecord": {
        "chain": "The place of its network's chain, from 1; null where it stands alone.",
        "id": _MILESTONE,
        "unit": "What its floats are counted in: days where its own date is a day, else months.",
    },
    "Impact": {
        "baseline": _SINCE,
        "compared": "How many milestones have a date on both sides.",
        "end": "The plan's last date, and what becomes of it.",
    },
    "Landing": {
        "chain": "The full ids from the slip down to it; none where it lands as now.",
        "id": _MILESTONE,
        "now": "Its own date.",
    },
    "PlanFloats": {
        "end": "What total floats are measured to; null where nothing has a date.",
        "milestones": "The milestones that are neither complete nor cancelled, the least total float first.",
    },
    "Slip": {
        "id": _MILESTONE,
        "now": "Its date now, or the one supposed.",
        "unit": _UNIT,
        "was": "Its date before.",
    },
    "Why": {
        "baseline": _SINCE,
        "id": _MILESTONE,
        "unit": "What all rooms on the way are counted in: months where any is in months; each step has its own.",
    },
    "WhyStep": _STEP
    | {
        "now": "Its own date: done, else forecast, else due.",
        "room_after": "What is left between it and the next, which it waits for, less the lag.",
        "was": "Its date in the baseline; null where it has none there.",
    },
}
"""By the name of the record, where a field means something else there."""
