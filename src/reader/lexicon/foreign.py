"""Full stops inside sentences of languages other than English: abbreviations and ordinals. Data and one look-up.

Written by hand because spaCy's lists will not do: the French one takes six seconds to import, the Polish one is empty.
"""

import re

from reader.lexicon.wordlists import words

# By language, without the last full stop; what is dotted inside ("z.B") also comes apart ("z. B."), as initials.
_ABBREVIATIONS = {
    "de": words(
        """Dr Prof Hr Fr Frl Nr Abs Art Bd bzw ca evtl ggf inkl zzgl Mio Mrd Tsd St Str usw vgl Std Min Jh Chr geb gest
        Jan Feb Apr Aug Sept Okt Nov Dez Mo Di Mi Do Sa So Kfz Tel Red Anm etw sog Dipl Ing z.B d.h u.a i.d.R u.U z.T"""
    ),
    "fr": words(
        "M MM Mme Mmes Mlle Dr Pr Me Mgr St Ste av boul bd p pp vol art env janv févr avr juil sept oct nov déc"
    ),
    "es": words("Sr Sra Sres Srta Dr Dra D Dña Da Lic Ing Prof Gral Cnel Av Avda Ud Uds núm pág art aprox EE UU ej Ej"),
    "it": words("Sig Sigg Dott Avv Ing Prof On Sen Gen Col Mons art pag n ecc ca Spa S.p.A"),
    "pt": words("Sr Sra Srs Dr Dra Prof Profa Eng Gen Cel Av art pág núm aprox Exmo D R"),
    "nl": words(
        "dhr mw mevr dr drs mr ir prof ds nr blz ca bijv resp jl o.a d.w.z St jan feb apr aug sept okt nov dec"
    ),
    "sv": words("bl.a t.ex d.v.s m.m kl ca nr s resp dr prof st jan feb apr aug sept okt nov dec"),
    "da": words("bl.a f.eks d.v.s kl ca nr s dr prof hr fr mio mia jan feb apr aug sept okt nov dec"),
    "nb": words("bl.a f.eks d.v.s kl ca nr s dr prof mill mrd jan feb apr aug sept okt nov des"),
    "pl": words("prof inż mgr ks gen płk por ul al św im np tzw tj m.in r w nr str godz ok tys mln mld zob ur zm"),
    "cs": words("MUDr JUDr Ing Mgr prof doc gen plk ul nám sv např tzv tj č str hod tis mil mld r"),
    "ru": words("г гг в вв ул пр им св проф акад ген см стр руб коп тыс млн млрд т.е т.д т.п т.к т д е п"),
    "uk": words("р рр ст вул пр ім св проф акад ген див стор грн коп тис млн млрд т.е т.д т.п т.зв т д зв п"),
}
_ABBREVIATIONS["no"] = _ABBREVIATIONS["nb"]

# Where "3." is "third", before names of months as before others: "am 3. März", "im 19. Jahrhundert", "1. FC".
_WITH_ORDINALS = words("de da nb nn no fi cs sk hu sl hr bs sr et lv is tr lb")
_ORDINAL = re.compile(r"\d{1,2}")

# Words that open sentences: after one of the above they decide, as in English.
_STARTERS = words(
    """Der Die Das Er Sie Es Ein Eine Einen Wir Ich Und Aber Doch Im In Am Auf Auch Als Nach Mit Bei Für Wenn Dann Seit
    Le La Les Un Une Il Elle Ils Elles On Mais Et Dans Ce Cette Selon Pour El Los Las Una Pero En Según Lo Gli I Ma Nel
    O A Os As Um Uma Mas Ele Ela De Het Een Hij Zij Maar Den Det Ett Han Hon Men Hun Vi To Ale Na Podle Он Она Они Но
    В На Это Мы И Він Вона Вони Але Це У"""
)


def continues(token: str, following: str, language: str) -> bool:
    """Whether the full stop behind a token is inside a sentence of a language.

    Args:
        token: the characters before the full stop: "Nr", "3", "z.B".
        following: the word after it, "" when there is none.
        language: ISO 639-1.
    """
    if following in _STARTERS:
        return False
    if _ORDINAL.fullmatch(token):
        return language in _WITH_ORDINALS and not following[:1].isdigit()
    known = _ABBREVIATIONS.get(language, frozenset())
    # "Dott." opens a sentence, "dott." stands inside one; a language writes it in the list as it mostly does.
    return not known.isdisjoint((token, token[:1].lower() + token[1:], token[:1].upper() + token[1:]))
