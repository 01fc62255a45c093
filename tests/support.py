"""What tests share: trees written in place, and findings as places."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from genderplan.findings import Finding
from genderplan.loading.tree import load_tree
from genderplan.plan.plans import Plan, Tree

PLAN = "genderplan: 1\ntitle: A plan\n"
"""The smallest plan.yaml."""

ENTRY = "title: An action\n"
"""The smallest entry."""

Place = tuple[str, int, int]
Span = tuple[str, int, int, int | None]


def tree(tmp_path: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder that holds these files, each text as it is, line ends included."""
    folder = tmp_path / "plans"
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return folder


def read_tree(tmp_path: Path, files: Mapping[str, str | bytes]) -> Tree:
    """The tree that these files make, its findings naming files relative to the tree."""
    folder = tree(tmp_path, files)
    return load_tree(folder, shown_from=folder)


def read_plan(tmp_path: Path, files: Mapping[str, str | bytes]) -> Plan:
    """The one plan, `p`, of files given relative to its folder; it has no findings of reading but comments in texts."""
    read = read_tree(tmp_path, {"p/plan.yaml": PLAN} | {f"p/{name}": text for name, text in files.items()})
    assert {found.code for found in read.findings} <= {"GP019"}
    return read.by_id["p"]


def places(findings: Iterable[Finding]) -> list[Place]:
    """Code, line and column of each finding."""
    return [(found.code, found.line, found.column) for found in findings]


def spans(findings: Iterable[Finding]) -> list[Span]:
    """Code, line, column and end column of each finding."""
    return [(found.code, found.line, found.column, found.end_column) for found in findings]


def filed(findings: Iterable[Finding]) -> list[tuple[str, str, int, int]]:
    """File, code, line and column of each finding."""
    return [(found.file, found.code, found.line, found.column) for found in findings]


def texts(value: object) -> Iterator[str]:
    """Every text in a document's value, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, below in value.items():
            yield key
            yield from texts(below)
    elif isinstance(value, list):
        for below in value:
            yield from texts(below)


def marked(text: str) -> tuple[str, tuple[int, int, int | None]]:
    """A text without its marks, and line, column and end column of what stands between « and ».

    Without a closing mark the end is None: it is not known.
    """
    before, opening, rest = text.partition("«")
    assert opening, "nothing is marked"
    inside, closing, after = rest.partition("»")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    end = column + len(inside) if closing else None
    return before + inside + after, (line, column, end)
