"""Authors as pages declare them, in the vocabularies of many systems; a person is never made of anything else."""

import json

import pytest
from lxml.html import fromstring

from reader.extract.metadata import byline, declared_byline, jsonld


def declared(head: str) -> tuple[str, ...]:
    tree = fromstring(f"<html><head><title>Ferry</title>{head}</head><body><p>It sank.</p></body></html>")
    things = jsonld.things(tree)
    return declared_byline.credit(tree, things, jsonld.article_of(things)).people


def ld(author: object) -> str:
    thing = {"@type": "NewsArticle", "headline": "Ferry", "author": author}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


KEYS = (
    "author", "article:author", "article:author_name", "og:article:author", "authors", "byl", "citation_author",
    "DC.creator", "dc:creator", "dcterms.creator", "DCTERMS.creator.aut", "parsely-author", "sailthru.author",
    "rbauthors",
    "shareaholic:article_author_name", "dcsext.author", "author_name", "authorname",
)  # fmt: skip
NO_KEYS = ("twitter:creator", "smartbanner:author", "book:author", "author_id", "generator", "copyright")


@pytest.mark.parametrize("key", KEYS)
def test_a_meta_element_names_the_author(key: str) -> None:
    assert declared(f'<meta name="{key}" content="Vera Lund">') == ("Vera Lund",)


@pytest.mark.parametrize("key", NO_KEYS)
def test_a_meta_element_names_somebody_else(key: str) -> None:
    assert declared(f'<meta name="{key}" content="Vera Lund">') == ()


AUTHORS = {
    "an object": {"@type": "Person", "name": "Vera Lund"},
    "objects": [{"name": "Vera Lund"}, {"name": "Jon Marr"}],
    "a string": "Vera Lund and Jon Marr",
    "strings": ["Vera Lund", "Jon Marr"],
    "an object for several": {"@type": "Person", "name": ["Vera Lund", "Jon Marr"]},
    "names in a line": {"@type": "Person", "name": "By Vera Lund, Jon Marr"},
    "given and family name": {"@type": "Person", "givenName": "Vera", "familyName": "Lund"},
    "one twice": [{"name": "Vera Lund"}, {"name": "VERA LUND"}, {"name": "Vera Lúnd"}],
    "an organisation beside": [{"@type": "Organization", "name": "Harbour Post"}, {"name": "Vera Lund"}],
}
PEOPLE = {
    "objects": ("Vera Lund", "Jon Marr"), "a string": ("Vera Lund", "Jon Marr"), "strings": ("Vera Lund", "Jon Marr"),
    "an object for several": ("Vera Lund", "Jon Marr"), "names in a line": ("Vera Lund", "Jon Marr"),
    "one twice": ("Vera Lúnd",),
}  # fmt: skip


@pytest.mark.parametrize("author", AUTHORS)
def test_json_ld_names_the_authors(author: str) -> None:
    assert declared(ld(AUTHORS[author])) == PEOPLE.get(author, ("Vera Lund",))


def test_several_elements_name_several() -> None:
    head = '<meta name="citation_author" content="Vera Lund"><meta name="citation_author" content="Marr, Jon">'
    assert declared(head) == ("Vera Lund", "Jon Marr")


def test_another_object_of_the_same_article_may_name_the_author() -> None:
    other = {"@type": "WebPage", "headline": "Ferry", "author": {"name": "Vera Lund"}}
    assert declared(ld(None) + f'<script type="application/ld+json">{json.dumps(other)}</script>') == ("Vera Lund",)


@pytest.mark.parametrize(
    "author", [None, 7, [], {}, [[]], {"name": {}}, {"name": 7}, [None, {"name": None}], {"familyName": ["Lund"]}]
)
def test_odd_authors_do_no_harm(author: object) -> None:
    assert declared(ld(author)) in ((), ("Lund",))


PARTED = {
    "Spanish": ("Por Ana Ruiz y Juan Peña", ("Ana Ruiz", "Juan Peña")),
    "a surname with y": ("José Roca y Lund", ("José Roca y Lund",)),
    "Catalan": ("Anna Puig i Joan Ferrer", ("Anna Puig", "Joan Ferrer")),
    "a surname with i": ("Antoni Roca i Vidal", ("Antoni Roca i Vidal",)),
    "a surname with e": ("Rui Sousa e Melo", ("Rui Sousa e Melo",)),
    "Portuguese": ("Inês Prado e Rui Melo", ("Inês Prado", "Rui Melo")),
    "capitals": ("ANA RUIZ Y JUAN PEÑA", ("ANA RUIZ", "JUAN PEÑA")),
    "Polish": ("Tekst: Jan Lis i Ewa Mróz", ("Jan Lis", "Ewa Mróz")),
    "Russian": ("Автор: Иван Лунин и Анна Зорина", ("Иван Лунин", "Анна Зорина")),
    "Turkish": ("Yazan: Deniz Ak ve Can Su", ("Deniz Ak", "Can Su")),
    "Indonesian": ("Oleh: Budi Laut", ("Budi Laut",)),
    "a place in Spanish": ("Por Ana Ruiz en Puerto Lund", ("Ana Ruiz",)),
    "Chinese": ("记者 王小明、李海华", ("王小明", "李海华")),
    "Korean": ("박지민 기자", ("박지민",)),
    "given names alone": ("Vera & Katerina", ("Vera", "Katerina")),
    "one and a body": ("Ada Moss and Harbour Council", ("Ada Moss",)),
    "one and a desk": ("Ada Moss and Staff Reports", ("Ada Moss",)),
    "twice by its case": ("Orla Quill, ORLA QUILL", ("Orla Quill",)),
    "a magazine": ("Reef & q", ()),
    "a body with an and": ("Food and Harbour Administration", ()),
    "a body of this and that": ("Centre for Tides and Science Writing", ()),
    "a body of two full parts": ("Northern Oceanic and Deep Water Administration", ()),
    "a measure": ("Harbour Weights and Measures", ()),
    "an office abroad": ("Coordenadoria de Portos", ()),
    "a newsroom in Chinese": ("港口日报编辑部", ()),
    "a weekday": ("By Ada Moss Monday, November 18, 2019", ("Ada Moss",)),
}


@pytest.mark.parametrize(("line", "people"), PARTED.values(), ids=PARTED)
def test_names_are_parted_where_names_end(line: str, people: tuple[str, ...]) -> None:
    assert byline.parse(line).people == people
