"""How bylines are written: what opens them, what parts names, what a name looks like, what is none. Judges no page."""

import re

from reader.lexicon.agencies import SIGNATURE
from reader.lexicon.bylines import (
    AND,
    AND_ABROAD,
    AND_WITHIN,
    ASIDES,
    AUTHORS_ABROAD,
    BEATS,
    BY_ABROAD,
    INSTITUTIONS,
    JOBS,
    JOBS_BEHIND,
    KINDS,
    LABELS,
    LONG_LABELS,
    NO_NAMES_ABROAD,
    PARTICLES,
    PUBLICATIONS,
    WRITINGS,
)
from reader.lexicon.date_words import MONTH, WEEKDAY
from reader.lexicon.wordlists import either

_KIND = rf"(?:(?:{either(KINDS)}) )?"
_WRITING = rf"(?:(?:{either(WRITINGS)}) )?"
# "Moss", "O'Brien", "d'Ormesson", "'t"; small letters of other scripts than Latin cannot be told from capitals so.
_NAME_WORD = r"(?:[a-z]{1,4}['’])?[^\W\d_a-z][\w.'’-]*+"
# "Ada van der Moss", "Inés y Moss"; "in" and "d" only open a name ("in 't Veld"), else "Ada Moss in London" were one.
_INSIDE = either((PARTICLES - {"in", "d", "al-"}) | {"y", "e"})
_BEFORE = either(PARTICLES - {"al-"})

_LABEL = either(LABELS | set(LONG_LABELS))
# The word or words at the head of a line that stand for "by", in any language, as part of the line.
BY = re.compile(
    rf"^{_KIND}(?:by|{either(BY_ABROAD)}|{either(AUTHORS_ABROAD)})(?:\s*:\s*|\s+)|^(?:{either(LONG_LABELS)})[\s:]\s*"
    rf"|^(?:(?:published|posted) )?(?:on )?(?:(?:{MONTH})\.? \d{{1,2}}|\d{{1,2}} (?:{MONTH})\.?),? \d{{4}}"
    r"[\s,|·–-]{1,3}by\s+"
    rf"|^(?:{_LABEL})\s*[:：|/=＝]\s*|^(?:文|撰文|作者|記者|记者|取材・文)\s+(?=\w)|^(?:بقلم|מאת)\s+",
    re.IGNORECASE,
)
# A line of its own that says so with a colon: "Text: Ada Moss", "文＝浜田一郎".
LABELLED = re.compile(rf"(?:{_LABEL})\s*[:：=＝]\s*\S", re.IGNORECASE)
# Nothing but such words, in an element beside the name: "Von", "Автор:", "Written by".
_ALONE = frozenset({"by", *BY_ABROAD, *LABELS, *LONG_LABELS, *(f"{writing} by" for writing in WRITINGS)})
LONGEST_ALONE = max(map(len, _ALONE)) + 8
# "By", "Words by:", "By Ada Moss": in English, where no headline begins so; the name may be in an element of its own.
ENGLISH_BY = re.compile(rf"^\s*{_WRITING}by:?(?:\s|$)", re.IGNORECASE)
# The same, of who wrote it and of nobody who posted or reviewed it.
WROTE = re.compile(r"\s*(?:(?:written|words|story|text|article)\s+)?by:?\s", re.IGNORECASE)
# A whole line that is a byline: "By Ada Moss, Harbour Post", no sentence such as "By Monday the ferries ran."
LINE = re.compile(
    rf"^(?i:{_WRITING}by):? {_NAME_WORD}(?: (?:(?:{_BEFORE}) |al-)*{_NAME_WORD}){{1,4}}"
    r"(?:[ ,|/–-].{0,60})?(?<![.!?])$"
)
# In other languages headlines and sentences begin with the word too ("Von der Leyen warnt"): names and nothing else.
LINE_ABROAD = re.compile(
    rf"(?:{either(word.title() for word in BY_ABROAD)})\s+"
    rf"(?:(?:{_NAME_WORD}|{either(AND_ABROAD)}|{_INSIDE}),?(?:\s+|$)){{2,8}}$"
)
# The scripts that set no spaces inside a name: Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff々〆・\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
# The label beside a name in the head of a page.
LABEL = re.compile(
    rf"{_WRITING}by\b|authors?\b|verfasst von|geschrieben von|autor|auteur|écrit par|escrito por|scritto da|"
    r"geschreven door|skriven av|skrevet av",
    re.IGNORECASE,
)

