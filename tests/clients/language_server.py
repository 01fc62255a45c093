"""A small client of a language server: what an editor does with a file that somebody types in."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any, Self

_PATIENCE = 60
_UNKNOWN_METHOD = -32601


class LanguageServer:
    """A server over stdio that has been told of a folder; what it asks and says meanwhile is answered and kept."""

    def __init__(self, command: list[str], folder: Path, settings: Mapping[str, Any]) -> None:
        self._folder = folder
        self._settings = settings
        self._count = 0
        self._opened: set[str] = set()
        self._arrived: Queue[dict[str, Any] | None] = Queue()
        self._process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._listener = Thread(target=self._listen, daemon=True)

    def __enter__(self) -> Self:
        self._listener.start()
        self.request(
            "initialize",
            processId=None,
            rootUri=self._folder.as_uri(),
            workspaceFolders=[{"uri": self._folder.as_uri(), "name": "plans"}],
            capabilities={
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}, "publishDiagnostics": {}},
            },
        )
        self.notify("initialized")
        self.notify("workspace/didChangeConfiguration", settings=dict(self._settings))
        return self

    def __exit__(self, *_: object) -> None:
        self.request("shutdown")
        self.notify("exit")
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(_PATIENCE)
        self._listener.join(_PATIENCE)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def open(self, texts: Mapping[str, str]) -> dict[str, list[dict[str, Any]]]:
        """Open files of the folder, each with its text in the editor: what the server finds in each.

        A file is opened once in a server's life, so that no answer to an earlier text can be taken for one to this.
        """
        names = {(self._folder / name).as_uri(): name for name in texts}
        assert not names.keys() & self._opened
        self._opened |= names.keys()
        for uri, name in names.items():
            document = {"uri": uri, "languageId": "yaml", "version": 1, "text": texts[name]}
            self.notify("textDocument/didOpen", textDocument=document)
        found: dict[str, list[dict[str, Any]]] = {}
        while len(found) < len(texts):
            message = self._next()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] in names:
                found[names[message["params"]["uri"]]] = message["params"]["diagnostics"]
        return found

    def hover(self, name: str, line: int, column: int) -> str:
        """What the server shows at a place of an open file; lines and columns count from 1."""
        result = self.request("textDocument/hover", **self._at(name, line, column))
        value: str = result["contents"]["value"] if result else ""
        return value

    def completions(self, name: str, line: int, column: int) -> list[str]:
        """The labels of what the server offers at a place of an open file."""
        result = self.request("textDocument/completion", **self._at(name, line, column))
        return [item["label"] for item in (result["items"] if isinstance(result, dict) else result or [])]

    def request(self, method: str, **params: Any) -> Any:
        """The server's answer to a request."""
        self._count += 1
        mine = self._count
        self._send({"id": mine, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == mine and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def notify(self, method: str, **params: Any) -> None:
        """Tell the server something that needs no answer."""
        self._send({"method": method, "params": params})

    def _at(self, name: str, line: int, column: int) -> dict[str, Any]:
        uri = (self._folder / name).as_uri()
        return {"textDocument": {"uri": uri}, "position": {"line": line - 1, "character": column - 1}}

    def _next(self) -> dict[str, Any]:
        """The next message that is no question of the server's; those are answered."""
        while True:
            try:
                message = self._arrived.get(timeout=_PATIENCE)
            except Empty:
                raise AssertionError("the language server says nothing") from None
            assert message is not None, "the language server has stopped"
            if "method" not in message or "id" not in message:
                return message
            self._answer(message)

    def _answer(self, asked: dict[str, Any]) -> None:
        if asked["method"] == "workspace/configuration":
            wanted = [item.get("section", "") for item in asked["params"]["items"]]
            self._send({"id": asked["id"], "result": [self._settings.get(section) for section in wanted]})
        elif asked["method"] in {"client/registerCapability", "window/workDoneProgress/create"}:
            self._send({"id": asked["id"], "result": None})
        else:
            error = {"code": _UNKNOWN_METHOD, "message": f"this client knows no {asked['method']}"}
            self._send({"id": asked["id"], "error": error})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0"} | message).encode("utf-8")
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        """Take in messages until the server ends; None then stands for the end."""
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            name, _, value = header.decode("ascii").partition(":")
            if name.lower() == "content-length":
                length = int(value)
            elif not header.strip():
                self._arrived.put(json.loads(stream.read(length)))
        self._arrived.put(None)
