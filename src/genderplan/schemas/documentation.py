"""Texts under the fields of models and records, read from their source when somebody asks."""

import ast
import inspect
import json
import re
import sys
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import ModuleType
from typing import Any, NamedTuple

_EXAMPLES = re.compile(r"\n\s*\nExamples: (?P<values>.*)\Z", re.DOTALL)


class FieldText(NamedTuple):
    """What a key means, on one line, and values that it can have."""

    meaning: str
    examples: tuple[Any, ...]


def field_texts(model: type) -> Mapping[str, FieldText]:
    """What is written under each field of a model or a record, by the field's name; its own text outweighs a base's."""
    found: dict[str, FieldText] = {}
    for each in reversed(model.__mro__):
        found |= _texts_in(sys.modules[each.__module__]).get(each.__name__, {}) if _is_ours(each) else {}
    return found


def _is_ours(model: type) -> bool:
    return model.__module__.startswith("genderplan.")


@lru_cache
def _texts_in(module: ModuleType) -> Mapping[str, Mapping[str, FieldText]]:
    """The texts under the fields of every class of a module."""
    tree = ast.parse(inspect.getsource(module))
    return {each.name: dict(_texts_under(each)) for each in tree.body if isinstance(each, ast.ClassDef)}


def _texts_under(model: ast.ClassDef) -> Iterator[tuple[str, FieldText]]:
    for field, below in zip(model.body, model.body[1:], strict=False):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, _field_text(inspect.cleandoc(text))


def _field_text(text: str) -> FieldText:
    examples = _EXAMPLES.search(text)
    if examples is None:
        return FieldText(on_one_line(text), ())
    return FieldText(on_one_line(text[: examples.start()]), tuple(json.loads(f"[{examples['values']}]")))


def on_one_line(text: str) -> str:
    """Text without the line ends that the source needs."""
    return " ".join(text.split())
