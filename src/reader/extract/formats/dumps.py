"""Pages dumped as text by lynx, links and w3m: the numbers of their links, their buttons and lists of addresses go."""

import re

from reader.lexicon.punctuation import STOPS

# lynx and links list the addresses of a page below it, and put their numbers before the words that lead there.
REFERENCES = re.compile(
    r"^[ \t]*(?:References|(?:Visible |Hidden )?links):?[ \t]*\n+(?:[ \t]*(?:Visible|Hidden) links:?[ \t]*\n+)?"
    r"(?=[ \t]*1\.[ \t]+(?:https?|mailto|ftp|file|javascript):)",
    re.MULTILINE | re.IGNORECASE,
)
LINK_NUMBER = re.compile(r"\[\d{1,4}\](?=[^\s\[])")
# "(BUTTON) Menu", "[logo.png]", "[INLINE]": what stands for something that text cannot show.
BUTTON = re.compile(r"^[ \t]*\(BUTTON\).*$|\(BUTTON\)[ \t]*", re.MULTILINE)
PICTURE = re.compile(
    r"^[ \t]*(?:\[(?:INLINE|IMAGE|IMG|LINK)\]|\[[\w.%-]{1,80}\.(?:jpe?g|png|gif|svg|webp)\])[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
# The line of related addresses that lynx sets above all: "#[1]alternate [2]Feed".
RELATED = re.compile(r"\A(?:\s*+#[^\n]*+\n)++")
FORM_FIELD = re.compile(r"^[ \t]*_{5,}(?:[ \t].{0,40})?$", re.MULTILINE)
# A menu: so many short items in a row, none of them a sentence.
LEAST_ITEMS = 3
MENU = re.compile(rf"(?:^[ \t]*[*+][ \t]+[^\n]{{1,60}}(?<![{STOPS}”\"])\n){{{LEAST_ITEMS},}}", re.MULTILINE)


def plain(text: str) -> str:
    """The text of a dump without what the program added to it; any other text is given back as it is."""
    references = REFERENCES.search(text)
    if references is None:
        return text
    text = RELATED.sub("", text[: references.start()])
    text = LINK_NUMBER.sub("", text)
    for pattern in (BUTTON, PICTURE, FORM_FIELD, MENU):
        text = pattern.sub("", text)
    return text
