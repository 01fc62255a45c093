"""The tables of the plan format have every key of every mapping, and say of each what its schema says."""

import re

import pytest
from tools.format_tables import table

from genderplan.source.kinds import Kind
from schemas.test_documentation import SCHEMAS, properties

ROW = re.compile(
    r"^\| `(?P<key>[a-z_]+)` \| (?P<takes>[^|]+) \| (?P<required>yes)? ?\| (?P<means>[^|]+) \|$", re.MULTILINE
)
BY_KEYS = {"organisations", "glossary"}
"""Files whose keys are ids: what stands under one has a table alone."""

HEAD = "| key | takes | required | means |\n| --- | --- | --- | --- |\n"


@pytest.mark.parametrize("kind", Kind)
def test_every_key_of_every_mapping_is_in_a_table(kind: Kind) -> None:
    rows = {(row["key"], row["means"]) for row in ROW.finditer(table(kind))}
    assert rows == {(path.rpartition(".")[2], each["description"]) for path, each in properties(SCHEMAS[kind])}


@pytest.mark.parametrize("kind", Kind)
def test_every_line_is_a_row_a_head_or_a_caption(kind: str) -> None:
    text = table(kind)
    left = ROW.sub("", text).replace(HEAD, "")
    captions = [line for line in left.splitlines() if line]
    assert text.count(HEAD) == len(captions) + (kind not in BY_KEYS)
    assert all(re.match(r"\*\*(`[a-z_.]+`(, )?)+\*\*[:,]", line) for line in captions[kind in BY_KEYS :])


def row(kind: str, key: str, nth: int = 0) -> tuple[str, bool]:
    """What a key takes, and whether it is required, in the nth row of its name."""
    found = [each for each in ROW.finditer(table(kind)) if each["key"] == key][nth]
    return found["takes"], found["required"] == "yes"


@pytest.mark.parametrize(
    ("kind", "key", "takes", "required"),
    [
        ("plan", "genderplan", "1", True),
        ("plan", "state", "`draft`, `approved` or `closed`", False),
        ("plan", "period", "a mapping", False),
        ("plan", "status_date", "a day", False),
        ("plan", "tolerance", "a length", False),
        ("plan", "code", "a code", True),
        ("action", "title", "text", True),
        ("action", "lead", "text, or a list of them", False),
        ("action", "order", "a whole number", False),
        ("action", "partners", "text, a mapping, or a list of them", False),
        ("action", "milestones", "a list of mappings", False),
        ("action", "tags", "a list of text", False),
        ("action", "id", "an id", True),
        ("organisations", "acting", "true or false", False),
        ("baseline", "entries", "mappings by their ids", False),
        ("baseline", "kind", "`action` or `project`", True),
    ],
)
def test_what_a_key_takes(kind: str, key: str, takes: str, required: bool) -> None:
    assert row(kind, key) == (takes, required)


def test_what_stands_in_several_places_is_shown_once_under_all_of_its_names() -> None:
    text = table("action")
    assert f"**`milestones.source`, `updates.source`, `see`, `source`**:\n\n{HEAD}| `document` |" in text
    assert text.count("| `document` |") == 1
    assert f"**`milestones`**, each: One step of an entry, with a date or a length.\n\n{HEAD}| `id` |" in text
    assert f"**`inputs`**, as a mapping:\n\n{HEAD}| `text` |" in text
    assert table("organisations").startswith("Each by its id: a unit, ")
