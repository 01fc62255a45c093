"""Small trees of an invented company's plans: written to a folder of their own, read, judged and checked."""

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory

from genderplan.checks import VALID, Check, Context, run
from genderplan.checks.rules.table_of_a_day import ON_TIME
from genderplan.dates.forms import parse_day
from genderplan.findings import Finding
from genderplan.loading.tree import load_tree
from genderplan.plan.plans import Tree
from genderplan.standing.filters.criteria import select
from genderplan.standing.selection import Selection
from genderplan.standing.standings import AsOf, Standings

TODAY = "2025-01-15"
PLAN = "genderplan: 1\ntitle: Equal pay and careers plan\n"
ORGANISATIONS = """\
HR: {name: Human Resources, aliases: [Personnel, H R]}
Finance: {name: Finance Department, aliases: [Accounts]}
Audit: {name: Internal Audit, aliases: [Accounts]}
University: {name: University of the North, kind: partner}
HR-Board: {kind: board, part_of: HR}
"""


def tree_of(files: Mapping[str, str | bytes]) -> Tree:
    """The tree that these files make; findings name each as its key does."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return load_tree(root, shown_from=root)


def pay(files: Mapping[str, str], policy: str = "") -> Tree:
    """A tree of the one plan `pay`: its files by their names in it, `policy` at the end of its plan.yaml."""
    shared = {"organisations.yaml": ORGANISATIONS, "pay/plan.yaml": PLAN + policy}
    return tree_of(shared | {f"pay/{name}.yaml": text for name, text in files.items()})


def judged(tree: Tree, as_of: str = TODAY) -> tuple[Standings, ...]:
    """Where every plan of a tree stands on a day."""
    return tuple(Standings(plan, AsOf(parse_day(as_of), "option")) for plan in tree.plans)


def selected(tree: Tree, **criteria: Sequence[str]) -> Selection:
    """What is selected of a tree by filters, each given as its words."""
    return select(tree, criteria)


def ids_of(records: Iterable[object]) -> list[str]:
    """The ids of what is listed."""
    return list(map(attrgetter("id"), records))


def checked(tree: Tree, as_of: str = TODAY, checks: Sequence[Check] = (*VALID, *ON_TIME)) -> tuple[Finding, ...]:
    """What checks find in a tree on a day."""
    return run(checks, Context(tree, tree.plans, judged(tree, as_of)))


def found(findings: Sequence[Finding], *codes: str) -> list[tuple[str, str, int, int]]:
    """Code, file, line and column of findings, of some codes where any are named."""
    return [(each.code, each.file, each.line, each.column) for each in findings if not codes or each.code in codes]
