"""Names of organisations -> organisations: which mentions are one body, by its words, its acronym or part of it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from reader.analysis.entities import names
from reader.analysis.entities.entity import Group
from reader.analysis.entities.mentions import NameMention
from reader.lexicon import name_words


def organisations(found: Iterable[NameMention]) -> list[Group]:
    """Sort the names of organisations by whose they are, the longest forms first."""
    groups: list[Group] = []
    known: dict[str, Group] = {}
    by_word: dict[str, list[Group]] = defaultdict(list)
    for mention in sorted(found, key=lambda m: (-len(m.text), m.start)):
        group = known.get(mention.text) or _same_among(by_word, mention.text)
        if group is None:
            group = Group()
            groups.append(group)
        if mention.text not in known:
            known[mention.text] = group
            for word in _keys(mention.text):
                by_word[word].append(group)
        group.mentions.append(mention)
    return groups


def _keys(text: str) -> set[str]:
    """What two forms of one organisation's name have in common at least one of: first word, last word, acronym."""
    words = organisation_words(text)
    return {words[0], words[-1], initials(text) or "".join(words)} if words else set()


def _same_among(by_word: dict[str, list[Group]], text: str) -> Group | None:
    for word in sorted(_keys(text)):
        for group in by_word.get(word, ()):
            if _same_organisation(text, list(dict.fromkeys(m.text for m in group.mentions))):
                return group
    return None


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
        if words == longer or ("".join(words) == initials(form) and text.isupper()):
            return True
        # "Corvanian Dawn" and "Dawn"; "Lantern Rail Bank" and "Lantern Rail"
        if len(words) >= 2 and longer[: len(words)] == words and len(longer) == len(words) + 1:
            return True
        if (
            len(words) == 1
            and len(longer) > 1
            and words[0] not in name_words.COMMON
            and (words[0] == longer[0] or (words[0] in name_words.PAPERS and words[0] == longer[-1]))
        ):
            return True
        if len(longer) == 2 and longer[1:] == words and longer[0].endswith(name_words.ADJECTIVE_ENDINGS):
            return True
    return False


def initials(text: str) -> str:
    """The capitals an organisation's acronym is made of, folded: "Consumer Financial Protection Bureau" -> "cfpb"."""
    words = [word for word in text.replace("-", " ").split() if word.lower() not in name_words.LEFT_OUT_OF_ACRONYMS]
    if any("." in word for word in words):
        return ""
    return "".join(word[0] for word in words).lower() if len(words) > 1 else ""
