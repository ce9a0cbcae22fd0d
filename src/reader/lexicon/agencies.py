"""The news agencies whose copy runs in other people's pages, by every name that they go by. Data and one look-up."""

import re

from reader.lexicon.wordlists import either

# By the name to show: the forms in which bylines, datelines and credits have it.
AGENCIES = {
    "Associated Press": ("AP", "Associated Press", "The Associated Press", "AP News"),
    "Reuters": ("Reuters", "Thomson Reuters", "Reuters Staff", "Reuters News"),
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "PA": ("PA", "PA Media", "Press Association", "PA News Agency", "The Press Association"),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
    "dpa": ("dpa", "Deutsche Presse-Agentur"),
    "Xinhua": ("Xinhua", "Xinhua News Agency"),
    "UPI": ("UPI", "United Press International"),
    "Canadian Press": ("Canadian Press", "The Canadian Press", "CP"),
    "AAP": ("AAP", "Australian Associated Press"),
    "ANSA": ("ANSA",),
    "EFE": ("EFE", "Agencia EFE"),
    "Kyodo": ("Kyodo", "Kyodo News"),
    "Tass": ("Tass", "ITAR-TASS"),
    "Interfax": ("Interfax",),
    "Anadolu": ("Anadolu", "Anadolu Agency", "AA"),
    "PTI": ("PTI", "Press Trust of India"),
    "ANI": ("ANI", "Asian News International"),
    "IANS": ("IANS", "Indo-Asian News Service"),
    "Yonhap": ("Yonhap", "Yonhap News Agency"),
    "EPA": ("EPA", "European Pressphoto Agency"),
    "SID": ("SID", "Sport-Informations-Dienst"),
    "APA": ("APA", "Austria Presse Agentur"),
    "NTB": ("NTB",),
    "Ritzau": ("Ritzau",),
    "States Newsroom": ("States Newsroom",),
}
# They sign stories and pictures as agencies do and are broadcasters or sell pictures alone: never a story's agency.
_OTHERS = ("CNN", "CNN Business", "BBC", "NPR", "CBS News", "NBC News", "ABC News", "Getty", "Getty Images")
# One that is not in the list but calls itself one: "Northern News Agency".
_CALLED_ONE = re.compile(r"(?:[A-Z][\w.'’-]* ){1,4}(?:News Agency|News Service|Newswire|Press Agency|Wire Service)")
_BY_NAME = {name.casefold(): agency for agency, names in AGENCIES.items() for name in names}
# What may stand around a name in a byline.
_EDGES = ' \t\n,;:|/–—-•·"“”().'
# Whatever signs a story or a picture, as it is written; for patterns.
SIGNATURE = either(name for names in (*AGENCIES.values(), _OTHERS) for name in names)


def agency_of(name: str) -> str | None:
    """The agency a name in a byline or dateline is of: "AP" and "(The Associated Press)" are "Associated Press"."""
    plain = name.strip(_EDGES)
    return _BY_NAME.get(plain.casefold()) or (plain if _CALLED_ONE.fullmatch(plain) else None)