# A name as shown: two words or more with capitals, small particles between them, titles before them.
NAME = re.compile(rf"^{_NAME_WORD}(?: (?:\(?{_NAME_WORD}\)?|{_INSIDE})){{1,4}}$")
# One in a script without spaces, which has no capitals either: "浜田一郎", "박지민", "カレン・スミス".
NAME_UNSPACED = re.compile(rf"^[{UNSPACED}]{{2,12}}(?: [{UNSPACED}]{{1,8}})?$")
# One word, which is a name where a page says that nothing else stands there: "Teller".
NAME_SINGLE = re.compile(r"^[^\W\d_a-z][^\W\d_]{2,}+$")
JOB_UNSPACED = re.compile(rf"(?:(?<!\s)\s++)?(?:{either(JOBS_BEHIND)})$")
NO_NAME_ABROAD = re.compile(either(NO_NAMES_ABROAD))
# What parts two names for certain. A dash needs spaces around it.
BETWEEN = re.compile(r"(?:(?<!\s)\s++)?[;|•·/]\s*+|(?<!\s)[^\S\n]*+\n\s*+|(?<!\s)\s++[–—-]++\s+")
# What joins two names; a word needs spaces around it ("Sandoval"), a sign as well ("R&B"). Capitals join capitals.
_AND = either((AND | AND_WITHIN) - {"et"}) + r"|et(?! al\b)"
JOINING = re.compile(rf"(?<!\s)\s++(?:[&+]|{_AND}|AND|WITH)\s+")
JOINING_CAPITALS = re.compile(rf"(?<!\s)\s++(?:[&+]|{_AND})\s+", re.IGNORECASE)
JOINING_FIRST = re.compile(rf"^(?:{either(AND)}|[&+])\s+", re.IGNORECASE)
# A name with one of these inside is that of a body: the others may stand in names.
JOINED = re.compile(rf"\s(?:[&+]|{either(AND)})\s", re.IGNORECASE)
WITHIN = re.compile(rf"\s+(?:{either(AND_WITHIN)})\s+", re.IGNORECASE)
# "Centre for Health", "Ministry of Food": a body whose name may go on behind an "and".
BODY_OF = re.compile(r"\b(?:of|for|on|de|del|da|do|des|du|für)\b")
COMMA = re.compile(r"(?:(?<!\s)\s++)?[,،、，]\s*")
# What holds two names together when each is a link of its own.
JOINER = re.compile(rf"(?:{either(AND | AND_WITHIN)}|[,،、，&/|·;+])+", re.IGNORECASE)
JOINED_BEHIND = re.compile(rf"(?:\s(?:{either(AND | AND_WITHIN)})|[,،、，&;])$", re.IGNORECASE)

# What stands behind a name in the same part and is none of it: "Ada Moss in London", "Ada Moss for the Post", "Ada Moss
# ada@harbour.example", "Ada Moss March 4", "Ada Moss et al.".
BEHIND = re.compile(
    r"(?<!\s)\s++(?:(?:in|for|from|at|of the|pour|para|aus|en|desde|on behalf of)(?:\s(?!['’]t\b)|$)|\S*@|et al\b|"
    r"published\b|updated\b|posted\b|"
    rf"photos?:|(?:(?:{WEEKDAY}),? )?(?:{MONTH})\.? \d|(?:{WEEKDAY})(?:,|$)|\d)",
    re.IGNORECASE,
)
# A job behind a name without a comma: "Ada Moss Senior Reporter", "ADA MOSS AP Sports Writer".
JOB = re.compile(rf"\b(?:{either(JOBS)})s?$", re.IGNORECASE)
JOB_BEHIND = re.compile(
    rf"(?<!\s)\s++(?:(?:{SIGNATURE}|{either(beat.title() for beat in BEATS)})\s++){{0,4}}"
    rf"(?:{either(job.title() for job in JOBS)})s?$"
)
# Other work than writing: "photos by Li Wen", "Medically reviewed by Li Wen, MD".
OTHER_WORK = re.compile(
    r"^(?:(?:additional|medically|fact|expert|last|scientifically)[ -])?(?:photo\w*|illustrat\w+|graphics?|video|"
    r"images?|reviewed|edited|editing|checked|translated|translation|reporting|research|updated|produced)\b.*\bby\b",
    re.IGNORECASE,
)
# What stands before somebody who did other work: "Data by", "Edited by:".
OTHER_BY = re.compile(r"\w\s+by:?$", re.IGNORECASE)
# A name shared by site and author is that of a publication, not of a person, when it is one word or has one of these.
PUBLICATION = re.compile(rf"\b(?:{either(PUBLICATIONS)})\b|\.", re.IGNORECASE)
INSTITUTION = re.compile(rf"\b(?:{either(INSTITUTIONS)})\b|^the\b", re.IGNORECASE)
# After a name: "Ada Moss, Harbour Post", "Ada Moss | Staff Writer": what begins a part that is no person.
NO_PERSON = re.compile(rf"\b(?:{either(ASIDES)}|\w*admin)\b|[@<>{{}}=©_]|\.com\b|\d", re.IGNORECASE)
# A byline that names people together: "The Harbour Team", "Our Editors".
COLLECTIVE = re.compile(
    r"(?:[A-Z][\w.'’&-]* ){1,4}(?:Team|Editors|Editorial Board)"
    r"|[A-Z][\w-]+ Editor|(?:The )?(?:Team|Editors of) [A-Z][\w.'’&-]*(?: [A-Z][\w.'’&-]*)?"
)

# Letters after a name ("Ada Moss, MD, FACS"), which a comma must not make a second person, and what belongs to a name.
DEGREE = re.compile(r"^(?:[A-Z][a-zA-Z.]?[A-Z][a-zA-Z.-]{0,5}\.?|[A-Z]\.[A-Z]\.|R[Dd]|Esq\.?|MEd|Dr\.?)$")
SUFFIX = re.compile(r"^(?:[JS]r\.?|II|III|IV)$")
INITIAL = re.compile(r"^\S+ [A-Z]\.?$")
HONORIFIC = re.compile(r"^(?:dr|prof|professor|sir|dame|lord|rev)\.? ", re.IGNORECASE)
# Behind a name; one inside of it is a maiden name or a nickname.
IN_BRACKETS = re.compile(r"(?:(?<!\s)\s++)?\((?P<inside>[^()]*+)\)(?! [^\W\d_a-z])")


def is_alone(text: str) -> bool:
    """Whether a text is nothing but the words that stand before a writer's name."""
    return len(text) <= LONGEST_ALONE and " ".join(text.split()).rstrip(" :：|").casefold() in _ALONE
