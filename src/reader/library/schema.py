"""The tables of a library, as numbered migrations. A released one is never changed: what changes is a further one.

Two kinds of numbers are made of moments, so that newest first is the order that every index already has, and a date is
a range of them: that of an article (`article_id`) and that of a quote (`quote_id`).
"""

from datetime import UTC, datetime, timedelta

# "OnRe" in letters: by this a file is told from any other program's database.
APPLICATION = 0x4F6E5265

# Of one minute so many articles have numbers of their own; the next ones take those of the next minute.
ARTICLE_BITS = 10
# Of one article so many quotes are rows: the longest transcripts of the shared corpora have 400.
QUOTE_BITS = 10
MOST_QUOTES = 1 << QUOTE_BITS
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def first_id(moment: datetime) -> int:
    """The smallest number that an article of this moment, told with its zone, may have; negative before 1970."""
    minutes = (moment - _EPOCH).total_seconds() // 60
    return int(minutes) << ARTICLE_BITS


def moment_of(article: int) -> datetime:
    """The minute that an article's number was made of."""
    return _EPOCH + timedelta(minutes=article >> ARTICLE_BITS)


def quotes_of(article: int) -> tuple[int, int]:
    """The numbers that the quotes of an article may have: the first, and the last."""
    return article << QUOTE_BITS, ((article + 1) << QUOTE_BITS) - 1


