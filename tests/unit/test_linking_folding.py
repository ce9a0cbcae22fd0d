"""One text once: copies that were cut or changed are found by their bands; other texts are not."""

import pytest

from reader.linking import folding

SENTENCES = [
    f"The {thing} at {place} was {done} on {day}, and {who} said that nobody asked the {body} before it was."
    for thing, done in (("pier", "closed"), ("ferry", "sold"), ("school", "opened"), ("mill", "flooded"))
    for place, day in (("Ellery", "Monday"), ("Mill Hollow", "Friday"))
    for who, body in (("Orla Fenwick", "council"), ("Ivo Brandt", "harbour board"), ("Mara Hale", "parish"))
]
STORY = " ".join(SENTENCES)
COPIES = {
    "as it stands": STORY,
    "marks, capitals and accents": STORY.replace(",", " –").upper().replace("E", "É"),
    "the last third cut": " ".join(SENTENCES[:17]),
    "the first third cut": " ".join(SENTENCES[7:]),
    "half cut": " ".join(SENTENCES[:12]),
    "one word in twenty changed": " ".join("ferries" if n % 20 == 7 else w for n, w in enumerate(STORY.split())),
    "a paragraph added": STORY
    + " This article was first published by the Harbour Post, which is owned by its readers.",
}
OTHERS = {
    "another story of the same places": " ".join(
        f"In {place}, {who} planted {number} trees along the road to the station, as the town had promised."
        for number, (place, who) in enumerate([("Ellery", "Orla Fenwick"), ("Mill Hollow", "Ivo Brandt")] * 6)
    ),
    "the same words in another order": " ".join(sorted(STORY.split())),
}


def meet(one: str, other: str) -> bool:
    first, second = folding.signature(one), folding.signature(other)
    assert first is not None
    assert second is not None
    return bool(set(folding.bands(first)) & set(folding.bands(second))) and folding.similar(first, second)


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_a_copy_is_folded(copy: str) -> None:
    assert meet(STORY, copy)


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_another_text_is_not(other: str) -> None:
    assert not meet(STORY, other)


def test_a_short_text_is_no_copy_of_anything() -> None:
    assert folding.signature("This page needs a subscription.") is None
    assert folding.signature("") is None


def test_a_signature_is_kept_as_bytes_that_never_change() -> None:
    signed = folding.signature(STORY)
    assert signed is not None
    kept = folding.packed(signed)
    assert len(kept) == 512
    assert kept[:8].hex() == "43001f01d37c8a04"
    again = folding.unpacked(kept)
    assert again is not None
    assert (again == signed).all()
    assert folding.unpacked(kept[1:]) is None


def test_bands_are_42_and_fit_the_table() -> None:
    signed = folding.signature(STORY)
    assert signed is not None
    found = folding.bands(signed)
    assert len(set(found)) == 42
    assert [band >> 32 for band in found] == list(range(42))


def test_the_likest_copy_comes_first() -> None:
    signed = [folding.signature(text) for text in (STORY, *OTHERS.values(), COPIES["half cut"], STORY)]
    first, *others = [each for each in signed if each is not None]
    assert folding.copies(first, others) == [3, 2]


def test_of_a_very_long_text_the_beginning_tells() -> None:
    one = " ".join(f"word{number} of the text" for number in range(40_000))
    assert meet(one, one + STORY)
