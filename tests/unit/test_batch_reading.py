"""What a worker makes of records: an article, the reason why it is none, or what failed in which stage."""

from __future__ import annotations

import msgspec
import pytest

from reader.batch import reading
from reader.batch.reading import About, Wish
from reader.batch.records import Record
from reader.model import Engine, PageKind, Source
from reader.render.json import from_json

WISH = Wish("jsonl", 3, "news", "no model is needed for what is not English")
THAI = "เรือเฟอร์รี่หยุดให้บริการเป็นวันที่สาม เจ้าหน้าที่ท่าเรือกล่าวเมื่อวันจันทร์ว่าคลื่นยังสูงเกินไปและขอให้ผู้โดยสารรอ " * 4
STUB = "<html><body><article><h1>Ferry</h1><p>{}</p></article></body></html>"
ABOUT = About("0.1.0", Engine(5, "t1", "l1", "en 3.8", "r1"))


def record(content: str, kind: PageKind = "text", **told: str) -> Record:
    return Record("sha256:1", Source("dump.jsonl:7", kind), content.encode(), "utf-8", **told)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (record("Ferry late"), "is too short to be an article"),
        (record(STUB.format("Harbour."), "html"), "has too little text to be an article"),
        (record("%PDF-1.4"), "is a PDF document, not a page or text"),
        (record(" "), "has nothing in it"),
    ],
    ids=["a short text", "a short page", "no text", "nothing"],
)
def test_what_is_no_article_has_a_reason_that_does_not_name_it(given: Record, reason: str) -> None:
    (outcome,) = reading.read((given,), WISH)
    assert (outcome.reason, outcome.payload, outcome.fault) == (reason, None, None)


def test_an_article_of_another_language_has_what_the_archive_says_of_it() -> None:
    told = {"headline": "เรือเฟอร์รี่\x1b[2J หยุด", "published": "2026-03-14 09:30:00 +0700"}
    given = (record(THAI, **told), record(THAI, published="on Monday"))
    first, second = (from_json(outcome.payload or b"") for outcome in reading.read(given, WISH))
    assert (first.article.headline, first.article.published) == ("เรือเฟอร์รี่[2J หยุด", "2026-03-14T09:30:00+07:00")
    assert second.article.published is None
    assert first.article.language == "th"
    assert first.analysis.notes


def test_a_page_that_cannot_be_fetched_failed_in_that_stage() -> None:
    (outcome,) = reading.read((Record("http://127.0.0.1:9/", Source("http://127.0.0.1:9/", "html")),), WISH)
    assert outcome.fault is not None
    assert (outcome.fault.stage, outcome.fault.kind) == ("fetch", "FetchError")


def test_a_worker_says_how_it_is_another_one() -> None:
    other = About("0.2.0", msgspec.structs.replace(ABOUT.engine, language_model="en 3.9"))
    assert reading.differing(other, ABOUT) == "It has onrecord 0.2.0, not 0.1.0, language model en 3.9, not en 3.8."
