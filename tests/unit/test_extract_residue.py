import pytest

from reader.extract.furniture import boilerplate_phrases, residue
from reader.extract.furniture.residue import Beside, Surroundings
from reader.extract.page.pieces import Piece

HEADLINE = "Ferries stop as storm closes Brindle harbour"
CAPTION = "The ferry Gull waits at Brindle on Monday."
ALT = "The new quay seen from the ferry"
LINK = "Bridge toll to rise again in spring"


def setting(at: int = 0, of: int = 20) -> Surroundings:
    return Surroundings(
        headline=residue.norm(HEADLINE),
        captions=residue.by_opening([CAPTION]),
        alts=residue.by_opening([ALT]),
        links=residue.by_opening([LINK, "Ada Moss"]),
        own={},
        authors=("Ada Moss",),
        at=at,
        of=of,
    )


def paragraph(text: str) -> Piece:
    return Piece("paragraph", text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(HEADLINE, True, id="the headline"),
        pytest.param("FERRIES STOP AS STORM CLOSES BRINDLE HARBOUR.", True, id="in other letters"),
        pytest.param(
            "Ferries stop as storm closes Brindle harbour, and shops in the town ran out.", False, id="a lede"
        ),
    ],
)
def test_title(text: str, found: bool) -> None:
    assert residue.is_title(paragraph(text), setting()) is found


def test_a_title_deep_in_the_text_stays() -> None:
    assert not residue.is_title(paragraph(HEADLINE), setting(at=10))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("By Ada Moss", True, id="byline"),
        pytest.param("By Ada Moss and Li Wen, Harbour Post", True, id="byline with paper"),
        pytest.param("Ada Moss", True, id="the author alone"),
        pytest.param("Von Ada Moss, Brindle", True, id="the author in German"),
        pytest.param("By", True, id="what stood before a name"),
        pytest.param("Li Wen", False, id="somebody else"),
        pytest.param("Ada Moss was there.", False, id="the author in prose"),
        pytest.param("Published 4 March 2026", True, id="published"),
        pytest.param("Last updated on March 4, 2026 at 09:27 am", True, id="updated"),
        pytest.param("| Updated 9:05pm", True, id="what a first date leaves of a second"),
        pytest.param("Updated at 21:05", True, id="a time alone"),
        pytest.param("segunda-feira, 22 de janeiro de 2026 às 0:13", True, id="Portuguese"),
        pytest.param("4. März 2026, 10:15 Uhr", True, id="German"),
        pytest.param("4 mars 2026", True, id="French"),
        pytest.param("5:45 AM PST 3/4/2026 by Ada Moss", True, id="time first"),
        pytest.param("2026-03-04T08:57:40+01:00", True, id="for machines"),
        pytest.param("4. März 2026 war der Tag, an dem der Hafen schloss und nicht mehr aufging.", False, id="a day"),
        pytest.param("October 16, 2020 · 8 min read", True, id="date and reading time"),
        pytest.param("6 min read", True, id="reading time"),
        pytest.param("기사입력 :[ 2026-03-04 15:24 ]", True, id="Korean"),
        pytest.param("发布时间：2026年3月4日", True, id="Chinese"),
        pytest.param("By Monday the harbour was closed, and it stayed closed.", False, id="sentence with by"),
        pytest.param("By Tuesday", False, id="by a day"),
        pytest.param(
            "March 4, 2026 was the day on which the harbour closed for good and nobody came.", False, id="prose"
        ),
        pytest.param("Posted guards kept the quay clear.", False, id="posted in prose"),
    ],
)
def test_byline(text: str, found: bool) -> None:
    assert residue.is_byline(paragraph(text), setting()) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Sign up for our morning newsletter", True, id="newsletter"),
        pytest.param("Subscribe to The Harbour Post", True, id="subscribe"),
        pytest.param("CLICK HERE TO GET THE HARBOUR APP", True, id="app"),
        pytest.param("Follow us on Facebook", True, id="follow"),
        pytest.param("Follow Ada Moss on X", True, id="follow a writer"),
        pytest.param("Have a tip? Write to us", True, id="tip"),
        pytest.param("Support local journalism", True, id="support"),
        pytest.param("Get the latest stories delivered to your inbox", True, id="inbox"),
        pytest.param("Follow on social media: Harbour Feed", True, id="follow nobody by name"),
        pytest.param("By signing up, you agree to our terms.", True, id="terms"),
        pytest.param("This content is hosted by a third party.", True, id="a third party"),
        pytest.param("View this post on Instagram", True, id="a post"),
        pytest.param("By signing up for the patrol, she agreed to nights.", False, id="signing up in prose"),
        pytest.param("I agree to the truce, the captain said.", False, id="agree in prose"),
        pytest.param("View on the harbour was best from the pier.", False, id="view in prose"),
        pytest.param("Subscribers to the ferry service paid twice.", False, id="subscribers in prose"),
        pytest.param("Sign language was used at the hearing.", False, id="sign in prose"),
        pytest.param("Follow the river to the quay, she said.", False, id="follow in prose"),
        pytest.param("Donated blankets reached the quay by noon.", False, id="donated in prose"),
        pytest.param("Join the queue at six, the mayor told commuters.", False, id="join in prose"),
    ],
)
def test_prompt(text: str, found: bool) -> None:
    assert residue.is_prompt(paragraph(text), setting()) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Read more: Ferries stop again", True, id="read more"),
        pytest.param("READ MORE : Ferries stop again", True, id="shouted, spaced"),
        pytest.param("[Related: Ferries stop again]", True, id="in brackets"),
        pytest.param("[ Also read Ferries stop again. ]", True, id="brackets for a colon"),
        pytest.param("Lesen Sie auch: Fähren stehen still", True, id="German"),
        pytest.param("Lea también: Los transbordadores paran", True, id="Spanish"),
        pytest.param("(Leggi anche su: I traghetti)", True, id="Italian"),
        pytest.param("Storm closes the harbour at Brindle [VIDEO]", True, id="its kind in capitals"),
        pytest.param("He said the harbour [NATO] would stay shut.", False, id="capitals in brackets in prose"),
        pytest.param("More than 40 boats stayed in port.", False, id="more in prose"),
        pytest.param("Read the whole report before you judge, he said: it is short.", False, id="read in prose"),
        pytest.param("Related industries suffered too.", False, id="related in prose"),
        pytest.param("Watching the quay: a day with the crew", False, id="watching"),
    ],
)
def test_teaser(text: str, found: bool) -> None:
    assert residue.is_teaser(paragraph(text), setting()) is found


