"""An HTML document as the standard library's parser reads it."""

from html.parser import HTMLParser
from typing import NamedTuple

_EMPTY = frozenset(("meta", "link", "br", "hr", "img", "input"))


class Tag(NamedTuple):
    """A start tag with its attributes."""

    name: str
    attributes: dict[str, str | None]


class Parsed(HTMLParser):
    """The document's tags in their order, and the text between them, in as many pieces as there are tags."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.doctype = ""
        self.tags: list[Tag] = []
        self.steps: list[tuple[object, ...]] = []
        self.texts: list[str] = [""]
        self._open: list[str] = []
        self.feed(document)
        self.close()
        assert not self._open, self._open

    def text_of(self, name: str) -> list[str]:
        """The text right behind each start tag of a name."""
        return [
            text
            for step, text in zip(self.steps, self.texts[1:], strict=True)
            if step[0] == "start" and step[1] == name
        ]

    def named(self, name: str) -> list[dict[str, str | None]]:
        """The attributes of each element of a name."""
        return [tag.attributes for tag in self.tags if tag.name == name]

    def handle_decl(self, decl: str) -> None:
        assert not self.steps
        self.doctype = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _EMPTY:
            self._open.append(tag)
        self._start(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert "svg" in self._open, f"<{tag}/>"
        self._start(tag, attrs)

    def _start(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), attrs
        self.tags.append(Tag(tag, dict(attrs)))
        self._step("start", tag, *attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        self._step("end", tag)

    def _step(self, *step: object) -> None:
        self.steps.append(step)
        self.texts.append("")

    def handle_data(self, data: str) -> None:
        self.texts[-1] += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")
