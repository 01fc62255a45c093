"""Command line: converts what is typed, calls, prints, returns.

Nothing below it reads a clock or the environment.
"""
