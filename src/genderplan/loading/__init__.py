"""Files to a plan and findings, in named stages: files → documents → models → rows → plans → tree."""

from genderplan.loading.tree import load_tree

__all__ = ["load_tree"]
