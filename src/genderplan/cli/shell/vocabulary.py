"""Words that a shell completes without a tree: kinds, statuses, codes, names of documents and of fields."""

import typer

from genderplan.cli.shell.completion import Candidates, any_case


def kinds() -> list[str]:
    """The kinds of entries."""
    from genderplan.standing.filters.criteria import EntryKind

    return [each.value for each in EntryKind]


def statuses(ctx: typer.Context) -> list[str]:
    """Every status; of what has words of its own those."""
    from genderplan.reports.list.nouns import OWN_STATUSES, Noun
    from genderplan.standing.rag import Status

    own = OWN_STATUSES.get(Noun(_noun(ctx) or Noun.ENTRIES), ())
    return [each for each in own if each.isalpha()] or [each.value for each in Status]


def _noun(ctx: typer.Context) -> str | None:
    """What is listed, where anything is: typer stops at an open option, and leaves what stands before it."""
    from genderplan.reports.list.nouns import Noun

    return next((word for word in (*ctx.args, ctx.params.get("noun")) if word in set(Noun)), None)


def rags() -> list[str]:
    """The colours of RAG."""
    from genderplan.standing.rag import Rag

    return [each.value for each in Rag]


def states() -> list[str]:
    """How far an entry can be."""
    from genderplan.standing.progress import Progress

    return [each.value for each in Progress]


def priorities() -> list[str]:
    """Every priority."""
    return ["high", "medium", "low"]


def keys(ctx: typer.Context) -> list[str]:
    """The keys that entries and milestones may have; of items of registers those of these."""
    from genderplan.standing.filters import predicates, registers

    return list(registers.KEYS if _noun(ctx) == "items" else predicates.KEYS)


def codes(incomplete: str) -> Candidates:
    """The code of each finding, without its letters where it is begun so, with what it is about."""
    from genderplan.findings import CODES

    letters = 2 if incomplete[:1].isdecimal() else 0
    return any_case(incomplete, [(code[letters:], about.title) for code, about in CODES.items()])


def topics(incomplete: str) -> Candidates:
    """The codes of findings and the names of measures."""
    from genderplan.manual import MEASURES

    return [*codes(incomplete), *any_case(incomplete, [(name, page.title) for name, page in MEASURES.items()])]


def documents() -> list[str]:
    """What commands print as JSON, by the names that formats end in."""
    from genderplan.schemas.outputs import DOCUMENTS

    return list(DOCUMENTS)


def sort_keys(ctx: typer.Context) -> list[str]:
    """The fields of what is listed."""
    from genderplan.reports.list.columns import fields_of
    from genderplan.reports.list.nouns import Noun

    return list(fields_of(Noun(_noun(ctx) or Noun.ENTRIES)))


def columns(ctx: typer.Context, incomplete: str) -> list[str]:
    """The same after the last comma, less what stands before it."""
    before = incomplete[: incomplete.rfind(",") + 1]
    given = before.split(",")
    return [before + name for name in sort_keys(ctx) if name not in given]
