"""Documents in JSON of `show`, `validate` and `check` hold, in the contract's order; no rich is needed for it."""

from genderplan.checks.judgement import Judgement
from genderplan.findings import Finding
from genderplan.reports.show.result import Detail

_FINDING = ("code", "severity", "message", "file", "line", "column", "end_column", "entry", "hint")


def findings_content(report: Judgement) -> dict[str, object]:
    """What `validate` and `check` say in JSON."""
    findings = [_finding(found) for found in report.findings]
    accepted = [_finding(each.finding) | {"reason": each.reason, "until": each.until} for each in report.accepted]
    return report._asdict() | {"findings": findings, "accepted": accepted}


def _finding(found: Finding) -> dict[str, object]:
    return {name: getattr(found, name) for name in _FINDING}


def detail_content(detail: Detail) -> dict[str, object]:
    """What `show` says in JSON: the record under its noun, and what belongs to an entry or a milestone."""
    content: dict[str, object] = {"plans": detail.plans, detail.noun: detail.record}
    if detail.noun == "entry":
        content |= {"milestones": detail.milestones, "updates": detail.updates}
    if detail.noun in {"entry", "milestone"}:
        content["revisions"] = detail.revisions
    if detail.noun in {"organisation", "framework", "section"}:
        content["named"] = detail.named
    if detail.noun == "framework":
        content["sections"] = detail.sections
    if detail.noun == "register":
        content["items"] = detail.items
    content |= detail.beside
    if detail.noun in {"organisation", "board"}:
        content |= _board_content(detail)
    if detail.noun in {"entry", "plan", "item"}:
        content["links"] = detail.links
    return content


def _board_content(detail: Detail) -> dict[str, object]:
    """What is a board's; null and empty lists of an organisation of which no file tells as a board."""
    board = detail.board
    listed = (board.meetings, board.reports, board.decisions) if board else ((), (), ())
    record = {"board": board.record if board else None}
    return record | dict(zip(("meetings", "reports", "decisions"), listed, strict=True))
