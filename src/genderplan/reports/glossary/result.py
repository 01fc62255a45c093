"""`glossary`: the acronyms that are explained, with where each is used, and those that are explained nowhere."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from genderplan.folding import with_composed_letters
from genderplan.kinds.entry.part_rows import SourceRow
from genderplan.kinds.glossary.rows import AcronymRow
from genderplan.plan.glossary.acronyms import acronyms_in, may_have_acronyms, words_of
from genderplan.plan.glossary.phrases import Phrases, phrases_of
from genderplan.plan.glossary.wording import Wording, wording_of, wording_of_board
from genderplan.plan.organisations import Directory
from genderplan.plan.plans import Plan, Tree
from genderplan.standing.records.items import PlanLabel


class AcronymPlace(NamedTuple):
    """What has an acronym in its texts, and how often."""

    id: str
    """The full id of the plan, entry, indicator, register, item or assessment; of a board board:ID."""
    file: str
    """The file, relative to the current folder, with slashes."""
    uses: int
    """How often it is used there."""


class AcronymRecord(NamedTuple):
    """An acronym that the glossary explains."""

    acronym: str
    """The acronym."""
    meaning: str
    """What it stands for."""
    note: str | None
    """What a reader should know, in words."""
    source: SourceRow | None
    """Which document says so, and where in it."""
    uses: int
    """How often it is used."""
    places: tuple[AcronymPlace, ...]
    """Where it is used."""
    file: str
    """The file, relative to the current folder, with slashes."""
    line: int
    """The line in the file, from 1."""


class MissingAcronym(NamedTuple):
    """What looks like an acronym and is explained nowhere."""

    acronym: str
    """The acronym."""
    uses: int
    """How often it is used."""
    places: tuple[AcronymPlace, ...]
    """Where it is used."""


class GlossaryReport(NamedTuple):
    plans: tuple[PlanLabel, ...]
    """The plans that the output is of, and the day on which each is judged."""
    acronyms: tuple[AcronymRecord, ...]
    """The acronyms of the glossary in its order; of some plans those that these use."""
    missing: tuple[MissingAcronym, ...]
    """The acronyms that are used, and that neither the glossary nor organisations.yaml explains, as they are sorted."""


def glossary(tree: Tree, labels: tuple[PlanLabel, ...], plans: Iterable[Plan] | None = None) -> GlossaryReport:
    """The acronyms of a tree, with where its plans and boards use them; of `plans`, where these do.

    An organisation that is called by its id or an alias is explained by the name that it has in organisations.yaml.
    """
    rows = [(with_composed_letters(each.acronym), each) for each in tree.glossary.acronyms] if tree.glossary else []
    acronyms = [name for name, _ in rows]
    explained = frozenset((*acronyms, *_named(tree.organisations)))
    places = _places(_wordings(tree, plans), explained, phrases_of(acronyms))
    file = tree.glossary.file if tree.glossary else ""
    told = (_record(row, file, places.get(name, ())) for name, row in rows if plans is None or name in places)
    others = sorted(places.keys() - explained)
    missing = (MissingAcronym(name, _uses(places[name]), tuple(places[name])) for name in others)
    return GlossaryReport(labels, tuple(told), tuple(missing))


def _named(directory: Directory) -> Iterator[str]:
    """What organisations that have a name are called beside it."""
    named = (each for each in directory.organisations if each.name)
    return (with_composed_letters(name) for each in named for name in (each.id, *each.aliases))


def _wordings(tree: Tree, plans: Iterable[Plan] | None) -> Iterator[Wording]:
    for plan in tree.plans if plans is None else plans:
        yield from wording_of(plan)
    for board in tree.boards if plans is None else ():
        yield wording_of_board(board)


def _places(wordings: Iterable[Wording], explained: Set[str], phrases: Phrases) -> Mapping[str, list[AcronymPlace]]:
    """Where each acronym is used, by the acronym, in whichever way its letters are composed."""
    places: dict[str, list[AcronymPlace]] = {}
    words = words_of(explained)
    for each in wordings:
        composed = map(with_composed_letters, each.texts)
        texts = (text for text in composed if may_have_acronyms(text, words, others=True))
        uses = (use for text in texts for use in acronyms_in(text, explained, others=True, phrases=phrases))
        counts = Counter(use.acronym for use in uses)
        for acronym, count in counts.items():
            places.setdefault(acronym, []).append(AcronymPlace(each.id, each.file, count))
    return places


def _record(row: AcronymRow, file: str, found: Sequence[AcronymPlace]) -> AcronymRecord:
    uses, places = _uses(found), tuple(found)
    return AcronymRecord(row.acronym, row.meaning, row.note, row.source, uses, places, file, row.line)


def _uses(places: Iterable[AcronymPlace]) -> int:
    return sum(each.uses for each in places)
