"""Where names stand in a document and of what kind, and which capitals are no names."""

from collections.abc import Callable

import pytest

from reader.analysis.entities import mentions
from reader.analysis.entities.mentions import NameMention
from reader.analysis.entities.name_spans import name_spans
from reader.text.document import Document

Read = Callable[[str], Document]

PERSON, ORGANIZATION, PLACE = "person", "organization", "place"

FINDS = {
    "given name and surname": (
        "Harbour minister Orla Fenwick closed the pier. Fenwick gave no reason.",
        [("Orla Fenwick", PERSON), ("Fenwick", PERSON)],
    ),
    "initials": (
        "J. K. Lindqvist wrote the report. Lindqvist was paid by the port.",
        [("J. K. Lindqvist", PERSON), ("Lindqvist", PERSON)],
    ),
    "a particle": (
        "The harbour council fined Tomas de Brandt in the spring. De Brandt will appeal.",
        [("Tomas de Brandt", PERSON), ("De Brandt", PERSON)],
    ),
    "two particles": (
        "Staffan van der Ley opened the talks. Van der Ley thanked the crews.",
        [("Staffan van der Ley", PERSON), ("Van der Ley", PERSON)],
    ),
    "an Arabic article": (
        "Issam al-Rashad came early. Al-Rashad spoke to reporters.",
        [("Issam al-Rashad", PERSON), ("Al-Rashad", PERSON)],
    ),
    "an office with hyphens": (
        "Corvane Commander-in-Chief Jan Sorel spoke first.",
        [("Jan Sorel", PERSON)],
    ),
    "a syllable in a given name": ("They met Moon Jae-in on the pier.", [("Moon Jae-in", PERSON)]),
    "a syllable that is an article": ("They met Chiang Wei-an on the pier.", [("Chiang Wei-an", PERSON)]),
    "a surname that opens with an article": (
        "Smokie la Grange left. They asked La Grange for a reason.",
        [("Smokie la Grange", PERSON), ("La Grange", PERSON)],
    ),
    "a given name that is a title elsewhere": ("They met Amir Khan Moss on the pier.", [("Amir Khan Moss", PERSON)]),
    "a name that begins with a small letter": (
        "The uMhlathi Harbour Trust closed the pier.",
        [("uMhlathi Harbour Trust", ORGANIZATION)],
    ),
    "three fields of one ministry": (
        "The Ministry of Agriculture, Forestry and Tides closed the pier.",
        [("Ministry of Agriculture, Forestry and Tides", ORGANIZATION)],
    ),
    "a ministry before a minister": (
        "They asked the Ministry of Agriculture, Ada Moss and the crews.",
        [("Ministry of Agriculture", ORGANIZATION), ("Ada Moss", PERSON)],
    ),
    "no minister of works": ("The Minister of Public Works gave no reason.", []),
    "a paper that looks like a surname": (
        "Courier could not tell who fired. Courier asked Ada Moss, and Dispatch did so too.",
        [("Courier", ORGANIZATION), ("Courier", ORGANIZATION), ("Ada Moss", PERSON), ("Dispatch", ORGANIZATION)],
    ),
    "a suffix": ("Michael Fenwick Jr. runs the yard now.", [("Michael Fenwick Jr.", PERSON)]),
    "a nickname in curly marks": ("James “Buddy” Fenwick coached the team.", [("James “Buddy” Fenwick", PERSON)]),
    "a nickname in straight marks": ('James "Buddy" Fenwick coached the team.', [('James "Buddy" Fenwick', PERSON)]),
    "apostrophes": (
        "Mary-Jane O’Hara and Sean D’Arcy left in the night.",
        [("Mary-Jane O’Hara", PERSON), ("Sean D’Arcy", PERSON)],
    ),
    "a possessive is left out": ("Peter Lind’s lawyer left the court.", [("Peter Lind", PERSON)]),
    "two surnames": ("Joanna Pereira Costa spoke first.", [("Joanna Pereira Costa", PERSON)]),
    "a couple": (
        "Mark and Helena Castell bought the old ferry.",
        [("Mark", PERSON), ("Helena Castell", PERSON)],
    ),
    "many names in a short sentence": (
        "Mayor Ada Moss met Gov. Peter Lind on Friday.",
        [("Ada Moss", PERSON), ("Peter Lind", PERSON)],
    ),
    "the only name in a short sentence": ("Police arrested David Marlow on Monday.", [("David Marlow", PERSON)]),
    "an organisation by its noun": (
        "The Harbour Workers Union struck on Friday.",
        [("Harbour Workers Union", ORGANIZATION)],
    ),
    "an organisation with “of” inside": (
        "The Port of Ellery Authority met in the spring.",
        [("Port of Ellery Authority", ORGANIZATION)],
    ),
    "an office for somebody": (
        "A note from the High Commissioner for Refugees gave no reason.",
        [("High Commissioner for Refugees", ORGANIZATION)],
    ),
    "an acronym": ("A report by the NHA gave no reason.", [("NHA", ORGANIZATION)]),
    "buildings that speak": (
        "The White House and the Kremlin gave no comment.",
        [("White House", ORGANIZATION), ("Kremlin", ORGANIZATION)],
    ),
    "a firm before its officer": (
        "Wells Harbour CEO John Stanton left in the spring.",
        [("Wells Harbour", ORGANIZATION), ("John Stanton", PERSON)],
    ),
    "a surname that is an office elsewhere": (
        "They asked Prime Minister Mun Sen about it.",
        [("Mun Sen", PERSON)],
    ),
    "no degree": ("They asked Ada Moss, MD, about the pier.", [("Ada Moss", PERSON)]),
    "a place": ("The ferry sank near Norway in the night.", [("Norway", PLACE)]),
    "a word beside a full name that stands elsewhere by itself": (
        "They met Sunny Ada Moss there. Ada Moss stayed.",
        [("Ada Moss", PERSON), ("Ada Moss", PERSON)],
    ),
    "a place before its envoy": (
        "The envoy to Norway Ada Moss left the talks.",
        [("Norway", PLACE), ("Ada Moss", PERSON)],
    ),
}  # fmt: skip

