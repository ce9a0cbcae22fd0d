"""Measures speed on our own stories and writes results.json. A new row is one function marked @row.

A row has a name, a value with its unit, what that is compared to, and the ratio of the two, on the clock and in
processor time. Times are medians; what is compared is measured in turns, so that a busy machine slows both alike.
"""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import feeds
import results
import screen
import starts
from reader.workers.process import ONE_THREAD
from results import Row

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
ONRECORD = Path(sys.executable).with_name("onrecord")

# Process starts vary by a third between runs on two cores; the median of seven settles within a tenth.
STARTS = 7
ROUNDS = 5
# Where the pages are said to come from, to make their links whole.
ADDRESS = "https://www.harbourpost.example/world/harbour-talks-open-in-anger-as-the-blockade-holds"


ROWS: list[Callable[[], Row]] = []


def row(measure: Callable[[], Row]) -> Callable[[], Row]:
    """Add a measurement to the table."""
    ROWS.append(measure)
    return measure


def stories() -> list[str]:
    """The texts that everything here is measured on: the golden stories."""
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/golden/stories").glob("*.txt"))]


class Times(NamedTuple):
    """Seconds on the clock and of the processor."""

    wall: float
    cpu: float


def timed(action: Callable[[], object]) -> Times:
    """What one call takes in this process."""
    wall, cpu = time.perf_counter(), time.process_time()
    action()
    return Times(time.perf_counter() - wall, time.process_time() - cpu)


def in_processes(*command: str) -> Times:
    """What a process takes from its start to its end, with all that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    wall = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Times(time.perf_counter() - wall, cpu)


def middle(rounds: Iterable[Sequence[Times]]) -> list[Times]:
    """The median of each column."""
    return [Times(*map(statistics.median, zip(*column, strict=True))) for column in zip(*rounds, strict=True)]


def side_by_side(*actions: Callable[[], object]) -> list[Times]:
    """Median times of each action, called in turns after one unmeasured round."""
    for action in actions:
        action()
    return middle([timed(action) for action in actions] for _ in range(ROUNDS))


def starts_side_by_side(*commands: Sequence[str]) -> list[Times]:
    """The same of whole processes."""
    return middle([in_processes(*command) for command in commands] for _ in range(STARTS))


def against(name: str, times: Sequence[Times], compared_to: str, limit: float | None, units: float = 0) -> Row:
    """What the first of two takes against the second; shown as seconds, or as so many units a second."""
    one, other = times
    value, unit = (units / one.cpu, "a CPU second") if units else (one.cpu, "CPU s")
    return Row(name, value, unit, compared_to, one.wall / other.wall, one.cpu / other.cpu, limit)


@row
def import_reader() -> Row:
    """`import reader`, in processor time inside a new interpreter; the design allows it 30 ms."""
    code = "import time; t = time.process_time(); import reader; print(time.process_time() - t)"
    command = [sys.executable, "-c", code]
    times = [float(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(STARTS)]
    value = statistics.median(times) * 1000
    return Row("import.reader_ms", value, "CPU ms", "limit of 30 ms", value / 30)


@row
def help_wall() -> Row:
    """`onrecord --help`, against an interpreter that starts and ends."""
    times = starts_side_by_side((str(ONRECORD), "--help"), (sys.executable, "-c", "pass"))
    return against("start.help", times, "python -c pass", None)


@row
def summarize_whole() -> Row:
    """`onrecord summarize` of a story, against loading spaCy and parsing the same text in a process of its own."""
    story = ROOT / "tests/golden/stories/courts.txt"
    parse = (
        "import pathlib, sys; from reader.text import nlp_model;"
        "nlp_model.load()(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'))"
    )
    times = starts_side_by_side(
        (str(ONRECORD), "summarize", str(story), "-f", "json"), (sys.executable, "-c", parse, str(story))
    )
    return against("start.summarize", times, "loading spaCy and parsing", None)


def start_row(name: str, limit: float) -> Row:
    """A start of the program against T0, `python -c "import textual.app"`: on the clock, as the person waits for it."""
    ours, least = starts.costs()[name], starts.costs()["T0"]
    return Row(f"start.{name}", ours.wall * 1000, "ms", "import textual.app", ours.wall / least.wall, None, limit)


@row
def start_version() -> Row:
    """`onrecord --version`."""
    return start_row("version", 0.5)


@row
def start_first_frame() -> Row:
    """The screen that asks for an address."""
    return start_row("first_frame", 2)


@row
def start_local_file() -> Row:
    """The article of a local file on the screen."""
    return start_row("local_file", 4)


@row
def start_stored() -> Row:
    """An article that was read before, with all that was found in it."""
    return start_row("stored", 2.5)


@row
def start_first_list() -> Row:
    """The home of a library, against the screen that asks for an address."""
    costs = starts.costs()
    ours, other = costs["first_list"], costs["first_frame"]
    ratios = ours.wall / other.wall, ours.cpu / other.cpu
    return Row("start.first_list", ours.wall * 1000, "ms", "the screen without a library", *ratios, 1.3)


@row
def memory_screen() -> Row:
    """What the screen's process holds with an article open."""
    value = starts.memory().screen
    return Row("memory.screen_mb", value, "MB", "limit of 90 MB", value / 90)


