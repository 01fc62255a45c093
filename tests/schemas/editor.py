"""A plan file as an editor sees it: read by YAML 1.2's core schema, its keys as JSON has them."""

import math
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
import yamlcore
from jsonschema import Draft202012Validator

from genderplan.schemas.files import schema_of
from genderplan.source.walk import list_files

PLANS = Path(__file__).parents[2] / "plans"
EXAMPLES = Path(__file__).parents[2] / "src" / "genderplan" / "manual" / "examples"


def read_as_an_editor(text: str | bytes) -> Any:
    """The value of a document. Raises yaml.YAMLError for what is no YAML."""
    return _as_json(yaml.load(text, Loader=yamlcore.CCoreLoader))


def _as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {_as_key(key): _as_json(each) for key, each in value.items()}
    return [_as_json(each) for each in value] if isinstance(value, list) else value


def _as_key(key: Any) -> str:
    """A key as JavaScript writes it where it is no text."""
    if isinstance(key, float) and not math.isfinite(key):
        return "Infinity"
    if isinstance(key, float):
        key = int(key) if key.is_integer() else f"{key:.10f}".rstrip("0")
    if isinstance(key, int) and abs(key) >= _LARGE:
        return f"{key:.0e}"
    return key if isinstance(key, str) else {None: "null", True: "true", False: "false"}.get(key, str(key))


_LARGE = 10**21
"""From here on JavaScript writes numbers with an exponent."""


@lru_cache
def validator(kind: str) -> Draft202012Validator:
    """What holds a file against the schema of its kind."""
    schema = schema_of(kind)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def is_refused(kind: str, value: Any) -> bool:
    """Whether an editor marks anything in a file of this kind."""
    return not validator(kind).is_valid(value)


def files_of(root: Path) -> dict[str, str]:
    """The kind of every file of a tree by its path in it."""
    return {file.shown: file.kind.value for file in list_files(root, root).files}
