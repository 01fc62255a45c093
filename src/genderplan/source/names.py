"""Names in a tree: what the format keeps for itself, what no file on Windows may be called, what is left over."""

import re
from collections.abc import Collection

SHARED_FOLDERS = frozenset(("boards", "frameworks"))
"""Folders of what all plans of a tree share."""

KEPT_FOLDERS = SHARED_FOLDERS | {"plans"}
"""What no plan may be called: those, and the name by which a tree is found."""

_DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[1-9\u00b9\u00b2\u00b3]) *(?:\..*)?")
_BEGINNINGS = frozenset(("con", "prn", "aux", "nul", "com", "lpt"))
_BEYOND_YAML = re.compile(r"(?is)#?(?P<stem>.+)\.ya?ml(?P<rest>[^a-z0-9].*)")
_SIDECARS = re.compile(r"(?i)\.(?:license|sig|asc|minisig|sigstore|md5|sha(?:1|256|512)(?:sum)?)")
"""What is meant to stand beside a file under its name: its licence, its signature, its sum."""


def is_device(name: str) -> bool:
    """Whether Windows takes the name, with whatever ending, for a device, so that no file can have it there."""
    return name[:3].lower() in _BEGINNINGS and _DEVICE.fullmatch(name) is not None


def file_beside(name: str) -> str | None:
    """The file of a plan that a name goes on from, as `x.yaml` of `x.yaml.txt` and `x.yaml~`; None where it is none."""
    found = _BEYOND_YAML.fullmatch(name)
    if found is None or _SIDECARS.fullmatch(found["rest"]):
        return None
    return f"{found['stem']}.yaml"


def head_of_repository(names: Collection[str]) -> str | None:
    """The `HEAD` of a folder that git could take for a repository by the names in it, in any case; else None.

    Git asks for `HEAD`, `refs` and `objects`; the last two may lie where a file `commondir` says.
    """
    head = next((name for name in names if name.upper() == "HEAD"), None)
    if head is None or {name.casefold() for name in names}.isdisjoint(("objects", "commondir")):
        return None
    return head
