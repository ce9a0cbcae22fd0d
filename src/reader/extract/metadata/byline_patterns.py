"""How bylines are written: what opens them, what parts names, what a name looks like, what is none. Patterns alone."""

import re

from reader.lexicon.agencies import SIGNATURE
from reader.lexicon.bylines import (
    AND,
    AND_ABROAD,
    ASIDES,
    AUTHORS_ABROAD,
    BEATS,
    BY_ABROAD,
    INSTITUTIONS,
    JOBS,
    KINDS,
    PARTICLES,
    PUBLICATIONS,
    WRITINGS,
)
from reader.lexicon.date_words import MONTH
from reader.lexicon.wordlists import either

_KIND = rf"(?:(?:{either(KINDS)}) )?"
_WRITING = rf"(?:(?:{either(WRITINGS)}) )?"
_NAME_WORD = r"[^\W\d_a-z][\w.'’-]*"
# "Ada van der Moss", "Inés y Moss"; "in" and "d" only open a name ("in 't Veld"), else "Ada Moss in London" were one.
_INSIDE = either((PARTICLES - {"in", "d", "al-"}) | {"y", "e"})
_BEFORE = either(PARTICLES - {"al-"})

# The word or words at the head of a line that stand for "by", in any language, as part of the line.
BY = re.compile(
    rf"^{_KIND}(?:by|{either(BY_ABROAD)}|{either(AUTHORS_ABROAD)})(?:\s*:\s*|\s+)"
    r"|^(?:words|story|authors?|autor(?:en|es)?|auteurs?|reporters?)\s*[:|]\s*|^(?:文|撰文|作者|記者|记者)\s*[/:：|]\s*",
    re.IGNORECASE,
)
# "By", "Words by:", "By Ada Moss": in English, where no headline begins so; the name may be in an element of its own.
ENGLISH_BY = re.compile(rf"^\s*{_WRITING}by:?(?:\s|$)", re.IGNORECASE)
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
# The label beside a name in the head of a page.
LABEL = re.compile(
    rf"{_WRITING}by\b|authors?\b|verfasst von|geschrieben von|autor|auteur|écrit par|escrito por|scritto da|"
    r"geschreven door|skriven av|skrevet av",
    re.IGNORECASE,
)

# A name as shown: two words or more with capitals, small particles between them, titles before them.
NAME = re.compile(rf"^{_NAME_WORD}(?: (?:\(?{_NAME_WORD}\)?|{_INSIDE})){{1,4}}$")
# What parts two names. A dash needs spaces around it, and a word too: "Ada Y. Moss", "Sandoval".
_AND = either(AND - {"et"}) + r"|AND|WITH|et(?! al\b)"
BETWEEN = re.compile(rf"\s*[;|\n•·/&+]\s*|\s+[–—-]+\s+|\s+(?:{_AND})(?=\s)|^(?:{_AND})\s")
COMMA = re.compile(r"\s*,\s*")
# What holds two names together when each is a link of its own.
JOINER = re.compile(rf"(?:{either(AND)}|[,&/|·])+", re.IGNORECASE)
JOINED_BEHIND = re.compile(rf"(?:\s(?:{either(AND)})|[,&])$", re.IGNORECASE)

# What stands behind a name in the same part and is none of it: "Ada Moss in London", "Ada Moss for the Post", "Ada Moss
# ada@harbour.example", "Ada Moss March 4", "Ada Moss et al.".
BEHIND = re.compile(
    r"\s+(?:(?:in|for|from|at|of the|pour|para|aus)\s(?!['’]t\b)|\S*@|et al\b|published\b|updated\b|posted\b|"
    rf"(?:{MONTH})\.? \d|\d).*$",
    re.IGNORECASE,
)
# A job behind a name without a comma: "Ada Moss Senior Reporter", "ADA MOSS AP Sports Writer".
JOB = re.compile(rf"\b(?:{either(JOBS)})s?$", re.IGNORECASE)
JOB_BEHIND = re.compile(
    rf"\s+(?:(?:{SIGNATURE}|{either(beat.title() for beat in BEATS)})\s+)*(?:{either(job.title() for job in JOBS)})s?$"
)
# Other work than writing: "photos by Li Wen", "Medically reviewed by Li Wen, MD".
OTHER_WORK = re.compile(
    r"^(?:(?:additional|medically|fact|expert|last|scientifically)[ -])?(?:photo\w*|illustrat\w+|graphics?|video|"
    r"images?|reviewed|edited|editing|checked|translated|translation|reporting|research|updated|produced)\b.*\bby\b",
    re.IGNORECASE,
)
# A name shared by site and author is that of a publication, not of a person, when it is one word or has one of these.
PUBLICATION = re.compile(rf"\b(?:{either(PUBLICATIONS)})\b|\.", re.IGNORECASE)
INSTITUTION = re.compile(rf"\b(?:{either(INSTITUTIONS)})\b|^the\b", re.IGNORECASE)
# After a name: "Ada Moss, Harbour Post", "Ada Moss | Staff Writer": what begins a part that is no person.
NO_PERSON = re.compile(rf"\b(?:{either(ASIDES)}|\w*admin)\b|[@<>{{}}=©_]|\.com\b|\d", re.IGNORECASE)
# A byline that names people together: "The Harbour Team", "Our Editors".
COLLECTIVE = re.compile(
    r"(?:[A-Z][\w.'’&-]* ){1,4}(?:Team|Editors?|Editorial Board)"
    r"|(?:The )?(?:Team|Editors of) [A-Z][\w.'’&-]*(?: [A-Z][\w.'’&-]*)?"
)

# Letters after a name ("Ada Moss, MD, FACS"), which a comma must not make a second person, and what belongs to a name.
DEGREE = re.compile(r"^(?:[A-Z][a-zA-Z.]?[A-Z][a-zA-Z.-]{0,5}\.?|[A-Z]\.[A-Z]\.|R[Dd]|Esq\.?|MEd|Dr\.?)$")
SUFFIX = re.compile(r"^(?:[JS]r\.?|II|III|IV)$")
INITIAL = re.compile(r"^\S+ [A-Z]\.?$")
HONORIFIC = re.compile(r"^(?:dr|prof|professor|sir|dame|lord|rev)\.? ", re.IGNORECASE)
# Behind a name; one inside of it is a maiden name or a nickname.
IN_BRACKETS = re.compile(r"\s*\((?P<inside>[^)]*)\)(?! [^\W\d_a-z])")
