"""Which of like encodings fits a text: the one whose letters all belong to one language. Never fails.

A guess by frequencies takes short Polish or Czech for West European: "wyp³yn¹³", "pondìlí". No language writes so.
"""

import re

# The letters with marks of the languages that news is written in, lower case.
ALPHABETS = tuple(
    map(
        frozenset,
        (
            "äöüß", "àâæçéèêëîïôœùûü", "áéíñóúü", "àèéìíòóùú", "áâãàçéêíóôõúü", "áéèëïóöü", "åäöé", "æøåé",
            "áðéíóúýþæö", "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîșşțţ", "čćđšž",
            "çğıöşüâîi̇", "äõöüšž", "āčēģīķļņšūž", "ąčęėįšųūž", "àçèéíïòóúü", "çë",
        ),
    )
)  # fmt: skip
# By Windows names: they hold the older ISO encodings but for Latin-2.
LATIN = ("cp1252", "cp1250", "iso8859_2", "cp1254", "cp1257")
# These differ in a capital letter with an accent.
GREEK = ("cp1253", "iso8859_7")
MARKED = re.compile("[\u00aa\u00b5\u00ba\u00c0-\u024f]")
# PageSignals that stand beside no letter: what ł, ą and š look like in a wrong encoding.
SIGN_IN_WORD = re.compile(r"(?<=[^\W\d_])[¡-©«-´¶-¹»-¿×÷](?=[^\W\d_])|[¡-©«-´¶-¸¼-¾×÷](?=[^\W\d_])")


def best(content: bytes, first: str) -> str:
    """The encoding that fits best; `first` where several do.

    Args:
        content: the bytes of a text.
        first: what it was taken for.
    """
    like: tuple[str, ...] = next((names for names in (LATIN, GREEK) if first in names), ())
    return min((first, *like), key=lambda name: fit(content.decode(name, errors="replace")))


def fit(text: str) -> tuple[int, int]:
    """How well a text is read, the smaller the better: few strange letters, then many letters among its signs."""
    return strangeness(text), -sum(map(str.isalpha, text))


def strangeness(text: str) -> int:
    """How many letters and signs of a text do not belong to its language, taken to be the one that fits best."""
    letters = [letter.lower() for letter in MARKED.findall(text)]
    counts = {letter: letters.count(letter) for letter in set(letters)}
    outside = (sum(count for letter, count in counts.items() if letter not in alphabet) for alphabet in ALPHABETS)
    return min(outside) + len(SIGN_IN_WORD.findall(text)) + text.count("\ufffd")
