"""The wordings by which a page's furniture is known, as patterns over one line. Decides nothing: `residue` asks them.

Gathered from 331 pages, English first; a wording stays only if nine of ten lines it takes are not in the gold text.
"""

import re

from reader.extract.phrase_patterns import any_of, is_whole, opens_with
from reader.lexicon.calendar import MONTHS_ABROAD, SHORT_WEEKDAYS
from reader.lexicon.date_words import MONTH, WEEKDAY
from reader.lexicon.wordlists import either

NETWORKS = any_of(
    "twitter", "facebook", "instagram", "x", "social", "linkedin", "youtube", "telegram", "tiktok", "google news"
)

PROMPT = opens_with(
    r"sign up (?:for|to|here|now|today|below)\b",
    r"(?:be sure to )?subscribe (?:to|now|today|here|for|via|below)\b",
    r"click here to (?:subscribe|sign up|get|download|read|join)\b",
    r"get (?:the|our|more|all)\b.{0,80}\b(?:in|to) your inbox\b",
    r"keep an eye on your inbox\b",
    r"(?:receive|delivered)\b.{0,80}\binbox\b",
    r"(?:if you )?(?:enjoyed?|liked) (?:reading )?th(?:e|is) (?:article|post|story)\b",
    r"like this (?:story|article|post)\b",
    r"(?:download|get) (?:the|our) .{0,40}\bapp\b",
    r"join (?:my|our|the) .{0,40}\b(?:newsletter|mailing list|channel|community|telegram|whatsapp|facebook)",
    r"(?:like|follow|find|join|connect with) (?:(?:us|me|[\w.'’@ -]{2,50}) )?on " + NETWORKS + r"\b",
    r"thanks for signing up|thank you! your submission has been received|oops! something went wrong",
    r"(?:there was an error processing your|an error has occurred, please try)",
    r"(?:have|got) a (?:news )?tip\b",
    r"support (?:local|our|independent|quality) journalism",
    r"(?:please )?(?:consider )?donat(?:e|ing) (?:to|today|now)\b",
    r"(?:please )?(?:consider )?becom(?:e|ing) a (?:member|patron|supporter|subscriber)\b",
    r"help (?:me|us) spread the word\b|(?:be sure to )?sign up .{0,20}\b(?:stay in touch|get started)",
    r"thank you for being part of our community|get in touch\b.{0,40}$",
    r"(?:this website|we) uses? cookies\b|this content is hosted by a third party|(?:please )?allow cookies\b",
    r"to (?:see|view) this content,? (?:please )?(?:allow|accept|enable)\b",
    r"by (?:signing up|subscribing|registering|clicking \w+),? (?:you|i) (?:agree|accept|confirm|acknowledge)\b",
    r"i (?:agree|consent) to the (?:terms|privacy)\b|view (?:this post )?on " + NETWORKS + r"$",
    r"abonnieren sie|jetzt abonnieren|newsletter abonnieren|suscríbete|inscrivez-vous|abonnez-vous|iscriviti",
    r"sign up:|would you like to (?:comment|receive|get|be notified|subscribe)\b",
    r"(?:do )?(?:you )?want to (?:comment|have your say)\b",
    r"(?:what do you think|do you agree|have your say|your thoughts)\b.{0,60}"
    r"\b(?:comments?|let us know|have your say)\b",
    r"(?:let us know|tell us|share) (?:what you think|your (?:thoughts|views?|opinions?|stor(?:y|ies)))\b.{0,60}$",
    r"(?:please )?(?:log ?in|sign ?in|register|you must (?:be|log)).{0,40}\b(?:to|post(?:ing)?) (?:a |your )?comment",
    r"(?:comments|commenting) (?:are|is|have been) (?:now )?(?:closed|disabled|moderated|off|subject)\b",
    r"be the first to (?:comment|leave|share your)|(?:already )?a subscriber\? (?:log|sign) ?in",
    r"already a (?:subscriber|member)\b.{0,40}$|cancel any ?time\b.{0,40}$",
    r"diskutieren sie mit|(?:schreiben|verfassen) sie (?:einen|ihren) kommentar|ihre meinung\b.{0,40}$",
    r"vous souhaitez (?:réagir|commenter)|réagissez|donnez votre avis|¿(?:quieres|desea) comentar|deja tu comentario",
    r"(?:summary|takeaways|highlights|bullet points) (?:is|are|was|were) (?:\w+ ){0,2}(?:by|with|using) "
    r"(?:the help of )?(?:a\.?i\.?\b|artificial intelligence)"
    r"|(?:this|these|the) (?:summary|takeaways|highlights|bullet points) "
    r"(?:is|are|was|were|has been|have been) (?:\w+ ){1,2}(?:by|with|using) (?:the help of )?(?:a\.?i\.?\b|artificial)",
)
# An offer of a subscription: it opens as one, names a price, and for what; where it opens as news might, it speaks to
# the reader too ("Get the paper delivered every month. 12 issues for £11.99. Click here").
OFFER = opens_with(
    r"subscribe|sign up|unlock|start your|try (?:us|it|our|the)|join (?:us|now|today)|become a|jetzt|abonn"
)
OFFER_ASKING = opens_with(
    r"(?:get|save|enjoy|support|pay|choose|claim|access|read|continue|go|only|just|from|special|limited|exclusive|"
    r"unlimited|your|for (?:only|just|as little)|act now|don['’]t miss|testen|lesen sie|profitez|suscr|approfitta)\b"
)
PRICE = re.compile(
    r"[$£€₹]\s?\d|\d\s?(?:€|£|kr\b|zł|usd\b|eur\b|gbp\b|cents?\b)|\brs\.? ?\d|\d ?% (?:off|discount|rabatt)|"
    r"\bfree (?:trial|month|for|access)|\b(?:half|introductory) price",
    re.IGNORECASE,
)
TERM = re.compile(
    r"subscri|unlimited|(?:digital|full|all) access|membership|delivered|issues for|\btrial\b|newsletter|"
    r"(?:per|a|each|every|/) ?(?:month|week|year|mo)\b|\babo|abonn|kündbar|pro (?:monat|woche)|par mois|al mes",
    re.IGNORECASE,
)
TO_READER = re.compile(r"\b(?:you|your|our|us|cancel|click here|use the code|ihr|sie|votre|vous|tu)\b", re.IGNORECASE)

