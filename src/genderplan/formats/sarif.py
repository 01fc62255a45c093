"""Findings as SARIF 2.1.0, the format in which code hosts and editors take what a checker finds.

What the specification says is quoted by section: docs.oasis-open.org/sarif/sarif/v2.1.0.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import quote

from genderplan.checks.acceptances import Accepted
from genderplan.checks.judgement import Judgement
from genderplan.findings import CODES, Finding
from genderplan.formats.json import plain
from genderplan.formats.repository import RANKS, path_in_repository
from genderplan.manual import CodePage, pages
from genderplan.page.words import counted
from genderplan.text import in_json, one_line

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_END = "\n    }\n  ]\n}"
"""How a log ends after the last key of its only run."""

_INDEX = {code: index for index, code in enumerate(CODES)}

Json = dict[str, Any]

MOST = 25_000
"""How many results code scanning takes of a run: of a file with more it takes none."""


class _Result(NamedTuple):
    """A finding, and how its plan accepts it."""

    finding: Finding
    accepted: Accepted | None = None


def as_sarif(command: str, version: str, report: Judgement, *, folder: str = "") -> str:
    """A log of one run: every code as a rule, every finding as a result on a line, notes and accepted ones too.

    `folder` is the current folder, from the root of the repository; `version` is the program's.
    """
    run: Json = {
        "tool": {"driver": {"name": "genderplan", "version": version, "rules": [_rule(page) for page in pages()]}},
        "automationDetails": {"id": f"genderplan/{command}/"},
        "columnKind": "unicodeCodePoints",
        "properties": {
            "plans": plain(report.plans),
            "against": plain(report.against),
            "summary": plain(report.summary),
        },
    }
    if told := left_out(report):
        notification = {"level": "warning", "message": {"text": _message(told)}}
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": [notification]}]
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    results = ",\n".join(
        "        " + in_json(json.dumps(each, ensure_ascii=False)) for each in _results(report, folder)
    )
    listed = f"[\n{results}\n      ]" if results else "[]"
    frame = in_json(json.dumps(document, indent=2, ensure_ascii=False)).removesuffix(_END)
    return f'{frame},\n      "results": {listed}{_END}\n'


def _rule(page: CodePage) -> Json:
    """A code with its page of the manual, which a code host shows beside what was found."""
    meaning = "\n\n".join(page.meaning)
    return {
        "id": page.code,
        "shortDescription": {"text": _message(page.title)},
        "fullDescription": {"text": _message(meaning)},
        "help": {
            "text": _message(f"{meaning}\n\nTo mend it: {page.mend}"),
            "markdown": _message(f"{meaning}\n\n**To mend it:** {page.mend}"),
        },
        "defaultConfiguration": {"level": page.severity.value},
    }


def _results(report: Judgement, folder: str) -> Iterator[Json]:
    """By place, the accepted among the others: a finding that comes to be accepted keeps its fingerprint.

    One that is left out is counted in the fingerprints all the same.
    """
    every = [*map(_Result, report.findings), *(_Result(each.finding, each) for each in report.accepted)]
    told = {id(each) for each in sorted(every, key=_weight)[:MOST]}
    met: Counter[tuple[str, ...]] = Counter()
    for result in sorted(every, key=lambda each: each.finding.order):
        found = result.finding
        file = path_in_repository(found.file, folder)
        what = (found.code, file, found.entry or "")
        met[what] += 1
        if id(result) in told:
            yield _result(found, file) | {"partialFingerprints": _fingerprints(what, met[what])} | _suppressions(result)


def _weight(result: _Result) -> tuple[int, bool]:
    """What is told before what: errors, warnings, notes, and of each the accepted last."""
    return RANKS[result.finding.severity], result.accepted is not None


def left_out(report: Judgement) -> str:
    """How many results are more than code scanning takes, and so left out; nothing where none is."""
    more = len(report.findings) + len(report.accepted) - MOST
    if more <= 0:
        return ""
    what = f"{counted(more, 'result')} left out of the SARIF log, notes and the least severe first"
    return f"{what}: code scanning takes {MOST:,} of a run and no more"


def _kind(owner: str) -> str:
    """What a full id is of; that of a board, and of what is a board's, has no plan before it."""
    if "/" not in owner:
        return "board"
    return "milestone" if "#" in owner else "entry"


def _result(found: Finding, file: str) -> Json:
    location: Json = {"physicalLocation": _physical(found, file)}
    if found.entry:
        location["logicalLocations"] = [{"fullyQualifiedName": found.entry, "kind": _kind(found.entry)}]
    return {
        "ruleId": found.code,
        "ruleIndex": _INDEX[found.code],
        "level": found.severity.value,
        "message": {"text": _message(one_line(found.said))},
        "locations": [location],
    }


def _physical(found: Finding, file: str) -> Json:
    region = {"startLine": found.line, "startColumn": found.column}
    if found.end_column:
        region["endColumn"] = found.end_column
    return {"artifactLocation": {"uri": quote(file), "uriBaseId": _ROOT}, "region": region}


def _message(text: str) -> str:
    """Text as a message has it: braces are doubled (3.11.5), and what would be a link (3.11.6) is parted."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _fingerprints(what: tuple[str, ...], number: int) -> Json:
    """What stays the same when lines move and days pass: code, file and entry, and the how-many-eth of these it is.

    The second name is the one by which GitHub follows a finding from run to run.
    """
    digest = hashlib.sha256("\0".join(what).encode()).hexdigest()[:16]
    value = f"{digest}:{number}"
    return {"genderplanFinding/v1": value, "primaryLocationLineHash": value}


def _suppressions(result: _Result) -> Json:
    if result.accepted is None:
        return {}
    _, reason, until = result.accepted
    suppression: Json = {"kind": "external", "status": "accepted", "justification": one_line(reason)}
    if until is not None:
        suppression["properties"] = {"until": until.text}
    return {"suppressions": [suppression]}
