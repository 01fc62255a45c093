"""Errors that stop a run, as opposed to what is found in a plan."""


class GenderplanError(Exception):
    """A run that cannot answer: wrong usage, or nothing to read. The command line exits with 2."""


class UsageError(GenderplanError):
    """An argument or an option that cannot be meant."""


class WriteError(GenderplanError):
    """A file that cannot be written; what was there before is untouched."""


class OutputError(GenderplanError):
    """Stdout that cannot be written: full, closed, or without a reader."""


class NothingToReadError(GenderplanError):
    """No tree, no plan, or no baseline to answer from."""


class NoPlanYetError(NothingToReadError):
    """A commit that held no plan anywhere: whatever is there now is new."""


class NoRepositoryError(NothingToReadError):
    """No git, or no repository where one was looked for."""
