"""A fictional article read by hand: the one reading that every output format is compared on."""

from datetime import UTC, datetime

from reader.model import (
    Actor,
    Analysis,
    Article,
    Block,
    Engine,
    Event,
    Excerpt,
    Figure,
    Glance,
    Image,
    KeyPoint,
    Likely,
    Link,
    Mention,
    MentionKind,
    Note,
    Place,
    Quote,
    Reading,
    Source,
    Span,
    Wording,
)

PARAGRAPHS = (
    "PORT ELLERY — Talks over the harbour’s #1 ferry levy broke down on Friday, and crews will stop work on 20 March.",
    "Ada Moss, chair of the Ferry Crews’ Union, said: “We asked for *one* meeting. They sent us a form [sic].",
    "“A form is not a meeting,” Moss added.",
    "The council said the levy of 2.50 crowns would stay until the new pier is paid for.",
    "“Nobody wins from this.”",
    "A senior port official said he expected a deal.",
    "She called for a second meeting.",
    "Correction: An earlier version gave the levy as 2.05 crowns.",
)
TEXT = "\n\n".join(PARAGRAPHS)
OPENING = "“We asked for *one* meeting. They sent us a form [sic].\n\n“A form is not a meeting,”"
LEVY = "the levy of 2.50 crowns would stay until the new pier is paid for"
DEAL = "he expected a deal"
CALL = "called for a second meeting."
NOBODY = "“Nobody wins from this.”"


def _at(words: str, nth: int = 1) -> dict[str, int]:
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return {"start": start, "end": start + len(words)}


def _excerpt(words: str, nth: int = 1) -> Excerpt:
    return Excerpt(**_at(words, nth), text=words)


def _mention(words: str, nth: int = 1, kind: MentionKind = "name", confidence: float = 1.0) -> Mention:
    return Mention(**_at(words, nth), text=words, kind=kind, confidence=confidence)


WRITTEN = datetime(2026, 3, 15, 8, 12, tzinfo=UTC)

STORY = Reading(
    source=Source(
        given="https://harbourpost.example/ferry?id=7",
        kind="html",
        url="https://harbourpost.example/2026/ferry-levy (1)?a=1&copy;=2",
    ),
    article=Article(
        text=TEXT,
        blocks=tuple(Block("paragraph", **_at(paragraph)) for paragraph in PARAGRAPHS),
        headline="Harbour talks stall over #1 ferry levy: “no *meeting*, no ferries”",
        standfirst="Crews at Port Ellery say they will stop work on 20 March.",
        byline=("Mara Lind", "Teo Brandt"),
        agency="Northwire",
        publisher="Harbour Post",
        published="2026-03-14T09:30:00+01:00",
        modified="2026-03-14T11:05:00+01:00",
        section="Local",
        dateline="PORT ELLERY",
        language="en",
        image=Image(
            "https://harbourpost.example/ferry.jpg",
            "Ferries at dusk.",
            "Ada Holm / Harbour Post",
            "Two ferries at a pier",
        ),
        corrections=(Span(**_at(PARAGRAPHS[7])),),
        notices=("The page says it is not free; 8 paragraphs are shown.",),
        links=(Link(**_at("the levy of 2.50 crowns"), url="https://harbourpost.example/levy"),),
    ),
    analysis=Analysis(
        sentences=tuple(Span(**_at(paragraph)) for paragraph in PARAGRAPHS),
        key_points=(
            KeyPoint(**_at(PARAGRAPHS[0]), text=PARAGRAPHS[0], score=0.75),
            KeyPoint(**_at(PARAGRAPHS[3]), text=PARAGRAPHS[3], score=0.5),
            KeyPoint(**_at(CALL), text=CALL, score=0.25, antecedent="Moss"),
        ),
        actors=(
            Actor("a1", "Ferry Crews’ Union", "organization", mentions=(_mention("Ferry Crews’ Union"),)),
            Actor(
                "a2",
                "Ada Moss",
                "person",
                "chair of the Ferry Crews’ Union",
                ("Moss",),
                (_mention("Ada Moss"), _mention("Moss", 2)),
            ),
            Actor("a3", "The council", "organization", mentions=(_mention("The council"),)),
            Actor(
                "a4",
                "a senior port official",
                "person",
                mentions=(_mention("A senior port official", kind="nominal"),),
                named=False,
            ),
        ),
        quotes=(
            Quote(
                **_at(OPENING),
                text=OPENING,
                id="q1",
                kind="direct",
                cue=_excerpt("said"),
                mention=_mention("Ada Moss"),
                speaker="a2",
                confidence=0.95,
                wording=Wording((_excerpt(OPENING),), verbatim=True),
            ),
            Quote(
                **_at(LEVY),
                text=LEVY,
                id="q2",
                kind="indirect",
                cue=_excerpt("said", 2),
                mention=_mention("The council"),
                speaker="a3",
                confidence=0.9,
                wording=Wording((_excerpt(f"said {LEVY}"),)),
                others=(Likely("a1", 0.06),),
                corrections=("right",),
            ),
            Quote(**_at(NOBODY), text=NOBODY, id="q3", kind="direct"),
            Quote(
                **_at(DEAL),
                text=DEAL,
                id="q4",
                kind="indirect",
                cue=_excerpt("said", 3),
                speech_act="estimate",
                mention=_mention("A senior port official", kind="nominal", confidence=0.93),
                speaker="a4",
                confidence=0.58,
                wording=Wording((_excerpt(DEAL),), lead="said"),
            ),
        ),
        timeline=(
            Event(**_at(PARAGRAPHS[0]), text=PARAGRAPHS[0], date="2026-03-13", when=_excerpt("Friday")),
            Event(**_at(PARAGRAPHS[0]), text=PARAGRAPHS[0], date="2026-03-20", when=_excerpt("20 March")),
        ),
        figures=(
            Figure(
                **_at("2.50 crowns"), text="2.50 crowns", value=2.5, unit="crowns", sentence=Span(**_at(PARAGRAPHS[3]))
            ),
        ),
        places=(Place("port-ellery", "PORT ELLERY", (_mention("PORT ELLERY"),)),),
        glance=Glance(
            who=("a2", "a3"),
            where="PORT ELLERY",
            when="2026-03-14",
            named_sources=2,
            unnamed_sources=1,
            attributed=0.42,
        ),
        notes=("One quote has no speaker.",),
        engine=Engine(3, "0123456789ab", "ba9876543210", "en_core_web_sm 3.8.0", "abcdef012345"),
    ),
    noted=(
        Note(WRITTEN, "Does the levy rise again?"),
        Note(WRITTEN, "", _excerpt("20 March")),
        Note(WRITTEN, "Ask the *union*.", Excerpt(**_at(OPENING), text=OPENING)),
        Note(WRITTEN, "Who counted?", gone="four hundred passengers"),
    ),
)
