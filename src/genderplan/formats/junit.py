"""Findings as JUnit XML, which test reports of most CI servers read: a file is a test, and an error its failure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from genderplan.checks.judgement import Judgement
from genderplan.findings import Finding, Severity
from genderplan.formats.repository import path_in_repository
from genderplan.page.words import counted
from genderplan.terminal.findings import finding_lines, in_words
from genderplan.terminal.screen import Screen
from genderplan.text import NO_XML, in_xml, python_escapes

_SHARED = "shared by all plans"


class _Told(NamedTuple):
    """A finding with its line of text, and whether it makes the run fail."""

    finding: Finding
    line: str
    is_failure: bool


def as_junit(command: str, report: Judgement, files: Mapping[str, str], *, strict: bool, folder: str = "") -> str:
    """One suite for each plan and one for what they share, one test for each file met.

    `files` are the files with their plans, "" for what is shared. What makes a run fail (warnings too where it is
    `strict`) are the failures; other findings and accepted ones are told under the test's output. Nothing says when
    the run was. The text is ASCII: all else is a reference. `folder` is the current folder, from the root of the
    repository, from which GitLab links each test to its file; the published schemas do not know that attribute.
    """
    told: dict[str, list[_Told]] = {}
    for each in _told(report, strict=strict):
        told.setdefault(each.finding.file, []).append(each)
    root = Element("testsuites", name=f"genderplan {command}")
    for plan, its_files in _by_plan({**dict.fromkeys(told, ""), **files}):
        suite = SubElement(root, "testsuite", name=_text(plan or _SHARED))
        _properties(suite, report, plan)
        for file in its_files:
            case = SubElement(suite, "testcase", name=_text(file), classname=f"genderplan.{command}")
            case.set("file", _text(path_in_repository(file, folder)))
            _outcome(case, told.get(file, ()))
        _count(suite)
    _count(root)
    indent(root)
    document: bytes = tostring(root, encoding="us-ascii", xml_declaration=True)
    return in_xml(document.decode("ascii")) + "\n"


def _by_plan(files: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """Plans in the order of their ids, what they share first; the files of each in the order of their paths."""
    plans: dict[str, list[str]] = {}
    for file, plan in sorted(files.items()):
        plans.setdefault(plan, []).append(file)
    return sorted(plans.items())


def _told(report: Judgement, *, strict: bool) -> Iterator[_Told]:
    lines = Screen(None).rendered(finding_lines(report, report.findings, {}, None, accepted=report.accepted))
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    for found, line in zip(report.findings, lines, strict=False):
        yield _Told(found, line, found.severity in failing)
    for accepted, line in zip(report.accepted, lines, strict=False):
        yield _Told(accepted.finding, line, is_failure=False)


def _properties(suite: Element, report: Judgement, plan: str) -> None:
    """The day on which a plan is judged, where it is from, and what the plan is held against."""
    for label in report.plans:
        if label.id == plan:
            properties = SubElement(suite, "properties")
            SubElement(properties, "property", name="as_of", value=label.as_of.text)
            SubElement(properties, "property", name="as_of_from", value=label.as_of_from)
            for each in report.against or ():
                if each.plan == plan:
                    SubElement(properties, "property", name="against", value=_text(each.name))


def _outcome(case: Element, told: Sequence[_Told]) -> None:
    """One failure for all that fail a file: of several, most readers of the format show the first alone."""
    failures = [each for each in told if each.is_failure]
    others = [each for each in told if not each.is_failure]
    if failures:
        rest = f" and {counted(len(failures) - 1, 'more finding')}" if len(failures) > 1 else ""
        message = _text(in_words(failures[0].finding) + rest)
        codes = " ".join(sorted({each.finding.code for each in failures}))
        SubElement(case, "failure", type=codes, message=message).text = _lines(failures)
    if others:
        SubElement(case, "system-out").text = _lines(others)


def _lines(told: Sequence[_Told]) -> str:
    return _text("".join(each.line for each in told))


def _count(element: Element) -> None:
    element.set("tests", str(len(list(element.iter("testcase")))))
    element.set("failures", str(len(list(element.iter("failure")))))


def _text(text: str) -> str:
    r"""Text as XML can hold it: the rest is spelled out, `\x0b`."""
    return re.sub(NO_XML, lambda found: python_escapes(found[0]), text)