# What stands alone over a text: the section of the paper, the kind of the piece.
KICKER = is_whole(
    r"(?:us |uk |world |local |national |international |breaking |latest |city |state |business |sports? )?news",
    r"world|politics|business|sports?|opinion|comment|editorial|analysis|exclusive|explainer|feature|interview|obituary",
    r"culture|arts|science|technology|tech|health|environment|climate|money|economy|lifestyle|entertainment|travel",
    r"europe|africa|asia|middle east|americas|australia|international|national|local|regional|watch|live",
    r"investigation|review|column|letters?|profile|fact[ -]check|q ?& ?a|breaking|developing|updated?|premium|plus",
    r"politik|wirtschaft|kultur|meinung|kommentar|ausland|inland|panorama|wissenschaft|économie|politique|monde|opinión",
)
# What a script was to fill in, and the short codes of systems: "{{title}}", "${count}", "[gallery ids=…]".
PLACEHOLDER = re.compile(
    r"\{\{[^{}]{0,120}\}\}|\{%[^%{}]{0,120}%\}|<%[^%<>]{0,120}%>|\$\{[^{}]{0,120}\}|\[\[[^\[\]]{0,120}\]\]"
)
SHORTCODE = re.compile(
    r"^\[/?(?:caption|gallery|embed|video|audio|youtube|button|ad|adrotate|playlist|vc_\w++|et_pb_\w++|wp_\w++|"
    r"[a-z_]{3,24} [a-z_]{2,20}=)[^\]]{0,300}\]"
)
# A sign drawn three times or more parts a text; others alone are what is left of buttons.
PARTING = re.compile(r"([*_~#=.•·–—-])(?:\s*\1){2,}|[⁂❧]")

