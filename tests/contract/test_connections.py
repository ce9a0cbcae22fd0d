"""No telemetry: a reading session, watched in all of its processes, asks for what it was given and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from pytest_httpserver import HTTPServer

PAGE = """<!doctype html><html><head><title>Ferry stays in port</title>
<meta property="og:image" content="/quay.jpg"><link rel="canonical" href="https://post.example/ferry">
<script src="https://counter.example/c.js"></script></head><body><article><h1>Ferry stays in port</h1>
<p>“We wait for the wind to drop,” said Ada Moss, who chairs the dockers' union, on Monday in Brindle.</p>
<p>The ferry between Brindle and Harwell did not sail for a second day, and the market stayed closed.</p>
<p>Piet Calder, the harbour master, denied that anybody had been told of the danger before the storm.</p>
<img src="https://counter.example/p.gif"></article></body></html>"""

# Python runs this file at the start of every process that finds it, those of the workers too.
WATCH = """
import os, sys
def _told(event, values):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        told = values[1]
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        told = values[:2]
    else:
        return
    with open(os.environ["WATCHED"], "a") as log:
        log.write(f"{event} {told!r}\\n")
sys.addaudithook(_told)
"""

SESSION = """
import asyncio, sys
from reader.cli.app import app
from reader.settings.config import Config
from reader.ui.app import OnRecord
from reader.ui.screens.article import ArticleScreen
from reader.workers import Lanes

async def read(address, workers):
    screen = OnRecord(Config(), workers, source=address)
    async with screen.run_test(size=(130, 30)) as pilot:
        while not (isinstance(screen.screen, ArticleScreen) and screen.screen.desk.current.analysis.quotes):
            await pilot.pause(0.05)
        await pilot.press("]", "a", "!", "escape", "i", "escape", "s", "y", "t", "question_mark", "escape", "Q")

if __name__ == "__main__":
    workers = Lanes()
    try:
        asyncio.run(read(sys.argv[1], workers))
    finally:
        workers.close()
    app(["summarize", sys.argv[1]], standalone_mode=False)
"""


def test_only_what_was_asked_for_is_asked_for(httpserver: HTTPServer, tmp_path: Path) -> None:
    httpserver.expect_request("/ferry").respond_with_data(PAGE, content_type="text/html")
    httpserver.expect_request("/quay.jpg").respond_with_data(b"\xff\xd8no picture", content_type="image/jpeg")
    (tmp_path / "sitecustomize.py").write_text(WATCH)
    (tmp_path / "session.py").write_text(SESSION)
    log = tmp_path / "watched"
    own = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "STATE", "DATA", "CACHE")}
    environment = os.environ | own | {"PYTHONPATH": str(tmp_path), "WATCHED": str(log), "no_proxy": "127.0.0.1"}
    command = [sys.executable, str(tmp_path / "session.py"), f"http://127.0.0.1:{httpserver.port}/ferry"]
    ran = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "“We wait for the wind to drop,”" in ran.stdout
    seen = set(log.read_text().splitlines())
    server = f"('127.0.0.1', {httpserver.port})"
    assert f"socket.connect {server}" in seen
    assert not [line for line in seen if not line.endswith(server)]
    assert {request.path for request, _ in httpserver.log} <= {"/ferry", "/quay.jpg"}