TITLES = {
    "a courtesy title": ("Mrs. Castell stayed with the crew.", ("Castell", "Mrs.")),
    "a courtesy title that opens the text": ("Mr. Castell left the pier early.", ("Castell", "Mr.")),
    "an office": ("They asked Mayor Peter Lind about the pier.", ("Peter Lind", "Mayor")),
    "a title cut short": ("Sen. Orla Fenwick voted for the levy.", ("Orla Fenwick", "Sen.")),
    "an office of two words": ("Prime Minister Helena Voss left the talks early.", ("Helena Voss", "Prime Minister")),
    "a courtesy title before what looks like a firm": (
        "A note from Mr Nehowa gave no reason.",
        ("Nehowa", "Mr"),
    ),
    "a title of two words": ("They asked Tan Sri Goh Mei Lin about the pier.", ("Goh Mei Lin", "Tan Sri")),
    "a title with a hyphen": ("They asked Maj-Gen Peter Lind about the pier.", ("Peter Lind", "Maj-Gen")),
    "a vice president": ("Vice President Orla Fenwick closed the pier.", ("Orla Fenwick", "Vice President")),
}

LEAVES_ALONE = {
    "no capitals": "nobody at the pier would speak about the storm.",
    "the first word of a sentence": "Nobody spoke. Crews slept. Storms came and went.",
    "days": "On Monday the crews met, and on Friday they left.",
    "months": "The storm hit the pier in January and again in March.",
    "feasts": "Christmas came and the crew went home for Easter.",
    "adjectives of nations": "The French and the German ministers met at the pier.",
    "a headline": "Ferry Company Hires New Captain After Storm",
    "pronouns": "He told her that they had seen it.",
    "years and figures": "It sank in 1998 with 44 aboard.",
    "titles without a name": "The president met the minister, and the judge met the captain.",
    "a headline’s label": "WATCH: the storm hits the pier.\n\nExclusive: the crews leave the pier.",
    "letters that stand for common words": (
        "The port helps the economically weaker section (EWS). EWS families pay nothing."
    ),
    "ships": "The INS Karmak left the pier.",
    "the first person": "I said that I would go.",
    "nothing but marks": "… “” — !",
}


def names(document: Document) -> tuple[NameMention, ...]:
    return mentions.find(document.doc, name_spans(document.doc))


