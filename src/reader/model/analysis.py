"""What was found in an article, and the reading that holds both. Nothing here computes, reads or writes."""

from typing import Literal

import msgspec

from reader.model.article import Article, Excerpt, Source, Span
from reader.model.corrections import Verdict
from reader.model.noted import Note

QuoteKind = Literal["direct", "mixed", "indirect"]
ActorKind = Literal["person", "organization", "place"]
MentionKind = Literal["name", "pronoun", "nominal"]


class KeyPoint(Excerpt, frozen=True):
    """A sentence that carries the story; `score` orders the points of one article, higher is better.

    Where it opened with a pronoun, the span begins after that, and `antecedent` is the name to show in its place, in
    brackets: "[Alloush] called for …".
    """

    score: float
    antecedent: str | None = None


class Mention(Excerpt, frozen=True):
    """Words that stand for somebody: a name ("Reinholt"), a pronoun ("he") or a description ("the envoy").

    `confidence` (0 to 1) is that of its being this one who is meant; a name's is 1.
    """

    kind: MentionKind = "name"
    confidence: float = 1.0


class Actor(msgspec.Struct, frozen=True):
    """A person, an organisation, or a place that speaks as a government.

    `id` is made from the name, so it stays when the text around it changes. `name` is the fullest form in the article,
    `aliases` the other forms, `role` the phrase that says who it is ("Corvane's U.N. envoy"). `mentions` are in order
    of the text. An unnamed source ("a senior official") is an actor with `named` false and its description as `name`.
    """

    id: str
    name: str
    kind: ActorKind
    role: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    named: bool = True


class Wording(msgspec.Struct, frozen=True):
    """The words a quote is shown, copied and saved by: readable by themselves, and true by themselves.

    `parts` are spans of the article: of words between marks those words alone (`verbatim`), two where who speaks is
    told between them; of anything else what was said with the words that give it, "denied that the council had ignored
    the warnings". Where these stand elsewhere, `lead` holds them, to be put in front in brackets.
    """

    parts: tuple[Excerpt, ...]
    verbatim: bool = False
    lead: str = ""


class Likely(msgspec.Struct, frozen=True):
    """Somebody else who may have said a quote: the id of the actor, and how likely that is, 0 to 1."""

    actor: str
    chance: float


class Quote(Excerpt, frozen=True):
    """Something somebody is reported to have said.

    `id` is made from the words, so it stays when the text around them changes. `kind` is direct (all of it between
    marks), mixed (partly) or indirect (none). `cue` is the word that gives it to somebody ("said", "according to"),
    `mention` the span that names who ("he", "the envoy"), `speaker` the id of the Actor that mention resolves to.
    `wording` is what to show of it, None where that is its text as it stands. `confidence` (0 to 1) is that of the
    speaker being right. `about` holds the ids of the other actors it speaks of, `denies` the id of the earlier quote it
    disputes. `others` are who else may have said it, the likeliest first, and `corrections` what the reader decided of
    it (`reader.model.corrections`).
    """

    id: str
    kind: QuoteKind
    cue: Excerpt | None = None
    speech_act: str = "say"
    mention: Mention | None = None
    speaker: str | None = None
    confidence: float = 0.0
    about: tuple[str, ...] = ()
    denies: str | None = None
    wording: Wording | None = None
    others: tuple[Likely, ...] = ()
    corrections: tuple[Verdict, ...] = ()


class Event(Excerpt, frozen=True):
    """A dated event: `text` is its sentence, `when` the wording of the date in it.

    `date` is ISO 8601 with the precision of the wording ("2011-03", "2017-W03", "2011/2014" for a period), or the
    wording itself where it cannot be resolved.
    """

    date: str
    when: Excerpt


class Figure(Excerpt, frozen=True):
    """A number that carries the story: `text` is the wording, `value` the number, `unit` what it counts.

    `sentence` is the one it stands in.
    """

    value: float
    unit: str
    sentence: Span


class Place(msgspec.Struct, frozen=True):
    """A place of the story, by the fullest name the article has for it; mentions are in order of the text.

    A place that speaks is an `Actor` too, of the same id.
    """

    id: str
    name: str
    mentions: tuple[Mention, ...] = ()


class Glance(msgspec.Struct, frozen=True):
    """The story at a glance.

    `who` holds the ids of the most central actors, three at most; `where` is the dateline; `when` the day of the news,
    ISO 8601. Sources are those quoted, and `attributed` is the share of the text, 0 to 1, that is given to somebody.
    """

    who: tuple[str, ...] = ()
    where: str | None = None
    when: str | None = None
    named_sources: int = 0
    unnamed_sources: int = 0
    attributed: float = 0.0


class Engine(msgspec.Struct, frozen=True):
    """What made an analysis, so that whoever keeps it can tell what to make anew.

    `rules` is the number of the rules of `reader.analysis` and `reader.summarize`, `tagger` the versions of what finds
    the words that are attributed and of what tells the kinds of names, parted by a full stop ("" where nothing looked
    for them), `lexicon` that of the word lists, `language_model` the name and version of the spaCy pipeline, and
    `resolver` the version of what tells who is meant.
    """

    rules: int
    tagger: str = ""
    lexicon: str = ""
    language_model: str = ""
    resolver: str = ""


class Analysis(msgspec.Struct, frozen=True):
    """What was found in one text. Spans are in order of the text; `notes` say what could not be decided."""

    sentences: tuple[Span, ...] = ()
    key_points: tuple[KeyPoint, ...] = ()
    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    timeline: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    places: tuple[Place, ...] = ()
    glance: Glance = Glance()
    notes: tuple[str, ...] = ()
    engine: Engine | None = None


class Reading(msgspec.Struct, frozen=True):
    """One article, read: where it came from, the article, what was found in it, and what the reader wrote to it."""

    source: Source
    article: Article
    analysis: Analysis
    noted: tuple[Note, ...] = ()
