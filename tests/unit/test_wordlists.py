"""How the data files of the lexicon are read."""

from reader.lexicon.wordlists import marked, table, words


def test_words_stand_between_spaces_and_lines() -> None:
    assert words("oak elm\n    ash") == {"oak", "elm", "ash"}


def test_a_table_holds_entries_with_their_columns_and_no_line_of_the_head() -> None:
    cues = table("cues", 3)
    assert cues["deny"] == ("deny", "that quote object", "disputing denial")
    assert not [entry for entry in cues if entry.startswith("#")]


def test_columns_without_anything_are_empty() -> None:
    names = table("given_names", 2)
    assert names["ada"] == ("she", "")
    assert names["al"] == ("", "alan albert")


def test_entries_are_marked_by_one_of_their_uses() -> None:
    trees = {"oak": ("tall hard", ""), "ash": ("hard", "tall"), "elm": ("taller", "")}
    assert marked(trees, "tall") == {"oak"}
    assert marked(trees, "hard") == {"oak", "ash"}
    assert marked(trees, "tall", 1) == {"ash"}
