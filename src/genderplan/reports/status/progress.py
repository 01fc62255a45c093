"""Progress in `status`: how far entries are, and what their leads say of what is listed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from genderplan.page.words import said_in_words, sentence, state_in_words
from genderplan.standing.progress import Progress, SaidRag, newest, said_rag, state_on_the_day
from genderplan.standing.rag import CLOSED
from genderplan.standing.selection import Chosen
from genderplan.standing.standings import EntryStanding

ProgressCounts = Mapping[Progress, int]


def progress_counts(chosen: Iterable[Chosen]) -> ProgressCounts:
    """How many of the entries that are chosen are how far, every progress named."""
    found = Counter(state_on_the_day(each.standing).progress for each in chosen if each.is_whole)
    return {progress: found[progress] for progress in Progress}


def is_told(chosen: Iterable[Chosen]) -> bool:
    """Whether an update says how far one of the entries is: else it follows from what the table counts."""
    there = (each.standing for each in chosen if each.is_whole and each.standing.entry.updates)
    return any(newest((told for told in each.entry.updates if told.state), each.day) for each in there)


class LeadStatement(NamedTuple):
    """What the lead of an open entry says of it: whether it is on hold, and how it is judged."""

    is_on_hold: bool
    rag: SaidRag | None


def said_of(chosen: Iterable[Chosen]) -> Mapping[str, LeadStatement]:
    """What the leads of open entries say, by the ids of these."""
    return {each.standing.entry.id: _said(each.standing) for each in chosen if _is_open_and_told(each.standing)}


def _is_open_and_told(standing: EntryStanding) -> bool:
    return bool(standing.entry.updates) and standing.status not in CLOSED


def _said(standing: EntryStanding) -> LeadStatement:
    is_on_hold = state_on_the_day(standing).progress is Progress.ON_HOLD
    return LeadStatement(is_on_hold, said_rag(standing.entry, standing.day))


def statement_in_words(statement: LeadStatement, names: Mapping[str, str]) -> str:
    """`on hold, said amber by Human Resources, 10 Jan 2025`; nothing where neither is said."""
    held = state_in_words(Progress.ON_HOLD) if statement.is_on_hold else ""
    return ", ".join(filter(None, (held, said_in_words(statement.rag, names) if statement.rag else "")))


def progress_in_words(counts: ProgressCounts, noun: str) -> str:
    """`Progress of actions: 2 not started, 1 under way; of 2 complete 1 is embedded.`"""
    open_ones: Sequence[Progress] = (Progress.NOT_STARTED, Progress.UNDER_WAY, Progress.ON_HOLD)
    told = [f"{counts[each]:,} {state_in_words(each)}" for each in open_ones if counts[each]]
    embedded, done = counts[Progress.EMBEDDED], counts[Progress.EMBEDDED] + counts[Progress.COMPLETE]
    if done:
        told.append(f"{done:,} done" + (f" ({embedded:,} embedded)" if embedded else ""))
    return sentence(f"progress of {noun}: {', '.join(told)}.")