@pytest.mark.parametrize(
    ("piece", "found"),
    [
        pytest.param(paragraph(LINK), True, id="a linked headline"),
        pytest.param(Piece("heading", LINK), False, id="a linked heading of the article"),
        pytest.param(paragraph("Ada Moss"), False, id="a linked name"),
        pytest.param(paragraph("Bridge toll to rise again in autumn"), False, id="no link"),
    ],
)
def test_link(piece: Piece, found: bool) -> None:
    assert residue.is_link(piece, setting()) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Advertisement", True, id="advertisement"),
        pytest.param("Share this story", True, id="share"),
        pytest.param("12 comments", True, id="comments"),
        pytest.param("Related stories", True, id="related"),
        pytest.param("MOST READ IN WORLD NEWS", True, id="most read"),
        pytest.param("Werbung", True, id="German"),
        pytest.param("Shares fell on Monday.", False, id="shares in prose"),
        pytest.param("Comments by the minister drew laughter.", False, id="comments in prose"),
        pytest.param("Printed money will not help, she said.", False, id="print in prose"),
        pytest.param("“Sorry,” he said.", False, id="a short quote"),
        pytest.param("Photos show the quay under water.", False, id="photos in prose"),
    ],
)
def test_label(text: str, found: bool) -> None:
    assert residue.is_label(paragraph(text), setting()) is found


