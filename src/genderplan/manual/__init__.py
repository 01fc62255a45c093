"""Meaning of findings and measures: the pages of `explain` and of the manual."""

from genderplan.manual.measures import MEASURES, MeasurePage, measure
from genderplan.manual.pages import GROUPS, CodePage, page, pages
from genderplan.manual.trees import Example, ExampleFile

__all__ = ["GROUPS", "MEASURES", "CodePage", "Example", "ExampleFile", "MeasurePage", "measure", "page", "pages"]
