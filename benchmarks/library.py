"""Measures the library over 100,000 generated articles and 1,000,000 quotes; writes its rows into results.json.

Processor time at the 95th percentile, over queries that differ, beside the same asked in plain SQL. Making the library
takes minutes and 2 GB in the folder for temporary files; it is kept there for the next run: --anew makes another.
"""

import argparse
import gc
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import results
from generated import FIRST_DAY, Generator
from reader.library import FILE, Checked, Library, schema
from reader.model.library import Arrival

HERE = Path(__file__).resolve().parent
ARTICLES, FEEDS = 100_000, 300
# As many queries of a kind, each with other words, people or days.
QUERIES = 60
# So many articles are stored by themselves, as they are when they are read.
STORED = 400
# In one transaction while the library is made.
_AT_ONCE = 1_000
NOW = FIRST_DAY + timedelta(minutes=10 * ARTICLES)


class Measure(NamedTuple):
    """What is measured: a name, its limit in ms, what is asked of the library, and the same in plain SQL."""

    name: str
    limit: float
    asked: Callable[[int], object]
    plain: Callable[[int], object] | None = None


def build(path: Path, articles: int) -> float:
    """Make the library; gives the bytes of its plain text."""
    generator, plain = Generator(), 0
    with Library(path) as library:
        feeds = [
            library.feeds.add(f"https://paper{n}.example/feed", now=FIRST_DAY, title=f"Paper {n}", folder=f"F{n % 20}")
            for n in range(FEEDS)
        ]
        readings = generator.readings(0, articles)
        done = 0
        while some := list(islice(readings, _AT_ONCE)):
            with library.transaction():
                for number, reading in enumerate(some, done):
                    plain += len(reading.article.text.encode())
                    address = reading.article.url or ""
                    published = datetime.fromisoformat(reading.article.published or "")
                    arrival = Arrival(address, reading.article.headline or "", address, published)
                    feed = feeds[number % FEEDS]
                    library.feeds.arrive(feed, (arrival,), Checked(NOW), now=NOW)
                    library.articles.keep(reading, now=NOW, is_opened=number % 4 == 0)
            done += len(some)
            sys.stderr.write(f"\r{done:,} of {articles:,} articles stored")
            sys.stderr.flush()
        sys.stderr.write("\n")
    return plain


def spent(ask: Callable[[int], object]) -> list[float]:
    """Processor time of each of the queries, in ms."""
    times = []
    for number in range(QUERIES):
        begin = time.process_time()
        ask(number)
        times.append((time.process_time() - begin) * 1000)
    return times


