"""Names of organisations -> organisations: which mentions are one body, by its words, its acronym or part of it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from spacy.tokens import Doc

from reader.analysis.entities import acronyms, names
from reader.analysis.entities.entity import Group
from reader.analysis.entities.mentions import NameMention
from reader.lexicon import name_words

# An acronym that leaves the name's first word out has to be this long: "SIT", of the Ellery Special Investigation Team.
_PART_FROM = 3
_WITH_ONE_MORE = 2


def organisations(doc: Doc, found: Sequence[NameMention]) -> list[Group]:
    """Sort the names of organisations by whose they are, the longest forms first."""
    found = _owned(doc, found)
    groups: list[Group] = []
    known: dict[str, Group] = {}
    by_word: dict[str, list[Group]] = defaultdict(list)
    short = {word.text: mention.text for mention, word in acronyms.introduced(doc, found)}
    pending: list[NameMention] = []
    for mention in sorted(found, key=lambda m: (-len(m.text), m.start)):
        longer = short.get(mention.text, mention.text)
        group = known.get(mention.text) or known.get(longer) or _same_among(by_word, longer)
        if group is None and _may_end(mention.text) and _ends(by_word, mention.text):
            pending.append(mention)
            continue
        if group is None:
            group = Group()
            groups.append(group)
        if mention.text not in known:
            known[mention.text] = group
            for word in _keys(mention.text):
                by_word[word].append(group)
        group.mentions.append(mention)
    _give_ends(by_word, pending)
    return groups


def _owned(doc: Doc, found: Sequence[NameMention]) -> list[NameMention]:
    """The names, with whose they are where several bodies bear one: "Corvane's Defence Ministry", "Lormark's"."""
    owners: dict[str, set[str]] = defaultdict(set)
    for mention in found:
        if " " in mention.text and _is_owned(doc, mention):
            owners[mention.text].add(doc[mention.start - 2].text)
    shared = {text for text, several in owners.items() if len(several) > 1}
    return [
        mention._replace(start=mention.start - 2, text=doc[mention.start - 2 : mention.end].text)
        if mention.text in shared and _is_owned(doc, mention)
        else mention
        for mention in found
    ]


def _is_owned(doc: Doc, mention: NameMention) -> bool:
    owner = mention.start - 2
    return owner >= 0 and doc[owner + 1].tag_ == "POS" and doc[owner].text[:1].isupper()


def _keys(text: str) -> set[str]:
    """What two forms of one organisation's name have in common at least one of: first word, last word, acronym."""
    words = organisation_words(text)
    whole = " ".join(words)
    short = {"".join(words).replace("&", ""), initials(text), initials(whole), initials(" ".join(words[1:]))}
    short |= {_letters(text, every=" " in text)}
    return {words[0], words[-1], *short} - {""} if words else set()


def _letters(text: str, *, every: bool) -> str:
    """The first letter of every word, folded, "boc" of the Bank of Corvane; or the capitals alone, "its" of "ITSc"."""
    return ("".join(word[0] for word in text.split()) if every else "".join(filter(str.isupper, text))).lower()


def _same_among(by_word: dict[str, list[Group]], text: str) -> Group | None:
    for word in sorted(_keys(text)):
        for group in by_word.get(word, ()):
            if _same_organisation(text, list(dict.fromkeys(m.text for m in group.mentions))):
                return group
    return None


def _ends(by_word: Mapping[str, Sequence[Group]], text: str) -> list[Group]:
    """The bodies whose longer names end in these words: "Environment Ministry", of the Ellery Environment Ministry."""
    words = organisation_words(text)
    return [
        group
        for group in by_word.get(words[-1], ())
        if any(organisation_words(m.text)[-len(words) :] == words for m in group.mentions)
    ]


def _may_end(text: str) -> bool:
    """Whether a form may be the end of a longer name: several words, or a noun such as "Tribunal"."""
    words = organisation_words(text)
    return len(words) > 1 or words[0] in name_words.LAST_NAMED


