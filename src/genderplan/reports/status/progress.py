"""Progress in `status`: how far entries are, and what their leads say of what is listed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from genderplan.page.words import said_in_words, sentence, state_in_words
from genderplan.standing.progress import Progress, newest, said_rag, state_on_the_day
from genderplan.standing.selection import Chosen
from genderplan.standing.standings import EntryStanding, Status

ProgressCounts = Mapping[Progress, int]


def progress_counts(chosen: Iterable[Chosen]) -> ProgressCounts:
    """How many of the entries that are chosen are how far, every progress named."""
    found = Counter(state_on_the_day(each.standing).progress for each in chosen if each.is_whole)
    return {progress: found[progress] for progress in Progress}


def is_told(chosen: Iterable[Chosen]) -> bool:
    """Whether an update says how far one of the entries is: else it follows from what the table counts."""
    there = (each.standing for each in chosen if each.is_whole and each.standing.entry.updates)
    return any(newest((told for told in each.entry.updates if told.state), each.day) for each in there)


def said_of(chosen: Iterable[Chosen]) -> Mapping[str, str]:
    """What the leads of open entries say, by the ids of these: `on hold, said amber by HR, 10 Jan 2025`."""
    told = ((each.standing.entry.id, _said(each.standing)) for each in chosen if each.standing.entry.updates)
    return {name: words for name, words in told if words}


def _said(standing: EntryStanding) -> str:
    if standing.status in {Status.COMPLETE, Status.CANCELLED}:
        return ""
    said, progress = said_rag(standing.entry, standing.day), state_on_the_day(standing).progress
    held = state_in_words(progress) if progress is Progress.ON_HOLD else ""
    return ", ".join(filter(None, (held, said_in_words(said.rag, said.by, said.date) if said else "")))


def progress_in_words(counts: ProgressCounts, noun: str) -> str:
    """`Progress of actions: 2 not started, 1 under way; of 2 complete 1 is embedded.`"""
    open_ones: Sequence[Progress] = (Progress.NOT_STARTED, Progress.UNDER_WAY, Progress.ON_HOLD)
    told = [f"{counts[each]:,} {state_in_words(each)}" for each in open_ones if counts[each]]
    embedded, done = counts[Progress.EMBEDDED], counts[Progress.EMBEDDED] + counts[Progress.COMPLETE]
    if done:
        told.append(f"{done:,} done" + (f" ({embedded:,} embedded)" if embedded else ""))
    return sentence(f"progress of {noun}: {', '.join(told)}.")
