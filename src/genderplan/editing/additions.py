"""Milestones, objectives and organisations: new ones, each written into the file that holds its like."""

import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from genderplan.editing.changes import Edit, Target, edited, in_words
from genderplan.editing.entries import free_id, id_from
from genderplan.errors import UsageError
from genderplan.kinds.shared.fields import ID_FORM, ID_PATTERN, ORGANISATION_PATTERN
from genderplan.plan.organisations import Directory
from genderplan.plan.plans import Plan
from genderplan.source.files import relative
from genderplan.source.kinds import Kind
from genderplan.source.yaml.editor import MappingKey, Texts, with_item, with_mapping
from genderplan.source.yaml.writer import as_yaml
from genderplan.text import printable

_ID = re.compile(ID_PATTERN)
_ORGANISATION = re.compile(ORGANISATION_PATTERN)
_BEFORE_OBJECTIVES = ("aims", "long_term_aim", "closed", "state", "title", "genderplan")


class NewPart(NamedTuple):
    """A milestone or an objective: its title, the id that is given, and its other keys, in their order."""

    title: str
    id: str | None
    keys: Mapping[str, str | Sequence[str] | None] = {}


def new_milestone(target: Target, new: NewPart) -> Edit:
    """An entry with one more milestone behind the others. Raises UsageError, also where its id is taken."""
    entry = target.item.entry
    if target.item.milestone is not None:
        raise UsageError(f"{target.item.id} is a milestone: name its {entry.kind}, {entry.full_id()}")
    item = _item(new, {each.id for each in entry.milestones}, entry.file)
    key, before = target.key("milestones"), entry.places.data
    data = edited(entry.file, before, lambda data: with_item(data, key, item, in_lines=True))
    return Edit(entry.file, before, data, entry.title, (f"new milestone {entry.id}#{item['id']}",))


def new_objective(plan: Plan, new: NewPart) -> Edit:
    """A plan with one more objective behind the others. Raises UsageError, also where its id is taken."""
    item = _item(new, plan.objective_titles.keys(), plan.file)
    key, before = MappingKey((), "objectives", _BEFORE_OBJECTIVES), plan.places.data
    data = edited(plan.file, before, lambda data: with_item(data, key, item, in_lines=True))
    return Edit(plan.file, before, data, plan.title, (f"new objective {item['id']}",))


def _item(new: NewPart, taken: Collection[str], file: str) -> Texts:
    """The keys of a part. An id made of a title gets a number where it is taken; one that is given must be free."""
    title = in_words(new.title, "TITLE")
    name = free_id(id_from(title), taken) if new.id is None else new.id
    if not _ID.fullmatch(name):
        raise UsageError(f"'{printable(name)}' is not an id: it is made of {ID_FORM}")
    if name in taken:
        raise UsageError(f"'{name}' is taken in {file}: give another id with --id")
    given = {key: value for key, value in new.keys.items() if value}
    many = {key: value if isinstance(value, str) else list(value) for key, value in given.items()}
    return {"id": name, "title": title} | {key: _one_or_many(value) for key, value in many.items()}


def _one_or_many(value: str | list[str]) -> str | list[str]:
    return value[0] if isinstance(value, list) and len(value) == 1 else value


class NewOrganisation(NamedTuple):
    """An organisation: its id, and what organisations.yaml says of it."""

    id: str
    name: str | None = None
    kind: str | None = None
    part_of: str | None = None
    aliases: Sequence[str] = ()


def new_organisation(root: Path, directory: Directory, new: NewOrganisation) -> Edit:
    """organisations.yaml with one more, behind the others; begun where there is none. Raises UsageError."""
    path = root / Kind.ORGANISATIONS.path()
    file = printable(relative(path))
    if not directory.readable:
        raise UsageError(f"{file} cannot be read: 'genderplan validate' tells why")
    _refuse_taken(directory, new, file)
    title, facts, content = new.name or new.id, (f"new organisation {new.id}",), _about(new)
    if not path.exists():
        return Edit(file, None, as_yaml({new.id: content}).encode(), title, facts)
    before = directory.places.data
    names = [each.id for each in directory.organisations]
    key = MappingKey((), new.id, tuple(reversed(names)))
    data = edited(file, before, lambda data: with_mapping(data, key, content))
    return Edit(file, before, data, title, facts)


def _about(new: NewOrganisation) -> Texts:
    given = {
        "name": None if new.name is None else in_words(new.name, "--name"),
        "kind": new.kind,
        "part_of": new.part_of,
        "aliases": [in_words(each, "--alias") for each in new.aliases] or None,
    }
    return {key: value for key, value in given.items() if value is not None}


def _refuse_taken(directory: Directory, new: NewOrganisation, file: str) -> None:
    """Raises UsageError for an id that is none, or that another organisation has, as its id or by another name."""
    if not _ORGANISATION.fullmatch(new.id):
        shown = printable(new.id)
        raise UsageError(f"'{shown}' is not an organisation's id: it is made of letters, digits and hyphens")
    for name in filter(None, (new.id, new.name, *new.aliases)):
        if bearers := directory.find(name):
            raise UsageError(f"'{printable(name)}' is what {', '.join(bearers)} is called in {file}")
