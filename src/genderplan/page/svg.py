"""SVG of drawings: elements with numbers as short as can be, text that is safe, and a picture that says what it shows.

A picture on a page has the page's colours: its ink is what text has there, all else is told apart on light and on dark.
"""

import re
from typing import NamedTuple, TypeAlias
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from genderplan.text import NO_XML, in_xml, one_line

INK = "currentColor"
GRID = "#80808066"
"""What lines have that are behind all else; it shows a little on any ground."""

Look: TypeAlias = str | float
"""The value of an attribute of an element; underscores of its name stand for hyphens."""


class DaySpan(NamedTuple):
    """Days along an axis of so many pixels."""

    first: int
    last: int
    pixels: int

    def at(self, day: int) -> float:
        """How far along the axis a day is."""
        return (day - self.first) * self.pixels / (self.last - self.first)

    def holds(self, day: int) -> bool:
        return self.first <= day <= self.last


def picture(title: str, description: str) -> Element:
    """The root of a picture on a page, with what it is called and what it shows in words."""
    root = Element("svg", xmlns="http://www.w3.org/2000/svg", role="img", fill=INK)
    root.set("font-family", "sans-serif")
    root.set("font-size", "13")
    SubElement(root, "title").text = plain(one_line(title))
    SubElement(root, "desc").text = plain(one_line(description))
    return root


def add(parent: Element, name: str, **look: Look) -> Element:
    """An element in another."""
    written = {key.replace("_", "-"): each if isinstance(each, str) else pixels(each) for key, each in look.items()}
    return SubElement(parent, name, written)


def resize(root: Element, width: float, height: float) -> None:
    """Make a picture as large as what is drawn in it."""
    root.set("viewBox", f"0 0 {pixels(width)} {pixels(height)}")
    root.set("width", pixels(width))
    root.set("height", pixels(height))


def document_of(root: Element, *, alone: bool = False) -> str:
    """The whole document, in ASCII: all else is a reference. One that stands `alone` says that it is XML."""
    indent(root)
    document: bytes = tostring(root, encoding="us-ascii", xml_declaration=alone)
    return in_xml(document.decode("ascii"))


def pixels(value: float) -> str:
    """A number as short as a tenth of a pixel allows."""
    return f"{value:.1f}".removesuffix(".0")


def plain(text: str) -> str:
    """Text without the few signs that XML cannot hold."""
    return re.sub(NO_XML, "\ufffd", text)
