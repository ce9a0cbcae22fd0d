"""What pages are instead of articles, by what they say and hold; and articles that only look like them."""

import pytest

from reader.errors import NotAnArticle
from reader.extract import to_article
from reader.model import Article, Page, Source

URL = "https://harbourpost.example/world/ferry-stays-in-port-4711"


def read(html: str, url: str = URL) -> Article:
    return to_article(Page(Source(url, "html", url), html.encode()))


def page(body: str, *, title: str = "Harbour Post", head: str = "") -> str:
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


ROBOT = {
    "a cloud provider's check": page(
        "<h1>harbourpost.example</h1><h2>Verify you are human by completing the action below.</h2>"
        "<div id='cf-turnstile'></div><p>harbourpost.example needs to review the security of your connection before "
        "proceeding.</p>",
        title="Just a moment...",
    ),
    "a provider's block": page(
        "<h1>Sorry, you have been blocked</h1><h2>You are unable to access harbourpost.example</h2><p>This website is "
        "using a security service to protect itself from online attacks. The action you just performed triggered the "
        "security solution.</p><p>Ray ID: 81ab</p>",
        title="Attention Required! | Cloudflare",
    ),
    "a script and nothing else": page(
        "<p id='cmsg'>Please enable JS and disable any ad blocker</p><script>var dd={'host':'geo.captcha-delivery.com'}"
        "</script><script src='https://ct.captcha-delivery.com/c.js'></script>",
        title="harbourpost.example",
    ),
    "press and hold": page(
        "<div id='px-captcha'></div><h1>Before we continue...</h1><p>Press &amp; Hold to confirm you are a human (and "
        "not a bot).</p>",
        title="Access to this page has been denied",
    ),
    "access denied by an edge server": page(
        '<h1>Access Denied</h1>You don\'t have permission to access "http://harbourpost.example/ferry" on this '
        "server.<p>"
        "Reference #18.5e4</p><p>https://errors.edgesuite.net/18.5e4</p>",
        title="Access Denied",
    ),
    "a frame with a check in it": page(
        "<iframe src='/_Incapsula_Resource?incident_id=1'>Request unsuccessful. Incapsula incident ID: 1</iframe>",
        title="",
    ),
    "a picture puzzle": page(
        "<h1>One more step</h1><p>Please complete the security check to access the site.</p>"
        "<form><div class='h-captcha' data-sitekey='x'></div></form>"
    ),
    "something about your browser": page(
        "<h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made us think you were a "
        "bot. There are a few reasons this might happen:</p><ul><li>You're a power user moving through this website "
        "with "
        "super-human speed.</li><li>You've disabled cookies in your web browser.</li></ul>"
    ),
    "in German": page("<h1>Sicherheitsprüfung</h1><p>Bitte bestätigen Sie, dass Sie kein Roboter sind.</p>"),
}
CONSENT = {
    "partners and purposes": page(
        "<h1>Your privacy is important to us</h1><p>We and our 842 partners store and/or access information on a "
        "device, "
        "such as cookies, and process personal data, such as unique identifiers, for personalised advertising, "
        "audience "
        "research and services development. You may accept or manage your choices by clicking below.</p>"
        "<button>Accept all</button>"
    ),
    "pay or accept, in German": page(
        "<h1>Mit Werbung weiterlesen</h1><p>Wir und unsere 214 Partner verarbeiten Daten, um Ihnen Anzeigen zu zeigen. "
        "Besuchen Sie uns wie gewohnt mit Werbung und Tracking.</p><button>Zustimmen und weiter</button>"
    ),
    "in French": page(
        "<h1>Harbour Post</h1><p>Continuer sans accepter</p><p>Nous et nos 300 partenaires stockons.</p>"
    ),
    "in Spanish": page("<p>Nosotros y nuestros 90 socios almacenamos cookies.</p><button>Aceptar y continuar</button>"),
    "in Italian": page("<p>Noi e i nostri 120 partner archiviamo informazioni sui dispositivi.</p>"),
    "in Dutch": page("<h1>Privacy</h1><p>Wij en onze 80 partners gebruiken cookies.</p>"),
    "in Polish": page("<h1>Szanujemy Twoją prywatność</h1><p>My i nasi 77 partnerzy przechowujemy informacje.</p>"),
}
MISSING = {
    "sorry": page("<h1>Sorry</h1><p>The page you are looking for could not be found. Try the search.</p>"),
    "with the most read below": page(
        "<h1>Page not found</h1><p>You may have followed an old link or typed the address wrong.</p><h2>Most read</h2>"
        + "".join(
            f"<article><h3><a href='/news/story-{n}'>Council votes for pier number {n}</a></h3>"
            f"<p>The vote on pier {n} came after six hours of debate on Monday night in the old town "
            f"hall.</p></article>"
            for n in range(12)
        )
    ),
    "taken down": page("<h1>Harbour Post</h1><p>This article has been removed.</p>"),
    "in German": page("<h1>Seite nicht gefunden</h1><p>Leider gibt es diese Seite nicht mehr.</p>"),
    "in French": page("<h1>Page introuvable</h1><p>Le lien est peut-être ancien.</p>"),
    "in Polish": page("<p>Przepraszamy.</p>", title="Strona nie została znaleziona"),
    "in Russian": page("<h1>Страница не найдена</h1>"),
    "in Japanese": page("<h1>ページが見つかりません</h1><p>アドレスをお確かめください。</p>"),
    "by its title alone": page("<p>Nothing.</p>", title="404 Not Found"),
}
LOGIN = {
    "a form": page(
        "<h1>Welcome back</h1><form><label>E-mail<input type='email'></label><label>Password<input type='password'>"
        "</label><button>Continue</button></form><p>Already a subscriber?</p>"
    ),
    "words": page("<h1>Sign in</h1><p>Please log in to continue.</p><p>Forgot your password?</p>"),
    "members": page("<h1>Members</h1><p>You must be logged in to see this.</p>"),
    "in German": page("<h1>Anmelden</h1><p>Bitte melden Sie sich an.</p><p>Passwort vergessen?</p>"),
}
SHELL = {
    "with a note": page("<div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript>"),
    "in French": page(
        "<div id='app'></div><noscript>Veuillez activer JavaScript.</noscript><script src='/a.js'></script>"
    ),
    "without a word": page("<div id='app'></div><script>start()</script>"),
    "an old browser": page("<p>Your browser is not supported. Please upgrade.</p><script src='/a.js'></script>"),
}
VIDEO = {
    "a player and a line": page(
        "<h1>Ferry in the storm</h1><video src='/ferry.mp4' controls></video><p>Watch the waves.</p>",
        title="Ferry in the storm",
    ),
    "a page that says it is a video": page(
        "<h1>Ferry in the storm</h1><div class='video-player'></div><p>The ferry Gull fought its way through the "
        "storm on "
        "Monday while its passengers waited below deck.</p><p>Video by Ada Moss, two minutes and four seconds.</p>",
        title="Ferry in the storm",
        head="<meta property='og:type' content='video.other'>",
    ),
    "a frame from a video site": page(
        "<h1>Ferry in the storm</h1><iframe src='https://www.youtube.com/embed/abc'></iframe>",
        title="Ferry in the storm",
    ),
}
CLASSES = {
    "asks whether you are a robot": ROBOT,
    "asks for consent": CONSENT,
    "nothing at this address": MISSING,
    "asks for a login": LOGIN,
    "scripts": SHELL,
    "shows a video": VIDEO,
}


