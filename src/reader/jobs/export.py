"""The library as a folder of Markdown notes: one an article, one a person, linked both ways."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from reader.library import Library
from reader.library.pages import person_page, reading_of
from reader.library.schema import first_id
from reader.model.library import Listed, Person, Stored
from reader.notes.folder import Folder, Written
from reader.notes.names import dated_name, safe_name
from reader.notes.origin import front_matter_origins
from reader.render import markdown, person

ARTICLES, PEOPLE = "articles", "people"
# Of one name, and of those that begin with it.
_ALL = 10_000
_ARTICLE_KEY, _PERSON_KEY = "article ", "person "


class Exported(NamedTuple):
    """What became of one note: "changed" was by the reader, and is left alone, "removed" is that of nobody any more."""

    path: Path
    outcome: Written


def export(library: Library, path: Path, now: datetime, since: datetime | None = None) -> Iterator[Exported]:
    """Write a note of each article that was read, and of all who are surely quoted; give each as it is done.

    Args:
        library: where they are kept.
        path: the folder.
        now: the moment.
        since: only of articles that appeared from this moment on, and of who is quoted in these.

    Raises:
        SetupError: the folder cannot be written.
    """
    first = None if since is None else first_id(since)
    ids = [number for number in library.searching.ids(now=now) if first is None or number >= first]
    articles = [each for each in library.searching.listed(ids) if each.words is not None]
    people = library.people.most_quoted(-1, since=first)
    folder = Folder(path)
    try:
        names = _Names(library, folder)
        for listed in articles:
            names.name_article(listed)
        for each in people:
            names.name_person(each)
        for listed in articles:
            stored = library.articles.load(listed.id)
            if stored:
                name, key = names.articles[listed.id]
                yield Exported(path / name, folder.write(key, _article_note(library, stored, names)))
        notes = {number: f"../{quote(name)}" for number, (name, _) in names.articles.items()}
        for each in people:
            if page := person_page(library, each.id):
                name, key = names.people[each.id]
                yield Exported(path / name, folder.write(key, person.to_markdown(page, notes=notes)))
        for key, old in names.gone.items():
            yield Exported(path / old, folder.remove(key))
    finally:
        folder.keep()


class _Names:
    """The names of notes by the ids of what they are of, each with its key: those of earlier runs, and new ones."""

    def __init__(self, library: Library, folder: Folder) -> None:
        self._library, self._folder = library, folder
        self.articles: dict[int, tuple[str, str]] = {}
        self.people: dict[int, tuple[str, str]] = {}
        self.gone: dict[str, str] = {}
        """By their keys, the notes of those who were merged into somebody, or dismissed."""
        for key, kept in folder.kept().items():
            if key.startswith(_ARTICLE_KEY):
                number = library.articles.find_key(key.removeprefix(_ARTICLE_KEY))
                if number is not None:
                    self.articles[number] = kept.path, key
            elif found := next(
                (each for each in library.people.named(kept.of, _ALL) if _person_key(each) == key), None
            ):
                # By the name too: another library has somebody else by this number.
                self.people[found.id] = kept.path, key
            elif library.people.is_gone(int(key.removeprefix(_PERSON_KEY)), kept.of):
                self.gone[key] = kept.path

    def name_article(self, listed: Listed) -> None:
        """Name the note of an article, if it has no name yet."""
        if listed.id not in self.articles:
            key = f"{_ARTICLE_KEY}{self._library.articles.key_of(listed.id)}"
            origin = listed.address or listed.source
            wanted = f"{ARTICLES}/{dated_name(listed.headline, listed.published, listed.moment.date())}"
            name = self._folder.name(key, wanted, listed.headline, lambda there: origin in front_matter_origins(there))
            self.articles[listed.id] = name, key

    def name_person(self, found: Person) -> None:
        """Name the note of a person, if it has no name yet."""
        if found.id not in self.people:
            key, heading = _person_key(found), f"# {markdown.escape(found.name)}\n"
            wanted = f"{PEOPLE}/{safe_name(found.name)}"
            name = self._folder.name(key, wanted, found.name, lambda there: there.startswith(heading))
            self.people[found.id] = name, key


def _person_key(found: Person) -> str:
    return f"{_PERSON_KEY}{found.id}"


def _article_note(library: Library, stored: Stored, names: _Names) -> str:
    """The note of an article, saved on the day it was fetched: the next run writes the same one."""
    reading = reading_of(stored, library.notes.of(stored.id))
    people = {}
    for actor in reading.analysis.actors:
        known = library.people.whose(stored.id, actor.id)
        if known and known.id in names.people:
            people[actor.id] = f"../{quote(names.people[known.id][0])}"
    return markdown.to_markdown(reading, saved=stored.fetched.date(), people=people)
