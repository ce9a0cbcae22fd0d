"""Newsletters as mail: the article, its headers, and what mailing services put around it."""

from datetime import datetime, timedelta, timezone
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime

import pytest

from reader.errors import ReaderError
from reader.extract import to_article
from reader.extract.formats import mail, sniff
from reader.model import Article, Page, Source

PARAGRAPHS = (
    "BRINDLE — The ferry between Brindle and Harwell did not sail on Monday, the port authority said, as waves broke "
    "over "
    "the quay and the wind rose to a storm.",
    "“Nobody will cross today,” said Ada Moss, the harbour master, who had been on the phone to the mayor since five "
    "in "
    "the morning.",
    "Some 400 commuters took the long way round by bus, and a school in Harwell closed because its teachers were late.",
)
WHEN = datetime(2026, 3, 2, 7, 30, tzinfo=timezone(timedelta(hours=1)))
LETTER = (
    "<html><body><div style='display:none;max-height:0'>The ferry stays where it is, and other news of the coast.</div>"
    "<table role='presentation'><tr><td><a href='https://post.example/web'>View this email in your "
    "browser</a></td></tr>"
    "<tr><td><h1>Ferry stays in port</h1>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "</td></tr>"
    "<tr><td><p>You are receiving this email because you signed up at post.example.</p>"
    "<p><a href='https://post.example/u'>Unsubscribe</a> | <a href='https://post.example/p'>Update your "
    "preferences</a></p>"
    "<p>Our mailing address is: Harbour Post, 1 Quay, Brindle</p></td></tr></table></body></html>"
)
PLAIN = (
    "View this email in your browser: https://post.example/web\n\n" + "\n\n".join(PARAGRAPHS) + "\n\nUnsubscribe: x\n"
)


def letter(
    *, subject: str = "Ferry stays in port", sender: str = "Ada Moss from The Harbour Post <a@post.example>"
) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = sender
    message["To"] = "reader@brindle.example"
    message["Date"] = format_datetime(WHEN)
    message["MIME-Version"] = "1.0"
    return message


def read(content: bytes) -> Article:
    return to_article(Page(Source("letter.eml", "email"), content))


def with_html() -> EmailMessage:
    message = letter()
    message.set_content(PLAIN)
    message.add_alternative(LETTER, subtype="html")
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="pier.pdf")
    return message


def html_alone() -> EmailMessage:
    message = letter()
    message.set_content(LETTER, subtype="html", cte="quoted-printable")
    return message


def plain_alone() -> EmailMessage:
    message = letter()
    message.set_content(PLAIN, cte="base64")
    return message


def nested() -> EmailMessage:
    message = letter()
    message.set_content(LETTER, subtype="html")
    message.add_related(b"GIF89a", maintype="image", subtype="gif", cid="<logo>")
    message.make_mixed()
    return message


FORMS = {"both and an attachment": with_html, "html": html_alone, "plain": plain_alone, "nested with a picture": nested}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_newsletter_is_read(form: object) -> None:
    message = form()  # type: ignore[operator]
    article = read(message.as_bytes())
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert article.headline == "Ferry stays in port"
    assert article.byline == ("Ada Moss",)
    assert article.publisher == "The Harbour Post"
    assert article.published == "2026-03-02T07:30:00+01:00"
    assert article.dateline == "BRINDLE"


def test_lines_that_flow_are_joined() -> None:
    message = letter()
    soft = "\n\n".join(text.replace(" the ", " \nthe ") for text in PARAGRAPHS)
    message.set_content(soft + "\n\n-- \nAda Moss\nHarbour Post\n", params={"format": "flowed"})
    assert read(message.as_bytes()).text == "\n\n".join(text.replace(" \nthe ", " the ") for text in PARAGRAPHS)


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Fwd: Re: Ferry stays in port", "Ferry stays in port"),
        ("[Coast News] Ferry stays in port", "Ferry stays in port"),
        ("=?utf-8?q?F=C3=A4hre_bleibt_im_Hafen?=", "Fähre bleibt im Hafen"),
        ("=?iso-2022-jp?b?GyRCJVUlJyVqITw3ZzlSGyhC?=", "フェリー欠航"),
        ("Review: the pier", "Review: the pier"),
        ("\u202eFerry\x1b[31m stays", "Ferry[31m stays"),
    ],
)
def test_the_subject_is_the_headline(subject: str, expected: str) -> None:
    head = f"Subject: {subject}\nFrom: a@post.example\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    assert read((head + "\n\n".join(PARAGRAPHS)).encode()).headline == expected


