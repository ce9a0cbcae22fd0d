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


LETTER_TEXT = "\n\n".join(PARAGRAPHS)
HEADS = {
    "Gmail": "---------- Forwarded message ---------\nFrom: Vera Lund <vera@post.example>\n"
    "Date: Sun, 1 Mar 2026 at 18:11\nSubject: Ferry waits\nTo: <ada@post.example>\n\n",
    "Gmail, in bold": "---------- Forwarded message ---------\n*From:* Vera Lund <vera@post.example>\n"
    "*Date:* Sun, 1 Mar 2026 at 18:11\n*Subject:* Ferry waits\n\n",
    "Apple": "Begin forwarded message:\n\nFrom: Vera Lund <vera@post.example>\nSubject: Ferry waits\n"
    "Date: 1 March 2026 at 18:11:05 GMT+1\nTo: Ada Moss <ada@post.example>,\n\tLi Wen <li@post.example>\n\n",
    "Outlook": "________________________________\nFrom: Vera Lund [mailto:vera@post.example]\n"
    "Sent: Sunday, March 1, 2026 6:11 PM\nTo: Ada Moss\nCc: Li Wen\nSubject: Ferry waits\n\n",
    "Thunderbird": "-------- Forwarded Message --------\nSubject: \tFerry waits\n"
    "Date: \tSun, 1 Mar 2026 18:11:00 +0100\nFrom: \tVera Lund <vera@post.example>\nTo: \tada@post.example\n\n",
    "German": "-------- Weitergeleitete Nachricht --------\nBetreff: Ferry waits\nDatum: 2026-03-01 18:11\n"
    "Von: Vera Lund <vera@post.example>\nAn: ada@post.example\n\n",
    "forwarded twice": "---------- Forwarded message ---------\nFrom: Jo Field <jo@p.example>\nDate: Mon, 2 Mar 2026\n"
    "Subject: Fwd: Ferry waits\nTo: x@post.example\n\nLook at this.\n\n---------- Forwarded message ---------\n"
    "From: Vera Lund <vera@post.example>\nDate: Sun, 1 Mar 2026 at 18:11\nSubject: Ferry waits\nTo: y@post.example\n\n",
}  # fmt: skip


@pytest.mark.parametrize("note", ["", "You should read this.\n\n-- \nAda Moss\nHarbour Post\n\n"], ids=["", "a note"])
@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_a_forwarded_letter_is_that_of_who_wrote_it(head: str, note: str) -> None:
    message = letter(subject="Fwd: Ferry waits", sender="Ada Moss <ada@post.example>")
    message.set_content(f"{note}{head}{LETTER_TEXT}\n\n-- \nVera Lund\nPier 4\n")
    article = read(message.as_bytes())
    assert article.text == LETTER_TEXT
    assert article.headline == "Ferry waits"
    assert article.byline == ("Vera Lund",)
    assert (article.published or "")[:10] == "2026-03-01"


HTML_HEADS = {
    "Gmail": "<div>Read this.</div><div class=gmail_quote><div>---------- Forwarded message ---------<br>"
    "From: <strong>Vera Lund</strong> <span>&lt;<a href='mailto:vera@post.example'>vera@post.example</a>&gt;</span><br>"
    "Date: Sun, 1 Mar 2026 at 18:11<br>Subject: Ferry waits<br>To:  &lt;ada@post.example&gt;<br></div><br>{}</div>",
    "Apple": "<div>Read this.<blockquote type=cite><div>Begin forwarded message:</div><div><b>From: </b>Vera Lund &lt;"
    "vera@post.example&gt;</div><div><b>Date: </b>1 March 2026 at 18:11:05 GMT+1</div><div><b>Subject: </b><b>Ferry "
    "waits</b></div><div><b>To: </b>Ada Moss</div><br><div>{}</div></blockquote></div>",
    "Outlook": "<p>Read this.</p><div style='border:none'><p><b>From:</b> Vera Lund &lt;vera@post.example&gt;<br><b>"
    "Sent:</b> Sunday, March 1, 2026 6:11 PM<br><b>To:</b> Ada Moss<br><b>Subject:</b> Ferry waits</p></div>{}",
    "Thunderbird": "<div class=moz-forward-container>-------- Forwarded Message --------<table><tbody><tr><th>Subject: "
    "</th><td>Ferry waits</td></tr><tr><th>Date: </th><td>Sun, 1 Mar 2026 18:11:00 +0100</td></tr><tr><th>From: </th>"
    "<td>Vera Lund &lt;vera@post.example&gt;</td></tr></tbody></table><br>{}</div>",
}  # fmt: skip


@pytest.mark.parametrize("markup", HTML_HEADS.values(), ids=HTML_HEADS)
def test_a_forwarded_letter_in_html(markup: str) -> None:
    message = letter(subject="Fwd: Ferry waits", sender="Ada Moss <ada@post.example>")
    message.set_content(markup.format("".join(f"<p>{text}</p>" for text in PARAGRAPHS)), subtype="html")
    article = read(message.as_bytes())
    assert article.text == LETTER_TEXT
    assert {block.kind for block in article.blocks} == {"paragraph"}
    assert article.byline == ("Vera Lund",)
    assert (article.published or "")[:10] == "2026-03-01"


def test_a_letter_forwarded_as_an_attachment() -> None:
    inner = letter(subject="Ferry waits", sender="Vera Lund <vera@post.example>")
    inner.set_content(LETTER_TEXT)
    message = letter(subject="Fwd: Ferry waits", sender="Ada Moss <ada@post.example>")
    message.set_content("Read this.")
    message.add_attachment(inner)
    article = read(message.as_bytes())
    assert (article.text, article.byline) == (LETTER_TEXT, ("Vera Lund",))


def test_an_answer_keeps_its_own_words() -> None:
    quoted = "\n".join(f"> {line}" for line in ["Will it sail?", "", "Not today, I fear."])
    message = letter(subject="Re: Ferry", sender="Ada Moss <ada@post.example>")
    answered = "On Sun, 1 Mar 2026 at 18:11, Vera Lund <vera@post.example>\nwrote:"
    message.set_content(f"{LETTER_TEXT}\n\n{answered}\n{quoted}\n")
    article = read(message.as_bytes())
    assert (article.text, article.byline) == (LETTER_TEXT, ("Ada Moss",))


def test_an_answer_above_an_original_keeps_its_own_words() -> None:
    message = letter(subject="RE: Ferry", sender="Ada Moss <ada@post.example>")
    original = "From: Vera Lund\nSent: Sunday\nTo: Ada Moss\nSubject: Ferry\n\nWill it sail?"
    message.set_content(f"{LETTER_TEXT}\n\n-----Original Message-----\n{original}\n")
    article = read(message.as_bytes())
    assert (article.text, article.byline) == (LETTER_TEXT, ("Ada Moss",))


def test_a_letter_that_is_quoted_whole_loses_the_marks() -> None:
    message = letter(subject="Fwd: Ferry")
    message.set_content("Read this.\n\n" + "\n".join(f">> {line}" for line in LETTER_TEXT.split("\n")))
    assert read(message.as_bytes()).text == LETTER_TEXT


@pytest.mark.parametrize(
    "text", ["From: the harbour\nit is a long way.", "To: all\nSubject: none", "Date: 4 March\nTo: Ada\nCc: Li"]
)
def test_lines_that_are_no_headers_stay(text: str) -> None:
    message = letter()
    message.set_content(f"{PARAGRAPHS[0]}\n\n{text}\n\n{PARAGRAPHS[1]}")
    assert text.split("\n")[0].split(": ")[1] in read(message.as_bytes()).text
