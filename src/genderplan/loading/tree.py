"""From a folder to a tree: each stage returns its result and its findings, and none stops at the first."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from genderplan.errors import NothingToReadError
from genderplan.findings import Finding, finding, in_order
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.shared.comments import cut_by_comments
from genderplan.kinds.shared.contents import Content
from genderplan.kinds.shared.fields import ID_FORM, is_id, is_organisation_id
from genderplan.kinds.shared.reading import read_model
from genderplan.loading.kinds import file_kind
from genderplan.loading.plans import by_age, in_plan_order
from genderplan.plan.organisations import Directory
from genderplan.plan.plans import Baseline, Plan, Tree
from genderplan.source.documents import Document
from genderplan.source.files import Draft, SourceFile, read_bytes
from genderplan.source.kinds import ENTRIES, WITH_IDS, Kind
from genderplan.source.names import KEPT_FOLDERS, is_device
from genderplan.source.places import Nowhere
from genderplan.source.walk import TreeFiles, list_files
from genderplan.source.yaml.reader import read_document

if TYPE_CHECKING:
    from genderplan.kinds.board.rows import BoardRow
    from genderplan.kinds.framework.rows import FrameworkRow
    from genderplan.kinds.indicator.rows import IndicatorRow

_BATCH = 16

_FOLDERS: Mapping[bool, Mapping[str, Kind]] = {
    of_plan: {each.folder: each for each in Kind if each.folder and each.is_of_plan is of_plan and each not in ENTRIES}
    for of_plan in (False, True)
}
"""The kinds of whose rows a plan, or the tree, has a field that is called as their folder; entries are one field."""


def load_tree(
    root: str | Path,
    *,
    shown_from: str | Path | None = None,
    default_plan: str | None = None,
    drafts: Sequence[Draft] = (),
) -> Tree:
    """Read the tree of plans at a folder: all that can be read, and a finding for all that cannot.

    The findings' file names are relative to `shown_from`, the current folder when left out. `drafts` are read as
    if they were written, in the place of files of the same paths.
    Raises NothingToReadError where the folder holds no plan at all.
    """
    listing = _with_drafts(list_files(Path(root), Path(shown_from or Path.cwd())), drafts)
    if not listing.plans and not listing.findings:
        raise NothingToReadError(f"no plan in {root}: a plan is a folder with a {Kind.PLAN.path()}")
    written = {draft.file.path: draft.data for draft in drafts}

    def read(file: SourceFile) -> bytes:
        return written[file.path] if file.path in written else read_bytes(file.path, file.most_bytes)

    return load_listing(listing, read, default_plan)


Read = Callable[[SourceFile], bytes]
"""The content of a file. Raises OSError where it cannot be read."""


Known: TypeAlias = "Mapping[str, EntryRow | Baseline | FrameworkRow | BoardRow]"
"""What files hold, by their paths, where that has been read already."""


def load_listing(
    listing: TreeFiles, read: Read, default_plan: str | None = None, known: Known = MappingProxyType({})
) -> Tree:
    """Read listed files, wherever they are; entries, baselines, frameworks and boards that are `known` stay."""
    with _collector_at_rest():
        return _Loader(listing, read, known).tree(default_plan)


def _with_drafts(listing: TreeFiles, drafts: Sequence[Draft]) -> TreeFiles:
    if not drafts:
        return listing
    files = {file.path: file for file in (*listing.files, *(draft.file for draft in drafts))}
    plans = {draft.file.plan for draft in drafts if draft.file.kind is Kind.PLAN}
    return listing._replace(
        files=tuple(file for _, file in sorted(files.items())),
        plans=listing.plans | plans,
    )


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No cyclic collection while rows are built: they are many, and hold no cycles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class _Loader:
    """One run through a tree's files, gathering what they hold and what is wrong with them."""

    def __init__(self, listing: TreeFiles, read: Read, known: Known) -> None:
        self._listing = listing
        self._read = read
        self._known = known
        self._findings: list[Finding] = list(listing.findings)
        self._rows: dict[tuple[Kind, str], list[Any]] = {}
        self._entries: dict[tuple[str, str], str] = {}
        self._unread: set[tuple[str, str]] = set()

    def tree(self, default_plan: str | None) -> Tree:
        for file in self._listing.files:
            if file.path in self._known:
                self._keep(file, self._known[file.path])
        for files in _batches([file for file in self._listing.files if file.path not in self._known]):
            documents = [self._document(file) for file in files]
            models = [self._model(file, document) for file, document in zip(files, documents, strict=True)]
            for file, document, model in zip(files, documents, models, strict=True):
                self._take(file, document, model)
        unread = frozenset(self._unread - self._entries.keys())
        organisations = next(self._of("", Kind.ORGANISATIONS), Directory())
        plans = tuple(self._whole_plans(unread, organisations))
        return Tree(
            plans=plans,
            organisations=organisations,
            findings=in_order(self._findings),
            files=dict(self._listing.refused) | {file.shown: file.plan for file in self._listing.files},
            unread_entries=unread,
            unread_plans=self._listing.plans - {plan.id for plan in plans},
            default_plan=default_plan,
            unread_frameworks=self._unread_of(Kind.FRAMEWORK),
            unread_boards=self._unread_of(Kind.BOARD),
            glossary=next(self._of("", Kind.GLOSSARY), None),
            **self._folders(""),
        )

    def _unread_of(self, kind: Kind) -> frozenset[str]:
        """The ids that files of a kind for all plans are named by, less those of what could be read."""
        named = {file.stem for file in self._listing.files if file.kind is kind}
        return frozenset(named - {row.id for row in self._of("", kind)})

    def _whole_plans(self, unread: frozenset[tuple[str, str]], organisations: Directory) -> Iterator[Plan]:
        for name in sorted(self._listing.plans):
            for plan in self._of(name, Kind.PLAN):
                yield replace(
                    plan,
                    entries=in_plan_order(self._of(name, Kind.ACTION, Kind.PROJECT), plan.objectives),
                    unread=frozenset(entry for of_plan, entry in unread if of_plan == name),
                    organisations=organisations,
                    **self._folders(name),
                )

    def _folders(self, plan: str) -> dict[str, Any]:
        """What the folders of a plan hold, or with "" those for all plans, by the fields of their names."""
        kinds = _FOLDERS[bool(plan)].items()
        return {folder: _ORDERS.get(kind, tuple)(self._of(plan, kind)) for folder, kind in kinds}

    def _of(self, plan: str, *kinds: Kind) -> Iterator[Any]:
        """What files of a plan have become that are of some kinds, or with "" those of all plans."""
        return (row for kind in kinds for row in self._rows.get((kind, plan), ()))

    def _document(self, file: SourceFile) -> Document:
        """Bytes to a document."""
        try:
            document = read_document(self._read(file), file.shown, file.most_bytes)
        except OSError as error:
            why = error.strerror or str(error)
            document = Document(None, Nowhere(), [finding("GP001", f"the file cannot be read: {why}", file.shown)])
        self._findings += document.findings
        return document

    def _model(self, file: SourceFile, document: Document) -> Content | None:
        """A document to its model; None where anything in the file keeps it out of the plan."""
        is_named = self._has_a_fitting_name(file)
        if document.value is None:
            return None
        entry = f"{file.plan}/{file.stem}" if file.kind in WITH_IDS else None
        if b"#" in document.places.data:
            explains = file.kind is Kind.GLOSSARY
            self._findings += cut_by_comments(document.places, file.shown, entry, explains=explains)
        model, findings = read_model(file_kind(file.kind).model, document, file.shown, entry)
        if file.kind is Kind.BASELINE and model and getattr(model, "name", None) not in {None, file.stem}:
            place = document.places.position(("name",))
            findings.append(finding("GP108", f"the name is not the file's, '{file.stem}'", file.shown, place))
        self._findings += findings
        return model if is_named and not findings and not document.findings else None

    def _has_a_fitting_name(self, file: SourceFile) -> bool:
        found = _of_its_name(file)
        if found is not None:
            self._findings.append(found)
        return found is None

    def _take(self, file: SourceFile, document: Document, model: Content | None) -> None:
        """A model to its row."""
        if file.kind in WITH_IDS and (model is None or self._is_taken(file)):
            self._unread.add((file.plan, file.stem))
        elif file.kind is Kind.FRAMEWORK and self._is_a_plans(file):
            pass  # it is known to be there, and what it says is not known
        elif model is not None:
            self._keep(file, file_kind(file.kind).row(model, file, document))
        elif file.kind is Kind.ORGANISATIONS:
            self._keep(file, Directory(readable=False))

    def _keep(self, file: SourceFile, row: object) -> None:
        self._rows.setdefault((file.kind, file.plan), []).append(row)
        if file.kind in WITH_IDS:
            self._entries[file.plan, file.stem] = file.shown

    def _is_a_plans(self, file: SourceFile) -> bool:
        """Whether a plan has the id of a framework, which is a finding."""
        if file.stem in self._listing.plans:
            message = f"id '{file.stem}' is taken by the plan of this name"
            hint = "give the framework's file another name: a reference could mean either"
            self._findings.append(finding("GP109", message, file.shown, hint=hint))
        return file.stem in self._listing.plans

    def _is_taken(self, file: SourceFile) -> bool:
        """Whether another file has the id of an entry, which is a finding."""
        key = (file.plan, file.stem)
        if key in self._entries:
            message = f"id '{file.stem}' is taken by {self._entries[key]}"
            hint = "give one of the two files another name"
            self._findings.append(finding("GP109", message, file.shown, entry="/".join(key), hint=hint))
        return key in self._entries


