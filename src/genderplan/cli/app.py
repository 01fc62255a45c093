"""`genderplan`: finds the command, runs it, and turns every way to stop into an exit code."""

import atexit
import errno
import gc
import os
import signal
import sys
from contextlib import suppress
from io import StringIO
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperCommand

from genderplan import __version__
from genderplan.cli.options import Common, Group, new_app, spread
from genderplan.cli.shell.completion import VARIABLE, answer, finish_installation
from genderplan.commands import COMMANDS
from genderplan.errors import GenderplanError, OutputError
from genderplan.imports import object_at

try:
    from typer.exceptions import TyperException
except ModuleNotFoundError:  # before typer 0.28
    from typer._click.exceptions import ClickException as TyperException

_USAGE, _INTERNAL, _INTERRUPTED = 2, 3, 130
_OF_STREAMS = frozenset((errno.ENOSPC, errno.EFBIG, errno.EPIPE, errno.EBADF, errno.EIO, errno.EINVAL))
"""What a full disk, a closed stream, or a pipe without a reader answers, on Windows too."""


class _LateGroup(Group):
    """A group whose commands are imported when they are run; until then something of their name stands for them."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        return TyperCommand(cmd_name, short_help=COMMANDS[cmd_name].help)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name, command, rest = super().resolve_command(ctx, args)
        if name is not None:
            command = typer.main.get_command(object_at(f"cli.commands.{name}:app"))
            command.name = name
        return name, command, rest


app = new_app(cls=_LateGroup, no_args_is_help=True, add_completion=True)


def _print_version(wanted: bool) -> bool:
    if wanted:
        print(__version__)  # noqa: T201
        raise typer.Exit
    return wanted


@app.callback()
@spread
def genderplan(
    ctx: typer.Context,
    common: Common,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version.")
    ] = False,
) -> int:
    """Plans for gender equality as plain text: where they stand, what slipped, what is due.

    Examples:

      genderplan init

      genderplan status

      genderplan list milestones --status overdue
    """
    ctx.obj = common
    return int(version)  # an eager option: a run that gets here did not ask for it


def main() -> None:
    """Run what the arguments say and exit: 0 clean, 1 findings, 2 usage, 3 internal error, 130 interrupted."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some takes a tenth of the start
    gc.disable()  # a run ends before much of what it makes could become garbage
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `genderplan list | head` ends quietly
    if None in {sys.stdin, sys.stdout, sys.stderr}:
        from genderplan.cli.output import stand_in

        stand_in()
    code = answer(run) if VARIABLE in os.environ else run(sys.argv[1:])
    _leave(code)


def _leave(code: int) -> NoReturn:
    """End the process once all is said; the system takes back its memory faster than the interpreter would."""
    atexit._run_exitfuncs()  # noqa: SLF001 - what others, as a measure of coverage, have asked for
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def run(arguments: list[str]) -> int:
    """The exit code of one run, at whose end all that it said is written."""
    try:
        result = _carried_out(arguments)
    except (KeyboardInterrupt, typer.Abort):
        result = _INTERRUPTED
    except Exception as error:
        result = _stopped(error, arguments)
    if result == _INTERRUPTED:
        from genderplan.cli.output import say

        say("interrupted")
    try:
        sys.stdout.flush()
    except OSError as error:
        from genderplan.cli.output import unwritten

        return _stopped(OutputError(unwritten(error)), arguments)
    return result if isinstance(result, int) else 0


def _carried_out(arguments: list[str]) -> object:
    """What the command returns."""
    try:
        return typer.main.get_command(app).main(arguments, prog_name="genderplan", standalone_mode=False)
    except SystemExit as end:  # typer's, once it has answered a shell or taught one
        if "--install-completion" in arguments:
            finish_installation()
        return int(end.code or 0)


def _stopped(error: Exception, arguments: list[str]) -> int:
    """The exit code of a run that cannot go on; why is said on stderr.

    What is neither wrong with the arguments nor with the surroundings is an error of the program.
    """
    from genderplan.cli.output import let_go, say, say_lines

    if isinstance(error, TyperException):
        _show(error)
        return error.exit_code
    reason = str(error) if isinstance(error, GenderplanError) else _reason(error, arguments)
    if reason is not None:
        say(reason)
        if isinstance(error, OutputError):
            let_go("stdout")
        return _USAGE
    if "--debug" in arguments:
        from traceback import format_exception

        say_lines("".join(format_exception(error)))
    else:
        say(f"internal error: {type(error).__name__}: {error} (--debug shows where)")
    return _INTERNAL


def _show(error: TyperException) -> None:
    """A usage error in typer's words, with the command's usage where there is one."""
    from genderplan.cli.output import say, say_lines
    from genderplan.text import one_line

    error.message = _plain(error)
    show = getattr(error, "show", None)
    if show is None:
        say(error.format_message())
        return
    if type(error).__name__ != "NoArgsIsHelpError":  # whose message is the help, in lines
        said = one_line(error.format_message())
        error.format_message = lambda: said  # type: ignore[method-assign]
    shown = StringIO()
    show(file=shown)
    say_lines(shown.getvalue())


def _plain(error: TyperException) -> str:
    """What is wrong with a value. typer gives pydantic's words, with the words of its own rule within them."""
    details = getattr(error.__cause__, "errors", None)
    rule = details()[0].get("ctx", {}).get("error") if details else None
    return str(rule) if isinstance(rule, ValueError) else error.message


def _reason(error: Exception, arguments: list[str]) -> str | None:
    """What an error is of the current folder, of stdout, to which typer writes help by itself, or of its installation.

    None where it is of something else.
    """
    from genderplan.cli.output import let_go, unwritten

    if not isinstance(error, OSError):
        return None
    try:
        os.getcwd()  # noqa: PTH109 - nothing is done with it
    except OSError:
        return "the current folder is gone: go to one that is there"
    if "--install-completion" in arguments and error.filename:
        return f"completion cannot be installed: {error.filename}: {error.strerror}"
    if error.filename or error.errno not in _OF_STREAMS:
        return None
    let_go("stdout")
    return unwritten(error)


__all__ = ["app", "main", "run"]
