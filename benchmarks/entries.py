"""Actions and projects of an invented plan: texts, dates and dependencies that hold together."""

import textwrap
import tomllib
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

FIRST_YEAR, FIRST_MONTH = 2023, 4
STATUS_MONTH = 29
"""Months count from the first of the period; this one, September 2025, holds the status date."""
LAST_MONTH = 47

WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("vocabulary.toml").read_text(encoding="utf-8"))
"""The vocabulary: lists of phrases, and tables of ids with their titles."""


def month(number: int) -> str:
    """A month of the period, counted from its first."""
    years, months = divmod(FIRST_MONTH - 1 + number, 12)
    return f"{FIRST_YEAR + years}-{months + 1:02d}"


def prose(key: str, text: str, indent: int) -> Iterator[str]:
    """A key and its text, folded where the line would be long, as an editor would."""
    margin = " " * indent
    line = f"{margin}{'- ' if key.startswith('- ') else ''}{key.removeprefix('- ')}: {text}"
    if len(line) <= 100:
        yield line
        return
    yield f"{line.removesuffix(text)}>-"
    inner = margin + ("    " if key.startswith("- ") else "  ")
    yield from textwrap.wrap(text, 100, initial_indent=inner, subsequent_indent=inner)


def flow(names: Sequence[str]) -> str:
    """One name as it is, several as a list in one line."""
    return names[0] if len(names) == 1 else f"[{', '.join(names)}]"


@dataclass(frozen=True)
class Milestone:
    """`agreed` is the month first agreed, `slip` the months by which that has been revised since."""

    id: str
    title: str
    agreed: int | None
    slip: int = 0
    day: int | None = None
    depends_on: str | None = None
    lead: str | None = None
    progress: tuple[str, ...] = ()

    @property
    def due(self) -> int | None:
        return None if self.agreed is None else self.agreed + self.slip

    def lines(self, indent: int, *, frozen: bool) -> Iterator[str]:
        """Its YAML; frozen as it was agreed, for a baseline."""
        margin = " " * indent
        yield f"{margin}- id: {self.id}"
        yield from prose("title", self.title, indent + 2)
        number = self.agreed if frozen else self.due
        yield f"{margin}  duration: P3M" if number is None else f"{margin}  due: {self.date(number)}"
        if self.lead:
            yield f"{margin}  lead: {self.lead}"
        if self.depends_on:
            yield f"{margin}  depends_on: {self.depends_on}"
        if not frozen:
            yield from (f"{margin}  {line}" for line in self.progress)

    def date(self, number: int) -> str:
        """A month in this milestone's precision."""
        return month(number) + (f"-{self.day:02d}" if self.day else "")


@dataclass(frozen=True)
class Entry:
    """An action, or a project where it has no objective."""

    id: str
    title: str
    objective: str | None
    is_added: bool
    is_reworded: bool
    head: tuple[str, ...]
    span: tuple[str, ...]
    milestones: tuple[Milestone, ...]
    tail: tuple[str, ...]

    @property
    def path(self) -> str:
        return f"actions/{self.objective}/{self.id}.yaml" if self.objective else f"projects/{self.id}.yaml"

    def lines(self) -> Iterator[str]:
        yield from prose("title", self.title, 0)
        yield from (*self.head, *self.span, "milestones:")
        for milestone in self.milestones:
            yield from milestone.lines(2, frozen=False)
        yield from self.tail

    def frozen_lines(self) -> Iterator[str]:
        """The entry as its plan's baseline has it."""
        yield f"  {self.id}:"
        yield f"    kind: {'action' if self.objective else 'project'}"
        title = self.title.replace("To ", "To begin to ", 1) if self.is_reworded else self.title
        yield from prose("title", title, 4)
        yield from (f"    {line}" for line in (*self.head, *self.span))
        yield "    milestones:"
        for milestone in self.milestones:
            yield from milestone.lines(6, frozen=True)


