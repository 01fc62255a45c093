"""Files to be, judged as if they were written: what would not be valid is refused before anything is."""

from collections.abc import Sequence
from pathlib import Path

from genderplan.checks import VALID
from genderplan.checks.judgement import judge
from genderplan.errors import UsageError
from genderplan.findings import Finding, Severity
from genderplan.loading.tree import load_tree
from genderplan.source.files import Draft
from genderplan.source.writing import create
from genderplan.standing.selection import Selection

SCHEMAS = ".schemas"
"""The folder of a tree in which editors find its schemas: hidden, so that it is no plan."""


def write_drafts(root: Path, drafts: Sequence[Draft], others: Sequence[tuple[Path, bytes]] = ()) -> tuple[Finding, ...]:
    """Write new files that are valid in their tree, and other files with them; all or none.

    Returns the warnings that they have. Raises UsageError where they would have errors, WriteError where one is
    there already or cannot be written.
    """
    found = judged(root, drafts)
    refuse_errors(found)
    create({Path(each.file.path): each.data for each in drafts} | dict(others), root)
    return tuple(each for each in found if each.severity is Severity.WARNING)


def refuse_errors(found: Sequence[Finding]) -> None:
    """Raises UsageError where there are errors among findings."""
    errors = [each for each in found if each.severity is Severity.ERROR]
    if errors:
        raise UsageError("; ".join(dict.fromkeys(each.said for each in errors)) + ": nothing was written")


def judged(root: Path, drafts: Sequence[Draft]) -> tuple[Finding, ...]:
    """What `validate` would find in files, were they written."""
    tree = load_tree(root, drafts=drafts)
    shown = {draft.file.shown for draft in drafts}
    findings = judge(VALID, tree, Selection(tree.plans), ()).findings
    return tuple(found for found in findings if found.file in shown)


def has_schema(root: Path, kind: str) -> bool:
    """Whether a tree holds the schema of a kind of file for editors."""
    return (root / SCHEMAS / schema_name(kind)).is_file()


def schema_name(kind: str) -> str:
    return f"{kind}.schema.json"


def modeline(kind: str, depth: int) -> str:
    """The line that names a file's schema; `depth` is how many folders below the tree the file is."""
    return f"# yaml-language-server: $schema={'../' * depth}{SCHEMAS}/{schema_name(kind)}\n"
