"""What a worker does with a bundle of records: clean, analyse, write down as bytes. Never looks at the output."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

import msgspec

import reader
from reader.batch.records import Bundle, Fault, Outcome, Record, Stage
from reader.errors import ExtractError, Paywalled, ReaderError, SetupError
from reader.model import Article, Engine, Listing, Page, Reading
from reader.text.safe import encodable, one_line
from reader.workers import limits

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model import Analysis

Form = Literal["jsonl", "parquet", "library"]

# A page is given up after so much processor time, and so long by the clock: a fetch, with its redirects and further
# pages, may wait for a slow server for a minute at a time.
CPU_SECONDS = limits.CPU_SECONDS
WALL_SECONDS = 600
# Messages of libraries may hold whole pages.
_LONGEST_MESSAGE = 500
_ENGINE = Engine.__struct_fields__
_PAYWALL = "shows only the beginning and asks for a subscription"
_LISTING = "lists articles and is none itself"
_NOTHING = "holds no article"


class Wish(msgspec.Struct, frozen=True):
    """How articles are to be read and written: how many key points, chosen how, with which language model."""

    form: Form
    key_points: int
    method: str
    model: str


class About(msgspec.Struct, frozen=True):
    """What would read the articles: the version of the program, and what makes its analyses."""

    version: str
    engine: Engine


def about(wish: Wish) -> About:
    """Load what reads articles, and tell what it is.

    Raises:
        SetupError: the language model is not installed, or not the one it should be.
    """
    from reader import extract, fetch  # noqa: F401 - so that the first article does not wait for it
    from reader.analysis.engine import engine
    from reader.text import nlp_model

    return About(reader.__version__, engine(nlp_model.name_and_version(wish.model)))


@cache
def _about(wish: Wish) -> About:
    return about(wish)


def read_as(bundle: Bundle, wish: Wish, wanted: About) -> tuple[Outcome, ...]:
    """The same on a machine of a cluster, which may be another one than was asked before.

    Raises:
        SetupError: another version of the program or of the model is installed there.
    """
    found = _about(wish)
    if found != wanted:
        raise SetupError(differing(found, wanted), "Install the same on every machine.")
    return read(bundle, wish)


def differing(found: About, wanted: About) -> str:
    """How what is installed somewhere differs from what is wanted, as a sentence."""
    pairs = [("onrecord", found.version, wanted.version)]
    pairs += [(name.replace("_", " "), getattr(found.engine, name), getattr(wanted.engine, name)) for name in _ENGINE]
    return f"It has {', '.join(f'{name} {has}, not {wants}' for name, has, wants in pairs if has != wants)}."


def read(bundle: Bundle, wish: Wish) -> tuple[Outcome, ...]:
    """Read one record after the other; each may take so much time, after which the process is ended by the kernel."""
    try:
        return tuple(_outcome(record, wish) for record in bundle)
    finally:
        limits.lift()


def _outcome(record: Record, wish: Wish) -> Outcome:
    limits.set_limits(CPU_SECONDS, WALL_SECONDS)
    stage: Stage = "fetch" if record.content is None else "clean"
    try:
        page, to_article = _page(record)
        stage = "clean"
        found = to_article(page)
        if isinstance(found, Listing):
            return Outcome(record.id, reason=_LISTING)
        article = _as_told(found, record)
        stage = "analyse"
        return Outcome(record.id, _written(record, Reading(page.source, article, _analysed(article, wish)), wish.form))
    except SetupError:
        raise
    except ExtractError as error:
        if error.__cause__ is None:
            return Outcome(record.id, reason=_reason(error, record))
        return _failed(record, stage, error)
    except Exception as error:  # noqa: BLE001 - a defect met on one page costs the others nothing
        return _failed(record, stage, error)


def _page(record: Record) -> tuple[Page, Callable[[Page], Article | Listing]]:
    """The page of a record, and what cleans it. Of what lies in an archive nothing more is fetched."""
    from reader import extract
    from reader.pipeline import acquire

    if record.content is None:
        return acquire.load(record.source.given), acquire.to_article
    return Page(record.source, record.content, record.charset), extract.to_article


def _as_told(article: Article, record: Record) -> Article:
    """The article with what the archive says of it beside its text."""
    from reader.extract.metadata import when
    from reader.text import safe

    headline = safe.line(record.headline) if record.headline else ""
    return msgspec.structs.replace(
        article,
        headline=headline or article.headline,
        published=when.iso(record.published) or article.published,
    )


def _analysed(article: Article, wish: Wish) -> Analysis:
    from reader.pipeline import analyse

    return analyse.analyze(article, key_points=wish.key_points, model=wish.model, method=wish.method)


def _written(record: Record, reading: Reading, form: Form) -> bytes:
    if form == "jsonl":
        from reader.render.json import to_json

        return to_json(reading, indent=None).rstrip("\n").encode() + b"\n"
    if form == "parquet":
        from reader.batch.rows import rows

        return msgspec.msgpack.encode(rows(record.id, reading))
    return msgspec.msgpack.encode(reading)


def _reason(error: ReaderError, record: Record) -> str:
    """Why a page is no article, in words that do not name the page, so that they can be counted."""
    if isinstance(error, Paywalled):
        return _PAYWALL
    about_it = error.message.removeprefix(record.source.given)
    return one_line(about_it).strip(" .")[:80] if about_it != error.message else _NOTHING


def _failed(record: Record, stage: Stage, error: Exception) -> Outcome:
    message = error.message if isinstance(error, ReaderError) else str(error)
    shown = encodable(one_line(message))[:_LONGEST_MESSAGE]
    return Outcome(record.id, fault=Fault(stage, type(error).__name__, shown))