class Author:
    """Writes one plan's entries, one after the other.

    Each may depend on what came before it and on nothing else, so there is no circle.
    """

    def __init__(self, random: Random) -> None:
        self._random = random
        self._ids: Counter[str] = Counter()
        self._orders: Counter[str] = Counter()
        self._recent: dict[str, deque[tuple[str, int]]] = {each: deque(maxlen=40) for each in WORDS["objectives"]}
        self._departments = list(WORDS["departments"])
        self._units = [f"{each}-{place}" for each in self._departments for place in WORDS["places"]]
        self._others = [*self._departments, *WORDS["partners"]]

    def entry(self) -> Entry:
        """The next entry: one in ten is a project."""
        unit = self._random.choice(self._units)
        title, name = self._title(unit)
        objective = self._pick("objectives") if self._chance(0.9) else None
        starts = self._random.randrange(38)
        milestones = self._milestones(starts, objective, is_open_ended=self._chance(0.06 if objective else 0.5))
        is_added = self._chance(0.02)
        if objective and not is_added:
            self._recent[objective] += [(f"{name}#{each.id}", each.due) for each in milestones if each.due is not None]
        head = tuple(self._action(objective, unit) if objective else self._project(unit))
        span = tuple(self._span(starts, milestones, is_action=objective is not None))
        tail = tuple(self._tail(starts, unit, milestones))
        return Entry(name, title, objective, is_added, self._chance(0.02), head, span, milestones, tail)

    def _chance(self, share: float) -> bool:
        return self._random.random() < share

    def _pick(self, kind: str) -> str:
        words: list[str] = list(WORDS[kind])
        return self._random.choice(words)

    def _some(self, names: Sequence[str], most: int) -> list[str]:
        return self._random.sample(names, self._random.randint(1, most))

    def _title(self, unit: str) -> tuple[str, str]:
        """A title and its id; the second of a title is a second round."""
        department, _, place = unit.partition("-")
        verb, topic = self._pick("verbs"), self._pick("topics")
        title = f"To {verb} {WORDS['topics'][topic]} in {WORDS['departments'][department]} at {place}"
        name = f"{verb.replace(' ', '-')}-{topic}-{unit.lower()}"
        self._ids[name] += 1
        turn = self._ids[name]
        return (title, name) if turn == 1 else (f"{title} (round {turn})", f"{name}-{turn}")

    def _action(self, objective: str, unit: str) -> Iterator[str]:
        self._orders[objective] += 10
        yield f"objective: {objective}"
        yield f"order: {self._orders[objective]}"
        yield f"lead: {unit}"
        extra = [f"{{text: {self._pick('extra_inputs')}}}"] if self._chance(0.2) else []
        yield f"inputs: {flow([*self._some(self._others, 4), *extra])}"
        yield f"output: {self._pick('outputs')}"
        if self._chance(0.5):
            yield f"partners: {flow(self._some(list(WORDS['partners']), 2))}"
        if self._chance(0.6):
            yield f"groups: {flow(self._some(WORDS['groups'], 3))}"
        yield from self._remarks()

    def _project(self, unit: str) -> Iterator[str]:
        yield f"groups: {flow(self._some(WORDS['groups'], 3))}"
        if self._chance(0.5):
            yield f"partners: {flow([unit, *self._some(list(WORDS['partners']), 3)])}"
        else:
            yield from ("partners:", f"  - {unit}")
            yield f"  - {{organisation: {self._pick('partners')}, role: {self._pick('roles')}}}"
        yield f"output: {self._pick('outputs')}"
        yield from self._remarks()

    def _remarks(self) -> Iterator[str]:
        if self._chance(0.7):
            yield f"tags: [{', '.join(self._some(WORDS['tags'], 3))}]"
        if self._chance(0.7):
            yield from prose("note", self._pick("notes"), 0)

    def _milestones(self, starts: int, objective: str | None, *, is_open_ended: bool) -> tuple[Milestone, ...]:
        """Three stages, each later than the one before; those from some stage on are revised together."""
        slip_from, slip = (self._random.randrange(3), self._random.randint(1, 3)) if self._chance(0.12) else (3, 0)
        months = [starts]
        for _ in range(2):
            months.append(months[-1] + self._random.randint(1, 3))
        slips = [slip if at >= slip_from else 0 for at in range(3)]
        past = sum(number + late < STATUS_MONTH for number, late in zip(months, slips, strict=True))
        done = past if self._chance(0.85) else self._random.randrange(past + 1)
        stages: list[Milestone] = []
        for at, stage in enumerate(("first", "middle", "last")):
            name = self._random.choice(list(WORDS["stages"][stage]))
            agreed = None if is_open_ended and at == 1 else months[at]
            depends_on = self._depends_on(stages[-1] if stages else None, months[at], objective)
            draft = Milestone(name, WORDS["stages"][stage][name], agreed, slips[at], depends_on=depends_on)
            stages.append(self._filled(draft, is_done=at < done))
        return tuple(stages)

    def _depends_on(self, before: Milestone | None, agreed: int, objective: str | None) -> str | None:
        """The stage before, or a milestone of an earlier entry that is due in an earlier month."""
        if before is not None and self._chance(0.5):
            has_room = before.agreed is not None and agreed - before.agreed >= 2
            return f"{{milestone: {before.id}, lag: P1M}}" if has_room and self._chance(0.15) else before.id
        if before is not None or objective is None or not self._chance(0.5):
            return None
        earlier = [name for name, due in self._recent[objective] if due < agreed]
        return self._random.choice(earlier) if earlier else None

    def _filled(self, draft: Milestone, *, is_done: bool) -> Milestone:
        """With the rest: precision, lead, and how it goes."""
        day = self._random.randint(1, 28) if self._chance(0.3) else None
        lead = self._random.choice(self._units) if self._chance(0.15) else None
        whole = replace(draft, day=day, lead=lead)
        return replace(whole, progress=tuple(self._progress(whole, is_done=is_done)))

    def _progress(self, milestone: Milestone, *, is_done: bool) -> Iterator[str]:
        if milestone.agreed is not None and milestone.due is not None:
            yield from self._outcome(milestone.due, is_done=is_done)
            if milestone.slip and self._chance(0.8):
                yield from self._revision(milestone, milestone.agreed)
        if self._chance(0.35):
            yield from prose("note", self._pick("milestone_notes"), 0)

    def _outcome(self, due: int, *, is_done: bool) -> Iterator[str]:
        """Completed in the month it was due or the next, expected later, given up, or nothing to say."""
        if is_done:
            late = 1 if due + 1 < STATUS_MONTH and self._chance(0.2) else 0
            yield f"completed: {month(due + late)}-{self._random.randint(1, 28):02d}"
        elif self._chance(0.02):
            yield f"cancelled: {{date: {month(STATUS_MONTH - 2)}, reason: {self._pick('reasons')}}}"
        elif due < STATUS_MONTH and self._chance(0.5):
            yield f"forecast: {month(STATUS_MONTH + self._random.randint(0, 4))}"
        elif due >= STATUS_MONTH and self._chance(0.08):
            yield f"forecast: {month(due + 1)}"

    def _revision(self, milestone: Milestone, agreed: int) -> Iterator[str]:
        day = f"{month(min(max(agreed - 1, 0), STATUS_MONTH - 1))}-{self._random.randint(1, 28):02d}"
        yield "revisions:"
        yield f"  - date: {day}"
        yield f"    was: {milestone.date(agreed)}"
        yield f"    reason: {self._pick('reasons')}"
        yield f"    approved_by: {self._pick('boards')}"

    def _span(self, starts: int, milestones: tuple[Milestone, ...], *, is_action: bool) -> Iterator[str]:
        """Dates of its own: every project has them, an action only where a milestone goes without."""
        last = max(each.agreed or 0 for each in milestones)
        if not is_action:
            yield from (f"start: {month(starts)}", f"end: {month(last + 3)}")
        elif any(each.agreed is None for each in milestones):
            yield f"due: {month(last + 3)}"

    def _tail(self, starts: int, unit: str, milestones: tuple[Milestone, ...]) -> Iterator[str]:
        completions = [each.progress[0] for each in milestones if each.progress and "completed" in each.progress[0]]
        if len(completions) == len(milestones) and self._chance(0.3):
            yield max(completions)
        if starts < STATUS_MONTH and self._chance(0.8):
            yield "updates:"
            last = max(each.due or starts for each in milestones)
            yield f"  - date: {month(self._random.randint(starts, min(last, STATUS_MONTH - 1)))}"
            yield f"    by: {unit}"
            yield from prose("text", self._pick("updates"), 4)
        paper = self._random.choice(("board-paper", "staff-plan"))
        place = f"section {self._random.randint(1, 20)}, action {self._random.randint(1, 60)}"
        yield f'source: {{document: {paper}, place: "{place}"}}'
