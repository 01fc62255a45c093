"""Process of git, and how it is run: as its user's environment says, and with nothing that a repository says.

A repository may be a stranger's. Its settings can name programs (monitors, hooks, helpers, aliases) and places to
fetch from, and plain files in a commit can look like a repository of their own. So git is told where it stands, what
names a program is overruled on its command line, and no object is fetched: a transport that is asked for has a name
that nobody can know, as a helper of a known one could be an alias of the repository.

What points at another repository (GIT_DIR, GIT_INDEX_FILE, ...) is not inherited; what says whom its user trusts and
how remotes are reached is. Only where that names a transport itself, in GIT_ALLOW_PROTOCOL or by how ssh is to be run,
are objects fetched that a partial clone lacks, and over those that are safe.
"""

import os
import re
import shlex
import subprocess
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from genderplan.errors import NoRepositoryError, NothingToReadError
from genderplan.source.files import is_folder, may_be_versioned, relative, resolved
from genderplan.source.programs import program
from genderplan.text import printable

_NO_PROGRAMS = {
    "core.fsmonitor": "",  # a hook in older versions, in which `false` would be a program
    "core.hooksPath": os.devnull,
    "core.askPass": "",
    "core.alternateRefsCommand": "false",
    "credential.helper": "",
    "alias.remote-https": "",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "fetch.bundleURI": "",
}
_NO_TASTE = {
    "core.attributesFile": os.devnull,
    "core.warnAmbiguousRefs": "false",
    "diff.ignoreSubmodules": "none",
    "diff.orderFile": os.devnull,
    "diff.relative": "false",
    "diff.renameLimit": "1000",
    "log.diffMerges": "separate",
    "log.follow": "false",
    "log.mailmap": "false",
    "log.showRoot": "true",
    "log.showSignature": "false",
}
_SETTINGS = tuple(word for name, value in (_NO_PROGRAMS | _NO_TASTE).items() for word in ("-c", f"{name}={value}"))
_COMPLETE = (
    "this clone is partial, and nothing is fetched here: 'git fetch --refetch --no-filter' brings all "
    "(or clone without --filter)"
)
_EXPLICIT = ("-c", "safe.bareRepository=explicit")

_KEPT = frozenset(
    (
        "GIT_ASKPASS",
        "GIT_CEILING_DIRECTORIES",
        "GIT_CONFIG_COUNT",
        "GIT_CONFIG_GLOBAL",
        "GIT_CONFIG_NOSYSTEM",
        "GIT_CONFIG_SYSTEM",
        "GIT_DISCOVERY_ACROSS_FILESYSTEM",
        "GIT_EXEC_PATH",
        "GIT_SSH_VARIANT",
    )
)
_KEPT_GROUPS = ("GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_", "GIT_HTTP_", "GIT_PROXY_SSL_", "GIT_SSL_")
_TRANSPORTS = frozenset(("https", "ssh"))
_NOBODY_KNOWS = f"none-{os.urandom(16).hex()}"