# Each needs a colon, a guillemet or a bracket behind it: "More: ...", never "More people died".
TEASER = re.compile(
    r"^[\W_]*"
    + any_of(
        any_of(
            r"read(?: more| also| next| full| on| this)?",
            r"see(?: also| more)?",
            r"also(?: read| see)?",
            r"watch(?: now| also| more)?",
            r"listen(?: now)?",
            r"more",
            r"related(?: (?:stor(?:y|ies)|articles?|posts?|coverage|reading|content|links?|topics?))?",
            r"recommended(?: (?:reading|stories|for you))?",
            r"you (?:may|might)(?: also)?(?: (?:like|check|enjoy|want to read))",
            r"don['’]t miss",
            r"explore more",
            r"up next",
            r"must read|(?:can )?also check",
            r"mehr zum thema|lesen sie (?:auch|hier|mehr)|auch interessant",
            r"lire aussi|à lire (?:aussi|également)",
            r"lea (?:también|además)|te puede interesar|leer más",
            r"leggi anche(?: su)?",
            r"leia (?:também|mais)|veja também|saiba mais",
            r"lees ook|les også|läs också",
            r"czytaj (?:też|także|również|więcej)|zobacz (?:też|także)",
            r"читайте (?:также|ещё|еще)",
            r"baca juga|관련기사|関連記事",
        )
        + r"\s*[:：–»>]",
        r"also on [\w.]+\.\w+\s",
    )
    + r"|^\[\s*(?:also read|read (?:more|also)|related)\b[^\]]*\]$",
    re.IGNORECASE,
)

