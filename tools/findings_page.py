"""docs/findings.md: the pages of `genderplan explain` as one page."""

import textwrap
from collections.abc import Iterator
from itertools import groupby

from genderplan.findings import Severity
from genderplan.manual import GROUPS, CodePage, ExampleFile, pages
from genderplan.manual.changes import changes

_INTRODUCTION = """\
# Findings

A finding has a code, a severity, a file, a line and a column, a message, and where it can be told a hint. Codes are
stable for ever. `genderplan validate` gives those that do not depend on the day, so that a commit that was valid stays
valid; `genderplan check` gives all, and judges the dates (GP4, GP501) on the status date. With `--against SOURCE` both
give what changed since then without a word (GP502 to GP511), on every day the same.

A file with an error of GP0 or GP1 is left out of the plan until it is mended; everything else is read, and one run
shows every finding. A broken `plan.yaml` leaves out its plan. Errors make the exit code 1, warnings only with
`--strict`; notes are counted, and shown with `--notes`.

A plan can live with a finding for a reason that its `plan.yaml` gives. An acceptance names the code and the place: an
entry with all its milestones, one milestone as `entry#milestone`, or `plan.yaml`. With `until` it holds to the end of
that date, which `check` alone judges. What is accepted is counted, and shown with `--accepted`. Errors of GP0 and GP1
cannot be accepted.

```yaml
accept:
  - code: GP601
    where: publish-gap
    reason: The board names a lead in March
    until: 2025-03
```

`genderplan explain GP204` prints what this page says of a code, `genderplan explain` the list. The examples are small
trees of an invented plan; the tests hold what is printed here against what the commands print.
"""
_BY = {"validate": "`genderplan validate` and `genderplan check`", "check": "`genderplan check`"}
_ARTICLES = {Severity.ERROR: "An error", Severity.WARNING: "A warning", Severity.NOTE: "A note"}


def files() -> dict[str, str]:
    """The page by its path."""
    return {"docs/findings.md": "\n".join(_page(pages()))}


def _page(all_pages: tuple[CodePage, ...]) -> Iterator[str]:
    yield _INTRODUCTION
    yield "| code | severity | what it is |"
    yield "| --- | --- | --- |"
    for page in all_pages:
        yield f"| {page.code} | {page.severity} | [{page.title}](#{page.code.lower()}) |"
    for group, members in groupby(all_pages, key=lambda page: page.code[:3]):
        yield f"\n## {_sentence(GROUPS[group])}"
        for page in members:
            yield from _section(page)
    yield ""


def _section(page: CodePage) -> Iterator[str]:
    shown = ", shown with `--notes`" if page.severity is Severity.NOTE else ""
    yield f"\n### {page.code}"
    option = f" with `{page.option}`" if page.option else ""
    yield f"\n**{_sentence(page.title)}.** {_ARTICLES[page.severity]}, given by {_BY[page.by]}{option}{shown}."
    for paragraph in (*page.meaning, f"**Mend:** {page.mend}", f"**Example:** {page.example.words or ''}"):
        yield "\n" + textwrap.fill(paragraph, 120, break_long_words=False, break_on_hyphens=False)
    yield from _block("text", "\n".join(page.example.printed))
    for file in page.example.files:
        if file.before is not None and file.before != file.bad:
            yield f"\n`{file.path}`, as it changed"
            yield from _block("diff", _lines(file.before, file.bad or ""))
    for file in page.example.files:
        if file.bad is not None:
            yield f"\n`{file.path}`"
            yield from _block("yaml", file.bad)
    yield from _mended(page.example.files)


def _mended(given: tuple[ExampleFile, ...]) -> Iterator[str]:
    """How each file is mended that differs: under another name, new, or in some of its lines."""
    old_names = {file.bad: file.path for file in given if file.good is None}
    for file in given:
        if file.good is None or file.bad == file.good:
            continue
        if file.bad is not None:
            yield f"\n`{file.path}`, mended"
            yield from _block("diff", _lines(file.bad, file.good))
        elif file.good in old_names:
            yield f"\nMended: `{old_names[file.good]}` is named `{file.path}`."
        else:
            yield f"\n`{file.path}`, new"
            yield from _block("yaml", file.good)


def _lines(bad: str, good: str) -> str:
    return "\n".join(f"{each.sign} {each.text}" for each in changes(bad, good))


def _block(language: str, text: str) -> Iterator[str]:
    body = text.removesuffix("\n")
    yield f"\n```{language}\n{body}\n```"


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]