class GitFolder:
    """Where git stands when it is asked about a folder.

    `folder` is where it is started: the folder itself, or one above it, so that nothing on the way up to the first
    `.git` can be taken for a bare repository. `below` is the way from there. A bare repository is meant, `may_be_bare`,
    only where there is no `.git` on the way up.
    """

    def __init__(self, wanted: Path, outside: Path | None = None) -> None:
        """`outside` is a folder above the wanted one, within which no other repository is asked."""
        asked = resolved(wanted)
        start = resolved(outside) if outside else asked
        start = next((each for each in (start, *start.parents) if is_folder(each)), start)
        above = [start, *start.parents]
        top = next((at for at, each in enumerate(above) if os.path.lexists(each / ".git")), None)
        alike = [at for at, each in enumerate(above[:top]) if os.path.lexists(each / "HEAD")]
        self._wanted = wanted
        self.may_be_bare = top is None
        self.folder = above[alike[-1] + 1] if alike and top is not None else start
        below = relative(asked, self.folder)
        self.below = "" if below == "." else below

    def seen(self) -> tuple[bool, bool, str]:
        """Whether the repository is bare, and shallow, and the way in it from its top to where git stands.

        Raises NoRepositoryError where there is none, or no git: nothing is started where none can be.
        """
        nowhere = f"{printable(str(self._wanted))} is in no git repository"
        if not may_be_versioned(self.folder):
            raise NoRepositoryError(nowhere)
        try:
            said = self.printed("rev-parse", "--is-bare-repository", "--is-shallow-repository", "--show-prefix")
        except NothingToReadError as error:
            raise NoRepositoryError(nowhere if "not a git repository" in str(error) else str(error)) from None
        is_bare, is_shallow, prefix = os.fsdecode(said.removesuffix(b"\n")).split("\n", 2)
        return is_bare == "true", is_shallow == "true", prefix.removesuffix("/")

    def run(self, *arguments: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        """What git does here. Raises NothingToReadError where there is no git."""
        explicit = () if self.may_be_bare else _EXPLICIT
        try:
            command = [program("git"), "--no-pager", *_SETTINGS, *explicit, "-C", str(self.folder), *arguments]
            return subprocess.run(command, input=given, capture_output=True, env=_environment(), check=False)  # noqa: S603
        except (FileNotFoundError, PermissionError):
            raise NothingToReadError("git is not installed, or not where the system looks for programs") from None

    def printed(self, *arguments: str, given: bytes = b"") -> bytes:
        """What git prints. Raises NothingToReadError, with what git says of it, where it fails."""
        done = self.run(*arguments, given=given)
        if done.returncode:
            raise NothingToReadError(self.told(_complaint(done.stderr)))
        return done.stdout

    def text(self, *arguments: str) -> str:
        """The same as text."""
        return self.printed(*arguments).decode("utf-8", "replace").removesuffix("\n")

    def lines(self, *arguments: str) -> list[bytes]:
        """The same by its parts, each of which ends with a zero byte."""
        return self.printed(*arguments).split(b"\0")[:-1]

    def told(self, message: str) -> str:
        """A failure as it is told: of a partial clone it may be for want of what that has not fetched."""
        return f"git: {message}" + (f" ({_COMPLETE})" if self._is_partial else "")

    @cached_property
    def _is_partial(self) -> bool:
        """Whether it is a clone that promises to fetch what it lacks."""
        return not self.run("config", "--get-regexp", r"^(extensions\.partialclone|remote\..*\.promisor)$").returncode


def _complaint(stderr: bytes) -> str:
    """What git says of a failure, in one line: its remedy too, and no warning before it."""
    lines = [line.strip() for line in stderr.decode("utf-8", "replace").splitlines()]
    first = next((at for at, line in enumerate(lines) if line.startswith(("fatal: ", "error: "))), 0)
    return printable(" ".join(re.sub("^(fatal|error): ", "", line) for line in lines[first:] if line))


def _environment() -> dict[str, str]:
    """The variables that git is run with."""
    found = os.environ
    kept = {name: value for name, value in found.items() if not name.startswith("GIT_") or _is_kept(name)}
    shown = {
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_GRAFT_FILE": os.devnull,
    }
    ssh = found.get("GIT_SSH_COMMAND") or shlex.quote(found.get("GIT_SSH") or "ssh")
    return kept | shown | {"GIT_SSH_COMMAND": ssh} | _transport(found) | _trust(found)


def _is_kept(name: str) -> bool:
    return name in _KEPT or name.startswith(_KEPT_GROUPS)


def _transport(found: Mapping[str, str]) -> dict[str, str]:
    """The transports by which objects may be fetched: those that the user's variables name, and no other."""
    named = found.get("GIT_ALLOW_PROTOCOL")
    if named is None and (found.get("GIT_SSH_COMMAND") or found.get("GIT_SSH")):
        named = "ssh"  # whoever says how ssh is to be run wants it run
    allowed = _TRANSPORTS.intersection((named or "").split(":"))
    if allowed:
        return {"GIT_ALLOW_PROTOCOL": ":".join(sorted(allowed))}
    return {"GIT_ALLOW_PROTOCOL": _NOBODY_KNOWS, "GIT_NO_LAZY_FETCH": "1"}


def _trust(found: Mapping[str, str]) -> dict[str, str]:
    """Of what `git -c` hands on to the programs that it starts, that which says whom to trust."""
    try:
        settings = shlex.split(found.get("GIT_CONFIG_PARAMETERS", ""))
    except ValueError:  # nothing that git has written
        return {}
    trusted = ["'" + each.replace("'", "'\\''") + "'" for each in settings if each.lower().startswith("safe.")]
    return {"GIT_CONFIG_PARAMETERS": " ".join(trusted)} if trusted else {}