# Labels, each a whole line. Words that can stand alone as a heading or an answer ("Saved", "Listen") are none.
ADS = (
    r"(?:advert(?:isement|ising)?|ad)(?:\W+(?:scroll to continue|continue reading below))?|ad feedback",
    r"(?:story|article|text|content|page) continues(?: (?:below|after|under)(?: (?:this|the))?)?"
    r"(?: (?:ad(?:vert(?:isement)?)?|video|image|photo|gallery|newsletter promotion))?",
    r"(?:skip (?:this |past )?|report (?:this )?|after )(?:ad|advertisement|newsletter promotion)|why am i seeing this",
    r"sponsored(?: content)?|paid (?:post|content)|promoted(?: content)?|scroll (?:down )?to continue",
    r"anzeige|werbung|publicidade?|publicité|pubblicità|reklama|advertentie|annons|annonce|annonse|mainos|реклама",
    r"広告|광고|广告|廣告",
    r"(?:der )?(?:artikel|text|beitrag) (?:wird|geht) (?:nach|unter) de[rm] (?:anzeige|werbung|video|bild) "
    r"(?:fortgesetzt|weiter)|weiterlesen nach der (?:anzeige|werbung)",
    r"la suite après (?:la|cette) publicité|(?:l['’]articolo |la notizia )?continua (?:dopo|sotto) la pubblicità",
    r"(?:(?:la|el) (?:noticia|nota|artículo) )?continúa (?:después de|tras) la publicidad|continúa leyendo",
    r"continua (?:após a|depois da) publicidade",
    r"(?:de )?tekst (?:gaat|loopt) (?:verder|door) onder de (?:foto|video|advertentie)"
    r"|lees verder onder de (?:foto|video|advertentie)",
    r"artikeln fortsätter (?:efter|under) annonsen|artik(?:len fortsætter|kelen fortsetter) \w+ annon[cs]en",
    r"juttu jatkuu (?:mainoksen jälkeen|kuvan alla)|dalsz[ay] (?:część|ciąg) \w+ (?:pod|po) (?:reklam\w+|wideo)",
)
TOOLS = (
    r"share(?: (?:this|on|via|with|full|story|article).{0,40})?|tweet|this article has been sent to",
    r"facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|instagram|follow us|click to tweet",
    r"print(?: (?:this )?(?:article|page))?|e-?mail(?: this)?(?: article)?|pin (?:it )?for later",
    r"(?:order )?reprints(?: (?:and|&) permissions)?",
    r"copy(?: link)?|(?:link )?copied(?: to clipboard)?|open in app|resize text|(?:text|font) size",
    r"(?:save|bookmark)(?: for later| (?:this )?(?:article|story))?|add to (?:bookmarks|reading list|favou?rites)",
    r"gift (?:this )?article|purchase licensing rights.{0,30}|reuse this content",
    r"listen(?: to (?:this |the )?(?:article|story))?\W+\d+ min(?:ute)?s?|listen to (?:this |the )?(?:article|story)",
    r"\d{1,2}:\d\d ?/ ?\d{1,2}:\d\d|filed under.*|back to top|skip to .{2,40}|loading|close|sorry",
    r"(?:turn on|enable|get) (?:push )?(?:notifications|alerts)|follow this topic",
    r"(?:add|make|set) .{2,40} on google(?: news)?|(?:enter )?(?:your )?e-?mail address|enter your e-?mail",
    r"teilen|drucken|merken|(?:artikel|beitrag) (?:teilen|drucken|merken|anhören)|merkliste",
    r"compartir(?: en .{2,20})?|partager(?: (?:l['’]article|cet article|sur .{2,20}))?|condividi(?: su .{2,20})?",
    r"compartilh(?:e|ar)(?: (?:no|via) .{2,20})?|imprimir|imprimer|deel (?:dit )?artikel|dela artikeln",
)
PICTURES = (
    r"image|photo|video|gallery|slideshow|photo gallery|image (?:caption|source)|video player|play video|watch video",
    r"(?:toggle|hide|show) caption|enlarge (?:this )?image|view all \d+ (?:photos|images)|view gallery",
    r"(?:view|open) image(?: in (?:full ?screen|gallery))?|(?:(?:image|photo|slide) )?\d+ of \d+",
    r"(?:un)?mute|loaded: [\d.]+%|this video (?:cannot|can['’]t) be played",
    r"your browser does not support the (?:video|audio) (?:tag|element)",
    r"https?://\S+\.(?:png|jpe?g|gif|webp|svg)(?:\?\S*)?",
    r"(?:page|seite|página|pagina|sida|side|strona) \d{1,2} ?(?:of|von|sur|de|di|van|av|z|/) ?\d{1,2}",
    # What players and galleries say: "Current Time 0:00", "Next slide", "captions off, selected".
    r"(?:current|remaining|elapsed|total) time(?: -?\d{1,2}:\d\d)?|duration(?: time)?(?: \d{1,2}:\d\d)?",
    r"(?:play|pause|replay|mute|unmute|fullscreen|full screen|exit full ?screen|skip ad|rewind|playback rate|chapters)"
    r"(?: (?:video|audio|clip|play|mute|fullscreen|1x|chapters)){1,3}",
    r"(?:descriptions|captions|subtitles) (?:off|settings)\b.{0,60}|stream type live|seek to live.{0,40}|audio track",
    r"(?:video|audio) (?:player is loading|unavailable)|this is a modal window|(?:beginning|end) of dialog window",
    r"escape will cancel and close the window|beginning of dialog window\. escape will cancel and close the window",
    r"(?:next|previous|prev)(?: (?:article|story|post))?",
    r"(?:next|previous|prev) (?:slide|image|photo|picture)|(?:go to )?slide \d+(?: of \d+)?",
    r"(?:view|see|show|open|browse)(?: all)?(?: the)?(?: \d+)? "
    r"(?:photos?|images?|pictures|(?:photo )?gallery|slideshow)",
    r"(?:click|tap|swipe|scroll)(?: (?:here|left|right|or click|image|photo|the (?:image|photo|map|graphic)))* "
    r"(?:to|for) (?:expand|enlarge|zoom|unmute|see more|view|open|more).{0,30}|press shift question mark .{0,60}",
    r"(?:video )?ad(?:vertisement)? (?:feedback|ends in .{1,8})|now playing|keyboard shortcuts(?: (?:en|dis)abled)*",
    r"sorry, (?:the|this) video .{0,40}|listen to this article in summari[sz]ed format",
)
STORIES = (
    r"read (?:more|also|next)|see (?:also|more)|also read|show more|load more|view all|learn more|explore further",
    r"(?:read|see) (?:the )?full (?:story|article)|(?:keep|continue) reading|what to (?:read|watch) next",
    r"continue reading(?: below)?(?: the main story)?|table of contents|contents|in this (?:article|story)",
    r"related(?: (?:stories|articles?|posts|coverage|content|topics|links|news|videos?))?",
    r"recommended(?: (?:for you|stories|articles|reading|videos?))?|(?:featured|popular|latest|more) videos?",
    r"more (?:great |helpful |recent |top )?(?:stories|articles)(?: (?:by|from|in|about) .{2,40})?",
    r"more (?:news|like this|from .{2,40}|on this (?:story|topic))|(?:latest|top) (?:news|stories|headlines)",
    r"most (?:read|popular|viewed)(?: .{2,30})?|popular (?:on|posts|now)(?: .{2,30})?|trending(?: now)?",
    r"you (?:may|might) also (?:like|check|be interested in|enjoy)|you (?:may|might) be interested in|people also read",
    r"don['’]t miss|up next|editor['’]?s['’]? (?:picks?|choice)|explore more on these topics|(?:see all )?topics|tags",
    r"(?:mehr )?zum thema|sur le même (?:sujet|thème)|lire la suite|más (?:información|noticias)|noticias relacionadas",
    r"leggi tutto|read our (?:full )?.{2,60} review",
)
READERS = (
    r"(?:view |show |read |add |jump to )?(?:a |all |the )?(?:\d+ )?comments?|leave a (?:comment|reply)"
    r"|join the (?:conversation|discussion)",
    r"kommentare(?: (?:lesen|anzeigen))?|commenter|comentarios|comentários|commenti",
    r"report an? (?:typo|error|correction)(?: or typo)?|(?:submit|suggest) a correction|contact the author",
    r"news tips?|talk to us|subscribe|register|log ?in|sign ?up|contact us|get started|shop now",
    r"thank you for (?:reading|subscribing)|about the authors?|(?:article )?(?:written|reviewed) by",
    r"(?:book|request|schedule|get)(?: a| your)?(?: free| personalized| custom)? (?:demo|quote)(?: (?:today|now))?",
    r"\[?button\b.*",
)
LABEL = is_whole(*ADS, *TOOLS, *PICTURES, *STORIES, *READERS)