def p95(times: Iterable[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


class Asking:
    """All that is asked of a library, and the same of its file in plain SQL.

    Args:
        library: the library.
        plain: a connection to its file.
    """

    def __init__(self, library: Library, plain: sqlite3.Connection) -> None:
        self._library, self._plain = library, plain
        generator = Generator()
        self._words = [generator.vocabulary[50 + 37 * n] for n in range(QUERIES)]
        self._common = [generator.vocabulary[3 + n % 40] for n in range(QUERIES)]
        self._names = generator.people
        self._famous = [person.id for person in library.people.most_quoted(QUERIES)]
        self._day = NOW - timedelta(days=60)

    def measures(self) -> Iterator[Measure]:
        """Each kind of question."""
        yield from self._of_words()
        yield from self._of_people()
        yield from self._of_feeds()
        yield from self._of_filters()

    def _of_words(self) -> Iterator[Measure]:
        words, common, first_list, sql = self._words, self._common, self._first_list, self._sql
        newest = "SELECT rowid FROM article_index WHERE article_index MATCH ? ORDER BY rowid DESC LIMIT 100"
        best = """SELECT rowid FROM (SELECT rowid, rank FROM article_index WHERE article_index MATCH ?
          ORDER BY rowid DESC LIMIT 2000) ORDER BY rank LIMIT 100"""
        searching = self._library.searching

        def phrase(number: int) -> str:
            return f'"{common[number]} {common[number - 1]}"'

        yield Measure("word", 10, lambda n: first_list(words[n]), lambda n: sql(newest, words[n]))
        yield Measure("common_word", 10, lambda n: first_list(common[n]), lambda n: sql(newest, common[n]))
        yield Measure("phrase", 10, lambda n: first_list(phrase(n)), lambda n: sql(newest, phrase(n)))
        yield Measure("prefix", 10, lambda n: first_list(f"{words[n][:4]}*"), lambda n: sql(newest, f"{words[n][:4]}*"))
        yield Measure(
            "best_first",
            25,
            lambda n: searching.listed(searching.best(common[n], now=NOW)),
            lambda n: sql(best, common[n]),
        )

    def _of_people(self) -> Iterator[Measure]:
        library, famous, common, day, sql = self._library, self._famous, self._common, self._day, self._sql
        found = """SELECT q.words, a.headline FROM quote_index x JOIN quotes q ON q.id = x.rowid
          JOIN articles a ON a.id = q.id >> 10 WHERE quote_index MATCH ? AND x.rowid > ?
          ORDER BY x.rowid DESC LIMIT 100"""
        all_of_one = """SELECT q.words, a.headline FROM quotes q JOIN articles a ON a.id = q.id >> 10
          WHERE q.person = ? ORDER BY q.id DESC"""
        first, _ = schema.quotes_of(schema.first_id(day))
        yield Measure(
            "person_word_date",
            10,
            lambda n: library.quotes.said(by=famous[n], words=common[n], since=day, limit=100),
            lambda n: sql(found, f"words : {common[n]} AND speaker : p{famous[n]}", first),
        )
        yield Measure("person_first_screen", 60, lambda _: first_screen(library, famous[0]))
        yield Measure(
            "person_all", 100, lambda _: library.quotes.said(by=famous[0]), lambda _: sql(all_of_one, famous[0])
        )
        yield Measure("people", 500, lambda _: library.people.most_quoted())

    def _of_feeds(self) -> Iterator[Measure]:
        counted = "SELECT feed, count(*) FROM entries WHERE unread GROUP BY feed"
        yield Measure("feed_counts", 20, lambda _: self._library.feeds.counts(), lambda _: self._sql(counted))
        yield Measure("feed_list", 20, lambda n: self._first_list("is:unread", feed=1 + n))
        yield Measure("folder_list", 100, lambda n: self._first_list("is:unread", folder=f"F{n % 20}"))

    def _of_filters(self) -> Iterator[Measure]:
        library, names = self._library, self._names
        newest = library.searching.ids("", now=NOW, limit=QUERIES)
        yield Measure("all_ids", 100, lambda _: library.searching.ids("", now=NOW))
        yield Measure("from", 100, lambda n: self._first_list(f'from:"Paper {n}"'))
        yield Measure("said", 100, lambda n: self._first_list(f'said:"{names[n]}" is:unread'))
        yield Measure("about_since", 100, lambda n: self._first_list(f'about:"{names[n]}" since:{self._day.date()}'))
        yield Measure("load", 20, lambda n: library.articles.load(newest[n]))

    def _sql(self, text: str, *values: object) -> list[object]:
        return self._plain.execute(text, values).fetchall()

    def _first_list(self, query: str, feed: int | None = None, folder: str | None = None) -> object:
        """The first 100 lines of a list, as a screen shows them."""
        searching = self._library.searching
        return searching.listed(searching.ids(query, now=NOW, feed=feed, folder=folder, limit=100))


def first_screen(library: Library, person: int) -> object:
    """All that the first screen of a person's page shows."""
    quotes = library.quotes
    return (
        library.people.get(person),
        quotes.counts(person),
        quotes.roles(person),
        quotes.quoted_by(person),
        quotes.speaks_about(person)[:20],
        quotes.said(by=person, limit=50),
    )


def storing(library: Library, articles: int) -> list[float]:
    """Processor time of storing an article that is read, each by itself, in ms."""
    times = []
    for reading in list(Generator(seed=2).readings(articles, STORED)):
        begin = time.process_time()
        library.articles.keep(reading, now=NOW)
        times.append((time.process_time() - begin) * 1000)
    return times


def main() -> None:
    """Make the library, measure, print the table, and put its rows in the place of the old ones."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=ARTICLES)
    options.add_argument("--anew", action="store_true")
    asked = options.parse_args()
    folder = Path(tempfile.gettempdir()) / f"onrecord-bench-{asked.articles}"
    path, note = folder / FILE, folder / "plain"
    if asked.anew or not note.exists():
        for old in folder.glob("*"):
            old.unlink()
        note.write_text(str(build(path, asked.articles)))
    gc.freeze()
    measured = []

    def tell(name: str, value: float, unit: str, compared: str, ratio: float) -> None:
        measured.append(results.told(results.Row(f"library.{name}", value, unit, compared, ratio)))

    with Library(path) as library:
        size = library.retention.size() / float(note.read_text())
        tell("size_ratio", size, "x", "limit of 4 x the plain text", size / 4)
        connection = sqlite3.connect(path)
        for each in Asking(library, connection).measures():
            value = p95(spent(each.asked))
            beside = f" (plain SQL {p95(spent(each.plain)):.1f} ms)" if each.plain else ""
            tell(f"{each.name}_p95_ms", value, "ms", f"limit of {each.limit:g} ms{beside}", value / each.limit)
        connection.close()
        value = p95(storing(library, asked.articles))
        tell("store_p95_ms", value, "ms", "limit of 5 ms", value / 5)
    if asked.articles == ARTICLES:
        results.keep(measured, of_library=True)


if __name__ == "__main__":
    main()
