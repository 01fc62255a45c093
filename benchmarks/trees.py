"""Trees of one plan, as texts, of which kinds of input are made."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

Files = Mapping[str, str]
"""The text of each file of one plan, by its path in the tree."""

PLAN = 'genderplan: 1\ntitle: "P"\n'
ACTION = 'title: "A"\n'
FILLED = "# " + "-" * 997 + "\n"
"""What makes a file a kilobyte: of many files their number is to count, and not that of their bytes."""


BOARD = {"organisations.yaml": "B: {name: Board, kind: board}\n"}
AHEAD = (("due",), ("due", "--by", "lead", "--format", "json"), ("workload",))


class Kind(NamedTuple):
    """A kind of input of a size, and the commands that are run on it."""

    files: Callable[[int], Files]
    commands: tuple[tuple[str, ...], ...] = (("validate", "--notes"),)


def lines(number: int, line: str) -> str:
    """Lines made of a pattern, in which `%` stands for the number of the line."""
    return "".join(line.replace("%", str(each)) + "\n" for each in range(number))


def action(body: str, **others: str) -> Files:
    return {"p/plan.yaml": PLAN, "p/actions/a.yaml": ACTION + body, **others}


def milestones(number: int, rest: str) -> str:
    return "milestones:\n" + lines(number, f'  - {{id: m%, title: "T"{rest}}}')


def units(number: int, line: str = "Q%: {name: Unit %}") -> dict[str, str]:
    return {"organisations.yaml": lines(number, line)}
