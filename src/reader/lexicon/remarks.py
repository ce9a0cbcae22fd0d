"""Nouns for what was just told, not for who somebody is. Data."""

from reader.lexicon.wordlists import listed

NOUNS = listed("remark_nouns")
