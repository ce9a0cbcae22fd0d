"""Measures speed on our own stories and writes results.json. A new row is one function marked @row.

A row has a name, a value with its unit, what that is compared to, and the ratio of the two. Times are medians; where
two things are compared they are measured in turns in one process, so that a busy machine slows both alike.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import results
import screen
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


def seconds(action: Callable[[], object]) -> float:
    """Wall time of one call."""
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


def side_by_side(*actions: Callable[[], object]) -> list[float]:
    """Median wall time of each action, called in turns after one unmeasured round."""
    for action in actions:
        action()
    times = [[seconds(action) for action in actions] for _ in range(ROUNDS)]
    return [statistics.median(column) for column in zip(*times, strict=True)]


def start(*command: str) -> float:
    """Median wall time of a process, from start to end."""
    return statistics.median(
        seconds(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(STARTS)
    )


@row
def import_reader() -> Row:
    """`import reader`, measured inside a new interpreter; the design allows it 30 ms."""
    code = "import time; t = time.perf_counter(); import reader; print(time.perf_counter() - t)"
    command = [sys.executable, "-c", code]
    times = [float(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(STARTS)]
    value = statistics.median(times) * 1000
    return Row("import.reader_ms", value, "ms", "limit of 30 ms", value / 30)


@row
def help_wall() -> Row:
    """`onrecord --help`, against an interpreter that starts and ends."""
    value, bare = start(str(ONRECORD), "--help"), start(sys.executable, "-c", "pass")
    return Row("help.wall_ms", value * 1000, "ms", "python -c pass", value / bare)


def cleaning_beside_engine(pages: list[bytes]) -> tuple[float, float]:
    """Time for cleaning pages, and for trafilatura alone with its own reading of metadata, in turns on each page."""
    import trafilatura

    import reader

    times = [
        side_by_side(
            partial(reader.clean, page, ADDRESS),
            partial(trafilatura.bare_extraction, page, ADDRESS, include_comments=False, with_metadata=True),
        )
        for page in pages
    ]
    cleaning, alone = map(sum, zip(*times, strict=True))
    return cleaning, alone


@row
def clean_overhead() -> Row:
    """What cleaning costs beside trafilatura alone, as a share of the latter, on pages of the size of real ones."""
    from pages import page

    cleaning, alone = cleaning_beside_engine([page(story, at) for at, story in enumerate(stories())] * 2)
    return Row("clean.overhead_ratio", cleaning / alone - 1, "share", "trafilatura alone", cleaning / alone)


@row
def clean_overhead_small() -> Row:
    """The same on a page of 14 kB with hardly any frame, where our part weighs most."""
    cleaning, alone = cleaning_beside_engine([(ROOT / "examples/harbor-talks.html").read_bytes()] * 20)
    return Row("clean.overhead_ratio_small", cleaning / alone - 1, "share", "trafilatura alone", cleaning / alone)


@row
def analyze_speed() -> Row:
    """Words a second through the whole analysis, against spaCy alone."""
    import reader
    from reader.text import nlp_model

    texts, nlp = stories(), nlp_model.load()
    words = sum(len(text.split()) for text in texts)
    whole, grammar = side_by_side(
        lambda: [reader.analyze(text) for text in texts], lambda: [nlp(text) for text in texts]
    )
    return Row("analyze.words_per_s", words / whole, "words/s", "spaCy alone", grammar / whole)


@row
def attribution_share() -> Row:
    """Quotes, speakers and actors found in texts already parsed, against spaCy's own time for the same texts."""
    from reader.analysis import attribution
    from reader.text import document, nlp_model

    texts, nlp = stories(), nlp_model.load()
    parsed = [document.read(text, nlp) for text in texts]
    attributing, grammar = side_by_side(
        lambda: [attribution.find(each, byline=()) for each in parsed], lambda: [nlp(text) for text in texts]
    )
    share = attributing / grammar
    return Row("attribution.share_of_spacy", share, "share", "limit of 0.35", share / 0.35)


@row
def linear_growth() -> Row:
    """Attribution of a parsed text repeated ten times, against the text once: ten where the work is linear."""
    from reader.analysis import attribution
    from reader.text import document, nlp_model

    nlp, text = nlp_model.load(), stories()[0]
    once, repeated = document.read(text, nlp), document.read("\n\n".join([text] * 10), nlp)
    short, long = side_by_side(lambda: attribution.find(once), lambda: attribution.find(repeated))
    return Row("analyze.linear_10x", long / short, "x", "10 × the text", long / short / 10)


@row
def key_points_time() -> Row:
    """Choosing five key points of a text already analysed, per 1,000 words; the design allows it 20 ms."""
    from reader import pipeline
    from reader.model import Article

    articles = [Article(text=text, language="en") for text in stories()]
    analysed = [(article, pipeline.analyze(article)) for article in articles]
    words = sum(len(article.text.split()) for article in articles)
    (ranking,) = side_by_side(lambda: [pipeline.choose_points(*each, 5, "news") for each in analysed])
    value = ranking * 1000 * 1000 / words
    return Row("key_points.ms_1000_words", value, "ms", "limit of 20 ms", value / 20)


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
    return Row(name, drawn[key], "bytes", "the whole screen", drawn[key] / drawn[""])


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
    results.keep([results.told(measure()) for measure in ROWS], of_library=False)


if __name__ == "__main__":
    main()
