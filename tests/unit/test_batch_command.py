"""`onrecord batch` with workers of flesh: killed and gone on with, on this machine and on a Dask cluster."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from reader.cli.app import app

PAGE = """<html><head><title>Ferry {0} stays in port</title></head><body><article><h1>Ferry {0} stays in port</h1>
<p>“Ferry {0} waits for the wind to drop,” said Ada Moss, who chairs the dockers' union, on Monday in Brindle.</p>
<p>The ferry between Brindle and Harwell did not sail for a day, and the market stayed closed.</p></article></body>"""
PAGES = 5
ON_RECORD = [sys.executable, "-c", "from reader.cli import main; main()", "batch"]


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "own"))
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(PAGES):
        (folder / f"{number}.html").write_text(PAGE.format(number), encoding="utf-8")
    (folder / "copy.html").write_text(PAGE.format(0), encoding="utf-8")
    return folder


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """The address of a scheduler with one worker."""
    file = tmp_path / "scheduler.json"
    here = ["--scheduler-file", str(file), "--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0"]
    dask = [sys.executable, "-m", "dask"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    begun = [subprocess.Popen([*dask, "scheduler", "--port", "0", *here], **quiet)]  # type: ignore[call-overload]
    try:
        worker = [
            "worker",
            *here,
            "--nworkers",
            "1",
            "--nthreads",
            "1",
            "--no-nanny",
            "--local-directory",
            str(tmp_path),
        ]
        begun.append(subprocess.Popen([*dask, *worker], **quiet))  # type: ignore[call-overload]
        while not file.exists():
            time.sleep(0.05)
        yield json.loads(file.read_text())["address"]
    finally:
        for process in begun:
            process.kill()
            process.wait()


def run(*args: str) -> Result:
    return CliRunner().invoke(app, ["batch", *args], prog_name="onrecord")


def read(lines: str) -> list[str]:
    return sorted(json.loads(line)["article"]["headline"] for line in lines.splitlines())


def test_killed_it_goes_on_and_says_how_far_it_is(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    asked = [str(pages), "-o", str(out), "--jobs", "1", "--part-size", "1"]
    process = subprocess.Popen([*ON_RECORD, *asked], env=os.environ, stderr=subprocess.DEVNULL)
    while not list(out.glob("part-*")) and process.poll() is None:
        time.sleep(0.01)
    process.kill()
    process.wait()
    result = run(*asked, "--join")
    assert (result.exit_code, result.stderr) == (
        0,
        "5 articles, 0 failed.\n  1 skipped: met before in the same input\n",
    )
    whole = (out / "readings.jsonl").read_text(encoding="utf-8")
    assert read(whole) == [f"Ferry {number} stays in port" for number in range(PAGES)]
    assert all(quote["text"] for line in whole.splitlines() for quote in json.loads(line)["quotes"])
    assert run("--status", str(out)).stdout.startswith("5 articles, 0 failed.\n")


def test_a_cluster_reads_the_same(pages: Path, tmp_path: Path, scheduler: str) -> None:
    asked = [str(pages), "-o", str(tmp_path / "out"), "--dask", scheduler]
    done = subprocess.run([*ON_RECORD, *asked], env=os.environ, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr.splitlines()[0]) == (0, "5 articles, 0 failed.")
    (part,) = (tmp_path / "out").glob("part-*/readings.jsonl")
    assert read(part.read_text(encoding="utf-8")) == [f"Ferry {number} stays in port" for number in range(PAGES)]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ([], "Give what to read"),
        (["x"], "Give what to read"),
        (["missing.warc", "-o", "out"], "missing.warc is not there."),
        (["x", "-o", "out", "--field", "body"], "--field takes NAME=KEY"),
        (["x", "-o", "out", "-f", "csv"], "-f takes jsonl or parquet."),
        ([__file__, "-o", str(Path(__file__).parent)], "holds other files."),
        (["--status", "nowhere"], "nowhere holds no run of onrecord batch."),
    ],
    ids=[
        "nothing",
        "no output",
        "no input there",
        "no field",
        "no format",
        "another's folder",
        "no run",
    ],
)
def test_what_cannot_be_done_is_told_with_exit_code_2(args: list[str], told: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert told in result.stderr
