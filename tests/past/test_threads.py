"""Where nothing is renamed ids alone pair what a step changed; that has to be what the pairing of baselines finds."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderplan.kinds.entry.rows import EntryRow
from genderplan.past import identities as threads
from genderplan.past.identities import Threads
from genderplan.plan.items import Item
from genderplan.plan.steps import Step
from past.steps import commit, due, entry, plan

STATES = st.dictionaries(
    st.sampled_from(("a", "b", "c")), st.lists(st.sampled_from(("x", "y", "z")), unique=True), max_size=3
)
"""The milestones of entries, by their ids."""

Seen = list[tuple[tuple[Item | None, ...], Item | None]]


def entries(state: dict[str, list[str]]) -> tuple[EntryRow, ...]:
    files: dict[str, str] = {}
    for name, milestones in state.items():
        files |= entry(name, *(due(each, "2024-01") for each in milestones))
    return plan(files).entries


def seen(steps: Sequence[Step]) -> Seen:
    spun = Threads(plan({}))
    return [(turn.olds, turn.new) for step in steps for turn in spun.turns(step)]


@given(st.lists(STATES, min_size=2, max_size=4), STATES)
def test_ids_alone_pair_as_baselines_are_paired(
    states: list[dict[str, list[str]]], other: dict[str, list[str]]
) -> None:
    rows = [entries(state) for state in (*states, other)]
    line = [Step(commit(at + 1), (rows[at],), rows[at + 1]) for at in range(len(states) - 1)]
    steps = [*line, Step(commit(9), (rows[-2], rows[-1]), rows[0])]
    found = seen(steps)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(threads, "_is_renamed", lambda _: True)
        assert found == seen(steps)
