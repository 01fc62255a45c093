"""Pages of commands as HTML documents in files, for clients that read such files.

A command's page is tested by a line in `PAGES`.
"""

from pathlib import Path

from cli_runner import REPOSITORY, call
from formats.everything import everything
from genderplan.formats import html
from repositories import a_year

WOMEN = ("--plan", "women-2003")

PAGES: dict[str, tuple[str, ...]] = {
    "status": ("status", "--measures"),
    "status of a year": ("status", "--since", "git:board/1"),
    "list": ("list",),
    "list milestones": ("list", "milestones"),
    "show": ("show", "identify-customer-groups"),
    "show milestone": ("show", "identify-customer-groups#services"),
    "show organisation": ("show", "ACOS"),
    "show plan": ("show", "women-2003"),
    "slippage": ("slippage", *WOMEN),
    "slippage of a year": ("slippage", "--against", "git:board/1"),
    "impact": ("impact", *WOMEN),
    "impact critical": ("impact", "--critical", *WOMEN),
    "impact why": ("impact", "media-strategy#external-campaign", "--why"),
    "history of a year": ("history",),
    "trend of a year": ("trend",),
    "timeline": ("timeline", *WOMEN),
    "baseline list": ("baseline", "list"),
    "baseline show": ("baseline", "show", "draft-1"),
    "coverage": ("coverage", "mayors-directions", "--by", "safest-city"),
    "gaps": ("gaps",),
    "due": ("due", "--until", "2008-12", "--by", "kind"),
    "workload": ("workload",),
    "calendar": ("calendar", "--from", "2007", "--to", "2008"),
    "report": ("report",),
    "report of one page": ("report", "--one-page"),
    "annex actions": ("annex", "actions", *WOMEN),
    "annex projects": ("annex", "projects", *WOMEN),
    "annex timescale": ("annex", "timescale", *WOMEN),
    "agenda": ("agenda", "EODB", "--on", "2008-06-05"),
    "assessments": ("assessments", "success-factors"),
    "glossary": ("glossary",),
    "indicators": ("indicators",),
    "costs": ("costs",),
    "list sections": ("list", "sections"),
    "list updates": ("list", "updates"),
    "show indicator": ("show", "strength-bme"),
    "show section": ("show", "mayors-directions/safety-of-women"),
    "framework list": ("framework", "list"),
    "framework show": ("framework", "show", "sdg-5"),
    "check": ("check",),
    "validate": ("validate", "--notes"),
    "explain": ("explain", "GP107"),
    "explain measure": ("explain", "hit-rate"),
    "explain all": ("explain",),
}
"""A run of every command that has pages, by a name that begins with the command's; `of a year` in a repository."""

ALL = ("everything", *PAGES)
"""What can be read: the page that has every block and value, and those of the commands."""


def document_of(name: str, folder: Path) -> Path:
    """The file in a folder that holds a page's document."""
    path = folder / f"{name}.html"
    if not path.exists():
        path.write_text(html.written(everything()) if name == "everything" else _run(name, folder), encoding="utf-8")
    return path


def _run(name: str, folder: Path) -> str:
    result = call(*PAGES[name], "--format", "html", cwd=_year(folder) if name.endswith(" of a year") else REPOSITORY)
    assert result.code in {0, 1}, result.err
    return result.out


def _year(folder: Path) -> Path:
    """The invented company's repository, with a history."""
    year = folder / "year"
    if not year.exists():
        year.mkdir()
        a_year(year)
    return year