# A label of these has a list of links under it, which goes with it.
OVER_LIST = opens_with(
    r"related\b|recommended\b|more\b|most\b|popular\b|trending\b|top stories|you (?:may|might)\b|don['’]t miss",
    r"(?:table of )?contents\b|tags\b|in this (?:article|story)\b|(?:mehr )?zum thema|sur le même|más (?:inf|not)",
)

_WEEKDAY = rf"(?:(?:{WEEKDAY}|{either(SHORT_WEEKDAYS)})\W+)?"
_MONTH_ABROAD = either(MONTHS_ABROAD)
_MONTH = rf"(?:{MONTH})\.?"
DATE_LINE = is_whole(
    r"(?:first |last |originally )?(?:published|updated|posted|modified)(?: on| at)?\b\W*+"
    r"(?:.{0,20}\b(?:\d{4}|\d{1,2}[:.]\d\d(?:[ap]m)?|ago)\b.{0,30})?",
    rf"(?:on )?{_WEEKDAY}(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH} (?:\d{{1,2}}(?:st|nd|rd|th)?,? )?\d{{4}}\b.{{0,40}}",
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b.{0,20}",
    rf"(?:[\w-]{{4,15}}, )?(?:den |le |el |il )?\d{{1,2}}\.?(?: de)? (?:{_MONTH_ABROAD})(?: de)? \d{{4}}\b.{{0,30}}",
    r"\d{1,2}:\d\d ?(?:[ap]\.?m\.?)? ?(?:[a-z]{2,4} )?\d{1,2}/\d{1,2}/\d{4}\b.{0,40}",
    r"(?:19|20)\d\d-\d\d-\d\dT[\d:.]{1,20}(?:Z|[+-]\d\d:?\d\d)?",
    r"(?:.{0,40}\b\d+[ -])?min(?:ute)?s?\.? (?:read|lesezeit)",
    r"(?:(?:기사)?(?:입력|등록|수정|승인)|发布时间|更新时间|公開日|更新日|掲載日)\W*\d{4}\D\W?\d{1,2}\D\W?\d{1,2}(?:日|\b).{0,30}",
    r"(?:reading time|tempo de leitura|lesezeit|temps de lecture)\W.{0,20}",
)