TEMPLATE_LABELS = [
    "ADVERTISEMENT - CONTINUE READING BELOW",
    "Advertisement · Scroll to continue",
    "Article continues after this ad",
    "Story continues below advertisement",
    "Text continues below",
    "Skip ad",
    "Report this ad",
    "After newsletter promotion",
    "Weiterlesen nach der Anzeige",
    "Der Artikel wird nach der Anzeige fortgesetzt",
    "La suite après cette publicité",
    "La noticia continúa después de la publicidad",
    "Continua após a publicidade",
    "L’articolo continua dopo la pubblicità",
    "Tekst gaat verder onder de foto",
    "Artikeln fortsätter efter annonsen",
    "Artikkelen fortsetter under annonsen",
    "Juttu jatkuu mainoksen jälkeen",
    "Dalsza część artykułu pod reklamą",
    "広告",
    "Share full article",
    "Listen · 4 min",
    "Listen to this article",
    "0:00 / 3:21",
    "Save for later",
    "Gift this article",
    "Link copied to clipboard",
    "Resize text",
    "Add us on Google",
    "Enter your email",
    "Artikel teilen",
    "Partager l’article",
    "Compartir en Facebook",
    "Condividi su Facebook",
    "Deel dit artikel",
    "Toggle caption",
    "Enlarge this image",
    "View image in fullscreen",
    "View all 5 photos",
    "Image 1 of 5",
    "Unmute",
    "Your browser does not support the video tag.",
    "https://www.harbourpost.example/share.png",
    "Read the full story",
    "What to read next",
    "Editors’ picks",
    "More great stories",
    "More stories from the coast",
    "Explore more on these topics",
    "In this article",
    "People also read",
    "Zum Thema",
    "Lire la suite",
    "Más información",
    "View comments",
    "Join the conversation",
    "Report a typo",
    "Thank you for reading",
    "About the author",
]
# Headings, answers and sentences that begin like one.
NO_LABELS = [
    "Saved",
    "Listen!",
    "Collapse",
    "Play",
    "4/5",
    "The story continues",
    "The story continues below the deck of the Gull",
    "Add the toll on Google’s map and it is free",
    "Share prices",
    "Print runs fell",
    "Image problems",
    "Read the room",
    "More stories than the house can bear",
    "Thank you for nothing",
    "Report an attack",
    "Report a crime",
]


@pytest.mark.parametrize("text", TEMPLATE_LABELS)
def test_labels_of_templates_go(text: str) -> None:
    assert residue.is_residue(paragraph(text), setting(at=8))


@pytest.mark.parametrize("text", NO_LABELS)
def test_what_only_begins_like_a_label_stays(text: str) -> None:
    assert not residue.is_residue(paragraph(text), setting(at=8))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Ada Moss is a reporter for the Harbour Post.", True, id="a job"),
        pytest.param("Ada Moss covers the coast. Write to her at the paper.", True, id="a beat"),
        pytest.param("Ada Moss’s book, “The Quay”, is out now.", True, id="a book"),
        pytest.param("Ada Moss previously worked in Harwell, where she ran a radio show.", True, id="a life"),
        pytest.param("Li Wen is a reporter who was at the quay when the ferry came in.", False, id="somebody else"),
        pytest.param("Ada Mossberg is the harbour master.", False, id="a longer name"),
        pytest.param("Ada Moss and the ferry she came by are both back in Brindle.", False, id="prose"),
    ],
)
def test_a_biography_of_the_author_stands_at_the_end(text: str, found: bool) -> None:
    assert residue.is_biography(paragraph(text), setting(at=18)) is found
    assert not residue.is_biography(paragraph(text), setting(at=10))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("(Reporting by Ada Moss; editing by Li Wen)", True, id="reporting"),
        pytest.param("Additional reporting by Li Wen", True, id="additional reporting"),
        pytest.param("© 2026 The Harbour Post", True, id="copyright"),
        pytest.param("ada.moss@harbourpost.example", True, id="address"),
        pytest.param("SOURCE: News agencies", True, id="source"),
        pytest.param("Ada Moss contributed reporting from Brindle.", True, id="contributed"),
        pytest.param("Harbour News’ Li Wen contributed to this report.", True, id="contributed to"),
        pytest.param("Reach the reporters on Twitter at @adamoss", True, id="reach"),
        pytest.param("The storm contributed to this report of losses, he said.", False, id="contributed in prose"),
        pytest.param("Reporting on the harbour became harder after 2019.", False, id="reporting in prose"),
        pytest.param("Sources close to the port said the talks had failed.", False, id="sources in prose"),
        pytest.param("Contact between the crews broke off at noon.", False, id="contact in prose"),
    ],
)
def test_credit_stands_at_the_end(text: str, found: bool) -> None:
    assert residue.is_credit(paragraph(text), setting(at=18)) is found
    assert not residue.is_credit(paragraph(text), setting(at=2))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("This article contains affiliate links.", True, id="affiliate"),
        pytest.param("We may earn a commission when you buy.", True, id="commission"),
        pytest.param("Lorem ipsum dolor sit amet", True, id="placeholder"),
        pytest.param("The affiliate of the port company went bankrupt.", False, id="a company"),
        pytest.param("A commission of inquiry was set up.", False, id="a commission"),
    ],
)
def test_notice(text: str, found: bool) -> None:
    assert residue.is_notice(paragraph(text), setting()) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(CAPTION, True, id="known from its figure"),
        pytest.param("Ferries wait at dusk. (AP Photo/Ada Moss)", True, id="agency photo"),
        pytest.param("Ferries wait at dusk. (Ada Moss / The Harbour Post)", True, id="name and paper"),
        pytest.param("The quay on Monday. (Photo provided by Harbour Police)", True, id="provided"),
        pytest.param("Photo: Ada Moss", True, id="credit alone"),
        pytest.param("Image: Harbourpost.example", True, id="credit with an address"),
        pytest.param("Photographs of the quay went round the world. He took them all.", False, id="prose"),
        pytest.param("The firm (formerly Brindle Lines) filed for bankruptcy.", False, id="brackets in prose"),
        pytest.param("The ministry (finance and/or trade) will decide (soon).", False, id="a slash in prose"),
    ],
)
def test_caption(text: str, found: bool) -> None:
    assert residue.is_caption(paragraph(text), setting()) is found


