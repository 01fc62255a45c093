"""Completion in a shell: ids and plans from the names of files, the rest from the one file that has it.

A tree that is missing or broken completes to nothing. Values are letters, digits and hyphens alone, and what is
told of them is bare text: shells evaluate part of what they are given.
"""

import io
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import redirect_stderr
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from genderplan.source.files import Location, SourceFile

VARIABLE = "_GENDERPLAN_COMPLETE"
"""Set by the shells' scripts, which typer writes, when they ask for an answer."""

Candidates = list[tuple[str, str]]
"""Values and what is told of each; typer keeps those that begin with what was typed."""

_AT_ONCE = '[[ $funcstack[1] != _genderplan ]] || _genderplan_completion "$@"'
SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")
_OF_BOARD = ("meetings", "receives", "promised", "decisions")
_PLAINER = str.maketrans({"'": "\u2019", "`": "\u2019", '"': "\u201d", "\\": "/"})


def answer(run: Callable[[list[str]], int]) -> int:
    """Have typer answer a shell, quietly: what went wrong would be printed into the line that is being typed."""
    sys.modules["rich"] = None  # type: ignore[assignment]  # else typer imports it, to take markup out of help
    from genderplan.cli.shell import words

    words.join_options()
    words.part_time()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    with redirect_stderr(io.StringIO()):
        return run([])


def finish_installation() -> None:
    """Have zsh complete at the first TAB: the script that typer installs only declares itself when it is loaded."""
    script = Path.home() / ".zfunc" / "_genderplan"
    text = script.read_text(encoding="utf-8") if script.is_file() else ""
    if text.endswith("compdef _genderplan_completion genderplan"):
        script.write_text(f"{text}\n\n{_AT_ONCE}\n", encoding="utf-8")


def plans(ctx: typer.Context) -> Candidates:
    """Every plan of the tree."""
    return [(plan, "plan") for plan in ShellTree(ctx).plans]


def things(ctx: typer.Context, incomplete: str) -> Candidates:
    """All that has an id: what has been begun of a full id or a milestone's, else ids that mean one thing."""
    from genderplan.cli.shell import words

    tree = ShellTree(ctx)
    if "@" in incomplete:
        before = incomplete.rpartition("@")[0]
        times = tree.times("".join(words.before_time) or before)
        return [(f"{before}@{date}", about) for date, about in times]
    if "#" in incomplete:
        before = incomplete.partition("#")[0]
        return tree.milestones(before) or tree.of_board(before)
    if "/" in incomplete:
        return [*((f"{file.plan}/{file.stem}", file.kind) for file in tree.with_ids), *tree.sections(incomplete)]
    found = [(file.stem, f"{file.kind} of {file.plan}") for file in tree.with_ids]
    found += [*((plan, "plan") for plan in tree.plans), *tree.sections("")]
    found += any_case(incomplete, _told(tree.organisations()))
    bearers = Counter(name.casefold() for name, _ in found)
    return [each for each in found if bearers[each[0].casefold()] == 1]


def _of_kind(kind: str) -> Callable[[typer.Context, str], Candidates]:
    """Every file of a kind that has ids: what has been begun of a full id, else ids."""

    def found(ctx: typer.Context, incomplete: str) -> Candidates:
        files = [file for file in ShellTree(ctx).with_ids if file.kind == kind]
        if "/" in incomplete:
            return [(f"{file.plan}/{file.stem}", file.kind) for file in files]
        return _told((file.stem, f"{file.kind} of {file.plan}") for file in files)

    return found


indicators, registers = _of_kind("indicator"), _of_kind("register")


def organisations(ctx: typer.Context, incomplete: str) -> Candidates:
    """Every organisation with its name, in the case in which it is begun: where plans are searched none matters."""
    return any_case(incomplete, organisation_ids(ctx))


def organisation_ids(ctx: typer.Context) -> Candidates:
    """Every organisation with its name, in the case of its declaration: where plans are written it matters."""
    return _told(ShellTree(ctx).organisations())


