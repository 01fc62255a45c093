"""Start of a run: from here on an interrupt ends it in words. All that takes time is imported behind them."""

import os

_INTERRUPTED = 130


def main() -> None:
    """Run what the arguments say, and exit."""
    try:
        import signal

        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # one that is ignored stays ignored
            signal.signal(signal.SIGINT, _end)
    except KeyboardInterrupt:
        _end()
    from genderplan.cli import app

    app.main()


def _end(*_: object) -> None:
    """End at once: an exception could be swallowed by whatever is being imported, or be told with its traceback.

    Nothing is left behind; where files are written, `cli.writing.changing` has an interrupt raised instead.
    """
    try:
        if "_GENDERPLAN_COMPLETE" not in os.environ:  # else a shell would print it into the line that is being typed
            os.write(2, b"\n" * os.isatty(2) + b"genderplan: interrupted\n")
    finally:
        os._exit(_INTERRUPTED)
