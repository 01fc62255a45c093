"""Entry points within the program: what a table names in text, and only who needs it imports."""

from importlib import import_module
from typing import Any


def object_at(place: str) -> Any:
    """What stands at `module:name`, the module without `genderplan.`; a test tries each place of each table."""
    module, _, name = place.partition(":")
    return getattr(import_module(f"genderplan.{module}"), name)
