"""What a finding means, why it matters and how it is mended: the pages of `explain` and of the manual."""

from genderplan.manual.pages import GROUPS, Page, page, pages
from genderplan.manual.trees import Example, ExampleFile

__all__ = ["GROUPS", "Example", "ExampleFile", "Page", "page", "pages"]
