"""Mappings of known keys: what every model of a part of a file is made of.

The text under a field says what its key means to whoever writes the file. It costs a run nothing: `genderplan.schemas`
reads it from there for editors and for the documentation.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

from genderplan.kinds.shared.fields import ExtraKey, Text

_NO_EXTRA: Mapping[str, Any] = {}


class FileMapping(BaseModel):
    """A mapping of known keys; keys that begin with `x-` are kept and otherwise ignored."""

    model_config = ConfigDict(extra="allow", frozen=True, defer_build=True)  # only whole files are validated
    __pydantic_extra__: dict[ExtraKey, Any]

    @property
    def extra(self) -> Mapping[str, Any]:
        return self.__pydantic_extra__ or _NO_EXTRA


class TitledMapping(FileMapping):
    """What has an id or a title may carry a note and tags."""

    note: Text | None = None
    """Anything that a reader should know, in words.

    Examples: "The paper gives no year; the one before it is of 2003."
    """

    tags: tuple[Text, ...] = ()
    """Words to find it by, with `--tag`.

    Examples: ["pay", "board"]
    """