@pytest.mark.parametrize(("text", "expected"), FINDS.values(), ids=FINDS)
def test_finds(parsed: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.text, m.kind) for m in names(parsed(text))] == expected


@pytest.mark.parametrize(("text", "expected"), TITLES.values(), ids=TITLES)
def test_keeps_the_title_beside_the_name(parsed: Read, text: str, expected: tuple[str, str]) -> None:
    assert [(m.text, m.title) for m in names(parsed(text))] == [expected]


@pytest.mark.parametrize("text", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(parsed: Read, text: str) -> None:
    assert names(parsed(text)) == ()


def test_mentions_point_at_their_words(parsed: Read) -> None:
    doc = parsed("Mayor Ada Moss met Gov. Peter Lind in Norway. Moss thanked the Harbour Workers Union.").doc
    found = mentions.find(doc, name_spans(doc))
    assert len(found) == 5
    assert [doc[m.start : m.end].text for m in found] == [m.text for m in found]


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        pytest.param("The Yarrani elder closed the pier.", "Yarrani", False, id="somebody of a people"),
        pytest.param("The Yarrani and Oskuru women closed the pier.", "Yarrani", False, id="two peoples"),
        pytest.param("The Yarrani report closed the pier.", "Yarrani", True, id="anything else behind"),
        pytest.param("The Susan woman closed the pier.", "Susan", True, id="a given name"),
    ],
)
def test_what_is_taken_for_a_person(parsed: Read, text: str, word: str, found: bool) -> None:
    doc = parsed(text).doc
    labels = ["PERSON" if token.text[:1].isupper() and token.i else "" for token in doc]
    spans = [(token.i, token.i + 1) for token in doc if token.text == word]
    assert bool(mentions.find(doc, spans, labels)) is found


# Where one name ends and another word or name begins, by the kind that each word was told to be of.
EDGES = {
    "a body behind of": ("Ada Moss of Harbour Radio", "PERSON PERSON ORG ORG ORG", ["Ada Moss", "Harbour Radio"]),
    "the second of a name": ("Vann R. Orley II", "PERSON PERSON PRODUCT PRODUCT", ["Vann R. Orley II"]),
    "the second syllable": ("Deputy Chiu Hsien-chih", ". PERSON PERSON . .", ["Chiu Hsien-chih"]),
    "what a particle opens": ("Staffan de Holmberg", "PERSON PERSON GPE", ["Staffan de Holmberg"]),
    "where somebody is from": ("Australian Timothy Weeks", "NORP PERSON .", ["Timothy Weeks"]),
    "a post before a body": ("Director WWF", ". ORG", ["WWF"]),
    "a body of a name": ("Ada Moss Productions", "PERSON PERSON ORG", ["Ada Moss Productions"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "labels", "expected"), EDGES.values(), ids=EDGES)
def test_where_a_name_ends(parsed: Read, text: str, labels: str, expected: list[str]) -> None:
    doc = parsed(f"{text} spoke in Ellery.").doc
    told = [label.strip(".") for label in labels.split()]
    length = len(told)
    found = mentions.find(doc, [(0, length)], [*told, *("" for _ in range(len(doc) - length))])
    assert [mention.text for mention in found] == expected


def test_a_body_in_small_letters_keeps_its_initials(parsed: Read) -> None:
    text = "The harbour commission (HC) closed the pier. It was late, HC said."
    assert "HC" in {mention.text for mention in names(parsed(text))}


OPENERS = {
    "taken for a place once and for a person once": (("GPE", "PERSON"), ORGANIZATION),
    "taken for a place each time": (("GPE", "GPE"), PLACE),
}


@pytest.mark.parametrize(("taken", "kind"), OPENERS.values(), ids=OPENERS)
def test_a_lone_word_that_opens_a_body_s_name(parsed: Read, taken: tuple[str, str], kind: str) -> None:
    doc = parsed("Moss left Quillan Partners. Quillan had grown, and few liked Quillan.").doc
    at = [token.i for token in doc if token.text == "Quillan"]
    labels = ["ORG" if token.text == "Partners" else "" for token in doc]
    for i, label in zip(at, ("ORG", *taken), strict=True):
        labels[i] = label
    found = mentions.find(doc, name_spans(doc), labels)
    assert [m.kind for m in found if m.text == "Quillan"] == [kind] * 2
