"""Assessments: what was found section by section of a framework, by date or side by side."""
