"""Who wrote it: bylines as separate people, and the news agency apart. Never guesses a name out of running text."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.lexicon.agencies import agency_of

# "By", in the languages trafilatura is most used on, and what may stand before it.
KIND = (
    r"written|posted|published|reviewed|story|words|text|reported|reporting|created|edited|article|authored|contributed|"
    r"submitted|opinion|analysis|commentary|review|column|essay|feature|interview"
)
BY = re.compile(
    rf"^(?:(?:{KIND}) )?(?:by|von|par|por|di|door|av|af|texte?|text|author|autor|auteur)(?:\s*:\s*|\s+)"
    r"|^(?:words|story|authors?|autor(?:en|es)?|auteurs?|reporters?)\s*[:|]\s*|^(?:文|撰文|作者|記者|记者)\s*[/:：|]\s*",
    re.IGNORECASE,
)
# What parts two names. A dash needs spaces around it, and a word too: "Ada Y. Moss", "Sandoval".
BETWEEN = re.compile(
    r"\s*[;|\n•·/&+]\s*|\s+[–—-]+\s+|\s+(?:and|AND|und|et(?! al\b)|y|with|WITH|avec|mit)(?=\s)|^(?:and|und|et|y|with)\s"
)
COMMA = re.compile(r"\s*,\s*")
# What stands behind a name in the same part and is none of it: "Ada Moss in London", "Ada Moss for the Post", "Ada Moss
# ada@harbour.example", "Ada Moss March 4", "Ada Moss et al.".
BEHIND = re.compile(
    r"\s+(?:(?:in|for|from|at|of the|pour|para|aus)\s(?!['’]t\b)|\S*@|et al\b|published\b|updated\b|posted\b|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.? \d|\d).*$",
    re.IGNORECASE,
)
# A job behind a name without a comma: "Ada Moss Senior Reporter", "ADA MOSS AP Sports Writer".
JOB = re.compile(
    r"\b(?:reporter|writer|editor|correspondent|columnist|contributor|journalist|producer|critic|analyst)s?$",
    re.IGNORECASE,
)
JOB_BEHIND = re.compile(
    r"\s+(?:(?:AP|Senior|Chief|Lead|Staff|Special|Guest|Political|Politics|Sports?|Business|Science|Health|Education|"
    r"Environment|Technology|Tech|Foreign|National|Diplomatic|Economics|Managing|Deputy|Executive|Associate|Assistant|"
    r"Contributing|Freelance|Investigative|Breaking|News|Data|City|Arts|Culture)\s+)*"
    r"(?:Reporter|Writer|Editor|Correspondent|Columnist|Contributor|Journalist|Producer|Critic|Analyst)s?$"
)
# Other work than writing: "photos by Li Wen", "Medically reviewed by Li Wen, MD".
OTHER_WORK = re.compile(
    r"^(?:(?:additional|medically|fact|expert|last|scientifically)[ -])?(?:photo\w*|illustrat\w+|graphics?|video|"
    r"images?|reviewed|edited|editing|checked|translated|translation|reporting|research|updated|produced)\b.*\bby\b",
    re.IGNORECASE,
)
# A name shared by site and author is that of a publication, not of a person, when it is one word or has one of these.
PUBLICATION = re.compile(
    r"\b(?:news|post|times|daily|journal|herald|tribune|guardian|mail|press|media|magazine|review|today|online|tv|radio|"
    r"network|agency|blog|team|group|inc|llc|ltd|gmbh|services|association|university|institute|company|gazette"
    r"|courier|"
    r"telegraph|"
    r"independent|mirror|express|observer|chronicle|globe|star|sun|world|digital|the)\b|\.",
    re.IGNORECASE,
)
# Words of institutions that are no surnames (Post, Press, Sun and Daily are): no person's name has one.
INSTITUTION = re.compile(
    r"\b(?:news|times|herald|tribune|gazette|telegraph|chronicle|magazine|university|universit[àäé]t?|department|"
    r"institute|association|council|foundation|agency|network|cent(?:er|re)|committee|ministry|society|federation|chamber|school|"
    r"college|hospital|government|commission|authority|police|studios?|content|release|tips|insights|solutions|wires?|media|"
    r"business|international|communications|marketing|services)\b"
    r"|^the\b",
    re.IGNORECASE,
)
# What stands in the author field of many systems and names no person: accounts and sections.
NOBODY = frozenset(
    {
        "by", "the", "dr", "mr", "ms", "news", "sport", "sports", "world", "politics", "business", "opinion",
        "opinions", "analysis", "culture", "lifestyle", "life", "entertainment", "technology", "tech",
        "science", "health", "local", "national", "international", "features", "video", "photos", "sponsored",
        "promoted", "advertorial", "super user", "user", "root", "our", "test", "demo", "web", "online",
        "others",
    }
)  # fmt: skip
# After a name: "Ada Moss, Harbour Post", "Ada Moss | Staff Writer": what begins a part that is no person.
NO_PERSON = re.compile(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|editorial|newsroom|desk|bureau|contributors?|columnist|"
    r"agenc(?:y|ies)|updated|published|posted|minutes?|min read|ago|share|follow|comments?|read more|about the|"
    r"\w*admin|administrator|guest|undefined|unknown|null|none|author|webmaster|redaktion|redacci[oó]n|r[ée]daction|redazione|"
    r"subscribe|newsletter|founder|ceo|president|team|inc|llc|ltd|gmbh|services|https?|www|special to|journalist|"
    r"view all|see all|posts?|learn more|use cases?|industry|privacy|policy|consent|disclosure|terms|cookies?)\b|"
    r"[@<>{}=©_]|\.com\b|\d",
    re.IGNORECASE,
)
# Letters after a name ("Ada Moss, MD, FACS"), which a comma must not make a second person, and what belongs to a name.
DEGREE = re.compile(r"^(?:[A-Z][a-zA-Z.]?[A-Z][a-zA-Z.-]{0,5}\.?|[A-Z]\.[A-Z]\.|R[Dd]|Esq\.?|MEd|Dr\.?)$")
SUFFIX = re.compile(r"^(?:[JS]r\.?|II|III|IV)$")
INITIAL = re.compile(r"^\S+ [A-Z]\.?$")
HONORIFIC = re.compile(r"^(?:dr|prof|professor|sir|dame|lord|rev)\.? ", re.IGNORECASE)
# Behind a name; one inside of it is a maiden name or a nickname.
IN_BRACKETS = re.compile(r"\s*\((?P<inside>[^)]*)\)(?! [^\W\d_a-z])")
# Small words that a name may begin with.
PARTICLES = frozenset(
    {"de", "del", "della", "da", "dos", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "ten", "bin", "ibn",
     "al", "el", "zu", "af", "av", "d", "al-", "in"}
)  # fmt: skip
EDGES = ' \t\n,;:|/–—-•·"“”'
# The longest line that is taken for a byline, and the longest name: "Maria del Carmen Fernandez de la Vega Sanz".
LONGEST_LINE = 160
LONGEST_NAME = 60
MOST_WORDS = 6


# A byline that names people together: "The Harbour Team", "Our Editors".
COLLECTIVE = re.compile(
    r"(?:[A-Z][\w.'’&-]* ){1,4}(?:Team|Editors?|Editorial Board)"
    r"|(?:The )?(?:Team|Editors of) [A-Z][\w.'’&-]*(?: [A-Z][\w.'’&-]*)?"
)


class Credit(NamedTuple):
    """People in order, and the agency if one was named."""

    people: tuple[str, ...] = ()
    agency: str | None = None


def parse(line: str) -> Credit:
    """Part one byline: "By Philip Issa / Associated Press" is ("Philip Issa",) and "Associated Press"."""
    names: list[str] = []
    agency = None
    text = BY.sub("", line.strip(), count=1)
    if len(text) > LONGEST_LINE or "://" in text:
        return Credit()
    if COLLECTIVE.fullmatch(text):
        return Credit((text,))
    for bracket in IN_BRACKETS.finditer(text):
        agency = agency or agency_of(bracket["inside"])
    for part in BETWEEN.split(IN_BRACKETS.sub("", text)):
        for at, whole in enumerate(by_comma(part)):
            if OTHER_WORK.match(whole):
                continue
            # Behind a comma a job has no name before it, only a desk or an agency: "AP Business Writer".
            job = JOB.search(whole) if at else None
            name, behind = (whole.split()[0], "") if job else parted(whole)
            agency = agency or agency_of(name) or agency_of(behind)
            if not job and not agency_of(name):
                names.append(name)
    # Beside a full name a single word is a place, a paper or a section.
    full = any(" " in name for name in names)
    people = (name for name in names if is_person(name) and (" " in name or not full))
    return Credit(tuple(dict.fromkeys(people)), agency)


def parted(part: str) -> tuple[str, str]:
    """A name, and the agency right behind it: "ADA MOSS Associated Press"; all else behind it is dropped."""
    name = part.strip(EDGES)
    for pattern in (BEHIND, JOB_BEHIND):
        # A name has two words; one word with "for" behind it opens the name of an institution.
        if (found := pattern.search(name)) and " " in name[: found.start()]:
            name = name[: found.start()].rstrip(EDGES)
    words = name.split(" ")
    for at in range(2, len(words)):
        behind = " ".join(words[at:])
        if agency_of(behind) and (at + 1 < len(words) or behind.isupper()):
            return " ".join(words[:at]), behind
    return name, ""


def by_comma(part: str) -> list[str]:
    """Part a list of names at its commas, but leave "Ada Moss, MD" whole and turn "Moss, Ada" round."""
    names = [name for each in COMMA.split(part) if (name := each.strip(EDGES))]
    names = [name for at, name in enumerate(names) if at == 0 or not DEGREE.match(name)]
    for at in range(len(names) - 1, 0, -1):
        if SUFFIX.match(names[at]):
            names[at - 1 : at + 1] = [f"{names[at - 1]} {names[at]}"]
    single = all(" " not in name and name[:1].isupper() and not agency_of(name) for name in names)
    initial = len(names) == 2 and " " not in names[0] and INITIAL.match(names[1])
    if len(names) % 2 == 0 and (single or initial):
        return [f"{given} {surname}" for surname, given in zip(names[::2], names[1::2], strict=True)]
    return names


def is_person(name: str) -> bool:
    """True for what can be the name of a writer: short, with letters, no date, no job, no address, no account."""
    words = name.split()
    if not words or len(name) > LONGEST_NAME or len(words) > MOST_WORDS or not any(c.isalpha() for c in name):
        return False
    if name.casefold() in NOBODY or NO_PERSON.search(name) or INSTITUTION.search(name):
        return False
    # "photos by" is no name; "de la Cruz", "bell hooks" and "adamoss", an account as a pen name, are.
    return not words[0].islower() or name.islower() or words[0] in PARTICLES


def is_publication(name: str) -> bool:
    """True for the name of a publication ("The Harbour Post"), false for that of a person with a site of their own."""
    return " " not in name.strip() or PUBLICATION.search(name) is not None


def is_site(name: str, publisher: str) -> bool:
    """True for a name that is the publication's: "CNN Business" on CNN, but not a person on a site of the same name."""
    one, other = name.casefold().split(), publisher.casefold().split()
    if one == other or (len(one) == 1 and one == other[:1]):
        return is_publication(name)
    return bool(other) and one[: len(other)] == other


def is_fuller(shown: Sequence[str], declared: Sequence[str]) -> bool:
    """True when a byline as shown has more than the declared one: a second author, a title before the name, a name."""
    if not shown or all(COLLECTIVE.fullmatch(name) for name in declared):
        return bool(shown)
    plain = [HONORIFIC.sub("", name).casefold() for name in shown]
    return all(HONORIFIC.sub("", name).casefold() in plain for name in declared) and list(shown) != list(declared)


def merge(credits: Iterable[Credit]) -> Credit:
    """Put several bylines together, people once each."""
    people: list[str] = []
    agency = None
    for credit in credits:
        people.extend(credit.people)
        agency = agency or credit.agency
    return Credit(tuple(dict.fromkeys(people)), agency)