def test_a_description_of_an_image_is_a_caption_but_for_a_heading() -> None:
    assert residue.is_caption(paragraph(f"{ALT}."), setting())
    assert not residue.is_caption(Piece("heading", ALT), setting())


def strip(*pieces: Piece) -> list[str]:
    return [piece.text for piece in residue.strip(pieces, HEADLINE, Beside([CAPTION], [ALT], [LINK]))]


SENTENCE = "The harbour at Brindle will stay closed until Friday, the port authority said on Monday."


def test_a_repeated_sentence_goes_and_repeated_items_stay() -> None:
    item = "Two green containers, one purple container, one teaspoon of oil, salt"
    given = [paragraph(SENTENCE), paragraph(item), paragraph(SENTENCE), paragraph(item)]
    assert strip(*given) == [SENTENCE, item, item]


def test_a_list_goes_with_the_label_above_it() -> None:
    links = Piece("list", "• Bridge toll to rise\n• Ferry crews vote")
    assert strip(paragraph(SENTENCE), Piece("heading", "Related stories"), links) == [SENTENCE]
    assert strip(paragraph("He named:"), links) == ["He named:", links.text]


def test_a_loose_list_of_own_links_goes_and_one_under_a_heading_stays() -> None:
    links = ["Bridge toll to rise in spring", "Ferry crews vote on a strike"]
    items = Piece("list", "\n".join(f"• {link}" for link in links))
    heading = Piece("heading", "What we wrote in March")
    pieces = [paragraph(SENTENCE), items, heading, items]
    kept = residue.strip(pieces, HEADLINE, Beside(own=links))
    assert [piece.text for piece in kept] == [SENTENCE, heading.text, items.text]
    assert residue.strip([paragraph(SENTENCE), items], HEADLINE)[1:] == [items]


def test_the_lines_of_a_box_go_one_by_one() -> None:
    box = paragraph("DON'T MISS\nStorm closes the harbour [VIDEO]")
    poem = paragraph("The tide goes out,\nthe tide comes in.")
    buttons = Piece("list", "• Order Reprints\n• Print Article")
    assert strip(box, poem, buttons) == [poem.text]


def test_code_tables_and_lists_are_never_judged_by_their_first_words() -> None:
    pieces = [
        Piece("code", "Share"),
        Piece("table", "Source: | Port\n1 | 2"),
        Piece("list", "• Subscribe to nothing\n• Pay cash"),
    ]
    assert strip(*pieces) == [piece.text for piece in pieces]
    assert strip(Piece("table", "Cookie | Duration | Description\ncookielawinfo | 11 months | x")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Talk to us", True),
        ("More in Local News", True),
        ("Support local journalism", True),
        ("More in the harbour than on the sea, the boats lay still for a week and nobody came to look.", False),
    ],
)
def test_the_tail_of_a_text_dump(text: str, found: bool) -> None:
    assert (boilerplate_phrases.TAIL.match(text) is not None) is found


def test_a_heading_with_nothing_under_it_goes() -> None:
    above, below = Piece("heading", "What is known"), Piece("heading", "In other ports")
    teaser = paragraph("Read more: Harwell waits too")
    assert strip(above, paragraph(SENTENCE), below, teaser) == [above.text, SENTENCE]


def test_a_rule_parts_what_stands_on_both_sides() -> None:
    rule, credit = paragraph("___"), paragraph("Ada Moss contributed reporting from Brindle.")
    last = paragraph("Nobody sailed on Tuesday either, and the town had bread for two days.")
    assert strip(paragraph(SENTENCE), rule, last, rule, credit) == [SENTENCE, "___", last.text]