@pytest.mark.parametrize(
    ("html", "words"),
    [
        pytest.param(html, words, id=f"{words}: {name}")
        for words, pages in CLASSES.items()
        for name, html in pages.items()
    ],
)
def test_what_is_no_article_is_named(html: str, words: str) -> None:
    with pytest.raises(NotAnArticle) as caught:
        read(html)
    assert words in caught.value.message
    assert URL in caught.value.message
    assert caught.value.hint


def story(headline: str, *paragraphs: str, more: str = "", head: str = "") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return page(f"<article><h1>{headline}</h1>{text}{more}</article>", title=f"{headline} | Harbour Post", head=head)


LOOK_ALIKES = {
    "about cookies": story(
        "Court limits what cookies may store",
        "The court in Brindle ruled on Monday that papers may not ask readers to accept cookies before they show a "
        "story. "
        "It gave them until May to change their pages.",
        "“People want to read, not to choose among 800 partners,” said Ada Moss, who had brought the case for a "
        "group of "
        "readers in Harwell.",
    ),
    "about robots": story(
        "Harbour tests a robot pilot",
        "“Are you a robot?” asked the harbour master of Brindle when the ferry Gull answered her call in a strange "
        "voice on "
        "Monday. It was: the pilot was a machine, on trial for a week.",
        "Captains watched from the bridge. The trial goes on until Friday, the port authority said.",
    ),
    "a review of 404 art": story(
        "404 Not Found: a show about lost pages",
        "The gallery by the quay hangs two hundred error pages on its walls, printed on silk by the artist Jo Field, "
        "who "
        "has gathered them since she was a student in Harwell.",
        "The best of them says that the page you are looking for has moved to the sea. It is the quietest room of the "
        "show, and the funniest; children stay in it longest.",
        "Entry is free until the end of June, the gallery said.",
    ),
    "about passwords": story(
        "Thousands of passwords stolen from ferry company",
        "Thieves took the passwords of 4,000 passengers, the ferry company said on Monday. It asked all of them to "
        "sign in "
        "to their accounts and to choose new ones before Friday.",
        "“Forgot your password? So did we,” said Li Wen, who runs its computers, when reporters asked how it happened.",
        more="<form><input type='text'><input type='password'></form>",
    ),
    "with a form for comments and its check": story(
        "Ferry stays in port",
        "The ferry between Brindle and Harwell did not sail on Monday, the port authority said, as waves broke over "
        "it.",
        more="<form><div class='g-recaptcha'></div><textarea></textarea></form>"
        "<script src='https://x.example/cdn-cgi/challenge-platform/h/b/orchestrate/jsch/v1'></script>",
    ),
    "a video with the full story": story(
        "Ferry in the storm",
        "The ferry Gull fought its way through the storm on Monday while its passengers waited below deck for three "
        "hours.",
        "“We sang,” said Ada Moss, a teacher from Harwell, who had been on her way to school with two of her pupils.",
        "The port authority closed the harbour an hour later, and said that it would stay closed until the wind drops.",
        more="<video src='/ferry.mp4'></video>",
        head="<meta property='og:type' content='video.other'>",
    ),
    "a brief with a film in it": story(
        "Ferry stays in port",
        "The ferry between Brindle and Harwell did not sail on Monday, the port authority said, as waves broke over "
        "it.",
        more="<iframe src='https://www.youtube.com/embed/abc'></iframe>",
    ),
    "about a page taken down": story(
        "Ministry takes down its report",
        "The ministry's report on the pier, published last week, is gone: its address now says that the page was not "
        "found. "
        "A copy seen by the Harbour Post names three builders.",
        "“We will put it back once it is right,” a spokeswoman said on Monday, and gave no date for that.",
    ),
    "about scripts": story(
        "Old browsers lose the timetable",
        "The ferry company's timetable needs JavaScript from Monday on, and passengers with old telephones will see "
        "none. "
        "The company said that it would hang it out on paper again.",
        "“My browser is not supported, and neither is my knee,” said one of them on the quay at Brindle.",
    ),
    "Japanese": page(
        "<article><h1>欠航</h1><p>横浜港のフェリーは月曜日、嵐のため出港しなかったと港湾当局が発表した。</p></article>"
    ),
}


@pytest.mark.parametrize("html", LOOK_ALIKES.values(), ids=LOOK_ALIKES)
def test_articles_that_look_like_it_are_read(html: str) -> None:
    assert len(read(html).text) > 30
