"""A small client of Chromium: a page as somebody sees it, over the browser's own protocol and two pipes.

It needs no port, no driver and no network; what it writes stays in the folder that it is given.
"""

import fcntl
import json
import os
import select
import signal
import time
from base64 import b64decode
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

_PATIENCE = 60
_END = b"\0"
_PART = 1 << 16
_LISTENS, _TELLS = 3, 4
"""The numbers of the pipes in the browser."""

_ABOVE = 10
"""From here on numbers of files are in nobody's way when those two are laid."""

_OPTIONS = (
    "--headless",
    "--remote-debugging-pipe",
    "--no-sandbox",  # the pages are our own, and a container or root has no sandbox
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--hide-scrollbars",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-sync",
    "--disable-component-update",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)


class Browser:
    """A browser with one empty page."""

    def __init__(self, program: str, folder: Path) -> None:
        self._program, self._folder, self._log = program, folder, folder / "stderr"
        self._count = 0
        self._session: dict[str, str] = {}
        self._unread = b""
        self._events: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        (its_in, self._write), (self._read, its_out) = _pipe(), _pipe()
        folder = str(self._folder)
        self._sockets = TemporaryDirectory(prefix="gp-", dir="/tmp")  # a socket's path has 108 bytes at most
        self._process = os.posix_spawn(
            self._program,
            [self._program, *_OPTIONS, f"--user-data-dir={folder}", "about:blank"],
            {
                "HOME": folder,
                "TMPDIR": self._sockets.name,
                "PATH": os.environ.get("PATH", os.defpath),
                "LANG": "C.UTF-8",
            },
            file_actions=[
                (os.POSIX_SPAWN_DUP2, its_in, _LISTENS),
                (os.POSIX_SPAWN_DUP2, its_out, _TELLS),
                (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                (os.POSIX_SPAWN_OPEN, 2, str(self._log), os.O_WRONLY | os.O_CREAT, 0o600),
            ],
            setpgroup=0,
        )
        os.close(its_in)
        os.close(its_out)
        try:
            self._attach()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _attach(self) -> None:
        target = self.request("Target.createTarget", url="about:blank")["targetId"]
        self._session = {"sessionId": self.request("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]}
        for domain in ("Page", "Log"):
            self.request(f"{domain}.enable")

    def __exit__(self, *_: object) -> None:
        self._session = {}
        with suppress(BrokenPipeError):
            self._send("Browser.close")
        os.close(self._write)
        while select.select([self._read], [], [], _PATIENCE)[0] and os.read(self._read, _PART):
            pass  # until it has closed its end
        os.close(self._read)
        with suppress(ProcessLookupError):
            os.killpg(self._process, signal.SIGKILL)  # those that it started may outlive it for a while
        os.waitpid(self._process, 0)
        self._sockets.cleanup()

    def open(self, document: Path) -> None:
        """Show a file, once all of it is there."""
        self._events.clear()
        self.request("Page.navigate", url=document.as_uri())
        self._until("Page.loadEventFired")

    def look(self, width: int, *, scheme: str = "light", media: str = "screen") -> None:
        """How wide the window is, in CSS pixels, which colours its owner prefers, and whether it is `print`."""
        self.request("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        preference = {"name": "prefers-color-scheme", "value": scheme}
        self.request("Emulation.setEmulatedMedia", media=media, features=[preference])

    def sheets(self, width: float, height: float) -> int:
        """How many sheets it is printed on, of paper of so many inches."""
        self.request("Emulation.setEmulatedMedia", media="print")
        printed = self.request("Page.printToPDF", paperWidth=width, paperHeight=height)
        return b64decode(printed["data"]).count(b"/Type /Page\n")

    def evaluate(self, expression: str) -> Any:
        """What a script in the page comes to; a promise is waited for."""
        answer = self.request("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def complaints(self) -> list[str]:
        """What the browser itself had to say of the page: what its policy forbade, what could not be loaded."""
        return [event["params"]["entry"]["text"] for event in self._events if event["method"] == "Log.entryAdded"]

    def request(self, method: str, **params: Any) -> Any:
        """The browser's answer."""
        mine = self._send(method, **params)
        while (message := self._next()).get("id") != mine:
            self._events.append(message)
        assert "error" not in message, message["error"]
        return message["result"]

    def _send(self, method: str, **params: Any) -> int:
        self._count += 1
        message = {"id": self._count, "method": method, "params": params} | self._session
        unsent = json.dumps(message).encode() + _END
        while unsent:
            unsent = unsent[os.write(self._write, unsent) :]
        return self._count

    def _until(self, event: str) -> None:
        while not any(told["method"] == event for told in self._events):
            self._events.append(self._next())

    def _next(self) -> dict[str, Any]:
        deadline = time.monotonic() + _PATIENCE
        while _END not in self._unread:
            left = max(deadline - time.monotonic(), 0)
            assert select.select([self._read], [], [], left)[0], "the browser says nothing"
            part = os.read(self._read, _PART)
            assert part, f"the browser has stopped: {self._log.read_text(errors='replace')}"
            self._unread += part
        first, _, self._unread = self._unread.partition(_END)
        message: dict[str, Any] = json.loads(first)
        return message


def _pipe() -> tuple[int, int]:
    """A pipe to read from and to write to, with high numbers; neither end is inherited as it is."""
    ends = os.pipe()
    above = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, _ABOVE) for end in ends]
    for end in ends:
        os.close(end)
    return above[0], above[1]
