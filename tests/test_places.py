"""Places that two tables name in text, where neither types nor contracts of imports see them: commands and file kinds."""

import re
from collections.abc import Mapping
from dataclasses import fields
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, get_type_hints

import pytest

from genderplan.cli import commands
from genderplan.commands import COMMANDS
from genderplan.imports import object_at
from genderplan.kinds.shared.contents import Content
from genderplan.loading.kinds import file_kind
from genderplan.plan.plans import Plan, Tree
from genderplan.reports.list.nouns import Noun
from genderplan.reports.list.result import LISTED
from genderplan.schemas.types import field_types
from genderplan.source.documents import Document
from genderplan.source.files import SourceFile
from genderplan.source.kinds import ENTRIES, Kind

PLACE = re.compile(r"(?P<room>[a-z]+)(\.[a-z_]+)+:(?P<name>[A-Za-z_]+)")
DOCUMENTS = [(name, place) for command in COMMANDS.values() for name, place in command.documents.items()]


def room(place: str) -> str:
    found = PLACE.fullmatch(place)
    assert found, place
    return found["room"]


def is_at_home(place: str) -> bool:
    """Whether what stands at a place is of the module that the place names: it is not imported there."""
    return bool(object_at(place).__module__ == f"genderplan.{place.partition(':')[0]}")


def test_what_stands_nowhere_is_not_found() -> None:
    with pytest.raises(AttributeError):
        object_at("source.kinds:Sort")
    with pytest.raises(ModuleNotFoundError):
        object_at("source.sorts:Kind")


def test_every_module_of_a_command_is_in_the_table() -> None:
    modules = [each.name for each in iter_modules(commands.__path__)]
    assert {name for name in modules if hasattr(import_module(f"{commands.__name__}.{name}"), "app")} == COMMANDS.keys()


def test_what_is_asked_is_asked_for_a_document() -> None:
    assert [name for name, each in COMMANDS.items() if not each.asked.keys() <= each.documents.keys()] == []


@pytest.mark.parametrize(("name", "place"), DOCUMENTS)
def test_the_place_of_a_document_has_a_record(name: str, place: str) -> None:
    """tests/schemas/test_outputs.py holds that it is the right one: the command's documents are what it says."""
    assert room(place) in {"reports", "schemas"}
    assert is_at_home(place)
    assert field_types(object_at(place))


def test_no_document_is_of_two_commands() -> None:
    names = [*(name for name, _ in DOCUMENTS), *Noun]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("kind", Kind)
def test_a_file_becomes_a_row_of_its_model(kind: Kind) -> None:
    """As `FileKind` says: the function takes a model, a file and a document, and the plan has a field of what it returns."""
    model, row = file_kind(kind)
    assert issubclass(model, Content)
    assert (room(kind.model), room(kind.row)) in {("kinds", "kinds"), ("kinds", "loading")}
    assert is_at_home(kind.model)
    assert is_at_home(kind.row)
    hints = named_in(row, model)
    made = hints.pop("return")
    assert list(hints.values()) == [model, SourceFile, Document]
    if kind.folder and kind not in ENTRIES:
        assert rows_in(Plan if kind.is_of_plan else Tree)[kind.folder] == made.__name__


def named_in(row: Any, model: type) -> dict[str, Any]:
    """The types of a function; those of its arguments are imported for types alone."""
    known = {model.__name__: model, f"{model.__name__}Model": model, "SourceFile": SourceFile, "Document": Document}
    return get_type_hints(row, localns=known)


def rows_in(whole: type[Plan | Tree]) -> Mapping[str, str]:
    """The fields of a plan, or of the tree, that have rows, and the names of their classes."""
    return {each.name: re.sub(r"tuple\[(?:\w+\.)*(\w+), \.\.\.\]", r"\1", str(each.type)) for each in fields(whole)}


def test_every_noun_has_a_function() -> None:
    """Each kind of file in a folder can be listed, under its folder's name but for what is listed otherwise."""
    assert LISTED.keys() == set(Noun)
    assert {kind.folder for kind in Kind} - {*Noun} == {"", "registers", "baselines"}


@pytest.mark.parametrize("noun", Noun)
def test_a_list_has_the_columns_that_it_shows(noun: Noun) -> None:
    assert set(LISTED[noun].columns) <= set(LISTED[noun].record._fields)