@row
def memory_worker() -> Row:
    """The most that one of the processes behind it holds then."""
    value = starts.memory().worker
    return Row("memory.worker_mb", value, "MB", "limit of 450 MB", value / 450)


def cleaning_beside_engine(pages: list[bytes]) -> list[Times]:
    """Times for cleaning pages, and for trafilatura alone with its own reading of metadata, in turns on each page.

    Alone it makes its elements as it does where this program is not loaded.
    """
    import trafilatura
    from lxml.html import HtmlElementClassLookup
    from trafilatura.utils import HTML_PARSER

    import reader
    from reader.extract.page import limits

    def ours(page: bytes) -> None:
        HTML_PARSER.set_element_class_lookup(limits.CLASSES)
        reader.clean(page, ADDRESS)

    def alone(page: bytes) -> None:
        HTML_PARSER.set_element_class_lookup(HtmlElementClassLookup())
        trafilatura.bare_extraction(page, ADDRESS, include_comments=False, with_metadata=True)

    times = [side_by_side(partial(ours, page), partial(alone, page)) for page in pages]
    return [Times(*map(sum, zip(*column, strict=True))) for column in zip(*times, strict=True)]


@row
def clean_overhead() -> Row:
    """What cleaning costs beside trafilatura alone, on pages of the size of real ones."""
    from pages import page

    pages = [page(story, at) for at, story in enumerate(stories())] * 2
    return against("clean.pages", cleaning_beside_engine(pages), "trafilatura alone", 1.15, len(pages))


@row
def clean_overhead_small() -> Row:
    """The same on a page of 14 kB with hardly any frame, where our part weighs most."""
    pages = [(ROOT / "examples/harbor-talks.html").read_bytes()] * 20
    return against("clean.small_pages", cleaning_beside_engine(pages), "trafilatura alone", None, len(pages))


@row
def analyze_speed() -> Row:
    """The whole analysis, against spaCy with the components in use."""
    import reader
    from reader.text import nlp_model

    texts, nlp = stories(), nlp_model.load()
    times = side_by_side(lambda: [reader.analyze(text) for text in texts], lambda: [nlp(text) for text in texts])
    words = sum(len(text.split()) for text in texts)
    return against("analyze.words", times, "spaCy alone", 1.8, words)


@row
def analyze_beside_default() -> Row:
    """The same against spaCy's default pipeline: less than which no extractor that uses it can take."""
    import spacy

    import reader
    from reader.text import DEFAULT_MODEL

    texts, nlp = stories(), spacy.load(DEFAULT_MODEL)
    times = side_by_side(lambda: [reader.analyze(text) for text in texts], lambda: [nlp(text) for text in texts])
    return against("analyze.articles", times, "spaCy's default pipeline", 0.5, len(texts))


