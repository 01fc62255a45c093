"""Keys that a mapping takes, told from its model."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel


def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys that a model's mapping takes."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def keys_at(location: tuple[int | str, ...], model: type[BaseModel]) -> tuple[str, ...]:
    """The keys that the mapping at a location of a document takes."""
    here = model
    parts = iter(("root", *location) if "root" in model.model_fields else location)
    for part in parts:
        if part in (nested := nested_models(here)):
            here, has_ids = nested[str(part)]
            if has_ids:
                next(parts, None)  # an id is no field, even where it is spelled like one
    return keys_of(here)


@lru_cache(maxsize=64)
def nested_models(model: type[BaseModel]) -> Mapping[str, tuple[type[BaseModel], bool]]:
    """The models that stand under the fields of a model, and whether there by ids of their own."""
    nested = {}
    for name, field in model.model_fields.items():
        found = next(_models_in(field.annotation), None)
        if found is not None:
            nested[name] = found, get_origin(field.annotation) is dict
    return nested


@lru_cache(maxsize=64)
def fields_by_date(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields under which a value may stand for each of several dates."""
    models = nested_models(model)
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if name not in models and dict in _origins_in(field.annotation))


def _origins_in(annotation: Any) -> Iterator[Any]:
    yield get_origin(annotation)
    for part in get_args(annotation):
        yield from _origins_in(part)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
