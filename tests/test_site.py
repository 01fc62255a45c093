"""The documentation builds as a site: strictly, every link leads on, and no page asks another host for anything."""

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag

import pytest

from docs_blocks import ROOT

PAGES = sorted(path.with_suffix(".html").name for path in (ROOT / "docs").glob("*.md"))
BESIDE = ["changelog.html", "contributing.html"]
FETCHED = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src"}
FETCHING_RELATIONS = {"stylesheet", "preload", "preconnect", "icon", "modulepreload", "dns-prefetch"}


class Seen(HTMLParser):
    """What a page has for others to link to, what it links to, and what a browser fetches for it."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.anchors.add(given["id"])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        wanted = FETCHED.get(tag, "")
        if wanted in given and (tag != "link" or set(given.get("rel", "").split()) & FETCHING_RELATIONS):
            self.fetched.append(given[wanted])


class Site(NamedTuple):
    """The folder of the site, what the build said, and what came or went in the repository meanwhile."""

    folder: Path
    said: str
    left: set[Path]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder, before = tmp_path_factory.mktemp("site"), _there()
    said = _build(folder)
    return Site(folder, said, _there() ^ before)


def _there() -> set[Path]:
    return {*ROOT.iterdir(), *(ROOT / "docs").rglob("*"), *(ROOT / "tools").iterdir()}


def _build(folder: Path) -> str:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def pages(built: Site) -> dict[str, Seen]:
    return {page.name: Seen(page) for page in built.folder.glob("*.html") if page.name != "404.html"}


def test_it_builds_without_a_warning(built: Site) -> None:
    levels = {line.split()[0] for line in built.said.splitlines() if line.strip()}
    assert levels == {"INFO"}, built.said


def test_it_has_every_page_and_those_beside_docs(pages: dict[str, Seen]) -> None:
    assert sorted(pages) == sorted([*PAGES, *BESIDE])


def test_every_page_is_in_the_navigation(pages: dict[str, Seen]) -> None:
    assert set(pages) - {"index.html"} <= {urldefrag(link).url for link in pages["index.html"].links}


def test_links_and_anchors_lead_on(built: Site, pages: dict[str, Seen]) -> None:
    lost = [
        f"{name}: {link}"
        for name, seen in pages.items()
        for link in seen.links
        if not re.match(r"https?:|mailto:", link) and not _leads_on(link, name, built.folder, pages)
    ]
    assert lost == []


def _leads_on(link: str, page: str, site: Path, pages: dict[str, Seen]) -> bool:
    path, anchor = urldefrag(link)
    target = (site / page).parent / unquote(path) if path else site / page
    if target.resolve() == site.resolve() or not anchor:
        return target.exists()
    return target.name in pages and unquote(anchor) in pages[target.name].anchors


def test_a_browser_asks_no_other_host(built: Site, pages: dict[str, Seen]) -> None:
    elsewhere = re.compile(r"(?:https?:)?//")
    assert [(name, each) for name, seen in pages.items() for each in seen.fetched if elsewhere.match(each)] == []
    styles = [
        path for path in built.folder.rglob("*.css") if re.search(r"url\(['\"]?(https?:)?//", path.read_text("utf-8"))
    ]
    assert styles == []


def test_the_pictures_are_shown_and_ask_no_host() -> None:
    pictures = sorted((ROOT / "docs" / "images").glob("*.svg"))
    assert [picture.stem for picture in pictures] == ["slippage", "status", "timeline", "trend"]
    for picture in pictures:
        text = picture.read_text(encoding="utf-8")
        assert re.findall(r"https?://[^\"' )]+", text) == ["http://www.w3.org/2000/svg"]
        assert "@font-face" not in text
        first = (("README.md", "docs/images"), ("docs/index.md", "images"))
        for page, path in (("docs/history.md", "images"),) if picture.stem == "trend" else first:
            assert f"]({path}/{picture.name})" in (ROOT / page).read_text(encoding="utf-8")


def test_building_leaves_nothing_in_the_repository(built: Site) -> None:
    assert (built.folder / "index.html").is_file()
    assert built.left == set()
