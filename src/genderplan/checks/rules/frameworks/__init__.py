"""Frameworks: the sections that are named, and what a plan that follows one has to have."""
