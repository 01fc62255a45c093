"""Assessments as their files have them: what somebody found, section by section of a framework, on a day."""

from collections.abc import Iterator

from pydantic import model_validator

from genderplan.kinds.entry.parts import SourceReference
from genderplan.kinds.shared.contents import Content, Twice
from genderplan.kinds.shared.fields import Date, OneOrMany, Text, failure
from genderplan.kinds.shared.mappings import FileMapping, TitledMapping
from genderplan.source.places import Places


class Rating(FileMapping):
    """The level that a section was found at, or the answer to a question."""

    section: Text
    """The section's id in the framework.

    Examples: "leadership"
    """

    level: Text | None = None
    """A level of the framework, or `not-rated`, or `not-applicable`.

    Examples: "developing", "not-rated", "not-applicable"
    """

    answer: Text | None = None
    """The answer, where the section is a question.

    Examples: "Yes, since 2024"
    """

    evidence: OneOrMany[Text] = ()
    """What shows it: texts or addresses; one or a list.

    Examples: "https://example.org/pay-gap", ["Minutes of the board, item 4", "Staff survey"]
    """

    note: Text | None = None
    """Anything that a reader should know, in words.

    Examples: "Rated before the survey."
    """

    source: SourceReference | None = None
    """Which document says so, and where in it.

    Examples: {"document": "board-paper", "place": "paragraph 12"}
    """

    @model_validator(mode="after")
    def _says_something(self) -> "Rating":
        if self.level is None and self.answer is None:
            hint = "write 'level: not-rated' of what nobody has rated yet"
            raise failure("GP103", "neither a level nor an answer", hint)
        return self


class Assessment(TitledMapping, Content):
    """An assessment: one file."""

    title: Text | None = None
    """What it is called.

    Examples: "Self-assessment of 2025"
    """

    framework: Text
    """The id of the framework that it is against.

    Examples: "equality-standard"
    """

    by: OneOrMany[Text] = ()
    """Who assessed: an organisation's id, or a list of them.

    Examples: "HR"
    """

    date: Date | None = None
    """When; left out where no document says.

    Examples: "2025-02", "2025-02-07"
    """

    about: Text | None = None
    """What was assessed: an organisation, an entry, or an item of a register (`register#item`). Left out: the plan.

    Examples: "Finance", "publish-gap", "policies#dress-code"
    """

    ratings: tuple[Rating, ...] = ()
    """What was found, section by section.

    Examples: [{"section": "leadership", "level": "developing", "evidence": "Minutes of the board, item 4"}]
    """

    source: SourceReference | None = None
    """Which document says so, and where in it.

    Examples: {"document": "board-paper", "place": "Appendix 2"}
    """

    def given_twice(self, places: Places) -> Iterator[Twice]:
        met: set[str] = set()
        for index, rating in enumerate(self.ratings):
            if rating.section in met:
                yield Twice("rating of", rating.section, places.position(("ratings", index, "section")))
            met.add(rating.section)
