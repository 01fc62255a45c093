"""`new`: the file of an action, a project or an indicator, from what is known of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from slugify import slugify

from genderplan.editing.drafts import has_schema, modeline
from genderplan.editing.naming import id_meant
from genderplan.errors import UsageError
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.shared.fields import ID_FORM, is_id
from genderplan.plan.plans import Plan, Tree
from genderplan.source.files import Draft, draft
from genderplan.source.kinds import Kind
from genderplan.source.names import KEPT_FOLDERS, is_device
from genderplan.source.yaml.writer import Writable, as_yaml, well_formed
from genderplan.text import printable

_LONGEST_ID = 60
_SMALL = (
    "a about across after against along among an and as at before behind below between beyond but by during for from "
    "in into its nor of off on onto or our over per so than that the their through to toward towards under until up "
    "upon via which with within without"
)
_SMALL_WORDS = frozenset(_SMALL.split())
"""Words at which an id does not end where it had to be cut: articles, prepositions and what joins."""

_STEP = 10
_MOST = 999_999_999
_ORGANISATIONS = ("lead", "inputs", "partners")
_LISTS = frozenset(("groups", "lead", "inputs", "partners", "success", "indicators", "supports"))
"""Keys that take one item without a list."""


@dataclass(frozen=True)
class NewEntry:
    """What is known of an entry: its file's keys, in their order, and where the file is to be."""

    kind: Kind
    id: str
    fields: Mapping[str, Writable | None]
    folder: str = ""


def id_from(title: str, option: str = "--id") -> str:
    """An id made of a title: its words in lower case and ASCII, in their order.

    A long one ends at a word that means something by itself. Raises UsageError, naming the option that gives an id,
    where no word is left.
    """
    words = slugify(well_formed(title)).split("-")
    if words == [""]:
        raise UsageError(f"no id can be made of '{title}': give one with {option}")
    return _of_words(words)


def _of_words(words: Sequence[str]) -> str:
    """As many words as an id has room for, less articles and prepositions at its end; part of a word that is longer."""
    ends = accumulate(words, lambda length, word: length + len("-") + len(word), initial=-1)
    most = sum(end <= _LONGEST_ID for end in ends) - 1
    kept = list(words[:most])
    while len(kept) < len(words) and kept and kept[-1] in _SMALL_WORDS:
        kept.pop()
    return "-".join(kept) or "-".join(words)[:_LONGEST_ID].rstrip("-")


def file_id(title: str, what: Kind, option: str = "--id", given: str | None = None) -> str:
    """The id of an entry or a plan, by which its file or folder is called: the one given, else made of its title.

    Where a title makes a name that is kept for something else, what it is goes with it. Raises UsageError, naming the
    option that gives an id, where no word is left, and for an id given that is none.
    """
    if given is not None:
        return checked_id(given, what)
    name = id_from(title, option)
    return f"{name}-{what}" if _kept_for(name, what) else name


def checked_id(name: str, what: Kind) -> str:
    """An id by which a file of a kind can be called. Raises UsageError where it is none."""
    if not is_id(name):
        raise UsageError(f"'{printable(name)}' is not an id: it is made of {ID_FORM}")
    if kept_for := _kept_for(name, what):
        raise UsageError(f"no {what} can be called '{name}': the name is kept for {kept_for}")
    return name


def _kept_for(name: str, what: Kind) -> str | None:
    """What an id cannot stand for as the name of a file, since it is kept for something else."""
    if is_device(name):
        return "a device by Windows"
    return "what is no plan" if what is Kind.PLAN and name in KEPT_FOLDERS else None


def objective_of(plan: Plan, kind: Kind, wanted: str | None) -> str | None:
    """The id of the objective that a new entry stands under: an action, where none is named, under the only one.

    It may be named by its title too. Raises UsageError where that is the title of several.
    """
    if wanted is None and kind is Kind.ACTION and len(plan.objectives) == 1:
        return plan.objectives[0].id
    return wanted and (id_meant("objective", wanted, plan.objective_titles.items()) or wanted)


def entry_draft(root: Path, tree: Tree, plan: Plan, new: NewEntry) -> Draft:
    """The file of a new entry. Raises UsageError where its plan has one of its id, or it names what cannot be read."""
    there = plan.by_id.get(new.id) or plan.indicators_by_id.get(new.id)
    if there is not None:
        raise UsageError(f"'{new.id}' is taken by {there.file}: give another id with --id")
    if (plan.id, new.id) in tree.unread_entries:
        raise UsageError(f"'{new.id}' is taken by a file that cannot be read: 'genderplan validate' tells why")
    if not tree.organisations.readable and any(new.fields.get(key) for key in _ORGANISATIONS):
        raise UsageError(f"{Kind.ORGANISATIONS.path()} cannot be read, so no organisation can be named: mend it first")
    ungrouped = Path(new.kind.path(new.id))
    path = ungrouped.parent / new.folder / ungrouped.name
    if not all(map(is_id, path.parts[1:-1])) or path.is_absolute():
        raise UsageError(f"--folder: '{printable(new.folder)}' is no folder's name: it is made of {ID_FORM}")
    if any(map(is_device, path.parts[1:-1])):
        raise UsageError(f"--folder: '{new.folder}' is no folder's name: it is kept for a device by Windows")
    text = as_yaml(_present(new, plan)) + "".join(f"# {line}\n" for line in _missing(new, plan))
    kind = new.kind.value
    first = modeline(kind, len(path.parts)) if has_schema(root, kind) else ""
    return draft(root, plan.id, new.kind, str(path), (first + text).encode())


