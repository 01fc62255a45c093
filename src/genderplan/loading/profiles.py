"""Profiles: frameworks that come with the program, read from its own files."""

from collections.abc import Iterator
from importlib.resources import files as resources

from genderplan.errors import UsageError
from genderplan.kinds.framework.model import Framework
from genderplan.kinds.framework.rows import FrameworkRow, framework_row
from genderplan.kinds.shared.reading import read_model
from genderplan.source.files import SourceFile
from genderplan.source.kinds import ENDING, Kind
from genderplan.source.yaml.reader import read_document
from genderplan.suggestions import unknown

_FOLDER = resources("genderplan") / "profiles"


def profile_ids() -> tuple[str, ...]:
    """The ids of all profiles."""
    names = (each.name for each in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(ENDING) for name in names if name.endswith(ENDING)))


def profile_data(name: str) -> bytes:
    """The file of a profile. Raises UsageError for one that there is not."""
    if name not in profile_ids():
        raise UsageError(unknown("framework that comes with the program", name, profile_ids()))
    return (_FOLDER / f"{name}{ENDING}").read_bytes()


def load_profiles() -> Iterator[FrameworkRow]:
    """Every profile."""
    return map(load_profile, profile_ids())


def load_profile(name: str) -> FrameworkRow:
    """One profile. Raises UsageError for one that there is not."""
    file = SourceFile(name, f"{name}{ENDING}", Kind.FRAMEWORK, "", name)
    document = read_document(profile_data(name), file.shown)
    model, found = read_model(Framework, document, file.shown)
    if model is None:  # a test reads each of them
        raise UsageError(found[0].message)
    return framework_row(model, file, document)
