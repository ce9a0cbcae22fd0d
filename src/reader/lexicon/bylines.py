"""How bylines are worded, and the words in them that are no part of a person's name. Data."""

from reader.lexicon.wordlists import marked, table, words

_WORDS = table("byline_words", 1)

# A name that site and author share is that of a publication when it has one of these.
PUBLICATIONS = marked(_WORDS, "publication")
# No person's name has one of these.
INSTITUTIONS = marked(_WORDS, "institution")
# Alone in an author's field these name nobody.
ACCOUNTS = marked(_WORDS, "account")
# What begins with one of these beside a name is no second name.
ASIDES = marked(_WORDS, "aside")
# "Ada Moss Senior Political Editor": a job, and what stands before it.
JOBS = marked(_WORDS, "job")
BEATS = marked(_WORDS, "beat")

# "By", and what may stand before it: "Written by Ada Moss", "Analysis by Ada Moss".
WRITINGS = words(
    """written posted published reviewed story words text reported article authored opinion analysis commentary review
    column essay feature interview"""
)
# Behind these stands somebody who worked on a story that others wrote; alone in an author's field, who wrote it.
KINDS = WRITINGS | words("reporting created edited contributed submitted")
# "By" in the languages trafilatura is most used on, and what stands there without one: "Text Ada Moss".
BY_ABROAD = words("von par por di door av af")
AUTHORS_ABROAD = words("texte text author autor auteur")
# What joins two names: with words of names in English and of its neighbours.
AND = words("and und et y with avec mit")
AND_ABROAD = AND | words("e en og och")
# Small words that a name may begin with, or have inside.
PARTICLES = words("de del della da dos di du la le van von der den ter ten bin ibn al el zu af av d al- in")
