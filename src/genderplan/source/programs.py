"""Programs of others, found where the user's PATH says, and never in the folder that is looked at."""

import os


def program(name: str, path: str | None = None, system: str = os.name) -> str:
    """What runs a program of a name: the name, but on Windows the whole path of what PATH has.

    Windows looks in the current folder first, and a repository could bring a program of that name. Raises
    FileNotFoundError where PATH has none.
    """
    if system != "nt":
        return name
    folders = (os.environ.get("PATH", "") if path is None else path).split(os.pathsep)
    found = (os.path.join(folder, f"{name}.exe") for folder in folders if os.path.isabs(folder))  # noqa: PTH117, PTH118
    for each in found:
        if os.path.isfile(each):  # noqa: PTH113 - a folder of PATH may be closed
            return each
    raise FileNotFoundError(f"no {name}.exe on the PATH")
