"""`genderplan`: finds the command, runs it, and turns every way to stop into an exit code."""

import gc
import os
import signal
import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from genderplan import __version__
from genderplan.cli.options import Common, new_app, spread
from genderplan.errors import GenderplanError

_COMMANDS = {
    "status": "status",
    "list": "listing",
    "show": "show",
    "slippage": "slippage",
    "timeline": "timeline",
    "validate": "validate",
    "check": "check",
    "baseline": "baseline",
}
"""Each command and its module, in the order of help; a module is imported when its command is used."""

_USAGE, _INTERNAL, _INTERRUPTED = 2, 3, 130


class _LateGroup(TyperGroup):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"genderplan.cli.{_COMMANDS[cmd_name]}")
        command = typer.main.get_command(module.app)
        command.name = cmd_name
        return command


app = new_app(cls=_LateGroup, no_args_is_help=True)


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
    """Plans for gender equality as plain text: where they stand, what slipped, what is due."""
    ctx.obj = common
    return int(version)  # an eager option: a run that gets here did not ask for it


def main() -> None:
    """Run what the arguments say and exit: 0 clean, 1 findings, 2 usage, 3 internal error, 130 interrupted."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some takes a tenth of the start
    gc.disable()  # a run ends before much of what it makes could become garbage
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `genderplan list | head` ends quietly
    code = run(sys.argv[1:])
    gc.freeze()  # nor is there a use in looking for any on the way out
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """The exit code of one run."""
    try:
        result = typer.main.get_command(app).main(arguments, prog_name="genderplan", standalone_mode=False)
    except TyperException as error:
        _show(error)
        return error.exit_code
    except GenderplanError as error:
        _tell(str(error))
        return _USAGE
    except (KeyboardInterrupt, typer.Abort):
        return _INTERRUPTED
    except Exception as error:
        return _internal(error, arguments)
    return result if isinstance(result, int) else 0


def _show(error: TyperException) -> None:
    """A usage error in typer's words, with the command's usage where there is one."""
    show = getattr(error, "show", None)
    if show is None:
        _tell(error.format_message())
    else:
        show(file=sys.stderr)


def _internal(error: Exception, arguments: list[str]) -> int:
    if "--debug" in arguments:
        import traceback

        traceback.print_exception(error)
    else:
        _tell(f"internal error: {type(error).__name__}: {error} (--debug shows where)")
    return _INTERNAL


def _tell(message: str) -> None:
    encoding = sys.stderr.encoding or "utf-8"
    text = message.encode(encoding, "backslashreplace").decode(encoding)
    print(f"genderplan: {text}", file=sys.stderr)  # noqa: T201


__all__ = ["app", "main", "run"]
