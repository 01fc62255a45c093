"""Comparisons: the other side: what plans are held against, and what of it is in no comparison."""

from dataclasses import replace
from typing import TYPE_CHECKING

from genderplan.cli.output import say
from genderplan.cli.reading import Reading, standings_of
from genderplan.errors import NothingToReadError
from genderplan.loading.states import BASELINE, load_earlier, load_state, no_baseline, refuse_absent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from genderplan.cli.options import Common
    from genderplan.plan.states import State


def against(reading: Reading, text: str | None, *, files: bool = True) -> "State":
    """What plans are held against: a baseline by name, `git:REV`, a path; the newest baseline where None.

    What of it is in no comparison is said on stderr. Where `files` are the other side, all of them are to be here.
    """
    state = load_state(text, reading.root, reading.tree, reading.selection)
    refuse_absent(state, files=files, shared=False)
    _tell(state, text or "")
    return state


def before(reading: Reading, text: str) -> "State":
    """The selected plans as they were on a date, in a commit or in a baseline."""
    state = load_earlier(text, reading.root, reading.tree, reading.selection)
    refuse_absent(state, shared=False)
    _tell(state, text)
    return state


def at(reading: Reading, text: str, common: "Common") -> Reading:
    """The same selection of the plans as they are elsewhere: in a baseline, a commit, a file or a folder."""
    baselines = against(reading, text, files=False).baselines
    missing = [plan.id for plan in reading.selection.plans if plan.id not in baselines]
    plans = tuple(baselines[plan.id].over(plan) for plan in reading.selection.plans if plan.id in baselines)
    if not plans:
        raise NothingToReadError(f"no '{text}' of {', '.join(missing)}")
    if missing:
        say(f"not in '{text}': {', '.join(missing)}")
    tree = replace(reading.tree, plans=plans)
    return Reading(reading.root, tree, replace(reading.selection, plans=plans), standings_of(tree, common))


def _tell(state: "State", text: str) -> None:
    """Say on stderr what of a state is in no comparison: files that could not be read, plans that are gone."""
    for note in state.notes:
        say(note)
    if state.left_out:
        say(f"not read of '{text}', and so not compared: {', '.join(state.left_out)}")
    sparse = frozenset(state.not_checked_out.values())
    for is_sparse, why in ((True, "not checked out here, and so not compared"), (False, "no longer here")):
        if names := ", ".join(plan.id for plan in state.gone.values() if (plan.id in sparse) is is_sparse):
            say(f"in '{text}' and {why}: {names}")


def name_missing(state: "State", text: str | None, without: "Sequence[str]", *, is_any: bool) -> None:
    """Name the plans that a state does not have on stderr; raise NothingToReadError where it has none of them."""
    if not without:
        return
    name = text.removeprefix(BASELINE) if text else None
    where = f"not in '{text}'" if state.is_tree else f"no baseline '{name}'" if text else "no baseline"
    names = ", ".join(without)
    if not is_any:
        nowhere = no_baseline(text, names) if text else f"{where} in {names}"
        raise NothingToReadError(f"{where}: {names}" if state.is_tree else nowhere)
    say(f"{where}: {names}")
