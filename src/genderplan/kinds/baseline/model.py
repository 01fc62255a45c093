"""Baselines as their files have them: what was agreed, and when it was taken anew."""

from collections.abc import Iterator

from pydantic import Field

from genderplan.kinds.entry.model import BaselineEntry
from genderplan.kinds.indicator.model import BaselineIndicator
from genderplan.kinds.plan.model import BaselineHeader
from genderplan.kinds.shared.contents import Content, Twice, ids_twice
from genderplan.kinds.shared.fields import Date, FormatVersion, Id, Text
from genderplan.kinds.shared.mappings import FileMapping, TitledMapping
from genderplan.source.places import Places


class Replacement(FileMapping):
    """One time that a baseline was taken anew under its name."""

    date: Date | None = None
    """When it was taken anew.

    Examples: "2025-02-01"
    """

    reason: Text | None = None
    """Why it was taken anew.

    Examples: "Two typing slips in titles"
    """


class Baseline(TitledMapping, Content):
    """baselines/NAME.yaml: a frozen copy of what was agreed, without progress."""

    ids_at = ("entries",)

    genderplan: FormatVersion
    """The version of this format, always 1.

    Examples: 1
    """

    name: Text | None = None
    """The file's own name without .yaml; it may be left out.

    Examples: "board-1"
    """

    title: Text | None = None
    """What the baseline is, in words.

    Examples: "As agreed by the board"
    """

    taken: Date | None = None
    """When it was agreed. The latest is the newest; those without a date are older than any with one.

    Examples: "2024-10-01"
    """

    replaced: tuple[Replacement, ...] = ()
    """Every time that it was taken anew under its name, the newest last.

    Examples: [{"date": "2025-02-01", "reason": "Two typing slips in titles"}]
    """

    plan: BaselineHeader | None = None
    """The plan's heading as it was agreed.

    Examples: {"title": "Equal pay and careers"}
    """

    entries: dict[Id, BaselineEntry] = Field(default_factory=dict)
    """The actions and projects as they were agreed, by their ids.

    Examples: {"publish-gap": {"kind": "action", "title": "To publish the pay gap by grade"}}
    """

    indicators: dict[Id, BaselineIndicator] = Field(default_factory=dict)
    """The indicators with their targets as they were agreed, by their ids.

    Examples: {"women-in-senior-posts": {"title": "Women in senior posts", "targets": [{"by": "2025-12", "value": 40}]}}
    """

    def given_twice(self, places: Places) -> Iterator[Twice]:
        if self.plan is not None:
            yield from self.plan.ids_twice_in(places, ("plan",))
        for name, entry in self.entries.items():
            yield from ids_twice("milestone", entry.milestones, places, ("entries", name, "milestones"))
        for name, indicator in self.indicators.items():
            yield from indicator.promised_twice(places, ("indicators", name))
            if name in self.entries:
                yield Twice("id", name, places.key_position(("indicators", name)))
