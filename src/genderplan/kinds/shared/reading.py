"""Documents to models: one function for every kind of file."""

from collections.abc import Iterator
from typing import TypeVar

from pydantic import ValidationError

from genderplan.findings import Finding, finding
from genderplan.kinds.shared.contents import Content
from genderplan.kinds.shared.empty_keys import empty_keys, findings_of_empty_keys
from genderplan.kinds.shared.problems import findings_of
from genderplan.source.documents import Document
from genderplan.source.places import Path

Model = TypeVar("Model", bound=Content)


def read_model(
    model: type[Model], document: Document, file: str, entry: str | None = None
) -> tuple[Model | None, list[Finding]]:
    """The model that a document's value holds, or what keeps it from being one; findings name `entry`."""
    places = document.places
    empty = list(empty_keys(document, model))
    found = list(findings_of_empty_keys(empty, places, file, entry)) if empty else []
    if model.ids_at is not None:
        found += _left_empty(model, model.ids_at, document, file)
    try:
        read = model.model_validate(document.value)
    except ValidationError as error:
        return None, [*found, *findings_of(error, places, file, entry, model, empty)]
    found += (
        finding("GP109", f"{what} '{name}' is given twice", file, place, entry=entry)
        for what, name, place in read.given_twice(places)
    )
    return (None if found else read), found


def _left_empty(model: type[Content], path: Path, document: Document, file: str) -> Iterator[Finding]:
    """Ids that are given and have no value: absent, yet surely meant."""
    for name in document.left_empty(document.at(*path)):
        place = document.places.key_position((*path, name))
        hint = f"write '{name}: {model.least}', or remove it"
        yield finding("GP104", f"'{name}' has no value", file, place, hint=hint)