def _of_its_name(file: SourceFile) -> Finding | None:
    """What is wrong with the name of a file, or of the folder of a plan, as an id."""
    is_plan = file.kind is Kind.PLAN
    name = file.plan if is_plan else file.stem
    if file.kind is Kind.BOARD and not is_organisation_id(name):
        hint = "name the file by the board's id in organisations.yaml"
        return finding("GP107", "the file's name is no id of an organisation", file.shown, hint=hint)
    if file.kind is not Kind.BOARD and not is_id(name):
        what, hint = f"the {_named(file)}'s name is not an id", f"name the {_named(file)} with {ID_FORM}"
        return finding("GP107", what, file.shown, hint=hint)
    if is_device(name):
        hint = f"give the {_named(file)} another name: none on Windows can have this one"
        return finding("GP107", f"the {_named(file)}'s name '{name}' is a device's", file.shown, hint=hint)
    if is_plan and name in KEPT_FOLDERS:
        hint = "give the folder of the plan another name"
        return finding("GP022", f"the folder '{name}' is kept for what is no plan", file.shown, hint=hint)
    return None


def _by_file(indicators: "Iterable[IndicatorRow]") -> "tuple[IndicatorRow, ...]":
    return tuple(sorted(indicators, key=lambda each: each.file))


_ORDERS: Mapping[Kind, Callable[[Iterable[Any]], tuple[Any, ...]]] = {
    Kind.BASELINE: by_age,
    Kind.INDICATOR: _by_file,
}
"""Kinds whose rows have an order of their own; those of others stand as they were read."""


def _named(file: SourceFile) -> str:
    return "folder" if file.kind is Kind.PLAN else "file"


def _batches(files: Sequence[SourceFile]) -> Iterator[Sequence[SourceFile]]:
    """A few files at a time: a stage that runs over several in a row is faster than one that takes turns."""
    return (files[start : start + _BATCH] for start in range(0, len(files), _BATCH))
