"""Pages as HTML in a real browser: no barrier that axe-core finds, wide or narrow, light or dark, and on paper."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.test_help import commands
from cli_runner import call
from clients.browser import Browser
from clients.documents import ALL, PAGES, document_of
from clients.finding import node_modules, program
from formats.everything import HOSTILE, shown
from support import PLAN, tree

WIDE, NARROW, ZOOMED = 1280, 320, 640
"""A window, the narrowest that WCAG asks for, and the first at 200 %, in CSS pixels."""

PAPER = {"main *": 1009, "main :not(.broad *)": 680}
"""A4 between its margins, across for what is broad and upright for all else."""

SHEETS = {"A4": (8.27, 11.69), "A4 across": (11.69, 8.27), "US Letter": (8.5, 11)}
"""Width and height in inches."""

_RULES = [f"wcag{version}" for version in ("2a", "2aa", "21a", "21aa", "22a", "22aa")] + ["best-practice"]
_OF_COLOURS = ["color-contrast", "link-in-text-block"]
_OF_ROOM = ["scrollable-region-focusable", "target-size"]
_CHECK = """
axe.run({runOnly: %s, resultTypes: ['violations']}).then(result =>
  result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}\\n${node.failureSummary}`)))
"""
_LEAVE_ONE_OF_EACH = """
whole = document.body.cloneNode(true);
const seen = new Set(), without_words = each => each.outerHTML.replace(/>[^<]+/g, '>').replace(/ (?!class)[a-z-]+="[^"]*"/g, '');
for (const each of document.querySelectorAll('section, tr, li, p, svg *')) {
  let like = without_words(each);
  for (let up = each; up = up.parentElement;) like += `${up.localName}.${up.className}`;
  if (seen.has(like)) each.remove(); else seen.add(like);
}
"""
_BRING_BACK = "document.body.replaceWith(whole)"
_CHANGED_IF = """
[...document.styleSheets[0].cssRules].filter(each => each instanceof CSSMediaRule).reduce((changed, each) => ({
  ...changed,
  [each.conditionText]: [...(changed[each.conditionText] ?? []), ...[...each.cssRules].flatMap(rule => [...rule.style])]
}), {})
"""
_WIDTH = "document.documentElement.scrollWidth"
_CUT = """
[...document.querySelectorAll('%s')].filter(each => !each.parentElement.closest('svg')
  && each.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(each => each.outerHTML)
"""
_UNREACHABLE = """
[...document.querySelectorAll('*')].filter(each => each.scrollWidth > each.clientWidth && each.tabIndex < 0
  && getComputedStyle(each).overflowX === 'auto').map(each => each.outerHTML)
"""


@pytest.fixture(scope="module")
def axe() -> str:
    return (node_modules("axe-core") / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(program("chromium"), tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture(scope="module", params=ALL)
def page(request: pytest.FixtureRequest, browser: Browser, documents: Path) -> Browser:
    """The browser as it shows a page: opened once for all that is looked at in it."""
    browser.open(document_of(request.param, documents))
    return browser


@pytest.fixture
def sample(page: Browser, axe: str) -> Iterator[Browser]:
    """The page with one section, row, item and shape of each make: axe, which is in it, takes long for each element."""
    page.evaluate(f"{axe}; {_LEAVE_ONE_OF_EACH}; 0")
    yield page
    page.evaluate(f"{_BRING_BACK}; 0")


def test_nobody_meets_a_barrier(sample: Browser) -> None:
    sample.look(NARROW)
    assert sample.evaluate(_CHECK % json.dumps(_RULES)) == [], "narrow, light"
    sample.look(WIDE, scheme="dark")
    assert sample.evaluate(_CHECK % json.dumps(_OF_COLOURS + _OF_ROOM)) == [], "wide, dark"
    assert sample.complaints() == []


def test_only_tables_and_drawings_scroll_sideways_without_their_captions(page: Browser) -> None:
    for width in (WIDE, ZOOMED, NARROW):
        page.look(width)
        assert page.evaluate(_WIDTH) == width
        assert page.evaluate(_CUT % "caption, figcaption") == []
        assert page.evaluate(_UNREACHABLE) == []


def test_nothing_is_cut_on_paper(page: Browser) -> None:
    for elements, width in PAPER.items():
        page.look(width, media="print")
        assert page.evaluate(_CUT % elements) == []


def test_only_colours_differ_in_the_dark_and_only_room_in_a_window_of_another_width(
    browser: Browser, documents: Path
) -> None:
    """So nothing else is looked at again."""
    browser.open(document_of("everything", documents))
    changed: dict[str, list[str]] = browser.evaluate(_CHANGED_IF)
    dark, widths = changed.pop("screen and (prefers-color-scheme: dark)"), changed
    assert [each for each in dark if not re.fullmatch(r"color-scheme|--[a-z0-9-]+", each)] == []
    assert len(widths) >= 1
    assert all(re.fullmatch(r"\((max|min)-width: .+\)|print", each) for each in widths)
    room = re.compile(r"(padding|margin|width|max-width|min-width)(-\w+)?")
    assert [each for on, told in widths.items() if on != "print" for each in told if not room.fullmatch(each)] == []


def test_one_page_is_one_sheet_of_any_paper(browser: Browser, documents: Path, tmp_path: Path) -> None:
    """Also of a plan that has far more to tell than there is room for, most of it on lines of their own."""
    objectives = "".join(f"  - {{id: o{at}, title: O}}\n" for at in range(40))
    action = "title: A\nmilestones: [{id: m, title: Late, due: 2024-12}, {id: n, title: Soon, due: 2025-02}]\n"
    files = {f"p/actions/a{at}.yaml": action for at in range(40)}
    crowded = tree(tmp_path, {"p/plan.yaml": f"{PLAN}status_date: 2025-01-15\nobjectives:\n{objectives}", **files})
    report = documents / "crowded.html"
    report.write_text(call("report", "--one-page", "--tree", str(crowded), "--format", "html").out, encoding="utf-8")
    for document in (report, document_of("report of one page", documents)):
        browser.open(document)
        plans = browser.evaluate("document.querySelectorAll('h2').length")
        assert {paper: browser.sheets(*size) for paper, size in SHEETS.items()} == dict.fromkeys(SHEETS, plans)


def test_the_style_is_in_force(browser: Browser, documents: Path) -> None:
    """The policy knows it by its hash; else all of the above would be of a bare page."""
    browser.open(document_of("everything", documents))
    colours = set()
    for scheme in ("light", "dark"):
        browser.look(WIDE, scheme=scheme)
        colours.add(browser.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
    assert colours == {"rgb(255, 255, 255)", "rgb(20, 23, 28)"}


def test_what_the_policy_forbids_is_not_done(browser: Browser, documents: Path) -> None:
    document = documents / "forbidden.html"
    scripts = "<script>document.title = 'run'</script><p style='color: red'>a</p><img src='x.png'>"
    page = document_of("everything", documents).read_text(encoding="utf-8")
    document.write_text(page.replace("</main>", f"{scripts}</main>"), encoding="utf-8")
    browser.open(document)
    assert browser.evaluate("document.title") == "Everything that a page can hold"
    assert len(browser.complaints()) == 3


def test_a_focused_table_is_seen(browser: Browser, documents: Path) -> None:
    browser.open(document_of("everything", documents))
    browser.look(NARROW)
    outline = "getComputedStyle(document.activeElement).outline"
    browser.evaluate("document.querySelector('.wide').focus({focusVisible: true})")
    assert browser.evaluate(outline) == "rgb(11, 87, 164) solid 3px"


def test_a_browser_reads_every_text_as_it_is(browser: Browser, documents: Path) -> None:
    browser.open(document_of("everything", documents))
    told: list[str] = browser.evaluate("[...document.querySelectorAll('section p')].map(each => each.textContent)")
    assert told[: len(HOSTILE)] == [shown(text) for text in HOSTILE]
    names: list[str] = browser.evaluate("[...document.querySelectorAll('td code')].map(each => each.textContent)")
    assert set(map(shown, HOSTILE)) <= set(names)


def test_a_page_with_barriers_is_noticed(browser: Browser, documents: Path, axe: str) -> None:
    document = documents / "bad.html"
    document.write_text("<title>A</title><h1>One</h1><h3 style='color: #ccc'>Three</h3><img src=x>", encoding="utf-8")
    browser.open(document)
    browser.evaluate(f"{axe}; 0")
    browser.look(WIDE)
    told: list[str] = browser.evaluate(_CHECK % json.dumps(_RULES))
    rules = {each.partition(":")[0] for each in told}
    assert {"html-has-lang", "image-alt", "heading-order", "color-contrast", "landmark-one-main"} <= rules
    [pale] = browser.evaluate(_CHECK % json.dumps(_OF_COLOURS))
    assert pale.startswith("color-contrast: <h3")


def test_of_what_is_alike_but_for_its_words_one_is_left(browser: Browser, documents: Path) -> None:
    document = documents / "alike.html"
    rows = "<tr><td id=a>A</td></tr><tr><td id=b>B</td></tr><tr class=late><td>C</td></tr><tr><td>D<b>E</b></td></tr>"
    body = f"<body><table>{rows}</table><table class=wide>{rows}</table></body>"
    document.write_text(f"<!DOCTYPE html><title>A</title>{body}", encoding="utf-8")
    browser.open(document)
    told = "document.body.textContent.trim()"
    assert browser.evaluate(f"{_LEAVE_ONE_OF_EACH}; {told}") == "ACDEACDE"
    assert browser.evaluate(f"{_BRING_BACK}; {told}") == "ABCDEABCDE"


def test_every_command_that_has_pages_is_tested() -> None:
    with_pages = {" ".join(names) for names in commands() if " html" in call(*names, "--help").out}
    tested = {next((name for name in with_pages if f"{page} ".startswith(f"{name} ")), page) for page in PAGES}
    assert tested == with_pages