def objectives(ctx: typer.Context) -> Candidates:
    """The objectives of the plans meant, with their titles."""
    return _told(ShellTree(ctx).objectives())


def baselines(ctx: typer.Context) -> Candidates:
    """The baselines of the plans meant."""
    return _told((file.stem, f"of {file.plan}") for file in ShellTree(ctx).baselines)


def boards(ctx: typer.Context, incomplete: str) -> Candidates:
    """Every board of which a file tells, in the case in which it is begun."""
    return any_case(incomplete, [(board, "board") for board in ShellTree(ctx).boards])


def baselines_and_boards(ctx: typer.Context, incomplete: str) -> Candidates:
    """Whatever a time is known by: the baselines of the plans meant, and the boards, which meet."""
    return [*baselines(ctx), *boards(ctx, incomplete)]


class ShellTree:
    """The tree that a line means, as far as the names of its files tell; there may be none."""

    def __init__(self, ctx: typer.Context) -> None:
        self._ctx = ctx

    @cached_property
    def _location(self) -> "Location | None":
        from genderplan.errors import NothingToReadError
        from genderplan.source.files import find_tree

        option = _given(self._ctx, "tree")
        try:
            return find_tree(os.environ.get("GENDERPLAN_TREE") or None if option is None else option, Path.cwd())
        except (NothingToReadError, OSError):
            return None

    @cached_property
    def _files(self) -> "list[SourceFile]":
        from genderplan.source.walk import list_files

        found = list_files(self._location.root, self._location.root).files if self._location else ()
        return [file for file in found if SAFE.fullmatch(file.stem) and SAFE.fullmatch(file.plan or file.stem)]

    @property
    def plans(self) -> list[str]:
        """Every plan's id."""
        return [file.plan for file in self._files if file.kind == "plan"]

    @property
    def plans_meant(self) -> list[str]:
        """The plans that --plan names, else the default one, else all."""
        named = _given(self._ctx, "plan") or (self._location.plan if self._location else None)
        asked = {name.casefold() for name in ([named] if isinstance(named, str) else named or self.plans)}
        return [plan for plan in self.plans if plan.casefold() in asked]

    @property
    def entries(self) -> "list[SourceFile]":
        """The files of actions and projects, the first of each id."""
        from genderplan.source.kinds import ENTRIES

        return [file for file in self.with_ids if file.kind in ENTRIES]

    @property
    def with_ids(self) -> "list[SourceFile]":
        """The files that have ids in their plans, the first of each id."""
        from genderplan.source.kinds import WITH_IDS

        files = {(file.plan, file.stem): file for file in reversed(self._files) if file.kind in WITH_IDS}
        return list(reversed(files.values()))

    @property
    def baselines(self) -> "list[SourceFile]":
        """The baselines of the plans meant."""
        meant = self.plans_meant
        return [file for file in self._files if file.kind == "baseline" and file.plan in meant]

    @property
    def boards(self) -> list[str]:
        """The boards that have a file."""
        return [file.stem for file in self._files if file.kind == "board"]

    def sections(self, begun: str) -> Candidates:
        """Every framework, or, behind the slash of one, its sections by their full ids."""
        files = {file.stem: file.path for file in self._files if file.kind == "framework"}
        framework, slash, _ = begun.partition("/")
        if not slash:
            return [(each, "framework") for each in files]
        listed = _items(document_in(files[framework]), "sections") if framework in files else []
        return [(f"{framework}/{name}", title) for name, title in _told(_named(listed))]

    def milestones(self, entry: str) -> Candidates:
        """The milestones of the one entry that an id means, or the items of the one register, with their titles."""
        found = [file for file in self.with_ids if entry in {file.stem, f"{file.plan}/{file.stem}"}]
        keys = ["items" if file.kind == "register" else "milestones" for file in found]
        listed = _items(document_in(found[0].path), keys[0]) if len(found) == 1 else []
        return [(f"{entry}#{name}", title) for name, title in _told(_named(listed))]

    def of_board(self, name: str, keys: Iterable[str] = _OF_BOARD) -> Candidates:
        """The meetings, reports and decisions, or one of `keys`, of the board that an id means, `board:` or not."""
        bare = name.removeprefix("board:")
        about = next((document_in(file.path) for file in self._files if (file.kind, file.stem) == ("board", bare)), {})
        return [(f"{name}#{each}", title) for key in keys for each, title in _told(_named(_items(about, key)))]

    def times(self, name: str) -> Candidates:
        """The times of the one entry or milestone that an id means, each with whether it is done."""
        from genderplan.cli.shell.times import times_of

        entry, _, milestone = name.partition("#")
        found = [file for file in self.entries if entry in {file.stem, f"{file.plan}/{file.stem}"}]
        about = document_in(found[0].path) if len(found) == 1 else {}
        if milestone:
            listed = (each for each in _items(about, "milestones") if isinstance(each, dict))
            about = next((each for each in listed if each.get("id") == milestone), {})
        return _told(times_of(about))

    def objectives(self) -> Iterator[tuple[str, str]]:
        """The objectives of the plans meant, with their titles."""
        meant = self.plans_meant
        for file in self._files:
            if file.kind == "plan" and file.plan in meant:
                yield from _named(_items(document_in(file.path), "objectives"))

    def organisations(self) -> Iterator[tuple[str, str]]:
        """Every organisation with its name."""
        for file in self._files:
            if file.kind == "organisations":
                yield from ((name, text_of(about, "name")) for name, about in document_in(file.path).items())


