"""What the program is built on: its licences, all in docs/licences.md, and what is told of an audit."""

import re
from email.message import Message
from pathlib import Path

import pytest

from supply import audit, licences

ROOT = Path(__file__).parents[2]
PINNED = set(re.findall(r"^([a-z0-9.-]+)==", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE))


def test_every_package_is_in_the_table_with_its_licence() -> None:
    found = licences.packages()
    page = (ROOT / "docs/licences.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| ([a-z0-9.-]+) \| ([^|]+) \|$", page, re.MULTILINE))
    listed.pop("package")
    assert {"spacy", "textual-image", "aiohttp"} <= set(found)
    assert found.items() <= listed.items()
    # One that is not installed here may be for another Python; one that is pinned nowhere is gone.
    assert set(listed) <= PINNED


def test_every_licence_is_known() -> None:
    assert {name: licence for name, licence in licences.packages().items() if not licences.is_allowed(licence)} == {}


@pytest.mark.parametrize(
    ("fields", "licence", "allowed"),
    [
        ({"License-Expression": "MIT"}, "MIT", True),
        ({"License": "Apache License, Version 2.0"}, "Apache-2.0", True),
        ({"License": "x" * 2_000, "Classifier": "License :: OSI Approved :: MIT License"}, "MIT", True),
        ({"License-Expression": "MIT AND (GPL-3.0-only OR BSD-3-Clause)"}, None, True),
        ({"License-Expression": "GPL-3.0-only"}, "GPL-3.0-only", False),
        ({"License-Expression": "MIT AND SSPL-1.0"}, None, False),
        ({"License": "Ask us"}, "Ask us", False),
        ({}, "unknown", False),
    ],
)
def test_a_licence_is_read_from_what_a_package_says(fields: dict[str, str], licence: str, allowed: bool) -> None:
    told = Message()
    for name, value in fields.items():
        told[name] = value
    read = licences.licence_of(told)
    assert read == (licence or fields["License-Expression"])
    assert licences.is_allowed(read) is allowed


SOUND = {"name": "rich", "version": "15.0", "vulns": []}
FAULTY = {"name": "jinja2", "version": "2.10", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.10.1"]}]}
UNASKED = {"name": "spacy", "skip_reason": "Dependency not found"}


@pytest.mark.parametrize(
    ("packages", "code", "said"),
    [
        ([SOUND], 0, "1 packages, nothing known against any."),
        ([SOUND, FAULTY, UNASKED], 1, "jinja2 2.10: PYSEC-1, mended in 2.10.1"),
        ([SOUND, UNASKED], 2, "not audited: spacy."),
        ([UNASKED, UNASKED], 2, "nothing was audited."),
        ([], 2, "nothing was audited."),
    ],
)
def test_an_audit_without_an_answer_is_none(packages: list[dict[str, object]], code: int, said: str) -> None:
    told, lines = audit.judged({"dependencies": packages})
    assert told == code
    assert said in lines[0]
