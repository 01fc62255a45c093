"""Pictures in pages of HTML: what each holds, and what none may hold."""

import re
from xml.etree import ElementTree as ET


def pictures(html: str) -> list[ET.Element]:
    """Each picture of a page, as it stands there, names without their namespace.

    It says what it shows, and styles and runs nothing.
    """
    roots = [ET.fromstring(each) for each in re.findall(r"<svg .*?</svg>", html, re.DOTALL)]
    for root in roots:
        for each in root.iter():
            each.tag = each.tag.rpartition("}")[2]
        assert root.get("role") == "img"
        assert [each.tag for each in root][:2] == ["title", "desc"]
        assert all(each.text for each in root[:2])
        assert not any({"style", "class", "id", "href"}.intersection(each.keys()) for each in root.iter())
        assert not {"script", "style", "a"}.intersection(each.tag for each in root.iter())
        assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    return roots


def texts(picture: ET.Element) -> list[str]:
    """The texts that are seen in a picture."""
    return [each.text or "" for each in picture.iter("text")]