@pytest.mark.parametrize(
    ("name", "people", "publisher"),
    [
        ("Ada Moss", ("Ada Moss",), None),
        ("The Harbour Post", (), "The Harbour Post"),
        ("Ada Moss from The Harbour Post", ("Ada Moss",), "The Harbour Post"),
        ("Ada Moss | Harbour Post", ("Ada Moss",), "Harbour Post"),
        ("Ada Moss, Coast and Quay", ("Ada Moss",), "Coast and Quay"),
        ("Morning Briefing News", (), "Morning Briefing News"),
        ("", (), None),
    ],
)
def test_the_sender_is_writer_or_publication(name: str, people: tuple[str, ...], publisher: str | None) -> None:
    assert mail.sender(name) == (people, publisher)


@pytest.mark.parametrize(
    "line",
    [
        "View this email in your browser", "View online", "Unsubscribe", "Manage your preferences",
        "© 2026 Harbour Post",
        "You are receiving this email because you signed up.", "Was this email forwarded to you? Sign up here.",
        "To unsubscribe from this list, click here.", "Im Browser ansehen", "Se désabonner", "Darse de baja",
        "This email was sent to reader@brindle.example", "Forward this email to a friend",
        "Having trouble viewing this?",
    ],
)  # fmt: skip
def test_furniture_is_known(line: str) -> None:
    assert mail.is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "View from the bridge: the captain of the Gull speaks.", "You are what you eat, the baker said.",
        "Readers may see the pier from the hill.", "Open letters were sent to the mayor by 400 people.",
        "Copyright law changes in May.", "Forward Ada Moss scored twice.", "He sent the letter to the council.",
    ],
)  # fmt: skip
def test_sentences_are_no_furniture(line: str) -> None:
    assert not mail.is_furniture(line)


BROKEN = {
    "no body": b"Subject: x\nFrom: y\nMIME-Version: 1.0\n\n",
    "an unknown charset": b"Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=klingon\n\nshort",
    "a boundary that never comes": b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--c\n\ntext",
    "bytes that are no base64": b"MIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n%%%",
    "a date that is none": b"Subject: x\nDate: yesterday\nMIME-Version: 1.0\n\nshort",
    "an attachment alone": b"MIME-Version: 1.0\nContent-Type: application/pdf\n\n%PDF",
    "no headers": b"\n\n\x00\xff",
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_broken_mail_is_told_in_words(content: bytes) -> None:
    with pytest.raises(ReaderError) as caught:
        read(content)
    assert caught.value.hint


def test_a_date_that_is_none_costs_nothing_else() -> None:
    text = "\n\n".join(PARAGRAPHS)
    article = read(f"Subject: Ferry\nDate: yesterday\nMIME-Version: 1.0\n\n{text}".encode())
    assert article.published is None
    assert article.headline == "Ferry"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param(with_html().as_bytes(policy=policy.SMTP), "email", id="mail"),
        pytest.param(b"From: the harbour\nTo: the town\nSubject: a poem\n\nThe sea.", "text", id="a poem with heads"),
        pytest.param(
            b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\nSubject: x\r\n"
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=b\r\n\r\n",
            "mhtml",
            id="archive of a page",
        ),
    ],
)  # fmt: skip
def test_mail_is_told_from_text(content: bytes, kind: str) -> None:
    assert sniff.kind_of(content) == kind
