"""The report in a real browser: it renders, says nothing on the console and asks for nothing."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from select import select
from typing import Any

import pytest

from careeradvisor.output.report.folder import ReportFolder
from careeradvisor.output.report.html import write_report
from careeradvisor.profile.answers import Answers
from careeradvisor.views.report import report_view

from .samples import (
    CASES,
    DESK,
    TODAY,
    advice_of,
    bundled,
    hostile_catalogue,
    html_of_case,
    view_of,
)

CHROMIUM = next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    None,
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND"),
    "--remote-debugging-pipe",
)
# The browser reads commands from descriptor 3 and answers on 4.
_LAUNCH = (
    "import os, sys; r, w = int(sys.argv[1]), int(sys.argv[2]); "
    "os.dup2(r, 3); os.dup2(w, 4); os.execv(sys.argv[3], sys.argv[3:])"
)
_PATIENCE = 60.0


class Browser:
    """A headless Chromium, spoken to through a pipe in its own protocol."""

    def __init__(self, folder: Path) -> None:
        commands, self._send = os.pipe()
        self._receive, answers = os.pipe()
        # Out of the way of 3 and 4, which the launcher overwrites.
        commands, answers = (_moved_up(fd) for fd in (commands, answers))
        assert CHROMIUM is not None
        self._log = (folder / "stderr").open("wb")
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-c", _LAUNCH, str(commands), str(answers)),
                *(CHROMIUM, *_FLAGS, f"--user-data-dir={folder / 'data'}", "about:blank"),
            ],
            pass_fds=(commands, answers),
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            start_new_session=True,
        )
        os.close(commands)
        os.close(answers)
        self._buffer = b""
        self._number = 0
        self.events: list[dict[str, Any]] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)[
            "sessionId"
        ]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable", in_page=True)

    def call(self, method: str, *, in_page: bool = False, **params: Any) -> dict[str, Any]:
        """Send one command and return its result; events on the way are kept."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if in_page:
            message["sessionId"] = self._session
        os.write(self._send, json.dumps(message).encode() + b"\0")
        while (answer := self._next()).get("id") != self._number:
            self.events.append(answer)
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def open(self, page: Path) -> None:
        """Load a page and wait until it has loaded."""
        self.events.clear()
        self.call("Page.navigate", in_page=True, url=page.as_uri())
        while not self.of("Page.loadEventFired"):
            self.events.append(self._next())
        # Whatever the page starts by itself has started when two frames have been drawn.
        self.evaluate("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))")

    def of(self, method: str) -> list[dict[str, Any]]:
        """The parameters of all events of one kind since the page was opened."""
        return [event["params"] for event in self.events if event.get("method") == method]

    def evaluate(self, script: str) -> Any:
        """The value of an expression in the page, asked by the debugger, not by the page."""
        result = self.call(
            "Runtime.evaluate",
            in_page=True,
            expression=script,
            returnByValue=True,
            awaitPromise=True,
        )
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def pdf(self, width: float, height: float) -> bytes:
        """The page printed on paper of a size in inches."""
        printed = self.call(
            "Page.printToPDF",
            in_page=True,
            paperWidth=width,
            paperHeight=height,
            printBackground=True,
            preferCSSPageSize=True,
        )
        return base64.b64decode(printed["data"])

    def close(self) -> None:
        """End the browser and all that it has started."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._send)
        os.close(self._receive)
        self._log.close()

    def _next(self) -> dict[str, Any]:
        until = time.monotonic() + _PATIENCE
        while b"\0" not in self._buffer:
            ready, _, _ = select([self._receive], [], [], max(0.0, until - time.monotonic()))
            assert ready, "the browser does not answer"
            chunk = os.read(self._receive, 1 << 20)
            assert chunk, "the browser ended"
            self._buffer += chunk
        message, self._buffer = self._buffer.split(b"\0", 1)
        found: dict[str, Any] = json.loads(message)
        return found


def _moved_up(fd: int) -> int:
    import fcntl

    moved = fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(fd)
    return moved


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    browser = Browser(tmp_path_factory.mktemp("browser"))
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    write_report(path, view_of(bundled(), *CASES["one state, many wishes"]))
    return path


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "report.html"
    write_report(path, view_of(hostile_catalogue(), Answers(DESK)))
    return path


def said(browser: Browser) -> list[str]:
    """All that the page has made the browser say: console calls, log entries, errors."""
    found = [str(e["args"]) for e in browser.of("Runtime.consoleAPICalled")]
    found += [e["entry"]["text"] for e in browser.of("Log.entryAdded")]
    return found + [str(e["exceptionDetails"]) for e in browser.of("Runtime.exceptionThrown")]


def asked_for(browser: Browser) -> set[str]:
    return {e["request"]["url"] for e in browser.of("Network.requestWillBeSent")}


def test_the_browser_would_notice(browser: Browser, tmp_path: Path) -> None:
    """Without this, a browser that notices nothing would pass all the others."""
    page = tmp_path / "noisy.html"
    page.write_text(
        "<!DOCTYPE html><img src=http://evil.example/a.png>"
        "<script>console.error('noise'); window.hacked = 1</script>"
    )
    browser.open(page)
    assert any("noise" in text for text in said(browser))
    assert "http://evil.example/a.png" in asked_for(browser)
    assert browser.evaluate("window.hacked") == 1


@pytest.mark.parametrize("kind", ["report", "hostile"])
def test_it_renders_in_silence_and_asks_for_nothing(
    browser: Browser, kind: str, request: pytest.FixtureRequest
) -> None:
    path: Path = request.getfixturevalue(kind)
    browser.open(path)
    assert said(browser) == []
    assert asked_for(browser) == {path.as_uri()}
    assert browser.evaluate("document.querySelectorAll('section').length") >= 8
    assert browser.evaluate("document.compatMode") == "CSS1Compat"
    # The style sheet is in force, so its hash is the one that the policy names.
    assert browser.evaluate("getComputedStyle(document.body).maxWidth") == "800px"
    assert browser.evaluate("window.hacked === undefined")
    assert browser.evaluate("document.scripts.length + document.images.length") == 0


def test_the_pictures_are_drawn(browser: Browser, report: Path) -> None:
    browser.open(report)
    sizes = browser.evaluate(
        "[...document.querySelectorAll('svg')].map(s => s.getBoundingClientRect())"
        ".map(r => [r.width, r.height])"
    )
    # A fit bar for each of three careers, a bar for each dated step, pay and money.
    assert len(sizes) > 3 + 3 * 3 + 2
    assert all(width > 20 and height > 5 for width, height in sizes)


@pytest.mark.parametrize("name", CASES)
def test_labels_stay_within_their_picture_and_off_each_other(
    browser: Browser, name: str, tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    page.write_text(html_of_case(name), encoding="utf-8")
    browser.open(page)
    clashes = browser.evaluate(
        """[...document.querySelectorAll('svg.picture')].flatMap(svg => {
            const frame = svg.getBoundingClientRect();
            const texts = [...svg.querySelectorAll('text')];
            const boxes = texts.map(t => [t, t.getBoundingClientRect()]);
            const out = boxes.filter(([, b]) =>
                b.left < frame.left - 1 || b.right > frame.right + 1
                || b.top < frame.top - 1 || b.bottom > frame.bottom + 1);
            const on = boxes.filter(([, a], i) => boxes.some(([, b], j) => j > i
                && a.left < b.right - 1 && b.left < a.right - 1
                && a.top < b.bottom - 3 && b.top < a.bottom - 3));
            return [...out, ...on].map(([t]) => t.textContent);
        })"""
    )
    assert clashes == []


def test_every_picture_and_table_has_a_name_for_those_who_hear_the_page(
    browser: Browser, report: Path
) -> None:
    browser.open(report)
    browser.call("Accessibility.enable", in_page=True)
    nodes = browser.call("Accessibility.getFullAXTree", in_page=True)["nodes"]
    browser.call("Accessibility.disable", in_page=True)
    named = {
        role: [n["name"]["value"] for n in nodes if not n["ignored"] and n["role"]["value"] == role]
        for role in ("image", "table", "region", "heading")
    }
    assert named["image"] == ["Pay a year", "Earnings over ten years, added up"]
    assert len(named["table"]) == 2 + 3 + 3
    for role, names in named.items():
        assert all(names), role


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("kind", ["report", "hostile"])
def test_nothing_runs_off_the_side_of_the_screen(
    browser: Browser, kind: str, width: int, request: pytest.FixtureRequest
) -> None:
    browser.call(
        "Emulation.setDeviceMetricsOverride",
        in_page=True,
        width=width,
        height=800,
        deviceScaleFactor=1,
        mobile=False,
    )
    try:
        browser.open(request.getfixturevalue(kind))
        assert browser.evaluate("document.documentElement.scrollWidth") <= width
    finally:
        browser.call("Emulation.clearDeviceMetricsOverride", in_page=True)


@pytest.mark.parametrize("name", ["index.html", "group.html"])
def test_pages_for_a_group_are_silent_and_fit_a_telephone(
    browser: Browser, name: str, tmp_path: Path
) -> None:
    with ReportFolder(tmp_path / "pages", TODAY) as folder:
        for _ in range(2):
            advice = advice_of(bundled(), Answers(DESK))
            folder.add(advice, report_view(advice, 3, TODAY, name="Wolfeschlegelsteinhausen" * 3))
    page = tmp_path / "pages" / name
    size = {"width": 320, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    browser.call("Emulation.setDeviceMetricsOverride", in_page=True, **size)
    try:
        browser.open(page)
        assert said(browser) == []
        assert asked_for(browser) == {page.as_uri()}
        assert browser.evaluate("document.documentElement.scrollWidth") <= 320
    finally:
        browser.call("Emulation.clearDeviceMetricsOverride", in_page=True)


@pytest.mark.parametrize(
    ("paper", "size"), [("A4", (8.27, 11.69)), ("Letter", (8.5, 11.0))], ids=["A4", "Letter"]
)
def test_it_prints_on_both_papers(
    browser: Browser, report: Path, paper: str, size: tuple[float, float]
) -> None:
    browser.open(report)
    printed = browser.pdf(*size)
    assert printed.startswith(b"%PDF-")
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    # An overview, one or two for each of three plans, four for the rest; some room for fonts.
    assert 8 <= len(boxes) <= 16
    for box in boxes:
        width, height = (float(number) for number in box)
        assert abs(width - size[0] * 72) < 2
        assert abs(height - size[1] * 72) < 2


def test_the_print_style_starts_each_plan_on_a_new_page(browser: Browser, report: Path) -> None:
    browser.open(report)
    browser.call("Emulation.setEmulatedMedia", in_page=True, media="print")
    try:
        breaks = browser.evaluate(
            "[...document.querySelectorAll('section')]"
            ".map(s => [s.id, getComputedStyle(s).breakBefore])"
        )
        own = {name for name, rule in breaks if rule == "page"}
        assert own == {"plan-1", "plan-2", "plan-3", "compare"}
        assert browser.evaluate("getComputedStyle(document.querySelector('nav')).display") == "none"
        # What is wider than the window on a screen may not be cut off on paper.
        assert set(
            browser.evaluate(
                "[...document.querySelectorAll('.scroll')].map(s => getComputedStyle(s).overflowX)"
            )
        ) == {"visible"}
    finally:
        browser.call("Emulation.setEmulatedMedia", in_page=True, media="")
