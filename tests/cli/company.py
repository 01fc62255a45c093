"""An invented company's plans: two plans, in which every field of the contract has a value somewhere and every
status and RAG occurs on 15 January 2025, the first plan's status date."""

from pathlib import Path

from support import tree

AS_OF = "2025-01-15"

ORGANISATIONS = """\
Company: {name: The Company}
HR: {name: Human Resources, part_of: Company, aliases: [Personnel, H R]}
Finance: {name: Finance Department, aliases: [Accounts]}
Audit: {name: Internal Audit, aliases: [Accounts]}
HR-Board: {kind: board, part_of: HR}
HR-Director:
  name: Director of Human Resources
  kind: post
  holders:
    - {name: A. Person, acting: true, from: 2024-07}
University: {name: University of the North, kind: partner}
"""

PAY = """\
genderplan: 1
title: Equal pay and careers plan
state: draft
long_term_aim: Close the pay gap in every grade
aims:
  - {id: know-the-gap, title: To know the pay gap of every grade}
period: {start: 2024-09, end: 2026-03}
status_date: 2025-01-15
tolerance: 1 month
due_soon: 30 days
objectives:
  - {id: data, title: Pay data}
  - {id: careers, title: Careers}
  - {id: openness, title: Openness}
currency: GBP
budget:
  - {year: 2025, amount: 300000, approximate: true, note: Around so much.}
sources:
  - {id: board-paper, title: "Board paper 12: equal pay", date: 2024-09-30}
"""

PUBLISH_GAP = """\
title: To publish the pay gap by grade
objective: data
order: 10
lead: HR
inputs: [Finance, {text: payroll extract}]
output: Annual pay gap report
milestones:
  - id: extract
    title: Extract payroll by grade
    due: 2024-12
    completed: 2024-12-20
  - id: report
    title: Publish the report
    due: 2025-04
    forecast: 2025-05
    depends_on: extract
    revisions:
      - {date: 2024-11-05, was: 2025-03, reason: Payroll system moved, approved_by: HR-Board}
  - id: pilot
    title: Try the report with two departments over three months
    duration: 3 months
    note: A length without a date.
    tags: [trial]
    x-cost: "1000"
updates:
  - {date: 2025-01-10, by: HR, text: Extract done for all grades., source: {document: board-paper}}
source: {document: board-paper, place: "Objective 1, action 1"}
"""

REVIEW_GRADES = """\
title: To review the grades
objective: data
order: 20
lead: [Finance, HR]
due: 2025-06-30
note: Waits for the report.
tags: [pay, grades]
x-cost: 1000
indicators: senior-posts
cost:
  - {amount: 25000, year: 2025, kind: new, fte: 0.5, funder: The board, approximate: true, note: A guess.}
"""

TRAIN_PANELS = """\
title: To train every panel
objective: careers
lead: HR
revisions:
  - {date: 2024-10-01, field: due, was: 2025-01, reason: No trainer}
milestones:
  - id: trainer
    title: Choose a trainer
    due: 2024-12-31
    lead: HR-Director
  - id: course
    title: Hold the first course
    due: 2025-02-10
    depends_on: {milestone: trainer, lag: P1M}
  - id: handbook
    title: Print a handbook
    cancelled: {date: 2024-10-01, reason: No room for it}
"""

RETURN_TO_WORK = """\
title: Return to work after a career break
groups: [Carers, Parents]
partners: [{role: Sponsor}, HR, {organisation: University, role: Evaluator}]
start: 2025-01
end: 2025-09
milestones:
  - {id: pilot-site, title: Choose a pilot site, due: 2025-01-31}
  - {id: evaluation, title: Evaluate the pilot, due: 2025-Q3, lead: University}
"""

