"""Key points: the sentences that carry a story and stand alone, in the order of the article.

The names of the methods stand here, where the command line and the settings find them without what ranks sentences.
"""

from typing import Literal, get_args

Method = Literal["news", "lexrank", "textrank", "lsa", "luhn", "edmundson", "kl", "sumbasic", "reduction"]
METHODS: tuple[str, ...] = get_args(Method)