def milestones_of(texts: Iterable[str]) -> list[Mapping[str, Writable]]:
    """Milestones given as `TITLE=DATE`, or as a title alone; each id is made of its title."""
    milestones: list[Mapping[str, Writable]] = []
    taken: set[str] = set()
    for text in texts:
        title, equals, due = (part.strip() for part in text.rpartition("="))
        if not equals:
            title, due = due, ""
        name = free_id(_id_of_milestone(title), taken)
        taken.add(name)
        given = {"id": name, "title": title, "due": due}
        milestones.append({key: value for key, value in given.items() if value})
    return milestones


def categories_of(texts: Iterable[str]) -> list[Mapping[str, Writable]]:
    """Categories given as `ID=TITLE`, or as a title alone, of which its id is made."""
    parts = [text.partition("=") if "=" in text else ("", "", text) for text in texts]
    named = [(name.strip(), " ".join(title.split())) for name, _, title in parts]
    return [{"id": name or id_from(title, "--category"), "title": title} for name, title in named]


def targets_of(texts: Iterable[str]) -> list[Mapping[str, Writable]]:
    """Targets given as `VALUE=DATE`, each with its category and a colon before it where it is of one."""
    return [dict(_target(text)) for text in texts]


def _target(text: str) -> Iterator[tuple[str, str]]:
    before, colon, rest = text.rpartition(":")
    value, equals, by = rest.partition("=")
    if equals:
        yield "by", by.strip()
    yield "value", value.strip()
    if colon:
        yield "category", before.strip()


def _id_of_milestone(title: str) -> str:
    try:
        return id_from(title)
    except UsageError:
        return "milestone"


def free_id(name: str, taken: Collection[str]) -> str:
    """A name that is not taken yet: with a number where it is."""
    candidates = (name, *(f"{name}-{number}" for number in range(2, len(taken) + 2)))
    return next(each for each in candidates if each not in taken)


def _present(new: NewEntry, plan: Plan) -> dict[str, Writable]:
    """The keys that have a value, `order` being the next in its objective."""
    fields = {
        key: value[0] if key in _LISTS and isinstance(value, list) and len(value) == 1 else value
        for key, value in new.fields.items()
        if value is not None and value not in ("", [], {})
    }
    if new.kind is Kind.INDICATOR:
        return fields
    order = _next_order(plan.entries, new.kind.value, new.fields.get("objective"))
    if "order" not in fields and order is not None:
        first = [key for key in ("ref", "title", "objective") if key in fields]
        fields = {key: fields[key] for key in first} | {"order": order} | fields
    return fields


def _next_order(entries: Sequence[EntryRow], kind: str, objective: Writable | None) -> int | None:
    """The order after the last one of a kind and an objective; None where its entries go without."""
    siblings = [entry for entry in entries if entry.kind == kind and entry.objective == objective]
    orders = [entry.order for entry in siblings if entry.order is not None]
    if not orders:
        return None if siblings else _STEP
    following = max(orders) + (1 if any(order % _STEP for order in orders) else _STEP)
    return following if following <= _MOST else None


def _missing(new: NewEntry, plan: Plan) -> list[str]:
    """What most entries have and this one has not, as lines to be filled in."""
    objectives = ", ".join(plan.objective_titles)
    usual = {
        "objective": f"objective:             one of: {objectives}" if objectives else "",
        "lead": "lead:                  who answers for it, an id of organisations.yaml",
        "partners": "partners:              ids of organisations.yaml",
        "milestones": "" if _is_one_step(new) else _FIRST_STEP,
    }
    if new.kind is Kind.INDICATOR:
        usual |= _OF_INDICATORS
    return [usual[key] for key in _WANTED.get(new.kind, _OF_ACTIONS) if usual[key] and not new.fields.get(key)]


def _is_one_step(new: NewEntry) -> bool:
    """Whether it comes again by itself, or is done: then steps are not to be filled in."""
    return bool(new.fields.get("every") or new.fields.get("completed"))


_FIRST_STEP = 'milestones:\n#   - id: first-step\n#     title: "The first step"\n#     due: 2025-06'
_OF_ACTIONS = ("objective", "lead", "milestones")
_WANTED = {Kind.PROJECT: ("partners", "milestones"), Kind.INDICATOR: ("unit", "good", "lead", "targets", "values")}
_OF_INDICATORS = {
    "unit": "unit:                  what it is counted in; with percent differences are points",
    "good": "good:                  up or down",
    "targets": "targets:\n#   - {by: 2025-12, value: 35}",
    "values": "values:\n#   - {period: 2024, value: 33.10, kind: outcome}",
}
"""Lines to be filled in, by the keys that most files of a kind have."""
