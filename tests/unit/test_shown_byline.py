"""Bylines that pages show, in the manner of many systems and countries; and names on a page that did not write it."""

import pytest
from lxml.html import fromstring

from reader.extract.metadata import shown_byline
from reader.extract.metadata.elsewhere import Elsewhere

TITLE = "Ferry stays in port"
LEDE = (
    "The ferry between Brindle and Harwell did not sail on Monday, the port authority said, as waves broke over the "
    "quay and the wind rose to a storm that closed the school, both of the bridges and the road along the coast."
)
SITE = shown_byline.Site("The Harbour Post", ("harbourpost", "theharbourpost"))


def found(byline: str, behind: str = "") -> tuple[str, ...]:
    markup = f"<body><main><article><h1>{TITLE}</h1>{byline}<p>{LEDE}</p></article></main>{behind}</body>"
    tree = fromstring(markup)
    return shown_byline.find(tree, SITE, Elsewhere(tree, TITLE)).credit.people


FINDS = {
    # Marks.
    "rel, beside a class that looks like a card": "<address class=vcard><a rel=author href=/o>Vera Lund</a></address>",
    "rel with another word": "<span><a rel='author nofollow' href=/o>Vera Lund</a></span>",
    "hCard": "<span class='author vcard'><a class='url fn n' href=/author/vera>Vera Lund</a></span>",
    "itemprop in a list called a caption": "<ul class='caption meta'><li itemprop=author><b>Vera Lund</b></li></ul>",
    "what an element lacks": "<div class='post-meta hasnt-bio no-photo author'>Vera Lund</div>",
    "words run together": "<div class=PostByline><span class=AuthorName>Vera Lund</span></div>",
    "hashed classes": "<div class=byline___2NGv_><span class=name___32ZJk>By Vera Lund</span></div>",
    "a card that is the author's": "<div class=author-card__name>Vera Lund</div>",
    "cite": "<cite class=byline><span>By </span><span class=fn>Vera Lund</span></cite>",
    "a term and its description": "<dl><dt>By</dt><dd class=author>Vera Lund</dd></dl>",
    "a cell": "<table><tr><td class=author>Vera Lund</td></tr></table>",
    "a heading": "<h3 class=author-name>Vera Lund</h3>",
    "a footer of the article": "<footer class=entry-footer><span class=byline>By Vera Lund</span></footer>",
    "Spanish class": "<div class=autor>Vera Lund</div>",
    "Italian class": "<div class='autore'>Vera Lund</div>",
    "Elementor": "<div class='elementor-widget'><span class='elementor-post-info__item--type-author'>"
    "<span class=prefix>By</span> Vera Lund</span></div>",
    # By and name apart.
    "by and a link": "<div><span>By </span><a href=/profile/vera>Vera Lund</a></div>",
    "by in front of a link": "<p>By <a href=/team/vera>Vera Lund</a></p>",
    "by in a box of its own": "<div class=meta><div>By</div><div><span>Vera Lund</span></div></div>",
    "written by over a name": "<div><h2>Written by:</h2><div><h3>Vera Lund</h3></div></div>",
    "German, apart": "<p><span>Von</span> <span><a href=/autoren/lund>Vera Lund</a></span></p>",
    "Russian, apart": "<p><b>Автор:</b> <i>Вера Лунина</i></p>",
    "French, apart": "<p><span>Par</span> <a href=/auteur/vera>Vera Lund</a></p>",
    "a term": "<dl class=meta><dt>Author</dt><dd>Vera Lund</dd><dt>Editor</dt><dd>Jon Marr</dd></dl>",
    "a line of German": "<p>Von Vera Lund, Brindle</p>",
    "a line with a label": "<p>Text: Vera Lund</p>",
    "Greek": "<div class=author>Γράφει η Vera Lund</div>",
    "submitted by": "<span class=submitted>Submitted by <span>Vera Lund</span> on Mon, 03/04/2026</span>",
    "the date before": "<p class=byline>March 4, 2026 by Vera Lund</p>",
    "said in a test's name": "<div data-testid=byline-new><span>Vera Lund</span><span>Business reporter</span></div>",
    # Links and portraits without a mark.
    "a link to a profile": "<p><a href=https://other.example/profiles/vera-lund-1>Vera Lund</a>, <i>University</i></p>",
    "a portrait": "<p>Dec 26, 2025 <img class='avatar avatar-xs'> Vera Lund in <a href=blog/money>Money</a></p>",
    "a link to an account": "<a href='/@vera?source=post'><div>Vera Lund</div></a>",
    # How a name is written.
    "over a line of the source": "<p class=byline><a rel=author href=/o>Vera\n      Lund</a></p>",
    "over a line, with a job": "<p class=byline>Vera\n   Lund\n   Political Editor</p>",
    "a letter set apart": "<div class=byline><a href=/contributor/vera>Vera Lun<span>d</span></a></div>",
    "a weekday behind": "<p class=byline>By Vera Lund Monday, November 18, 2019, 04:05 pm</p>",
    "in capitals": "<p class=byline>BY VERA LUND</p>",
    "in capitals, by its class": "<div class=article__byline-name>VERA LUND</div>",
    "a paper behind": "<p class=byline>By Vera Lund, The Harbour Post</p>",
    "a photographer behind": "<p class=byline>By Vera Lund Photos: Jo Field</p>",
    "a job in the same link": (
        "<a class=author href=/authors/v><b>Vera Lund</b><div>Tides &amp; Community Expert</div></a>"
    ),
    "a profile behind": "<p class=author><a href=/authors/v>Vera Lund</a> <a href=/authors/v>View Full Profile</a></p>",
    "a mail address behind": "<p class=byline>By Vera Lund vera@post.example</p>",
}
FOUND = {"Russian, apart": ("Вера Лунина",), "in capitals": ("VERA LUND",), "in capitals, by its class": ("VERA LUND",)}

