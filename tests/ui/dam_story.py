"""A fictional story with everything the screen shows, its values built by hand."""

from __future__ import annotations

import re

from reader.model import (
    Actor,
    Analysis,
    Article,
    Block,
    Event,
    Excerpt,
    Figure,
    KeyPoint,
    Link,
    Mention,
    MentionKind,
    Place,
    Quote,
    Reading,
    Source,
    Span,
    Wording,
)

HEADLINE = "Tarn Valley halts dam works after cracks are found"

BLOCKS: tuple[tuple[str, str], ...] = (
    (
        "paragraph",
        "ORLE, Tarn Valley (Northwire) — Work on the Orle dam stopped on Tuesday after engineers found cracks in "
        "its eastern wall, and three villages below it were told to be ready to leave.",
    ),
    (
        "paragraph",
        "“Nobody will sleep under that wall until I have seen it myself,” said Ines Calder, the valley’s governor. "
        "She said the works would not resume before the spring.",
    ),
    (
        "paragraph",
        "The builder, Havel Works, played the finding down. “These are hairlines, the kind every young dam has,” "
        "its spokesman Piet Arno told reporters at the site. “We have measured them, we will fill them, and we will "
        "measure them again.”",
    ),
    ("heading", "“We heard it at night”"),
    (
        "paragraph",
        "In Lower Orle, where the river bends past the school, Marta Benn has packed two bags. “We heard it at "
        "night, like a door,” she said. Calder denied that the villages had been warned too late.",
    ),
    ("list", "- Lower Orle: 412 people\n- Stenmill: 230 people\n- The Ferry Houses: 38 people"),
    ("quote", "A wall that speaks should be listened to, an old saying of the valley goes."),
    (
        "paragraph",
        "A senior engineer, who asked not to be named, said the drawings had been changed twice. According to "
        "Havel Works, no change touched the eastern wall.",
    ),
    (
        "paragraph",
        "“I ask for patience,” Arno said. “I have none left,” the governor answered an hour later, before she drove "
        "back up the valley. “None at all.”",
    ),
)


LINKS = (
    ("engineers found cracks", "https://harbourpost.example/cracks"),
    ("Stenmill", "https://stenmill.example/"),
    ("changed twice", "https://harbourpost.example/drawings"),
)


def article() -> Article:
    texts = [text for _, text in BLOCKS]
    starts = [sum(len(text) + 2 for text in texts[:index]) for index in range(len(texts))]
    blocks = tuple(
        Block(kind=kind, start=start, end=start + len(text))  # type: ignore[arg-type]
        for (kind, text), start in zip(BLOCKS, starts, strict=True)
    )
    text = "\n\n".join(texts)
    return Article(
        text=text,
        blocks=blocks,
        headline=HEADLINE,
        standfirst="Three villages are told to be ready to leave; the builder speaks of hairlines.",
        byline=("Rhona Vale", "Tom Ibsen"),
        agency="Northwire",
        publisher="Harbour Post",
        published="2026-03-12T09:30:00+01:00",
        dateline="ORLE, Tarn Valley",
        language="en",
        links=tuple(Link(start=text.index(words), end=text.index(words) + len(words), url=url) for words, url in LINKS),
        url="https://harbourpost.example/orle-dam",
    )


TEXT = article().text


def span(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start=start, end=start + len(words))


def excerpt(words: str, nth: int = 0) -> Excerpt:
    found = span(words, nth)
    return Excerpt(start=found.start, end=found.end, text=words)


def mention(words: str, nth: int = 0, kind: MentionKind = "name") -> Mention:
    found = span(words, nth)
    return Mention(start=found.start, end=found.end, text=words, kind=kind)


def _quote(
    number: int,
    words: str,
    speaker: str | None,
    named: str,
    act: str,
    confidence: float = 0.95,
    about: tuple[str, ...] = (),
    denies: str | None = None,
    *,
    given: str = "",
) -> Quote:
    found = span(words)
    is_direct = words.startswith("“")
    wording = Wording((excerpt(given or words),), verbatim=is_direct)
    return Quote(
        start=found.start,
        end=found.end,
        text=words,
        id=f"q{number}",
        kind="direct" if is_direct else "indirect",
        speech_act=act,
        mention=mention(named),
        speaker=speaker,
        confidence=confidence,
        about=about,
        denies=denies,
        wording=wording,
    )