def _give_ends(by_word: Mapping[str, Sequence[Group]], pending: Sequence[NameMention]) -> None:
    """Give the ends of longer names to the bodies that bear them: of several to the one named last before."""
    for mention in sorted(pending, key=lambda m: m.start):

        def last_before(group: Group, at: int = mention.start) -> int:
            starts = sorted(m.start for m in group.mentions)
            before = bisect_left(starts, at)
            return starts[before - 1] if before else -starts[0] - 1

        max(_ends(by_word, mention.text), key=last_before).mentions.append(mention)


# Names come back many times in one article; the table is bounded for the sake of a long-lived process.
@lru_cache(maxsize=4096)
def organisation_words(text: str) -> tuple[str, ...]:
    """The words of an organisation's name that tell it apart."""
    words = [names.fold(word) for word in text.replace("-", " ").split()]
    return tuple(word for word in words if word and word not in name_words.OPTIONAL) or tuple(words)


def _same_organisation(text: str, forms: Sequence[str]) -> bool:
    words = organisation_words(text)
    for form in forms:
        longer = organisation_words(form)
        if words == longer or _is_acronym(text, form) or _is_turned(words, longer):
            return True
        # "Corvanian Dawn" and "Dawn"; "Lantern Rail Bank" and "Lantern Rail"; "Dawn Party of Corvane" and "Dawn Party"
        # but neither "Dawn Athletics" and the "Dawn Athletics Council"
        one_more = longer[: len(words)] == words and len(longer) == len(words) + 1
        if len(words) >= 2 and one_more and longer[-1] not in name_words.PARTS_OF_BODIES:
            return True
        if " " in text and form.startswith(f"{text} of "):
            return True
        if (
            len(words) == 1
            and len(longer) > 1
            and words[0] not in name_words.COMMON
            and not _is_owner(text, longer)
            and (words[0] == longer[0] or (words[0] in name_words.PAPERS and words[0] == longer[-1]))
        ):
            return True
        if len(longer) == 2 and longer[1:] == words and longer[0].endswith(name_words.ADJECTIVE_ENDINGS):
            return True
    return False


def _is_owner(text: str, longer: Sequence[str]) -> bool:
    """Whether an acronym says whose body a longer name is, and is not short for it: "UN" of "UN Security Council".

    One more word that names no part of a body is left off: "BRN" is "BRN Radio".
    """
    letters = text.replace(".", "")
    is_part = len(longer) > _WITH_ONE_MORE or longer[-1] in name_words.PARTS_OF_BODIES
    return letters.isupper() and len(letters) > 1 and is_part


def _is_turned(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names are one turned round: "Department of Fisheries" and "Fisheries Department"."""
    shorter, longer = sorted((one, other), key=lambda words: "of" in words)
    turned = len(shorter) > 1 and "of" not in shorter and longer[1:2] == ("of",)
    return turned and longer[0] in name_words.FIELDS_OF and (*longer[2:], longer[0]) == shorter


def _is_acronym(text: str, form: str) -> bool:
    """Whether a form is short for a name: "NHA", "PG&E", or "SIT" of the Ellery Special Investigation Team."""
    if " " in text or not acronyms.ACRONYM.fullmatch(text):
        return False
    letters = text.replace("&", "").lower()
    words = [word for word in form.replace("-", " ").split() if names.fold(word) not in name_words.OPTIONAL]
    whole, part = initials(" ".join(words)), initials(" ".join(words[1:]))
    capitals = _letters(text, every=False)
    if letters in (initials(form), whole, _letters(form, every=True)):
        return True
    return len(capitals) >= _PART_FROM and (letters == part or capitals == whole)


def initials(text: str) -> str:
    """The capitals an organisation's acronym is made of, folded: "Consumer Financial Protection Bureau" -> "cfpb"."""
    words = [word for word in text.replace("-", " ").split() if word.lower() not in name_words.LEFT_OUT_OF_ACRONYMS]
    if any("." in word for word in words):
        return ""
    return "".join(word[0] for word in words).lower() if len(words) > 1 else ""
