"""Throw odd files and odd words at the program, in this process: `python -m tools.fuzz [--inputs N] [--seed S]`.

Three trials: a file of any kind, damaged, read with its tree, judged and listed; a valid file in an odd layout, its
dates changed; words of options read as dates, days, lengths and filters. What the program says of bad input is an
outcome; any other exception, and what breaks a promise, is a fault: it is printed with its input, and the exit code is
1. `--only NUMBER` runs one input again.
"""

import argparse
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from genderplan.checks import VALID
from genderplan.checks.judgement import judge
from genderplan.checks.rules.table_of_a_day import ON_TIME
from genderplan.dates.forms import DateError, PlanDate, parse_date, parse_day
from genderplan.dates.lengths import LengthError, parse_length
from genderplan.editing.changes import NewRevision, Target, cancelled, completed, forecast, moved
from genderplan.errors import UsageError
from genderplan.findings import CODES
from genderplan.loading.tree import load_listing
from genderplan.plan.items import Item
from genderplan.plan.plans import Tree
from genderplan.reports.list.nouns import Noun
from genderplan.reports.list.result import listing
from genderplan.source.files import SourceFile
from genderplan.source.kinds import Kind
from genderplan.source.walk import TreeFiles
from genderplan.source.yaml.reader import read_document
from genderplan.standing.filters.criteria import FILTERS, select
from genderplan.standing.selection import Selection
from genderplan.standing.standings import AsOf, Standings
from tools.fuzz_inputs import BASELINE, ENTRY, ORGANISATIONS, PLAN, Input, make

TODAY = AsOf(parse_day("2025-01-15"), "option")
SLOW = 10.0
"""Seconds that no input may take."""

_PATHS = {
    Kind.ORGANISATIONS: ("organisations.yaml", ""),
    Kind.PLAN: ("p/plan.yaml", "p"),
    Kind.ACTION: ("p/actions/x.yaml", "p"),
    Kind.PROJECT: ("p/projects/y.yaml", "p"),
    Kind.BASELINE: ("p/baselines/one.yaml", "p"),
}
_GOOD = {
    Kind.ORGANISATIONS: ORGANISATIONS,
    Kind.PLAN: PLAN,
    Kind.ACTION: ENTRY,
    Kind.PROJECT: ENTRY,
    Kind.BASELINE: BASELINE,
}


@lru_cache(maxsize=1)
def good_tree() -> Tree:
    """A tree in which nothing is wrong."""
    return tree_with(Kind.ACTION, ENTRY.encode())


def tree_with(kind: Kind, data: bytes) -> Tree:
    """A tree with a file of each kind, one of them with the content given."""
    files = tuple(SourceFile(path, path, each, plan, Path(path).stem) for each, (path, plan) in _PATHS.items())
    contents = {file.path: data if file.kind is kind else _GOOD[file.kind].encode() for file in files}
    found = TreeFiles(tuple(sorted(files)), (), frozenset("p"), ())
    return load_listing(found, lambda file: contents[file.path])


def try_tree(given: Input) -> str:
    """A file read, judged and listed with its tree; its findings have known codes and stand in it."""
    tree = tree_with(given.kind, given.data)
    standings = [Standings(plan, TODAY) for plan in tree.plans]
    whole = Selection(tree.plans)
    report = judge((*VALID, *ON_TIME), tree, whole, standings)
    for noun in Noun:
        listing(tree, noun, whole, standings)
    lines = given.data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for found in report.findings:
        assert found.code in CODES
        if found.file == _PATHS[given.kind][0]:
            assert 1 <= found.line <= len(lines) + 1
            width = len(lines[found.line - 1]) if found.line <= len(lines) else 0
            assert 1 <= found.column <= width + 2
    document = read_document(given.data, "x.yaml", 64 << 20)
    assert document.value is not None or document.findings
    return "accepted" if document.value is not None and not document.findings else "refused"


def try_edit(given: Input) -> str:
    """A date of a valid file changed, whatever its layout; what comes of it can be read."""
    plan = tree_with(given.kind, given.data).by_id["p"]
    entry = plan.by_id.get(Path(_PATHS[given.kind][0]).stem)
    if entry is None:
        return "invalid"
    milestone = (None, *entry.milestones)[given.number % (1 + len(entry.milestones))]
    target = Target(Item(entry, milestone), Standings(plan, TODAY))
    try:
        data = _changed(target, given.number // 7 % 5, given.words)
    except UsageError:
        return "refused"
    assert read_document(data, "x.yaml").findings == []
    return "accepted"


def _changed(target: Target, which: int, words: tuple[str, ...]) -> bytes:
    """What the file of a target holds after one of the changes that there are."""
    to = _date_of(words[0])
    if which == 0:
        return moved(target, to, NewRevision(words[1], words[2])).data
    if which == 1:
        return completed(target, to, replace=target.item.completed is not None).data
    if which == 2:
        return cancelled(target, words[3]).data
    return forecast(target, to if which == 3 else None).data


def _date_of(word: str) -> PlanDate:
    try:
        return parse_date(word)
    except DateError:
        return parse_date("2031-03")


def try_words(given: Input) -> str:
    """Words read as dates, days, lengths and filters: each is what it says, or is refused in words."""
    outcomes = [_is_read(read, word) for word in given.words for read in (parse_date, parse_day, parse_length)]
    for name in ("plan", *FILTERS):
        try:
            select(good_tree(), {name: given.words[:2]})
        except UsageError:
            continue
    return "accepted" if any(outcomes) else "refused"


def _is_read(read: Callable[[str], object], word: str) -> bool:
    try:
        value = read(word)
    except (DateError, LengthError):
        return False
    assert read(str(value)) == value
    return True


TRIALS = {"tree": try_tree, "edit": try_edit, "words": try_words}


def run(inputs: range, seed: int) -> tuple[Counter[tuple[str, str]], list[str]]:
    """How often each trial had which outcome, and the faults, each in words."""
    outcomes: Counter[tuple[str, str]] = Counter()
    faults = []
    for number in inputs:
        given = make(seed, number)
        started = time.perf_counter()
        try:
            outcome = TRIALS[given.trial](given)
        except Exception:
            outcome = "fault"
            faults.append(f"{traceback.format_exc()}\n{given!r}\n")
        if (took := time.perf_counter() - started) > SLOW:
            faults.append(f"{took:.1f} s for {given!r}\n")
        outcomes[given.trial, outcome] += 1
    return outcomes, faults


def main(arguments: list[str] | None = None) -> int:
    """Run as many inputs as are wanted, print what came of them; 1 where there was a fault."""
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz", description=(__doc__ or "").partition("\n\n")[2])
    parser.add_argument("--inputs", type=int, default=20_000, help="how many (20000)")
    parser.add_argument("--seed", type=int, default=0, help="of their choice (0)")
    parser.add_argument("--only", type=int, help="the one of this number")
    wanted = parser.parse_args(arguments)
    inputs = range(wanted.inputs) if wanted.only is None else range(wanted.only, wanted.only + 1)
    outcomes, faults = run(inputs, wanted.seed)
    for fault in faults[:20]:
        print(fault, file=sys.stderr)
    for trial in TRIALS:
        parts = [f"{count:,} {what}" for (name, what), count in sorted(outcomes.items()) if name == trial]
        print(f"{trial}: {', '.join(parts) or 'none'}")
    print(f"{len(inputs):,} inputs, seed {wanted.seed}: {len(faults):,} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