_FIRST = """
-- An article that is known: read, or only announced by a feed. `changed` counts up over the library with everything new
-- that is known of one; `folded` is the article that this one is a copy of; a forgotten one has lost its text.
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  address TEXT,
  headline TEXT NOT NULL,
  author TEXT,
  publisher TEXT,
  published TEXT,
  arrived INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  opened INTEGER,
  read INTEGER,
  words INTEGER,
  speakers INTEGER,
  starred INTEGER NOT NULL DEFAULT 0,
  muted INTEGER NOT NULL DEFAULT 0,
  forgotten INTEGER NOT NULL DEFAULT 0,
  folded INTEGER REFERENCES articles ON DELETE SET NULL,
  position INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX articles_changed ON articles (changed);

CREATE INDEX articles_opened ON articles (opened) WHERE opened IS NOT NULL;

CREATE INDEX articles_starred ON articles (id) WHERE starred;

CREATE INDEX articles_folded ON articles (folded) WHERE folded IS NOT NULL;

-- What an article is known by: digests of its addresses, as given, after redirects, and its own.
CREATE TABLE addresses (
  key BLOB PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE
) WITHOUT ROWID;

CREATE INDEX addresses_of ON addresses (article);

-- The text as it was last read, or, where `body` is null, what a feed gave of it. `body` is the rest of the reading.
CREATE TABLE texts (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  fetched INTEGER NOT NULL,
  text TEXT NOT NULL,
  body BLOB
);

-- The texts that an article had before.
CREATE TABLE versions (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  fetched INTEGER NOT NULL,
  headline TEXT NOT NULL,
  text TEXT NOT NULL,
  body BLOB
);

CREATE INDEX versions_of ON versions (article);

-- Pages as they were fetched, of articles that are starred, tagged or noted.
CREATE TABLE pages (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  fetched INTEGER NOT NULL,
  page BLOB NOT NULL
);

CREATE VIEW article_words AS
  SELECT a.id AS id, a.headline AS headline, coalesce(t.text, '') AS text
  FROM articles a LEFT JOIN texts t ON t.article = a.id;

CREATE VIRTUAL TABLE article_index USING fts5 (
  headline, text, content='article_words', content_rowid='id', tokenize="unicode61 remove_diacritics 2"
);

-- Where the reader was in articles that the library did not know yet when it took the places over.
CREATE TABLE old_places (
  key BLOB PRIMARY KEY,
  position INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE feeds (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL DEFAULT '',
  renamed TEXT NOT NULL DEFAULT '',
  site TEXT,
  folder TEXT NOT NULL DEFAULT '',
  full_articles INTEGER NOT NULL DEFAULT 0,
  added INTEGER NOT NULL,
  etag TEXT,
  modified TEXT,
  checked INTEGER,
  due INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  error TEXT NOT NULL DEFAULT '',
  stopped INTEGER NOT NULL DEFAULT 0
);

-- Which feed brought which article, by the name the feed has for it. `unread` follows the article (triggers below), so
-- that the counts of all feeds come out of one index. `seen` is when the feed last had it.
CREATE TABLE entries (
  feed INTEGER NOT NULL REFERENCES feeds ON DELETE CASCADE,
  name TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  unread INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  UNIQUE (feed, name)
);

CREATE INDEX entries_of ON entries (article);

CREATE UNIQUE INDEX entries_newest ON entries (feed, article);

CREATE INDEX entries_unread ON entries (feed, unread) WHERE unread;

CREATE TRIGGER unread_follows AFTER UPDATE OF read, muted, folded, forgotten ON articles BEGIN
  UPDATE entries SET unread = new.read IS NULL AND NOT new.muted AND new.folded IS NULL AND NOT new.forgotten
  WHERE article = new.id;
END;

CREATE TABLE tags (
  tag TEXT NOT NULL COLLATE NOCASE,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  PRIMARY KEY (tag, article)
) WITHOUT ROWID;

CREATE INDEX tags_of ON tags (article);

-- What the reader wrote, to an article, or to words in it, which `before` and `after` find again when the text changes.
CREATE TABLE notes (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  made INTEGER NOT NULL,
  note TEXT NOT NULL,
  start INTEGER,
  end INTEGER,
  excerpt TEXT NOT NULL DEFAULT '',
  before TEXT NOT NULL DEFAULT '',
  after TEXT NOT NULL DEFAULT ''
);

CREATE INDEX notes_of ON notes (article);

CREATE VIRTUAL TABLE note_index USING fts5 (
  note, excerpt, content='notes', content_rowid='id', tokenize="unicode61 remove_diacritics 2"
);

-- What the reader decided of the quotes of an article: a JSON list of Correction.
CREATE TABLE corrections (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  decided TEXT NOT NULL
);

-- Everybody who was named, over all articles. One that was merged leads to who it is; nothing is shown of one that was
-- dismissed ("not a person"). `profile` is what tells in further articles that it is they.
CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  profile BLOB,
  merged INTEGER REFERENCES people,
  dismissed INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX people_merged ON people (merged) WHERE merged IS NOT NULL;

CREATE VIRTUAL TABLE people_index USING fts5 (
  name, content='people', content_rowid='id', tokenize="unicode61 remove_diacritics 2"
);

-- Under which keys somebody is looked for when a new article names them.
CREATE TABLE people_keys (
  key TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES people,
  PRIMARY KEY (key, person)
) WITHOUT ROWID;

-- The actors of each article. `joined` is who the program took them for, `person` who they are after what was decided
-- by hand; `thin` says that the join rests on the name alone; `company` is what tells the others of the article by whom
-- else it names.
CREATE TABLE actors (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  actor TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  role TEXT,
  mentions INTEGER NOT NULL,
  joined INTEGER REFERENCES people,
  person INTEGER REFERENCES people,
  thin INTEGER NOT NULL DEFAULT 0,
  company TEXT,
  PRIMARY KEY (article, actor)
) WITHOUT ROWID;

CREATE INDEX actors_person ON actors (person, article);

CREATE INDEX actors_joined ON actors (joined) WHERE joined IS NOT person;

-- Decided by hand: this actor of this article is this person. By the article's key, so that it outlives the article.
CREATE TABLE by_hand (
  key BLOB NOT NULL,
  actor TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES people,
  PRIMARY KEY (key, actor)
) WITHOUT ROWID;

-- Who may be one person, for the reader to say; `refused` where they said no.
CREATE TABLE suggestions (
  one INTEGER NOT NULL REFERENCES people,
  other INTEGER NOT NULL REFERENCES people,
  why TEXT NOT NULL,
  refused INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (one, other)
) WITHOUT ROWID;

-- `id >> 10` is the article. `quote` and `actor` are the ids in its analysis, `doubt` 0 where the speaker is sure, 1
-- where doubted, 2 where only perhaps; `about` holds whom it is about as words of the index ("p12 p7"); `paragraph` is
-- counted from 1.
CREATE TABLE quotes (
  id INTEGER PRIMARY KEY,
  quote TEXT NOT NULL,
  actor TEXT,
  person INTEGER,
  doubt INTEGER NOT NULL,
  kind TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  cue TEXT,
  words TEXT NOT NULL,
  about TEXT NOT NULL DEFAULT '',
  paragraph INTEGER
);

CREATE INDEX quotes_person ON quotes (person, doubt) WHERE person IS NOT NULL;

CREATE VIEW quote_words AS
  SELECT id, words, CASE WHEN person IS NULL THEN '' ELSE 'p' || person END AS speaker, about FROM quotes;

CREATE VIRTUAL TABLE quote_index USING fts5 (
  words, speaker, about, content='quote_words', content_rowid='id', tokenize="unicode61 remove_diacritics 2"
);

-- Filters the reader kept: to look through, to mute what arrives, to watch. `seen` is the latest `changed` shown.
CREATE TABLE searches (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  query TEXT NOT NULL,
  seen INTEGER NOT NULL DEFAULT 0,
  UNIQUE (kind, name)
);

-- One story once: what a text is like, and the bands by which its likes are found, their numbers in the high bits.
CREATE TABLE fold_signatures (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  signature BLOB NOT NULL
);

CREATE TABLE fold_bands (
  band INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (band, article)
) WITHOUT ROWID;

-- What the articles of the last days are about, by which articles of one event find each other.
CREATE TABLE story_terms (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  day TEXT NOT NULL,
  terms BLOB NOT NULL
);

CREATE INDEX story_terms_day ON story_terms (day);

CREATE TABLE stories (
  id INTEGER PRIMARY KEY,
  headline TEXT NOT NULL,
  made INTEGER NOT NULL
);

CREATE TABLE story_articles (
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  PRIMARY KEY (story, article)
) WITHOUT ROWID;

CREATE INDEX story_articles_of ON story_articles (article);
"""

_SECOND = """
-- Whether the feed was on this machine or its own network when the reader gave its address.
ALTER TABLE feeds ADD COLUMN private INTEGER NOT NULL DEFAULT 0;

-- Articles of feeds that are read in full whose pages gave nothing: how often, until when they are left alone, and why.
CREATE TABLE failed_pages (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  failures INTEGER NOT NULL,
  due INTEGER NOT NULL,
  error TEXT NOT NULL
);
"""

MIGRATIONS: tuple[tuple[str, ...], ...] = tuple(tuple(each.strip().split("\n\n")) for each in (_FIRST, _SECOND))
VERSION = len(MIGRATIONS)
