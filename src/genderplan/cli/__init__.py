"""Command line: converts what is typed, calls, prints, returns.

Nothing below it reads a clock, nor the environment but to find and to run the programs of others.
"""