FINDS_OTHERS = {
    "Japanese": ("<p class=author>浜田一郎</p>", ("浜田一郎",)),
    "Japanese with a label": ("<p class=author>文：浜田一郎</p>", ("浜田一郎",)),
    "Chinese with a label": ("<p class=author>作者：王小明</p>", ("王小明",)),
    "Korean with a job": ("<span class=writer>박지민 기자</span>", ("박지민",)),
    "Thai": ("<span class=author>สมชายใจดี</span>", ("สมชายใจดี",)),
    "one word": ("<div class=author><a href=/blog/author/yuna/>Yuna</a></div>", ("Yuna",)),
    "two links": (
        "<div class=byline><a rel=author href=/a>Vera Lund</a>, <a rel=author href=/b>Jon Marr</a></div>",
        ("Vera Lund", "Jon Marr"),
    ),
    "two links and nothing between": (
        "<ul><li><a rel=author href=/a>Vera Lund</a></li><li><a rel=author href=/b>Jon Marr</a></li></ul>",
        ("Vera Lund", "Jon Marr"),
    ),
    "each with a job": (
        "<div class=byline><a href=/authors/a>Vera Lund</a>, 9 years at sea<br><a href=/authors/b>Jon Marr</a></div>",
        ("Vera Lund", "Jon Marr"),
    ),
    "three in a line": ("<p class=byline>Vera Lund, Jon Marr and Jo Field</p>", ("Vera Lund", "Jon Marr", "Jo Field")),
    "who checked the figures": (
        "<div class=byline>By <a href=/author/a>Vera Lund</a> Data by <a href=/author/b>Jon Marr</a></div>",
        ("Vera Lund",),
    ),
    "an expert beside": (
        "<div class=byline><span class=author-name><a href=/author/a>Vera Lund</a></span>"
        "<span class='author expert'><a href=/author/b>Jon Marr</a></span></div>",
        ("Vera Lund",),
    ),
    "a person over a team": (
        "<p>By Team Harbour</p><p>Written by <a href=https://other.example>Vera Lund</a></p>", ("Vera Lund",),
    ),
    "a team alone": ("<p class=byline>By Team Harbour</p>", ("Team Harbour",)),
    "small letters inside": ("<p class=byline>By Wanja wa Lund and Jean d'Orme</p>", ("Wanja wa Lund", "Jean d'Orme")),
}  # fmt: skip

# All on a page whose own article is signed by nobody.
LEAVES_ALONE = {
    "a desk": ("<p class=byline>Our Foreign Staff</p>", ""),
    "a paper": ("<p class=byline>The Harbour Post</p>", ""),
    "an account": ("<p class=author><a rel=author href=/author/admin>admin</a></p>", ""),
    "the site in one word": ("<p class=author><a rel=author href=/author/x>HarbourPost</a></p>", ""),
    "sections": ("<p class=author>Harbour Sport <a href=/topics/cup>Harbour Cup</a></p>", ""),
    "a body": ("<p class=byline>Centre for Tides and Science Writing</p>", ""),
    "a form": ("<form><label class=author>Vera Lund</label></form>", ""),
    "a caption": ("<figure><figcaption>By <span class=author>Vera Lund</span></figcaption></figure>", ""),
    "a block quote": ("<blockquote>It sank. <cite class=author>Vera Lund</cite></blockquote>", ""),
    "a biography": ("<div class=author-bio>Vera Lund</div>", ""),
    "a link deep in the text": (f"<p>{LEDE}</p><p><a href=/people/profile/vera>Vera Lund</a> said so.</p>", ""),
    "a sentence": ("<p>By <a href=/m>Monday</a> the ferry from Brindle was late again and nobody knew why.</p>", ""),
    "a teaser": ("", "<aside><h3><a href=/c>Nobody swims here</a></h3><div class=item-author>Vera Lund</div></aside>"),
    "a teaser, name above": (
        "", "<div><div class=author>Vera Lund</div><a href=/c><h3>Who minds the light</h3></a></div>",
    ),
    "a teaser without a heading": (
        "", "<li><a href=/c>Who minds the light now</a> <span class=author>Vera Lund</span></li>",
    ),
    "a teaser in an article of its own": ("", "<article><span class=author>Vera Lund</span></article>"),
    "a comment": ("", "<div class=comments><div><span class=author>Vera Lund</span></div></div>"),
    "a comment, words run together": ("", "<ol class=commentList><li class=author>Vera Lund</li></ol>"),
    "most read": ("", "<div class=mod-trending><p class=byline>By Vera Lund</p></div>"),
    "a list of works": (
        "", "".join(f"<h3>A book</h3><div><p>By:</p><p>{name} Lund</p></div>" for name in ("Vera", "Jo", "Ida", "Ana")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("byline", FINDS)
def test_finds(byline: str) -> None:
    assert found(FINDS[byline]) == FOUND.get(byline, ("Vera Lund",))


@pytest.mark.parametrize(("byline", "people"), FINDS_OTHERS.values(), ids=FINDS_OTHERS)
def test_finds_others(byline: str, people: tuple[str, ...]) -> None:
    assert found(byline) == people


@pytest.mark.parametrize(("byline", "behind"), LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(byline: str, behind: str) -> None:
    assert found(byline, behind) == ()