QUOTES = (
    _quote(1, "“Nobody will sleep under that wall until I have seen it myself,”", "calder", "Ines Calder", "promise"),
    _quote(
        2,
        "the works would not resume before the spring",
        "calder",
        "She",
        "say",
        given="said the works would not resume before the spring",
    ),
    _quote(3, "“These are hairlines, the kind every young dam has,”", "arno", "Piet Arno", "claim"),
    _quote(
        4, "“We have measured them, we will fill them, and we will measure them again.”", "arno", "Piet Arno", "promise"
    ),
    _quote(5, "“We heard it at night, like a door,”", "benn", "Marta Benn", "say"),
    _quote(
        6,
        "that the villages had been warned too late",
        "calder",
        "Calder",
        "deny",
        given="denied that the villages had been warned too late",
    ),
    _quote(7, "the drawings had been changed twice", "engineer", "A senior engineer", "claim"),
    _quote(8, "no change touched the eastern wall", "havel", "Havel Works", "deny", about=("engineer",), denies="q7"),
    _quote(9, "“I ask for patience,”", "arno", "Arno", "ask"),
    _quote(10, "“I have none left,”", "calder", "the governor", "say", 0.7),
    _quote(11, "“None at all.”", None, "the governor", "say", 0.2),
)

ACTORS = (
    Actor(
        id="havel",
        name="Havel Works",
        kind="organization",
        aliases=(),
        mentions=(mention("Havel Works"), mention("Havel Works", 1)),
    ),
    Actor(
        id="calder",
        name="Ines Calder",
        kind="person",
        role="the valley’s governor",
        aliases=("Calder",),
        mentions=(mention("Ines Calder"), mention("She said", 0), mention("Calder denied"), mention("the governor")),
    ),
    Actor(
        id="arno",
        name="Piet Arno",
        kind="person",
        role="spokesman of Havel Works",
        aliases=("Arno",),
        mentions=(mention("Piet Arno"), mention("Arno said")),
    ),
    Actor(id="benn", name="Marta Benn", kind="person", mentions=(mention("Marta Benn"),)),
    Actor(
        id="engineer",
        name="a senior engineer",
        kind="person",
        named=False,
        mentions=(mention("A senior engineer"),),
    ),
)

KEY_POINTS = tuple(
    KeyPoint(start=found.start, end=found.end, text=TEXT[found.start : found.end], score=1.0)
    for found in (
        Span(start=0, end=len(BLOCKS[0][1])),
        span("She said the works would not resume before the spring."),
        span("The builder, Havel Works, played the finding down."),
    )
)


def _event(date: str, when: str, sentence: Span) -> Event:
    words = TEXT[sentence.start : sentence.end]
    return Event(start=sentence.start, end=sentence.end, text=words, date=date, when=excerpt(when))


# In order of time, as the analysis gives them: the last has no date that could be told.
EVENTS = (
    _event("2026-03-10", "Tuesday", Span(start=0, end=len(BLOCKS[0][1]))),
    _event(
        "2026-03-10",
        "an hour later",
        span("“I have none left,” the governor answered an hour later, before she drove back up the valley."),
    ),
    _event("the spring", "the spring", span("She said the works would not resume before the spring.")),
)


def _figure(value: float, words: str, sentence: str) -> Figure:
    found = excerpt(words)
    return Figure(
        start=found.start, end=found.end, text=found.text, value=value, unit="people", sentence=span(sentence)
    )


FIGURES = (
    _figure(412, "412 people", "- Lower Orle: 412 people"),
    _figure(230, "230 people", "- Stenmill: 230 people"),
)

PLACES = (
    Place(id="lower-orle", name="Lower Orle", mentions=(mention("Lower Orle"), mention("Lower Orle", 1))),
    Place(id="stenmill", name="Stenmill", mentions=(mention("Stenmill"),)),
)


def analysis() -> Analysis:
    sentences = tuple(
        Span(start=found.start(), end=found.end()) for found in re.finditer(r"[^\n]+?[.?!,]”?(?=\s)|[^\n]+", TEXT)
    )
    return Analysis(
        sentences=sentences,
        key_points=KEY_POINTS,
        actors=ACTORS,
        quotes=QUOTES,
        timeline=EVENTS,
        figures=FIGURES,
        places=PLACES,
    )


def reading() -> Reading:
    source = Source(
        given="https://harbourpost.example/orle-dam", kind="html", url="https://harbourpost.example/orle-dam"
    )
    return Reading(source=source, article=article(), analysis=analysis())


def long_article(words: int) -> Article:
    """The story's paragraphs again and again, until it has this many words."""
    paragraphs = [text for kind, text in BLOCKS if kind == "paragraph"]
    texts: list[str] = []
    count = 0
    while count < words:
        texts.append(paragraphs[len(texts) % len(paragraphs)])
        count += len(texts[-1].split())
    blocks = []
    start = 0
    for text in texts:
        blocks.append(Block(kind="paragraph", start=start, end=start + len(text)))
        start += len(text) + 2
    return Article(text="\n\n".join(texts), blocks=tuple(blocks), headline="A long story")
