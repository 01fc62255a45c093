"""What is wrong, where, and how to mend it: findings are values, collected and never printed on the way."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding weighs: an error fails a run, a warning only a strict one, a note never."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Position(NamedTuple):
    """A place in a file: line and columns count from 1, columns in code points; `end_column` is exclusive."""

    line: int
    column: int
    end_column: int | None = None


START_OF_FILE = Position(1, 1)


class Finding(NamedTuple):
    """One thing wrong at one place. `file` is relative to the current folder; `entry` is a full id, or None."""

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    end_column: int | None = None
    entry: str | None = None
    hint: str | None = None


SEVERITIES = {
    # files and YAML
    "GP001": Severity.ERROR,  # a file that cannot be read
    "GP002": Severity.ERROR,  # not UTF-8
    "GP003": Severity.ERROR,  # a control character
    "GP004": Severity.ERROR,  # larger than 1 MiB
    "GP005": Severity.ERROR,  # not YAML
    "GP006": Severity.ERROR,  # an empty file
    "GP007": Severity.ERROR,  # a second document
    "GP008": Severity.ERROR,  # a key given twice
    "GP009": Severity.ERROR,  # an anchor or an alias
    "GP010": Severity.ERROR,  # a merge key
    "GP011": Severity.ERROR,  # a tag
    "GP012": Severity.ERROR,  # nested too deeply
    "GP013": Severity.ERROR,  # a null item in a list
    "GP014": Severity.ERROR,  # a key that is not text
    "GP015": Severity.ERROR,  # a file of no known kind
    "GP016": Severity.ERROR,  # a file not named .yaml
    "GP017": Severity.ERROR,  # a symbolic link
    "GP018": Severity.ERROR,  # a plan's files without a plan.yaml
    # schema
    "GP101": Severity.ERROR,  # a document that is no mapping
    "GP102": Severity.ERROR,  # an unknown key
    "GP103": Severity.ERROR,  # a missing key
    "GP104": Severity.ERROR,  # text, list or mapping where another is meant
    "GP105": Severity.ERROR,  # not a date
    "GP106": Severity.ERROR,  # not a length of time
    "GP107": Severity.ERROR,  # not an id
    "GP108": Severity.ERROR,  # none of the values that the key takes
    "GP109": Severity.ERROR,  # an id given twice
    "GP110": Severity.WARNING,  # an item repeated in a list
    "GP111": Severity.ERROR,  # blank text
    # references
    "GP201": Severity.ERROR,  # unknown objective
    "GP202": Severity.ERROR,  # unknown milestone
    "GP203": Severity.ERROR,  # unknown source
    "GP204": Severity.ERROR,  # unknown organisation
    "GP205": Severity.ERROR,  # an organisation named by another form than its id
    "GP206": Severity.ERROR,  # ambiguous organisation
    # dates within the plan
    "GP301": Severity.ERROR,  # a cycle of dependencies
    "GP302": Severity.ERROR,  # an end before its start
    "GP303": Severity.WARNING,  # due before what it depends on
    "GP304": Severity.WARNING,  # outside the plan's period
    "GP305": Severity.WARNING,  # complete, with an open milestone
    # dates against the status date
    "GP401": Severity.ERROR,  # overdue
    "GP402": Severity.WARNING,  # a forecast in the past
    "GP403": Severity.WARNING,  # completed in the future
    "GP404": Severity.WARNING,  # status date pinned in an approved plan
    # against a baseline
    "GP501": Severity.ERROR,  # later than the baseline by more than the tolerance
    # completeness
    "GP601": Severity.NOTE,  # no lead
    "GP602": Severity.NOTE,  # no date
    "GP603": Severity.NOTE,  # no source
}
"""Every code there is and how much it weighs; codes are stable for ever."""


def finding(
    code: str,
    message: str,
    file: str,
    position: Position = START_OF_FILE,
    *,
    entry: str | None = None,
    hint: str | None = None,
) -> Finding:
    """A finding of a known code, with the severity that belongs to the code."""
    line, column, end_column = position
    return Finding(file, line, column, code, SEVERITIES[code], message, end_column, entry, hint)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By file, then by place in it, then by code."""
    return tuple(sorted(findings, key=lambda each: (*each[:4], each.message)))


def leaves_out(found: Finding) -> bool:
    """Whether a finding keeps its whole file out of the plan: errors of reading and of schema do."""
    return found.severity is Severity.ERROR and found.code < "GP2"