# Who else worked on it, whose it is, and how to reach them: at the end of a story.
CREDITS = opens_with(
    r"(?:additional |further )?(?:reporting|writing|editing|research|photography|illustration)(?: and \w+)? by\b",
    r"our standards: the thomson",
    r"copyright\b|©|\(c\) \d{4}|all rights reserved|alle rechte vorbehalten",
    r"(?:source|quelle|fuente|sources)\s*:\s*.{2,40}$",
    r"(?:email|write to|contact|reach) .{2,80}@",
    r"[\w.+-]{1,64}@[\w-]+\.[\w.]+$",
    r"(?:https?://)?(?:www\.)?(?:twitter|facebook|instagram)\.com/\S+$",
    r"associated press (?:writers?|reporters?|journalists?) .{2,160} contributed\b",
    r"(?!the |this |that |it |these )[\w.'’ ,/&-]{4,120}\bcontributed "
    r"(?:reporting|(?:to )?this (?:report|story|article))\b.{0,60}$",
    r"(?:reach|contact|follow) (?:the )?(?:reporters?|writers?|authors?) (?:on|at|by|via)\b",
    r"follow .{2,60}['’]s? (?:full |complete )?coverage (?:of|at|on)\b|(?:full|more) .{0,30}coverage:? (?:at )?https?://",
    r"more [\w ]{2,30}: https?://\S+",
    r"this copy is for your personal, non-?commercial use only\b",
)
# What follows the name of the author at the end of the story: "is a reporter", "’s book", "covers the coast".
BIOGRAPHY = re.compile(
    r"(?:['’]s? (?:latest |new |first |most recent )?(?:books?|novel|column|work)\b"
    r"|,? (?:\w+ )?(?:is|was|has|covers|writes|wrote|reports|worked|works|joined|lives|serves|teaches|edits|"
    r"specializes|can be reached)\b)"
)
COOKIE_TABLE = re.compile(r"^cookie \| |cookielawinfo|gdpr cookie consent", re.IGNORECASE)
# Small print anywhere in a paragraph, each pattern behind the word that it cannot be without: looking for the word is
# forty times as fast. All in lower case.
NOTICES = (
    ("affiliate", re.compile(r"\baffiliate (?:links?|commissions?|ones|partners?|program)")),
    (
        "commission",
        re.compile(
            r"\b(?:earn|receive|get) (?:us )?an? (?:small |affiliate )?commission"
            r"|if you (?:buy|purchase|click) .{0,60}\bcommission\b"
        ),
    ),
    ("share of the ", re.compile(r"\b(?:earn|receive|get) (?:us )?an? (?:small )?share of the (?:sale|revenue)")),
    ("lorem ipsum", re.compile(r"\blorem ipsum\b")),
    ("cookie", COOKIE_TABLE),
)

# From one of these lines on, nothing in a text dump belongs to the article any more.
TAIL = is_whole(
    r"talk to us|more in \w.{0,40}|more from .{2,40}|support (?:local|our|independent|quality) journalism",
    r"related (?:stories|articles|coverage|news|content)|most (?:read|popular|viewed)",
    r"recommended(?: for you| stories)?",
    r"you (?:may|might) also like|trending(?: now)?|top stories|read more|more stories|editors['’] picks",
    r"sign up for .{2,60}newsletters?|subscribe(?: now)?|comments|leave a (?:comment|reply)",
    r"share this (?:story|article)",
    r"all rights reserved|©.{0,80}|copyright .{0,80}",
)

# A linked headline with its kind in capitals behind it: "Storm closes the harbour [VIDEO]".
KIND_BEHIND = re.compile(r"^[^.!?]{15,160}\[[A-Z]{3,12}(?: [A-Z]{3,12})?\][\W_]*$")
