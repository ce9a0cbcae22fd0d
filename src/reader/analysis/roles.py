"""Who somebody is said to be: the role phrase beside a name, as it stands in the text."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from reader.analysis import names
from reader.analysis.identities import Identity
from reader.analysis.mentions import NameMention

# Nouns that say what somebody is or does. A phrase beside a name is a role when one of these heads it, or when it ends
# in -man, -woman, -person, -ist, -er and the like (`_AGENT`); 97 % of the roles annotated by hand end in one of both.
ROLE_NOUNS = frozenset(
    """academic activist actor actress adviser advisor agent aide ally ambassador analyst anchor archbishop architect
    artist assistant associate astronaut athlete attorney author banker barrister bishop boss boy broker brother campaigner
    candidate captain cardinal ceo cfo chair chairman chairwoman champion chancellor chef chief child cleric clerk climber coach
    co-author co-chair co-founder colleague columnist comedian commander commentator commissioner committee-member
    composer congressman congresswoman conservationist consultant cook coordinator coroner correspondent councillor
    councilman councilwoman counsel counselor coordinator critic curator daughter dean defender deputy designer detective
    developer diplomat director doctor driver ecologist economist editor educator employee engineer envoy executive expert
    farmer father fellow fisherman forward founder friend general girl goalkeeper governor graduate grandfather grandmother
    guard guitarist head historian host husband inspector instructor investigator investor journalist judge justice lawmaker
    lawyer leader lecturer legislator liaison librarian lieutenant lobbyist manager mayor mediator member midfielder minister
    monarch mother musician negotiator neighbor neighbour nephew nominee novelist nurse observer officer official operator
    opponent organizer organiser owner paramedic parent partner pastor patient pediatrician pharmacist philosopher physician
    physicist pilot player poet politician pollster pope premier president priest prime-minister princess principal producer
    professor prosecutor psychiatrist psychologist publisher rabbi ranger recruiter refugee regulator reporter
    representative researcher resident reverend rival scholar scientist secretary senator sergeant sheriff singer sister
    skipper sociologist solicitor soldier son speaker specialist spokesman spokesperson spokeswoman star stepfather
    stepmother strategist striker student successor superintendent supervisor supporter surgeon survivor teacher technician
    teenager teammate therapist trainer treasurer trustee tutor uncle veteran veterinarian victim volunteer warden whistleblower
    widow widower wife winger winner witness woman man worker writer youth sen rep gov pres founder defenseman defender
    quarterback center-back cornerback outfielder pitcher catcher goaltender agency ministry company firm group organization
    organisation charity union newspaper network broadcaster publisher brokerage maker giant party nonprofit startup
    manufacturer retailer chain operator bank university institute association federation watchdog provider""".split()
)
_AGENT = re.compile(r"(?:man|woman|person|ologist|ist|ician|keeper|maker|setter|holder|master|leader|officer|worker)s?$")
# A role phrase longer than this many words is a relative clause or a list, not a role: the longest of the 180 annotated
# by hand has 15.
LONGEST = 16
# Where a role phrase behind a name ends.
_STOPS = frozenset((",", ";", ":", "—", "–", "―", "(", ")", "--", "“", "”", '"', ".", "?", "!"))
_PARTY = re.compile(r"\(([DRI]-[A-Z][A-Za-z.]{0,6}|[DRI](?:-[A-Z]{2})?)\)")


def find(doc: Doc, identity: Identity) -> str | None:
    """The best role phrase for an identity, or None: the longest of those of the best pattern, earliest first.

    Patterns, best first: an apposition behind the name ("Issam al-Rais, a representative of a rebel faction,"), one
    before it ("The head of the delegation, Mohammad Alloush,"), the words in front of it ("Syria's U.N. envoy Bashar
    Ja'afari"), "X is the director of …", a party in brackets, a bare title.
    """
    best: tuple[int, int, str] | None = None
    for order, mention in enumerate(identity.mentions[:_MENTIONS_READ]):
        for rank, text in _candidates(doc, mention, identity):
            key = (rank, order)
            if best is None or key < best[:2]:
                best = (*key, text)
    return best[2] if best else None


# Roles are given at the first mentions; later ones are surnames.
_MENTIONS_READ = 6


def _candidates(doc: Doc, mention: NameMention, identity: Identity) -> Iterator[tuple[int, str]]:
    before = _before(doc, mention)
    after = _after(doc, mention)
    if after:
        yield 0, after
    preceding = _apposed_before(doc, mention)
    if preceding:
        yield 1, preceding
    if before:
        yield (2 if " " in before.strip() or names.fold(before) not in names.TITLES else 5), before
    copula = _copula(doc, mention)
    if copula:
        yield 3, copula
    party = _PARTY.search(doc.text, doc[mention.end - 1].idx, doc[mention.end - 1].idx + len(doc[mention.end - 1]) + 14)
    if party:
        yield 4, party.group(1)


def is_role(token: Token) -> bool:
    """Whether a noun says what somebody is."""
    word = token.lower_
    lemma = token.lemma_.lower()
    return word in ROLE_NOUNS or lemma in ROLE_NOUNS or names.fold(word) in names.TITLES or bool(_AGENT.search(word))


def _before(doc: Doc, mention: NameMention) -> str | None:
    """The words in front of a name that belong to it: "White House spokesman", "Syria's U.N. envoy"."""
    start = mention.start
    if start == 0 or not _role_end(doc[start - 1]):
        return None
    sentence = doc[mention.start].sent.start
    i = start
    while i > sentence and start - i < LONGEST and _premodifies(doc[i - 1]):
        i -= 1
    while i < start and doc[i].text in ("-", "’s", "'s", ",", ".", "and", "&"):
        i += 1
    text = _shown(doc, i, start)
    words = [names.fold(t.text) for t in doc[i:start]]
    return text if text and not all(word in ("mr", "mrs", "ms", "miss") for word in words if word) else None


def _role_end(token: Token) -> bool:
    if token.text == "." and token.i > 0:
        token = token.nbor(-1)
    return is_role(token) and not token.is_stop


def _premodifies(token: Token) -> bool:
    if token.text in ("-", "’s", "'s", "’", "'", ".", "&", "/"):
        return True
    if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or token.tag_ in ("VBG", "VBN", "PRP$", "NNP", "NNPS"):
        return token.lower_ not in ("who", "that")
    if token.lower_ in ("the", "a", "an"):
        return token.i + 1 < len(token.doc) and _premodifies(token.nbor(1)) and token.nbor(1).pos_ != "DET"
    return token.lower_ in ("former", "then", "ex", "of") and token.lower_ != "of"


def _after(doc: Doc, mention: NameMention) -> str | None:
    """The apposition behind a name: ", a spokesman for the rebel delegation,"."""
    i = mention.end
    if i < len(doc) and doc[i].text == "(":
        i = _behind_bracket(doc, i)
    if i + 1 >= len(doc) or doc[i].text not in (",", "—", "–", "―", "--"):
        return None
    start = i + 1
    if doc[start].like_num and start + 1 < len(doc) and doc[start + 1].text == ",":  # "Cory James, 22, of Flint"
        start += 2
    end = _phrase_end(doc, start)
    if end is None:
        return None
    head = _head(doc, start, end)
    return _shown(doc, start, end) if head is not None else None


def _behind_bracket(doc: Doc, i: int) -> int:
    for j in range(i, min(i + 8, len(doc))):
        if doc[j].text == ")":
            return j + 1
    return i


def _phrase_end(doc: Doc, start: int) -> int | None:
    """Where the noun phrase that begins here ends; None where it is no noun phrase."""
    first = doc[start] if start < len(doc) else None
    if first is None or not (first.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM") or first.tag_ in ("PRP$", "VBN", "VBG", "JJ", "RB")):
        return None
    i = start
    sentence_end = first.sent.end
    while i < sentence_end and i - start < LONGEST + 4:
        token = doc[i]
        if token.text in _STOPS and not (token.text == "." and not token.is_sent_end and doc[i - 1].whitespace_ == ""):
            break
        if i > start and (token.tag_ in ("WDT", "WP", "WP$", "WRB", "MD") or _finite(token)):
            break
        i += 1
    return i if i > start else None


def _finite(token: Token) -> bool:
    return token.tag_ in ("VBD", "VBZ", "VBP") and token.pos_ in ("VERB", "AUX")


def _head(doc: Doc, start: int, end: int) -> Token | None:
    """The role noun that heads a phrase: before any preposition, "director of", or the last word before it."""
    if end - start > LONGEST:
        return None
    for token in doc[start:end]:
        if token.pos_ == "ADP" or token.text in (",",):
            break
        if is_role(token) and token.pos_ in ("NOUN", "PROPN", "ADJ"):
            return token
    return None


def _apposed_before(doc: Doc, mention: NameMention) -> str | None:
    """The role before a name and a comma: "The head of the rebel delegation, Mohammad Alloush, had …"."""
    comma = mention.start - 1
    if comma <= 0 or doc[comma].text != ",":
        return None
    behind = doc[mention.end].text if mention.end < len(doc) else "."
    if behind not in (",", ".", ";", "—", "–", "(", ":"):
        return None
    sentence = doc[mention.start].sent.start
    i = comma
    while i > sentence and comma - i < LONGEST:
        token = doc[i - 1]
        if token.text in _STOPS and token.text != "." or _finite(token) or token.tag_ in ("MD", "WDT", "WP", "CC", "WRB"):
            break
        i -= 1
    while i < comma and doc[i].pos_ in ("ADP", "SCONJ", "CCONJ", "PUNCT", "ADV"):
        i += 1
    if i >= comma or not (doc[i].pos_ in ("DET", "PRON", "PROPN", "ADJ", "NOUN") or doc[i].tag_ == "PRP$"):
        return None
    return _shown(doc, i, comma) if _head(doc, i, comma) else None


def _copula(doc: Doc, mention: NameMention) -> str | None:
    """ "Ada Moss is the director of the institute"."""
    i = mention.end
    if i + 2 >= len(doc) or doc[i].lower_ not in ("is", "was", "are", "were") or doc[i + 1].lower_ not in ("a", "an", "the"):
        return None
    end = _phrase_end(doc, i + 1)
    return _shown(doc, i + 1, end) if end and _head(doc, i + 1, end) else None


def _shown(doc: Doc, start: int, end: int) -> str | None:
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in (",", "-", "’s", "'s")):
        end -= 1
    text = doc[start:end].text.strip()
    return text if text and "\n" not in text else None


def nouns(doc: Doc, identities: Sequence[Identity]) -> dict[int, set[str]]:
    """For each identity, by its place in the list, the words its roles and titles are made of, folded."""
    words: dict[int, set[str]] = {}
    for n, identity in enumerate(identities):
        found: set[str] = set()
        for mention in identity.mentions:
            found |= {names.fold(word) for word in mention.title.split()}
            for _, text in _candidates(doc, mention, identity):
                found |= {names.fold(word) for word in re.findall(r"[\w’'-]+", text)}
        words[n] = found
    return words
