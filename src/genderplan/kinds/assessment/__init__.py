"""Assessments against frameworks: levels and answers, on a day."""
