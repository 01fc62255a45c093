"""Inputs for the fuzz: files of plans as people, programs and attackers may leave them, and words of options."""

import re
from random import Random
from typing import NamedTuple

from genderplan.source.kinds import Kind

PLAN = """\
genderplan: 1
title: Equal pay
state: approved
status_date: 2025-01-15
tolerance: 1 month
due_soon: 30 days
period: {start: 2024-09, end: 2026-03}
aims: [{id: know, title: To know the gap}]
objectives:
  - {id: data, title: Pay data}
sources: [{id: paper, title: "Board paper 12: pay", date: 2024-09-30}]
accept:
  - {code: GP401, where: x#a, reason: Known, until: 2025-06}
"""
ENTRY = """\
# an action
title: To publish the pay gap by grade
objective: data
order: 10
lead: [HR, Finance]
inputs: [Finance, {text: payroll extract}]
partners: [{role: Sponsor}, {organisation: University, role: Evaluator}]
groups: [Carers, Parents]
output: Annual report
due: 2025-06
tags: [pay]
note: |
  One line,
  and another # no comment
milestones:
  - id: a
    title: Extract payroll by grade
    due: 2024-12  # agreed
    completed: 2024-12-20
  - id: b
    title: "Publish: the report"
    due: 2025-04
    forecast: 2025-05
    depends_on: [a, {milestone: a, lag: P1M}]
    revisions:
      - {date: 2024-11-05, was: 2025-03, reason: Payroll moved, approved_by: HR}
  - {id: c, title: Pilot, duration: P3M, x-own: {k: [1, 2]}}
updates:
  - {date: 2025-01-10, by: HR, text: Done for all grades., source: {document: paper, place: p. 4}}
source: {document: paper, place: "Objective 1"}
"""
ORGANISATIONS = """\
HR: {name: Human Resources, part_of: Company, aliases: [Personnel, "H R"]}
HR-Director: {kind: post, holders: [{name: A. Person, acting: true, from: 2024-07}]}
Finance: {}
Company: {kind: unit}
University: {kind: partner, note: far away}
"""
BASELINE = """\
genderplan: 1
name: one
title: As agreed
taken: 2024-10-01
plan: {title: Equal pay, aims: [{id: know, title: To know}], objectives: [{id: data, title: Pay data}]}
entries:
  x:
    kind: action
    title: To publish the pay gap
    due: 2025-05
    milestones:
      - {id: a, title: Extract payroll, due: 2024-11}
      - {id: b, title: Publish, due: 2025-03}
"""

SEEDS = {
    Kind.PLAN: PLAN,
    Kind.ACTION: ENTRY,
    Kind.PROJECT: ENTRY.replace("lead: [HR, Finance]\n", "start: 2024-10\nend: 2025-09\n"),
    Kind.ORGANISATIONS: ORGANISATIONS,
    Kind.BASELINE: BASELINE,
}

