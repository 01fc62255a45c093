"""Frameworks: frameworks/ID.yaml."""