def _given(ctx: Any, name: str) -> Any:
    """What a common option or a filter is on the line, the command's own first; None where it is not there."""
    while ctx is not None:
        if ctx.params.get(name) not in (None, [], ()):
            return ctx.params[name]
        ctx = ctx.parent
    return None


def document_in(path: str) -> Mapping[str, Any]:
    """The mapping in a file; an empty one where it cannot be read."""
    from genderplan.source.files import read_bytes
    from genderplan.source.yaml.reader import read_document

    try:
        value = read_document(read_bytes(path), path).value
    except OSError:
        return {}
    return value if isinstance(value, dict) else {}


def _items(document: Mapping[str, Any], key: str) -> list[Any]:
    listed = document.get(key)
    return listed if isinstance(listed, list) else []


def _named(items: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """Ids with titles; behind a section those in it."""
    for each in items:
        yield text_of(each, "id"), text_of(each, "title")
        yield from _named(_items(each, "sections") if isinstance(each, dict) else ())


def text_of(about: Any, key: str) -> str:
    text = about.get(key) if isinstance(about, dict) else None
    return text if isinstance(text, str) else ""


def any_case(incomplete: str, candidates: Candidates) -> Candidates:
    """Those that begin with what was typed in any case, in that case: typer and zsh compare letter by letter."""
    begun = [each for each in candidates if each[0].lower().startswith(incomplete.lower())]
    return [(_as_begun(value, incomplete), about) for value, about in begun]


def _as_begun(value: str, incomplete: str) -> str:
    """The value as it is, else in small letters, else what was typed and the rest."""
    forms = (value, value.lower(), incomplete + value[len(incomplete) :])
    return next(form for form in forms if form.startswith(incomplete))


def _told(named: Iterable[tuple[str, str]]) -> Candidates:
    """Values that a shell takes as they are, each once, with one line of what can be shown about it."""
    found: dict[str, str] = {}
    for value, about in named:
        if SAFE.fullmatch(value):
            found.setdefault(value, _line(about))
    return list(found.items())


def _line(text: str) -> str:
    """A text without what could steer a terminal or mean something to a shell that evaluates it."""
    line = " ".join(text.translate(_PLAINER).split())
    return line if line.isprintable() else "".join(sign if sign.isprintable() else "?" for sign in line)
