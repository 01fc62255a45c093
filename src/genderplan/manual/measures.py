"""Pages of the measures of delivery: what each says, how it is worked out, who else uses it, how it misleads.

A page is a title, `name: what it is.`, paragraphs on what it says, the formula in a paragraph that begins `Formula:`,
paragraphs on what is in it, and two that begin `Source:` and `Misleads:`.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

PAGES = """\
finish-variance: how far promises are from being kept on time.

When each promise was kept, or is now expected to be, against the date that was agreed for it last: in the newest
baseline, or since by one of the plan's `approvers`. The report gives the median, the worst, and how many are late.

The median shows how the plan does as a whole, and one very late milestone does not change it. The worst is what the
plan has to answer for. A promise is the due date of a milestone in the baseline, or an entry's own date (`due`, else
`end`).

Formula: finish variance = finish - date agreed last

Finish is `completed` if that is not after the status date, else `forecast`, else `due`. An entry that is complete and
not marked so was finished with the last of its milestones.

In days where both sides of every promise are days, else in months; positive is late, and there are no bounds. The worst
is at least 0. Cancelled promises are left out.

Absent where no promise has a finish.

Source: Dates now and in the baseline are compared to see what is late and by how much: United States Government
Accountability Office (GAO), Schedule Assessment Guide, best practice 10.

Misleads: What is overdue and has no forecast counts with the day on which it was due, as if it had been done then: the
hit rate sees it, this does not. A new baseline sets every variance back to nothing, and an approval that of one date.

hit-rate: the share of the promises due by now that were kept on time.

Of all that the newest baseline promised by the status date, how much was done on or before its date there.

A promise is the due date of a milestone in the baseline, or an entry's own date (`due`, else `end`). One that the plan
no longer has, and that nobody cancelled, is due and not done: nothing gets better by being deleted.

Formula: hit rate = hits / due

Due are the promises with the last day of their date in the baseline on or before the status date, cancelled ones left
out. Hits are those of them that are done by the status date and not late: their variance is at most 0, in days where
both dates are days, else in months.

A share from 0 to 1, printed as a percentage. What is done early, before it is due, is in neither number.

Absent where nothing is due: no promise could have been kept or broken.

Source: The hit task percentage that the United States Defense Contract Management Agency (DCMA) reads beside its
baseline execution index: Program Analysis Pamphlet, DCMA-EA PAM 200.1, 2012. There it is of the tasks due in one
reporting period, here of all promises up to the status date.

Misleads: A day late counts as much as a year, and what is done late never becomes a hit. A date by the year is easier
to hit than one by the day. Where few promises are due, one more changes the rate a lot: read the two numbers beside it.
It rises when what is late is cancelled; the report tells how many were.

delivery-index: promises done for each that is due by now.

Is as much done as should be? All promises done by the status date, early and late ones too, against the number that the
newest baseline has due by then.

At 1 the plan delivers as much as it promised, below it is behind, above it is ahead. Promises are those of the hit
rate.

Formula: delivery index = done / due

Done are the promises completed by the status date, whether they are due yet or not. Due are those of the hit rate.
Cancelled promises are in neither number.

0 or more; above 1 where more is done than was due.

Absent where nothing is due.

Source: The baseline execution index (BEI), the last of the 14 checks that the United States Defense Contract Management
Agency (DCMA) has for a schedule: Program Analysis Pamphlet, DCMA-EA PAM 200.1, 2012, section 4.14; the Schedule
Assessment Guide of the Government Accountability Office (GAO) lists it too. There it is of tasks, and those without a
date in the baseline are in the lower number; here it is of promises alone.

Misleads: It counts how many, not which: five easy milestones done early hide five hard ones that are late. It does not
tell whether anything was on time, and a plan that is done in the end reaches 1 however late it was. Read it with the
hit rate.

slip: how far agreed dates moved, by lead and by objective.

How many of the dates that both the plan and its newest baseline have were moved, and of those the median and the worst,
for each lead and for each objective, the worst first.

It tells what was decided, not what was done; `genderplan slippage` names every date.

Formula: slip = agreed date now - agreed date in the baseline

Agreed dates are `due` of milestones, and `due`, `start` and `end` of entries, cancelled ones too. Moved is what has a
slip other than 0; the median is of these. A date with several leads counts for each of them.

In days where both sides of every date are days, else in months; positive is later, and there are no bounds. The worst
is at least 0.

Absent where no date stands on both sides; a median is absent where nothing moved.

Source: Dates are tracked against the baseline, and changes of it controlled: United States Government Accountability
Office (GAO), Schedule Assessment Guide, best practice 10. To part them by lead and by objective is our own.

Misleads: Who says in time that a date cannot be kept looks worse than who lets it pass: read it with what is overdue. A
date counts for those who lead it now, not for those who led it when it moved, and shared dates make the rows add up to
more than the plan has.
"""


class MeasurePage(NamedTuple):
    """All that is to be known of a measure; `formula` begins with the formula, the rest says what is in it."""

    measure: str
    """The name of the measure."""
    title: str
    """What it is, in a few words."""
    meaning: tuple[str, ...]
    """What it says, in paragraphs."""
    formula: tuple[str, ...]
    """The formula, then what is in it, its unit and bounds, and when it is absent."""
    source: str
    """Where the field has it from."""
    misleads: str
    """How it can mislead."""


_TITLE = re.compile(r"^(?=[a-z-]+: [^\n]+\.$)", re.MULTILINE)
_PAGE = re.compile(
    r"(?P<measure>[a-z-]+): (?P<title>.+)\.\n(?P<meaning>(?:(?!\w+: ).+\n)+)"
    r"Formula: (?P<formula>(?:(?!\w+: ).+\n)+)Source: (?P<source>.+)\nMisleads: (?P<misleads>.+)\n"
)


def measure_pages(text: str) -> dict[str, MeasurePage]:
    """The pages of a text by their names. Raises ValueError where one has not the form of a page."""
    found = {}
    for part in filter(str.strip, _TITLE.split(text)):
        paragraphs = "".join(f"{' '.join(each.split())}\n" for each in part.strip().split("\n\n"))
        page = _PAGE.fullmatch(paragraphs)
        if page is None:
            raise ValueError(f"the text of {part.partition(':')[0]} has not the form of a page")
        meaning, formula = (tuple(page[name].splitlines()) for name in ("meaning", "formula"))
        found[page["measure"]] = MeasurePage(
            page["measure"], page["title"], meaning, formula, page["source"], page["misleads"]
        )
    return found


MEASURES: Mapping[str, MeasurePage] = measure_pages(PAGES)
"""Every measure of delivery by its name, in the order of the report."""


def measure(name: str) -> MeasurePage | None:
    """The page of a measure, its name in any case and with spaces or underscores too; None where it is no measure."""
    return MEASURES.get("-".join(name.replace("_", " ").replace("-", " ").split()).lower())
