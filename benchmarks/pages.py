"""Pages of the size of real ones, made of our own stories: an invented paper's frame around each. Measures nothing.

The frame is that of the middle one of 181 news pages: about 115 kB, 740 elements, 135 links and 30 meta elements,
of them 32 kB of script; their text has 10 kB, a quarter of it the article's.
"""

import html
import json

MENU_LINKS = 55
CARDS = 36
FOOTER_LINKS = 28
METAS = 24
SCRIPT_BYTES = 32_000
TOPICS = ("Harbour", "Council", "Schools", "Weather", "Sport", "Markets", "Letters", "Culture", "Science", "Travel")
TEASERS = (
    "Ferry crews vote on a new timetable for the summer",
    "Why the old lighthouse keeper never wrote a letter home",
    "Council puts off the bridge toll until after the harvest",
    "Three ways to cook a herring, and one way not to",
)


def page(story: str, number: int) -> bytes:
    """One page around a story, whose first line is its first paragraph."""
    headline = f"{story.split('. ')[0][:70]} ({number})"
    paragraphs = [html.escape(text) for text in story.split("\n\n")]
    body = "".join(f"<p class='story__paragraph' data-index='{at}'>{text}</p>" for at, text in enumerate(paragraphs))
    body = body.replace(" said", ' <a href="/topics/said" data-track="inline">said</a>', 3)
    return (
        f"<!doctype html><html lang='en'><head>{head(headline)}</head><body class='page page--article'>{menu()}"
        f"<main id='main'><article class='story'><h1>{html.escape(headline)}</h1><div class='story__byline'>"
        "<span>By</span> <a rel='author' href='/writers/ada-moss'>Ada Moss</a></div>"
        "<figure><img src='/images/lead.jpg' alt='The harbour'><figcaption>The harbour on Monday. (Jo Field / Harbour "
        f"Post)</figcaption></figure><div class='story__body'>{body}</div>{sharing()}</article>"
        f"<aside class='sidebar'>{cards(CARDS // 3, 'sidebar')}</aside></main>"
        f"<section class='related'><h2>More stories</h2>{cards(CARDS, 'related')}</section>{footer()}</body></html>"
    ).encode()


def head(headline: str) -> str:
    """The head: what the page says of itself, and a script of the usual length."""
    title = html.escape(headline, quote=True)
    declared = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": headline,
        "datePublished": "2026-03-04T09:30:00+01:00",
        "author": {"@type": "Person", "name": "Ada Moss"},
    }
    metas = "".join(f"<meta name='app:{at}' content='value of {at}'>" for at in range(METAS))
    script = ("window.queue=window.queue||[];queue.push({slot:'top',size:[728,90]});" * SCRIPT_BYTES)[:SCRIPT_BYTES]
    return (
        f"<meta charset='utf-8'><title>{title} | Harbour Post</title><meta property='og:title' content=\"{title}\">"
        f"<meta property='og:site_name' content='Harbour Post'>{metas}"
        f"<script type='application/ld+json'>{json.dumps(declared)}</script><script>{script}</script>"
    )


def menu() -> str:
    """The links over the story."""
    items = "".join(
        f"<li class='menu__item menu__item--level-{at % 3}'><a class='menu__link' href='/section/{at}' "
        f"data-track='menu|{at}' aria-label='Open the section'>{TOPICS[at % len(TOPICS)]} {at}</a></li>"
        for at in range(MENU_LINKS)
    )
    return f"<header class='masthead'><nav class='menu'><ul>{items}</ul></nav></header>"


def cards(count: int, kind: str) -> str:
    """Teasers of other stories, with the weight of attributes that templates give them."""
    return "".join(
        f"<div class='card card--{kind}'><a class='card__link' href='/news/{kind}-{at}' data-track='{kind}|{at}' "
        f"style='{'--card-ratio:1.777;' * 18}'><picture><source srcset='{f'/images/card-{at}.webp 480w, ' * 14}'>"
        f"<img src='/images/card-{at}.jpg' alt='A picture'></picture><h3 class='card__title'>"
        f"{TEASERS[at % len(TEASERS)]} ({at})</h3></a><p class='card__summary'>What it means for those who live by the "
        f"harbour, in a minute.</p><span class='card__meta'><span>By Jo Field</span> "
        "<time>2 hours ago</time></span></div>"
        for at in range(count)
    )


def sharing() -> str:
    """The buttons under the story, drawn as most pages draw them."""
    icon = f"<svg viewBox='0 0 24 24'><path d='{'M12 2c5.52 0 10 4.48 10 10s-4.48 10-10 10z ' * 20}'/></svg>"
    return "".join(
        f"<button class='share share--{name}'>{icon}<span>Share on {name}</span></button>"
        for name in ("Facebook", "X", "WhatsApp", "LinkedIn", "e-mail")
    )


def footer() -> str:
    """The links under everything."""
    items = "".join(
        f"<li><a href='/about/{at}'>{TOPICS[at % len(TOPICS)]} desk {at}</a></li>" for at in range(FOOTER_LINKS)
    )
    return f"<footer class='footer'><ul>{items}</ul><p>© 2026 The Harbour Post. All rights reserved.</p></footer>"
