"""What goes into a run and comes out of it: records with lasting ids, outcomes, and which ids were met. Pure."""

import hashlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from reader.library.addresses import key
from reader.model import Source

Stage = Literal["input", "fetch", "clean", "analyse", "worker"]

# Longer addresses are junk or data; the id of what lies there is made from the content.
LONGEST_ADDRESS = 2_000
# In one call to a worker: a call costs 0.8 to 1.2 ms of a cluster's scheduler, an article 160 to 450 ms of a worker.
MOST_IN_BUNDLE = 16
# Pages of 100 to 300 KB come sixteen at a time; of the largest, one or two are in one call.
MOST_BYTES_IN_BUNDLE = 4_000_000


class Record(msgspec.Struct, frozen=True):
    """Something that may hold an article.

    `id` is its address, or "sha256:…" of its content. `content` is None for what whoever reads it fetches from
    `source.given`. `headline` and `published` are what the archive says of it beside the content.
    """

    id: str
    source: Source
    content: bytes | None = None
    charset: str | None = None
    headline: str | None = None
    published: str | None = None


class Aside(msgspec.Struct, frozen=True):
    """A record that holds no page at all, such as a picture: counted by its reason, and not kept."""

    reason: str


class Fault(msgspec.Struct, frozen=True):
    """Why a record came to nothing: in which stage, the kind of the error, and the sentence for a person."""

    stage: Stage
    kind: str
    message: str


class Outcome(msgspec.Struct, frozen=True):
    """What became of a record: the article as bytes (`payload`), the `reason` why it is none, or a `fault`."""

    id: str
    payload: bytes | None = None
    reason: str | None = None
    fault: Fault | None = None


# What an input is read as, one after the other.
Item = Record | Aside | Outcome
Bundle = tuple[Record, ...]


def id_of(address: str | None, content: bytes) -> str:
    """The id of a page: its address, else a digest of its content; the same wherever and whenever it is read."""
    if address and len(address) <= LONGEST_ADDRESS:
        return address
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


class Met:
    """Ids that were met, eight bytes each: an address in all of its spellings is one.

    Of ten million ids two share eight bytes with a chance of 3 in a million; the second is then taken for a duplicate.
    """

    def __init__(self) -> None:
        # Sorted, in 65,536 small arrays by their first bits: inserting moves a few hundred bytes.
        self._buckets: dict[int, array[int]] = {}

    def add(self, name: str) -> bool:
        """Say whether an id is new, and remember it."""
        number = self._number(name)
        bucket = self._buckets.setdefault(number >> 48, array("Q"))
        at = bisect_left(bucket, number)
        if at < len(bucket) and bucket[at] == number:
            return False
        bucket.insert(at, number)
        return True

    def __contains__(self, name: str) -> bool:
        number = self._number(name)
        bucket = self._buckets.get(number >> 48)
        at = bisect_left(bucket, number) if bucket else 0
        return bool(bucket) and at < len(bucket or ()) and (bucket or array("Q"))[at] == number

    @staticmethod
    def _number(name: str) -> int:
        return int.from_bytes(key(name)[:8])


def bundles(records: Iterable[Record]) -> Iterator[Bundle]:
    """Records gathered for one call each, in order: sixteen, or fewer large ones."""
    gathered: list[Record] = []
    size = 0
    for record in records:
        gathered.append(record)
        size += len(record.content or b"")
        if len(gathered) == MOST_IN_BUNDLE or size >= MOST_BYTES_IN_BUNDLE:
            yield tuple(gathered)
            gathered, size = [], 0
    if gathered:
        yield tuple(gathered)
