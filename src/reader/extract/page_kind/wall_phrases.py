"""How pages speak that show something else than an article: errors, shells, consent, log-ins, paywalls. Patterns."""

import re

from reader.extract.phrase_patterns import holding

GONE = holding(
    r"(?:page|article|story|content|url)\b[^.]{0,40}(?:cannot|can['’]t|could not|couldn['’]t) be found",
    r"(?:page|article|story|content|url)\b[^.]{0,40}not found",
    r"(?:page|article|story|content|url)\b[^.]{0,40}(?:no longer (?:available|exists?)|does(?:n['’]t| not) exist)",
    r"\b404\b[^.]{0,30}(?:not found|error)|error 404|^404\b",
    r"(?:cannot|can['’]t|couldn['’]t|could not) find (?:the|that|this|what) (?:page|article|story|you)",
    r"(?:page|article|story) (?:you (?:requested|(?:are|were) looking for) )?"
    r"(?:has been|was) (?:(?:re)?moved|deleted)",
    r"(?:seite|artikel) (?:wurde |konnte )?(?:leider )?nicht gefunden|page (?:introuvable|non trouvée)",
    r"página (?:no encontrada|não encontrada)|pagina non trovata",
    r"pagina niet gevonden|sidan (?:kunde inte )?hittades",
    r"siden (?:ble|blev) ikke (?:funnet|fundet)|strona nie została znaleziona",
    r"страница не найдена|ページが見つかりません",
    r"页面(?:不存在|未找到)|sayfa bulunamadı",
)
SCRIPT = holding(
    r"(?:enable|turn on|requires?|activate|needs?|without) java ?script|unsupported browser",
    r"java ?script (?:is )?(?:disabled|required|(?:must|needs to) be enabled|not (?:enabled|available))",
    r"browser is (?:out of date|not supported)|aktivieren sie (?:bitte )?javascript|activ(?:er|ez) javascript",
    r"active javascript|activ(?:e|ar) javascript|habilit(?:e|ar) (?:o )?javascript|включите javascript",
)
CONSENT = holding(
    r"before you continue|consent to (?:the )?(?:use|processing)|cookie (?:consent|settings)",
    r"we (?:and our (?:\d+ )?partners )?(?:use|store|value|care about) "
    r"(?:cookies|your privacy|and(?:/or)? access|information)",
    r"(?:accept|agree to) (?:all )?(?:the use of )?cookies|manage (?:your )?(?:cookie|privacy|consent)",
    r"your privacy (?:is important|choices)|um (?:der nutzung .{0,40}zuzustimmen|weiterzulesen)",
    r"mit werbung (?:weiter)?lesen|accepter (?:et|les cookies)|continuer sans accepter"
    r"|nous et nos (?:\d+ )?partenaires",
    r"wir und unsere (?:\d+ )?partner|(?:allen? )?cookies (?:akzeptieren|zustimmen|accepteren)|zustimmen und weiter",
    r"nosotros y nuestros (?:\d+ )?socios|aceptar (?:todas las )?cookies|noi e i nostri (?:\d+ )?partner",
    r"accetta (?:tutti )?i? ?cookies?|wij en onze (?:\d+ )?partners|nós e (?:os )?nossos (?:\d+ )?parceiros",
    r"my i nasi (?:\d+ )?partnerzy|vi och våra (?:\d+ )?partners?|vi og vores (?:\d+ )?partnere",
)
LOGIN = holding(
    r"(?:log|sign) ?in to (?:continue|view|read|access|your account)|forgot(?:ten)? (?:your )?password",
    r"enter your (?:password|e-?mail)|(?:you )?must be logged in|please (?:log|sign) ?in\b"
    r"|create (?:a free|an) account to",
    r"passwort vergessen|mot de passe oublié|¿?olvidó su contraseña|bitte (?:melden sie sich an|anmelden|einloggen)",
)
PAYWALL = holding(
    r"subscribe (?:now |today )?(?:to|and) (?:continue|keep|read|unlock|get (?:full|unlimited) access)",
    r"(?:to )?(?:continue|keep) reading[^.]{0,60}subscri|unlock this (?:article|story)|subscribers? only",
    r"(?:this|the) (?:article|content|story) is (?:for|only for|reserved for|available (?:only )?to|exclusive to) "
    r"(?:our )?(?:subscribers|members)",
    r"already a (?:subscriber|member)|become a (?:subscriber|member) to (?:read|continue)|premium (?:content|article)",
    r"you(?:['’]ve| have) (?:reached|used) (?:your|all)[^.]{0,40}(?:limit|free articles)",
    r"jetzt weiterlesen|weiterlesen mit|réservé aux abonnés|para suscriptores|contenuto riservato",
)
# A wall speaks to the reader, news does not.
ADDRESSING = re.compile(
    r"\b(?:you|your|we|our|us|please|sie|ihnen|ihre\w?|wir|uns|unsere?\w?|vous|votre|vos|nous|notre|nos|usted|sus?|tus?|"
    r"nosotros|nuestr[oa]s?|tuo|tua|tuoi|noi|nostr[oaie]|vostr[oaie]|u|uw|je|jouw|wij|ons|onze|você|seus?|nossos?|nós|"
    r"my|nasi|nasz\w*|twoj\w*|państwa|vi|våra|vores|din|ditt)\b",
    re.IGNORECASE,
)
BETWEEN_MARKS = re.compile(r"“[^“”]*+”|\"[^\"]*+\"|„[^„“”]*+[“”]|«[^«»]*+»|‘[^‘’]{8,}+’")