_WORD = re.compile(r"\w+")
_TOKENS = (
    ": ¦:¦\n- ¦- ¦, ¦,¦[¦]¦{¦}¦{a: ¦&a ¦*a¦!x ¦!y%ED%A0%80 ¦!!¦<<: ¦? ¦\n¦\n  ¦\r\n¦\r¦\t¦ ¦ #¦# c¦\t# ¦'¦\"¦"
    '\'\'¦"\\q"¦"\\e"¦"\\ud800"¦\\¦|¦>¦>-\n ¦|\n  ¦@¦`¦%¦---\n¦\n---\n¦\n...\n¦%YAML 1.1\n¦%TAG ! z\n¦'
    "%FOO\n¦\n=======\n¦\n<<<<<<< a\n¦\n>>>>>>> b\n¦null¦~¦true¦NO¦0¦-1¦010¦2025¦2025-13¦2025-02-30¦2025-Q5¦"
    "FY2025-27¦2025-04..¦P3M¦P999999Y¦9 moons¦0 days¦x#y¦a/b#c¦#¦/¦title¦note¦id¦due¦lead¦entries¦milestones¦"
    "depends_on¦x-own¦renamed_from: ¦cancelled: {}¦completed: ¦state: closed¦é¦é¦😀¦"
    "\U0001f469\u200d\U0001f527¦\u2028¦\u2029¦\ufdd0¦\ufeff¦\u202e¦\u061c¦\u200b¦\ufffe¦\uffff¦\x00¦\x07¦"
    "\x1b[31m¦\x7f¦\x9b¦＝1¦=1+1¦::error::¦\ud800"
)
TOKENS = [*_TOKENS.split("¦"), "[" * 40, "- " * 40, "{a: " * 40]
BYTES = [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xf4\x90\x80\x80", b"\x85"]
DATES = ["2025", "2025-04", "2025-04-01", "2024-02-29", "2025-Q2", "2025-autumn", "FY2025-26", "1900", "2199-12-31"]
WORDS = [*DATES, "3 months", "P2W", "P30D", "1 year", "2025..2026", "..2025", "2025-04..", "next May", "Feb 2004"]
WORDS += ["31/12/2025", "Q3 2024", "HR", "Personnel", "data", "plan", "x", "x#a", "pay", "overdue", "red", "action"]


class Input(NamedTuple):
    """One input: which of the trials it is for, and what they are given."""

    number: int
    trial: str
    kind: Kind
    data: bytes
    words: tuple[str, ...]


def make(seed: int, number: int) -> Input:
    """The input of a number, the same for the same seed on every machine."""
    rng = Random(f"{seed}:{number}")
    trial = rng.choices(("tree", "edit", "words"), (5, 2, 3))[0]
    kind = rng.choice([Kind.ACTION, Kind.PROJECT] if trial == "edit" else list(SEEDS))
    text = _laid_out(SEEDS[kind], rng)
    data = _damaged(text, rng) if trial == "tree" else text.encode()
    return Input(number, trial, kind, data, tuple(_word(rng) for _ in range(4)))


def _laid_out(text: str, rng: Random) -> str:
    """A valid file as somebody else might lay it out."""
    lines = text.splitlines(keepends=True)
    for _ in range(rng.randrange(4)):
        at = rng.randrange(len(lines) + 1)
        lines.insert(at, rng.choice(["\n", "# remark\n", "   \n", "      # further in: {x}\n"]))
    text = "".join(lines)
    if rng.random() < 0.3:
        text = text.replace("  #", rng.choice(["\t#", " #", "   # due: x #"]))
    if rng.random() < 0.2:
        text = text.rstrip("\n")
    text = text.replace("\n", rng.choice(["\n", "\n", "\n", "\r\n", "\r"]))
    return ("\ufeff" if rng.random() < 0.1 else "") + text


def _damaged(text: str, rng: Random) -> bytes:
    """A file after one to eight changes of its text, and sometimes one of its bytes."""
    for _ in range(rng.randint(1, 8)):
        text = rng.choice(_CHANGES)(text, rng)[:20_000]
    data = text.encode("utf-8", "surrogatepass")
    if rng.random() < 0.05:
        at = rng.randrange(len(data) + 1)
        data = data[:at] + rng.choice(BYTES) + data[at + rng.randrange(2) :]
    return data


def _inserted(text: str, rng: Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + "".join(rng.choice(TOKENS) for _ in range(rng.randint(1, 3))) + text[at:]


def _replaced_word(text: str, rng: Random) -> str:
    words = list(_WORD.finditer(text))
    if not words:
        return text
    word = rng.choice(words)
    return text[: word.start()] + rng.choice([*TOKENS, *WORDS]) + text[word.end() :]


def _cut(text: str, rng: Random) -> str:
    start = rng.randrange(len(text) + 1)
    return text[:start] + text[start + rng.choice([1, 1, 2, 5, 20, 200]) :]


def _repeated(text: str, rng: Random) -> str:
    start = rng.randrange(len(text) + 1)
    end = start + rng.choice([1, 2, 10, 60])
    return text[:end] + text[start:end] * rng.choice([1, 1, 2, 40]) + text[end:]


def _moved(text: str, rng: Random) -> str:
    lines = text.splitlines(keepends=True)
    if lines:
        line = lines.pop(rng.randrange(len(lines)))
        lines.insert(rng.randrange(len(lines) + 1), " " * rng.randrange(3) + line)
    return "".join(lines)


def _spliced(text: str, rng: Random) -> str:
    other = SEEDS[rng.choice(list(SEEDS))]
    return text[: rng.randrange(len(text) + 1)] + other[rng.randrange(len(other)) :]


_CHANGES = (_inserted, _inserted, _replaced_word, _replaced_word, _cut, _cut, _repeated, _moved, _spliced)


def _word(rng: Random) -> str:
    """A word that somebody gives to an option."""
    word = rng.choice(WORDS)
    for _ in range(rng.randrange(3)):
        at = rng.randrange(len(word) + 1)
        word = word[:at] + rng.choice([*TOKENS, "0", "9", "-", "..", " ", "٣", "²"]) + word[at + rng.randrange(3) :]
    return word