BOARD_1 = """\
genderplan: 1
name: board-1
title: As agreed by the board
taken: 2024-09-30
plan:
  title: Equal pay plan
  long_term_aim: Close the pay gap
  aims:
    - {id: know-the-gap, title: To know the pay gap}
    - {id: be-open, title: To be open about pay}
  objectives:
    - {id: data, title: Pay data}
    - {id: careers, title: Career paths}
    - {id: culture, title: Culture}
indicators:
  senior-posts:
    title: Women in senior posts
    unit: percent
    good: up
    targets:
      - {by: 2025-12, value: 40, category: officers}
    categories:
      - {id: officers, title: Officers}
entries:
  publish-gap:
    kind: action
    title: To publish the pay gap
    objective: data
    lead: Finance
    inputs: [HR]
    milestones:
      - {id: extract, title: Extract payroll by grade, due: 2024-12}
      - {id: report, title: Publish the report, due: 2025-03}
      - {id: pilot, title: Try the report with two departments over three months, due: 2025-06}
      - {id: letter, title: Write to all staff, due: 2025-05}
  train-panels:
    kind: action
    title: To train every panel
    objective: careers
    lead: HR
    milestones:
      - {id: trainer, title: Choose a trainer, due: 2024-12-31}
      - {id: course, title: Hold the first course, due: 2025-02-20}
  exhibition:
    kind: project
    title: An exhibition
    milestones:
      - {id: room, title: Find a room}
"""

SENIOR_POSTS = """\
title: Women in senior posts
unit: percent
good: up
lead: HR
data_source: Staff census
every: 1 year
categories:
  - {id: officers, title: Officers, note: Of all ranks., tags: [rank]}
  - {id: staff, title: Staff}
baseline: {period: 2020, value: 31.4, category: officers, note: The first census., source: {document: board-paper}}
targets:
  - {by: 2025-12, value: 35, category: officers, note: Agreed in 2020., source: {place: page 2}}
  - {category: staff, value: no-target}
values:
  - {period: 2021, category: officers, value: 32}
  - {period: 2022, category: officers, value: 33.10, base: 1133, kind: outcome, note: Counted twice.}
  - period: 2024
    category: officers
    value: 34
    kind: projected
    survey: {sent: 98, returned: 45}
    source: {document: board-paper}
  - {period: 2022, category: staff, value: 40}
  - {period: 2024, category: staff, value: pending, expected: 2025-02, reason: The census is late.}
benchmarks:
  - id: labour-market
    title: Women in the labour market
    value: 44
    note: Of the city.
    tags: [city]
    source: {document: board-paper}
x-census: yearly
note: A measure of the census.
tags: [pay]
x-table: "12"
source: {document: board-paper}
"""

SKETCH = """\
genderplan: 1
name: sketch
title: The first sketch
entries: {}
"""

FILES = {
    "organisations.yaml": ORGANISATIONS,
    "pay/plan.yaml": PAY,
    "pay/actions/publish-gap.yaml": PUBLISH_GAP,
    "pay/actions/data/review-grades.yaml": REVIEW_GRADES,
    "pay/actions/train-panels.yaml": TRAIN_PANELS,
    "pay/projects/return-to-work.yaml": RETURN_TO_WORK,
    "pay/indicators/senior-posts.yaml": SENIOR_POSTS,
    "pay/baselines/board-1.yaml": BOARD_1,
    "pay/baselines/sketch.yaml": SKETCH,
    "sites/plan.yaml": "genderplan: 1\ntitle: Safe sites\n",
    "sites/actions/survey.yaml": "title: To survey the sites\nlead: Company\nmilestones:\n"
    "  - {id: walk, title: Walk the sites by night, due: 2025-03}\n",
}

NOUNS = (
    "entries",
    "actions",
    "projects",
    "milestones",
    "indicators",
    "objectives",
    "organisations",
    "plans",
    "updates",
)

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("status",),
    *(("list", noun) for noun in NOUNS),
    ("show", "publish-gap"),
    ("show", "publish-gap#report"),
    ("show", "senior-posts"),
    ("show", "HR"),
    ("show", "pay"),
    ("slippage",),
    ("impact",),
    ("impact", "--critical"),
    ("indicators",),
    ("costs",),
    ("costs", "--by", "lead"),
    ("timeline",),
    ("validate",),
    ("check",),
    ("baseline", "list"),
    ("baseline", "show", "board-1"),
)
"""Every command that reads, with every noun."""


def company(tmp_path: Path, **changed: str) -> Path:
    """The company's tree."""
    return tree(tmp_path, FILES | changed)
