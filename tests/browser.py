"""A real browser for tests: Chromium without a window, spoken to over a pipe (no network)."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")


class Page:
    """A page that the browser shows; `problems`: what its console and its policy complained of."""

    def __init__(self, commands: int, answers: int) -> None:
        self._commands = os.fdopen(commands, "wb", buffering=0)
        self._answers = os.fdopen(answers, "rb")
        self._count = 0
        self._session: str | None = None
        self._waiting = b""
        self._before: str | None = None
        self.problems: list[str] = []
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self._ask(f"{domain}.enable")

    def open(self, path: Path, fragment: str = "") -> None:
        """Show a file, and wait until it is loaded."""
        self._ask("Page.navigate", url=path.as_uri() + fragment)
        while self._read().get("method") != "Page.loadEventFired":
            pass

    def run(self, script: str) -> Any:  # noqa: ANN401  # whatever the script's value is
        """Return the value of an expression in JavaScript."""
        answer = self._ask("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def on_every_page(self, script: str) -> None:
        """Run a script on each page that is opened from now on, before the page's own."""
        if self._before:
            self._ask("Page.removeScriptToEvaluateOnNewDocument", identifier=self._before)
        answer = self._ask("Page.addScriptToEvaluateOnNewDocument", source=script)
        self._before = answer["identifier"]

    def visible(self, selector: str) -> list[str]:
        """Return the texts of the elements that can be seen."""
        found: list[str] = self.run(
            f"Array.from(document.querySelectorAll({json.dumps(selector)}))"
            ".filter(e => e.checkVisibility()).map(e => e.textContent)"
        )
        return found

    def type(self, selector: str, text: str) -> None:
        """Put a text into a field as a person would."""
        self.run(
            f"(f => {{ f.value = {json.dumps(text)};"
            " f.dispatchEvent(new Event('input', {bubbles: true})); })"
            f"(document.querySelector({json.dumps(selector)}))"
        )

    def resize(self, width: int, height: int) -> None:
        """Give the window a size in CSS pixels."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self._ask("Emulation.setDeviceMetricsOverride", **size)

    def picture(self) -> str:
        """Return what the window shows as a PNG in Base64."""
        data: str = self._ask("Page.captureScreenshot", format="png")["data"]
        return data

    def printed(self, **options: object) -> str:
        """Return the page as a PDF in Base64."""
        data: str = self._ask("Page.printToPDF", **options)["data"]
        return data

    def close(self) -> None:
        """End the browser."""
        self._session = None
        self._ask("Browser.close")
        self._commands.close()
        self._answers.close()

    def _ask(self, method: str, **parameters: object) -> dict[str, Any]:
        self._count += 1
        message = {"id": self._count, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._commands.write(json.dumps(message).encode() + b"\0")
        while (answer := self._read()).get("id") != self._count:
            pass
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._waiting:
            piece = os.read(self._answers.fileno(), 65536)
            assert piece, "the browser has ended"
            self._waiting += piece
        line, _, self._waiting = self._waiting.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        if message.get("method") in {"Runtime.exceptionThrown", "Log.entryAdded"}:
            self.problems.append(json.dumps(message["params"]))
        return message


@contextmanager
def browsing(folder: Path) -> Iterator[Page]:
    """Start a browser whose profile is in a folder, and end it."""
    assert PROGRAM
    commands_in, commands = os.pipe()
    answers, answers_out = os.pipe()

    def take_pipes() -> None:
        # The browser reads its commands from 3 and answers on 4; neither may be the other's source.
        copies = os.dup(commands_in), os.dup(answers_out)
        for number, copy in zip((3, 4), copies, strict=True):
            os.dup2(copy, number)

    options = [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
        "--no-first-run", f"--user-data-dir={folder / 'profile'}",
    ]  # fmt: skip
    process = subprocess.Popen(  # noqa: S603  # the system's browser
        [PROGRAM, *options],
        close_fds=False,
        preexec_fn=take_pipes,  # noqa: PLW1509  # before any thread is started
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(commands_in)
    os.close(answers_out)
    page = Page(commands, answers)
    try:
        yield page
    finally:
        page.close()
        process.wait()
