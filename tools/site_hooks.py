"""What mkdocs calls while it builds the site: pages that stand beside docs/ are taken in, without copies."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

_ROOT = Path(__file__).parent.parent
_BESIDE = {"contributing.md": "CONTRIBUTING.md", "changelog.md": "CHANGELOG.md"}
"""Pages of the site, and the files of the repository that they are."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The files of docs/, and those beside it."""
    for page, name in _BESIDE.items():
        files.append(File.generated(config, page, content=(_ROOT / name).read_text(encoding="utf-8")))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Links that lead out of docs/ or into it, as the site has them."""
    if page.file.src_uri in _BESIDE:
        return markdown.replace("](docs/", "](")
    for target, name in _BESIDE.items():
        markdown = markdown.replace(f"](../{name}", f"]({target}")
    return markdown