@row
def attribution_share() -> Row:
    """Quotes, speakers and actors found in texts already parsed, against spaCy's own time for the same texts.

    It has no limit of its own: that of the whole analysis holds.
    """
    from reader.analysis import attribution
    from reader.text import document, nlp_model

    texts, nlp = stories(), nlp_model.load()
    parsed = [document.read(text, nlp) for text in texts]
    times = side_by_side(
        lambda: [attribution.find(each, byline=()) for each in parsed], lambda: [nlp(text) for text in texts]
    )
    return against("analyze.attribution", times, "spaCy alone", None)


@row
def linear_growth() -> Row:
    """The analysis of a text repeated ten times, against ten times the text once."""
    import reader

    text = stories()[0]
    repeated = "\n\n".join([text] * 10)
    times = side_by_side(lambda: reader.analyze(repeated), lambda: [reader.analyze(text) for _ in range(10)])
    return against("analyze.linear_10x", times, "ten times the text once", 1.1)


@row
def key_points_time() -> Row:
    """Choosing five key points of a text already analysed, per 1,000 words; the design allows it 20 ms."""
    from reader import pipeline
    from reader.model import Article

    articles = [Article(text=text, language="en") for text in stories()]
    analysed = [(article, pipeline.analyze(article)) for article in articles]
    words = sum(len(article.text.split()) for article in articles)
    (ranking,) = side_by_side(lambda: [pipeline.choose_points(*each, 5, "news") for each in analysed])
    value = ranking.cpu * 1000 * 1000 / words
    return Row("key_points.ms_1000_words", value, "CPU ms", "limit of 20 ms", value / 20)


@row
def screen_stall_p99() -> Row:
    """How late the screen's event loop is while a page of 20,000 words is fetched, cleaned and analysed: one in 100."""
    value = screen.percentile(screen.while_reading()["late"], 0.99)
    return Row("screen.stall_p99_ms", value, "ms", "limit of 16 ms", value / 16)


@row
def screen_stall_max() -> Row:
    """The longest that loop was late."""
    value = max(screen.while_reading()["late"])
    return Row("screen.stall_max_ms", value, "ms", "limit of 50 ms", value / 50)


@row
def screen_key() -> Row:
    """From a key's press to its letter on the terminal while all that goes on; a tenth of a second feels instant."""
    value = screen.percentile(screen.while_reading()["keys"], 0.95)
    return Row("screen.key_p95_ms", value, "ms", "limit of 100 ms", value / 100)


@row
def screen_page_down() -> Row:
    """From Space to the next page of a text of 100,000 words."""
    value = screen.percentile(screen.page_down(), 0.95)
    return Row("screen.page_down_p95_ms", value, "ms", "limit of 40 ms", value / 40)


def drawn_for(key: str, name: str) -> Row:
    """What one key makes the screen write, against all of the screen."""
    drawn = screen.bytes_drawn()
    return Row(name, drawn[key], "bytes", "the whole screen", drawn[key] / drawn[""], None, None)


@row
def screen_bytes_per_line() -> Row:
    """A line down (`j`) in a story at 100 columns and 30 rows: what reading costs over a slow line."""
    return drawn_for("j", "screen.bytes_per_key_j")


@row
def screen_bytes_per_quote() -> Row:
    """To the next quote (`]`) there."""
    return drawn_for("]", "screen.bytes_per_key_]")


def main() -> None:
    """Measure every row, print the table as it grows, write results.json."""
    # numpy is not loaded yet. The program's own processes have it multiply with one thread: two wait for one another,
    # which is processor time too (the analysis took 3.1 times spaCy's with two, 1.8 by the clock).
    os.environ.update(ONE_THREAD)
    # An installed program lies there compiled, as the libraries do: where this is set, each start compiles ours anew,
    # 0.4 times T0.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    measured = chain((measure() for measure in ROWS), feeds.rows())
    results.keep([results.told(each) for each in measured], of_library=False)


if __name__ == "__main__":
    main()
