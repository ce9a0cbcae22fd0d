"""Names run together with words for a post: "Browns DL Ada Moss", "Senate Majority Leader". Which part is the name."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from reader.analysis.entities import names
from reader.lexicon import persons, places
from reader.lexicon.name_words import COMMON, ORGANISATION_WORDS, PAPERS

# A person's name behind a post has this many words at most: "Hamid Ansel Khan", "Ada E. Moss Lind".
_LONGEST_NAME = 4
# Capitals of this many letters in front of a name are short for a post or a body; two of them may be initials.
_ACRONYM = range(2, 5)
# What they are for is no body of its own: "Minister of Public Works".
_OF_STATE = frozenset(("minister", "secretary", "ministers", "secretaries"))
# Ships bear names of people.
_SHIPS = frozenset(("uss", "hms", "ins", "mv", "ss", "rms"))
# They end names of papers and clubs as well, where they are nobody's post.
_ALSO_ENDS = PAPERS | persons.NO_POSTS


def name_behind(doc: Doc, start: int, end: int) -> int | None:
    """Where the full name of a person begins that stands behind words for a post in one run; None where none does.

    "Dispatch Editor | Nora Vell", "Browns DL | Marcus Lind", "European Union | Ada Moss", but not "USS Adam Moss".
    """
    for i in range(start + 1, end - 1):
        if end - i <= 2 * _LONGEST_NAME and _is_post(doc, start, i - 1) and _is_full_name(doc, i, end):
            return i
    return None


def _is_full_name(doc: Doc, start: int, end: int) -> bool:
    written = doc[start:end].text.split()
    small = [word.lower() for word in written]
    if not 2 <= len(written) <= _LONGEST_NAME or not all(
        word[:1].isupper() or names.is_particle(word) for word in written
    ):
        return False
    if any(word in ORGANISATION_WORDS for word in small) or small[-1] in places.NAMES | places.SURNAMES:
        return False
    if names.family_first([names.fold(word) for word in written]):
        return True
    # "Abu Saeed Lind", "B Z Saeed Lind"
    opens = next((n for n, word in enumerate(written) if len(word.rstrip(".")) > 1 and not names.is_particle(word)), 0)
    first = written[min(opens, len(written) - 2)]
    return names.is_given(first) and not is_post(doc[end - 1])


def _is_post(doc: Doc, start: int, i: int) -> bool:
    """Whether a word in front of a name may be the end of a post: a noun, capitals, or a body's last word."""
    token = doc[i]
    if is_post(token):
        # "Amir | Khan Moss" is a name, "the Amir | Khalid Moss" has a post.
        return i > start or not names.is_given(token.text) or doc[max(0, i - 1)].lower_ == "the"
    acronym = token.text.isupper() and token.text.isalpha() and len(token) in _ACRONYM
    if acronym and token.lower_ not in _SHIPS:
        return i > start and doc[i - 1].text.isalpha() and not names.is_given(doc[i - 1].text) and len(doc[i - 1]) > 1
    return i > start and token.lower_ in ORGANISATION_WORDS


def is_post(token: Token) -> bool:
    """Whether a word with a capital says what somebody is, and ends no paper's name: "Leader", "Secretary", "CEO"."""
    word = token.lower_
    if not token.text[:1].isupper() or word in _ALSO_ENDS or word in ORGANISATION_WORDS:
        return False
    return word in persons.NOUNS or word in persons.OFFICES or word in persons.SURE_POSTS


def _is_office(doc: Doc, start: int) -> bool:
    """Whether a run is an office with what it is for, or only what: "Minister of Public Works", "of | Public Works"."""
    if is_post(doc[start]) and doc[start + 1 : start + 2].text.lower() in ("of", "for"):
        return True
    return (
        start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in _OF_STATE and not doc[start].ent_type_
    )


def front(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """What is left of the words in front of a name when those for the post are left out: "Browns | DL"."""
    last = end
    while last > start and (_is_post(doc, start, last - 1) or doc[last - 1].lower_ in persons.POST_FRONTS):
        if doc[last - 1].lower_ in ORGANISATION_WORDS - persons.NOUNS:
            break
        last -= 1
    return start, last


def without_office(doc: Doc, labels: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """What is left of a run that names a post and nobody in it: "NASA | Administrator", nothing of "Prime Minister".

    "Senate Majority Leader" leaves the Senate; of "Minister of Public Works", and of "National Security Adviser", whose
    first words are no name by themselves, nothing is left.

    Returns:
        Token offsets, end exclusive; the same as given where the run ends in no post.
    """
    if end > start and _is_office(doc, start):
        return start, start
    behind = [token.lower_ for token in doc[end : end + 3]]
    if end == start or not is_post(doc[end - 1]) or ("PERSON" in labels[start:end] and behind != ["-", "in", "-"]):
        return start, end
    last = end - 1
    while last > start and (doc[last - 1].lower_ in persons.POST_FRONTS or doc[last - 1].text == "-"):
        last -= 1
    front = [token.lower_ for token in doc[start:last]]
    if len(front) == 1:
        return (start, start) if front[0] in COMMON - ORGANISATION_WORDS else (start, last)
    return (start, last) if any(word in ORGANISATION_WORDS for word in front) else (start, start)
