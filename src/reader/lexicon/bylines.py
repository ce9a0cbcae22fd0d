"""How bylines are worded, and the words in them that are no part of a person's name. Data."""

from reader.lexicon.wordlists import marked, table, words

_WORDS = table("byline_words", 1)

# A name that site and author share is that of a publication when it has one of these.
PUBLICATIONS = marked(_WORDS, "publication")
# No person's name has one of these.
INSTITUTIONS = marked(_WORDS, "institution")
# Alone in an author's field these name nobody.
ACCOUNTS = marked(_WORDS, "account")
# What begins with one of these beside a name is no second name.
ASIDES = marked(_WORDS, "aside")
# "Ada Moss Senior Political Editor": a job, and what stands before it.
JOBS = marked(_WORDS, "job")
BEATS = marked(_WORDS, "beat")

# "By", and what may stand before it: "Written by Ada Moss", "Analysis by Ada Moss".
WRITINGS = words(
    """written posted published reviewed story words text reported report article authored opinion analysis commentary
    review column essay feature interview compiled"""
)
# Behind these stands somebody who worked on a story that others wrote; alone in an author's field, who wrote it.
KINDS = WRITINGS | words("reporting created edited contributed submitted")
# "By" in the languages trafilatura is most used on, and what stands there without one: "Text Ada Moss".
BY_ABROAD = words("von par por di door av af")
AUTHORS_ABROAD = words("texte text author autor auteur")
# What stands before a colon and a name, or alone in an element before one: "Автор: Vera Lunina".
LABELS = AUTHORS_ABROAD | words(
    """by words story authors autora autores autoras autoren autorin auteure auteurs autore autori autrice
    forfatter författare skribent tekst tekstit teksti texto testo toimittaja kirjoittaja autorka autoři
    szerző szerzők írta autorius autors autori yazan yazar oleh penulis reporter reporters redactor redactora
    συντάκτης текст автор авторы авторка автори журналист корреспондент кореспондент بقلم كتب כתב מאת
    लेखक ผู้เขียน เรื่อง 文 撰文 作者 記者 记者 著者 筆者 取材・文 글"""
)
# The same in several words.
LONG_LABELS = (
    "written by", "posted by", "published by", "words by", "text by", "story by", "a cura di", "escrito por",
    "redactado por", "écrit par", "rédigé par", "propos recueillis par", "publié par", "scritto da", "geschreven door",
    "verfasst von", "geschrieben von", "ein artikel von", "skriven av", "skrevet av", "skrevet af", "tác giả",
    "viết bởi", "написал", "написала",
    "submitted by", "contributed by", "γράφει η", "γράφει ο",
)  # fmt: skip
# What joins two names: with words of names in English and of its neighbours.
AND = words("and und et avec mit with")
# These stand inside of names as well ("Ruiz y Lund", "Roca i Vidal", "Sousa e Melo"): they join two full names only.
AND_WITHIN = words("y e i og och ja и і та й ve dan és și ir un và και")
AND_ABROAD = AND | words("y e en og och")
# Small words that a name may begin with, or have inside.
PARTICLES = words(
    """de del della dello delle degli dei da das dos do di du la le van von der den ter ten bin bint ibn al el zu zum
    zur vom zu af av d al- in wa abu ap"""
)
# A job that languages without spaces or capitals set behind the name: "Kim Min-su, reporter" in one word.
JOBS_BEHIND = words("기자 특파원 논설위원 記者 记者 編集委員 論説委員 特派員 通訊員 通讯员 氏 さん 님")
# No person's name has one of these, in languages that are written without spaces or capitals.
NO_NAMES_ABROAD = words(
    """編集 编辑 編輯 新聞 新闻 日報 日报 通信 新华 新華 公司 株式会社 電視 电视 网 網 小编 小編 来源 來源
    管理 関連 相关 相關 一覧 記事 文章 登録 登录 ログイン プロフィール コメント シェア 뉴스 신문 편집 관련 댓글 로그인
    구독 제보 บรรณาธิการ ข่าว กอง"""
)
