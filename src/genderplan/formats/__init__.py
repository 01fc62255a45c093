"""Formats of pages: one module each, with one function `written`; its name is that of the format."""
