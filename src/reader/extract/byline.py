"""Who wrote it: bylines as separate people, and the news agency apart. Never guesses a name out of running text."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

# The agencies whose copy runs in other people's pages, by every form in which bylines and datelines name them.
AGENCIES = {
    "Associated Press": ("ap", "associated press", "the associated press", "ap news"),
    "Reuters": ("reuters", "thomson reuters", "reuters staff", "reuters news"),
    "AFP": ("afp", "agence france-presse", "agence france presse"),
    "PA": ("pa", "pa media", "press association", "pa news agency", "the press association"),
    "Bloomberg": ("bloomberg", "bloomberg news"),
    "dpa": ("dpa", "deutsche presse-agentur"),
    "Xinhua": ("xinhua", "xinhua news agency"),
    "UPI": ("upi", "united press international"),
    "Canadian Press": ("canadian press", "the canadian press", "cp"),
    "AAP": ("aap", "australian associated press"),
    "ANSA": ("ansa",),
    "EFE": ("efe", "agencia efe"),
    "Kyodo": ("kyodo", "kyodo news"),
    "Tass": ("tass", "itar-tass"),
    "Interfax": ("interfax",),
    "Anadolu": ("anadolu", "anadolu agency", "aa"),
    "PTI": ("pti", "press trust of india"),
    "ANI": ("ani", "asian news international"),
    "IANS": ("ians", "indo-asian news service"),
    "Yonhap": ("yonhap", "yonhap news agency"),
    "EPA": ("epa", "european pressphoto agency"),
    "SID": ("sid", "sport-informations-dienst"),
    "APA": ("apa", "austria presse agentur"),
    "NTB": ("ntb",),
    "Ritzau": ("ritzau",),
    "States Newsroom": ("states newsroom",),
}
# An agency that is not in the list but calls itself one: "Northern News Agency".
NAMED_AGENCY = re.compile(r"(?:[A-Z][\w.'’-]* ){1,4}(?:News Agency|News Service|Newswire|Press Agency|Wire Service)")
AGENCY_BY_NAME = {name: agency for agency, names in AGENCIES.items() for name in names}

# "By", in the languages trafilatura is most used on.
BY = re.compile(
    r"^(?:(?:written|posted|published|reviewed|story|words|text|reported|created|edited|article) )?"
    r"(?:by|von|par|por|di|door|av|af|texte?|text|author|autor|auteur)(?:\s*:\s*|\s+)|^(?:author|autor)s?\s*[:|]\s*",
    re.IGNORECASE,
)
# What parts two names.
BETWEEN = re.compile(r"\s*(?:;|\||\n|•|·|/|&|\+|\band\b|\bund\b|\bet\b|\by\b|\bwith\b)\s*")
COMMA = re.compile(r"\s*,\s*")
# A name shared by site and author is that of a publication, not of a person, when it is one word or has one of these.
PUBLICATION = re.compile(
    r"\b(?:news|post|times|daily|journal|herald|tribune|guardian|mail|press|media|magazine|review|today|online|tv|radio|"
    r"network|agency|blog|team|group|inc|llc|ltd|gmbh|services|association|university|institute|company|gazette"
    r"|courier|"
    r"telegraph|"
    r"independent|mirror|express|observer|chronicle|globe|star|sun|world|digital|the)\b|\.",
    re.IGNORECASE,
)
# After a name: "Ada Moss, Harbour Post", "Ada Moss | Staff Writer": what begins a part that is no person.
NO_PERSON = re.compile(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|editorial|newsroom|desk|bureau|contributors?|columnist|"
    r"agenc(?:y|ies)|updated|published|posted|minutes?|min read|ago|share|follow|comments?|read more|about the|admin|"
    r"administrator|guest|undefined|unknown|null|none|author|webmaster|redaktion|redacci[oó]n|r[ée]daction|redazione|"
    r"subscribe|newsletter|founder|ceo|president|team|inc|llc|ltd|gmbh|services|https?|www|"
    r"view all|see all|posts?|learn more|use cases?|industry|privacy|policy|consent|disclosure|terms|cookies?)\b|"
    r"[@<>{}=©]|\.com\b",
    re.IGNORECASE,
)
DATES = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.? \d|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    r"|\b(?:19|20)\d\d\b|\d{1,2}:\d\d",
    re.IGNORECASE,
)
# Letters after a name ("Ada Moss, MD"), which a comma must not make a second person.
DEGREE = re.compile(r"^(?:[A-Z]{2,6}|Ph\.?D\.?|M\.?D\.?|[JS]r\.?|Esq\.?)(?:,? .*)?$")
HONORIFIC = re.compile(r"^(?:dr|prof|professor|sir|dame|lord|rev)\.? ", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\s*\((?P<inside>[^)]*)\)")
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


def agency_of(name: str) -> str | None:
    """The agency behind a name in a byline: "AP" and "The Associated Press" are both "Associated Press"."""
    plain = name.strip(EDGES + "().")
    return AGENCY_BY_NAME.get(plain.casefold()) or (plain if NAMED_AGENCY.fullmatch(plain) else None)


def parse(line: str) -> Credit:
    """Part one byline: "By Philip Issa / Associated Press" is ("Philip Issa",) and "Associated Press"."""
    people: list[str] = []
    agency = None
    text = BY.sub("", line.strip(), count=1)
    if len(text) > LONGEST_LINE or "://" in text:
        return Credit()
    if COLLECTIVE.fullmatch(text):
        return Credit((text,))
    for bracket in IN_BRACKETS.finditer(text):
        if found := agency_of(bracket["inside"]):
            agency, text = agency or found, text.replace(bracket.group(), "")
    for part in BETWEEN.split(text):
        for name in by_comma(part):
            if found := agency_of(name):
                agency = agency or found
            elif is_person(name):
                people.append(name.strip(EDGES))
    return Credit(tuple(dict.fromkeys(people)), agency)


def by_comma(part: str) -> list[str]:
    """Part a list of names at its commas, but leave "Ada Moss, MD" whole and turn "Moss, Ada" round."""
    names = [name.strip(EDGES) for name in COMMA.split(part)]
    names = [name for name in names if name]
    if len(names) == 2 and all(" " not in name and name[:1].isupper() and not agency_of(name) for name in names):
        if not DEGREE.match(names[1]):
            return [f"{names[1]} {names[0]}"]
        return names[:1]
    return [name for at, name in enumerate(names) if at == 0 or not DEGREE.match(name)]


def is_person(name: str) -> bool:
    """True for what can be the name of a writer: short, with letters, no date, no job, no address."""
    name = name.strip(EDGES)
    if not name or len(name) > LONGEST_NAME or len(name.split()) > MOST_WORDS or not any(c.isalpha() for c in name):
        return False
    return not (NO_PERSON.search(name) or DATES.search(name) or name.casefold() in ("by", "the", "dr", "mr", "ms"))


def is_publication(name: str) -> bool:
    """True for the name of a publication ("The Harbour Post"), false for that of a person with a site of their own."""
    return " " not in name.strip() or PUBLICATION.search(name) is not None


def is_fuller(shown: Sequence[str], declared: Sequence[str]) -> bool:
    """True when a byline as shown has all the declared people and more: a second author, or a title before the name."""
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
