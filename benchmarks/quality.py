"""Scores the program on corpora that live beside the project, with the scorers that come with them.

The folder is $SHARED, ../shared unless given. Nothing of it is part of this project; where it is absent there is
nothing to score, and this says so.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = (ROOT / os.environ.get("SHARED", "../shared")).resolve()
SUMMARIZE = f"{Path(sys.executable).with_name('onrecord')} summarize {{source}} --format json"

SCORES = {
    "One real story, text dump": ("score_sample.py", "samples/astana-talks.gold.json", "--command", SUMMARIZE),
    "One real story, page": (
        "score_sample.py",
        "samples/astana-talks.gold.json",
        "--command",
        SUMMARIZE.format(source=SHARED / "samples/astana-talks.html"),
    ),
    "Quotes and speaker mentions": ("score_quotes.py", "corpora/quotes/dev.jsonl"),
    "Names on quotes": ("score_names.py", "corpora/quotes/names-dev.jsonl"),
    "Names on quotes, world": ("score_names.py", "corpora/quotes/world-dev.jsonl"),
    "Names on quotes, world, all kinds": ("score_names.py", "corpora/quotes/world-dev.jsonl", "--kinds", "all"),
    "Key points": ("score_key_points.py", "corpora/key-points/dev.jsonl"),
    "Pages": ("score_pages.py", "corpora/pages", "--call", "adapters:clean", "--meta", "--residue"),
    "News pages": ("score_pages.py", "corpora/news-pages", "--call", "adapters:clean"),
}


def main() -> int:
    """Run each scorer and pass its report on; the exit code counts those that failed."""
    if not (SHARED / "tools").is_dir():
        sys.stdout.write(f"No corpora at {SHARED}: nothing was scored. Set SHARED to the folder that holds them.\n")
        return 0
    failed = 0
    for title, (script, gold, *options) in SCORES.items():
        sys.stdout.write(f"\n== {title} ({gold})\n")
        sys.stdout.flush()
        command = [sys.executable, str(SHARED / "tools" / script), str(SHARED / gold), *options]
        failed += subprocess.run(command, cwd=SHARED / "tools", check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
